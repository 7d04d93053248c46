//! Telegram's side of subscriptions: months that are paid or are not, by hand of nobody; and what people and the bot change.

use bot::core::effect::{Attempt, SubscriptionEdit};
use bot::core::event::{Event, Outcome, Receipt, Refusal, Report};
use bot::core::update::{PreCheckoutQuery, SubscriptionUpdated, SuccessfulPayment, Update, User};
use jiff::{SignedDuration, Timestamp};
use rand::Rng as _;

use crate::coverage::Fault;
use crate::event::WorldEvent;
use crate::world::World;

const MINUTE: i64 = 60_000;

/// A month of these histories, which last for hours.
const MONTH: SignedDuration = SignedDuration::from_mins(30);

/// A subscription, as Telegram has it.
#[derive(Debug, Clone)]
pub(crate) struct Month {
    /// A payment of it, but for its name.
    payment: SuccessfulPayment,
    from: User,
    first_charge: String,
    until: Timestamp,
    is_cancelled: bool,
    /// Whether the bot has cancelled it.
    is_locked: bool,
    is_over: bool,
}

impl World {
    /// Somebody pays: for the first month, if that is what is sold, or for the next one, if the bot was asked before it.
    pub(crate) fn a_month_begins(&mut self, payment: &mut SuccessfulPayment, from: &User) {
        if !payment.invoice_payload.starts_with("ss1:") {
            return;
        }
        let until = self.now + MONTH;
        payment.subscription_expiration_date = Some(until.as_second());
        let payload = &payment.invoice_payload;
        let known =
            self.chats.months.iter_mut().find(|month| month.payment.invoice_payload == *payload && !month.is_over);
        if let Some(month) = known {
            (month.until, month.is_cancelled) = (until, false);
            return;
        }
        payment.is_first_recurring = true;
        self.chats.months.push(Month {
            payment: payment.clone(),
            from: from.clone(),
            first_charge: payment.telegram_payment_charge_id.clone(),
            until,
            is_cancelled: false,
            is_locked: false,
            is_over: false,
        });
    }

    /// Something happens to a subscription: its month is over, or its person changes it in Telegram.
    pub(crate) fn a_subscription_goes_on(&mut self) {
        let going_on: Vec<usize> = (0..self.chats.months.len()).filter(|at| !self.chats.months[*at].is_over).collect();
        if going_on.is_empty() {
            let index = self.random.random_range(0..self.people.len());
            return self.press(index, (0, "subscribe".to_owned()));
        }
        let at = going_on[self.random.random_range(0..going_on.len())];
        let month = self.chats.months[at].clone();
        if self.chance(30) {
            let is_cancelled = !month.is_cancelled;
            if month.is_locked && !is_cancelled {
                return;
            }
            self.chats.months[at].is_cancelled = is_cancelled;
            return self.tell_state(&month, if is_cancelled { "canceled" } else { "active" });
        }
        if month.is_cancelled {
            self.chats.months[at].is_over = month.until <= self.now;
        } else if self.goes_wrong(Fault::MonthNotPaid, 20) {
            self.tell_state(&month, "failed");
        } else if self.chance(40) {
            // Whether Telegram asks before it takes the Stars is not documented.
            let query = PreCheckoutQuery {
                id: String::new(),
                from: month.from,
                currency: month.payment.currency,
                total_amount: month.payment.total_amount,
                invoice_payload: month.payment.invoice_payload,
            };
            self.ask_to_pay(query);
        } else {
            let until = self.now + MONTH;
            self.chats.months[at].until = until;
            let payment = SuccessfulPayment {
                telegram_payment_charge_id: format!("charge-{}", self.chats.charges.len()),
                subscription_expiration_date: Some(until.as_second()),
                is_first_recurring: false,
                ..month.payment
            };
            self.is_paid(payment, month.from);
        }
    }

    /// The bot asks Telegram to change a subscription.
    pub(crate) fn perform_edit(&mut self, attempt: &Attempt, edit: &SubscriptionEdit, reported: bool) {
        if self.now > attempt.until || self.goes_wrong(Fault::SubscriptionCallLost, 15) {
            return;
        }
        let outcome = self.answer_to_edit(edit);
        if !reported || self.goes_wrong(Fault::SubscriptionReportLost, 15) {
            return;
        }
        let late = self.goes_wrong(Fault::SubscriptionReportLate, 15);
        let at = if late { self.in_millis(MINUTE, 5 * MINUTE) } else { self.in_millis(100, 3_000) };
        let report = Report { ticket: attempt.ticket.clone(), outcome };
        self.agenda.push(at, WorldEvent::Report(Event::Reported(report)));
    }

    fn answer_to_edit(&mut self, edit: &SubscriptionEdit) -> Outcome {
        let known = self.chats.months.iter().position(|month| month.first_charge == edit.charge && !month.is_over);
        let Some(at) = known else { return Outcome::Refused(Refusal::Other("CHARGE_ID_INVALID".to_owned())) };
        if self.goes_wrong(Fault::SubscriptionRefused, 10) {
            return Outcome::Refused(Refusal::Other("Bad Request".to_owned()));
        }
        if self.faults_on && self.chance(10) {
            return Outcome::TryAgain(None);
        }
        let month = &mut self.chats.months[at];
        month.is_locked = edit.is_cancelled;
        month.is_cancelled |= edit.is_cancelled;
        let month = month.clone();
        if edit.is_cancelled && self.chance(50) {
            self.tell_state(&month, "canceled");
        }
        Outcome::Done(Receipt::Nothing)
    }

    fn tell_state(&mut self, month: &Month, state: &str) {
        let (user, invoice_payload) = (month.from.clone(), month.payment.invoice_payload.clone());
        let subscription = Some(SubscriptionUpdated { user, invoice_payload, state: state.to_owned() });
        self.send_update(Update { subscription, ..Update::default() }, 5_000);
    }
}
