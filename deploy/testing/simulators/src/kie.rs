//! A simulated KIE.ai, strict where the original is known to be strict, for playing without a key and for tests.
//!
//! Written from recorded exchanges and the provider's documentation alone. Refusals whose wording is not known have a
//! wording of our own; their codes are the documented ones. Deliberately absent: callbacks of 4K videos, Runway, the live
//! catalogue. Only models of `models` exist.
//!
//! A task lives in memory and is written through to SQLite, so that rendering goes on after a restart. Call records and
//! the counts of queries are written a moment later; a killed process may lose the last quarter of a second of those.

mod agenda;
mod callback;
mod caller;
mod calls;
mod create;
mod envelope;
mod faults;
mod files;
mod film;
mod images;
mod judge;
mod market;
mod models;
mod pricing;
mod state;
mod task;
mod upload;
mod veo;

use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{any, get, post};
use tokio::sync::{Notify, broadcast};
use tokio_util::sync::CancellationToken;

use crate::store::{Store, StoreError};
use state::State;

/// How a simulated KIE.ai is set up.
#[derive(Debug, Clone)]
pub struct KieSimConfig {
    /// Folder for the database and the uploaded files; made if missing.
    pub data_dir: PathBuf,
    /// How long a task takes, picked anew for each. A range set later over HTTP is remembered and wins.
    pub render: RangeInclusive<Duration>,
    /// Address under which clients reach this simulator, without a slash at the end.
    pub public_url: String,
    /// The first key let in; `None` lets any non-empty one in.
    pub api_key: Option<String>,
    /// Keys beside it, each of an account of its own.
    pub further_keys: Vec<String>,
    /// Key for the signature headers of callbacks; `None` sends none, as an account without the feature.
    pub webhook_key: Option<String>,
    /// Credits of each new account. A kept account keeps what it has.
    pub balance: f64,
    /// Tasks that each account may create in 10 seconds; what is over it is refused.
    pub creates_per_10_seconds: usize,
}

/// What KIE allows an account unless its support has changed it.
pub const CREATES_PER_10_SECONDS: usize = 20;

/// Why the simulator could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum KieSimError {
    /// Its folder cannot be made.
    #[error("the folder of the KIE simulator cannot be made")]
    Folder(#[source] std::io::Error),
    /// Its database cannot be opened or read.
    #[error("the records of the KIE simulator cannot be opened")]
    Store(#[from] StoreError),
    /// No client for fetching images and sending callbacks.
    #[error("the HTTP client of the KIE simulator cannot be made")]
    Http(#[source] reqwest::Error),
}

/// A simulated KIE.ai: an account for each key, with its tasks.
#[derive(Debug)]
pub struct KieSim {
    state: Mutex<State>,
    store: Store,
    uploads_dir: PathBuf,
    public_url: RwLock<String>,
    api_key: Option<String>,
    further_keys: Vec<String>,
    webhook_key: Option<String>,
    creates_per_10_seconds: usize,
    http: reqwest::Client,
    /// Notified when something may be due earlier than [`KieSim::run`] waits for.
    wake: Notify,
    events: broadcast::Sender<judge::Event>,
    /// Ends the event streams, which would otherwise hold up a graceful shutdown.
    closing: CancellationToken,
}

const UPLOAD_BYTES_MAX: usize = 110 << 20;
const JSON_BYTES_MAX: usize = 16 << 20;

impl KieSim {
    /// Opens the account kept in the folder, or a new one.
    ///
    /// # Errors
    /// See [`KieSimError`].
    pub fn open(config: KieSimConfig) -> Result<Arc<Self>, KieSimError> {
        let uploads_dir = config.data_dir.join("uploads");
        std::fs::create_dir_all(&uploads_dir).map_err(KieSimError::Folder)?;
        let store = Store::open(&config.data_dir.join("kie.db"))?;
        let state = State::load(&store, &config)?;
        let http = reqwest::Client::builder()
            .timeout(callback::ANSWER_WITHIN)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(KieSimError::Http)?;
        Ok(Arc::new(Self {
            state: Mutex::new(state),
            store,
            uploads_dir,
            public_url: RwLock::new(config.public_url),
            api_key: config.api_key,
            further_keys: config.further_keys,
            webhook_key: config.webhook_key,
            creates_per_10_seconds: config.creates_per_10_seconds,
            http,
            wake: Notify::new(),
            events: broadcast::channel(256).0,
            closing: CancellationToken::new(),
        }))
    }

    /// The API under `/api`, the files under `/kie`, and what judges and the panel use under `/simulators/kie`.
    /// KIE's two hosts, for the API and for uploads, are one here.
    pub fn router(self: &Arc<Self>) -> Router {
        let uploads = Router::new()
            .route("/api/file-stream-upload", post(upload::stream))
            .route("/api/file-url-upload", post(upload::by_url))
            .route("/api/file-base64-upload", post(upload::base64))
            .layer(from_fn_with_state(self.clone(), envelope::admit_upload));
        let api = Router::new()
            .route("/api/v1/veo/generate", post(veo::generate))
            .route("/api/v1/veo/record-info", get(veo::record_info))
            .route("/api/v1/veo/extend", post(veo::extend))
            .route("/api/v1/veo/get-1080p-video", get(veo::get_1080p))
            .route("/api/v1/veo/get-4k-video", post(veo::get_4k))
            .route("/api/v1/jobs/createTask", post(market::create_task))
            .route("/api/v1/jobs/recordInfo", get(market::record_info))
            .route("/api/v1/chat/credit", get(envelope::credit))
            .route("/api/v1/common/download-url", post(files::download_url))
            .route("/api/{*path}", any(envelope::no_such_path))
            .layer(from_fn_with_state(self.clone(), envelope::admit));
        let open = Router::new().route("/client/v1/model-pricing/page", post(pricing::page));
        api.merge(uploads)
            .merge(open)
            .layer(from_fn_with_state(self.clone(), envelope::cut_off))
            .layer(from_fn_with_state(self.clone(), calls::record))
            .merge(files::router())
            .merge(judge::router())
            .layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX))
            .with_state(self.clone())
    }

    /// Finishes tasks when they are due and sends callbacks, until shut down. Nothing moves without it.
    pub async fn run(self: &Arc<Self>, shutdown: CancellationToken) {
        agenda::run(self, &shutdown).await;
        self.closing.cancel();
    }

    /// Tells under which address this simulator is reached, once the listener knows.
    pub fn set_public_url(&self, url: impl Into<String>) {
        *self.public_url.write().unwrap_or_else(PoisonError::into_inner) = url.into();
    }

    fn public_url(&self) -> String {
        self.public_url.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what changed. A full disk is reported and play goes on: nothing real is lost.
    fn keep(&self, state: &mut State) {
        if let Err(error) = state.write_changes(&self.store) {
            tracing::error!(error = &error as &dyn std::error::Error, "the KIE simulator could not keep its records");
        }
    }
}

/// Now, in the unit of KIE's records.
fn now_ms() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}
