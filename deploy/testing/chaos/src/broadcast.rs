//! The broadcast run: what a message to everybody costs those who are buying at that moment. Bot, workers and simulators are
//! processes of their own; Telegram keeps its limits, unless the rate is beyond them.
//!
//! 1. The shop is filled: so many people have talked to the bot, and some have blocked it since.
//! 2. Customers order, one video each, some at the same time: *answers before*.
//! 3. The operator sends a message to everybody. Customers go on ordering until it is done, or until time is up: *answers
//!    during*, messages a second, and memory.
//! 4. Telegram's records say whether anybody got it twice, and the books whether somebody was left out.
//!
//! The last line is JSON with the same figures. Times are from Telegram's records, in milliseconds.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use clap::Args;
use rusqlite::Connection;
use serde_json::{Value, json};
use solo::driver::{World, database};
use testkit::{Deployment, Plan};

use crate::measuring::calls::CallReader;
use crate::measuring::typing::{self, Sent, Wallet};
use crate::measuring::{Percentiles, cores, number, render};
use crate::say;

/// The operator, and the first of the people who fill the shop.
const OPERATOR: i64 = 900;
const FIRST_PERSON: i64 = 1_000_000_000;

/// Of so many people, one has blocked the bot since.
const BLOCKED_EACH: i64 = 40;

/// Customers who order before the broadcast, for each of those who order at the same time.
const ROUNDS_BEFORE: usize = 3;

/// Videos of customers render for so long.
const RENDER: Duration = Duration::from_secs(3);

/// Beyond this rate Telegram's limits would be what is measured.
const RATE_WITHIN_LIMITS: u32 = 18;

const PATIENCE: Duration = Duration::from_secs(600);

/// What is measured.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// People who have talked to the bot.
    #[arg(long, default_value_t = 100_000)]
    people: i64,
    /// `BROADCAST_PER_SECOND`. More than 18 is for a bot to which Telegram has granted more than 30 messages a second: then
    /// the simulated Telegram limits nothing.
    #[arg(long, default_value_t = 15)]
    rate: u32,
    /// Customers who order at the same time.
    #[arg(long, default_value_t = 20)]
    customers: usize,
    /// After so many seconds the broadcast is cancelled, and what was measured counts. 0: it goes on to its end, which takes
    /// nearly two hours for 100,000 people at 15 a second.
    #[arg(long, default_value_t = 0)]
    seconds: u64,
}

/// Runs it and prints what was seen.
///
/// # Errors
/// When the run cannot go on, somebody got the message twice, or somebody was left out.
pub async fn run(options: Options) -> anyhow::Result<()> {
    ensure!(options.people > 0 && options.rate > 0 && options.customers > 0, "there is nothing to measure");
    let folder = tempfile::tempdir().context("a folder for the run cannot be made")?;
    let mut shop = Shop::open(folder.path(), options).await?;
    let before = shop.customers_order(ROUNDS_BEFORE).await?;
    let idle_megabytes = shop.resident()?;
    say(&format!("answers before: {before} ms (p50 / p99 of {}), the process has {idle_megabytes:.0} MB", before.of));
    let sending = shop.broadcast().await?;
    let Sending { during, per_second, sent, blocked, people, is_whole, resident_megabytes } = sending;
    let peak_megabytes = shop.deployment.bot.usage()?.peak_megabytes;
    say(&format!("answers during: {during} ms (p50 / p99 of {})", during.of));
    say(&format!("{sent} of {people} got it, {blocked} had blocked the bot: {per_second:.1} a second"));
    say(&format!("memory: {resident_megabytes:.0} MB at the most during it, {peak_megabytes:.0} MB ever"));
    shop.nobody_got_it_twice(sent).await?;
    ensure!(!is_whole || sent + blocked == people, "{} people were left out", people - sent - blocked);
    database::audit(&shop.deployment.database())?;
    let figures = json!({
        "people": people, "sent": sent, "blocked": blocked, "per_second": per_second, "is_whole": is_whole,
        "answers_before_ms": before.json(), "answers_during_ms": during.json(),
        "idle_megabytes": idle_megabytes, "sending_megabytes": resident_megabytes, "peak_megabytes": peak_megabytes,
    });
    say(&figures.to_string());
    Ok(())
}

struct Shop {
    deployment: Deployment,
    world: World,
    options: Options,
    reader: CallReader,
    /// Customers so far.
    customers: usize,
}

/// What was measured while the message went out.
struct Sending {
    during: Percentiles,
    per_second: f64,
    sent: i64,
    blocked: i64,
    people: i64,
    /// Whether it came to its end.
    is_whole: bool,
    resident_megabytes: f64,
}

impl Shop {
    async fn open(folder: &Path, options: Options) -> anyhow::Result<Self> {
        let is_limited = options.rate <= RATE_WITHIN_LIMITS;
        let mut bot_settings =
            vec![("ADMIN_IDS", OPERATOR.to_string()), ("BROADCAST_PER_SECOND", options.rate.to_string())];
        if !is_limited {
            bot_settings.push(("TELEGRAM_MESSAGES_PER_SECOND", (2 * options.rate).to_string()));
        }
        bot_settings.push(("RUST_LOG", "warn".to_owned()));
        let worker_settings = vec![("KIE_CREATES_PER_10_SECONDS", "1000000".to_owned())];
        let plan = Plan { workers: None, is_limited, bot_settings, worker_settings, ..Plan::default() };
        let mut deployment = Deployment::prepare(plan, folder).await?.start().await?;
        deployment.until_ready().await?;
        let world = deployment.world().with_patience(PATIENCE);
        say(&format!("{} people on {} cores", options.people, cores()));
        let crowd = json!({ "first": FIRST_PERSON, "number": options.people, "blocked_each": BLOCKED_EACH });
        world.post::<Value>("simulators/telegram/people", &crowd).await?;
        fill(&deployment.database(), options.people)?;
        render(&world, RENDER).await?;
        world.kie_balance(1_000_000_000).await?;
        let operator = json!({ "id": OPERATOR, "first_name": "Olga", "language_code": "en" });
        world.post::<Value>("chat/api/people", &operator).await?;
        let reader = CallReader::start(world.clone());
        Ok(Self { deployment, world, options, reader, customers: 0 })
    }

