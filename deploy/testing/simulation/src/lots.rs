//! The model of what is left of each purchase and gift, written from the bot's documents: gifts are spent first, then what
//! was bought, the oldest purchase first and its bonus after it. What comes back goes to where it was taken from.

use std::collections::{BTreeMap, HashMap};

use bot::core::ids::UserId;
use rusqlite::Connection;
use shared::job::JobId;

use crate::Violation;
use crate::model::ensure;
use crate::purchases::Payment;

/// See the module.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lots {
    of: BTreeMap<UserId, Vec<Lot>>,
    /// What each order has taken, by the names of lots.
    orders: HashMap<JobId, Vec<(String, i64)>>,
    /// What each purchase has brought, by its charge, in the order in which it is spent.
    purchases: HashMap<String, Vec<(String, i64)>>,
    /// What is set aside of it for its refund.
    refunds: HashMap<String, Vec<(String, i64)>>,
}

#[derive(Debug, Clone)]
struct Lot {
    name: String,
    is_gift: bool,
    left: i64,
}

impl Lots {
    /// An operator gives credits.
    pub(crate) fn give(&mut self, user: UserId, action: i64, credits: i64) {
        self.change(user, &format!("grant:{action}"), true, credits);
    }

    /// An operator takes credits.
    pub(crate) fn debit(&mut self, user: UserId, credits: i64) {
        self.spend(user, credits);
    }

    /// Somebody has written for the first time.
    pub(crate) fn welcome(&mut self, user: UserId, credits: i64) {
        self.change(user, &format!("welcome:{user}"), true, credits);
    }

    /// Somebody buys credits, which may have been taken back already, and gets more with them.
    pub(crate) fn buy(&mut self, charge: &str, payment: &Payment) {
        let Payment { user, credits, bonus, first, invited, .. } = *payment;
        let brought = [
            (format!("pay:{charge}"), credits),
            (format!("bonus:{charge}"), bonus),
            (format!("first:{user}"), first),
            (format!("invited:{user}"), invited),
        ];
        for (name, credits) in brought.into_iter().filter(|(_, credits)| *credits > 0) {
            // What comes by an invitation is a gift, and goes back with its purchase.
            self.change(user, &name, name.starts_with("invited:"), credits);
            self.purchases.entry(charge.to_owned()).or_default().push((name, credits));
        }
    }

    /// Nobody has opened a gift: it is a purchase of its buyer's like any other.
    pub(crate) fn keep_gift(&mut self, user: UserId, charge: &str, credits: i64) {
        let name = format!("gift-kept:{charge}");
        self.change(user, &name, false, credits);
        self.purchases.insert(charge.to_owned(), vec![(name, credits)]);
    }

    /// Somebody opens a gift.
    pub(crate) fn open_gift(&mut self, user: UserId, charge: &str, credits: i64) {
        let name = format!("gift-in:{charge}");
        self.change(user, &name, true, credits);
        self.purchases.insert(charge.to_owned(), vec![(name, credits)]);
    }

    /// Somebody owes what they gave away and had returned.
    pub(crate) fn owe(&mut self, user: UserId, charge: &str, credits: i64) {
        self.change(user, &format!("pay:{charge}"), false, -credits);
    }

    /// So many credits of a purchase are set aside for a refund: what was bought first, then what came with it.
    pub(crate) fn take(&mut self, user: UserId, charge: &str, credits: i64) {
        let mut missing = credits;
        let mut taken = Vec::new();
        for (name, _) in self.purchases.get(charge).cloned().unwrap_or_default() {
            let part = self.left_of(user, &name).clamp(0, missing);
            self.change(user, &name, false, -part);
            missing -= part;
            taken.push((name, part));
        }
        self.refunds.insert(charge.to_owned(), taken);
    }

    /// They are given back.
    pub(crate) fn give_back(&mut self, user: UserId, charge: &str) {
        for (name, part) in self.refunds.remove(charge).unwrap_or_default() {
            self.change(user, &name, false, part);
        }
    }

    /// All that a purchase has brought is taken, spent or not; of one that is not known yet, so many credits.
    pub(crate) fn take_all(&mut self, user: UserId, charge: &str, credits: i64) {
        match self.purchases.get(charge).cloned() {
            Some(brought) => brought.iter().for_each(|(name, credits)| self.change(user, name, false, -credits)),
            None => self.change(user, &format!("pay:{charge}"), false, -credits),
        }
    }

    /// Somebody orders a video.
    pub(crate) fn order(&mut self, user: UserId, job: JobId, price: i64) {
        let taken = self.spend(user, price);
        self.orders.insert(job, taken);
    }

    /// There is no video.
    pub(crate) fn order_failed(&mut self, user: UserId, job: JobId) {
        for (name, credits) in self.orders.remove(&job).unwrap_or_default() {
            self.change(user, &name, false, credits);
        }
    }

    /// What is left of a purchase.
    pub(crate) fn left(&self, user: UserId, charge: &str) -> i64 {
        let brought = self.purchases.get(charge).into_iter().flatten();
        brought.map(|(name, _)| self.left_of(user, name).max(0)).sum()
    }

    /// The rows must say the same.
    pub(crate) fn compare(&self, connection: &Connection) -> Result<(), Violation> {
        let mut statement = connection.prepare_cached("SELECT user, entry, available FROM lots").unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
        let mut found: Vec<(UserId, String, i64)> = rows.collect::<Result<_, _>>().unwrap();
        let lots = self.of.iter().flat_map(|(user, lots)| lots.iter().map(|lot| (*user, lot.name.clone(), lot.left)));
        let mut expected: Vec<(UserId, String, i64)> = lots.collect();
        let by_name = |a: &(UserId, String, i64), b: &(UserId, String, i64)| (a.0, &a.1).cmp(&(b.0, &b.1));
        found.sort_by(by_name);
        expected.sort_by(by_name);
        ensure(found == expected, "gifts are spent first, then the oldest purchase", || {
            format!("left are {found:?}, should be {expected:?}")
        })
    }

    pub(crate) fn left_of(&self, user: UserId, name: &str) -> i64 {
        self.of.get(&user).into_iter().flatten().find(|lot| lot.name == name).map_or(0, |lot| lot.left)
    }

    fn spend(&mut self, user: UserId, credits: i64) -> Vec<(String, i64)> {
        let mut missing = credits;
        let mut taken = Vec::new();
        let lots = self.of.entry(user).or_default();
        for is_gift in [true, false] {
            for lot in lots.iter_mut().filter(|lot| lot.is_gift == is_gift && lot.left > 0) {
                let part = lot.left.min(missing);
                if part > 0 {
                    lot.left -= part;
                    missing -= part;
                    taken.push((lot.name.clone(), part));
                }
            }
        }
        taken
    }

    /// A lot grows, or shrinks; a new one begins.
    pub(crate) fn change(&mut self, user: UserId, name: &str, is_gift: bool, by: i64) {
        let lots = self.of.entry(user).or_default();
        match lots.iter_mut().find(|lot| lot.name == name) {
            Some(lot) => lot.left += by,
            None if by == 0 => {}
            None => lots.push(Lot { name: name.to_owned(), is_gift, left: by }),
        }
    }
}
