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
