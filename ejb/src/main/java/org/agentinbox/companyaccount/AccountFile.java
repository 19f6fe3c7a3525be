package org.agentinbox.companyaccount;

import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.list.ListFile;
import org.agentinbox.platform.list.ListFormat;

/** The account list as a file. An owner is written as a user name, and read as that or as an email address. */
final class AccountFile implements ListFormat<AccountFile.Row> {

    private static final List<String> HEADER = List.of("domain", "owner", "company");
    private static final int PROGRESS_STEP = 2_000;

    private final OwnerNames owners;
    private final IntConsumer progress;

    /** A valid line. */
    record Row(CompanyDomain domain, Owner owner, String company) {}

    /** What can be wrong with an account, beside {@link ListFile.Wrong}. Clients get the constant's name. */
    enum Wrong {
        /** As {@link DomainProblem}. */
        NOT_A_DOMAIN,
        /** As {@link DomainProblem}. */
        WILDCARD,
        /** As {@link DomainProblem}. */
        PUBLIC_SUFFIX,
        /** As {@link DomainProblem}. */
        FREE_MAIL,
        /** Nobody has this user name or email address. */
        OWNER,
        /** Several have this email address. */
        OWNER_AMBIGUOUS,
        /** The company's name is too long, or has characters that are not allowed. */
        COMPANY
    }

    private AccountFile(OwnerNames owners, IntConsumer progress) {
        this.owners = owners;
        this.progress = progress;
    }

    /** @param progress is told now and then how many lines have been read */
    static ListFile<Row> read(byte[] bytes, OwnerNames owners, IntConsumer progress) {
        return ListFile.read(bytes, new AccountFile(owners, progress));
    }

    static byte[] write(Stream<CompanyAccountView> accounts) {
        return ListFile.write(new AccountFile(new OwnerNames(List.of()), lines -> {}), accounts.map(a -> List.of(a.shown(), a.owner()
            .userName(), Objects.requireNonNullElse(a.company(), ""))));
    }

    @Override
    public List<String> header() {
        return HEADER;
    }

    @Override
    public int mostBytes() {
        return CompanyAccountService.MOST_BYTES;
    }

    @Override
    public int mostRows() {
        return CompanyAccountService.MOST;
    }

    @Override
    public Row row(int line, List<String> cells) {
        if (line % PROGRESS_STEP == 0) {
            progress.accept(line);
        }
        return new Row(new CompanyDomain(cells.get(0)), owners.find(cells.get(1)), CompanyAccount.company(cells.get(2)));
    }

    @Override
    public Object key(Row row) {
        return row.domain();
    }

    @Override
    public Wrong reason(RefusedException refused) {
        if (refused instanceof UnusableDomainException unusable) {
            return Wrong.valueOf(unusable.problem().name());
        }
        return switch (refused.field()) {
            case OwnerNames.UNKNOWN -> Wrong.OWNER;
            case OwnerNames.AMBIGUOUS -> Wrong.OWNER_AMBIGUOUS;
            default -> Wrong.COMPANY;
        };
    }
}
