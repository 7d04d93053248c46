//! The sender of everything that the bot says, within Telegram's limits.
//!
//! [`Outbound::push`] and [`Outbound::tell`] never block and may be called from any thread; [`Outbound::run`] makes the
//! calls. What is promised ([`Task`]) is reported to the store; the store tries again, not we. A plain reply is tried here
//! for a minute or two and then given up; an edit of a message that is gone becomes a new message. Deliveries of videos make their calls themselves, but ask for a
//! [`permit`](Outbound::permit) first, so that texts and videos share the limits and their order within a chat.
//!
//! Known races: a reply whose answer was lost may have been shown, so a promised one may be shown twice; a plain new
//! message is given up instead. What waits when the process dies is lost, as the core expects; a shutdown says first
//! what is plain, for as long as [`DRAIN`], and leaves the promises to the next start.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use serde::de::IgnoredAny;
use shared::clock::Clock;
use shared::telemetry;
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinSet;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::client::{SentMessage, Telegram, after};
use super::failure::CallError;
use super::limits::Limits;
use super::payloads::{self, SendVideo};
use crate::core::effect::{Button, ButtonAction, ButtonStyle, Keyboard, Reply};
use crate::core::event::{Event, Outcome, Report};
use crate::core::ids::MessageId;
use crate::core::ticket::Ticket;
use crate::effects::Task;
use crate::intake::Intake;
use queue::{Next, Promise, Pushed, Queue, Said};

mod queue;
mod verdict;

/// How long a shutdown waits until all is said.
pub const DRAIN: Duration = Duration::from_secs(10);

/// Calls at the same time; the last few are kept for answers to queries.
const CALLS_MAX: usize = 64;
const CALLS_FOR_CHATS_MAX: usize = 48;
/// The longest sleep of the loop, so that a clock that jumps is noticed.
const SLEEP_MAX: Duration = Duration::from_secs(5);

/// See the module.
#[derive(Debug)]
pub struct Outbound {
    telegram: Telegram,
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct State {
    queue: Queue,
    /// Nobody makes calls any more.
    closed: bool,
}

impl Outbound {
    /// A sender with nothing to say. Nothing is sent before [`Self::run`].
    #[must_use]
    pub fn new(telegram: Telegram, clock: Arc<dyn Clock>, limits: Limits) -> Arc<Self> {
        let state = State { queue: Queue::new(limits), ..State::default() };
        Arc::new(Self { telegram, clock, state: Mutex::new(state), changed: Notify::new() })
    }

    /// Says something once.
    pub fn push(&self, reply: Reply) {
        self.add(Said::new(reply, None, self.clock.now()));
    }

    /// Says something and reports how it ended, unless its time runs out first.
    pub fn tell(&self, Task { ticket, until, work: reply, .. }: Task<Reply>) {
        self.add(Said::new(reply, Some(Promise { ticket, until }), self.clock.now()));
    }

    /// Waits for the right to make one call that sends something to `chat`. `None` when too much waits, or nobody
    /// grants any more because the process stops.
    pub async fn permit(&self, chat: i64) -> Option<()> {
        let (granted, permit) = oneshot::channel();
        {
            let mut state = self.state();
            if state.closed {
                return None;
            }
            state.queue.push_permit(chat, granted);
        }
        self.changed.notify_one();
        permit.await.ok()
    }

    /// Telegram asked for silence towards `chat` until then.
    pub fn pause(&self, chat: i64, until: Timestamp) {
        self.state().queue.limits().pause(chat, until);
    }

