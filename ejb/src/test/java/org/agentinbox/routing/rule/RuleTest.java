package org.agentinbox.routing.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

class RuleTest {

    private static final Set<UUID> SOMEBODY = Set.of(new UUID(0, 1));
    private static final RequestFacts KOREAN = facts(Map.of(Subject.LANGUAGE, "ko", Subject.EMAIL, "Vera@Big.Example", Subject.PAGE,
        "https://www.customer.example/pricing?x=1"), "22:30");

    private static RequestFacts facts(Map<Subject, String> texts, String time) {
        return new RequestFacts(texts, Map.of("plan", "gold"), false, LocalTime.parse(time));
    }

    private static Condition condition(Subject subject, Comparison comparison, String value) {
        return new Condition(subject, subject == Subject.ATTRIBUTE ? "Plan" : null, comparison, value);
    }

    private static RuleWish rule(RuleMatching matching, Condition... conditions) {
        return new RuleWish("r", true, matching, List.of(conditions), SOMEBODY, null);
    }

    @Test
    void conditionsLookAtWhatTheyName() {
        assertTrue(condition(Subject.LANGUAGE, Comparison.IS, "KO").holds(KOREAN));
        assertTrue(condition(Subject.EMAIL_DOMAIN, Comparison.IS, "big.example").holds(KOREAN));
        assertTrue(condition(Subject.EMAIL, Comparison.BEGINS_WITH, "vera@").holds(KOREAN));
        assertTrue(condition(Subject.PAGE, Comparison.CONTAINS, "/PRICING").holds(KOREAN));
        assertTrue(condition(Subject.ATTRIBUTE, Comparison.IS, "Gold").holds(KOREAN));
        assertTrue(condition(Subject.COUNTRY, Comparison.IS_MISSING, null).holds(KOREAN));
        assertTrue(condition(Subject.COUNTRY, Comparison.IS_NOT, "KR").holds(KOREAN));
        assertTrue(condition(Subject.KNOWN, Comparison.IS, "false").holds(KOREAN));
        assertFalse(condition(Subject.NAME, Comparison.IS_GIVEN, null).holds(KOREAN));
        assertFalse(condition(Subject.NAME, Comparison.CONTAINS, "v").holds(KOREAN));
    }

    @Test
    void timesOfDayBeginInclusivelyEndExclusivelyAndMayPassMidnight() {
        Condition night = condition(Subject.HOUR, Comparison.BETWEEN, "22:30-06:00");
        assertTrue(night.holds(KOREAN));
        assertTrue(night.holds(facts(Map.of(), "05:59")));
        assertFalse(night.holds(facts(Map.of(), "06:00")));
        assertFalse(night.holds(facts(Map.of(), "22:29:59")));
        assertFalse(condition(Subject.HOUR, Comparison.BETWEEN, "09:00-17:30").holds(facts(Map.of(), "17:30")));
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThrows(RefusedException.class, () -> condition(Subject.HOUR, Comparison.IS, "09:00"));
        assertThrows(RefusedException.class, () -> condition(Subject.HOUR, Comparison.BETWEEN, "9-17"));
        assertThrows(RefusedException.class, () -> condition(Subject.HOUR, Comparison.BETWEEN, "09:00-09:00"));
        assertThrows(RefusedException.class, () -> condition(Subject.KNOWN, Comparison.IS, "maybe"));
        assertThrows(RefusedException.class, () -> condition(Subject.NAME, Comparison.IS, " "));
        assertThrows(RefusedException.class, () -> new Condition(Subject.ATTRIBUTE, null, Comparison.IS_GIVEN, null));
        assertThrows(RefusedException.class, () -> rule(RuleMatching.ANY));
        assertThrows(RefusedException.class,
            () -> new RuleWish("r", true, RuleMatching.ALL, List.of(), Set.of(), null));
    }

