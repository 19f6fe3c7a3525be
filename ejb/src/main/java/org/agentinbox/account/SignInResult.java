package org.agentinbox.account;

import java.time.Duration;

/** How an attempt to sign in ended. */
public sealed interface SignInResult {

    /**
     * The person is signed in.
     *
     * @param token the secret for their browser; it exists nowhere else
     * @param device the secret by which this browser is known the next time; it exists nowhere else
     * @param signedIn who, and until when
     */
    record Success(String token, String device, SignedIn signedIn) implements SignInResult {

        @Override
        public String toString() {
            return "Success[" + signedIn + "]";
        }
    }

    /** The user name, the password, or both are wrong, or the account is not active: which one is not told. */
    record Wrong() implements SignInResult {}

    /** The password was right, but it was for one sign-in and its 72 hours are over: a sales admin can give a new one. */
    record Expired() implements SignInResult {}

    /**
     * Too many wrong passwords: this one was not looked at.
     *
     * @param remaining how long until the next attempt counts; more than zero
     */
    record Wait(Duration remaining) implements SignInResult {}

    /** The server checks as many passwords as it can: this one was not looked at, nor counted. Some seconds later there is room. */
    record Busy() implements SignInResult {}
}
