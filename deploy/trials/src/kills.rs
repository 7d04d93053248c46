//! The kill run: people buy credits and order videos while a system is killed with SIGKILL again and again and started
//! anew at once. The simulators run in a process of their own and are never killed. Then everything may settle, and
//! the judge is asked. Half of the kills strike a system that polls, half one that is called back.
//!
//! The run stops only its own children; it works in a temporary folder, which is kept when something was wrong.

mod apart;
mod cast;
mod moments;
pub mod parts;

use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use solo::driver::{World, books, until};
use tokio_util::sync::CancellationToken;

use crate::disturbances::Disturbances;
use crate::faults::Faults;
use crate::judge::{Happened, Verdict, judge};
use crate::people::{Habits, People};
use crate::say;
use crate::settling::{Books, settle};
use cast::{Cast, Mode};

/// The first orders have reached KIE.ai after this long.
const WARM_WITHIN: Duration = Duration::from_secs(60);

/// What is under way when the kills end must be settled after this long: a POST that nobody answered is given up after
/// a minute, its job after another.
const SETTLE_WITHIN: Duration = Duration::from_secs(300);

/// What a credit costs unless an operator says otherwise, which nobody does here.
const STARS_PER_CREDIT: i64 = 100;

/// How often what is killed.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// How often something is killed.
    #[arg(long, default_value_t = 100)]
    kills: u32,
    /// Chooses orders, faults and moments; printed at the start.
    #[arg(long)]
    seed: Option<u64>,
    /// How many people use the bot.
    #[arg(long, default_value_t = 16)]
    people: u32,
    /// Kill a bot and so many workers of their own, RabbitMQ and Redis, instead of the one process that is all of them.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=16))]
    workers: Option<u32>,
}

/// Kills so many times, and judges. Says whether all is well.
///
/// # Errors
/// When the run itself cannot go on.
pub async fn run(options: &Options) -> anyhow::Result<bool> {
    let seed = options.seed.unwrap_or_else(|| rand::rng().random_range(0..1_000_000));
    say(&format!("seed {seed}, {} kills, {} people", options.kills, options.people));
    let mut random = StdRng::seed_from_u64(seed);
    let mut folder = tempfile::tempdir().context("a folder for the run cannot be made")?;
    let mut all_well = true;
    let halves = [(Mode::Polling, options.kills.div_ceil(2)), (Mode::CalledBack, options.kills / 2)];
    for (mode, kills) in halves.into_iter().filter(|(_, kills)| *kills > 0) {
        let place = folder.path().join(mode.name());
        let verdict = half(mode, kills, options, &place, &mut random).await.inspect_err(|_| {
            say(&format!("the run broke off; its logs are in {}", place.display()));
        });
        if verdict.is_err() {
            folder.disable_cleanup(true);
        }
        let verdict = verdict?;
        say(&format!("\n{}\n{verdict}", mode.describe()));
        all_well &= verdict.is_well();
    }
    if all_well {
        say("all is well");
    } else {
        folder.disable_cleanup(true);
        say(&format!("NOT WELL; the records are in {}", folder.path().display()));
    }
    Ok(all_well)
}

/// One half of the run: its own simulators, its own database, its own people.
async fn half(mode: Mode, kills: u32, options: &Options, place: &Path, random: &mut StdRng) -> anyhow::Result<Verdict> {
    let mut cast = Cast::start(mode, options.workers, place).await?;
    let world = cast.world();
    let stop = CancellationToken::new();
    let habits = Habits { people: options.people, orders: None, at_once: None };
    let people = People::start(&world, habits, random, &stop).await?;
    let faults = Faults::start(&world, random, &stop);
    wait_until_warm(&mut cast, &world).await?;
    let mut disturbances = Disturbances::default();
    let aimed = moments::kill_at_moments(&mut cast, kills, random, &mut disturbances).await?;
    stop.cancel();
    let records = people.finish().await;
    faults.finish().await?;
    records.write(&place.join("records.json"))?;
    std::fs::write(place.join("disturbances"), disturbances.to_string())?;

    say("no more kills; waiting for everything to settle");
    let database = cast.database();
    let books = Books { database: Some(database.clone()), ..Books::default() };
    let stuck = settle(&world, &records, &books, SETTLE_WITHIN, || cast.check_alive()).await?;
    let happened = Happened { records, disturbances, stuck, stars_per_credit: STARS_PER_CREDIT, orders_min: 1 };
    let mut verdict = judge(&world, happened).await?;
    let [payments, creates, deliveries] = aimed;
    verdict.counted(
        "kills right after a payment / a create / a delivery",
        format!("{payments} / {creates} / {deliveries}"),
    );
    verdict.add_audit(books::audit(&database));
    verdict.add_stop(cast.stop()?);
    Ok(verdict)
}

async fn wait_until_warm(cast: &mut Cast, world: &World) -> anyhow::Result<()> {
    until("people to have ordered", WARM_WITHIN, async || {
        cast.check_alive()?;
        Ok((world.kie_tasks().await?.len() >= 5).then_some(()))
    })
    .await
}
