package org.agentinbox.companyaccount;

import java.util.List;

import org.agentinbox.platform.list.ImportProblem;

/**
 * The result of an import.
 *
 * @param added how many accounts are new
 * @param changed how many have another owner or name than before
 * @param unchanged how many were on the list already
 * @param removed how many are not on the list any more
 * @param withoutChats how many of the list have an owner to whom chats cannot go
 * @param wrong how much is wrong with the file; 0 where it was imported
 * @param problems why nothing was imported, by line, the first 100
 */
public record AccountImportReport(int added, int changed, int unchanged, int removed, int withoutChats, int wrong,
    List<ImportProblem> problems) {

    static AccountImportReport refused(int wrong, List<ImportProblem> problems) {
        return new AccountImportReport(0, 0, 0, 0, 0, wrong, problems);
    }
}
