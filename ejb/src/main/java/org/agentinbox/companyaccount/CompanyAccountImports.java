package org.agentinbox.companyaccount;

import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.list.ImportReport;
import org.agentinbox.platform.list.ListFile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Replaces the list by a file. For callers without a transaction: each step has its own. */
@ApplicationScoped
class CompanyAccountImports {

    /** Some milliseconds of the database's time. */
    private static final int BATCH = 5_000;
    private static final Logger LOG = Logger.getLogger(CompanyAccountImports.class.getName());

    @Inject
    private ImportRecords records;
    @Inject
    private StagedAccounts staged;
    @Inject
    private Owners owners;

    /**
     * @param by who does it; null where a program does
     * @throws RefusedException {@link Refusal#IMPORT_RUNNING}
     */
    AccountImportReport replace(byte[] file, UUID by) {
        UUID id = records.begin(by, lines(file));
        try {
            return replace(id, file);
        } catch (RuntimeException e) {
            fail(id);
            throw e;
        }
    }

    /** About as many as the file has: an unquoted line break ends one. */
    private static int lines(byte[] file) {
        int lines = 1;
        for (int i = 0; i < Math.min(file.length, CompanyAccountService.MOST_BYTES); i++) {
            lines += file[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private AccountImportReport replace(UUID id, byte[] file) {
        ListFile<AccountFile.Row> read = AccountFile.read(file, new OwnerNames(owners.everybody()),
            lines -> records.progress(id, ImportProgress.State.READING, lines));
        if (read.wrong() > 0) {
            records.end(id, ImportProgress.State.REFUSED, read.wrong());
            return AccountImportReport.refused(read.wrong(), ImportReport.refused(read.problems()).problems());
        }
        List<AccountFile.Row> rows = read.rows();
        for (int i = 0; i < rows.size(); i += BATCH) {
            staged.add(id, rows.subList(i, Math.min(i + BATCH, rows.size())));
            records.progress(id, ImportProgress.State.STORING, i);
        }
        StagedAccounts.Changes changes = staged.swap(id);
        int withoutChats = (int) rows.stream().filter(row -> row.owner().state() != OwnerState.TAKES_CHATS).count();
        LOG.log(Level.INFO, "The account list was replaced: {0} added, {1} changed, {2} removed, {3} in all",
            new Object[]{changes.added(), changes.changed(), changes.removed(), rows.size()});
        return new AccountImportReport(changes.added(), changes.changed(), rows.size() - changes.added() - changes.changed(),
            changes.removed(), withoutChats, 0, List.of());
    }

    private void fail(UUID id) {
        try {
            records.end(id, ImportProgress.State.FAILED, 0);
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "Its end could not be recorded; the next import takes its place", e);
        }
    }
}
