//! Processes are stopped and started in any order, as an update does it.

use std::collections::BTreeSet;

use solo::driver::{Order, Seen, until};

use testkit::{Deployment, PATIENCE};

#[tokio::test]
async fn workers_and_the_bot_may_be_rolled_in_any_order() -> anyhow::Result<()> {
    let mut deployment = Deployment::start(2).await?;
    let mut ann = deployment.customer("Ann").await?;
    deployment.world().kie_fault_for("slow", 2).await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "over the workers' stop")).await?;
    deployment.until_tasks(1).await?;
    deployment.workers.iter_mut().try_for_each(|worker| worker.stop().map(drop))?;
    ann.orders(Order::from_words("Kling v2.1", "without any worker")).await?;
    deployment.until_jobs(1, "published").await?;
    deployment.workers.iter_mut().try_for_each(|worker| worker.start_again())?;
    for words in ["over the workers' stop", "without any worker"] {
        until("the video", PATIENCE, async || Ok((ann.videos(words).await? == 1).then_some(()))).await?;
    }

    // Results wait in RabbitMQ while the bot is away.
    deployment.world().kie_fault_for("slow", 2).await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "over the bot's stop")).await?;
    deployment.until_tasks(3).await?;
    deployment.bot.stop()?;
    let world = deployment.world();
    until("the video to be made", PATIENCE, async || {
        Ok(world.kie_tasks().await?.iter().all(|task| task["state"] == "success").then_some(()))
    })
    .await?;
    deployment.bot.start_again()?;
    ann.sees_video("over the bot's stop").await?;
    deployment.finish(3).await
}

#[tokio::test]
async fn a_worker_killed_at_any_moment_costs_nothing() -> anyhow::Result<()> {
    let mut deployment = Deployment::start(2).await?;
    let mut ann = deployment.customer("Ann").await?;
    for number in 0..4 {
        let words = format!("scene {number}");
        ann.orders(Order::from_words("Veo 3.1 Fast", &words)).await?;
        // Once before, around and after the submission, as it happens.
        if number > 1 {
            deployment.until_tasks(number).await?;
        }
        deployment.workers[number % 2].kill()?;
        until("the video, or word that there is none", PATIENCE, async || {
            let messages = ann.messages().await?;
            let told = messages.iter().filter(|seen| seen.text().contains("failed – ")).count();
            let arrived: BTreeSet<&str> = messages.iter().filter(|seen| seen.is_video()).map(Seen::text).collect();
            Ok((arrived.len() + told > number).then_some(()))
        })
        .await?;
    }
    let tasks = deployment.world().kie_tasks().await?;
    let mut prompts: Vec<String> = tasks.iter().map(|task| task["input"]["prompt"].to_string()).collect();
    prompts.sort_unstable();
    prompts.dedup();
    assert_eq!(prompts.len(), tasks.len(), "something was ordered twice");
    let tasks = tasks.len();
    deployment.finish(tasks).await
}
