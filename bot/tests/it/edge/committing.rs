//! The writer on a real file: what waits is committed together, and what fails falls alone.

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use bot::core::effect::{Effect, Reply};
use bot::core::event::{Event, IncomingUpdate};
use bot::core::ids::UserId;
use bot::core::update::{Chat, Message, Update, User};
use bot::core::{Pack, Policy};
use bot::intake::Intake as _;
use bot::store::{self, Store, Writer, WriterConfig};
use futures_util::future::join_all;
use rusqlite::Connection;
use shared::catalog::Catalog;
use shared::clock::SteadyClock;
use shared::signing::SigningKey;
use shared::wal::PAGE_BYTES;
use tokio_util::sync::CancellationToken;

/// Everybody asks for help.
fn event(number: i64) -> Event {
    says(number, number, "/help")
}

/// The update of this number: somebody writes.
fn says(update_id: i64, number: i64, text: &str) -> Event {
    let from = User { id: UserId(number), is_bot: false, language_code: Some("en".to_owned()) };
    let chat = Chat { id: number, kind: "private".to_owned() };
    let message = Message { from: Some(from), chat, text: Some(text.to_owned()), ..Message::default() };
    let update = Update { update_id, message: Some(message), ..Update::default() };
    Event::Update(Box::new(IncomingUpdate { update, raw: "{}".to_owned(), unreadable: None }))
}

const OPERATOR: i64 = 900;

/// Transactions in the write-ahead log: frames that say how many pages the database has after a commit.
/// Source: <https://sqlite.org/fileformat2.html>, section 4.1
fn commits(log: &Path) -> usize {
    let bytes = std::fs::read(log).unwrap();
    bytes[32..].chunks(24 + PAGE_BYTES as usize).filter(|frame| frame[4..8] != [0; 4]).count()
}

fn count(database: &Path, table: &str) -> i64 {
    let connection = Connection::open(database).unwrap();
    connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

/// A writer, its thread, and what stops it.
fn start(
    store: Store,
    effects: impl Fn(Vec<Effect>) + Send + 'static,
) -> (Writer, std::thread::JoinHandle<()>, CancellationToken) {
    let url = "http://bot.test/".parse().unwrap();
    let key = SigningKey::new("a key".to_owned().into());
    let packs = vec![Pack::new(1, 100)];
    let mut policy = Policy::new(Arc::new(Catalog::built_in()), packs, key, "Bot".to_owned(), url);
    policy.admins.insert(UserId(OPERATOR));
    let config = WriterConfig {
        clock: Arc::new(SteadyClock::new()),
        policy: Arc::new(policy),
        queue_open: Arc::new(AtomicBool::new(true)),
        effects: Box::new(effects),
    };
    let stop = CancellationToken::new();
    let (writer, thread) = Writer::start(store, config, stop.clone()).unwrap();
    (writer, thread, stop)
}

#[tokio::test]
async fn what_waits_is_committed_together_and_what_fails_falls_alone() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(store::lock(folder.path()).unwrap()).unwrap();
    let database = folder.path().join("bot.db");
    let other = Connection::open(&database).unwrap();
    // The thirteenth cannot be handled.
    other
        .execute_batch(
            "CREATE TRIGGER thirteen BEFORE INSERT ON people WHEN NEW.id = 13 BEGIN SELECT RAISE(ABORT, 'unlucky'); END;",
        )
        .unwrap();
    let said = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&said);
    let (writer, thread, stop) = start(store, move |effects| heard.lock().unwrap().extend(effects));
    let before = commits(&folder.path().join("bot.db-wal"));

    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut all = Box::pin(join_all((1..=40).map(|number| writer.submit(event(number)))));
    tokio::select! {
        biased;
        answers = &mut all => panic!("answered before anything could be committed: {answers:?}"),
        () = tokio::task::yield_now() => {}
    }
    assert_eq!(count(&database, "updates"), 0);
    other.execute_batch("COMMIT").unwrap();
    assert!(all.await.iter().all(Result::is_ok));

    let rows = ["updates", "people", "dead_letters"].map(|table| count(&database, table));
    assert_eq!(rows, [40, 39, 1]);
    // Whoever waits hears of the commit before its effects are handed out: those of the last are there at the thread's end.
    stop.cancel();
    drop(writer);
    tokio::task::spawn_blocking(|| thread.join().unwrap()).await.unwrap();
    let chats: Vec<i64> = std::mem::take(&mut *said.lock().unwrap())
        .into_iter()
        .filter_map(|effect| if let Effect::Reply(Reply::Send { chat, .. }) = effect { Some(chat) } else { None })
        .collect();
    assert_eq!(chats, (1..=40).filter(|number| *number != 13).collect::<Vec<i64>>());
    let commits = commits(&folder.path().join("bot.db-wal")) - before;
    assert!(commits <= 6, "40 events took {commits} transactions");
}

