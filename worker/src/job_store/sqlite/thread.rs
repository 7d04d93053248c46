//! The one thread that has the file open.
//!
//! Steps that wait at the same time are committed together, each of several within a savepoint of its own, so that one wait
//! for the disk serves them all. A step says whether it must survive a power cut before it is answered ([`Durability`]); of the
//! others a power cut may undo the last few.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc;
use std::thread::JoinHandle;

use futures_util::FutureExt as _;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use shared::telemetry::chain;
use shared::wal::Wal;
use tokio::sync::oneshot;

use super::OpenError;
use crate::job_store::{Durability, StoreError, StoreFuture};

/// Steps that are committed together, at most: the first of them waits for the last.
const TOGETHER_MAX: usize = 64;

/// A step and its answer, which must be synced before it is given.
pub(super) const fn synced<T>(answer: T) -> (T, Durability) {
    (answer, Durability::Synced)
}

/// A step and its answer, which a power cut may undo.
pub(super) const fn later<T>(answer: T) -> (T, Durability) {
    (answer, Durability::Later)
}

/// Hands steps to the thread, which ends with the last of these. Dropping it waits for that.
pub(super) struct StoreThread {
    /// Present until the drop.
    steps: Option<mpsc::Sender<Box<dyn Step>>>,
    thread: Option<JoinHandle<()>>,
}

impl StoreThread {
    /// Gives the file `path`, opened as `connection`, to a thread.
    pub(super) fn start(connection: Connection, path: &Path) -> Result<Self, OpenError> {
        let wal = Wal::of(path)?;
        let (steps, waiting) = mpsc::channel();
        let run = move || run(connection, &wal, &waiting);
        let thread = std::thread::Builder::new().name("job store".to_owned()).spawn(run)?;
        Ok(Self { steps: Some(steps), thread: Some(thread) })
    }

    /// Runs one step. A dropped future does not stop it: it is done or not done, as with any lost answer.
    pub(super) fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<(T, Durability)> + Send + 'static,
    ) -> StoreFuture<'static, T> {
        let (answer, answered) = oneshot::channel();
        let step = Box::new(Work { work: Some(work), done: None, answer });
        if let Some(steps) = &self.steps {
            // Without the thread the answer is dropped, and that is said below.
            steps.send(step).ok();
        }
        let ended = |_| Err(StoreError::failed("the job store's thread has ended"));
        async move { answered.await.unwrap_or_else(ended) }.boxed()
    }
}

impl Drop for StoreThread {
    fn drop(&mut self) {
        drop(self.steps.take());
        if let Some(thread) = self.thread.take() {
            // A panic was said where it happened.
            thread.join().ok();
        }
    }
}

impl fmt::Debug for StoreThread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreThread").finish_non_exhaustive()
    }
}

