//! The way to a video: the card, the purchase if it takes one, the last button; with patience at every step.

use std::collections::BTreeSet;

use anyhow::{Context as _, bail, ensure};
use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use solo::driver::{Image, Person, Seen, until};

/// After this many times of the same, people begin anew.
pub(super) const TRIES: u32 = 4;

/// Places the order that a card shows.
const GENERATE: &str = "✨ Generate";

/// What a card says to somebody who has too few credits.
const TOO_FEW: &str = "You need";

/// What a card that misses nothing says, with images and without.
const COMPLETE: [&str; 2] = ["Price: ", TOO_FEW];
const COMPLETE_WITH_IMAGES: [&str; 4] =
    ["frame\n\nPrice: ", "frame\n\nYou need", "reference\n\nPrice: ", "reference\n\nYou need"];

/// Purchases that somebody makes for one order at most: Stars that are taken back meanwhile may make it more than one.
const PURCHASES_MAX: u32 = 2;

const MODELS: [&str; 2] = ["Veo 3.1 Fast", "Kling v2.1"];
const IMAGES: [Image; 4] = [Image::None, Image::None, Image::Photo, Image::File];

/// One order, with a purchase if it takes one.
pub(super) async fn order(person: &mut Person, words: &str, random: &mut StdRng) -> anyhow::Result<()> {
    let model = MODELS.choose(random).context("there are models")?;
    let image = IMAGES.choose(random).copied().context("there are images")?;
    // The buttons of an earlier try are old, and whoever pressed them would press them for ever.
    person.catches_up().await?;
    let models = step(person, Act::Says("/generate"), &["Choose a model"]).await?;
    step(person, Act::Presses(&models, model), &["What should happen in the video?"]).await?;
    let mut last = step(person, Act::Says(words), &COMPLETE).await?;
    if image != Image::None {
        last = step(person, Act::Adds(image), &COMPLETE_WITH_IMAGES).await?;
    }
    for _ in 0..PURCHASES_MAX {
        if last.text().contains(TOO_FEW) {
            last = buy(person, &last, a_pack(random), words).await?;
        }
    }
    for _ in 0..random.random_range(1..=3) {
        person.presses(&last, GENERATE).await?;
    }
    see_it_through(person, words, last).await
}

/// Waits until the button is gone because the order is placed. Where the order is shown anew, with a button that was not
/// pressed yet, people look again and press that.
async fn see_it_through(person: &mut Person, words: &str, pressed: Seen) -> anyhow::Result<()> {
    let button = |seen: &Seen| Some((seen.id(), seen.button(GENERATE).filter(|_| seen.text().contains(words))?));
    let last = pressed.id();
    let mut pressed: BTreeSet<_> = button(&pressed).into_iter().collect();
    for _ in 0..TRIES {
        let news = until("the order to be placed or shown anew", person.world().patience(), async || {
            // Cards from before it, without the image or the credits, keep their buttons and are passed over.
            let messages = person.messages_from(last).await?;
            let shown: Vec<_> = messages.iter().filter_map(button).collect();
            let fresh = shown.iter().rev().find(|one| !pressed.contains(one)).cloned();
            Ok((fresh.is_some() || shown.is_empty()).then_some(fresh))
        });
        match news.await {
            Ok(None) => return still_has_credits(person, last).await,
            Ok(Some((message, data))) => {
                person.presses_data(message, &data).await?;
                pressed.insert((message, data));
            }
            // All was pressed, and the bot will have its reasons not to touch an older message.
            Err(_nothing_new) => return Ok(()),
        }
    }
    bail!("the order is shown anew again and again")
}

/// Fails if the order was not placed because its credits were gone: Stars that are taken back take credits along.
async fn still_has_credits(person: &Person, pressed: i64) -> anyhow::Result<()> {
    let messages = person.messages_from(pressed).await?;
    let is_refused = messages.iter().any(|seen| seen.id() == pressed && seen.text().contains(TOO_FEW));
    ensure!(!is_refused, "the credits are gone");
    Ok(())
}

/// The pack that somebody would like.
pub(super) fn a_pack(random: &mut StdRng) -> &'static str {
    if random.random_bool(0.5) { "1 credit ·" } else { "5 credits ·" }
}

/// Buys a pack that is offered under a message. Comes back with the order that then goes on.
async fn buy(person: &mut Person, offer: &Seen, pack: &str, words: &str) -> anyhow::Result<Seen> {
    pay(person, offer, pack).await?;
    // The bot goes on by itself, unless it was killed before it could say so: then the prompt shows the order again.
    match person.sees(COMPLETE[0]).await {
        Ok(card) => Ok(card),
        Err(_lost) => step(person, Act::Says(words), &COMPLETE).await,
    }
}

/// Pays for a pack that is offered under a message. Whoever owes credits is offered no small packs and takes another.
pub(super) async fn pay(person: &mut Person, offer: &Seen, pack: &str) -> anyhow::Result<()> {
    let pack = if offer.button(pack).is_some() { pack } else { "⭐" };
    let mut invoice = Err(anyhow::anyhow!("nothing was tried"));
    for _ in 0..TRIES {
        person.presses(offer, pack).await?;
        invoice = person.sees_invoice().await;
        if invoice.is_ok() {
            break;
        }
    }
    let paid = person.pays(&invoice?).await?;
    ensure!(paid["ok"] == true, "the payment was refused: {paid}");
    Ok(())
}

/// What a person does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act<'a> {
    Says(&'a str),
    Presses(&'a Seen, &'a str),
    Adds(Image),
}

/// Does something, again and again until the bot answers with one of these words.
pub(super) async fn step(person: &mut Person, act: Act<'_>, answers: &[&str]) -> anyhow::Result<Seen> {
    let mut outcome = Err(anyhow::anyhow!("nothing was tried"));
    for _ in 0..TRIES {
        match act {
            Act::Says(text) => person.sends(text).await?,
            Act::Presses(message, label) => person.presses(message, label).await?,
            Act::Adds(image) => person.adds(image).await?,
        }
        outcome = person.sees_one_of(answers).await;
        if outcome.is_ok() {
            break;
        }
    }
    outcome
}
