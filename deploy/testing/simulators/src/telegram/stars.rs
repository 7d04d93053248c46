//! Stars: checkouts, payments, refunds, chargebacks, and the list that `getStarTransactions` shows.
//!
//! The list only grows. An entry's id is the payment's charge id; a refund has the same id, with `receiver` in place of
//! `source`. Not modelled: fees, the 21 days of waiting.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::affiliates::{Commission, NANO};
use super::faults;
use super::messages::Sender;
use super::refusal::Refusal;
use super::state::State;
use super::subscriptions::Period;
use super::updates::QUERY_LIFE;

/// How long a bot may think about a pre-checkout query, in seconds.
const CHECKOUT_SECONDS: i64 = 10;

/// What an invoice asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct InvoiceTerms {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) payload: String,
    pub(crate) currency: String,
    pub(crate) amount: i64,
}

/// A finished payment.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Payment {
    pub(crate) charge_id: String,
    pub(crate) payer: i64,
    pub(crate) terms: InvoiceTerms,
    /// Where the service messages about it go.
    pub(crate) chat_id: i64,
    /// It pays for a period of a subscription.
    #[serde(default)]
    pub(crate) is_recurring: bool,
    /// What an affiliate got of it.
    #[serde(default)]
    pub(crate) commission: Option<Commission>,
    pub(crate) returned: Returned,
}

impl Payment {
    /// What it brings the bot, in billionths of a Star.
    fn earned(&self) -> i64 {
        self.terms.amount * NANO - self.commission.map_or(0, |commission| commission.nanostars)
    }
}

/// Whether a payment's Stars went back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Returned {
    No,
    Refunded,
    ChargedBack,
}

/// A payment that waits for the bot's word.
#[derive(Debug, Clone)]
pub(crate) struct Checkout {
    payer: i64,
    /// Chat and message of the invoice; of a link, the payer's chat and no message.
    invoice: (i64, i32),
    terms: InvoiceTerms,
    /// What is sold is a subscription.
    is_subscription: bool,
    ends_at: i64,
    pub(crate) outcome: Option<CheckoutOutcome>,
}

/// How a checkout ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CheckoutOutcome {
    Paid { charge_id: String },
    Refused { error_message: String },
    TimedOut,
}

/// A pressed button that waits for its answer.
#[derive(Debug, Clone)]
pub(crate) struct CallbackQuery {
    pub(crate) person: i64,
    pub(crate) expires_at: i64,
}

impl Checkout {
    /// Full seconds are compared, so the last moment belongs to the bot.
    pub(crate) fn is_overdue(&self, now: i64) -> bool {
        self.outcome.is_none() && now > self.ends_at
    }
}

impl CheckoutOutcome {
    pub(crate) fn state(&self) -> &'static str {
        match self {
            Self::Paid { .. } => "approved",
            Self::Refused { .. } => "refused",
            Self::TimedOut => "timed_out",
        }
    }

    pub(crate) fn error(&self) -> Option<String> {
        match self {
            Self::Paid { .. } => None,
            Self::Refused { error_message } => Some(error_message.clone()),
            Self::TimedOut => Some("The bot did not answer in time; the payment was cancelled.".to_owned()),
        }
    }
}

impl State {
    /// Asks the bot whether this person may pay; the id of the pre-checkout query.
    ///
    /// # Errors
    /// A sentence for the buyer, when their Stars do not suffice; then the bot hears nothing, as with Telegram.
    pub(crate) fn start_checkout(
        &mut self,
        payer: i64,
        invoice: (i64, i32),
        (terms, is_subscription): (InvoiceTerms, bool),
        now: i64,
    ) -> Result<String, String> {
        let person = self.people.get(&payer).ok_or("There is no such person.")?;
        if person.stars < terms.amount {
            return Err(format!("Not enough Stars: it costs {} and you have {}.", terms.amount, person.stars));
        }
        let user = person.to_user();
        let id = self.next_query_id(payer);
        let query = json!({
            "id": id, "from": user, "currency": terms.currency, "total_amount": terms.amount,
            "invoice_payload": terms.payload,
        });
        self.add_update("pre_checkout_query", query, payer, now);
        let checkout =
            Checkout { payer, invoice, terms, is_subscription, ends_at: now + CHECKOUT_SECONDS, outcome: None };
        self.checkouts.insert(id.clone(), checkout);
        Ok(id)
    }

