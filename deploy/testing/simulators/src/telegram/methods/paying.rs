//! Invoices in Stars, refunds, and the bot's Star account.

use frankenstein::methods::{
    CreateInvoiceLinkParams, EditUserStarSubscriptionParams, RefundStarPaymentParams, SendInvoiceParams,
};
use frankenstein::payments::LabeledPrice;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::chat_of;
use super::sending::Envelope;
use crate::telegram::TelegramSim;
use crate::telegram::markup::{self, Place};
use crate::telegram::params::Params;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::stars::InvoiceTerms;
use crate::telegram::subscriptions::PERIOD_SECONDS;
use crate::telegram::text::units;

const TITLE_MAX: usize = 32;
const DESCRIPTION_MAX: usize = 255;
const PAYLOAD_BYTES_MAX: usize = 128;
const STARS_MAX: u32 = 100_000;
const SUBSCRIPTION_STARS_MAX: i64 = 10_000;

/// frankenstein keeps the fields of its own type private, and both are optional.
#[derive(Debug, Deserialize)]
struct TransactionPage {
    #[serde(default)]
    offset: usize,
    limit: Option<usize>,
}

pub(super) fn send_invoice(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Invoice)?;
    let call: SendInvoiceParams = params.read()?;
    let offer = Offer {
        title: &call.title,
        description: &call.description,
        payload: &call.payload,
        currency: &call.currency,
        prices: &call.prices,
        provider_token: call.provider_token.as_deref(),
        max_tip_amount: call.max_tip_amount,
    };
    let terms = check(&offer)?;
    let chat_id = chat_of(&call.chat_id)?;
    sim.admit(chat_id)?;
    let invoice = json!({
        "title": terms.title, "description": terms.description, "currency": terms.currency,
        "total_amount": terms.amount, "start_parameter": call.start_parameter.unwrap_or_default(),
    });
    let keyboard = Some(keyboard.unwrap_or_else(|| markup::pay_keyboard(terms.amount)));
    let (protect, effect) = (call.protect_content, call.message_effect_id);
    let (thread, reply) = (call.message_thread_id, call.reply_parameters);
    let envelope = Envelope { chat_id, thread, reply, keyboard, protect, effect };
    let content = envelope.dress(sim, Map::from_iter([("invoice".to_owned(), invoice)]))?;
    let posted = sim.change(|state, now| state.post_invoice(chat_id, content, terms, now));
    posted.ok_or_else(|| Refusal::bad_request("chat not found"))
}

pub(super) fn create_link(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: CreateInvoiceLinkParams = params.read()?;
    let period = call.subscription_period;
    let offer = Offer {
        title: &call.title,
        description: &call.description,
        payload: &call.payload,
        currency: &call.currency,
        prices: &call.prices,
        provider_token: call.provider_token.as_deref(),
        max_tip_amount: call.max_tip_amount,
    };
    let terms = check(&offer)?;
    if period.is_some_and(|seconds| i64::from(seconds) != PERIOD_SECONDS) {
        return Err(Refusal::bad_request("SUBSCRIPTION_PERIOD_INVALID"));
    }
    if period.is_some() && terms.amount > SUBSCRIPTION_STARS_MAX {
        return Err(Refusal::bad_request("SUBSCRIPTION_AMOUNT_INVALID"));
    }
    Ok(Value::String(sim.change(|state, _| state.add_invoice_link(terms, period.is_some()))))
}

pub(super) fn edit_subscription(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: EditUserStarSubscriptionParams = params.read()?;
    let (user, charge) = (user_of(call.user_id)?, &call.telegram_payment_charge_id);
    sim.change(|state, _| state.edit_subscription(user, charge, call.is_canceled))?;
    Ok(Value::Bool(true))
}

pub(super) fn refund(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: RefundStarPaymentParams = params.read()?;
    let user = user_of(call.user_id)?;
    sim.change(|state, now| state.refund(user, &call.telegram_payment_charge_id, now))?;
    Ok(Value::Bool(true))
}

pub(super) fn list_transactions(sim: &TelegramSim, params: &mut Params) -> Answer {
    let page: TransactionPage = params.read()?;
    let limit = page.limit.unwrap_or(100);
    if !(1..=100).contains(&limit) {
        return Err(Refusal::bad_request("LIMIT_INVALID"));
    }
    Ok(sim.read(|state, _| {
        let transactions: Vec<&Value> = state.transactions.iter().skip(page.offset).take(limit).collect();
        json!({ "transactions": transactions })
    }))
}

pub(super) fn balance(sim: &TelegramSim) -> Value {
    let (stars, nanostars) = sim.read(|state, _| (state.counters.bot_stars, state.counters.bot_nanostars));
    if nanostars == 0 { json!({ "amount": stars }) } else { json!({ "amount": stars, "nanostar_amount": nanostars }) }
}

/// What both ways to make an invoice have in common.
#[derive(Debug)]
struct Offer<'a> {
    title: &'a str,
    description: &'a str,
    payload: &'a str,
    currency: &'a str,
    prices: &'a [LabeledPrice],
    provider_token: Option<&'a str>,
    max_tip_amount: Option<u32>,
}

fn check(offer: &Offer<'_>) -> Result<InvoiceTerms, Refusal> {
    let refuse = |what: &str| Err(Refusal::bad_request(what));
    if !(1..=TITLE_MAX).contains(&units(offer.title)) {
        return refuse("INVOICE_TITLE_INVALID");
    }
    if !(1..=DESCRIPTION_MAX).contains(&units(offer.description)) {
        return refuse("INVOICE_DESCRIPTION_INVALID");
    }
    if !(1..=PAYLOAD_BYTES_MAX).contains(&offer.payload.len()) {
        return refuse("INVOICE_PAYLOAD_INVALID");
    }
    // Only Stars are simulated; another currency needs a provider, of which there is none.
    if offer.currency != "XTR" {
        return refuse("PAYMENT_PROVIDER_INVALID");
    }
    let [LabeledPrice { amount, label }] = offer.prices else { return refuse("STARS_INVOICE_INVALID") };
    let has_provider = offer.provider_token.is_some_and(|token| !token.is_empty());
    if has_provider || label.is_empty() || offer.max_tip_amount.is_some_and(|tip| tip > 0) {
        return refuse("STARS_INVOICE_INVALID");
    }
    if !(1..=STARS_MAX).contains(amount) {
        return refuse("CURRENCY_TOTAL_AMOUNT_INVALID");
    }
    Ok(InvoiceTerms {
        title: offer.title.to_owned(),
        description: offer.description.to_owned(),
        payload: offer.payload.to_owned(),
        currency: offer.currency.to_owned(),
        amount: i64::from(*amount),
    })
}

fn user_of(id: u64) -> Result<i64, Refusal> {
    i64::try_from(id).map_err(|_| Refusal::bad_request("USER_ID_INVALID"))
}
