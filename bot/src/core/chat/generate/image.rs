//! The image that a video starts from: sent, looked at by somebody who can do I/O, and found good or not.

use shared::catalog::ImageInput;
use shared::image_type::ImageType;

use super::{ask, ask_again, go_on, prompt_of};
use crate::core::CoreError;
use crate::core::chat::Person;
use crate::core::chat::texts::{args, listed};
use crate::core::effect::Keyboard;
use crate::core::event::{Outcome, Receipt, Refusal};
use crate::core::forms::{self, Album, Form, ImageAnswer, VideoForm};
use crate::core::ids::JobImage;
use crate::core::outbox::{self, Item, Timeliness};
use crate::core::ticket::Kind;
use crate::core::turn::Turn;
use crate::core::update::{FileRef, Message};

/// Telegram hands no larger file to a bot.
/// Source: core.telegram.org/bots/api#getfile
const FILE_BYTES_MAX: u64 = 20 * 1024 * 1024;

/// The image in a message: the largest size of a photo, or a file. Whether a file is an image is seen by its bytes.
pub(super) fn of_message(message: &Message) -> Option<&FileRef> {
    message.photo.as_ref().and_then(|sizes| sizes.last()).or(message.document.as_ref())
}

pub(super) fn sent(
    turn: &mut Turn<'_>,
    person: &Person,
    mut form: VideoForm,
    file: &FileRef,
    message: &Message,
) -> Result<(), CoreError> {
    // Of an album the first image counts.
    if let (Some(album), Some(id)) = (&mut form.album, &message.media_group_id)
        && album.id == *id
    {
        if !std::mem::replace(&mut album.told, true) {
            forms::keep(turn, person.id, &Form::Video(form))?;
            person.send(turn, person.texts.say("one-image-is-enough"), Keyboard::default());
        }
        return Ok(());
    }
    form.album = message.media_group_id.clone().map(|id| Album { id, told: false });
    if form.model(turn.policy()).is_some_and(|model| model.image.is_none()) {
        return ask_again(turn, person, &form, person.texts.say("model-takes-no-image"));
    }
    if file.file_size.is_some_and(|size| size > FILE_BYTES_MAX) {
        return ask_again(turn, person, &form, too_large(person, FILE_BYTES_MAX));
    }
    if let Some(caption) = message.caption.as_deref().and_then(prompt_of) {
        form.prompt = Some(caption);
    }
    form.image = ImageAnswer::Checking { file_id: file.file_id.clone() };
    outbox::replace(turn, Kind::CheckImage, &form.token, person.id, &file.file_id)?;
    go_on(turn, person, form, None)
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
    let ImageAnswer::Checking { file_id } = form.image else { return Ok(()) };
    let person = Person::of(turn, item.user)?;
    form.image = ImageAnswer::Unasked;
    let remark = match outcome {
        Outcome::Done(Receipt::Image { kind, size_bytes }) => {
            form.image = ImageAnswer::With(JobImage { file_id, kind: *kind, size_bytes: *size_bytes });
            None
        }
        Outcome::Refused(Refusal::NotAnImage) => Some(not_an_image(&person, &accepted(turn, &form))),
        Outcome::Refused(Refusal::TooLarge) => Some(too_large(&person, FILE_BYTES_MAX)),
        Outcome::Done(_) | Outcome::Refused(_) | Outcome::Unreachable | Outcome::TryAgain(_) | Outcome::Unclear => {
            Some(person.texts.say("image-unavailable"))
        }
    };
    ask(turn, &person, form, None, remark)
}

/// A text came while an image is looked at: says so.
pub(super) fn still_looking(turn: &mut Turn<'_>, person: &Person) {
    person.send(turn, person.texts.say("looking-at-image"), Keyboard::default());
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

/// The kinds of images that the chosen model takes; any that we know while none is chosen.
fn accepted(turn: &Turn<'_>, form: &VideoForm) -> Vec<ImageType> {
    let input = form.model(turn.policy()).and_then(|model| model.image.as_ref()?.image.as_ref());
    input.map_or_else(|| vec![ImageType::Jpeg, ImageType::Png], |input| input.types.clone())
}
