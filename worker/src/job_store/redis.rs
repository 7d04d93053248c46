//! The job store of many workers: one Redis, one Lua script for each step.
//!
//! A job is a hash; when it is due and whether the bot must be told are scores of sorted sets, in milliseconds. A script
//! is atomic but not undone when it fails, so each reads first and writes last. What was acknowledged is on the disk:
//! a Redis whose settings do not promise that is refused, at the start and after every reconnection.
//!
//! A save or claim whose answer was lost (a time-out, a dropped future: the script may still run) is known again by its
//! token. The store counts its changes, and the worker remembers the highest count that it was told. A store that shows
//! a lower one was put back to an old copy, or has lost what it acknowledged: the script that finds out gives it a new
//! epoch on the spot and everybody is refused. A worker that starts later knows no count, so this is a net and not the
//! rule: whoever puts an old copy back stops all workers first, and gives the new epoch before one starts again.
//!
//! Deliberately absent: repeating commands; failover, which forgets acknowledged writes; expiry by Redis' own clock:
//! jobs are forgotten by [`JobStore::forget`] alone.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use futures_util::FutureExt as _;
use jiff::Timestamp;
use redis::{Script, ScriptInvocation, Value};
use secrecy::{ExposeSecret as _, SecretString};
use shared::job::{Epoch, JobId, TaskId};

use super::{
    Availability, Claim, Claimable, Claimed, Identity, Insert, JobRecord, JobStore, Permit, PermitRequest,
    ProviderStatus, Recorded, Renew, Reported, Save, Sighting, StoreError, StoreFuture, block_reason, fresh_epoch,
};

mod clock;
mod connection;
mod keys;
mod reply;
mod safety;
mod scripts;
#[cfg(test)]
mod tests;

use connection::Connection;
use keys::Keys;
use reply::{Answer, BadReply, int, list, moment, record, records, text};
use scripts::SCRIPTS;

pub use clock::RedisClock;
pub use connection::OpenError;
pub use safety::Unsafe;

/// How long a claim can be repeated: longer than anybody tries.
const CLAIM_KEPT_MILLIS: i64 = 3_600_000;

/// Where the store is.
#[derive(Debug, Clone)]
pub struct RedisConfig {
    /// The server, with its password if it has one.
    pub url: SecretString,
    /// What all names of this store begin with, so that several stores may share a server.
    pub prefix: String,
}

/// See the module. Made by each worker for itself.
#[derive(Debug)]
pub struct RedisJobStore {
    connection: Connection,
    keys: Keys,
    clock: Arc<RedisClock>,
    /// What [`JobStore::identity`] returned first.
    epoch: OnceLock<Epoch>,
    /// The most changes of the store that this worker was told of.
    changes: AtomicU64,
}

impl RedisJobStore {
    /// Connects, and checks that this Redis keeps what it acknowledges.
    ///
    /// # Errors
    /// See [`OpenError`]; after [`OpenError::NotReachable`] try again.
    pub async fn open(config: &RedisConfig) -> Result<Self, OpenError> {
        let connection = Connection::open(&config.url).await?;
        let asked_at = Instant::now();
        let time = connection.time().await?;
        Ok(Self {
            connection,
            keys: Keys::new(&config.prefix),
            clock: Arc::new(RedisClock::new(asked_at, time)),
            epoch: OnceLock::new(),
            changes: AtomicU64::new(0),
        })
    }

    /// The time that all workers of this store agree on. It is set by every answer.
    #[must_use]
    pub fn clock(&self) -> Arc<RedisClock> {
        Arc::clone(&self.clock)
    }

    /// Whether it does what workers need of it.
    ///
    /// # Errors
    /// When it does not.
    pub async fn check(&self) -> Result<(), StoreError> {
        self.step(&SCRIPTS.check, self.keys.check.clone(), |_call| {}).await.map(drop)
    }

