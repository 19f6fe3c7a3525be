package org.agentinbox.web.hint;

import java.util.Set;
import java.util.UUID;

/** Something that open sockets are to be told. */
public sealed interface Hint {

    /**
     * A frame to send.
     *
     * @param audience whose sockets get it
     * @param frame the text to send, as asyncapi.yaml describes it
     * @param toAsker whether a socket whose frame is being answered at this moment gets it too; false where its answer says the same
     */
    record Frame(Audience audience, String frame, boolean toAsker) implements Hint {}

    /** Sign-ins that ended: the sockets that were opened with them are closed. */
    record SignInsEnded(Set<UUID> signInIds) implements Hint {
        /** Keeps a copy. */
        public SignInsEnded {
            signInIds = Set.copyOf(signInIds);
        }
    }
}
