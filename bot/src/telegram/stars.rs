//! The bot's Stars at Telegram: the list of transactions, the balance, refunds.
//!
//! The list is read tolerantly, field by field: a partner or kind that a newer Bot API knows must not stop it, and what
//! cannot be read at all still takes its place, or the places after it would be wrong.
//! Source: core.telegram.org/bots/api, `getStarTransactions`, `StarTransaction`, `TransactionPartner`, `AffiliateInfo`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use teloxide_core::payloads::RefundStarPayment;
use teloxide_core::requests::Payload;
use teloxide_core::types::{TelegramTransactionId, UserId as TelegramUserId};

use super::client::Telegram;
use super::failure::CallError;
use crate::core::effect::SubscriptionEdit;
use crate::core::event::{Direction, StarBalance, StarPage, StarTransaction};
use crate::core::ids::{NANO, Stars, UserId};

/// As many as one call gives.
pub(crate) const PAGE: usize = 100;

#[derive(Debug, Serialize)]
struct GetStarTransactions {
    offset: i64,
    limit: usize,
}

impl Payload for GetStarTransactions {
    type Output = ();
    const NAME: &'static str = "GetStarTransactions";
}

#[derive(Debug, Serialize)]
struct GetMyStarBalance {}

impl Payload for GetMyStarBalance {
    type Output = ();
    const NAME: &'static str = "GetMyStarBalance";
}

#[derive(Debug, Deserialize)]
struct Transactions {
    transactions: Vec<Value>,
}

#[derive(Debug, Deserialize)]
struct Amount {
    amount: i64,
    #[serde(default)]
    nanostar_amount: i64,
}

/// Reads the part of the list that begins behind `offset` transactions; a full one has [`PAGE`].
pub(crate) async fn transactions(telegram: &Telegram, offset: i64) -> Result<StarPage, CallError> {
    let page: Transactions = telegram.call(&GetStarTransactions { offset, limit: PAGE }).await?;
    let transactions = page.transactions.iter().zip(offset..).map(|(value, place)| transaction(value, place)).collect();
    Ok(StarPage { offset, transactions })
}

/// What the bot has.
pub(crate) async fn balance(telegram: &Telegram) -> Result<StarBalance, CallError> {
    let Amount { amount, nanostar_amount } = telegram.call(&GetMyStarBalance {}).await?;
    Ok(StarBalance { stars: Stars(amount), nanostars: nanostar_amount })
}

/// Gives a payment back to whoever paid it.
pub(crate) async fn refund(telegram: &Telegram, user: UserId, charge: &str) -> Result<(), CallError> {
    // A number that is no person's is refused by Telegram.
    let user = TelegramUserId(user.0.try_into().unwrap_or_default());
    let payload = RefundStarPayment::new(user, TelegramTransactionId(charge.to_owned()));
    let _done: Value = telegram.call(&payload).await?;
    Ok(())
}

#[derive(Debug, Serialize)]
struct EditUserStarSubscription<'a> {
    user_id: UserId,
    telegram_payment_charge_id: &'a str,
    is_canceled: bool,
}

impl Payload for EditUserStarSubscription<'_> {
    type Output = ();
    const NAME: &'static str = "EditUserStarSubscription";
}

/// Has a subscription end with what is paid, or lets its person go on with it.
/// Source: core.telegram.org/bots/api#edituserstarsubscription
pub(crate) async fn edit_subscription(
    telegram: &Telegram,
    user: UserId,
    edit: &SubscriptionEdit,
) -> Result<(), CallError> {
    let SubscriptionEdit { charge, is_cancelled } = edit;
    let payload =
        EditUserStarSubscription { user_id: user, telegram_payment_charge_id: charge, is_canceled: *is_cancelled };
    let _done: Value = telegram.call(&payload).await?;
    Ok(())
}

