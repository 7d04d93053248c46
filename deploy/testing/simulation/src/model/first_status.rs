//! The first message that shows how far an order is: one at a time.

use bot::core::effect::Reply;
use bot::core::ticket::{Kind, Ticket};
use jiff::{SignedDuration, Timestamp};
use shared::job::JobId;

use super::{Model, ensure};
use crate::Violation;

/// A status that nobody has reported on is handed out again after this time.
const STATUS_LEASE: SignedDuration = SignedDuration::from_secs(90);

impl Model {
    /// A status that is no edit is a message of its own; of two such, one would never change again.
    pub(super) fn begin_first_status(
        &mut self,
        ticket: &Ticket,
        reply: &Reply,
        now: Timestamp,
    ) -> Result<(), Violation> {
        let (Kind::Status, Reply::Send { .. }) = (ticket.kind, reply) else { return Ok(()) };
        let job: JobId = ticket.key.parse().unwrap();
        let leased_until = now.saturating_add(STATUS_LEASE).unwrap();
        let Some((_, earlier)) = self.first_status.insert(job, (ticket.attempt, leased_until)) else { return Ok(()) };
        // Nobody has reported in time, so the first may have been lost; if it was not, there are two.
        self.shown_twice.insert(job);
        ensure(now >= earlier, "one first status message at a time", || format!("{ticket:?} before {earlier}"))
    }

    pub(super) fn end_of_first_status(&mut self, ticket: &Ticket) {
        // The late report of an older attempt says nothing of the one that is under way.
        let job: JobId = ticket.key.parse().unwrap();
        if self.first_status.get(&job).is_some_and(|(under_way, _)| *under_way == ticket.attempt) {
            self.first_status.remove(&job);
        }
    }
}
