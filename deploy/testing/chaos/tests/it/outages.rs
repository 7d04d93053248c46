//! RabbitMQ or Redis is away: orders wait, nobody is left without a word, and nothing is ordered twice.

use solo::driver::{Order, until};
use test_servers::rabbitmq::RabbitMq;
use test_servers::redis::Redis;

use testkit::{Deployment, PATIENCE, Plan, Servers, free_address};

#[tokio::test]
async fn what_is_not_there_at_the_start_is_waited_for_by_name() -> anyhow::Result<()> {
    let mut deployment =
        Deployment::start_with(Servers { rabbitmq: RabbitMq::reserve()?, redis: Redis::prepare()? }, 1).await?;
    let mut ann = deployment.customer("Ann").await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "a flag")).await?;
    for (who, page, lacks) in [
        (
            "the bot",
            deployment.bot_says("readyz").await?,
            vec!["\"ready\":false", "\"database\":\"ok\"", "\"rabbitmq\":\""],
        ),
        (
            "the worker",
            deployment.worker_says(0, "readyz").await?,
            vec!["\"ready\":false", "\"redis\":\"waiting for it since"],
        ),
    ] {
        for words in lacks {
            anyhow::ensure!(page.contains(words), "{who} says {page}");
        }
    }
    assert_eq!(deployment.worker_says(0, "healthz").await?, "ok");
    deployment.servers()?.redis.restart().await?;
    deployment.servers()?.rabbitmq.restart().await?;
    ann.sees_video("a flag").await?;
    deployment.finish(1).await
}

#[tokio::test]
async fn a_telegram_that_does_not_answer_is_named_from_the_first_moment() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let mut prepared = Deployment::prepare(Plan::default(), folder.path()).await?;
    prepared.endpoints.telegram = free_address()?;
    let deployment = prepared.start().await?;
    let waits = "\"telegram\":\"waiting for it since the start";
    until("the bot to say so", PATIENCE, async || {
        Ok(deployment.bot_says("readyz").await.is_ok_and(|page| page.contains(waits)).then_some(()))
    })
    .await?;
    let ready = deployment.bot_command(&["ready"])?;
    let said = String::from_utf8_lossy(&ready.stdout);
    anyhow::ensure!(ready.status.code() == Some(1) && said.contains("NOT READY  telegram: waiting for it"), "{said}");
    Ok(())
}

#[tokio::test]
async fn rabbitmq_may_die_while_jobs_run() -> anyhow::Result<()> {
    let mut deployment = Deployment::start(2).await?;
    let mut ann = deployment.customer("Ann").await?;
    deployment.world().kie_fault_for("slow", 3).await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "before")).await?;
    deployment.until_tasks(1).await?;
    deployment.servers()?.rabbitmq.settle().await?;
    deployment.servers()?.rabbitmq.kill();
    ann.orders(Order::from_words("Kling v2.1", "meanwhile")).await?;
    ann.sends("/balance").await?;
    ann.sees("Your balance: 2 credits").await?;
    deployment.servers()?.rabbitmq.restart().await?;
    let mut late = deployment.customer("Bob").await?;
    late.orders(Order::from_words("Veo 3.1 Fast", "after")).await?;
    late.sees_video("after").await?;
    for words in ["before", "meanwhile"] {
        until("the video", PATIENCE, async || Ok((ann.videos(words).await? == 1).then_some(()))).await?;
    }
    deployment.finish(3).await
}

#[tokio::test]
async fn a_broker_without_memory_makes_orders_wait_and_the_bot_answers() -> anyhow::Result<()> {
    let mut deployment = Deployment::start(1).await?;
    let mut ann = deployment.customer("Ann").await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "before")).await?;
    ann.sees_video("before").await?;
    deployment.servers()?.rabbitmq.memory_alarm(true).await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "meanwhile")).await?;
    until("the bot to say that the queue is blocked", PATIENCE, async || {
        Ok(deployment.bot_says("readyz").await?.contains("\"ready\":false").then_some(()))
    })
    .await?;
    ann.sends("/balance").await?;
    ann.sees("Your balance: 3 credits").await?;
    assert_eq!(ann.videos("meanwhile").await?, 0);
    deployment.servers()?.rabbitmq.memory_alarm(false).await?;
    ann.sees_video("meanwhile").await?;
    deployment.finish(2).await
}

#[tokio::test]
async fn redis_may_die_while_jobs_run() -> anyhow::Result<()> {
    let mut deployment = Deployment::start(2).await?;
    let mut ann = deployment.customer("Ann").await?;
    deployment.world().kie_fault_for("slow", 3).await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "before")).await?;
    deployment.until_tasks(1).await?;
    deployment.servers()?.redis.kill();
    ann.orders(Order::from_words("Kling v2.1", "meanwhile")).await?;
    until("the worker to say what it lacks", PATIENCE, async || {
        Ok(deployment.worker_says(0, "readyz").await?.contains("\"ready\":false").then_some(()))
    })
    .await?;
    deployment.servers()?.redis.restart().await?;
    for words in ["before", "meanwhile"] {
        until("the video", PATIENCE, async || Ok((ann.videos(words).await? == 1).then_some(()))).await?;
    }
    deployment.finish(2).await
}
