//! Performs one look at a job: decide, save, act, observe, and again until it rests.
//!
//! The record is saved before the action, always: a right to submit that is not saved as used is not used. What is
//! lost in between (this process, the store's answer) is found again when the claim's lease is over.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use shared::job::{BlockReason, GenerationJob, TaskId};
use shared::retry::Backoff;
use shared::telemetry::chain;
use tokio_util::sync::CancellationToken;

use crate::context::{Context, unique_token};
use crate::decide::{Action, Observation, QueryOutcome, SubmitOutcome, UploadOutcome, decide};
use crate::job_store::{JobRecord, Permit, PermitRequest, Save, State, StoreError};
use crate::keys::KeyInUse;
use crate::kie::{CreateError, Delay, QueryError, TaskState};
use crate::provider::status::{self, Shown};
use crate::request;

/// How often the outcome of a POST is offered to a store that fails.
const SAVE_TRIES_MAX: u32 = 6;
/// The pauses in between; together less than the rest of the lease.
const SAVE_PAUSES: Backoff = Backoff { first: Duration::from_millis(100), max: Duration::from_secs(3) };

/// Looks at a claimed job until it rests, changes hands, or the process stops before a POST.
pub(crate) async fn step(
    context: &Context,
    mut record: JobRecord,
    shutdown: &CancellationToken,
) -> Result<(), StoreError> {
    metrics::counter!("starreel_steps_total").increment(1);
    let mut seen = Observation::Due;
    loop {
        // Saving comes first: a submission's answer must not wait for anything.
        let (order, key) = (record.body.order.clone(), context.keys.of(&record.body));
        let settled = settle(context, record, &seen).await?;
        if let Some(key) = key {
            note_provider_status(context, key, &order, &seen).await;
        }
        let Some((saved, action)) = settled else {
            return Ok(());
        };
        record = saved;
        seen = match action {
            Action::Rest => return Ok(()),
            // Whatever would begin now goes to another worker, or to this one after its restart.
            Action::Upload { .. } | Action::TakePermit if shutdown.is_cancelled() => return Ok(()),
            Action::Upload { image } => upload(context, &mut record, image).await,
            Action::TakePermit => take_permit(context, &mut record).await?,
            Action::Submit { attempt } => {
                Observation::Submit { attempt, outcome: submit(context, &record, attempt).await }
            }
            Action::Query(task) => Observation::Query(query(context, &mut record, &task).await),
        };
    }
}

/// Decides and saves. `None` when somebody else has changed the job: it is theirs, or due again at once. Only the
/// answer to a POST is not given up, but decided again upon the changed record.
async fn settle(
    context: &Context,
    mut record: JobRecord,
    seen: &Observation,
) -> Result<Option<(JobRecord, Action)>, StoreError> {
    loop {
        let moment = context.moment();
        let (mut next, action) = decide(record.clone(), seen.clone(), moment, &context.epoch, &context.settings.policy);
        if !is_changed(&record, &next) {
            return Ok(Some((record, action)));
        }
        match save(context, &next, seen, moment.now).await? {
            Save::Saved { version } => {
                next.version = version;
                tell(context, &record, &next);
                return Ok(Some((next, action)));
            }
            Save::Conflict(Some(present)) if matches!(seen, Observation::Submit { .. }) => record = *present,
            Save::Conflict(_) => return Ok(None),
        }
    }
}

fn is_changed(before: &JobRecord, after: &JobRecord) -> bool {
    after.unreported || before.due != after.due || before.task != after.task || before.body != after.body
}

/// The answer to a POST is worth several tries: without it the job is ambiguous.
async fn save(context: &Context, next: &JobRecord, seen: &Observation, now: Timestamp) -> Result<Save, StoreError> {
    let tries_max = if matches!(seen, Observation::Submit { .. }) { SAVE_TRIES_MAX } else { 1 };
    let token = unique_token();
    let mut tries = 1;
    loop {
        match context.store.save(next.clone(), &token, now).await {
            Err(error @ StoreError::Failed(_)) if tries < tries_max => {
                tracing::warn!(job.id = %next.job(), error = %chain(&error), "the answer to a submission was not saved and is tried again");
                let pause = SAVE_PAUSES.delay(tries, &mut rand::rng());
                context.clock.pause(pause).await;
                tries += 1;
            }
            answer => return answer,
        }
    }
}

