//! `/generate`: from the first words or the first image to a placed job.
//!
//! Whatever a person sends or presses changes their form; then [`ask`] shows the one card of the order, with what is still
//! missing. What follows a tap replaces the message with the button; what follows a text is a new message.

use shared::catalog::{ImageInputs, Model};
use shared::templates::Template;

use super::callback_data::FormAction;
use super::texts::{args, escape, escaped};
use super::{Person, Said, keyboards, maintenance};
use crate::core::effect::Keyboard;
use crate::core::forms::{self, Form, Panel, Prompt, Question, TemplateForm, VideoForm, visible_words};
use crate::core::ids::MessageId;
use crate::core::jobs::{self, Progress};
use crate::core::turn::Turn;
use crate::core::{CoreError, ledger, models, preferences, provider};

pub(super) mod card;
pub(super) mod images;
pub(super) mod placing;
pub(super) mod wording;

use placing::Shown;

/// `/generate`, or its button: a fresh order, with the words and the image that came with the command. The buttons of an
/// order that was open are old now; its prompt can be taken over. Without words the model is asked for first.
pub(super) fn begin(turn: &mut Turn<'_>, person: &Person, said: Option<Said<'_>>) -> Result<(), CoreError> {
    if let Some(words) = maintenance::closed(turn, person.id, &person.texts) {
        person.send(turn, escaped(&words), Keyboard::default());
        return Ok(());
    }
    if provider::is_blocked(turn)? {
        person.send(turn, person.texts.say("paused"), Keyboard::default());
        return Ok(());
    }
    let mut form = fresh(turn, person)?;
    match said {
        Some(said) if visible_words(said.words).is_some() || said.message.image().is_some() => {
            choose_as_before(turn, person, &mut form)?;
            answer(turn, person, form, said)
        }
        _ => go_on(turn, person, form, None),
    }
}

/// An empty order. The prompt of one that was open can be taken over.
fn fresh(turn: &mut Turn<'_>, person: &Person) -> Result<VideoForm, CoreError> {
    let open = forms::open_video(turn, person.id)?;
    let prompt_before = open.and_then(|open| open.prompt.or(open.prompt_before));
    Ok(VideoForm { prompt_before, ..VideoForm::new(turn) })
}

/// A ready idea: a fresh order with its model, its choices and its prompt, as far as that has no blanks.
pub(super) fn begin_template(turn: &mut Turn<'_>, person: &Person, template: &Template) -> Result<(), CoreError> {
    let mut form = fresh(turn, person)?;
    if let Some(model) = turn.policy().catalog.get(&template.model) {
        form.take_model(model, turn.policy());
        let variant = if template.needs_photo() { model.image.as_ref() } else { form.variant_in_view(turn.policy()) };
        form.options = variant.map(|variant| variant.granted(&template.wishes)).unwrap_or_default();
    }
    form.template = Some(TemplateForm { id: template.id.clone(), words: Vec::new() });
    if template.blanks.is_empty() {
        form.prompt = Some(Prompt::of_earlier_order(template.prompt(&[])));
    }
    go_on(turn, person, form, None)
}

/// What a new order begins with: what the person has set, else the model and the options of their last order, else what
/// is offered first.
fn choose_as_before(turn: &Turn<'_>, person: &Person, form: &mut VideoForm) -> Result<(), CoreError> {
    let set = preferences::of(turn, person.id)?;
    let off = models::not_offered(turn)?;
    let model = set.model.filter(|id| !off.contains(id)).and_then(|id| turn.policy().catalog.get(&id));
    match model.filter(|model| !model.off) {
        Some(model) => form.take_model(model, turn.policy()),
        None => choose_as_last(turn, person, form)?,
    }
    if let Some(variant) = form.variant_in_view(turn.policy()).filter(|_| !set.wishes.is_empty()) {
        let mut wishes = variant.wishes(&form.options);
        wishes.extend(set.wishes);
        form.options = variant.granted(&wishes);
    }
    Ok(())
}

