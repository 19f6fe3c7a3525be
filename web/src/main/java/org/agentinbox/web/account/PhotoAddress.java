package org.agentinbox.web.account;

import java.util.UUID;

/** Where the pictures of people are. */
public final class PhotoAddress {

    private PhotoAddress() {}

    /**
     * @param context the path of the application, {@code /inbox}
     * @param account whose
     * @param tag the picture's, or null where there is none
     * @return the path, another one for each picture, so that no cache shows an earlier one; without a picture there are initials
     */
    public static String of(String context, UUID account, UUID tag) {
        return context + "/api/v1/agents/" + account + "/photo" + (tag == null ? "" : "?tag=" + tag);
    }
}
