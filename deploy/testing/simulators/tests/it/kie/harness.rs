//! A running simulator, a client for it, and a receiver of callbacks.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::{Value, json};
use simulators::kie::{KieSim, KieSimConfig};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// A simulator that serves; everything ends when it is dropped.
pub(crate) struct Kie {
    pub(crate) url: String,
    pub(crate) http: reqwest::Client,
    folder: TempDir,
    shutdown: CancellationToken,
    running: JoinSet<()>,
}

impl Kie {
    /// An account with 1000.25 credits that renders in 30 ms and shows new tasks at once.
    pub(crate) async fn new() -> Self {
        Self::with(|_| {}).await
    }

    pub(crate) async fn with(change: impl FnOnce(&mut KieSimConfig)) -> Self {
        let kie = Self::start(tempfile::tempdir().unwrap(), change).await;
        kie.tell("render", json!({ "min_ms": 30, "max_ms": 30, "invisible_ms": 0 })).await;
        kie
    }

    /// The same account in a new process, so to speak.
    pub(crate) async fn restarted(mut self) -> Self {
        self.shutdown.cancel();
        self.running.shutdown().await;
        Self::start(self.folder, |_| {}).await
    }

    async fn start(folder: TempDir, change: impl FnOnce(&mut KieSimConfig)) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut config = KieSimConfig {
            data_dir: folder.path().to_owned(),
            render: Duration::from_millis(30)..=Duration::from_millis(30),
            public_url: String::new(),
            api_key: Some("secret".to_owned()),
            further_keys: Vec::new(),
            webhook_key: None,
            balance: 1000.25,
            creates_per_10_seconds: simulators::kie::CREATES_PER_10_SECONDS,
        };
        change(&mut config);
        let sim = KieSim::open(config).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        sim.set_public_url(url.as_str());
        let shutdown = CancellationToken::new();
        let mut running = JoinSet::new();
        let router = sim.router();
        running.spawn(async move { axum::serve(listener, router).await.unwrap() });
        let token = shutdown.clone();
        running.spawn(async move { sim.run(token).await });
        Self { url, http: reqwest::Client::new(), folder, shutdown, running }
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        let request = self.http.get(format!("{}{path}", self.url)).bearer_auth("secret");
        request.send().await.unwrap().json().await.unwrap()
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> reqwest::RequestBuilder {
        self.http.post(format!("{}{path}", self.url)).bearer_auth("secret").json(body)
    }

    /// Posts and reads the body, which comes with HTTP 200 whatever it says.
    pub(crate) async fn posted(&self, path: &str, body: Value) -> Value {
        let answer = self.post(path, &body).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        answer.json().await.unwrap()
    }

    /// Uses a control, such as `faults` or `balance`.
    pub(crate) async fn tell(&self, control: &str, body: Value) {
        let answer = self.post(&format!("/simulators/kie/{control}"), &body).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{control}");
    }

    pub(crate) async fn veo(&self, body: Value) -> Value {
        self.posted("/api/v1/veo/generate", body).await
    }

    pub(crate) async fn kling(&self, model: &str, input: Value) -> Value {
        self.posted("/api/v1/jobs/createTask", json!({ "model": model, "input": input })).await
    }

    /// Orders a video with these fields on top, and gives the id of its task.
    pub(crate) async fn veo_task(&self, extra: Value) -> String {
        let mut body = json!({ "model": "veo3_fast", "prompt": "a fox" });
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        task_id(&self.veo(body).await)
    }

    pub(crate) async fn kling_task(&self) -> String {
        task_id(&self.kling("kling/v2-1-master-text-to-video", json!({ "prompt": "a fox" })).await)
    }

    pub(crate) async fn veo_record(&self, id: &str) -> Value {
        self.get(&format!("/api/v1/veo/record-info?taskId={id}")).await
    }

    pub(crate) async fn kling_record(&self, id: &str) -> Value {
        self.get(&format!("/api/v1/jobs/recordInfo?taskId={id}")).await
    }

    pub(crate) async fn state(&self) -> Value {
        self.get("/simulators/kie/state").await
    }

    /// The judge's view of the task, once it satisfies the condition.
    pub(crate) async fn task_that(&self, id: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let deadline = Instant::now() + Duration::from_secs(10);
        loop {
            let tasks = self.get("/simulators/kie/tasks").await;
            let task = tasks.as_array().unwrap().iter().find(|task| task["id"] == id).cloned();
            match task {
                Some(task) if wanted(&task) => return task,
                other => assert!(Instant::now() < deadline, "still {other:?}"),
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    pub(crate) async fn finished(&self, id: &str) -> Value {
        self.task_that(id, |task| task["state"] != "running").await
    }

    pub(crate) async fn upload(&self, bytes: &[u8], name: &str) -> String {
        let part = reqwest::multipart::Part::bytes(bytes.to_vec()).file_name("image");
        let form = reqwest::multipart::Form::new()
            .part("file", part)
            .text("uploadPath", "images/test")
            .text("fileName", name.to_owned());
        let request = self.http.post(format!("{}/api/file-stream-upload", self.url)).bearer_auth("secret");
        let answer: Value = request.multipart(form).send().await.unwrap().json().await.unwrap();
        answer["data"]["downloadUrl"].as_str().unwrap().to_owned()
    }
}

pub(crate) fn task_id(answer: &Value) -> String {
    assert_eq!(answer["code"], 200, "{answer}");
    answer["data"]["taskId"].as_str().unwrap().to_owned()
}

/// `code` and `msg` of an answer.
pub(crate) fn refusal(answer: &Value) -> (u64, &str) {
    (answer["code"].as_u64().unwrap(), answer["msg"].as_str().unwrap())
}

/// The first bytes of a PNG; nobody decodes more.
pub(crate) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n....";
pub(crate) const WEBP: &[u8] = b"RIFF\x10\0\0\0WEBPVP8 ....";

/// What a callback's receiver got.
#[derive(Debug, Clone)]
pub(crate) struct Received {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

/// A receiver of callbacks that answers with the given statuses, then with 200.
pub(crate) struct Receiver {
    pub(crate) url: String,
    received: Arc<Mutex<Vec<Received>>>,
    _serving: JoinSet<()>,
}

type Shared = (Arc<Mutex<Vec<Received>>>, Arc<Mutex<Vec<StatusCode>>>);

impl Receiver {
    pub(crate) async fn answering(mut statuses: Vec<StatusCode>) -> Self {
        statuses.reverse();
        let received = Arc::new(Mutex::new(Vec::new()));
        let shared: Shared = (received.clone(), Arc::new(Mutex::new(statuses)));
        let router = Router::new().route("/hook", post(receive)).with_state(shared);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let mut serving = JoinSet::new();
        serving.spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { url, received, _serving: serving }
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }
}

async fn receive(State((received, statuses)): State<Shared>, headers: HeaderMap, body: String) -> StatusCode {
    received.lock().unwrap().push(Received { headers, body: serde_json::from_str(&body).unwrap() });
    statuses.lock().unwrap().pop().unwrap_or(StatusCode::OK)
}
