//! What is believed of the connection, from what single looks find. Pure: the caller brings the time.
//!
//! One look proves little: a restart of ours, a hiccup of Telegram's or another process that is just being stopped pass
//! by themselves. So a trouble is believed when it has been found for as long as its kind asks, and its end when nothing
//! was found for [`CALM`].

use jiff::{SignedDuration, Timestamp};

use crate::core::event::{ConnectionState, Trouble, TroubleKind};

/// All is well again when nothing was found for this long.
const CALM: SignedDuration = SignedDuration::from_mins(2);

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Health {
    /// What the last look found, and since when looks have found nothing else.
    found: Option<(Option<TroubleKind>, Timestamp)>,
    /// None until the first thing is believed.
    believed: Option<ConnectionState>,
}

impl Health {
    /// Takes in what a look has found. Whether something else is believed now.
    pub(super) fn observe(&mut self, found: Option<Trouble>, now: Timestamp) -> bool {
        let kind = found.as_ref().map(|trouble| trouble.kind);
        let since = match self.found {
            Some((before, since)) if before == kind => since,
            Some(_) | None => now,
        };
        self.found = Some((kind, since));
        let lasts = now.duration_since(since);
        if lasts < kind.map_or(CALM, patience) {
            return false;
        }
        let is_new = self.believed.as_ref().is_none_or(|believed| believed.kind() != kind);
        if is_new {
            self.believed = Some(ConnectionState { trouble: found, since });
        }
        is_new
    }

    /// What is believed; none until there was time to know.
    pub(super) const fn believed(&self) -> Option<&ConnectionState> {
        self.believed.as_ref()
    }
}

impl ConnectionState {
    fn kind(&self) -> Option<TroubleKind> {
        self.trouble.as_ref().map(|trouble| trouble.kind)
    }
}

/// How long a trouble must have been found and nothing else.
const fn patience(kind: TroubleKind) -> SignedDuration {
    match kind {
        // It has happened, and may happen again at any moment.
        TroubleKind::Taken => SignedDuration::ZERO,
        TroubleKind::Conflict | TroubleKind::Failing | TroubleKind::TokenRefused => SignedDuration::from_mins(1),
        TroubleKind::Unreachable | TroubleKind::Behind => SignedDuration::from_mins(3),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    fn trouble(kind: TroubleKind) -> Option<Trouble> {
        Some(Trouble { kind, words: String::new() })
    }

    /// What is believed after looks every ten seconds that found this, and when it was first believed.
    fn believed(looks: &[(i64, Option<TroubleKind>)]) -> Vec<(i64, Option<TroubleKind>)> {
        let mut health = Health::default();
        let mut changes = Vec::new();
        for (second, kind) in looks {
            if health.observe(kind.and_then(trouble), at(*second)) {
                changes.push((*second, health.believed().unwrap().kind()));
            }
        }
        changes
    }

    fn looks(seconds: std::ops::RangeInclusive<i64>, kind: Option<TroubleKind>) -> Vec<(i64, Option<TroubleKind>)> {
        seconds.step_by(10).map(|second| (second, kind)).collect()
    }

    #[test]
    fn what_passes_by_itself_is_not_believed() {
        for kind in [TroubleKind::TokenRefused, TroubleKind::Conflict, TroubleKind::Failing] {
            let some = [looks(0..=0, None), looks(10..=60, Some(kind)), looks(70..=170, None)].concat();
            assert_eq!(believed(&some), [], "{kind:?}");
            let a_minute = [looks(0..=0, None), looks(10..=70, Some(kind))].concat();
            assert_eq!(believed(&a_minute), [(70, Some(kind))], "{kind:?}");
        }
    }

    #[test]
    fn a_webhook_that_was_taken_is_believed_at_once_and_once_until_it_has_been_ours_for_a_while() {
        let taken = Some(TroubleKind::Taken);
        let again_and_again =
            [looks(0..=0, taken), looks(10..=100, None), looks(110..=110, taken), looks(120..=300, None)].concat();
        assert_eq!(believed(&again_and_again), [(0, taken), (240, None)]);
    }

    #[test]
    fn that_all_is_well_is_said_once_after_a_start() {
        assert_eq!(believed(&looks(0..=600, None)), [(120, None)]);
    }

    #[test]
    fn one_trouble_may_follow_another() {
        let some =
            [looks(0..=60, Some(TroubleKind::Conflict)), looks(70..=250, Some(TroubleKind::Unreachable))].concat();
        assert_eq!(believed(&some), [(60, Some(TroubleKind::Conflict)), (250, Some(TroubleKind::Unreachable))]);
    }
}
