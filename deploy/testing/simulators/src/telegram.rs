//! A simulated Telegram: the Bot API that a bot talks to, and the people who talk to the bot.
//!
//! Written from the published rules, so that it can refuse what Telegram refuses, with Telegram's own words. The working
//! state lives in memory behind one lock and is written through to SQLite, so that a restart continues the same chats,
//! update ids and Star list.
//!
//! Where it is kinder than the original, on purpose: webhooks may be `http://` and on any port, since it serves tests on
//! one machine; chat actions and edits are not counted by flood control; photos are not re-encoded. What is absent:
//! channels, inline mode, polls, business connections, rich messages, `MarkdownV2`, and the methods that the bot does not
//! call. A call that needs one of them is refused, never half done.

mod affiliates;
mod bot_api;
mod call_log;
mod clock;
mod events;
mod faults;
mod files;
mod flood;
mod judge_api;
mod markup;
mod messages;
mod methods;
mod page_api;
mod params;
mod people;
mod profile;
mod refusal;
mod stars;
mod state;
mod subscriptions;
mod text;
mod updates;
mod webhook;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use self::call_log::CallLog;
pub use self::clock::{Clock, ManualClock, SystemClock};
use self::files::FileFolder;
pub use self::flood::{Admission, FloodGate, FloodLimits, What};
use self::people::NewPerson;
use self::state::State;
use crate::store::{Store, StoreError};

/// The token of the demo bot. It opens nothing but this simulator.
pub const DEMO_BOT_TOKEN: &str = "7000000001:simulated-token-that-opens-nothing-real";

/// Who operates the demo bot if nobody else is named: id and first name. The id is the last before those of new people.
pub const DEMO_OPERATOR: (i64, &str) = (5_000_000_000, "Olga");

/// How often deadlines (a checkout's 10 seconds, the end of an update's life) are looked at.
const TICK: Duration = Duration::from_millis(50);

/// What a simulated Telegram needs to know.
#[derive(Debug, Clone)]
pub struct TelegramSimConfig {
    /// Folder of its own; made when missing.
    pub data_dir: PathBuf,
    /// The one bot's token, `<bot id>:<secret>`.
    pub bot_token: SecretString,
    /// The bot's `@username`, without the sign.
    pub bot_username: String,
    /// The bot's first name.
    pub bot_name: String,
    /// Flood control; the real limits by default.
    pub limits: FloodLimits,
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
}

impl TelegramSimConfig {
    /// The demo bot with real limits and the machine's clock, keeping its state in `data_dir`.
    pub fn new(data_dir: impl Into<PathBuf>) -> Self {
        Self {
            data_dir: data_dir.into(),
            bot_token: DEMO_BOT_TOKEN.into(),
            bot_username: "starreel_demo_bot".to_owned(),
            bot_name: "Starreel".to_owned(),
            limits: FloodLimits::default(),
            clock: Arc::new(SystemClock),
        }
    }
}

