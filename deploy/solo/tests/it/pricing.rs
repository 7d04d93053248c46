//! What KIE.ai really takes for videos, and what operators hear of it.

use anyhow::ensure;
use serde_json::{Value, json};
use solo::driver::{Order, Person};

use testkit::Solo;

const BOSS: i64 = 900_001;

async fn boss_of(system: &Solo) -> anyhow::Result<Person> {
    let world = system.world();
    world.post::<Value>("chat/api/people", &json!({ "id": BOSS, "first_name": "Boss" })).await?;
    let mut boss = world.person("Boss").await?;
    boss.sends("/start").await?;
    boss.sees("Welcome").await?;
    Ok(boss)
}

#[tokio::test]
async fn operators_hear_that_a_model_has_become_dearer_and_it_leaves_the_menu() -> anyhow::Result<()> {
    let builder = Solo::builder().with("ADMIN_IDS", BOSS.to_string()).with("PRICE_WATCH", "switch_off");
    let system = builder.start().await?;
    let mut boss = boss_of(&system).await?;
    let mut ann = system.customer("Ann").await?;
    let dearer = json!({ "model": "grok-imagine/text-to-video", "percent": 120 });
    system.world().post::<Value>("simulators/kie/prices", &dearer).await?;
    for prompt in ["one", "two", "three"] {
        ann.orders(Order::from_words("Grok Imagine", prompt)).await?;
        ann.sees_video(prompt).await?;
    }
    let told = boss.sees("💸 Grok Imagine").await?;
    ensure!(told.text().contains("3 of the last 3 such videos did. I've switched the model off."), "{told}");
    ann.sends("/generate").await?;
    let menu = ann.sees("Choose a model").await?;
    ensure!(!menu.text().contains("Grok Imagine"), "{menu}");
    boss.sends("/models on grok-imagine").await?;
    boss.sees("Done: grok-imagine is on.").await?;
    system.finish([ann, boss]).await
}

#[tokio::test]
async fn operators_hear_which_costs_of_the_catalogue_are_not_on_the_price_list() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("catalog.toml");
    let built_in = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/src/catalog.toml"))?;
    // It has become dearer since.
    let outdated = built_in.replace("{ credits = 160 },", "{ credits = 100 },");
    ensure!(outdated != built_in, "the catalogue has another price of Kling v2.1");
    std::fs::write(&file, outdated)?;
    let builder = Solo::builder().with("ADMIN_IDS", BOSS.to_string()).with("PRICE_FEED", "true");
    let system = builder.with("CATALOG_FILE", file.display().to_string()).start().await?;
    let mut boss = boss_of(&system).await?;
    let told = boss.sees("KIE.ai's price list doesn't have these costs").await?;
    ensure!(told.text().matches('•').count() == 1 && told.text().contains("100 here, 160 there"), "{told}");
    system.finish([boss]).await
}
