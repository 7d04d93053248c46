//! Invoices, checkouts and Stars in the simulated Telegram.

use bot::core::effect::Invoice;
use bot::core::event::{Direction, Event};
use bot::core::update::{Message, PreCheckoutQuery, SuccessfulPayment, Update, User};
use jiff::{SignedDuration, Timestamp};
use rand::Rng as _;

use crate::coverage::{Checkout, Fault};
use crate::model;
use crate::shop::promised;
use crate::world::World;

/// Telegram waits so long for the answer to a checkout.
const CHECKOUT_SECONDS: i64 = 10;

impl World {
    /// Somebody sees an invoice.
    pub(crate) fn invoice_came(&mut self, chat: i64, invoice: &Invoice) {
        let pack = promised(invoice);
        if let Some(person) = self.people.iter_mut().find(|person| person.user.id.0 == chat) {
            person.invoices.push(invoice.payload.clone());
            person.is_about_to_pay = true;
            let sold = model::Invoice {
                payload: invoice.payload.clone(),
                buyer: person.user.id,
                credits: pack.credits.0,
                bonus: pack.bonus.0,
                stars: pack.stars.0,
                is_subscription: invoice.payload.starts_with("ss1:"),
                is_gift: invoice.payload.starts_with("sg1:"),
                // A clock that jumps may show it to the buyer much later.
                issued_at: number(&invoice.payload, 5),
            };
            self.model.invoices.insert(invoice.payload.clone(), sold);
        }
    }

    /// Somebody is about to pay.
    pub(crate) fn ask_to_pay(&mut self, query: PreCheckoutQuery) {
        let id = format!("checkout-{}", self.sent.len());
        let query = PreCheckoutQuery { id: id.clone(), ..query };
        self.chats.checkouts.insert(id, (query.clone(), self.now));
        self.send_update(Update { pre_checkout_query: Some(query), ..Update::default() }, 1_000);
    }

    /// What a checkout should be answered with, by what the world knows of the invoice.
    pub(crate) fn expected_checkout(&self, event: &Event) -> Option<Checkout> {
        let Event::Update(incoming) = event else { return None };
        let query = incoming.update.pre_checkout_query.as_ref()?;
        let Some(invoice) = self.model.invoices.get(&query.invoice_payload) else { return Some(Checkout::Forged) };
        let policy = self.policy();
        let packs = policy.packs.iter().filter(|_| !invoice.is_subscription);
        let subscription = policy.subscription.iter().filter(|_| invoice.is_subscription);
        let mut sold = packs.chain(subscription);
        let is_sold = sold.any(|pack| (pack.stars.0, pack.credits.0) == (invoice.stars, invoice.credits));
        let is_price = query.currency == "XTR" && query.total_amount == invoice.stars;
        let months = self.model.subscriptions.of(&invoice.payload);
        let age = self.now.duration_since(Timestamp::from_second(invoice.issued_at).unwrap());
        Some(if invoice.buyer != query.from.id {
            Checkout::NotYours
        } else if self.model.operating.is_blocked(invoice.buyer) {
            Checkout::Blocked
        } else if let (true, Some(months)) = (is_price, months) {
            if months.is_due(self.now) { Checkout::Allowed } else { Checkout::AlreadySubscribed }
        } else if is_price && self.is_closed_to(query.from.id) {
            Checkout::Maintenance
        } else if !is_price || !is_sold && age > SignedDuration::from_hours(1) {
            Checkout::PriceChanged
        } else if age > SignedDuration::from_hours(24) {
            Checkout::TooOld
        } else if invoice.is_subscription && self.model.subscriptions.has_any(invoice.buyer) {
            Checkout::AlreadySubscribed
        } else if self.model.paid_invoices.contains(&query.invoice_payload) {
            Checkout::AlreadyPaid
        } else {
            Checkout::Allowed
        })
    }

    pub(crate) fn checkout_answered(&mut self, query: &str, allowed: bool) {
        let Some((query, asked_at)) = self.chats.checkouts.remove(query) else { return };
        if !allowed || self.now.duration_since(asked_at).as_secs() > CHECKOUT_SECONDS {
            return;
        }
        let mut payment = SuccessfulPayment {
            currency: query.currency,
            total_amount: query.total_amount,
            invoice_payload: query.invoice_payload,
            telegram_payment_charge_id: format!("charge-{}", self.chats.charges.len()),
            ..SuccessfulPayment::default()
        };
        self.a_month_begins(&mut payment, &query.from);
        self.is_paid(payment, query.from);
    }

    /// Stars have moved: Telegram lists it, and tells the bot.
    pub(crate) fn is_paid(&mut self, payment: SuccessfulPayment, from: User) {
        self.list(&payment, from.id, Direction::In);
        if self.goes_wrong(Fault::RefundBeforePayment, 3) {
            self.return_stars(&payment, &from, 500);
        }
        self.chats.charges.push((payment.clone(), from.clone()));
        if self.goes_wrong(Fault::PaymentMessageLost, 6) {
            return;
        }
        if self.goes_wrong(Fault::PaymentDoubled, 4) {
            self.send_payment(payment.clone(), &from);
        }
        self.send_payment(payment, &from);
    }

    pub(crate) fn send_payment(&mut self, payment: SuccessfulPayment, from: &User) {
        let date = self.now.as_second();
        let message = Message { successful_payment: Some(payment), date, ..self.message_of(from) };
        self.send_update(Update { message: Some(message), ..Update::default() }, 5_000);
    }

    /// The Stars of some payment go back to who paid them.
    pub(crate) fn refund_something(&mut self) {
        if self.chats.charges.is_empty() {
            return;
        }
        self.meet(Fault::Refunded);
        let index = self.random.random_range(0..self.chats.charges.len());
        let (payment, from) = self.chats.charges[index].clone();
        self.return_stars(&payment, &from, 20_000);
    }
}

/// The number at this place of a payload.
fn number(payload: &str, place: usize) -> i64 {
    payload.split(':').nth(place).and_then(|number| number.parse().ok()).unwrap()
}
