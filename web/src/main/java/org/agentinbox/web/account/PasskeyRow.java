package org.agentinbox.web.account;

import java.io.Serializable;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

import org.agentinbox.account.passkey.PasskeyView;

/** One of one's own passkeys, in the list. */
public class PasskeyRow implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final PasskeyView passkey;

    PasskeyRow(PasskeyView passkey) {
        this.passkey = passkey;
    }

    UUID id() {
        return passkey.id();
    }

    /** @return what its owner calls it */
    public String getLabel() {
        return passkey.label();
    }

    /** @return when it was added, for programs */
    public String getAdded() {
        return passkey.createdAt().toString();
    }

    /** @return the same for people, where no script writes it in their zone */
    public String getAddedText() {
        return MINUTE.format(passkey.createdAt());
    }

    /** @return when it signed in last, for programs; null where it never did */
    public String getUsed() {
        return passkey.lastUsedAt() == null ? null : passkey.lastUsedAt().toString();
    }

    /** @return the same for people, where no script writes it in their zone; null where it never did */
    public String getUsedText() {
        return passkey.lastUsedAt() == null ? null : MINUTE.format(passkey.lastUsedAt());
    }
}
