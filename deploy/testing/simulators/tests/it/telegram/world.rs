//! A simulated Telegram on a port of its own, with a clock moved by hand.

use std::future::Future;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};
use simulators::telegram::{DEMO_BOT_TOKEN, FloodLimits, ManualClock, TelegramSim, TelegramSimConfig};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// A small image.
const PNG: &[u8] = include_bytes!("../../../../../solo/src/check/image.png");
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) struct World {
    pub(crate) base: String,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) http: reqwest::Client,
    shutdown: CancellationToken,
    tasks: TaskTracker,
    folder: Arc<TempDir>,
}

impl World {
    /// A new Telegram without flood control, where Ann has pressed Start and the bot has read it.
    pub(crate) async fn with_ann() -> (Self, i64) {
        let world = Self::new(FloodLimits::off()).await;
        let ann = world.person("ann").await;
        world.says("ann", "/start").await;
        world.bot("getUpdates", json!({ "offset": -1 })).await;
        world.read_all().await;
        (world, ann)
    }

    pub(crate) async fn new(limits: FloodLimits) -> Self {
        let clock = Arc::new(ManualClock::new(Timestamp::from_second(1_790_000_000).unwrap()));
        Self::open(Arc::new(tempfile::tempdir().unwrap()), clock, limits).await
    }

    /// Stops it and opens it again on the same folder.
    pub(crate) async fn restarted(self) -> Self {
        self.shutdown.cancel();
        self.tasks.close();
        self.tasks.wait().await;
        Self::open(self.folder, self.clock, FloodLimits::off()).await
    }

    async fn open(folder: Arc<TempDir>, clock: Arc<ManualClock>, limits: FloodLimits) -> Self {
        let mut config = TelegramSimConfig::new(folder.path());
        config.clock = clock.clone();
        config.limits = limits;
        let sim = TelegramSim::open(config).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (shutdown, tasks) = (CancellationToken::new(), TaskTracker::new());
        let serve = axum::serve(listener, sim.router()).with_graceful_shutdown(shutdown.clone().cancelled_owned());
        tasks.spawn(async move { serve.await.unwrap() });
        tasks.spawn(sim.run(shutdown.clone()));
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        Self { base, clock, http, shutdown, tasks, folder }
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Calls the Bot API: HTTP status and whole answer.
    pub(crate) async fn call(&self, method: &str, params: Value) -> (u16, Value) {
        let response = self.http.post(self.method_url(method)).json(&params).send().await.unwrap();
        (response.status().as_u16(), response.json().await.unwrap())
    }

    pub(crate) fn method_url(&self, method: &str) -> String {
        format!("{}/bot{DEMO_BOT_TOKEN}/{method}", self.base)
    }

    /// A call that succeeds: its result.
    pub(crate) async fn bot(&self, method: &str, params: Value) -> Value {
        let (status, answer) = self.call(method, params).await;
        assert_eq!(status, 200, "{method}: {answer}");
        answer["result"].clone()
    }

    /// A call that is refused: what it is told.
    pub(crate) async fn refused(&self, method: &str, params: Value) -> String {
        let (status, answer) = self.call(method, params).await;
        assert_eq!(
            (answer["ok"].as_bool(), answer["error_code"].as_u64()),
            (Some(false), Some(u64::from(status))),
            "{answer}"
        );
        answer["description"].as_str().unwrap().to_owned()
    }

    /// A form with files: status and answer.
    pub(crate) async fn upload(&self, method: &str, form: reqwest::multipart::Form) -> (u16, Value) {
        let response = self.http.post(self.method_url(method)).multipart(form).send().await.unwrap();
        (response.status().as_u16(), response.json().await.unwrap())
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        self.http.get(format!("{}{path}", self.base)).send().await.unwrap().json().await.unwrap()
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Value {
        let response = self.http.post(format!("{}{path}", self.base)).json(&body).send().await.unwrap();
        response.json().await.unwrap()
    }

    pub(crate) async fn person(&self, name: &str) -> i64 {
        self.post("/chat/api/people", json!({ "first_name": name })).await["id"].as_i64().unwrap()
    }

    pub(crate) async fn says(&self, name: &str, text: &str) -> Value {
        self.post(&format!("/chat/api/{name}/text"), json!({ "text": text })).await
    }

    /// Sends an image once for each caption, as one file or as an album; the message, of an album the last.
    pub(crate) async fn sends_files(&self, name: &str, path: &str, kind: &str, captions: &[&str]) -> Value {
        let mut form = reqwest::multipart::Form::new().text("as", kind.to_owned());
        for (number, caption) in captions.iter().enumerate() {
            let file = reqwest::multipart::Part::bytes(PNG).file_name("image.png").mime_str("image/png").unwrap();
            form = form.part("file", file).text(format!("caption-{number}"), (*caption).to_owned());
        }
        let url = format!("{}/chat/api/{name}/{path}", self.base);
        self.http.post(url).multipart(form).send().await.unwrap().json().await.unwrap()
    }

    /// All waiting updates, which are thereby confirmed.
    pub(crate) async fn read_all(&self) -> Vec<Value> {
        let updates = self.bot("getUpdates", json!({})).await.as_array().unwrap().clone();
        if let Some(last) = updates.last() {
            let next = last["update_id"].as_i64().unwrap() + 1;
            self.bot("getUpdates", json!({ "offset": next })).await;
        }
        updates
    }

    /// Waits for the next update of a kind.
    pub(crate) async fn next_update(&self, kind: &str) -> Value {
        until(|| async {
            let updates = self.read_all().await;
            updates.iter().find_map(|update| update.get(kind).cloned())
        })
        .await
    }
}

/// Asks again and again, with a deadline.
pub(crate) async fn until<T, F: Future<Output = Option<T>>>(ask: impl Fn() -> F) -> T {
    let patient = async {
        loop {
            if let Some(answer) = ask().await {
                return answer;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, patient).await.unwrap()
}
