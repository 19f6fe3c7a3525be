package org.agentinbox.web.now;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.agentinbox.now.AgentState;
import org.agentinbox.now.NowChat;
import org.agentinbox.now.NowService;
import org.agentinbox.now.NowTeam;
import org.agentinbox.now.NowView;
import org.agentinbox.now.NowWaiting;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;

/** What goes on, as the server renders it; the page's script keeps it up to date. The service decides who sees what. */
@Named
@RequestScoped
public class NowPage {

    /** Rows of chats at first; the page has a button for more, and an address that shows all. */
    private static final int FIRST = 100;

    @EJB
    private NowService now;
    @Inject
    private NowTexts texts;
    private NowView view;
    private boolean all;

    /** Reads what the caller may see; who may see nothing gets the page of refusals. */
    public void open() throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        all = context.getExternalContext().getRequestParameterMap().containsKey("all");
        try {
            view = now.look();
        } catch (RefusedException e) {
            if (e.refusal() != Refusal.NOT_ALLOWED) {
                throw e;
            }
            context.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
            context.responseComplete();
        }
    }

    /** @return how much is shown, as of when, and whose day the figures are of, in a sentence */
    public String getMade() {
        return texts.text("now.made", texts.clock(view.at(), view.zone()), view.zone().getId());
    }

    /** @return when it was read */
    public Instant getAt() {
        return view.at();
    }

    /** @return the zone of the figures */
    public String getZone() {
        return view.zone().getId();
    }

    /** @return whether the page leaves out other teams */
    public boolean isPartial() {
        return !view.everything();
    }

    /** @return the teams by which it can be filtered */
    public List<NowTeam> getTeams() {
        return view.teams();
    }

    /** @return the states by which agents can be filtered */
    public List<AgentState> getStates() {
        return List.of(AgentState.values());
    }

    /** @return everybody who takes chats */
    public List<AgentRow> getAgents() {
        return view.agents().stream().map(agent -> new AgentRow(agent.id().toString(), agent.name(), agent.state(),
            texts.state(agent.state()), texts.why(agent, view.zone()), agent.since(), passed(agent.since()),
            texts.text("now.load.of", texts.number(agent.chats()), texts.number(agent.most())), agent.chats(), agent.most())).toList();
    }

    /** @return who waits */
    public List<WaitingRow> getWaiting() {
        return view.waiting().stream().map(one -> new WaitingRow(one.id().toString(), texts.orDash(one.visitor()),
            texts.orDash(one.entry()), texts.place(one), one.since(), passed(one.since()))).toList();
    }

    /** @return chats under way, the first of them unless all are asked for */
    public List<ChatRow> getChats() {
        return view.chats().stream().limit(all ? view.chats().size() : FIRST)
            .map(chat -> new ChatRow(chat.id().toString(), texts.orDash(chat.visitor()), chat.agentName(), texts.orDash(chat.entry()),
                chat.since(), passed(chat.since()), chat.unanswered(), passed(chat.unanswered())))
            .toList();
    }

    /** @return whether there are more chats than the page shows */
    public boolean isMore() {
        return !all && view.chats().size() > FIRST;
    }

    /** @return the counts on top */
    public List<Figure> getFigures() {
        long available = view.agents().stream().filter(agent -> agent.state() == AgentState.AVAILABLE).count();
        Instant longest = view.waiting().stream().map(NowWaiting::since).min(Instant::compareTo).orElse(null);
        Instant unanswered = view.chats().stream().map(NowChat::unanswered).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
        Stream<Figure> present = Stream.of(
            figure("available", texts.text("now.load.of", texts.number(available), texts.number(view.agents().size()))),
            figure("waiting", texts.number(view.waiting().size())), ticking("longest", longest),
            figure("chats", texts.number(view.chats().size())), ticking("unanswered", unanswered));
        Stream<Figure> today = Stream.of(figure("requested", texts.number(view.today().requested())),
            figure("connected", texts.number(view.today().connected())), figure("missed", texts.number(view.today().missed())),
            figure("queued", texts.text("now.queued.of", texts.number(view.today().queued()), texts.number(view.today().left()))),
            figure("accept", texts.millis(view.today().accept())), figure("response", texts.millis(view.today().response())));
        return Stream.concat(present, today).toList();
    }

    private Figure figure(String name, String value) {
        return new Figure(name, texts.text("now.figure." + name), value, null);
    }

    private Figure ticking(String name, Instant since) {
        return new Figure(name, texts.text("now.figure." + name), passed(since), since);
    }

    /** @return the hours of the day with what was requested in them */
    public List<HourBar> getHours() {
        return HourBar.of(view.today().hours());
    }

    private String passed(Instant since) {
        return since == null ? "-" : NowTexts.passed(Duration.between(since, view.at()));
    }

    /** @return the highest number of requests in an hour */
    public String getMost() {
        return texts.number(HourBar.most(view.today().hours()));
    }

    /**
     * An agent.
     *
     * @param why what decides whether chats come, in words
     * @param since when the state began, or null
     * @param passed how long ago that was
     * @param load chats of limit, in words
     */
    public record AgentRow(String id, String name, AgentState state, String stateText, String why, Instant since, String passed,
        String load, int chats, int most) {

        /** @return the state as a part of a style's name */
        public String style() {
            return state.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Somebody who waits.
     *
     * @param place in the queue, or whose offer it is, in words
     */
    public record WaitingRow(String id, String visitor, String entry, String place, Instant since, String passed) {}

    /** A chat under way. */
    public record ChatRow(String id, String visitor, String agent, String entry, Instant since, String passed, Instant unanswered,
        String waited) {}

    /**
     * A count.
     *
     * @param since what it ticks from, or null
     */
    public record Figure(String name, String label, String value, Instant since) {}
}