fn choose_as_last(turn: &Turn<'_>, person: &Person, form: &mut VideoForm) -> Result<(), CoreError> {
    let policy = turn.policy();
    let off = models::not_offered(turn)?;
    let is_offered = |model: &&Model| !model.off && !off.contains(&model.id);
    if let Some(last) = jobs::last_order(turn, person.id)?
        && let Some(model) = policy.catalog.get(&last.model).filter(is_offered)
    {
        form.model = Some(model.id.clone());
        form.options = last.options;
        return Ok(());
    }
    let first = policy.catalog.offered().filter(is_offered).find(|model| model.text.is_some());
    if let Some(model) = first.or_else(|| policy.catalog.offered().next()) {
        form.take_model(model, policy);
    }
    Ok(())
}

/// A message out of the blue: words or an image begin an order with them; what is neither is shown the way.
pub(super) fn begin_with(turn: &mut Turn<'_>, person: &Person, said: Said<'_>) -> Result<(), CoreError> {
    let texts = &person.texts;
    let is_greeting = || said.is_only_of(texts, "words-of-greeting") || is_consent(person, said);
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
        return images::sent(turn, person, form, file, said);
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
        FormAction::Model(id) => {
            if let Some(model) = turn.policy().catalog.get(id) {
                form.take_model(model, turn.policy());
            }
            form.panel = Panel::Card;
        }
        FormAction::Choose { option, choice } => choose(turn, &mut form, *option, *choice),
        FormAction::Confirm { price, revision } => {
            return placing::confirm(turn, person, message, form, Shown { price: *price, revision: *revision });
        }
        FormAction::Open(panel) => form.panel = *panel,
        FormAction::DropImage(number) => form.drop_image(*number),
        FormAction::TurnImages => {
            let last = form.images.pop();
            form.images.splice(0..0, last);
        }
        FormAction::UseImages(image_use) => form.image_use = Some(*image_use),
        FormAction::Style(number) => wording::toggle(&mut form, *number),
        FormAction::PromptBefore => std::mem::swap(&mut form.prompt, &mut form.prompt_before),
        FormAction::Continue => {
            form.panel = Panel::Card;
            return go_on(turn, person, form, None).map(|()| None);
        }
        FormAction::Cancel => return cancel(turn, person, message).map(|()| None),
    }
    go_on(turn, person, form, message)?;
    Ok(None)
}

/// Credits have arrived: an order that waited for them goes on where it was.
pub(super) fn go_on_after_payment(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    let Some(mut form) = forms::open_video(turn, person.id)? else { return Ok(()) };
    let available = ledger::available(turn, person.id)?;
    match form.question(turn.policy(), available) {
        Question::Confirm { .. } | Question::Credits { .. } => {
            form.panel = Panel::Card;
            go_on(turn, person, form, None)
        }
        Question::Model | Question::Blank(_) | Question::Prompt | Question::Image(_) | Question::Wait => Ok(()),
    }
}

/// Keeps the form and shows its card.
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
    form.panel = Panel::Card;
    if let Some(prompt) = form.prompt.as_mut().filter(|prompt| prompt.goes_on_in(said.message)) {
        prompt.add(words, said.message);
        remarks.push(texts.say("prompt-joined"));
        return ask(turn, person, form, None, remarks);
    }
    if form.fill_blank(&words, turn.policy()) {
        return ask(turn, person, form, None, remarks);
    }
    if form.takes_no_prompt(turn.policy()) {
        remarks.push(texts.say("takes-no-prompt"));
        return ask(turn, person, form, None, remarks);
    }
    let is_prompt = match form.question(turn.policy(), ledger::available(turn, person.id)?) {
        // Consent is a tap on a button: what is bought then is what stood above it.
        Question::Confirm { .. } if is_consent(person, said) => {
            remarks.push(texts.say("tap-to-confirm"));
            false
        }
        Question::Credits { .. } | Question::Image(_) if is_consent(person, said) => false,
        // A text always is the prompt, also when the model is still to be chosen or the card is complete.
        Question::Model
        | Question::Blank(_)
        | Question::Prompt
        | Question::Image(_)
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
    said.is_only_of(&person.texts, "words-of-consent")
}

