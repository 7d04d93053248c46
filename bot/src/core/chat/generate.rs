//! `/generate`: from "which model?" to a placed job.
//!
//! Whatever a person sends or presses changes their form; then [`ask`] finds what is missing and asks for that. What
//! is asked by a button press replaces the message with the button; what is asked after a text is a new message.

use super::callback_data::FormAction;
use super::texts::{args, escape};
use super::{Person, keyboards};
use crate::core::effect::Keyboard;
use crate::core::forms::{self, Form, ImageAnswer, Question, VideoForm};
use crate::core::ids::{Credits, MessageId};
use crate::core::jobs::{self, OrderSpec, PlaceJob};
use crate::core::turn::Turn;
use crate::core::update::Message;
use crate::core::{CoreError, ledger, provider};

pub(super) mod image;

/// `/generate`, or its button: a fresh order. An order that was open is forgotten; its buttons are old now.
pub(super) fn begin(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    if provider::is_blocked(turn)? {
        person.send(turn, person.texts.say("paused"), Keyboard::default());
        return Ok(());
    }
    let form = VideoForm::new(turn);
    go_on(turn, person, form, None)
}

/// A message out of the blue: an image begins an order, anything else is shown the way.
pub(super) fn begin_with(turn: &mut Turn<'_>, person: &Person, message: &Message) -> Result<(), CoreError> {
    let has_image = image::of_message(message).is_some();
    if has_image && provider::is_blocked(turn)? {
        person.send(turn, person.texts.say("paused"), Keyboard::default());
        return Ok(());
    }
    if !has_image {
        person.send(turn, person.texts.say("hint"), keyboards::main_actions(&person.texts));
        return Ok(());
    }
    let form = VideoForm::new(turn);
    answer(turn, person, form, message)
}

/// `/cancel`, or the form's button.
pub(super) fn cancel(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    let html = person.texts.say(if forms::drop(turn, person.id)? { "order-dropped" } else { "nothing-to-cancel" });
    person.show(turn, message, html, Keyboard::default());
    Ok(())
}

/// A message in the middle of an order.
pub(super) fn answer(
    turn: &mut Turn<'_>,
    person: &Person,
    form: VideoForm,
    message: &Message,
) -> Result<(), CoreError> {
    if let Some(file) = image::of_message(message) {
        return image::sent(turn, person, form, file, message);
    }
    match &message.text {
        Some(text) => text_sent(turn, person, form, text),
        None => ask_again(turn, person, &form, person.texts.say("cannot-use-that")),
    }
}

/// A button of a form. Says what to show over the chat, if anything.
pub(super) fn pressed(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    token: &str,
    action: &FormAction,
) -> Result<Option<String>, CoreError> {
    let Some(mut form) = forms::open_video(turn, person.id)?.filter(|form| form.token == token) else {
        let placed = jobs::was_placed(turn, token)?;
        return Ok(Some(if placed { person.texts.say("already-placed") } else { person.texts.say("old-button") }));
    };
    match action {
        FormAction::Model(id) => form.model = Some(id.clone()),
        FormAction::WithoutImage => form.image = ImageAnswer::Without,
        FormAction::Choose { option, choice } => choose(turn, &mut form, *option, *choice),
        FormAction::Confirm { price, revision } => {
            return confirm(turn, person, message, form, Shown { price: *price, revision: *revision });
        }
        FormAction::Change => return change(turn, person, message, &form).map(|()| None),
        FormAction::ChangeModel => form.model = None,
        FormAction::ChangePrompt => form.prompt = None,
        FormAction::ChangeImage => form.image = ImageAnswer::Unasked,
        FormAction::Back => {}
        FormAction::Cancel => return cancel(turn, person, message).map(|()| None),
    }
    go_on(turn, person, form, message)?;
    Ok(None)
}

/// Credits have arrived: an order that waited for them goes on where it was.
pub(super) fn go_on_after_payment(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    let Some(form) = forms::open_video(turn, person.id)? else { return Ok(()) };
    let available = ledger::available(turn, person.id)?;
    match form.question(turn.policy(), available) {
        Question::Confirm { .. } | Question::Credits { .. } => go_on(turn, person, form, None),
        Question::Model | Question::Prompt(_) | Question::Image { .. } | Question::Wait => Ok(()),
    }
}

