//! What takes the system a minute or more to notice by itself. The name sorts first, so that the other tests run beside
//! these.

use std::time::Duration;

use anyhow::ensure;
use serde_json::{Value, json};
use solo::driver::Order;

use testkit::Solo;

const VEO: &str = "Veo 3.1 Fast";

/// The times of Veo 3.1 Fast.
const AS_SOLD: &str = "render_minutes_max = 15\nrender_minutes_usual = 5";

/// Longer than any pause between two looks at a task or at the account.
const PATIENT: Duration = Duration::from_secs(180);

#[tokio::test]
async fn a_lost_callback_is_made_up_for_by_asking() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?.moved_to(system.world().with_patience(PATIENT));
    system.world().kie_fault("lose_callback", 1).await?;
    ann.orders(Order::from_words(VEO, "a lost letter")).await?;
    ann.sees_video("a lost letter").await?;
    system.finish([ann]).await
}

#[tokio::test]
async fn when_the_account_is_empty_orders_wait_operators_are_told_and_a_top_up_goes_on() -> anyhow::Result<()> {
    const BOSS: i64 = 900_001;
    let system = Solo::builder().with("ADMIN_IDS", BOSS.to_string()).start().await?;
    let world = system.world().with_patience(PATIENT);
    world.post::<Value>("chat/api/people", &json!({ "id": BOSS, "first_name": "Boss" })).await?;
    let mut boss = world.person("Boss").await?;
    boss.sends("/start").await?;
    boss.sees("Welcome").await?;
    let mut ann = system.customer("Ann").await?.moved_to(world.clone());
    let mut bob = system.person("Bob").await?;

    world.kie_balance(0).await?;
    ann.orders(Order::from_words(VEO, "a patient heron")).await?;
    boss.sees("the account has no credits left. Top it up at kie.ai.").await?;
    bob.sends("/generate").await?;
    bob.sees("Video generation is temporarily unavailable").await?;
    assert_eq!(world.kie_tasks().await?.len(), 0);

    world.kie_balance(1000).await?;
    boss.sees("KIE.ai is taking orders again.").await?;
    ann.sees_video("a patient heron").await?;
    bob.sends("/generate").await?;
    bob.sees("Choose a model").await?;
    system.finish([ann, bob, boss]).await
}

#[tokio::test]
async fn a_video_that_comes_after_its_time_is_delivered_free() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("catalog.toml");
    let catalog = include_str!("../../../../shared/src/catalog.toml");
    std::fs::write(&file, catalog.replace(AS_SOLD, "render_minutes_max = 1"))?;
    let system = Solo::builder().with("CATALOG_FILE", file.display().to_string()).start().await?;
    let mut ann = system.customer("Ann").await?.moved_to(system.world().with_patience(PATIENT));
    system.world().kie_fault_for("slow", 80).await?;
    let status = ann.orders(Order::from_words(VEO, "a slow tortoise")).await?;
    let told = ann.sees("1 credit returned. Your balance: 5 credits").await?;
    ensure!(told.text().contains("If it still arrives, it's free."), "{told}");
    ann.sees_video("a slow tortoise").await?;
    ann.sees_in(&status, "your video is here after all. It's free").await?;
    assert_eq!((ann.videos("a slow tortoise").await?, system.world().kie_tasks().await?.len()), (1, 1));
    assert_eq!(ann.balance().await?, 5);
    system.finish([ann]).await
}
