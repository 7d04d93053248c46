//! Whether the money is right, for each person: by Telegram's list of transactions and the bot's calls of
//! `refundStarPayment` on one side, by what the person reads on the other.
//!
//! The rule: a payment is worth its credits until its Stars go back. A refund that a person has by themselves is of a
//! purchase of which nothing is used, and takes all of its credits. Stars that Telegram takes back take all credits of their
//! payment, too, also those that are spent: then the balance is below zero, and what is bought next pays for that first. So
//! whichever way Stars go back, and whatever happens to orders meanwhile, a balance is what was bought with the Stars that
//! the bot still has, less what was spent.
//!
//! Whoever gets Stars back is told so. Whoever asked for a refund gets it, and at Telegram it is done once. One thing may be
//! in its way: who owes credits, because Stars were taken back, has too few to give any back. That is said over the chat
//! and leaves no message.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::{Fate, OnesChat};
use super::verdict::Verdict;
use crate::records::Records;

/// Adds everything about money but the ledger.
pub(super) fn judge(verdict: &mut Verdict, chats: &[OnesChat], records: &Records) {
    verdict.must("every payment, return of Stars and video counts once", chats.iter().filter_map(balance));
    verdict.counted("  payments", chats.iter().map(|chat| chat.account.payments.len()).sum::<usize>());
    let count = |fate| chats.iter().map(|chat| chat.account.count(fate)).sum::<usize>();
    let refunds = format!("{} / {}", records.refunds.len(), count(Fate::Refunded));
    verdict.counted("  refunds asked for / done", refunds);
    verdict.counted("  charged back", count(Fate::ChargedBack));
    verdict.counted("  people who owe credits in the end", chats.iter().filter(|chat| chat.balance < 0).count());
    verdict.must("no Stars go back twice", chats.iter().flat_map(|chat| chat.account.wrong.clone()));
    verdict.must("whoever gets Stars back is told so", chats.iter().flat_map(untold));
    let unanswered = chats.iter().flat_map(|chat| {
        let theirs = records.refunds.iter().filter(|refund| refund.person == chat.person);
        unanswered(chat, &theirs.map(|refund| refund.purchase).collect())
    });
    verdict.must("whoever asks for a refund gets it", unanswered);
}

fn balance(chat: &OnesChat) -> Option<String> {
    let OnesChat { person, account, balance, credits_spent: spent, .. } = chat;
    let [kept, refunded, charged_back] =
        [Fate::Kept, Fate::Refunded, Fate::ChargedBack].map(|fate| account.credits(fate));
    (*balance != kept - spent).then(|| {
        let paid = kept + refunded + charged_back;
        format!(
            "person {person} paid for {paid} credits, of which {refunded} were refunded and {charged_back} charged back, \
             spent {spent} and has {balance}"
        )
    })
}

/// Returns of Stars that the chat does not speak of, or speaks of without a reason. A lost answer may have had the same said
/// twice.
fn untold(chat: &OnesChat) -> Vec<String> {
    let OnesChat { person, account, returns, .. } = chat;
    let mut back: BTreeMap<i64, usize> = returns.told.keys().map(|credits| (*credits, 0)).collect();
    for payment in account.payments.iter().filter(|payment| payment.fate != Fate::Kept) {
        *back.entry(payment.credits).or_default() += 1;
    }
    let wrong = back.into_iter().filter_map(|(credits, back)| {
        let told = returns.told.get(&credits).copied().unwrap_or_default();
        (told < back || (back == 0 && told > 0)).then(|| {
            format!("person {person} got back the Stars of {back} purchases of {credits} credits and reads of {told}")
        })
    });
    let strange = returns.wrong.iter().map(|text| format!("person {person} reads {text:?}"));
    wrong.chain(strange).collect()
}

