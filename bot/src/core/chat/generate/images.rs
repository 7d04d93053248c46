//! The images that a video is made from: sent, looked at by somebody who can do I/O, and found good or not.

use shared::catalog::{ImageInputs, Model};
use shared::image_type::ImageType;

use super::{ask, image_inputs, keep};
use crate::core::chat::texts::{args, listed};
use crate::core::chat::{Person, Said};
use crate::core::effect::Keyboard;
use crate::core::event::{Outcome, Receipt, Refusal};
use crate::core::forms::{self, Album, Form, FormImage, Panel, Prompt, Question, VideoForm, visible_words};
use crate::core::ids::JobImage;
use crate::core::outbox::{self, Item, Timeliness};
use crate::core::ticket::Kind;
use crate::core::turn::Turn;
use crate::core::update::{FileRef, Message};
use crate::core::{CoreError, ledger};

/// Telegram hands no larger file to a bot.
/// Source: core.telegram.org/bots/api#getfile
const FILE_BYTES_MAX: u64 = 20 * 1024 * 1024;

/// An image came. It is added to those of the order; where the model takes no more, it takes the place of the last, unless
/// they came together.
pub(super) fn sent(
    turn: &mut Turn<'_>,
    person: &Person,
    mut form: VideoForm,
    file: &FileRef,
    said: Said<'_>,
) -> Result<(), CoreError> {
    let texts = &person.texts;
    let mut remarks = Vec::new();
    let is_another_of_album = is_of_same_album(&form, said.message);
    if !is_another_of_album {
        form.album = said.message.media_group_id.clone().map(|id| Album { id, told: false, has_words: false });
        form.panel = Panel::Card;
    }
    if let Some(words) = visible_words(said.words)
        && take_words(&mut form, words, said.message)
    {
        remarks.push(texts.say("prompt-replaced"));
    }
    form.follow_up = None;
    let max = form.model(turn.policy()).map_or(usize::MAX, Model::images_max);
    let is_full = form.images.len() >= max;
    let refusal = if max == 0 {
        Some(texts.say("model-takes-no-image"))
    } else if file.file_size.is_some_and(|size| size > FILE_BYTES_MAX) {
        Some(too_large(person, bytes_max(turn, &form)))
    } else if is_full && is_another_of_album {
        Some(texts.say_with("images-enough", args! { images: max }))
    } else {
        None
    };
    if let Some(refusal) = refusal {
        // The others of the album fare no better, and are not spoken of one by one.
        let was_told = form.album.as_mut().is_some_and(|album| std::mem::replace(&mut album.told, true));
        if !was_told {
            remarks.push(refusal);
        }
        return refuse(turn, person, form, remarks);
    }
    if is_full {
        form.images.pop();
        remarks.push(texts.say("image-replaced"));
    }
    let number = form.images_sent;
    form.images_sent = number.wrapping_add(1);
    form.images.push(FormImage { number, file_id: file.file_id.clone(), found: None });
    outbox::replace(turn, Kind::CheckImage, &check_name(&form, number), person.id, &file.file_id)?;
    // The card comes when all have been looked at: a moment later, and once for an album.
    if is_waited_for(turn, person, &form)? {
        keep(turn, person, &mut form)?;
        if !remarks.is_empty() {
            person.send(turn, remarks.join("\n\n"), Keyboard::default());
        }
        return Ok(());
    }
    if is_another_of_album && remarks.is_empty() {
        return keep(turn, person, &mut form);
    }
    remarks.insert(0, texts.say("image-received"));
    ask(turn, person, form, None, remarks)
}

/// An image is not taken. The card is shown when something about it is new, or nothing was said yet.
fn refuse(turn: &mut Turn<'_>, person: &Person, form: VideoForm, remarks: Vec<String>) -> Result<(), CoreError> {
    let known = forms::open_video(turn, person.id)?;
    let is_new =
        known.as_ref().is_none_or(|known| known.prompt != form.prompt || known.album.is_none() || form.album.is_none());
    if is_new {
        return ask(turn, person, form, None, remarks);
    }
    // The card that is shown stays good.
    forms::keep(turn, person.id, &Form::Video(form))?;
    if !remarks.is_empty() {
        person.send(turn, remarks.join("\n\n"), Keyboard::default());
    }
    Ok(())
}

/// What the look at an image is called.
fn check_name(form: &VideoForm, number: u32) -> String {
    format!("{}:{number}", form.token)
}

fn is_of_same_album(form: &VideoForm, message: &Message) -> bool {
    let albums = (form.album.as_ref().map(|album| &album.id), message.media_group_id.as_ref());
    matches!(albums, (Some(known), Some(id)) if known == id)
}

/// The words under an image are the prompt, those under another image of its album go on with it. Says whether another
/// prompt was replaced.
fn take_words(form: &mut VideoForm, words: String, message: &Message) -> bool {
    let goes_on = form.album.as_mut().is_some_and(|album| std::mem::replace(&mut album.has_words, true));
    match form.prompt.as_mut().filter(|_| goes_on) {
        Some(prompt) => {
            prompt.add(words, message);
            false
        }
        None => form.replace_prompt(Prompt::new(words, message)),
    }
}

