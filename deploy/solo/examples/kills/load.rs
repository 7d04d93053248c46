//! People who buy and order, and try again when the bot has lost what it wanted to say, as people do.

use std::time::Duration;

use anyhow::{Context as _, ensure};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{Rng as _, SeedableRng as _};
use serde_json::{Value, json};
use solo::driver::{Person, Picture, Seen, World};
use tokio::runtime::Handle;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// After this long a person does the same again.
const PATIENCE: Duration = Duration::from_millis(2500);

/// And after this many times they begin anew.
const TRIES: u32 = 4;

const MODELS: [&str; 2] = ["Veo 3 Fast", "Kling v2.1"];
const PICTURES: [Picture; 4] = [Picture::None, Picture::None, Picture::Photo, Picture::File];

/// The people at work.
#[derive(Debug)]
pub(crate) struct Load {
    running: JoinSet<Done>,
}

/// What people did.
#[derive(Debug, Default)]
pub(crate) struct Done {
    /// Who they are.
    pub(crate) people: Vec<Person>,
    /// Orders that were pressed through to the last button.
    pub(crate) orders: u32,
    /// Tries that were given up, because the bot did not go on.
    pub(crate) given_up: u32,
}

pub(crate) async fn start(
    world: &World,
    people: u32,
    random: &mut StdRng,
    stop: &CancellationToken,
) -> anyhow::Result<Load> {
    let world = world.with_patience(PATIENCE);
    let mut running = JoinSet::new();
    for number in 1..=people {
        let person = world.person(&format!("Person{number}")).await?;
        // More Stars than anybody can spend in a run.
        world.post::<Value>(&format!("chat/api/{}/stars", person.id()), &json!({ "add": 1_000_000 })).await?;
        let (random, stop, runtime) = (StdRng::seed_from_u64(random.random()), stop.clone(), Handle::current());
        // A thread for each: looking at a long chat takes a while, and the kills must be punctual.
        running.spawn_blocking(move || runtime.block_on(live(person, random, stop)));
    }
    Ok(Load { running })
}

impl Load {
    /// Waits until everybody has finished what they are doing.
    pub(crate) async fn finish(self) -> Done {
        let lives = self.running.join_all().await;
        lives.into_iter().fold(Done::default(), |mut sum, one| {
            sum.people.extend(one.people);
            sum.orders += one.orders;
            sum.given_up += one.given_up;
            sum
        })
    }
}

async fn live(mut person: Person, mut random: StdRng, stop: CancellationToken) -> Done {
    let mut done = Done::default();
    while !stop.is_cancelled() {
        let words = format!("film {} of person {}", done.orders + done.given_up + 1, person.id());
        let one = order(&mut person, &words, &mut random);
        match stop.run_until_cancelled(one).await {
            Some(Ok(())) => done.orders += 1,
            Some(Err(error)) => {
                tracing::debug!(error = %format_args!("{error:#}"), "a person gave up a try");
                done.given_up += 1;
            }
            None => {}
        }
    }
    done.people.push(person);
    done
}

/// One order, with a purchase if it takes one.
async fn order(person: &mut Person, words: &str, random: &mut StdRng) -> anyhow::Result<()> {
    let model = MODELS.choose(random).context("there are models")?;
    let picture = PICTURES.choose(random).copied().context("there are pictures")?;
    let models = step(person, Act::Says("/generate"), &["Which model"]).await?;
    step(person, Act::Presses(&models, model), &["What should the video show?"]).await?;
    let question = step(person, Act::Says(words), &["Add a picture"]).await?;
    let mut last = step(person, Act::Adds(picture, &question), &["Your video", "This video costs"]).await?;
    if last.text().contains("This video costs") {
        let pack = if random.random_bool(0.5) { "1 credit ·" } else { "5 credits ·" };
        last = buy(person, &last, pack, words).await?;
    }
    for _ in 0..random.random_range(1..=3) {
        person.presses(&last, "Generate").await?;
    }
    Ok(())
}

/// Buys a pack that is offered under a message. Comes back with the order that then goes on.
async fn buy(person: &mut Person, offer: &Seen, pack: &str, words: &str) -> anyhow::Result<Seen> {
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
    // The bot goes on by itself, unless it was killed before it could say so: then the prompt shows the order again.
    match person.sees("Your video").await {
        Ok(summary) => Ok(summary),
        Err(_lost) => step(person, Act::Says(words), &["Your video"]).await,
    }
}

/// What a person does.
#[derive(Debug, Clone, Copy)]
enum Act<'a> {
    Says(&'a str),
    Presses(&'a Seen, &'a str),
    Adds(Picture, &'a Seen),
}

/// Does something, again and again until the bot answers with one of these words.
async fn step(person: &mut Person, act: Act<'_>, answers: &[&str]) -> anyhow::Result<Seen> {
    let mut outcome = Err(anyhow::anyhow!("nothing was tried"));
    for _ in 0..TRIES {
        match act {
            Act::Says(text) => person.sends(text).await?,
            Act::Presses(message, label) => person.presses(message, label).await?,
            Act::Adds(picture, question) => person.adds(picture, question).await?,
        }
        outcome = person.sees_one_of(answers).await;
        if outcome.is_ok() {
            break;
        }
    }
    outcome
}
