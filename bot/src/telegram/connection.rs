//! Whether Telegram's updates arrive: watched for as long as the process runs, not only set up at its start.
//!
//! Who takes updates in ([`polling`](super::polling) and [`webhook`](super::webhook)) says here what it meets; [`Watch`]
//! asks Telegram every minute what it knows of us, at once when something odd was met, and mends what can be mended: a
//! webhook that is not ours any more, or that Telegram fails to reach, is set again, and one in the way of polling is
//! removed. What it believes of the connection ([`health`]) is told to operators, shown as metrics, and part of
//! `/readyz`.
//!
//! The webhook is set at each start with a secret that nobody else has ever known, so a database of any age leads to a
//! bot that hears, and a copy of one opens no door. It is never removed at a stop: updates wait at Telegram meanwhile.
//!
//! Deliberately absent: giving up. A token that Telegram does not know ends the process only at its start.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use metrics::{counter, gauge};
use secrecy::SecretString;
use shared::clock::Clock;
use shared::telemetry::chain;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::client::Telegram;
use super::failure::{CallError, Refusal};
use super::setup::{self, SetupError, WebhookInfo};
use crate::core::event::{ConnectionState, Event, Trouble, TroubleKind};
use crate::intake::Intake;
use health::Health;

mod health;

/// How updates come.
#[derive(Debug, Clone)]
pub enum Way {
    /// We ask for them.
    Polling,
    /// Telegram posts them to `url` with `secret`.
    Webhook {
        /// Where.
        url: Url,
        /// What proves that it is Telegram.
        secret: SecretString,
    },
}

/// How often the connection is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// When nothing odd was met.
    pub every: Duration,
    /// At the most, however much that is odd is met: anybody may post to the webhook.
    pub at_most_every: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { every: Duration::from_secs(60), at_most_every: Duration::from_secs(5) }
    }
}

/// That two processes poll shows in one answer of many.
const CONFLICT_LASTS: SignedDuration = SignedDuration::from_secs(60);
/// Telegram pauses up to two minutes between its tries to reach a webhook.
const ERROR_LASTS: SignedDuration = SignedDuration::from_secs(150);
/// Fewer updates that wait are the ordinary traffic of a moment.
const BEHIND_MIN: i64 = 100;
/// The refusals of strangers are logged once in this time.
const STRANGERS_LOGGED_EVERY: SignedDuration = SignedDuration::from_secs(60);
/// A store that does not work hears of the connection later.
const TOLD_WITHIN: Duration = Duration::from_secs(5);

/// What is known of the connection: written by whoever meets Telegram, read by [`Watch`] and `/readyz`.
#[derive(Debug)]
pub struct Connection {
    clock: Arc<dyn Clock>,
    met: Mutex<Met>,
    something_odd: Notify,
}

#[derive(Debug, Default)]
struct Met {
    /// The way is set up: from then on, whoever posts without our secret is a stranger.
    is_set_up: bool,
    /// Why the last poll came to nothing, if it did.
    poll_failed: Option<TroubleKind>,
    conflict_at: Option<Timestamp>,
    /// Strangers who posted to the webhook since the log said so.
    strangers: u64,
    strangers_logged_at: Option<Timestamp>,
    believed: Option<ConnectionState>,
}

