package org.agentinbox.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.agentinbox.configuration.ConfigurationProblem.Reason;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * The members of an object in a document. What is wrong is told with its place, and reading goes on, so that all of it is told at once;
 * what cannot be used is read as if it were missing. Null is the same as missing.
 */
public final class Members {

    private static final int LONGEST_NAME = 100;

    private final JsonObject json;
    private final String pointer;
    private final String section;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();
    private final List<Members> inside = new ArrayList<>();
    private final Members around;
    private boolean isSound = true;

    Members(JsonObject json, Problems problems) {
        this(json, "", "", problems, null);
    }

    private Members(JsonObject json, String pointer, String section, Problems problems, Members around) {
        this.json = json;
        this.pointer = pointer;
        this.section = section;
        this.problems = problems;
        this.around = around;
    }

    /**
     * Reads what is stored, of which nothing should be wrong.
     *
     * @param json an object
     * @param read gives null where something is wrong
     * @throws RefusedException {@link Refusal#INVALID_FIELD} of the member with the first problem
     */
    public static <T> T stored(JsonObject json, Function<Members, T> read) {
        Problems problems = new Problems();
        T made = read.apply(new Members(json, problems));
        if (made == null) {
            String first = problems.told().get(0).pointer();
            throw RefusedException.ofField(first.isEmpty() ? "" : first.split("/")[1], "it has another type or another value");
        }
        return made;
    }

    static String pointer(String around, String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return around + "/" + shown.replace("~", "~0").replace("/", "~1");
    }

    /** @return whether the member is there */
    public boolean has(String name) {
        return value(name) != JsonValue.NULL;
    }

    private JsonValue value(String name) {
        asked.add(name);
        return json.getOrDefault(name, JsonValue.NULL);
    }

    /** @return the text without white space around, without telling what is wrong with it; null where it is missing, blank or unusable */
    public String key(String name) {
        boolean isKey = value(name) instanceof JsonString text && isStorable(text.getString()) && !text.getString().isBlank();
        return isKey ? ((JsonString) value(name)).getString().strip() : null;
    }

    /** @return the text, or null */
    public String text(String name) {
        return text(value(name), pointer(pointer, name));
    }

