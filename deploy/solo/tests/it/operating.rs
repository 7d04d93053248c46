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

#[tokio::test]
async fn the_operators_menu_leads_from_a_forwarded_message_to_a_deed() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut olga = system.person("Olga").await?;
    let mut ann = system.customer("Ann").await?;
    let said: Value = system.world().post(&format!("chat/api/{}/text", ann.id()), &json!({ "text": "/help" })).await?;
    ann.sees("How it works").await?;
    olga.sends("/admin").await?;
    let menu = olga.sees("For operators").await?;
    olga.presses(&menu, "Right now").await?;
    let menu = olga.sees_in(&menu, "Last 24 hours").await?;
    olga.presses(&menu, "Menu").await?;
    let menu = olga.sees_in(&menu, "For operators").await?;
    olga.presses(&menu, "People").await?;
    olga.sees_in(&menu, "Whom do you want to see?").await?;
    let forwarded = json!({ "chat": ann.id(), "message_id": said["message_id"] });
    system.world().post::<Value>(&format!("chat/api/{}/forward", olga.id()), &forwarded).await?;
    let card = olga.sees(&format!("Person {}", ann.id())).await?;
    olga.presses(&card, "Block").await?;
    let card = olga.sees_in(&card, "blocked since").await?;
    ann.sees("Our team has blocked your account").await?;
    ann.sends("a fox in the snow").await?;
    ann.sees("Our team has blocked your account").await?;
    olga.presses(&card, "Unblock").await?;
    ann.sees("Our team has unblocked your account").await?;
    let card = olga.sees_button(&card, "Give credits").await?;
    olga.presses(&card, "Give credits").await?;
    olga.sees("How many credits").await?;
    olga.sends("3 sorry about that").await?;
    olga.sees("has 8 credits now").await?;
    ann.sees("You received 3 credits").await?;
    system.finish([ann, olga]).await
}

/// The commands that somebody's client offers, by the first of them until it is this one.
async fn offered(system: &Solo, person: &Person, first: &str) -> anyhow::Result<Vec<String>> {
    for _ in 0..600 {
        let state: Value = system.world().get(&format!("chat/api/{}/state", person.id())).await?;
        let commands = state["bot"]["commands"].as_array().cloned().unwrap_or_default();
        let names: Vec<String> = commands.iter().filter_map(|it| Some(it["command"].as_str()?.to_owned())).collect();
        if names.first().is_some_and(|name| name == first) {
            return Ok(names);
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("the first command is never /{first}")
}

#[tokio::test]
async fn each_operator_is_offered_what_their_role_lets_them_do() -> anyhow::Result<()> {
    let system = Solo::builder().with("ADMIN_IDS", "7").with("SUPPORT_IDS", "8").start().await?;
    let people = [(7, "Olga"), (8, "Sue"), (9, "Ann")];
    for (id, name) in people {
        system.world().post::<Value>("chat/api/people", &json!({ "id": id, "first_name": name })).await?;
    }
    let mut them = Vec::new();
    for (_, name) in people {
        let mut person = system.person(name).await?;
        person.sends("/start").await?;
        person.sees("Welcome").await?;
        them.push(person);
    }
    let owner = offered(&system, &them[0], "admin").await?;
    let support = offered(&system, &them[1], "admin").await?;
    ensure!(owner.contains(&"grant".to_owned()) && !support.contains(&"grant".to_owned()), "{owner:?} {support:?}");
    ensure!(support.contains(&"reply".to_owned()) && support.contains(&"generate".to_owned()), "{support:?}");
    offered(&system, &them[2], "generate").await?;
    system.finish(them).await
}
