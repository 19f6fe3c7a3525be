package org.agentinbox.visitor;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.platform.TextRules;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** The record of an email address: the fields that the site or a CRM vouched for. */
@Entity
class VisitorRecord {

    @Id
    private UUID id;
    @Version
    private int version;
    private String email;
    private String name;
    private String jobTitle;
    private String phone;
    private String company;
    private String crmStatus;
    private String attributes;
    private Instant verifiedAt;
    private Instant createdAt;

    protected VisitorRecord() {}

    VisitorRecord(UUID id, String email, Instant now) {
        this.id = id;
        this.email = key(email);
        this.createdAt = now;
    }

    /** Addresses are compared in lower case: hardly any mail server distinguishes letter case, and people do not. */
    static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** Sets the fields that somebody vouches for; those that are null stay. */
    void verify(VerifiedFields said, Instant now) {
        VerifiedFields checked = checked(said);
        name = keep(name, checked.name());
        jobTitle = keep(jobTitle, checked.jobTitle());
        phone = keep(phone, checked.phone());
        company = keep(company, checked.company());
        crmStatus = keep(crmStatus, checked.crmStatus());
        attributes = checked.attributes() == null ? attributes : Attributes.write(checked.attributes());
        verifiedAt = now;
    }

    /** Replaces all fields; what is null is not known. */
    void replace(VerifiedFields said, Instant now) {
        VerifiedFields checked = checked(said);
        name = checked.name();
        jobTitle = checked.jobTitle();
        phone = checked.phone();
        company = checked.company();
        crmStatus = checked.crmStatus();
        attributes = checked.attributes() == null ? null : Attributes.write(checked.attributes());
        verifiedAt = now;
    }

    private static VerifiedFields checked(VerifiedFields said) {
        return new VerifiedFields(TextRules.line("name", said.name(), 200), TextRules.line("jobTitle", said.jobTitle(), 200),
            TextRules.line("phone", said.phone(), 50), TextRules.line("company", said.company(), 200),
            TextRules.line("crmStatus", said.crmStatus(), 100),
            said.attributes() == null ? null : Attributes.checked(said.attributes()));
    }

    private static String keep(String known, String said) {
        return said == null ? known : said;
    }

    UUID id() {
        return id;
    }

    RecordView view(VisitorClaims earlier, int visitors) {
        return new RecordView(id, email, name, jobTitle, phone, company, crmStatus,
            attributes == null ? Map.of() : Attributes.read(attributes),
            verifiedAt, earlier, visitors);
    }
}
