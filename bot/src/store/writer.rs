//! The one thread that writes: events in, each handled as a whole or not at all, effects out after the commit.
//!
//! Events that wait at the same time are committed together, each within a savepoint of its own: most of what an event
//! takes is the wait for the disk, and so it is one wait for all of them. Nobody is answered before that, and nobody
//! waits for the disk where nothing hangs on it ([`core::must_be_synced`]). An event that fails among others is rolled
//! back alone and then handled once more in a transaction of its own.
//!
//! Payments go first: they have a lane of their own, so that a burst of chatter cannot let a checkout run out of its
//! ten seconds.
//!
//! Two kinds of trouble are kept apart. A store that does not work is not the event's fault: the same event is tried
//! until it works, and nothing behind it is looked at, so nothing is acknowledged. An event that cannot be handled, or
//! makes us panic, is rolled back, tried a few times and then set aside in a row, so that one odd update cannot stop a
//! bot.

use std::collections::VecDeque;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use rusqlite::{Connection, TransactionBehavior};
use shared::clock::Clock;
use shared::retry::Backoff;
use shared::telemetry::chain;
use shared::wal::Wal;
use tokio::sync::{mpsc, oneshot, watch};
use tokio_util::sync::CancellationToken;

use super::Store;
use crate::core::effect::Effect;
use crate::core::event::Event;
use crate::core::shop::InForce;
use crate::core::{self, Context, CoreError, Policy};
use crate::intake::{Intake, IntakeClosed};

/// Events that may wait in each lane. Behind it, whoever hands events in waits.
const LANE_CAPACITY: usize = 256;

/// Events that are committed together, at most: the first of them waits for the last, which takes some milliseconds.
const TOGETHER_MAX: usize = 64;

/// Tries before an event is set aside.
const TRIES_MAX: u32 = 3;

/// Pauses between tries while the store does not work.
const STORE_BACKOFF: Backoff = Backoff { first: Duration::from_millis(200), max: Duration::from_secs(5) };

/// Takes the effects of a committed event. Called on the writer's thread: it must not block.
pub type EffectSink = Box<dyn Fn(Vec<Effect>) + Send>;

/// What the writer works with.
pub struct WriterConfig {
    /// Tells the time of each event.
    pub clock: Arc<dyn Clock>,
    /// What the settings and the catalogue say.
    pub policy: Arc<Policy>,
    /// Whether the queue takes messages.
    pub queue_open: Arc<AtomicBool>,
    /// Takes the effects.
    pub effects: EffectSink,
}

impl fmt::Debug for WriterConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WriterConfig").field("policy", &self.policy).finish_non_exhaustive()
    }
}

/// Hands events to the writer's thread.
#[derive(Debug, Clone)]
pub struct Writer {
    urgent: mpsc::Sender<Submission>,
    normal: mpsc::Sender<Submission>,
    next_look: watch::Receiver<Timestamp>,
    policy: watch::Receiver<Arc<Policy>>,
}

#[derive(Debug)]
struct Submission {
    event: Event,
    committed: oneshot::Sender<()>,
}

impl Writer {
    /// Starts the thread. It ends, with the folder's lock, when `shutdown` is cancelled and all writers are dropped or
    /// the lanes are empty; what is still in a lane then was acknowledged to nobody.
    ///
    /// # Errors
    /// When the system gives no thread, or the database cannot be read.
    pub fn start(
        store: Store,
        config: WriterConfig,
        shutdown: CancellationToken,
    ) -> std::io::Result<(Self, std::thread::JoinHandle<()>)> {
        let (urgent, urgent_lane) = mpsc::channel(LANE_CAPACITY);
        let (normal, normal_lane) = mpsc::channel(LANE_CAPACITY);
        let (says_next_look, next_look) = watch::channel(config.clock.now());
        let in_force = InForce::read(&store.connection, Arc::clone(&config.policy)).map_err(std::io::Error::other)?;
        let (says_policy, policy) = watch::channel(Arc::clone(in_force.policy()));
        let mut thread = WriterThread {
            connection: store.connection,
            wal: store.wal,
            config,
            in_force,
            next_look: says_next_look,
            policy: says_policy,
            random: StdRng::from_os_rng(),
            works: true,
            shutdown,
        };
        let folder = store.folder;
        let handle = std::thread::Builder::new().name("writer".to_owned()).spawn(move || {
            thread.run(urgent_lane, normal_lane);
            drop(folder);
        })?;
        Ok((Self { urgent, normal, next_look, policy }, handle))
    }

    /// When a [`Event::Tick`] finds something to do, or may find it: not later than [`core::next_look`]. It is told anew
    /// when that is sooner than it was told before, and after each tick.
    #[must_use]
    pub fn next_look(&self) -> watch::Receiver<Timestamp> {
        self.next_look.clone()
    }

    /// The policy that events are handled by: that of the files, and what operators have decided over it.
    #[must_use]
    pub fn policy(&self) -> watch::Receiver<Arc<Policy>> {
        self.policy.clone()
    }
}

