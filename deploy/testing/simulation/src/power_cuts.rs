//! Power cuts: what was committed and not synced yet is undone, in the bot's database and in the workers' store.
//!
//! To sync more than was asked for is always allowed. So now and then everything is taken as synced, and a power cut that
//! comes before the next sync of a store puts it back to that moment.

use bot::core::effect::Effect;
use bot::core::event::Event;
use rand::Rng as _;
use rand::seq::IndexedRandom as _;

use crate::Violation;
use crate::copies::Rows;
use crate::coverage::Fault;
use crate::model::Model;
use crate::records::Records;
use crate::world::World;

/// In so many of a thousand turns everything is taken as synced.
const SYNCED_PER_MILLE: u32 = 8;

/// The bot's database as a power cut leaves it, with what was known of it.
#[derive(Debug)]
pub(crate) struct SyncedBot {
    rows: Rows,
    model: Box<Model>,
}

/// What a power cut leaves, as far as nothing was synced since.
#[derive(Debug, Default)]
pub(crate) struct Synced {
    bot: Option<SyncedBot>,
    workers: Option<Records>,
}

impl World {
    /// Once in each turn.
    pub(crate) fn power_may_fail(&mut self) -> Result<(), Violation> {
        if !self.faults_on {
            return Ok(());
        }
        let can_fail = self.synced.bot.is_some() || self.synced.workers.is_some();
        if can_fail && self.chance(15) {
            return self.power_fails();
        }
        if !can_fail && self.random.random_range(0..1_000) < SYNCED_PER_MILLE {
            if !self.wiring.workers_sync_everything() {
                self.workers.store.lets_power_fail();
            }
            self.synced = Synced {
                bot: Some(SyncedBot { rows: Rows::of(&self.connection), model: Box::new(self.model.clone()) }),
                workers: Some(self.backend.state().records.clone()),
            };
        }
        Ok(())
    }

    /// The bot has committed an event.
    pub(crate) fn bot_committed(&mut self, event: &Event, effects: &[Effect]) {
        if self.wiring.syncs(event, effects) {
            self.synced.bot = None;
        }
    }

    /// The power of one machine fails. Everything is on it, or the bot alone, or the workers with their store.
    fn power_fails(&mut self) -> Result<(), Violation> {
        let (bot, workers) = *[(true, true), (true, false), (false, true)].choose(&mut self.random).unwrap();
        self.note("the power fails");
        if workers {
            self.workers_lose_power()?;
        }
        if bot {
            self.bot_loses_power()?;
        }
        Ok(())
    }

    fn workers_lose_power(&mut self) -> Result<(), Violation> {
        for worker in 0..self.workers.count() {
            self.kill_worker(worker)?;
        }
        if self.workers.store.loses_power()
            && let Some(records) = self.synced.workers.take()
        {
            self.meet(Fault::PowerCutUndidWorkers);
            self.backend.state().records.lose_power(records);
        }
        Ok(())
    }

    fn bot_loses_power(&mut self) -> Result<(), Violation> {
        if let Some(SyncedBot { rows, model }) = self.synced.bot.take() {
            self.meet(Fault::PowerCutUndidBot);
            rows.put_back(&self.connection);
            self.model.put_back(*model);
            self.next_due = None;
        }
        self.restart()
    }
}