/// Whether nothing is asked until the images have been looked at.
fn is_waited_for(turn: &Turn<'_>, person: &Person, form: &VideoForm) -> Result<bool, CoreError> {
    let available = ledger::available(turn, person.id)?;
    Ok(matches!(form.question(turn.policy(), available), Question::Wait))
}

/// Somebody has looked at an image.
pub(in crate::core::chat) fn checked(
    turn: &mut Turn<'_>,
    item: &Item,
    timeliness: Timeliness,
    outcome: &Outcome,
) -> Result<(), CoreError> {
    if timeliness == Timeliness::Late {
        return Ok(());
    }
    outbox::done(turn, item)?;
    let Some(mut form) = forms::open_video(turn, item.user)? else { return Ok(()) };
    let Some(at) = form.images.iter().position(|image| check_name(&form, image.number) == item.key) else {
        return Ok(());
    };
    let person = Person::of(turn, item.user)?;
    let was_waited_for = is_waited_for(turn, &person, &form)?;
    let image = &mut form.images[at];
    let remark = match outcome {
        Outcome::Done(Receipt::Image { kind, size_bytes }) => {
            let file_id = image.file_id.clone();
            image.found = Some(JobImage { file_id, kind: *kind, size_bytes: *size_bytes });
            None
        }
        Outcome::Refused(Refusal::NotAnImage) => Some(not_an_image(&person, &accepted(turn, &form))),
        Outcome::Refused(Refusal::TooLarge) => Some(too_large(&person, bytes_max(turn, &form))),
        Outcome::Done(_) | Outcome::Refused(_) | Outcome::Unreachable | Outcome::TryAgain(_) | Outcome::Unclear => {
            Some(person.texts.say("image-unavailable"))
        }
    };
    if remark.is_some() {
        let number = form.images[at].number;
        form.drop_image(number);
    }
    let remark = remark.or_else(|| super::misfit(turn, &person, &mut form));
    let is_waited_for = is_waited_for(turn, &person, &form)?;
    if remark.is_none() && (is_waited_for || !was_waited_for) {
        // Another image is still looked at, or what is asked meanwhile stands in the chat already.
        return keep(turn, &person, &mut form);
    }
    ask(turn, &person, form, None, remark.into_iter().collect())
}

/// Takes back images that the model cannot use, with words for it.
pub(super) fn misfit(person: &Person, form: &mut VideoForm, model: &Model) -> Option<String> {
    if form.images.is_empty() {
        return None;
    }
    let Some(inputs) = image_inputs(form, model) else {
        form.images.clear();
        form.image_use = None;
        return Some(person.texts.say("model-takes-no-image"));
    };
    let found = form.images.iter().filter_map(|image| image.found.as_ref().map(|found| (image.number, found)));
    let misfits: Vec<(u32, String)> =
        found.filter_map(|(number, image)| Some((number, unfit(person, image, inputs)?))).collect();
    if let Some((_, remark)) = misfits.first() {
        for (number, _) in &misfits {
            form.drop_image(*number);
        }
        return Some(remark.clone());
    }
    // The person chose a use for which there are too many, or none is left in this model.
    if model.variant(form.inputs(model)).is_none_or(|variant| variant.images_max() < form.images.len()) {
        form.image_use = None;
    }
    let max = model.variant(form.inputs(model)).map_or(0, shared::catalog::Variant::images_max);
    if form.images.len() > max {
        form.images.truncate(max);
        return Some(person.texts.say_with("images-enough", args! { images: max }));
    }
    None
}

fn unfit(person: &Person, image: &JobImage, inputs: &ImageInputs) -> Option<String> {
    if !inputs.types.contains(&image.kind) {
        return Some(not_an_image(person, &inputs.types));
    }
    (image.size_bytes > inputs.bytes_max()).then(|| too_large(person, inputs.bytes_max()))
}

fn not_an_image(person: &Person, types: &[ImageType]) -> String {
    person.texts.say_with("not-an-image", args! { types: listed(types) })
}

fn too_large(person: &Person, bytes_max: u64) -> String {
    person.texts.say_with("image-too-large", args! { megabytes: bytes_max / (1024 * 1024) })
}

/// The largest file that can become an image of this order.
fn bytes_max(turn: &Turn<'_>, form: &VideoForm) -> u64 {
    let inputs = form.model(turn.policy()).and_then(|model| image_inputs(form, model));
    inputs.map_or(FILE_BYTES_MAX, |inputs| inputs.bytes_max().min(FILE_BYTES_MAX))
}

/// The kinds of images that the chosen model takes; any that we know while none is chosen.
fn accepted(turn: &Turn<'_>, form: &VideoForm) -> Vec<ImageType> {
    let inputs = form.model(turn.policy()).and_then(|model| image_inputs(form, model));
    inputs.map_or_else(|| vec![ImageType::Jpeg, ImageType::Png], |inputs| inputs.types.clone())
}