    /// The bot's word on a checkout: `Err` carries its reason for a refusal.
    ///
    /// # Errors
    /// "query is too old…" when it comes late, twice, or for nothing.
    pub(crate) fn answer_checkout(&mut self, id: &str, verdict: Result<(), String>, now: i64) -> Result<(), Refusal> {
        let too_old = || Refusal::bad_request("query is too old and response timeout expired or query ID is invalid");
        let checkout = self.checkouts.get(id).ok_or_else(too_old)?;
        if checkout.outcome.is_some() || checkout.is_overdue(now) {
            return Err(too_old());
        }
        let outcome = match verdict {
            Err(error_message) => CheckoutOutcome::Refused { error_message },
            Ok(()) => match self.take_payment(&checkout.clone(), now) {
                Some(charge_id) => CheckoutOutcome::Paid { charge_id },
                None => CheckoutOutcome::Refused { error_message: "Not enough Stars.".to_owned() },
            },
        };
        self.end_checkout(id, outcome);
        Ok(())
    }

    pub(crate) fn time_out_checkouts(&mut self, now: i64) {
        let overdue = self.checkouts.iter().filter(|(_, checkout)| checkout.is_overdue(now));
        let overdue: Vec<String> = overdue.map(|(id, _)| id.clone()).collect();
        for id in overdue {
            self.end_checkout(&id, CheckoutOutcome::TimedOut);
        }
        self.checkouts.retain(|_, checkout| checkout.ends_at + QUERY_LIFE > now);
    }

    /// Gives a payment back at the bot's wish.
    ///
    /// # Errors
    /// `CHARGE_ID_EMPTY`, `USER_ID_INVALID`, `CHARGE_ALREADY_REFUNDED`, `BALANCE_TOO_LOW`. That an unknown charge is
    /// `CHARGE_ID_INVALID` is an assumption.
    pub(crate) fn refund(&mut self, user: i64, charge_id: &str, now: i64) -> Result<(), Refusal> {
        let payment = self.payment_of(user, charge_id)?;
        if payment.returned != Returned::No {
            return Err(Refusal::bad_request("CHARGE_ALREADY_REFUNDED"));
        }
        if self.counters.balance() < payment.earned() {
            return Err(Refusal::bad_request("BALANCE_TOO_LOW"));
        }
        self.give_back(&payment, Returned::Refunded, now);
        let note = json!({
            "currency": "XTR", "total_amount": payment.terms.amount, "invoice_payload": payment.terms.payload,
            "telegram_payment_charge_id": payment.charge_id,
        });
        self.post_service(&payment, "refunded_payment", note, now);
        Ok(())
    }

    /// Takes a payment back as Apple or Google would. Assumption, since Telegram documents only that the Stars are
    /// deducted from the bot's balance: an outgoing entry with the payment's id, and no update.
    pub(crate) fn charge_back(&mut self, charge_id: &str, now: i64) -> Result<(), Refusal> {
        let payment = self.payments.get(charge_id).cloned().ok_or_else(|| Refusal::bad_request("CHARGE_ID_INVALID"))?;
        if payment.returned != Returned::No {
            return Err(Refusal::bad_request("CHARGE_ALREADY_REFUNDED"));
        }
        self.give_back(&payment, Returned::ChargedBack, now);
        Ok(())
    }

    /// Takes Stars out of the bot's balance, as its owner does by Fragment.
    pub(crate) fn withdraw(&mut self, stars: i64, now: i64) {
        self.counters.change_balance(-stars * NANO);
        self.touch_counters();
        let id = format!("withdrawal-{}", self.transactions.len());
        let partner = json!({ "type": "fragment", "withdrawal_state": { "type": "succeeded", "date": now, "url": "https://fragment.test/" } });
        self.add_transaction(json!({ "id": id, "amount": stars, "date": now, "receiver": partner }));
    }

    /// Adds to (or takes from) a person's Stars and shows them the new balance.
    pub(crate) fn move_stars(&mut self, person: i64, stars: i64) {
        self.change_person(person, |person| person.stars += stars);
        if let Some(person) = self.people.get(&person) {
            self.events.add(person.id, "stars", &json!({ "balance": person.stars }));
        }
    }

    pub(crate) fn next_query_id(&mut self, person: i64) -> String {
        let number = self.counters.next_query;
        self.counters.next_query += 1;
        self.touch_counters();
        // Telegram's ids are 64-bit numbers that begin with the user's id.
        format!("{}", (person & 0xffff_ffff) << 31 | number)
    }

    fn take_payment(&mut self, checkout: &Checkout, now: i64) -> Option<String> {
        let Checkout { payer, invoice, terms, is_subscription, .. } = checkout;
        // A payment in a group is announced there, any other in the buyer's own chat with the bot.
        let chat_id = if invoice.0 < 0 { invoice.0 } else { *payer };
        let period = is_subscription.then(|| Period { until: now + self.subscription_seconds, is_first: true });
        let charge_id = self.charge((*payer, chat_id), terms, period, now)?;
        self.note_paid(*invoice);
        if let Some(Period { until, .. }) = period {
            self.begin_subscription(&charge_id, *payer, terms, until);
        }
        Some(charge_id)
    }

