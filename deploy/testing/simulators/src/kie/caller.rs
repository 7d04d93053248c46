//! Who calls. Each key is an account of its own: it has its balance and its limit, and does not see the tasks of others.
//! That a foreign task is answered like one that does not exist is our guess: nothing is known of it.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use serde::{Deserialize, Serialize};

use super::KieSim;

/// The account of a call: a key that was set up beside the first one, or nothing for that.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(super) struct Caller(pub(super) String);

impl Caller {
    /// Of a call that was let in.
    pub(super) fn of(sim: &KieSim, headers: &HeaderMap) -> Self {
        let key = key(headers);
        Self(if sim.further_keys.iter().any(|known| known == key) { key.to_owned() } else { String::new() })
    }
}

impl FromRequestParts<Arc<KieSim>> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, sim: &Arc<KieSim>) -> Result<Self, Infallible> {
        Ok(Self::of(sim, &parts.headers))
    }
}

/// The key that came with a call; empty for none.
pub(super) fn key(headers: &HeaderMap) -> &str {
    let given = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    given.and_then(|value| value.strip_prefix("Bearer ")).map_or("", str::trim)
}

/// What belongs to the account of a further key.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct FurtherAccount {
    pub(super) balance: f64,
    /// Whether the key is refused, as one that was withdrawn.
    #[serde(default)]
    pub(super) is_refused: bool,
}
