-- From the first schema to the second: refunds, Telegram's list of transactions, operators' deeds, limits, privacy, and
-- a queue that is found without a look at all orders.

ALTER TABLE updates ADD COLUMN user INTEGER;
CREATE INDEX updates_user ON updates (user) WHERE answer <> '[]';
ALTER TABLE put_aside ADD COLUMN user INTEGER;
ALTER TABLE people ADD COLUMN forget_before INTEGER;

CREATE TABLE paces (
    user     INTEGER PRIMARY KEY,
    whole_at INTEGER NOT NULL,
    told     INTEGER NOT NULL
);

-- Purchases get numbers, in the order in which they were made.
ALTER TABLE payments RENAME TO payments_1;
DROP INDEX payments_order;
DROP INDEX payments_user;
CREATE TABLE payments (
    number  INTEGER PRIMARY KEY,
    charge  TEXT    NOT NULL UNIQUE,
    user    INTEGER NOT NULL,
    stars   INTEGER NOT NULL,
    credits INTEGER NOT NULL,
    "order" TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    listed  INTEGER NOT NULL DEFAULT 0
);
INSERT INTO payments (charge, user, stars, credits, "order", at)
    SELECT charge, user, stars, credits, "order", at FROM payments_1 ORDER BY at, charge;
DROP TABLE payments_1;
CREATE INDEX payments_order ON payments ("order");
CREATE INDEX payments_user ON payments (user, at);
CREATE INDEX payments_unlisted ON payments (at) WHERE NOT listed;

CREATE TABLE refunds (
    charge       TEXT    PRIMARY KEY,
    user         INTEGER NOT NULL,
    state        TEXT    NOT NULL,
    credits      INTEGER NOT NULL DEFAULT 0 CHECK (credits >= 0),
    try          INTEGER NOT NULL DEFAULT 0,
    attempts     INTEGER NOT NULL DEFAULT 0,
    due          INTEGER,
    leased_until INTEGER,
    at           INTEGER NOT NULL,
    listed       INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
-- Stars that went back before were known by their entries alone.
INSERT INTO refunds (charge, user, state, credits, at)
    SELECT substr(id, length('revoke:') + 1), user, 'done', credits, at FROM entries WHERE id LIKE 'revoke:%';
CREATE INDEX refunds_due ON refunds (due) WHERE due IS NOT NULL;
CREATE INDEX refunds_unlisted ON refunds (at) WHERE state = 'done' AND NOT listed;

CREATE TABLE star_transactions (
    id        TEXT    NOT NULL,
    direction TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    user      INTEGER,
    stars     INTEGER NOT NULL,
    nanostars INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    verdict   TEXT    NOT NULL,
    seen_at   INTEGER NOT NULL,
    PRIMARY KEY (id, direction)
) WITHOUT ROWID;
CREATE INDEX star_transactions_seen ON star_transactions (seen_at);

CREATE TABLE operator_actions (
    id       INTEGER PRIMARY KEY,
    operator INTEGER NOT NULL,
    action   TEXT    NOT NULL,
    user     INTEGER,
    credits  INTEGER,
    charge   TEXT,
    reason   TEXT    NOT NULL,
    at       INTEGER NOT NULL
);
CREATE TRIGGER operator_actions_are_not_changed BEFORE UPDATE ON operator_actions
BEGIN SELECT RAISE(ABORT, 'what operators did is only ever added to'); END;
CREATE TRIGGER operator_actions_are_not_deleted BEFORE DELETE ON operator_actions
BEGIN SELECT RAISE(ABORT, 'what operators did is only ever added to'); END;

ALTER TABLE jobs ADD COLUMN texts INTEGER NOT NULL DEFAULT 1;
ALTER TABLE jobs ADD COLUMN place_told_at INTEGER;
UPDATE jobs SET place_told_at = placed_at WHERE progress = 'queued';
CREATE INDEX jobs_placed ON jobs (user, placed_at);
CREATE INDEX jobs_texts ON jobs (placed_at) WHERE texts;
CREATE INDEX jobs_place_told ON jobs (place_told_at) WHERE progress = 'queued';

CREATE TABLE queue (
    user      INTEGER PRIMARY KEY,
    served_at INTEGER NOT NULL,
    first_job TEXT    NOT NULL,
    jobs      INTEGER NOT NULL,
    under_way INTEGER NOT NULL
);
INSERT INTO queue (user, served_at, first_job, jobs, under_way)
    SELECT user, coalesce((SELECT served_at FROM people WHERE people.id = jobs.user), 0), min(id), count(*),
           (SELECT count(*) FROM jobs AS other
            WHERE other.user = jobs.user AND other.progress IN ('published', 'submitted'))
    FROM jobs WHERE progress = 'queued' GROUP BY user;
CREATE INDEX queue_place ON queue (served_at, first_job);
CREATE INDEX queue_turn ON queue (under_way, served_at, first_job);
