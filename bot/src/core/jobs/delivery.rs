//! Sending a finished video: one try at a time, by one way after the other.

use jiff::SignedDuration;
use rusqlite::params;

use super::{Job, Progress, capture, get, give_up, select, set_progress};
use crate::core::chat::keyboards;
use crate::core::event::{Deliver, DeliveryOutcome, DeliveryReport, DeliveryWay, Effect, Keyboard};
use crate::core::jobs::telling::next_try;
use crate::core::{CoreError, Turn, from_millis, people};

/// Longest caption, in UTF-16 units.
/// Source: core.telegram.org/bots/api#sendvideo
const CAPTION_UNITS_MAX: usize = 1024;

/// Videos handed out at the same time.
const UNDER_WAY_MAX: i64 = 100;

/// A try must begin within this time, or it is handed out again.
const BEGIN_WITHIN: SignedDuration = SignedDuration::from_mins(2);

impl DeliveryWay {
    /// The name in rows.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ByUrl => "by_url",
            Self::Upload => "upload",
            Self::Link => "link",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::ByUrl, Self::Upload, Self::Link].into_iter().find(|way| way.as_str() == name)
    }

    /// The way after this one was refused for good.
    const fn next(self) -> Option<Self> {
        match self {
            Self::ByUrl => Some(Self::Upload),
            Self::Upload => Some(Self::Link),
            Self::Link => None,
        }
    }

    /// Time until the video is handed out again if nobody reports: longer than a try by this way can take.
    const fn lease(self) -> SignedDuration {
        match self {
            Self::ByUrl => SignedDuration::from_mins(5),
            Self::Upload | Self::Link => SignedDuration::from_mins(15),
        }
    }
}

/// Hands out the videos that are due.
pub(in crate::core) fn hand_out(turn: &mut Turn<'_, '_>) -> Result<(), CoreError> {
    let due = "delivery_due <= ?1 AND progress = 'ready' ORDER BY delivery_due
               LIMIT max(0, ?2 - (SELECT count(*) FROM jobs WHERE delivery_leased_until > ?1))";
    for job in select(turn, due, params![turn.millis(), UNDER_WAY_MAX])? {
        let attempt = job.delivery_attempts + 1;
        turn.tx
            .prepare_cached(
                "UPDATE jobs SET delivery_due = ?2, delivery_leased_until = ?2, delivery_attempts = ?3 WHERE id = ?1",
            )?
            .execute(params![job.id.to_string(), turn.millis_in(job.delivery_way.lease()), attempt])?;
        let texts = people::texts(turn, job.user)?;
        turn.effects.push(Effect::Deliver(Deliver {
            job: job.id,
            attempt,
            user: job.user,
            way: job.delivery_way,
            urls: job.urls,
            caption: cut(&job.prompt, CAPTION_UNITS_MAX),
            link_html: texts.video_as_link(),
            keyboard: Keyboard(vec![vec![keyboards::again(&texts, job.id)]]),
            until: from_millis(turn.millis_in(BEGIN_WITHIN)),
        }));
    }
    Ok(())
}

/// A try ended.
pub(in crate::core) fn reported(turn: &mut Turn<'_, '_>, report: &DeliveryReport) -> Result<(), CoreError> {
    let Some(job) = get(turn, report.job)? else { return Ok(()) };
    if job.progress != Progress::Ready {
        return Ok(());
    }
    if let DeliveryOutcome::Delivered { file_id } = &report.outcome {
        delivered(turn, &job, file_id.as_deref())?;
        return people::reached(turn, job.user);
    }
    // An earlier try that reports late must not disturb the one that is under way.
    if report.attempt != job.delivery_attempts {
        return Ok(());
    }
    match &report.outcome {
        DeliveryOutcome::Delivered { .. } => Ok(()),
        DeliveryOutcome::WayRefused(reason) => way_refused(turn, &job, reason),
        DeliveryOutcome::Unreachable => set_due(turn, &job, people::lose(turn, job.user)?.next_try(turn)),
        DeliveryOutcome::TryAgain(not_before) => {
            set_due(turn, &job, Some(next_try(turn, job.delivery_attempts, *not_before)))
        }
    }
}

fn delivered(turn: &Turn<'_, '_>, job: &Job, file_id: Option<&str>) -> Result<(), CoreError> {
    tracing::info!(job.id = %job.id, attempts = job.delivery_attempts, way = job.delivery_way.as_str(), "a video was delivered");
    capture(turn, job)?;
    turn.tx
        .prepare_cached("UPDATE jobs SET file_id = ?2 WHERE id = ?1")?
        .execute(params![job.id.to_string(), file_id])?;
    set_progress(turn, job, Progress::Delivered)
}

fn way_refused(turn: &mut Turn<'_, '_>, job: &Job, reason: &str) -> Result<(), CoreError> {
    if let Some(next) = job.delivery_way.next() {
        tracing::warn!(job.id = %job.id, way = job.delivery_way.as_str(), reason, "a video cannot be sent this way; trying the next");
        turn.tx
            .prepare_cached("UPDATE jobs SET delivery_way = ?2 WHERE id = ?1")?
            .execute(params![job.id.to_string(), next.as_str()])?;
        return set_due(turn, job, Some(turn.millis()));
    }
    tracing::error!(job.id = %job.id, reason, "a finished video can be sent in no way; its credits are given back");
    give_up(turn, job)
}

fn set_due(turn: &Turn<'_, '_>, job: &Job, due: Option<i64>) -> Result<(), CoreError> {
    turn.tx
        .prepare_cached("UPDATE jobs SET delivery_due = ?2, delivery_leased_until = NULL WHERE id = ?1")?
        .execute(params![job.id.to_string(), due])?;
    Ok(())
}

/// The first `units_max` UTF-16 units of a text, as Telegram counts, with an ellipsis if something is missing.
pub(in crate::core) fn cut(text: &str, units_max: usize) -> String {
    if text.encode_utf16().count() <= units_max {
        return text.to_owned();
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < units_max
    };
    let mut short: String = text.chars().take_while(fits).collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_long_caption_is_cut_as_telegram_counts() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abcd", 3), "ab…");
        // A rocket is two units.
        assert_eq!(cut("🚀🚀🚀", 5), "🚀🚀…");
        assert_eq!(cut("🚀🚀", 4), "🚀🚀");
    }
}
