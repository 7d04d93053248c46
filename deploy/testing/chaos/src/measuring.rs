//! What the load run and the benchmark share: people who type and remember when, a reader of Telegram's records, and how
//! times are told.

pub(crate) mod calls;
pub(crate) mod typing;

use std::time::Duration;

use anyhow::Context as _;
use serde_json::{Value, json};
use solo::driver::World;

/// Has every video from now on render for this long.
pub(crate) async fn render(world: &World, time: Duration) -> anyhow::Result<()> {
    let ms = u64::try_from(time.as_millis())?;
    let render = json!({ "min_ms": ms, "max_ms": ms, "invisible_ms": 0 });
    world.post::<Value>("simulators/kie/render", &render).await.map(drop)
}

/// Of times in milliseconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Percentiles {
    pub(crate) p50: i64,
    pub(crate) p99: i64,
    /// How many were measured.
    pub(crate) of: usize,
}

impl Percentiles {
    /// Of sorted values.
    pub(crate) fn of(sorted: &[i64]) -> anyhow::Result<Self> {
        let at =
            |percent: usize| sorted.get((sorted.len() * percent / 100).min(sorted.len().saturating_sub(1))).copied();
        let nothing = "nothing could be measured";
        Ok(Self { p50: at(50).context(nothing)?, p99: at(99).context(nothing)?, of: sorted.len() })
    }

    pub(crate) fn json(self) -> Value {
        json!({ "p50": self.p50, "p99": self.p99, "of": self.of })
    }
}

impl std::fmt::Display for Percentiles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&format!("{} / {}", self.p50, self.p99))
    }
}

/// A count to divide by.
pub(crate) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// How many cores the machine has, as far as they may be used.
pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_of_what_was_measured() {
        let hundred: Vec<i64> = (1..=100).collect();
        let all = Percentiles::of(&hundred).unwrap();
        assert_eq!((all.p50, all.p99, all.of), (51, 100, 100));
        assert_eq!(Percentiles::of(&[7]).unwrap().to_string(), "7 / 7");
        assert!(Percentiles::of(&[]).is_err());
    }
}
