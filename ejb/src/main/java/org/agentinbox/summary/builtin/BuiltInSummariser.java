package org.agentinbox.summary.builtin;

import java.util.List;
import java.util.stream.Collectors;

import org.agentinbox.summary.api.Statement;
import org.agentinbox.summary.api.Summariser;
import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.api.Turn;

/** Writes summaries without any service: it selects the most important sentences and puts them into the third person. */
public final class BuiltInSummariser implements Summariser {

    private final TopicMatcher listed;
    private final PersonNames names;

    /** A summariser without a list of topics. */
    public BuiltInSummariser() {
        this(TopicMatcher.NONE);
    }

    public BuiltInSummariser(TopicMatcher listed) {
        this(listed, PersonNames.NONE);
    }

    public BuiltInSummariser(TopicMatcher listed, PersonNames names) {
        this.listed = listed;
        this.names = names;
    }

    @Override
    public Summary summarise(List<Turn> turns) {
        Dialogue dialogue = new Dialogue(turns);
        if (dialogue.sentences().isEmpty()) {
            return Summary.EMPTY;
        }
        Composer composer = new Composer(dialogue);
        List<Statement> main = composer.main();
        String text = main.stream().map(Statement::text).collect(Collectors.joining(" "));
        return new Summary(text, composer.all(main), TopicFinder.find(dialogue, listed, names), FactFinder.find(turns));
    }
}
