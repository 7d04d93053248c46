//! The ports of a worker, each call with a point before and one after it at which anything may happen.

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use shared::job::{BlockReason, Epoch, GenerationJob, JobId, Message as _, TaskId, WorkerMessage};
use shared::queue::{Outgoing, PublishError, Publisher, Topic};
use url::Url;
use worker::decide::UploadOutcome;
use worker::job_store::{
    Claim, Claimable, Claimed, Identity, Insert, JobRecord, JobStore, Permit, PermitRequest, ProviderStatus, Recorded,
    Renew, Reported, Save, Sighting, State, StoreError, StoreFuture,
};
use worker::kie::{Api, CreateError, Fields, QueryError, TaskState, UnknownCause};
use worker::provider::Provider;

use crate::backend::{Backend, BackendState, Observation, Verdict};
use crate::coverage::{Fault, Met};
use crate::kie::CreateOutcome;
use crate::store_fixture::Opened;
use crate::yield_point::YieldPoint;

/// The job store of one worker.
#[derive(Debug)]
pub(crate) struct StorePort {
    pub(crate) backend: Backend,
    pub(crate) opened: Opened,
}

impl StorePort {
    async fn before(&self, point: YieldPoint) -> Result<(), StoreError> {
        match self.backend.pass(point).await {
            Verdict::Go => Ok(()),
            Verdict::Fail => Err(StoreError::Failed("the store did not hear it".into())),
        }
    }

    /// The answer is there; it may yet be lost, unless it is a refusal for good.
    async fn after<T>(&self, point: YieldPoint, answer: Result<T, StoreError>) -> Result<T, StoreError> {
        if matches!(answer, Err(StoreError::Replaced)) {
            let mut backend = self.backend.state();
            let worker = backend.current.worker;
            backend.observations.push(Observation::Replaced(worker));
            return answer;
        }
        match self.backend.pass(point).await {
            Verdict::Go => answer,
            Verdict::Fail => Err(StoreError::Failed("the store's answer was lost".into())),
        }
    }

    fn done<'a, T>(
        &'a self,
        future: StoreFuture<'a, T>,
        note: impl FnOnce(&mut BackendState, &T),
    ) -> Result<T, StoreError> {
        let answer = self.opened.done(future);
        if let Ok(answer) = &answer {
            note(&mut self.backend.state(), answer);
        }
        answer
    }
}

