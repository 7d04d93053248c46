//! `--check`: the main job from end to end with simulators, a line for each step, no person needed.
//!
//! It runs in a folder and on a port of its own, so it may be run beside a real bot and touches nothing of it.

use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use tokio_util::sync::CancellationToken;

use crate::driver::{Image, Order, World};
use crate::{Settings, System};

/// Nobody watches, so videos need not take their time.
const RENDER: Duration = Duration::from_millis(800);

/// Runs the check, with a line to `say` for each step.
///
/// # Errors
/// When a step fails: says what was expected and what happened.
pub async fn run(say: impl Fn(&str)) -> anyhow::Result<()> {
    let folder = tempfile::tempdir().context("a folder for the check cannot be made")?;
    let settings = Settings::for_trying_out(folder.path())?;
    let shutdown = CancellationToken::new();
    let system = System::start_rendering_for(&settings, RENDER..=RENDER, shutdown.clone()).await?;
    let world = World::at(system.base().clone());
    let started = Instant::now();
    let steps = async {
        let outcome = steps(&world, &say).await;
        shutdown.cancel();
        outcome
    };
    let (outcome, ran) = tokio::join!(steps, system.run());
    outcome.and(ran)?;
    say(&format!("all is well, {:.1} s", started.elapsed().as_secs_f64()));
    Ok(())
}

async fn steps(world: &World, say: &impl Fn(&str)) -> anyhow::Result<()> {
    let mut ann = world.person("Ann").await?;
    ann.sends("/start").await?;
    ann.sees("Welcome to Starreel!").await?;
    say("ok  /start is answered");

    ann.buys("5 credits").await?;
    say("ok  5 credits are bought with Stars and credited");

    for model in ["Veo 3.1 Fast", "Kling v2.1"] {
        let words = format!("A paper boat, made with {model}");
        ann.orders(Order::from_words(model, &words)).await?;
        ann.sees_video(&words).await?;
        say(&format!("ok  {model}: a video from words has arrived"));

        let words = format!("A red dot wakes up, made with {model}");
        ann.orders(Order::from_words(model, &words).with(Image::File)).await?;
        ann.sees_video(&words).await?;
        say(&format!("ok  {model}: a video from words and an image has arrived"));
    }

    world.kie_fault("policy", 1).await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "Something that is refused")).await?;
    ann.sees("1 credit returned. Your balance: 1 credit").await?;
    say("ok  a failed video is told, and its credit is back");

    let (tasks, payments) = (world.kie_tasks().await?.len(), world.star_transactions().await?.len());
    ensure!(tasks == 5, "KIE.ai saw {tasks} tasks for 5 orders");
    ensure!(payments == 1, "Telegram saw {payments} payments for 1 purchase");
    say("ok  KIE.ai saw each order once, Telegram saw one payment");
    Ok(())
}
