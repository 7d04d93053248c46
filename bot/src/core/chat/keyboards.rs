//! The buttons under the bot's messages.

use shared::catalog::{Model, Variant};
use shared::job::JobId;

use super::callback_data::{CallbackData, ForgetStep, FormAction, RefundAction, RefundDecision};
use super::texts::{Texts, args, cut};
use crate::core::effect::{Button, ButtonAction, Keyboard};
use crate::core::forms::VideoForm;
use crate::core::ids::{Credits, PurchaseName, RefundEligibility};
use crate::core::jobs::Job;
use crate::core::policy::Pack;
use crate::core::refunds::Purchase;

/// Characters of a prompt that a button shows.
const PROMPT_UNITS_MAX: usize = 30;

fn button(label: impl Into<String>, data: &CallbackData) -> Button {
    Button { label: label.into(), action: ButtonAction::Callback(data.to_string()) }
}

fn answer(form: &VideoForm, label: impl Into<String>, action: FormAction) -> Button {
    button(label, &CallbackData::Form { token: form.token.clone(), action })
}

/// The two things that one comes for.
pub(super) fn main_actions(texts: &Texts) -> Keyboard {
    Keyboard(vec![vec![
        button(texts.button("make-video"), &CallbackData::Generate),
        button(texts.button("buy"), &CallbackData::Buy),
    ]])
}

/// Under what is said about privacy.
pub(super) fn privacy(texts: &Texts) -> Keyboard {
    Keyboard(vec![vec![button(texts.button("forget"), &CallbackData::Forget(ForgetStep::Ask))]])
}

/// Whether they are sure.
pub(super) fn forget(texts: &Texts) -> Keyboard {
    Keyboard(vec![vec![
        button(texts.button("forget-sure"), &CallbackData::Forget(ForgetStep::Sure)),
        button(texts.button("forget-keep"), &CallbackData::Forget(ForgetStep::Keep)),
    ]])
}

/// Order the same once more.
pub(super) fn again(texts: &Texts, job: JobId) -> Button {
    button(texts.button("again"), &CallbackData::Again(job))
}

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

/// The way back to the prompt that the newest one replaced.
pub(super) fn prompt_before(texts: &Texts, form: &VideoForm) -> Vec<Button> {
    vec![answer(form, texts.button("prompt-before"), FormAction::PromptBefore)]
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

/// The packs of at least so many credits, two in a row; all of them if none is large enough.
pub(super) fn packs(texts: &Texts, packs: &[Pack], at_least: Credits) -> Keyboard {
    let enough: Vec<&Pack> = packs.iter().filter(|pack| pack.credits >= at_least).collect();
    let offered = if enough.is_empty() { packs.iter().collect() } else { enough };
    let buttons = offered.into_iter().map(|pack| {
        button(
            texts.say_with("pack", args! { credits: pack.credits.0, stars: pack.stars.0 }),
            &CallbackData::Pack(pack.credits),
        )
    });
    Keyboard(rows_of_two(buttons))
}

/// What can be done about purchases, one in each row.
pub(super) fn purchases(texts: &Texts, purchases: &[Purchase]) -> Keyboard {
    let row = |purchase: &Purchase| {
        let (label, action) = match purchase.eligibility {
            RefundEligibility::Refundable => ("button-refund-offer", RefundAction::Offer),
            RefundEligibility::Spent | RefundEligibility::TooLate | RefundEligibility::Refused => {
                ("button-refund-ask", RefundAction::Ask)
            }
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

/// One model in each row, with its price.
pub(super) fn models(texts: &Texts, form: &VideoForm, offered: &[&Model]) -> Keyboard {
    let model = |model: &&Model| {
        let label = texts.say_with("model-button", args! { model: model.name.as_str(), from: model.price_from() });
        vec![answer(form, label, FormAction::Model(model.id.clone()))]
    };
    let mut rows: Vec<_> = offered.iter().map(model).collect();
    rows.push(vec![cancel(texts, form)]);
    Keyboard(rows)
}

/// While the prompt is asked for.
pub(super) fn prompt(texts: &Texts, form: &VideoForm) -> Keyboard {
    Keyboard(vec![vec![answer(form, texts.button("other-model"), FormAction::ChangeModel), cancel(texts, form)]])
}

/// While the image is asked for.
pub(super) fn image(texts: &Texts, form: &VideoForm, required: bool) -> Keyboard {
    let skip = answer(form, texts.button("skip"), FormAction::WithoutImage);
    let cancel = cancel(texts, form);
    Keyboard(vec![if required { vec![cancel] } else { vec![skip, cancel] }])
}

/// Under the summary: the options, each choice a button, then what to do with the order.
pub(super) fn summary(texts: &Texts, form: &VideoForm, variant: &Variant, price: Credits) -> Keyboard {
    let mut rows = Vec::new();
    for (option_index, option) in variant.options.iter().enumerate() {
        let chosen = option.choice(&form.options).map(|choice| &choice.value);
        let choices = option.choices.iter().enumerate().map(|(choice_index, choice)| {
            let label = texts.choice(choice, chosen == Some(&choice.value));
            answer(form, label, FormAction::Choose { option: option_index, choice: choice_index })
        });
        rows.extend(choices.collect::<Vec<_>>().chunks(3).map(<[Button]>::to_vec));
    }
    let confirm = texts.say_with("confirm-button", args! { credits: price.0 });
    rows.push(vec![answer(form, confirm, FormAction::Confirm { price, revision: form.revision })]);
    rows.push(vec![answer(form, texts.button("change"), FormAction::Change), cancel(texts, form)]);
    Keyboard(rows)
}

/// What can be changed.
pub(super) fn change(texts: &Texts, form: &VideoForm, with_image: bool) -> Keyboard {
    let mut what = vec![
        answer(form, texts.button("change-model"), FormAction::ChangeModel),
        answer(form, texts.button("change-prompt"), FormAction::ChangePrompt),
    ];
    if with_image {
        what.push(answer(form, texts.button("change-image"), FormAction::ChangeImage));
    }
    Keyboard(vec![what, vec![answer(form, texts.button("back"), FormAction::Back), cancel(texts, form)]])
}

fn cancel(texts: &Texts, form: &VideoForm) -> Button {
    answer(form, texts.button("cancel"), FormAction::Cancel)
}

fn rows_of_two(buttons: impl Iterator<Item = Button>) -> Vec<Vec<Button>> {
    buttons.collect::<Vec<_>>().chunks(2).map(<[Button]>::to_vec).collect()
}
