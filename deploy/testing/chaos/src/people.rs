//! People who buy and order, now and then want their Stars back, and try again when the bot has lost what it wanted to say,
//! as people do.

mod ordering;
mod refunding;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use serde_json::{Value, json};
use solo::driver::{Person, World};
use tokio::runtime::Handle;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::judge::open_jobs;
use crate::records::{Records, RefundAsked};

/// After this long a person does the same again.
const PATIENCE: Duration = Duration::from_millis(2500);

/// Who gave up takes a breath. The bot may be away, or the simulators.
const BREATH: Duration = Duration::from_millis(200);

/// More Stars than anybody can spend in a trial.
const STARS: u32 = 1_000_000;

/// And more credits of KIE.ai than all of them together.
const KIE_CREDITS: u32 = 1_000_000_000;

/// Before an order, somebody wants the Stars of a purchase back with this probability.
const REGRET: f64 = 0.12;

/// Between two looks at whether a video has come.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Who takes part, and how eagerly.
#[derive(Debug, Clone, Copy)]
pub struct Habits {
    /// How many people there are.
    pub people: u32,
    /// They stop after so many orders together.
    pub orders: Option<u32>,
    /// With so many videos under way, one waits before ordering the next.
    pub at_once: Option<usize>,
    /// Now and then somebody has an unused purchase refunded.
    pub refunds: bool,
}

/// The people at work.
#[derive(Debug)]
pub struct People {
    records: Records,
    lives: JoinSet<Life>,
}

/// What all of them share.
#[derive(Debug, Clone)]
struct Plan {
    trial: String,
    /// Orders that may still be made.
    left: Arc<AtomicU32>,
    at_once: Option<usize>,
    refunds: bool,
    stop: CancellationToken,
}

/// What one of them did.
#[derive(Debug, Default)]
struct Life {
    person: i64,
    orders: u32,
    given_up: u32,
    /// The purchases of which they asked for a refund.
    refunds: Vec<i64>,
}

impl People {
    /// New people begin to buy and order, until `stop`, or until they have made all their orders.
    ///
    /// # Errors
    /// When the simulators do not answer.
    pub async fn start(
        world: &World,
        habits: Habits,
        random: &mut StdRng,
        stop: &CancellationToken,
    ) -> anyhow::Result<Self> {
        world.kie_balance(KIE_CREDITS).await?;
        let world = world.with_patience(PATIENCE);
        let trial = format!("{:x}", Timestamp::now().as_millisecond());
        let left = Arc::new(AtomicU32::new(habits.orders.unwrap_or(u32::MAX)));
        let Habits { at_once, refunds, .. } = habits;
        let plan = Plan { trial: trial.clone(), left, at_once, refunds, stop: stop.clone() };
        let mut lives = JoinSet::new();
        let mut ids = Vec::new();
        for number in 1..=habits.people {
            let person = world.person(&format!("Person{number} of {trial}")).await?;
            ids.push(person.id());
            world.post::<Value>(&format!("chat/api/{}/stars", person.id()), &json!({ "add": STARS })).await?;
            let (random, plan, runtime) = (StdRng::seed_from_u64(random.random()), plan.clone(), Handle::current());
            // A thread for each: looking at a long chat takes a while, and whoever strikes must be punctual.
            lives.spawn_blocking(move || runtime.block_on(live(person, random, plan)));
        }
        Ok(Self { records: Records { trial, people: ids, ..Records::default() }, lives })
    }

    /// Who they are, before they have done anything.
    #[must_use]
    pub const fn records(&self) -> &Records {
        &self.records
    }

    /// Waits until everybody has stopped.
    pub async fn finish(self) -> Records {
        let lives = self.lives.join_all().await;
        lives.into_iter().fold(self.records, |mut sum, one| {
            sum.orders += one.orders;
            sum.given_up += one.given_up;
            let person = one.person;
            sum.refunds.extend(one.refunds.into_iter().map(|purchase| RefundAsked { person, purchase }));
            sum
        })
    }
}

async fn live(mut person: Person, mut random: StdRng, plan: Plan) -> Life {
    let mut life = Life { person: person.id(), ..Life::default() };
    let mut first_open = 0;
    while !plan.stop.is_cancelled() && plan.take_one() {
        let words = Records::prompt(&plan.trial, person.id(), life.orders + life.given_up + 1);
        let one = async {
            if let Some(at_once) = plan.at_once {
                wait_for_room(&person, at_once, &mut first_open).await?;
            }
            if plan.refunds && random.random_bool(REGRET) {
                let tried = refunding::regret(&mut person, &mut random, &mut life.refunds).await;
                tried.unwrap_or_else(
                    |error| tracing::debug!(error = %format_args!("{error:#}"), "no refund was asked for"),
                );
            }
            ordering::order(&mut person, &words, &mut random).await
        };
        match plan.stop.run_until_cancelled(one).await {
            Some(Ok(())) => life.orders += 1,
            Some(Err(error)) => {
                tracing::debug!(error = %format_args!("{error:#}"), "a person gave up a try");
                life.given_up += 1;
                plan.give_back();
                tokio::time::sleep(BREATH).await;
            }
            None => {}
        }
    }
    life
}

/// Waits until fewer than so many videos are under way for this person, by what they read. Before message `first_open` none
/// is, and nobody reads that again.
async fn wait_for_room(person: &Person, at_once: usize, first_open: &mut i64) -> anyhow::Result<()> {
    loop {
        let messages = person.messages_from(*first_open).await?;
        let open = open_jobs(&messages);
        *first_open = open.first().copied().or(messages.last()).map_or(*first_open, |seen| seen.id());
        if open.len() < at_once {
            return Ok(());
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

impl Plan {
    /// Whether one more order may be tried.
    fn take_one(&self) -> bool {
        self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok()
    }

    fn give_back(&self) {
        self.left.fetch_add(1, Ordering::SeqCst);
    }
}
