//! What the ports of all workers lead to, in one place: the provider, what the store was seen to do, and the gates at
//! which a worker's step waits.
//!
//! A worker's step is one of its real futures. Each call of a port is a [`YieldPoint`] before and one after it; at a point
//! the step either goes on at once or waits until the world lets it, so anything may happen in between: other workers,
//! callbacks, the death of this one. Waking is not simulated: the world polls a step when its time has come.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll};

use jiff::{SignedDuration, Timestamp};
use rand::Rng as _;
use rand::SeedableRng as _;
use rand::rngs::SmallRng;
use shared::clock::Clock;
use shared::job::{Epoch, JobId, WorkerMessageBody};

use crate::Violation;
use crate::coverage::{Fault, Met};
use crate::kie::Kie;
use crate::records::Records;
use crate::yield_point::YieldPoint;

/// See the module. All clones are the same.
#[derive(Debug, Clone)]
pub(crate) struct Backend(Arc<Mutex<BackendState>>);

/// What is behind the ports.
#[derive(Debug)]
pub(crate) struct BackendState {
    pub(crate) now: Timestamp,
    /// Whether the clock has jumped of late.
    pub(crate) has_stepped: bool,
    pub(crate) random: SmallRng,
    pub(crate) faults_on: bool,
    pub(crate) queue_open: bool,
    pub(crate) kie: Kie,
    pub(crate) records: Records,
    /// The life of the store, as workers have read it last.
    pub(crate) epoch: Option<Epoch>,
    /// The step that is being polled.
    pub(crate) current: Current,
    /// Where it has come to wait.
    waits_at: Option<YieldPoint>,
    /// What it is told when it goes on.
    verdict: Verdict,
    /// What the world has yet to hear.
    pub(crate) observations: Vec<Observation>,
}

/// A step of a worker.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Current {
    pub(crate) task: u64,
    pub(crate) worker: usize,
    /// The job that it looks at.
    pub(crate) job: Option<JobId>,
}

/// How a step goes on from a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// As if nothing were wrong.
    Go,
    /// The call fails: before it, nothing was done; after it, the answer is lost.
    Fail,
}

/// Something that a port has seen.
#[derive(Debug)]
pub(crate) enum Observation {
    /// A message for the bot.
    Message(WorkerMessageBody),
    /// The provider has taken an order: the index of its task.
    Accepted(usize),
    /// The store refused this worker for good.
    Replaced(usize),
    /// The provider takes orders again, or does not any more, as this worker has found out.
    ProviderChanged(usize),
    Met(Met),
    Broken(Violation),
}

/// How often, in a hundred, a step goes on at once.
const GOES_ON_AT_ONCE: u32 = 72;

impl Backend {
    pub(crate) fn new(seed: u64, now: Timestamp) -> Self {
        Self(Arc::new(Mutex::new(BackendState {
            now,
            has_stepped: false,
            random: dice(seed),
            faults_on: false,
            queue_open: true,
            kie: Kie::of(seed),
            records: Records::default(),
            epoch: None,
            current: Current::default(),
            waits_at: None,
            verdict: Verdict::Go,
            observations: Vec::new(),
        })))
    }

    /// Throws other dice from now on.
    pub(crate) fn new_dice(&self, seed: u64) {
        self.state().random = dice(seed);
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, BackendState> {
        self.0.lock().unwrap()
    }

    /// Waits at a point until the world lets the step go on.
    pub(crate) const fn pass(&self, point: YieldPoint) -> Pass<'_> {
        Pass { backend: self, point, waits: false }
    }

    /// Polls a step, which goes on with `verdict` if it waits. `Err` says where it waits next.
    pub(crate) fn poll<T>(
        &self,
        current: Current,
        verdict: Verdict,
        step: &mut Pin<Box<dyn Future<Output = T> + Send>>,
    ) -> Result<T, YieldPoint> {
        {
            let mut backend = self.state();
            backend.current = current;
            backend.verdict = verdict;
        }
        match step.as_mut().poll(&mut Context::from_waker(std::task::Waker::noop())) {
            Poll::Ready(end) => Ok(end),
            Poll::Pending => Err(self.state().waits_at.take().unwrap()),
        }
    }
}

impl BackendState {
    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.random.random_range(0..100) < percent
    }

    /// Whether this goes wrong now, so many times in a hundred.
    pub(crate) fn goes_wrong(&mut self, fault: Fault, percent: u32) -> bool {
        let wrong = self.faults_on && self.chance(percent);
        if wrong {
            self.meet(Met::Fault(fault));
        }
        wrong
    }

    pub(crate) fn meet(&mut self, met: Met) {
        self.observations.push(Observation::Met(met));
    }

    /// Notes that a rule is broken unless it holds.
    pub(crate) fn ensure(&mut self, holds: bool, invariant: &'static str, what: impl FnOnce() -> String) {
        if !holds {
            self.observations.push(Observation::Broken(Violation { invariant, what: what() }));
        }
    }
}

/// See [`Backend::pass`].
#[derive(Debug)]
pub(crate) struct Pass<'a> {
    backend: &'a Backend,
    point: YieldPoint,
    waits: bool,
}

impl Future for Pass<'_> {
    type Output = Verdict;

    fn poll(mut self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Verdict> {
        let mut backend = self.backend.state();
        if self.waits {
            return Poll::Ready(std::mem::replace(&mut backend.verdict, Verdict::Go));
        }
        if !self.point.takes_long() && backend.chance(GOES_ON_AT_ONCE) {
            return Poll::Ready(Verdict::Go);
        }
        backend.waits_at = Some(self.point);
        drop(backend);
        self.waits = true;
        Poll::Pending
    }
}

/// The clock of the workers.
#[derive(Debug)]
pub(crate) struct WorkersClock(pub(crate) Backend);

impl Clock for WorkersClock {
    fn now(&self) -> Timestamp {
        self.0.state().now
    }

    fn is_settled(&self) -> bool {
        !self.has_stepped()
    }

    fn has_stepped(&self) -> bool {
        self.0.state().has_stepped
    }

    fn pause(&self, _duration: std::time::Duration) -> futures_util::future::BoxFuture<'_, ()> {
        Box::pin(async {
            self.0.pass(YieldPoint::Pausing).await;
        })
    }
}

fn dice(seed: u64) -> SmallRng {
    SmallRng::seed_from_u64(seed ^ 0x5DEE_CE66)
}

/// `moment` and so many milliseconds.
pub(crate) fn later(moment: Timestamp, millis: i64) -> Timestamp {
    moment.saturating_add(SignedDuration::from_millis(millis)).unwrap()
}
