//! The main job, and what operators ask of a system that runs.

use anyhow::ensure;
use solo::driver::{Image, Order, until};

use testkit::{Deployment, PATIENCE};

#[tokio::test]
async fn the_main_job_is_the_same_in_processes_of_their_own() -> anyhow::Result<()> {
    let deployment = Deployment::start(2).await?;
    let mut ann = deployment.customer("Ann").await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "a flag")).await?;
    ann.sees_video("a flag").await?;
    ann.orders(Order::from_words("Kling v2.1", "a dot").with(Image::File)).await?;
    ann.sees_video("a dot").await?;

    assert_eq!(
        deployment.bot_says("readyz").await?,
        r#"{"ready":true,"dependencies":{"database":"ok","rabbitmq":"ok","telegram":"ok"}}"#
    );
    assert_eq!(
        deployment.worker_says(1, "readyz").await?,
        r#"{"ready":true,"dependencies":{"rabbitmq":"ok","redis":"ok"}}"#
    );
    ensure!(deployment.bot_command(&["healthcheck"])?.status.success(), "the bot says that it is not well");
    ensure!(deployment.worker_command(&["healthcheck"])?.status.success(), "the worker says that it is not well");
    let ready = deployment.bot_command(&["ready"])?;
    let said = String::from_utf8_lossy(&ready.stdout);
    ensure!(ready.status.success() && said.contains("ok         rabbitmq\n"), "{said}");
    until("the figures", PATIENCE, async || {
        let page = deployment.bot_says("metrics").await?;
        let lines = [
            "starreel_stars_received 500\n",
            "starreel_jobs{progress=\"queued\"} 0\n",
            "starreel_audit_violations 0\n",
        ];
        Ok(lines.iter().all(|line| page.contains(line)).then_some(()))
    })
    .await?;
    let page = deployment.worker_says(0, "metrics").await? + &deployment.worker_says(1, "metrics").await?;
    ensure!(page.contains("starreel_renders_total") && page.contains("starreel_kie_balance_credits"), "{page}");
    // Telegram and KIE.ai called, nobody polled.
    ensure!(deployment.world().telegram_calls("getUpdates").await?.is_empty(), "updates were polled for");
    let tasks = deployment.world().kie_tasks().await?;
    ensure!(tasks.iter().all(|task| task["callbacks"][0]["outcome"] == "delivered"), "{tasks:?}");
    deployment.finish(2).await
}

#[tokio::test]
async fn what_nobody_can_read_is_parked_and_stops_nobody() -> anyhow::Result<()> {
    use shared::queue::rabbitmq::{RabbitMq, RabbitMqConfig};
    use shared::queue::{Outgoing, Publisher as _, Topic};

    let mut deployment = Deployment::start(1).await?;
    let mut ann = deployment.customer("Ann").await?;
    let stranger = RabbitMq::new(RabbitMqConfig {
        url: deployment.servers()?.rabbitmq.url().into(),
        client: "stranger".to_owned(),
        prefix: "starreel".to_owned(),
        prefetch: 1,
    })?;
    let newer = br#"{"version":9,"job":{"of":"a newer build"}}"#;
    for (topic, bytes) in [(Topic::Jobs, newer.as_slice()), (Topic::Results, newer), (Topic::Results, b"\xffnonsense")]
    {
        stranger.publish(topic, Outgoing::new(bytes.to_vec())).await?;
    }
    until("three parked messages", PATIENCE, async || {
        Ok((deployment.servers()?.rabbitmq.queue_messages("starreel.dead.v1").await? == 3).then_some(()))
    })
    .await?;
    ensure!(
        deployment.bot_says("metrics").await?.contains("starreel_messages_buried_total{queue=\"results\"} 2"),
        "not counted"
    );
    ensure!(
        deployment.worker_says(0, "metrics").await?.contains("starreel_messages_buried_total{queue=\"jobs\"} 1"),
        "not counted"
    );
    ann.orders(Order::from_words("Veo 3.1 Fast", "a flag")).await?;
    ann.sees_video("a flag").await?;
    stranger.close().await;
    let listed = deployment.bot_command(&["dead-letters", "list"])?;
    let said = String::from_utf8_lossy(&listed.stdout).into_owned();
    ensure!(said.contains("0 events and rows of the outbox\n3 messages of the queue\n"), "{said}");
    let names: Vec<&str> = said.lines().filter(|line| line.starts_with('m')).filter_map(|line| line.get(..9)).collect();
    for name in &names {
        let dropped = deployment.worker_command(&["dead-letters", "drop", name])?;
        ensure!(dropped.status.success(), "{}", String::from_utf8_lossy(&dropped.stderr));
    }
    let left = deployment.worker_command(&["dead-letters", "list"])?;
    ensure!(names.len() == 3 && left.stdout == b"0 messages of the queue\n", "{names:?} {left:?}");
    deployment.finish(1).await
}
