package org.agentinbox.answer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import org.agentinbox.platform.list.ImportProblem;
import org.agentinbox.platform.list.ListFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFileTest {

    private static ListFile<AnswerFile.Row> read(String file) {
        return AnswerFile.read(file.getBytes(UTF_8));
    }

    private static List<ImportProblem> whole(ListFile.Wrong reason) {
        return List.of(new ImportProblem(0, reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void aFileIsReadWithOrWithoutItsMark(String mark) {
        ListFile<AnswerFile.Row> file = read(mark + "Shortcut,text,SHARED\r\n/Ship,\"Two\ndays\",TRUE\r\n배송,이틀,false\r\n");
        assertEquals(List.of(), file.problems());
        assertEquals(List.of(new AnswerFile.Row(2, "ship", "Two\ndays", true), new AnswerFile.Row(4, "배송", "이틀", false)), file.rows());
    }

    @Test
    void whatIsExportedIsImported() {
        List<AnswerView> answers = List.of(new AnswerView(UUID.randomUUID(), 0, "a", "=1+1 \"x\", {visitor.name}\n\n-", true),
            new AnswerView(UUID.randomUUID(), 0, "배송", "'@ 😀", false));
        ListFile<AnswerFile.Row> file = AnswerFile.read(AnswerFile.write(answers));
        assertEquals(List.of(), file.problems());
        assertEquals(answers.stream().map(AnswerView::text).toList(), file.rows().stream().map(AnswerFile.Row::text).toList());
        assertTrue(new String(AnswerFile.write(answers), UTF_8).startsWith("\uFEFFshortcut,text,shared\r\na,\"'=1"));
    }

    @Test
    void eachLineTellsWhatIsWrongWithIt() {
        ListFile<AnswerFile.Row> file = read(
            "shortcut,text,shared\nok,fine,true\na b,text,true\nempty, ,true\ntwo,cells\nwhich,text,maybe\nhole,{visitor.nmae},false\n"
                + "OK,again,true\nok,mine,false\nnul,a\u0000b,false\nlong," + "x".repeat(4001) + ",true\nlast,\"open,true\n");
        assertEquals(
            List.of(new ImportProblem(3, AnswerFile.Wrong.SHORTCUT), new ImportProblem(4, AnswerFile.Wrong.EMPTY_TEXT),
                new ImportProblem(5, ListFile.Wrong.CELLS),
                new ImportProblem(6, AnswerFile.Wrong.SHARED), new ImportProblem(7, AnswerFile.Wrong.PLACEHOLDER),
                new ImportProblem(8, ListFile.Wrong.TWICE),
                new ImportProblem(10, AnswerFile.Wrong.INVALID_CHARACTERS), new ImportProblem(11, AnswerFile.Wrong.TEXT_TOO_LONG),
                new ImportProblem(12, ListFile.Wrong.QUOTES)),
            file.problems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''", "shortcut,text", "text,shortcut,shared", "ship,text,true", "'\"'"})
    void anotherFirstLineIsRefusedAsItIs(String file) {
        assertEquals(List.of(new ImportProblem(1, ListFile.Wrong.HEADER)), read(file + "\na b,c,d").problems());
    }

    @Test
    void semicolonsMayStandBetweenTheCells() {
        ListFile<AnswerFile.Row> file = read("shortcut;text;shared\nship;Two days, at most;true\n");
        assertEquals(List.of(), file.problems());
        assertEquals("Two days, at most", file.rows().get(0).text());
    }

    @Test
    void otherCharactersAndHugeFilesAreRefused() {
        String file = "shortcut,text,shared\na,é,true\n";
        assertEquals(whole(ListFile.Wrong.NOT_UTF8), AnswerFile.read(file.getBytes(ISO_8859_1)).problems());
        assertEquals(whole(ListFile.Wrong.NOT_UTF8), AnswerFile.read(file.getBytes(UTF_16)).problems());
        assertEquals(whole(ListFile.Wrong.TOO_BIG), AnswerFile.read(new byte[ListFile.MOST_BYTES + 1]).problems());
    }

    @Test
    void aFileOfAnotherKindIsNotToldLineByLineForEver() {
        assertEquals(100, read("shortcut,text,shared\n" + "x\n".repeat(1000)).problems().size());
    }
}
