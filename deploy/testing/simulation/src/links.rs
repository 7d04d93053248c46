//! The model of links that bring people: who invited whom, who used which promo code, and who has which gift. Written from
//! the rules in `bot/README.md`, not from the code that keeps them.

use std::collections::{BTreeMap, BTreeSet};

use bot::core::Policy;
use bot::core::effect::{Attempt, ButtonAction, Effect, Keyboard, Reply, Work};
use bot::core::ids::UserId;
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;

use crate::Violation;
use crate::coverage::{Coverage, Met};
use crate::model::{Commit, Model, ensure};

/// See the module.
#[derive(Debug, Clone, Default)]
pub(crate) struct Links {
    /// Whose code the bot knows.
    inviters: BTreeMap<String, UserId>,
    /// By the person who came.
    pub(crate) referrals: BTreeMap<UserId, Referral>,
    pub(crate) promos: BTreeMap<String, Promo>,
    /// By their payment.
    pub(crate) gifts: BTreeMap<String, Gift>,
    /// The payment of the gift with this code. Chats go on showing it, whatever the bot knows.
    pub(crate) gift_codes: BTreeMap<String, String>,
}

/// Somebody who came by a link.
#[derive(Debug, Clone)]
pub(crate) struct Referral {
    pub(crate) inviter: UserId,
    charge: Option<String>,
    /// What the inviter got.
    pub(crate) credits: i64,
    pub(crate) is_back: bool,
}

/// A promo code.
#[derive(Debug, Clone)]
pub(crate) struct Promo {
    pub(crate) credits: i64,
    uses_max: usize,
    ends_at: Timestamp,
    pub(crate) used_by: BTreeSet<UserId>,
}

/// A gift that was paid for.
#[derive(Debug, Clone)]
pub(crate) struct Gift {
    pub(crate) buyer: UserId,
    pub(crate) credits: i64,
    pub(crate) state: &'static str,
    at: Timestamp,
    pub(crate) opened_by: Option<UserId>,
    /// What was taken from whoever opened it, and had not been set aside.
    pub(crate) taken: i64,
    /// All that they lost.
    lost: i64,
    /// Whether its Stars were back before it was known: then nobody ever waited for it.
    pub(crate) came_back: bool,
}

impl Gift {
    /// Whether its credits are in nobody's balance.
    pub(crate) fn is_unopened(&self) -> bool {
        !self.came_back && matches!(self.state, "waiting" | "refunding" | "returned")
    }
}

impl Model {
    /// Links that this commit shows somebody.
    pub(crate) fn note_shown_links(&mut self, commit: &Commit<'_>) {
        for effect in commit.effects {
            match effect {
                Effect::Reply(Reply::Send { chat, keyboard, .. }) => {
                    if let Some(code) = parameter(keyboard).and_then(|link| link.strip_prefix("r_")) {
                        self.links.inviters.insert(code.to_owned(), UserId(*chat));
                    }
                }
                Effect::Attempt(Attempt { ticket, work: Work::Tell(Reply::Send { keyboard, .. }), .. }) => {
                    let code = parameter(keyboard).and_then(|link| link.strip_prefix("g_"));
                    if let (Some(code), Some(charge)) = (code, ticket.key.strip_prefix("receipt:")) {
                        self.links.gift_codes.insert(code.to_owned(), charge.to_owned());
                    }
                }
                Effect::Reply(_)
                | Effect::Attempt(_)
                | Effect::ReadStars { .. }
                | Effect::ReadPriceList
                | Effect::ShowStats(_)
                | Effect::ReadShop => {}
            }
        }
    }

    /// Somebody writes something that may be a link or a code. `is_first`: they never wrote before.
    pub(crate) fn note_link(
        &mut self,
        (user, text): (UserId, &str),
        is_first: bool,
        commit: &Commit<'_>,
        coverage: &mut Coverage,
    ) {
        // One who is too fast is answered without buttons, and not heard.
        let is_heard = commit.effects.iter().any(|effect| {
            matches!(effect, Effect::Reply(Reply::Send { chat, keyboard, .. }) if *chat == user.0 && !keyboard.0.is_empty())
        });
        if !is_heard {
            return;
        }
        let code = |prefix| text.strip_prefix(prefix);
        if let Some(code) = code("/start r_") {
            self.note_newcomer(user, code, is_first, (commit.policy, coverage));
        } else if let Some(code) = code("/start g_") {
            self.note_opened(user, code, coverage);
        } else if let Some(code) = code("/start p_").or_else(|| code("/redeem ")) {
            self.note_redeemed(user, code, commit.now, coverage);
        }
    }

    fn note_newcomer(
        &mut self,
        user: UserId,
        code: &str,
        is_first: bool,
        (policy, coverage): (&Policy, &mut Coverage),
    ) {
        let Some(inviter) = self.links.inviters.get(code).copied().filter(|inviter| *inviter != user) else { return };
        let has_paid = self.paid.values().any(|payment| payment.user == user);
        if is_first && !has_paid && policy.referral_credits.0 > 0 {
            coverage.meet(Met::Link("somebody came"));
            self.links.referrals.insert(user, Referral { inviter, charge: None, credits: 0, is_back: false });
        }
    }

