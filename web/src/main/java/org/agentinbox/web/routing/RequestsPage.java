package org.agentinbox.web.routing;

import java.io.Serializable;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.conversation.Page;
import org.agentinbox.entry.EntryService;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.routing.RequestOutcome;
import org.agentinbox.routing.RequestService;
import org.agentinbox.routing.RequestView;
import org.agentinbox.team.TeamService;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;
import org.agentinbox.web.platform.PageTrail;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The page of requests: which there were, why each went where it went, and what would happen now. The service holds the permissions. */
@Named
@ViewScoped
public class RequestsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final PageMessages MESSAGES = new PageMessages("requests");

    @EJB
    private transient RequestService requests;
    @EJB
    private transient EntryService entries;
    @EJB
    private transient TeamService teams;
    private RequestQuery query;
    private ZoneId zone;
    private final PageTrail trail = new PageTrail();
    private List<RequestRow> rows = List.of();
    private RequestRow chosen;
    private List<StoryLine> story = List.of();
    private final PreviewForm form = new PreviewForm();
    private List<StoryLine> preview = List.of();

    @PostConstruct
    void open() {
        Map<String, String> asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        query = RequestQuery.of(asked);
        zone = requests.zone();
        load();
    }

    private void load() {
        ResourceBundle texts = PageMessages.texts();
        DateTimeFormatter times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(PageMessages.locale()).withZone(zone);
        Page<RequestView> page = requests.page(query.filter(zone), trail.begin());
        rows = page.items().stream().map(request -> RequestRow.of(request, times, texts)).toList();
        trail.loaded(page.next());
    }

    /** Shows the part that follows. */
    public void next() {
        trail.forward();
        load();
    }

    /** Shows the part before. */
    public void previous() {
        trail.back();
        load();
    }

    /** @param row the request whose story to show */
    public void tell(RequestRow row) {
        try {
            story = new StoryText(PageMessages.locale(), zone).lines(requests.story(UUID.fromString(row.id())));
            chosen = row;
            PageDialogs.open("story");
        } catch (RefusedException e) {
            MESSAGES.refuse(null, e, refused -> null);
        }
    }

    /** Tells what would happen now to the visitor whom the form describes. */
    public void foresee() {
        try {
            preview = new StoryText(PageMessages.locale(), zone).lines(requests.preview(form.wish()));
        } catch (RefusedException e) {
            preview = List.of();
            MESSAGES.refuse("preview", e, RefusedException::field);
        }
    }

    /** @return all entries, by their keys */
    public List<SelectItem> getEntries() {
        return entries.all().stream().map(entry -> new SelectItem(entry.key(), entry.is().name() + " (" + entry.key() + ")")).toList();
    }

    /** @return to whom requests can be offered, by name */
    public List<SelectItem> getAgents() {
        return teams.agents(Set.of()).stream().map(agent -> new SelectItem(agent.id().toString(), agent.name())).toList();
    }

    /** @return what can become of a request, in words */
    public List<SelectItem> getOutcomes() {
        ResourceBundle texts = PageMessages.texts();
        return new ArrayList<>(Arrays.stream(RequestOutcome.values())
            .map(outcome -> new SelectItem(outcome.name(), texts.getString("requests.outcome." + outcome))).toList());
    }

    /** @return the entry that is asked for, or null */
    public String getEntry() {
        return query.entry();
    }

    /** @return the outcome that is asked for, or null */
    public String getOutcome() {
        return query.outcome() == null ? null : query.outcome().name();
    }

    /** @return the agent who is asked for, or null */
    public String getAgent() {
        return query.agent();
    }

    /** @return the day that is asked for, ISO 8601, or null */
    public String getDay() {
        return query.day() == null ? null : query.day().toString();
    }

    /** @return the text that is looked for, or null */
    public String getVisitor() {
        return query.visitor();
    }

    /** @return the zone of all times of the page */
    public String getZone() {
        return zone.getId();
    }

    /** @return the requests of the part that is shown, newest first */
    public List<RequestRow> getRows() {
        return rows;
    }

    /** @return where the reader is in the list */
    public PageTrail getTrail() {
        return trail;
    }

    /** @return the request whose story is shown, or null */
    public RequestRow getChosen() {
        return chosen;
    }

    /** @return its story */
    public List<StoryLine> getStory() {
        return story;
    }

    /** @return the visitor of the preview */
    public PreviewForm getForm() {
        return form;
    }

    /** @return what would happen now; empty before it was asked */
    public List<StoryLine> getPreview() {
        return preview;
    }
}
