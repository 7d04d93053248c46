//! KIE.ai's price list: what of it is taken, and that nothing bad comes of a bad one.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use axum::routing::post;
use bot::core::event::{Event, ListedPrice};
use bot::effects::price_list::PriceList;
use bot::intake::{Intake, IntakeClosed};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use serde_json::{Value, json};
use tokio::sync::{Notify, mpsc};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// Keeps what is handed in.
#[derive(Debug, Default)]
struct Kept(Mutex<Vec<Vec<ListedPrice>>>, Notify);

impl Intake for Kept {
    fn submit(&self, event: Event) -> BoxFuture<'_, Result<(), IntakeClosed>> {
        async move {
            let Event::PricesListed(rows) = event else { panic!("{event:?}") };
            self.0.lock().unwrap().push(rows);
            self.1.notify_one();
            Ok(())
        }
        .boxed()
    }
}

fn page(rows: usize) -> Value {
    let row = json!({
        "modelDescription": "kling 3.0, video, with audio-720P", "interfaceType": "video", "creditPrice": "20",
        "creditUnit": "per second", "anchor": "https://kie.ai/kling-3-0",
    });
    json!({ "code": 200, "msg": "success", "data": { "records": vec![row; rows] } })
}

/// Answers pages by turns: status and body of each.
async fn answering(answers: Vec<(u16, String)>) -> (url::Url, JoinSet<()>) {
    let answers = Arc::new(Mutex::new(answers.into_iter()));
    let handler = move |headers: axum::http::HeaderMap| {
        let answers = Arc::clone(&answers);
        async move {
            assert!(!headers.contains_key("authorization"), "no key goes to an address that needs none");
            let (status, body) = answers.lock().unwrap().next().unwrap();
            (StatusCode::from_u16(status).unwrap(), body).into_response()
        }
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let app = Router::new().route("/client/v1/model-pricing/page", post(handler));
    let mut server = JoinSet::new();
    server.spawn(async move { axum::serve(listener, app).await.unwrap() });
    (base, server)
}

/// What the core hears of lists that answer so, one after the other.
async fn heard(answers: Vec<(u16, String)>, readings: usize) -> Vec<Vec<ListedPrice>> {
    let kept = Arc::new(Kept::default());
    let (base, _server) = answering(answers).await;
    let list = PriceList::new(&base, kept.clone()).unwrap();
    let (ask, asked) = mpsc::channel(8);
    let shutdown = CancellationToken::new();
    let running = list.run(asked, shutdown.clone());
    let asking = async {
        for _ in 0..readings {
            ask.send(()).await.unwrap();
        }
        // The last one is good: those before it are over then.
        tokio::time::timeout(Duration::from_secs(20), kept.1.notified()).await.unwrap();
        shutdown.cancel();
    };
    let (ran, ()) = tokio::join!(running, asking);
    ran.unwrap();
    let rows = kept.0.lock().unwrap();
    rows.clone()
}

#[tokio::test]
async fn all_pages_are_read() {
    let heard = heard(vec![(200, page(100).to_string()), (200, page(3).to_string())], 1).await;
    assert_eq!(heard.iter().map(Vec::len).collect::<Vec<_>>(), [103]);
}

#[tokio::test]
async fn a_list_that_cannot_be_read_is_passed_over_and_the_next_one_is_read() {
    let refused = json!({ "code": 4030, "msg": "Not supported in the current region.", "data": null });
    let bad = [
        "<html>just a moment</html>".to_owned(),
        refused.to_string(),
        json!({ "code": 200, "data": { "records": 7 } }).to_string(),
        "9".repeat(3 << 20),
    ];
    let answers = bad.into_iter().chain([page(1).to_string()]).map(|body| (200, body)).collect();
    assert_eq!(heard(answers, 5).await.len(), 1);
}

#[tokio::test]
async fn no_more_than_a_bounded_part_of_a_list_without_end_is_read() {
    let answers = (0..20).map(|_| (200, page(100).to_string())).collect();
    assert_eq!(heard(answers, 1).await[0].len(), 2000);
}
