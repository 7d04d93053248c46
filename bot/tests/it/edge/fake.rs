//! A small Telegram: it notes every call, answers as it is told or else kindly, hands out updates by offset, and keeps
//! files. Beside it, a provider's server with finished videos.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{FromRequest as _, Multipart, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use bot::telegram::client::Telegram;
use serde_json::{Map, Value, json};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;
use url::Url;

use crate::edge::intake::DEADLINE;

pub(crate) const TOKEN: &str = "1:fake";

/// A call that came in.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    /// In lower case.
    pub(crate) method: String,
    /// Its fields, and for files `<name>_bytes`.
    pub(crate) fields: Value,
}

/// See the module.
#[derive(Debug)]
pub(crate) struct Fake {
    state: Arc<FakeState>,
    base: Url,
    _server: JoinSet<()>,
}

#[derive(Debug, Default)]
struct FakeState {
    calls: watch::Sender<Vec<Call>>,
    updates: watch::Sender<BTreeMap<i64, Value>>,
    /// While a chat is here, calls to it are noted but not answered.
    held: watch::Sender<Vec<i64>>,
    script: Mutex<HashMap<String, VecDeque<(u16, Value)>>>,
    files: Mutex<HashMap<String, Vec<u8>>>,
    /// Finished videos that the provider's server does not simply hand out.
    odd_results: Mutex<HashMap<String, OddResult>>,
}

/// What the provider's server does in place of handing out a file.
#[derive(Debug, Clone)]
pub(crate) struct OddResult {
    pub(crate) status: u16,
    pub(crate) content_type: &'static str,
    pub(crate) bytes: Vec<u8>,
    /// Announces so many bytes, and breaks off when there are no more.
    pub(crate) content_length: Option<usize>,
}

impl OddResult {
    /// All is well, says the server, and here is your file.
    pub(crate) fn of(content_type: &'static str, bytes: &[u8]) -> Self {
        Self { status: 200, content_type, bytes: bytes.to_vec(), content_length: None }
    }
}

impl Fake {
    pub(crate) async fn start() -> Self {
        let state = Arc::new(FakeState::default());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = Url::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
        let router = Router::new()
            .route("/{bot}/{method}", post(call))
            .route("/file/{bot}/{*path}", get(file))
            .route("/results/{name}", get(result))
            .layer(axum::extract::DefaultBodyLimit::disable())
            .with_state(state.clone());
        let mut server = JoinSet::new();
        server.spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { state, base, _server: server }
    }

    /// A client of it.
    pub(crate) fn client(&self) -> Telegram {
        Telegram::new(TOKEN.into(), self.base.clone()).unwrap()
    }

    /// The address of a finished video.
    pub(crate) fn result_url(&self, name: &str) -> Url {
        self.base.join(&format!("/results/{name}")).unwrap()
    }

    /// Answers the next call of a method so.
    pub(crate) fn answers(&self, method: &str, status: u16, answer: Value) {
        self.state.script.lock().unwrap().entry(method.to_owned()).or_default().push_back((status, answer));
    }

    /// Refuses the next call of a method.
    pub(crate) fn refuses(&self, method: &str, code: u16, description: &str) {
        self.answers(method, code, json!({"ok": false, "error_code": code, "description": description}));
    }

    /// Keeps a file: pictures under `photos/…`, finished videos under their names.
    pub(crate) fn keeps(&self, path: &str, bytes: &[u8]) {
        self.state.files.lock().unwrap().insert(path.to_owned(), bytes.to_vec());
    }

    /// The provider's server answers so for this video.
    pub(crate) fn has_instead(&self, name: &str, odd: OddResult) {
        self.state.odd_results.lock().unwrap().insert(name.to_owned(), odd);
    }

    /// From now on these chats get no answers.
    pub(crate) fn holds(&self, chats: &[i64]) {
        self.state.held.send_replace(chats.to_vec());
    }

    pub(crate) fn has_update(&self, update: Value) {
        let id = update["update_id"].as_i64().unwrap();
        self.state.updates.send_modify(|updates| drop(updates.insert(id, update)));
    }

    /// Waits until all updates are acknowledged.
    pub(crate) async fn all_acknowledged(&self) {
        let mut updates = self.state.updates.subscribe();
        let waited = tokio::time::timeout(DEADLINE, updates.wait_for(BTreeMap::is_empty)).await;
        assert!(waited.is_ok(), "the updates are not acknowledged");
    }

    pub(crate) fn unacknowledged(&self) -> usize {
        self.state.updates.borrow().len()
    }

    /// The calls so far.
    pub(crate) fn calls(&self) -> Vec<Call> {
        self.state.calls.borrow().clone()
    }

    /// Waits until a method was called so often; those calls.
    pub(crate) async fn called(&self, method: &str, times: usize) -> Vec<Call> {
        let of = |calls: &[Call]| -> Vec<Call> { calls.iter().filter(|call| call.method == method).cloned().collect() };
        let mut calls = self.state.calls.subscribe();
        let waited = tokio::time::timeout(DEADLINE, calls.wait_for(|calls| of(calls).len() >= times)).await;
        assert!(waited.is_ok(), "{times} calls of {method} expected, these came: {:?}", self.calls());
        of(&self.calls())
    }
}

