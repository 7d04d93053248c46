//! A KIE.ai that does as it is told and remembers what it was asked.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Multipart, Query, State};
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use axum::routing::{get, post};
use serde_json::{Value, json};
use shared::job::TaskId;
use tokio::net::TcpListener;
use tokio::sync::Notify;
use url::Url;
use worker::kie::{KieClient, KieConfig};

/// What is answered to a create.
#[derive(Debug, Clone)]
pub(crate) enum Create {
    /// 200 with this task.
    Accept(&'static str),
    /// This status and body.
    Answer(u16, Value),
    /// Any status and text.
    Raw(u16, &'static str),
    /// Accepts the task and drops the connection.
    AcceptAndHangUp,
    /// Accepts the task and answers when the test says so.
    AcceptWhen(Arc<Notify>),
    /// Sends the client elsewhere.
    Redirect(String),
}

#[derive(Debug, Default)]
struct Inside {
    creates: VecDeque<Create>,
    posts: Vec<Value>,
    record: Option<(u16, String)>,
    looks: usize,
    uploads: Vec<usize>,
    upload: Option<(u16, Value)>,
    credits: Option<Value>,
    balance_reads: usize,
}

/// The server; it ends with the test's runtime.
#[derive(Debug, Clone)]
pub(crate) struct FakeKie {
    pub(crate) url: Url,
    inside: Arc<Mutex<Inside>>,
}

impl FakeKie {
    pub(crate) async fn start() -> Self {
        let inside = Arc::new(Mutex::new(Inside::default()));
        let router = Router::new()
            .route("/api/v1/veo/generate", post(create))
            .route("/api/v1/veo/extend", post(create))
            .route("/api/v1/jobs/createTask", post(create))
            .route("/api/v1/veo/record-info", get(record))
            .route("/api/v1/jobs/recordInfo", get(record))
            .route("/api/v1/chat/credit", get(credits))
            .route("/api/file-stream-upload", post(upload).layer(DefaultBodyLimit::disable()))
            .with_state(Arc::clone(&inside));
        Self { url: serve(router).await, inside }
    }

    pub(crate) fn client(&self) -> KieClient {
        let mut config = KieConfig::new(self.url.clone(), self.url.clone(), "key".into());
        config.timeout = Duration::from_secs(2);
        KieClient::new(config).unwrap()
    }

    /// What the next creates are answered; `Accept("task-1")` when nothing is left.
    pub(crate) fn answers_creates_with(&self, creates: impl IntoIterator<Item = Create>) {
        self.inside.lock().unwrap().creates.extend(creates);
    }

    /// It does not know any task that it is asked for.
    pub(crate) fn knows_no_task(&self) {
        self.answers_looks_with(200, json!({"code": 422, "msg": "Record not found", "data": null}).to_string());
    }

    /// What every look at a task is answered from now on; "running" before.
    pub(crate) fn answers_looks_with(&self, status: u16, body: impl Into<String>) {
        self.inside.lock().unwrap().record = Some((status, body.into()));
    }

    pub(crate) fn has_made_the_video(&self) {
        let body = json!({"code": 200, "msg": "success", "data": {"successFlag": 1, "response": {"resultUrls": ["https://x.example/v.mp4"]}}});
        self.answers_looks_with(200, body.to_string());
    }

    pub(crate) fn answers_uploads_with(&self, status: u16, body: Value) {
        self.inside.lock().unwrap().upload = Some((status, body));
    }

    pub(crate) fn answers_credits_with(&self, body: Value) {
        self.inside.lock().unwrap().credits = Some(body);
    }

    /// The bodies of all creates.
    pub(crate) fn posts(&self) -> Vec<Value> {
        self.inside.lock().unwrap().posts.clone()
    }

    /// How often a task was looked at.
    pub(crate) fn looks(&self) -> usize {
        self.inside.lock().unwrap().looks
    }

    /// How often its balance was read.
    pub(crate) fn balance_reads(&self) -> usize {
        self.inside.lock().unwrap().balance_reads
    }

    /// The sizes of all uploads.
    pub(crate) fn uploads(&self) -> Vec<usize> {
        self.inside.lock().unwrap().uploads.clone()
    }
}

/// Serves a router on a free port.
pub(crate) async fn serve(router: Router) -> Url {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = Url::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    #[expect(clippy::disallowed_methods, reason = "ends with the test's runtime")]
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

/// The task that [`Create::AcceptAndHangUp`] makes.
pub(crate) fn hidden_task() -> TaskId {
    TaskId::new("hidden")
}

type Inner = State<Arc<Mutex<Inside>>>;

async fn create(State(inside): Inner, body: Bytes) -> axum::response::Response {
    let answer = {
        let mut inside = inside.lock().unwrap();
        inside.posts.push(serde_json::from_slice(&body).unwrap());
        inside.creates.pop_front().unwrap_or(Create::Accept("task-1"))
    };
    let accepted = |task: &str| json!({"code": 200, "msg": "success", "data": {"taskId": task, "recordId": task}});
    match answer {
        Create::Accept(task) => accepted(task).to_string().into_response(),
        Create::Answer(status, body) => (StatusCode::from_u16(status).unwrap(), body.to_string()).into_response(),
        Create::Raw(status, body) => (StatusCode::from_u16(status).unwrap(), body).into_response(),
        Create::AcceptWhen(bell) => {
            bell.notified().await;
            accepted("task-1").to_string().into_response()
        }
        Create::Redirect(to) => axum::response::Redirect::temporary(&to).into_response(),
        // A body that breaks off is what a client sees of a connection that was cut.
        Create::AcceptAndHangUp => {
            let cut =
                futures_util::stream::iter([Ok(Bytes::from_static(b"{\"code\":")), Err(std::io::Error::other("cut"))]);
            axum::body::Body::from_stream(cut).into_response()
        }
    }
}

async fn record(
    State(inside): Inner,
    Query(_task): Query<std::collections::BTreeMap<String, String>>,
) -> axum::response::Response {
    inside.lock().unwrap().looks += 1;
    let inside = inside.lock().unwrap();
    match &inside.record {
        Some((status, body)) => (StatusCode::from_u16(*status).unwrap(), body.clone()).into_response(),
        None => json!({"code": 200, "msg": "success", "data": {"successFlag": 0, "state": "waiting"}})
            .to_string()
            .into_response(),
    }
}

async fn credits(State(inside): Inner) -> String {
    let mut inside = inside.lock().unwrap();
    inside.balance_reads += 1;
    inside.credits.clone().unwrap_or_else(|| json!({"code": 200, "msg": "success", "data": 5916.25})).to_string()
}

async fn upload(State(inside): Inner, mut form: Multipart) -> axum::response::Response {
    let mut size = 0;
    let mut path = String::new();
    while let Ok(Some(field)) = form.next_field().await {
        match field.name().unwrap_or_default().to_owned().as_str() {
            "file" => match field.bytes().await {
                Ok(bytes) => size = bytes.len(),
                Err(_broken) => return StatusCode::BAD_REQUEST.into_response(),
            },
            "uploadPath" => path = field.text().await.unwrap_or_default(),
            _ => {}
        }
    }
    assert!(!path.is_empty() && !path.starts_with('/') && !path.ends_with('/'));
    let mut inside = inside.lock().unwrap();
    inside.uploads.push(size);
    let (status, body) = inside.upload.clone().unwrap_or_else(|| {
        (200, json!({"success": true, "code": 200, "msg": "File uploaded successfully", "data": {"downloadUrl": "https://files.example/p.png", "fileSize": size}}))
    });
    (StatusCode::from_u16(status).unwrap(), body.to_string()).into_response()
}
