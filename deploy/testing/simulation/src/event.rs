//! What is under way between the parts of the world, and who has it in hand.

use bot::core::effect::{Attempt, Reply};
use bot::core::event::Event;
use bot::core::ids::UserId;
use bot::core::update::Update;
use jiff::Timestamp;
use shared::job::{GenerationJob, WorkerMessageBody};

use crate::network::Callback;
use crate::process::chat_of;

/// Something that is under way.
#[derive(Debug, Clone)]
pub(crate) enum WorldEvent {
    /// Telegram has an update for the bot.
    Update(Box<Update>),
    /// The queue has a message for the bot.
    Worker(WorkerMessageBody),
    /// The queue has a job for the workers.
    Job(GenerationJob),
    /// The provider calls back.
    Callback(Callback),
    /// A worker's step goes on.
    Step(u64),
    /// A worker looks for what is due.
    Sweep,
    /// A worker tells the bot what it is owed.
    ReportToBot,
    /// A worker looks at how the provider is.
    Watch(usize),
    /// The same, because there is news.
    ExtraWatch(usize),
    /// A worker's process starts.
    WorkerStarts(usize),
    /// A worker's process ends, because its store was replaced.
    WorkerEnds(usize),
    /// The bot is about to call Telegram.
    Call(Call),
    /// A call has ended, and the core is to hear of it.
    Report(Event),
    /// The bot reads Telegram's list of Stars.
    ReadStars(StarReading),
    /// The core is to hear of a page of that list, or of its end.
    Stars(Event),
}

/// Why Telegram's list of Stars is read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum StarReading {
    /// As every few minutes.
    Routine,
    /// For an operator, or for a person who looks for credits.
    AskedFor(Option<UserId>),
}

/// What the bot is about to do.
#[derive(Debug, Clone)]
pub(crate) enum Call {
    Reply(Reply),
    Attempt(Attempt),
}

impl WorldEvent {
    /// Whether it dies with the bot's process.
    pub(crate) const fn is_in_process(&self) -> bool {
        match self {
            Self::Call(_) | Self::Report(_) | Self::ReadStars(_) | Self::Stars(_) => true,
            Self::Update(_)
            | Self::Worker(_)
            | Self::Job(_)
            | Self::Callback(_)
            | Self::Step(_)
            | Self::Sweep
            | Self::ReportToBot
            | Self::Watch(_)
            | Self::ExtraWatch(_)
            | Self::WorkerStarts(_)
            | Self::WorkerEnds(_) => false,
        }
    }

    /// Whether it may overtake others. Calls to one chat keep their order; what has a moment of its own keeps that.
    pub(crate) const fn may_overtake(&self) -> bool {
        matches!(
            self,
            Self::Update(_) | Self::Worker(_) | Self::Job(_) | Self::Report(_) | Self::Callback(_) | Self::Step(_)
        )
    }

    /// Whether it only goes round and round.
    pub(crate) const fn is_routine(&self) -> bool {
        matches!(
            self,
            Self::Watch(_) | Self::ExtraWatch(_) | Self::WorkerStarts(_) | Self::ReadStars(StarReading::Routine)
        )
    }
}

/// Everything under way, in the order of its time.
#[derive(Debug, Default)]
pub(crate) struct Agenda {
    entries: Vec<(Timestamp, u64, WorldEvent)>,
    next: u64,
}

impl Agenda {
    pub(crate) fn push(&mut self, at: Timestamp, event: WorldEvent) {
        self.next += 1;
        self.entries.push((at, self.next, event));
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// How much is under way besides routine.
    pub(crate) fn busy(&self) -> usize {
        self.entries.iter().filter(|(_, _, event)| !event.is_routine()).count()
    }

    /// The earliest.
    pub(crate) fn first(&self) -> Option<usize> {
        (0..self.entries.len()).min_by_key(|index| (self.entries[*index].0, self.entries[*index].1))
    }

    /// When it is to happen.
    pub(crate) fn at(&self, index: usize) -> Timestamp {
        self.entries[index].0
    }

    pub(crate) fn get(&self, index: usize) -> &WorldEvent {
        &self.entries[index].2
    }

    pub(crate) fn take(&mut self, index: usize) -> WorldEvent {
        self.entries.swap_remove(index).2
    }

    /// Whether somebody waits for an answer, or an answer for them.
    pub(crate) fn concerns(&self, person: i64) -> bool {
        self.entries.iter().any(|(_, _, event)| match event {
            WorldEvent::Update(update) => {
                let message = update.message.as_ref().is_some_and(|message| message.chat.id == person);
                message || update.callback_query.as_ref().is_some_and(|query| query.from.id.0 == person)
            }
            WorldEvent::Call(Call::Reply(reply)) => chat_of(reply) == person,
            WorldEvent::Call(_)
            | WorldEvent::Worker(_)
            | WorldEvent::Job(_)
            | WorldEvent::Callback(_)
            | WorldEvent::Step(_)
            | WorldEvent::Sweep
            | WorldEvent::ReportToBot
            | WorldEvent::Watch(_)
            | WorldEvent::ExtraWatch(_)
            | WorldEvent::WorkerStarts(_)
            | WorldEvent::WorkerEnds(_)
            | WorldEvent::Report(_)
            | WorldEvent::ReadStars(_)
            | WorldEvent::Stars(_) => false,
        })
    }

    /// The process dies, and what it had in hand with it.
    pub(crate) fn lose_what_is_in_process(&mut self) -> Vec<WorldEvent> {
        let (lost, kept) =
            std::mem::take(&mut self.entries).into_iter().partition(|(_, _, event)| event.is_in_process());
        self.entries = kept;
        let lost: Vec<(Timestamp, u64, WorldEvent)> = lost;
        lost.into_iter().map(|(_, _, event)| event).collect()
    }
}
