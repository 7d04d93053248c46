//! Telegram's side of Stars: the list of transactions, calls that give Stars back, charges that are taken back without
//! us, and the bot's reading of the list, page by page, in a process that may die between two pages.

use std::collections::BTreeSet;

use bot::core::effect::Attempt;
use bot::core::event::{
    Direction, Event, Outcome, Receipt, Refusal, Report, StarBalance, StarPage, StarTransaction, StarsRead,
};
use bot::core::ids::{NANO, Stars, UserId};
use bot::core::update::{Message, RefundedPayment, SuccessfulPayment, Update, User};
use rand::Rng as _;
use rusqlite::OptionalExtension as _;

use crate::Violation;
use crate::coverage::{Fault, Met};
use crate::event::{StarReading, WorldEvent};
use crate::world::World;

/// Transactions on a page; Telegram's pages have a hundred.
const PAGE: usize = 4;

/// How many transactions before the known end are read again.
const OVERLAP: usize = 3;

const MINUTE: i64 = 60_000;

/// What Telegram knows of Stars.
#[derive(Debug, Default)]
pub(crate) struct StarList {
    pub(crate) transactions: Vec<StarTransaction>,
    /// Charges whose Stars went back.
    pub(crate) returned: BTreeSet<String>,
    /// Whether the list shows what was paid, and not what is left of it when an affiliate has had a share.
    pub(crate) shows_what_was_paid: bool,
}

/// What an affiliate has of a payment, in billionths of a Star: of every fourth, 7.7 per cent.
fn commission(payment: &SuccessfulPayment) -> i64 {
    let number =
        payment.telegram_payment_charge_id.strip_prefix("charge-").and_then(|number| number.parse::<i64>().ok());
    let is_referred = number.is_some_and(|number| number % 4 == 1);
    if is_referred { payment.total_amount * 77 * (NANO / 1000) } else { 0 }
}

impl StarList {
    /// In billionths of a Star: what was paid and did not go back, less what affiliates had of it.
    fn balance(&self) -> i64 {
        let signed = |transaction: &StarTransaction| {
            let shown = transaction.stars.0 * NANO + transaction.nanostars;
            let earned = if self.shows_what_was_paid { shown - transaction.commission } else { shown };
            match transaction.direction {
                Direction::In => earned,
                Direction::Out => -earned,
                Direction::Unknown => 0,
            }
        };
        self.transactions.iter().map(signed).sum()
    }
}

impl World {
    /// Telegram writes a transaction down.
    pub(crate) fn list(&mut self, payment: &SuccessfulPayment, from: UserId, direction: Direction) {
        let commission = commission(payment);
        if commission > 0 {
            self.coverage.meet(Met::Affiliate);
        }
        let stars = &mut self.chats.stars;
        let shown = payment.total_amount * NANO - if stars.shows_what_was_paid { 0 } else { commission };
        stars.transactions.push(StarTransaction {
            id: payment.telegram_payment_charge_id.clone(),
            direction,
            kind: "invoice_payment".to_owned(),
            user: Some(from),
            payload: Some(payment.invoice_payload.clone()),
            stars: Stars(shown / NANO),
            nanostars: shown % NANO,
            commission,
            at: self.now,
        });
    }

    /// The Stars of a charge go back, by whatever way; the bot hears of it at once, or only by the list.
    pub(crate) fn return_stars(&mut self, payment: &SuccessfulPayment, from: &User, most_millis: i64) {
        if self.chats.stars.returned.insert(payment.telegram_payment_charge_id.clone()) {
            self.list(payment, from.id, Direction::Out);
        }
        if self.goes_wrong(Fault::RefundMessageLost, 30) {
            return;
        }
        let refund = RefundedPayment {
            telegram_payment_charge_id: payment.telegram_payment_charge_id.clone(),
            invoice_payload: payment.invoice_payload.clone(),
        };
        let message = Message { refunded_payment: Some(refund), ..self.message_of(from) };
        self.send_update(Update { message: Some(message), ..Update::default() }, most_millis);
    }

