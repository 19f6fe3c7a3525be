package org.agentinbox.web.answer;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.answer.CannedAnswers;
import org.agentinbox.answer.Placeholders;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.account.CurrentUser;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The page for managing canned answers. The service holds the rules and permissions. */
@Named
@ViewScoped
public class AnswersPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String EDITOR = "editor";
    private static final PageMessages MESSAGES = new PageMessages("answers");

    @EJB
    private transient CannedAnswers answers;
    @Inject
    private CurrentUser user;
    private List<AnswerRow> rows;
    private List<AnswerRow> filtered;
    private AnswerForm form = new AnswerForm(false);

    @PostConstruct
    void load() {
        ResourceBundle texts = PageMessages.texts();
        boolean salesAdmin = user.isSalesAdmin();
        // A mutable list, because the table sorts it.
        rows = answers.mine().stream().map(answer -> new AnswerRow(answer, salesAdmin, texts))
            .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Loads the stored answers again after an import. */
    public void reload() {
        filtered = null;
        load();
    }

    /** Opens the dialog for a new answer; a sales admin's is shared unless they choose otherwise. */
    public void startNew() {
        form = new AnswerForm(user.isSalesAdmin());
        PageDialogs.open(EDITOR);
    }

    /** @param row the answer for which to open the dialog */
    public void edit(AnswerRow row) {
        // As it is now, which may be otherwise than when the page was opened.
        form = new AnswerForm(answers.mine().stream().filter(one -> one.id().equals(row.answer().id())).findFirst()
            .orElse(row.answer()));
        PageDialogs.open(EDITOR);
    }

    /** Stores the dialog's contents. */
    public void save() {
        attempt(EDITOR, () -> {
            String shortcut = form.isNew() ? answers.add(form.getShortcut(), form.getText(), form.isShared()).shortcut()
                : answers.change(form.id(), form.version(), form.getShortcut(), form.getText(), form.isShared()).shortcut();
            PageMessages.say("answers.saved", shortcut);
            PageDialogs.close(EDITOR);
        });
    }

    /** @param row the answer to remove for good */
    public void remove(AnswerRow row) {
        attempt(null, () -> {
            answers.remove(UUID.fromString(row.getId()));
            PageMessages.say("answers.removed", row.getShortcut());
        });
    }

    private void attempt(String place, Runnable act) {
        try {
            act.run();
            reload();
        } catch (RefusedException e) {
            MESSAGES.refuse(place, e, AnswersPage::field);
        }
    }

    private static String field(RefusedException e) {
        return switch (e.refusal()) {
            case NAME_TAKEN -> "shortcut";
            case EMPTY_TEXT, TEXT_TOO_LONG, INVALID_CHARACTERS -> "text";
            // Where there are too many answers, the message is shown above the fields, since only sales admins have the field "shared".
            case INVALID_FIELD -> "shared".equals(e.field()) ? null : e.field();
            default -> null;
        };
    }

    /** @return the answers, by shortcut */
    public List<AnswerRow> getRows() {
        return rows;
    }

    /** @return the answers that the filter shows, or null before it was used */
    public List<AnswerRow> getFiltered() {
        return filtered;
    }

    public void setFiltered(List<AnswerRow> filtered) {
        this.filtered = filtered;
    }

    /** @return how many are shown */
    public int getCount() {
        return filtered == null ? rows.size() : filtered.size();
    }

    /** @return the dialog's contents */
    public AnswerForm getForm() {
        return form;
    }

    /** @return the placeholders for texts, with braces */
    public List<String> getPlaceholders() {
        return Placeholders.KNOWN.stream().map(name -> "{" + name + "}").toList();
    }
}