/// A step that waits for the thread.
trait Step: Send {
    /// Does it.
    fn run(&mut self, tx: &Transaction<'_>) -> rusqlite::Result<Durability>;

    /// Answers whoever waits.
    fn answer(self: Box<Self>, committed: Result<(), StoreError>);
}

struct Work<T, F> {
    work: Option<F>,
    done: Option<T>,
    answer: oneshot::Sender<Result<T, StoreError>>,
}

impl<T, F> Step for Work<T, F>
where
    T: Send,
    F: FnOnce(&Transaction<'_>) -> rusqlite::Result<(T, Durability)> + Send,
{
    fn run(&mut self, tx: &Transaction<'_>) -> rusqlite::Result<Durability> {
        let Some(work) = self.work.take() else { return Ok(Durability::Later) };
        let (done, durability) = work(tx)?;
        self.done = Some(done);
        Ok(durability)
    }

    fn answer(self: Box<Self>, committed: Result<(), StoreError>) {
        let Self { done, answer, .. } = *self;
        let outcome = committed.and_then(|()| done.ok_or_else(|| StoreError::failed("the step was not done")));
        // Whoever asked may have stopped waiting; it is committed all the same.
        answer.send(outcome).ok();
    }
}

fn run(mut connection: Connection, wal: &Wal, waiting: &mpsc::Receiver<Box<dyn Step>>) {
    while let Ok(first) = waiting.recv() {
        let more = waiting.try_iter().take(TOGETHER_MAX - 1);
        let mut steps: Vec<Box<dyn Step>> = std::iter::once(first).chain(more).collect();
        let outcomes = commit(&mut connection, wal, &mut steps)
            .unwrap_or_else(|reason| steps.iter().map(|_step| Err(StoreError::failed(reason.clone()))).collect());
        for (step, outcome) in steps.into_iter().zip(outcomes) {
            step.answer(outcome);
        }
    }
}

/// Runs the steps in one transaction: what became of each, or why none of them is done.
fn commit(
    connection: &mut Connection,
    wal: &Wal,
    steps: &mut [Box<dyn Step>],
) -> Result<Vec<Result<(), StoreError>>, String> {
    let mut durability = Durability::Later;
    let mut outcomes = Vec::with_capacity(steps.len());
    let committed = (|| {
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // A step that is alone needs no savepoint: if it fails, nothing is done.
        let is_alone = steps.len() == 1;
        let say = |sql: &str| if is_alone { Ok(0) } else { tx.prepare_cached(sql)?.execute([]) };
        for step in steps {
            say("SAVEPOINT step")?;
            match catch_unwind(AssertUnwindSafe(|| step.run(&tx))) {
                Ok(Ok(needed)) => {
                    durability = durability.max(needed);
                    outcomes.push(Ok(()));
                }
                Ok(Err(error)) => {
                    say("ROLLBACK TO step")?;
                    outcomes.push(Err(StoreError::failed(error)));
                }
                Err(_panic) => {
                    say("ROLLBACK TO step")?;
                    outcomes.push(Err(StoreError::failed("the step panicked")));
                }
            }
            say("RELEASE step")?;
        }
        let is_done = !is_alone || outcomes.iter().all(Result::is_ok);
        if is_done { tx.commit() } else { tx.rollback() }
    })();
    committed.map_err(|error| chain(&error).to_string())?;
    if durability == Durability::Synced {
        wal.sync().map_err(|error| format!("the job store cannot be synced to the disk: {error}"))?;
    }
    Ok(outcomes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, Copy)]
    enum Ends {
        Well,
        InAnError,
        InAPanic,
    }

    fn step(name: &'static str, ends: Ends) -> Box<dyn Step> {
        let work = move |tx: &Transaction<'_>| {
            tx.execute("INSERT INTO kept VALUES (?1)", [name])?;
            match ends {
                Ends::Well => Ok(later(())),
                Ends::InAnError => Err(rusqlite::Error::InvalidQuery),
                Ends::InAPanic => panic!("a step panics, as this test wants"),
            }
        };
        Box::new(Work { work: Some(work), done: None, answer: oneshot::channel().0 })
    }

    #[test]
    fn a_step_that_fails_leaves_nothing_alone_or_beside_others() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.sqlite");
        let mut connection = Connection::open(&path).unwrap();
        connection.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE kept (step TEXT)").unwrap();
        let wal = Wal::of(&path).unwrap();
        for ends in [Ends::InAnError, Ends::InAPanic] {
            let alone = commit(&mut connection, &wal, &mut [step("alone", ends)]).unwrap();
            assert!(alone[0].is_err(), "{ends:?}");
            let mut several = [step("before", Ends::Well), step("bad", ends), step("after", Ends::Well)];
            let several = commit(&mut connection, &wal, &mut several).unwrap();
            assert_eq!(several.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, true], "{ends:?}");
        }
        let mut kept = connection.prepare("SELECT step FROM kept").unwrap();
        let kept: Vec<String> = kept.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert_eq!(kept, ["before", "after", "before", "after"]);
    }
}
