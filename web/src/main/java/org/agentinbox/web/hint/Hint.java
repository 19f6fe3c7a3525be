package org.agentinbox.web.hint;

import java.util.Set;
import java.util.UUID;

/** Something to tell open sockets. */
public sealed interface Hint {

    /**
     * A frame to send.
     *
     * @param audience whose sockets get it
     * @param frame the text to send, as asyncapi.yaml describes it
     * @param toAsker whether a socket whose frame is being answered gets it too; false where the answer has the same content
     */
    record Frame(Audience audience, String frame, boolean toAsker) implements Hint {}

    /** Sign-ins that ended; the sockets that were opened with them are closed. */
    record SignInsEnded(Set<UUID> signInIds) implements Hint {
        /** Copies the set. */
        public SignInsEnded {
            signInIds = Set.copyOf(signInIds);
        }
    }
}
