package org.agentinbox.summary.builtin;

import java.util.regex.Pattern;

import org.agentinbox.conversation.append.AuthorKind;

/** Analyses Korean sentences. */
final class Korean implements Language {

    private static final Lexicon WORDS = Lexicon.KOREAN;
    private static final Pattern COURTESY = Pattern.compile("^(?:" + String.join("|", WORDS.words("courtesy.re")) + ")[\\s.,!?~^]*$");
    private static final Pattern LEAD_IN = Pattern.compile("^(?:" + String.join("|"
        + "", WORDS.words("leadin.re")) + ")(?=[\\s,.!~])[\\s,.!~]*");
    private static final Pattern REQUEST = Pattern.compile("(?:" + String.join("|", WORDS.words("request.re")) + ")[\\s.!~?？]*$");
    private static final Pattern WISH = WORDS.within("wish.re");
    private static final Pattern PROBLEM = WORDS.within("problem.re");
    private static final Pattern COMMITMENT = WORDS.within("commitment.re");
    private static final Pattern INSTRUCTION = Pattern.compile("(?:세요|시면 됩니다|시면 돼요)[\\s.!~]*$");
    private static final Pattern QUESTION = Pattern.compile("(?:\\S나요|[인한은는른된큰운]가요|까요|습니까|니까|[는은]지요|[?？])[\\s.!~?？]*$");
    private static final Pattern CONSENT = Pattern.compile("^(?:네|예|넵|좋아요|좋습니다|그렇게 해 ?주세요|그렇게 할게요|부탁드려요|부탁드립니다)[\\s.,!~].*|^(?:좋아요|좋습니다)$");

    @Override
    public SpeechAct act(String sentence, String essence, AuthorKind author) {
        if (COURTESY.matcher(sentence).matches() || COURTESY.matcher(essence).matches()) {
            return SpeechAct.COURTESY;
        }
        if (REQUEST.matcher(essence).find() || author == AuthorKind.AGENT && INSTRUCTION.matcher(essence).find()) {
            return SpeechAct.REQUEST;
        }
        if (QUESTION.matcher(sentence).find()) {
            return SpeechAct.QUESTION;
        }
        if (author == AuthorKind.AGENT) {
            return COMMITMENT.matcher(essence).find() ? SpeechAct.COMMITMENT : SpeechAct.STATEMENT;
        }
        if (WISH.matcher(essence).find()) {
            return SpeechAct.WISH;
        }
        if (PROBLEM.matcher(essence).find()) {
            return SpeechAct.PROBLEM;
        }
        return CONSENT.matcher(sentence).matches() && TextAnalysis.count(sentence) < 5 ? SpeechAct.CONSENT : SpeechAct.STATEMENT;
    }

    @Override
    public boolean tellsOfAProblem(String sentence) {
        return PROBLEM.matcher(sentence).find();
    }

    @Override
    public String essence(String sentence) {
        String left = sentence.strip();
        String before;
        do {
            before = left;
            left = LEAD_IN.matcher(left).replaceFirst("");
        } while (!left.equals(before) && !left.isEmpty());
        return left.isBlank() ? sentence : left;
    }

    @Override
    public String report(Sentence sentence) {
        return KoreanReportedSpeech.of(sentence);
    }
}
