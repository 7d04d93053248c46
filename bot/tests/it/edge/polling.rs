//! Updates are acknowledged by their commit.

use std::sync::Arc;

use bot::core::event::Event;
use bot::intake::IntakeClosed;
use bot::telegram::client::Telegram;
use bot::telegram::connection::Connection;
use bot::telegram::polling;
use serde_json::json;
use shared::clock::SteadyClock;
use shared::tasks::Tasks;
use tokio_util::sync::CancellationToken;

use crate::edge::fake::Fake;
use crate::edge::intake::{DEADLINE, Recorder};

fn polling(
    fake: &Fake,
    intake: &Arc<Recorder>,
    tasks: &Tasks,
) -> impl Future<Output = Result<(), IntakeClosed>> + use<> {
    let connection = Connection::new(Arc::new(SteadyClock::new()));
    polling::run(fake.client(), intake.clone(), connection, tasks.shutdown().clone())
}

fn ids(events: &[Event]) -> Vec<i64> {
    let id = |event: &Event| {
        let Event::Update(incoming) = event else { panic!("an update expected, not {event:?}") };
        incoming.update.update_id
    };
    events.iter().map(id).collect()
}

#[tokio::test]
async fn a_batch_is_acknowledged_when_all_of_it_is_committed() {
    let fake = Fake::start().await;
    let intake = Recorder::new();
    fake.has_update(json!({"update_id": 7, "message": {"message_id": 1, "chat": {"id": 5, "type": "private"}}}));
    fake.has_update(json!({"update_id": 8, "message": {"message_id": "odd"}}));
    fake.has_update(json!({"update_id": 9, "pre_checkout_query": {"id": "q", "from": {"id": 5}, "currency": "XTR",
        "total_amount": 1, "invoice_payload": "p"}}));
    intake.commits(false);
    let tasks = Tasks::new(CancellationToken::new());
    tasks.spawn_loop("polling", polling(&fake, &intake, &tasks));

    // All are handed in before the first is committed, so the writer can commit them together.
    assert_eq!(ids(&intake.received(3).await), [9, 7, 8], "who pays goes first");
    assert_eq!(fake.unacknowledged(), 3);
    intake.commits(true);
    fake.all_acknowledged().await;
    let events = intake.events();
    assert_eq!(events.len(), 3);
    assert!(matches!(&events[2], Event::Update(odd) if odd.raw.contains("\"odd\"") && odd.update.message.is_none()));
    assert_eq!(fake.called("getupdates", 2).await[0].fields["offset"], json!(null));

    tasks.shutdown().cancel();
    tokio::time::timeout(DEADLINE, tasks.finish(DEADLINE)).await.unwrap().unwrap();
}

#[tokio::test]
async fn polling_goes_on_whatever_telegram_answers() {
    let fake = Fake::start().await;
    let intake = Recorder::new();
    fake.refuses("getupdates", 409, "Conflict: terminated by other getUpdates request");
    fake.refuses("getupdates", 401, "Unauthorized");
    fake.refuses("getupdates", 404, "Not Found");
    fake.answers("getupdates", 502, json!("Bad Gateway"));
    fake.answers("getupdates", 429, json!({"ok": false, "error_code": 429, "parameters": {"retry_after": 0}}));
    fake.has_update(json!({"update_id": 1}));
    let tasks = Tasks::new(CancellationToken::new());
    tasks.spawn_loop("polling", polling(&fake, &intake, &tasks));
    assert_eq!(ids(&intake.received(1).await), [1]);
    tasks.shutdown().cancel();
    tokio::time::timeout(DEADLINE, tasks.finish(DEADLINE)).await.unwrap().unwrap();
}

#[tokio::test]
async fn the_token_is_in_no_error() {
    let nobody = Telegram::new("77:secret".into(), "http://127.0.0.1:1".parse().unwrap()).unwrap();
    let error = nobody.updates(None).await.unwrap_err();
    assert!(!format!("{error:?} {error} {nobody:?}").contains("secret"));
    assert!(!shared::telemetry::chain(&error).to_string().contains("secret"));
}
