//! Faults ordered for the next tasks. A task meets at most one fault of each stage, so that "slow" and "lose the
//! callback", ordered one after the other, strike the same task, while "policy" and "internal" strike two.

use serde::{Deserialize, Serialize};

/// What shall go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Fault {
    /// The connection is cut before anything is accepted.
    ResetBeforeAccepting,
    /// Credits insufficient, whatever the balance.
    OutOfFunds,
    /// Code 455.
    Maintenance,
    /// Code 429.
    RateLimited,
    /// HTTP 502 with a page of the proxy; nothing is accepted.
    BadGateway,
    /// Accepted and charged, but the connection is held for `seconds` (5) and cut without an answer.
    TimeOutAfterAccepting,
    /// Accepted and charged, but the answer is not JSON.
    GarbageAnswer,
    /// The task fails for the content policy.
    Policy,
    /// The task fails for an internal error.
    Internal,
    /// The task takes `seconds` (60) longer.
    Slow,
    /// Queries do not see the task for `seconds` (5).
    InvisibleSeconds,
    /// No callback is sent.
    LoseCallback,
    /// The callback is sent twice.
    DoubleCallback,
    /// The next upload is refused with code 500.
    UploadFails,
}

/// Where in a task's life a fault strikes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Door,
    Answer,
    Fate,
    Pace,
    Visibility,
    Callback,
    Upload,
}

/// A fault that waits for its tasks.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct PendingFault {
    pub(super) fault: Fault,
    /// How many tasks it still strikes.
    #[serde(default = "once")]
    pub(super) times: u32,
    /// Only tasks of this model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) model: Option<String>,
    /// For faults that last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) seconds: Option<u32>,
}

impl Fault {
    fn stage(self) -> Stage {
        match self {
            Self::ResetBeforeAccepting
            | Self::OutOfFunds
            | Self::Maintenance
            | Self::RateLimited
            | Self::BadGateway => Stage::Door,
            Self::TimeOutAfterAccepting | Self::GarbageAnswer => Stage::Answer,
            Self::Policy | Self::Internal => Stage::Fate,
            Self::Slow => Stage::Pace,
            Self::InvisibleSeconds => Stage::Visibility,
            Self::LoseCallback | Self::DoubleCallback => Stage::Callback,
            Self::UploadFails => Stage::Upload,
        }
    }
}

/// Takes the first fault that strikes this model at this stage, and counts it.
pub(super) fn strike(pending: &mut Vec<PendingFault>, stage: Stage, model: &str) -> Option<PendingFault> {
    let place = pending
        .iter()
        .position(|fault| fault.fault.stage() == stage && fault.model.as_deref().is_none_or(|only| only == model))?;
    let struck = pending[place].clone();
    if struck.times <= 1 {
        pending.remove(place);
    } else {
        pending[place].times -= 1;
    }
    Some(struck)
}

fn once() -> u32 {
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pending(fault: Fault, times: u32, model: Option<&str>) -> PendingFault {
        PendingFault { fault, times, model: model.map(str::to_owned), seconds: None }
    }

    #[test]
    fn a_fault_strikes_as_often_as_ordered() {
        let mut faults = vec![pending(Fault::Policy, 2, None)];
        assert!(strike(&mut faults, Stage::Fate, "veo3").is_some());
        assert!(strike(&mut faults, Stage::Fate, "veo3").is_some());
        assert!(strike(&mut faults, Stage::Fate, "veo3").is_none());
    }

    #[test]
    fn a_fault_for_one_model_spares_the_others() {
        let mut faults = vec![pending(Fault::Slow, 1, Some("veo3"))];
        assert!(strike(&mut faults, Stage::Pace, "veo3_fast").is_none());
        assert!(strike(&mut faults, Stage::Pace, "veo3").is_some());
    }
}