/// Logs and counts a change, and sets the alarms for it.
fn tell(context: &Context, before: &JobRecord, after: &JobRecord) {
    if after.unreported {
        context.notifiers.is_unreported();
    }
    if let Some(due) = after.due {
        context.notifiers.due.set(due);
    }
    let (from, to) = (before.body.state.as_str(), after.body.state.as_str());
    if from == to {
        return;
    }
    let task = after.task.as_ref().map(TaskId::as_str);
    tracing::info!(job.id = %after.job(), attempt = after.body.attempt, task.id = task, from, to, "a job moved on");
    if matches!(after.body.state, State::Running { .. }) {
        let waited = context.now().duration_since(after.job().placed_at());
        metrics::histogram!("starreel_order_to_submit_seconds").record(waited.as_secs_f64());
    }
    let outcome = match &after.body.state {
        State::Succeeded { .. } => "succeeded",
        State::Failed { reason, .. } => reason.as_str(),
        State::New | State::Prepared | State::Submitting { .. } | State::Unconfirmed { .. } | State::Running { .. } => {
            return;
        }
    };
    let model = after.body.order.model.to_string();
    metrics::counter!("starreel_renders_total", "outcome" => outcome, "model" => model).increment(1);
}

/// What was seen may show which orders the provider takes.
async fn note_provider_status(context: &Context, key: &KeyInUse, order: &GenerationJob, seen: &Observation) {
    let shown = match seen {
        Observation::Submit { outcome: SubmitOutcome::Accepted(_), .. } => Shown::Took(cost(context, order)),
        Observation::Submit { outcome: SubmitOutcome::Blocked(BlockReason::OutOfFunds), .. } => {
            Shown::TooDear(cost(context, order))
        }
        Observation::Submit { outcome: SubmitOutcome::Blocked(reason), .. }
        | Observation::Upload(UploadOutcome::Blocked(reason))
        | Observation::Query(QueryOutcome::Blocked(reason)) => Shown::Blocked(*reason),
        // Whether it is the provider or only this request is for the watch to find out.
        Observation::Submit { outcome: SubmitOutcome::NotStarted(Delay::Unreachable), .. } => {
            return context.notifiers.provider.notify_one();
        }
        Observation::Due
        | Observation::Upload(_)
        | Observation::PermitGranted
        | Observation::PermitDenied { .. }
        | Observation::Submit { .. }
        | Observation::Query(_) => return,
    };
    if let Err(error) = status::note(context, key, shown).await {
        tracing::warn!(error = %chain(&error), "the provider's state was not noted");
    }
}

/// What the provider takes for an order, in its credits. 0 for one of a model that is not sold any more.
fn cost(context: &Context, order: &GenerationJob) -> u32 {
    let variant = context.catalog.get(&order.model).and_then(|model| model.variant(order.inputs()));
    variant.map_or(0, |variant| variant.kie_cost(&order.options, order.images.len()))
}

/// Uploads an image with the key that will probably take the job.
async fn upload(context: &Context, record: &mut JobRecord, image: usize) -> Observation {
    let Some(key) = context.keys.of_upload(&record.body, cost(context, &record.body.order)) else {
        return Observation::Upload(UploadOutcome::Later);
    };
    if record.body.take_key(key.recorded()) {
        // Those of another key are uploaded once more, from the first on.
        return Observation::Due;
    }
    Observation::Upload(key.provider.transfer(&record.body.order, image).await)
}

/// Takes a permit of the first key that takes the job. Only if none does, one that is off may be tried.
async fn take_permit(context: &Context, record: &mut JobRecord) -> Result<Observation, StoreError> {
    let settings = &context.settings;
    let keys = context.keys.of_submission(&record.body);
    let now = context.now();
    let tries = if keys.len() > 1 { &[SignedDuration::MAX, settings.probe_every][..] } else { &[settings.probe_every] };
    let cost_credits = cost(context, &record.body.order);
    for probe_every in tries {
        let mut wait: Option<Timestamp> = None;
        for key in &keys {
            let request = PermitRequest { rate: key.key.rate, cost_credits, probe_every: *probe_every };
            match context.store.take_permit(&key.key.account, request, now).await? {
                Permit::Granted => {
                    record.body.take_key(key.recorded());
                    return Ok(Observation::PermitGranted);
                }
                Permit::Wait { until } => wait = Some(wait.map_or(until, |wait| wait.min(until))),
                Permit::Blocked => continue,
            }
            // Its images are with this key: to wait for it is sooner than to upload them anew.
            if !record.body.uploads.is_empty() && record.body.key == key.recorded() {
                break;
            }
        }
        if let Some(until) = wait {
            return Ok(Observation::PermitDenied { until });
        }
    }
    let until = now.checked_add(settings.policy.reopen_pause).unwrap_or(Timestamp::MAX);
    Ok(Observation::PermitDenied { until })
}

