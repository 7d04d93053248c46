//! Which jobs are handed to the workers, and when.
//!
//! The backlog stays here and not in the broker, so that everybody's position is exact and nobody starves: people take
//! turns ([`queue`]), and each has only so many jobs under way. A job is `published` in the store before a byte leaves.
//!
//! A job of which nothing was heard is published again. One that the provider works on, or that was given up for want of
//! an answer, is published now and then too: to a worker that knows the job this is the question what became of it, so a
//! result that was lost on its way comes again. One whose video is not where the provider said is published once more for
//! the same reason.
//!
//! A question that nobody answers is asked again soon. After an answer the next one waits for as long as the job has been
//! where it is, so an ordinary video costs one question at most, and a long one few.

use jiff::SignedDuration;
use rusqlite::params;
use shared::job::{Epoch, FollowUpOf, GenerationJob, ImageSource, JobId, WIRE_VERSION};

use super::row::moved_at;
use super::{Job, Progress, get, queue, select, set_progress};
use crate::core::ids::JobImage;
use crate::core::links::image_url;
use crate::core::outbox::{self, Item};
use crate::core::ticket::Kind;
use crate::core::turn::{Turn, from_millis};
use crate::core::{CoreError, provider};

/// Time until a job of which nothing was heard is published again, the first time; it doubles each time.
const REPUBLISH_AFTER: SignedDuration = SignedDuration::from_secs(10);

/// The longest time between two publishings that nobody answers.
const REPUBLISH_AFTER_MAX: SignedDuration = SignedDuration::from_mins(5);

/// Workers are asked about a job of which they have spoken after this time, in which most videos are made.
const ASK_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// The longest time from an answer to the next question.
const ASK_AFTER_MAX: SignedDuration = SignedDuration::from_hours(1);

/// After a job was given up, workers look for its video for a day, and are asked for so long; in milliseconds.
const LATE_FOR_MS: i64 = 25 * 60 * 60 * 1000;

/// Jobs whose turn comes in one turn, at most.
const BATCH_MAX: u32 = 50;

/// After the longest render time, a job gets this much more before the bot gives it up, so that the worker, who asks
/// the provider a last time, is heard first.
const GIVE_UP_MARGIN: SignedDuration = SignedDuration::from_mins(10);

/// Moves the jobs on whose turn it is, as far as there is room: they are published then.
pub(in crate::core) fn take_turns(turn: &Turn<'_>) -> Result<(), CoreError> {
    if !turn.context.queue_open {
        return Ok(());
    }
    let chosen = choose(turn)?;
    if chosen.is_empty() {
        return Ok(());
    }
    // A job that a store never heard of can be told from one that a store lost only if its life is known.
    let Some(epoch) = provider::epoch(turn)? else { return Ok(()) };
    for id in chosen {
        // One that cannot be read keeps its turn and stops nobody else.
        let Some(job) = select(turn, "id = ?1", [id.to_string()])?.pop() else { continue };
        // After a long stand-still what is too old is given back, and not bought first.
        if super::has_waited_too_long(turn, job.id) {
            continue;
        }
        let job = fix_times(turn, job, &epoch)?;
        set_progress(turn, &job, Progress::Published)?;
    }
    Ok(())
}

/// At a start: whoever was served under a clock that was ahead is not served later than others for it.
pub(in crate::core) fn take_up_again(turn: &Turn<'_>) -> Result<(), CoreError> {
    for table in ["people", "queue"] {
        turn.execute(&format!("UPDATE {table} SET served_at = ?1 WHERE served_at > ?1"), [turn.millis()])?;
    }
    Ok(())
}

/// The message for the workers about a job whose publishing is due. `None` when there is nothing to ask any more.
pub(in crate::core) fn due(turn: &Turn<'_>, item: &Item) -> Result<Option<GenerationJob>, CoreError> {
    let id: JobId = item.key.parse().map_err(|_bad| CoreError::Row("key of an outbox row".to_owned()))?;
    let Some(job) = get(turn, id)? else { return Ok(None) };
    // After days of standing still a job is given up late. The day in which its video is awaited begins then, unless the
    // clock was ahead at that moment.
    let (submit_before, given_up_at, epoch): (i64, i64, Option<String>) = turn.one(
        "SELECT submit_before, max(give_up_at, iif(progress = 'failed' AND moved_at <= ?2, moved_at, 0)), epoch
         FROM jobs WHERE id = ?1",
        params![item.key, turn.millis()],
    )?;
    let is_first = item.attempts == 1;
    // By when it was due and not by the clock: after days of standing still nothing depends on one message.
    if item.due < given_up_at.saturating_add(LATE_FOR_MS) {
        let pause = REPUBLISH_AFTER.saturating_mul(1 << (item.tries - 1).clamp(0, 10)).min(REPUBLISH_AFTER_MAX);
        outbox::lease(turn, item, pause)?;
    } else {
        outbox::settle(turn, Kind::Publish, &item.key)?;
    }
    let submit_before = from_millis(submit_before);
    let source = |(at, image): (usize, &JobImage)| ImageSource {
        url: image_url(&turn.policy().bot_url, &turn.policy().key, (job.id, at), submit_before),
        mime: image.kind.mime().to_owned(),
        size_bytes: image.size_bytes,
    };
    let images = job.images.iter().enumerate().map(source).collect();
    Ok(Some(GenerationJob {
        version: WIRE_VERSION,
        job: job.id,
        model: job.model,
        prompt: job.prompt,
        options: job.options,
        images,
        image_use: job.image_use,
        follow_up: job.follow_up.map(|earlier| FollowUpOf { kind: earlier.kind, task: earlier.task, key: earlier.key }),
        submit_before,
        task: job.task,
        key: job.key,
        published_before: !is_first,
        is_result_gone: job.progress == Progress::Ready,
        epoch: epoch.map(Epoch::new),
        other: serde_json::Map::new(),
    }))
}

