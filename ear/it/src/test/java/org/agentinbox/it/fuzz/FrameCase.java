package org.agentinbox.it.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.json.JsonObject;

/**
 * A text, or bytes, over one of the sockets.
 *
 * @param allowed the payloads of what may come back, by type
 */
record FrameCase(String channel, String text, boolean binary, Map<String, Map<String, Object>> allowed, Schema schemas) implements BadCase {

    private static final List<String> FAILURES = List.of("INTERNAL", "UNAVAILABLE");

    @Override
    public void tryOn(Round round) {
        for (JsonObject frame : round.socket(channel).ask(round.known().in(text), binary)) {
            check(frame);
        }
    }

    private void check(JsonObject frame) {
        Map<String, Object> payload = Optional.ofNullable(allowed.get(frame.getString("type")))
            .orElseThrow(() -> new AssertionError("A frame that is not described: " + frame));
        Answers.checkJson(schemas, payload, frame.toString());
        if ("error".equals(frame.getString("type"))) {
            Answers.checkText(frame.getString("message"));
            if (FAILURES.contains(frame.getString("code"))) {
                throw new AssertionError("The server failed: " + frame);
            }
        }
    }

    @Override
    public String toString() {
        return "ws/" + channel + (binary ? " (binary) " : " ") + text;
    }
}
