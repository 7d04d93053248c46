//! The world round the bot and the workers, and the course of one history.

use std::collections::BTreeSet;
use std::sync::Arc;

use bot::core::Policy;
use bot::core::event::{Event, IncomingUpdate};
use bot::core::shop::InForce;
use bot::core::update::Update;
use jiff::{SignedDuration, Timestamp};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use rusqlite::Connection;
use shared::clock::SETTLES_WITHIN;
use shared::job::{JobId, WorkerMessageBody};

use crate::backend::Backend;
use crate::copies::Copies;
use crate::coverage::{Coverage, Fault, Met};
use crate::event::{Agenda, WorldEvent};
use crate::interests::Interests;
use crate::model::{Model, ensure};
use crate::people::Person;
use crate::power_cuts::Synced;
use crate::process::Fate;
use crate::selection::{History, Selection};
use crate::telegram::Chats;
use crate::thread_cache::ThreadCache;
use crate::workers::Workers;
use crate::{Violation, Wiring, catalog_fixture};

/// Turns after which a history ends however little has happened.
const TURNS_MAX: u32 = 4_000;

/// Stands for all that follows the last turn.
const SETTLING: u32 = u32::MAX;

/// Telegram forgets updates that are older.
const UPDATE_AGE_MAX: SignedDuration = SignedDuration::from_hours(24);

/// See the module.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) wiring: &'static dyn Wiring,
    seed: u64,
    /// Which turns are played. All, if there is none.
    selection: Option<Selection>,
    /// The number of the turn that is played.
    pub(crate) turn: u32,
    /// The world's dice, new ones for each turn.
    pub(crate) random: StdRng,
    /// The core's, likewise.
    pub(crate) core_random: StdRng,
    pub(crate) now: Timestamp,
    pub(crate) connection: Connection,
    /// What the settings and the catalogue say.
    pub(crate) files: &'static Arc<Policy>,
    /// What the core's process holds of what is in force.
    pub(crate) in_force: InForce,
    pub(crate) queue_open: bool,
    /// Whether things go wrong.
    pub(crate) faults_on: bool,
    pub(crate) agenda: Agenda,
    pub(crate) interests: Interests,
    pub(crate) people: Vec<Person>,
    pub(crate) chats: Chats,
    pub(crate) workers: Workers,
    pub(crate) backend: Backend,
    pub(crate) model: Model,
    pub(crate) coverage: Coverage,
    pub(crate) digest: u64,
    pub(crate) trace: Option<Vec<String>>,
    /// Updates that Telegram has sent, with their time.
    pub(crate) sent: Vec<(i64, Timestamp)>,
    /// Jobs of which something was said that no worker has said.
    pub(crate) falsely_reported: BTreeSet<JobId>,
    /// When the core should look again, as it was after so many events.
    pub(crate) next_due: Option<(u64, Option<Timestamp>)>,
    /// Whether Telegram's list was read a last time.
    pub(crate) stars_read: bool,
    /// Whether time was given to models that had failed.
    pub(crate) models_waited_for: bool,
    /// Since when nothing goes wrong any more.
    pub(crate) calm_since: Option<Timestamp>,
    /// From when to when the clock was set forward.
    pub(crate) jumps: Vec<(Timestamp, Timestamp)>,
    /// From when on the bot's clock is settled again.
    settled_from: Timestamp,
    /// What a power cut would leave.
    pub(crate) synced: Synced,
    /// The last backup.
    pub(crate) copies: Option<Copies>,
    /// Updates that the bot has heard, and forgotten when its database was put back.
    pub(crate) forgotten_updates: BTreeSet<i64>,
    /// Jobs that waited in a database that was put back, or were placed after its copy: what became of them may be known to
    /// others only.
    pub(crate) put_back_jobs: BTreeSet<JobId>,
}

