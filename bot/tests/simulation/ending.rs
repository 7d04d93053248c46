//! The end of a history: faults stop, time runs on, and everything must come to rest.

use bot::core::event::Event;
use bot::core::ids::UserId;
use bot::core::jobs::{Money, Progress};
use jiff::Timestamp;

use super::Violation;
use super::books::ensure;
use super::market::OPERATOR;
use super::people::can_be_reached;
use super::rows::Job;
use super::world::World;

/// Steps after which a history that has not come to rest never will.
const STEPS_MAX: u32 = 3_000;

/// Longer than the core asks after the video of a job that it has given up.
const DAY_AND_MORE_MS: i64 = 26 * 3_600_000;

/// When the core should look again, by its rows and its rules. That it asks after the videos of failed jobs for a day is
/// passed over: it would be most of every history.
const NEXT_DUE: &str = "
    SELECT min(due) FROM (
        SELECT publish_due AS due FROM jobs WHERE publish_due IS NOT NULL AND progress <> 'failed'
        UNION ALL SELECT give_up_at FROM jobs WHERE progress IN ('published', 'submitted')
        UNION ALL SELECT placed_at + ?1 + 1 FROM jobs WHERE progress = 'queued'
        UNION ALL SELECT delivery_due FROM jobs WHERE delivery_due IS NOT NULL
        UNION ALL SELECT ready_at + ?2 + 1 FROM jobs WHERE progress = 'ready'
        UNION ALL SELECT max(status_due, iif(status_message IS NULL, coalesce(status_leased_until, 0), 0)) FROM jobs
                  WHERE status_due IS NOT NULL
        UNION ALL SELECT due FROM notices WHERE due IS NOT NULL)";

impl World<'_> {
    /// Faults stop, time runs on; then everything is looked at a last time.
    pub(super) fn settle(&mut self) -> Result<(), Violation> {
        self.note("faults stop");
        self.faults_on = false;
        self.queue_open = true;
        for index in 0..self.people.len() {
            if self.people[index].has_blocked {
                self.block_or_unblock(index);
            }
        }
        self.provider_says(None);
        self.submit(&Event::Tick)?;
        for _ in 0..STEPS_MAX {
            let under_way = self.agenda.first().map(|index| (index, self.agenda.at(index)));
            match (under_way, self.next_due()) {
                (Some((index, at)), due) if due.is_none_or(|due| at <= due) => self.happen(index)?,
                (_, Some(due)) if self.wiring.ticks() => {
                    self.now = self.now.max(due);
                    self.tick()?;
                }
                _ if self.wiring.ticks() && self.asks_after_failed_jobs() => {
                    self.now = self.in_millis(DAY_AND_MORE_MS, DAY_AND_MORE_MS);
                    self.tick()?;
                }
                _ => return self.look_a_last_time(),
            }
        }
        self.look_a_last_time()?;
        ensure(false, "nothing is due for ever", || {
            format!("still busy after {STEPS_MAX} steps: {:?}", self.next_due())
        })
    }

    fn next_due(&self) -> Option<Timestamp> {
        let millis = |duration: jiff::SignedDuration| i64::try_from(duration.as_millis()).unwrap();
        let ages = [millis(self.rules.queue_age_max), millis(self.rules.undelivered_age_max)];
        let due: Option<i64> =
            self.connection.prepare_cached(NEXT_DUE).unwrap().query_row(ages, |row| row.get(0)).unwrap();
        due.map(|due| Timestamp::from_millisecond(due).unwrap())
    }

    fn asks_after_failed_jobs(&self) -> bool {
        let sql = "SELECT 1 FROM jobs WHERE publish_due IS NOT NULL AND progress = 'failed'";
        self.connection.prepare_cached(sql).unwrap().exists([]).unwrap()
    }

    fn look_a_last_time(&self) -> Result<(), Violation> {
        self.audit()?;
        self.every_update_was_handled()?;
        for job in self.books.jobs.values() {
            self.look_at_end_of(job)?;
        }
        for charge in self.books.paid.keys() {
            let user = self.books.paid[charge].0;
            self.was_told(user, &format!("receipt:{charge}"), "the receipt of every payment is told")?;
        }
        for charge in &self.books.foreign {
            self.was_told(
                OPERATOR,
                &format!("foreign:{charge}:{OPERATOR}"),
                "the operator is told of a foreign payment",
            )?;
        }
        for charge in self.books.revoked.keys() {
            let user = self.books.revoked[charge].0;
            self.was_told(user, &format!("revoked:{charge}"), "everybody is told when credits are taken back")?;
        }
        Ok(())
    }

    fn look_at_end_of(&self, job: &Job) -> Result<(), Violation> {
        let ended = [Progress::Delivered, Progress::Failed, Progress::Cancelled, Progress::Undeliverable];
        let at_rest = ended.contains(&job.progress) && job.money != Money::Held;
        ensure(at_rest, "every job ends and its money is settled", || format!("{job:?}"))?;
        let videos = self.chats.videos.get(&job.id).copied().unwrap_or_default();
        let has_it = job.progress != Progress::Delivered || videos > 0;
        ensure(has_it, "a video that counts as delivered is in the chat", || format!("{job:?}"))?;
        let reachable = can_be_reached(&self.people, job.user);
        let told = !reachable || job.status_told >= job.status_version;
        ensure(told, "the chat is told how each job ended", || format!("{job:?}"))?;
        let excused = self.chats.refused.contains(&job.id.to_string()) || self.books.shown_twice.contains(&job.id);
        if reachable && !excused {
            self.look_at_status_messages(job)?;
        }
        if job.progress == Progress::Failed && reachable {
            let reason = job.failure.clone().unwrap_or_default();
            self.was_told(job.user, &format!("failed:{}:{reason}", job.id), "everybody is told why a job failed")?;
        }
        Ok(())
    }

    /// No message may go on saying that a job is under way when it has ended.
    fn look_at_status_messages(&self, job: &Job) -> Result<(), Violation> {
        for (place, shown) in &self.chats.shown {
            let Some((_, version)) = shown.status.filter(|(id, _)| *id == job.id && shown.is_known) else { continue };
            ensure(version == job.status_version, "no chat is left with an old status", || {
                format!("message {place:?} shows version {version}: {job:?}")
            })?;
        }
        Ok(())
    }

    fn was_told(&self, user: UserId, notice: &str, invariant: &'static str) -> Result<(), Violation> {
        let excused = !can_be_reached(&self.people, user) || self.chats.refused.contains(notice);
        ensure(excused || self.chats.heard.contains(notice), invariant, || notice.to_owned())
    }
}
