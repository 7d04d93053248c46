//! What became of finished videos, kept from outside: what the chats show, whom a try has met, and whose credits may be
//! spent for it.

use std::collections::{BTreeSet, HashMap};

use bot::core::effect::{Attempt, Deliver, DeliveryMethod};
use bot::core::event::{Event, Outcome, Refusal, Report};
use bot::core::jobs::{Money, Progress};
use jiff::{SignedDuration, Timestamp};
use shared::job::JobId;

use crate::Violation;
use crate::causes;
use crate::coverage::{Coverage, Met};
use crate::job_rows::Job;
use crate::model::{Commit, ensure};

/// A video that is not where the provider says is looked for at least so long.
const LOOKED_FOR: SignedDuration = SignedDuration::from_mins(10);

/// See the module.
#[derive(Debug, Clone, Default)]
pub(crate) struct Deliveries {
    /// Jobs whose video a chat shows, or a link to it.
    seen: BTreeSet<JobId>,
    /// Jobs whose video came back from a person who could not be reached.
    refused_by_person: BTreeSet<JobId>,
    /// Jobs of which a try did not bring the video for another reason than that the person could not be reached.
    missed: BTreeSet<JobId>,
    /// Jobs of which was reported that there is no video where the provider says.
    without_video: BTreeSet<JobId>,
    /// When it was first reported of a job that there is nothing where the provider says.
    gone_since: HashMap<JobId, Timestamp>,
    /// The try that is under way for each job, and until when it counts.
    under_way: HashMap<JobId, (i64, Timestamp)>,
}

/// What a try to deliver has met, as nobody but the world knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encounter {
    /// The chat shows the video.
    Seen,
    /// The person could not be reached.
    Away,
    /// The video did not come, and not because the person could not be reached.
    Missed,
}

impl Deliveries {
    /// A try to deliver was made, or was lost before.
    pub(crate) fn note(&mut self, job: JobId, encounter: Encounter) {
        match encounter {
            Encounter::Seen => self.seen.insert(job),
            Encounter::Away => self.refused_by_person.insert(job),
            Encounter::Missed => self.missed.insert(job),
        };
    }

    /// The process died, and the tries that it had under way with it.
    pub(crate) fn crashed(&mut self) {
        self.under_way.clear();
    }

    /// A job has moved on. Nobody pays for what never came while they could have had it.
    pub(crate) fn check_end(&self, job: &Job, coverage: &mut Coverage) -> Result<(), Violation> {
        if job.progress == Progress::Undeliverable {
            let spent = job.money == Money::Captured;
            coverage.meet(Met::Delivery(if spent { "given up, person away" } else { "given up, credits back" }));
        }
        let was_away = self.refused_by_person.contains(&job.id) && !self.missed.contains(&job.id);
        let is_fair = job.money != Money::Captured || self.seen.contains(&job.id) || was_away;
        ensure(is_fair, "what is captured was seen in the chat, or its person could not be reached", || {
            format!("{job:?}")
        })
    }

    /// A job has moved on, maybe because its video was not there: nobody may have stopped looking for it too soon.
    pub(crate) fn check_search(&self, job: &Job, commit: &Commit<'_>) -> Result<(), Violation> {
        let Event::Reported(Report { ticket, outcome: Outcome::Refused(Refusal::Gone(_)) }) = commit.event else {
            return Ok(());
        };
        // Others may move with the same event, when what waits in the queue is looked at.
        if ticket.key.parse() != Ok(job.id) {
            return Ok(());
        }
        let since = self.gone_since.get(&job.id).copied().unwrap_or(commit.now);
        let was_long = commit.clock_is_settled && commit.now.duration_since(since) >= LOOKED_FOR;
        ensure(was_long, "what is gone is looked for for some minutes before it is given up", || {
            format!("gone since {since}: {job:?}")
        })
    }

    /// A job is with the workers, or one of them may still find its video, or find it elsewhere.
    pub(crate) fn may_be_published(&self, job: &Job) -> bool {
        match job.progress {
            Progress::Published | Progress::Submitted => true,
            Progress::Failed => causes::may_still_come(job),
            Progress::Ready => self.without_video.contains(&job.id),
            Progress::Queued | Progress::Delivered | Progress::Cancelled | Progress::Undeliverable => false,
        }
    }

    /// A try is handed out.
    pub(crate) fn begin_try(
        &mut self,
        job: Option<&Job>,
        tried: &Attempt,
        video: &Deliver,
        now: Timestamp,
    ) -> Result<(), Violation> {
        let progress = job.map(|job| job.progress);
        ensure(progress == Some(Progress::Ready), "only ready videos are delivered", || {
            format!("{video:?}: {progress:?}")
        })?;
        ensure(job.is_some_and(|job| job.user == tried.user), "a video goes to who ordered it", || {
            format!("{video:?}")
        })?;
        if let Some((attempt, until)) = self.under_way.get(&video.job) {
            ensure(now >= *until, "one try to deliver at a time", || {
                format!(
                    "try {} of {} at {now}, while try {attempt} runs until {until}",
                    tried.ticket.attempt, video.job
                )
            })?;
        }
        let longest = match video.method {
            DeliveryMethod::ByUrl => SignedDuration::from_secs(120 + 120),
            DeliveryMethod::Upload | DeliveryMethod::Link => SignedDuration::from_mins(2 + 9),
        };
        self.under_way.insert(video.job, (tried.ticket.attempt, now.saturating_add(longest).unwrap()));
        Ok(())
    }

    /// The core has heard how a try ended.
    pub(crate) fn end_of_try(&mut self, report: &Report, now: Timestamp) {
        let job: JobId = report.ticket.key.parse().unwrap();
        if let Outcome::Refused(Refusal::NoVideo(_) | Refusal::Gone(_)) = report.outcome {
            self.without_video.insert(job);
        }
        if let Outcome::Refused(Refusal::Gone(_)) = report.outcome {
            self.gone_since.entry(job).or_insert(now);
        }
        let is_last = self.under_way.get(&job).is_some_and(|(attempt, _)| *attempt == report.ticket.attempt);
        if is_last || matches!(report.outcome, Outcome::Done(_)) {
            self.under_way.remove(&job);
        }
    }
}
