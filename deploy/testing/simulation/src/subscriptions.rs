//! The model of what is paid every month: what the bot should know of each subscription, by what it was told. Written from
//! the rules in `bot/README.md`, not from the code that keeps them.

use std::collections::BTreeMap;

use bot::core::effect::SubscriptionEdit;
use bot::core::event::{Event, Outcome, Report};
use bot::core::ids::UserId;
use bot::core::ticket::Ticket;
use bot::core::update::SuccessfulPayment;
use jiff::{SignedDuration, Timestamp};

use crate::Violation;
use crate::coverage::{Coverage, Met};
use crate::model::{Commit, Invoice, ensure};

const MONTH: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A payment is due from so long before the end.
const DUE: SignedDuration = SignedDuration::from_hours(3 * 24);

/// What is not heard of is waited for so long.
const PATIENCE: SignedDuration = SignedDuration::from_hours(24);

/// A row, as it should be: person, first payment, until when it is paid in milliseconds, state, and changes told.
type Row = (UserId, String, i64, String, i64);

/// See the module.
#[derive(Debug, Clone, Default)]
pub(crate) struct Subscriptions {
    /// By the payload of their invoice.
    known: BTreeMap<String, Months>,
}

/// A subscription.
#[derive(Debug, Clone)]
pub(crate) struct Months {
    user: UserId,
    first_charge: String,
    until: Timestamp,
    state: &'static str,
    since: Timestamp,
    changes: i64,
    /// The attempt to change it that is under way, and whether it cancels.
    attempt: Option<(i64, bool)>,
}

impl Months {
    /// Whether the next payment may come.
    pub(crate) fn is_due(&self, now: Timestamp) -> bool {
        self.state == "ended" || now + DUE >= self.until
    }

    fn becomes(&mut self, state: &'static str, now: Timestamp, coverage: &mut Coverage) {
        if self.state != state {
            coverage.meet(Met::Subscription(state));
            (self.state, self.since) = (state, now);
            self.changes += 1;
        }
    }
}

impl Subscriptions {
    /// The one that this invoice began.
    pub(crate) fn of(&self, payload: &str) -> Option<&Months> {
        self.known.get(payload)
    }

    /// Whether this person has one that has not ended.
    pub(crate) fn has_any(&self, user: UserId) -> bool {
        self.known.values().any(|months| months.user == user && months.state != "ended")
    }

    /// A month was paid at `at`, and the bot hears of it `now`.
    pub(crate) fn note_payment(
        &mut self,
        (invoice, payment): (&Invoice, &SuccessfulPayment),
        (at, now): (Timestamp, Timestamp),
        is_new: bool,
        coverage: &mut Coverage,
    ) {
        let said = payment.subscription_expiration_date.map(|seconds| Timestamp::from_second(seconds).unwrap());
        let until = said.unwrap_or(at + MONTH);
        let charge = &payment.telegram_payment_charge_id;
        let Some(months) = self.known.get_mut(&invoice.payload) else {
            coverage.meet(Met::Subscription("begun"));
            let (user, first_charge) = (invoice.buyer, charge.clone());
            let begun = Months { user, first_charge, until, state: "active", since: at, changes: 0, attempt: None };
            self.known.insert(invoice.payload.clone(), begun);
            return;
        };
        months.until = months.until.max(until);
        if !is_new {
            return;
        }
        coverage.meet(Met::Subscription("renewed"));
        if payment.is_first_recurring {
            months.first_charge.clone_from(charge);
        }
        let goes_on = match months.state {
            "ended" => months.until > now,
            "active" => false,
            _ => at.as_second() >= months.since.as_second(),
        };
        if goes_on {
            (months.state, months.since) = ("active", at);
        }
    }

    /// Telegram says how it is.
    pub(crate) fn note_state(&mut self, payload: &str, state: &str, now: Timestamp, coverage: &mut Coverage) {
        let Some(months) = self.known.get_mut(payload).filter(|months| months.state != "ended") else { return };
        match state {
            "canceled" => months.becomes("cancelled", now, coverage),
            "active" if months.until > now => months.becomes("active", now, coverage),
            "failed" if months.is_due(now) => months.becomes("failed", now, coverage),
            _ => {}
        }
    }