    @Test
    void rulesThatNeverDecideArePointedOut() {
        Condition korean = condition(Subject.LANGUAGE, Comparison.IS, "ko");
        Condition pricing = condition(Subject.PAGE, Comparison.CONTAINS, "/pricing");
        RuleView wide = new RuleView(new UUID(1, 1), 0, rule(RuleMatching.ALL, korean));
        RuleView narrow = new RuleView(new UUID(1, 2), 0, rule(RuleMatching.ALL, pricing, korean));
        RuleView impossible = new RuleView(new UUID(1, 3), 0,
            rule(RuleMatching.ALL, korean, condition(Subject.LANGUAGE, Comparison.IS, "en")));
        RuleView longer = new RuleView(new UUID(1, 4), 0,
            rule(RuleMatching.ALL, condition(Subject.LANGUAGE, Comparison.BEGINS_WITH, "ko")));
        RuleView off = new RuleView(new UUID(1, 5), 0,
            new RuleWish("off", false, RuleMatching.ALL, List.of(), SOMEBODY, null));
        assertEquals(List.of(new RuleProblem(narrow.id(), wide.id()), new RuleProblem(impossible.id(), null)),
            RuleProblem.of(List.of(off, wide, narrow, impossible, longer)));
        assertEquals(List.of(), RuleProblem.of(List.of(narrow, wide, longer)));
        assertEquals(List.of(new RuleProblem(wide.id(), longer.id())), RuleProblem.of(List.of(longer, wide)));
    }

    @Property(tries = 3000)
    void aRuleThatIsSaidToNeverDecideDoesNot(@ForAll("rules") List<RuleView> rules, @ForAll("requests") List<RequestFacts> requests) {
        List<RuleProblem> problems = RuleProblem.of(rules);
        Statistics.label("problems").collect(problems.size());
        for (RequestFacts request : requests) {
            rules.stream().filter(rule -> rule.is().active() && rule.is().matches(request)).findFirst()
                .ifPresent(decides -> assertTrue(problems.stream().noneMatch(p -> p.ruleId().equals(decides.id())),
                    () -> decides + " decides " + request));
        }
    }

    @Provide
    Arbitrary<List<RuleView>> rules() {
        Arbitrary<RuleWish> wish = Combinators.combine(Arbitraries.of(RuleMatching.class), conditions().list().ofMinSize(1).ofMaxSize(3))
            .as((matching, conditions) -> new RuleWish("r", true, matching, conditions, SOMEBODY, null));
        return wish.list().ofMinSize(2).ofMaxSize(4)
            .map(wishes -> new ArrayList<>(IntStream.range(0, wishes.size()).mapToObj(i -> new RuleView(new UUID(2, i), 0, wishes.get(i)))
                .toList()));
    }

    private static Arbitrary<Condition> conditions() {
        Arbitrary<Condition> texts = Combinators.combine(Arbitraries.of(Subject.NAME, Subject.LANGUAGE, Subject.ATTRIBUTE),
            Arbitraries.of(Comparison.class).filter(c -> c != Comparison.BETWEEN), words())
            .as((subject, comparison, word) -> condition(subject, comparison, word));
        Arbitrary<Condition> others = Arbitraries.of(condition(Subject.KNOWN, Comparison.IS, "true"),
            condition(Subject.KNOWN, Comparison.IS, "false"), condition(Subject.HOUR, Comparison.BETWEEN, "09:00-17:00"),
            condition(Subject.HOUR, Comparison.BETWEEN, "17:00-09:00"), condition(Subject.EMAIL_DOMAIN, Comparison.IS, "ab"));
        return Arbitraries.frequencyOf(Tuple.of(5, texts), Tuple.of(1, others));
    }

    private static Arbitrary<String> words() {
        return Arbitraries.of("a", "b", "ab", "ba", "abc", "A");
    }

    @Provide
    Arbitrary<List<RequestFacts>> requests() {
        Arbitrary<String> text = words().injectNull(0.3);
        return Combinators.combine(text, text, text, text, Arbitraries.of(true, false), Arbitraries.of("08:59", "09:00", "16:59", "17:00"))
            .as((name, language, plan, domain, known, time) -> {
                Map<Subject, String> texts = new EnumMap<>(Subject.class);
                texts.put(Subject.NAME, name);
                texts.put(Subject.LANGUAGE, language);
                texts.put(Subject.EMAIL, domain == null ? null : "x@" + domain);
                return new RequestFacts(texts, plan == null ? Map.of() : Map.of("plan", plan), known, LocalTime.parse(time));
            }).list().ofSize(20);
    }
}
