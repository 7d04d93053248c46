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
-- Numbers of updates grow with time: the first is the oldest.
DROP INDEX updates_at;
-- What is due and what is under way in one index.
DROP INDEX outbox_due;
DROP INDEX outbox_under_way;
CREATE INDEX outbox_due ON outbox (kind, due, state) WHERE due IS NOT NULL;

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

-- What operators do about people and orders.

-- Since when operators have blocked this person.
ALTER TABLE people ADD COLUMN blocked_at INTEGER;
CREATE INDEX people_blocked ON people (id) WHERE blocked_at IS NOT NULL;
-- When an order last moved on. Nothing for one that did before this version: then what is known of it counts.
ALTER TABLE jobs ADD COLUMN moved_at INTEGER;
-- The order that a deed is about.
ALTER TABLE operator_actions ADD COLUMN job TEXT;
CREATE INDEX operator_actions_job ON operator_actions (job, action, at) WHERE job IS NOT NULL;

-- Links that bring people: invitations, promo codes and gifts.

-- The code in the link by which somebody invites others.
CREATE TABLE invitations (
    user INTEGER PRIMARY KEY,
    code TEXT    NOT NULL UNIQUE
) STRICT;

-- Whoever came by somebody's link. The first link counts.
CREATE TABLE referrals (
    invited INTEGER PRIMARY KEY,
    inviter INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    -- The first purchase of the invited person; nothing until then.
    charge  TEXT    UNIQUE,
    -- What it brought the inviter; 0 for one who had got that for as many people as one may.
    credits INTEGER NOT NULL DEFAULT 0,
    -- Whether that was taken back, because the Stars of the purchase went back.
    is_back INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX referrals_inviter ON referrals (inviter);

-- What a payment has brought its person because they were invited.
ALTER TABLE payments ADD COLUMN invite_bonus INTEGER NOT NULL DEFAULT 0;
-- Whether it was paid for somebody else.
ALTER TABLE payments ADD COLUMN is_gift INTEGER NOT NULL DEFAULT 0;

-- Promo codes. One that was ever made keeps its name.
CREATE TABLE promo_codes (
    -- In capital letters.
    code     TEXT    PRIMARY KEY,
    credits  INTEGER NOT NULL CHECK (credits > 0),
    -- How many people may use it, and how many have.
    uses_max INTEGER NOT NULL,
    uses     INTEGER NOT NULL DEFAULT 0 CHECK (uses BETWEEN 0 AND uses_max),
    made_at  INTEGER NOT NULL,
    ends_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE promo_uses (
    code TEXT    NOT NULL,
    user INTEGER NOT NULL,
    at   INTEGER NOT NULL,
    PRIMARY KEY (code, user)
) STRICT, WITHOUT ROWID;

-- Who has tried codes that there are not: when their allowance of such tries is full again. Without a row it is full.
CREATE TABLE wrong_codes (
    user    INTEGER PRIMARY KEY,
    full_at INTEGER NOT NULL
) STRICT;

-- Credits that were bought for somebody else.
CREATE TABLE gifts (
    -- The payment.
    charge    TEXT    PRIMARY KEY,
    -- The code in its link.
    code      TEXT    NOT NULL UNIQUE,
    buyer     INTEGER NOT NULL,
    -- With the bonus of the pack.
    credits   INTEGER NOT NULL,
    -- waiting, refunding (its Stars are about to go back), opened, kept (by its buyer: nobody opened it), returned (its
    -- Stars went back unopened), taken_back (the same after it was opened).
    state     TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    opened_by INTEGER,
    opened_at INTEGER,
    -- What was taken from whoever had opened it when its Stars went back without our doing.
    taken     INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX gifts_waiting ON gifts (at) WHERE state = 'waiting';
CREATE INDEX gifts_buyer ON gifts (buyer) WHERE state = 'waiting';
CREATE INDEX gifts_opened_by ON gifts (opened_by) WHERE opened_by IS NOT NULL;
-- Who has the credits that are set aside for a refund, or has had those that were taken. Without one, the buyer.
ALTER TABLE refunds ADD COLUMN holder INTEGER;
-- Paid for as gifts that nobody has opened yet.
ALTER TABLE accounts ADD COLUMN gifted INTEGER NOT NULL DEFAULT 0 CHECK (gifted >= 0);

-- What a transaction has brought an affiliate, in billionths of a Star, whichever way it went.
ALTER TABLE star_transactions ADD COLUMN commission INTEGER NOT NULL DEFAULT 0;

-- Broadcasts: a message of an operator to everybody, or to some.

-- The last day on which a person did something, in days since 1970, and whether they want no broadcasts. Whoever ordered
-- something before this version was last seen then.
ALTER TABLE people ADD COLUMN seen_day INTEGER NOT NULL DEFAULT 0;
UPDATE people SET seen_day = max(
    first_seen, coalesce((SELECT max(placed_at) FROM jobs WHERE jobs.user = people.id), 0)) / 86400000;
ALTER TABLE people ADD COLUMN broadcasts_off INTEGER NOT NULL DEFAULT 0;

-- Each broadcast: what, to whom, and how far it is. Whom it is being sent to at the moment are rows of the outbox.
CREATE TABLE broadcasts (
    id             INTEGER PRIMARY KEY,
    operator       INTEGER NOT NULL,
    -- The message in the operator's chat with the bot.
    message        INTEGER,
    -- draft, scheduled, sending, paused, done, cancelled.
    state          TEXT    NOT NULL,
    -- Until it has ended, and the operator's chat shows that.
    open           INTEGER NOT NULL DEFAULT 1,
    -- What the operator is asked to write for it: message or time; and until when that is an answer.
    awaits         TEXT,
    awaits_until   INTEGER,
    -- To whom: people who speak this language, and who were seen within so many days. NULL: all.
    language       TEXT,
    seen_days      INTEGER,
    -- When it is to begin.
    starts_at      INTEGER,
    -- When it has begun: people who came later do not get it.
    began_at       INTEGER,
    -- All people up to this one were handed out; NULL when that is all of them.
    cursor         INTEGER DEFAULT -9223372036854775808,
    -- How many people that was when it began, and what became of them.
    people         INTEGER NOT NULL DEFAULT 0,
    sent           INTEGER NOT NULL DEFAULT 0,
    blocked        INTEGER NOT NULL DEFAULT 0,
    failed         INTEGER NOT NULL DEFAULT 0,
    -- Refusals in a row.
    refusals       INTEGER NOT NULL DEFAULT 0,
    -- The message in the operator's chat that shows how far it is, when it was last changed, and the state that it shows.
    status_message INTEGER,
    shown_at       INTEGER NOT NULL DEFAULT 0,
    shown_state    TEXT
) STRICT;
CREATE INDEX broadcasts_open ON broadcasts (state) WHERE open;

-- The figures of the shop every morning.

-- Operators who get them: at which hour, UTC, and the last day of which they were sent, in days since 1970.
CREATE TABLE daily_stats (
    operator INTEGER PRIMARY KEY,
    hour     INTEGER NOT NULL,
    sent_day INTEGER NOT NULL
) STRICT;
-- What came in and who came, in the order of time.
CREATE INDEX payments_at ON payments (at, stars);
CREATE INDEX people_first_seen ON people (first_seen);

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
