package org.agentinbox.it.container;

import java.util.UUID;

/** Makes commits fail: a deferred trigger raises an error when everything else of a transaction is done. */
final class FailingCommits {

    private final String name = "it_failing_" + UUID.randomUUID().toString().replace('-', '_');

    private FailingCommits() {}

    /**
     * @param table whose change makes a commit fail
     * @param change {@code UPDATE} or {@code DELETE}
     * @param which an SQL condition on the row {@code OLD}
     */
    static FailingCommits of(String table, String change, String which) {
        FailingCommits commits = new FailingCommits();
        Sql.run("CREATE SEQUENCE " + commits.name);
        // A sequence counts the failures, because a rollback does not undo it.
        Sql.run("CREATE FUNCTION " + commits.name + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM nextval('" + commits.name
            + "'); RAISE 'This commit fails for a test.'; END $$");
        Sql.run("CREATE CONSTRAINT TRIGGER " + commits.name + " AFTER " + change + " ON " + table
            + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (" + which + ") EXECUTE FUNCTION " + commits.name + "()");
        return commits;
    }

    /** @return how many commits have failed */
    int failed() {
        return Integer.parseInt(Sql.run("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM " + name));
    }

    /**
     * Lets commits succeed again. The trigger stays in the tests' database, doing nothing: to drop it, this would have to wait for all who
     * use the table.
     */
    void stop() {
        Sql.run("CREATE OR REPLACE FUNCTION " + name + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$");
    }
}
