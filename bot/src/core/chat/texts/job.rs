//! Words about an order that has been placed.

use shared::job::FailureReason;

use super::{Texts, escape};
use crate::core::ids::Credits;
use crate::core::jobs::{Job, Money, Progress};

impl Texts {
    /// `place` is that of a job in the queue; none while the provider takes no orders.
    pub(in crate::core) fn job_status(&self, job: &Job, model: &str, place: Option<i64>) -> String {
        let key = match job.progress {
            Progress::Queued if place.is_none() => "status-queued-paused",
            Progress::Queued => "status-queued",
            Progress::Published => "status-published",
            Progress::Submitted => "status-submitted",
            Progress::Ready => "status-ready",
            Progress::Delivered if job.money == Money::Released => "status-delivered-free",
            Progress::Delivered => "status-delivered",
            Progress::Failed => "status-failed",
            Progress::Cancelled => "status-cancelled",
            Progress::Undeliverable if job.money == Money::Released => "status-lost",
            Progress::Undeliverable => "status-undeliverable",
        };
        let place = place.unwrap_or_default().into();
        self.say(key, &[("model", escape(model)), ("price", self.credits(job.price)), ("place", place)])
    }

    pub(in crate::core) fn job_failed(&self, reason: FailureReason, price: Credits, available: Credits) -> String {
        let reason = self.say(&format!("failed-{}", reason.as_str()), &[]);
        let arguments =
            [("reason", reason.into()), ("price", self.credits(price)), ("balance", self.credits(available))];
        self.say("failed", &arguments)
    }

    pub(in crate::core) fn video_lost(&self, price: Credits, available: Credits) -> String {
        self.say("video-lost", &[("price", self.credits(price)), ("balance", self.credits(available))])
    }

    pub(in crate::core::chat) fn job_cancelled(&self) -> String {
        self.say("job-cancelled", &[])
    }

    pub(in crate::core::chat) fn cancel_too_late(&self) -> String {
        self.say("cancel-too-late", &[])
    }

    pub(in crate::core) fn video_as_link(&self) -> String {
        self.say("video-as-link", &[])
    }
}
