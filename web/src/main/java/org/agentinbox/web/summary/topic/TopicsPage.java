package org.agentinbox.web.summary.topic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.summary.topic.TopicList;
import org.agentinbox.summary.topic.TopicView;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The page for managing the list of topics. The service holds the rules and permissions. */
@Named
@ViewScoped
public class TopicsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String EDITOR = "editor";
    private static final PageMessages MESSAGES = new PageMessages("topics");

    @EJB
    private transient TopicList topics;
    private List<TopicRow> rows;
    private List<TopicRow> filtered;
    private TopicForm form = new TopicForm();

    @PostConstruct
    void load() {
        // A mutable list, because the table sorts it.
        rows = topics.all().stream().map(TopicRow::new).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Loads the stored topics again after an import. */
    public void reload() {
        filtered = null;
        load();
    }

    /** Opens the dialog for a new topic. */
    public void startNew() {
        form = new TopicForm();
        PageDialogs.open(EDITOR);
    }

    /** @param row the topic for which to open the dialog */
    public void edit(TopicRow row) {
        // As it is now, which may be otherwise than when the page was opened.
        TopicView now = topics.all().stream().filter(topic -> topic.is().id().equals(row.topic().is().id())).findFirst()
            .orElse(row.topic());
        form = new TopicForm(now);
        PageDialogs.open(EDITOR);
    }

    /** Stores the dialog's contents. */
    public void save() {
        attempt(EDITOR, () -> {
            String name = (form.isNew() ? topics.add(form.getName(), form.list())
                : topics.change(form.id(), form.version(), form.getName(), form.list()))
                .name();
            PageMessages.say("topics.saved", name);
            PageDialogs.close(EDITOR);
        });
    }

    /** @param row the topic to remove for good */
    public void remove(TopicRow row) {
        attempt(null, () -> {
            topics.remove(row.topic().is().id());
            PageMessages.say("topics.removed", row.getName());
        });
    }

    private void attempt(String place, Runnable act) {
        try {
            act.run();
            reload();
        } catch (RefusedException e) {
            MESSAGES.refuse(place, e, refused -> refused.refusal() == Refusal.NAME_TAKEN ? "name" : refused.field());
        }
    }

    /** @return the topics, by name */
    public List<TopicRow> getRows() {
        return rows;
    }

    /** @return the topics that the filter shows, or null before it was used */
    public List<TopicRow> getFiltered() {
        return filtered;
    }

    public void setFiltered(List<TopicRow> filtered) {
        this.filtered = filtered;
    }

    /** @return how many are shown */
    public int getCount() {
        return filtered == null ? rows.size() : filtered.size();
    }

    /** @return the dialog's contents */
    public TopicForm getForm() {
        return form;
    }
}
