//! Getting words and videos into the chat.

use std::time::Duration;

use anyhow::ensure;
use serde_json::{Value, json};
use solo::driver::{Order, until};

use testkit::Solo;

const VEO: &str = "Veo 3.1 Fast";
const SOON: Duration = Duration::from_secs(30);

#[tokio::test]
async fn a_video_that_telegram_cannot_fetch_is_uploaded() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    let words = "Bad Request: failed to get HTTP URL content";
    let fault = json!({ "method": "sendVideo", "by": "url", "fault": "refused", "description": words, "times": 1 });
    system.world().post::<Value>("simulators/telegram/faults", &fault).await?;
    ann.orders(Order::from_words(VEO, "a heavy stone")).await?;
    ann.sees_video("a heavy stone").await?;
    assert_eq!(ways(&system).await?, [(400, true), (200, false)]);
    system.finish([ann]).await
}

#[tokio::test]
async fn a_method_that_telegram_never_answers_is_left_within_a_minute() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    let fault = json!({ "method": "sendVideo", "by": "url", "fault": "gateway_timeout", "times": 100 });
    system.world().post::<Value>("simulators/telegram/faults", &fault).await?;
    ann.orders(Order::from_words(VEO, "a closed gate")).await?;
    ann.sees_video("a closed gate").await?;
    assert_eq!(ways(&system).await?, [(504, true), (504, true), (504, true), (200, false)]);
    assert_eq!(ann.balance().await?, 4);
    system.finish([ann]).await
}

#[tokio::test]
async fn an_ordinary_video_takes_two_edits_of_its_status() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    let status = ann.orders(Order::from_words(VEO, "a short film")).await?;
    ann.sees_video("a short film").await?;
    ann.sees_in(&status, "done · 1 credit used").await?;
    let calls = system.world().telegram_calls("editMessageText").await?;
    let texts = calls.iter().filter_map(|call| call["params"]["text"].as_str());
    let of_status: Vec<&str> = texts.filter(|text| text.contains("<b>Veo 3.1 Fast</b>: ")).collect();
    assert_eq!(of_status.len(), 2, "{of_status:?}");
    system.finish([ann]).await
}

/// How each call to send a video was answered, and whether Telegram was to fetch it.
async fn ways(system: &Solo) -> anyhow::Result<Vec<(u64, bool)>> {
    let calls = system.world().telegram_calls("sendVideo").await?;
    let is_by_url = |call: &Value| call["params"]["video"].as_str().is_some_and(|video| video.starts_with("http"));
    Ok(calls.iter().map(|call| (call["http_status"].as_u64().unwrap(), is_by_url(call))).collect())
}

#[tokio::test]
async fn a_chat_that_telegram_slows_down_does_not_slow_down_others() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let (mut ann, mut bob) = (system.person("Ann").await?, system.person("Bob").await?);
    let world = system.world();
    let fault = json!({ "method": "sendMessage", "fault": "too_many_requests", "times": 1, "retry_after": 6 });
    world.post::<Value>("simulators/telegram/faults", &fault).await?;
    ann.sends("/start").await?;
    until("Telegram's wish to be left alone", SOON, async || {
        let calls = world.telegram_calls("sendMessage").await?;
        Ok(calls.iter().any(|call| call["http_status"] == 429).then_some(()))
    })
    .await?;
    bob.sends("/start").await?;
    bob.sees("Welcome").await?;
    assert!(ann.unread().await?.is_empty(), "the pause in Ann's chat was not kept");
    ann.sees("Welcome").await?;
    system.finish([ann, bob]).await
}

#[tokio::test]
async fn a_lost_answer_of_telegram_loses_neither_words_nor_money() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let world = system.world();
    let mut ann = system.person("Ann").await?;
    world.telegram_fault("sendMessage", "drop_reply", 1).await?;
    ann.sends("/start").await?;
    ann.sees("Welcome").await?;
    world.telegram_fault("sendInvoice", "drop_reply", 1).await?;
    ann.buys("5 credits").await?;
    world.telegram_fault("sendVideo", "drop_reply", 1).await?;
    ann.orders(Order::from_words(VEO, "an echo")).await?;
    ann.sees_video("an echo").await?;
    let balance = until("the price to be spent", SOON, async || {
        let spent = "SELECT spent FROM accounts";
        Ok(system.count(spent).ok().filter(|spent| *spent > 0))
    });
    assert_eq!(balance.await?, 1);
    // Telegram had taken the first one; that nobody could know.
    let copies = ann.videos("an echo").await?;
    ensure!(copies <= 2, "the video came {copies} times");
    assert_eq!((ann.balance().await?, world.kie_tasks().await?.len()), (4, 1));
    system.finish_unread().await
}

#[tokio::test]
async fn who_blocks_the_bot_gets_the_video_when_they_come_back() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let world = system.world();
    let mut ann = system.customer("Ann").await?;
    world.kie_fault_for("slow", 3).await?;
    ann.orders(Order::from_words(VEO, "a closed door")).await?;
    world.until_kie_tasks(1).await?;
    ann.blocks(true).await?;
    until("a try to deliver", Duration::from_secs(60), async || {
        let calls = world.telegram_calls("sendVideo").await?;
        Ok(calls.iter().any(|call| call["http_status"] == 403).then_some(()))
    })
    .await?;
    assert_eq!(ann.videos("a closed door").await?, 0);
    ann.blocks(false).await?;
    ann.sees_video("a closed door").await?;
    assert_eq!(ann.balance().await?, 4);
    system.finish([ann]).await
}
