//! The border to the store: where everything that happened is handed in.

use std::fmt::Debug;

use futures_util::future::BoxFuture;

use crate::core::event::Event;

/// Takes events and answers when they are committed.
pub trait Intake: Send + Sync + Debug {
    /// Hands in an event. Resolves when it is committed, so that the caller may acknowledge it to whoever sent it; its
    /// effects are handed out elsewhere. While the store does not work it does not resolve: the caller waits, or gives
    /// up by a time-out of its own. An event that was handed in may be committed even if nobody waits any more.
    ///
    /// # Errors
    /// [`IntakeClosed`] when the process is stopping: the event is not committed.
    fn submit(&self, event: Event) -> BoxFuture<'_, Result<(), IntakeClosed>>;
}

/// The process is stopping and takes no more events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the process is stopping and takes no more events")]
pub struct IntakeClosed;
