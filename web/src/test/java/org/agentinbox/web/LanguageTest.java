package org.agentinbox.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Every word that people read stands in a bundle, in English and in Korean, and every word that is asked for stands there. */
class LanguageTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path WIDGET = PAGES.resolve("assets/widget");
    private static final Path TEXTS = Path.of("src/main/resources/org/agentinbox/texts");
    private static final Path MAILS = Path.of("../ejb/src/main/resources/org/agentinbox/notification");
    /** Names of accounts, zones and addresses, the same in every language. */
    private static final Set<String> NAMES = Set.of("ana, ben, chae", "cal", "sam", "mia", "Europe/Berlin",
        "https://video.example.com/room",
        "https://calendar.example.com/");
    /** Keys, and what programs read. */
    private static final Set<String> NOT_LANGUAGE = Set.of("kbd", "code");
    private static final Set<String> SPOKEN_ATTRIBUTES = Set.of("aria-label", "ariaLabel", "ariaHeaderText", "ariaRowLabel", "title",
        "placeholder", "alt", "label",
        "header", "headerText", "footerText", "message", "emptyMessage", "summary", "legend", "requiredMessage", "validatorMessage",
        "converterMessage");
    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
    private static final Pattern SENTENCE_IN_EXPRESSION = Pattern.compile("#\\{[^}]*'[^']*\\p{L}{2,} \\p{L}{2,}[^']*'[^}]*}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern COMMENT = Pattern.compile("(?m)(?<=^|[\\s;{])//.*$");
    private static final String QUOTED = "['\"`]";
    /** A sentence, Hangul, or a word where people would read it. */
    private static final List<Pattern> SPOKEN_IN_SCRIPTS = List.of(
        Pattern.compile(QUOTED + "\\p{Lu}\\p{Ll}+ \\p{Ll}+[^'\"`]*" + QUOTED),
        Pattern.compile(QUOTED + "[^'\"`\\n]*\\p{IsHangul}"),
        Pattern.compile("(?:textContent|innerText|title|placeholder|ariaLabel|alt)\\s*=\\s*" + QUOTED + "[^'\"`$]*\\p{L}"),
        Pattern.compile("['\"]?(?:aria-label|title|placeholder|alt)['\"]?:\\s*" + QUOTED + "[^'\"`$]*\\p{L}"),
        Pattern.compile("setText\\([^,]+,\\s*" + QUOTED + "\\p{L}"));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    /** Of two texts with one key the later one would stand in both places. */
    @Test
    void eachKeyStandsOnce() throws IOException {
        List<String> twice = new ArrayList<>();
        for (Path bundle : files(TEXTS, ".properties")) {
            Set<String> keys = new TreeSet<>();
            Files.readAllLines(bundle, UTF_8).stream().filter(line -> line.matches("[^#\\s][^=]*=.*"))
                .map(line -> line.substring(0, line.indexOf('=')).strip()).filter(key -> !keys.add(key))
                .forEach(key -> twice.add(bundle.getFileName() + ": " + key));
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void pagesHaveNoWordsOfTheirOwn() throws Exception {
        List<String> found = new ArrayList<>();
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (Path page : files(PAGES, ".xhtml")) {
            String text = Files.readString(page, UTF_8).replaceFirst("<!DOCTYPE html>", "");
            words(page, parser.parse(new InputSource(new StringReader(text))).getDocumentElement(), found);
        }
        assertEquals("", String.join("\n", found));
    }

    private static void words(Path page, Element element, List<String> found) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            boolean component = element.getTagName().matches("[hp]:(command|output|select|input)\\w*")
                && !element.getTagName().equals("h:outputLink");
            String name = attribute.getNodeName().replaceFirst("^pt:", "");
            if (SPOKEN_ATTRIBUTES.contains(name) || component && name.equals("value")) {
                speaks(page, attribute.getNodeValue(), found);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element one) {
                words(page, one, found);
            } else if (child.getNodeType() == Node.TEXT_NODE && !NOT_LANGUAGE.contains(element.getTagName())) {
                speaks(page, child.getNodeValue().strip(), found);
            }
        }
    }

    private static void speaks(Path page, String text, List<String> found) {
        boolean literal = LETTER.matcher(EXPRESSION.matcher(text).replaceAll("")).find() && !NAMES.contains(text);
        if (literal || SENTENCE_IN_EXPRESSION.matcher(text).find()) {
            found.add(PAGES.relativize(page) + ": " + text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/webapp/assets", "src/main/webapp/WEB-INF"})
    void scriptsHaveNoWordsOfTheirOwn(String folder) {
        List<String> found = new ArrayList<>();
        for (Path script : files(Path.of(folder), ".js")) {
            String text = withoutComments(read(script)).lines().filter(line -> !line.contains("console."))
                .collect(Collectors.joining("\n"));
            SPOKEN_IN_SCRIPTS
                .forEach(spoken -> spoken.matcher(text).results().forEach(hit -> found.add(script.getFileName() + ": " + hit.group())));
        }
        assertEquals("", String.join("\n", found));
    }

    @Test
    void theBeansHaveNone() {
        Pattern message = Pattern.compile("new FacesMessage\\([^;]*\"[^\"]*\\p{L}{2,} \\p{L}{2,}[^;]*;");
        List<String> found = files(Path.of("src/main/java"), ".java").stream()
            .flatMap(bean -> message.matcher(read(bean)).results().map(hit -> bean.getFileName() + ": " + hit.group())).toList();
        assertEquals(List.of(), found);
    }

    @Test
    void bothLanguagesSayTheSame() {
        List<String> found = new ArrayList<>();
        List<Path> bundles = Stream.of(TEXTS, MAILS).flatMap(folder -> files(folder, ".properties").stream())
            .filter(file -> !file.toString().endsWith("_ko.properties")).toList();
        assertTrue(bundles.size() >= 5, bundles.toString());
        for (Path bundle : bundles) {
            Properties english = texts(bundle);
            Properties korean = texts(Path.of(bundle.toString().replace(".properties", "_ko.properties")));
            Set<String> keys = new TreeSet<>(english.stringPropertyNames());
            keys.addAll(korean.stringPropertyNames());
            keys.forEach(key -> differences(bundle.getFileName() + " " + key, english.getProperty(key), korean.getProperty(key), found));
        }
        assertEquals("", String.join("\n", found));
    }

    private static void differences(String key, String english, String korean, List<String> found) {
        // Korean counts one and many alike.
        boolean oneOnly = key.endsWith(".one");
        if (english == null || korean == null && !oneOnly) {
            found.add(key + " is only in " + (english == null ? "Korean" : "English"));
        } else if (korean != null && !oneOnly && !placeholders(english).equals(placeholders(korean))) {
            found.add(key + ": " + placeholders(english) + " in English, " + placeholders(korean) + " in Korean");
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatIsAskedForIsThere() {
        List<String> found = new ArrayList<>();
        Properties pages = texts(TEXTS.resolve("pages.properties"));
        files(PAGES, ".xhtml").forEach(page -> asked(page, "txt\\['([\\w.-]+)']", pages, "", found));
        Properties inbox = texts(TEXTS.resolve("inbox.properties"));
        files(PAGES.resolve("assets"), ".js").stream().filter(script -> !script.startsWith(WIDGET)).forEach(script -> {
            asked(script, "\\bt\\('([\\w.-]+)'", inbox, "", found);
            asked(script, "\\bplural\\('([\\w.-]+)'", inbox, ".other", found);
        });
        Properties widget = texts(TEXTS.resolve("widget.properties"));
        widget.putAll(texts(TEXTS.resolve("booking.properties")));
        files(WIDGET, ".js").forEach(script -> {
            asked(script, "\\bt\\('([\\w.-]+)'", widget, "", found);
            asked(script, "\\btn\\('([\\w.-]+)'", widget, ".other", found);
        });
        assertEquals("", String.join("\n", found));
    }

    private static void asked(Path file, String pattern, Properties texts, String ending, List<String> found) {
        Pattern.compile(pattern).matcher(read(file)).results().map(hit -> hit.group(1) + ending).filter(key -> !texts.containsKey(key))
            .forEach(key -> found.add(file.getFileName() + " asks for " + key));
    }

    private static String withoutComments(String script) {
        return COMMENT.matcher(script.replaceAll("(?s)/\\*.*?\\*/", "")).replaceAll("");
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
            assertTrue(!files.isEmpty(), folder + " has no " + ending);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties texts(Path bundle) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle, UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
