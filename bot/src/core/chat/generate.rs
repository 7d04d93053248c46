//! `/generate`: from "which model?" to a placed job.
//!
//! Whatever a person sends or presses changes their form; then [`ask`] finds what is missing and asks for that. What
//! is asked by a button press replaces the message with the button; what is asked after a text is a new message.

use shared::catalog::Model;

use super::callback_data::FormAction;
use super::texts::{args, escape};
use super::{Person, Said, keyboards};
use crate::core::effect::Keyboard;
use crate::core::forms::{self, Form, ImageAnswer, Prompt, Question, VideoForm, visible_words};
use crate::core::ids::{Credits, MessageId};
use crate::core::jobs::{self, OrderSpec, PlaceJob, Progress};
use crate::core::turn::Turn;
use crate::core::{CoreError, ledger, provider};

pub(super) mod image;

/// `/generate`, or its button: a fresh order, with the words and the image that came with the command. The buttons of an
/// order that was open are old now; its prompt can be taken over.
pub(super) fn begin(turn: &mut Turn<'_>, person: &Person, said: Option<Said<'_>>) -> Result<(), CoreError> {
    if provider::is_blocked(turn)? {
        person.send(turn, person.texts.say("paused"), Keyboard::default());
        return Ok(());
    }
    let before = forms::open_video(turn, person.id)?;
    let mut form = VideoForm::new(turn);
    form.prompt_before = before.and_then(|before| before.prompt.or(before.prompt_before));
    match said {
        Some(said) if visible_words(said.words).is_some() || said.message.image().is_some() => {
            answer(turn, person, form, said)
        }
        _ => go_on(turn, person, form, None),
    }
}

/// A message out of the blue: words or an image begin an order with them; what is neither is shown the way.
pub(super) fn begin_with(turn: &mut Turn<'_>, person: &Person, said: Said<'_>) -> Result<(), CoreError> {
    let texts = &person.texts;
    let is_greeting = || said.is_only_of(&texts.say("words-of-greeting")) || is_consent(person, said);
    let key = if said.message.image().is_some() || visible_words(said.words).is_some() && !is_greeting() {
        return begin(turn, person, Some(said));
    } else if said.message.text.is_none() {
        "cannot-use-that"
    } else if visible_words(said.words).is_none() {
        "prompt-empty"
    } else {
        "hint"
    };
    person.send(turn, texts.say(key), keyboards::main_actions(texts));
    Ok(())
}

/// `/cancel`, or the form's button.
pub(super) fn cancel(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    let texts = &person.texts;
    if forms::drop(turn, person.id)? {
        person.show(turn, message, texts.say("order-dropped"), Keyboard::default());
        return Ok(());
    }
    let jobs = jobs::under_way(turn, person.id)?;
    let queued: Vec<_> = jobs.iter().filter(|job| job.progress == Progress::Queued).collect();
    let is_rendered = jobs.iter().any(|job| job.progress == Progress::Submitted);
    let key = match (jobs.is_empty(), queued.is_empty()) {
        (true, _) => "nothing-to-cancel",
        (false, true) if is_rendered => "cancel-rendering",
        (false, true) => "cancel-passed-on",
        (false, false) => "cancel-queued",
    };
    let rows = queued.into_iter().map(|job| keyboards::cancel_one_job(texts, job)).collect();
    person.show(turn, message, texts.say(key), Keyboard(rows));
    Ok(())
}

/// A message in the middle of an order.
pub(super) fn answer(turn: &mut Turn<'_>, person: &Person, form: VideoForm, said: Said<'_>) -> Result<(), CoreError> {
    if let Some(file) = said.message.image() {
        return image::sent(turn, person, form, file, said);
    }
    let is_text = said.message.text.is_some();
    match visible_words(said.words) {
        Some(words) => text_sent(turn, person, form, said, words),
        None => {
            let key = if is_text { "prompt-empty" } else { "cannot-use-that" };
            ask(turn, person, form, None, vec![person.texts.say(key)])
        }
    }
}

