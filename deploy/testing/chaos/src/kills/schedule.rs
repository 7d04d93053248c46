//! When the system is killed: at random moments, and right after something has happened that it cannot have written
//! down yet.

use std::time::{Duration, Instant};

use rand::Rng as _;
use rand::rngs::StdRng;
use serde_json::Value;
use solo::driver::World;

use super::log::Log;
use super::processes::Processes;
use crate::say;

/// A process lives at least, and unless a moment is waited for at most, this long.
const LIFE_MS: std::ops::RangeInclusive<u64> = 50..=3000;

/// A moment that does not come is waited for no longer.
const WAIT_MAX: Duration = Duration::from_secs(6);

/// What a kill is aimed at.
#[derive(Debug, Clone, Copy)]
enum Aim {
    Payment,
    Refund,
    Create,
    Delivery,
}

impl Aim {
    const ALL: [Self; 4] = [Self::Payment, Self::Refund, Self::Create, Self::Delivery];

    /// A number that grows when it happens, given where Telegram's list of calls ended before.
    async fn count(self, world: &World, calls: i64) -> anyhow::Result<i64> {
        let counter = match self {
            Self::Payment => {
                let balance: Value = world.get("simulators/telegram/balance").await?;
                balance["balance"].as_i64()
            }
            Self::Create => {
                let tasks: Value = world.get("simulators/kie/tasks?newest=1").await?;
                tasks[0]["number"].as_i64()
            }
            Self::Refund => first_call(world, "refundStarPayment", calls).await?,
            Self::Delivery => first_call(world, "sendVideo", calls).await?,
        };
        Ok(counter.unwrap_or_default())
    }
}

/// The number of the first call of this method after a place of Telegram's list of calls.
async fn first_call(world: &World, method: &str, after: i64) -> anyhow::Result<Option<i64>> {
    let path = format!("simulators/telegram/calls?method={method}&after={after}&limit=1");
    let calls: Value = world.get(&path).await?;
    Ok(calls["calls"][0]["number"].as_i64())
}

/// When the strikes end: not before so many kills, and not before so much time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Until {
    pub(super) kills: u32,
    pub(super) time: Duration,
}

impl Until {
    /// When the next kill may come, after so many, counted from the start: if both are given, the kills are spread over
    /// the time. A system that is killed at every moment proves nothing about the videos of one that is killed often.
    fn next_kill(self, killed: u32) -> Duration {
        self.time.checked_div(self.kills).map_or(Duration::ZERO, |pause| pause.saturating_mul(killed))
    }
}

/// What was done in the end.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Struck {
    pub(super) kills: u32,
    /// Strikes that came right after a payment, a refund, a create at KIE.ai, and a delivery.
    pub(super) aimed: [u32; 4],
}

/// Strikes until it is enough.
pub(super) async fn strike_until(
    processes: &mut Processes,
    until: Until,
    random: &mut StdRng,
    log: &Log,
) -> anyhow::Result<Struck> {
    let world = processes.world();
    let (mut struck, started) = (Struck::default(), Instant::now());
    while struck.kills < until.kills || started.elapsed() < until.time {
        tokio::time::sleep(until.next_kill(struck.kills).saturating_sub(started.elapsed())).await;
        if random.random_bool(0.5) {
            let life = Duration::from_millis(random.random_range(LIFE_MS));
            tokio::time::sleep(life).await;
        } else {
            let aim = random.random_range(0..Aim::ALL.len());
            if happens(&world, Aim::ALL[aim]).await? {
                struck.aimed[aim] += 1;
                tokio::time::sleep(Duration::from_millis(random.random_range(0..8))).await;
            }
        }
        if processes.strike(random, log).await? {
            struck.kills += 1;
            if struck.kills.is_multiple_of(10) {
                say(&format!("{} kills in {} s", struck.kills, started.elapsed().as_secs()));
            }
        }
    }
    Ok(struck)
}

/// Waits for it to happen; false if it does not.
async fn happens(world: &World, aim: Aim) -> anyhow::Result<bool> {
    let deadline = Instant::now() + WAIT_MAX;
    let calls: Value = world.get("simulators/telegram/calls?limit=0").await?;
    let calls = calls["last"].as_i64().unwrap_or_default();
    let before = aim.count(world, calls).await?;
    while Instant::now() < deadline {
        if aim.count(world, calls).await? > before {
            return Ok(true);
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    Ok(false)
}
