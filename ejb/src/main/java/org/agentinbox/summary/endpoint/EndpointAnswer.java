package org.agentinbox.summary.endpoint;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.conversation.Topic;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.summary.api.Statement;
import org.agentinbox.summary.api.StatementKind;
import org.agentinbox.summary.api.SummariserException;
import org.agentinbox.summary.api.Turn;
import org.agentinbox.summary.builtin.TextAnalysis;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * Reads what an endpoint answered, and believes none of it: a statement counts where it is a short plain sentence of a known kind that
 * names
 * messages it was told of; a topic where it is on the administrators' list or in the visitor's own words.
 */
final class EndpointAnswer {

    static final int MOST_STATEMENTS = 12;
    static final int LONGEST_STATEMENT = 300;
    static final int MOST_TOPICS = 5;
    private static final int MOST_SEQS = 20;
    private static final int LONGEST_TOPIC = 60;
    private static final int LONGEST_TEXT = 600;
    private static final Pattern MARKUP = Pattern
        .compile("<\\s*[/!?]?\\s*\\p{Alpha}|&(?:#\\w+|\\w+);|[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]|```");
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]*://|www\\.)\\S+");
    private static final Pattern FENCE = Pattern.compile("(?s)^```(?:json)?\\s*(.*?)\\s*```$");

    private final Map<Integer, Turn> told;
    private final List<String> listed;

    /**
     * @param told what the endpoint was told, by the messages' numbers
     * @param listed the names of the administrators' topics
     */
    EndpointAnswer(Map<Integer, Turn> told, List<String> listed) {
        this.told = told;
        this.listed = listed;
    }

    /** What is left of an answer. */
    record Read(String text, List<Statement> statements, List<Topic> topics) {}

    /**
     * @return what is usable; empty where the endpoint found nothing to say
     * @throws SummariserException where it is nonsense, or nothing of it can be believed
     */
    Optional<Read> read(String answer) {
        JsonObject object = parse(answer);
        if (!(object.get("statements") instanceof JsonArray all)) {
            throw new SummariserException("it answered in another form", false);
        }
        List<Statement> statements = all.stream().limit(4L * MOST_STATEMENTS).flatMap(value -> statement(value).stream()).distinct()
            .limit(MOST_STATEMENTS)
            .sorted(Comparator.comparing(Statement::kind).thenComparing(s -> s.seqs().get(0))).toList();
        if (statements.isEmpty() && !all.isEmpty()) {
            throw new SummariserException("no statement of its answer can be used", false);
        }
        return statements.isEmpty() ? Optional.empty() : Optional.of(new Read(text(statements), statements, topics(object.get("topics"))));
    }

    private static JsonObject parse(String answer) {
        Matcher fenced = FENCE.matcher(answer.strip());
        try (var reader = JSON.createReader(new StringReader(fenced.matches() ? fenced.group(1) : answer.strip()))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException | StackOverflowError e) {
            throw new SummariserException("its answer is no JSON object", false);
        }
    }

    private static String text(List<Statement> statements) {
        StringBuilder text = new StringBuilder();
        for (Statement statement : statements) {
            if (text.length() + statement.text().length() < LONGEST_TEXT) {
                text.append(text.isEmpty() ? "" : " ").append(statement.text());
            }
        }
        return text.toString();
    }

    private Optional<Statement> statement(JsonValue value) {
        if (!(value instanceof JsonObject object) || !(object.get("kind") instanceof JsonString kind)
            || !(object.get("text") instanceof JsonString said)) {
            return Optional.empty();
        }
        List<Integer> seqs = seqs(object.get("seqs"));
        String text = said.getString().strip();
        return Stream.of(StatementKind.values()).filter(k -> k.name().equals(kind.getString()))
            .filter(k -> !seqs.isEmpty() && isPlain(text, LONGEST_STATEMENT) && saidBy(k, seqs)).findFirst()
            .map(k -> new Statement(k, text, seqs));
    }

    /** @return ascending, each once; empty where one is none that was told */
    private List<Integer> seqs(JsonValue value) {
        if (!(value instanceof JsonArray array) || array.size() > MOST_SEQS) {
            return List.of();
        }
        TreeSet<Integer> seqs = new TreeSet<>();
        for (JsonValue one : array) {
            if (!(one instanceof JsonNumber number) || !number.isIntegral() || number.bigIntegerValue().bitLength() > 31
                || !told.containsKey(number.intValue())) {
                return List.of();
            }
            seqs.add(number.intValue());
        }
        return List.copyOf(seqs);
    }

    private boolean isPlain(String text, int longest) {
        return text.length() <= longest && text.codePoints().anyMatch(Character::isLetterOrDigit) && !MARKUP.matcher(text).find()
            && LINK.matcher(text).results()
                .allMatch(link -> told.values().stream().anyMatch(t -> t.text().contains(link.group().replaceFirst("[.,!?)]+$", ""))));
    }

    /** A wish without a word of the visitor is none, nor an answer without one of the agent. */
    private boolean saidBy(StatementKind kind, List<Integer> seqs) {
        AuthorKind author = kind == StatementKind.WANTS ? AuthorKind.VISITOR : kind == StatementKind.ANSWERED ? AuthorKind.AGENT : null;
        return author == null || seqs.stream().anyMatch(seq -> told.get(seq).author() == author);
    }

    private List<Topic> topics(JsonValue value) {
        List<Topic> topics = new ArrayList<>();
        if (value instanceof JsonArray array) {
            array.stream().limit(4L * MOST_TOPICS).flatMap(one -> topic(one).stream())
                .filter(t -> topics.size() < MOST_TOPICS && topics.stream().noneMatch(known -> known.name().equalsIgnoreCase(t.name())))
                .forEach(topics::add);
        }
        return topics;
    }

    private Optional<Topic> topic(JsonValue value) {
        if (!(value instanceof JsonObject object) || !(object.get("name") instanceof JsonString named)) {
            return Optional.empty();
        }
        String name = named.getString().strip();
        List<Integer> shown = seqs(object.get("seqs")).stream().filter(seq -> told.get(seq).author() == AuthorKind.VISITOR).toList();
        Optional<Topic> ofList = listed.stream().filter(name::equalsIgnoreCase).findFirst().filter(n -> !shown.isEmpty())
            .map(n -> new Topic(n, shown));
        return ofList.isPresent() ? ofList : ofWords(name);
    }

    private Optional<Topic> ofWords(String name) {
        if (!isPlain(name, LONGEST_TOPIC) || name.codePoints().noneMatch(Character::isLetter) || name.contains(Redaction.EMAIL)
            || name.contains(Redaction.PHONE)) {
            return Optional.empty();
        }
        Pattern words = Pattern.compile((TextAnalysis.isLatin(name) ? "(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])" : "%s")
            .formatted(Stream.of(name.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"))),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        List<Integer> seqs = told.values().stream().filter(t -> t.author() == AuthorKind.VISITOR && words.matcher(t.text()).find())
            .map(Turn::seq).toList();
        return seqs.isEmpty() ? Optional.empty() : Optional.of(new Topic(name.toLowerCase(Locale.ROOT), seqs));
    }
}
