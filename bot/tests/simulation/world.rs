//! The world round the bot's process, and the course of one history.

use bot::core::Rules;
use bot::core::event::{Event, IncomingUpdate};
use bot::core::update::Update;
use bot::store::Store;
use jiff::{SignedDuration, Timestamp};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use shared::job::WorkerMessageBody;

use super::books::{Books, ensure};
use super::coverage::{Coverage, Fault, Met};
use super::happening::{Agenda, Happening};
use super::people::Person;
use super::process::Fate;
use super::telegram::Chats;
use super::workers::Workers;
use super::{Violation, Wiring, market};

/// An empty database. Plans do not depend on values, so that no statement is prepared again for another one.
fn connection() -> Connection {
    let connection = Store::in_memory().unwrap();
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).unwrap();
    connection
}

/// Telegram forgets updates that are older.
const UPDATE_AGE_MAX: SignedDuration = SignedDuration::from_hours(24);

/// See the module.
#[derive(Debug)]
pub(super) struct World<'w> {
    pub(super) wiring: &'w dyn Wiring,
    /// The world's dice.
    pub(super) random: StdRng,
    /// The core's.
    pub(super) core_random: StdRng,
    pub(super) now: Timestamp,
    pub(super) connection: Connection,
    pub(super) rules: &'static Rules,
    pub(super) queue_open: bool,
    /// Whether things go wrong.
    pub(super) faults_on: bool,
    pub(super) agenda: Agenda,
    pub(super) people: Vec<Person>,
    pub(super) chats: Chats,
    pub(super) workers: Workers,
    pub(super) books: Books,
    pub(super) coverage: Coverage,
    pub(super) trace: Option<Vec<String>>,
    /// Updates that Telegram has sent, with their time.
    pub(super) sent: Vec<(i64, Timestamp)>,
}

impl<'w> World<'w> {
    pub(super) fn new(seed: u64, wiring: &'w dyn Wiring, traced: bool) -> Self {
        let mut random = StdRng::seed_from_u64(seed);
        let mut people: Vec<Person> = (1..=random.random_range(1..=3)).map(|id| Person::new(id, &mut random)).collect();
        people.push(Person::operator(&mut random));
        Self {
            wiring,
            core_random: StdRng::seed_from_u64(!seed),
            now: Timestamp::from_second(1_800_000_000).unwrap(),
            connection: connection(),
            rules: &market::rules()[0],
            queue_open: true,
            faults_on: false,
            agenda: Agenda::default(),
            people,
            chats: Chats::default(),
            workers: Workers::default(),
            books: Books::default(),
            coverage: Coverage::of_one(),
            trace: traced.then(Vec::new),
            sent: Vec::new(),
            random,
        }
    }

    /// Everybody does as they like, and everything goes wrong that can.
    pub(super) fn live(&mut self) -> Result<(), Violation> {
        self.begin()?;
        for _ in 0..self.random.random_range(90..190) {
            self.now = self.in_millis(0, 400);
            match self.random.random_range(0..100) {
                0..12 => self.somebody_acts(),
                12..50 if self.agenda.len() < 5 => self.somebody_acts(),
                12..93 if self.agenda.len() == 0 => self.somebody_acts(),
                12..93 => self.something_happens()?,
                93..97 => self.time_passes()?,
                97..99 => self.weather(),
                _ => self.die_idle()?,
            }
        }
        Ok(())
    }

    /// The first steps, undisturbed: most people buy credits, and the workers say that they are there.
    fn begin(&mut self) -> Result<(), Violation> {
        self.submit(&Event::Started)?;
        if self.chance(85) {
            self.provider_says(None);
        }
        // The last one is the operator.
        for index in 0..self.people.len() - 1 {
            if self.chance(85) {
                self.press(index, (0, "pack:5".to_owned()));
                self.let_happen_what_is_under_way()?;
                self.pay(index);
                self.let_happen_what_is_under_way()?;
            }
            // Some get as far as the summary of their order.
            for _ in 0..self.random.random_range(0..8) {
                if !self.people[index].sees(":go:") {
                    self.go_on_with_order(index);
                    self.let_happen_what_is_under_way()?;
                }
            }
        }
        self.faults_on = true;
        Ok(())
    }

    fn let_happen_what_is_under_way(&mut self) -> Result<(), Violation> {
        while let Some(first) = self.agenda.first() {
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
                if matches!(self.agenda.get(other), Happening::Update(_)) {
                    self.meet(Fault::UpdateOutOfOrder);
                }
            }
        }
        self.happen(index)
    }

    /// Does what is under way at this place of the agenda.
    pub(super) fn happen(&mut self, index: usize) -> Result<(), Violation> {
        self.now = self.now.max(self.agenda.at(index));
        match self.agenda.take(index) {
            Happening::Update(update) => self.deliver_update(*update),
            Happening::Worker(body) => self.deliver_worker_message(body),
            Happening::Job(job) => self.take_job(&job),
            Happening::Call(call) => {
                self.perform(call, true);
                Ok(())
            }
            Happening::Report(event) => self.report(&event),
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
            self.agenda.push(at, Happening::Update(Box::new(update)));
        }
        Ok(())
    }

    fn deliver_worker_message(&mut self, body: WorkerMessageBody) -> Result<(), Violation> {
        if self.submit(&Event::Worker(body.clone()))? != Fate::Committed {
            let at = self.in_millis(100, 3_000);
            self.agenda.push(at, Happening::Worker(body));
        }
        Ok(())
    }

    /// The clock ticks; now and then it jumps first.
    fn time_passes(&mut self) -> Result<(), Violation> {
        match self.random.random_range(0..12) {
            0 => {
                self.meet(Fault::ClockForwards);
                // Not so far that Telegram forgets what the bot has not heard yet.
                let updates_wait =
                    (0..self.agenda.len()).any(|index| matches!(self.agenda.get(index), Happening::Update(_)));
                let most = if updates_wait || self.chance(70) { 3 * 3_600_000 } else { 8 * 24 * 3_600_000 };
                self.now = self.in_millis(60_000, most);
            }
            1 => {
                self.meet(Fault::ClockBackwards);
                self.now = self.in_millis(-120_000, -1);
            }
            _ => self.now = self.in_millis(1_000, 40_000),
        }
        self.tick()
    }

    pub(super) fn tick(&mut self) -> Result<(), Violation> {
        if !self.wiring.ticks() {
            return Ok(());
        }
        self.submit(&Event::Tick).map(drop)
    }

    pub(super) fn change_rules(&mut self) {
        let [first, second] = market::rules();
        self.rules = if std::ptr::eq(self.rules, first) { second } else { first };
    }

    /// Whether it happens, so many times in a hundred.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.random.random_range(0..100) < percent
    }

    /// Whether this goes wrong now, so many times in a hundred.
    pub(super) fn goes_wrong(&mut self, fault: Fault, percent: u32) -> bool {
        let wrong = self.chance(percent) && self.faults_on;
        if wrong {
            self.meet(fault);
        }
        wrong
    }

    pub(super) fn meet(&mut self, fault: Fault) {
        self.coverage.meet(Met::Fault(fault));
    }

    pub(super) fn note(&mut self, line: &str) {
        let now = self.now;
        if let Some(trace) = &mut self.trace {
            trace.push(format!("{now} {line}"));
        }
    }

    /// Nothing that Telegram still has may be lost.
    pub(super) fn every_update_was_handled(&self) -> Result<(), Violation> {
        for (update, _) in &self.sent {
            let handled = self.books.answers.contains_key(update);
            ensure(handled, "every update is handled", || format!("update {update} is lost"))?;
        }
        Ok(())
    }
}
