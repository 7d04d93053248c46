//! The deterministic heart of the bot: what happened goes in, what is to be done comes out, and in between one SQLite
//! transaction that the caller opens and commits.
//!
//! There is no I/O here, no clock and no randomness of its own, so the same events give the same rows and the same
//! effects; tests and simulations drive exactly this code.
//!
//! Order of one turn: the event changes rows; then [`handle`] hands out whatever the [`outbox`] has due, pushing each due
//! time forward in the same transaction. An effect that comes to nothing is simply due again. That is the only recovery
//! there is, and it serves a crash, a lost answer and a flood limit alike.
//!
//! # Floors
//!
//! A module imports from lower floors, and on its own floor from those that are named before it; nothing imports
//! upwards, a parent and its own children excepted. `bot/tests/it/floors.rs` holds this list against the code.
//!
//! | floor | modules |
//! |---|---|
//! | top | `inbox`, `redelivery`, `hand_out` |
//! | dialogue | `chat`: reads updates, calls rules, decides what is said next; `chat::render` turns notices into words |
//! | rules | `people`, `preferences`, `rate_limits`, `forms`, `notices`, `shop`, `dead_letters`, `connection`, `provider`, `models`, `put_back`, `jobs`, `subscriptions`, `referrals`, `promos`, `gifts`, `refunds`, `payments`, `reconcile`, `support_requests`, `operators`, `broadcasts`, `daily_stats`, `privacy`: they return outcomes and post typed notices; no words, no buttons |
//! | books | `meta`, `ledger`, `outbox` |
//! | ground | `error`, `row_enum`, `ids`, `ticket`, `update`, `role`, `policy`, `terms`, `shop_stats`, `links`, `event`, `effect`, `durability`, `turn` |

use std::sync::LazyLock;

use jiff::Timestamp;
use rusqlite::{Connection, Transaction};

mod broadcasts;
pub mod chat;
mod connection;
mod daily_stats;
mod dead_letters;
mod durability;
pub mod effect;
mod error;
pub mod event;
pub mod forms;
mod gifts;
mod hand_out;
pub mod ids;
mod inbox;
pub mod jobs;
pub mod ledger;
pub mod links;
pub mod meta;
mod models;
mod notices;
mod operators;
mod outbox;
pub mod payments;
mod people;
mod policy;
mod preferences;
mod privacy;
mod promos;
mod provider;
mod put_back;
mod rate_limits;
mod reconcile;
mod redelivery;
mod referrals;
mod refunds;
pub mod role;
mod row_enum;
pub mod shop;
pub mod shop_stats;
pub mod subscriptions;
mod support_requests;
pub mod terms;
pub mod ticket;
mod turn;
pub mod update;

pub use durability::must_be_synced;
pub use error::CoreError;
pub(crate) use people::{DAY_MS, day};
pub(crate) use policy::pricing;
pub use policy::{Decided, Pack, Policy, PriceWatch};
pub use turn::Context;

use effect::Effect;
use event::Event;
use provider::Stated;
use ticket::Kind;
use turn::{Columns, Turn};

/// The kinds of the outbox in the order in which they are handed out.
const HANDED_OUT: [Kind; 9] = [
    Kind::Publish,
    Kind::Deliver,
    Kind::Status,
    Kind::Refund,
    Kind::Subscription,
    Kind::CheckImage,
    Kind::Notice,
    Kind::Stats,
    Kind::Broadcast,
];

/// What [`next_look`] follows from, read at once: it is asked after each commit.
static NEXT_LOOK: LazyLock<String> = LazyLock::new(|| {
    let (due, broadcasts, somebody_waits) = (&*outbox::NEXT_DUE, broadcasts::NEXT_LOOK, jobs::SOMEBODY_WAITS);
    format!("SELECT {due}, {broadcasts}, {somebody_waits}")
});

