package org.agentinbox.it.fuzz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.agentinbox.it.support.Installation;

/** Frames of all three sockets, from {@code asyncapi.yaml}. */
final class FrameCases {

    private final Description description;
    private final Map<String, List<Map<String, Object>>> sent = new HashMap<>();
    private final Map<String, Map<String, Map<String, Object>>> received = new HashMap<>();

    FrameCases(Installation installation) {
        description = Description.of(installation, "asyncapi.yaml");
        for (String channel : List.of("visitor", "agent", "admin")) {
            sent.put(channel, description.sentByClients(channel));
            received.put(channel, description.sentByServer(channel));
        }
    }

    BadCase next(Chance chance) {
        String channel = chance.oneIn(10) ? "admin" : chance.of("visitor", "agent");
        // Frames of another channel are bad input too.
        String meant = chance.oneIn(20) ? chance.of("visitor", "agent", "admin") : channel;
        Object frame = new Specimens(description, chance).of(chance.of(sent.get(meant)), "frame");
        String text = Mistakes.inText(JsonText.of(Mistakes.inMembers(frame, chance)), chance);
        return of(channel, text, chance.oneIn(50));
    }

    /** @return a case of one's own; what stands in braces is as in {@link Known} */
    BadCase of(String channel, String text, boolean binary) {
        return new FrameCase(channel, Mistakes.sendable(text), binary, received.get(channel), new Schema(description));
    }
}
