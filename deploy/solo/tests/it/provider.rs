//! What KIE.ai does, and what people see of it.

use std::time::Duration;

use anyhow::ensure;
use serde_json::Value;
use solo::driver::{Image, Order};

use testkit::Solo;

const VEO: &str = "Veo 3.1 Fast";
const KLING: &str = "Kling v2.1";

#[tokio::test]
async fn a_video_that_fails_is_told_and_its_credits_come_back() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    for (fault, times, model, price, says) in [
        ("policy", 1, VEO, "1 credit", "because of its content rules"),
        // The first failure of the provider's is nobody's to know.
        ("internal", 2, KLING, "2 credits", "Something went wrong while your video was being made."),
    ] {
        system.world().kie_fault(fault, times).await?;
        let status = ann.orders(Order::from_words(model, fault)).await?;
        let told = ann.sees(&format!("{price} returned. Your balance: 5 credits")).await?;
        ensure!(told.text().contains(says), "{told}");
        ensure!(told.button("🔁 Again").is_some() == (fault != "policy"), "what would fail again: {told}");
        ann.sees_in(&status, &format!("failed – {price} returned.")).await?;
    }
    assert_eq!(ann.balance().await?, 5);
    system.finish([ann]).await
}

#[tokio::test]
async fn what_the_provider_fails_once_is_made_all_the_same() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    system.world().kie_fault("internal", 1).await?;
    ann.orders(Order::from_words(VEO, "a second try")).await?;
    ann.sees_video("a second try").await?;
    assert_eq!((system.world().kie_tasks().await?.len(), ann.balance().await?), (2, 4));
    let told = ann.messages().await?.iter().any(|message| message.text().contains("failed"));
    ensure!(!told, "somebody hears of the first try");
    system.finish([ann]).await
}

#[tokio::test]
async fn a_callback_that_comes_twice_brings_one_video() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    system.world().kie_fault("double_callback", 1).await?;
    ann.orders(Order::from_words(KLING, "twins")).await?;
    ann.sees_video("twins").await?;
    solo::driver::until("the second callback", Duration::from_secs(30), async || {
        let tasks = system.world().kie_tasks().await?;
        let heard = |task: &Value| task["callbacks"].as_array().is_some_and(|tries| tries.len() == 2);
        Ok(tasks.iter().all(heard).then_some(()))
    })
    .await?;
    assert_eq!((ann.videos("twins").await?, ann.balance().await?), (1, 3));
    system.finish([ann]).await
}

#[tokio::test]
async fn an_order_whose_answer_was_cut_is_made_once_and_arrives() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    system.world().kie_fault_for("time_out_after_accepting", 1).await?;
    ann.orders(Order::from_words(VEO, "a cut wire")).await?;
    ann.sees_video("a cut wire").await?;
    assert_eq!((system.world().kie_tasks().await?.len(), ann.balance().await?), (1, 4));
    system.finish([ann]).await
}

#[tokio::test]
async fn without_callbacks_an_order_whose_answer_was_cut_costs_nothing_and_is_not_made_twice() -> anyhow::Result<()> {
    let system = Solo::builder().with_services_beside().start().await?;
    let mut ann = system.customer("Ann").await?;
    system.world().kie_fault_for("time_out_after_accepting", 1).await?;
    ann.orders(Order::from_words(KLING, "a cut wire")).await?;
    let told = ann.sees("2 credits returned. Your balance: 5 credits").await?;
    ensure!(told.text().contains("I couldn't confirm your order."), "{told}");
    assert_eq!((system.world().kie_tasks().await?.len(), ann.balance().await?), (1, 5));
    system.finish([ann]).await
}

#[tokio::test]
async fn a_slow_video_is_said_to_be_in_the_making_until_it_comes() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    system.world().kie_fault_for("slow", 4).await?;
    let status = ann.orders(Order::from_words(VEO, "a snail")).await?;
    ann.sees_in(&status, "in the works").await?;
    assert_eq!(ann.videos("a snail").await?, 0);
    ann.sees_video("a snail").await?;
    ann.sees_in(&status, "done · 1 credit used").await?;
    system.finish([ann]).await
}

#[tokio::test]
async fn an_order_that_certainly_was_not_taken_is_tried_again_until_it_is() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let world = system.world();
    let mut ann = system.customer("Ann").await?;
    for (tasks, fault) in (1..).zip(["rate_limited", "maintenance", "upload_fails"]) {
        world.kie_fault(fault, 1).await?;
        ann.orders(Order::from_words(VEO, fault).with(Image::File)).await?;
        ann.sees_video(fault).await?;
        assert_eq!((ann.videos(fault).await?, world.kie_tasks().await?.len()), (1, tasks));
    }
    assert_eq!(ann.balance().await?, 2);
    system.finish([ann]).await
}

#[tokio::test]
async fn an_order_that_may_have_been_taken_is_never_tried_again() -> anyhow::Result<()> {
    let system = Solo::builder().with_services_beside().start().await?;
    let world = system.world();
    let mut ann = system.customer("Ann").await?;
    for fault in ["garbage_answer", "bad_gateway", "reset_before_accepting"] {
        world.kie_fault(fault, 1).await?;
        ann.orders(Order::from_words(KLING, fault)).await?;
        ann.sees("2 credits returned. Your balance: 5 credits").await?;
        let tasks = world.kie_tasks().await?;
        let made = tasks.iter().filter(|task| task["input"]["prompt"] == fault).count();
        ensure!(made <= 1, "{fault}: KIE.ai was asked for {made} videos");
    }
    assert_eq!(ann.balance().await?, 5);
    system.finish([ann]).await
}