fn transaction(value: &Value, place: i64) -> StarTransaction {
    let (direction, partner) = match (&value["source"], &value["receiver"]) {
        (source @ Value::Object(_), Value::Null) => (Direction::In, source),
        (Value::Null, receiver @ Value::Object(_)) => (Direction::Out, receiver),
        (other, _) => (Direction::Unknown, other),
    };
    let id = value["id"].as_str().filter(|id| !id.is_empty());
    let amount = value["amount"].as_i64();
    let seconds = value["date"].as_i64().and_then(|seconds| Timestamp::from_second(seconds).ok());
    let is_whole = id.is_some() && amount.is_some();
    StarTransaction {
        id: id.map_or_else(|| format!("unreadable at place {place}"), str::to_owned),
        direction: if is_whole { direction } else { Direction::Unknown },
        // For people Telegram says what was paid for; the others are told by who they are.
        kind: partner["transaction_type"].as_str().or(partner["type"].as_str()).unwrap_or("unknown").to_owned(),
        user: partner["user"]["id"].as_i64().map(UserId),
        payload: partner["invoice_payload"].as_str().map(str::to_owned),
        stars: Stars(amount.unwrap_or_default()),
        nanostars: value["nanostar_amount"].as_i64().unwrap_or_default(),
        commission: commission(&partner["affiliate"]),
        at: seconds.unwrap_or_default(),
    }
}

/// What an affiliate got, in billionths of a Star. Of a refund the same is said with a minus.
fn commission(affiliate: &Value) -> i64 {
    let number = |name: &str| affiliate[name].as_i64().unwrap_or_default();
    number("amount").saturating_mul(NANO).saturating_add(number("nanostar_amount")).saturating_abs()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_payment_and_its_refund_are_told_apart_by_direction() {
        let partner = json!({
            "type": "user", "transaction_type": "invoice_payment", "user": {"id": 7, "is_bot": false, "first_name": "A"},
            "invoice_payload": "sr1:x",
        });
        let paid = transaction(&json!({"id": "c", "amount": 500, "date": 1_800_000_000, "source": partner}), 0);
        assert_eq!(
            paid,
            StarTransaction {
                id: "c".to_owned(),
                direction: Direction::In,
                kind: "invoice_payment".to_owned(),
                user: Some(UserId(7)),
                payload: Some("sr1:x".to_owned()),
                stars: Stars(500),
                nanostars: 0,
                commission: 0,
                at: Timestamp::from_second(1_800_000_000).unwrap(),
            }
        );
        let back = transaction(&json!({"id": "c", "amount": 500, "date": 1, "receiver": partner}), 1);
        assert_eq!((back.direction, back.id.as_str()), (Direction::Out, "c"));
    }

    #[test]
    fn what_an_affiliate_got_is_read_in_billionths() {
        let of = |amount: i64, nanostars: i64| {
            let affiliate = json!({"commission_per_mille": 75, "amount": amount, "nanostar_amount": nanostars});
            let partner = json!({"type": "user", "transaction_type": "invoice_payment", "user": {"id": 7}, "affiliate": affiliate});
            transaction(
                &json!({"id": "c", "amount": 462, "nanostar_amount": 500_000_000, "date": 1, "source": partner}),
                0,
            )
        };
        assert_eq!((of(37, 500_000_000).commission, of(37, 500_000_000).nanostars), (37_500_000_000, 500_000_000));
        assert_eq!(of(-37, -500_000_000).commission, 37_500_000_000);
    }

    #[test]
    fn what_a_newer_bot_api_adds_stops_nothing() {
        let future = json!({"id": "w", "amount": 1, "nanostar_amount": 5, "date": 1, "future": {},
                            "receiver": {"type": "warp_gate", "withdrawal_state": {"type": "melted"}}});
        let read = transaction(&future, 0);
        assert_eq!((read.direction, read.kind.as_str(), read.nanostars), (Direction::Out, "warp_gate", 5));
        for (place, odd) in [json!({"id": "n", "amount": 1, "date": 1}), json!({"amount": 1}), json!("?"), json!(null)]
            .iter()
            .zip(3..)
            .map(|(odd, place)| (place, odd))
        {
            assert_eq!(transaction(odd, place).direction, Direction::Unknown, "{odd}");
        }
        assert_eq!(transaction(&json!({}), 3).id, "unreadable at place 3");
    }
}
