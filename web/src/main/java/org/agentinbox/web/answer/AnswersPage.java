package org.agentinbox.web.answer;

import java.io.Serializable;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.answer.CannedAnswers;
import org.agentinbox.answer.Placeholders;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.account.CurrentUser;
import org.agentinbox.web.platform.Bundles;
import org.agentinbox.web.platform.Dialogs;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The management of canned answers. Rules and rights are the service's; this page asks and shows. */
@Named
@ViewScoped
public class AnswersPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String EDITOR = "editor";

    @EJB
    private transient CannedAnswers answers;
    @Inject
    private CurrentUser user;
    private List<AnswerRow> rows;
    private List<AnswerRow> filtered;
    private AnswerForm form = new AnswerForm(false);

    @PostConstruct
    void load() {
        ResourceBundle texts = texts();
        boolean salesAdmin = user.isSalesAdmin();
        // A list that the table may sort.
        rows = answers.mine().stream().map(answer -> new AnswerRow(answer, salesAdmin, texts)).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Shows what is stored now, after an import. */
    public void reload() {
        filtered = null;
        load();
    }

    /** Opens the dialog for a new answer; what a sales admin adds is mostly for all. */
    public void startNew() {
        form = new AnswerForm(user.isSalesAdmin());
        Dialogs.open(EDITOR);
    }

    /** @param row what to open the dialog for */
    public void edit(AnswerRow row) {
        form = new AnswerForm(row.answer());
        Dialogs.open(EDITOR);
    }

    /** Stores what the dialog holds. */
    public void save() {
        attempt(EDITOR, () -> {
            String shortcut = form.isNew() ? answers.add(form.getShortcut(), form.getText(), form.isShared()).shortcut()
                : answers.change(form.id(), form.getShortcut(), form.getText(), form.isShared()).shortcut();
            say("answers.saved", shortcut);
            Dialogs.close(EDITOR);
        });
    }

    /** @param row what to remove for good */
    public void remove(AnswerRow row) {
        attempt(null, () -> {
            answers.remove(UUID.fromString(row.getId()));
            say("answers.removed", row.getShortcut());
        });
    }

    private void attempt(String place, Runnable act) {
        try {
            act.run();
            reload();
        } catch (RefusedException e) {
            refuse(place, e);
            FacesContext.getCurrentInstance().validationFailed();
        }
    }

    /** At the field where it belongs to one, else where the dialog or the page tells what happened. */
    private static void refuse(String form, RefusedException e) {
        String key = "answers.refused." + (e.refusal() == Refusal.INVALID_FIELD ? e.field() : e.refusal());
        ResourceBundle texts = texts();
        String text = texts.containsKey(key) ? texts.getString(key) : texts.getString("answers.refused");
        String field = field(e);
        String place = form != null && field != null ? form + ":" + field : form;
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(place, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        if (place != null && context.getViewRoot().findComponent(place) instanceof UIInput input) {
            input.setValid(false);
        }
    }

    private static String field(RefusedException e) {
        return switch (e.refusal()) {
            case NAME_TAKEN -> "shortcut";
            case EMPTY_TEXT, TEXT_TOO_LONG, INVALID_CHARACTERS -> "text";
            // Also where there are too many: that is told above the fields, since agents have no choice of who has it.
            case INVALID_FIELD -> "shared".equals(e.field()) ? null : e.field();
            default -> null;
        };
    }

    private static void say(String key, String shortcut) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(MessageFormat.format(texts().getString(key), shortcut)));
    }

    private static ResourceBundle texts() {
        return Bundles.bundle("pages", FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    /** @return the answers, by shortcut */
    public List<AnswerRow> getRows() {
        return rows;
    }

    /** @return those that the filter leaves, or null before it was used */
    public List<AnswerRow> getFiltered() {
        return filtered;
    }

    /** @param filtered those that the filter leaves */
    public void setFiltered(List<AnswerRow> filtered) {
        this.filtered = filtered;
    }

    /** @return how many are shown */
    public int getCount() {
        return filtered == null ? rows.size() : filtered.size();
    }

    /** @return what the dialog holds */
    public AnswerForm getForm() {
        return form;
    }

    /** @return what a text may leave open, with braces */
    public List<String> getPlaceholders() {
        return Placeholders.KNOWN.stream().map(name -> "{" + name + "}").toList();
    }
}
