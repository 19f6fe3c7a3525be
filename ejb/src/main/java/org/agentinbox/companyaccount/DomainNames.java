package org.agentinbox.companyaccount;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.hc.client5.http.psl.DomainType;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** What holds for names of domains, whosever they are. */
final class DomainNames {

    private static final Pattern NAME = Pattern
        .compile("(?=.{4,253}$)(?:(?!-)[a-z0-9-]{1,63}(?<!-)\\.)+(?![0-9]+$)(?!-)[a-z0-9-]{2,63}(?<!-)");
    /** Letters that older rules for domains write as others; the domain meant is another one. It can be typed in its form xn--. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");
    private static final int FLAGS = IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES;
    /** Mozilla's Public Suffix List, which comes with the HTTP client and is renewed with it. A suffix
     * that is not on the list is taken for one of an own network: {@code intra}, below which there are companies. */
    private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

    private DomainNames() {}

    /** @return the name in ASCII and lower case, without a dot at its end; empty where the text is no name with a dot */
    static Optional<String> ascii(String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.length() > 500 || AMBIGUOUS.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            String name = IDN.toASCII(text, FLAGS).toLowerCase(Locale.ROOT);
            return Optional.of(name.endsWith(".") ? name.substring(0, name.length() - 1) : name).filter(n -> NAME.matcher(n).matches());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** @return the name as people write it */
    static String unicode(String ascii) {
        return ascii.contains("xn--") ? IDN.toUnicode(ascii, FLAGS) : ascii;
    }

    /**
     * @param ascii a name
     * @return the part of it that somebody registered: {@code example.co.kr} of {@code a.b.example.co.kr}; empty where the name itself is a
     *     public suffix
     */
    static Optional<String> registered(String ascii) {
        return Optional.ofNullable(SUFFIXES.getDomainRoot(ascii)).map(root -> ascii.substring(ascii.length() - root.length()));
    }

    /** @return whether a name ends in a suffix that is on the list, not only in one that may exist in some network */
    static boolean endsInSuffix(String ascii) {
        return SUFFIXES.getDomainRoot(ascii, DomainType.ICANN) != null;
    }
}
