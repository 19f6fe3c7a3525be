package org.agentinbox.companyaccount;

import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.agentinbox.account.Caller;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The account list, for those who administer it. A change counts for the next chat that is requested. */
@Stateless
@RolesAllowed({SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
public class CompanyAccountService {

    /** How many accounts the list can have. */
    public static final int MOST = 200_000;
    /** How many bytes a file of the list can have. */
    public static final int MOST_BYTES = 32 << 20;
    /** How many accounts {@link #list} returns at most. */
    public static final int PAGE = 50;
    private static final int LONGEST_TEXT = 200;

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private CompanyAccountRepository accounts;
    @Inject
    private Owners owners;
    @Inject
    private CompanyAccountImports imports;
    @Inject
    private ImportRecords records;
    @Inject
    private Audit audit;

    /**
     * @param text what is to be in the domain, the company's name or the owner's names, in any letter case; null or blank: anything
     * @param after {@link CompanyAccountPage#next} of the part before; null for the first one
     * @return a part of the list, in the order of domains
     * @throws RefusedException {@link Refusal#INVALID_FIELD}
     */
    public CompanyAccountPage list(String text, String after) {
        String wanted = Optional.ofNullable(TextRules.line("text", text, LONGEST_TEXT)).orElse("");
        String before = Optional.ofNullable(TextRules.line("after", after, 253)).orElse("");
        List<CompanyAccountView> found = accounts.part(wanted, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<CompanyAccountView> part = more ? found.subList(0, PAGE) : found;
        return new CompanyAccountPage(part, more ? part.get(PAGE - 1).domain() : null);
    }

    /** @return how many accounts the list has */
    public long size() {
        return accounts.size();
    }

    /** @return those to whom an account can be given, by name: all who take chats */
    public List<Owner> owners() {
        return owners.everybody().stream().filter(owner -> owner.state() == OwnerState.TAKES_CHATS).toList();
    }

    /**
     * @param domain of the company
     * @param ownerId whose account it is to be; somebody who takes chats
     * @param company its name, at most 200 characters, or null
     * @return what is stored
     * @throws UnusableDomainException where the domain cannot be a company's
     * @throws RefusedException {@link Refusal#NAME_TAKEN} where the domain is on the list, {@link Refusal#INVALID_FIELD} of {@code owner},
     *     {@code company}, or of {@code size} where the list is full
     */
    public CompanyAccountView add(String domain, UUID ownerId, String company) {
        CompanyDomain name = new CompanyDomain(domain);
        requireAgent(ownerId);
        accounts.lock();
        if (em.find(CompanyAccount.class, name.name()) != null) {
            throw new RefusedException(Refusal.NAME_TAKEN, "This domain is on the list.");
        }
        if (accounts.size() >= MOST) {
            throw RefusedException.ofField("size", "at most " + MOST + " accounts");
        }
        em.persist(new CompanyAccount(name, ownerId, company, clock.instant()));
        CompanyAccountView made = stored(name.name());
        record(AuditAct.COMPANY_ACCOUNT_CREATED, null, made);
        return made;
    }

    /**
     * Gives an account to somebody, or its company another name.
     *
     * @param domain as stored
     * @param ownerId somebody who takes chats, or who has it already
     * @param company its name, at most 200 characters, or null
     * @return what is stored
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#INVALID_FIELD} of {@code owner} or {@code company}
     */
    public CompanyAccountView change(String domain, UUID ownerId, String company) {
        CompanyAccount account = find(domain);
        CompanyAccountView before = accounts.view(domain);
        if (!before.owner().id().equals(ownerId)) {
            requireAgent(ownerId);
        }
        account.give(ownerId, company, clock.instant());
        CompanyAccountView after = stored(domain);
        record(AuditAct.COMPANY_ACCOUNT_CHANGED, before, after);
        return after;
    }

    private void record(AuditAct act, CompanyAccountView before, CompanyAccountView after) {
        audit.record(AuditRecord.of(act).about(AuditSubject.COMPANY_ACCOUNT, null, (after == null ? before : after).domain())
            .changed(told(before), told(after)));
    }

    private static Map<String, Object> told(CompanyAccountView account) {
        return account == null ? null
            : Map.of("owner", account.owner().id(), "company", account.company() == null ? "" : account.company());
    }

    private CompanyAccountView stored(String domain) {
        em.flush();
        return accounts.view(domain);
    }

    private void requireAgent(UUID ownerId) {
        if (owners.find(ownerId).filter(owner -> owner.state() == OwnerState.TAKES_CHATS).isEmpty()) {
            throw RefusedException.ofField("owner", "somebody who takes live chats");
        }
    }

    /**
     * @param domain as stored
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public void remove(String domain) {
        CompanyAccount account = find(domain);
        record(AuditAct.COMPANY_ACCOUNT_REMOVED, accounts.view(domain), null);
        em.remove(account);
    }

    private CompanyAccount find(String domain) {
        return Optional.ofNullable(domain).map(name -> em.find(CompanyAccount.class, name))
            .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such account."));
    }

    /** @return the list as a file that {@link #importFile} accepts; that it was taken is recorded */
    public byte[] exportFile() {
        audit.record(AuditRecord.of(AuditAct.EXPORT).about(AuditSubject.COMPANY_ACCOUNT, null, null));
        try (Stream<CompanyAccountView> all = accounts.all()) {
            return AccountFile.write(all);
        }
    }

    /**
     * Replaces the list by a file. Where anything in the file is wrong, nothing is changed. Routing goes on meanwhile, with the list as it
     * was. In no transaction: its steps have their own, and {@link #lastImport} tells how far it is.
     *
     * @param file comma separated values, or with semicolons, UTF-8, at most {@link #MOST_BYTES} and {@link #MOST} lines below the first
     *     one, {@code domain,owner,company}; an owner is a user name or an email address
     * @return what was done, or what is wrong
     * @throws RefusedException {@link Refusal#IMPORT_RUNNING}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AccountImportReport importFile(byte[] file) {
        return imports.replace(file, Caller.account(context));
    }

    /** @return the import that runs, or else the last one; empty where there was none */
    public Optional<ImportProgress> lastImport() {
        return records.last();
    }
}
