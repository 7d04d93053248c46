//! The simulators as their users see them: over HTTP.

#![expect(clippy::unwrap_used, reason = "a test may panic; clippy spares only functions marked as tests")]

mod kie;
mod telegram;
