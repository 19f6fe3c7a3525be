package org.agentinbox.account.oidc;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.agentinbox.account.ProvidedPerson;
import org.agentinbox.account.Role;

/** Reads a person from claims. What has another type than expected, or is too long, counts as not said. */
final class ClaimMapping {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 320;

    private final Provider provider;

    ClaimMapping(Provider provider) {
        this.provider = provider;
    }

    ProvidedPerson person(Map<String, Object> claims) {
        Provider.ClaimNames names = provider.claims();
        String email = text(claims, names.email(), LONGEST_EMAIL);
        return new ProvidedPerson(text(claims, names.userName(), LONGEST_NAME), text(claims, names.name(), LONGEST_NAME),
            email == null || email.indexOf('@') < 1 ? null : email, Boolean.TRUE.equals(claims.get("email_verified")),
            locale(text(claims, names.locale(), LONGEST_NAME)), roles(value(claims, names.roles())));
    }

    private Set<Role> roles(Object said) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Collection<?> values = said instanceof String one ? Set.of(one) : said instanceof Collection<?> several ? several : Set.of();
        for (Object value : values) {
            if (value instanceof String text && provider.roles().containsKey(text)) {
                roles.add(provider.roles().get(text));
            }
        }
        return roles;
    }

    private static String locale(String tag) {
        String language = tag == null ? "" : Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return language.equals("en") || language.equals("ko") ? language : null;
    }

    private static String text(Map<String, Object> claims, String name, int most) {
        if (!(value(claims, name) instanceof String said)) {
            return null;
        }
        String text = said.strip();
        boolean usable = !text.isEmpty() && text.length() <= most && text.codePoints().noneMatch(ClaimMapping::isUnusable);
        return usable ? text : null;
    }

    private static boolean isUnusable(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c) || type == Character.SURROGATE || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR || type == Character.FORMAT;
    }

    /** By its name, which may have dots, or else by the path of these. */
    private static Object value(Map<?, ?> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner ? value(inner, name.substring(dot + 1)) : null;
    }
}
