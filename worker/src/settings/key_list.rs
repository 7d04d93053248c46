//! `KIE_AI_API_KEYS`: several keys, each with a name, a weight and, if it has one of its own, a limit.

use std::collections::BTreeSet;

use secrecy::SecretString;
use shared::config::SettingValue;
use shared::job::KeyName;

/// What an entry looks like, for whoever has written another one.
const FORM: &str = "name=key, name:weight=key or name:weight:creates=key, such as main:3=abc,second=def";

/// The longest name of a key; it becomes a label of metrics.
const NAME_CHARS_MAX: usize = 32;

/// The largest weight.
const WEIGHT_MAX: u32 = 1000;

/// What an operator wrote of one key.
#[derive(Debug, Clone)]
pub struct ListedKey {
    /// The operator's name for it.
    pub name: KeyName,
    /// Its share of new jobs.
    pub weight: u32,
    /// Videos that it may begin in 10 seconds, if not as many as the others.
    pub creates_per_10_seconds: Option<u32>,
    /// The key.
    pub secret: SecretString,
}

/// Several keys, in the order in which they were written. Never empty.
#[derive(Debug, Clone)]
pub struct KeyList(pub Vec<ListedKey>);

impl SettingValue for KeyList {
    const KIND: &'static str = "list of `name:weight=key` with commas";
    const IS_SECRET: bool = true;

    /// No error shows what follows an `=`, nor an entry without one: it may be a key.
    fn read(text: &str) -> Result<Self, String> {
        let entries = text.split([',', '\n']).map(str::trim).filter(|entry| !entry.is_empty());
        let keys: Vec<ListedKey> =
            entries.zip(1..).map(|(entry, number)| read_key(entry, number)).collect::<Result<_, _>>()?;
        let mut names = BTreeSet::new();
        if let Some(twice) = keys.iter().find(|key| !names.insert(key.name.clone())) {
            return Err(format!("has two keys of the name {}", twice.name));
        }
        match keys.iter().any(|key| key.weight > 0) {
            true => Ok(Self(keys)),
            false => Err("has no key that takes new orders: give one a weight of at least 1".to_owned()),
        }
    }

    /// Names and weights, which are no secrets.
    fn shown(&self) -> String {
        let shown = |key: &ListedKey| match key.creates_per_10_seconds {
            Some(creates) => format!("{}:{}:{creates}=(set)", key.name, key.weight),
            None => format!("{}:{}=(set)", key.name, key.weight),
        };
        self.0.iter().map(shown).collect::<Vec<_>>().join(",")
    }
}

fn read_key(entry: &str, number: u32) -> Result<ListedKey, String> {
    let wrong = |what: &str| format!("the key {number} in the list {what}; write {FORM}");
    let (head, secret) = entry.split_once('=').ok_or_else(|| wrong("has no name"))?;
    let secret = secret.trim();
    if secret.is_empty() {
        return Err(wrong("is empty after the ="));
    }
    let mut parts = head.split(':').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    if name.is_empty() || name.len() > NAME_CHARS_MAX || !name.chars().all(is_plain) {
        return Err(wrong("needs a name of at most 32 letters, digits, - and _"));
    }
    let weight = match parts.next() {
        None => 1,
        Some(weight) => weight
            .parse()
            .ok()
            .filter(|weight| *weight <= WEIGHT_MAX)
            .ok_or_else(|| wrong("needs a weight from 0 to 1000"))?,
    };
    let creates = parts.next().map(|creates| creates.parse().ok().filter(|creates| *creates >= 2));
    let creates_per_10_seconds = creates
        .map(|creates| creates.ok_or_else(|| wrong("needs a limit of at least 2 videos in 10 seconds")))
        .transpose()?;
    if parts.next().is_some() {
        return Err(wrong("has too many colons"));
    }
    Ok(ListedKey { name: KeyName::new(name), weight, creates_per_10_seconds, secret: secret.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_weights_and_limits_are_read_and_what_is_logged_tells_no_key() {
        let keys = KeyList::read("main:3=SECRET1, second=SECRET=2\n old:0:40=SECRET3,").unwrap();
        assert_eq!(keys.shown(), "main:3=(set),second:1=(set),old:0:40=(set)");
        assert!(!format!("{keys:?}").contains("SECRET"));
    }

    #[test]
    fn what_is_wrong_is_said_without_any_key() {
        for (text, problem) in [
            ("SECRET", "the key 1 in the list has no name"),
            ("main=SECRET,SECRET", "the key 2 in the list has no name"),
            ("main=", "the key 1 in the list is empty after the ="),
            ("=SECRET", "the key 1 in the list needs a name"),
            ("a b=SECRET", "the key 1 in the list needs a name"),
            ("main:many=SECRET", "the key 1 in the list needs a weight"),
            ("main:1001=SECRET", "the key 1 in the list needs a weight"),
            ("main:1:1=SECRET", "the key 1 in the list needs a limit"),
            ("main:1:20:3=SECRET", "the key 1 in the list has too many colons"),
            ("main=SECRET,main:2=SECRET", "has two keys of the name main"),
            ("main:0=SECRET", "has no key that takes new orders"),
            (",", "has no key that takes new orders"),
        ] {
            let said = KeyList::read(text).unwrap_err();
            assert!(said.starts_with(problem) && !said.contains("SECRET"), "{text}: {said}");
        }
    }
}