/// Keeps the form and asks for what is missing.
pub(super) fn go_on(
    turn: &mut Turn<'_>,
    person: &Person,
    form: VideoForm,
    message: Option<MessageId>,
) -> Result<(), CoreError> {
    ask(turn, person, form, message, None)
}

fn text_sent(turn: &mut Turn<'_>, person: &Person, mut form: VideoForm, text: &str) -> Result<(), CoreError> {
    let Some(prompt) = prompt_of(text) else {
        return ask_again(turn, person, &form, person.texts.say("prompt-empty"));
    };
    let mut remark = None;
    match form.question(turn.policy(), ledger::available(turn, person.id)?) {
        Question::Image { .. } => return ask_again(turn, person, &form, person.texts.say("expected-an-image")),
        Question::Wait => {
            image::still_looking(turn, person);
            return Ok(());
        }
        // A text always is the prompt, also when the model is still to be chosen or the summary is shown already.
        Question::Credits { .. } | Question::Confirm { .. } => remark = Some(person.texts.say("prompt-replaced")),
        Question::Model | Question::Prompt(_) => {}
    }
    form.prompt = Some(prompt);
    ask(turn, person, form, None, remark)
}

/// The words of a text, without what nobody sees: control characters may mean something to whoever reads them next, and
/// marks without a width or for the direction of text can make a prompt look like another one. `None` when no word is
/// left. Joiners stay: scripts and emoji need them.
fn prompt_of(text: &str) -> Option<String> {
    let is_seen = |c: &char| match c {
        '\n' | '\t' => true,
        '\u{200b}'
        | '\u{2060}'
        | '\u{feff}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => false,
        c => !c.is_control(),
    };
    let seen: String = text.chars().filter(is_seen).collect();
    let has_words = seen.chars().any(|c| !c.is_whitespace() && !matches!(c, '\u{200c}' | '\u{200d}'));
    has_words.then(|| seen.trim().to_owned())
}

/// What a summary showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shown {
    price: Credits,
    revision: u32,
}

fn confirm(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    form: VideoForm,
    shown: Shown,
) -> Result<Option<String>, CoreError> {
    if provider::is_blocked(turn)? {
        return Ok(Some(person.texts.say("paused-briefly")));
    }
    // A restart may have brought other models, or the same with other limits.
    if drop_what_does_not_fit(turn, person, &mut form.clone()).is_some() {
        go_on(turn, person, form, message)?;
        return Ok(None);
    }
    let available = ledger::available(turn, person.id)?;
    let Question::Confirm { model, variant, price } = form.question(turn.policy(), available) else {
        go_on(turn, person, form, message)?;
        return Ok(None);
    };
    // Nobody gets anything else, or at another price, than what stood above the button.
    if shown != (Shown { price, revision: form.revision }) {
        go_on(turn, person, form, message)?;
        return Ok(Some(person.texts.say("order-changed")));
    }
    if provider::is_too_dear(turn, variant.kie_cost(&variant.complete(&form.options)))? {
        return Ok(Some(person.texts.say_with("paused-model", args! { model: model.name.as_str() })));
    }
    let image = match &form.image {
        ImageAnswer::With(image) => Some(image.clone()),
        ImageAnswer::Unasked | ImageAnswer::Without | ImageAnswer::Checking { .. } => None,
    };
    let order = OrderSpec {
        user: person.id,
        form: form.token.clone(),
        model: model.id.clone(),
        prompt: form.prompt.clone().unwrap_or_default(),
        options: variant.complete(&form.options),
        image,
        price,
        message,
    };
    match jobs::place(turn, order)? {
        PlaceJob::Placed(_) => {
            forms::drop(turn, person.id)?;
            Ok(Some(person.texts.say("placed")))
        }
        PlaceJob::AlreadyPlaced => Ok(Some(person.texts.say("already-placed"))),
        PlaceJob::TooMany { until } => {
            let wait = until.duration_since(turn.now());
            Ok(Some(person.texts.too_many_orders(wait)))
        }
        PlaceJob::NotEnoughCredits => go_on(turn, person, form, message).map(|()| None),
    }
}

fn change(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>, form: &VideoForm) -> Result<(), CoreError> {
    let with_image = form.model(turn.policy()).is_some_and(|model| model.image.is_some());
    let keyboard = keyboards::change(&person.texts, form, with_image);
    person.show(turn, message, person.texts.say("what-to-change"), keyboard);
    Ok(())
}

