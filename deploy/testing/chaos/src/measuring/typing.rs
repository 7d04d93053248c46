//! People who buy a credit and order a video each, as fast as the bot answers; when they pressed and wrote is kept, so that
//! the time to the answer can be read from Telegram's records.

use std::time::Duration;

use anyhow::{Context as _, ensure};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::Timestamp;
use serde_json::{Value, json};
use solo::driver::{Person, Seen, World};

/// People who type at the same time. Each has an order of their own, since the bot says no more than a message a second
/// to one chat, and that is not to be measured.
const TYPING_AT_ONCE: usize = 300;

/// They look at their chats so often. What is measured is read from Telegram's records and not from this.
const LOOK_EVERY: Duration = Duration::from_millis(150);

/// Numbers of people begin here, beyond those that the simulator gives.
const FIRST_PERSON: i64 = 6_000_000_000;

/// What people have before they order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wallet {
    /// Nothing: they buy a credit first.
    Empty,
    /// A credit.
    Filled,
}

/// An update to which an answer is due.
#[derive(Debug)]
pub(crate) struct Sent {
    pub(crate) chat: i64,
    /// Milliseconds since 1970.
    pub(crate) at_ms: i64,
    /// The query that is to be answered, for a press.
    pub(crate) query: Option<String>,
}

/// Has the people with these numbers place an order each.
pub(crate) async fn place(world: &World, numbers: std::ops::Range<usize>) -> anyhow::Result<Vec<Sent>> {
    let world = &world.looking_every(LOOK_EVERY);
    let people = numbers.map(|number| async move {
        let mut typist = Typist::new(world, number).await?;
        typist.buys().await?;
        typist.asks_for(&words_of(number)).await
    });
    let sent: Vec<Vec<Sent>> = stream::iter(people).buffer_unordered(TYPING_AT_ONCE).try_collect().await?;
    Ok(sent.into_iter().flatten().collect())
}

/// Has the people with these numbers buy the credit for an order each.
pub(crate) async fn buy(world: &World, numbers: std::ops::Range<usize>) -> anyhow::Result<()> {
    let people = numbers.map(|number| async move { Typist::new(world, number).await?.buys().await });
    stream::iter(people).buffer_unordered(TYPING_AT_ONCE).try_collect().await
}

/// Has people place an order each and wait for their videos, so many at the same time.
pub(crate) async fn order_and_wait(
    world: &World,
    numbers: std::ops::Range<usize>,
    at_once: usize,
    wallet: Wallet,
) -> anyhow::Result<Vec<Sent>> {
    let people = numbers.map(|number| async move {
        let words = words_of(number);
        let mut typist = Typist::new(world, number).await?;
        let mut person = world.acquaintance(typist.person.id());
        if wallet == Wallet::Empty {
            typist.buys().await?;
        }
        let sent = typist.asks_for(&words).await?;
        person.sees_video(&words).await?;
        anyhow::Ok(sent)
    });
    let sent: Vec<Vec<Sent>> = stream::iter(people).buffer_unordered(at_once).try_collect().await?;
    Ok(sent.into_iter().flatten().collect())
}

/// What a person orders.
fn words_of(number: usize) -> String {
    format!("scene {number}")
}

struct Typist {
    person: Person,
    sent: Vec<Sent>,
}

impl Typist {
    async fn new(world: &World, number: usize) -> anyhow::Result<Self> {
        let id = FIRST_PERSON + i64::try_from(number)?;
        let person = json!({ "id": id, "first_name": format!("Person{number}"), "language_code": "en" });
        world.post::<Value>("chat/api/people", &person).await?;
        Ok(Self { person: world.acquaintance(id), sent: Vec::new() })
    }

    /// Buys a credit.
    async fn buys(&mut self) -> anyhow::Result<()> {
        let offer = self.sends("/buy", "Buy credits").await?;
        self.presses(&offer, "1 credit").await?;
        let invoice = self.person.sees_invoice().await?;
        let paid = self.person.pays(&invoice).await?;
        ensure!(paid["ok"] == true, "the payment was refused: {paid}");
        self.person.sees("1 credit added").await.map(drop)
    }

    /// Orders a video. Gives back all that was typed so far.
    async fn asks_for(mut self, words: &str) -> anyhow::Result<Vec<Sent>> {
        let models = self.sends("/generate", "Choose a model").await?;
        self.presses(&models, "Veo 3.1 Fast").await?;
        self.person.sees_in(&models, "What should happen in the video?").await?;
        let card = self.sends(words, "Price: ").await?;
        self.presses(&card, "Generate").await?;
        Ok(self.sent)
    }

    async fn sends(&mut self, text: &str, answer: &str) -> anyhow::Result<Seen> {
        let at_ms = Timestamp::now().as_millisecond();
        self.sent.push(Sent { chat: self.person.id(), at_ms, query: None });
        self.person.sends(text).await?;
        self.person.sees(answer).await
    }

    async fn presses(&mut self, message: &Seen, label: &str) -> anyhow::Result<()> {
        let data = message.button(label).with_context(|| format!("there is no button {label:?} under: {message}"))?;
        let (chat, at_ms) = (self.person.id(), Timestamp::now().as_millisecond());
        let press = json!({ "message_id": message.id(), "data": data });
        let pressed: Value = self.person.world().post(&format!("chat/api/{chat}/callback"), &press).await?;
        let query = pressed["callback_query_id"].as_str().context("a press without a query")?;
        self.sent.push(Sent { chat, at_ms, query: Some(query.to_owned()) });
        Ok(())
    }
}
