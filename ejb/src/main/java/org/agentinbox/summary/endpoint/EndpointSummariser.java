package org.agentinbox.summary.endpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.agentinbox.conversation.Topic;
import org.agentinbox.summary.api.Summariser;
import org.agentinbox.summary.api.SummariserException;
import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.api.Turn;
import org.agentinbox.summary.builtin.Dialogue;
import org.agentinbox.summary.builtin.FactFinder;
import org.agentinbox.summary.builtin.TopicFinder;
import org.agentinbox.summary.builtin.TopicMatcher;

/**
 * Has summaries written by an OpenAI-compatible endpoint. Throws whenever it has none that can be believed: the built-in one serves then.
 * Must not be called in a transaction, for it waits for another machine.
 */
final class EndpointSummariser implements Summariser {

    private final EndpointClient client;
    private final TopicMatcher listed;

    EndpointSummariser(EndpointClient client, TopicMatcher listed) {
        this.client = client;
        this.listed = listed;
    }

    @Override
    public Summary summarise(List<Turn> turns) {
        EndpointPrompt prompt = new EndpointPrompt(turns, listed.names(), client.endpoint().redact());
        if (prompt.told().isEmpty()) {
            return Summary.EMPTY;
        }
        EndpointAnswer.Read read = client
            .ask(EndpointPrompt.SYSTEM, prompt.document(), new EndpointAnswer(prompt.told(), listed.names())::read)
            .orElseThrow(() -> new SummariserException("it found nothing to say", false));
        return new Summary(read.text(), read.statements(), topics(turns, read.topics()), FactFinder.find(turns), client.endpoint().model());
    }

    /** What the visitor called by a name of the administrators' list counts in any case. Where the endpoint names none, ours serve. */
    private List<Topic> topics(List<Turn> turns, List<Topic> theirs) {
        List<Topic> ours = TopicFinder.find(new Dialogue(turns), listed);
        if (theirs.isEmpty()) {
            return ours;
        }
        Set<String> names = new HashSet<>(listed.names());
        List<Topic> topics = new ArrayList<>(ours.stream().filter(t -> names.contains(t.name())).toList());
        theirs.stream().filter(
            t -> topics.size() < EndpointAnswer.MOST_TOPICS && topics.stream().noneMatch(known -> known.name().equalsIgnoreCase(t.name())))
            .forEach(topics::add);
        return topics;
    }
}