async fn call(
    State(state): State<Arc<FakeState>>,
    Path((bot, method)): Path<(String, String)>,
    request: Request,
) -> Response {
    let method = method.to_lowercase();
    let fields = read(request).await;
    if bot != format!("bot{TOKEN}") {
        return (
            StatusCode::UNAUTHORIZED,
            json!({"ok": false, "error_code": 401, "description": "Unauthorized"}).to_string(),
        )
            .into_response();
    }
    let call = Call { method: method.clone(), fields: fields.clone() };
    state.calls.send_modify(|calls| calls.push(call));
    let chat = fields["chat_id"].as_i64();
    state.held.subscribe().wait_for(|held| chat.is_none_or(|chat| !held.contains(&chat))).await.unwrap();
    let scripted = state.script.lock().unwrap().get_mut(&method).and_then(VecDeque::pop_front);
    let (status, answer) = match scripted {
        Some(scripted) => scripted,
        None if method == "getupdates" => (200, updates(&state, fields["offset"].as_i64()).await),
        None => (200, json!({"ok": true, "result": kindly(&state, &method, &fields)})),
    };
    (StatusCode::from_u16(status).unwrap(), answer.to_string()).into_response()
}

/// What Telegram answers when nothing is wrong.
fn kindly(state: &FakeState, method: &str, fields: &Value) -> Value {
    let number = state.calls.borrow().len();
    match method {
        "getme" => json!({"id": 1, "is_bot": true, "first_name": "Fake", "username": "fake_bot"}),
        "getfile" => {
            json!({"file_id": fields["file_id"], "file_path": format!("photos/{}", fields["file_id"].as_str().unwrap())})
        }
        "getmycommands" => json!([]),
        "getmydescription" => json!({"description": ""}),
        "getmyshortdescription" => json!({"short_description": ""}),
        "getwebhookinfo" => json!({"url": "", "has_custom_certificate": false, "pending_update_count": 0}),
        "sendvideo" => json!({"message_id": number, "video": {"file_id": "kept", "future": {}}, "entities": "odd"}),
        "sendmessage" | "sendinvoice" | "editmessagetext" => json!({"message_id": number}),
        _ => json!(true),
    }
}

async fn updates(state: &FakeState, offset: Option<i64>) -> Value {
    state.updates.send_modify(|updates| updates.retain(|id, _| offset.is_none_or(|offset| *id >= offset)));
    let mut updates = state.updates.subscribe();
    let batch: Vec<Value> = updates.wait_for(|updates| !updates.is_empty()).await.unwrap().values().cloned().collect();
    json!({"ok": true, "result": batch})
}

async fn read(request: Request) -> Value {
    let is_form =
        request.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"multipart"));
    if !is_form {
        let body = Bytes::from_request(request, &()).await.unwrap();
        return serde_json::from_slice(&body).unwrap();
    }
    let mut form = Multipart::from_request(request, &()).await.unwrap();
    let mut fields = Map::new();
    while let Some(field) = form.next_field().await.unwrap() {
        let name = field.name().unwrap().to_owned();
        let is_file = field.file_name().is_some();
        let bytes = field.bytes().await.unwrap();
        if is_file {
            fields.insert(format!("{name}_bytes"), json!(bytes.len()));
        } else {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            fields.insert(name, serde_json::from_str(&text).unwrap_or(Value::String(text)));
        }
    }
    Value::Object(fields)
}

async fn file(
    State(state): State<Arc<FakeState>>,
    Path((_bot, path)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let files = state.files.lock().unwrap();
    let Some(bytes) = files.get(&path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if headers.contains_key(header::RANGE) {
        let range = format!("bytes 0-11/{}", bytes.len());
        let head = bytes[..bytes.len().min(12)].to_vec();
        return (StatusCode::PARTIAL_CONTENT, [(header::CONTENT_RANGE, range)], head).into_response();
    }
    bytes.clone().into_response()
}

async fn result(State(state): State<Arc<FakeState>>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    if let Some(odd) = state.odd_results.lock().unwrap().get(&name).cloned() {
        return odd_result(odd);
    }
    let Some(bytes) = state.files.lock().unwrap().get(&name).cloned() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let range = headers.get(header::RANGE).and_then(|range| range.to_str().ok()?.strip_prefix("bytes="));
    let Some((from, to)) = range.and_then(|range| range.split_once('-')) else { return bytes.into_response() };
    let [from, to] = [from, to].map(|number| number.parse::<usize>().unwrap());
    if from >= bytes.len() {
        return StatusCode::RANGE_NOT_SATISFIABLE.into_response();
    }
    let part = bytes[from..bytes.len().min(to + 1)].to_vec();
    let range = format!("bytes {from}-{}/{}", from + part.len() - 1, bytes.len());
    (StatusCode::PARTIAL_CONTENT, [(header::CONTENT_RANGE, range)], part).into_response()
}

fn odd_result(odd: OddResult) -> Response {
    let OddResult { status, content_type, bytes, content_length } = odd;
    let chunks: Vec<Result<Bytes, std::io::Error>> = match content_length {
        Some(_) => vec![Ok(bytes.into()), Err(std::io::ErrorKind::ConnectionReset.into())],
        None => vec![Ok(bytes.into())],
    };
    let mut answer = Response::builder().status(status).header(header::CONTENT_TYPE, content_type);
    if let Some(length) = content_length {
        answer = answer.header(header::CONTENT_LENGTH, length);
    }
    answer.body(axum::body::Body::from_stream(futures_util::stream::iter(chunks))).unwrap()
}
