//! Purchases, and what can be done about each of them.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Params, params};

use super::RefundState;
use crate::core::ids::{Credits, GiftState, PurchaseName, RefundEligibility, Stars, UserId};
use crate::core::ledger::lots::{self, Left};
use crate::core::turn::{Turn, from_millis};
use crate::core::{CoreError, ledger};

/// Whoever was declined may ask again after this time.
const DECLINED_FOR: SignedDuration = SignedDuration::from_hours(24);

/// Credits that were bought with Stars.
#[derive(Debug, Clone)]
pub(in crate::core) struct Purchase {
    /// How its buyer and their buttons name it. 0 for a payment that bought nothing here.
    pub(in crate::core) number: i64,
    /// How Telegram names it.
    pub(in crate::core) charge: String,
    /// Who paid.
    pub(in crate::core) user: UserId,
    pub(in crate::core) stars: Stars,
    /// What was paid for.
    pub(in crate::core) credits: Credits,
    /// What came with it: the bonus of the pack, that of a first purchase, and what its buyer got for being invited.
    pub(in crate::core) bonus: Credits,
    /// What became of it, if it was bought for somebody else.
    pub(in crate::core) gift: Option<GiftState>,
    pub(in crate::core) at: Timestamp,
    /// Who has its credits, or had them: the buyer, or whoever has opened a gift.
    pub(in crate::core) holder: UserId,
    /// What is left of its credits and its bonus, whoever has them.
    pub(in crate::core) left: Left,
    /// As things are at this moment.
    pub(in crate::core) eligibility: RefundEligibility,
}

impl Purchase {
    /// How operators name it.
    pub(in crate::core) const fn name(&self) -> PurchaseName {
        PurchaseName { user: self.user, number: self.number }
    }

    /// All that it has brought.
    pub(in crate::core) fn brought(&self) -> Credits {
        self.credits + self.bonus
    }
}

const PURCHASES: &str =
    "SELECT number, payments.charge, payments.user, stars, payments.credits, bonus + first_bonus + invite_bonus, payments.at,
            refunds.state, refunds.at, gifts.state, gifts.opened_by
     FROM payments LEFT JOIN refunds ON refunds.charge = payments.charge
                   LEFT JOIN gifts ON is_gift AND gifts.charge = payments.charge";

/// The purchase with this name.
pub(in crate::core) fn purchase(turn: &Turn<'_>, name: PurchaseName) -> Result<Option<Purchase>, CoreError> {
    let sql = format!("{PURCHASES} WHERE payments.user = ?1 AND number = ?2");
    Ok(read(turn, &sql, params![name.user, name.number])?.pop())
}

/// The purchase of this charge.
pub(in crate::core) fn purchase_of(turn: &Turn<'_>, charge: &str) -> Result<Option<Purchase>, CoreError> {
    Ok(read(turn, &format!("{PURCHASES} WHERE payments.charge = ?1"), [charge])?.pop())
}

/// The payment with this charge, whether it bought something here or not: an operator may refund either.
pub(in crate::core) fn any_payment(turn: &Turn<'_>, charge: &str) -> Result<Option<Purchase>, CoreError> {
    if let Some(purchase) = purchase_of(turn, charge)? {
        return Ok(Some(purchase));
    }
    // A payment that bought nothing here, as Telegram's list shows it.
    let foreign = "SELECT 0, id, star_transactions.user, stars, 0, 0, star_transactions.at, refunds.state, refunds.at, NULL, NULL
               FROM star_transactions LEFT JOIN refunds ON refunds.charge = id
               WHERE id = ?1 AND direction = 'in' AND verdict IN ('foreign', 'older') AND star_transactions.user IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM star_transactions WHERE id = ?1 AND direction = 'out')";
    Ok(read(turn, foreign, [charge])?.pop())
}

/// The last purchases of a person, newest first.
pub(in crate::core) fn purchases(turn: &Turn<'_>, user: UserId, limit: u32) -> Result<Vec<Purchase>, CoreError> {
    let sql = format!("{PURCHASES} WHERE payments.user = ?1 ORDER BY number DESC LIMIT ?2");
    read(turn, &sql, params![user, limit])
}

/// Purchases whose buyers wait for an operator's decision, with the moment of asking.
pub(in crate::core) fn wanted(turn: &Turn<'_>) -> Result<Vec<(PurchaseName, Timestamp)>, CoreError> {
    let wanted: Vec<(UserId, i64, i64)> = turn.all(
        "SELECT payments.user, number, refunds.at FROM refunds JOIN payments ON payments.charge = refunds.charge
         WHERE state = 'asked'",
        [],
    )?;
    Ok(wanted.into_iter().map(|(user, number, at)| (PurchaseName { user, number }, from_millis(at))).collect())
}

fn read(turn: &Turn<'_>, sql: &str, params: impl Params) -> Result<Vec<Purchase>, CoreError> {
    type Row = (
        i64,
        String,
        UserId,
        Stars,
        Credits,
        Credits,
        i64,
        Option<RefundState>,
        Option<i64>,
        Option<GiftState>,
        Option<UserId>,
    );
    let rows: Vec<Row> = turn.all(sql, params)?;
    let purchase = |(number, charge, user, stars, credits, bonus, at, state, since, gift, opened_by): Row| {
        let since = since.map_or(Timestamp::MIN, from_millis);
        let holder = opened_by.unwrap_or(user);
        let left = match gift {
            Some(GiftState::Waiting) => Left { available: credits + bonus, held: Credits::ZERO },
            _ => lots::left(turn, holder, &charge)?,
        };
        let (eligibility, at) = (RefundEligibility::UnderWay, from_millis(at));
        let purchase = Purchase { number, charge, user, stars, credits, bonus, gift, at, holder, left, eligibility };
        let eligibility = eligibility_of(turn, &purchase, state, since)?;
        Ok(Purchase { eligibility, ..purchase })
    };
    rows.into_iter().map(purchase).collect()
}

/// `since` is when the refund came into its state.
fn eligibility_of(
    turn: &Turn<'_>,
    purchase: &Purchase,
    state: Option<RefundState>,
    since: Timestamp,
) -> Result<RefundEligibility, CoreError> {
    let is_young = turn.now().duration_since(purchase.at) <= turn.policy().refund_within;
    // All of its credits are left, its bonus too, and none of them is owed for Stars that were taken back.
    let brought = purchase.brought();
    let is_unspent = match purchase.gift {
        Some(GiftState::Waiting) => true,
        Some(GiftState::Refunding | GiftState::Opened | GiftState::TakenBack | GiftState::Returned) => false,
        Some(GiftState::Kept) | None => {
            purchase.left.available >= brought && ledger::available(turn, purchase.user)? >= brought
        }
    };
    Ok(match state {
        Some(RefundState::Asked) => RefundEligibility::Asked,
        Some(RefundState::Held) => RefundEligibility::UnderWay,
        Some(RefundState::Done) => RefundEligibility::Returned,
        Some(RefundState::Refused) => RefundEligibility::Refused,
        // A decision stands for what it was about: what has come back since is refunded like any other.
        Some(RefundState::Declined) | None if is_young && is_unspent => RefundEligibility::Refundable,
        Some(RefundState::Declined) if turn.now().duration_since(since) < DECLINED_FOR => RefundEligibility::Declined,
        Some(RefundState::Declined) | None if purchase.gift == Some(GiftState::Opened) => RefundEligibility::GiftOpened,
        Some(RefundState::Declined) | None if !is_young => RefundEligibility::TooLate,
        Some(RefundState::Declined) | None => RefundEligibility::Spent,
    })
}