    /// Runs a step under the epoch of [`JobStore::identity`]. `subject` is the key that it is about.
    async fn step(
        &self,
        script: &Script,
        subject: String,
        extend: impl FnOnce(&mut ScriptInvocation<'_>),
    ) -> Result<Value, StoreError> {
        let Some(epoch) = self.epoch.get() else {
            return Err(StoreError::failed("its identity was not read"));
        };
        let Keys { identity, due, reports, resting, .. } = &self.keys;
        let mut call = script.prepare_invoke();
        call.key(identity).key(due).key(reports).key(resting).key(subject.as_str());
        call.arg(epoch.as_str()).arg(self.changes.load(Ordering::Relaxed)).arg(fresh_epoch().as_str());
        extend(&mut call);
        self.ask(&call).await
    }

    async fn ask(&self, call: &ScriptInvocation<'_>) -> Result<Value, StoreError> {
        let asked_at = Instant::now();
        let reply = self.connection.invoke(call).await?;
        let Answer { changes, time, value } = Answer::read(reply)?;
        self.changes.fetch_max(changes, Ordering::Relaxed);
        self.clock.set(asked_at, time);
        Ok(value)
    }
}

impl JobStore for RedisJobStore {
    fn identity(&self, fresh: Identity) -> StoreFuture<'_, Identity> {
        async move {
            let mut call = SCRIPTS.identity.prepare_invoke();
            call.key(&self.keys.identity).arg(fresh.epoch.as_str()).arg(fresh.callback_secret.expose_secret());
            let [epoch, secret] = list(self.ask(&call).await?)?;
            let (epoch, secret) = (Epoch::new(text(&epoch)?), text(&secret)?.into());
            if *self.epoch.get_or_init(|| epoch.clone()) != epoch {
                return Err(StoreError::Replaced);
            }
            Ok(Identity { epoch, callback_secret: secret })
        }
        .boxed()
    }

