//! What was sold, in words: receipts, Stars that went back, and how subscriptions go on.

use crate::core::chat::texts::{Texts, args, name};
use crate::core::ids::{Credits, UserId};
use crate::core::notices::Notice;
use crate::core::turn::Turn;
use crate::core::{CoreError, ledger, subscriptions};

/// The words of a notice about money. `None` for any other.
pub(super) fn said(turn: &Turn<'_>, texts: &Texts, user: UserId, notice: &Notice) -> Result<Option<String>, CoreError> {
    if let Some(html) = about_subscription(turn, texts, notice)? {
        return Ok(Some(html));
    }
    let balance = texts.credits(ledger::available(turn, user)?);
    if let Notice::Receipt { bought, bonus, first, invited, until, .. } = notice {
        let bought = texts.credits_and_bonus(*bought, *bonus);
        let mut html = if *first > Credits::ZERO {
            texts.say_with("receipt-first", args! { bought, first: texts.credits(*first), balance })
        } else {
            texts.say_with("receipt", args! { bought, balance })
        };
        if *invited > Credits::ZERO {
            html = format!("{html}\n{}", texts.say_with("receipt-invited", args! { credits: texts.credits(*invited) }));
        }
        if let Some(until) = until {
            html = format!("{html}\n{}", texts.say_with("receipt-until", args! { until: texts.date(*until) }));
        }
        return Ok(Some(html));
    }
    if let Notice::PaymentUnmatched { .. } = notice {
        return Ok(Some(texts.say("payment-unmatched")));
    }
    if let Notice::StarsReturned { bought, taken, .. } = notice {
        if *bought == Credits::ZERO {
            return Ok(Some(texts.say_with("payment-returned-unmatched", args! { balance })));
        }
        let (part, bought, taken) = (part_taken(*bought, *taken), texts.credits(*bought), texts.credits(*taken));
        return Ok(Some(texts.say_with("payment-returned", args! { bought, taken, part, balance })));
    }
    if let Notice::RefundDeclined { purchase, stars, credits, .. } = notice {
        let arguments = args! { number: name(purchase.number), credits: texts.credits(*credits), stars: stars.0 };
        return Ok(Some(texts.say_with("refund-declined", arguments)));
    }
    if let Notice::RefundRefused { credits, .. } = notice {
        return Ok(Some(texts.say_with("refund-refused", args! { credits: credits.0 })));
    }
    Ok(None)
}

/// How a subscription goes on now. `None` for any other notice.
fn about_subscription(turn: &Turn<'_>, texts: &Texts, notice: &Notice) -> Result<Option<String>, CoreError> {
    if let Notice::SubscriptionMayGoOn { .. } = notice {
        return Ok(Some(texts.say("subscription-may-go-on")));
    }
    if let Notice::SubscriptionNotChanged { .. } = notice {
        return Ok(Some(texts.say("subscription-not-changed")));
    }
    let Notice::SubscriptionChanged { invoice, state, .. } = notice else { return Ok(None) };
    let Some(theirs) = subscriptions::get(turn, invoice)? else { return Ok(None) };
    let (credits, stars, until) = (texts.credits(theirs.credits), theirs.stars.0, texts.date(theirs.paid_until));
    let arguments = args! { credits, stars, until, state: state.as_str() };
    Ok(Some(texts.say_with("subscription-changed", arguments)))
}

fn part_taken(bought: Credits, taken: Credits) -> &'static str {
    match taken {
        taken if taken == bought => "all",
        taken if taken > Credits::ZERO => "some",
        _ => "none",
    }
}
