//! Which conversation a button belongs to, and who may press it.

use super::callback_data::CallbackData;
use super::{Person, admin, answers, broadcasts, generate, gifts, operators, preferences, purchases, shop, stats};
use super::{subscriptions, support, templates, videos};
use crate::core::CoreError;
use crate::core::ids::MessageId;
use crate::core::people::blocking;
use crate::core::turn::Turn;

/// A button of ours was pressed. Says what is shown over the chat.
pub(super) fn pressed(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    data: CallbackData,
) -> Result<Option<String>, CoreError> {
    if let Some(refused) = data.needs().and_then(|needs| operators::answers::refused(turn, person, needs)) {
        return Ok(Some(refused));
    }
    if data.begins_something() && blocking::is_blocked(turn, person.id)? {
        return Ok(Some(person.texts.say("blocked")));
    }
    if !matches!(data, CallbackData::Broadcast { .. }) {
        broadcasts::turn_away(turn, person)?;
    }
    match data {
        CallbackData::Buy => answers::offer(turn, person).map(|()| None),
        CallbackData::Pack(credits) => answers::pack(turn, person, credits),
        CallbackData::GiftPacks => gifts::offer(turn, person).map(|()| None),
        CallbackData::GiftPack(credits) => gifts::pack(turn, person, credits),
        CallbackData::Subscribe => subscriptions::offer(turn, person),
        CallbackData::Subscription { invoice, wish } => subscriptions::pressed(turn, person, &invoice, wish),
        CallbackData::Generate => generate::begin(turn, person, None).map(|()| None),
        CallbackData::CancelSupport => support::cancel_by_button(turn, person, message),
        CallbackData::Again { job, price } => generate::placing::again(turn, person, job, price),
        CallbackData::Edit(job) => generate::placing::edit(turn, person, job),
        CallbackData::FollowUp { kind, job, price } => generate::placing::follow_up(turn, person, job, (kind, price)),
        CallbackData::Videos(action) => videos::pressed(turn, person, message, &action),
        CallbackData::Templates(action) => templates::pressed(turn, person, message, &action),
        CallbackData::Settings(action) => preferences::pressed(turn, person, message, &action).map(|()| None),
        CallbackData::News { wanted } => preferences::news(turn, person, wanted).map(Some),
        CallbackData::Broadcast { id, action } => broadcasts::pressed(turn, person, message, id, &action),
        CallbackData::Stats(action) => stats::pressed(turn, person, message, action),
        CallbackData::Admin(action) => admin::pressed(turn, person, message, action),
        CallbackData::CancelJob(job) => answers::cancel_job(turn, person, job),
        CallbackData::Decide { purchase, decision } => operators::decide(turn, person, message, purchase, decision),
        CallbackData::Refund { number, action } => purchases::pressed(turn, person, message, number, action),
        CallbackData::Shop(action) => shop::pressed(turn, person, message, &action),
        CallbackData::Forget(step) => answers::forget(turn, person, message, step).map(|()| None),
        CallbackData::Form { token, action } => generate::pressed(turn, person, message, &token, &action),
    }
}
