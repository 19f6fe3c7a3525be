package org.agentinbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds which tables a text of SQL or of the Jakarta Persistence query language reads and writes, also one that is only a part of a
 * statement.
 */
final class SqlTables {

    /** What stands for a table's name that the text does not contain, since it is put in when the program runs. */
    static final String ANY = "*";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z_]\\w*|\\u0001|%(?:\\d+\\$)?[sI]|[(),.]|::\\s*regclass");
    private static final Pattern COMMENT_OR_PARAMETER = Pattern.compile("--[^\\n]*|(?<!:):\\w+");
    /** Functions in whose parentheses FROM stands for something else. */
    private static final Set<String> WITH_FROM = Set.of("EXTRACT", "SUBSTRING", "TRIM", "OVERLAY");
    /** Words that stand where a table's alias may stand, but are none. */
    private static final Set<String> NO_ALIAS = Set.of("WHERE", "JOIN", "LEFT", "RIGHT", "INNER", "CROSS", "FULL", "ON", "ORDER", "GROUP",
        "LIMIT", "UNION", "SET",
        "FOR", "RETURNING", "USING", "VALUES", "SELECT", "HAVING", "OFFSET", "AND", "DEFAULT");

    private final Map<String, String> names;
    private final Map<String, Set<Use>> functions;

    /** @param table its name, or {@link #ANY} */
    record Use(String table, boolean isWrite) {

        @Override
        public String toString() {
            return (isWrite ? "writes " : "reads ") + table;
        }
    }

    /**
     * @param names tables by what statements call them in lower case: their own names, those of views, partitions and entities; whatever
     *     else statements name is not found
     * @param functions what the functions of the database do, by their names in lower case
     */
    SqlTables(Map<String, String> names, Map<String, Set<Use>> functions) {
        this.names = names;
        this.functions = functions;
    }

    Set<Use> in(String text) {
        List<String> tokens = new ArrayList<>();
        for (Matcher m = TOKEN.matcher(COMMENT_OR_PARAMETER.matcher(text).replaceAll(" ? ")); m.find();) {
            tokens.add(m.group());
        }
        Set<Use> uses = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            String word = word(tokens, i);
            String before = word(tokens, i - 1);
            switch (word) {
                case "FROM" -> {
                    if (!before.equals("DISTINCT") && !(word(tokens, i - 2).equals("(") && WITH_FROM.contains(word(tokens, i - 3)))) {
                        tables(tokens, i + 1, before.equals("DELETE"), uses);
                    }
                }
                case "JOIN", "USING" -> tables(tokens, i + 1, false, uses);
                case "INTO" -> {
                    if (Set.of("INSERT", "MERGE").contains(before)) {
                        table(tokens, i + 1, true, uses);
                    }
                }
                case "UPDATE" -> {
                    if (!Set.of("FOR", "KEY", "DO", "OR", "BEFORE", "AFTER").contains(before)) {
                        table(tokens, i + 1, true, uses);
                    }
                }
                case "DELETE", "TRUNCATE" -> {
                    if (!word(tokens, i + 1).equals("FROM")) {
                        table(tokens, i + 1, true, uses);
                    }
                }
                case "TABLE" -> {
                    if (Set.of("ALTER", "DROP", "TRUNCATE").contains(before)) {
                        table(tokens, i + 1, true, uses);
                    }
                }
                case "(" -> uses.addAll(functions.getOrDefault(before.toLowerCase(Locale.ROOT), Set.of()));
                default -> {
                    if (word.startsWith("::")) {
                        known(before, false, uses);
                    }
                }
            }
        }
        return uses;
    }

    /**
     * A list of tables, each perhaps with an alias, perhaps among subqueries and calls; those inside of these are found by their own
     * words.
     */
    private void tables(List<String> tokens, int start, boolean isWrite, Set<Use> uses) {
        int i = start;
        while (true) {
            i = table(tokens, i, isWrite, uses);
            if (word(tokens, i).equals("(")) {
                i = afterParenthesis(tokens, i);
            }
            i = word(tokens, i).equals("AS") ? i + 1 : i;
            if (Character.isLetter(first(tokens, i)) && !NO_ALIAS.contains(word(tokens, i))) {
                i++;
            }
            if (word(tokens, i).equals("(")) {
                i = afterParenthesis(tokens, i);
            }
            if (!word(tokens, i).equals(",")) {
                return;
            }
            i++;
        }
    }

    /** @return where the text goes on behind the table, or behind whatever else stands there */
    private int table(List<String> tokens, int start, boolean isWrite, Set<Use> uses) {
        int i = start;
        while (Set.of("ONLY", "LATERAL", "FETCH", "TABLE").contains(word(tokens, i)) || word(tokens, i).equals("PUBLIC") && word(tokens, i
            + 1).equals(".")) {
            i += word(tokens, i).equals("PUBLIC") ? 2 : 1;
        }
        String token = word(tokens, i);
        if (token.equals("(")) {
            return i;
        }
        if (token.isEmpty() || token.startsWith("\u0001") || token.startsWith("%")) {
            // Words of plain English are not in capitals.
            if (tokens.get(start - 1).equals(word(tokens, start - 1))) {
                uses.add(new Use(ANY, isWrite));
            }
        } else if (!word(tokens, i + 1).equals(".") && (isWrite || !word(tokens, i + 1).equals("("))) {
            known(token, isWrite, uses);
        }
        return i + 1;
    }

    private void known(String token, boolean isWrite, Set<Use> uses) {
        String table = names.get(token.toLowerCase(Locale.ROOT));
        if (table != null) {
            uses.add(new Use(table, isWrite));
        }
    }

    private static int afterParenthesis(List<String> tokens, int start) {
        int depth = 0;
        for (int i = start; i < tokens.size(); i++) {
            depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return tokens.size();
    }

    private static String word(List<String> tokens, int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).toUpperCase(Locale.ROOT);
    }

    private static char first(List<String> tokens, int i) {
        return word(tokens, i).isEmpty() ? ' ' : word(tokens, i).charAt(0);
    }
}
