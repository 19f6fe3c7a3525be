package org.agentinbox.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/**
 * Counts wrong passwords. Works in its caller's transaction, which holds the rows' locks and so should be short. Strangers cannot fill the
 * table: rows are counted before one is written, and those for which there is no room share one.
 */
@ApplicationScoped
class SignInFailures {

    private static final int MOST_ROWS = 50_000;
    private static final String INSERT = "INSERT INTO sign_in_failure (subject, failures, blocked_until) SELECT :subject, 0, :now";
    private static final String IF_ROOM = " WHERE (SELECT count(*) FROM (SELECT 1 FROM sign_in_failure LIMIT " + MOST_ROWS + ") counted) < "
        + MOST_ROWS;
    /** Without those that an attempt holds: it may wait for one that was removed here, and counts as the newest failure of its subject. */
    private static final String REMOVE_FORGIVEN = """
        DELETE FROM sign_in_failure WHERE subject IN
            (SELECT subject FROM sign_in_failure WHERE blocked_until < :before FOR UPDATE SKIP LOCKED)
        """;
    /** Always in the same order, so that two attempts never wait for each other. */
    private static final Comparator<FailureSubject> IN_ORDER = Comparator.comparing(FailureSubject::kind)
        .thenComparing(FailureSubject::name);

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /** Counts a failure for each subject, unless one of them has to wait: then none is counted. */
    FailureCount count(List<FailureSubject> subjects) {
        Instant now = clock.instant();
        Map<FailureSubject, SignInFailure> rows = lock(subjects, now);
        Duration remaining = rows.values().stream().map(row -> row.remaining(now)).max(Duration::compareTo).orElse(Duration.ZERO);
        List<CountedFailure> counted = new ArrayList<>();
        if (remaining.isZero()) {
            rows.forEach((subject, row) -> {
                row.count(now, subject.free());
                counted.add(new CountedFailure(subject, row.failures()));
            });
        }
        return new FailureCount(counted, remaining);
    }

    /** The password was right after all. */
    void takeBack(FailureCount count) {
        Instant now = clock.instant();
        for (CountedFailure failure : count.failures()) {
            SignInFailure row = find(failure.subject());
            if (row != null && (row.takeBack(failure.number(), now) || failure.subject().endsWithSuccess())) {
                em.remove(row);
            }
        }
    }

    private Map<FailureSubject, SignInFailure> lock(List<FailureSubject> subjects, Instant now) {
        Map<FailureSubject, SignInFailure> rows = new LinkedHashMap<>();
        for (FailureSubject subject : subjects.stream().sorted(IN_ORDER).toList()) {
            insert(subject, now);
            SignInFailure row = find(subject);
            if (row == null) {
                insert(subject.others(), now);
                rows.put(subject.others(), find(subject.others()));
            } else {
                rows.put(subject, row);
            }
        }
        return rows;
    }

    private void insert(FailureSubject subject, Instant now) {
        em.createNativeQuery(INSERT + (subject.isBounded() ? IF_ROOM : "") + " ON CONFLICT DO NOTHING")
            .setParameter("subject", subject.key()).setParameter("now", now).executeUpdate();
    }

    private SignInFailure find(FailureSubject subject) {
        return em.find(SignInFailure.class, subject.key(), LockModeType.PESSIMISTIC_WRITE);
    }

    void removeForgiven() {
        em.createNativeQuery(REMOVE_FORGIVEN).setParameter("before", clock.instant().minus(SignInFailure.FORGIVEN_AFTER)).executeUpdate();
    }
}
