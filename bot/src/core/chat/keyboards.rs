//! The buttons under the bot's messages.

use shared::job::{FailureReason, FollowUpKind, JobId};
use url::Url;

use super::callback_data::{
    BroadcastAction, CallbackData, ForgetStep, FormAction, RefundAction, RefundDecision, TemplatesAction,
};
use super::generate::placing::price_of_repeat;
use super::texts::{Texts, args, cut, follow_up_name};
use crate::core::CoreError;
use crate::core::effect::{Button, ButtonAction, ButtonStyle, Keyboard};
use crate::core::forms::VideoForm;
use crate::core::ids::{Credits, PurchaseName, RefundEligibility};
use crate::core::jobs::{self, Job, Progress};
use crate::core::policy::Pack;
use crate::core::refunds::Purchase;
use crate::core::turn::Turn;

/// Characters of a prompt that a button shows.
const PROMPT_UNITS_MAX: usize = 30;

pub(super) fn button(label: impl Into<String>, data: &CallbackData) -> Button {
    Button::new(label, ButtonAction::Callback(data.to_string()))
}

/// The label of a button for what is chosen, or not.
pub(super) fn checked(label: String, is_chosen: bool) -> String {
    if is_chosen { format!("✓ {label}") } else { label }
}

/// An answer in a form.
pub(super) fn answer(form: &VideoForm, label: impl Into<String>, action: FormAction) -> Button {
    button(label, &CallbackData::Form { token: form.token.clone(), action })
}

/// The two things that one comes for.
pub(super) fn main_actions(texts: &Texts) -> Keyboard {
    Keyboard(vec![vec![
        button(texts.button("make-video"), &CallbackData::Generate).styled(ButtonStyle::Primary),
        button(texts.button("buy"), &CallbackData::Buy),
    ]])
}

/// The same for a newcomer, with ready ideas.
pub(super) fn welcome(texts: &Texts) -> Keyboard {
    let mut keyboard = main_actions(texts);
    keyboard.0.push(vec![button(texts.button("templates"), &CallbackData::Templates(TemplatesAction::List))]);
    keyboard
}

/// Under a broadcast: the way out.
pub(super) fn no_more_news(texts: &Texts) -> Keyboard {
    Keyboard(vec![vec![button(texts.button("no-more-news"), &CallbackData::News { wanted: false })]])
}

/// Under the news of a broadcast that is paused.
pub(super) fn broadcast_paused(texts: &Texts, id: i64) -> Keyboard {
    Keyboard(vec![vec![
        broadcast(texts.button("broadcast-resume"), id, BroadcastAction::Resume),
        broadcast(texts.button("broadcast-cancel"), id, BroadcastAction::Cancel).styled(ButtonStyle::Danger),
    ]])
}

/// What an operator can decide about a broadcast.
pub(super) fn broadcast(label: String, id: i64, action: BroadcastAction) -> Button {
    button(label, &CallbackData::Broadcast { id, action })
}

/// Under what is said about privacy.
pub(super) fn privacy(texts: &Texts) -> Keyboard {
    Keyboard(vec![vec![button(texts.button("forget"), &CallbackData::Forget(ForgetStep::Ask))]])
}

/// Whether they are sure.
pub(super) fn forget(texts: &Texts) -> Keyboard {
    Keyboard(vec![vec![
        button(texts.button("forget-sure"), &CallbackData::Forget(ForgetStep::Sure)).styled(ButtonStyle::Danger),
        button(texts.button("forget-keep"), &CallbackData::Forget(ForgetStep::Keep)),
    ]])
}

/// Under a video, and under the news that there is none: the same once more, the same changed, and what can be made of it.
pub(super) fn after_job(turn: &Turn<'_>, texts: &Texts, job: &Job) -> Result<Keyboard, CoreError> {
    let mut rows = Vec::new();
    // What was refused as it is would be refused once more.
    let may_succeed = job.failure.is_none_or(FailureReason::may_succeed_again);
    if let Some(price) = price_of_repeat(turn, job)?.filter(|_| may_succeed) {
        let label = texts.say_with("button-again", args! { credits: price.0 });
        rows.push(vec![button(label, &CallbackData::Again { job: job.id, price })]);
    }
    let follow_up = |(kind, price): (FollowUpKind, Credits)| {
        let label = texts.say_with(&format!("button-follow-{}", follow_up_name(kind)), args! { credits: price.0 });
        button(label, &CallbackData::FollowUp { kind, job: job.id, price })
    };
    // A video may be narrow, and the buttons under it with it: each has a row of its own.
    rows.extend(jobs::follow_ups(turn, job)?.into_iter().map(|offered| vec![follow_up(offered)]));
    rows.push(vec![button(texts.button("edit"), &CallbackData::Edit(job.id))]);
    let is_made = matches!(job.progress, Progress::Ready | Progress::Delivered);
    if is_made && job.follow_up.is_none() && !job.prompt.is_empty() {
        let link = texts.link_to(&turn.policy().username, &video_link(job.id));
        let link = link.and_then(|link| texts.share_link(&link, &texts.say("share-text")));
        rows.extend(link.map(|link| vec![Button::new(texts.button("share-video"), ButtonAction::Open(link))]));
    }
    Ok(Keyboard(rows))
}