    private String text(JsonValue value, String at) {
        if (value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonString text)) {
            tell(at, Reason.WRONG_TYPE, "string");
            return null;
        }
        if (!isStorable(text.getString())) {
            tell(at, Reason.INVALID_CHARACTERS);
            return null;
        }
        return text.getString();
    }

    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** @return the text; null where it is missing, which is told */
    public String wantedText(String name) {
        want(name);
        return text(name);
    }

    /**
     * @param longest how many characters it can have
     * @return the text of one line, without white space around; null where it is missing, blank, too long or no line, which is told
     */
    public String wantedLine(String name, int longest) {
        String text = wantedText(name);
        if (text == null) {
            return null;
        }
        try {
            String line = TextRules.line(name, text, longest);
            if (line != null) {
                return line;
            }
        } catch (RefusedException e) {
            // Told below, as is a blank text.
        }
        refused(name, name);
        return null;
    }

    private void refused(String place, String what) {
        problems.add(new ConfigurationProblem(place.isEmpty() ? pointer : pointer + "/" + place, Reason.INVALID, section + "." + what,
            List.of()));
        spoil();
    }

    /** Tells that a member is missing where it is. */
    public void want(String name) {
        if (!has(name)) {
            problem(name, Reason.MISSING_MEMBER);
        }
    }

    /** @return the value of the member, or the other one where it is missing */
    public boolean flag(String name, boolean otherwise) {
        JsonValue value = value(name);
        if (value != JsonValue.NULL && value != JsonValue.TRUE && value != JsonValue.FALSE) {
            problem(name, Reason.WRONG_TYPE, "boolean");
        }
        return otherwise ? value != JsonValue.FALSE : value == JsonValue.TRUE;
    }

    /** @return the whole number, or the other one where it is missing */
    public int count(String name, int otherwise) {
        JsonValue value = value(name);
        if (value instanceof JsonNumber number && number.isIntegral()) {
            return number.intValue();
        }
        if (value != JsonValue.NULL) {
            problem(name, Reason.WRONG_TYPE, "integer");
        }
        return otherwise;
    }

    /** @return the constant of that name, or the other one where it is missing */
    public <E extends Enum<E>> E name(String name, Class<E> type, E otherwise) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(text)).findFirst().orElseGet(() -> {
            problem(name, Reason.UNKNOWN_NAME,
                Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
            return otherwise;
        });
    }

    /** @return the object, without members where it is missing */
    public Members object(String name) {
        JsonValue value = value(name);
        if (value != JsonValue.NULL && !(value instanceof JsonObject)) {
            problem(name, Reason.WRONG_TYPE, "object");
        }
        return inside(value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT, pointer(pointer, name), section);
    }

    private Members inside(JsonObject object, String at, String ofSection) {
        Members members = new Members(object, at, ofSection, problems, this);
        inside.add(members);
        return members;
    }

    /** @return the objects of an array; those that are none are told and left out */
    public List<Members> objects(String name) {
        return objects(name, Integer.MAX_VALUE, section);
    }

    /** @param most how many there can be: of more, none is read */
    List<Members> items(Section of, int most) {
        return objects(of.member(), most, of.member());
    }

    private List<Members> objects(String name, int most, String ofSection) {
        JsonArray array = array(name);
        if (array.size() > most) {
            problem(name, Reason.TOO_MANY, most);
            return List.of();
        }
        List<Members> objects = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String at = pointer(pointer, name) + "/" + i;
            if (array.get(i) instanceof JsonObject object) {
                objects.add(inside(object, at, ofSection));
            } else {
                tell(at, Reason.WRONG_TYPE, "object");
            }
        }
        return objects;
    }

    private JsonArray array(String name) {
        JsonValue value = value(name);
        if (value != JsonValue.NULL && !(value instanceof JsonArray)) {
            problem(name, Reason.WRONG_TYPE, "array");
        }
        return value instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    /**
     * @param name of a member that is an array of texts
     * @param use gives what a text stands for, or null where it stands for nothing, which it tells at the pointer that it gets
     * @return what the texts stand for, each once
     */
    public <T> Set<T> texts(String name, TextUse<T> use) {
        JsonArray array = array(name);
        Set<T> made = new LinkedHashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String at = pointer(pointer, name) + "/" + i;
            if (array.get(i) == JsonValue.NULL) {
                tell(at, Reason.WRONG_TYPE, "string");
            }
            String text = text(array.get(i), at);
            T one = text == null ? null : use.of(text, new Place(this, at));
            if (one != null && !made.add(one)) {
                tell(at, Reason.TWICE);
            }
        }
        return made;
    }

    /** Makes something of a text in an array. */
    @FunctionalInterface
    public interface TextUse<T> {

        /** @return null where it stands for nothing */
        T of(String text, Place place);
    }

    /** Where problems are told. */
    public static final class Place {

        private final Members around;
        private final String pointer;

        private Place(Members around, String pointer) {
            this.around = around;
            this.pointer = pointer;
        }

        /** Tells what is wrong here. */
        public void problem(Reason reason, Object... arguments) {
            around.tell(pointer, reason, arguments);
        }
    }

    /** @return the place of a member */
    public Place place(String name) {
        return new Place(this, pointer(pointer, name));
    }

    /** Tells what is wrong with a member. */
    public void problem(String name, Reason reason, Object... arguments) {
        tell(pointer(pointer, name), reason, arguments);
    }

    /** Tells what is wrong with the object. */
    public void problem(Reason reason, Object... arguments) {
        tell(pointer, reason, arguments);
    }

    private void tell(String at, Reason reason, Object... arguments) {
        problems.add(at, reason, arguments);
        spoil();
    }

    private void spoil() {
        for (Members one = this; one != null; one = one.around) {
            one.isSound = false;
        }
    }

    /** Tells each member that nobody has asked for, here and in the objects inside. */
    void tellUnknown() {
        json.keySet().stream().filter(name -> !asked.contains(name)).forEach(name -> problem(name, Reason.UNKNOWN_MEMBER));
        inside.forEach(Members::tellUnknown);
    }

    /** @return whether nothing is wrong with the object, or inside of it, as far as it was read */
    public boolean isSound() {
        return isSound;
    }

    /**
     * Makes something of what was read, where nothing is wrong so far.
     *
     * @param make what the feature may refuse
     * @param places the member by the field that is refused, such as {@code routing/team}; a field that is not among them is a member
     * @return null where something is wrong
     */
    public <T> T make(Supplier<T> make, Map<String, String> places) {
        if (!isSound) {
            return null;
        }
        try {
            return make.get();
        } catch (RefusedException e) {
            String field = e.field() == null ? "" : e.field();
            String place = places.getOrDefault(field, field);
            String refused = e.refusal() == Refusal.INVALID_FIELD ? field : e.refusal().name();
            refused(place, refused);
            return null;
        }
    }
}
