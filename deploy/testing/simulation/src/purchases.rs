//! The model of purchases: what was paid and given back, and by whom. Written from the rules of refunds, not from the
//! code that keeps them.

use std::collections::{BTreeMap, BTreeSet};

use bot::core::Policy;
use bot::core::effect::Attempt;
use bot::core::event::{Direction, Outcome, Report, StarTransaction};
use bot::core::ids::{NANO, UserId};
use bot::core::update::{RefundedPayment, SuccessfulPayment};
use jiff::Timestamp;
use rusqlite::Connection;

use crate::Violation;
use crate::coverage::{Coverage, Met};
use crate::initiator::{Initiator, initiator_of};
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
    /// What comes with a first purchase because somebody was invited.
    pub(crate) invited: i64,
    /// Whether it is for somebody else.
    pub(crate) is_gift: bool,
}

impl Payment {
    /// All that it has brought.
    pub(crate) const fn brought(&self) -> i64 {
        self.credits + self.bonus + self.first + self.invited
    }
}

/// A refund, as it should stand.
#[derive(Debug, Clone)]
pub(crate) struct Refund {
    pub(crate) user: UserId,
    /// Who has the credits: the buyer, or whoever has opened a gift.
    pub(crate) holder: UserId,
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
        let is_gift = invoice.is_gift;
        let is_first = !is_gift && !self.paid.values().any(|payment| payment.user == payer && !payment.is_gift);
        let bonus = if is_back { 0 } else { invoice.bonus };
        let first = if is_first && !is_back { policy.first_purchase_bonus.0 } else { 0 };
        let credits = invoice.credits;
        let invited = if is_back { 0 } else { self.promised(payer, is_first, policy) };
        for (is_met, gift) in [(bonus > 0, "bonus"), (first > 0, "first"), (invited > 0, "invited")] {
            if is_met {
                coverage.meet(Met::Gift(gift));
            }
        }
        let payment = Payment { user: payer, credits, bonus, first, invited, is_gift };
        if is_gift {
            self.note_gift(&charge, (payer, credits + bonus), is_back, now);
        }
        if !is_gift || is_back {
            self.lots.buy(&charge, &payment);
        }
        if invited > 0 {
            self.note_rewarded(payer, &charge, invited, (policy, coverage));
        }
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
            for (entry, credits) in [
                (format!("bonus:{charge}"), payment.bonus),
                (format!("first:{}", payment.user), payment.first),
                (format!("invited:{}", payment.user), payment.invited),
            ] {
                if credits > 0 {
                    expected.insert(entry, (payment.user, credits));
                }
            }
        }
        let welcomed = self.welcomed.iter().filter(|(_, credits)| **credits > 0);
        expected.extend(welcomed.map(|(user, credits)| (format!("welcome:{user}"), (*user, *credits))));
        let rewarded = self.links.referrals.iter().filter(|(_, referral)| referral.credits > 0);
        expected.extend(
            rewarded.map(|(invited, referral)| (format!("inviter:{invited}"), (referral.inviter, referral.credits))),
        );
        for (code, promo) in &self.links.promos {
            expected.extend(promo.used_by.iter().map(|user| (format!("promo:{code}:{user}"), (*user, promo.credits))));
        }
        let sql = "SELECT id, user, credits FROM entries
                   WHERE id GLOB 'bonus:*' OR id GLOB 'first:*' OR id GLOB 'welcome:*' OR id GLOB 'invited:*'
                      OR id GLOB 'inviter:*' OR id GLOB 'promo:*'";
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
        let state = known.map(|refund| refund.state);
        let held = known.map_or(0, |refund| refund.credits);
        if state == Some(RefundState::Done) {
            return;
        }
        let was_opened = self.links.gifts.get(charge).is_some_and(|gift| gift.state == "opened");
        let set_aside = known.filter(|_| state == Some(RefundState::Held)).map(|refund| (refund.holder, held));
        let of_gift = self.note_links_returned(charge, set_aside.map(|(_, held)| held), coverage);
        let (holder, credits) = match (set_aside, of_gift) {
            (Some(set_aside), _) => set_aside,
            (_, Some(owed)) if was_opened => {
                self.lots.owe(user, charge, owed);
                (user, owed)
            }
            (_, Some(_)) => (user, bought),
            (_, None) => {
                self.lots.take_all(user, charge, bought);
                (user, bought)
            }
        };
        let done = Refund { user, holder, state: RefundState::Done, credits, attempt: 0 };
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
                    let asked = self.invoices.get(&payload).map(|invoice| invoice.stars);
                    let shown = transaction.stars.0 * NANO + transaction.nanostars;
                    // The list may show what is left when an affiliate has had a share.
                    let is_all = |asked: &i64| asked * NANO == shown + transaction.commission;
                    let payment = SuccessfulPayment {
                        currency: "XTR".to_owned(),
                        total_amount: asked.filter(is_all).unwrap_or(transaction.stars.0),
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
                    self.lots.give_back(refund.holder, charge);
                    if let Some(gift) = self.links.gifts.get_mut(charge).filter(|gift| gift.state == "refunding") {
                        gift.state = "waiting";
                    }
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
        let opened_by = self.links.gifts.get(charge).and_then(|gift| gift.opened_by);
        let gift = self.links.gifts.get(charge).map(|gift| gift.state);
        let holder = opened_by.unwrap_or(refund.user);
        let left = if gift == Some("waiting") { bought } else { self.lots.left(holder, charge) };
        let available = self.balances().get(&holder.0).map_or(0, |balance| balance[0]);
        let credits = match initiator {
            Some(Initiator::Buyer(buyer)) if buyer == refund.user && buyer == holder => {
                let is_unspent = left == bought && (available >= bought || gift == Some("waiting"));
                ensure(is_unspent, "a buyer gets back what is unspent", || format!("{refund:?}: {left} are left"))?;
                bought
            }
            Some(Initiator::Operator) if gift == Some("waiting") => bought,
            Some(Initiator::Operator) => left.min(available).max(0),
            Some(Initiator::Buyer(_)) | None => {
                let what = || format!("{refund:?} by {initiator:?}");
                return ensure(false, "Stars go back on somebody's initiative", what);
            }
        };
        coverage.meet(Met::RefundMoved(state.map_or("-", RefundState::as_str), "held"));
        match self.links.gifts.get_mut(charge).filter(|gift| gift.state == "waiting") {
            Some(gift) => gift.state = "refunding",
            None => self.lots.take(holder, charge, credits),
        }
        let begun =
            Refund { user: refund.user, holder, state: RefundState::Held, credits, attempt: refund.ticket.attempt };
        self.refunds.insert(charge.clone(), begun);
        Ok(())
    }

    fn set_attempt(&mut self, refund: &Attempt) -> Result<(), Violation> {
        if let Some(known) = self.refunds.get_mut(&refund.ticket.key) {
            known.attempt = refund.ticket.attempt;
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
