package org.agentinbox.web.platform;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;

import jakarta.json.JsonObject;

/** Texts, by bundle and language. */
public final class Bundles {

    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
        .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Bundles() {}

    /**
     * @param bundle the last part of the bundle's name
     * @param locale a language; English is used where it has no texts
     * @return the bundle
     */
    public static ResourceBundle bundle(String bundle, Locale locale) {
        return ResourceBundle.getBundle("org.agentinbox.texts." + bundle, locale, Bundles.class.getClassLoader(), NO_FALLBACK);
    }

    /** @return all texts of a bundle, sorted by key */
    static JsonObject json(String bundle, Locale locale) {
        ResourceBundle texts = bundle(bundle, locale);
        JsonMessage.Builder json = JsonMessage.object();
        new TreeSet<>(texts.keySet()).forEach(key -> json.with(key, texts.getString(key)));
        return json.build();
    }
}
