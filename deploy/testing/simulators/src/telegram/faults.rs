//! Faults on order: the next calls that match fail in the way a judge or a test asked for.

use serde::{Deserialize, Serialize};

/// An ordered fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fault {
    /// Which method it hits, in any case; every method when missing.
    #[serde(default)]
    pub(crate) method: Option<String>,
    pub(crate) fault: FaultKind,
    /// How many calls it still hits.
    #[serde(default = "once")]
    pub(crate) times: u32,
    /// For `slow_ms`: milliseconds to wait before the call is done.
    #[serde(default)]
    pub(crate) ms: Option<u64>,
    /// For `too_many_requests`: seconds to ask for.
    #[serde(default)]
    pub(crate) retry_after: Option<i64>,
}

/// In which way a call fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FaultKind {
    /// The call is done, then the connection is cut without a byte of answer.
    DropReply,
    /// Not done; the Bot API's 500.
    #[serde(rename = "refuse_500")]
    Refuse500,
    /// Not done; 502 with a page of HTML, as a proxy in front would answer.
    BadGateway,
    /// Done after a while.
    SlowMs,
    /// Not done; 429.
    TooManyRequests,
    /// No call at all: the next service message with the field that `method` names is shown, and the bot hears nothing
    /// of it, as when it was not reachable for as long as Telegram keeps updates.
    LoseUpdate,
}

/// Takes the oldest fault that hits this method.
pub(crate) fn take(faults: &mut Vec<Fault>, method: &str) -> Option<Fault> {
    let names = |fault: &Fault| fault.method.as_deref().is_none_or(|name| name.eq_ignore_ascii_case(method));
    take_first(faults, |fault| fault.fault != FaultKind::LoseUpdate && names(fault))
}

/// Whether the bot shall hear nothing of a service message with this field.
pub(crate) fn is_lost(faults: &mut Vec<Fault>, field: &str) -> bool {
    let hits = |fault: &Fault| fault.fault == FaultKind::LoseUpdate && fault.method.as_deref() == Some(field);
    take_first(faults, hits).is_some()
}

fn take_first(faults: &mut Vec<Fault>, hits: impl Fn(&Fault) -> bool) -> Option<Fault> {
    let place = faults.iter().position(hits)?;
    let fault = faults.get_mut(place)?;
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
