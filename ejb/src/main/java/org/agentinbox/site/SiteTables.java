package org.agentinbox.site;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SiteTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(
            aboutNoVisitor("api_key"),
            aboutNoVisitor("api_key_scope"),
            aboutNoVisitor("site_secret"));
    }
}
