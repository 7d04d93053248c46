//! Stopping and starting again, with whatever was under way.

use std::time::Duration;

use solo::driver::{Image, Order, until};

use testkit::{Solo, free_address};

const VEO: &str = "Veo 3.1 Fast";

#[tokio::test]
async fn an_order_in_the_middle_of_its_questions_goes_on_after_a_restart() -> anyhow::Result<()> {
    let mut system = Solo::builder().with_services_beside().start().await?;
    let mut ann = system.customer("Ann").await?;
    ann.sends("/generate").await?;
    let models = ann.sees("Choose a model").await?;
    system.stop().await?;
    // Pressed while nobody listens; Telegram keeps it.
    ann.presses(&models, VEO).await?;
    system.start_again().await?;
    ann.sees_in(&models, "What should happen in the video?").await?;
    ann.sends("a bridge").await?;
    let card = ann.sees_card("a bridge", 0).await?;
    system.stop().await?;
    system.start_again().await?;
    ann.presses(&card, "Generate").await?;
    ann.sees_video("a bridge").await?;
    system.finish([ann]).await
}

#[tokio::test]
async fn a_video_that_is_finished_while_the_system_is_stopped_arrives_afterwards() -> anyhow::Result<()> {
    let mut system = Solo::builder().with_services_beside().called_back().start().await?;
    let mut ann = system.customer("Ann").await?;
    let world = system.world();
    world.kie_fault_for("slow", 2).await?;
    let order = Order::from_words("Kling v2.1", "a sleeper").with(Image::File);
    ann.orders(order).await?;
    world.until_kie_tasks(1).await?;
    system.stop().await?;
    until("the task to end", Duration::from_secs(30), async || {
        Ok(world.kie_tasks().await?.iter().all(|task| task["state"] == "success").then_some(()))
    })
    .await?;
    assert_eq!(ann.videos("a sleeper").await?, 0);
    system.start_again().await?;
    ann.sees_video("a sleeper").await?;
    assert_eq!((ann.videos("a sleeper").await?, world.kie_tasks().await?.len()), (1, 1));
    system.finish([ann]).await
}

#[tokio::test]
async fn a_newcomers_chat_and_credits_are_there_after_a_restart() -> anyhow::Result<()> {
    let mut system = Solo::builder().with("BOT_LISTEN", free_address()?.to_string()).start().await?;
    let mut ann = system.customer("Ann").await?;
    system.world().kie_fault_for("slow", 3).await?;
    ann.orders(Order::from_words(VEO, "a lighthouse")).await?;
    system.world().until_kie_tasks(1).await?;
    system.stop().await?;
    system.start_again().await?;
    let mut ann = ann.moved_to(system.world());
    ann.sees_video("a lighthouse").await?;
    assert_eq!(ann.balance().await?, 4);
    system.finish([ann]).await
}
