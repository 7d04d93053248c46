//! Whether Telegram's updates arrive, as operators are told: once when they do not, and once when they do again.

use jiff::Timestamp;

use super::CoreError;
use super::event::{ConnectionState, TroubleKind};
use super::meta::{Fact, recall, remember};
use super::notices::{self, Notice};
use super::turn::{Turn, from_millis};

/// The watcher of the connection says how it is. What was known already, before a restart too, is not told again.
pub(super) fn stated(turn: &Turn<'_>, state: &ConnectionState) -> Result<(), CoreError> {
    let before = known(turn)?;
    let kind = state.trouble.as_ref().map(|trouble| trouble.kind);
    if before.map(|(kind, _)| kind) == kind {
        return Ok(());
    }
    // What follows one trouble is another chapter of it: operators read from when to when nothing was right.
    let since = before.map_or(state.since, |(_, since)| since);
    let fact = kind.map(|kind| format!("{} {}", kind.as_str(), since.as_millisecond())).unwrap_or_default();
    remember(turn, Fact::ConnectionTrouble, fact)?;
    match (&state.trouble, before) {
        (Some(trouble), _) if trouble.kind.can_be_told() => {
            let (kind, words) = (trouble.kind, trouble.words.clone());
            notices::post_to_operators(turn, &Notice::ConnectionTrouble { kind, words, since: state.since })
        }
        (None, Some((kind, since))) => {
            notices::post_to_operators(turn, &Notice::ConnectionMended { kind, since, until: state.since })
        }
        (Some(_), _) | (None, None) => Ok(()),
    }
}

fn known(turn: &Turn<'_>) -> Result<Option<(TroubleKind, Timestamp)>, CoreError> {
    let fact: String = recall(turn, Fact::ConnectionTrouble)?.unwrap_or_default();
    let Some((name, since)) = fact.split_once(' ') else { return Ok(None) };
    let kind = TroubleKind::ALL.iter().copied().find(|kind| kind.as_str() == name);
    Ok(kind.map(|kind| (kind, from_millis(since.parse().unwrap_or_default()))))
}
