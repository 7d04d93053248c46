//! The model of purchases: what was paid and given back, and by whom. Written from the rules of refunds, not from the
//! code that keeps them.

use std::collections::{BTreeMap, BTreeSet};

use bot::core::Policy;
use bot::core::effect::Attempt;
use bot::core::event::{Direction, Event, Outcome, Report, StarTransaction};
use bot::core::ids::{PurchaseName, UserId};
use bot::core::update::{RefundedPayment, SuccessfulPayment};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _};

use crate::Violation;
use crate::catalog_fixture::OPERATOR;
use crate::causes::pressed;
use crate::coverage::{Coverage, Met};
use crate::model::{Commit, Model, ensure};

/// A payment, and what it has brought.
#[derive(Debug, Clone)]
pub(crate) struct Payment {
    pub(crate) user: UserId,
    pub(crate) credits: i64,
    /// That of the pack.
    pub(crate) bonus: i64,
    /// That of a first purchase.
    pub(crate) first: i64,
}

impl Payment {
    /// All that it has brought.
    pub(crate) const fn brought(&self) -> i64 {
        self.credits + self.bonus + self.first
    }
}

/// A refund, as it should stand.
#[derive(Debug, Clone)]
pub(crate) struct Refund {
    pub(crate) user: UserId,
    pub(crate) state: RefundState,
    pub(crate) credits: i64,
    attempt: i64,
}

/// See [`Refund`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RefundState {
    /// The credits are set aside.
    Held,
    /// They are taken.
    Done,
    /// They are back.
    Refused,
}

/// What operators gave and took.
#[derive(Debug, Clone, Default)]
pub(crate) struct OperatorActions {
    last: i64,
    /// Of each person: given, and taken.
    pub(crate) moved: BTreeMap<UserId, (i64, i64)>,
}

impl Model {
    /// Stars were paid: for an invoice of ours, by its buyer, at its price, or for nothing of ours.
    pub(crate) fn note_payment(
        &mut self,
        payment: &SuccessfulPayment,
        (payer, at): (UserId, Timestamp),
        (policy, now): (&Policy, Timestamp),
        coverage: &mut Coverage,
    ) {
        let charge = payment.telegram_payment_charge_id.clone();
        let invoice = self.invoices.get(&payment.invoice_payload);
        let Some(invoice) = invoice.filter(|sold| sold.buyer == payer && sold.stars == payment.total_amount) else {
            self.foreign.insert(charge);
            return;
        };
        self.paid_invoices.insert(invoice.payload.clone());
        let is_new = !self.paid.contains_key(&charge);
        if invoice.is_subscription {
            self.subscriptions.note_payment((invoice, payment), (at, now), is_new, coverage);
        }
        if !is_new {
            return;
        }
        // Stars that are back already bring no bonus.
        let is_back = self.refunds.get(&charge).is_some_and(|refund| refund.state == RefundState::Done);
        if is_back {
            self.subscriptions.note_returned(&charge, now, coverage);
        }
        let is_first = !self.paid.values().any(|payment| payment.user == payer);
        let bonus = if is_back { 0 } else { invoice.bonus };
        let first = if is_first && !is_back { policy.first_purchase_bonus.0 } else { 0 };
        for (is_met, gift) in [(bonus > 0, "bonus"), (first > 0, "first")] {
            if is_met {
                coverage.meet(Met::Gift(gift));
            }
        }
        let payment = Payment { user: payer, credits: invoice.credits, bonus, first };
        self.lots.buy(&charge, &payment);
        self.paid.insert(charge, payment);
    }

    /// Somebody has written, perhaps for the first time.
    pub(crate) fn note_message(&mut self, user: UserId, policy: &Policy, coverage: &mut Coverage) {
        if self.welcomed.contains_key(&user) {
            return;
        }
        let credits = policy.welcome_credits.0;
        self.welcomed.insert(user, credits);
        if credits > 0 {
            self.lots.welcome(user, credits);
            coverage.meet(Met::Gift("welcome"));
        }
    }

