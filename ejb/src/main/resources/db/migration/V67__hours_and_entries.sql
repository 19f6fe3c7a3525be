-- The live chats that were requested in an hour of a day by an entry, in the zone of the reports; hours without any have no row. Made and
-- kept as daily_figure is, and names nobody either. Times are in milliseconds, counted and summed: until visitors left whom nobody had
-- taken, until an agent took the chat, until their first text, how long chats lasted, and how long visitors were in the queue.
CREATE TABLE hourly_figure (
    day            date        NOT NULL,
    zone           varchar(64) NOT NULL,
    hour           smallint    NOT NULL CHECK (hour BETWEEN 0 AND 23),
    entry_key      varchar(50) NOT NULL,
    requested      integer     NOT NULL,
    connected      integer     NOT NULL,
    missed         integer     NOT NULL,
    queued         integer     NOT NULL,
    leaving_count  integer     NOT NULL,
    leaving_total  bigint      NOT NULL,
    accept_count   integer     NOT NULL,
    accept_total   bigint      NOT NULL,
    response_count integer     NOT NULL,
    response_total bigint      NOT NULL,
    length_count   integer     NOT NULL,
    length_total   bigint      NOT NULL,
    wait_count     integer     NOT NULL,
    wait_total     bigint      NOT NULL,
    wait_longest   bigint,
    PRIMARY KEY (zone, day, hour, entry_key)
);

-- Whether the day's figures by hour are made as well. Days whose history is still there are made anew.
ALTER TABLE daily_figure ADD COLUMN by_hour boolean NOT NULL DEFAULT false;
