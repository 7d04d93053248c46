//! Links to invoices, and subscriptions that are renewed, cancelled, or not paid.

use std::time::Duration;

use serde_json::{Value, json};

use super::world::World;

/// Thirty days, in seconds.
const MONTH: u64 = 2_592_000;

fn offer(period: u64) -> Value {
    json!({
        "title": "20 credits", "description": "Every month", "payload": "subscription-1", "provider_token": "",
        "currency": "XTR", "prices": [{ "label": "20 credits", "amount": 500 }], "subscription_period": period,
    })
}

/// Ann subscribes by a link, and the bot says yes; the charge id.
async fn subscribed(world: &World) -> String {
    let link = world.bot("createInvoiceLink", offer(MONTH)).await;
    let slug = link.as_str().unwrap().strip_prefix("https://t.me/$").unwrap().to_owned();
    let shown = world.get(&format!("/chat/api/ann/link/{slug}")).await;
    assert_eq!((&shown["total_amount"], &shown["is_subscription"]), (&json!(500), &json!(true)));
    let path = format!("/chat/api/ann/link/{slug}");
    let pay = world.post(&path, json!({}));
    let approve = async {
        let query = world.next_update("pre_checkout_query").await;
        assert_eq!(query["invoice_payload"], "subscription-1");
        world.bot("answerPreCheckoutQuery", json!({ "pre_checkout_query_id": query["id"], "ok": true })).await;
    };
    let (outcome, ()) = tokio::join!(pay, approve);
    outcome["charge_id"].as_str().unwrap().to_owned()
}

async fn next_payment(world: &World) -> Value {
    world.next_update("message").await["successful_payment"].clone()
}

#[tokio::test]
async fn each_month_is_a_payment_of_its_own() {
    let (world, _) = World::with_ann().await;
    let first_charge = subscribed(&world).await;
    let first = next_payment(&world).await;
    assert_eq!((&first["is_recurring"], &first["is_first_recurring"]), (&json!(true), &json!(true)));
    world.clock.advance(Duration::from_secs(MONTH + 1));
    let second = next_payment(&world).await;
    assert_eq!((&second["is_recurring"], second.get("is_first_recurring")), (&json!(true), None));
    assert_eq!(second["invoice_payload"], "subscription-1");
    assert_ne!(second["telegram_payment_charge_id"], first_charge);
    let until = |payment: &Value| payment["subscription_expiration_date"].as_u64().unwrap();
    assert!(until(&second) >= until(&first) + MONTH);
    let listed = world.bot("getStarTransactions", json!({})).await["transactions"].clone();
    assert_eq!(listed[1]["source"]["subscription_period"], MONTH);
    assert_eq!(world.get("/chat/api/ann/state").await["stars"], 4000);
}

#[tokio::test]
async fn a_test_ends_the_month_at_once_and_a_restart_forgets_nothing() {
    let (world, _) = World::with_ann().await;
    subscribed(&world).await;
    next_payment(&world).await;
    let world = world.restarted().await;
    world.post("/simulators/telegram/subscriptions", json!({ "seconds": 60, "end_periods_of": "ann" })).await;
    let payment = next_payment(&world).await;
    assert_eq!(payment["is_recurring"], true);
    world.clock.advance(Duration::from_secs(61));
    assert_eq!(next_payment(&world).await["is_recurring"], true, "periods are short now");
}

#[tokio::test]
async fn a_person_cancels_and_goes_on_and_the_bot_hears_of_it() {
    let (world, ann) = World::with_ann().await;
    let charge_id = subscribed(&world).await;
    next_payment(&world).await;
    for (canceled, state) in [(true, "canceled"), (false, "active"), (true, "canceled")] {
        world.post("/chat/api/ann/subscription", json!({ "charge_id": charge_id, "canceled": canceled })).await;
        let update = world.next_update("subscription").await;
        assert_eq!((&update["state"], &update["user"]["id"]), (&json!(state), &json!(ann)));
        assert_eq!(update["invoice_payload"], "subscription-1");
    }
    world.clock.advance(Duration::from_secs(MONTH + 1));
    let state = || async {
        let shown = world.get("/chat/api/ann/state").await;
        (shown["subscriptions"][0]["state"] == "ended").then_some(())
    };
    super::world::until(state).await;
    assert_eq!(world.get("/chat/api/ann/state").await["stars"], 4500, "nothing is paid any more");
}

#[tokio::test]
async fn what_the_bot_cancels_goes_on_only_when_both_want_it() {
    let (world, ann) = World::with_ann().await;
    let charge_id = subscribed(&world).await;
    let edit =
        |canceled: bool| json!({ "user_id": ann, "telegram_payment_charge_id": charge_id, "is_canceled": canceled });
    world.bot("editUserStarSubscription", edit(true)).await;
    let resume = json!({ "charge_id": charge_id, "canceled": false });
    let refused = world.post("/chat/api/ann/subscription", resume.clone()).await;
    assert_eq!(refused["error"], "The bot has cancelled this subscription.");
    world.bot("editUserStarSubscription", edit(false)).await;
    assert_eq!(world.get("/chat/api/ann/state").await["subscriptions"][0]["state"], "canceled");
    world.post("/chat/api/ann/subscription", resume).await;
    assert_eq!(world.get("/chat/api/ann/state").await["subscriptions"][0]["state"], "active");
    let mut unknown = edit(true);
    unknown["telegram_payment_charge_id"] = json!("nothing");
    assert_eq!(world.refused("editUserStarSubscription", unknown).await, "Bad Request: CHARGE_ID_INVALID");
}

#[tokio::test]
async fn too_few_stars_fail_a_month_until_there_are_enough() {
    let (world, _) = World::with_ann().await;
    subscribed(&world).await;
    next_payment(&world).await;
    world.post("/chat/api/ann/stars", json!({ "add": -4400 })).await;
    world.clock.advance(Duration::from_secs(MONTH + 1));
    assert_eq!(world.next_update("subscription").await["state"], "failed");
    world.post("/chat/api/ann/stars", json!({ "add": 1000 })).await;
    assert_eq!(next_payment(&world).await["is_recurring"], true);
}

#[tokio::test]
async fn the_refund_of_the_first_month_ends_the_subscription() {
    let (world, ann) = World::with_ann().await;
    let charge_id = subscribed(&world).await;
    world.bot("refundStarPayment", json!({ "user_id": ann, "telegram_payment_charge_id": charge_id })).await;
    assert_eq!(world.get("/chat/api/ann/state").await["subscriptions"][0]["state"], "ended");
}

#[tokio::test]
async fn a_link_is_checked() {
    let (world, _) = World::with_ann().await;
    assert_eq!(world.refused("createInvoiceLink", offer(86_400)).await, "Bad Request: SUBSCRIPTION_PERIOD_INVALID");
    let mut dear = offer(MONTH);
    dear["prices"][0]["amount"] = json!(10_001);
    assert_eq!(world.refused("createInvoiceLink", dear).await, "Bad Request: SUBSCRIPTION_AMOUNT_INVALID");
    let mut untitled = offer(MONTH);
    untitled["title"] = json!("");
    assert_eq!(world.refused("createInvoiceLink", untitled).await, "Bad Request: INVOICE_TITLE_INVALID");
    assert_eq!(world.get("/chat/api/ann/link/nothing").await["error"], "There is no such invoice.");
}