impl World {
    pub(crate) fn new(history: &History, wiring: &'static dyn Wiring, cache: &mut ThreadCache, traced: bool) -> Self {
        let seed = history.seed;
        let mut random = StdRng::seed_from_u64(seed);
        let mut people: Vec<Person> = (1..=random.random_range(1..=3)).map(|id| Person::new(id, &mut random)).collect();
        people.push(Person::operator(&mut random));
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let has_callbacks = random.random_bool(0.6);
        let settings = Workers::settings(has_callbacks, if seed.is_multiple_of(3) { 2 } else { 1 });
        let workers = Workers::new(random.random_range(1..=3), cache.workers_store(), settings);
        let backend = Backend::new(seed, now);
        let is_about_the_provider = backend.state().kie.takes_long_to_know();
        let interests = if is_about_the_provider { Interests::NONE } else { Interests::of_history(&mut random) };
        let (connection, files) = (cache.connection(), &catalog_fixture::policies()[0]);
        Self {
            wiring,
            seed,
            selection: history.selection.clone(),
            turn: 0,
            core_random: StdRng::seed_from_u64(!seed),
            now,
            in_force: InForce::read(&connection, Arc::clone(files)).unwrap(),
            connection,
            files,
            queue_open: true,
            faults_on: false,
            agenda: Agenda::default(),
            interests,
            people,
            chats: Chats::of_history(seed),
            workers,
            backend,
            model: Model::default(),
            coverage: Coverage::of_one(),
            digest: 0,
            trace: traced.then(Vec::new),
            sent: Vec::new(),
            falsely_reported: BTreeSet::new(),
            next_due: None,
            stars_read: false,
            models_waited_for: false,
            calm_since: None,
            jumps: Vec::new(),
            settled_from: now,
            synced: Synced::default(),
            copies: None,
            forgotten_updates: BTreeSet::new(),
            put_back_jobs: BTreeSet::new(),
            random,
        }
    }

    /// Everybody does as they like, and everything goes wrong that can.
    pub(crate) fn live(&mut self) -> Result<(), Violation> {
        let mut events = self.random.random_range(38..76);
        if self.backend.state().kie.takes_long_to_know() {
            events *= 6;
        }
        self.begin()?;
        for _ in 0..TURNS_MAX {
            let is_over = match &self.selection {
                None => self.coverage.events >= events,
                Some(selection) => self.turn >= selection.turns.last(),
            };
            if is_over {
                break;
            }
            if self.next_turn() {
                self.faults_on = self.selection.as_ref().is_none_or(|selection| selection.faults.contains(self.turn));
                self.take_turn()?;
            }
        }
        self.new_dice(SETTLING);
        Ok(())
    }

    fn take_turn(&mut self) -> Result<(), Violation> {
        self.power_may_fail()?;
        if self.an_order_waits() && self.chance(50) {
            self.make_copies();
        }
        // The moment at which a copy does harm: what waited in it has been bought since.
        if self.faults_on
            && self.copies.as_ref().is_some_and(|copies| copies.are_overtaken(&self.model))
            && self.chance(10)
        {
            return self.put_bot_back();
        }
        self.now = self.in_millis(0, 300);
        match self.random.random_range(0..1_000) {
            0..100 => self.somebody_acts(),
            100..300 if self.agenda.busy() < 5 => self.somebody_acts(),
            100..970 if self.agenda.busy() == 0 => self.somebody_acts(),
            100..970 => self.something_happens()?,
            970..984 => self.time_passes()?,
            984..995 => self.inject_fault()?,
            _ => self.die_idle()?,
        }
        Ok(())
    }

    /// Begins the next turn. False if it is to be left out.
    pub(crate) fn next_turn(&mut self) -> bool {
        self.turn += 1;
        let is_kept = self.selection.as_ref().is_none_or(|selection| selection.turns.contains(self.turn));
        if is_kept {
            self.new_dice(self.turn);
        }
        is_kept
    }

