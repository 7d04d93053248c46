//! RabbitMQ or Redis is away: orders wait, nobody is left without a word, and nothing is ordered twice.

use solo::driver::{Order, until};
use test_servers::rabbitmq::RabbitMq;
use test_servers::redis::Redis;

use crate::stage::{PATIENCE, Stage};

#[tokio::test]
async fn what_is_not_there_at_the_start_is_waited_for_by_name() -> anyhow::Result<()> {
    let mut stage = Stage::start_with(RabbitMq::reserve()?, Redis::prepare()?, 1).await?;
    let mut ann = stage.customer("Ann").await?;
    ann.orders(Order::from_words("Veo 3 Fast", "a flag")).await?;
    for (who, page, lacks) in [
        ("the bot", stage.bot_says("readyz").await?, vec!["\"ready\":false", "\"database\":\"ok\"", "\"rabbitmq\":\""]),
        (
            "the worker",
            stage.worker_says(0, "readyz").await?,
            vec!["\"ready\":false", "\"redis\":\"waiting for it since"],
        ),
    ] {
        for words in lacks {
            anyhow::ensure!(page.contains(words), "{who} says {page}");
        }
    }
    assert_eq!(stage.worker_says(0, "healthz").await?, "ok");
    stage.redis.restart().await?;
    stage.rabbitmq.restart().await?;
    ann.sees_video("a flag").await?;
    stage.finish(1).await
}

#[tokio::test]
async fn rabbitmq_may_die_while_jobs_run() -> anyhow::Result<()> {
    let mut stage = Stage::start(2).await?;
    let mut ann = stage.customer("Ann").await?;
    stage.world().kie_fault_for("slow", 3).await?;
    ann.orders(Order::from_words("Veo 3 Fast", "before")).await?;
    stage.tasks(1).await?;
    stage.rabbitmq.settle().await?;
    stage.rabbitmq.kill();
    ann.orders(Order::from_words("Kling v2.1", "meanwhile")).await?;
    ann.sends("/balance").await?;
    ann.sees("Your balance: 3 credits").await?;
    stage.rabbitmq.restart().await?;
    let mut late = stage.customer("Bob").await?;
    late.orders(Order::from_words("Veo 3 Fast", "after")).await?;
    late.sees_video("after").await?;
    for words in ["before", "meanwhile"] {
        until("the video", PATIENCE, async || Ok((ann.videos(words).await? == 1).then_some(()))).await?;
    }
    stage.finish(3).await
}

#[tokio::test]
async fn a_broker_without_memory_makes_orders_wait_and_the_bot_answers() -> anyhow::Result<()> {
    let stage = Stage::start(1).await?;
    let mut ann = stage.customer("Ann").await?;
    ann.orders(Order::from_words("Veo 3 Fast", "before")).await?;
    ann.sees_video("before").await?;
    stage.rabbitmq.memory_alarm(true).await?;
    ann.orders(Order::from_words("Veo 3 Fast", "meanwhile")).await?;
    until("the bot to say that the queue is blocked", PATIENCE, async || {
        Ok(stage.bot_says("readyz").await?.contains("\"ready\":false").then_some(()))
    })
    .await?;
    ann.sends("/balance").await?;
    ann.sees("Your balance: 3 credits").await?;
    assert_eq!(ann.videos("meanwhile").await?, 0);
    stage.rabbitmq.memory_alarm(false).await?;
    ann.sees_video("meanwhile").await?;
    stage.finish(2).await
}

#[tokio::test]
async fn redis_may_die_while_jobs_run() -> anyhow::Result<()> {
    let mut stage = Stage::start(2).await?;
    let mut ann = stage.customer("Ann").await?;
    stage.world().kie_fault_for("slow", 3).await?;
    ann.orders(Order::from_words("Veo 3 Fast", "before")).await?;
    stage.tasks(1).await?;
    stage.redis.kill();
    ann.orders(Order::from_words("Kling v2.1", "meanwhile")).await?;
    until("the worker to say what it lacks", PATIENCE, async || {
        Ok(stage.worker_says(0, "readyz").await?.contains("\"ready\":false").then_some(()))
    })
    .await?;
    stage.redis.restart().await?;
    for words in ["before", "meanwhile"] {
        until("the video", PATIENCE, async || Ok((ann.videos(words).await? == 1).then_some(()))).await?;
    }
    stage.finish(2).await
}
