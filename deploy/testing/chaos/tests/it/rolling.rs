//! Processes are stopped and started in any order, as an update does it.

use std::collections::BTreeSet;

use solo::driver::{Order, Seen, until};

use crate::stage::{PATIENCE, Stage};

#[tokio::test]
async fn workers_and_the_bot_may_be_rolled_in_any_order() -> anyhow::Result<()> {
    let mut stage = Stage::start(2).await?;
    let mut ann = stage.customer("Ann").await?;
    stage.world().kie_fault_for("slow", 2).await?;
    ann.orders(Order::from_words("Veo 3 Fast", "over the workers' stop")).await?;
    stage.tasks(1).await?;
    stage.workers.iter_mut().try_for_each(|worker| worker.stop().map(drop))?;
    ann.orders(Order::from_words("Kling v2.1", "without any worker")).await?;
    stage.bot_has(1, "published").await?;
    stage.workers.iter_mut().try_for_each(|worker| worker.start_again())?;
    for words in ["over the workers' stop", "without any worker"] {
        until("the video", PATIENCE, async || Ok((ann.videos(words).await? == 1).then_some(()))).await?;
    }

    // Results wait in RabbitMQ while the bot is away.
    stage.world().kie_fault_for("slow", 2).await?;
    ann.orders(Order::from_words("Veo 3 Fast", "over the bot's stop")).await?;
    stage.tasks(3).await?;
    stage.bot.stop()?;
    let world = stage.world();
    until("the video to be made", PATIENCE, async || {
        Ok(world.kie_tasks().await?.iter().all(|task| task["state"] == "success").then_some(()))
    })
    .await?;
    stage.bot.start_again()?;
    ann.sees_video("over the bot's stop").await?;
    stage.finish(3).await
}

#[tokio::test]
async fn a_worker_killed_at_any_moment_costs_nothing() -> anyhow::Result<()> {
    let mut stage = Stage::start(2).await?;
    let mut ann = stage.customer("Ann").await?;
    for number in 0..4 {
        let words = format!("scene {number}");
        ann.orders(Order::from_words("Veo 3 Fast", &words)).await?;
        // Once before, around and after the submission, as it happens.
        if number > 1 {
            stage.tasks(number).await?;
        }
        stage.workers[number % 2].kill()?;
        until("the video, or word that there is none", PATIENCE, async || {
            let messages = ann.messages().await?;
            let told = messages.iter().filter(|seen| seen.text().contains("no video this time")).count();
            let arrived: BTreeSet<&str> = messages.iter().filter(|seen| seen.is_video()).map(Seen::text).collect();
            Ok((arrived.len() + told > number).then_some(()))
        })
        .await?;
    }
    let tasks = stage.world().kie_tasks().await?;
    let mut prompts: Vec<String> = tasks.iter().map(|task| task["input"]["prompt"].to_string()).collect();
    prompts.sort_unstable();
    prompts.dedup();
    assert_eq!(prompts.len(), tasks.len(), "something was ordered twice");
    let tasks = tasks.len();
    stage.finish(tasks).await
}
