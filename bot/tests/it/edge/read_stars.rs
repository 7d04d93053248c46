//! Telegram's list of Star transactions, page by page.

use std::time::Duration;

use bot::core::event::{Event, StarBalance};
use bot::core::ids::UserId;
use bot::effects::read_stars;
use bot::store::{self, Store};
use rusqlite::Connection;
use serde_json::{Value, json};
use shared::clock::SystemClock;
use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::edge::fake::Fake;
use crate::edge::intake::Recorder;

/// A reader of the list that has read `cursor` transactions before.
struct Reading {
    recorder: std::sync::Arc<Recorder>,
    asking: mpsc::Sender<Option<UserId>>,
    shutdown: CancellationToken,
    running: JoinSet<()>,
    _folder: TempDir,
}

impl Reading {
    fn start(fake: &Fake, cursor: i64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(store::lock(folder.path()).unwrap()).unwrap();
        let database = Connection::open(folder.path().join("bot.db")).unwrap();
        database.execute("INSERT INTO meta VALUES ('star_cursor', ?1)", [cursor.to_string()]).unwrap();
        let (recorder, shutdown) = (Recorder::new(), CancellationToken::new());
        let clock = std::sync::Arc::new(SystemClock);
        let reading = read_stars::Reading {
            telegram: fake.client(),
            intake: recorder.clone(),
            reader: store.reader(),
            clock,
            every: Duration::from_secs(3600),
            for_people: Duration::from_millis(50),
        };
        let (asking, asked) = mpsc::channel(16);
        let run = reading.run(asked, shutdown.clone());
        let mut running = JoinSet::new();
        running.spawn(async move { run.await.unwrap() });
        Self { recorder, asking, shutdown, running, _folder: folder }
    }

    /// What was handed in, in words: pages by their offset and length, then the end.
    async fn heard(&self, events: usize) -> Vec<String> {
        let heard = self.recorder.received(events).await.into_iter().map(|event| {
            if let Event::StarPage(page) = event {
                format!("{} from {}", page.transactions.len(), page.offset)
            } else if let Event::StarsRead(read) = event {
                format!("{:?} for {:?}", read.outcome.is_ok(), read.asked_by)
            } else {
                panic!("not about Stars: {event:?}")
            }
        });
        heard.collect()
    }

    async fn stop(mut self) {
        self.shutdown.cancel();
        self.running.join_next().await.unwrap().unwrap();
    }
}

fn page(count: usize) -> Value {
    let one = json!({"id": "x", "amount": 1, "date": 1, "source": {"type": "telegram_api"}, "future": [1]});
    json!({"ok": true, "result": {"transactions": vec![one; count], "future": true}})
}

fn balance(stars: i64) -> Value {
    json!({"ok": true, "result": {"amount": stars, "nanostar_amount": 7}})
}

#[tokio::test]
async fn the_list_is_read_page_by_page_from_a_little_before_the_known_place() {
    let fake = Fake::start().await;
    for count in [100, 100, 30] {
        fake.answers("getstartransactions", 200, page(count));
    }
    fake.answers("getmystarbalance", 200, balance(-5));
    let reading = Reading::start(&fake, 1_000);
    assert_eq!(reading.heard(4).await, ["100 from 950", "100 from 1050", "30 from 1150", "true for None"]);
    let Some(Event::StarsRead(read)) = reading.recorder.events().pop() else { panic!("no end") };
    assert_eq!(read.outcome, Ok(StarBalance { stars: bot::core::ids::Stars(-5), nanostars: 7 }));
    reading.stop().await;
}

#[tokio::test]
async fn a_list_that_is_shorter_than_it_was_is_read_anew() {
    let fake = Fake::start().await;
    for count in [0, 3] {
        fake.answers("getstartransactions", 200, page(count));
    }
    fake.answers("getmystarbalance", 200, balance(3));
    let reading = Reading::start(&fake, 1_000);
    assert_eq!(reading.heard(2).await, ["3 from 0", "true for None"]);
    reading.stop().await;
}

#[tokio::test]
async fn a_list_that_is_shorter_by_whole_pages_is_read_anew_once() {
    let fake = Fake::start().await;
    for count in [0, 100, 0] {
        fake.answers("getstartransactions", 200, page(count));
    }
    fake.answers("getmystarbalance", 200, balance(100));
    let reading = Reading::start(&fake, 1_000);
    assert_eq!(reading.heard(2).await, ["100 from 0", "true for None"]);
    reading.stop().await;
}

#[tokio::test]
async fn a_reading_that_fails_is_told_to_who_asked_and_the_next_one_works() {
    let fake = Fake::start().await;
    fake.answers("getstartransactions", 200, page(0));
    fake.answers("getmystarbalance", 200, balance(0));
    let reading = Reading::start(&fake, 0);
    assert_eq!(reading.heard(1).await, ["true for None"]);
    fake.answers("getstartransactions", 502, json!("Bad Gateway"));
    reading.asking.try_send(Some(UserId(900))).unwrap();
    assert_eq!(reading.heard(2).await[1], "false for Some(UserId(900))");
    fake.answers("getstartransactions", 200, page(1));
    fake.answers("getmystarbalance", 200, balance(1));
    reading.asking.try_send(Some(UserId(901))).unwrap();
    assert_eq!(reading.heard(4).await[2..], ["1 from 0", "true for Some(UserId(901))"]);
    reading.stop().await;
}

#[tokio::test]
async fn people_who_look_for_credits_have_the_list_read_soon_and_once_for_all_of_them() {
    let fake = Fake::start().await;
    for count in [0, 1, 0] {
        fake.answers("getstartransactions", 200, page(count));
        fake.answers("getmystarbalance", 200, balance(1));
    }
    let reading = Reading::start(&fake, 0);
    assert_eq!(reading.heard(1).await, ["true for None"]);
    for _person in 0..5 {
        reading.asking.try_send(None).unwrap();
    }
    assert_eq!(reading.heard(3).await[1..], ["1 from 0", "true for None"]);
    // The next that happens is for the operator: nobody else still waits.
    reading.asking.try_send(Some(UserId(900))).unwrap();
    assert_eq!(reading.heard(4).await[3], "true for Some(UserId(900))");
    reading.stop().await;
}
