package org.agentinbox.web.notification;

import java.io.Serializable;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.ResourceBundle;
import java.util.UUID;

import org.agentinbox.conversation.Page;
import org.agentinbox.notification.missed.MissedRequestView;
import org.agentinbox.notification.missed.MissedRequests;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.routing.RequestService;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;
import org.agentinbox.web.platform.PageTrail;
import org.agentinbox.web.routing.StoryLine;
import org.agentinbox.web.routing.StoryText;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The page of chats that nobody took, to be seen to. The service holds the permissions. */
@Named
@ViewScoped
public class MissedRequestsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final PageMessages MESSAGES = new PageMessages("missedRequests");

    @EJB
    private transient MissedRequests requests;
    @EJB
    private transient RequestService stories;
    private ZoneId zone;
    private boolean all;
    private final PageTrail trail = new PageTrail();
    private List<MissedRequestRow> rows = List.of();
    private MissedRequestRow chosen;
    private List<StoryLine> story = List.of();

    @PostConstruct
    void load() {
        zone = requests.zone();
        ResourceBundle texts = PageMessages.texts();
        DateTimeFormatter times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(PageMessages.locale()).withZone(zone);
        Page<MissedRequestView> page = requests.page(!all, trail.begin());
        rows = page.items().stream().map(request -> MissedRequestRow.of(request, times, texts)).toList();
        trail.loaded(page.next());
    }

    /** Shows what {@link #isAll} says, from its beginning. */
    public void show() {
        trail.restart();
        load();
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

    /**
     * @param row a request
     * @param done whether the reader has seen to it
     */
    public void seeTo(MissedRequestRow row, boolean done) {
        try {
            requests.seeTo(UUID.fromString(row.id()), done);
            PageMessages.say(done ? "missedRequests.done" : "missedRequests.reopened", row.visitor());
        } catch (RefusedException e) {
            MESSAGES.refuse(null, e, refused -> null);
        }
        load();
    }

    /** @param row the request of which to tell why nobody took it */
    public void tell(MissedRequestRow row) {
        try {
            story = new StoryText(PageMessages.locale(), zone).lines(stories.story(UUID.fromString(row.id())));
            chosen = row;
            PageDialogs.open("story");
        } catch (RefusedException e) {
            MESSAGES.refuse(null, e, refused -> null);
        }
    }

    /** @return the request whose story is shown, or null */
    public MissedRequestRow getChosen() {
        return chosen;
    }

    /** @return its story, in words */
    public List<StoryLine> getStory() {
        return story;
    }

    /** @return whether those are shown too that somebody has seen to */
    public boolean isAll() {
        return all;
    }

    public void setAll(boolean all) {
        this.all = all;
    }

    /** @return the requests of the part that is shown, newest first */
    public List<MissedRequestRow> getRows() {
        return rows;
    }

    /** @return where the reader is in the list */
    public PageTrail getTrail() {
        return trail;
    }

    /** @return the zone of all times of the page */
    public String getZone() {
        return zone.getId();
    }
}