fn choose(turn: &Turn<'_>, form: &mut VideoForm, option: usize, choice: usize) {
    let Some(variant) = form.variant_in_view(turn.policy()) else { return };
    let Some(option) = variant.options.get(option) else { return };
    if let Some(choice) = option.choices.get(choice) {
        form.options.insert(option.field.clone(), choice.value.clone());
        form.options = variant.complete(&form.options);
    }
}

/// Keeps the form and shows its card, after remarks on the last answer.
fn ask(
    turn: &mut Turn<'_>,
    person: &Person,
    mut form: VideoForm,
    message: Option<MessageId>,
    mut remarks: Vec<String>,
) -> Result<(), CoreError> {
    remarks.extend(misfit(turn, person, &mut form));
    keep(turn, person, &mut form)?;
    let (html, keyboard) = card::render(turn, person, &form)?;
    // Whoever has begun before should not find out at the last tap.
    let paused = match form.model(turn.policy()) {
        _ if turn.policy().decided.maintenance.is_some() => Some(
            maintenance::closed(turn, person.id, &person.texts)
                .map_or_else(|| person.texts.say("operators-maintenance-card"), |words| escaped(&words)),
        ),
        _ if provider::is_blocked(turn)? => Some(person.texts.say("paused-briefly")),
        Some(model) if is_paused(turn, &form, model)? => {
            Some(person.texts.say_with("paused-model", args! { model: escape(&model.name) }))
        }
        _ => None,
    };
    let html = remarks.into_iter().chain([html]).chain(paused).collect::<Vec<_>>().join("\n\n");
    person.show(turn, message, html, keyboard);
    Ok(())
}

/// Whether the model is switched off, or the provider cannot be paid for the order.
fn is_paused(turn: &Turn<'_>, form: &VideoForm, model: &Model) -> Result<bool, CoreError> {
    Ok(models::is_switched_off(turn, &model.id)? || provider::is_too_dear(turn, cost(turn, form, model))?)
}

/// What the order costs at the provider, as far as it is known: at least the model's cheapest video.
fn cost(turn: &Turn<'_>, form: &VideoForm, model: &Model) -> u32 {
    let variant = form.variant(turn.policy());
    variant.map_or_else(|| model.kie_cost_from(), |variant| variant.kie_cost(&form.options, form.images.len()))
}

/// Keeps the form. A second tap on what has been answered changes nothing, and the button that was shown after the first
/// one stays good.
fn keep(turn: &Turn<'_>, person: &Person, form: &mut VideoForm) -> Result<(), CoreError> {
    let is_news =
        forms::open_video(turn, person.id)?.is_none_or(|known| VideoForm { panel: form.panel, ..known } != *form);
    if is_news {
        form.revision = form.revision.wrapping_add(1);
    }
    forms::keep(turn, person.id, &Form::Video(form.clone()))
}

/// Takes back answers that the chosen model cannot use, with words for each. A prompt that is too long is kept: it can be
/// cut, or used with another model.
fn misfit(turn: &Turn<'_>, person: &Person, form: &mut VideoForm) -> Option<String> {
    let policy = turn.policy();
    if form.model.is_some() && form.model(policy).is_none() {
        form.model = None;
        form.follow_up = None;
        return Some(person.texts.say("model-gone"));
    }
    let model = form.model(policy)?;
    if form.follow_up.is_some() && form.variant(policy).is_none() {
        form.follow_up = None;
        return Some(person.texts.say("model-gone"));
    }
    if let Some(remark) = images::misfit(person, form, model) {
        return Some(remark);
    }
    let max = form.variant_in_view(policy)?.prompt_chars_max;
    let chars = form.prompt.as_ref().map_or(0, Prompt::chars);
    let is_too_long = max > 0 && chars > max;
    is_too_long.then(|| person.texts.say_with("prompt-too-long", args! { model: escape(&model.name), chars, max }))
}

/// What an order takes as images at present; of the model's other variants, where this one takes none.
fn image_inputs<'m>(form: &VideoForm, model: &'m Model) -> Option<&'m ImageInputs> {
    let of = |variant: Option<&'m shared::catalog::Variant>| variant.and_then(|variant| variant.images.as_ref());
    of(model.variant(form.inputs(model))).or_else(|| of(model.image.as_ref())).or_else(|| of(model.references.as_ref()))
}