    fn renew(&self, fresh: Epoch) -> StoreFuture<'_, Renew> {
        async move {
            let mut call = SCRIPTS.renew.prepare_invoke();
            call.key(&self.keys.identity).arg(fresh.as_str());
            let renewed = int(&self.connection.invoke(&call).await?)?;
            Ok(if renewed == 1 { Renew::Renewed } else { Renew::Empty })
        }
        .boxed()
    }

    fn insert(&self, record: JobRecord, now: Timestamp) -> StoreFuture<'_, Insert> {
        async move {
            let fields = Fields::of(&record)?;
            let key = self.keys.job(record.job());
            let known = self.step(&SCRIPTS.insert, key, |call| {
                fields.add_to(call);
                call.arg(millis(now));
            });
            Ok(if int(&known.await?)? == 1 { Insert::Known } else { Insert::Inserted })
        }
        .boxed()
    }

    fn load(&self, job: JobId) -> StoreFuture<'_, Option<JobRecord>> {
        async move {
            let found = self.step(&SCRIPTS.load, self.keys.job(job), |call| {
                call.arg(job.to_string());
            });
            Ok(record(found.await?)?)
        }
        .boxed()
    }

    fn save<'a>(&'a self, record: JobRecord, token: &'a str, now: Timestamp) -> StoreFuture<'a, Save> {
        async move {
            let fields = Fields::of(&record)?;
            let key = self.keys.job(record.job());
            let saved = self.step(&SCRIPTS.save, key, |call| {
                fields.add_to(call);
                call.arg(record.version).arg(token).arg(millis(now));
            });
            let saved = saved.await?;
            if int(&saved).is_ok() {
                return Ok(Save::Saved { version: record.version + 1 });
            }
            Ok(Save::Conflict(reply::record(saved)?.map(Box::new)))
        }
        .boxed()
    }

    fn record_callback(&self, job: JobId, task: Option<TaskId>, now: Timestamp) -> StoreFuture<'_, Recorded> {
        async move {
            let heard = self.step(&SCRIPTS.record_callback, self.keys.job(job), |call| {
                call.arg(job.to_string()).arg(task.as_ref().map_or("", TaskId::as_str)).arg(millis(now));
            });
            match text(&heard.await?)? {
                "due" => Ok(Recorded::Due),
                "other task" => Ok(Recorded::OtherTask),
                "unknown job" => Ok(Recorded::UnknownJob),
                _ => Err(BadReply::Form.into()),
            }
        }
        .boxed()
    }

    fn claim<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Claimed> {
        async move {
            let Claim { of, token, now, lease_until, limit } = claim;
            let (set, field) = match of {
                Claimable::Due => (&self.keys.due, "due_claim"),
                Claimable::Unreported => (&self.keys.reports, "report_claim"),
            };
            let claimed = self.step(&SCRIPTS.claim, self.keys.claim(field, token), |call| {
                call.key(set).arg(field).arg(token).arg(millis(now)).arg(millis(lease_until)).arg(limit);
                call.arg(&self.keys.jobs).arg(CLAIM_KEPT_MILLIS);
            });
            let [waiting, found, next] = list(claimed.await?)?;
            Ok(Claimed {
                records: records(found)?,
                waiting: u64::try_from(int(&waiting)?).unwrap_or_default(),
                next: Some(int(&next)?).filter(|next| *next >= 0).map(moment),
            })
        }
        .boxed()
    }

    fn reported(&self, job: JobId, version: u64) -> StoreFuture<'_, Reported> {
        async move {
            let left = self.step(&SCRIPTS.reported, self.keys.job(job), |call| {
                call.arg(job.to_string()).arg(version);
            });
            Ok(if int(&left.await?)? == 1 { Reported::Changed } else { Reported::Done })
        }
        .boxed()
    }

    fn take_permit<'a>(&'a self, account: &'a str, request: PermitRequest, now: Timestamp) -> StoreFuture<'a, Permit> {
        async move {
            let taken = self.step(&SCRIPTS.take_permit, self.keys.account(account), |call| {
                call.arg(millis(now)).arg(request.rate.every_millis()).arg(request.rate.burst);
                call.arg(request.cost_credits).arg(request.probe_every_millis());
            });
            Ok(match int(&taken.await?)? {
                0 => Permit::Granted,
                -1 => Permit::Blocked,
                until => Permit::Wait { until: moment(until) },
            })
        }
        .boxed()
    }

    fn provider_status<'a>(
        &'a self,
        account: &'a str,
        seen: Sighting,
        now: Timestamp,
    ) -> StoreFuture<'a, ProviderStatus> {
        async move {
            let noted = self.step(&SCRIPTS.provider_status, self.keys.account(account), |call| {
                call.arg(millis(now)).arg(u8::from(seen.is_reached)).arg(u8::from(seen.change.is_some()));
                let (before, after) = seen.change.unwrap_or_default();
                for availability in [before, after] {
                    let affordable = availability.affordable_credits.map(|credits| credits.to_string());
                    call.arg(availability.blocked_text()).arg(affordable.unwrap_or_default());
                }
            });
            let [blocked, affordable, since, reached_at] = list(noted.await?)?;
            let (blocked, affordable) = (block_reason(text(&blocked)?), text(&affordable)?.parse().ok());
            let availability = Availability { blocked, affordable_credits: affordable };
            Ok(ProviderStatus { availability, since: moment(int(&since)?), reached_at: moment(int(&reached_at)?) })
        }
        .boxed()
    }

    fn forget(&self, ended_before: Timestamp, limit: usize) -> StoreFuture<'_, u64> {
        async move {
            let forgotten = self.step(&SCRIPTS.forget, self.keys.resting.clone(), |call| {
                call.arg(millis(ended_before)).arg(limit).arg(&self.keys.jobs);
            });
            Ok(u64::try_from(int(&forgotten.await?)?).unwrap_or_default())
        }
        .boxed()
    }
}

/// A record as the scripts take it; '' for none.
struct Fields {
    job: String,
    body: String,
    task: String,
    due: String,
    unreported: bool,
    state: &'static str,
    ended_at: String,
}

impl Fields {
    fn of(record: &JobRecord) -> Result<Self, StoreError> {
        let optional = |moment: Option<Timestamp>| moment.map(|moment| millis(moment).to_string()).unwrap_or_default();
        Ok(Self {
            job: record.job().to_string(),
            body: serde_json::to_string(&record.body).map_err(StoreError::failed)?,
            task: record.task.as_ref().map(|task| task.as_str().to_owned()).unwrap_or_default(),
            due: optional(record.due),
            unreported: record.unreported,
            state: record.body.state.as_str(),
            ended_at: optional(record.body.state.ended_at()),
        })
    }

    fn add_to(&self, call: &mut ScriptInvocation<'_>) {
        call.arg(&self.job).arg(&self.body).arg(&self.task).arg(&self.due);
        call.arg(u8::from(self.unreported)).arg(self.state).arg(&self.ended_at);
    }
}

fn millis(moment: Timestamp) -> i64 {
    moment.as_millisecond()
}

impl From<BadReply> for StoreError {
    fn from(reply: BadReply) -> Self {
        Self::failed(reply)
    }
}