impl Intake for Writer {
    fn submit(&self, event: Event) -> BoxFuture<'_, Result<(), IntakeClosed>> {
        let lane = if is_urgent(&event) { &self.urgent } else { &self.normal };
        async move {
            let (committed, done) = oneshot::channel();
            lane.send(Submission { event, committed }).await.map_err(|_closed| IntakeClosed)?;
            done.await.map_err(|_stopped| IntakeClosed)
        }
        .boxed()
    }
}

/// Money that moves, or is about to.
fn is_urgent(event: &Event) -> bool {
    let Event::Update(incoming) = event else { return false };
    let message = incoming.update.message.as_ref();
    incoming.update.pre_checkout_query.is_some()
        || message.is_some_and(|message| message.successful_payment.is_some() || message.refunded_payment.is_some())
}

#[derive(Debug, PartialEq, Eq)]
enum Mend {
    Perhaps,
    Stopping,
}

struct WriterThread {
    connection: Connection,
    wal: Wal,
    config: WriterConfig,
    in_force: InForce,
    random: StdRng,
    next_look: watch::Sender<Timestamp>,
    policy: watch::Sender<Arc<Policy>>,
    /// As far as the last try showed.
    works: bool,
    shutdown: CancellationToken,
}

impl WriterThread {
    fn run(&mut self, mut urgent: mpsc::Receiver<Submission>, mut normal: mpsc::Receiver<Submission>) {
        loop {
            let next = futures_executor::block_on(async {
                tokio::select! {
                    biased;
                    submission = urgent.recv() => submission,
                    submission = normal.recv() => submission,
                    () = self.shutdown.cancelled() => None,
                }
            });
            let Some(first) = next else { return };
            let more = std::iter::from_fn(|| urgent.try_recv().or_else(|_| normal.try_recv()).ok());
            let mut waiting: VecDeque<Submission> = std::iter::once(first).chain(more).take(TOGETHER_MAX).collect();
            while let Some(next) = waiting.front() {
                let started = Instant::now();
                let mut done = self.commit_together(&waiting);
                if done.is_empty() {
                    let Some(effects) = self.commit(&next.event) else { return };
                    done.push(effects);
                }
                let mut events = waiting.iter().map(|submission| &submission.event).zip(&done);
                if events.any(|(event, effects)| core::must_be_synced(event, effects)) && self.sync().is_none() {
                    return;
                }
                if self.follow_shop(done.last()).is_none() {
                    return;
                }
                for _ in &done {
                    metrics::histogram!("starreel_commit_seconds").record(started.elapsed().as_secs_f64());
                }
                self.say_next_look(
                    waiting.iter().take(done.len()).any(|submission| matches!(submission.event, Event::Tick)),
                );
                for (submission, effects) in waiting.drain(..done.len()).zip(done) {
                    // Whoever handed the event in may have stopped waiting; it is committed all the same.
                    submission.committed.send(()).ok();
                    (self.config.effects)(effects);
                }
            }
        }
    }

    /// Handles events in one transaction, as far as all goes well: the effects of the first of them. None, when there is
    /// but one, or the first one or the store fails: then it takes a transaction of its own.
    fn commit_together(&mut self, events: &VecDeque<Submission>) -> Vec<Vec<Effect>> {
        if events.len() < 2 {
            return Vec::new();
        }
        self.attempt_together(events).unwrap_or_else(|error| {
            tracing::warn!(error = %chain(&error), "events could not be committed together");
            Vec::new()
        })
    }

