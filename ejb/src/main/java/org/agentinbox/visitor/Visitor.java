package org.agentinbox.visitor;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Somebody who visits a web site that embeds the widget. */
@Entity
class Visitor {

    /** One @ with something on both sides. A stricter pattern would refuse valid addresses (RFC 5321 allows many forms). */
    /** Addresses as browsers give them. They may contain characters that {@link java.net.URI} refuses, such as {@code |}. */
    private static final Pattern PAGE = Pattern.compile("https?://[^\\s\\p{Z}\\p{Cc}\\p{Cs}<>\"]+");
    private static final int PAGE_LENGTH = 2_000;

    @Id
    private UUID id;
    @Version
    private int version;
    private byte[] tokenHash;
    private String name;
    private String jobTitle;
    private String email;
    private String phone;
    private String company;
    private UUID recordId;
    private boolean verified;
    private String page;
    private String locale;
    private String timeZone;
    private Instant createdAt;
    private Instant seenAt;

    protected Visitor() {}

    Visitor(UUID id, byte[] tokenHash, Instant now) {
        this.id = id;
        this.tokenHash = tokenHash;
        this.createdAt = now;
        this.seenAt = now;
    }

    void visit(VisitorVisit visit, Instant now) {
        page = pageOf(visit.page());
        locale = localeOf(visit.locale());
        timeZone = zoneOf(visit.timeZone());
        seenAt = now;
    }

    /** Takes over what the visitor's browser sent; whether the site signed it is the matter of {@link #join}. */
    void claim(VisitorClaims claims) {
        String newEmail = ClaimedEmail.checked(claims.email());
        email = newEmail == null ? email : newEmail;
        name = keep(name, TextRules.line("name", claims.name(), 200));
        jobTitle = keep(jobTitle, TextRules.line("jobTitle", claims.jobTitle(), 200));
        phone = keep(phone, TextRules.line("phone", claims.phone(), 50));
        company = keep(company, TextRules.line("company", claims.company(), 200));
    }

    /**
     * Joins the visitor with a record, in place of any other. A claim does not change a join that the site signed, and the site cannot sign
     * a second person for the same visitor.
     *
     * @return whether the join is new
     */
    boolean join(UUID record, boolean signed) {
        if (verified && !signed) {
            return false;
        }
        if (verified && !record.equals(recordId)) {
            throw new RefusedException(Refusal.OTHER_PERSON,
                "The site signed before that this visitor is somebody else: say hello without a token.");
        }
        boolean changes = verified != signed || !record.equals(recordId);
        recordId = record;
        verified = signed;
        return changes;
    }

    /** Separates the visitor from the record that they claim. */
    void part() {
        if (verified) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "The site signed who this visitor is.");
        }
        recordId = null;
    }

    private static String keep(String known, String said) {
        return said == null ? known : said;
    }

    private static String pageOf(String address) {
        return address != null && address.length() <= PAGE_LENGTH && PAGE.matcher(address).matches() ? address : null;
    }

    private static String localeOf(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag == null ? "" : tag).build();
            return locale.getLanguage().isEmpty() || locale.toLanguageTag().length() > 35 ? null : locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    private static String zoneOf(String zone) {
        try {
            return zone == null || zone.length() > 64 ? null : ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            return null;
        }
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    UUID recordId() {
        return recordId;
    }

    boolean isVerified() {
        return verified;
    }

    /** The view without a record. */
    VisitorView view() {
        return view(null);
    }

    VisitorView view(RecordView record) {
        return new VisitorView(id, name, jobTitle, email, phone, company, page, locale, timeZone, verified, record);
    }
}
