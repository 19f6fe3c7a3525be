package org.agentinbox.account;

/** Why a password is refused. Pages have a text for each name. */
public enum PasswordProblem {
    /** It has fewer than 12 characters. */
    SHORT("At least 12 characters: a short sentence will do."),
    /** It has more than 128 characters. */
    LONG("At most 128 characters."),
    /** The user name is part of it. */
    NAME("Not with the user name in it."),
    /** It is one of the 100,000 most common passwords. */
    COMMON("Many people use this password: choose a sentence of your own."),
    /** It is made of common words, names, dates, rows of keys or repetitions, so few guesses find it. */
    GUESSABLE("A few guesses find this password: add words that do not belong together."),
    /** It is the present one. */
    SAME("The new password must differ from the present one.");

    private final String advice;

    PasswordProblem(String advice) {
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
