package org.agentinbox.web.platform;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;

/**
 * Messages of a page with forms in the page's language: what was done, and what was refused and why.
 *
 * @param page the prefix of the page's keys in the bundle {@code pages}, such as {@code agents}: {@code agents.refused} is the general text
 * of a refusal, {@code agents.refused.NAME_TAKEN} and {@code agents.refused.email} (an invalid field) are specific ones
 */
public record PageMessages(String page) {

    /**
     * Shows a refusal at the field to which it belongs, else at the dialog's or the page's messages.
     *
     * @param form the id of the form, or null where there is none
     * @param refused the refusal
     * @param fields gives the id of the field in the form to which a refusal belongs, or null for none
     */
    public void refuse(String form, RefusedException refused, Function<RefusedException, String> fields) {
        String field = form == null ? null : fields.apply(refused);
        String place = field == null ? form : form + ":" + field;
        refuse(place, reason(refused));
    }

    /** What was typed stays to be corrected: a component that is not valid renders only what was submitted, and that was taken already. */
    private static void keep(UIInput input) {
        if (input.getValue() instanceof String typed) {
            input.setSubmittedValue(typed);
        }
    }

    /**
     * Shows a refusal.
     *
     * @param place the client id of the field, the form or the messages component, or null for the page's messages
     * @param why the text
     */
    public static void refuse(String place, String why) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(place, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
        if (place != null) {
            // Not by a search for the component, which would not find the field of one row.
            context.getViewRoot().invokeOnComponent(context, place, (faces, component) -> {
                if (component instanceof UIInput input) {
                    input.setValid(false);
                    keep(input);
                }
            });
        }
        context.validationFailed();
    }

    /**
     * Shows what was done.
     *
     * @param key in the bundle {@code pages}
     * @param arguments of the text
     */
    public static void say(String key, Object... arguments) {
        sayAt(null, key, arguments);
    }

    /**
     * Shows what was done, on a page with several messages components.
     *
     * @param place as for {@link #refuse(String, String)}
     * @param key in the bundle {@code pages}
     * @param arguments of the text
     */
    public static void sayAt(String place, String key, Object... arguments) {
        FacesContext.getCurrentInstance().addMessage(place, new FacesMessage(text(key, arguments)));
    }

    /**
     * @param key in the bundle {@code pages}
     * @param arguments of the text
     * @return the formatted text
     */
    public static String text(String key, Object... arguments) {
        return new MessageFormat(texts().getString(key), locale()).format(arguments);
    }

    /** @return the bundle {@code pages} in the language of the page */
    public static ResourceBundle texts() {
        return Bundles.bundle("pages", locale());
    }

    /** @return the language of the page */
    public static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private String reason(RefusedException refused) {
        String any = page + ".refused";
        String exact = any + "." + (refused.refusal() == Refusal.INVALID_FIELD ? refused.field() : refused.refusal());
        ResourceBundle texts = texts();
        return texts.getString(texts.containsKey(exact) ? exact : any);
    }
}
