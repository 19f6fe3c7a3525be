package org.agentinbox.entry;

import java.util.Locale;
import java.util.regex.Pattern;

import org.agentinbox.platform.RefusedException;

/** The colour of an entry's launcher and buttons, on which white text can be read (WCAG 2.2, 1.4.3: 4.5 to 1). */
final class Accent {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final double READABLE = 4.5;

    private Accent() {}

    /**
     * @param typed such as {@code #1A5FB4}; null or blank for the product's own
     * @return in lower case, or null
     */
    static String checked(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String colour = typed.strip().toLowerCase(Locale.ROOT);
        if (!COLOUR.matcher(colour).matches()) {
            throw RefusedException.ofField("accent", "a colour such as #1a5fb4");
        }
        if (contrastWithWhite(colour) < READABLE) {
            throw RefusedException.ofField("accent", "a darker colour, on which white text can be read");
        }
        return colour;
    }

    /** WCAG 2.2, definition of contrast ratio; 1 to 21. */
    static double contrastWithWhite(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        double luminance = 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