/// Workers have spoken of the job, or it was given up: they are asked about it in a while.
pub(super) fn ask_later(turn: &Turn<'_>, job: &Job) -> Result<(), CoreError> {
    outbox::put_for(turn, Kind::Publish, &job.id.to_string(), job.user, turn.millis_in(ASK_AFTER))
}

/// Workers have said of the job what was known already: they are asked again when that has been so for twice as long.
pub(super) fn was_answered(turn: &Turn<'_>, job: &Job) -> Result<(), CoreError> {
    let since = turn.now().duration_since(moved_at(turn, job.id)?);
    let pause = since.clamp(ASK_AFTER, ASK_AFTER_MAX);
    outbox::was_answered(turn, Kind::Publish, &job.id.to_string(), turn.millis_in(pause))
}

/// Fixes, for good, until when workers may submit the job and when the bot gives it up. The job as it is then. One that
/// waited in a copy that was put back keeps the epoch of that time.
pub(super) fn fix_times(turn: &Turn<'_>, job: Job, epoch: &Epoch) -> Result<Job, CoreError> {
    let render = turn.policy().catalog.get(&job.model).map(|model| model.render_minutes_max);
    let render = render.unwrap_or_else(|| turn.policy().catalog.render_minutes_max());
    // The order may wait with the workers for as long as it may wait here: while the provider cannot be reached, it keeps
    // its place.
    let placed_at = job.id.placed_at();
    let age_max = turn.policy().queue_age_max;
    let rest = (age_max - turn.now().duration_since(placed_at)).min(age_max);
    let window = turn.policy().submit_window.max(rest);
    let give_up = window + SignedDuration::from_mins(i64::from(render)) + GIVE_UP_MARGIN;
    let give_up_at = turn.millis_in(give_up);
    turn.execute(
        "UPDATE jobs SET submit_before = ?2, give_up_at = ?3, epoch = coalesce(epoch, ?4) WHERE id = ?1",
        params![job.id.to_string(), turn.millis_in(window), give_up_at, epoch.as_str()],
    )?;
    turn.execute("UPDATE people SET served_at = ?2 WHERE id = ?1", params![job.user, turn.millis()])?;
    queue::follow(turn, job.user)?;
    Ok(Job { give_up_at: Some(give_up_at), ..job })
}

/// Whose turn it is, as far as there is room.
///
/// Orders that cost more than the provider's balance stay in the queue and let others pass; those that were published
/// before take no room.
fn choose(turn: &Turn<'_>) -> Result<Vec<JobId>, CoreError> {
    if queue::is_empty(turn)? || provider::is_blocked(turn)? {
        return Ok(Vec::new());
    }
    let off = serde_json::to_string(&provider::models_off(turn)?)?;
    let (published,): (u32,) = turn.one(
        "SELECT count(*) FROM jobs WHERE progress = 'published' AND model NOT IN (SELECT value FROM json_each(?1))",
        [off],
    )?;
    let policy = turn.policy();
    let room = policy.published_max.saturating_sub(published).min(BATCH_MAX);
    if room == 0 {
        return Ok(Vec::new());
    }
    let mut chosen = Vec::new();
    for id in queue::next(turn, BATCH_MAX, policy.under_way_per_person_max)? {
        if chosen.len() == usize::try_from(room).unwrap_or(usize::MAX) {
            break;
        }
        let job = select(turn, "id = ?1", [id.to_string()])?.pop();
        // One that cannot be read is not judged here.
        if job.map_or(Ok(true), |job| can_be_paid(turn, &job))? {
            chosen.push(id);
        }
    }
    Ok(chosen)
}

/// Whether the provider takes no order like this one at present.
pub(in crate::core) fn stands_still(turn: &Turn<'_>, job: &Job) -> Result<bool, CoreError> {
    Ok(provider::is_blocked(turn)? || !can_be_paid(turn, job)?)
}

/// Whether the provider's balance is not known to be too small for the job.
fn can_be_paid(turn: &Turn<'_>, job: &Job) -> Result<bool, CoreError> {
    let variant = turn.policy().catalog.get(&job.model).and_then(|model| model.variant(job.inputs()));
    let cost = variant.map_or(0, |variant| variant.kie_cost(&job.options, job.images.len()));
    Ok(!provider::is_too_dear(turn, cost)?)
}