    fn note_opened(&mut self, user: UserId, code: &str, coverage: &mut Coverage) {
        let Some(charge) = self.links.gift_codes.get(code).cloned() else { return };
        let Some(gift) = self.links.gifts.get_mut(&charge) else { return };
        if gift.state != "waiting" {
            return coverage.meet(Met::Link("gift not to be opened"));
        }
        (gift.state, gift.opened_by) = ("opened", Some(user));
        self.lots.open_gift(user, &charge, gift.credits);
        coverage.meet(Met::Link("gift opened"));
    }

    fn note_redeemed(&mut self, user: UserId, code: &str, now: Timestamp, coverage: &mut Coverage) {
        let Some(promo) = self.links.promos.get_mut(code) else { return coverage.meet(Met::Link("wrong code")) };
        if now >= promo.ends_at || promo.used_by.len() >= promo.uses_max || promo.used_by.contains(&user) {
            return coverage.meet(Met::Link("code not to be used"));
        }
        promo.used_by.insert(user);
        self.lots.change(user, &format!("promo:{code}:{user}"), true, promo.credits);
        coverage.meet(Met::Link("code used"));
    }

    /// An operator has made a promo code, or ended one.
    pub(crate) fn note_promo(&mut self, text: &str, now: Timestamp) -> Result<(), Violation> {
        let words: Vec<&str> = text.split(' ').collect();
        match words[..] {
            ["/promo", code, "off"] => {
                if let Some(promo) = self.links.promos.get_mut(code) {
                    promo.ends_at = now;
                }
                Ok(())
            }
            ["/promo", code, credits, uses_max, days] => {
                let ends_at = now + SignedDuration::from_hours(24 * days.parse::<i64>().unwrap());
                let (credits, uses_max) = (credits.parse().unwrap(), uses_max.parse().unwrap());
                let made = Promo { credits, uses_max, ends_at, used_by: BTreeSet::new() };
                let is_new = self.links.promos.insert(code.to_owned(), made).is_none();
                ensure(is_new, "the name of a promo code stands for one thing", || text.to_owned())
            }
            _ => ensure(false, "promo codes are made as an operator says", || text.to_owned()),
        }
    }

    /// What the next purchase of somebody brings because they were invited.
    pub(crate) fn promised(&self, user: UserId, is_first: bool, policy: &Policy) -> i64 {
        let is_open = self.links.referrals.get(&user).is_some_and(|referral| referral.charge.is_none());
        if is_first && is_open { policy.referral_credits.0 } else { 0 }
    }

    /// Somebody who was invited has made their first purchase.
    pub(crate) fn note_rewarded(
        &mut self,
        user: UserId,
        charge: &str,
        credits: i64,
        (policy, coverage): (&Policy, &mut Coverage),
    ) {
        let Some(inviter) = self.links.referrals.get(&user).map(|referral| referral.inviter) else { return };
        let mut theirs = self.links.referrals.values().filter(|other| other.inviter == inviter && other.credits > 0);
        let has_enough = theirs.by_ref().count() >= usize::try_from(policy.referrals_max).unwrap();
        let credits = if has_enough { 0 } else { credits };
        if let Some(referral) = self.links.referrals.get_mut(&user) {
            (referral.charge, referral.credits) = (Some(charge.to_owned()), credits);
        }
        if credits > 0 {
            self.lots.change(inviter, &format!("inviter:{user}"), true, credits);
        }
        coverage.meet(Met::Link(if has_enough { "inviter has enough" } else { "inviter rewarded" }));
    }

    /// A gift was paid for.
    pub(crate) fn note_gift(&mut self, charge: &str, (buyer, credits): (UserId, i64), came_back: bool, at: Timestamp) {
        let state = if came_back { "returned" } else { "waiting" };
        let gift = Gift { buyer, credits, state, at, opened_by: None, taken: 0, lost: 0, came_back };
        self.links.gifts.insert(charge.to_owned(), gift);
    }

    /// Time passes: what nobody has opened is its buyer's.
    pub(crate) fn note_gifts_kept(&mut self, commit: &Commit<'_>, coverage: &mut Coverage) {
        let kept_since = (commit.now - commit.policy.gifts_kept_for).as_millisecond();
        for (charge, gift) in &mut self.links.gifts {
            if gift.state == "waiting" && gift.at.as_millisecond() < kept_since {
                gift.state = "kept";
                self.lots.keep_gift(gift.buyer, charge, gift.credits);
                coverage.meet(Met::Link("gift kept"));
            }
        }
    }

