//! What is made of a video that is in the chat: the same once more, its continuation, and finer versions.

use std::time::Duration;

use anyhow::{Context as _, ensure};
use serde_json::Value;
use solo::driver::{Order, Person, Seen, until};

use testkit::Solo;

const VEO: &str = "Veo 3.1 Fast";
const SOON: Duration = Duration::from_secs(30);

/// A Veo video in 720p, of which all can be made that is made of videos.
async fn small_video(person: &mut Person, words: &str) -> anyhow::Result<Seen> {
    let card = person.fills_in(Order::from_words(VEO, words)).await?;
    let card = person.chooses(&card, "720p").await?;
    person.presses(&card, "✨ Generate").await?;
    person.sees_video_made(words, "720p · with sound").await
}

/// Writes what happens next, and orders it. Comes back with the message that will tell how far it is.
async fn continues(person: &mut Person, video: &Seen, words: &str) -> anyhow::Result<Seen> {
    person.presses(video, "➕ Continue · 1 credit").await?;
    person.sees("What should happen next in your video?").await?;
    person.sends(words).await?;
    let card = person.sees_card(words, 0).await?;
    person.presses(&card, "✨ Generate").await?;
    Ok(card)
}

/// Credits that were taken so far for videos of KIE.ai's.
async fn charged(system: &Solo) -> anyhow::Result<f64> {
    let tasks = system.world().kie_tasks().await?;
    tasks.iter().map(|task| task["charged"].as_f64().context("a task without a charge")).sum()
}

#[tokio::test]
async fn the_same_once_more_is_one_tap() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    ann.orders(Order::from_words(VEO, "an echo")).await?;
    let first = ann.sees_video("an echo").await?;
    ann.catches_up().await?;
    ann.presses(&first, "🔁 Again · 1 credit").await?;
    let second = ann.sees_video("an echo").await?;
    ensure!(second.id() > first.id() && second.text() == first.text(), "{first}, and then {second}");
    let tasks = system.world().kie_tasks().await?;
    let orders: Vec<&Value> = tasks.iter().map(|task| &task["input"]["prompt"]).collect();
    assert_eq!(orders, ["an echo", "an echo"]);
    assert_eq!(ann.balance().await?, 3);
    system.finish([ann]).await
}

#[tokio::test]
async fn a_veo_video_is_continued_and_becomes_longer() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    let video = small_video(&mut ann, "a door opens").await?;
    let status = continues(&mut ann, &video, "a cat looks out").await?;
    let longer = ann.sees_video_made("a cat looks out", "continued").await?;
    ann.sees_in(&status, "done · 1 credit used").await?;
    let seconds = |seen: &Seen| seen.0["video"]["duration"].as_u64();
    ensure!(seconds(&video) == Some(8) && seconds(&longer) > seconds(&video), "{} and {}", video.0, longer.0);
    assert_eq!((ann.balance().await?, system.world().kie_tasks().await?.len()), (3, 2));
    system.finish([ann]).await
}

#[tokio::test]
async fn a_1080p_version_arrives_and_is_charged_once() -> anyhow::Result<()> {
    // Of such a version nobody calls back, so a system that is called back looks for it more rarely.
    let system = Solo::builder().with_services_beside().start().await?;
    let mut ann = system.customer("Ann").await?;
    let video = small_video(&mut ann, "a lake").await?;
    let before = charged(&system).await?;
    for _ in 0..3 {
        ann.presses(&video, "🔍 1080p · 1 credit").await?;
    }
    let finer = ann.sees_video_made("a lake", "Veo 3.1 Fast · 1080p").await?;
    ensure!(finer.button("🔍 1080p").is_none(), "it is as fine as that already: {finer}");
    assert_eq!((charged(&system).await? - before, system.world().kie_tasks().await?.len()), (5.0, 1));
    assert_eq!((ann.balance().await?, ann.videos("a lake").await?), (3, 2));
    system.finish([ann]).await
}

#[tokio::test]
async fn what_cannot_be_made_of_a_video_costs_nothing() -> anyhow::Result<()> {
    let system = Solo::builder().with_services_beside().start().await?;
    let mut ann = system.customer("Ann").await?;
    let video = small_video(&mut ann, "a candle").await?;
    // The first failure is ordered once more by itself.
    system.world().kie_fault("internal", 2).await?;
    let status = continues(&mut ann, &video, "it goes out").await?;
    ann.sees("1 credit returned. Your balance: 4 credits").await?;
    ann.sees_in(&status, "failed – 1 credit returned.").await?;

    system.world().kie_fault("internal", 2).await?;
    ann.catches_up().await?;
    ann.presses(&video, "🔍 4K").await?;
    ann.sees("returned. Your balance: 4 credits").await?;
    until("KIE.ai to have given its credits back", SOON, async || {
        let tasks = system.world().kie_tasks().await?;
        let of_finer = tasks.iter().flat_map(|task| task["finer"].as_array().into_iter().flatten());
        let kept: f64 = of_finer.filter_map(|order| order["charged"].as_f64()).sum();
        Ok((kept == 0.0).then_some(()))
    })
    .await?;
    assert_eq!((ann.balance().await?, ann.videos("a candle").await?), (4, 1));
    system.finish([ann]).await
}