/// The parameter of links to a bot that lead to an order like this one.
pub(super) fn video_link(job: JobId) -> String {
    format!("{VIDEO_LINK_PREFIX}{job}")
}

/// What the parameter of such a link begins with.
pub(super) const VIDEO_LINK_PREFIX: &str = "v_";

/// While a request to the operators is awaited.
pub(super) fn support(texts: &Texts) -> Vec<Button> {
    vec![button(texts.button("cancel"), &CallbackData::CancelSupport)]
}

/// Under whatever is asked in the middle of an order.
pub(super) fn unfinished(texts: &Texts, form: &VideoForm) -> Vec<Button> {
    vec![
        answer(form, texts.button("continue"), FormAction::Continue),
        answer(form, texts.button("discard"), FormAction::Cancel),
    ]
}

/// Cancel a job that still waits, as one of several.
pub(super) fn cancel_one_job(texts: &Texts, job: &Job) -> Vec<Button> {
    let label = texts.say_with("cancel-video", args! { prompt: cut(&job.prompt, PROMPT_UNITS_MAX) });
    vec![button(label, &CallbackData::CancelJob(job.id))]
}

/// Cancel a job that still waits.
pub(super) fn cancel_job(texts: &Texts, job: JobId) -> Button {
    button(texts.button("cancel"), &CallbackData::CancelJob(job))
}

/// Under a link of somebody's: send it to a chat, with these words, or copy it.
pub(super) fn share_link(texts: &Texts, link: &Url, words: &str) -> Keyboard {
    let share =
        texts.share_link(link, words).map(|share| Button::new(texts.button("share"), ButtonAction::Open(share)));
    let copy = Button::new(texts.button("copy-link"), ButtonAction::Copy(link.to_string()));
    Keyboard(vec![share.into_iter().chain([copy]).collect()])
}

/// The packs, to be given to somebody else.
pub(super) fn gift_packs(texts: &Texts, packs: &[Pack]) -> Keyboard {
    Keyboard(
        packs.iter().map(|pack| vec![button(pack_label(texts, pack), &CallbackData::GiftPack(pack.credits))]).collect(),
    )
}

fn pack_label(texts: &Texts, pack: &Pack) -> String {
    let credits = texts.credits_and_bonus(pack.credits, pack.bonus);
    texts.say_with("pack", args! { credits, stars: pack.stars.0 })
}

/// The packs of at least so many credits; all of them if none is large enough.
pub(super) fn packs(texts: &Texts, packs: &[Pack], at_least: Credits) -> Keyboard {
    let enough: Vec<&Pack> = packs.iter().filter(|pack| pack.credits + pack.bonus >= at_least).collect();
    let offered = if enough.is_empty() { packs.iter().collect() } else { enough };
    let row = |pack: &Pack| vec![button(pack_label(texts, pack), &CallbackData::Pack(pack.credits))];
    Keyboard(offered.into_iter().map(row).collect())
}

/// What can be done about purchases, one in each row.
pub(super) fn purchases(texts: &Texts, purchases: &[Purchase]) -> Keyboard {
    let row = |purchase: &Purchase| {
        let (label, action) = match purchase.eligibility {
            RefundEligibility::Refundable => ("button-refund-offer", RefundAction::Offer),
            RefundEligibility::Spent
            | RefundEligibility::GiftOpened
            | RefundEligibility::TooLate
            | RefundEligibility::Refused => ("button-refund-ask", RefundAction::Ask),
            RefundEligibility::Asked
            | RefundEligibility::Declined
            | RefundEligibility::UnderWay
            | RefundEligibility::Returned => return None,
        };
        Some(vec![refund(texts.say_with(label, &texts.of_any_purchase(purchase)), purchase.number, action)])
    };
    Keyboard(purchases.iter().filter_map(row).collect())
}

/// Under the question whether a purchase shall go back.
pub(super) fn refund_offer(texts: &Texts, number: i64) -> Keyboard {
    Keyboard(vec![
        vec![refund(texts.button("refund-confirm"), number, RefundAction::Confirm)],
        vec![refund(texts.button("refund-keep"), number, RefundAction::Keep)],
    ])
}

/// Under the question to the operators.
pub(super) fn refund_decision(texts: &Texts, purchase: PurchaseName) -> Keyboard {
    let decide = |label, decision| button(label, &CallbackData::Decide { purchase, decision });
    Keyboard(vec![vec![
        decide(texts.button("refund-approve"), RefundDecision::Approve),
        decide(texts.button("refund-decline"), RefundDecision::Decline),
    ]])
}

fn refund(label: String, number: i64, action: RefundAction) -> Button {
    button(label, &CallbackData::Refund { number, action })
}

/// Do without the order.
pub(super) fn cancel(texts: &Texts, form: &VideoForm) -> Button {
    answer(form, texts.button("cancel"), FormAction::Cancel)
}
