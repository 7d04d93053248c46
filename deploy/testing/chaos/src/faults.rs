//! A few faults of the outside world, ordered while people are at work. What they have struck is read from the
//! simulators' records.

use std::time::Duration;

use anyhow::{Context as _, ensure};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{Rng as _, SeedableRng as _};
use reqwest::StatusCode;
use serde_json::{Value, json};
use solo::driver::World;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// The pause between two faults, in milliseconds.
const PAUSE_MS: std::ops::Range<u64> = 2_000..6_000;

/// For the next task of KIE.ai.
const OF_KIE: [&str; 5] = ["policy", "internal", "lose_callback", "double_callback", "time_out_after_accepting"];

/// Methods of Telegram whose next answer gets lost on its way.
const LOST_ANSWERS: [&str; 6] =
    ["sendVideo", "sendMessage", "editMessageText", "sendInvoice", "answerPreCheckoutQuery", "refundStarPayment"];

/// So many faults of all are Stars that Telegram takes back.
const CHARGE_BACK: f64 = 0.2;

/// The message that tells the bot of a payment.
const PAYMENT: &str = "successful_payment";

/// Whether payments are among what is struck.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payments {
    /// The bot hears of each, and keeps the Stars.
    Arrive,
    /// Of some it can know only from Telegram's list of transactions. Some are charged back, of which nothing but the list
    /// says a word.
    MayBeLost,
}

/// Orders faults until it is stopped.
#[derive(Debug)]
pub struct Faults {
    world: World,
    running: JoinSet<anyhow::Result<()>>,
}

impl Faults {
    /// Begins to order faults, until `stop`.
    #[must_use]
    pub fn start(world: &World, payments: Payments, random: &mut StdRng, stop: &CancellationToken) -> Self {
        let mut running = JoinSet::new();
        running.spawn(order(world.clone(), payments, StdRng::seed_from_u64(random.random()), stop.clone()));
        Self { world: world.clone(), running }
    }

    /// Waits for the end of it, and takes back what has struck nothing yet.
    ///
    /// # Errors
    /// When the simulators did not take an order.
    pub async fn finish(mut self) -> anyhow::Result<()> {
        self.running.join_next().await.context("no faults were started")??.context("faults cannot be ordered")?;
        for side in ["kie", "telegram"] {
            self.world.delete(&format!("simulators/{side}/faults")).await?;
        }
        Ok(())
    }
}

async fn order(world: World, payments: Payments, mut random: StdRng, stop: CancellationToken) -> anyhow::Result<()> {
    loop {
        let pause = Duration::from_millis(random.random_range(PAUSE_MS));
        if stop.run_until_cancelled(tokio::time::sleep(pause)).await.is_none() {
            return Ok(());
        }
        if payments == Payments::MayBeLost && random.random_bool(CHARGE_BACK) {
            charge_back(&world, &mut random).await?;
        } else if random.random_bool(0.6) {
            let fault = OF_KIE.choose(&mut random).copied().unwrap_or_default();
            world.post::<Value>("simulators/kie/faults", &json!({ "fault": fault, "seconds": 1 })).await?;
        } else if payments == Payments::MayBeLost && random.random_bool(0.3) {
            world.telegram_fault(PAYMENT, "lose_update", 1).await?;
        } else {
            let method = LOST_ANSWERS.choose(&mut random).copied().unwrap_or_default();
            world.telegram_fault(method, "drop_reply", 1).await?;
        }
    }
}

/// Telegram takes back the Stars of some payment, spent or not.
async fn charge_back(world: &World, random: &mut StdRng) -> anyhow::Result<()> {
    let list = world.star_transactions().await?;
    let has_returned = |charge: &Value| list.iter().any(|entry| entry["id"] == *charge && !entry["receiver"].is_null());
    let kept: Vec<&Value> = list.iter().map(|entry| &entry["id"]).filter(|charge| !has_returned(charge)).collect();
    let Some(charge) = kept.choose(random) else { return Ok(()) };
    let body = json!({ "charge_id": charge });
    let status = world.status_of_post("simulators/telegram/chargeback", &body).await?;
    // A refund may be faster; then there is nothing left to take back.
    ensure!(status.is_success() || status == StatusCode::BAD_REQUEST, "a charge-back was answered {status}");
    Ok(())
}
