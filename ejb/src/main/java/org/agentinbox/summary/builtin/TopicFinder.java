package org.agentinbox.summary.builtin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.agentinbox.conversation.Topic;

/** Finds what the visitor showed interest in: situations, and key phrases that the visitor repeated or said early. */
public final class TopicFinder {

    private static final int MOST = 5;
    private static final int MOST_SITUATIONS = 2;
    private static final double ENOUGH = 1.5;
    private static final Situations SITUATIONS = new Situations();
    private static final Set<String> TELLING = Set.copyOf(SITUATIONS.stems());
    /** Weights, chosen on one half of a set of public dialogues and confirmed on the other half. */
    private static final double FIRST_TURN = 2.5;
    private static final double EARLY_TURN = 1.5;
    private static final double EARLY_CUE = 1.5;
    private static final double OFTEN = 0.6;
    private static final double SAID_OFTEN = 0.5;
    private static final double REPEATED = 0.3;
    private static final double UNSAID = 0.5;
    private static final Pattern CALLED = Pattern.compile("(?<=^|[,.!?]\\s{1,9})(\\p{Lu}\\p{Ll}+)(?=[,.!?]|$)|(?:Mr|Mrs|Ms|Miss|Dr|"
        + "Professor|Prof)\\.?\\s+(\\p{Lu}\\p{Ll}+)");

    /** A phrase and its weight. */
    private static final class Candidate {
        private final String name;
        private final List<String> stems;
        private final Set<Integer> seqs = new TreeSet<>();
        private double weight;
        /** The weight of each of its stems, computed once all words are weighed. */
        private double[] heard;

        private Candidate(String name, List<String> stems) {
            this.name = name;
            this.stems = stems;
        }
    }

    private final Dialogue dialogue;
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final Map<String, List<String>> nouns = new HashMap<>();
    private final Map<String, List<String>> stemmed = new HashMap<>();
    private final Map<String, Double> words = new HashMap<>();
    /** Names by which people address each other in the chat; they are no topics. */
    private final Set<String> called = new HashSet<>();
    private final PersonNames names;
    private final Predicate<String> persons;

    private TopicFinder(Dialogue dialogue, PersonNames names) {
        this.dialogue = dialogue;
        this.names = names;
        this.persons = word -> called.contains(word.toLowerCase(Locale.ROOT)) || names.isName(word);
    }

    /**
     * @param names of people, who are no topics unless the list contains them
     * @return at most 5: topics of the list first, or situations where the list is empty, then key phrases
     */
    public static List<Topic> find(Dialogue dialogue, TopicMatcher listed, PersonNames names) {
        return new TopicFinder(dialogue, names).topics(listed);
    }

    private List<Topic> topics(TopicMatcher listed) {
        List<Topic> topics = new ArrayList<>(listed(listed));
        if (listed.isEmpty()) {
            topics.addAll(situations());
        }
        List<Sentence> said = dialogue.sentences().stream().filter(s -> s.isVisitors() && s.act() != SpeechAct.COURTESY).toList();
        dialogue.sentences().forEach(this::hearNames);
        said.forEach(this::weigh);
        said.forEach(this::collect);
        Set<String> covered = new HashSet<>();
        topics.forEach(t -> covered.addAll(TextAnalysis.stems(t.name())));
        topics.forEach(t -> covered.addAll(listed.stems(t.name())));
        while (topics.size() < MOST) {
            Candidate best = best(covered);
            if (best == null) {
                break;
            }
            topics.add(new Topic(best.name, List.copyOf(best.seqs)));
            covered.addAll(best.stems);
        }
        return topics;
    }

    /** @return the candidate of the most worth that is not covered yet, or null */
    private Candidate best(Set<String> covered) {
        Candidate best = null;
        double most = 0;
        for (Candidate c : candidates.values()) {
            if (covered.containsAll(c.stems)) {
                continue;
            }
            double worth = worth(c, covered);
            if (best == null || worth > most || worth == most && c.name.compareTo(best.name) < 0) {
                best = c;
                most = worth;
            }
        }
        return best;
    }

    private List<Topic> listed(TopicMatcher listed) {
        Map<String, Set<Integer>> found = new LinkedHashMap<>();
        for (Sentence s : dialogue.sentences()) {
            if (s.isVisitors()) {
                listed.in(s).forEach(name -> found.computeIfAbsent(name, n -> new TreeSet<>()).add(s.seq()));
            }
        }
        return found.entrySet().stream().limit(MOST).map(e -> new Topic(e.getKey(), List.copyOf(e.getValue()))).toList();
    }

