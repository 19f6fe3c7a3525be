package org.agentinbox.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.agentinbox.TableOwners;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of tables that hold history. */
class HistoryTablesTest {

    private static final Path TEXTS = Path.of("../web/src/main/resources/org/agentinbox/texts");
    private static final HistoryTables TABLES = new HistoryTables(TableOwners.all());

    private static Stream<String> tables() {
        Stream<String> listed = Stream.concat(TABLES.ofConversation().stream(), TABLES.ofVisitor().stream());
        return Stream.of(listed, TABLES.aged().stream().map(HistoryTables.Aged::table), Stream.of("conversation", "message", "visitor",
            "visitor_record"))
            .flatMap(names -> names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages.properties", "pages_ko.properties"})
    void recordsOfRunsNameEachInWords(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(bundle))) {
            texts.load(reader);
        }
        assertEquals(List.of(), tables().filter(table -> !texts.containsKey("privacy.table." + table)).toList());
    }
}