#[tokio::test]
async fn what_an_operator_decides_counts_for_what_waits_behind_it_and_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let heard = Arc::new(Mutex::new(Vec::new()));
    let open = || {
        let store = Store::open(store::lock(folder.path()).unwrap()).unwrap();
        let heard = Arc::clone(&heard);
        start(store, move |effects| heard.lock().unwrap().extend(effects))
    };
    let said_to_ann = || {
        let said: Vec<String> = std::mem::take(&mut *heard.lock().unwrap())
            .into_iter()
            .filter_map(|effect| {
                let Effect::Reply(Reply::Send { chat: 1, html, .. }) = effect else { return None };
                Some(html)
            })
            .collect();
        said.join("; ")
    };
    let (writer, thread, stop) = open();
    let other = Connection::open(folder.path().join("bot.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let events = [(1, 1, "/buy"), (2, OPERATOR, "/maintenance on Back soon"), (3, 1, "/buy"), (4, OPERATOR, "/shop")];
    let mut all = Box::pin(join_all(events.map(|(update, user, text)| writer.submit(says(update, user, text)))));
    tokio::select! {
        biased;
        answers = &mut all => panic!("answered before anything could be committed: {answers:?}"),
        () = tokio::task::yield_now() => {}
    }
    other.execute_batch("COMMIT").unwrap();
    assert!(all.await.iter().all(Result::is_ok));
    writer.submit(says(5, 1, "/buy")).await.unwrap();
    assert!(writer.policy().borrow().decided.maintenance.is_some());
    stop.cancel();
    drop(writer);
    tokio::task::spawn_blocking(|| thread.join().unwrap()).await.unwrap();
    let said = said_to_ann();
    assert!(said.starts_with("<b>Buy credits") && said.matches("Back soon").count() >= 1, "{said}");
    assert_eq!(said.matches("Buy credits").count(), 1, "{said}");

    let (writer, thread, stop) = open();
    writer.submit(says(6, 1, "/generate")).await.unwrap();
    stop.cancel();
    drop(writer);
    tokio::task::spawn_blocking(|| thread.join().unwrap()).await.unwrap();
    assert_eq!(said_to_ann(), "Back soon");
}

#[tokio::test]
async fn the_writer_says_when_there_is_something_to_do_next() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(store::lock(folder.path()).unwrap()).unwrap();
    let other = Connection::open(folder.path().join("bot.db")).unwrap();
    let (writer, thread, stop) = start(store, |_effects| {});
    let now = || jiff::Timestamp::now().as_millisecond();
    let said = || writer.next_look().borrow().as_millisecond() - now();
    writer.submit(Event::Tick).await.unwrap();
    assert!(said() > 24 * 3_600_000, "nothing is due for ever");

    // Of two notices the first is due in five minutes.
    for (key, minutes) in [("late", 20), ("soon", 5)] {
        let row = "INSERT INTO outbox (kind, key, user, state, due, at) VALUES ('notice', ?1, 99, 'waiting', ?2, 0)";
        other.execute(row, rusqlite::params![key, now() + minutes * 60_000]).unwrap();
    }
    writer.submit(event(1)).await.unwrap();
    assert!((290_000..=300_000).contains(&said()), "{}", said());
    // What is later is said after a tick only, which looks at everything.
    other.execute("DELETE FROM outbox WHERE key = 'soon'", []).unwrap();
    writer.submit(event(2)).await.unwrap();
    assert!(said() <= 300_000);
    writer.submit(Event::Tick).await.unwrap();
    assert!((1_190_000..=1_200_000).contains(&said()), "{}", said());
    stop.cancel();
    drop(writer);
    tokio::task::spawn_blocking(|| thread.join().unwrap()).await.unwrap();
}
