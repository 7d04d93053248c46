//! With a public address: Telegram posts updates, KIE.ai calls back, and so may anybody else.

use std::collections::BTreeSet;

use anyhow::{Context as _, ensure};
use bot::core::update::ALLOWED_UPDATES;
use serde_json::{Value, json};
use simulators::telegram::DEMO_BOT_TOKEN;
use solo::driver::{Image, Order, World};

use testkit::Solo;

#[tokio::test]
async fn with_a_webhook_the_main_job_is_the_same() -> anyhow::Result<()> {
    let system = Solo::builder().with_services_beside().called_back().start().await?;
    let mut ann = system.customer("Ann").await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "a flag")).await?;
    ann.sees_video("a flag").await?;
    ann.orders(Order::from_words("Kling v2.1", "a dot").with(Image::Photo)).await?;
    ann.sees_video("a dot").await?;
    let world = system.world();
    ensure!(world.telegram_calls("getUpdates").await?.is_empty(), "updates were polled for in spite of the webhook");
    let tasks = world.kie_tasks().await?;
    ensure!(tasks.iter().all(|task| task["callbacks"][0]["outcome"] == "delivered"), "{tasks:?}");
    system.finish([ann]).await
}

#[tokio::test]
async fn each_start_sets_the_webhook_with_a_secret_that_nobody_has_ever_known() -> anyhow::Result<()> {
    let mut system = Solo::builder().with_services_beside().called_back().start().await?;
    let mut ann = system.customer("Ann").await?;
    system.stop().await?;
    system.start_again().await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "a flag")).await?;
    ann.sees_video("a flag").await?;
    let set = system.world().telegram_calls("setWebhook").await?;
    let secrets: BTreeSet<String> = set.iter().map(|call| call["params"]["secret_token"].to_string()).collect();
    ensure!(secrets.len() == 2, "{set:?}");
    system.finish([ann]).await
}

#[tokio::test]
async fn a_webhook_with_a_secret_of_somebody_else_is_set_again_and_nothing_is_lost() -> anyhow::Result<()> {
    let system = Solo::builder().with_services_beside().called_back().start().await?;
    let world = system.world();
    let mut ann = system.customer("Ann").await?;
    // Such as an older process, or one with another database, that ran for a moment.
    let url = system.base().join("telegram")?;
    let taken = json!({ "url": url, "secret_token": "of-somebody-else", "allowed_updates": ALLOWED_UPDATES });
    let method = format!("./bot{DEMO_BOT_TOKEN}/setWebhook");
    ensure!(world.post::<Value>(&method, &taken).await?["ok"] == true);
    ann.sends("/terms").await?;
    ann.sees("Terms").await?;
    let set = world.telegram_calls("setWebhook").await?;
    ensure!(set.len() >= 3, "the webhook was not set again: {set:?}");
    system.finish([ann]).await
}

#[tokio::test]
async fn a_forged_callback_is_refused_or_changes_nothing() -> anyhow::Result<()> {
    let system = Solo::builder().with_services_beside().called_back().start().await?;
    let mut ann = system.customer("Ann").await?;
    system.world().kie_fault_for("slow", 4).await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "the real one")).await?;
    system.world().until_kie_tasks(1).await?;

    let public = World::at(system.base().clone());
    let tasks = system.world().kie_tasks().await?;
    let callback = tasks[0]["callback_url"].as_str().context("no callback was asked for")?;
    let forged = json!({ "code": 200, "msg": "success", "data": { "taskId": "somebody-elses", "info": {
        "resultUrls": ["http://127.0.0.1:1/forged.mp4"] } } });
    let (open, _mac) = callback.rsplit_once('/').context("a callback address has parts")?;
    assert_eq!(public.status_of_post(&format!("{open}/{}", "0".repeat(64)), &forged).await?, 401);
    // The address leaked: whoever knows it can make us look at the task, and nothing more.
    assert_eq!(public.status_of_post(callback, &forged).await?, 200);
    let update = json!({ "update_id": 1, "message": { "message_id": 1, "date": 0, "text": "/start",
        "chat": { "id": ann.id(), "type": "private" },
        "from": { "id": ann.id(), "is_bot": false, "first_name": "Ann" } } });
    let status = public.status_of_post("telegram", &update).await?;
    ensure!(status.is_client_error(), "an update without the secret was answered {status}");

    ann.sees_video("the real one").await?;
    ensure!(ann.messages().await?.iter().all(|seen| !seen.text().contains("Welcome")), "a forged update was answered");
    assert_eq!(ann.videos("the real one").await?, 1);
    system.finish([ann]).await
}

#[tokio::test]
async fn the_newcomers_system_calls_itself_back() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    ann.orders(Order::from_words("Kling v2.1", "a loop")).await?;
    ann.sees_video("a loop").await?;
    let tasks = system.world().kie_tasks().await?;
    ensure!(tasks[0]["callbacks"][0]["outcome"] == "delivered", "{tasks:?}");
    system.finish([ann]).await
}
