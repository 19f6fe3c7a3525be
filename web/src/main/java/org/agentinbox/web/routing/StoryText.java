package org.agentinbox.web.routing;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

import org.agentinbox.routing.RoutingStep;
import org.agentinbox.routing.StepKind;
import org.agentinbox.routing.ToldStep;
import org.agentinbox.routing.rule.ConditionsDocument;
import org.agentinbox.web.platform.Bundles;
import org.agentinbox.web.routing.rule.ConditionText;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Tells the story of a request in words. */
public final class StoryText {

    private static final Set<String> GOOD = Set.of("ACCEPTED", "TAKEN", "MATCHED", "OWNED", "EXPECTED");
    /** Of more agents than these a reader learns nothing; REST has all. */
    private static final int MOST_DETAILS = 101;

    private final ResourceBundle texts;
    private final Locale locale;
    private final DateTimeFormatter times;

    /**
     * @param locale of the words
     * @param zone of the times
     */
    public StoryText(Locale locale, ZoneId zone) {
        this.texts = Bundles.bundle("pages", locale);
        this.locale = locale;
        this.times = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(locale).withZone(zone);
    }

    /**
     * @param steps what happened, in its order
     * @return the same in words; candidates are told as details of the pool to which they belong
     */
    public List<StoryLine> lines(List<ToldStep> steps) {
        List<StoryLine> lines = new ArrayList<>();
        boolean untold = false;
        for (ToldStep told : steps) {
            RoutingStep step = told.step();
            boolean belongsToPool = step.kind() == StepKind.CANDIDATE && !lines.isEmpty();
            if (untold && (!belongsToPool || GOOD.contains(step.verdict()))) {
                lines.get(lines.size() - 1).details().add(texts.getString("story.more"));
                untold = false;
            }
            if (belongsToPool) {
                add(lines.get(lines.size() - 1).details(), text(step));
            } else {
                lines.add(new StoryLine(told.at() == null ? null : times.format(told.at()), text(step), details(step),
                    step.kind() == StepKind.OFFER && GOOD.contains(step.verdict())));
                untold = number(step.data(), "untold") > 0;
            }
        }
        return lines;
    }

    private void add(List<String> details, String text) {
        if (details.size() < MOST_DETAILS) {
            details.add(text);
        } else if (details.size() == MOST_DETAILS) {
            details.add(texts.getString("story.more"));
        }
    }

    private List<String> details(RoutingStep step) {
        List<String> details = new ArrayList<>();
        JsonArray conditions = step.data().getOrDefault("conditions", JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
        for (JsonObject condition : conditions.getValuesAs(JsonObject.class)) {
            String words = ConditionText.of(ConditionsDocument.read(condition));
            details.add(format("story.condition." + (condition.getBoolean("held") ? "held" : "failed"), words));
        }
        return details;
    }

    private String text(RoutingStep step) {
        JsonObject data = step.data();
        String key = "story." + step.kind() + "." + step.verdict();
        return switch (step.kind()) {
            case ENTRY -> format(key, data.getString("name"), data.getString("entry"), data.getString("asked", ""),
                texts.getString("story.option." + data.getString("option")));
            case ACCOUNT -> format(key, data.getString("domain", ""), agent(data));
            case RULE -> format(key, data.getString("name", ""), texts.getString("story.matching." + data.getString("matching", "ALL")),
                number(data, "count"));
            case POOL -> format(key, data.getString("name", ""), data.getInt("count"));
            case CANDIDATE -> format(key, agent(data), data.getInt("load"));
            case OFFER -> format(key, agent(data), time(data.get("answeredAt")));
            case QUEUE -> format(key, number(data, "position"), time(data.get("until")), number(data, "minutes"));
            case FALLBACK -> format(key, agent(data));
        };
    }

    private static int number(JsonObject data, String member) {
        return data.getInt(member, 0);
    }

    private String agent(JsonObject data) {
        return data.getString("agentName", texts.getString("story.somebody"));
    }

    private String time(JsonValue instantOrNull) {
        return instantOrNull instanceof JsonString text ? times.format(Instant.parse(text.getString())) : "";
    }

    private String format(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }
}