    /// Everything that came for nothing must be there, once.
    pub(crate) fn look_at_gifts(&self, connection: &Connection) -> Result<(), Violation> {
        let mut expected = BTreeMap::new();
        for (charge, payment) in &self.paid {
            for (entry, credits) in
                [(format!("bonus:{charge}"), payment.bonus), (format!("first:{}", payment.user), payment.first)]
            {
                if credits > 0 {
                    expected.insert(entry, (payment.user, credits));
                }
            }
        }
        let welcomed = self.welcomed.iter().filter(|(_, credits)| **credits > 0);
        expected.extend(welcomed.map(|(user, credits)| (format!("welcome:{user}"), (*user, *credits))));
        let sql = "SELECT id, user, credits FROM entries
                   WHERE id GLOB 'bonus:*' OR id GLOB 'first:*' OR id GLOB 'welcome:*'";
        let mut statement = connection.prepare_cached(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))).unwrap();
        let found: BTreeMap<String, (UserId, i64)> = rows.collect::<Result<_, _>>().unwrap();
        ensure(found == expected, "everybody gets each bonus and their welcome once", || {
            format!("given is {found:?}, should be {expected:?}")
        })
    }

    /// Telegram says that Stars went back.
    pub(crate) fn note_refund(
        &mut self,
        refund: &RefundedPayment,
        payer: UserId,
        now: Timestamp,
        coverage: &mut Coverage,
    ) {
        let charge = &refund.telegram_payment_charge_id;
        let invoice = self.invoices.get(&refund.invoice_payload).filter(|invoice| invoice.buyer == payer);
        // What is not known yet has brought no bonus, and will bring none.
        let by_invoice = invoice.map(|invoice| (payer, invoice.credits));
        if let Some((user, credits)) = self.bought(charge).or(by_invoice) {
            self.note_returned(charge, (user, credits), now, coverage);
        }
    }

    fn bought(&self, charge: &str) -> Option<(UserId, i64)> {
        let refund = self.refunds.get(charge).map(|refund| (refund.user, 0));
        self.paid.get(charge).map(|payment| (payment.user, payment.brought())).or(refund)
    }

    /// The credits of a charge are taken, once: those that are set aside, or else all of the purchase, spent or not.
    fn note_returned(&mut self, charge: &str, (user, bought): (UserId, i64), now: Timestamp, coverage: &mut Coverage) {
        let known = self.refunds.get(charge);
        let from = known.map_or("-", |refund| refund.state.as_str());
        coverage.meet(Met::RefundMoved(from, "done"));
        let credits = match known.map(|refund| refund.state) {
            Some(RefundState::Done) => return,
            Some(RefundState::Held) => known.map_or(0, |refund| refund.credits),
            Some(RefundState::Refused) | None => {
                self.lots.take_all(user, charge, bought);
                bought
            }
        };
        let done = Refund { user, state: RefundState::Done, credits, attempt: 0 };
        self.refunds.insert(charge.to_owned(), done);
        self.subscriptions.note_returned(charge, now, coverage);
    }

    /// A page of Telegram's list.
    pub(crate) fn note_page(
        &mut self,
        transactions: &[StarTransaction],
        (policy, now): (&Policy, Timestamp),
        coverage: &mut Coverage,
    ) {
        for transaction in transactions {
            let Some(user) = transaction.user else { continue };
            let payload = transaction.payload.clone().unwrap_or_default();
            let charge = transaction.id.clone();
            match transaction.direction {
                Direction::In if !self.paid.contains_key(&charge) => {
                    let payment = SuccessfulPayment {
                        currency: "XTR".to_owned(),
                        total_amount: transaction.stars.0,
                        invoice_payload: payload,
                        telegram_payment_charge_id: charge.clone(),
                        ..SuccessfulPayment::default()
                    };
                    self.note_payment(&payment, (user, transaction.at), (policy, now), coverage);
                    if self.paid.contains_key(&charge) {
                        coverage.meet(Met::CreditedByList);
                    }
                }
                Direction::Out => {
                    let refund = RefundedPayment { telegram_payment_charge_id: charge, invoice_payload: payload };
                    self.note_refund(&refund, user, now, coverage);
                }
                Direction::In | Direction::Unknown => {}
            }
        }
    }

    /// A call to give Stars back has ended.
    pub(crate) fn note_refund_report(&mut self, report: &Report, now: Timestamp, coverage: &mut Coverage) {
        let charge = &report.ticket.key;
        match &report.outcome {
            Outcome::Done(_) => {
                if let Some((user, credits)) = self.bought(charge) {
                    self.note_returned(charge, (user, credits), now, coverage);
                }
            }
            Outcome::Refused(_) => {
                if let Some(refund) = self.refunds.get_mut(charge)
                    && refund.state == RefundState::Held
                    && refund.attempt == report.ticket.attempt
                {
                    refund.state = RefundState::Refused;
                    self.lots.give_back(refund.user, charge);
                    coverage.meet(Met::RefundMoved("held", "refused"));
                }
            }
            Outcome::Unreachable | Outcome::TryAgain(_) | Outcome::Unclear => {}
        }
    }

    /// Stars are about to go back: again, or because somebody has begun it.
    pub(crate) fn begin_refund(
        &mut self,
        refund: &Attempt,
        commit: &Commit<'_>,
        coverage: &mut Coverage,
    ) -> Result<(), Violation> {
        let charge = &refund.ticket.key;
        let known = self.refunds.get(charge).cloned();
        if let Some(known) = &known
            && known.state == RefundState::Held
        {
            ensure(refund.ticket.attempt == known.attempt + 1, "the calls of a refund are counted", || {
                format!("{known:?}")
            })?;
            return self.set_attempt(refund);
        }
        let state = known.as_ref().map(|known| known.state);
        ensure(state != Some(RefundState::Done), "Stars go back once", || format!("{refund:?}: {known:?}"))?;
        let initiator = initiator_of(commit, charge);
        let bought = self.bought(charge).map_or(0, |(_, credits)| credits);
        let left = self.lots.left(refund.user, charge);
        let available = self.balances().get(&refund.user.0).map_or(0, |balance| balance[0]);
        let credits = match initiator {
            Some(Initiator::Buyer(buyer)) if buyer == refund.user => {
                let is_unspent = left == bought && available >= bought;
                ensure(is_unspent, "a buyer gets back what is unspent", || format!("{refund:?}: {left} are left"))?;
                bought
            }
            Some(Initiator::Operator) => left.min(available).max(0),
            Some(Initiator::Buyer(_)) | None => {
                let what = || format!("{refund:?} by {initiator:?}");
                return ensure(false, "Stars go back on somebody's initiative", what);
            }
        };
        coverage.meet(Met::RefundMoved(state.map_or("-", RefundState::as_str), "held"));
        self.lots.take(refund.user, charge, credits);
        let begun = Refund { user: refund.user, state: RefundState::Held, credits, attempt: refund.ticket.attempt };
        self.refunds.insert(charge.clone(), begun);
        Ok(())
    }

    fn set_attempt(&mut self, refund: &Attempt) -> Result<(), Violation> {
        if let Some(known) = self.refunds.get_mut(&refund.ticket.key) {
            known.attempt = refund.ticket.attempt;
        }
        Ok(())
    }

    /// What operators have done in this commit must be what they said.
    pub(crate) fn look_at_operator_actions(
        &mut self,
        commit: &Commit<'_>,
        coverage: &mut Coverage,
    ) -> Result<(), Violation> {
        let sql = "SELECT id, action, user, credits FROM operator_actions WHERE id > ?1";
        let mut statement = commit.connection.prepare_cached(sql).unwrap();
        let rows = statement
            .query_map([self.operator_actions.last], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .unwrap();
        let operator_actions: Vec<(i64, String, Option<UserId>, Option<i64>)> = rows.collect::<Result<_, _>>().unwrap();
        for (id, action, user, credits) in operator_actions {
            self.operator_actions.last = id;
            let (Some(user), Some(credits), "grant" | "debit") = (user, credits, action.as_str()) else { continue };
            let said = commanded(commit.event).is_some_and(|text| {
                text.starts_with(&format!("/{action} {user} {credits} "))
                    || self.operating.answers((&action, user), credits, text)
            });
            ensure(said, "credits are given and taken as an operator says", || format!("{action} {user} {credits}"))?;
            self.operating.is_answered();
            coverage.meet(Met::OperatorAction(if action == "grant" { "grant" } else { "debit" }));
            let moved = self.operator_actions.moved.entry(user).or_default();
            if action == "grant" {
                moved.0 += credits;
                self.lots.give(user, id, credits);
            } else {
                moved.1 += credits;
                self.lots.debit(user, credits);
            }
        }
        Ok(())
    }

    /// Whoever must be told that Stars went back.
    pub(crate) fn returned(&self) -> impl Iterator<Item = (&String, &Refund)> {
        self.refunds.iter().filter(|(_, refund)| refund.state == RefundState::Done)
    }

    /// Nothing is left half done, and what was taken is what went back at Telegram.
    pub(crate) fn check_refunds(
        &self,
        returned: &BTreeSet<String>,
        payments: &[(SuccessfulPayment, UserId)],
    ) -> Result<(), Violation> {
        for (charge, refund) in &self.refunds {
            ensure(refund.state != RefundState::Held, "every refund ends", || format!("{charge}: {refund:?}"))?;
            let is_back = refund.state != RefundState::Done || returned.contains(charge);
            ensure(is_back, "credits are taken only for Stars that went back", || format!("{charge}: {refund:?}"))?;
        }
        for (payment, payer) in payments {
            let charge = &payment.telegram_payment_charge_id;
            let invoice = self.invoices.get(&payment.invoice_payload);
            let is_ours = invoice.is_some_and(|sold| sold.buyer == *payer && sold.stars == payment.total_amount);
            let is_credited = !is_ours || self.paid.contains_key(charge);
            ensure(is_credited, "a payment is credited, though its message be lost", || charge.clone())?;
            let is_taken = !is_ours
                || !returned.contains(charge)
                || self.refunds.get(charge).is_some_and(|refund| refund.state == RefundState::Done);
            ensure(is_taken, "Stars that went back take their credits along", || charge.clone())?;
        }
        Ok(())
    }
}

