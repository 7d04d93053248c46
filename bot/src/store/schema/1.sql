-- The first schema, as files of that time have it: for the test of the upgrades, and never changed.

-- Small facts: the schema's version, the signing key, what was last heard of the workers.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Updates that have been handled, with what was answered. Forgotten when Telegram has forgotten them.
CREATE TABLE updates (
    id     INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    answer TEXT    NOT NULL
);
CREATE INDEX updates_at ON updates (at);

-- Events that could not be handled, for the operators.
CREATE TABLE put_aside (
    id     INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    event  TEXT    NOT NULL,
    reason TEXT    NOT NULL
);

CREATE TABLE people (
    id         INTEGER PRIMARY KEY,
    language   TEXT    NOT NULL,
    first_seen INTEGER NOT NULL,
    reachable  INTEGER NOT NULL,
    -- When a job of theirs was last handed to the workers: who waited longest is served first.
    served_at  INTEGER NOT NULL DEFAULT 0
);

-- What people are in the middle of.
CREATE TABLE forms (
    user INTEGER PRIMARY KEY,
    form TEXT    NOT NULL,
    at   INTEGER NOT NULL
);
-- Pictures that are being looked at.
CREATE INDEX forms_checking ON forms (at) WHERE form ->> '$.video.picture.checking.file_id' IS NOT NULL;

-- The ledger. Entries are only ever added.
CREATE TABLE entries (
    id      TEXT    PRIMARY KEY,
    user    INTEGER NOT NULL,
    source  TEXT    NOT NULL,
    target  TEXT    NOT NULL CHECK (target <> source),
    credits INTEGER NOT NULL CHECK (credits > 0),
    at      INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX entries_user ON entries (user);

CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;

CREATE TRIGGER entries_are_not_deleted BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;

-- What the entries add up to, kept in the same transaction. Available may go below zero when Stars are taken back.
CREATE TABLE accounts (
    user      INTEGER PRIMARY KEY,
    available INTEGER NOT NULL DEFAULT 0,
    held      INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0),
    spent     INTEGER NOT NULL DEFAULT 0 CHECK (spent >= 0),
    refunding INTEGER NOT NULL DEFAULT 0 CHECK (refunding >= 0),
    revoked   INTEGER NOT NULL DEFAULT 0 CHECK (revoked >= 0)
);

-- Stars that were paid, by Telegram's charge id.
CREATE TABLE payments (
    charge  TEXT    PRIMARY KEY,
    user    INTEGER NOT NULL,
    stars   INTEGER NOT NULL,
    credits INTEGER NOT NULL,
    "order" TEXT    NOT NULL,
    at      INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX payments_order ON payments ("order");
CREATE INDEX payments_user ON payments (user, at);

-- Orders of videos. Each `…_due` says when to look again at what it is about; none: there is nothing to do.
-- Each `…_leased_until` is there while somebody carries it out and has not reported.
CREATE TABLE jobs (
    id                TEXT    PRIMARY KEY,
    user              INTEGER NOT NULL,
    form              TEXT    NOT NULL UNIQUE,
    model             TEXT    NOT NULL,
    prompt            TEXT    NOT NULL,
    options           TEXT    NOT NULL,
    image             TEXT,
    price             INTEGER NOT NULL CHECK (price > 0),
    money             TEXT    NOT NULL DEFAULT 'held',
    progress          TEXT    NOT NULL DEFAULT 'queued',
    failure           TEXT,
    placed_at         INTEGER NOT NULL,

    publish_attempts  INTEGER NOT NULL DEFAULT 0,
    publish_due       INTEGER,
    submit_before     INTEGER,
    give_up_at        INTEGER,
    epoch             TEXT,
    task              TEXT,

    urls              TEXT    NOT NULL DEFAULT '[]',
    ready_at          INTEGER,
    delivery_way      TEXT,
    delivery_attempts INTEGER NOT NULL DEFAULT 0,
    delivery_due      INTEGER,
    delivery_leased_until INTEGER,
    file_id           TEXT,

    status_message    INTEGER,
    status_version    INTEGER NOT NULL,
    -- The place in the queue that was last told.
    status_place      INTEGER,
    status_told       INTEGER NOT NULL DEFAULT 0,
    status_attempts   INTEGER NOT NULL DEFAULT 0,
    status_due        INTEGER,
    status_leased_until INTEGER
) WITHOUT ROWID;
CREATE INDEX jobs_user ON jobs (user, progress);
CREATE INDEX jobs_progress ON jobs (progress, placed_at);
CREATE INDEX jobs_publish_due ON jobs (publish_due) WHERE publish_due IS NOT NULL;
CREATE INDEX jobs_give_up_at ON jobs (give_up_at) WHERE progress IN ('published', 'submitted');
CREATE INDEX jobs_delivery_due ON jobs (delivery_due) WHERE delivery_due IS NOT NULL;
CREATE INDEX jobs_status_due ON jobs (status_due) WHERE status_due IS NOT NULL;
CREATE INDEX jobs_delivery_leased ON jobs (delivery_leased_until) WHERE delivery_leased_until IS NOT NULL;
CREATE INDEX jobs_status_leased ON jobs (status_leased_until) WHERE status_leased_until IS NOT NULL;

-- Messages that must arrive. A row without a reply has been said, and stays so that it is not said again.
CREATE TABLE notices (
    name     TEXT    PRIMARY KEY,
    user     INTEGER NOT NULL,
    reply    TEXT,
    due      INTEGER,
    leased_until INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    at       INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX notices_due ON notices (due) WHERE due IS NOT NULL;
CREATE INDEX notices_leased ON notices (leased_until) WHERE leased_until IS NOT NULL;
CREATE INDEX notices_user ON notices (user) WHERE reply IS NOT NULL;

CREATE TABLE support_requests (
    id      INTEGER PRIMARY KEY,
    user    INTEGER NOT NULL,
    request TEXT    NOT NULL,
    at      INTEGER NOT NULL
);
