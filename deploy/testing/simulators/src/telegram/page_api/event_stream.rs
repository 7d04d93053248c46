//! A chat's events as server-sent events, without a gap: a reader says which one it saw last.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures_util::{Stream, StreamExt as _, stream};
use serde::Deserialize;
use tokio::sync::watch;

use super::PageError;
use crate::telegram::TelegramSim;

#[derive(Debug, Deserialize)]
pub(super) struct Position {
    chat: Option<i64>,
    /// As the `Last-Event-ID` header, for the first connection after reading the state.
    after: Option<String>,
}

/// Where a reader stands.
struct Reader {
    sim: Arc<TelegramSim>,
    bell: watch::Receiver<()>,
    chat: i64,
    seen: u64,
    /// Must be told to read the chat anew, since what it missed is no longer known.
    resync: bool,
}

pub(super) async fn events(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    Query(position): Query<Position>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, PageError> {
    let id = sim.person_id(&name)?;
    let chat = position.chat.unwrap_or(id);
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()).map(str::to_owned).or(position.after);
    let (seen, resync) = sim.read(|state, _| {
        let resumed = last.as_deref().map(|last| state.events.resume(chat, last));
        match resumed {
            Some(Some(number)) => (number, false),
            Some(None) => (state.events.last_number(), true),
            None => (state.events.last_number(), false),
        }
    });
    let reader = Reader { bell: sim.bell.subscribe(), sim, chat, seen, resync };
    let batches = stream::unfold(reader, |mut reader| async move {
        let batch = reader.next().await?;
        Some((stream::iter(batch.into_iter().map(Ok)), reader))
    });
    Ok(Sse::new(batches.flatten()).keep_alive(KeepAlive::default()))
}

impl Reader {
    /// Waits for events; `None` when the simulator is gone.
    async fn next(&mut self) -> Option<Vec<Event>> {
        loop {
            self.bell.mark_unchanged();
            let (run, events) = self.sim.read(|state, _| {
                let events = state.events.after(self.chat, self.seen);
                (state.events.id_of(self.seen), events)
            });
            if std::mem::take(&mut self.resync) {
                return Some(vec![Event::default().event("resync").id(run).data("{}")]);
            }
            if let Some(last) = events.last() {
                self.seen = last.number;
                let id_of = |number| self.sim.read(|state, _| state.events.id_of(number));
                let events = events
                    .iter()
                    .map(|event| Event::default().event(event.name).id(id_of(event.number)).data(&*event.data));
                return Some(events.collect());
            }
            if self.sim.closing.is_cancelled() {
                return None;
            }
            self.bell.changed().await.ok()?;
        }
    }
}
