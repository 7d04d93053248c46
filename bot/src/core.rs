//! The deterministic heart of the bot: what happened goes in, what is to be done comes out, and in between one SQLite
//! transaction that the caller opens and commits.
//!
//! There is no I/O here, no clock and no randomness of its own, so the same events give the same rows and the same
//! effects; tests and simulations drive exactly this code.
//!
//! Order of one turn: the event changes rows; then [`handle`] hands out whatever is due (jobs to publish, videos to
//! deliver, chats to tell), pushing each due time forward in the same transaction. An effect that comes to nothing is
//! simply due again. That is the only recovery there is, and it serves a crash, a lost answer and a flood limit alike.

use jiff::{SignedDuration, Timestamp};
use rand::rngs::StdRng;
use rusqlite::Transaction;

pub mod chat;
mod error;
pub mod event;
pub mod forms;
pub mod ids;
pub mod inbox;
pub mod jobs;
pub mod ledger;
mod limits;
mod notices;
mod operators;
pub mod payments;
mod people;
mod privacy;
mod provider;
pub mod reconcile;
mod refunds;
mod rules;
pub mod update;

pub use error::CoreError;
pub use rules::{Pack, Rules};

use event::{Effect, Event, Reply};

/// The small fact that says which webhook Telegram has of us.
pub(crate) const WEBHOOK: &str = "webhook";

/// What a turn needs to know besides the event and the rows.
#[derive(Debug)]
pub struct Context<'a> {
    /// The moment of the event.
    pub now: Timestamp,
    /// Where tokens and ids come from.
    pub random: &'a mut StdRng,
    /// What the operator decided.
    pub rules: &'a Rules,
    /// Whether the queue takes messages; while it does not, no job is published.
    pub queue_open: bool,
}

/// Handles one event. The caller commits the transaction, then has the effects carried out; or rolls it back, and then
/// nothing has happened.
///
/// # Errors
/// See [`CoreError`]: the store's fault and the event's fault are told apart.
pub fn handle(tx: &Transaction<'_>, context: &mut Context<'_>, event: &Event) -> Result<Vec<Effect>, CoreError> {
    let mut turn = Turn { tx, context, effects: Vec::new() };
    match event {
        Event::Started => {
            reconcile::begin(&turn)?;
            jobs::take_up_again(&mut turn)?;
            refunds::take_up_again(&turn)?;
            chat::generate::picture::take_up_again(&mut turn)?;
            chat::support::show_to_new_operators(&turn)?;
        }
        Event::Tick => {
            jobs::give_up_overdue(&mut turn)?;
            chat::generate::picture::look_again_at_lost(&mut turn)?;
            jobs::places::tell(&turn)?;
            inbox::forget_old(&turn)?;
            limits::forget_old(&turn)?;
            privacy::forget_old(&turn)?;
        }
        Event::Update(incoming) => inbox::receive(&mut turn, incoming)?,
        Event::Worker(body) => provider::hear(&mut turn, body)?,
        Event::ImageChecked(checked) => chat::generate::picture::checked(&mut turn, checked)?,
        Event::Delivery(report) => jobs::delivery::reported(&mut turn, report)?,
        Event::Told(report) => jobs::telling::reported(&turn, report)?,
        Event::Refund(report) => refunds::reported(&turn, report)?,
        Event::StarPage(page) => reconcile::settle(&mut turn, page)?,
        Event::StarsRead(read) => reconcile::closed(&turn, read)?,
        Event::Audited(broken) => operators::audited(&turn, broken)?,
        Event::WebhookSet(fingerprint) => provider::remember(&turn, WEBHOOK, fingerprint)?,
    }
    jobs::dispatch::hand_out(&mut turn)?;
    jobs::delivery::hand_out(&mut turn)?;
    jobs::telling::hand_out(&mut turn)?;
    refunds::hand_out(&mut turn)?;
    notices::hand_out(&mut turn)?;
    Ok(turn.effects)
}

/// Puts an event aside that cannot be handled: an update's number is taken, its text is kept, operators are told.
///
/// # Errors
/// See [`CoreError`].
pub fn put_aside(
    tx: &Transaction<'_>,
    context: &mut Context<'_>,
    event: &Event,
    reason: &str,
) -> Result<Vec<Effect>, CoreError> {
    let turn = Turn { tx, context, effects: Vec::new() };
    inbox::put_aside(&turn, event, reason)?;
    // What has become due is left to the next event: handing it out may be just what fails.
    Ok(turn.effects)
}

/// One event being handled: the rows, the context, and the effects so far.
#[derive(Debug)]
struct Turn<'a, 'c> {
    tx: &'a Transaction<'a>,
    context: &'a mut Context<'c>,
    effects: Vec<Effect>,
}

impl Turn<'_, '_> {
    const fn rules(&self) -> &Rules {
        self.context.rules
    }

    const fn now(&self) -> Timestamp {
        self.context.now
    }

    /// The moment now as it is kept in rows: milliseconds since 1970.
    fn millis(&self) -> i64 {
        self.now().as_millisecond()
    }

    /// The moment in a while, as it is kept in rows.
    fn millis_in(&self, delay: SignedDuration) -> i64 {
        self.millis().saturating_add(i64::try_from(delay.as_millis()).unwrap_or(i64::MAX))
    }

    fn reply(&mut self, reply: Reply) {
        self.effects.push(Effect::Reply(reply));
    }
}

/// A moment read from a row.
fn from_millis(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}