/// Handles one event. The caller commits the transaction, then has the effects carried out; or rolls it back, and then
/// nothing has happened.
///
/// # Errors
/// See [`CoreError`]: the store's fault and the event's fault are told apart.
pub fn handle(tx: &Transaction<'_>, context: &mut Context<'_>, event: &Event) -> Result<Vec<Effect>, CoreError> {
    let mut turn = Turn::new(tx, context);
    apply(&mut turn, event)?;
    jobs::publishing::take_turns(&turn)?;
    let due = outbox::kinds_due(&turn)?;
    for kind in HANDED_OUT.into_iter().filter(|kind| due.contains(kind)) {
        hand_out::hand_out(&mut turn, kind)?;
    }
    if event.is_payment() {
        // The receipt is read before the question that follows from it. The order is kept otherwise.
        turn.effects.sort_by_key(|effect| !effect.is_notice());
    }
    Ok(turn.effects)
}

/// When there is something to do next without an event from outside: a [`Event::Tick`] must not come later than that. What
/// has hours of time, such as to forget, is not counted: there must be a tick now and then in any case.
///
/// # Errors
/// When the database cannot be read.
pub fn next_look(connection: &Connection, now: Timestamp) -> rusqlite::Result<Option<Timestamp>> {
    let (due, broadcasts, somebody_waits): (Option<i64>, Option<i64>, bool) =
        connection.prepare_cached(&NEXT_LOOK)?.query_one([], Columns::read)?;
    let moments = due.into_iter().chain(broadcasts).map(turn::from_millis);
    Ok(moments.chain(somebody_waits.then(|| jobs::queue_positions::next_round(now))).min())
}

/// Sets an event aside that cannot be handled: an update's number is taken, its text is kept, operators are told.
///
/// # Errors
/// See [`CoreError`].
pub fn set_aside(
    tx: &Transaction<'_>,
    context: &mut Context<'_>,
    event: &Event,
    reason: &str,
) -> Result<Vec<Effect>, CoreError> {
    let turn = Turn::new(tx, context);
    dead_letters::keep_event(&turn, event, reason)?;
    Ok(turn.effects)
}

fn apply(turn: &mut Turn<'_>, event: &Event) -> Result<(), CoreError> {
    match event {
        Event::Started => {
            reconcile::begin(turn)?;
            put_back::look(turn)?;
            outbox::take_up_again(turn)?;
            jobs::publishing::take_up_again(turn)?;
            support_requests::show_to_new_operators(turn)
        }
        Event::Tick => {
            redelivery::send_again(turn)?;
            jobs::queue_positions::show(turn)?;
            rate_limits::forget_old(turn)?;
            models::price_list::ask_for(turn)?;
            broadcasts::go_on(turn)?;
            chat::show_broadcasts(turn)?;
            // What ends, is sent or is forgotten cannot be taken back: not by a clock that nobody vouches for.
            if turn.context.clock_is_settled {
                jobs::give_up_overdue(turn)?;
                models::health::look(turn)?;
                subscriptions::end_overdue(turn)?;
                gifts::keep_overdue(turn)?;
                daily_stats::look(turn)?;
                inbox::forget_old(turn)?;
                privacy::forget_old(turn)?;
            }
            Ok(())
        }
        Event::Update(incoming) => inbox::receive(turn, incoming),
        Event::Job(event) => jobs::progress::apply(turn, event),
        Event::Provider(state) => match provider::stated(turn, state)? {
            Stated::Changed => jobs::queue_positions::show_stop_or_go(turn),
            Stated::Unchanged => Ok(()),
        },
        Event::Reported(report) => hand_out::reported(turn, report),
        Event::StarPage(page) => {
            let credited = reconcile::settle(turn, page)?;
            credited.into_iter().try_for_each(|user| chat::go_on_after_payment(turn, user))
        }
        Event::StarsRead(read) => reconcile::closed(turn, read),
        Event::PricesListed(rows) => models::price_list::read(turn, rows),
        Event::Audited(broken) => operators::audited(turn, broken),
        Event::Connection(state) => connection::stated(turn, state),
        Event::SaleRefused(refused) => chat::sale_refused(turn, refused),
    }
}