impl JobStore for StorePort {
    fn identity(&self, fresh: Identity) -> StoreFuture<'_, Identity> {
        Box::pin(async {
            self.before(YieldPoint::BeforeIdentity).await?;
            let answer = self.opened.done(self.opened.store.identity(fresh));
            if let Ok(identity) = &answer {
                self.backend.state().epoch = Some(identity.epoch.clone());
            }
            self.after(YieldPoint::AfterIdentity, answer).await
        })
    }

    fn renew(&self, fresh: Epoch) -> StoreFuture<'_, Renew> {
        self.opened.store.renew(fresh)
    }

    fn insert(&self, record: JobRecord, now: Timestamp) -> StoreFuture<'_, Insert> {
        Box::pin(async move {
            self.before(YieldPoint::BeforeInsert).await?;
            let answer = self.done(self.opened.store.insert(record.clone(), now), |backend, answer| match answer {
                Insert::Inserted => backend.inserted(&record),
                Insert::Known => backend.came_again(&record),
            });
            self.after(YieldPoint::AfterInsert, answer).await
        })
    }

    fn load(&self, job: JobId) -> StoreFuture<'_, Option<JobRecord>> {
        Box::pin(async move { self.opened.done(self.opened.store.load(job)) })
    }

    fn save<'a>(&'a self, record: JobRecord, token: &'a str, now: Timestamp) -> StoreFuture<'a, Save> {
        let is_right =
            matches!(record.body.state, State::Submitting { since, lease_until } if since == now && lease_until > now);
        let (before, after) = if is_right {
            (YieldPoint::BeforeRight, YieldPoint::AfterRight)
        } else {
            (YieldPoint::BeforeSave, YieldPoint::AfterSave)
        };
        Box::pin(async move {
            self.before(before).await?;
            let answer =
                self.done(self.opened.store.save(record.clone(), token, now), |backend, answer| match answer {
                    Save::Saved { .. } => backend.saved(&record, token),
                    Save::Conflict(_) => backend.meet(Met::Fault(Fault::SaveConflict)),
                });
            self.after(after, answer).await
        })
    }

    fn record_callback(&self, job: JobId, task: Option<TaskId>, now: Timestamp) -> StoreFuture<'_, Recorded> {
        Box::pin(async move {
            self.before(YieldPoint::BeforeHear).await?;
            let task = task.filter(|task| self.backend.state().can_be_named(job, task));
            let answer = self.done(self.opened.store.record_callback(job, task.clone(), now), |backend, answer| {
                if *answer != Recorded::UnknownJob {
                    backend.learned_task(job, task.as_ref());
                }
            });
            self.after(YieldPoint::AfterHear, answer).await
        })
    }

    fn claim<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Claimed> {
        let (before, after) = match claim.of {
            Claimable::Due => (YieldPoint::BeforeClaim, YieldPoint::AfterClaim),
            Claimable::Unreported => (YieldPoint::BeforeClaimReports, YieldPoint::AfterClaimReports),
        };
        Box::pin(async move {
            self.before(before).await?;
            let mut answer =
                self.done(self.opened.store.claim(claim), |backend, Claimed { records, .. }| match claim.of {
                    Claimable::Due => backend.claimed(records, claim),
                    Claimable::Unreported => backend.claimed_reports(records, claim.lease_until),
                });
            // The order within an answer means nothing, so every store is made to give the same one.
            if let Ok(Claimed { records, .. }) = &mut answer {
                records.sort_by_key(JobRecord::job);
            }
            self.after(after, answer).await
        })
    }

    fn reported(&self, job: JobId, version: u64) -> StoreFuture<'_, Reported> {
        Box::pin(async move {
            self.before(YieldPoint::BeforeReported).await?;
            let answer = self.done(self.opened.store.reported(job, version), |backend, answer| {
                if *answer == Reported::Done {
                    backend.reported(job, version);
                }
            });
            self.after(YieldPoint::AfterReported, answer).await
        })
    }

    fn take_permit<'a>(&'a self, account: &'a str, request: PermitRequest, now: Timestamp) -> StoreFuture<'a, Permit> {
        Box::pin(async move {
            self.before(YieldPoint::BeforePermit).await?;
            let answer = self.done(self.opened.store.take_permit(account, request, now), |backend, answer| {
                if *answer != Permit::Granted {
                    backend.meet(Met::Fault(Fault::PermitDenied));
                }
            });
            self.after(YieldPoint::AfterPermit, answer).await
        })
    }

    fn provider_status<'a>(
        &'a self,
        account: &'a str,
        seen: Sighting,
        now: Timestamp,
    ) -> StoreFuture<'a, ProviderStatus> {
        Box::pin(async move {
            let Some((_, after)) = seen.change else {
                let answer = self.opened.done(self.opened.store.provider_status(account, seen, now));
                return self.after(YieldPoint::ReadingStatus, answer).await;
            };
            self.before(YieldPoint::BeforeNote).await?;
            let answer = self.done(self.opened.store.provider_status(account, seen, now), |backend, answer| {
                if answer.availability == after {
                    let worker = backend.current.worker;
                    backend.observations.push(Observation::ProviderChanged(worker));
                }
            });
            self.after(YieldPoint::AfterNote, answer).await
        })
    }

    fn forget(&self, ended_before: Timestamp, limit: usize) -> StoreFuture<'_, u64> {
        Box::pin(async move {
            self.before(YieldPoint::BeforeForget).await?;
            let answer = self.opened.done(self.opened.store.forget(ended_before, limit));
            self.after(YieldPoint::AfterForget, answer).await
        })
    }
}

/// The provider as a worker sees it by one of its keys, which are counted from 0.
#[derive(Debug)]
pub(crate) struct ProviderPort {
    pub(crate) backend: Backend,
    pub(crate) key: usize,
}

impl Provider for ProviderPort {
    fn transfer<'a>(&'a self, order: &'a GenerationJob, image: usize) -> BoxFuture<'a, UploadOutcome> {
        Box::pin(async move {
            if self.backend.pass(YieldPoint::BeforeTransfer).await == Verdict::Fail {
                return UploadOutcome::Later;
            }
            let outcome = self.backend.state().transfer(self.key, order, image);
            match self.backend.pass(YieldPoint::AfterTransfer).await {
                Verdict::Go => outcome,
                Verdict::Fail => UploadOutcome::Later,
            }
        })
    }