    /// Makes the calls until the shutdown, and then says what still waits, at most for [`DRAIN`].
    ///
    /// # Errors
    /// None.
    pub async fn run(self: Arc<Self>, intake: Arc<dyn Intake>, shutdown: CancellationToken) -> Result<(), Infallible> {
        let mut calls = JoinSet::new();
        let mut stop_at = None;
        loop {
            let sleep = self.start_calls(&intake, &mut calls);
            if stop_at.is_some_and(|at| Instant::now() >= at || (calls.is_empty() && self.state().queue.len() == 0)) {
                *self.state() = State { closed: true, ..State::default() };
                return Ok(());
            }
            tokio::select! {
                () = self.changed.notified() => {}
                Some(ended) = calls.join_next() => log_panic(ended),
                () = tokio::time::sleep(sleep) => {}
                () = shutdown.cancelled(), if stop_at.is_none() => {
                    self.state().queue.drop_promises();
                    stop_at = Some(Instant::now() + DRAIN);
                }
            }
        }
    }

    fn add(&self, said: Said) {
        let mut state = self.state();
        match state.queue.push(said) {
            Pushed::Added | Pushed::Replaced => {}
            Pushed::Dropped => {
                metrics::counter!("starreel_messages_dropped_total").increment(1);
                tracing::warn!(waiting = state.queue.len(), "too much waits to be said; a message is dropped");
            }
        }
        drop(state);
        self.changed.notify_one();
    }

    /// Starts all calls that may be made now. How long to sleep if nothing changes.
    fn start_calls(self: &Arc<Self>, intake: &Arc<dyn Intake>, calls: &mut JoinSet<()>) -> Duration {
        let mut state = self.state();
        while calls.len() < CALLS_MAX {
            let now = self.clock.now();
            match state.queue.next(now, calls.len() >= CALLS_FOR_CHATS_MAX) {
                Next::Say(said) => drop(calls.spawn(self.clone().say(said, Arc::clone(intake)))),
                Next::Wait(until) if until <= now => {}
                Next::Wait(until) => {
                    return Duration::try_from(until.duration_since(now)).map_or(SLEEP_MAX, |wait| wait.min(SLEEP_MAX));
                }
                Next::Nothing => break,
            }
        }
        metrics::gauge!("starreel_messages_waiting")
            .set(f64::from(u32::try_from(state.queue.len()).unwrap_or(u32::MAX)));
        SLEEP_MAX
    }

    async fn say(self: Arc<Self>, said: Said, intake: Arc<dyn Intake>) {
        let is_of_broadcast = said.is_of_broadcast();
        let mut slot = SendSlot { outbound: &self, chat: said.chat(), is_of_broadcast, again: None };
        let result = self.call(&said.reply).await;
        if let Err(CallError::RetryAfter(wait)) = &result {
            self.keep_silent(&said.reply, *wait);
            if is_of_broadcast {
                self.state().queue.limits().pause_broadcasts(after(self.clock.now(), *wait));
            }
        }
        let Some(Promise { ticket, .. }) = said.promise.clone() else {
            let Err(error) = result else { return };
            let lost_sale = verdict::refused_sale(&said.reply, &error);
            slot.again = verdict::try_again(said, &error, self.clock.now());
            drop(slot);
            if let Some(refused) = lost_sale {
                metrics::counter!("starreel_sales_refused_total", "call" => refused.call.as_str()).increment(1);
                // A process that is stopping leaves it to the next buyer.
                intake.submit(Event::SaleRefused(refused)).await.ok();
            }
            return;
        };
        // The chat does not wait for the report.
        drop(slot);
        let outcome = verdict::outcome(&said.reply, result, self.clock.now());
        report(&*intake, ticket, outcome).await;
    }

