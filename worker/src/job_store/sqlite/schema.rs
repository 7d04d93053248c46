//! The tables of the job store, and how a file of an older build becomes one of this build.

use rusqlite::Transaction;

use super::OpenError;

/// The version of [`TABLES`]; kept in the file's `user_version`.
pub(super) const VERSION: i64 = 2;

/// `report_due` is set while the bot has something to hear. `saved_by` and the claim columns hold the tokens by which a
/// save or a claim whose answer was lost is known again.
const TABLES: &str = "
    CREATE TABLE job (
        job          TEXT PRIMARY KEY,
        version      INTEGER NOT NULL,
        saved_by     TEXT,
        body         TEXT NOT NULL,
        task         TEXT,
        due          INTEGER,
        due_claim    TEXT,
        report_due   INTEGER,
        report_claim TEXT,
        ended_at     INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX job_due ON job (due) WHERE due IS NOT NULL;
    CREATE INDEX job_report_due ON job (report_due) WHERE report_due IS NOT NULL;
    CREATE INDEX job_due_claim ON job (due_claim) WHERE due_claim IS NOT NULL;
    CREATE INDEX job_report_claim ON job (report_claim) WHERE report_claim IS NOT NULL;
    CREATE INDEX job_ended ON job (ended_at) WHERE ended_at IS NOT NULL;
    CREATE TABLE identity (one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL, callback_secret TEXT NOT NULL) STRICT;
    CREATE TABLE permit (account TEXT PRIMARY KEY, full_again_at INTEGER NOT NULL) STRICT;
    CREATE TABLE provider_status (account TEXT PRIMARY KEY, blocked TEXT, since INTEGER NOT NULL) STRICT;
";

/// Records of version 1 do not say under which epoch they were admitted. It was the only one that the file has had.
const FROM_1_TO_2: &str = "UPDATE job SET body = json_set(body, '$.epoch', (SELECT epoch FROM identity))";

/// Makes the tables, or brings those of an older build up to date.
pub(super) fn prepare(tx: &Transaction<'_>) -> Result<(), OpenError> {
    match tx.pragma_query_value(None, "user_version", |row| row.get(0))? {
        0_i64 => tx.execute_batch(TABLES)?,
        1 => tx.execute_batch(FROM_1_TO_2)?,
        VERSION => return Ok(()),
        newer => return Err(OpenError::TooNew(newer)),
    }
    tx.pragma_update(None, "user_version", VERSION)?;
    Ok(())
}
