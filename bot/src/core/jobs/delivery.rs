//! Sending a finished video: one attempt at a time, by one method after the other.
//!
//! [`follows`] is the one place that decides what comes after an attempt: when a method is left, when the provider is
//! asked once more, and when there is no use any more. What it decides by is in the job's row, so a restart forgets
//! nothing.
//!
//! Credits are spent when the video is in the chat, or when its person could not be reached for the whole time: then
//! every single attempt came back from them. In every other case they are given back.

use jiff::SignedDuration;
use rusqlite::params;
use url::Url;

use super::{Job, Progress, capture, get, release, set_progress};
use crate::core::effect::DeliveryMethod;
use crate::core::event::{Outcome, Receipt, Refusal};
use crate::core::notices::{self, LossReason, Notice};
use crate::core::outbox::{self, Item, Timeliness};
use crate::core::ticket::Kind;
use crate::core::turn::Turn;
use crate::core::{CoreError, people};

/// Pause after the first attempt of a method of which nobody knows how it ended; it doubles with each further one.
const UNCLEAR_PAUSE: SignedDuration = SignedDuration::from_secs(10);

/// How long the provider has to name its video once more, and its file host to come to itself.
const ASKED_AGAIN_PAUSE: SignedDuration = SignedDuration::from_secs(30);

/// Pause after the first look at an address where there is nothing. Each further one is as long as all before it.
const GONE_PAUSE: SignedDuration = SignedDuration::from_secs(15);

/// The longest of these pauses.
const GONE_PAUSE_MAX: SignedDuration = SignedDuration::from_mins(4);

/// So long an address is looked at where there is nothing: file hosts are late at times, or lose a file for a while.
const GONE_FOR: SignedDuration = SignedDuration::from_mins(15);

/// So long a file host may be away before there is no use in waiting for it.
const HOST_AWAY_FOR: SignedDuration = SignedDuration::from_hours(6);

/// After so long without its file host the provider is asked once more: it may name another one.
const HOST_AWAY_ASKS_AFTER: SignedDuration = SignedDuration::from_mins(2);

/// Operators hear of videos that are not delivered after so long.
const LATE_AFTER: SignedDuration = SignedDuration::from_hours(1);

impl DeliveryMethod {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::ByUrl, Self::Upload, Self::Link].into_iter().find(|method| method.as_str() == name)
    }

    /// The method after this one.
    const fn next(self) -> Option<Self> {
        match self {
            Self::ByUrl => Some(Self::Upload),
            Self::Upload => Some(Self::Link),
            Self::Link => None,
        }
    }

    /// Attempts after which the method is left if nobody knows how they ended. With the pauses between them, the second
    /// method is tried within a minute or two; the third only when the second has failed for five more, because a link
    /// is less than a video in the chat, and Telegram may be back.
    const fn unclear_max(self) -> i64 {
        match self {
            Self::ByUrl => 3,
            Self::Upload => 6,
            Self::Link => i64::MAX,
        }
    }

    /// Time until another attempt if nobody reports: longer than one by this method can take.
    pub(in crate::core) const fn lease(self) -> SignedDuration {
        match self {
            Self::ByUrl => SignedDuration::from_mins(5),
            Self::Upload | Self::Link => SignedDuration::from_mins(15),
        }
    }
}

/// What comes after an attempt that did not bring the video, and whose person could be reached.
#[derive(Debug)]
enum Next {
    /// The same method again.
    Again,
    /// This one.
    Method(DeliveryMethod),
    /// The provider is asked where the video is, and then all begins anew.
    AskProvider,
    /// The credits go back.
    GiveUp(LossReason),
}

fn follows(turn: &Turn<'_>, job: &Job, outcome: &Outcome) -> Next {
    let or_next = |last| job.delivery_method.next().map_or(last, Next::Method);
    match outcome {
        Outcome::Refused(Refusal::NoVideo(_) | Refusal::Gone(_)) if !job.provider_asked_again => Next::AskProvider,
        Outcome::Refused(Refusal::HostAway(_))
            if !job.provider_asked_again && gone_for(turn, job) >= HOST_AWAY_ASKS_AFTER =>
        {
            Next::AskProvider
        }
        Outcome::Refused(Refusal::Gone(_)) if may_come_back(turn, job, GONE_FOR) => Next::Again,
        Outcome::Refused(Refusal::HostAway(_)) if may_come_back(turn, job, HOST_AWAY_FOR) => Next::Again,
        Outcome::Refused(Refusal::NoVideo(_) | Refusal::Gone(_) | Refusal::HostAway(_)) => {
            Next::GiveUp(LossReason::NoVideo)
        }
        Outcome::Refused(Refusal::TooLarge) => or_next(Next::GiveUp(LossReason::TooLarge)),
        Outcome::Refused(_) => or_next(Next::GiveUp(LossReason::NotTaken)),
        Outcome::Unclear if job.unclear_deliveries + 1 >= job.delivery_method.unclear_max() => or_next(Next::Again),
        Outcome::Unclear | Outcome::TryAgain(_) | Outcome::Unreachable | Outcome::Done(_) => Next::Again,
    }
}

