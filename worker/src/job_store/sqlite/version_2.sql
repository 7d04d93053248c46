-- Jobs in a table with row numbers: a row fits into a page of its tree, so that a step writes one page. Without row numbers
-- all of a row but its beginning lies in a page of its own.
CREATE TABLE job_2 (
    job          TEXT PRIMARY KEY NOT NULL,
    version      INTEGER NOT NULL,
    -- The token by which a save whose answer was lost is known again.
    saved_by     TEXT,
    body         TEXT NOT NULL,
    task         TEXT,
    due          INTEGER,
    -- The token of the claim that a due time comes from.
    due_claim    TEXT,
    -- Set while the bot has something to hear.
    report_due   INTEGER,
    report_claim TEXT,
    ended_at     INTEGER
) STRICT;
INSERT INTO job_2 SELECT * FROM job ORDER BY job;
DROP TABLE job;
ALTER TABLE job_2 RENAME TO job;
CREATE INDEX job_due ON job (due) WHERE due IS NOT NULL;
CREATE INDEX job_report_due ON job (report_due) WHERE report_due IS NOT NULL;
CREATE INDEX job_ended ON job (ended_at) WHERE ended_at IS NOT NULL;
