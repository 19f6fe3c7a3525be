package org.agentinbox.mail;

/**
 * An email of another feature to one person.
 *
 * @param to the address
 * @param name the person's name
 * @param language of the texts, BCP 47
 * @param replyTo the address for answers; null for the sender's
 * @param calendar a calendar object for calendar programs, or null
 */
public record Email(String to, String name, String language, String subject, String text, String replyTo, Calendar calendar) {

    /**
     * A calendar object in an email (RFC 6047).
     *
     * @param method as in the object, such as {@code REQUEST}
     * @param text the iCalendar object
     */
    public record Calendar(String method, String text) {}

    /** @return an email of plain text */
    public static Email plain(String to, String name, String language, String subject, String text) {
        return new Email(to, name, language, subject, text, null, null);
    }
}
