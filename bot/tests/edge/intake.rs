//! A store that keeps what is handed in, and may be slow to commit.

use std::sync::Arc;
use std::time::Duration;

use bot::core::event::{DeliveryOutcome, Event, ImageCheck, TellOutcome, TellTicket};
use bot::intake::{Intake, IntakeClosed};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
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

    /// Waits until so many tickets were reported.
    pub(crate) async fn told(&self, count: usize) -> Vec<(TellTicket, TellOutcome)> {
        let told = |event| {
            if let Event::Told(report) = event { Some((report.ticket, report.outcome)) } else { None }
        };
        self.received(count).await.into_iter().filter_map(told).collect()
    }

    /// Waits for the last of so many reports on deliveries.
    pub(crate) async fn delivered(&self, count: usize) -> DeliveryOutcome {
        match self.received(count).await.pop() {
            Some(Event::Delivery(report)) => report.outcome,
            other => panic!("a report on a delivery expected, not {other:?}"),
        }
    }

    /// Waits for the last of so many reports on pictures.
    pub(crate) async fn checked(&self, count: usize) -> ImageCheck {
        match self.received(count).await.pop() {
            Some(Event::ImageChecked(checked)) => checked.outcome,
            other => panic!("a report on a picture expected, not {other:?}"),
        }
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
