//! What people are told of deeds of the team.

use super::{WORDS_UNITS_MAX, model_name};
use crate::core::chat::texts::{Texts, args, cut, escape};
use crate::core::ids::UserId;
use crate::core::notices::TeamNotice;
use crate::core::turn::Turn;
use crate::core::{CoreError, jobs, ledger};

/// The words of a notice.
pub(super) fn said(turn: &Turn<'_>, texts: &Texts, user: UserId, notice: &TeamNotice) -> Result<String, CoreError> {
    Ok(match notice {
        TeamNotice::Message { words, .. } => {
            texts.say_with("team-message", args! { words: escape(&cut(words, WORDS_UNITS_MAX)) })
        }
        TeamNotice::Blocked { .. } => texts.say("blocked"),
        TeamNotice::Unblocked { .. } => texts.say("unblocked"),
        TeamNotice::OrderedAgain { job, price } => {
            let job = jobs::get(turn, *job)?;
            let model = job.as_ref().map(|job| model_name(turn, job).to_owned()).unwrap_or_default();
            texts.say_with("ordered-again", args! { model: escape(&model), price: texts.credits(*price) })
        }
        TeamNotice::CreditsGivenBack { price, .. } => {
            let balance = texts.credits(ledger::available(turn, user)?);
            texts.say_with("credits-given-back", args! { price: texts.credits(*price), balance })
        }
    })
}
