//! Which jobs are handed to the workers, and when.
//!
//! The backlog stays here and not in the queue, so that everybody's place is exact and nobody starves: people take
//! turns, the one who was served longest ago first, and each has only so many jobs under way. A job is `published` in
//! the store before a byte leaves.
//!
//! A job that nobody was heard of is published again, and one that the provider works on, or that was given up for want
//! of an answer, is published now and then too: to a worker that knows the job this is the question what became of it,
//! so a result that was lost on its way comes again.

use std::collections::HashMap;

use jiff::SignedDuration;
use rusqlite::params;
use shared::job::{Epoch, GenerationJob, ImageSource, JobId, WIRE_VERSION};

use super::{Job, Progress, get, select, set_progress};
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

/// Those in the queue who see at once that they have moved up; the others see it within [`PLACES_TOLD_EVERY_MS`].
const FIRST: i64 = 10;

/// Everybody in the queue is told of a new place at most this often, in milliseconds.
const PLACES_TOLD_EVERY_MS: i64 = 30_000;

/// Queued jobs, and how many of the same person's come before each (counted from 1).
const IN_ORDER: &str = "
    SELECT job.id, job.user, row_number() OVER one_persons AS nth, person.served_at
    FROM jobs AS job JOIN people AS person ON person.id = job.user
    WHERE job.progress = 'queued'
    WINDOW one_persons AS (PARTITION BY job.user ORDER BY job.placed_at, job.id)";

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
    let chosen = choose(turn)?;
    for id in &chosen {
        let Some(job) = get(turn, *id)? else { continue };
        fix_times(turn, &job, &epoch)?;
        set_progress(turn, &job, Progress::Published)?;
        publish(turn, &job)?;
    }
    if chosen.is_empty() { Ok(()) } else { tell_new_places(turn, FIRST) }
}

/// The workers' store has begun a new life: it may know nothing of what workers have in hand, so they are asked at once.
pub(in crate::core) fn ask_about_all(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    let asked = "UPDATE jobs SET publish_due = ?1 WHERE progress IN ('published', 'submitted')";
    turn.tx.prepare_cached(asked)?.execute([turn.millis()])?;
    Ok(())
}

/// Everybody's exact place in the queue, from 1.
pub(in crate::core) fn places(turn: &Turn<'_, '_>) -> Result<HashMap<JobId, i64>, CoreError> {
    let mut statement = turn.tx.prepare_cached(&format!("SELECT id, place FROM ({})", places_in_order()))?;
    let places = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    places
        .map(|row| {
            let (id, place) = row?;
            Ok((id.parse().map_err(|_bad| CoreError::Row("id of a job".to_owned()))?, place))
        })
        .collect()
}

/// Now and then: whoever has moved up in the queue sees it.
pub(in crate::core) fn tell_places(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    let period = (turn.millis() / PLACES_TOLD_EVERY_MS).to_string();
    if is_anybody_waiting(turn)? && provider::recall(turn, "places_told")?.as_ref() != Some(&period) {
        provider::remember(turn, "places_told", &period)?;
        tell_new_places(turn, i64::MAX)?;
    }
    Ok(())
}

/// Whoever waits sees whether the queue moves at all.
pub(in crate::core) fn tell_everybody(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    turn.tx.execute(
        "UPDATE jobs SET status_version = status_version + 1, status_due = ?1 WHERE progress = 'queued'",
        [turn.millis()],
    )?;
    Ok(())
}

/// Whose turn it is, as far as there is room.
fn choose(turn: &Turn<'_, '_>) -> Result<Vec<JobId>, CoreError> {
    if !is_anybody_waiting(turn)? || provider::is_blocked(turn)? {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT id FROM ({IN_ORDER}) AS next
         WHERE nth + (SELECT count(*) FROM jobs
                      WHERE user = next.user AND progress IN ('published', 'submitted')) <= ?1
         ORDER BY nth, served_at, id
         LIMIT max(0, min(?2, ?3 - (SELECT count(*) FROM jobs WHERE progress = 'published')))"
    );
    let rules = turn.rules();
    let mut statement = turn.tx.prepare_cached(&sql)?;
    let ids = statement.query_map(params![rules.under_way_per_person_max, BATCH_MAX, rules.published_max], |row| {
        row.get::<_, String>(0)
    })?;
    ids.map(|id| id?.parse().map_err(|_bad| CoreError::Row("id of a job".to_owned()))).collect()
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
    let (attempts, submit_before, give_up_at, epoch): (i64, i64, i64, Option<String>) = turn
        .tx
        .prepare_cached("SELECT publish_attempts, submit_before, give_up_at, epoch FROM jobs WHERE id = ?1")?
        .query_row([job.id.to_string()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let pause = REPUBLISH_AFTER.saturating_mul(1 << attempts.clamp(0, 10)).min(REPUBLISH_AFTER_MAX);
    let due = if turn.millis() < give_up_at.saturating_add(LATE_FOR_MS) { Some(turn.millis_in(pause)) } else { None };
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

/// The first in the queue see that they have moved up, as soon as what they were told before has arrived.
fn tell_new_places(turn: &Turn<'_, '_>, first: i64) -> Result<(), CoreError> {
    let sql = format!(
        "UPDATE jobs SET status_version = status_version + 1, status_due = ?1
         FROM (SELECT id, place FROM ({}) LIMIT ?2) AS now
         WHERE jobs.id = now.id AND jobs.status_place IS NOT now.place AND jobs.status_due IS NULL",
        places_in_order()
    );
    turn.tx.prepare_cached(&sql)?.execute([turn.millis(), first])?;
    Ok(())
}

/// Queued jobs and their places, from 1.
fn places_in_order() -> String {
    format!("SELECT id, row_number() OVER (ORDER BY nth, served_at, id) AS place FROM ({IN_ORDER}) ORDER BY place")
}

fn is_anybody_waiting(turn: &Turn<'_, '_>) -> Result<bool, CoreError> {
    Ok(turn.tx.prepare_cached("SELECT 1 FROM jobs WHERE progress = 'queued'")?.exists([])?)
}
