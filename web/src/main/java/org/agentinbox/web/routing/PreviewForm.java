package org.agentinbox.web.routing;

import java.io.Serializable;
import java.util.Map;

import org.agentinbox.routing.PreviewWish;

/** The visitor whom an administrator describes. */
public class PreviewForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String entry = "default";
    private String email;
    private String company;
    private String page;
    private String locale = "en";
    private boolean known;

    PreviewWish wish() {
        return new PreviewWish(entry, null, given(email), null, null, given(company), null, given(page), given(locale), null, known,
            Map.of());
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    public String getEntry() {
        return entry;
    }

    public void setEntry(String entry) {
        this.entry = entry;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }

    public boolean isKnown() {
        return known;
    }

    public void setKnown(boolean known) {
        this.known = known;
    }
}