    /// The Stars of a payment went back.
    pub(crate) fn note_returned(&mut self, charge: &str, now: Timestamp, coverage: &mut Coverage) {
        for months in self.known.values_mut().filter(|months| months.first_charge == charge && months.state != "ended")
        {
            months.becomes("cancelled", now, coverage);
        }
    }

    /// The bot is about to ask Telegram for a change.
    pub(crate) fn note_attempt(&mut self, ticket: &Ticket, edit: &SubscriptionEdit) {
        if let Some(months) = self.named(&ticket.key) {
            months.attempt = Some((ticket.attempt, edit.is_cancelled));
        }
    }

    /// That has ended.
    pub(crate) fn note_report(&mut self, report: &Report, now: Timestamp, coverage: &mut Coverage) {
        let Some(months) = self.named(&report.ticket.key) else { return };
        let Some((attempt, cancels)) = months.attempt.filter(|(attempt, _)| *attempt == report.ticket.attempt) else {
            return;
        };
        debug_assert_eq!(attempt, report.ticket.attempt);
        months.attempt = None;
        if matches!(report.outcome, Outcome::Done(_)) && cancels && months.state != "ended" {
            months.becomes("cancelled", now, coverage);
        }
    }

    /// A tick of a clock that can be relied on.
    pub(crate) fn note_tick(&mut self, now: Timestamp, coverage: &mut Coverage) {
        for months in self.known.values_mut().filter(|months| months.state != "ended") {
            let waits = if months.state == "cancelled" { SignedDuration::ZERO } else { PATIENCE };
            if months.until + waits < now {
                months.becomes("ended", now, coverage);
            }
        }
    }

    /// What was under way is not.
    pub(crate) fn crashed(&mut self) {
        self.known.values_mut().for_each(|months| months.attempt = None);
    }

    /// The rows must say the same.
    pub(crate) fn compare(&self, commit: &Commit<'_>) -> Result<(), Violation> {
        let sql = "SELECT invoice, user, first_charge, paid_until, state, changes FROM subscriptions";
        let mut statement = commit.connection.prepare_cached(sql).unwrap();
        let rows = statement
            .query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))));
        let found: BTreeMap<String, Row> = rows.unwrap().collect::<Result<_, _>>().unwrap();
        let row = |months: &Months| {
            let Months { user, first_charge, until, state, changes, .. } = months;
            (*user, first_charge.clone(), until.as_millisecond(), (*state).to_owned(), *changes)
        };
        let expected: BTreeMap<String, Row> =
            self.known.iter().map(|(payload, months)| (id_of(payload).to_owned(), row(months))).collect();
        let ended = |rows: &BTreeMap<String, Row>| rows.values().filter(|(.., state, _)| state == "ended").count();
        let is_for_time = matches!(commit.event, Event::Tick) && ended(&found) > ended(&expected);
        ensure(!is_for_time || commit.clock_is_settled, "nothing ends by a clock that nobody vouches for", || {
            format!("{found:?}")
        })?;
        ensure(found == expected, "a subscription is as Telegram has said", || {
            format!("known are {found:?}, should be {expected:?}")
        })
    }

    /// What must have been told, and to whom.
    pub(crate) fn told(&self) -> Vec<(String, UserId)> {
        let changes = |(payload, months): (&String, &Months)| {
            let (id, user) = (id_of(payload).to_owned(), months.user);
            (1..=months.changes).map(move |nth| (format!("subscription:{id}:{nth}"), user)).collect::<Vec<_>>()
        };
        self.known.iter().flat_map(changes).collect()
    }

    fn named(&mut self, invoice: &str) -> Option<&mut Months> {
        self.known.iter_mut().find(|(payload, _)| id_of(payload) == invoice).map(|(_, months)| months)
    }
}

/// The id of the invoice with this payload.
fn id_of(payload: &str) -> &str {
    payload.split(':').nth(6).unwrap()
}