    /// Gives a turn dice of its own, so that it throws the same ones when turns before it are left out.
    fn new_dice(&mut self, turn: u32) {
        let seed = self.seed.wrapping_add(u64::from(turn).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        self.random = StdRng::seed_from_u64(seed);
        self.core_random = StdRng::seed_from_u64(!seed);
        self.backend.new_dice(seed);
    }

    pub(crate) fn let_happen_what_is_under_way(&mut self) -> Result<(), Violation> {
        let until = self.in_millis(30_000, 30_000);
        while self.agenda.busy() > 0
            && let Some(first) = self.agenda.first()
            && self.agenda.at(first) <= until
        {
            self.happen(first)?;
        }
        Ok(())
    }

    /// Does the earliest of what is under way, or another one.
    fn something_happens(&mut self) -> Result<(), Violation> {
        let Some(first) = self.agenda.first() else { return Ok(()) };
        let mut index = first;
        if self.chance(15) {
            let other = self.random.random_range(0..self.agenda.len());
            if self.agenda.get(other).may_overtake() && other != first {
                index = other;
                if matches!(self.agenda.get(other), WorldEvent::Update(_)) {
                    self.meet(Fault::UpdateOutOfOrder);
                }
            }
        }
        self.happen(index)
    }

    /// Does what is under way at this place of the agenda.
    pub(crate) fn happen(&mut self, index: usize) -> Result<(), Violation> {
        self.now = self.now.max(self.agenda.at(index));
        match self.agenda.take(index) {
            WorldEvent::Update(update) => self.deliver_update(*update),
            WorldEvent::Worker(body) => self.deliver_worker_message(body),
            WorldEvent::Job(job) => self.take_job(job),
            WorldEvent::Callback(callback) => self.take_callback(callback),
            WorldEvent::Step(task) => self.step(task),
            WorldEvent::Sweep => self.sweep(),
            WorldEvent::ReportToBot => self.report_to_bot(),
            WorldEvent::Watch(worker) | WorldEvent::ExtraWatch(worker) => self.watch(worker),
            WorldEvent::WorkerStarts(worker) => self.start_worker(worker),
            WorldEvent::WorkerEnds(worker) => self.kill_worker(worker),
            WorldEvent::Call(call) => {
                self.perform(call, true);
                Ok(())
            }
            WorldEvent::Report(event) => self.report(&event),
            WorldEvent::ReadStars(reading) => {
                self.read_stars(reading);
                Ok(())
            }
            WorldEvent::Stars(event) => self.hear_of_stars(event),
        }
    }

    fn deliver_update(&mut self, update: Update) -> Result<(), Violation> {
        let sent_at = self.sent.iter().find(|(id, _)| *id == update.update_id).map_or(self.now, |(_, at)| *at);
        if self.now.duration_since(sent_at) > UPDATE_AGE_MAX {
            return Ok(());
        }
        let event =
            Event::Update(Box::new(IncomingUpdate { update: update.clone(), raw: "{}".to_owned(), unreadable: None }));
        let again = match self.submit(&event)? {
            Fate::Committed => return Ok(()),
            Fate::RolledBack => !self.wiring.acknowledges_early(),
            Fate::CommittedThenDied => {
                let again = self.chance(75);
                self.meet(if again { Fault::UpdateComesAgainAfterCrash } else { Fault::AnswerLostInCrash });
                again
            }
        };
        if again {
            let at = self.in_millis(100, 3_000);
            self.agenda.push(at, WorldEvent::Update(Box::new(update)));
        }
        Ok(())
    }

    fn deliver_worker_message(&mut self, body: WorkerMessageBody) -> Result<(), Violation> {
        if self.submit(&event_of(body.clone()))? != Fate::Committed {
            let at = self.in_millis(100, 3_000);
            self.agenda.push(at, WorldEvent::Worker(body));
        }
        Ok(())
    }

    /// The clock ticks; now and then it jumps first.
    fn time_passes(&mut self) -> Result<(), Violation> {
        if self.chance(20) {
            self.clock_jumps();
        } else {
            self.now = self.in_millis(1_000, 40_000);
        }
        self.tick()
    }

    /// The clock makes a step, or the process starts: for a while nobody vouches for the time.
    pub(crate) fn clock_steps(&mut self) {
        self.settled_from = self.now.saturating_add(SETTLES_WITHIN).unwrap();
    }

    /// Time goes on evenly from here.
    pub(crate) const fn clock_settles(&mut self) {
        self.settled_from = self.now;
    }

    /// Whether the bot may rely on its clock.
    pub(crate) fn clock_is_settled(&self) -> bool {
        self.now >= self.settled_from
    }

    pub(crate) fn tick(&mut self) -> Result<(), Violation> {
        self.submit(&Event::Tick).map(drop)
    }

    /// Whether it happens, so many times in a hundred.
    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.random.random_range(0..100) < percent
    }

    /// Whether this goes wrong now, so many times in a hundred.
    pub(crate) fn goes_wrong(&mut self, fault: Fault, percent: u32) -> bool {
        let wrong = self.chance(percent) && self.faults_on;
        if wrong {
            self.meet(fault);
        }
        wrong
    }

    pub(crate) fn meet(&mut self, fault: Fault) {
        self.coverage.meet(Met::Fault(fault));
    }

    pub(crate) fn note(&mut self, line: &str) {
        let (turn, now) = (self.turn, self.now);
        if let Some(trace) = &mut self.trace {
            trace.push(format!("{turn:>4} {now} {line}"));
        }
    }

    /// Nothing that Telegram still has may be lost.
    pub(crate) fn every_update_was_handled(&self) -> Result<(), Violation> {
        for (update, _) in &self.sent {
            let handled = self.model.answers.contains_key(update) || self.forgotten_updates.contains(update);
            ensure(handled, "every update is handled", || format!("update {update} is lost"))?;
        }
        Ok(())
    }
}

/// What a worker says, as the bot's core hears it.
fn event_of(body: WorkerMessageBody) -> Event {
    match body {
        WorkerMessageBody::Job(event) => Event::Job(event),
        WorkerMessageBody::Provider(state) => Event::Provider(state),
    }
}
