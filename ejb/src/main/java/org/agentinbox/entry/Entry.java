package org.agentinbox.entry;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.platform.Versions;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A way into a chat. */
@Entity
class Entry {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_WAIT = 120;
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_-]{0,49}");

    @Id
    private UUID id;
    @Version
    private int version;
    private String key;
    private String name;
    private boolean active;
    @OptimisticLock(excluded = true)
    private int position;
    @Enumerated(EnumType.STRING)
    private RoutingOption routing;
    private UUID agentId;
    private UUID teamId;
    private int queueMinutes;
    @Enumerated(EnumType.STRING)
    private BookingOffer booking;
    private UUID bookingAgentId;
    private UUID bookingTeamId;
    private boolean takesMessages;
    @JdbcTypeCode(SqlTypes.JSON)
    private String content;
    private Instant changedAt;

    protected Entry() {}

    /** @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD} of {@code key} */
    Entry(UUID id, String key, int position) {
        this.id = id;
        this.key = checkedKey(key);
        this.position = position;
    }

    private static String checkedKey(String typed) {
        String key = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        if (!KEY.matcher(key).matches()) {
            throw RefusedException.ofField("key", "1 to 50 of a-z, 0-9, - and _");
        }
        return key;
    }

    /** @throws RefusedException of {@code name}, {@code active} or {@code queueMinutes} */
    void write(EntryWish wish, Instant now) {
        String line = TextRules.line("name", wish.name(), LONGEST_NAME);
        if (line == null) {
            throw RefusedException.ofField("name", "1 to " + LONGEST_NAME + " characters");
        }
        if (!wish.active() && EntryView.DEFAULT.equals(key)) {
            throw RefusedException.ofField("active", "the default entry stays on");
        }
        if (wish.queueMinutes() < 0 || wish.queueMinutes() > LONGEST_WAIT) {
            throw RefusedException.ofField("queueMinutes", "0 to " + LONGEST_WAIT);
        }
        name = line;
        active = wish.active();
        queueMinutes = wish.queueMinutes();
        takesMessages = wish.takesMessages();
        routing = wish.routing().option();
        agentId = wish.routing().agentId();
        teamId = wish.routing().teamId();
        booking = wish.booking().offer();
        bookingAgentId = wish.booking().agentId();
        bookingTeamId = wish.booking().teamId();
        content = EntryDocument.write(wish.content()).toString();
        changedAt = now;
    }

    void moveTo(int place) {
        position = place;
    }

    /** @throws RefusedException {@link org.agentinbox.platform.Refusal#CHANGED_MEANWHILE} where it is another one */
    void requireVersion(int known) {
        Versions.require(known, version);
    }

    UUID id() {
        return id;
    }

    boolean names(UUID team) {
        return team.equals(teamId) || team.equals(bookingTeamId);
    }

    EntryView view() {
        return new EntryView(id, key, version, new EntryWish(name, active, new EntryRouting(routing, agentId, teamId), queueMinutes,
            new EntryBooking(booking, bookingAgentId, bookingTeamId), takesMessages, EntryDocument.parse(content)));
    }
}
