-- The account list: which company has which internet domain, and which agent owns it. Names of domains are ASCII, in lower case, and sorted by
-- their bytes; shown is the same in the letters of its language.
CREATE TABLE company_account (
    domain     varchar(253) COLLATE "C" PRIMARY KEY,
    shown      varchar(253) NOT NULL,
    owner_id   uuid         NOT NULL REFERENCES account,
    company    varchar(200),
    changed_at timestamptz  NOT NULL
);
CREATE INDEX company_account_owner ON company_account (owner_id);

-- Lines of a file on their way into the list. What is in it is made anew by the next import, so it need not outlive a crash.
CREATE UNLOGGED TABLE company_account_staged (
    import_id uuid         NOT NULL,
    domain    varchar(253) COLLATE "C" NOT NULL,
    shown     varchar(253) NOT NULL,
    owner_id  uuid         NOT NULL,
    company   varchar(200)
);

-- The import that runs, at most one, and the last one that has ended.
CREATE TABLE company_account_import (
    id          uuid        PRIMARY KEY,
    state       varchar(10) NOT NULL,
    begun_by    uuid        REFERENCES account ON DELETE SET NULL,
    begun_at    timestamptz NOT NULL,
    seen_at     timestamptz NOT NULL,
    ended_at    timestamptz,
    lines_done  integer     NOT NULL DEFAULT 0,
    lines_total integer     NOT NULL,
    wrong       integer     NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX company_account_import_running ON company_account_import ((true)) WHERE ended_at IS NULL;
