package org.agentinbox.visitor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A visitor as the product knows them. The texts are those that this visitor's browser sent, typed or in a token; null where it sent none.
 * They may be shown to the visitor; the contents of {@link #record} may not.
 *
 * @param id never changes
 * @param page address of the page they are on
 * @param locale their browser's language, BCP 47
 * @param timeZone IANA name
 * @param verified whether the site signed who they are
 * @param record what is known under the email address that they have or claim, or null
 */
public record VisitorView(
    UUID id,
    String name,
    String jobTitle,
    String email,
    String phone,
    String company,
    String page,
    String locale,
    String timeZone,
    boolean verified,
    RecordView record) {

    /** @return how they are related to their record */
    public Join join() {
        if (record == null) {
            return email == null ? Join.NONE : Join.APART;
        }
        return verified ? Join.VERIFIED : Join.CLAIMED;
    }

    /** @return whether agents see something that this visitor did not send: verified fields, or the history of another visitor */
    public boolean isJoined() {
        return record != null && (record.visitors() > 1 || record.verifiedAt() != null);
    }

    /** @return what agents see, for name, jobTitle, email, phone, crmStatus and company */
    public Map<String, ShownField> shown() {
        RecordView known = record == null
            ? new RecordView(null, null, null, null, null, null, null, Map.of(), null, new VisitorClaims(null, null, null, null, null), 0)
            : record;
        VisitorClaims earlier = known.earlier();
        Map<String, ShownField> shown = new LinkedHashMap<>();
        shown.put("name", pick(known.name(), name, earlier.name()));
        shown.put("jobTitle", pick(known.jobTitle(), jobTitle, earlier.jobTitle()));
        shown.put("email", verified ? pick(known.email(), null, null) : pick(null, email, null));
        shown.put("phone", pick(known.phone(), phone, earlier.phone()));
        shown.put("crmStatus", pick(known.crmStatus(), null, null));
        shown.put("company", pick(known.company(), company, earlier.company()));
        return shown;
    }

    /** @return the name that agents see, or null */
    public String shownName() {
        return shown().get("name").value();
    }

    /** @return all names and email addresses by which a search finds them, one on each line */
    public String foundBy() {
        Stream<String> own = Stream.of(name, email).filter(Objects::nonNull);
        Stream<String> known = record == null ? Stream.empty() : Stream.of(record.email(), record.name()).filter(Objects::nonNull);
        return Stream.concat(own, known).distinct().collect(Collectors.joining("\n"));
    }

    /** For a verified visitor, claims of earlier visitors are never used. */
    private ShownField pick(String known, String own, String earlier) {
        if (known != null) {
            return new ShownField(known, verified ? FieldSource.VERIFIED : FieldSource.KNOWN);
        }
        if (own != null) {
            return new ShownField(own, FieldSource.CLAIMED);
        }
        return earlier == null || verified ? ShownField.UNKNOWN : new ShownField(earlier, FieldSource.EARLIER);
    }
}