    async fn call(&self, reply: &Reply) -> Result<MessageId, CallError> {
        let telegram = &self.telegram;
        match reply {
            Reply::Send { chat, topic, html, keyboard, effect } => {
                let message = |effect| payloads::message(*chat, *topic, html, keyboard).with(effect);
                let sent: Result<SentMessage, CallError> = telegram.call(&message(*effect)).await;
                let sent = match sent {
                    Err(error) if effect.is_some() && error.is_about_effect() => telegram.call(&message(None)).await?,
                    sent => sent?,
                };
                Ok(sent.message_id)
            }
            Reply::Video { chat, topic, video, html, keyboard } => {
                let payload = SendVideo {
                    chat_id: *chat,
                    message_thread_id: *topic,
                    video,
                    caption: html,
                    parse_mode: payloads::HTML,
                    supports_streaming: true,
                    reply_markup: payloads::markup(keyboard),
                    ..SendVideo::default()
                };
                let sent: Result<SentMessage, CallError> = telegram.call(&payload).await;
                let sent = match sent {
                    // Without the video, what was to stand under it is still an answer.
                    Err(error) if error.is_about_content() => {
                        tracing::warn!(error = %telemetry::chain(&error), "a video cannot be shown again, or an example of TEMPLATES_FILE is none");
                        telegram.call(&payloads::message(*chat, *topic, html, keyboard)).await?
                    }
                    sent => sent?,
                };
                Ok(sent.message_id)
            }
            Reply::Invoice { chat, topic, invoice } => {
                let sent: SentMessage = telegram.call(&payloads::invoice(*chat, *topic, invoice)).await?;
                Ok(sent.message_id)
            }
            Reply::Subscription { chat, topic, html, label, invoice } => {
                let link: Url = telegram.call(&payloads::subscription_link(invoice)).await?;
                let pay = Button::new(label, ButtonAction::Open(link)).styled(ButtonStyle::Primary);
                let keyboard = Keyboard(vec![vec![pay]]);
                let sent: SentMessage = telegram.call(&payloads::message(*chat, *topic, html, &keyboard)).await?;
                Ok(sent.message_id)
            }
            Reply::Copy { chat, topic, from_chat, message, keyboard } => {
                let copy = payloads::copy((*chat, *topic), (*from_chat, *message), keyboard);
                let sent: SentMessage = telegram.call(&copy).await?;
                Ok(sent.message_id)
            }
            Reply::Edit { chat, message, html, keyboard } => {
                let _: IgnoredAny = telegram.call(&payloads::edit(*chat, *message, html, keyboard)).await?;
                Ok(*message)
            }
            Reply::AnswerCallback { query, text } => {
                let _: IgnoredAny = telegram.call(&payloads::answer_callback(query, text.as_deref())).await?;
                Ok(MessageId::default())
            }
            Reply::AnswerCheckout { query, refusal } => {
                let _: IgnoredAny = telegram.call(&payloads::answer_checkout(query, refusal.as_deref())).await?;
                Ok(MessageId::default())
            }
        }
    }

    fn keep_silent(&self, reply: &Reply, wait: Duration) {
        let until = after(self.clock.now(), wait);
        match reply {
            Reply::Send { chat, .. }
            | Reply::Video { chat, .. }
            | Reply::Copy { chat, .. }
            | Reply::Edit { chat, .. }
            | Reply::Invoice { chat, .. }
            | Reply::Subscription { chat, .. } => {
                self.state().queue.limits().pause(*chat, until);
            }
            Reply::AnswerCallback { .. } => self.state().queue.pause_callbacks(until),
            Reply::AnswerCheckout { .. } => {}
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn report(intake: &dyn Intake, ticket: Ticket, outcome: Outcome) {
    if intake.submit(Event::Reported(Report { ticket, outcome })).await.is_err() {
        tracing::debug!("a report comes too late for this process; the chat is told again after the next start");
    }
}

/// A lane in use: free again when this is dropped, by a panic too.
struct SendSlot<'a> {
    outbound: &'a Outbound,
    chat: Option<i64>,
    is_of_broadcast: bool,
    again: Option<Said>,
}

impl Drop for SendSlot<'_> {
    fn drop(&mut self) {
        if self.is_of_broadcast {
            self.outbound.state().queue.broadcast_finished();
        } else {
            self.outbound.state().queue.finished(self.chat, self.again.take());
        }
        self.outbound.changed.notify_one();
    }
}

fn log_panic(ended: Result<(), tokio::task::JoinError>) {
    if let Err(error) = ended {
        tracing::error!(error = %telemetry::chain(&error), "a call to Telegram panicked");
    }
}
