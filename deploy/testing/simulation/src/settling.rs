//! The end of a history: faults stop, time runs on, and everything must come to rest.

use bot::core::event::Event;
use bot::core::ids::UserId;
use bot::core::jobs::{Money, Progress};
use jiff::{SignedDuration, Timestamp};
use worker::job_store::State;

use crate::Violation;
use crate::catalog_fixture::OPERATOR;
use crate::event::StarReading;
use crate::job_rows::Job;
use crate::model::{SECOND_ORDER, ensure};
use crate::people::can_be_reached;
use crate::world::World;

/// Steps after which a history that has not come to rest never will.
const STEPS_MAX: u32 = 20_000;

/// Longer than the core asks after the video of a job that it has given up.
const DAY_AND_MORE_MS: i64 = 26 * 3_600_000;

/// The longest wait in the queue, time to submit and longest render, and what is added to be sure.
const ENDS_WITHIN: SignedDuration = SignedDuration::from_hours(8);

/// How long a finished video waits for somebody who cannot be reached, or for Telegram to take it.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(8 * 24);

/// An order that was published so long before all is well has time enough to be published again.
const LOST_WITHIN: SignedDuration = SignedDuration::from_mins(20);

/// How long after the end of the longest render the bot asks for a video.
const ASKED_FOR: SignedDuration = SignedDuration::from_mins(25 * 60 + 10);

/// When the core should look again, by its rows and its rules. That it asks after the videos of failed jobs for a day is
/// passed over: it would be most of every history.
const NEXT_DUE: &str = "
    SELECT min(due) FROM (
        SELECT due FROM outbox WHERE due IS NOT NULL
               AND NOT (kind = 'publish' AND key IN (SELECT id FROM jobs WHERE progress = 'failed'))
        UNION ALL SELECT 0 FROM broadcasts WHERE open AND state = 'sending'
               AND NOT EXISTS (SELECT 1 FROM outbox WHERE kind = 'broadcast' AND due IS NOT NULL)
        UNION ALL SELECT give_up_at FROM jobs WHERE progress IN ('published', 'submitted')
        UNION ALL SELECT placed_at + ?1 + 1 FROM jobs WHERE progress = 'queued'
        UNION ALL SELECT ready_at + ?2 + 1 FROM jobs WHERE progress = 'ready')";

impl World {
    /// Faults stop, time runs on; then everything is looked at a last time.
    pub(crate) fn settle(&mut self) -> Result<(), Violation> {
        self.note("faults stop");
        self.faults_on = false;
        self.calm_since = Some(self.now);
        self.clock_settles();
        self.queue_open = true;
        self.provider_takes_orders_again();
        for index in 0..self.people.len() {
            if self.people[index].has_blocked {
                self.block_or_unblock(index);
            }
        }
        for worker in 0..self.workers.count() {
            self.start_worker(worker)?;
        }
        self.submit(&Event::Tick)?;
        for _ in 0..STEPS_MAX {
            let under_way = self.agenda.first().map(|index| (index, self.agenda.at(index)));
            let all_live = self.workers.alive().len() == self.workers.count();
            let at_rest = self.agenda.busy() == 0 && all_live && !self.is_provider_blocked();
            match (under_way, self.next_due()) {
                (Some((index, at)), due) if !at_rest && due.is_none_or(|due| at <= due) => self.happen(index)?,
                (_, Some(due)) => {
                    self.now = self.now.max(due);
                    self.tick()?;
                }
                _ if self.asks_after_failed_jobs() => {
                    self.now = self.in_millis(DAY_AND_MORE_MS, DAY_AND_MORE_MS);
                    self.tick()?;
                }
                // What was said of a model may only be taken back after a day.
                _ if self.is_a_model_in_trouble() && !std::mem::replace(&mut self.models_waited_for, true) => {
                    self.now = self.in_millis(DAY_AND_MORE_MS, DAY_AND_MORE_MS);
                    self.tick()?;
                }
                _ if !std::mem::replace(&mut self.stars_read, true) => self.read_stars(StarReading::AskedFor(None)),
                _ => return self.check_at_end(),
            }
        }
        self.check_at_end()?;
        ensure(false, "nothing is due for ever", || {
            let provider = self.is_provider_blocked();
            format!("still busy after {STEPS_MAX} steps: {:?}, blocked: {provider}", self.next_due())
        })
    }

    /// The pause between two looks at the provider: when all is well the minutes of a day would be most of a history.
    pub(crate) fn watch_pause(&self) -> i64 {
        match self.calm_since {
            Some(since) if self.now.duration_since(since).as_secs() < 180 => 60_000,
            Some(_) if self.is_provider_blocked() => 600_000,
            Some(_) => 40 * 3_600_000,
            None => 60_000,
        }
    }

