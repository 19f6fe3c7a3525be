package org.agentinbox.configuration;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;

import org.agentinbox.configuration.ConfigurationProblem.Reason;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;

/** Reads JSON that programs sent: within limits, and without members that are there twice. */
final class StrictJson {

    private static final int DEEPEST = 10;
    private static final int MOST_VALUES = 250_000;
    private static final String BOM = "\uFEFF";
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    /** Stands for all other numbers, which no member takes: to work with one of a million digits takes long. */
    private static final JsonNumber OTHER = JSON.createValue(0.5);

    private final JsonParser parser;
    private final Problems problems;
    private int values;

    /** Ends the reading; what is wrong was told. */
    private static final class EndedException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private StrictJson(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** Returns null where it cannot be read, which is told then. */
    static JsonValue read(byte[] bytes, int mostBytes, Problems problems) {
        if (bytes.length > mostBytes) {
            problems.add("", Reason.TOO_BIG, mostBytes);
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return read(text.startsWith(BOM) ? text.substring(1) : text, problems);
        } catch (CharacterCodingException e) {
            problems.add("", Reason.NOT_UTF8);
            return null;
        }
    }

    private static JsonValue read(String text, Problems problems) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            JsonValue value = new StrictJson(parser, problems).value(parser.next(), "", 1);
            // Reads on to the end, where something else may follow.
            parser.hasNext();
            return value;
        } catch (JsonParsingException e) {
            problems.add("", Reason.NOT_JSON, e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
        } catch (JsonException | NoSuchElementException e) {
            problems.add("", Reason.NOT_JSON, 1, 1);
        } catch (EndedException e) {
            return null;
        }
        return null;
    }

    private JsonValue value(JsonParser.Event event, String pointer, int depth) {
        if (++values > MOST_VALUES) {
            throw ended(pointer, Reason.TOO_MANY, MOST_VALUES);
        }
        if (depth > DEEPEST) {
            throw ended(pointer, Reason.TOO_DEEP, DEEPEST);
        }
        return switch (event) {
            case START_OBJECT -> object(pointer, depth);
            case START_ARRAY -> array(pointer, depth);
            case VALUE_STRING -> JSON.createValue(parser.getString());
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            default -> JsonValue.NULL;
        };
    }

    private EndedException ended(String pointer, Reason reason, int limit) {
        problems.add(pointer, reason, limit);
        return new EndedException();
    }

    private static JsonNumber number(String digits) {
        return WHOLE.matcher(digits).matches() ? JSON.createValue(Integer.parseInt(digits)) : OTHER;
    }

    private JsonValue object(String pointer, int depth) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        Set<String> seen = new HashSet<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            String inside = Members.pointer(pointer, name);
            JsonValue value = value(parser.next(), inside, depth + 1);
            if (seen.add(name)) {
                object.add(name, value);
            } else {
                problems.add(inside, Reason.DUPLICATE_MEMBER);
            }
        }
        return object.build();
    }

    private JsonValue array(String pointer, int depth) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        int index = 0;
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            array.add(value(event, pointer + "/" + index++, depth + 1));
        }
        return array.build();
    }
}
