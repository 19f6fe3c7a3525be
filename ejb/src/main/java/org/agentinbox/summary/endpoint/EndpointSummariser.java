package org.agentinbox.summary.endpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.agentinbox.summary.builtin.TopicWords;
import org.agentinbox.summary.builtin.PersonNames;
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
    private final PersonNames names;

    EndpointSummariser(EndpointClient client, TopicMatcher listed, PersonNames names) {
        this.client = client;
        this.listed = listed;
        this.names = names;
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
    private List<Topic> topics(List<Turn> turns, List<Topic> answered) {
        Set<String> ofList = new HashSet<>(listed.names());
        List<Topic> theirs = answered.stream()
            .filter(t -> ofList.contains(t.name()) || TopicWords.isTopic(t.name()) && !names.areNames(t.name())).toList();
        List<Topic> ours = TopicFinder.find(new Dialogue(turns), listed, names);
        if (theirs.isEmpty()) {
            return ours;
        }
        List<Topic> topics = new ArrayList<>(ours.stream().filter(t -> ofList.contains(t.name())).toList());
        theirs.stream().filter(
            t -> topics.size() < EndpointAnswer.MOST_TOPICS && topics.stream().noneMatch(known -> known.name().equalsIgnoreCase(t.name())))
            .forEach(topics::add);
        return topics;
    }
}
