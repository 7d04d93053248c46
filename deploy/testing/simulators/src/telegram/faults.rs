//! Faults on order: the next calls that match, or all for a while, fail in the way a judge or a test asked for.

use serde::{Deserialize, Serialize};

use super::params::{FileSource, Params};
use super::refusal::Refusal;

/// An ordered fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fault {
    /// Which method it hits, in any case; every method when missing.
    #[serde(default)]
    pub(crate) method: Option<String>,
    pub(crate) fault: FaultKind,
    /// How many calls it still hits. Of no meaning with `seconds`.
    #[serde(default = "once")]
    pub(crate) times: u32,
    /// Hits every call that matches for so long from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) seconds: Option<i64>,
    /// Only calls about this chat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) chat: Option<i64>,
    /// Only calls that give their file in this way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) by: Option<FileSource>,
    /// The call is done all the same, and only its answer is another.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) done: bool,
    /// For `slow_ms`: milliseconds to wait before the call is done.
    #[serde(default)]
    pub(crate) ms: Option<u64>,
    /// For `too_many_requests`: seconds to ask for.
    #[serde(default)]
    pub(crate) retry_after: Option<i64>,
    /// For `refused`: the error code, 400 when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<u16>,
    /// For `refused`: Telegram's words with their prefix ("Bad Request: …"); the usual ones when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    /// When a fault with `seconds` ends, in Unix seconds. Set when it is ordered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) ends_at: Option<i64>,
}

/// In which way a call fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FaultKind {
    /// The call is done, then the connection is cut without a byte of answer.
    DropReply,
    /// The Bot API's 500.
    #[serde(rename = "refuse_500")]
    Refuse500,
    /// 502 with a page of HTML, as a proxy in front would answer.
    BadGateway,
    /// 504 with a page of HTML.
    GatewayTimeout,
    /// Done after a while.
    SlowMs,
    /// Not done; 429.
    TooManyRequests,
    /// Not done; refused with `status` and `description`.
    Refused,
    /// No call at all: the next service message with the field that `method` names is shown, and the bot hears nothing
    /// of it, as when it was not reachable for as long as Telegram keeps updates.
    LoseUpdate,
    /// No call at all: the next file that a person sends is lost at Telegram, and `getFile` refuses it for ever.
    DeadFile,
}

impl FaultKind {
    const fn is_of_a_call(self) -> bool {
        !matches!(self, Self::LoseUpdate | Self::DeadFile)
    }
}

impl Fault {
    /// The fault as ordered now.
    pub(crate) fn ordered(mut self, now: i64) -> Self {
        self.ends_at = self.seconds.map(|seconds| now + seconds);
        self
    }

    /// Whether the call is done although it is answered otherwise.
    pub(crate) const fn is_done(&self) -> bool {
        self.done || !self.fault.is_of_a_call() || matches!(self.fault, FaultKind::DropReply | FaultKind::SlowMs)
    }

    /// What the caller is told.
    pub(crate) fn refusal(&self) -> Refusal {
        match self.fault {
            FaultKind::BadGateway => Refusal::usual(502),
            FaultKind::GatewayTimeout => Refusal::usual(504),
            FaultKind::TooManyRequests => Refusal::too_many_requests(self.retry_after.unwrap_or(1)),
            FaultKind::Refused => {
                let status = self.status.unwrap_or(400);
                let words = self.description.clone();
                words.map_or_else(|| Refusal::usual(status), |words| Refusal::new(status, words))
            }
            // Those that are done are answered as always, the Bot API's 500 excepted.
            FaultKind::Refuse500
            | FaultKind::DropReply
            | FaultKind::SlowMs
            | FaultKind::LoseUpdate
            | FaultKind::DeadFile => Refusal::usual(500),
        }
    }

    fn hits(&self, method: &str, params: &Params) -> bool {
        self.fault.is_of_a_call()
            && self.method.as_deref().is_none_or(|name| name.eq_ignore_ascii_case(method))
            && self.chat.is_none_or(|chat| params.peek("chat_id").is_some_and(|id| *id == chat))
            && self.by.is_none_or(|source| params.file_source() == Some(source))
    }

    fn is_over(&self, now: i64) -> bool {
        self.ends_at.is_some_and(|at| at <= now)
    }
}

/// Takes the oldest fault that hits this call.
pub(crate) fn take(faults: &mut Vec<Fault>, method: &str, params: &Params, now: i64) -> Option<Fault> {
    forget_ended(faults, now);
    take_first(faults, |fault| fault.hits(method, params))
}

/// Whether the update of a service message with this field is lost.
pub(crate) fn is_lost(faults: &mut Vec<Fault>, field: &str) -> bool {
    let hits = |fault: &Fault| fault.fault == FaultKind::LoseUpdate && fault.method.as_deref() == Some(field);
    take_first(faults, hits).is_some()
}

/// Whether the next file of a person is lost at Telegram.
pub(crate) fn is_file_dead(faults: &mut Vec<Fault>) -> bool {
    take_first(faults, |fault| fault.fault == FaultKind::DeadFile).is_some()
}

/// Drops the faults whose time is over.
pub(crate) fn forget_ended(faults: &mut Vec<Fault>, now: i64) {
    faults.retain(|fault| !fault.is_over(now));
}

fn take_first(faults: &mut Vec<Fault>, hits: impl Fn(&Fault) -> bool) -> Option<Fault> {
    let place = faults.iter().position(hits)?;
    let fault = faults.get_mut(place)?;
    if fault.ends_at.is_some() {
        return Some(fault.clone());
    }
    fault.times = fault.times.saturating_sub(1);
    let taken = fault.clone();
    if fault.times == 0 {
        faults.remove(place);
    }
    Some(taken)
}

const fn once() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
const fn is_false(value: &bool) -> bool {
    !*value
}
