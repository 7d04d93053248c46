//! Faults ordered for the next tasks. A task meets at most one fault of each stage, so that "slow" and "lose the
//! callback", ordered one after the other, strike the same task, while "policy" and "internal" strike two. A 1080p or 4K
//! version of a Veo video counts as a task when it is ordered, and when it is decided whether there will be one.

use serde::{Deserialize, Serialize};

/// What goes wrong.
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
    /// Nothing is accepted: HTTP 200 with `code` (500) and `message` ("Internal Error, Please try again later.").
    Refuse,
    /// Accepted and charged, but the connection is held for `seconds` (5) and cut without an answer.
    TimeOutAfterAccepting,
    /// Accepted and charged, but the answer is not JSON.
    GarbageAnswer,
    /// The task fails for the content policy.
    Policy,
    /// The task fails for an internal error.
    Internal,
    /// The task fails with `code` (500) and `message`.
    Fail,
    /// The task succeeds without an address, with `message` as the filter's reason.
    Filtered,
    /// The task takes `seconds` (60) longer.
    Slow,
    /// Queries do not see the task for `seconds` (5).
    InvisibleSeconds,
    /// Queries of the task are answered with JSON that tells nothing: `answers` of them, or all.
    Nonsense,
    /// Queries of the task are answered with a page of HTML: `answers` of them, or all.
    QueryGarbage,
    /// Queries of the task are answered with HTTP 502: `answers` of them, or all.
    QueryFails,
    /// The result's address gives a page of HTML: to `answers` requests, or to all. So with the others below.
    ResultHtml,
    /// The result's address gives the XML that an object store answers when a file is gone or a link ran out.
    ResultXml,
    /// The result is a file of no bytes.
    ResultEmpty,
    /// The connection is cut in the middle of the result.
    ResultCut,
    /// The result is the first half of the film, and says that it is whole.
    ResultTruncated,
    /// The result's address answers 404.
    ResultMissing,
    /// The result's address answers nothing: each connection is cut.
    ResultUnreachable,
    /// No callback is sent.
    LoseCallback,
    /// The callback is sent twice.
    DoubleCallback,
    /// The next upload is refused with code 500.
    UploadFails,
    /// The next upload is taken, but its file is gone at once.
    UploadLost,
    /// Every call of the API is cut without an answer, for `seconds` (60) from now on.
    Unreachable,
}

/// Where in a task's life a fault strikes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Door,
    Answer,
    Fate,
    Pace,
    Visibility,
    Query,
    Result,
    Callback,
    Upload,
    /// None of a task's: it lasts for a while and strikes everything.
    Line,
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
    /// For faults of queries and results: how many answers are bad before the good ones; all, if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) answers: Option<u32>,
    /// For refusals and failures with a code of choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<u16>,
    /// For refusals, failures and filters with words of choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) message: Option<String>,
    /// When a fault of the line ends, in epoch milliseconds. Set when it is ordered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) ends_at: Option<i64>,
}

/// A fault that a task keeps, for what is asked of it later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Trouble {
    pub(super) fault: Fault,
    /// Bad answers still to give; without end, if missing.
    left: Option<u32>,
}

impl Fault {
    fn stage(self) -> Stage {
        match self {
            Self::ResetBeforeAccepting
            | Self::OutOfFunds
            | Self::Maintenance
            | Self::RateLimited
            | Self::BadGateway
            | Self::Refuse => Stage::Door,
            Self::TimeOutAfterAccepting | Self::GarbageAnswer => Stage::Answer,
            Self::Policy | Self::Internal | Self::Fail | Self::Filtered => Stage::Fate,
            Self::Slow => Stage::Pace,
            Self::InvisibleSeconds => Stage::Visibility,
            Self::Nonsense | Self::QueryGarbage | Self::QueryFails => Stage::Query,
            Self::ResultHtml
            | Self::ResultXml
            | Self::ResultEmpty
            | Self::ResultCut
            | Self::ResultTruncated
            | Self::ResultMissing
            | Self::ResultUnreachable => Stage::Result,
            Self::LoseCallback | Self::DoubleCallback => Stage::Callback,
            Self::UploadFails | Self::UploadLost => Stage::Upload,
            Self::Unreachable => Stage::Line,
        }
    }
}

impl PendingFault {
    /// The fault as ordered now.
    pub(super) fn ordered(mut self, now_ms: i64) -> Self {
        let lasts_ms = i64::from(self.seconds.unwrap_or(60)) * 1000;
        self.ends_at = (self.fault.stage() == Stage::Line).then_some(now_ms + lasts_ms);
        self
    }

    /// The part of it that a task keeps.
    pub(super) fn trouble(&self) -> Trouble {
        Trouble { fault: self.fault, left: self.answers }
    }
}

impl Trouble {
    /// The fault of the next answer, if it is a bad one; counts it.
    pub(super) fn next(trouble: &mut Option<Self>) -> Option<Fault> {
        let Self { fault, left } = trouble.as_mut()?;
        let fault = *fault;
        match left {
            None => {}
            Some(0 | 1) => *trouble = None,
            Some(left) => *left -= 1,
        }
        Some(fault)
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

/// Whether calls are cut now. Forgets what has ended.
pub(super) fn is_cut_off(pending: &mut Vec<PendingFault>, now_ms: i64) -> bool {
    pending.retain(|fault| fault.ends_at.is_none_or(|at| now_ms < at));
    pending.iter().any(|fault| fault.fault.stage() == Stage::Line)
}

fn once() -> u32 {
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pending(fault: Fault, times: u32, model: Option<&str>) -> PendingFault {
        let model = model.map(str::to_owned);
        PendingFault { fault, times, model, seconds: None, answers: None, code: None, message: None, ends_at: None }
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

    #[test]
    fn a_line_is_dead_until_its_time_is_over() {
        let mut faults = vec![pending(Fault::Unreachable, 1, None).ordered(5_000)];
        assert!(is_cut_off(&mut faults, 64_999));
        assert!(!is_cut_off(&mut faults, 65_000) && faults.is_empty());
    }
}