/// Whether what cannot be had may still come: nobody has looked for it for so long, by a clock that can be relied on.
fn may_come_back(turn: &Turn<'_>, job: &Job, within: SignedDuration) -> bool {
    gone_for(turn, job) < within || !turn.context.clock_is_settled
}

/// For how long nothing could be had from the provider's address.
fn gone_for(turn: &Turn<'_>, job: &Job) -> SignedDuration {
    job.gone_since.map_or(SignedDuration::ZERO, |since| turn.now().duration_since(since))
}

/// The job whose video is to be sent now. `None` when there is nothing to send any more.
pub(in crate::core) fn due(turn: &Turn<'_>, item: &Item) -> Result<Option<Job>, CoreError> {
    let job = row_of(turn, item)?.filter(|job| job.progress == Progress::Ready);
    if let Some(job) = &job {
        outbox::lease(turn, item, job.delivery_method.lease())?;
    }
    Ok(job)
}

/// An attempt ended. That the video arrived counts whichever attempt says it.
pub(in crate::core) fn reported(
    turn: &Turn<'_>,
    item: &Item,
    timeliness: Timeliness,
    outcome: &Outcome,
) -> Result<(), CoreError> {
    let Some(job) = row_of(turn, item)?.filter(|job| job.progress == Progress::Ready) else {
        return outbox::settle(turn, item.kind, &item.key);
    };
    match (outcome, timeliness) {
        (Outcome::Done(receipt), _) => {
            delivered(turn, &job, item, receipt)?;
            people::reached(turn, job.user)
        }
        (_, Timeliness::Late) => Ok(()),
        (Outcome::Unreachable, _) => {
            let sql = "UPDATE jobs SET unreachable_deliveries = unreachable_deliveries + 1 WHERE id = ?1";
            turn.execute(sql, [&item.key])?;
            people::unreachable(turn, item)
        }
        (failed, _) => go_on(turn, &job, item, failed),
    }
}

/// The wait for a delivery is over.
pub(super) fn wait_is_over(turn: &Turn<'_>, job: &Job) -> Result<(), CoreError> {
    if !was_away(turn, job)? {
        tracing::error!(job.id = %job.id, user.id = job.user.0, "a finished video was not delivered in time; its credits are given back");
        return give_up(turn, job, LossReason::Overdue, "");
    }
    tracing::warn!(job.id = %job.id, user.id = job.user.0, "a finished video was not fetched in time");
    capture(turn, job)?;
    set_progress(turn, job, Progress::Undeliverable)
}

/// The provider says once more where the video of a job is that is to be delivered.
pub(super) fn named_again(turn: &Turn<'_>, job: &Job, urls: &[Url]) -> Result<(), CoreError> {
    let key = job.id.to_string();
    outbox::settle(turn, Kind::Publish, &key)?;
    if job.urls == urls {
        // What is there may have changed, but not within a moment.
        return Ok(());
    }
    turn.execute("UPDATE jobs SET urls = ?2 WHERE id = ?1", params![key, serde_json::to_string(urls)?])?;
    // A new address has its own time.
    note_gone(turn, job, false)?;
    outbox::put(turn, Kind::Deliver, &key, job.user)
}

/// Whether every attempt came back because the person could not be reached, and they still cannot.
fn was_away(turn: &Turn<'_>, job: &Job) -> Result<bool, CoreError> {
    turn.exists(
        "SELECT 1 FROM outbox JOIN jobs ON jobs.id = outbox.key JOIN people ON people.id = jobs.user
         WHERE outbox.kind = 'deliver' AND outbox.key = ?1 AND NOT people.reachable
               AND outbox.attempts > 0 AND outbox.attempts = jobs.unreachable_deliveries",
        [job.id.to_string()],
    )
}

/// Ends a job whose video does not reach a person who could be reached: the credits are back, and they are told why.
fn give_up(turn: &Turn<'_>, job: &Job, reason: LossReason, detail: &str) -> Result<(), CoreError> {
    release(turn, job)?;
    set_progress(turn, job, Progress::Undeliverable)?;
    notices::post(
        turn,
        job.user,
        &Notice::VideoLost { job: job.id, reason, price: job.price, was_paid: job.is_paid() },
    )?;
    let (user, at, detail) = (job.user, turn.now(), detail.to_owned());
    notices::post_to_operators(turn, &Notice::VideoNotDelivered { job: job.id, user, reason, detail, at })
}