/// The POST. Once it is sent its outcome must reach the store, so there is no `?` in here.
async fn submit(context: &Context, record: &JobRecord, attempt: u32) -> SubmitOutcome {
    let order = &record.body.order;
    let variant = context.catalog.get(&order.model).and_then(|model| model.variant(order.inputs()));
    let Some(variant) = variant else {
        tracing::error!(job.id = %order.job, "the model of a waiting job is not in the catalogue any more");
        return SubmitOutcome::Refused(shared::job::FailureReason::Refused);
    };
    let Some(key) = context.keys.of(&record.body) else {
        // The record names the key of the permit, so it is there.
        return SubmitOutcome::NotStarted(Delay::Unreachable);
    };
    let images: Vec<_> = record.body.uploads.iter().map(|upload| upload.url.clone()).collect();
    let fields = request::fields(variant, order, &images);
    let callback_url = context.callback_urls.url(order.job, attempt);
    let created = key.provider.create(record.body.api, &variant.kie_model, fields, callback_url.as_ref()).await;
    let (outcome, label) = match created {
        Ok(task) => (SubmitOutcome::Accepted(task), "accepted"),
        Err(error) => {
            tracing::warn!(job.id = %order.job, attempt, error = %chain(&error), "a submission was not accepted");
            match error {
                CreateError::NotStarted(delay) => (SubmitOutcome::NotStarted(delay), "not_started"),
                CreateError::Refused { reason, .. } => (SubmitOutcome::Refused(reason), "refused"),
                CreateError::ProviderBlocked(reason) => (SubmitOutcome::Blocked(reason), "blocked"),
                CreateError::Unknown(_) => (SubmitOutcome::Unknown, "unknown"),
            }
        }
    };
    let (model, key) = (order.model.to_string(), key.key.name.to_string());
    metrics::counter!("starreel_kie_submits_total", "outcome" => label, "model" => model, "key" => key).increment(1);
    if outcome == SubmitOutcome::Unknown {
        metrics::counter!("starreel_submit_unknown_total").increment(1);
    }
    outcome
}

/// Asks for a task with the job's own key. If that is not known, or does not know the task, the others are asked, and the
/// job belongs to the one that knows it.
async fn query(context: &Context, record: &mut JobRecord, task: &TaskId) -> QueryOutcome {
    let keys = &context.keys;
    let names_one = record.body.key.is_some();
    let mut outcome = match keys.of(&record.body) {
        Some(own) => query_by(own, record, task).await,
        None => QueryOutcome::KeyMissing,
    };
    if !matches!(outcome, QueryOutcome::NotFound | QueryOutcome::KeyMissing) {
        return outcome;
    }
    for other in keys.others(&record.body) {
        match query_by(other, record, task).await {
            found @ (QueryOutcome::Running | QueryOutcome::Succeeded(..) | QueryOutcome::Failed(_)) => {
                record.body.take_key(other.recorded());
                return found;
            }
            QueryOutcome::NotFound if outcome != QueryOutcome::KeyMissing || names_one => {}
            not_known @ (QueryOutcome::NotFound
            | QueryOutcome::Unavailable
            | QueryOutcome::Blocked(_)
            | QueryOutcome::KeyMissing)
                if !names_one =>
            {
                outcome = not_known;
            }
            QueryOutcome::NotFound
            | QueryOutcome::Unavailable
            | QueryOutcome::Blocked(_)
            | QueryOutcome::KeyMissing => {}
        }
    }
    if outcome == QueryOutcome::KeyMissing {
        keys.miss(&record.body);
    }
    outcome
}

async fn query_by(key: &KeyInUse, record: &JobRecord, task: &TaskId) -> QueryOutcome {
    let error = match key.provider.query(record.body.api, task).await {
        Ok(TaskState::Running) => return QueryOutcome::Running,
        Ok(TaskState::Succeeded { urls, cost }) => return QueryOutcome::Succeeded(urls, cost),
        Ok(TaskState::Failed { reason }) => return QueryOutcome::Failed(reason),
        Err(error) => error,
    };
    tracing::debug!(
        job.id = %record.job(), task.id = %task, key = key.key.name.as_str(), error = %chain(&error),
        "a task's state was not read"
    );
    match error {
        QueryError::NotFound => QueryOutcome::NotFound,
        QueryError::RateLimited | QueryError::Unavailable(_) => QueryOutcome::Unavailable,
        QueryError::ProviderBlocked(reason) => QueryOutcome::Blocked(reason),
    }
}
