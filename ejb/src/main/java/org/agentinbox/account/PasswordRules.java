package org.agentinbox.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.nulabinc.zxcvbn.Zxcvbn;

import me.gosimple.nbvcxz.Nbvcxz;

/**
 * Which passwords people may choose: length counts, not a mix of character classes, and what is common is refused (NIST SP 800-63B-4,
 * 3.1.1.2). Words of ours and of the person count as common too.
 */
final class PasswordRules {

    /** In characters (code points), for sign-ins with nothing beside the password. */
    static final int LEAST = 12;
    static final int MOST = 128;
    /** Hardly a password is without the letters of a shorter user name. */
    private static final int NAME_THAT_COUNTS = 4;
    /** Estimating takes time that grows with the square of the length: 30 ms for this many. What comes behind does no harm. */
    private static final int ESTIMATED = 64;
    /** Powers of ten. Ten times what zxcvbn calls safe against a stolen hash that is slow to compute: two common words are too few. */
    private static final double GUESSES = 9;
    private static final List<String> OUR_WORDS = List.of("agentinbox", "agent", "inbox");

    private PasswordRules() {}

    /** Read when they are first needed: 20 MB, which stay. */
    private static final class Lists {
        static final Zxcvbn ESTIMATOR = new Zxcvbn();
        static final Set<String> COMMON = common();

        private Lists() {}

        /** The long ones of the 100,000 most common passwords, in lower case; shorter ones are refused anyway. */
        private static Set<String> common() {
            try (BufferedReader all = new BufferedReader(
                new InputStreamReader(Nbvcxz.class.getResourceAsStream("/dictionaries/passwords.txt"), StandardCharsets.UTF_8))) {
                return all.lines().map(line -> line.strip().toLowerCase(Locale.ROOT)).filter(line -> length(line) >= LEAST)
                    .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * @param password chosen by a person; null counts as empty
     * @param userName in lower case
     * @throws WeakPasswordException where it is refused
     */
    static void require(String password, String userName) {
        problem(password == null ? "" : password, userName).ifPresent(problem -> {
            throw new WeakPasswordException(problem);
        });
    }

    static Optional<PasswordProblem> problem(String password, String userName) {
        String lower = password.toLowerCase(Locale.ROOT);
        int length = length(password);
        if (length < LEAST) {
            return Optional.of(PasswordProblem.SHORT);
        }
        if (length > MOST) {
            return Optional.of(PasswordProblem.LONG);
        }
        if (userName.length() >= NAME_THAT_COUNTS && lower.contains(userName)) {
            return Optional.of(PasswordProblem.NAME);
        }
        if (Lists.COMMON.contains(lower)) {
            return Optional.of(PasswordProblem.COMMON);
        }
        String start = password.substring(0, password.offsetByCodePoints(0, Math.min(length, ESTIMATED)));
        return Lists.ESTIMATOR.measure(start, OUR_WORDS).getGuessesLog10() >= GUESSES ? Optional.empty()
            : Optional.of(PasswordProblem.GUESSABLE);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
