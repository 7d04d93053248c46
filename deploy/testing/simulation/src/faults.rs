//! What nobody in the chats has done: the provider's moods, the store's accidents, the queue, the clock.

use rand::Rng as _;
use rand::seq::IndexedRandom as _;
use shared::job::{BlockReason, Epoch};

use crate::Violation;
use crate::coverage::Fault;
use crate::event::WorldEvent;
use crate::store_fixture::Copy;
use crate::world::World;

impl World {
    /// Something changes.
    pub(crate) fn inject_fault(&mut self) -> Result<(), Violation> {
        match self.random.random_range(0..20) {
            0 | 1 => {
                self.meet(Fault::ProviderBlocked);
                let mut backend = self.backend.state();
                backend.kie.blocked = BlockReason::ALL.choose(&mut self.random).copied();
                // Of histories with several keys: by all of them, or by one.
                let key = match self.turn % 3 {
                    0 => None,
                    1 => Some(0),
                    _ => Some(1),
                };
                backend.kie.blocked_key = key.filter(|_| self.workers.has_several_keys());
            }
            2..5 => self.provider_takes_orders_again(),
            5 | 6 => {
                if self.queue_open {
                    self.meet(Fault::QueueClosed);
                }
                self.queue_open = !self.queue_open;
            }
            7 => self.lose_store()?,
            8 => self.put_store_back()?,
            9 => {
                self.meet(Fault::StoreOfWorkersRenewed);
                let epoch = self.next_epoch();
                self.workers.store.renew(epoch);
                self.backend.state().records.begin_life();
            }
            10..14 => self.callback_out_of_nowhere(),
            14 | 15 => self.false_report(),
            16 => self.forget_old_jobs()?,
            17 => {
                self.meet(Fault::WorkerDiedIdle);
                let worker = self.random.random_range(0..self.workers.count());
                self.kill_worker(worker)?;
            }
            18 => self.put_bot_back()?,
            _ => {
                self.copy_store();
                self.make_copies();
            }
        }
        Ok(())
    }

    /// The operator has paid, or mended the key.
    pub(crate) fn provider_takes_orders_again(&mut self) {
        let mut backend = self.backend.state();
        if backend.kie.blocked.take().is_some() {
            backend.kie.balance += 1_000.0;
        }
    }

    /// The clock jumps: on, so that much is late at once, or back.
    pub(crate) fn clock_jumps(&mut self) {
        if self.chance(50) {
            self.meet(Fault::ClockForwards);
            // Not so far that Telegram forgets what the bot has not heard yet.
            let updates_wait =
                (0..self.agenda.len()).any(|index| matches!(self.agenda.get(index), WorldEvent::Update(_)));
            let most = if updates_wait || self.chance(70) { 3 * 3_600_000 } else { 8 * 24 * 3_600_000 };
            let before = self.now;
            self.now = self.in_millis(60_000, most);
            self.jumps.push((before, self.now));
            self.clock_steps();
        } else {
            self.meet(Fault::ClockBackwards);
            self.now = self.in_millis(-120_000, -1);
        }
    }

    fn next_epoch(&mut self) -> Epoch {
        Epoch::new(format!("renewed-{}", self.random.random::<u32>()))
    }

    fn copy_store(&mut self) {
        let records = self.backend.state().records.clone();
        self.workers.copy = Some(self.workers.store.copy(records));
    }

    /// The store is emptied under the workers, who have yet to find out.
    fn lose_store(&mut self) -> Result<(), Violation> {
        self.meet(Fault::StoreOfWorkersLost);
        self.note("the workers' store is lost");
        self.workers.store.lose();
        self.backend.state().records.become_like(crate::records::Records::default());
        // Somebody looks within a second, and finds out.
        self.sweep()
    }

    /// As the manual says: workers are stopped, the copy is put back, the new epoch given, workers start.
    fn put_store_back(&mut self) -> Result<(), Violation> {
        let Some(copy) = self.workers.copy.clone() else { return Ok(()) };
        self.put_back_workers(&copy)
    }

    pub(crate) fn put_back_workers(&mut self, copy: &Copy) -> Result<(), Violation> {
        self.meet(Fault::StoreOfWorkersPutBack);
        self.note("the workers' store is put back to a copy");
        for worker in 0..self.workers.count() {
            self.kill_worker(worker)?;
        }
        self.workers.store.put_back(copy);
        let epoch = self.next_epoch();
        self.workers.store.renew(epoch);
        self.backend.state().records.become_like(copy.records.clone());
        Ok(())
    }
}
