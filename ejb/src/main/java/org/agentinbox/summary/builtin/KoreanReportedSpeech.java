package org.agentinbox.summary.builtin;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts Korean sentences into the form of a note: "언제 오나요?" becomes "고객이 언제 오는지 문의함." */
final class KoreanReportedSpeech {

    private static final Pattern END = Pattern.compile("[\\s.!?~…,;:·！？。^]+$");
    private static final Pattern ASKED_FOR = Pattern.compile("^(.*\\S) ?(?:주세요|주십시오|주실 수 (?:있나요|있을까요|있으신가요|있으실까요|있어요|있습니까|있는지요?)|"
        + "주실래요|주시겠어요|주시겠습니까"
        + "|주시면 (?:됩니다|돼요|감사하겠습니다|좋겠습니다|좋겠어요|안 ?될까요)|주시기 바랍니다|주셨으면 (?:합니다|좋겠어요|해요)|줄 수 있나요|주시길 바랍니다)$");
    private static final Pattern NOUN_ASKED_FOR = Pattern.compile("^(.*?)(?:을|를)? ?(?:부탁드립니다|부탁드려요|부탁합니다|부탁해요|부탁드릴게요|바랍니다)$");
    private static final Pattern SEEN = Pattern.compile(".*(?:보입니다|줄입니다|높입니다|쌓입니다|쓰입니다|꺾입니다)$");
    private static final Pattern STATE_NEGATED = Pattern.compile(".*(?:[있없좋같많적크]|하)지 않$");
    private static final Pattern TOLD_TO = Pattern.compile("^(.*?)(?:으)?(?:세요|십시오|시면 됩니다|시면 돼요|시면 되세요)$");
    private static final Set<String> ADJECTIVE_HA = Lexicon.KOREAN.words("adjectives.ha");
    private static final Set<String> ADJECTIVES = Lexicon.KOREAN.words("adjectives");
    private static final Map<String, String> PERSONS = Lexicon.KOREAN.pairs("persons");

    private final boolean visitor;

    private KoreanReportedSpeech(boolean visitor) {
        this.visitor = visitor;
    }

    static String of(Sentence sentence) {
        String core = END.matcher(sentence.essence()).replaceFirst("");
        String shorter = SentenceShortener.of(core);
        KoreanReportedSpeech report = new KoreanReportedSpeech(sentence.isVisitors());
        String who = report.visitor ? "고객이 " : "상담원이 ";
        if (!shorter.equals(core)) {
            return who + "“" + shorter + "”라고 함.";
        }
        return who + report.say(sentence.act(), report.third(core)) + ".";
    }

    private String say(SpeechAct act, String core) {
        return switch (act) {
            case QUESTION -> question(core) + (visitor ? " 문의함" : " 물음");
            case REQUEST -> request(core);
            case COMMITMENT -> statement(core) + (core.endsWith("예정입니다") ? " 안내함" : " 약속함");
            case WISH, PROBLEM -> statement(core) + " 함";
            default -> statement(core) + (visitor ? " 함" : " 안내함");
        };
    }

    private String request(String core) {
        Matcher asked = ASKED_FOR.matcher(core);
        if (asked.matches()) {
            return asked.group(1) + " 달라고 요청함";
        }
        Matcher noun = NOUN_ASKED_FOR.matcher(core);
        if (noun.matches()) {
            if (noun.group(1).matches(".*(?:로|까지|부터|게|히|에)$")) {
                return noun.group(1) + " 해 달라고 요청함";
            }
            return noun.group(1) + (Hangul.finalOf(noun.group(1)) == Hangul.NONE ? "를 요청함" : "을 요청함");
        }
        Matcher told = TOLD_TO.matcher(core);
        if (told.matches()) {
            String stem = told.group(1);
            return stem + (Hangul.finalOf(stem) == Hangul.NONE || Hangul.finalOf(stem) == Hangul.L ? "라고 안내함" : "으라고 안내함");
        }
        return statement(core) + " 요청함";
    }

    private String question(String core) {
        if (core.matches(".*(?:는지|은지|ㄴ지)요?$")) {
            return core.replaceFirst("요$", "");
        }
        if (core.endsWith("까요") && Hangul.finalOf(cut(core, 2)) == Hangul.L) {
            return cut(core, 2) + "지";
        }
        if (core.endsWith("가요") && Hangul.finalOf(cut(core, 2)) == Hangul.N) {
            return cut(core, 2) + "지";
        }
        String copula = beforeCopula(core, "입니까", "이에요", "예요", "인가", "이죠", "이지요");
        if (copula != null) {
            return copula + "인지";
        }
        String stem = core.endsWith("나요") && !core.endsWith(" 나요") ? cut(core, 2) : core.endsWith("습니까") ? cut(core, 3) : stem(core);
        return stem == null ? quoted(core) : asking(stem);
    }