fn delivered(turn: &Turn<'_>, job: &Job, item: &Item, receipt: &Receipt) -> Result<(), CoreError> {
    let method = job.delivery_method.as_str();
    tracing::info!(job.id = %job.id, attempts = item.attempts, method, "a video was delivered");
    capture(turn, job)?;
    let file_id = if let Receipt::Video(file_id) = receipt { file_id.as_deref() } else { None };
    turn.execute("UPDATE jobs SET file_id = ?2 WHERE id = ?1", params![job.id.to_string(), file_id])?;
    set_progress(turn, job, Progress::Delivered)
}

fn go_on(turn: &Turn<'_>, job: &Job, item: &Item, failed: &Outcome) -> Result<(), CoreError> {
    let method = job.delivery_method.as_str();
    match failed {
        Outcome::Refused(Refusal::Gone(_) | Refusal::HostAway(_)) => note_gone(turn, job, true)?,
        Outcome::Refused(_) | Outcome::Unclear => note_gone(turn, job, false)?,
        // Nobody could look, or nobody says what there is.
        Outcome::TryAgain(_) | Outcome::Unreachable | Outcome::Done(_) => {}
    }
    match follows(turn, job, failed) {
        Next::Again => try_again(turn, job, item, failed),
        Next::Method(next) => {
            tracing::warn!(job.id = %job.id, method, ?failed, "a video cannot be sent by this method; trying the next");
            use_method(turn, job, next)?;
            outbox::try_at(turn, item, turn.millis())
        }
        Next::AskProvider => {
            tracing::warn!(job.id = %job.id, ?failed, "there is no video where the provider says; asking once more");
            use_method(turn, job, DeliveryMethod::ByUrl)?;
            turn.execute("UPDATE jobs SET provider_asked_again = 1 WHERE id = ?1", [&item.key])?;
            outbox::put(turn, Kind::Publish, &item.key, job.user)?;
            let is_gone = matches!(failed, Outcome::Refused(Refusal::Gone(_) | Refusal::HostAway(_)));
            outbox::try_at(turn, item, turn.millis_in(if is_gone { GONE_PAUSE } else { ASKED_AGAIN_PAUSE }))
        }
        Next::GiveUp(reason) => {
            tracing::error!(job.id = %job.id, method, ?failed, "a finished video cannot be delivered; its credits are given back");
            let detail = match failed {
                Outcome::Refused(
                    Refusal::NoVideo(words) | Refusal::Gone(words) | Refusal::HostAway(words) | Refusal::Other(words),
                ) => words,
                Outcome::Refused(_) | Outcome::Done(_) | Outcome::Unreachable => "",
                Outcome::TryAgain(_) | Outcome::Unclear => "",
            };
            give_up(turn, job, reason, detail)
        }
    }
}

fn try_again(turn: &Turn<'_>, job: &Job, item: &Item, failed: &Outcome) -> Result<(), CoreError> {
    let late = job.ready_at.is_some_and(|at| turn.now().duration_since(at) > LATE_AFTER);
    if late {
        notices::post_to_operators(turn, &Notice::VideosAreLate { at: turn.now() })?;
    }
    match failed {
        Outcome::Unclear => {
            let sql = "UPDATE jobs SET unclear_deliveries = unclear_deliveries + 1 WHERE id = ?1";
            turn.execute(sql, [&item.key])?;
            let doublings = u32::try_from(job.unclear_deliveries.clamp(0, 6)).unwrap_or_default();
            outbox::try_at(turn, item, turn.millis_in(UNCLEAR_PAUSE.saturating_mul(1 << doublings)))
        }
        Outcome::TryAgain(not_before) => outbox::try_again(turn, item, *not_before),
        Outcome::Refused(Refusal::Gone(_) | Refusal::HostAway(_)) => {
            let pause = gone_for(turn, job).clamp(GONE_PAUSE, GONE_PAUSE_MAX);
            outbox::try_at(turn, item, turn.millis_in(pause))
        }
        Outcome::Done(_) | Outcome::Refused(_) | Outcome::Unreachable => outbox::try_again(turn, item, None),
    }
}

/// Notes whether nothing can be had from the provider's address. The chat shows it.
fn note_gone(turn: &Turn<'_>, job: &Job, is_gone: bool) -> Result<(), CoreError> {
    if is_gone == job.gone_since.is_some() {
        return Ok(());
    }
    let (key, since) = (job.id.to_string(), is_gone.then(|| turn.millis()));
    turn.execute("UPDATE jobs SET gone_since = ?2 WHERE id = ?1", params![key, since])?;
    outbox::put(turn, Kind::Status, &key, job.user)
}

fn use_method(turn: &Turn<'_>, job: &Job, method: DeliveryMethod) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE jobs SET delivery_method = ?2, unclear_deliveries = 0 WHERE id = ?1",
        params![job.id.to_string(), method.as_str()],
    )?;
    Ok(())
}

fn row_of(turn: &Turn<'_>, item: &Item) -> Result<Option<Job>, CoreError> {
    get(turn, item.key.parse().map_err(|_bad| CoreError::Row("key of an outbox row".to_owned()))?)
}
