package org.agentinbox.companyaccount;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The internet domain of a company. It counts for all that is below it; of several that count, the longest does.
 *
 * @param name in ASCII and lower case ({@code xn--…} for other letters), without a dot at its end and without {@code www.}; never a public
 *     suffix, and never one at which anybody can have an email address
 */
public record CompanyDomain(String name) {

    private static final String WWW = "www.";
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://)?([^\\s/?#:@]+\\.[^\\s/?#:@]+?)(?::\\d{1,5})?(?:[/?#]\\S*)?",
        Pattern.CASE_INSENSITIVE);

    /**
     * @param name as somebody typed it: in any letter case, with letters of any language
     * @throws UnusableDomainException where it cannot be a company's
     */
    public CompanyDomain {
        name = usable(name);
    }

    private static String usable(String typed) {
        if (typed != null && typed.strip().startsWith("*.")) {
            throw new UnusableDomainException(DomainProblem.WILDCARD);
        }
        String name = DomainNames.ascii(typed).orElseGet(() -> withoutDot(typed));
        if (DomainNames.registered(name).isEmpty()) {
            throw new UnusableDomainException(DomainProblem.PUBLIC_SUFFIX);
        }
        if (FreeMail.isAmong(upwards(name))) {
            throw new UnusableDomainException(DomainProblem.FREE_MAIL);
        }
        boolean isHost = name.startsWith(WWW) && DomainNames.registered(name.substring(WWW.length())).isPresent();
        return isHost ? name.substring(WWW.length()) : name;
    }

    /** Never returns: what has no dot may be a public suffix, which is the better reason: {@code com}. */
    private static String withoutDot(String typed) {
        boolean isSuffix = typed != null && DomainNames.ascii("a." + typed.strip()).filter(DomainNames::endsInSuffix).isPresent();
        throw new UnusableDomainException(isSuffix ? DomainProblem.PUBLIC_SUFFIX : DomainProblem.NOT_A_DOMAIN);
    }

    /**
     * @param email an address, or any text, or null
     * @return the domain of whoever has the address; empty where it tells of no company
     */
    public static Optional<CompanyDomain> ofEmail(String email) {
        int at = email == null ? -1 : email.lastIndexOf('@');
        return at < 1 ? Optional.empty() : attempt(email.substring(at + 1));
    }

    /**
     * @param company what is known as somebody's company: a name, a domain, the address of a web site, or null
     * @return the domain that it is or names; empty where it is a name
     */
    public static Optional<CompanyDomain> ofCompany(String company) {
        Matcher address = ADDRESS.matcher(company == null ? "" : company.strip());
        return address.matches() ? attempt(address.group(1)) : Optional.empty();
    }

    private static Optional<CompanyDomain> attempt(String typed) {
        try {
            return Optional.of(new CompanyDomain(typed));
        } catch (UnusableDomainException e) {
            return Optional.empty();
        }
    }

    /** @return this domain and those above it, the longest first, down to the one that somebody registered */
    public List<String> upwards() {
        return upwards(name);
    }

    private static List<String> upwards(String name) {
        List<String> domains = new ArrayList<>(List.of(name));
        int shortest = DomainNames.registered(name).orElse(name).length();
        for (String rest = name; rest.length() > shortest;) {
            rest = rest.substring(rest.indexOf('.') + 1);
            domains.add(rest);
        }
        return domains;
    }

    /** @return the domain as people write it, in the letters of its language */
    public String display() {
        return display(name);
    }

    /** @return a stored {@link #name} as people write it */
    static String display(String name) {
        return DomainNames.unicode(name).toLowerCase(Locale.ROOT);
    }
}
