package org.agentinbox.it.wrapup;

import java.util.UUID;

import org.agentinbox.it.support.Installation;

/** Outcomes and tags for tests. */
final class WrapUpSetup {

    private final Installation installation;

    WrapUpSetup(Installation installation) {
        this.installation = installation;
    }

    /** @return the id of what was added */
    String add(String kind, int position, String name, String nameKo) {
        UUID id = UUID.randomUUID();
        installation.query("INSERT INTO wrap_up_choice (id, version, kind, name, name_ko, active, position, changed_at) "
            + "VALUES (?, 0, ?, ?, ?, true, ?, now())", id, kind, name, nameKo, position);
        return id.toString();
    }

    /** Afterwards no chat has an outcome or a tag, and there is none to choose. */
    void reset() {
        installation.query("DELETE FROM wrap_up");
        installation.query("DELETE FROM wrap_up_choice");
    }
}
