-- What the images of an order are for: 'frames' or 'references'.
ALTER TABLE jobs ADD COLUMN image_use TEXT NOT NULL DEFAULT 'frames';
-- The earlier order that it goes on from, and what is made of it; JSON.
ALTER TABLE jobs ADD COLUMN follow_up TEXT;
CREATE INDEX jobs_follow_ups ON jobs (user) WHERE follow_up IS NOT NULL;
-- When the provider took it.
ALTER TABLE jobs ADD COLUMN submitted_at INTEGER;

-- How long the last renders of each model took, in milliseconds.
CREATE TABLE render_times (
    model  TEXT    NOT NULL,
    number INTEGER NOT NULL,
    millis INTEGER NOT NULL,
    PRIMARY KEY (model, number)
) STRICT, WITHOUT ROWID;

-- The language that a person wants to be spoken to in, whatever their client speaks.
ALTER TABLE people ADD COLUMN language_chosen TEXT;

-- What new orders of a person begin with; JSON.
CREATE TABLE preferences (
    user        INTEGER PRIMARY KEY,
    preferences TEXT    NOT NULL
) STRICT;