impl Connection {
    /// Nothing was met yet.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>) -> Arc<Self> {
        Arc::new(Self { clock, met: Mutex::default(), something_odd: Notify::new() })
    }

    /// Whether updates arrive, as far as is known.
    ///
    /// # Errors
    /// What is wrong, in words for operators.
    pub fn check(&self) -> Result<(), String> {
        let met = self.met();
        if !met.is_set_up {
            return Err("Telegram has not been told yet how updates shall come".to_owned());
        }
        let Some(ConnectionState { trouble: Some(trouble), since }) = &met.believed else { return Ok(()) };
        let about = match trouble.kind {
            TroubleKind::Taken => "another process changed where Telegram sends updates; it was changed back",
            TroubleKind::Conflict => "another process polls with this bot's token",
            TroubleKind::Failing => "Telegram cannot hand updates over to the webhook",
            TroubleKind::Behind => "more and more updates wait at Telegram",
            TroubleKind::Unreachable => "Telegram cannot be reached",
            TroubleKind::TokenRefused => "Telegram does not know the bot; was the token revoked?",
        };
        let words = if trouble.words.is_empty() { String::new() } else { format!(" ({})", trouble.words) };
        Err(format!("since {}: {about}{words}", since.strftime("%Y-%m-%d %H:%M UTC")))
    }

    /// An update came in.
    pub(super) fn heard(&self) {
        gauge!("starreel_telegram_last_update_timestamp_seconds").set(seconds(self.clock.now()));
    }

    /// A poll has ended.
    pub(super) fn polled(&self, outcome: Result<(), &CallError>) {
        let now = self.clock.now();
        let mut met = self.met();
        met.poll_failed = match outcome {
            Ok(()) => None,
            Err(error) if error.refusal() == Some(Refusal::Conflict) => {
                met.conflict_at = Some(now);
                None
            }
            Err(error) => kind_of(error),
        };
        drop(met);
        match outcome {
            Ok(()) => called(now),
            Err(_) => self.something_odd.notify_one(),
        }
    }

    /// Somebody posted to the webhook without its secret: a stranger, or Telegram with the secret of another process.
    pub(super) fn stranger(&self) {
        let now = self.clock.now();
        let mut met = self.met();
        if !met.is_set_up {
            // Telegram itself, with the secret of the process before this one. It will try again.
            return;
        }
        counter!("starreel_webhook_strangers_total").increment(1);
        met.strangers += 1;
        if met.strangers_logged_at.is_none_or(|at| now.duration_since(at) >= STRANGERS_LOGGED_EVERY) {
            let posts = std::mem::take(&mut met.strangers);
            met.strangers_logged_at = Some(now);
            tracing::warn!(
                posts,
                "somebody posted to the webhook without its secret; asking Telegram whether it is ours"
            );
        }
        drop(met);
        self.something_odd.notify_one();
    }

    fn met(&self) -> MutexGuard<'_, Met> {
        self.met.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// See the module.
#[derive(Debug)]
pub struct Watch {
    telegram: Telegram,
    way: Way,
    connection: Arc<Connection>,
    pace: Pace,
    health: Health,
    /// What Telegram said at the last look.
    before: Option<Before>,
    /// The kind that operators were told last; none before the first time.
    told: Option<Option<TroubleKind>>,
}

#[derive(Debug, Clone)]
struct Before {
    waiting: i64,
    error_date: Option<i64>,
    /// When the date of the last error was seen to change.
    error_at: Option<Timestamp>,
}

impl Watch {
    /// A watch that has not begun.
    #[must_use]
    pub fn new(telegram: Telegram, way: Way, connection: Arc<Connection>, pace: Pace) -> Self {
        Self { telegram, way, connection, pace, health: Health::default(), before: None, told: None }
    }

    /// Has updates come in this way, whatever was so before.
    ///
    /// # Errors
    /// See [`SetupError`].
    pub async fn set_up(&self) -> Result<(), SetupError> {
        match &self.way {
            Way::Polling => setup::use_polling(&self.telegram).await,
            Way::Webhook { url, secret } => setup::use_webhook(&self.telegram, url, secret).await,
        }
    }

    /// Watches until the shutdown.
    pub async fn run(mut self, intake: &dyn Intake, shutdown: &CancellationToken) {
        self.connection.met().is_set_up = true;
        show(None);
        shutdown.run_until_cancelled(self.watch(intake)).await;
    }

    async fn watch(&mut self, intake: &dyn Intake) {
        loop {
            let found = self.look().await;
            let now = self.connection.clock.now();
            if self.health.observe(found, now) {
                self.believe();
            }
            self.tell(intake).await;
            tokio::time::sleep(self.pace.at_most_every).await;
            let rest = self.pace.every.saturating_sub(self.pace.at_most_every);
            // A pause that ends without anything odd is as good a reason to look.
            tokio::time::timeout(rest, self.connection.something_odd.notified()).await.ok();
        }
    }

    /// Asks Telegram, mends what can be mended, and says what was wrong.
    async fn look(&mut self) -> Option<Trouble> {
        let now = self.connection.clock.now();
        let info = match setup::webhook_info(&self.telegram).await {
            Ok(info) => info,
            Err(error) => return kind_of(&error).map(|kind| trouble(kind, "")),
        };
        called(now);
        gauge!("starreel_telegram_updates_waiting")
            .set(f64::from(u32::try_from(info.pending_update_count).unwrap_or(0)));
        let before = self.before.replace(self.remember(&info, now));
        let waiting = info.pending_update_count;
        let is_behind = waiting >= BEHIND_MIN && before.is_some_and(|before| waiting > before.waiting);
        let behind = is_behind.then(|| trouble(TroubleKind::Behind, &waiting.to_string()));
        match &self.way {
            Way::Polling if !info.url.is_empty() => {
                tracing::error!("another process has set a webhook; it is removed, because this process polls");
                self.set_up_again().await;
                Some(trouble(TroubleKind::Taken, ""))
            }
            Way::Polling => self.poll_trouble(now).or(behind),
            Way::Webhook { url, .. } if !info.is_set_to(url) => {
                tracing::error!("another process has changed or removed the webhook; it is set again");
                self.set_up_again().await;
                Some(trouble(TroubleKind::Taken, ""))
            }
            Way::Webhook { .. } => {
                let failing = self.is_failing(&info, now).then(|| trouble(TroubleKind::Failing, info.last_error()));
                let found = failing.or(behind);
                if let Some(found) = &found {
                    let (kind, words) = (found.kind.as_str(), &found.words);
                    tracing::warn!(kind, words, "Telegram does not hand all updates over; the webhook is set again");
                    self.set_up_again().await;
                }
                found
            }
        }
    }

