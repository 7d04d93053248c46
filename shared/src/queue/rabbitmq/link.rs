//! One of the two connections: made when it is first needed, made anew after it failed, for ever.
//!
//! Whoever finds it broken says so with [`Link::broken`]; whoever needs it next makes the new one, one at a time, and the
//! others share what came of it. After repeated failures there are pauses, in which everybody is told the last failure
//! at once.
//!
//! A reader of a session that another one found broken keeps it until it fails for that reader too: what is in hand there
//! can still be acknowledged.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::{Instant, sleep_until, timeout};
use tokio_util::sync::CancellationToken;

use super::endpoint::Endpoint;
use super::error::BrokerError;
use super::session::Session;
use crate::retry::Backoff;
use crate::telemetry::chain;

/// Pauses between attempts.
const PAUSES: Backoff = Backoff { first: Duration::from_millis(250), max: Duration::from_secs(5) };
/// How long a close waits for the broker, which notices the end without it, too.
const CLOSE_MAX: Duration = Duration::from_secs(2);

#[derive(Debug)]
pub(super) struct Link {
    name: &'static str,
    endpoint: Arc<Endpoint>,
    state: Mutex<State>,
    /// Held by the task that connects.
    connecting: tokio::sync::Mutex<()>,
    closed: CancellationToken,
}

#[derive(Debug, Default)]
struct State {
    session: Option<Arc<Session>>,
    /// Failures in a row.
    failures: u32,
    /// No connection is tried before this moment, because of this error.
    pause: Option<(Instant, BrokerError)>,
    was_connected: bool,
}

impl Link {
    pub(super) fn new(name: &'static str, endpoint: Arc<Endpoint>, closed: CancellationToken) -> Self {
        Self { name, endpoint, state: Mutex::default(), connecting: tokio::sync::Mutex::default(), closed }
    }

    /// The present session, or a new one. During a pause the last failure.
    pub(super) async fn session(&self) -> Result<Arc<Session>, BrokerError> {
        if let Some(session) = self.present()? {
            return Ok(session);
        }
        let _turn = self.connecting.lock().await;
        if let Some(session) = self.present()? {
            return Ok(session);
        }
        match self.endpoint.open(self.name).await {
            Ok(session) => Ok(self.opened(session)),
            Err(error) => Err(self.not_opened(error)),
        }
    }

    /// Waits until the next attempt may be made.
    pub(super) async fn pause(&self) {
        let until = self.state().pause.as_ref().map(|(until, _)| *until);
        if let Some(until) = until {
            sleep_until(until).await;
        }
    }

    /// Resets the count of failures, since a session has worked.
    pub(super) fn works(&self) {
        self.state().failures = 0;
    }

    /// Drops `session`, on which something failed. The next use makes a new one; after repeated failures not before a pause
    /// is over.
    pub(super) fn broken(&self, session: &Arc<Session>, error: &BrokerError) {
        let mut state = self.state();
        if self.closed.is_cancelled() || !state.session.as_ref().is_some_and(|present| Arc::ptr_eq(present, session)) {
            return;
        }
        state.session = None;
        state.failures += 1;
        // What has worked is tried again at once; what was just made and did not work, after a pause.
        state.pause = (state.failures > 1).then(|| (pause_after(state.failures - 1), error.clone()));
        metrics::gauge!("starreel_queue_connected", "connection" => self.name).set(0.0);
        tracing::warn!(
            connection = self.name,
            address = self.endpoint.address(),
            check = error.what_to_check(),
            error = %chain(error),
            "the connection to RabbitMQ is of no use any more and is made anew"
        );
    }

    /// Closes the connection in good order, if there is one.
    pub(super) async fn close(&self) {
        let session = self.state().session.take();
        if let Some(session) = session {
            metrics::gauge!("starreel_queue_connected", "connection" => self.name).set(0.0);
            match timeout(CLOSE_MAX, session.close()).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => {
                    tracing::debug!(connection = self.name, error = %chain(&error), "not closed in good order")
                }
                Err(_elapsed) => {
                    tracing::debug!(connection = self.name, "RabbitMQ did not answer to the closing in time")
                }
            }
        }
    }

    fn present(&self) -> Result<Option<Arc<Session>>, BrokerError> {
        if self.closed.is_cancelled() {
            return Err(BrokerError::Closed);
        }
        let session = self.state().session.clone();
        if let Some(session) = session {
            if session.is_usable() {
                return Ok(Some(session));
            }
            self.broken(&session, &BrokerError::Ended);
        }
        match &self.state().pause {
            Some((until, error)) if Instant::now() < *until => Err(error.clone()),
            Some(_) | None => Ok(None),
        }
    }

    fn opened(&self, session: Session) -> Arc<Session> {
        let session = Arc::new(session);
        let mut state = self.state();
        state.session = Some(Arc::clone(&session));
        state.pause = None;
        metrics::gauge!("starreel_queue_connected", "connection" => self.name).set(1.0);
        if std::mem::replace(&mut state.was_connected, true) {
            metrics::counter!("starreel_queue_reconnects_total", "connection" => self.name).increment(1);
        }
        tracing::info!(connection = self.name, address = self.endpoint.address(), "connected to RabbitMQ");
        session
    }

    fn not_opened(&self, error: BrokerError) -> BrokerError {
        let mut state = self.state();
        state.failures += 1;
        state.pause = Some((pause_after(state.failures), error.clone()));
        metrics::gauge!("starreel_queue_connected", "connection" => self.name).set(0.0);
        tracing::warn!(
            connection = self.name,
            address = self.endpoint.address(),
            failures = state.failures,
            check = error.what_to_check(),
            error = %chain(&error),
            "RabbitMQ cannot be used; it is tried again until it can"
        );
        error
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn pause_after(failures: u32) -> Instant {
    Instant::now() + PAUSES.delay(failures, &mut rand::rng())
}
