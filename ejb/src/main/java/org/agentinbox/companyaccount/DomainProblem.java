package org.agentinbox.companyaccount;

/** Why a text is not the domain of a company. Clients get the constant's name. */
public enum DomainProblem {
    /** It is empty, has no dot, is an IP address or has characters that domains do not have. */
    NOT_A_DOMAIN("a domain such as example.com"),
    /** It begins with {@code *.}, which is not needed. */
    WILDCARD("without *: a domain counts for all that is below it"),
    /** Names of many companies are registered below it: {@code com}, {@code co.kr}, {@code github.io}. */
    PUBLIC_SUFFIX("a company's own domain: below this one anybody can have a name"),
    /** Anybody can have an email address there. */
    FREE_MAIL("a company's own domain: at this one anybody can have an email address");

    private final String advice;

    DomainProblem(String advice) {
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
