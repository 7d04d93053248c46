//! Which steps of a store on a disk of its own are synced before they are answered. `worker/README.md` has the table.

use super::{JobRecord, State};

/// Whether a power cut may undo what was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Durability {
    /// It may: what is undone comes again, or is found again by asking.
    Later,
    /// It may not.
    Synced,
}

impl Durability {
    /// Of [`super::JobStore::save`]. The right to submit is used up before the POST leaves, a task that the provider has
    /// named is not forgotten, and a job that the bot is told has failed is not submitted after all.
    #[must_use]
    pub const fn of_save(record: &JobRecord, had_a_task: bool) -> Self {
        match record.body.state {
            State::Submitting { .. } | State::Unconfirmed { .. } | State::Failed { .. } => Self::Synced,
            State::New | State::Prepared => Self::Later,
            State::Running { .. } | State::Succeeded { .. } => Self::of_task(had_a_task),
        }
    }

    /// Of a step that may have given a job its task. One that had it is asked about in any case.
    #[must_use]
    pub const fn of_task(had_a_task: bool) -> Self {
        if had_a_task { Self::Later } else { Self::Synced }
    }
}
