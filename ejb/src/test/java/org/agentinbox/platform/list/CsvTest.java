package org.agentinbox.platform.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvTest {

    private static List<List<String>> cells(String file) {
        return Csv.read(file).stream().map(Csv.Line::cells).toList();
    }

    @Provide
    Arbitrary<List<List<String>>> records() {
        Arbitrary<String> tricky = Arbitraries.strings().withChars("'=+-@\t\r\n\",a ＝한{}").ofMaxLength(6);
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(20);
        return Arbitraries.oneOf(tricky, any).list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(5);
    }

    @Property
    void whatIsWrittenIsReadAsItWas(@ForAll("records") List<List<String>> records) {
        assertEquals(records, cells(Csv.write(records)));
    }

    @Property
    void noCellIsWrittenThatASpreadsheetWouldRun(@ForAll("records") List<List<String>> records) {
        for (List<String> record : records) {
            for (String cell : record) {
                String written = Csv.write(List.of(List.of(cell)));
                String seen = written.startsWith("\"") ? written.substring(1) : written;
                assertFalse(seen.matches("(?s)[=+\\-@\\t\\n\uFF1D\uFF0B\uFF0D\uFF20].*|\\r[^\\n].*|\\r\\n\\r.*"), written);
            }
        }
    }

    @Test
    void filesOfOthersAreReadWhateverTheirBreaks() {
        List<List<String>> expected = List.of(List.of("a", "b c", ""), List.of("d\"e", "f\ng", " h "));
        assertEquals(expected, cells("a,b c,\n\n\"d\"\"e\",\"f\ng\", h \n"));
        assertEquals(expected, cells("a,b c,\r\n\"d\"\"e\",\"f\ng\", h "));
        assertEquals(expected, cells("a,b c,\r\"d\"\"e\",\"f\ng\", h \r\r"));
        assertEquals(List.of(), cells(""));
    }

    @Test
    void apostrophesAreTakenOnlyWhereTheyGuard() {
        assertEquals(List.of(List.of("=1", "'=1", "'tis", "'")), cells("'=1,''=1,'tis,'"));
    }

    @Test
    void linesAreCountedAsAnEditorShowsThem() {
        assertEquals(List.of(1, 3, 6, 8), Csv.read("a\r\n\r\n\"b\r\nb\n\"\n\"c\rc\"\nd").stream().map(Csv.Line::line).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n\"b", "a\n\"b\" c", "a\nb\"c", "a\n\"b\"\"\nc,d"})
    void wrongQuotesEndTheReading(String file) {
        List<Csv.Line> lines = Csv.read(file);
        assertEquals(2, lines.size());
        assertEquals(2, lines.get(1).line());
        assertNull(lines.get(1).cells());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a;b|';'", "a,b|','", "a,b;c|','", "a|','", "''|','", "a_b;c|';'"})
    void theFirstLineTellsWhatStandsBetweenCells(String file, String separator) {
        assertEquals(separator.charAt(0), Csv.separator(file));
    }

    @Test
    void semicolonsStandBetweenCellsAsCommasDo() {
        List<List<String>> cells = new ArrayList<>();
        Csv.read("a;b,c\r\n\"d;e\";'=1\r\n\r\n;", ';', line -> cells.add(line.cells()));
        assertEquals(List.of(List.of("a", "b,c"), List.of("d;e", "=1"), List.of("", "")), cells);
    }

    @Test
    void readingEndsWhereItIsToldTo() {
        List<Integer> lines = new ArrayList<>();
        Csv.read("a\nb\nc\nd", ',', line -> {
            lines.add(line.line());
            return line.line() < 2;
        });
        assertEquals(List.of(1, 2), lines);
    }

    @Test
    void noOtherSeparatorBeginsACell() {
        assertEquals("\"a;=1\",\"b\t=1\"\r\n", Csv.write(List.of(List.of("a;=1", "b\t=1"))));
    }
}
