package org.agentinbox.account.passkey;

import java.nio.ByteBuffer;
import java.util.UUID;

/** What authenticators keep to know an account by: its id and nothing about the person (Web Authentication, section 14.6.1). */
final class UserHandle {

    private UserHandle() {}

    static byte[] of(UUID account) {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(account.getMostSignificantBits()).putLong(account.getLeastSignificantBits())
            .array();
    }
}
