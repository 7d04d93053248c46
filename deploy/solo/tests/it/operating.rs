//! Who operates the bot when nobody is named: somebody simulated while Telegram is, and nobody when it is real.

use anyhow::ensure;
use serde_json::{Value, json};
use solo::driver::Person;

use testkit::Solo;

/// The commands that the operators' help names.
const OPERATORS_ONLY: &str = "For operators";

async fn asks_for_help(system: &Solo) -> anyhow::Result<(Person, String)> {
    let mut ann = system.person("Ann").await?;
    ann.sends("/paysupport My Stars are gone").await?;
    let answer = ann.sees("Its number is 1").await?.text().to_owned();
    Ok((ann, answer))
}

#[tokio::test]
async fn where_telegram_is_simulated_olga_operates_the_bot() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let parts: Value = system.world().get("simulators").await?;
    let mut olga = system.person("Olga").await?;
    assert_eq!(parts["operators"], json!([olga.id()]));
    let (mut ann, answer) = asks_for_help(&system).await?;
    ensure!(answer.contains("Our team has your request."), "{answer}");
    // She has not written a word yet.
    olga.sees("Payment request 1").await?;
    olga.sends("/reply 1 They are back").await?;
    olga.sees("Your answer to request 1").await?;
    ann.sees("They are back").await?;
    olga.sends("/help").await?;
    olga.sees(OPERATORS_ONLY).await?;
    system.finish([ann, olga]).await
}

#[tokio::test]
async fn whoever_is_named_operates_the_bot_and_olga_does_not() -> anyhow::Result<()> {
    let system = Solo::builder().with("ADMIN_IDS", "900001").start().await?;
    let parts: Value = system.world().get("simulators").await?;
    assert_eq!(parts["operators"], json!([900_001]));
    let people: Vec<Value> = system.world().get("chat/api/people").await?;
    ensure!(people.is_empty(), "nobody was made up: {people:?}");
    system.finish([]).await
}

#[tokio::test]
async fn with_real_keys_an_empty_list_of_operators_stays_empty() -> anyhow::Result<()> {
    let system = Solo::builder().with_services_beside().start().await?;
    let id = json!({ "id": 5_000_000_000_i64, "first_name": "Olga" });
    system.world().post::<Value>("chat/api/people", &id).await?;
    let mut olga = system.person("Olga").await?;
    olga.sends("/start").await?;
    olga.sees("Welcome").await?;
    let (ann, answer) = asks_for_help(&system).await?;
    ensure!(answer.contains("Your request is saved"), "{answer}");
    olga.sends("/reply 1 They are back").await?;
    olga.sees("I don't know that command").await?;
    for seen in ann.unread().await? {
        ensure!(!seen.text().contains("They are back"), "a stranger answers requests: {seen}");
    }
    system.finish([ann, olga]).await
}