    private List<Topic> situations() {
        Map<String, Map<String, Double>> told = new TreeMap<>();
        Map<String, Set<Integer>> seqs = new HashMap<>();
        for (Sentence s : dialogue.sentences()) {
            if (s.isVisitors() && TextAnalysis.isLatin(s.text())) {
                SITUATIONS.cues(s.text().toLowerCase(Locale.ROOT)).forEach((name, cues) -> {
                    cues.forEach(
                        cue -> told.computeIfAbsent(name, n -> new HashMap<>()).merge(cue, s.turn() < 2 ? EARLY_CUE : 1, Double::sum));
                    seqs.computeIfAbsent(name, n -> new TreeSet<>()).add(s.seq());
                });
            }
        }
        Map<String, Double> weights = new TreeMap<>();
        told.forEach((name, cues) -> weights.put(name, weight(cues)));
        return weights.entrySet().stream().filter(e -> e.getValue() >= ENOUGH)
            .sorted(Comparator.comparing((Map.Entry<String, Double> e) -> -e.getValue()))
            .limit(MOST_SITUATIONS).map(e -> new Topic(e.getKey(), List.copyOf(seqs.get(e.getKey())))).toList();
    }

    private static double weight(Map<String, Double> cues) {
        return cues.entrySet().stream().mapToDouble(e -> SITUATIONS.weight(e.getKey()) * Math.pow(e.getValue(), OFTEN)).sum();
    }

    private void hearNames(Sentence s) {
        String text = s.text();
        Matcher name = CALLED.matcher(text).useTransparentBounds(true);
        for (int i = 0; i < text.length(); i++) {
            if (Character.isUpperCase(text.charAt(i)) && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1))) && mayBeCalled(text, i)
                && name.region(i, text.length()).lookingAt()) {
                called.add((name.group(1) == null ? name.group(2) : name.group(1)).toLowerCase(Locale.ROOT));
            }
        }
    }

    /**
     * A first filter before the regular expression: a name is a capital followed by small letters. Only after a title (Mr, Dr, Prof and the
     * like) may it be followed by a space.
     */
    private static boolean mayBeCalled(String text, int from) {
        int end = from + 1;
        while (end < text.length() && (Character.isLowerCase(text.charAt(end)) || Character.isSurrogate(text.charAt(end)))) {
            end++;
        }
        return end > from + 1
            && ("MDP".indexOf(text.charAt(from)) >= 0 || end == text.length() || !Character.isLetterOrDigit(text.charAt(end))
                && text.charAt(end) != ' ');
    }

    /** Words weigh more the more often they occur, and more at the beginning. */
    private void weigh(Sentence s) {
        double weight = s.turn() == 0 ? FIRST_TURN : s.turn() < 3 ? EARLY_TURN : 1;
        for (String stem : new HashSet<>(TextAnalysis.isKorean(s.text()) ? nouns(s) : s.stems())) {
            words.merge(stem, weight, Double::sum);
        }
    }

    private List<String> nouns(Sentence s) {
        return nouns.computeIfAbsent(s.text(), text -> KoreanNouns.of(text, names));
    }

    private void collect(Sentence s) {
        if (TextAnalysis.isKorean(s.text())) {
            nouns(s).forEach(noun -> offer(noun, List.of(noun.split(" ")), s.seq(), 0.3));
        } else {
            PhraseReader.read(s.text(), persons).forEach(p -> offer(p.text(), s.seq(), p.bonus()));
        }
    }

    private void offer(String name, int seq, double bonus) {
        String lower = name.toLowerCase(Locale.ROOT);
        List<String> stems = new ArrayList<>();
        for (String word : lower.split(" ")) {
            stems.addAll(stemmed.computeIfAbsent(word, TextAnalysis::stems));
        }
        offer(lower, stems, seq, bonus);
    }

    private void offer(String name, List<String> stems, int seq, double bonus) {
        if (!stems.isEmpty()) {
            Candidate c = candidates.computeIfAbsent(String.join(" ", stems), k -> new Candidate(name, stems));
            c.seqs.add(seq);
            c.weight += 1 + bonus;
        }
    }

    /** Words that are typical of situations count more, since they are more likely topics. Words of topics chosen before count less. */
    private double worth(Candidate c, Set<String> covered) {
        if (c.heard == null) {
            c.heard = c.stems.stream().mapToDouble(w -> words.getOrDefault(w, UNSAID) + (TELLING.contains(w) ? 1 : 0)).toArray();
        }
        double sum = 0;
        for (int i = 0; i < c.heard.length; i++) {
            sum += (covered.contains(c.stems.get(i)) ? REPEATED : 1) * c.heard[i];
        }
        return sum / Math.sqrt(c.stems.size()) + SAID_OFTEN * c.weight;
    }
}
