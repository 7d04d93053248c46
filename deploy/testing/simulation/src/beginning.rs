//! The first steps of a history.

use bot::core::event::Event;

use crate::Violation;
use crate::event::WorldEvent;
use crate::world::World;

impl World {
    /// The first steps, undisturbed: most people buy credits, and the workers say that they are there.
    pub(crate) fn begin(&mut self) -> Result<(), Violation> {
        self.submit(&Event::Started)?;
        self.plan_reading();
        if self.chance(90) {
            for worker in 0..self.workers.count() {
                self.start_worker(worker)?;
            }
        } else {
            let late = self.in_millis(60_000, 300_000);
            self.agenda.push(late, WorldEvent::WorkerStarts(0));
        }
        self.let_happen_what_is_under_way()?;
        // Some come because somebody who is there already has invited them.
        if self.next_turn() && self.chance(40) {
            self.write(0, |message| message.text = Some("/invite".to_owned()));
            self.let_happen_what_is_under_way()?;
        }
        // The last one is the operator.
        for index in 0..self.people.len() - 1 {
            let link = self.chats.links.first().cloned();
            if let Some(link) = link.filter(|_| index > 0)
                && self.next_turn()
                && self.chance(70)
            {
                self.open_link(index, &link);
                self.let_happen_what_is_under_way()?;
            }
            if self.next_turn() && self.chance(85) {
                self.press(index, (0, "pack:5".to_owned()));
                self.let_happen_what_is_under_way()?;
                self.pay(index);
                self.let_happen_what_is_under_way()?;
            }
            // Some get as far as the summary of their order.
            for _ in 0..5 {
                if self.next_turn() && self.chance(50) && !self.people[index].sees(":go:") {
                    self.go_on_with_order(index);
                    self.let_happen_what_is_under_way()?;
                }
            }
        }
        Ok(())
    }
}
