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
 * Leaves out of counted topics what names nothing that a report is about, where the administrators' list does not have it: people, codes,
 * single
 * adjectives. Topics that were stored before there was such a rule, or that an endpoint wrote, are judged as well.
 */
@ApplicationScoped
class ReportableTopics {

    /** A topic of more chats than so many for each visitor who is called so is not about a person. */
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
     * @param called how many visitors are called by a topic, by its name in lower case
     */
    static List<TopicCount> without(List<TopicCount> counted, PersonNames accounts, Map<String, Long> called) {
        return counted.stream().filter(topic -> topic.listed() || TopicWords.isTopic(topic.name()) && !accounts.areNames(topic.name())
            && !isVisitor(topic, called.getOrDefault(topic.name().toLowerCase(Locale.ROOT), 0L))).toList();
    }

    /** Visitors call themselves what they like: one who says to be called Refund does not take refunds out of the report. */
    private static boolean isVisitor(TopicCount topic, long called) {
        return called * CHATS_OF_A_NAME >= topic.chats() && !PersonNames.isAlsoAWord(topic.name());
    }
}