impl RefundState {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }
}

/// Who has Stars go back.
#[derive(Debug, Clone, Copy)]
enum Initiator {
    Buyer(UserId),
    Operator,
}

/// Who has this charge go back, if the event is that.
fn initiator_of(commit: &Commit<'_>, charge: &str) -> Option<Initiator> {
    if let Some(text) = commanded(commit.event) {
        let which = text.strip_prefix("/refund ")?.split(' ').next()?;
        let named = PurchaseName::parse(which).and_then(|name| charge_of(commit.connection, name));
        return (which == charge || named.as_deref() == Some(charge)).then_some(Initiator::Operator);
    }
    let (user, data) = pressed(commit.event)?;
    let (action, which) = data.strip_prefix("refund:")?.split_once(':')?;
    let is_this = |name| charge_of(commit.connection, name).as_deref() == Some(charge);
    match action {
        "confirm" if is_this(PurchaseName { user, number: which.parse().ok()? }) => Some(Initiator::Buyer(user)),
        "approve" if user == OPERATOR && is_this(PurchaseName::parse(which)?) => Some(Initiator::Operator),
        _ => None,
    }
}

/// What an operator has written, if the event is that.
pub(crate) fn commanded(event: &Event) -> Option<&str> {
    let Event::Update(incoming) = event else { return None };
    let message = incoming.update.message.as_ref()?;
    (message.from.as_ref()?.id == OPERATOR).then_some(message.text.as_deref())?
}

fn charge_of(connection: &Connection, name: PurchaseName) -> Option<String> {
    let sql = "SELECT charge FROM payments WHERE user = ?1 AND number = ?2";
    let mut statement = connection.prepare_cached(sql).unwrap();
    statement.query_row((name.user, name.number), |row| row.get(0)).optional().unwrap()
}
