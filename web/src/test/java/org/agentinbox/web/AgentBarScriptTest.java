package org.agentinbox.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Tests that pages without the inbox have all that the frames call there: a frame of a new feature comes to them too. */
class AgentBarScriptTest {

    private static final Path SCRIPTS = Path.of("src/main/webapp/assets/inbox");
    private static final Pattern USED = Pattern.compile("\\bapp\\.(\\w+)");
    private static final Pattern GIVEN = Pattern
        .compile("(?m)^ {2}(?:async )?(\\w+)(?=[(:,])|\\bapp\\.(\\w+) =|\\.\\.\\.absent, (root), (store), (toast)");

    private static Set<String> names(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(SCRIPTS.resolve(file))).results().flatMap(AgentBarScriptTest::groups)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> groups(MatchResult found) {
        return IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group).filter(name -> name != null);
    }

    @Test
    void eachFrameFindsWhatItCalls() throws IOException {
        Set<String> missing = names(USED, "frames.js");
        assertFalse(missing.isEmpty());
        missing.removeAll(names(GIVEN, "agent-bar.js"));
        assertEquals(Set.of(), missing);
    }
}
