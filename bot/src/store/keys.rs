//! The keys that the bot signs with, in its own database: whoever has a copy of that has them, so they can be replaced.
//!
//! What a replaced key has signed is honoured for a while: an invoice lies in a chat, a link to a video was sent. After
//! it such an invoice is answered like an old one, and such a link is none. A payment that Telegram vouches for is
//! credited whichever key its invoice was signed with, for good: the money is here.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use rand::Rng;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior};
use serde::{Deserialize, Serialize};
use shared::signing::SigningKey;

use super::OpenError;
use crate::core::meta::Fact;

/// How long what a replaced key has signed is honoured: as long as the oldest thing that it signs is good for, a link to
/// a copy of a video.
pub const HONOURED_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A key that was replaced.
#[derive(Serialize, Deserialize)]
struct Earlier {
    key: String,
    /// In milliseconds since 1970.
    honoured_until: i64,
}

/// Replaces the key in the database of a data folder, also beside a running bot, which goes on with the old one until it is
/// started again. With `at_once`, nothing that an earlier key has signed is honoured any more.
///
/// # Errors
/// When there is no database, or SQLite refuses.
pub fn rotate(folder: &Path, random: &mut impl Rng, now: Timestamp, at_once: bool) -> Result<(), OpenError> {
    let (mut connection, file) = super::beside(folder)?;
    replace(&mut connection, random, now, at_once).map_err(|source| OpenError::Database { file, source })
}

fn replace(connection: &mut Connection, random: &mut impl Rng, now: Timestamp, at_once: bool) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut keys = earlier(&transaction)?;
    if let Some(key) = fact(&transaction, Fact::SigningKey)? {
        let honoured_until = now.saturating_add(HONOURED_FOR).unwrap_or(Timestamp::MAX).as_millisecond();
        keys.push(Earlier { key, honoured_until });
    }
    if at_once {
        keys.iter_mut().for_each(|earlier| earlier.honoured_until = 0);
    }
    let json = serde_json::to_string(&keys).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    put(&transaction, Fact::EarlierKeys, &json)?;
    put(&transaction, Fact::SigningKey, &SigningKey::generate_text(random))?;
    transaction.commit()
}

/// The key with those before it. Made if there is none.
pub(super) fn current(connection: &Connection, random: &mut impl Rng, now: Timestamp) -> rusqlite::Result<SigningKey> {
    let key = match fact(connection, Fact::SigningKey)? {
        Some(key) => key,
        None => {
            let key = SigningKey::generate_text(random);
            put(connection, Fact::SigningKey, &key)?;
            key
        }
    };
    let earlier = earlier(connection)?;
    let (honoured, retired): (Vec<_>, Vec<_>) =
        earlier.into_iter().partition(|earlier| earlier.honoured_until > now.as_millisecond());
    let keys = |keys: Vec<Earlier>| keys.into_iter().map(|earlier| earlier.key.into()).collect();
    Ok(SigningKey::new(key.into()).with_earlier(keys(honoured), keys(retired)))
}

fn earlier(connection: &Connection) -> rusqlite::Result<Vec<Earlier>> {
    let Some(json) = fact(connection, Fact::EarlierKeys)? else { return Ok(Vec::new()) };
    let wrong = |error: serde_json::Error| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, error.into())
    };
    serde_json::from_str(&json).map_err(wrong)
}

fn fact(connection: &Connection, fact: Fact) -> rusqlite::Result<Option<String>> {
    connection.query_row("SELECT value FROM meta WHERE name = ?1", [fact.as_str()], |row| row.get(0)).optional()
}

fn put(connection: &Connection, fact: Fact, value: &str) -> rusqlite::Result<()> {
    let sql = "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    connection.execute(sql, [fact.as_str(), value]).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Store, lock};

    #[test]
    fn what_the_old_key_has_signed_is_honoured_for_a_while() {
        let folder = tempfile::tempdir().unwrap();
        let mut random = rand::rng();
        let hours = |hours| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours);
        let mut key_at = |now| {
            let store = Store::open(lock(folder.path()).unwrap()).unwrap();
            store.signing_key(&mut random, now).unwrap()
        };
        let first = key_at(hours(0));
        let signed = first.sign("invoice", &["a"]);
        rotate(folder.path(), &mut rand::rng(), hours(1), false).unwrap();
        let soon = key_at(hours(7 * 24));
        assert_ne!(soon.sign("invoice", &["a"]), signed);
        assert!(soon.verify("invoice", &["a"], &signed));
        let later = key_at(hours(7 * 24 + 2));
        assert!(!later.verify("invoice", &["a"], &signed) && later.was_ours("invoice", &["a"], &signed));
    }

    #[test]
    fn a_key_that_a_stranger_has_is_of_no_use_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let store = || Store::open(lock(folder.path()).unwrap()).unwrap();
        let now = Timestamp::UNIX_EPOCH;
        let signed = store().signing_key(&mut rand::rng(), now).unwrap().sign("video", &["7"]);
        rotate(folder.path(), &mut rand::rng(), now, false).unwrap();
        rotate(folder.path(), &mut rand::rng(), now, true).unwrap();
        assert!(!store().signing_key(&mut rand::rng(), now).unwrap().verify("video", &["7"], &signed));
    }

    #[test]
    fn without_a_database_there_is_nothing_to_rotate() {
        let folder = tempfile::tempdir().unwrap();
        let said = rotate(folder.path(), &mut rand::rng(), Timestamp::UNIX_EPOCH, false).unwrap_err().to_string();
        assert!(said.starts_with("there is no database"), "{said}");
    }
}