fn choose(turn: &Turn<'_>, form: &mut VideoForm, option: usize, choice: usize) {
    let Some(option) = form.variant(turn.policy()).and_then(|variant| variant.options.get(option)) else { return };
    if let Some(choice) = option.choices.get(choice) {
        form.options.insert(option.field.clone(), choice.value.clone());
    }
}

/// Keeps the form and asks for what is missing, after a remark on the last answer.
fn ask(
    turn: &mut Turn<'_>,
    person: &Person,
    mut form: VideoForm,
    message: Option<MessageId>,
    remark: Option<String>,
) -> Result<(), CoreError> {
    let misfit = drop_what_does_not_fit(turn, person, &mut form);
    // A second tap on what has been answered changes nothing, and the button that was shown after the first one stays good.
    if forms::open_video(turn, person.id)?.as_ref() != Some(&form) {
        form.revision = form.revision.wrapping_add(1);
    }
    forms::keep(turn, person.id, &Form::Video(form.clone()))?;
    let Some((html, keyboard)) = question(turn, person, &form)? else { return Ok(()) };
    // Whoever has begun before should not find out at the last tap.
    let paused = match form.model(turn.policy()) {
        _ if provider::is_blocked(turn)? => Some(person.texts.say("paused-briefly")),
        Some(model) if provider::is_too_dear(turn, model.kie_cost_from())? => {
            Some(person.texts.say_with("paused-model", args! { model: escape(&model.name) }))
        }
        _ => None,
    };
    let remarks = remark.into_iter().chain(misfit);
    let html = remarks.chain([html]).chain(paused).collect::<Vec<_>>().join("\n\n");
    person.show(turn, message, html, keyboard);
    Ok(())
}

/// The same question once more, after a remark; the form has not changed.
fn ask_again(turn: &mut Turn<'_>, person: &Person, form: &VideoForm, remark: String) -> Result<(), CoreError> {
    ask(turn, person, form.clone(), None, Some(remark))
}

/// What is asked for next. `None` while the image is looked at: the next word comes when that is done.
fn question(turn: &Turn<'_>, person: &Person, form: &VideoForm) -> Result<Option<(String, Keyboard)>, CoreError> {
    let Person { id, texts } = person;
    let available = ledger::available(turn, *id)?;
    let policy = turn.policy();
    Ok(Some(match form.question(policy, available) {
        Question::Wait => return Ok(None),
        Question::Model => {
            let off = provider::models_off(turn)?;
            let offered: Vec<_> = policy.catalog.offered().filter(|model| !off.contains(&model.id)).collect();
            (texts.ask_model(&offered, form.prompt.as_deref()), keyboards::models(texts, form, &offered))
        }
        Question::Prompt(model) => (texts.ask_prompt(model), keyboards::prompt(texts, form)),
        Question::Image { model, required } => {
            (texts.ask_image(model, required), keyboards::image(texts, form, required))
        }
        Question::Credits { price, available } => {
            let html = texts.say_with(
                "not-enough",
                args! { price: texts.credits(price), available: available.0, balance: texts.credits(available) },
            );
            (html, keyboards::packs(texts, &policy.packs, price - available))
        }
        Question::Confirm { model, variant, price } => {
            let html = texts.summary(model, form, price, available);
            (html, keyboards::summary(texts, form, variant, price))
        }
    }))
}

/// Takes back answers that the chosen model cannot use, with words for each.
fn drop_what_does_not_fit(turn: &Turn<'_>, person: &Person, form: &mut VideoForm) -> Option<String> {
    let policy = turn.policy();
    if form.model.is_some() && form.model(policy).is_none() {
        form.model = None;
        return Some(person.texts.say("model-gone"));
    }
    let model = form.model(policy)?;
    if let ImageAnswer::With(image) = &form.image {
        let remark = match model.image.as_ref().and_then(|variant| variant.image.as_ref()) {
            None => Some(person.texts.say("model-takes-no-image")),
            Some(input) => image::misfit(person, image, input),
        };
        if remark.is_some() {
            form.image = ImageAnswer::Unasked;
            return remark;
        }
    }
    let variant = form.variant(policy).or(model.text.as_ref()).or(model.image.as_ref())?;
    let chars = form.prompt.as_ref().map_or(0, |prompt| prompt.chars().count());
    if chars > variant.prompt_chars_max {
        form.prompt = None;
        let arguments = args! { model: escape(&model.name), chars, max: variant.prompt_chars_max };
        return Some(person.texts.say_with("prompt-too-long", arguments));
    }
    None
}
