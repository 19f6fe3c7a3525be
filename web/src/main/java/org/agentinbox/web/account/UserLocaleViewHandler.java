package org.agentinbox.web.account;

import java.util.Locale;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;

/** Makes every page speak the user's language. */
public class UserLocaleViewHandler extends ViewHandlerWrapper {

    /** @param wrapped Faces' own */
    public UserLocaleViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return Locale.forLanguageTag(CDI.current().select(CurrentUser.class).get().getLanguage());
    }
}
