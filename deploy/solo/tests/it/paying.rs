//! Stars and credits.

use std::time::Duration;

use anyhow::{Context as _, ensure};
use serde_json::{Value, json};
use solo::driver::until;

use testkit::Solo;

#[tokio::test]
async fn a_payment_that_telegram_tells_twice_is_credited_once() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let world = system.world();
    let mut ann = system.customer("Ann").await?;
    let updates = world.telegram_updates().await?;
    let payment = updates.iter().find(|update| update["update"]["message"]["successful_payment"].is_object());
    let payment = payment.context("no payment was told")?;
    world.telegram_resends(payment).await?;
    until("the second telling", Duration::from_secs(30), async || {
        let updates = world.telegram_updates().await?;
        let same = updates.into_iter().find(|update| update["update"]["update_id"] == payment["update"]["update_id"]);
        Ok(same.filter(|update| update["deliveries"].as_u64() >= Some(2)))
    })
    .await?;
    assert_eq!(ann.balance().await?, 5);
    assert_eq!(system.count("SELECT count(*) FROM payments")?, 1);
    system.finish([ann]).await
}

#[tokio::test]
async fn an_invoice_is_paid_once_and_only_by_its_owner() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let world = system.world();
    let (mut ann, mut bob) = (system.person("Ann").await?, system.person("Bob").await?);
    bob.sends("/start").await?;
    bob.sees("Welcome").await?;
    ann.sends("/buy").await?;
    let offer = ann.sees("Buy credits").await?;
    ann.presses(&offer, "10 credits").await?;
    let invoice = ann.sees_invoice().await?;

    let by_bob = json!({ "message_id": invoice.id(), "payer": bob.id().to_string() });
    let refused: Value = world.post(&format!("chat/api/{}/pay", ann.id()), &by_bob).await?;
    ensure!(refused["error"].as_str().is_some_and(|why| why.contains("made for somebody else")), "{refused}");
    ensure!(ann.pays(&invoice).await?["ok"] == true);
    ann.sees("10 credits added").await?;
    let again = ann.pays(&invoice).await?;
    ensure!(again["error"].as_str().is_some_and(|why| why.contains("is already paid")), "{again}");
    assert_eq!((ann.balance().await?, bob.balance().await?), (10, 0));
    assert_eq!(world.star_transactions().await?.len(), 1);
    system.finish([ann, bob]).await
}

#[tokio::test]
async fn a_checkout_that_nobody_answers_in_time_moves_nothing() -> anyhow::Result<()> {
    let mut system = Solo::builder().with_services_beside().start().await?;
    let mut ann = system.person("Ann").await?;
    ann.sends("/buy").await?;
    let offer = ann.sees("Buy credits").await?;
    ann.presses(&offer, "1 credit").await?;
    let invoice = ann.sees_invoice().await?;
    system.stop().await?;
    let expired = ann.pays(&invoice).await?;
    ensure!(expired["ok"] == false && expired["state"] == "timed_out", "{expired}");
    system.start_again().await?;
    assert_eq!(ann.balance().await?, 0);
    assert!(system.world().star_transactions().await?.is_empty());
    // The invoice is good still.
    ensure!(ann.pays(&invoice).await?["ok"] == true);
    ann.sees("1 credit added").await?;
    system.finish([ann]).await
}

#[tokio::test]
async fn stars_that_go_back_take_their_credits_along_once() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let world = system.world();
    let mut ann = system.customer("Ann").await?;
    let updates = world.telegram_updates().await?;
    let paid = updates.iter().map(|update| &update["update"]["message"]);
    let mut message =
        paid.clone().find(|m| m["successful_payment"].is_object()).context("no payment was told")?.clone();
    let refund = message["successful_payment"].take();
    message["refunded_payment"] = refund;
    message.as_object_mut().context("a message is an object")?.remove("successful_payment");
    for _ in 0..2 {
        world.post::<Value>("simulators/telegram/update", &json!({ "message": message })).await?;
    }
    ann.sees("the credits were taken back. Your balance: 0 credits").await?;
    assert_eq!(ann.balance().await?, 0);
    system.finish([ann]).await
}

#[tokio::test]
async fn a_refused_invoice_is_explained_and_the_next_one_comes() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.person("Ann").await?;
    let refused =
        json!({ "method": "sendInvoice", "fault": "refused", "description": "Bad Request: STARS_INVOICE_INVALID" });
    system.world().post::<Value>("simulators/telegram/faults", &refused).await?;
    ann.sends("/buy").await?;
    let offer = ann.sees("Buy credits").await?;
    ann.presses(&offer, "1 credit").await?;
    ann.sees("I can't open the payment right now").await?;
    ann.presses(&offer, "1 credit").await?;
    let invoice = ann.sees_invoice().await?;
    ensure!(ann.pays(&invoice).await?["ok"] == true);
    ann.sees("1 credit added").await?;
    system.finish([ann]).await
}
