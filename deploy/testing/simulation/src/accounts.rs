//! What everybody's account should say, by what was paid, given, ordered and returned.

use std::collections::{BTreeMap, BTreeSet};

use bot::core::jobs::Money;
use rusqlite::Connection;

use crate::Violation;
use crate::links::Gift;
use crate::model::{Balance, Model, ensure};
use crate::purchases::RefundState;

impl Model {
    pub(crate) fn look_at_accounts(&self, connection: &Connection) -> Result<(), Violation> {
        let mut statement = connection
            .prepare_cached("SELECT user, available, held, spent, refunding, revoked, gifted FROM accounts")
            .unwrap();
        let balance = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Balance> {
            Ok([row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?])
        };
        let accounts: BTreeMap<i64, Balance> =
            statement.query_map([], |row| Ok((row.get(0)?, balance(row)?))).unwrap().collect::<Result<_, _>>().unwrap();
        let expected = self.balances();
        let empty = Balance::default();
        let users: BTreeSet<i64> = accounts.keys().chain(expected.keys()).copied().collect();
        for user in users {
            let (found, expected) = (accounts.get(&user).unwrap_or(&empty), expected.get(&user).unwrap_or(&empty));
            ensure(found == expected, "accounts equal what was paid, revoked, held and captured", || {
                format!(
                    "user {user}: available, held, spent, refunding, revoked, gifted are {found:?}, should be {expected:?}"
                )
            })?;
        }
        Ok(())
    }

    /// Of everybody.
    pub(crate) fn balances(&self) -> BTreeMap<i64, Balance> {
        let mut balances = BTreeMap::<i64, Balance>::new();
        for (charge, payment) in &self.paid {
            match self.links.gifts.get(charge) {
                Some(gift) if gift.is_unopened() => {
                    balances.entry(payment.user.0).or_default()[5] += payment.brought();
                }
                Some(gift) if gift.opened_by.is_some() => {
                    let balance = balances.entry(gift.opened_by.unwrap().0).or_default();
                    balance[0] += gift.credits - gift.taken;
                    balance[4] += gift.taken;
                }
                _ => balances.entry(payment.user.0).or_default()[0] += payment.brought(),
            }
        }
        for referral in self.links.referrals.values() {
            let balance = balances.entry(referral.inviter.0).or_default();
            balance[if referral.is_back { 4 } else { 0 }] += referral.credits;
        }
        for promo in self.links.promos.values() {
            for user in &promo.used_by {
                balances.entry(user.0).or_default()[0] += promo.credits;
            }
        }
        for (user, credits) in &self.welcomed {
            balances.entry(user.0).or_default()[0] += credits;
        }
        for (charge, refund) in &self.refunds {
            let bucket = match refund.state {
                RefundState::Held => 3,
                RefundState::Done => 4,
                RefundState::Refused => continue,
            };
            let balance = balances.entry(refund.holder.0).or_default();
            let was_gifted = self.links.gifts.get(charge).is_some_and(Gift::is_unopened);
            balance[if was_gifted { 5 } else { 0 }] -= refund.credits;
            balance[bucket] += refund.credits;
        }
        for (user, (given, taken)) in &self.operator_actions.moved {
            let balance = balances.entry(user.0).or_default();
            balance[0] += given - taken;
            balance[4] += taken;
        }
        for job in self.jobs.values() {
            let balance = balances.entry(job.user.0).or_default();
            let bucket = match job.money {
                Money::Held => 1,
                Money::Captured if self.operating.given_back.contains(&job.id) => continue,
                Money::Captured => 2,
                Money::Released => continue,
            };
            balance[0] -= job.price;
            balance[bucket] += job.price;
        }
        balances
    }
}