    /// Whether the bot believes that the provider takes no orders.
    fn is_provider_blocked(&self) -> bool {
        let sql = "SELECT 1 FROM meta WHERE name = 'provider_blocked' AND value <> ''";
        self.connection.prepare_cached(sql).unwrap().exists([]).unwrap()
    }

    fn next_due(&mut self) -> Option<Timestamp> {
        if let Some((events, due)) = self.next_due
            && events == self.coverage.events
        {
            return due;
        }
        let due = self.read_next_due();
        self.next_due = Some((self.coverage.events, due));
        due
    }

    fn read_next_due(&self) -> Option<Timestamp> {
        let millis = |duration: jiff::SignedDuration| i64::try_from(duration.as_millis()).unwrap();
        let ages = [millis(self.files.queue_age_max), millis(self.files.undelivered_age_max)];
        let due: Option<i64> =
            self.connection.prepare_cached(NEXT_DUE).unwrap().query_row(ages, |row| row.get(0)).unwrap();
        due.map(|due| Timestamp::from_millisecond(due).unwrap())
    }

    fn asks_after_failed_jobs(&self) -> bool {
        let sql = "SELECT 1 FROM outbox JOIN jobs ON id = key
                   WHERE kind = 'publish' AND due IS NOT NULL AND progress = 'failed'";
        self.connection.prepare_cached(sql).unwrap().exists([]).unwrap()
    }

    /// Whether people may be warned of a model.
    fn is_a_model_in_trouble(&self) -> bool {
        let sql = "SELECT 1 FROM models WHERE failing_since IS NOT NULL";
        self.connection.prepare_cached(sql).unwrap().exists([]).unwrap()
    }

    /// Whether Telegram dates a payment before the database was begun: the clock was set back since then.
    fn is_older_than_the_database(&self, charge: &str) -> bool {
        let born = "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'born'";
        let born: i64 = self.connection.prepare_cached(born).unwrap().query_row([], |row| row.get(0)).unwrap();
        let mut listed = self.chats.stars.transactions.iter();
        listed.any(|transaction| transaction.id == charge && transaction.at.as_millisecond() < born)
    }

    fn check_at_end(&self) -> Result<(), Violation> {
        self.audit()?;
        self.every_update_was_handled()?;
        ensure(!self.is_a_model_in_trouble(), "a model that has failed comes back", String::new)?;
        for job in self.model.jobs.values() {
            self.check_end_of(job)?;
            self.check_record_of(job)?;
            self.check_times_of(job)?;
        }
        for (charge, payment) in &self.model.paid {
            self.was_told(payment.user, &format!("receipt:{charge}"), "the receipt of every payment is told")?;
        }
        for charge in &self.model.foreign {
            let older = format!("older-payments:{OPERATOR}");
            if !(self.is_older_than_the_database(charge) && self.chats.notices_shown.contains(&older)) {
                let told = "the operator is told of a foreign payment";
                self.was_told(OPERATOR, &format!("foreign:{charge}:{OPERATOR}"), told)?;
            }
        }
        for (user, notice) in self.model.told_of_links() {
            self.was_told(user, &notice, "everybody is told what came of their links")?;
        }
        self.books_agree()?;
        for (notice, user) in self.model.subscriptions.told() {
            self.was_told(user, &notice, "everybody is told how their subscription goes on")?;
        }
        let payments: Vec<_> = self.chats.charges.iter().map(|(payment, from)| (payment.clone(), from.id)).collect();
        self.model.broadcasts.check_at_end(&self.connection)?;
        self.model.check_refunds(&self.chats.stars.returned, &payments)?;
        for (charge, refund) in self.model.returned() {
            self.was_told(refund.user, &format!("returned:{charge}"), "everybody is told when credits are taken back")?;
        }
        Ok(())
    }

    /// The list was read to its end when everything was at rest.
    fn books_agree(&self) -> Result<(), Violation> {
        let sql = "SELECT value FROM meta WHERE name = 'star_difference'";
        let difference: String =
            self.connection.prepare_cached(sql).unwrap().query_row([], |row| row.get(0)).unwrap_or_default();
        ensure(difference == "0", "the books agree with Telegram's balance", || difference)
    }

