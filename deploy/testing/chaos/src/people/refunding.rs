//! The way back: somebody wants their Stars back for a purchase of which nothing is used, with patience at every step.

use rand::Rng as _;
use rand::rngs::StdRng;
use solo::driver::{Person, Seen};

use super::ordering::{Act, TRIES, a_pack, pay, step};

/// Asks what would happen.
const OFFER: &str = "↩️ Refund";

/// Any button about a refund.
const ANY_REFUND: &str = "efund ";

/// Has it happen.
const CONFIRM: &str = "Yes, refund it";

/// The good news.
const RETURNED: &str = "were returned to you";

/// Has a purchase refunded; buys one first if there is none that can be. `asked` gets the number of the purchase once the
/// last button is pressed: from then on the person must hear how it ends.
pub(super) async fn regret(person: &mut Person, random: &mut StdRng, asked: &mut Vec<i64>) -> anyhow::Result<()> {
    // What is left of an earlier try is about other purchases.
    person.catches_up().await?;
    let mut list = purchases(person).await?;
    if refundable(&list).is_none() {
        let offer = step(person, Act::Says("/buy"), &["Buy credits"]).await?;
        pay(person, &offer, a_pack(random)).await?;
        list = purchases(person).await?;
    }
    // The payment may not have reached the bot, and whoever owes credits has nothing to give back.
    let Some(number) = refundable(&list) else { return Ok(()) };
    let question = step(person, Act::Presses(&list, OFFER), &[&format!("Refund purchase {number}?")]).await?;
    for _ in 0..random.random_range(1..=2) {
        person.presses(&question, CONFIRM).await?;
        if asked.last() != Some(&number) {
            asked.push(number);
        }
    }
    see_it_through(person, &question, number).await
}

async fn purchases(person: &mut Person) -> anyhow::Result<Seen> {
    step(person, Act::Says("/paysupport"), &["Payment support"]).await
}

/// Waits for the Stars. A press that seems to be lost is made again, until the bot says that it has understood; then there
/// is nothing left to press.
async fn see_it_through(person: &mut Person, question: &Seen, number: i64) -> anyhow::Result<()> {
    let begun = format!("The refund of purchase {number} is on its way");
    let mut is_understood = false;
    for _ in 0..TRIES {
        if is_understood {
            if person.sees(RETURNED).await.is_ok() {
                break;
            }
            continue;
        }
        match person.sees_one_of(&[&begun, RETURNED]).await {
            Ok(news) if news.text().contains(RETURNED) => break,
            Ok(_begun) => is_understood = true,
            Err(_nothing_new) => person.presses(question, CONFIRM).await?,
        }
    }
    Ok(())
}

/// The number of the first purchase on this list that has a button to be refunded: the buttons stand in the order of the
/// lines, and what is decided already has none.
fn refundable(list: &Seen) -> Option<i64> {
    let lines = list.text().lines().filter(|line| line.contains(" ⭐ on ") && !line.contains(": refund"));
    let numbers = lines.filter_map(|line| line.split_once(". ")?.0.trim().parse().ok());
    let labels = list.buttons().into_iter().map(|(label, _)| label).filter(|label| label.contains(ANY_REFUND));
    numbers.zip(labels).find_map(|(number, label)| label.contains(OFFER).then_some(number))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_purchase_that_a_button_is_for_is_found() {
        let text = "Payment support\n\n4. 5 credits for 500 ⭐ on 1 Nov 2026: refunded\nTransaction d\n\n\
                    3. 1 credit for 100 ⭐ on 1 Nov 2026\nTransaction c\n\n\
                    2. 5 credits for 500 ⭐ on 1 Nov 2026\nTransaction b";
        let list = |labels: &[&str]| {
            let row = |label: &&str| json!([{ "text": label, "callback_data": "x" }]);
            let rows: Vec<_> = labels.iter().map(row).collect();
            Seen(json!({ "text": text, "reply_markup": { "inline_keyboard": rows } }))
        };
        let (ask, offer) = ("🙋 Request refund – 1 credit, 1 Nov 2026", "↩️ Refund 5 credits (500 ⭐), 1 Nov 2026");
        assert_eq!(refundable(&list(&[ask, offer, "Cancel"])), Some(2));
        assert_eq!(refundable(&list(&[offer, offer])), Some(3));
        assert_eq!(refundable(&list(&[ask, ask, "Cancel"])), None);
    }
}
