package org.agentinbox.web.inbox;

import java.util.Arrays;
import java.util.List;

import org.agentinbox.summary.SummaryView;
import org.agentinbox.summary.api.Statement;
import org.agentinbox.summary.api.StatementKind;

/** The statements of one kind in a summary, under their heading. */
public record SummaryGroup(StatementKind kind, String title, List<Statement> statements) {

    /** @return the groups that have statements, in their order */
    static List<SummaryGroup> of(SummaryView summary, InboxTexts texts) {
        return Arrays.stream(StatementKind.values())
            .map(kind -> new SummaryGroup(kind, texts.text("summary." + kind),
                summary.statements().stream().filter(statement -> statement.kind() == kind).toList()))
            .filter(group -> !group.statements().isEmpty()).toList();
    }
}
