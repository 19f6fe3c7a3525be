package org.agentinbox.web.report;

import java.util.List;
import java.util.Locale;

import org.agentinbox.conversation.WrapUpCounts.Count;
import org.agentinbox.conversation.wrapup.ChoiceKind;

/**
 * How often each outcome, or each tag, was set.
 *
 * @param kind {@code OUTCOME} or {@code TAG}
 */
public record WrapUpTable(String kind, List<WrapUpCountRow> rows) {

    static WrapUpTable of(ChoiceKind kind, List<Count> counts, ReportFormat format, Locale locale) {
        long most = Math.max(1, counts.stream().mapToLong(Count::chats).max().orElse(1));
        return new WrapUpTable(kind.name(), counts.stream().map(count -> new WrapUpCountRow(name(count, format, locale),
            format.number(count.chats()), String.format(Locale.ROOT, "%.2f%%", 100.0 * count.chats() / most))).toList());
    }

    private static String name(Count count, ReportFormat format, Locale locale) {
        if (count.id() == null) {
            return format.text("reports.wrapUp.none");
        }
        String name = locale.getLanguage().equals("ko") && count.nameKo() != null ? count.nameKo() : count.name();
        return count.removed() ? format.text("reports.wrapUp.removed", name) : name;
    }
}
