//! The image that a video starts from: sent, looked at by somebody who can do I/O, and found good or not.

use shared::catalog::ImageInput;
use shared::image_type::ImageType;

use super::{ask, keep};
use crate::core::chat::texts::{args, listed};
use crate::core::chat::{Person, Said};
use crate::core::effect::Keyboard;
use crate::core::event::{Outcome, Receipt, Refusal};
use crate::core::forms::{self, Album, Form, ImageAnswer, Prompt, Question, VideoForm, visible_words};
use crate::core::ids::JobImage;
use crate::core::outbox::{self, Item, Timeliness};
use crate::core::ticket::Kind;
use crate::core::turn::Turn;
use crate::core::update::{FileRef, Message};
use crate::core::{CoreError, ledger};

/// Telegram hands no larger file to a bot.
/// Source: core.telegram.org/bots/api#getfile
const FILE_BYTES_MAX: u64 = 20 * 1024 * 1024;

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
    }
    if let Some(words) = visible_words(said.words)
        && take_words(&mut form, words, said.message)
    {
        remarks.push(texts.say("prompt-replaced"));
    }
    // Of an album the first image counts, and the words under all.
    if is_another_of_album {
        let told = form.album.as_mut().is_none_or(|album| std::mem::replace(&mut album.told, true));
        if !told {
            remarks.push(texts.say("one-image-is-enough"));
        }
        let is_new = forms::open_video(turn, person.id)?.is_none_or(|known| known.prompt != form.prompt);
        if is_new {
            return ask(turn, person, form, None, remarks);
        }
        // The summary that is shown stays good.
        forms::keep(turn, person.id, &Form::Video(form))?;
        if !remarks.is_empty() {
            person.send(turn, remarks.join("\n\n"), Keyboard::default());
        }
        return Ok(());
    }
    let refusal = if form.model(turn.policy()).is_some_and(|model| model.image.is_none()) {
        Some(texts.say("model-takes-no-image"))
    } else if file.file_size.is_some_and(|size| size > FILE_BYTES_MAX) {
        Some(too_large(person, bytes_max(turn, &form)))
    } else {
        None
    };
    if let Some(refusal) = refusal {
        // The others of the album fare no better.
        form.album.iter_mut().for_each(|album| album.told = true);
        remarks.push(refusal);
        return ask(turn, person, form, None, remarks);
    }
    form.image = ImageAnswer::Checking { file_id: file.file_id.clone() };
    outbox::replace(turn, Kind::CheckImage, &form.token, person.id, &file.file_id)?;
    if !is_waited_for(turn, person, &form)? {
        remarks.insert(0, texts.say("image-received"));
    }
    ask(turn, person, form, None, remarks)
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

/// Whether nothing is asked until the image has been looked at.
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
    let form = forms::open_video(turn, item.user)?.filter(|form| form.token == item.key);
    let Some(mut form) = form else { return Ok(()) };
    let person = Person::of(turn, item.user)?;
    let was_waited_for = is_waited_for(turn, &person, &form)?;
    let ImageAnswer::Checking { file_id } = form.image else { return Ok(()) };
    form.image = ImageAnswer::Unasked;
    let remark = match outcome {
        Outcome::Done(Receipt::Image { kind, size_bytes }) => {
            form.image = ImageAnswer::With(JobImage { file_id, kind: *kind, size_bytes: *size_bytes });
            None
        }
        Outcome::Refused(Refusal::NotAnImage) => Some(not_an_image(&person, &accepted(turn, &form))),
        Outcome::Refused(Refusal::TooLarge) => Some(too_large(&person, bytes_max(turn, &form))),
        Outcome::Done(_) | Outcome::Refused(_) | Outcome::Unreachable | Outcome::TryAgain(_) | Outcome::Unclear => {
            Some(person.texts.say("image-unavailable"))
        }
    };
    let remark = remark.or_else(|| super::misfit(turn, &person, &mut form));
    if remark.is_none() && !was_waited_for {
        // What is asked meanwhile stands in the chat already.
        return keep(turn, &person, &mut form);
    }
    ask(turn, &person, form, None, remark.into_iter().collect())
}

pub(super) fn misfit(person: &Person, image: &JobImage, input: &ImageInput) -> Option<String> {
    if !input.types.contains(&image.kind) {
        return Some(not_an_image(person, &input.types));
    }
    (image.size_bytes > input.bytes_max()).then(|| too_large(person, input.bytes_max()))
}

fn not_an_image(person: &Person, types: &[ImageType]) -> String {
    person.texts.say_with("not-an-image", args! { types: listed(types) })
}

fn too_large(person: &Person, bytes_max: u64) -> String {
    person.texts.say_with("image-too-large", args! { megabytes: bytes_max / (1024 * 1024) })
}

/// The largest file that can become the image of this order.
fn bytes_max(turn: &Turn<'_>, form: &VideoForm) -> u64 {
    let input = form.model(turn.policy()).and_then(|model| model.image.as_ref()?.image.as_ref());
    input.map_or(FILE_BYTES_MAX, |input| input.bytes_max().min(FILE_BYTES_MAX))
}

/// The kinds of images that the chosen model takes; any that we know while none is chosen.
fn accepted(turn: &Turn<'_>, form: &VideoForm) -> Vec<ImageType> {
    let input = form.model(turn.policy()).and_then(|model| model.image.as_ref()?.image.as_ref());
    input.map_or_else(|| vec![ImageType::Jpeg, ImageType::Png], |input| input.types.clone())
}
