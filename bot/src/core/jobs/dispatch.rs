//! Which jobs are handed to the workers, and when.
//!
//! The backlog stays here and not in the broker, so that everybody's place is exact and nobody starves: people take
//! turns ([`queue`]), and each has only so many jobs under way. A job is `published` in the store before a byte leaves.
//!
//! A job that nobody was heard of is published again, and one that the provider works on, or that was given up for want
//! of an answer, is published now and then too: to a worker that knows the job this is the question what became of it,
//! so a result that was lost on its way comes again.

use jiff::SignedDuration;
use rusqlite::params;
use shared::job::{Epoch, GenerationJob, ImageSource, JobId, WIRE_VERSION};

use super::{Job, Progress, queue, select, set_progress};
use crate::core::event::Effect;
use crate::core::{CoreError, Turn, from_millis, provider};
use crate::telegram::attachments::attachment_url;

/// Time until a job that nobody was heard of is published again, the first time; it doubles each time.
const REPUBLISH_AFTER: SignedDuration = SignedDuration::from_secs(10);

/// A job that workers have spoken of is asked about after this time, in milliseconds.
pub(super) const ASK_AGAIN_AFTER_MS: i64 = 2 * 60 * 1000;

/// The longest time between two publishings.
const REPUBLISH_AFTER_MAX: SignedDuration = SignedDuration::from_mins(5);

/// After a job was given up, workers look for its video for a day, and are asked for so long; in milliseconds.
const LATE_FOR_MS: i64 = 25 * 60 * 60 * 1000;

/// Jobs published in one turn, at most.
const BATCH_MAX: u32 = 50;

/// After the longest render time, a job gets this much more before the bot gives it up, so that the worker, who asks
/// the provider a last time, is heard first.
const GIVE_UP_MARGIN: SignedDuration = SignedDuration::from_mins(10);

/// Publishes whose turn it is, and again what nobody was heard of.
pub(in crate::core) fn hand_out(turn: &mut Turn<'_, '_>) -> Result<(), CoreError> {
    if !turn.context.queue_open {
        return Ok(());
    }
    let again = "publish_due <= ?1 ORDER BY publish_due LIMIT ?2";
    for job in select(turn, again, params![turn.millis(), BATCH_MAX])? {
        publish(turn, &job)?;
    }
    // A job that a store never heard of can be told from one that a store lost only if its life is known.
    let Some(epoch) = provider::epoch(turn)? else { return Ok(()) };
    for id in choose(turn)? {
        // One that cannot be read keeps its turn and stops nobody else.
        let Some(job) = select(turn, "id = ?1", [id.to_string()])?.pop() else { continue };
        fix_times(turn, &job, &epoch)?;
        set_progress(turn, &job, Progress::Published)?;
        publish(turn, &job)?;
    }
    Ok(())
}

/// The workers' store has begun a new life: it may know nothing of what workers have in hand, so they are asked at once.
pub(in crate::core) fn ask_about_all(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    let asked = "UPDATE jobs SET publish_due = ?1 WHERE progress IN ('published', 'submitted')";
    turn.tx.prepare_cached(asked)?.execute([turn.millis()])?;
    Ok(())
}

/// Whose turn it is, as far as there is room.
fn choose(turn: &Turn<'_, '_>) -> Result<Vec<JobId>, CoreError> {
    let published: u32 = turn
        .tx
        .prepare_cached("SELECT count(*) FROM jobs WHERE progress = 'published'")?
        .query_row([], |row| row.get(0))?;
    let rules = turn.rules();
    let room = rules.published_max.saturating_sub(published).min(BATCH_MAX);
    if room == 0 || queue::is_empty(turn)? || provider::is_blocked(turn)? {
        return Ok(Vec::new());
    }
    queue::next(turn, room, rules.under_way_per_person_max)
}

/// Fixes, for good, until when workers may submit the job and when the bot gives it up.
pub(super) fn fix_times(turn: &Turn<'_, '_>, job: &Job, epoch: &Epoch) -> Result<(), CoreError> {
    let render = turn.rules().catalog.get(&job.model).map(|model| model.render_minutes_max);
    let render = render.unwrap_or_else(|| turn.rules().catalog.render_minutes_max());
    let window = turn.rules().submit_window;
    let give_up = window + SignedDuration::from_mins(i64::from(render)) + GIVE_UP_MARGIN;
    turn.tx
        .prepare_cached("UPDATE jobs SET submit_before = ?2, give_up_at = ?3, epoch = ?4 WHERE id = ?1")?
        .execute(params![job.id.to_string(), turn.millis_in(window), turn.millis_in(give_up), epoch.as_str()])?;
    turn.tx
        .prepare_cached("UPDATE people SET served_at = ?2 WHERE id = ?1")?
        .execute(params![job.user, turn.millis()])?;
    Ok(())
}

fn publish(turn: &mut Turn<'_, '_>, job: &Job) -> Result<(), CoreError> {
    let (attempts, was_due, submit_before, give_up_at, epoch): (i64, Option<i64>, i64, i64, Option<String>) = turn
        .tx
        .prepare_cached(
            "SELECT publish_attempts, publish_due, submit_before, give_up_at, epoch FROM jobs WHERE id = ?1",
        )?
        .query_row([job.id.to_string()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?;
    let pause = REPUBLISH_AFTER.saturating_mul(1 << attempts.clamp(0, 10)).min(REPUBLISH_AFTER_MAX);
    // By when it was due and not by the clock: after days of standing still nothing depends on one message.
    let goes_on = was_due.is_none_or(|due| due < give_up_at.saturating_add(LATE_FOR_MS));
    let due = goes_on.then(|| turn.millis_in(pause));
    turn.tx
        .prepare_cached("UPDATE jobs SET publish_attempts = publish_attempts + 1, publish_due = ?2 WHERE id = ?1")?
        .execute(params![job.id.to_string(), due])?;
    let submit_before = from_millis(submit_before);
    let image = job.image.as_ref().map(|image| ImageSource {
        url: attachment_url(&turn.rules().bot_url, &turn.rules().key, job.id, submit_before),
        mime: image.kind.mime().to_owned(),
        size_bytes: image.size_bytes,
    });
    turn.effects.push(Effect::Publish(GenerationJob {
        version: WIRE_VERSION,
        job: job.id,
        model: job.model.clone(),
        prompt: job.prompt.clone(),
        options: job.options.clone(),
        image,
        submit_before,
        task: job.task.clone(),
        published_before: attempts > 0,
        epoch: epoch.map(Epoch::new),
    }));
    Ok(())
}
