package org.agentinbox.web.account;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;

import org.agentinbox.account.passkey.PasskeyService;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** One's own passkeys, as the profile and the page that asks administrators for one show them. */
@Named
@ViewScoped
public class PasskeysPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient PasskeyService passkeys;
    private List<PasskeyRow> rows;

    @PostConstruct
    void load() {
        rows = passkeys.all().stream().map(PasskeyRow::new).toList();
    }

    /** @return one's own */
    public List<PasskeyRow> getRows() {
        return rows;
    }

    /** @param row that is removed */
    public void remove(PasskeyRow row) {
        passkeys.remove(row.id());
        try {
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(external.getRequestContextPath() + "/profile?passkey=removed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
