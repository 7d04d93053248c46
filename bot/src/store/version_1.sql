-- The bot's tables, version 1. Times are milliseconds since 1970, UTC. A later change is a migration of its own.

-- Small facts: the schema's version, the signing key, what was last heard of the workers.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Updates that have been handled. Forgotten when Telegram has forgotten them.
CREATE TABLE updates (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX updates_at ON updates (at);

-- What was answered to the last updates, by their number, in case that they are repeated. In a table of its own: what is
-- deleted here leaves whole pages free.
CREATE TABLE answers (
    -- In the order of handling, which need not be that of the updates.
    number    INTEGER PRIMARY KEY,
    update_id INTEGER NOT NULL UNIQUE,
    at        INTEGER NOT NULL,
    -- Whose words it repeats.
    user      INTEGER,
    answer    TEXT    NOT NULL
) STRICT;
CREATE INDEX answers_at ON answers (at);
CREATE INDEX answers_user ON answers (user, number);

-- Events and rows of the outbox that could not be handled, for operators.
CREATE TABLE dead_letters (
    id     INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    event  TEXT    NOT NULL,
    reason TEXT    NOT NULL,
    -- Who sent it, if that can be told.
    user   INTEGER,
    -- An operator wants it to be handled once more.
    send_again INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX dead_letters_again ON dead_letters (id) WHERE send_again;

CREATE TABLE people (
    id         INTEGER PRIMARY KEY,
    language   TEXT    NOT NULL,
    first_seen INTEGER NOT NULL,
    reachable  INTEGER NOT NULL,
    -- When a job of theirs was last handed to the workers: who waited longest is served first.
    served_at  INTEGER NOT NULL DEFAULT 0,
    -- What they ordered up to then is forgotten when it has ended, as they asked.
    forget_before INTEGER,
    -- The topic of their chat in which they last did something.
    topic      INTEGER,
    -- What their last message was answered, as a hash, and when: the same is not said twice in a row.
    answer     INTEGER,
    answered_at INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Who has sent much of late: when their allowance of messages and taps is full again, and whether they were told that
-- they are too fast. Without a row it is full.
CREATE TABLE rate_limits (
    user     INTEGER PRIMARY KEY,
    full_at INTEGER NOT NULL,
    told     INTEGER NOT NULL
) STRICT;

-- What people are in the middle of.
CREATE TABLE forms (
    user INTEGER PRIMARY KEY,
    form TEXT    NOT NULL,
    at   INTEGER NOT NULL
) STRICT;
-- The ledger. Entries are only ever added.
CREATE TABLE entries (
    id      TEXT    PRIMARY KEY,
    user    INTEGER NOT NULL,
    source  TEXT    NOT NULL,
    target  TEXT    NOT NULL CHECK (target <> source),
    credits INTEGER NOT NULL CHECK (credits > 0),
    at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- The audit adds up each person's entries by this index alone.
CREATE INDEX entries_user ON entries (user, source, target, credits);

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
) STRICT;

-- Credits by where they came from: each purchase and each gift is a lot, named by the entry that brought it. They are spent
-- in the order of ranks (gifts, then purchases), the oldest first.
CREATE TABLE lots (
    number    INTEGER PRIMARY KEY,
    entry     TEXT    NOT NULL UNIQUE,
    user      INTEGER NOT NULL,
    rank      INTEGER NOT NULL,
    -- What is left of it, kept in the same transaction as its moves. Below zero when Stars were taken back for credits
    -- that are spent.
    available INTEGER NOT NULL
) STRICT;
CREATE INDEX lots_next ON lots (user, rank, number) WHERE available > 0;
CREATE INDEX lots_below_zero ON lots (user) WHERE available < 0;

-- Which lots an entry took available credits from (below zero), or brought them to. Moves are only ever added.
CREATE TABLE lot_moves (
    entry   TEXT    NOT NULL,
    lot     INTEGER NOT NULL,
    credits INTEGER NOT NULL CHECK (credits <> 0),
    PRIMARY KEY (entry, lot)
) STRICT, WITHOUT ROWID;
-- The audit adds up each lot's moves by this index alone.
CREATE INDEX lot_moves_lot ON lot_moves (lot, credits);

CREATE TRIGGER lot_moves_are_not_changed BEFORE UPDATE ON lot_moves
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;

CREATE TRIGGER lot_moves_are_not_deleted BEFORE DELETE ON lot_moves
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;

-- Stars that were paid, by Telegram's charge id. Each person's purchases are counted from 1: so people and buttons name
-- them, and nobody learns how many others there are.
CREATE TABLE payments (
    charge  TEXT    PRIMARY KEY,
    user    INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    stars   INTEGER NOT NULL,
    credits INTEGER NOT NULL,
    -- Names the invoice that was paid.
    invoice TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    -- Whether Telegram's own list of transactions shows it.
    listed  INTEGER NOT NULL DEFAULT 0,
    UNIQUE (user, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX payments_invoice ON payments (invoice);
CREATE INDEX payments_unlisted ON payments (at) WHERE NOT listed;

-- Refunds of Stars, by charge: asked (an operator decides), held (the call to Telegram is in the outbox), done, refused (by
-- Telegram), declined (by an operator).
CREATE TABLE refunds (
    charge       TEXT    PRIMARY KEY,
    user         INTEGER NOT NULL,
    state        TEXT    NOT NULL,
    -- What is set aside, or was taken away; an operator may refund Stars for credits that are spent.
    credits      INTEGER NOT NULL DEFAULT 0 CHECK (credits >= 0),
    -- Counts the times that credits were set aside, and names their entries.
    nth          INTEGER NOT NULL DEFAULT 0,
    at           INTEGER NOT NULL,
    listed       INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX refunds_state ON refunds (state, user);
CREATE INDEX refunds_unlisted ON refunds (at) WHERE state = 'done' AND NOT listed;

-- Telegram's list of the bot's Star transactions, as far as it was read. A refund has the id of its payment.
CREATE TABLE star_transactions (
    id        TEXT    NOT NULL,
    direction TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    user      INTEGER,
    stars     INTEGER NOT NULL,
    nanostars INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    -- What it was to us: credited, known, revoked, foreign, older, other.
    verdict   TEXT    NOT NULL,
    seen_at   INTEGER NOT NULL,
    PRIMARY KEY (id, direction)
) STRICT, WITHOUT ROWID;
CREATE INDEX star_transactions_seen ON star_transactions (seen_at);
CREATE INDEX star_transactions_older ON star_transactions (stars) WHERE verdict = 'older';

-- What operators did with other people's money, and why. Rows are only ever added.
CREATE TABLE operator_actions (
    id       INTEGER PRIMARY KEY,
    operator INTEGER NOT NULL,
    action   TEXT    NOT NULL,
    user     INTEGER,
    credits  INTEGER,
    charge   TEXT,
    reason   TEXT    NOT NULL,
    at       INTEGER NOT NULL
) STRICT;

CREATE INDEX operator_actions_charge ON operator_actions (charge) WHERE charge IS NOT NULL;

CREATE TRIGGER operator_actions_are_not_changed BEFORE UPDATE ON operator_actions
BEGIN SELECT RAISE(ABORT, 'what operators did is only ever added to'); END;

CREATE TRIGGER operator_actions_are_not_deleted BEFORE DELETE ON operator_actions
BEGIN SELECT RAISE(ABORT, 'what operators did is only ever added to'); END;

-- Orders of videos: what a job is. What must be done about it is in the outbox.
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

    submit_before     INTEGER,
    give_up_at        INTEGER,
    unconfirmed_until INTEGER,
    epoch             TEXT,
    task              TEXT,

    urls              TEXT    NOT NULL DEFAULT '[]',
    ready_at          INTEGER,
    delivery_method   TEXT,
    -- Attempts by this method of which nobody knows how they ended.
    unclear_deliveries     INTEGER NOT NULL DEFAULT 0,
    -- Attempts, by whatever method, that came back because the person could not be reached.
    unreachable_deliveries INTEGER NOT NULL DEFAULT 0,
    -- Whether the provider was asked once more where the video is.
    provider_asked_again   INTEGER NOT NULL DEFAULT 0,
    -- Since when nothing can be had from the address that the provider named last.
    gone_since        INTEGER,
    file_id           TEXT,
    -- Whether anything of what the person wrote or got is still in this row.
    texts             INTEGER NOT NULL DEFAULT 1,

    status_message    INTEGER,
    -- What that message shows, as far as is known.
    shown             TEXT,
    -- The topic of the chat that it was ordered in.
    topic             INTEGER,
    -- The position in the queue that the chat was last shown.
    shown_position    INTEGER,
    position_shown_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX jobs_user ON jobs (user, progress);
CREATE INDEX jobs_placed ON jobs (user, placed_at);
CREATE INDEX jobs_texts ON jobs (placed_at) WHERE texts;
CREATE INDEX jobs_progress ON jobs (progress, placed_at);
CREATE INDEX jobs_give_up_at ON jobs (give_up_at) WHERE progress IN ('published', 'submitted');
CREATE INDEX jobs_position_shown ON jobs (position_shown_at) WHERE progress = 'queued';

-- Whoever has orders that wait for their turn. It follows from jobs and people, and is kept beside them so that whose
-- turn it is and how many are before somebody is found without a look at all orders.
CREATE TABLE queue (
    user      INTEGER PRIMARY KEY,
    served_at INTEGER NOT NULL,
    -- The first of their orders that wait, and how many there are.
    first_job TEXT    NOT NULL,
    jobs      INTEGER NOT NULL,
    -- Their jobs that workers have.
    under_way INTEGER NOT NULL
) STRICT;
CREATE INDEX queue_place ON queue (served_at, first_job);
CREATE INDEX queue_turn ON queue (under_way, served_at, first_job);

-- Jobs of which workers speak and that are not in this database: it was put back from an older copy, or the workers belong
-- to another bot. For operators.
CREATE TABLE unknown_jobs (
    id    TEXT    PRIMARY KEY,
    -- What was last said of it.
    state TEXT    NOT NULL,
    task  TEXT,
    -- Where its video is, if there is one.
    urls  TEXT    NOT NULL,
    at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Everything that must be done outside and must not be lost. See core/outbox.rs.
CREATE TABLE outbox (
    -- What it is about: notice, publish, deliver, status, refund or check_image, and which one.
    kind     TEXT    NOT NULL,
    key      TEXT    NOT NULL,
    -- Whom it is for: people take turns.
    user     INTEGER NOT NULL,
    -- waiting (for its due time; without one it rests), under_way (leased until it is due), changed (under way, and due
    -- again when that has ended), done, dead (set aside until somebody has mended it).
    state    TEXT    NOT NULL CHECK (state IN ('waiting', 'under_way', 'changed', 'done', 'dead')),
    due      INTEGER,
    -- Attempts so far: the last of them is the one under way.
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Attempts since the row last changed or was done: what the pauses between them follow.
    tries    INTEGER NOT NULL DEFAULT 0,
    -- Times in a row that no attempt could be made, by an error of ours.
    failures INTEGER NOT NULL DEFAULT 0,
    payload  TEXT,
    -- When the row was first put in.
    at       INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT;
CREATE INDEX outbox_due ON outbox (kind, due) WHERE due IS NOT NULL;
CREATE INDEX outbox_under_way ON outbox (kind, due) WHERE state IN ('under_way', 'changed');
CREATE INDEX outbox_person ON outbox (user, kind) WHERE state <> 'done';

CREATE TABLE support_requests (
    id      INTEGER PRIMARY KEY,
    user    INTEGER NOT NULL,
    request TEXT    NOT NULL,
    at      INTEGER NOT NULL
) STRICT;
CREATE INDEX support_requests_user ON support_requests (user, at);
CREATE INDEX support_requests_texts ON support_requests (at) WHERE request <> '';
