//! Two keys of KIE.ai: what operators and people notice of it.

use anyhow::ensure;
use serde_json::{Value, json};
use solo::driver::Order;

use testkit::programs::SECOND_KIE_KEY;
use testkit::{KIE_KEY, PATIENCE, Solo};

const VEO: &str = "Veo 3.1 Fast";
const BOSS: i64 = 900_001;

#[tokio::test]
async fn with_one_key_empty_the_other_goes_on_and_what_it_made_stays_with_it() -> anyhow::Result<()> {
    let keys = format!("main:1000={KIE_KEY},second:1={SECOND_KIE_KEY}");
    let with_keys = Solo::builder().with_services_beside().with("KIE_AI_API_KEYS", keys);
    let system = with_keys.with("ADMIN_IDS", BOSS.to_string()).start().await?;
    let world = system.world().with_patience(PATIENCE);
    world.post::<Value>("chat/api/people", &json!({ "id": BOSS, "first_name": "Boss" })).await?;
    let mut boss = world.person("Boss").await?;
    boss.sends("/start").await?;
    boss.sees("Welcome").await?;
    let mut ann = system.customer("Ann").await?.moved_to(world.clone());

    world.kie_balance(0).await?;
    let card = ann.fills_in(Order::from_words(VEO, "a spare key")).await?;
    let card = ann.chooses(&card, "720p").await?;
    ann.presses(&card, "✨ Generate").await?;
    let video = ann.sees_video_made("a spare key", "720p · with sound").await?;
    let told = boss.sees("its account has no credits left").await?;
    ensure!(told.text().contains("by the key main"), "{told}");

    // The empty one has credits again, and would be the first to be asked.
    world.kie_balance(10_000).await?;
    boss.sees("by the key main again").await?;
    ann.catches_up().await?;
    ann.presses(&video, "🔍 1080p · 1 credit").await?;
    ann.sees_video_made("a spare key", "Veo 3.1 Fast · 1080p").await?;
    let tasks = world.kie_tasks().await?;
    assert_eq!((tasks.len(), &tasks[0]["owner"]), (1, &json!(SECOND_KIE_KEY)));
    ensure!(tasks[0]["finer"].as_array().is_some_and(|finer| finer.len() == 1), "{}", tasks[0]);
    system.finish([ann, boss]).await
}