    /// The Stars of a payment went back: what hangs on it goes, too. `held` was set aside for that. What its buyer owes, if
    /// it was an opened gift.
    pub(crate) fn note_links_returned(
        &mut self,
        charge: &str,
        held: Option<i64>,
        coverage: &mut Coverage,
    ) -> Option<i64> {
        let rewarded = self.links.referrals.iter_mut().find(|(_, referral)| referral.charge.as_deref() == Some(charge));
        if let Some((invited, referral)) = rewarded.filter(|(_, referral)| referral.credits > 0 && !referral.is_back) {
            referral.is_back = true;
            self.lots.change(referral.inviter, &format!("inviter:{invited}"), true, -referral.credits);
            coverage.meet(Met::Link("reward taken back"));
        }
        let gift = self.links.gifts.get(charge)?;
        let Some(user) = gift.opened_by.filter(|_| gift.state == "opened") else {
            let is_unopened = matches!(gift.state, "waiting" | "refunding");
            let gift = self.links.gifts.get_mut(charge).filter(|_| is_unopened)?;
            gift.state = "returned";
            coverage.meet(Met::Link("gift returned"));
            return Some(0);
        };
        let available = self.balances().get(&user.0).map_or(0, |balance| balance[0]);
        let name = format!("gift-in:{charge}");
        let taken = held.map_or_else(|| self.lots.left_of(user, &name).min(available).max(0), |_| 0);
        self.lots.change(user, &name, true, -taken);
        let gift = self.links.gifts.get_mut(charge)?;
        (gift.state, gift.taken, gift.lost) = ("taken_back", taken, held.unwrap_or(taken));
        coverage.meet(Met::Link("gift taken back"));
        Some(gift.credits - taken)
    }

    /// The rows must say the same.
    pub(crate) fn look_at_links(&self, connection: &Connection) -> Result<(), Violation> {
        let sql = "SELECT invited, inviter, coalesce(charge, ''), credits, is_back FROM referrals ORDER BY invited";
        let found: Vec<(i64, i64, String, i64, bool)> = rows(connection, sql, |row| row.try_into());
        let expected = self.links.referrals.iter().map(|(invited, referral)| {
            let Referral { inviter, charge, credits, is_back } = referral.clone();
            (invited.0, inviter.0, charge.unwrap_or_default(), credits, is_back)
        });
        let expected: Vec<_> = expected.collect();
        ensure(found == expected, "an invitation brings both what was promised, once", || {
            format!("{found:?}, should be {expected:?}")
        })?;
        let found: Vec<(String, i64)> = rows(connection, "SELECT code, user FROM promo_uses", |row| row.try_into());
        let of_code = |(code, promo): (&String, &Promo)| {
            promo.used_by.iter().map(|user| (code.clone(), user.0)).collect::<Vec<_>>()
        };
        let expected: Vec<_> = self.links.promos.iter().flat_map(of_code).collect();
        ensure(found == expected, "a promo code is used by as many as it was made for, once each", || {
            format!("{found:?}, should be {expected:?}")
        })?;
        let sql = "SELECT charge, state, coalesce(opened_by, 0), taken FROM gifts ORDER BY charge";
        let found: Vec<(String, String, i64, i64)> = rows(connection, sql, |row| row.try_into());
        let expected: Vec<_> = self
            .links
            .gifts
            .iter()
            .map(|(charge, gift)| {
                (charge.clone(), gift.state.to_owned(), gift.opened_by.map_or(0, |user| user.0), gift.taken)
            })
            .collect();
        ensure(found == expected, "a gift is had by whoever opened it first, or by its buyer", || {
            format!("{found:?}, should be {expected:?}")
        })
    }

    /// Whoever must be told of a link of theirs, and by which notice.
    pub(crate) fn told_of_links(&self) -> Vec<(UserId, String)> {
        let mut told = Vec::new();
        for (invited, referral) in self.links.referrals.iter().filter(|(_, referral)| referral.credits > 0) {
            told.push((referral.inviter, format!("inviter:{invited}")));
            if referral.is_back {
                told.push((referral.inviter, format!("inviter-back:{invited}")));
            }
        }
        for (charge, gift) in &self.links.gifts {
            match gift.opened_by {
                Some(user) if user != gift.buyer => told.push((gift.buyer, format!("gift-opened:{charge}"))),
                _ => {}
            }
            if let Some(user) = gift.opened_by.filter(|_| gift.lost > 0) {
                told.push((user, format!("gift-back:{charge}")));
            }
            if gift.state == "kept" {
                told.push((gift.buyer, format!("gift-kept:{charge}")));
            }
        }
        told
    }
}

/// The parameter of the link that a button copies.
pub(crate) fn parameter(Keyboard(rows): &Keyboard) -> Option<&str> {
    rows.iter().flatten().find_map(|button| match &button.action {
        ButtonAction::Copy(text) => text.split_once("?start=").map(|(_, parameter)| parameter),
        ButtonAction::Callback(_) | ButtonAction::Open(_) => None,
    })
}

fn rows<T>(connection: &Connection, sql: &str, read: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>) -> Vec<T> {
    let mut statement = connection.prepare_cached(sql).unwrap();
    statement.query_map([], |row| read(row)).unwrap().collect::<Result<_, _>>().unwrap()
}