/// Refunds that were asked for and did not happen.
fn unanswered(chat: &OnesChat, asked: &BTreeSet<i64>) -> Vec<String> {
    let OnesChat { person, account, returns, .. } = chat;
    let may_owe = account.count(Fate::ChargedBack) > 0;
    let wrong = asked.union(&returns.promised).filter_map(|number| {
        let charge = returns.purchases.get(number);
        let Some(payment) = charge.and_then(|charge| account.payments.iter().find(|one| one.charge == *charge)) else {
            return Some(format!("person {person} asked to refund purchase {number}, which nobody knows"));
        };
        let is_excused = may_owe && !returns.promised.contains(number);
        let is_wrong = payment.fate == Fate::Kept && !is_excused;
        is_wrong.then(|| format!("person {person} asked to refund purchase {number}, and the Stars did not come back"))
    });
    wrong.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use solo::driver::Seen;

    use super::*;
    use crate::judge::evidence::{Account, Returns};

    const ANN: i64 = 7;

    /// Ann has bought 5 credits twice, `a` and `b`, and spent one of `a`.
    fn bought() -> Vec<Value> {
        ["a", "b"].map(|id| json!({ "id": id, "amount": 500, "source": { "user": { "id": ANN } } })).to_vec()
    }

    fn back(id: &str) -> Value {
        json!({ "id": id, "amount": 500, "receiver": { "user": { "id": ANN } } })
    }

    fn refund(id: &str) -> Value {
        json!({ "params": { "user_id": ANN, "telegram_payment_charge_id": id } })
    }

    fn chat(list: &[Value], refunds: &[Value], balance: i64, said: &[&str]) -> OnesChat {
        let refunds: Vec<&Value> = refunds.iter().collect();
        let account = Account::read(ANN, list, &refunds, 100);
        let message = |text: &&str| Seen(json!({ "text": text, "from": { "is_bot": true } }));
        let returns = Returns::read(&said.iter().map(message).collect::<Vec<_>>());
        OnesChat { person: ANN, account, returns, balance, spent: 1, credits_spent: 1, ..OnesChat::default() }
    }

    fn with(mut list: Vec<Value>, more: &[Value]) -> Vec<Value> {
        list.extend_from_slice(more);
        list
    }

    const LIST: &str = "Your last purchases\n\n2. 5 credits for 500 ⭐ on 1 Nov 2026\nTransaction b\n\n\
                        1. 5 credits for 500 ⭐ on 1 Nov 2026\nTransaction a";
    const BEGUN: &str = "↩️ The refund of purchase 2 is on its way: 5 credits are set aside";
    const TOLD: &str =
        "↩️ Your Stars for 5 credits were returned to you, and the credits were taken back. Your balance: 4 credits";

    #[test]
    fn a_refund_takes_its_credits_and_is_told() {
        let right = chat(&with(bought(), &[back("b")]), &[refund("b")], 4, &[LIST, BEGUN, TOLD]);
        assert_eq!((right.account.count(Fate::Refunded), right.account.wrong.len()), (1, 0));
        assert_eq!(balance(&right), None);
        assert_eq!((untold(&right), unanswered(&right, &BTreeSet::from([2]))), (vec![], vec![]));

        let wrong = chat(&with(bought(), &[back("b")]), &[refund("b")], 9, &[LIST, BEGUN]);
        assert!(balance(&wrong).is_some_and(|wrong| wrong.contains("5 were refunded") && wrong.contains("has 9")));
        assert_eq!(untold(&wrong).len(), 1, "nobody told Ann");
    }

    #[test]
    fn a_charge_back_takes_spent_credits_too_and_one_that_was_missed_is_found() {
        let list = with(bought(), &[back("a"), back("b")]);
        let right = chat(&list, &[], -1, &[TOLD, TOLD]);
        assert_eq!((right.account.count(Fate::ChargedBack), balance(&right)), (2, None));
        assert_eq!(untold(&right), [""; 0]);

        for missed in [4, 0, -2] {
            let wrong = chat(&list, &[], missed, &[TOLD]);
            assert!(balance(&wrong).is_some_and(|wrong| wrong.contains("10 charged back")), "{missed}");
            assert_eq!(untold(&wrong).len(), 1);
        }
    }

    #[test]
    fn stars_that_go_back_twice_or_to_nobody_are_found() {
        let twice = chat(&with(bought(), &[back("b"), back("b")]), &[refund("b"), refund("b")], 4, &[]);
        assert_eq!(twice.account.wrong.len(), 1);
        let done_twice = chat(&with(bought(), &[back("b")]), &[refund("b"), refund("b")], 4, &[]);
        assert_eq!(done_twice.account.wrong.len(), 1);
        let unpaid = chat(&with(bought(), &[back("c")]), &[refund("c")], 9, &[]);
        assert_eq!(unpaid.account.wrong.len(), 1);
    }

    #[test]
    fn a_refund_that_does_not_come_is_found_unless_credits_are_owed() {
        let asked = BTreeSet::from([2]);
        assert_eq!(unanswered(&chat(&bought(), &[], 9, &[LIST]), &asked).len(), 1);
        assert_eq!(unanswered(&chat(&bought(), &[], 9, &[LIST, BEGUN]), &BTreeSet::new()).len(), 1);
        assert_eq!(unanswered(&chat(&bought(), &[], 9, &[]), &asked).len(), 1, "no list has it");
        let owes = with(bought(), &[back("a")]);
        assert_eq!(unanswered(&chat(&owes, &[], 4, &[LIST, TOLD]), &asked), [""; 0]);
        assert_eq!(unanswered(&chat(&owes, &[], 4, &[LIST, TOLD, BEGUN]), &asked).len(), 1, "it was promised");
    }

    #[test]
    fn words_about_returns_that_never_were_are_found() {
        assert_eq!(untold(&chat(&bought(), &[], 9, &[TOLD])).len(), 1);
        let other = LIST.replace("Transaction b", "Transaction c");
        let strange = [
            LIST,
            &other,
            "Telegram couldn't refund your payment. Your credits are back",
            "↩️ Your Stars for 5 credits were returned to you. Your balance: 9 credits",
        ];
        assert_eq!(untold(&chat(&bought(), &[], 9, &strange)).len(), 3);
    }
}
