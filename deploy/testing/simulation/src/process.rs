//! The bot's process: one transaction per event, effects after the commit, and death at any moment in between.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use bot::core::effect::{Attempt, Effect, Reply, Work};
use bot::core::event::{Event, Outcome, Receipt, Report};
use bot::core::shop::InForce;
use bot::core::ticket::Kind;
use bot::core::{self, Context};
use bot::store::audit::audit;
use jiff::SignedDuration;
use rand::Rng as _;
use rusqlite::TransactionBehavior;

use crate::coverage::{CrashPoint, Fault, Met};
use crate::event::{Call, StarReading, WorldEvent};
use crate::model::Commit;
use crate::world::World;
use crate::{Violation, catalog_fixture, database};

/// Events between two full audits; the model are compared after every one.
const AUDIT_EVERY: u64 = 20;

/// What became of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Committed, and the process goes on.
    Committed,
    /// Committed, and then the process died.
    CommittedThenDied,
    /// The process died before the commit.
    RolledBack,
}

impl World {
    /// Hands an event to the core, and kills the process now and then.
    pub(crate) fn submit(&mut self, event: &Event) -> Result<Fate, Violation> {
        if self.trace.is_some() {
            self.note(&format!("event {event:?}"));
        }
        let fate = self.transact(event, true)?;
        if let Some(extra) = self.wiring.also(event) {
            self.transact(&extra, false)?;
        }
        if fate != Fate::Committed {
            self.restart()?;
        }
        Ok(fate)
    }

    /// The process dies between two events.
    pub(crate) fn die_idle(&mut self) -> Result<(), Violation> {
        self.coverage.meet(Met::Crash(CrashPoint::Idle));
        self.restart()
    }

    /// One transaction. `known` is false for an event that a planted fault slips in: the world knows nothing of it.
    fn transact(&mut self, event: &Event, known: bool) -> Result<Fate, Violation> {
        let crash = self.draw_crash();
        self.update_digest(event);
        let truth = if known { event } else { &Event::Tick };
        let checkout = self.expected_checkout(truth);
        let (policy, in_force) = (self.policy(), self.wiring.in_force(self.in_force.policy()));
        let clock_is_settled = self.clock_is_settled();
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let mut context = Context {
            now: self.now,
            random: &mut self.core_random,
            policy: &in_force,
            queue_open: self.queue_open,
            clock_is_settled: clock_is_settled || !self.wiring.notices_steps_of_the_clock(),
        };
        let handled = catch_unwind(AssertUnwindSafe(|| core::handle(&transaction, &mut context, event)));
        let broken =
            |what: String| Violation { invariant: "every event can be handled", what: format!("{what}: {event:?}") };
        let mut effects = match handled {
            Ok(Ok(effects)) => effects,
            Ok(Err(error)) => return Err(broken(format!("{error:?}"))),
            Err(_panic) => return Err(broken("a panic".to_owned())),
        };
        self.coverage.events += 1;
        if crash == Some(CrashPoint::BeforeCommit) {
            transaction.rollback().unwrap();
            if self.wiring.acts_early() {
                effects.into_iter().for_each(|effect| self.execute(effect));
            }
            self.note("… rolled back");
            return Ok(Fate::RolledBack);
        }
        transaction.commit().unwrap();
        self.bot_committed(event, &effects);
        self.in_force.follow(&self.connection, &effects).unwrap();
        self.wiring.after_commit(&self.connection);
        let commit = Commit {
            event: truth,
            effects: &effects,
            now: self.now,
            clock_is_settled,
            connection: &self.connection,
            policy: &policy,
            checkout,
        };
        self.model.check(&commit, &mut self.coverage)?;
        if self.coverage.events.is_multiple_of(AUDIT_EVERY) {
            self.audit()?;
        }
        if let Some(point) = crash {
            effects.truncate(if point == CrashPoint::EffectsLost { 0 } else { effects.len() / 2 });
        }
        effects.into_iter().for_each(|effect| self.execute(effect));
        Ok(if crash.is_some() { Fate::CommittedThenDied } else { Fate::Committed })
    }

    /// Adds an event to what tells this history from others.
    fn update_digest(&mut self, event: &Event) {
        let mut hasher = DefaultHasher::new();
        (self.digest, self.now, std::mem::discriminant(event)).hash(&mut hasher);
        self.digest = hasher.finish();
    }

    fn draw_crash(&mut self) -> Option<CrashPoint> {
        let point = match self.random.random_range(0..120) {
            0 => CrashPoint::BeforeCommit,
            1 => CrashPoint::EffectsLost,
            2 => CrashPoint::EffectsCutShort,
            _ => return None,
        };
        if !self.faults_on {
            return None;
        }
        self.coverage.meet(Met::Crash(point));
        Some(point)
    }

