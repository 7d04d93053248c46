//! Invoices, checkouts, refunds and the list of Star transactions.

use std::time::Duration;

use serde_json::{Value, json};

use super::world::World;

fn invoice(ann: i64) -> Value {
    json!({
        "chat_id": ann, "title": "100 credits", "description": "Credits for videos", "payload": "order-1",
        "provider_token": "", "currency": "XTR", "prices": [{ "label": "100 credits", "amount": 50 }],
    })
}

/// Ann pays and the bot says yes; the charge id.
async fn paid(world: &World, ann: i64) -> String {
    let message = world.bot("sendInvoice", invoice(ann)).await["message_id"].clone();
    let pay = world.post("/chat/api/ann/pay", json!({ "message_id": message }));
    let approve = async {
        let query = world.next_update("pre_checkout_query").await;
        assert_eq!((&query["invoice_payload"], &query["total_amount"]), (&json!("order-1"), &json!(50)));
        world.bot("answerPreCheckoutQuery", json!({ "pre_checkout_query_id": query["id"], "ok": true })).await;
    };
    let (outcome, ()) = tokio::join!(pay, approve);
    assert_eq!(outcome["ok"], true, "{outcome}");
    outcome["charge_id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_approved_payment_moves_stars_and_is_told_and_listed() {
    let (world, ann) = World::with_ann().await;
    let charge = paid(&world, ann).await;
    let payment = world.next_update("message").await["successful_payment"].clone();
    assert_eq!(payment["telegram_payment_charge_id"], charge);
    assert_eq!(payment["invoice_payload"], "order-1");
    assert_eq!(world.bot("getMyStarBalance", json!({})).await["amount"], 50);
    assert_eq!(world.get("/chat/api/ann/state").await["stars"], 4950);
    let listed = world.bot("getStarTransactions", json!({})).await["transactions"].clone();
    assert_eq!((&listed[0]["id"], &listed[0]["amount"]), (&json!(charge), &json!(50)));
    assert_eq!(listed[0]["source"]["transaction_type"], "invoice_payment");
    assert_eq!(listed[0]["source"]["invoice_payload"], "order-1");
}

#[tokio::test]
async fn an_affiliate_gets_a_share_to_the_billionth_and_gives_it_back() {
    for (lists_what_was_paid, listed) in [(false, (46, Some(250_000_000))), (true, (50, None))] {
        let (world, ann) = World::with_ann().await;
        let share = json!({ "percent": 100, "commission_per_mille": 75, "lists_what_was_paid": lists_what_was_paid });
        world.post("/simulators/telegram/affiliates", share).await;
        let charge = paid(&world, ann).await;
        let payment = world.next_update("message").await["successful_payment"].clone();
        assert_eq!(payment["total_amount"], 50);
        let balance = world.bot("getMyStarBalance", json!({})).await;
        assert_eq!((&balance["amount"], &balance["nanostar_amount"]), (&json!(46), &json!(250_000_000)));
        world.bot("refundStarPayment", json!({ "user_id": ann, "telegram_payment_charge_id": charge })).await;
        assert_eq!(world.bot("getMyStarBalance", json!({})).await, json!({ "amount": 0 }));
        assert_eq!(world.get("/chat/api/ann/state").await["stars"], 5000);
        let transactions = world.bot("getStarTransactions", json!({})).await["transactions"].clone();
        for (at, side, sign) in [(0, "source", 1), (1, "receiver", -1)] {
            let transaction = &transactions[at];
            assert_eq!(
                (transaction["amount"].as_i64(), transaction["nanostar_amount"].as_i64()),
                (Some(listed.0), listed.1)
            );
            let affiliate = &transaction[side]["affiliate"];
            let got = (affiliate["amount"].as_i64(), affiliate["nanostar_amount"].as_i64());
            assert_eq!(got, (Some(3 * sign), Some(750_000_000 * sign)), "{transaction}");
        }
    }
}

#[tokio::test]
async fn a_refused_payment_shows_the_bots_reason() {
    let (world, ann) = World::with_ann().await;
    let message = world.bot("sendInvoice", invoice(ann)).await["message_id"].clone();
    let pay = world.post("/chat/api/ann/pay", json!({ "message_id": message }));
    let refuse = async {
        let query = world.next_update("pre_checkout_query").await;
        let no = json!({ "pre_checkout_query_id": query["id"], "ok": false, "error_message": "Sold out" });
        world.bot("answerPreCheckoutQuery", no.clone()).await;
        assert!(world.refused("answerPreCheckoutQuery", no).await.contains("query is too old"), "a second answer");
    };
    let (outcome, ()) = tokio::join!(pay, refuse);
    assert_eq!((&outcome["ok"], &outcome["error"]), (&json!(false), &json!("Sold out")));
    assert_eq!(world.get("/chat/api/ann/state").await["stars"], 5000);
}

#[tokio::test]
async fn a_checkout_ends_after_ten_seconds_and_late_approval_fails() {
    let (world, ann) = World::with_ann().await;
    let message = world.bot("sendInvoice", invoice(ann)).await["message_id"].clone();
    let pay = world.post("/chat/api/ann/pay", json!({ "message_id": message }));
    let sleep_through = async {
        let query = world.next_update("pre_checkout_query").await;
        world.clock.advance(Duration::from_secs(11));
        let late = json!({ "pre_checkout_query_id": query["id"], "ok": true });
        assert_eq!(
            world.refused("answerPreCheckoutQuery", late).await,
            "Bad Request: query is too old and response timeout expired or query ID is invalid"
        );
    };
    let (outcome, ()) = tokio::join!(pay, sleep_through);
    assert_eq!((&outcome["ok"], &outcome["state"]), (&json!(false), &json!("timed_out")));
    assert_eq!(world.get("/chat/api/ann/state").await["stars"], 5000);
}

#[tokio::test]
async fn too_few_stars_are_noticed_before_the_bot_is_asked() {
    let (world, ann) = World::with_ann().await;
    world.post("/chat/api/ann/stars", json!({ "add": -4999 })).await;
    let message = world.bot("sendInvoice", invoice(ann)).await["message_id"].clone();
    let outcome = world.post("/chat/api/ann/pay", json!({ "message_id": message })).await;
    assert_eq!(outcome["error"], "Not enough Stars: it costs 50 and you have 1.");
    assert!(world.read_all().await.is_empty());
}

#[tokio::test]
async fn a_refund_gives_the_stars_back_once_and_survives_a_restart() {
    let (world, ann) = World::with_ann().await;
    let charge = paid(&world, ann).await;
    world.read_all().await;
    let refund = json!({ "user_id": ann, "telegram_payment_charge_id": charge });
    world.bot("refundStarPayment", refund.clone()).await;
    let note = world.next_update("message").await["refunded_payment"].clone();
    assert_eq!((&note["telegram_payment_charge_id"], &note["currency"]), (&json!(charge), &json!("XTR")));
    let world = world.restarted().await;
    assert_eq!(world.refused("refundStarPayment", refund).await, "Bad Request: CHARGE_ALREADY_REFUNDED");
    assert_eq!(world.get("/chat/api/ann/state").await["stars"], 5000);
    assert_eq!(world.bot("getMyStarBalance", json!({})).await["amount"], 0);
    let listed = world.bot("getStarTransactions", json!({ "offset": 1, "limit": 1 })).await["transactions"].clone();
    assert_eq!((&listed[0]["id"], listed[0]["receiver"].is_object()), (&json!(charge), true));
    assert!(listed[0].get("source").is_none());
}

#[tokio::test]
async fn a_chargeback_is_seen_in_list_and_balance_only() {
    let (world, ann) = World::with_ann().await;
    let charge = paid(&world, ann).await;
    world.read_all().await;
    world.post("/simulators/telegram/chargeback", json!({ "charge_id": charge })).await;
    assert!(world.read_all().await.is_empty());
    assert_eq!(world.get("/simulators/telegram/balance").await["balance"], 0);
    let listed = world.get("/simulators/telegram/transactions").await["transactions"].clone();
    assert_eq!((&listed[1]["id"], listed[1]["receiver"].is_object()), (&json!(charge), true));
}

#[tokio::test]
async fn invoices_are_checked() {
    let (world, ann) = World::with_ann().await;
    let with = |field: &str, value: Value| {
        let mut changed = invoice(ann);
        changed[field] = value;
        changed
    };
    let price = |amount: u32| json!([{ "label": "x", "amount": amount }]);
    for (field, value, complaint) in [
        ("title", json!("x".repeat(33)), "INVOICE_TITLE_INVALID"),
        ("description", json!("x".repeat(256)), "INVOICE_DESCRIPTION_INVALID"),
        ("payload", json!("ä".repeat(65)), "INVOICE_PAYLOAD_INVALID"),
        ("payload", json!(""), "INVOICE_PAYLOAD_INVALID"),
        ("prices", price(0), "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ("prices", price(100_001), "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ("prices", json!([]), "STARS_INVOICE_INVALID"),
        ("provider_token", json!("123:LIVE"), "STARS_INVOICE_INVALID"),
        ("max_tip_amount", json!(5), "STARS_INVOICE_INVALID"),
        ("currency", json!("XTS"), "PAYMENT_PROVIDER_INVALID"),
        (
            "reply_markup",
            json!({ "inline_keyboard": [[{ "text": "x", "callback_data": "x" }]] }),
            "REPLY_MARKUP_BUY_EMPTY",
        ),
    ] {
        assert_eq!(
            world.refused("sendInvoice", with(field, value)).await,
            format!("Bad Request: {complaint}"),
            "{field}"
        );
    }
    world.bot("sendInvoice", with("prices", price(100_000))).await;
}

#[tokio::test]
async fn someone_else_may_pay_an_invoice() {
    let (world, ann) = World::with_ann().await;
    let bob = world.person("bob").await;
    let message = world.bot("sendInvoice", invoice(ann)).await["message_id"].clone();
    let approve = async {
        let query = world.next_update("pre_checkout_query").await;
        assert_eq!(query["from"]["id"], bob);
        world.bot("answerPreCheckoutQuery", json!({ "pre_checkout_query_id": query["id"], "ok": true })).await;
        assert_eq!(world.next_update("message").await["chat"]["id"], bob);
    };
    let pay = world.post("/chat/api/ann/pay", json!({ "message_id": message, "payer": "bob" }));
    assert_eq!(tokio::join!(pay, approve).0["ok"], true);
    assert_eq!(world.bot("getMyStarBalance", json!({})).await["amount"], 50);
    let world = world.restarted().await;
    assert_eq!(world.get("/chat/api/ann/state").await["paid"], json!([message]));
}