    fn attempt_together(&mut self, events: &VecDeque<Submission>) -> rusqlite::Result<Vec<Vec<Effect>>> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let step = |sql: &str| transaction.prepare_cached(sql)?.execute([]);
        let mut done = Vec::with_capacity(events.len());
        for Submission { event, .. } in events {
            step("SAVEPOINT event")?;
            let mut context = Context {
                now: self.config.clock.now(),
                random: &mut self.random,
                policy: self.in_force.policy(),
                queue_open: self.config.queue_open.load(Ordering::Relaxed),
                clock_is_settled: self.config.clock.is_settled(),
            };
            let handled = catch_unwind(AssertUnwindSafe(|| core::handle(&transaction, &mut context, event)));
            let Ok(Ok(effects)) = handled else {
                // What is wrong with it is found out, counted and said when it is handled alone.
                step("ROLLBACK TO event")?;
                break;
            };
            step("RELEASE event")?;
            // What comes behind a change of the shop is handled by what is in force then.
            let changes_shop = effects.contains(&Effect::ReadShop);
            done.push(effects);
            if changes_shop {
                break;
            }
        }
        transaction.commit()?;
        Ok(done)
    }

    /// Handles an event until it is committed or set aside. `None` when the process stops first.
    fn commit(&mut self, event: &Event) -> Option<Vec<Effect>> {
        let (mut store_failures, mut event_failures) = (0, 0);
        let mut reason = String::new();
        loop {
            let outcome = if event_failures < TRIES_MAX {
                self.attempt(event)
            } else {
                self.set_aside(event, &format!("{reason} ({event_failures} tries)"))
            };
            match outcome {
                Ok(effects) => {
                    self.store_works_again(store_failures);
                    return Some(effects);
                }
                Err(CoreError::Store(error)) => {
                    store_failures += 1;
                    self.store_failed(&error, store_failures);
                    if self.shutdown.is_cancelled() {
                        return None;
                    }
                }
                Err(error @ (CoreError::Event(_) | CoreError::Row(_))) => {
                    event_failures += 1;
                    reason = chain(&error).to_string();
                    metrics::counter!("starreel_events_failed_total").increment(1);
                    tracing::error!(error = reason, tries = event_failures, "an event could not be handled");
                    if event_failures > TRIES_MAX && self.wait_for_a_mend() == Mend::Stopping {
                        return None;
                    }
                }
            }
        }
    }

    /// After a tick the next look may be later than was said before; otherwise only sooner.
    fn say_next_look(&self, is_after_tick: bool) {
        let now = self.config.clock.now();
        let next = core::next_look(&self.connection, now).unwrap_or_else(|error| {
            tracing::warn!(error = %chain(&error), "what is due next cannot be read");
            Some(now)
        });
        let next = next.unwrap_or(Timestamp::MAX);
        self.next_look.send_if_modified(|said| {
            let is_news = is_after_tick || next < *said;
            if is_news {
                *said = next;
            }
            is_news
        });
    }

    /// Waits until everything committed survives a power cut. `None` when the process stops first: then what was committed
    /// is acknowledged to nobody, comes again, and is known.
    fn sync(&mut self) -> Option<()> {
        self.until_it_works(|thread| thread.wal.sync())
    }

    /// Reads what is in force, if the last event that was committed has changed it. `None` when the process stops first.
    fn follow_shop(&mut self, effects: Option<&Vec<Effect>>) -> Option<()> {
        let Some(effects) = effects.filter(|effects| effects.contains(&Effect::ReadShop)) else { return Some(()) };
        self.until_it_works(|thread| thread.in_force.follow(&thread.connection, effects))?;
        self.policy.send_replace(Arc::clone(self.in_force.policy()));
        Some(())
    }

    /// Does what must be done before anything else is. `None` when the process stops first.
    fn until_it_works<E: std::error::Error + 'static>(
        &mut self,
        mut step: impl FnMut(&mut Self) -> Result<(), E>,
    ) -> Option<()> {
        let mut failures = 0;
        while let Err(error) = step(self) {
            failures += 1;
            self.store_failed(&error, failures);
            if self.shutdown.is_cancelled() {
                return None;
            }
        }
        self.store_works_again(failures);
        Some(())
    }

    fn attempt(&mut self, event: &Event) -> Result<Vec<Effect>, CoreError> {
        self.in_transaction(|tx, context| core::handle(tx, context, event))
    }

    fn set_aside(&mut self, event: &Event, reason: &str) -> Result<Vec<Effect>, CoreError> {
        self.in_transaction(|tx, context| core::set_aside(tx, context, event, reason))
    }

    /// Not even setting aside works. There is nothing to do but to wait for somebody.
    fn wait_for_a_mend(&mut self) -> Mend {
        std::thread::sleep(STORE_BACKOFF.max);
        if self.shutdown.is_cancelled() { Mend::Stopping } else { Mend::Perhaps }
    }

    /// Runs a turn in a transaction of its own, which is rolled back unless all went well.
    fn in_transaction(
        &mut self,
        turn: impl FnOnce(&rusqlite::Transaction<'_>, &mut Context<'_>) -> Result<Vec<Effect>, CoreError>,
    ) -> Result<Vec<Effect>, CoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut context = Context {
            now: self.config.clock.now(),
            random: &mut self.random,
            policy: self.in_force.policy(),
            queue_open: self.config.queue_open.load(Ordering::Relaxed),
            clock_is_settled: self.config.clock.is_settled(),
        };
        let effects = catch_unwind(AssertUnwindSafe(|| turn(&transaction, &mut context)))
            .unwrap_or_else(|_panic| Err(CoreError::Row("the handling of this event panicked".to_owned())))?;
        transaction.commit()?;
        Ok(effects)
    }

    fn store_failed(&mut self, error: &(dyn std::error::Error + 'static), failures: u32) {
        if std::mem::replace(&mut self.works, false) {
            tracing::error!(
                error = %chain(error),
                "the database does not work: intake stops until it does; look at the disk that DATA_DIR is on"
            );
        }
        metrics::gauge!("starreel_store_works").set(0.0);
        std::thread::sleep(STORE_BACKOFF.delay(failures, &mut self.random));
    }

    fn store_works_again(&mut self, failures: u32) {
        if failures > 0 {
            tracing::info!(failures, "the database works again; intake goes on");
        }
        self.works = true;
        metrics::gauge!("starreel_store_works").set(1.0);
    }
}
