package org.agentinbox.platform;

import java.util.List;

/**
 * Says which tables a package owns. A bean of each package that has tables, in that package; all of them are found by injection. Only the
 * owner writes its tables, and only packages above it may read them (ADR 20); the purge, the export and the erasure treat each table as
 * its owner says (ADR 21). A table that nobody owns fails the tests.
 */
public interface TableOwner {

    /** @return the tables of the bean's package */
    List<OwnedTable> tables();
}