/// Why a simulated Telegram could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder cannot be made or used.
    #[error("the simulator's data folder {folder} cannot be used")]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// What is in the folder cannot be read.
    #[error("the simulator's state cannot be read")]
    Store(#[from] StoreError),
    /// The token does not begin with a bot id.
    #[error("a bot token looks like <bot id>:<secret>; this one does not")]
    Token,
    /// The client for webhooks and URL files cannot be built.
    #[error("no HTTP client")]
    Http(#[from] reqwest::Error),
}

/// The simulated Telegram of one bot.
#[derive(Debug)]
pub struct TelegramSim {
    config: TelegramSimConfig,
    state: Mutex<State>,
    store: Store,
    calls: Mutex<CallLog>,
    files: FileFolder,
    http: reqwest::Client,
    /// Notified after every change, so that long polls, the webhook pusher and waiting checkouts look again.
    bell: watch::Sender<()>,
    /// Ends long polls and event streams, which would otherwise hold up a graceful shutdown.
    closing: CancellationToken,
}

impl TelegramSim {
    /// Opens the simulator with whatever its folder holds from earlier runs.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open(config: TelegramSimConfig) -> Result<Arc<Self>, OpenError> {
        let folder = |source| OpenError::Folder { folder: config.data_dir.clone(), source };
        std::fs::create_dir_all(&config.data_dir).map_err(folder)?;
        let files = FileFolder::open(config.data_dir.join("files")).map_err(folder)?;
        let calls = CallLog::open(&config.data_dir.join("calls.jsonl")).map_err(folder)?;
        let store = Store::open(&config.data_dir.join("telegram.db"))?;
        let bot_id = bot_id(&config.bot_token).ok_or(OpenError::Token)?;
        let state = State::load(&store, bot_id, &config)?;
        let http = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(30))
            .redirect(reqwest::redirect::Policy::limited(3))
            .no_proxy()
            .build()?;
        Ok(Arc::new(Self {
            config,
            state: Mutex::new(state),
            store,
            calls: Mutex::new(calls),
            files,
            http,
            bell: watch::Sender::new(()),
            closing: CancellationToken::new(),
        }))
    }

    /// Makes a person whom the bot may write to from the start, unless there is one with this id who has talked to it.
    pub fn introduce(&self, (id, first_name): (i64, &str)) {
        let new = NewPerson { id: Some(id), first_name: Some(first_name.to_owned()), ..NewPerson::default() };
        self.change(|state, _| {
            if state.person(new).is_some_and(|person| !person.started) {
                state.change_person(id, |person| person.started = true);
            }
        });
    }

    /// Everything it serves: the Bot API, file downloads, the chat page's API and the judge's API.
    pub fn router(self: &Arc<Self>) -> Router {
        Router::new()
            .merge(bot_api::router(Arc::clone(self)))
            .merge(page_api::router(Arc::clone(self)))
            .merge(judge_api::router(Arc::clone(self)))
    }

    /// Its background work until `shutdown`: pushes webhooks, ends checkouts after 10 seconds, forgets expired updates.
    /// At its end long polls and event streams end too.
    pub async fn run(self: Arc<Self>, shutdown: CancellationToken) {
        let work = async { tokio::join!(self.keep_deadlines(), webhook::push(&self)) };
        tokio::select! {
            _ = work => {}
            () = shutdown.cancelled() => {}
        }
        self.closing.cancel();
        self.bell.send_replace(());
    }

    async fn keep_deadlines(&self) {
        let mut ticks = tokio::time::interval(TICK);
        loop {
            ticks.tick().await;
            if self.read(|state, now| state.has_overdue(now)) {
                self.change(State::end_overdue);
            }
        }
    }

    /// Changes the state under the lock and writes what was touched before anyone can see it.
    fn change<T>(&self, work: impl FnOnce(&mut State, i64) -> T) -> T {
        let now = self.now();
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let outcome = work(&mut state, now);
        let touched = state.touched.take();
        if !touched.is_empty()
            && let Err(error) = self.store.apply(&touched)
        {
            tracing::error!(error = &error as &dyn std::error::Error, "the simulator's state could not be written");
        }
        drop(state);
        self.bell.send_replace(());
        outcome
    }

    fn read<T>(&self, work: impl FnOnce(&State, i64) -> T) -> T {
        let now = self.now();
        work(&self.state.lock().unwrap_or_else(PoisonError::into_inner), now)
    }

    /// Seconds since 1970, as all times of the Bot API.
    fn now(&self) -> i64 {
        self.config.clock.now().as_second()
    }

    fn token(&self) -> &str {
        self.config.bot_token.expose_secret()
    }
}

fn bot_id(token: &SecretString) -> Option<i64> {
    let (id, secret) = token.expose_secret().split_once(':')?;
    id.parse().ok().filter(|id| *id > 0 && !secret.is_empty())
}