    /// What the process had in hand is gone; a new one starts, now and then with another policy.
    pub(crate) fn restart(&mut self) -> Result<(), Violation> {
        self.note("the process dies and starts again");
        for lost in self.agenda.lose_what_is_in_process() {
            // What was on its way to Telegram may have arrived all the same.
            if let WorldEvent::Call(call) = lost
                && self.chance(30)
            {
                self.perform(call, false);
            }
        }
        self.agenda.lose_what_is_in_process();
        self.model.crashed();
        if self.faults_on && self.chance(20) {
            self.meet(Fault::PolicyChanged);
            let [first, second] = catalog_fixture::policies();
            self.files = if Arc::ptr_eq(self.files, first) { second } else { first };
        }
        self.read_shop();
        self.clock_steps();
        self.submit(&Event::Started)?;
        self.plan_reading();
        Ok(())
    }

    /// A process that starts reads what operators have decided.
    pub(crate) fn read_shop(&mut self) {
        let nothing = (!self.wiring.reads_shop_at_start()).then(database::fresh);
        let connection = nothing.as_ref().unwrap_or(&self.connection);
        self.in_force = InForce::read(connection, Arc::clone(self.files)).unwrap();
    }

    /// Checks every invariant of the ledger and the jobs.
    pub(crate) fn audit(&self) -> Result<(), Violation> {
        let found = audit(&self.connection).unwrap();
        match found.findings.iter().find(|(_, violations)| !violations.is_empty()) {
            Some((invariant, violations)) => Err(Violation { invariant, what: violations.join("; ") }),
            None => Ok(()),
        }
    }

    fn execute(&mut self, effect: Effect) {
        if self.trace.is_some() {
            self.note(&format!("  effect {effect:?}"));
        }
        match effect {
            Effect::Reply(reply) => self.call(chat_of(&reply), Call::Reply(reply)),
            Effect::Attempt(Attempt { work: Work::Publish(job), .. }) => self.publish(job),
            Effect::Attempt(attempt) => match attempt.work {
                Work::Refund { .. } | Work::EditSubscription(_) => {
                    let at = self.in_millis(20, 1_500);
                    self.agenda.push(at, WorldEvent::Call(Call::Attempt(attempt)));
                }
                Work::CheckImage { .. } => self.call(0, Call::Attempt(attempt)),
                Work::Publish(_) | Work::Deliver(_) | Work::Tell(_) | Work::ShowStats(_) => {
                    self.call(attempt.user.0, Call::Attempt(attempt))
                }
            },
            Effect::ReadStars { asked_by } => {
                let at = self.in_millis(5, 100);
                self.agenda.push(at, WorldEvent::ReadStars(StarReading::AskedFor(asked_by)));
            }
            // Nobody in these histories wants it, and nothing hangs on it.
            Effect::ReadPriceList | Effect::ShowStats(_) => {}
            // It was read after the commit.
            Effect::ReadShop => {}
        }
    }

    /// Puts a call behind the others to the same chat.
    fn call(&mut self, chat: i64, call: Call) {
        // Answers to queries go first.
        let soon = self.in_millis(0, if chat == 0 { 200 } else { 2_000 });
        let free_at = self.chats.free_at.entry(chat).or_insert(soon);
        *free_at = soon.max(*free_at);
        let at = *free_at;
        self.agenda.push(at, WorldEvent::Call(call));
    }

    /// The core hears how a call ended.
    pub(crate) fn report(&mut self, event: &Event) -> Result<(), Violation> {
        let event = &self.as_reported(event);
        let fate = self.submit(event)?;
        if let Event::Reported(Report { ticket, outcome: Outcome::Done(Receipt::Message(message)) }) = event
            && ticket.kind == Kind::Status
            && fate != Fate::RolledBack
        {
            let job = ticket.key.parse().ok();
            let user = job.and_then(|job| self.model.jobs.get(&job)).map_or(0, |job| job.user.0);
            if let Some(shown) = self.chats.shown.get_mut(&(user, message.0)) {
                shown.is_known = true;
            }
        }
        Ok(())
    }

    /// The report as the core hears it: a planted fault may take it for that of a newer attempt.
    fn as_reported(&self, event: &Event) -> Event {
        let Event::Reported(report) = event else { return event.clone() };
        let sql = "SELECT attempts FROM outbox WHERE kind = ?1 AND key = ?2";
        let key = (report.ticket.kind, &report.ticket.key);
        let newest = self.connection.prepare_cached(sql).unwrap().query_row(key, |row| row.get(0)).unwrap_or_default();
        Event::Reported(self.wiring.reported(report.clone(), newest))
    }

    /// A moment from now.
    pub(crate) fn in_millis(&mut self, least: i64, most: i64) -> jiff::Timestamp {
        self.now.saturating_add(SignedDuration::from_millis(self.random.random_range(least..=most))).unwrap()
    }
}

/// Where a reply goes; answers to queries have a lane of their own.
pub(crate) const fn chat_of(reply: &Reply) -> i64 {
    match reply {
        Reply::Send { chat, .. }
        | Reply::Video { chat, .. }
        | Reply::Copy { chat, .. }
        | Reply::Edit { chat, .. }
        | Reply::Invoice { chat, .. }
        | Reply::Subscription { chat, .. } => *chat,
        Reply::AnswerCallback { .. } | Reply::AnswerCheckout { .. } => 0,
    }
}
