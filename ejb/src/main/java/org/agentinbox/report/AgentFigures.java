package org.agentinbox.report;

/**
 * What agents did in several days, by the days on which the chats were requested. Null is what was not counted yet on one of the days that
 * are kept.
 *
 * @param figures offers made to them, accepted and lapsed, with times as in {@link DayFigures} of an agent
 * @param declined offers they declined
 * @param had chats they had, each once for each agent, however they came to it: by an offer, by taking it over or by being given it
 * @param handedOn how often a chat they had went on to another agent
 * @param ended chats they ended by hand, also somebody else's
 */
public record AgentFigures(PeriodFigures figures, Long declined, Long had, Long handedOn, Long ended) {

    static final AgentFigures NONE = new AgentFigures(PeriodFigures.NONE, 0L, 0L, 0L, 0L);

    AgentFigures and(AgentFigures others) {
        return new AgentFigures(figures.and(others.figures), sum(declined, others.declined), sum(had, others.had),
            sum(handedOn, others.handedOn), sum(ended, others.ended));
    }

    private static Long sum(Long one, Long other) {
        return one == null || other == null ? null : Long.valueOf(one + other);
    }
}