    /// The bot asks Telegram to give Stars back.
    pub(crate) fn perform_refund(&mut self, attempt: &Attempt, charge: &str, reported: bool) {
        if self.now > attempt.until || self.goes_wrong(Fault::RefundCallLost, 4) {
            return;
        }
        let outcome = self.answer_to_refund(charge, attempt.user);
        self.coverage.meet(Met::Refund(match outcome {
            Outcome::Done(_) => "returned",
            Outcome::Refused(_) => "refused",
            Outcome::Unreachable | Outcome::TryAgain(_) | Outcome::Unclear => "try again",
        }));
        if !reported || self.goes_wrong(Fault::RefundReportLost, 4) {
            return;
        }
        let late = self.goes_wrong(Fault::RefundReportLate, 5);
        let at = if late { self.in_millis(MINUTE, 5 * MINUTE) } else { self.in_millis(100, 3_000) };
        let outcome = self.wiring.refunded(outcome);
        let report = Report { ticket: attempt.ticket.clone(), outcome };
        self.agenda.push(at, WorldEvent::Report(Event::Reported(report)));
    }

    fn answer_to_refund(&mut self, charge: &str, user: UserId) -> Outcome {
        let paid = self
            .chats
            .charges
            .iter()
            .find(|(payment, from)| payment.telegram_payment_charge_id == charge && from.id == user);
        let Some((payment, from)) = paid.cloned() else {
            return Outcome::Refused(Refusal::Other("CHARGE_ID_INVALID".to_owned()));
        };
        if self.chats.stars.returned.contains(charge) {
            self.meet(Fault::RefundedBefore);
            return Outcome::Done(Receipt::Nothing);
        }
        if self.goes_wrong(Fault::RefundRefused, 10) {
            return Outcome::Refused(Refusal::Other("BALANCE_TOO_LOW".to_owned()));
        }
        if self.goes_wrong(Fault::RefundLater, 8) {
            let wait = self.in_millis(1_000, 30_000);
            return Outcome::TryAgain(self.chance(50).then_some(wait));
        }
        self.return_stars(&payment, &from, 20_000);
        if self.goes_wrong(Fault::RefundAnswerLost, 10) {
            return Outcome::TryAgain(None);
        }
        Outcome::Done(Receipt::Nothing)
    }

    /// The bot's process reads the list, from a little before the place it knows.
    pub(crate) fn read_stars(&mut self, reading: StarReading) {
        let (asked_by, is_routine) = match reading {
            StarReading::Routine => (None, true),
            StarReading::AskedFor(asked_by) => (asked_by, false),
        };
        let began = self.now;
        let cursor: Option<String> = self
            .connection
            .prepare_cached("SELECT value FROM meta WHERE name = 'star_cursor'")
            .unwrap()
            .query_row([], |row| row.get(0))
            .optional()
            .unwrap();
        let cursor: usize = cursor.map_or(0, |cursor| cursor.parse().unwrap());
        let from = cursor.saturating_sub(OVERLAP);
        let breaks_off = self.goes_wrong(Fault::StarsNotRead, 8);
        let pages: Vec<StarPage> = self.chats.stars.transactions[from..]
            .chunks(PAGE)
            .enumerate()
            .map(|(nth, page)| StarPage {
                offset: i64::try_from(from + nth * PAGE).unwrap(),
                transactions: page.to_vec(),
            })
            .collect();
        let mut at = self.in_millis(50, 300);
        for page in pages {
            if breaks_off && self.chance(50) {
                break;
            }
            if self.goes_wrong(Fault::StarPageDoubled, 10) {
                let again = crate::backend::later(at, self.random.random_range(1..3 * MINUTE));
                self.agenda.push(again, WorldEvent::Stars(Event::StarPage(page.clone())));
            }
            self.agenda.push(at, WorldEvent::Stars(Event::StarPage(page)));
            at = crate::backend::later(at, self.random.random_range(50..2_000));
        }
        let outcome = if breaks_off {
            Err("Telegram did not answer".to_owned())
        } else {
            let balance = self.chats.stars.balance();
            Ok(StarBalance { stars: Stars(balance / NANO), nanostars: balance % NANO })
        };
        self.agenda.push(at, WorldEvent::Stars(Event::StarsRead(StarsRead { began, asked_by, outcome })));
        if is_routine && self.calm_since.is_none() {
            let next = self.in_millis(5 * MINUTE, 15 * MINUTE);
            self.agenda.push(next, WorldEvent::ReadStars(StarReading::Routine));
        }
    }

    /// The core hears of a page, or of the end of a reading.
    pub(crate) fn hear_of_stars(&mut self, event: Event) -> Result<(), Violation> {
        let event = self.wiring.listed(event);
        self.submit(&event).map(drop)
    }

    /// A process that starts reads the list soon.
    pub(crate) fn plan_reading(&mut self) {
        if self.calm_since.is_none() {
            let at = self.in_millis(500, 60_000);
            self.agenda.push(at, WorldEvent::ReadStars(StarReading::Routine));
        }
    }
}
