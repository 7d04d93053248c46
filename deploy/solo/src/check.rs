//! `--check`: the main job from end to end with simulators, with every model and every follow-up that is sold, a line for
//! each step, no person needed.
//!
//! It runs in a folder and on a port of its own, so it may be run beside a real bot and touches nothing of it.

mod models;

use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use futures_util::TryStreamExt as _;
use futures_util::stream::FuturesUnordered;
use shared::catalog::{Catalog, Model};
use tokio_util::sync::CancellationToken;

use crate::driver::{Order, World};
use crate::{Pace, Settings, System};
use models::Played;

/// Nobody watches, so videos need not take their time.
const RENDER: Duration = Duration::from_millis(800);

/// Runs the check, with a line to `say` for each step.
///
/// # Errors
/// When a step fails: says what was expected and what happened.
pub async fn run(say: impl Fn(&str)) -> anyhow::Result<()> {
    let folder = tempfile::tempdir().context("a folder for the check cannot be made")?;
    let settings = Settings::for_trying_out(folder.path())?;
    let catalog = settings.bot.catalog()?;
    let shutdown = CancellationToken::new();
    let pace = Pace { render: RENDER..=RENDER, hurries: true };
    let system = System::start_at(&settings, pace, shutdown.clone()).await?;
    let world = World::at(system.base().clone());
    let started = Instant::now();
    let steps = async {
        let packs: Vec<u32> = settings.bot.packs.iter().map(|pack| pack.credits).collect();
        let outcome = steps(&world, &catalog, &packs, &say).await;
        shutdown.cancel();
        outcome
    };
    let (outcome, ran) = tokio::join!(steps, system.run());
    outcome.and(ran)?;
    say(&format!("all is well, {:.1} s", started.elapsed().as_secs_f64()));
    Ok(())
}

async fn steps(world: &World, catalog: &Catalog, packs: &[u32], say: &impl Fn(&str)) -> anyhow::Result<()> {
    let mut ann = world.person("Ann").await?;
    ann.sends("/start").await?;
    ann.sees("Welcome to Starreel!").await?;
    say("ok  /start is answered");

    ann.buys("1 credit").await?;
    say("ok  a credit is bought with Stars and credited");

    let Played { tasks, payments, .. } = all_models(world, catalog, packs, say).await?;

    let first = catalog.offered().find(|model| usual_price(model) == Some(1)).context("nothing costs 1 credit")?;
    world.kie_fault("policy", 1).await?;
    ann.orders(Order::from_words(&first.name, "Something that is refused")).await?;
    ann.sees("1 credit returned. Your balance: 1 credit").await?;
    say("ok  a failed video is told, and its credit is back");

    let (expected, paid) = (tasks + 1, payments + 1);
    let (tasks, payments) = (world.kie_tasks().await?.len(), world.star_transactions().await?.len());
    ensure!(tasks == expected, "KIE.ai saw {tasks} tasks for {expected} orders that make one");
    ensure!(payments == paid, "Telegram saw {payments} payments for {paid} purchases");
    say(&format!("ok  KIE.ai saw each of {tasks} tasks once, Telegram saw {payments} payments"));
    Ok(())
}

/// Plays all models at the same time. What they took together.
async fn all_models(world: &World, catalog: &Catalog, packs: &[u32], say: &impl Fn(&str)) -> anyhow::Result<Played> {
    let playing = catalog.offered().map(|model| models::play(world, model, packs));
    let mut playing: FuturesUnordered<_> = playing.collect();
    let mut sum = Played::default();
    while let Some(Played { line, tasks, payments }) = playing.try_next().await? {
        say(&line);
        sum.tasks += tasks;
        sum.payments += payments;
    }
    Ok(sum)
}

/// What a video from words costs as it is offered.
fn usual_price(model: &Model) -> Option<u32> {
    model.text.as_ref().map(|variant| variant.price(&Default::default(), 0))
}