    fn create<'a>(
        &'a self,
        _api: Api,
        _model: &'a str,
        _fields: Fields,
        callback_url: Option<&'a Url>,
    ) -> BoxFuture<'a, Result<TaskId, CreateError>> {
        Box::pin(async move {
            // A request that fails before it leaves is one of the provider's own refusals; see `BackendState::create`.
            let _either = self.backend.pass(YieldPoint::BeforeCreate).await;
            let made = self.backend.state().create(self.key, callback_url.cloned());
            let verdict = self.backend.pass(YieldPoint::AfterCreate).await;
            let mut backend = self.backend.state();
            if verdict == Verdict::Fail {
                backend.meet(Met::Fault(Fault::CreateTimedOut));
                return Err(CreateError::Unknown(UnknownCause::Answer(504)));
            }
            match made {
                CreateOutcome::Task(index) => {
                    backend.kie.tasks[index].is_answered = true;
                    Ok(backend.kie.tasks[index].id.clone())
                }
                CreateOutcome::Error(error) => {
                    if let (CreateError::NotStarted(_) | CreateError::ProviderBlocked(_), Some(job)) =
                        (&error, backend.current.job)
                    {
                        backend.not_begun(job);
                    }
                    Err(error)
                }
            }
        })
    }

    fn query<'a>(&'a self, api: Api, task: &'a TaskId) -> BoxFuture<'a, Result<TaskState, QueryError>> {
        Box::pin(async move {
            let answer = self.backend.state().query(api, self.key, task);
            match self.backend.pass(YieldPoint::Querying).await {
                Verdict::Go => answer,
                Verdict::Fail => Err(QueryError::Unavailable("timed out".into())),
            }
        })
    }

    fn credits(&self) -> BoxFuture<'_, Result<f64, QueryError>> {
        Box::pin(async {
            let answer = {
                let backend = self.backend.state();
                match backend.kie.blocked(self.key) {
                    Some(BlockReason::Unauthorized) => Err(QueryError::ProviderBlocked(BlockReason::Unauthorized)),
                    Some(BlockReason::OutOfFunds | BlockReason::KeyLimit | BlockReason::Unreachable) | None => {
                        Ok(backend.kie.balance)
                    }
                }
            };
            match self.backend.pass(YieldPoint::ReadingBalance).await {
                Verdict::Go => answer,
                Verdict::Fail => Err(QueryError::Unavailable("timed out".into())),
            }
        })
    }
}

/// The queue as a worker sees it.
#[derive(Debug)]
pub(crate) struct QueuePort(pub(crate) Backend);

impl Publisher for QueuePort {
    fn publish(&self, topic: Topic, message: Outgoing) -> BoxFuture<'_, Result<(), PublishError>> {
        assert_eq!(topic, Topic::Results, "workers speak to the bot");
        Box::pin(async move {
            if self.0.pass(YieldPoint::BeforePublish).await == Verdict::Fail {
                return Err(PublishError::Unreachable("cut off".into()));
            }
            if !self.0.state().queue_open {
                return Err(PublishError::Blocked);
            }
            self.0.state().take_message(&message);
            match self.0.pass(YieldPoint::AfterPublish).await {
                Verdict::Go => Ok(()),
                Verdict::Fail => Err(PublishError::Unconfirmed("cut off".into())),
            }
        })
    }
}

impl BackendState {
    /// The queue takes what a worker tells the bot.
    fn take_message(&mut self, message: &Outgoing) {
        let body = WorkerMessage::decode(&message.bytes).unwrap().body;
        let version = message.message_id.as_ref().and_then(|id| id.rsplit('-').next()?.parse().ok());
        self.published(&body, version);
        self.check_message(&body);
        self.observations.push(Observation::Message(body));
    }

    fn transfer(&mut self, key: usize, order: &GenerationJob, image: usize) -> UploadOutcome {
        if self.kie.blocked(key) == Some(BlockReason::Unauthorized) {
            return UploadOutcome::Blocked(BlockReason::Unauthorized);
        }
        if self.goes_wrong(Fault::ImageUploadDelayed, 8) {
            return UploadOutcome::Later;
        }
        if self.goes_wrong(Fault::ImageGone, 8) {
            return UploadOutcome::Gone;
        }
        if self.goes_wrong(Fault::ImageUnusable, 4) {
            return UploadOutcome::Unusable;
        }
        UploadOutcome::Uploaded(format!("https://images.test/{}-{image}", order.job).parse().unwrap())
    }
}
