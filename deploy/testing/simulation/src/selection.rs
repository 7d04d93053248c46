//! Which history is played, and which of its turns.
//!
//! Each turn of a history has dice of its own. So some turns can be left out, or can pass without faults, and those that
//! stay throw the same dice as before.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// A history that can be played again.
#[derive(Debug, Clone)]
pub struct History {
    /// What all of its dice come from.
    pub seed: u64,
    /// The turns that are played. `None` plays all, until enough has happened.
    pub selection: Option<Selection>,
}

/// Some turns of a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The turns that are played.
    pub turns: Turns,
    /// Those of them in which things may go wrong.
    pub faults: Turns,
}

/// Numbers of turns. Written as `3,5-9`, or `none`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turns(BTreeSet<u32>);

impl From<u64> for History {
    /// All of the history with this seed.
    fn from(seed: u64) -> Self {
        Self { seed, selection: None }
    }
}

impl Turns {
    /// How many turns these are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no turn.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The highest number; 0 if there is no turn.
    pub(crate) fn last(&self) -> u32 {
        self.0.last().copied().unwrap_or_default()
    }

    pub(crate) fn contains(&self, turn: u32) -> bool {
        self.0.contains(&turn)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().copied()
    }
}

impl FromIterator<u32> for Turns {
    fn from_iter<T: IntoIterator<Item = u32>>(turns: T) -> Self {
        Self(turns.into_iter().collect())
    }
}

impl fmt::Display for Turns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("none");
        }
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for turn in self.iter() {
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == turn => *last = turn,
                _ => ranges.push((turn, turn)),
            }
        }
        let written =
            |(first, last): (u32, u32)| if first == last { first.to_string() } else { format!("{first}-{last}") };
        f.write_str(&ranges.into_iter().map(written).collect::<Vec<_>>().join(","))
    }
}

impl FromStr for Turns {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> anyhow::Result<Self> {
        if text == "none" {
            return Ok(Self::default());
        }
        let mut turns = BTreeSet::new();
        for range in text.split(',') {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            turns.extend(first.trim().parse::<u32>()?..=last.trim().parse()?);
        }
        Ok(Self(turns))
    }
}