/// The person changed a message. If it brought the prompt of the open order or a part of it, the prompt changes.
pub(super) fn edited(turn: &mut Turn<'_>, person: &Person, said: Said<'_>) -> Result<(), CoreError> {
    let message = said.message.message_id;
    let Some(mut form) = forms::open_video(turn, person.id)? else { return Ok(()) };
    let Some(prompt) = form.prompt.as_ref().filter(|prompt| prompt.is_from(message)) else { return Ok(()) };
    let words = visible_words(said.words).unwrap_or_default();
    let Some(edited) = prompt.edited(words, message).filter(|edited| visible_words(&edited.words()).is_some()) else {
        return ask(turn, person, form, None, vec![person.texts.say("prompt-empty")]);
    };
    if form.replace_prompt(edited) {
        ask(turn, person, form, None, vec![person.texts.say("prompt-replaced")])
    } else {
        Ok(())
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
        FormAction::ChangePrompt => form.prompt_before = form.prompt.take().or(form.prompt_before),
        FormAction::PromptBefore => std::mem::swap(&mut form.prompt, &mut form.prompt_before),
        FormAction::ChangeImage => form.image = ImageAnswer::Unasked,
        FormAction::Back => {}
        FormAction::Continue => return go_on(turn, person, form, None).map(|()| None),
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
    ask(turn, person, form, message, Vec::new())
}

fn text_sent(
    turn: &mut Turn<'_>,
    person: &Person,
    mut form: VideoForm,
    said: Said<'_>,
    words: String,
) -> Result<(), CoreError> {
    let texts = &person.texts;
    // Of a video or a voice message, the words under it are what we can use.
    let mut remarks: Vec<String> =
        said.message.text.is_none().then(|| texts.say("cannot-use-that")).into_iter().collect();
    if let Some(prompt) = form.prompt.as_mut().filter(|prompt| prompt.goes_on_in(said.message)) {
        prompt.add(words, said.message);
        remarks.push(texts.say("prompt-joined"));
        return ask(turn, person, form, None, remarks);
    }
    let is_prompt = match form.question(turn.policy(), ledger::available(turn, person.id)?) {
        Question::Image { required, .. } => {
            if !required && said.is_only_of(&texts.say("words-of-refusal")) {
                form.image = ImageAnswer::Without;
            } else {
                let key = if required { "expected-an-image-required" } else { "expected-an-image" };
                remarks.push(texts.say(key));
            }
            false
        }
        // Consent is a tap on a button: what is bought then is what stood above it.
        Question::Confirm { .. } if is_consent(person, said) => {
            remarks.push(texts.say("tap-to-confirm"));
            false
        }
        Question::Credits { .. } if is_consent(person, said) => false,
        // A text always is the prompt, also when the model is still to be chosen or the summary is shown already.
        Question::Model
        | Question::Prompt(_)
        | Question::Credits { .. }
        | Question::Confirm { .. }
        | Question::Wait => true,
    };
    if is_prompt && form.replace_prompt(Prompt::new(words, said.message)) {
        remarks.push(texts.say("prompt-replaced"));
    }
    ask(turn, person, form, None, remarks)
}

/// Whether somebody types "yes" rather than tapping a button.
fn is_consent(person: &Person, said: Said<'_>) -> bool {
    said.is_only_of(&person.texts.say("words-of-consent"))
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
    if misfit(turn, person, &mut form.clone()).is_some() {
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
        prompt: form.prompt.as_ref().map(Prompt::words).unwrap_or_default(),
        options: variant.complete(&form.options),
        image,
        price,
        message,
        topic: person.topic,
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

/// Keeps the form and asks for what is missing, after remarks on the last answer.
fn ask(
    turn: &mut Turn<'_>,
    person: &Person,
    mut form: VideoForm,
    message: Option<MessageId>,
    mut remarks: Vec<String>,
) -> Result<(), CoreError> {
    remarks.extend(misfit(turn, person, &mut form));
    keep(turn, person, &mut form)?;
    let Some((html, mut keyboard)) = question(turn, person, &form)? else {
        if !remarks.is_empty() {
            person.send(turn, remarks.join("\n\n"), Keyboard::default());
        }
        return Ok(());
    };
    if form.prompt_before.is_some() {
        keyboard.0.push(keyboards::prompt_before(&person.texts, &form));
    }
    // Whoever has begun before should not find out at the last tap.
    let paused = match form.model(turn.policy()) {
        _ if provider::is_blocked(turn)? => Some(person.texts.say("paused-briefly")),
        Some(model) if provider::is_too_dear(turn, cost(turn, &form, model))? => {
            Some(person.texts.say_with("paused-model", args! { model: escape(&model.name) }))
        }
        _ => None,
    };
    let html = remarks.into_iter().chain([html]).chain(paused).collect::<Vec<_>>().join("\n\n");
    person.show(turn, message, html, keyboard);
    Ok(())
}

/// What the order costs at the provider, as far as it is known: at least the model's cheapest video.
fn cost(turn: &Turn<'_>, form: &VideoForm, model: &Model) -> u32 {
    let variant = form.variant(turn.policy()).filter(|_| form.image != ImageAnswer::Unasked);
    variant.map_or_else(|| model.kie_cost_from(), |variant| variant.kie_cost(&variant.complete(&form.options)))
}

/// Keeps the form. A second tap on what has been answered changes nothing, and the button that was shown after the first
/// one stays good.
fn keep(turn: &Turn<'_>, person: &Person, form: &mut VideoForm) -> Result<(), CoreError> {
    if forms::open_video(turn, person.id)?.as_ref() != Some(form) {
        form.revision = form.revision.wrapping_add(1);
    }
    forms::keep(turn, person.id, &Form::Video(form.clone()))
}

/// What is asked for next. `None` while the image is looked at: the next word comes when that is done.
fn question(turn: &Turn<'_>, person: &Person, form: &VideoForm) -> Result<Option<(String, Keyboard)>, CoreError> {
    let Person { id, texts, .. } = person;
    let available = ledger::available(turn, *id)?;
    let policy = turn.policy();
    Ok(Some(match form.question(policy, available) {
        Question::Wait => return Ok(None),
        Question::Model => {
            let off = provider::models_off(turn)?;
            let offered: Vec<_> = policy.catalog.offered().filter(|model| !off.contains(&model.id)).collect();
            (texts.ask_model(&offered, form.prompt.as_ref()), keyboards::models(texts, form, &offered))
        }
        Question::Prompt(model) => {
            let html = texts.say_with("ask-prompt", args! { model: escape(&model.name) });
            (html, keyboards::prompt(texts, form))
        }
        Question::Image { model, required } => {
            let key = if required { "ask-image-required" } else { "ask-image" };
            let html = texts.say_with(key, args! { model: escape(&model.name) });
            (html, keyboards::image(texts, form, required))
        }
        Question::Credits { price, available } => {
            let html = texts.say_with("not-enough", args! { price: texts.credits(price), available: available.0 });
            (html, keyboards::packs(texts, &policy.packs, price - available))
        }
        Question::Confirm { model, variant, price } => {
            let html = texts.summary(model, form, price, available);
            (html, keyboards::summary(texts, form, variant, price))
        }
    }))
}

/// Takes back answers that the chosen model cannot use, with words for each. A prompt that is too long is kept: it can be
/// cut, or used with another model.
fn misfit(turn: &Turn<'_>, person: &Person, form: &mut VideoForm) -> Option<String> {
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
    let max = form.prompt_chars_max(policy)?;
    let chars = form.prompt.as_ref().map_or(0, Prompt::chars);
    (chars > max).then(|| person.texts.say_with("prompt-too-long", args! { model: escape(&model.name), chars, max }))
}
