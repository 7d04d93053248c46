//! What is done to the system, as all who do something at the same time write it down.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::disturbances::{Act, Disturbances, Who};

/// See the module.
#[derive(Debug, Clone, Default)]
pub(super) struct Log(Arc<Mutex<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    list: Disturbances,
    /// How often what was done, in words.
    kinds: BTreeMap<String, usize>,
}

impl Log {
    /// Writes down that this is done now, and in which way.
    pub(super) fn note(&self, act: Act, who: Who, how: &str) {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.list.note(act, who);
        if act != Act::Start {
            *inner.kinds.entry(format!("{} {how}", who.name())).or_default() += 1;
        }
    }

    /// The list of all that was done.
    pub(super) fn list(&self) -> Disturbances {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).list.clone()
    }

    /// How often what was done, in words.
    pub(super) fn kinds(&self) -> BTreeMap<String, usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).kinds.clone()
    }
}
