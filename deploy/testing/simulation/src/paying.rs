//! Invoices, checkouts and Stars in the simulated Telegram.

use bot::core::effect::Invoice;
use bot::core::event::{Direction, Event};
use bot::core::update::{Message, PreCheckoutQuery, SuccessfulPayment, Update, User};
use rand::Rng as _;

use crate::coverage::{Checkout, Fault};
use crate::model;
use crate::world::World;

/// Telegram waits so long for the answer to a checkout.
const CHECKOUT_SECONDS: i64 = 10;

impl World {
    /// Somebody sees an invoice.
    pub(crate) fn invoice_came(&mut self, chat: i64, invoice: &Invoice) {
        let pack = self.policy.packs.iter().find(|pack| pack.stars == invoice.stars).copied();
        let person = self.people.iter_mut().find(|person| person.user.id.0 == chat);
        if let (Some(pack), Some(person)) = (pack, person) {
            person.invoices.push(invoice.payload.clone());
            person.is_about_to_pay = true;
            let sold = model::Invoice {
                payload: invoice.payload.clone(),
                buyer: person.user.id,
                credits: pack.credits.0,
                stars: pack.stars.0,
                issued_at: issued_at(&invoice.payload),
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
        let offered =
            |stars, credits| self.policy.packs.iter().any(|pack| (pack.stars.0, pack.credits.0) == (stars, credits));
        Some(if invoice.buyer != query.from.id {
            Checkout::NotYours
        } else if query.currency != "XTR"
            || query.total_amount != invoice.stars
            || !offered(invoice.stars, invoice.credits)
        {
            Checkout::PriceChanged
        } else if self.now.as_second() - invoice.issued_at > 24 * 3600 {
            Checkout::TooOld
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
        let payment = SuccessfulPayment {
            currency: query.currency,
            total_amount: query.total_amount,
            invoice_payload: query.invoice_payload,
            telegram_payment_charge_id: format!("charge-{}", self.chats.charges.len()),
        };
        self.list(&payment, query.from.id, Direction::In);
        if self.goes_wrong(Fault::RefundBeforePayment, 3) {
            self.return_stars(&payment, &query.from, 500);
        }
        self.chats.charges.push((payment.clone(), query.from.clone()));
        if self.goes_wrong(Fault::PaymentMessageLost, 6) {
            return;
        }
        if self.goes_wrong(Fault::PaymentDoubled, 4) {
            self.send_payment(payment.clone(), &query.from);
        }
        self.send_payment(payment, &query.from);
    }

    pub(crate) fn send_payment(&mut self, payment: SuccessfulPayment, from: &User) {
        let message = Message { successful_payment: Some(payment), ..self.message_of(from) };
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

/// When the core made the invoice, in seconds since 1970; a clock that jumps may show it to the buyer much later.
fn issued_at(payload: &str) -> i64 {
    payload.split(':').nth(4).and_then(|seconds| seconds.parse().ok()).unwrap()
}
