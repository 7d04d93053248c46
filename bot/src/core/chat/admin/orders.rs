//! Orders that are stuck or came to nothing, in the operators' menu: each with a row of buttons of its own.

use jiff::Timestamp;
use shared::job::{FailureReason, JobId};

use super::{AdminAction, button, menu_button};
use crate::core::CoreError;
use crate::core::chat::callback_data::OrderDeed;
use crate::core::chat::texts::{Texts, args, escape, name};
use crate::core::chat::{Person, render};
use crate::core::effect::{Button, Keyboard};
use crate::core::ids::MessageId;
use crate::core::jobs::attention::{self, FAILED_WITHIN, GiveBack, OrderList, STUCK_AFTER, TryAgain};
use crate::core::jobs::{Job, Money, Progress};
use crate::core::operators::orders::{self as rules, DropOrder};
use crate::core::role::Role;
use crate::core::turn::Turn;

/// Orders on a page.
const PAGE: usize = 5;

/// Orders that do not move on.
pub(super) fn stuck(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    show(turn, person, message, (OrderList::Stuck, 0))
}

/// Orders that came to nothing.
pub(super) fn failed(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    show(turn, person, message, (OrderList::Failed, 0))
}

/// A page of a list. One that is empty by now is the page before it.
pub(super) fn show(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    (list, page): (OrderList, u32),
) -> Result<(), CoreError> {
    let texts = &person.texts;
    let mut found = attention::page(turn, list, page, PAGE)?;
    if let (true, Some(before)) = (found.is_empty(), page.checked_sub(1)) {
        return show(turn, person, message, (list, before.min(1_000)));
    }
    let has_more = found.len() > PAGE;
    found.truncate(PAGE);
    let (minutes, days) = (STUCK_AFTER.as_mins(), FAILED_WITHIN.as_hours() / 24);
    let arguments = args! { list: list.as_str(), minutes, days, orders: found.len() };
    let mut lines = vec![texts.say_with("admin-orders", arguments)];
    let role = turn.policy().role(person.id).unwrap_or(Role::Viewer);
    let mut rows = Vec::new();
    for (number, (job, since)) in (1..).zip(&found) {
        lines.push(line(turn, texts, (number, job, *since)));
        rows.push(buttons(role, (number, job), (list, page)));
    }
    if !found.is_empty() {
        lines.push(texts.say_with("admin-orders-legend", args! { role: role.as_str() }));
    }
    let turn_to = |label: &str, page| button(texts.button(label), AdminAction::Orders { list, page });
    let before = page.checked_sub(1).map(|page| turn_to("admin-before", page));
    let after = has_more.then(|| turn_to("admin-after", page.saturating_add(1)));
    rows.push(before.into_iter().chain(after).chain([menu_button(texts)]).collect());
    person.show(turn, message, lines.join("\n\n"), Keyboard(rows));
    Ok(())
}

fn line(turn: &Turn<'_>, texts: &Texts, (number, job, since): (i64, &Job, Timestamp)) -> String {
    let progress = match (job.progress, job.money) {
        (Progress::Undeliverable, Money::Captured) => "not-fetched",
        (progress, _) => progress.as_str(),
    };
    let arguments = args! {
        number: name(number),
        model: escape(render::model_name(turn, job)),
        user: name(job.user),
        price: texts.credits(job.price),
        age: texts.age(attention::age(turn, since)),
        since: since.strftime("%Y-%m-%d %H:%M").to_string(),
        progress,
        reason: job.failure.map_or("none", FailureReason::as_str),
        job: job.id.to_string(),
    };
    texts.say_with("admin-order-line", arguments)
}

fn buttons(role: Role, (number, job): (i64, &Job), (list, page): (OrderList, u32)) -> Vec<Button> {
    let deed = |deed: OrderDeed, icon: &str| {
        let action = AdminAction::Order { deed, list, page, job: job.id };
        role.may(deed.needs()).then(|| button(format!("{number} {icon}"), action))
    };
    let person = button(format!("{number} 👤"), AdminAction::Person(job.user));
    let can_be_tried = !matches!(job.progress, Progress::Queued | Progress::Undeliverable)
        && job.failure.is_none_or(FailureReason::may_succeed_again);
    let has_credits_to_give = job.money == Money::Held || job.money == Money::Captured;
    let deeds = [
        deed(OrderDeed::TryAgain, "🔁").filter(|_| can_be_tried),
        deed(OrderDeed::GiveBack, "↩️").filter(|_| has_credits_to_give),
        deed(OrderDeed::Drop, "🗑"),
    ];
    std::iter::once(person).chain(deeds.into_iter().flatten()).collect()
}

/// Does something about an order. Says what is shown over the chat.
pub(super) fn deed(turn: &mut Turn<'_>, person: &Person, deed: OrderDeed, job: JobId) -> Result<String, CoreError> {
    let texts = &person.texts;
    let outcome = match deed {
        OrderDeed::TryAgain => rules::try_again(turn, person.id, job)?.map(tried),
        OrderDeed::GiveBack => rules::give_back(turn, person.id, job)?.map(|given| match given {
            GiveBack::Done(_) => "given-back",
            GiveBack::Already => "given-back-already",
            GiveBack::Delivered => "delivered",
        }),
        OrderDeed::Drop => rules::drop(turn, person.id, job)?.map(|dropped| match dropped {
            DropOrder::Done => "dropped",
            DropOrder::Already => "dropped-already",
        }),
    };
    Ok(match outcome {
        Some(outcome) => texts.say_with("admin-order-outcome", args! { outcome }),
        None => texts.say("old-button"),
    })
}

const fn tried(tried: TryAgain) -> &'static str {
    match tried {
        TryAgain::Asked => "asked",
        TryAgain::Sent => "sent",
        TryAgain::Placed(_) => "placed",
        TryAgain::Already => "tried-already",
        TryAgain::OrderedByPerson => "ordered-by-person",
        TryAgain::Waits => "waits",
        TryAgain::Refused => "refused",
        TryAgain::Ended => "ended",
        TryAgain::PersonIsBlocked => "person-blocked",
        TryAgain::NotEnoughCredits => "not-enough",
        TryAgain::TooMany => "too-many",
        TryAgain::ModelGone => "model-gone",
        TryAgain::Forgotten => "forgotten",
        TryAgain::Paused => "paused",
    }
}
