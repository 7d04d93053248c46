//! What an attempt at something from the outbox is called, in its effect and in its report.

use serde::{Deserialize, Serialize};

use super::row_enum::row_enum;

row_enum! {
    /// What a row of the outbox is about. Its key says which one.
    #[derive(PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub Kind {
        /// Send a message. Key: what it is about, such as `receipt:<charge>`.
        Notice = "notice",
        /// Hand a job to the workers, or ask them about it. Key: the job.
        Publish = "publish",
        /// Send a video. Key: the job.
        Deliver = "deliver",
        /// Show in the chat how far a job is. Key: the job.
        Status = "status",
        /// Give Stars back. Key: the payment's charge.
        Refund = "refund",
        /// Cancel a subscription, or let it go on. Key: the invoice that began it.
        Subscription = "subscription",
        /// Look at an image that a person sent. Key: the form.
        CheckImage = "check_image",
        /// Send a broadcast to a person. Key: the broadcast and the person, such as `3:123456`.
        Broadcast = "broadcast",
        /// Show an operator the figures of the shop. Key: the operator and the day, such as `900:20833`.
        Stats = "stats",
    }
}

/// Names an attempt.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ticket {
    /// What it is about.
    pub kind: Kind,
    /// Which one.
    pub key: String,
    /// Counts the attempts at this row, from 1.
    pub attempt: i64,
}
