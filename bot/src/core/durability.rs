//! Which commits are synced to the disk before anybody hears of them.
//!
//! A sync takes longer than all else that an event takes, and it makes every earlier commit last, too. So a commit that has
//! no consequence outside waits for the next one that has. A power cut undoes the commits since the last sync, the newest
//! first and never one among others; `bot/README.md` says what that can be.

use super::effect::Effect;
use super::event::Event;
use super::ticket::Kind;

/// Whether the commit of this event, which asks for these effects, must survive a power cut before the event is acknowledged
/// and before the effects are carried out.
///
/// It must where somebody is told something by an effect, where what was acknowledged does not come again, and where a video
/// or Stars have reached somebody, or a broadcast has, which nobody is to get twice.
#[must_use]
pub fn must_be_synced(event: &Event, effects: &[Effect]) -> bool {
    if !effects.is_empty() {
        return true;
    }
    match event {
        // The next tick finds the same due, and an attempt without a report is made again when its lease ends.
        Event::Tick => false,
        Event::Reported(report) => matches!(report.ticket.kind, Kind::Deliver | Kind::Refund | Kind::Broadcast),
        Event::Started
        | Event::Update(_)
        | Event::Job(_)
        | Event::Provider(_)
        | Event::StarPage(_)
        | Event::StarsRead(_)
        | Event::Audited(_)
        | Event::PricesListed(_)
        | Event::Connection(_)
        | Event::SaleRefused(_) => true,
    }
}
