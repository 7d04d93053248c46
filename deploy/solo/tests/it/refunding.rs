//! Stars that go back, and Telegram's own list of them.

use anyhow::{Context as _, ensure};
use serde_json::{Value, json};
use solo::driver::{Order, Person, World};

use testkit::Solo;

const BOSS: i64 = 900_001;

/// A system with an operator who has said hello.
async fn with_operator() -> anyhow::Result<(Solo, Person)> {
    let system = Solo::builder().with("ADMIN_IDS", BOSS.to_string()).start().await?;
    let world = system.world();
    world.post::<Value>("chat/api/people", &json!({ "id": BOSS, "first_name": "Boss" })).await?;
    let mut boss = world.person("Boss").await?;
    boss.sends("/start").await?;
    boss.sees("Welcome").await?;
    Ok((system, boss))
}

async fn taps_refund(ann: &mut Person) -> anyhow::Result<()> {
    ann.sends("/paysupport").await?;
    let list = ann.sees("Your last purchases").await?;
    ann.presses(&list, "↩️ Refund").await?;
    let question = ann.sees("Refund purchase 1?").await?;
    ann.presses(&question, "Yes, refund it").await
}

/// The charge of the only payment.
async fn charge(world: &World) -> anyhow::Result<String> {
    let listed = world.star_transactions().await?;
    Ok(listed.first().and_then(|one| one["id"].as_str()).context("nothing was paid")?.to_owned())
}

#[tokio::test]
async fn a_buyer_has_their_stars_back_in_two_taps() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    let before = system.world().get::<Value>("simulators/telegram/balance").await?;
    taps_refund(&mut ann).await?;
    ann.sees("were returned to you").await?;
    assert_eq!(ann.balance().await?, 0);
    let after = system.world().get::<Value>("simulators/telegram/balance").await?;
    assert_eq!((before["balance"].as_i64(), after["balance"].as_i64()), (Some(500), Some(0)));
    let calls = system.world().telegram_calls("refundStarPayment").await?;
    ensure!(calls.len() == 1, "the refund was called for {} times", calls.len());
    system.finish([ann]).await
}

#[tokio::test]
async fn a_refund_whose_answer_is_lost_is_done_once() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    system.world().telegram_fault("refundStarPayment", "drop_reply", 1).await?;
    taps_refund(&mut ann).await?;
    ann.sees("were returned to you").await?;
    assert_eq!(ann.balance().await?, 0);
    assert_eq!(system.world().star_transactions().await?.len(), 2);
    system.finish([ann]).await
}

#[tokio::test]
async fn a_refund_outlives_a_restart() -> anyhow::Result<()> {
    let mut system = Solo::builder().with_services_beside().start().await?;
    let mut ann = system.customer("Ann").await?;
    // Until the restart Telegram does nothing of what it is asked.
    system.world().telegram_fault("refundStarPayment", "bad_gateway", 1000).await?;
    taps_refund(&mut ann).await?;
    ann.sees("is on its way").await?;
    system.stop().await?;
    system.world().delete("simulators/telegram/faults").await?;
    system.start_again().await?;
    ann.sees("were returned to you").await?;
    assert_eq!(ann.balance().await?, 0);
    system.finish([ann]).await
}

#[tokio::test]
async fn a_payment_whose_message_is_lost_is_credited_by_the_list() -> anyhow::Result<()> {
    let (system, mut boss) = with_operator().await?;
    let world = system.world();
    world.telegram_fault("successful_payment", "lose_update", 1).await?;
    let mut ann = system.person("Ann").await?;
    ann.sends("/buy").await?;
    let offer = ann.sees("Buy credits").await?;
    ann.presses(&offer, "5 credits").await?;
    let invoice = ann.sees_invoice().await?;
    ensure!(ann.pays(&invoice).await?["ok"] == true);
    assert_eq!(ann.balance().await?, 0);
    boss.sends("/reconcile").await?;
    boss.sees("1 credited late, 0 taken back. Balance: 500 ⭐. It agrees").await?;
    ann.sees("5 credits added").await?;
    assert_eq!(ann.balance().await?, 5);
    // An order that is paid is not paid again, though the bot never heard of it from the chat.
    let again = ann.pays(&invoice).await?;
    ensure!(again["error"].as_str().is_some_and(|why| why.contains("is already paid")), "{again}");
    system.finish([ann, boss]).await
}

#[tokio::test]
async fn a_chargeback_of_which_nobody_tells_takes_the_credits() -> anyhow::Result<()> {
    let (system, mut boss) = with_operator().await?;
    let world = system.world();
    let mut ann = system.customer("Ann").await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "a getaway")).await?;
    ann.sees_video("a getaway").await?;
    let charge = charge(&world).await?;
    world.post::<Value>("simulators/telegram/chargeback", &json!({ "charge_id": charge })).await?;
    boss.sends("/reconcile").await?;
    boss.sees("0 credited late, 1 taken back. Balance: 0 ⭐. It agrees").await?;
    ann.sees("the credits were taken back. Your balance: -1 credit").await?;
    system.finish([ann, boss]).await
}

#[tokio::test]
async fn what_is_spent_goes_back_when_an_operator_approves() -> anyhow::Result<()> {
    let (system, mut boss) = with_operator().await?;
    let mut ann = system.customer("Ann").await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "a disappointment")).await?;
    ann.sees_video("a disappointment").await?;
    ann.sends("/paysupport").await?;
    let list = ann.sees("Your last purchases").await?;
    ann.presses(&list, "Request refund").await?;
    ann.sees("has been asked to refund purchase 1").await?;
    let request = boss.sees("asks for a refund of purchase").await?;
    boss.presses(&request, "Approve").await?;
    boss.sees_in(&request, "Approved: 500 ⭐ of purchase").await?;
    ann.sees("were returned to you").await?;
    assert_eq!(ann.balance().await?, 0);
    system.finish([ann, boss]).await
}

#[tokio::test]
async fn a_refusal_of_telegram_gives_the_credits_back() -> anyhow::Result<()> {
    let (system, mut boss) = with_operator().await?;
    let mut ann = system.customer("Ann").await?;
    // The Stars are no longer there: somebody has withdrawn them.
    system.world().post::<Value>("simulators/telegram/withdraw", &json!({ "stars": 400 })).await?;
    taps_refund(&mut ann).await?;
    ann.sees("Your credits are back").await?;
    boss.sees("BALANCE_TOO_LOW").await?;
    assert_eq!(ann.balance().await?, 5);
    boss.sends("/reconcile").await?;
    boss.sees("Balance: 100 ⭐. It agrees with the list").await?;
    system.finish([ann, boss]).await
}
