package org.agentinbox.web.retention;

import java.text.MessageFormat;
import java.util.ResourceBundle;

import org.agentinbox.retention.PersonDataView;

/** A row of the table of persons. */
public class PersonRow extends SubjectRow {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String email;
    private final String verifiedAt;
    private final String belongs;
    private final String claims;
    private final long conversations;

    PersonRow(PersonDataView person, InstantFormat format, ResourceBundle texts) {
        super(person.id(), person.email(), person.confirmation(),
            MessageFormat.format(texts.getString("privacy.erase.person"), person.visitors(), person.claims()));
        name = dash(person.name());
        email = person.email();
        verifiedAt = format.text(person.verifiedAt());
        belongs = MessageFormat.format(texts.getString("privacy.person.belongs"), person.visitors());
        claims = person.claims() == 0 ? null : MessageFormat.format(texts.getString("privacy.person.claims"), person.claims());
        conversations = person.conversations();
    }

    /** @return the name, or a dash */
    public String getName() {
        return name;
    }

    /** @return the address for which somebody vouches */
    public String getEmail() {
        return email;
    }

    /** @return when somebody last vouched for the person */
    public String getVerifiedAt() {
        return verifiedAt;
    }

    /** @return how many browsers belong to the person */
    public String getBelongs() {
        return belongs;
    }

    /** @return how many only claim the address, or null for none */
    public String getClaims() {
        return claims;
    }

    /** @return how many conversations there are in the browsers that belong to the person */
    public long getConversations() {
        return conversations;
    }
}