    fn remember(&self, info: &WebhookInfo, now: Timestamp) -> Before {
        let error_at = match &self.before {
            // Errors from before the start are of the time when nobody listened.
            None => None,
            Some(before) if before.error_date != info.last_error_date => Some(now),
            Some(before) => before.error_at,
        };
        Before { waiting: info.pending_update_count, error_date: info.last_error_date, error_at }
    }

    /// Whether Telegram has failed to hand over what waits, a short while ago.
    fn is_failing(&self, info: &WebhookInfo, now: Timestamp) -> bool {
        let error_at = self.before.as_ref().and_then(|before| before.error_at);
        info.pending_update_count > 0 && error_at.is_some_and(|at| now.duration_since(at) < ERROR_LASTS)
    }

    fn poll_trouble(&self, now: Timestamp) -> Option<Trouble> {
        let met = self.connection.met();
        let conflicts = met.conflict_at.is_some_and(|at| now.duration_since(at) < CONFLICT_LASTS);
        let kind = met.poll_failed.or_else(|| conflicts.then_some(TroubleKind::Conflict));
        kind.map(|kind| trouble(kind, ""))
    }

    /// Once: what does not work now is found by the next look.
    async fn set_up_again(&self) {
        let done = match &self.way {
            Way::Polling => setup::delete_webhook(&self.telegram).await,
            Way::Webhook { url, secret } => setup::set_webhook(&self.telegram, url, secret).await,
        };
        if let Err(error) = done {
            tracing::error!(error = %chain(&error), "Telegram does not take back how updates shall come; trying again");
        }
    }

    /// Shows what is believed now.
    fn believe(&self) {
        let believed = self.health.believed().cloned();
        show(believed.as_ref().and_then(|state| state.trouble.as_ref()));
        self.connection.met().believed = believed;
        match self.connection.check() {
            Ok(()) => tracing::info!("updates of Telegram arrive"),
            Err(reason) => tracing::error!(reason, "updates of Telegram do not arrive, or may not"),
        }
    }

    /// Tells the core, which tells operators, what is believed and was not told yet.
    async fn tell(&mut self, intake: &dyn Intake) {
        let Some(state) = self.health.believed() else { return };
        let kind = state.trouble.as_ref().map(|trouble| trouble.kind);
        if self.told == Some(kind) {
            return;
        }
        let told = tokio::time::timeout(TOLD_WITHIN, intake.submit(Event::Connection(state.clone()))).await;
        if let Ok(Ok(())) = told {
            self.told = Some(kind);
        }
    }
}

fn show(trouble: Option<&Trouble>) {
    for kind in TroubleKind::ALL {
        let is_it = trouble.is_some_and(|trouble| trouble.kind == *kind);
        gauge!("starreel_telegram_trouble", "kind" => kind.as_str()).set(f64::from(u8::from(is_it)));
    }
}

fn trouble(kind: TroubleKind, words: &str) -> Trouble {
    Trouble { kind, words: words.to_owned() }
}

/// What a call that came to nothing says about the connection. `None` when Telegram has answered, whatever it said.
fn kind_of(error: &CallError) -> Option<TroubleKind> {
    match error {
        CallError::Refused { refusal: Refusal::TokenRefused, .. } => Some(TroubleKind::TokenRefused),
        CallError::NotSent(_) | CallError::AnswerLost(_) | CallError::ServerFailed { .. } => {
            Some(TroubleKind::Unreachable)
        }
        CallError::Refused { .. } | CallError::RetryAfter(_) | CallError::UnknownShape { .. } => None,
    }
}

fn called(now: Timestamp) {
    gauge!("starreel_telegram_last_call_timestamp_seconds").set(seconds(now));
}

fn seconds(at: Timestamp) -> f64 {
    at.as_duration().as_secs_f64()
}
