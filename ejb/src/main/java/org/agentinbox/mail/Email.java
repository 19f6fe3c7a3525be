package org.agentinbox.mail;

/**
 * An email that another feature wants to send to one person.
 *
 * @param to the address
 * @param name whose it is
 * @param language of the texts, BCP 47
 * @param replyTo where an answer goes, or null: to the sender
 * @param calendar what goes with it for calendar programs, or null
 */
public record Email(String to, String name, String language, String subject, String text, String replyTo, Calendar calendar) {

    /**
     * A calendar object that a mail carries (RFC 6047).
     *
     * @param method as the object itself says, such as {@code REQUEST}
     * @param text the iCalendar object
     */
    public record Calendar(String method, String text) {}

    /** @return an email of plain text */
    public static Email plain(String to, String name, String language, String subject, String text) {
        return new Email(to, name, language, subject, text, null, null);
    }
}
