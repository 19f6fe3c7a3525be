package org.agentinbox.summary;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.agentinbox.conversation.AuthorKind;

/** Finds what the visitor showed interest in: situations, and key phrases in the visitor's words that come back or come first. */
final class TopicFinder {

    private static final int MOST = 5;
    private static final int MOST_SITUATIONS = 2;
    private static final double ENOUGH = 1.5;
    private static final Situations SITUATIONS = new Situations();
    private static final Set<String> DEEDS = Lexicon.ENGLISH.words("deeds");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "my", "some", "this", "to", "for", "of");
    private static final Set<String> NO_TOPIC = Lexicon.ENGLISH.words("notopic");
    private static final Pattern CALLED = Pattern.compile("(?:^|[,.!?]\\s+)(\\p{Lu}\\p{Ll}+)(?=[,.!?]|$)|\\b(?:Mr|Mrs|Ms|Miss|Dr|"
        + "Professor|Prof)\\.?\\s+(\\p{Lu}\\p{Ll}+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'-]*");

    /** A phrase, and what speaks for it. */
    private static final class Candidate {
        private final String name;
        private final List<String> stems;
        private final Set<Integer> seqs = new TreeSet<>();
        private double weight;

        private Candidate(String name, List<String> stems) {
            this.name = name;
            this.stems = stems;
        }
    }

    private final Dialogue dialogue;
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final Map<String, Double> words = new HashMap<>();
    /** Whom people call by name: nobody shows interest in those they talk to. */
    private final Set<String> called = new HashSet<>();

    private TopicFinder(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /** @return at most 5: those of the list first, or situations while nothing is listed, then key phrases */
    static List<Topic> find(Dialogue dialogue, TopicMatcher listed) {
        return new TopicFinder(dialogue).topics(listed);
    }

    private List<Topic> topics(TopicMatcher listed) {
        List<Topic> topics = new ArrayList<>(listed(listed));
        if (listed.isEmpty()) {
            topics.addAll(situations());
        }
        List<Sentence> said = dialogue.sentences().stream().filter(s -> s.isVisitors() && s.act() != Act.COURTESY).toList();
        dialogue.sentences().forEach(this::hearNames);
        said.forEach(this::weigh);
        said.forEach(this::collect);
        Set<String> covered = new HashSet<>();
        topics.forEach(t -> covered.addAll(Words.stems(t.name())));
        List<Candidate> best = candidates.values().stream().sorted(Comparator.comparing((Candidate c) -> -worth(c))
            .thenComparing(c -> c.name)).toList();
        for (Candidate c : best) {
            if (topics.size() == MOST) {
                break;
            }
            if (!covered.containsAll(c.stems)) {
                topics.add(new Topic(c.name, List.copyOf(c.seqs)));
                covered.addAll(c.stems);
            }
        }
        return topics;
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
        Map<String, Map<String, Integer>> told = new TreeMap<>();
        Map<String, Set<Integer>> seqs = new HashMap<>();
        for (Sentence s : dialogue.sentences()) {
            if (s.isVisitors() && Words.isLatin(s.text())) {
                SITUATIONS.cues(s.text().toLowerCase(Locale.ROOT)).forEach((name, cues) -> {
                    cues.forEach(cue -> told.computeIfAbsent(name, n -> new HashMap<>()).merge(cue, 1, Integer::sum));
                    seqs.computeIfAbsent(name, n -> new TreeSet<>()).add(s.seq());
                });
            }
        }
        Map<String, Double> weights = new TreeMap<>();
        told.forEach((name, cues) -> weights.put(name, weight(cues)));
        return weights.entrySet().stream().filter(e -> e.getValue() >= ENOUGH).sorted(Comparator.comparing((Map.Entry<String,
            Double> e) -> -e.getValue()))
            .limit(MOST_SITUATIONS).map(e -> new Topic(e.getKey(), List.copyOf(seqs.get(e.getKey())))).toList();
    }

    private static double weight(Map<String, Integer> cues) {
        return cues.entrySet().stream().mapToDouble(e -> SITUATIONS.weight(e.getKey()) * (1 + Math.log(e.getValue()))).sum();
    }

    private void hearNames(Sentence s) {
        for (Matcher name = CALLED.matcher(s.text()); name.find();) {
            called.add((name.group(1) == null ? name.group(2) : name.group(1)).toLowerCase(Locale.ROOT));
        }
    }

    private boolean isTopical(String lower) {
        return lower.length() > 2 && !Words.isCommon(lower) && !NO_TOPIC.contains(lower) && !called.contains(lower) && !lower.endsWith("'t")
            && !lower.chars().allMatch(Character::isDigit);
    }

    /** A word weighs by how often it was said, more at the beginning. */
    private void weigh(Sentence s) {
        double weight = s.turn() == 0 ? 1.5 : s.turn() < 3 ? 1.2 : 1;
        for (String stem : new HashSet<>(Words.isKorean(s.text()) ? KoreanNouns.of(s.text()) : s.stems())) {
            words.merge(stem, weight, Double::sum);
        }
    }

    private void collect(Sentence s) {
        if (Words.isKorean(s.text())) {
            KoreanNouns.of(s.text()).forEach(noun -> offer(noun, List.of(noun.split(" ")), s.seq(), 1));
            return;
        }
        List<String> run = new ArrayList<>();
        String deed = "";
        int end = 0;
        for (Matcher word = WORD.matcher(s.text()); word.find(); end = word.end()) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            boolean broken = end > 0 && isBroken(s.text(), end, word.start());
            boolean topical = isTopical(lower);
            boolean isDeed = DEEDS.contains(lower);
            if (broken || !topical) {
                flush(run, deed, s.seq());
                deed = isDeed ? lower : ARTICLES.contains(lower) ? deed : "";
            }
            if (topical && run.isEmpty() && isDeed) {
                deed = lower;
            } else if (topical) {
                run.add(word.group());
            }
        }
        flush(run, deed, s.seq());
    }

    private static boolean isBroken(String text, int from, int to) {
        return text.substring(from, to).chars().anyMatch(c -> c != '&' && !Character.isWhitespace(c));
    }

    private void flush(List<String> run, String deed, int seq) {
        if (!run.isEmpty()) {
            List<String> last = run.subList(Math.max(0, run.size() - 3), run.size());
            offer(run.get(run.size() - 1), seq, 0);
            if (last.size() > 1) {
                offer(String.join(" ", last.subList(last.size() - 2, last.size())), seq, 1);
            }
            if (!deed.isEmpty()) {
                offer(deed + " " + String.join(" ", last), seq, 1);
            }
            run.clear();
        }
    }

    private void offer(String name, int seq, double bonus) {
        offer(name.toLowerCase(Locale.ROOT), Words.stems(name), seq, bonus);
    }

    private void offer(String name, List<String> stems, int seq, double bonus) {
        if (!stems.isEmpty()) {
            Candidate c = candidates.computeIfAbsent(String.join(" ", stems), k -> new Candidate(name, stems));
            c.seqs.add(seq);
            c.weight += 1 + bonus * 0.3;
        }
    }

    private double worth(Candidate c) {
        double sum = c.stems.stream().mapToDouble(w -> words.getOrDefault(w, 0.5)).sum();
        return sum / Math.sqrt(c.stems.size()) + 0.5 * c.weight;
    }
}
