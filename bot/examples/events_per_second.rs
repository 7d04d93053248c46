//! How many events a second the core sustains through the real writer, on a real file, each committed durably:
//! `cargo run --release -p bot --example events_per_second -- --events 5000 --folder /var/tmp`.
//!
//! Half of the events are presses that fill in orders, the other half is small talk; the events of many people are in
//! flight at the same time, as they would be behind a webhook. Latency is from handing an event in to its commit.
//!
//! With `--queued 10000`, so many orders of others wait in the queue meanwhile; each job that is handed to the workers
//! is submitted at once, so that the next one's turn comes, each chat that is told something shows it at once, and time
//! passes as often as in a real bot.
#![expect(clippy::print_stdout, reason = "its output is what it is for")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bot::core::event::{Event, IncomingUpdate};
use bot::core::ids::UserId;
use bot::core::update::{CallbackQuery, Chat, Message, Update, User};
use bot::core::{Pack, Policy};
use bot::intake::Intake as _;
use bot::store::{self, Store, Writer, WriterConfig};
use futures_util::StreamExt as _;
use futures_util::stream;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use shared::catalog::Catalog;
use shared::clock::SteadyClock;
use shared::tasks::Tasks;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use self::outside::{carry_out, percentiles};

#[path = "parts/outside.rs"]
mod outside;

/// Events in flight at the same time.
const AT_ONCE: usize = 100;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let argument = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    let count: i64 = argument("--events").map_or(Ok(5_000), |count| count.parse())?;
    let parent = argument("--folder").map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = parent.join(format!("starreel-events-{}", std::process::id()));
    let queued: i64 = argument("--queued").map_or(Ok(0), |count| count.parse())?;
    let outcome = measure(&folder, count, queued).await;
    std::fs::remove_dir_all(&folder)?;
    outcome
}

async fn measure(folder: &Path, count: i64, queued: i64) -> anyhow::Result<()> {
    let store = Store::open(store::lock(folder)?)?;
    fill_queue(&folder.join("bot.db"), queued)?;
    let key = store.signing_key(&mut StdRng::from_os_rng(), jiff::Timestamp::now())?;
    let packs = vec![Pack::new(5, 500)];
    let policy =
        Policy::new(Arc::new(Catalog::built_in()), packs, key, "StarreelBot".to_owned(), "http://bot/".parse()?);
    let stop = CancellationToken::new();
    let effects = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&effects);
    let (hand_out, handed_out) = mpsc::channel(100_000);
    let config = WriterConfig {
        clock: Arc::new(SteadyClock::new()),
        policy: Arc::new(policy),
        queue_open: Arc::new(AtomicBool::new(true)),
        effects: Box::new(move |effects| {
            counted.fetch_add(effects.len() as u64, Ordering::Relaxed);
            // What does not fit is left out: it comes again.
            effects.into_iter().for_each(|effect| drop(hand_out.try_send(effect)));
        }),
    };
    let (writer, thread) = Writer::start(store, config, stop.clone())?;
    let tasks = Tasks::new(stop.clone());
    if queued > 0 {
        tasks.spawn(carry_out(writer.clone(), handed_out));
        tasks.spawn(tick(writer.clone()));
    }
    let started = Instant::now();
    let submit = |number| {
        let writer = writer.clone();
        async move {
            let handed_in = Instant::now();
            writer.submit(event(number)).await.map(|()| handed_in.elapsed())
        }
    };
    let latencies: Vec<_> = stream::iter(1..=count).map(submit).buffered(AT_ONCE).collect().await;
    let elapsed = started.elapsed();
    let latencies: Vec<Duration> = latencies.into_iter().collect::<Result<_, _>>()?;
    print(&latencies, elapsed, effects.load(Ordering::Relaxed));

    let mut alone = Vec::new();
    for number in count + 1..=count + 500 {
        let handed_in = Instant::now();
        writer.submit(event(number)).await?;
        alone.push(handed_in.elapsed());
    }
    let (p50, p99) = percentiles(&mut alone);
    println!("one at a time: commit latency p50 {p50:.1?}, p99 {p99:.1?}");
    if queued > 0 {
        let left = rusqlite::Connection::open(folder.join("bot.db"))?;
        let left: i64 = left.query_row("SELECT count(*) FROM jobs WHERE progress = 'queued'", [], |row| row.get(0))?;
        println!("{queued} orders waited at the start, {left} at the end");
    }
    stop.cancel();
    tasks.finish(Duration::from_secs(5)).await?;
    drop(writer);
    thread.join().map_err(|_panic| anyhow::anyhow!("the writer panicked"))
}

/// Orders that wait, each of somebody else.
fn fill_queue(database: &Path, queued: i64) -> anyhow::Result<()> {
    let connection = rusqlite::Connection::open(database)?;
    connection.execute_batch(&format!(
        "BEGIN;
         INSERT INTO meta VALUES ('epoch', 'life');
         CREATE TEMP TABLE numbers AS
             WITH RECURSIVE up(n) AS (SELECT 1 WHERE {queued} > 0 UNION ALL SELECT n + 1 FROM up WHERE n < {queued})
             SELECT n + 1000000 AS user, format('%032x', n) AS job FROM up;
         INSERT INTO people (id, language, first_seen, reachable) SELECT user, 'en', 0, 1 FROM numbers;
         INSERT INTO accounts (user, held) SELECT user, 1 FROM numbers;
         INSERT INTO jobs (id, user, form, model, prompt, options, price, placed_at, status_message)
             SELECT job, user, job, 'veo3-fast', 'a cat on Mars', '{{}}', 1, {now}, 1 FROM numbers;
         UPDATE jobs SET position_shown_at = {now};
         INSERT INTO queue SELECT user, 0, job, 1, 0 FROM numbers;
         COMMIT;",
        now = jiff::Timestamp::now().as_millisecond()
    ))?;
    Ok(())
}

async fn tick(writer: Writer) {
    loop {
        tokio::time::sleep(Duration::from_millis(500)).await;
        if writer.submit(Event::Tick).await.is_err() {
            return;
        }
    }
}

fn print(latencies: &[Duration], elapsed: Duration, effects: u64) {
    let (p50, p99) = percentiles(&mut latencies.to_vec());
    let count = u32::try_from(latencies.len()).unwrap_or(u32::MAX);
    let per_second = f64::from(count) / elapsed.as_secs_f64();
    println!("{count} events with {effects} effects in {elapsed:.2?}: {per_second:.0} events a second");
    println!("{AT_ONCE} in flight: latency p50 {p50:.1?}, p99 {p99:.1?}");
}

/// What one of a thousand people does: they begin an order, describe it, press around and chat.
fn event(number: i64) -> Event {
    let id = UserId(number % 1_000 + 1);
    let from = User { id, is_bot: false, language_code: Some("en".to_owned()) };
    let mut update = Update { update_id: number, ..Update::default() };
    if number / 1_000 % 2 == 0 {
        let text = ["/generate", "a cat on Mars", "/balance", "/help"][usize::try_from(number % 4).unwrap_or_default()];
        let chat = Chat { id: id.0, kind: "private".to_owned() };
        let message = Message { from: Some(from), chat, text: Some(text.to_owned()), ..Message::default() };
        update.message = Some(message);
    } else {
        let data = ["generate", "buy", "pack:5", "f:0:back"][usize::try_from(number % 4).unwrap_or_default()];
        let query = CallbackQuery { id: number.to_string(), from, message: None, data: Some(data.to_owned()) };
        update.callback_query = Some(query);
    }
    Event::Update(Box::new(IncomingUpdate { update, raw: "{}".to_owned(), unreadable: None }))
}
