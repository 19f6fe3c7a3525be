package org.agentinbox.web.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.agentinbox.routing.TransferCandidate;
import org.agentinbox.routing.TransferService;
import org.agentinbox.supervision.AssignCandidates;
import org.agentinbox.supervision.SupervisionService;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * To whom the conversation that the request names can be given. The lists are null where it is gone, ended or not the caller's to give:
 * then nothing is rendered, and the page says that it could not be loaded.
 */
@Named("handover")
@RequestScoped
public class HandoverChoice {

    @EJB
    private TransferService transfers;
    @EJB
    private SupervisionService supervision;
    @Inject
    private PageReader reader;
    @Inject
    private HttpServletRequest request;

    /** @return the other agents, those who can take it first, each by name */
    public List<HandoverRow> getTransferRows() {
        return rows(id -> agents(transfers.candidates(id)));
    }

    /** @return teams, then the other agents, those who can take it first; each by name */
    public List<HandoverRow> getAssignRows() {
        return rows(id -> {
            AssignCandidates all = supervision.candidates(id);
            return Stream.concat(all.teams().stream().map(team -> HandoverRow.of(team, reader.texts(), reader.times())),
                agents(all.agents()));
        });
    }

    private List<HandoverRow> rows(Function<UUID, Stream<HandoverRow>> candidates) {
        return reader.asked(id -> candidates.apply(id).toList()).orElse(null);
    }

    private Stream<HandoverRow> agents(List<TransferCandidate> candidates) {
        return candidates.stream().map(agent -> HandoverRow.of(agent, request.getContextPath(), reader.texts(), reader.times()))
            .sorted(Comparator.comparing(row -> !row.can()));
    }
}