    /// Takes the Stars, lists the transaction and tells the bot in the chat. `None` when the payer has too few.
    pub(crate) fn charge(
        &mut self,
        (payer, chat_id): (i64, i64),
        terms: &InvoiceTerms,
        period: Option<Period>,
        now: i64,
    ) -> Option<String> {
        if self.people.get(&payer)?.stars < terms.amount {
            return None;
        }
        self.move_stars(payer, -terms.amount);
        self.change_person(payer, |person| person.started = true);
        let payment = Payment {
            charge_id: new_charge_id(),
            payer,
            terms: terms.clone(),
            chat_id,
            is_recurring: period.is_some(),
            commission: self.next_commission(terms.amount),
            returned: Returned::No,
        };
        self.counters.change_balance(payment.earned());
        self.touch_counters();
        self.list_transaction("source", &payment, now);
        let mut note = json!({
            "currency": terms.currency, "total_amount": terms.amount, "invoice_payload": terms.payload,
            "telegram_payment_charge_id": payment.charge_id, "provider_payment_charge_id": payment.charge_id,
        });
        if let Some(Period { until, is_first }) = period {
            note["subscription_expiration_date"] = json!(until);
            note["is_recurring"] = json!(true);
            if is_first {
                note["is_first_recurring"] = json!(true);
            }
        }
        self.post_service(&payment, "successful_payment", note, now);
        let charge_id = payment.charge_id.clone();
        self.keep_payment(payment);
        Some(charge_id)
    }

    fn end_checkout(&mut self, id: &str, outcome: CheckoutOutcome) {
        let Some(checkout) = self.checkouts.get_mut(id) else { return };
        let event = json!({
            "message_id": checkout.invoice.1,
            "state": outcome.state(), "error_message": outcome.error(),
        });
        self.events.add(checkout.payer, "checkout", &event);
        checkout.outcome = Some(outcome);
    }

    fn give_back(&mut self, payment: &Payment, returned: Returned, now: i64) {
        self.move_stars(payment.payer, payment.terms.amount);
        self.counters.change_balance(-payment.earned());
        self.touch_counters();
        self.list_transaction("receiver", payment, now);
        self.keep_payment(Payment { returned, ..payment.clone() });
        self.end_subscription_of(&payment.charge_id);
    }

    fn payment_of(&self, user: i64, charge_id: &str) -> Result<Payment, Refusal> {
        if charge_id.is_empty() {
            return Err(Refusal::bad_request("CHARGE_ID_EMPTY"));
        }
        if !self.people.contains_key(&user) {
            return Err(Refusal::bad_request("USER_ID_INVALID"));
        }
        let payment = self.payments.get(charge_id).filter(|payment| payment.payer == user);
        payment.cloned().ok_or_else(|| Refusal::bad_request("CHARGE_ID_INVALID"))
    }

    fn keep_payment(&mut self, payment: Payment) {
        self.touched.put("payment", &payment.charge_id, &payment);
        self.payments.insert(payment.charge_id.clone(), payment);
    }

    fn list_transaction(&mut self, side: &str, payment: &Payment, now: i64) {
        let user = self.people.get(&payment.payer).map(super::people::Person::to_user);
        let mut partner = json!({
            "type": "user", "transaction_type": "invoice_payment", "user": user,
            "invoice_payload": payment.terms.payload,
        });
        if payment.is_recurring {
            partner["subscription_period"] = json!(self.subscription_seconds);
        }
        if let Some(commission) = payment.commission {
            partner["affiliate"] = commission.to_json(side);
        }
        let stars = payment.terms.amount;
        let listed = payment.commission.map_or(stars * NANO, |commission| commission.listed(stars));
        let mut transaction = json!({ "id": payment.charge_id, "amount": listed / NANO, "date": now });
        if listed % NANO != 0 {
            transaction["nanostar_amount"] = json!(listed % NANO);
        }
        transaction[side] = partner;
        self.add_transaction(transaction);
    }

    fn add_transaction(&mut self, transaction: Value) {
        let place = self.transactions.len();
        self.touched.put("transaction", place, &(place, &transaction));
        self.transactions.push(transaction);
    }

    fn post_service(&mut self, payment: &Payment, field: &str, note: Value, now: i64) {
        let content = Map::from_iter([(field.to_owned(), note)]);
        let posted = self.post(payment.chat_id, Sender::Person(payment.payer), content, now);
        if let Some(message) = posted
            && !faults::is_lost(&mut self.faults, field)
        {
            self.add_update("message", message, payment.chat_id, now);
        }
    }
}

/// As long as the real ones, so that nobody relies on them fitting into a button.
fn new_charge_id() -> String {
    let random: [u8; 48] = rand::random();
    format!("stx{}", URL_SAFE_NO_PAD.encode(random))
}
