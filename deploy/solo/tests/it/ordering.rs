//! From the first words to the video.

use anyhow::ensure;
use solo::driver::{Image, Order, until};

use testkit::Solo;

const VEO: &str = "Veo 3.1 Fast";
const KLING: &str = "Kling v2.1";

#[tokio::test]
async fn both_models_make_videos_from_words_and_images() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    for (model, words, image, price) in [
        (VEO, "a boat", Image::None, "1 credit"),
        (VEO, "a dot as a photo", Image::Photo, "1 credit"),
        (KLING, "a dot as a file", Image::File, "1 credit"),
        (KLING, "a kite", Image::None, "2 credits"),
    ] {
        let status = ann.orders(Order::from_words(model, words).with(image)).await?;
        ann.sees_video(words).await?;
        ann.sees_in(&status, &format!("done · {price} used")).await?;
    }
    assert_eq!(ann.balance().await?, 0);
    let tasks = system.world().kie_tasks().await?;
    assert_eq!(tasks.len(), 4);
    assert!(tasks.iter().all(|task| task["ignored_fields"] == serde_json::json!([])), "{tasks:?}");
    system.finish([ann]).await
}

#[tokio::test]
async fn words_out_of_the_blue_become_a_video_with_one_tap() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    ann.sends("a kingfisher dives").await?;
    let card = ann.sees_card("a kingfisher dives", 0).await?;
    ann.presses(&card, "✨ Generate").await?;
    ann.sees_video("a kingfisher dives").await?;
    ann.sees_in(&card, "done · 1 credit used").await?;
    assert_eq!((system.world().kie_tasks().await?.len(), ann.balance().await?), (1, 4));
    system.finish([ann]).await
}

#[tokio::test]
async fn a_file_that_is_no_image_is_refused_with_words_and_costs_nothing() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    ann.fills_in(Order::from_words(VEO, "a letter")).await?;
    ann.sends_file(b"%PDF-1.7 not an image".to_vec(), "letter.pdf", "application/pdf", false).await?;
    let again = ann.sees("I can't use this file. Please send a JPEG/PNG photo.").await?;
    ensure!(again.is_card_of("a letter", 0), "the card is not shown again: {again}");
    // A file that only says that it is an image.
    ann.catches_up().await?;
    ann.sends_file(b"GIF89a and so on".to_vec(), "dot.png", "image/png", false).await?;
    let again = ann.sees("I can't use this file.").await?;
    ann.presses(&again, "Generate").await?;
    ann.sees_video("a letter").await?;
    assert_eq!(ann.balance().await?, 4);
    system.finish([ann]).await
}

#[tokio::test]
async fn who_has_too_few_credits_buys_some_and_goes_on() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.person("Ann").await?;
    let poor = ann.fills_in(Order::from_words(VEO, "a wave")).await?;
    ensure!(poor.text().contains("You need 1 credit for this video and have 0."), "{poor}");
    ann.presses(&poor, "1 credit ·").await?;
    ann.pays_for("1 credit").await?;
    let card = ann.sees_card("a wave", 0).await?;
    ann.presses(&card, "Generate").await?;
    ann.sees_video("a wave").await?;
    assert_eq!(ann.balance().await?, 0);
    system.finish([ann]).await
}

#[tokio::test]
async fn twenty_taps_are_one_job() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    let card = ann.fills_in(Order::from_words(VEO, "a drum")).await?;
    for _ in 0..20 {
        ann.presses(&card, "Generate").await?;
    }
    ann.sees_video("a drum").await?;
    let answers = until("twenty answered taps", std::time::Duration::from_secs(30), async || {
        let calls = system.world().telegram_calls("answerCallbackQuery").await?;
        let texts = calls.iter().filter_map(|call| call["params"]["text"].as_str().map(str::to_owned));
        let texts: Vec<String> = texts.filter(|text| text.contains("placed")).collect();
        Ok((texts.len() >= 20).then_some(texts))
    });
    let answers = answers.await?;
    assert_eq!(answers.iter().filter(|text| text.contains("already")).count(), 19);
    assert_eq!((system.world().kie_tasks().await?.len(), ann.balance().await?), (1, 4));
    assert_eq!(ann.videos("a drum").await?, 1);
    system.finish([ann]).await
}

#[tokio::test]
async fn a_button_of_an_earlier_order_does_nothing_and_says_so() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    let old = ann.fills_in(Order::from_words(VEO, "the old order")).await?;
    ann.fills_in(Order::from_words(VEO, "the new order")).await?;
    ann.presses(&old, "Generate").await?;
    ann.presses_data(old.id(), "from a version long gone").await?;
    until("two answers about an old button", std::time::Duration::from_secs(30), async || {
        let calls = system.world().telegram_calls("answerCallbackQuery").await?;
        let says = |call: &&serde_json::Value| call["params"]["text"].as_str().is_some_and(|t| t.contains("expired"));
        Ok((calls.iter().filter(says).count() == 2).then_some(()))
    })
    .await?;
    assert_eq!((system.world().kie_tasks().await?.len(), ann.balance().await?), (0, 5));
    system.finish([ann]).await
}

#[tokio::test]
async fn in_a_group_the_bot_asks_to_talk_in_private() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let ann = system.person("Ann").await?;
    let world = system.world();
    let group: serde_json::Value = world.post(&format!("chat/api/{}/group", ann.id()), &serde_json::json!({})).await?;
    let chat = group["chat"]["id"].as_i64().unwrap();
    let said = serde_json::json!({ "text": "/generate@starreel_demo_bot", "chat": chat });
    world.post::<serde_json::Value>(&format!("chat/api/{}/text", ann.id()), &said).await?;
    let answer = until("an answer in the group", std::time::Duration::from_secs(30), async || {
        let told: serde_json::Value = world.get(&format!("simulators/telegram/messages?chat={chat}")).await?;
        let messages = told["messages"].as_array().cloned().unwrap_or_default();
        Ok(messages.into_iter().find(|message| message["from"]["is_bot"] == true))
    });
    let answer = answer.await?;
    assert!(answer["text"].as_str().unwrap().contains("I make videos in a private chat"), "{answer}");
    assert!(ann.messages().await?.is_empty());
    system.finish([ann]).await
}