    fn check_end_of(&self, job: &Job) -> Result<(), Violation> {
        let ended = [Progress::Delivered, Progress::Failed, Progress::Cancelled, Progress::Undeliverable];
        let at_rest = ended.contains(&job.progress) && job.money != Money::Held;
        ensure(at_rest, "every job ends and its money is settled", || format!("{job:?}"))?;
        let videos = self.chats.videos.get(&job.id).copied().unwrap_or_default();
        let has_it = job.progress != Progress::Delivered || videos > 0;
        ensure(has_it, "a video that counts as delivered is in the chat", || format!("{job:?}"))?;
        let reachable = can_be_reached(&self.people, job.user);
        let told = !reachable || job.is_told;
        ensure(told, "the chat is told how each job ended", || format!("{job:?}"))?;
        let excused = self.chats.refused.contains(&job.id.to_string()) || self.model.shown_twice.contains(&job.id);
        if reachable && !excused {
            self.check_status_messages(job)?;
        }
        let second = format!("{SECOND_ORDER}{}", job.id);
        let goes_on = self.model.jobs.values().any(|other| other.form == second);
        if job.progress == Progress::Failed && reachable && !goes_on {
            let reason = job.failure.clone().unwrap_or_default();
            self.was_told(job.user, &format!("failed:{}:{reason}", job.id), "everybody is told why a job failed")?;
        }
        Ok(())
    }

    /// Once nothing goes wrong any more, a job ends within its bound, and not for want of a message.
    fn check_times_of(&self, job: &Job) -> Result<(), Violation> {
        let times = self.model.times.get(&job.id).copied().unwrap_or_default();
        let (Some(calm_since), Some(ended_at)) = (self.calm_since, times.ended_at) else { return Ok(()) };
        let is_put_off = self.chats.results.get(&job.id).is_some_and(|file| file.is_put_off);
        let waits = !can_be_reached(&self.people, job.user) || is_put_off;
        let kept_for = if waits { KEPT_FOR } else { SignedDuration::ZERO };
        let in_time = ended_at <= calm_since + ENDS_WITHIN + kept_for;
        ensure(in_time, "every job ends within its bound", || {
            format!("at {ended_at}, calm since {calm_since}: {job:?}")
        })?;
        let had_time = times.published_at.is_some_and(|at| at + LOST_WITHIN >= calm_since);
        let is_lost = times.was_given_up && job.progress == Progress::Failed && had_time && ended_at > calm_since;
        let was_taken = self.record_of(job.id).is_some();
        ensure(!is_lost || was_taken, "an order that was lost on its way is published again", || format!("{job:?}"))
    }

    /// What the workers know of it must have come to rest, and have come to the bot.
    fn check_record_of(&self, job: &Job) -> Result<(), Violation> {
        let Some(record) = self.record_of(job.id) else { return Ok(()) };
        let at_rest = record.body.state.ended_at().is_some() && record.due.is_none();
        ensure(at_rest, "every record of the workers ends", || format!("{record:?}"))?;
        ensure(!record.unreported, "nothing is left that the bot must hear", || format!("{record:?}"))?;
        let State::Succeeded { at, .. } = record.body.state else { return Ok(()) };
        let could_have_it = matches!(job.progress, Progress::Delivered | Progress::Undeliverable);
        // The bot asks for a day after it has given up. A clock that jumps by days may find a video later.
        let render = SignedDuration::from_secs(record.body.render_seconds_max.into());
        let asked_until = record.body.order.submit_before + render + ASKED_FOR;
        // What waited when the bot was put back may be cancelled, or too old, though its video was made before.
        let was_put_back =
            self.put_back_jobs.contains(&job.id) && matches!(job.progress, Progress::Cancelled | Progress::Failed);
        let excused = self.falsely_reported.contains(&job.id) || at > asked_until || was_put_back;
        ensure(could_have_it || excused, "a video that was made is delivered", || format!("{job:?}: {record:?}"))
    }

    /// No message may go on saying that a job is under way when it has ended.
    fn check_status_messages(&self, job: &Job) -> Result<(), Violation> {
        for (place, shown) in &self.chats.shown {
            let Some((_, version)) = shown.status.filter(|(id, _)| *id == job.id && shown.is_known) else { continue };
            ensure(version == job.status_attempts, "no chat is left with an old status", || {
                format!("message {place:?} shows attempt {version}: {job:?}")
            })?;
        }
        Ok(())
    }

    fn was_told(&self, user: UserId, notice: &str, invariant: &'static str) -> Result<(), Violation> {
        let excused = !can_be_reached(&self.people, user) || self.chats.refused.contains(notice);
        ensure(excused || self.chats.notices_shown.contains(notice), invariant, || notice.to_owned())
    }
}
