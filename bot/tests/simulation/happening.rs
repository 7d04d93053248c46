//! What is under way between the parts of the world, and who has it in hand.

use bot::core::event::{CheckImage, Deliver, Event, Reply, Tell};
use bot::core::update::Update;
use jiff::Timestamp;
use shared::job::{GenerationJob, WorkerMessageBody};

use super::process::chat_of;

/// Something that is under way.
#[derive(Debug, Clone)]
pub(super) enum Happening {
    /// Telegram has an update for the bot.
    Update(Box<Update>),
    /// The queue has a message for the bot.
    Worker(WorkerMessageBody),
    /// The queue has a job for the workers.
    Job(GenerationJob),
    /// The bot is about to call Telegram.
    Call(Call),
    /// A call has ended, and the core is to hear of it.
    Report(Event),
}

/// What the bot is about to do.
#[derive(Debug, Clone)]
pub(super) enum Call {
    Reply(Reply),
    Tell(Tell),
    Deliver(Deliver),
    Look(CheckImage),
}

impl Happening {
    /// Whether it dies with the bot's process.
    pub(super) const fn is_in_process(&self) -> bool {
        match self {
            Self::Call(_) | Self::Report(_) => true,
            Self::Update(_) | Self::Worker(_) | Self::Job(_) => false,
        }
    }

    /// Whether it may overtake others. Calls to one chat keep their order.
    pub(super) const fn may_overtake(&self) -> bool {
        !matches!(self, Self::Call(_))
    }
}

/// Everything under way, in the order of its time.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    entries: Vec<(Timestamp, u64, Happening)>,
    next: u64,
}

impl Agenda {
    pub(super) fn push(&mut self, at: Timestamp, happening: Happening) {
        self.next += 1;
        self.entries.push((at, self.next, happening));
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The earliest.
    pub(super) fn first(&self) -> Option<usize> {
        (0..self.entries.len()).min_by_key(|index| (self.entries[*index].0, self.entries[*index].1))
    }

    /// When it is to happen.
    pub(super) fn at(&self, index: usize) -> Timestamp {
        self.entries[index].0
    }

    pub(super) fn get(&self, index: usize) -> &Happening {
        &self.entries[index].2
    }

    pub(super) fn take(&mut self, index: usize) -> Happening {
        self.entries.swap_remove(index).2
    }

    /// Whether somebody waits for an answer, or an answer for them.
    pub(super) fn concerns(&self, person: i64) -> bool {
        self.entries.iter().any(|(_, _, happening)| match happening {
            Happening::Update(update) => {
                let message = update.message.as_ref().is_some_and(|message| message.chat.id == person);
                message || update.callback_query.as_ref().is_some_and(|query| query.from.id.0 == person)
            }
            Happening::Call(Call::Reply(reply)) => chat_of(reply) == person,
            Happening::Call(_) | Happening::Worker(_) | Happening::Job(_) | Happening::Report(_) => false,
        })
    }

    /// The process dies, and what it had in hand with it.
    pub(super) fn lose_what_is_in_process(&mut self) -> Vec<Happening> {
        let (lost, kept) =
            std::mem::take(&mut self.entries).into_iter().partition(|(_, _, happening)| happening.is_in_process());
        self.entries = kept;
        let lost: Vec<(Timestamp, u64, Happening)> = lost;
        lost.into_iter().map(|(_, _, happening)| happening).collect()
    }
}
