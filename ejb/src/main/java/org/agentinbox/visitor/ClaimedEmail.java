package org.agentinbox.visitor;

import java.util.regex.Pattern;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;

/** The rule for email addresses that visitors give. */
public final class ClaimedEmail {

    private static final int LONGEST = 320;
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private ClaimedEmail() {}

    /**
     * @param typed at most {@value #LONGEST} characters, or null
     * @return the address without white space around it, or null where none is given
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD} of {@code email}
     */
    public static String checked(String typed) {
        String address = TextRules.line("email", typed, LONGEST);
        if (address != null && !ADDRESS.matcher(address).matches()) {
            throw RefusedException.ofField("email", "an address such as name@example.com");
        }
        return address;
    }
}
