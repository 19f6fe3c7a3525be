-- What tells push services who we are: made once, by whichever node starts first. Every subscription hangs on it.
CREATE TABLE vapid_key (
    id          smallint PRIMARY KEY CHECK (id = 1),
    public_key  bytea       NOT NULL,
    private_key bytea       NOT NULL,
    created_at  timestamptz NOT NULL
);

-- A browser in which an agent wants to be notified, also while no page of ours is open. The browser makes the address and the keys.
CREATE TABLE push_subscription (
    id         uuid PRIMARY KEY,
    account_id uuid          NOT NULL REFERENCES account ON DELETE CASCADE,
    endpoint   varchar(1000) NOT NULL UNIQUE,
    public_key bytea         NOT NULL,
    auth       bytea         NOT NULL,
    label      varchar(100)  NOT NULL,
    locale     varchar(10)   NOT NULL,
    created_at timestamptz   NOT NULL,
    seen_at    timestamptz   NOT NULL
);
CREATE INDEX push_subscription_account ON push_subscription (account_id, seen_at);

-- How an agent's inbox sounds. Who has no row has the defaults.
CREATE TABLE notification_preference (
    account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    sound      varchar(20) NOT NULL CHECK (sound IN ('chime', 'bell', 'knock', 'marimba', 'none')),
    volume     smallint    NOT NULL CHECK (volume BETWEEN 0 AND 100)
);
