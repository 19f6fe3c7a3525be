package org.agentinbox.account;

import java.util.Locale;

/** By what somebody has proved who they are. */
enum SignInMethod {
    /** Of an account of ours. */
    PASSWORD,
    /** Of an account of ours. */
    PASSKEY,
    /** An OpenID provider has said it, which asks for as much as its administrators want. */
    PROVIDER;

    /** What it is called in the audit trail and the security log. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
