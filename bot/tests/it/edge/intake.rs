//! A store that keeps what is handed in, and may be slow to commit.

use std::sync::Arc;
use std::time::Duration;

use bot::core::event::{Event, Outcome, Report};
use bot::core::ticket::Ticket;
use bot::effects::Reporter;
use bot::intake::{Intake, IntakeClosed};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use shared::clock::SteadyClock;
use tokio::sync::watch;

pub(crate) const DEADLINE: Duration = Duration::from_secs(20);

/// See the module.
#[derive(Debug)]
pub(crate) struct Recorder {
    events: watch::Sender<Vec<Event>>,
    commits: watch::Sender<bool>,
}

impl Recorder {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self { events: watch::Sender::default(), commits: watch::Sender::new(true) })
    }

    /// From now on events are handed in but not committed, or committed again.
    pub(crate) fn commits(&self, commits: bool) {
        self.commits.send_replace(commits);
    }

    /// The events so far.
    pub(crate) fn events(&self) -> Vec<Event> {
        self.events.borrow().clone()
    }

    /// Waits until so many events were handed in.
    pub(crate) async fn received(&self, count: usize) -> Vec<Event> {
        let mut events = self.events.subscribe();
        let waited = tokio::time::timeout(DEADLINE, events.wait_for(|events| events.len() >= count)).await;
        waited.unwrap_or_else(|_| panic!("{count} events expected, these came: {:?}", self.events())).unwrap().clone()
    }

    /// Who reports to this store.
    pub(crate) fn reporter(self: &Arc<Self>) -> Reporter {
        Reporter { intake: self.clone(), clock: Arc::new(SteadyClock::new()) }
    }

    /// Waits until so many attempts were reported.
    pub(crate) async fn reported(&self, count: usize) -> Vec<(Ticket, Outcome)> {
        let reported = |event| {
            let Event::Reported(Report { ticket, outcome }) = event else { panic!("not a report: {event:?}") };
            (ticket, outcome)
        };
        self.received(count).await.into_iter().map(reported).collect()
    }

    /// Waits for the last of so many reports: what it says.
    pub(crate) async fn outcome(&self, count: usize) -> Outcome {
        self.reported(count).await.pop().unwrap().1
    }
}

impl Intake for Recorder {
    fn submit(&self, event: Event) -> BoxFuture<'_, Result<(), IntakeClosed>> {
        async move {
            self.events.send_modify(|events| events.push(event));
            self.commits.subscribe().wait_for(|commits| *commits).await.map_err(|_| IntakeClosed)?;
            Ok(())
        }
        .boxed()
    }
}
