//! What things are called in Redis. The prefix is a hash tag, so that a cluster or a proxy for one keeps all of a store
//! together, as scripts need it.

use shared::job::JobId;

/// The names of one store.
#[derive(Debug)]
pub(super) struct Keys {
    /// Hash: epoch, callback secret, and the number of changes.
    pub(super) identity: String,
    /// Sorted set: when somebody must look at a job, in milliseconds.
    pub(super) due: String,
    /// Sorted set: since when a job is to be reported, or until when a reporter has it in hand.
    pub(super) reports: String,
    /// Sorted set: when jobs ended that may be forgotten.
    pub(super) resting: String,
    /// Text: when readiness was checked last.
    pub(super) check: String,
    /// What the names of the jobs' hashes begin with.
    pub(super) jobs: String,
    store: String,
}

impl Keys {
    pub(super) fn new(prefix: &str) -> Self {
        let store = format!("{{{prefix}}}:");
        let key = |name: &str| format!("{store}{name}");
        Self {
            identity: key("identity"),
            due: key("due"),
            reports: key("reports"),
            resting: key("resting"),
            check: key("check"),
            jobs: key("job:"),
            store,
        }
    }

    /// Hash: a job.
    pub(super) fn job(&self, job: JobId) -> String {
        format!("{}{job}", self.jobs)
    }

    /// List: the jobs that a claim of one of the two kinds handed out, for an hour.
    pub(super) fn claim(&self, kind: &str, token: &str) -> String {
        format!("{}{kind}:{token}", self.store)
    }

    /// Hash: the permits of an account, and which orders the provider takes of it.
    pub(super) fn account(&self, account: &str) -> String {
        format!("{}account:{account}", self.store)
    }
}