    /// Customers order one video each, so many times as many as order at the same time.
    async fn customers_order(&mut self, rounds: usize) -> anyhow::Result<Percentiles> {
        let sent = self.next_customers(rounds).await?;
        self.reader.caught_up(&self.world).await?;
        Percentiles::of(&self.reader.update_to_reply(&sent))
    }

    async fn next_customers(&mut self, rounds: usize) -> anyhow::Result<Vec<Sent>> {
        let first = self.customers;
        self.customers += rounds * self.options.customers;
        typing::order_and_wait(&self.world, first..self.customers, self.options.customers, Wallet::Empty).await
    }

    async fn broadcast(&mut self) -> anyhow::Result<Sending> {
        let mut operator = self.world.acquaintance(OPERATOR);
        operator.sends("/broadcast").await?;
        operator.sees("Send me the message").await?;
        operator.sends("Half price this week!").await?;
        let panel = operator.sees("That's what people will get").await?;
        operator.presses(&panel, "Send now").await?;
        let began = Instant::now();
        let (mut sent, mut most_megabytes) = (Vec::new(), 0.0_f64);
        let limit = (self.options.seconds > 0).then(|| Duration::from_secs(self.options.seconds));
        let mut is_whole = true;
        while self.is_under_way()? {
            sent.extend(self.next_customers(1).await?);
            most_megabytes = most_megabytes.max(self.resident()?);
            self.deployment.check_alive()?;
            if limit.is_some_and(|limit| began.elapsed() >= limit) && self.is_under_way()? {
                is_whole = false;
                break;
            }
        }
        let took = began.elapsed();
        let reached = self.figure("sent")? + self.figure("blocked")?;
        if !is_whole {
            operator.presses_data(panel.id(), &format!("broadcast:{}:cancel", self.figure("id")?)).await?;
            // What was on its way arrives.
            tokio::time::sleep(Duration::from_secs(5)).await;
        }
        self.reader.caught_up(&self.world).await?;
        Ok(Sending {
            during: Percentiles::of(&self.reader.update_to_reply(&sent))?,
            per_second: number(usize::try_from(reached)?) / took.as_secs_f64(),
            sent: self.figure("sent")?,
            blocked: self.figure("blocked")?,
            people: self.figure("people")?,
            is_whole,
            resident_megabytes: most_megabytes,
        })
    }

    /// Telegram has made as many copies as the books say, and that of the operator's preview.
    async fn nobody_got_it_twice(&self, sent: i64) -> anyhow::Result<()> {
        self.reader.caught_up(&self.world).await?;
        let copies = self.reader.copies();
        let twice = copies.iter().filter(|(chat, copies)| **copies > 1 + u32::from(**chat == OPERATOR)).count();
        ensure!(twice == 0, "{twice} people got it twice");
        let all: u32 = copies.values().sum();
        ensure!(i64::from(all) == sent + 1, "Telegram made {all} copies for {sent} people and the preview");
        Ok(())
    }

    /// Whether the message is not with everybody yet. Fails if it never will be.
    fn is_under_way(&self) -> anyhow::Result<bool> {
        let states = "SELECT state, 1 FROM broadcasts ORDER BY id DESC LIMIT 1";
        let found = database::counts(&self.deployment.database(), states)?;
        let state = found.into_iter().next().map(|(state, _)| state).context("no broadcast was begun")?;
        ensure!(state != "paused" && state != "cancelled", "the broadcast is {state}");
        Ok(state != "done")
    }

    fn figure(&self, name: &str) -> anyhow::Result<i64> {
        let sql = format!("SELECT {name} FROM broadcasts ORDER BY id DESC LIMIT 1");
        database::count(&self.deployment.database(), &sql)
    }

    fn resident(&self) -> anyhow::Result<f64> {
        Ok(self.deployment.bot.meter().look()?.resident_megabytes)
    }
}

/// People who came one after the other within the last two months, and speak what people speak.
fn fill(file: &Path, people: i64) -> anyhow::Result<()> {
    let database = Connection::open(file).context("the bot's database cannot be opened")?;
    database.busy_timeout(Duration::from_secs(30))?;
    let sql = "
        WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ?1),
             now(ms) AS (SELECT unixepoch() * 1000)
        INSERT INTO people (id, language, first_seen, reachable, has_written, seen_day)
        SELECT ?2 + n, substr('enderuesptfritarzhid', 1 + 2 * (n % 10), 2), ms - 86400000 * (1 + n % 60), 1, 1,
               ms / 86400000 - n % 60
        FROM numbers, now";
    let made = database.execute(sql, (people, FIRST_PERSON)).context("the shop cannot be filled")?;
    ensure!(i64::try_from(made)? == people, "only {made} people were made");
    Ok(())
}