    private static String asking(String stem) {
        boolean adjective = isAdjective(stem);
        if (!adjective || Hangul.finalOf(stem) == Hangul.SS || stem.endsWith("없")) {
            return stem + "는지";
        }
        return Hangul.finalOf(stem) == Hangul.NONE ? Hangul.withFinal(stem, Hangul.N) + "지" : stem + "은지";
    }

    private String statement(String core) {
        String copula = SEEN.matcher(core).matches() ? null : beforeCopula(core, "입니다", "이에요", "예요", "인데요", "인데", "이고요", "이네요", "이거든요");
        if (copula != null) {
            return copula + (Hangul.finalOf(copula) == Hangul.NONE && Hangul.endsInSyllable(copula) ? "라고" : "이라고");
        }
        if (core.endsWith("아니에요") || core.endsWith("아닙니다") || core.endsWith("아닌데요")) {
            return cut(core, 4) + "아니라고";
        }
        String stem = stem(core);
        return stem == null ? quoted(core) : declared(stem);
    }

    private static String declared(String stem) {
        if (isAdjective(stem) || Hangul.finalOf(stem) == Hangul.SS || STATE_NEGATED.matcher(stem).matches()) {
            return stem + "다고";
        }
        return switch (Hangul.finalOf(stem)) {
            case Hangul.NONE, Hangul.L -> Hangul.withFinal(stem, Hangul.N) + "다고";
            default -> stem + "는다고";
        };
    }

    /** @return the stem of the verb that ends the sentence, null where the ending is not known */
    private static String stem(String core) {
        for (String ending : new String[]{"는데요", "거든요", "더라고요", "더라구요", "습니다", "는데", "은데요", "네요", "고요", "구요", "지요", "죠", "어요", "아요",
            "은데"}) {
            if (core.endsWith(ending) && core.length() > ending.length() && Hangul.endsInSyllable(cut(core, ending.length()))) {
                return cut(core, ending.length());
            }
        }
        if (core.endsWith("니다") && core.length() > 2 && Hangul.finalOf(cut(core, 2)) == Hangul.B) {
            return Hangul.withFinal(cut(core, 2), Hangul.NONE);
        }
        if (core.endsWith("데요") && core.length() > 2 && Hangul.finalOf(cut(core, 2)) == Hangul.N) {
            return Hangul.withFinal(cut(core, 2), Hangul.NONE);
        }
        if (core.endsWith("게요") && core.length() > 2 && Hangul.finalOf(cut(core, 2)) == Hangul.L) {
            return Hangul.withFinal(cut(core, 2), Hangul.NONE) + "겠";
        }
        if (core.endsWith("요") && core.length() > 1 && Hangul.endsInSyllable(cut(core, 1)) && Hangul.finalOf(cut(core,
            1)) == Hangul.NONE && !core.endsWith("세요")) {
            return Hangul.uncontracted(cut(core, 1));
        }
        return null;
    }

    private static boolean isAdjective(String stem) {
        if (stem.endsWith("하")) {
            return ADJECTIVE_HA.stream().anyMatch(a -> stem.endsWith(a + "하"));
        }
        return ADJECTIVES.stream().anyMatch(stem::endsWith);
    }

    private static String beforeCopula(String core, String... endings) {
        for (String ending : endings) {
            if (core.endsWith(ending) && core.length() > ending.length()) {
                return cut(core, ending.length());
            }
        }
        return null;
    }

    private static String quoted(String core) {
        return "“" + core + "”라고";
    }

    private static String cut(String text, int letters) {
        return text.substring(0, text.length() - letters);
    }

    private String third(String core) {
        StringBuilder said = new StringBuilder();
        for (String word : core.split("\\s+")) {
            String other = PERSONS.getOrDefault((visitor ? "v" : "a") + word, PERSONS.getOrDefault(word, word));
            if (other.startsWith("고객님")) {
                other = "고객" + other.substring(3);
            }
            said.append(other.isEmpty() || said.isEmpty() ? "" : " ").append(other);
        }
        return said.isEmpty() ? core : said.toString();
    }
}
