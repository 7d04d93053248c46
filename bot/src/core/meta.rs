//! Small facts about the whole bot, each one row of the table `meta`.

use std::fmt::Display;
use std::str::FromStr;

use super::{CoreError, turn::Turn};

/// A fact, by the name of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// The bot's own signing key.
    SigningKey,
    /// The signing keys before it, as JSON.
    EarlierKeys,
    /// Why Telegram's updates do not arrive, and since when; empty while they do.
    ConnectionTrouble,
    /// The life of the workers' store that was heard of last.
    Epoch,
    /// Why the provider takes no orders; empty while it does.
    ProviderBlocked,
    /// What an order may cost of the provider's credits at most, for want of more; empty while all can be paid.
    ProviderAffordable,
    /// Which of the provider's keys are left out and why, as operators were told; JSON.
    ProviderKeysOut,
    /// When the provider's state was last stated, in milliseconds since 1970.
    ProviderStatedAt,
    /// The round in which queue positions were last shown.
    PositionsRound,
    /// The hour in which old rows were last forgotten.
    ForgottenHour,
    /// When this database was begun, in milliseconds since 1970.
    Born,
    /// How many of Telegram's Star transactions were read.
    StarCursor,
    /// When the list was last read to its end, in milliseconds since 1970.
    StarsReadAt,
    /// What the transactions that were read add up to, in billionths of a Star, kept with each of them. Without it they are
    /// added up anew.
    StarSum,
    /// What affiliates got of them, kept likewise.
    StarCommission,
    /// By how many billionths of a Star Telegram's balance differs from its list.
    StarDifference,
    /// The difference that operators were told of last.
    StarDifferenceTold,
    /// When KIE.ai's price list was last asked for, in milliseconds since 1970.
    PriceListAskedAt,
    /// Set while this database is a copy that nobody has worked with: more has happened since than it knows.
    PutBack,
}

impl Fact {
    /// The name of its row.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SigningKey => "signing_key",
            Self::EarlierKeys => "earlier_keys",
            Self::ConnectionTrouble => "connection_trouble",
            Self::Epoch => "epoch",
            Self::ProviderBlocked => "provider_blocked",
            Self::ProviderAffordable => "provider_affordable",
            Self::ProviderKeysOut => "provider_keys_out",
            Self::ProviderStatedAt => "provider_stated_at",
            Self::PositionsRound => "positions_round",
            Self::ForgottenHour => "forgotten_hour",
            Self::Born => "born",
            Self::StarCursor => "star_cursor",
            Self::StarsReadAt => "stars_read_at",
            Self::StarSum => "star_sum",
            Self::StarCommission => "star_commission",
            Self::StarDifference => "star_difference",
            Self::StarDifferenceTold => "star_difference_told",
            Self::PriceListAskedAt => "price_list_asked_at",
            Self::PutBack => "put_back",
        }
    }
}

/// Keeps a fact, in place of what was known before.
pub(super) fn remember(turn: &Turn<'_>, fact: Fact, value: impl Display) -> Result<(), CoreError> {
    // Most messages repeat what is known; a row that is written anew would cost a wait for the disk.
    turn.execute(
        "INSERT INTO meta (name, value) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value",
        [fact.as_str(), &value.to_string()],
    )?;
    Ok(())
}

/// What is known of a fact. `None` when nothing is, or nothing that can be read as a `T`.
pub(super) fn recall<T: FromStr>(turn: &Turn<'_>, fact: Fact) -> Result<Option<T>, CoreError> {
    let value: Option<(String,)> = turn.optional("SELECT value FROM meta WHERE name = ?1", [fact.as_str()])?;
    Ok(value.and_then(|(value,)| value.parse().ok()))
}

/// Keeps a fact no longer.
pub(super) fn forget(turn: &Turn<'_>, fact: Fact) -> Result<(), CoreError> {
    turn.execute("DELETE FROM meta WHERE name = ?1", [fact.as_str()])?;
    Ok(())
}
