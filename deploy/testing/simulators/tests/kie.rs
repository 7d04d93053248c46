//! The KIE simulator against its facts: one test per rule, code and quirk, over real HTTP.
#![expect(clippy::unwrap_used, reason = "a test's plain way to fail")]

#[path = "kie/callbacks.rs"]
mod callbacks;
#[path = "kie/creating.rs"]
mod creating;
#[path = "kie/faults.rs"]
mod faults;
#[path = "kie/files.rs"]
mod files;
#[path = "kie/harness.rs"]
mod harness;
#[path = "kie/querying.rs"]
mod querying;
#[path = "kie/restart.rs"]
mod restart;
