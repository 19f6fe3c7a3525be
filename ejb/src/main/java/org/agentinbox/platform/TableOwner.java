package org.agentinbox.platform;

import java.util.List;

/**
 * Says which tables a package owns. Each package that has tables implements it as a bean; all beans are found by injection. Only the owner
 * writes its tables, and only packages above it may read them (ADR 20). The purge, the export and the erasure treat each table as its owner
 * says (ADR 21). A table without an owner fails the tests.
 */
public interface TableOwner {

    /** @return the tables of the bean's package */
    List<OwnedTable> tables();
}
