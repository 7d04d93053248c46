//! The last claims of this process, so that one whose answer was lost reads the same jobs again.
//!
//! A claim's token is known to nobody but the process that made it, and only one process has the file. So an index by token
//! would be written at each claim for what a few names in memory tell.

use std::collections::VecDeque;

use rusqlite::{Transaction, params};
use shared::job::JobId;

use super::rows::{COLUMNS, rows};
use crate::job_store::JobRecord;

/// Claims that are remembered: more than are ever under way.
const REMEMBERED_MAX: usize = 32;

/// Column and token, with the jobs that this claim got.
#[derive(Debug, Default)]
pub(super) struct RecentClaims(VecDeque<((&'static str, String), Vec<JobId>)>);

impl RecentClaims {
    /// The jobs that the claim of this token got and that nobody else has touched since, sorted. `column` has the tokens.
    pub(super) fn read_again(
        &self,
        tx: &Transaction<'_>,
        column: &'static str,
        token: &str,
    ) -> rusqlite::Result<Vec<JobRecord>> {
        let mut records = Vec::new();
        let sql = format!("SELECT {COLUMNS} FROM job WHERE job = ?1 AND {column} = ?2");
        for (_, jobs) in self.0.iter().filter(|((in_column, of), _)| *in_column == column && of == token) {
            for job in jobs {
                records.extend(rows(tx, &sql, params![job.to_string(), token])?);
            }
        }
        Ok(records)
    }

    /// Remembers a claim. An earlier one of the same token has nothing any more, or there would be no new one.
    pub(super) fn keep(&mut self, column: &'static str, token: String, records: &[JobRecord]) {
        if records.is_empty() {
            return;
        }
        let claim = (column, token);
        self.0.retain(|(earlier, _)| *earlier != claim);
        if self.0.len() == REMEMBERED_MAX {
            self.0.pop_front();
        }
        self.0.push_back((claim, records.iter().map(JobRecord::job).collect()));
    }
}
