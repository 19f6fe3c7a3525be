package org.agentinbox.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.agentinbox.entry.TextNode.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** What is formatting in the texts of entries, and what stays text. */
class FormattedTextTest {

    private static final int LONG = 20_000;
    private static final Duration SOON = Duration.ofSeconds(10);

    private static String told(String text) {
        return told(FormattedText.parse(text));
    }

    /** A short form: p(…), ul(…), ol(…), li(…), b(…), i(…), a[href](…), ~ for a line break. */
    private static String told(List<TextNode> nodes) {
        return nodes.stream().map(node -> switch (node.kind()) {
            case PARAGRAPH -> "p(" + told(node.children()) + ")";
            case LIST -> (node.ordered() ? "ol(" : "ul(") + told(node.children()) + ")";
            case ITEM -> "li(" + told(node.children()) + ")";
            case STRONG -> "b(" + told(node.children()) + ")";
            case EMPHASIS -> "i(" + told(node.children()) + ")";
            case LINK -> "a[" + node.href() + "](" + told(node.children()) + ")";
            case BREAK -> "~";
            case TEXT -> node.text();
        }).collect(Collectors.joining());
    }

    private static int depth(List<TextNode> nodes) {
        return nodes.stream().mapToInt(node -> 1 + depth(node.children())).max().orElse(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', value = {
        "We are **here** for *you* 🙂→p(We are b(here) for i(you) 🙂)",
        "_one_ and __two__ and snake_case_name→p(i(one) and b(two) and snake_case_name)",
        "[Help](https://help.example/a?b=c&d#e) or [mail](mailto:us@acme.example)→"
            + "p(a[https://help.example/a?b=c&d#e](Help) or a[mailto:us@acme.example](mail))",
        "<https://help.example> and <us@acme.example>→"
            + "p(a[https://help.example](https://help.example) and a[mailto:us@acme.example](us@acme.example))",
        "[**bold** link](HTTPS://HELP.example)→p(a[HTTPS://HELP.example](b(bold) link))",
        "상담 **시간**은 [여기](https://acme.example/시간)에→p(상담 b(시간)은 a[https://acme.example/시간](여기)에)",
        "one\\ntwo→p(one\\ntwo)"})
    void formattingIsRead(String text, String told) {
        assertEquals(told, told(text));
    }

    @Test
    void linesAndListsAreRead() {
        assertEquals("p(one~two)p(three)", told("one\ntwo\n\n\nthree"));
        assertEquals("p(Either)ul(li(p(this))li(p(b(that))ol(li(p(x)))))", told("Either\n- this\n- **that**\n  1. x"));
        assertEquals("ol(li(p(a))li(p(b)))", told("3. a\n4. b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', value = {
        "<b>bold</b> <script>alert(1)</script>→p(<b>bold</b> <script>alert(1)</script>)",
        "<img src=x onerror=alert(1)>→p(<img src=x onerror=alert(1)>)",
        "&lt;b&gt; &amp; &#60;i&#62;→p(<b> & <i>)",
        "[a](javascript:alert(1))→p(a)",
        "[a](JaVaScRiPt:alert(1))→p(a)",
        "[a](javascript&#58;alert(1))→p(a)",
        "[a](&#106;avascript:alert(1))→p(a)",
        "[a](data:text/html;base64,PHNjcmlwdD4=)→p(a)",
        "[a](vbscript:x) [b](file:///etc/passwd) [c](//evil.example) [d](/path) [e]()→p(a b c d e)",
        "<javascript:alert(1)>→p(javascript:alert(1))",
        "[a](<https://ok.example/ javascript:x>)→p(a)",
        "[a](https:javascript:alert(1))→p(a)",
        "![a **picture**](https://evil.example/pixel.png)→p(a picture)",
        "![x](javascript:alert(1))→p(x)",
        "[![x](https://a.example/b.png)](https://c.example)→p(a[https://c.example](x))",
        "[a [b](https://b.example) c](https://c.example)→p([a a[https://b.example](b) c](https://c.example))"})
    void whatIsHostileIsText(String text, String told) {
        assertEquals(told, told(text));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"# No heading", "> no quotation", "---", "**not closed", "[not](closed", "![", "```",
            "<", "&", "\\"})
    void whatIsNotOfThePartIsShownAsItWasTyped(String text) {
        assertEquals("p(" + text + ")", told(text));
    }

    @Test
    void codeIsItsWords() {
        assertEquals("p(Type ls -l <x>)", told("Type `ls -l <x>`"));
        assertEquals("p(four spaces)", told("    four spaces"));
        assertEquals("", told("*\n- []()"), "the widget shows it as it was typed where there are no parts");
        assertEquals("p(a[https://help.example](Help))", told("[Help]\n\n[Help]: https://help.example"));
        assertEquals("", told(" \n\t\n"));
        assertEquals(List.of(), FormattedText.parse(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "**a ", "_a *b ", "[", "![", "[a](", "<", "<a", "&", "`", "- ", "1. ", "> ", "- a\n", "\\",
        "[a](https://b ", "*a**b",
        "a\n", "a\n\n", "- a\n  ", "<!--", "](x", "[](https://a.example)"})
    void twentyThousandCharactersOfItTakeNoTimeAndNoDepth(String part) {
        String text = part.repeat(LONG / part.length());
        assertTimeoutPreemptively(SOON, () -> assertTrue(depth(FormattedText.parse(text)) <= FormattedText.DEEPEST));
    }

    @Test
    void whatIsTooDeepKeepsItsWords() {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            nested.append("  ".repeat(i)).append("- w").append(i).append('\n');
        }
        List<TextNode> nodes = FormattedText.parse(nested.toString());
        assertTrue(depth(nodes) <= FormattedText.DEEPEST);
        String told = told(nodes);
        for (int i = 0; i < 20; i++) {
            assertTrue(told.contains("w" + i), i + ": " + told);
        }
    }

    @Property(tries = 500)
    void nothingThrowsAndNoAddressIsOfAnotherScheme(
        @ForAll @StringLength(max = 200) @CharRange(from = ' ', to = '~') String typed) {
        allAreSafe(FormattedText.parse(typed.replace('x', '\n').replace('y', '*').replace('z', '[')));
    }

    private static void allAreSafe(List<TextNode> nodes) {
        nodes.forEach(node -> {
            assertTrue(node.kind() != Kind.LINK || node.href().matches("(?i)(https?://|mailto:).*"), node.toString());
            allAreSafe(node.children());
        });
    }
}
