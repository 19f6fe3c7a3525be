package org.agentinbox.routing.rule;

import java.util.Arrays;
import java.util.List;

/** What a condition looks at. The names are stored. */
public enum Subject {
    /** The email address, verified or claimed. */
    EMAIL,
    /** The part of the email address after the {@code @}. */
    EMAIL_DOMAIN,
    /** The visitor's name. */
    NAME,
    /** What the visitor does. */
    JOB_TITLE,
    /** For whom the visitor works. */
    COMPANY,
    /** The phone number. */
    PHONE,
    /** What a CRM says of the visitor. */
    CRM_STATUS,
    /** A verified attribute, by its name. */
    ATTRIBUTE,
    /** The address of the page on which the visitor is. */
    PAGE,
    /** The language of the visitor's browser, such as {@code ko}. */
    LANGUAGE,
    /** The country in the browser's locale, such as {@code KR}. */
    COUNTRY,
    /** Whether something was known of the visitor before: {@code true} or {@code false}. */
    KNOWN,
    /** The time of day where the visitor is, such as {@code 09:00-17:30}; UTC where their zone is unknown. */
    HOUR;

    /** @return how conditions can compare it, in the order in which people are offered them */
    public List<Comparison> comparisons() {
        return switch (this) {
            case HOUR -> List.of(Comparison.BETWEEN);
            case KNOWN -> List.of(Comparison.IS);
            default -> Arrays.stream(Comparison.values()).filter(one -> one != Comparison.BETWEEN).toList();
        };
    }
}
