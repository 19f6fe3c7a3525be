package org.agentinbox.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.agentinbox.summary.builtin.TopicWords;
import org.agentinbox.summary.builtin.PersonNames;
import org.agentinbox.summary.KnownNames;

import org.agentinbox.visitor.VisitorNames;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Removes from counted topics that are not on the administrators' list those that name nothing a report is about: people, codes, single
 * adjectives. This also covers topics that were stored before this rule existed, and those that an endpoint wrote.
 */
@ApplicationScoped
class ReportableTopics {

    /** A topic with more than this many chats for each visitor of that name is not about a person. */
    private static final int CHATS_OF_A_NAME = 10;

    @Inject
    private KnownNames known;
    @Inject
    private VisitorNames visitors;

    List<TopicCount> of(List<TopicCount> counted) {
        List<String> free = counted.stream().filter(topic -> !topic.listed()).map(TopicCount::name).toList();
        return free.isEmpty() ? counted : without(counted, known.ofAccounts(), visitors.count(free));
    }

    /**
     * @param accounts names of people who have an account
     * @param called how many visitors have a topic's name as their own, by the name in lower case
     */
    static List<TopicCount> without(List<TopicCount> counted, PersonNames accounts, Map<String, Long> called) {
        return counted.stream().filter(topic -> topic.listed() || TopicWords.isTopic(topic.name()) && !accounts.areNames(topic.name())
            && !isVisitor(topic, called.getOrDefault(topic.name().toLowerCase(Locale.ROOT), 0L))).toList();
    }

    /** Visitors choose their names freely: one who calls themselves Refund must not remove refunds from the report. */
    private static boolean isVisitor(TopicCount topic, long called) {
        return called * CHATS_OF_A_NAME >= topic.chats() && !PersonNames.isAlsoAWord(topic.name());
    }
}
