package org.agentinbox.web.audit;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import org.agentinbox.audit.AuditPage;
import org.agentinbox.audit.AuditService;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.web.platform.PageMessages;
import org.agentinbox.web.platform.PageTrail;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The page of the audit trail. The service holds the permissions. */
@Named
@ViewScoped
public class AuditTrailPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient AuditService audit;
    private AuditAsked asked;
    private ZoneId zone;
    private final PageTrail trail = new PageTrail();
    private List<AuditRow> rows = List.of();

    @PostConstruct
    void open() {
        asked = AuditAsked.of(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get);
        zone = audit.zone();
        load();
    }

    private void load() {
        ResourceBundle texts = PageMessages.texts();
        DateTimeFormatter times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
            .withLocale(PageMessages.locale()).withZone(zone);
        AuditPage page = audit.page(asked.filter(zone), trail.begin());
        rows = page.entries().stream().map(entry -> AuditRow.of(entry, times, texts)).toList();
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

    /** @return what can be done, in words, in their order */
    public List<SelectItem> getActs() {
        ResourceBundle texts = PageMessages.texts();
        return Arrays.stream(AuditAct.values()).map(act -> new SelectItem(act.name(), texts.getString("audit.act." + act)))
            .sorted(Comparator.comparing(SelectItem::getLabel)).toList();
    }

    /** @return the name that is asked for, or null */
    public String getWho() {
        return asked.who();
    }

    /** @return the act that is asked for, or null */
    public String getAct() {
        return Objects.toString(asked.act(), null);
    }

    /** @return the subject that is asked for, or null */
    public String getSubject() {
        return asked.subject();
    }

    /** @return the first day that is asked for, ISO 8601, or null */
    public String getFrom() {
        return Objects.toString(asked.from(), null);
    }

    /** @return the last day that is asked for, ISO 8601, or null */
    public String getTo() {
        return Objects.toString(asked.to(), null);
    }

    /** @return the query of the file with the same entries */
    public String getQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("who", getWho());
        query.put("act", getAct());
        query.put("subject", getSubject());
        query.put("from", getFrom());
        query.put("to", getTo());
        return query.entrySet().stream().filter(one -> one.getValue() != null)
            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    /** @return the zone of all times of the page */
    public String getZone() {
        return zone.getId();
    }

    /** @return the entries of the part that is shown, newest first */
    public List<AuditRow> getRows() {
        return rows;
    }

    /** @return where the reader is in the list */
    public PageTrail getTrail() {
        return trail;
    }
}
