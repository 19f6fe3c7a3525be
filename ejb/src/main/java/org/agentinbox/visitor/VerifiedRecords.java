package org.agentinbox.visitor;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.site.ApiKeys;
import org.agentinbox.site.KeyScope;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What a CRM knows of people, by email address. Open to all who have an API key; each method checks the key first. */
@Stateless
@PermitAll
public class VerifiedRecords {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private ApiKeys keys;
    @Inject
    private Records records;

    /**
     * Checks whether a key may {@link #put}.
     *
     * @param apiKey any text, or null
     * @throws RefusedException {@link Refusal#WRONG_KEY} where it is not a valid key, {@link Refusal#NOT_ALLOWED} where it lacks the scope
     */
    public void check(String apiKey) {
        keys.check(apiKey, KeyScope.VISITORS);
    }

    /**
     * Replaces what is verified of a person. Agents see it with every visitor who has that address, now or later.
     *
     * @param apiKey a valid one with the scope {@link KeyScope#VISITORS}
     * @param email whose
     * @param fields all that is known; what is null is not known
     * @return what is stored
     * @throws RefusedException {@link Refusal#WRONG_KEY}, {@link Refusal#NOT_ALLOWED}, {@link Refusal#INVALID_FIELD}
     */
    public RecordView put(String apiKey, String email, VerifiedFields fields) {
        keys.check(apiKey, KeyScope.VISITORS);
        VisitorRecord record = records.of(address(email));
        record.replace(fields, clock.instant());
        em.flush();
        records.tell(record.id(), true);
        return view(record.id());
    }

    /**
     * @param apiKey a valid one with the scope {@link KeyScope#READ}
     * @param email whose
     * @return what is verified of them
     * @throws RefusedException {@link Refusal#WRONG_KEY}, {@link Refusal#NOT_ALLOWED}, {@link Refusal#INVALID_FIELD},
     *     {@link Refusal#NOT_FOUND}
     */
    public RecordView get(String apiKey, String email) {
        keys.check(apiKey, KeyScope.READ);
        return em.createQuery("SELECT r.id FROM VisitorRecord r WHERE r.email = :email AND r.verifiedAt IS NOT NULL", UUID.class)
            .setParameter("email", VisitorRecord.key(address(email))).getResultStream().findFirst().map(this::view)
            .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "Nothing is verified of this address."));
    }

    private RecordView view(UUID recordId) {
        return records.views(List.of(recordId)).get(recordId);
    }

    private static String address(String email) {
        String address = ClaimedEmail.checked(email);
        if (address == null) {
            throw RefusedException.ofField("email", "an address such as name@example.com");
        }
        return address;
    }
}
