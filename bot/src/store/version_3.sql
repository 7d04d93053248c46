-- Less to write for each event. A row of a table without row numbers lies in a page of its own, but for its beginning, so
-- that each change of an order wrote two pages; and what was answered stood in four trees.
CREATE TABLE jobs_3 (
    id                TEXT    PRIMARY KEY NOT NULL,
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
    position_shown_at INTEGER,
    -- What the images of an order are for: 'frames' or 'references'.
    image_use         TEXT    NOT NULL DEFAULT 'frames',
    -- The earlier order that it goes on from, and what is made of it; JSON.
    follow_up         TEXT,
    -- When the provider took it.
    submitted_at      INTEGER
) STRICT;
INSERT INTO jobs_3 SELECT * FROM jobs ORDER BY id;
DROP TABLE jobs;
ALTER TABLE jobs_3 RENAME TO jobs;
CREATE INDEX jobs_user ON jobs (user, progress, id);
CREATE INDEX jobs_placed ON jobs (user, placed_at, id);
CREATE INDEX jobs_texts ON jobs (placed_at) WHERE texts;
CREATE INDEX jobs_progress ON jobs (progress, placed_at);
CREATE INDEX jobs_give_up_at ON jobs (give_up_at) WHERE progress IN ('published', 'submitted');
CREATE INDEX jobs_position_shown ON jobs (position_shown_at) WHERE progress = 'queued';
CREATE INDEX jobs_follow_ups ON jobs (user) WHERE follow_up IS NOT NULL;

-- What was answered to the last updates, in case that they are repeated. The row of an update has the number of its answer.
CREATE TABLE answers_3 (
    -- In the order of handling, which is that of time and need not be that of the updates.
    number    INTEGER PRIMARY KEY,
    update_id INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    -- Whose words it repeats.
    user      INTEGER,
    answer    TEXT    NOT NULL
) STRICT;
INSERT INTO answers_3 SELECT * FROM answers ORDER BY number;
ALTER TABLE updates ADD COLUMN answer INTEGER;
UPDATE updates SET answer = answers.number FROM answers WHERE answers.update_id = updates.id;
DROP TABLE answers;
ALTER TABLE answers_3 RENAME TO answers;
CREATE INDEX answers_user ON answers (user, number);

-- Which of several keys of the provider made the task of an order; NULL: the only one.
ALTER TABLE jobs ADD COLUMN task_key TEXT;

-- What KIE.ai takes for videos, and how the models do.

-- What the provider took for the video, in thousandths of its credits; nothing where its record does not say.
ALTER TABLE jobs ADD COLUMN kie_cost INTEGER;
-- What the catalogue said that it takes, when the video was made; likewise. It counts where nothing else is known.
ALTER TABLE jobs ADD COLUMN kie_cost_listed INTEGER;
-- The videos of each model, in the order of time.
CREATE INDEX jobs_made ON jobs (model, ready_at) WHERE ready_at IS NOT NULL;

-- What is known of a model beside the catalogue. Without a row, nothing is.
CREATE TABLE models (
    model         TEXT    PRIMARY KEY,
    -- Its videos in a row that failed by the provider's fault, and when the last of them did.
    failures      INTEGER NOT NULL DEFAULT 0,
    failed_at     INTEGER,
    -- Since when it fails so often that people and operators are told.
    failing_since INTEGER,
    -- Who has switched it off: 'operator' or 'price_watch'; nothing while it is on.
    off_by        TEXT,
    -- When it was last switched on or off.
    switched_at   INTEGER,
    -- When operators were last told that its videos cost something else than the catalogue says.
    price_told_at INTEGER
) STRICT, WITHOUT ROWID;

-- Bonuses and welcome credits.

-- What a payment has brought beside what was paid for: the bonus of the pack, and that of a first purchase.
ALTER TABLE payments ADD COLUMN bonus INTEGER NOT NULL DEFAULT 0;
ALTER TABLE payments ADD COLUMN first_bonus INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX payments_first ON payments (user) WHERE first_bonus > 0;
-- Whether a person has ever written, and not only paid or pressed a button. Everybody before this version had.
ALTER TABLE people ADD COLUMN has_written INTEGER NOT NULL DEFAULT 1;

-- Subscriptions, each by the id of the invoice that began it: all its payments name that.
CREATE TABLE subscriptions (
    invoice      TEXT    PRIMARY KEY,
    user         INTEGER NOT NULL,
    -- The payment that began it: so Telegram names it.
    first_charge TEXT    NOT NULL,
    -- What each period brings and costs.
    credits      INTEGER NOT NULL,
    stars        INTEGER NOT NULL,
    paid_until   INTEGER NOT NULL,
    -- active, cancelled (what is paid is the last period), failed (Telegram could not take the next payment), ended.
    state        TEXT    NOT NULL,
    -- Since when it is in its state.
    since        INTEGER NOT NULL,
    -- Counts the changes that its person was told of.
    changes      INTEGER NOT NULL DEFAULT 0,
    -- What Telegram is asked for: cancel or resume.
    wish         TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX subscriptions_user ON subscriptions (user);
CREATE INDEX subscriptions_charge ON subscriptions (first_charge);
CREATE INDEX subscriptions_open ON subscriptions (paid_until) WHERE state <> 'ended';

-- What operators have decided in the chat over the settings and the catalogue; without a row, those count.
CREATE TABLE shop (
    -- 'PACKS', 'STARS_PER_CREDIT', 'SUBSCRIPTION', 'FIRST_PURCHASE_BONUS', 'WELCOME_CREDITS', 'MAINTENANCE', or 'PRICE:' and
    -- a model.
    item     TEXT    PRIMARY KEY,
    -- As the setting is written; of a price, the credits that each video costs more or less; of maintenance, its words.
    value    TEXT    NOT NULL,
    operator INTEGER NOT NULL,
    at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
