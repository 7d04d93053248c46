-- The job store in one file. Moments are in milliseconds since 1970.

CREATE TABLE job (
    job          TEXT PRIMARY KEY,
    version      INTEGER NOT NULL,
    -- The token by which a save whose answer was lost is known again.
    saved_by     TEXT,
    body         TEXT NOT NULL,
    task         TEXT,
    due          INTEGER,
    -- The token by which a claim whose answer was lost is known again.
    due_claim    TEXT,
    -- Set while the bot has something to hear.
    report_due   INTEGER,
    report_claim TEXT,
    ended_at     INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX job_due ON job (due) WHERE due IS NOT NULL;
CREATE INDEX job_report_due ON job (report_due) WHERE report_due IS NOT NULL;
CREATE INDEX job_due_claim ON job (due_claim) WHERE due_claim IS NOT NULL;
CREATE INDEX job_report_claim ON job (report_claim) WHERE report_claim IS NOT NULL;
CREATE INDEX job_ended ON job (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE identity (
    one             INTEGER PRIMARY KEY CHECK (one = 1),
    epoch           TEXT NOT NULL,
    callback_secret TEXT NOT NULL
) STRICT;

-- What the workers of a provider's account share.
CREATE TABLE account (
    account            TEXT PRIMARY KEY,
    -- When the whole burst of permits will have grown again.
    full_again_at      INTEGER,
    -- Why the provider takes no orders; '' while it does.
    blocked            TEXT NOT NULL,
    -- Orders that cost more of the provider's credits than this are not taken.
    affordable_credits INTEGER,
    since              INTEGER,
    reached_at         INTEGER NOT NULL,
    probed_at          INTEGER NOT NULL
) STRICT;
