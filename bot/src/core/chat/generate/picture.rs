//! The picture that a video starts from: sent, looked at by somebody who can do I/O, and found good or not.

use jiff::SignedDuration;
use shared::catalog::ImageInput;
use shared::image_type::ImageType;

use super::{ask, ask_again, go_on, person, prompt_of};
use crate::core::chat::Person;
use crate::core::event::{CheckImage, Effect, ImageCheck, ImageChecked, Keyboard};
use crate::core::forms::{self, Album, Form, Picture, VideoForm};
use crate::core::ids::UserId;
use crate::core::jobs::JobImage;
use crate::core::update::{FileRef, Message};
use crate::core::{CoreError, Turn};

/// Telegram hands no larger file to a bot.
/// Source: core.telegram.org/bots/api#getfile
const FILE_BYTES_MAX: u64 = 20 * 1024 * 1024;

/// A look at a picture takes less than this.
const LOOK_WITHIN: SignedDuration = SignedDuration::from_mins(2);

/// The picture in a message: the largest size of a photo, or a file. Whether a file is a picture is seen by its bytes.
pub(super) fn of_message(message: &Message) -> Option<&FileRef> {
    message.photo.as_ref().and_then(|sizes| sizes.last()).or(message.document.as_ref())
}

pub(super) fn sent(
    turn: &mut Turn<'_, '_>,
    person: &Person,
    mut form: VideoForm,
    file: &FileRef,
    message: &Message,
) -> Result<(), CoreError> {
    // Of an album the first picture counts.
    if let (Some(album), Some(id)) = (&mut form.album, &message.media_group_id)
        && album.id == *id
    {
        if !std::mem::replace(&mut album.told, true) {
            forms::keep(turn, person.id, &Form::Video(form))?;
            person.send(turn, person.texts.one_picture_is_enough(), Keyboard::default());
        }
        return Ok(());
    }
    form.album = message.media_group_id.clone().map(|id| Album { id, told: false });
    if form.model(turn.rules()).is_some_and(|model| model.image.is_none()) {
        return ask_again(turn, person, &form, person.texts.model_takes_no_picture());
    }
    if file.file_size.is_some_and(|size| size > FILE_BYTES_MAX) {
        return ask_again(turn, person, &form, person.texts.picture_too_large(FILE_BYTES_MAX));
    }
    if let Some(caption) = message.caption.as_deref().and_then(prompt_of) {
        form.prompt = Some(caption);
    }
    form.picture = Picture::Checking { file_id: file.file_id.clone() };
    check(turn, person, &form, &file.file_id);
    go_on(turn, person, form, None)
}

/// Somebody has looked at the picture.
pub(in crate::core) fn checked(turn: &mut Turn<'_, '_>, checked: &ImageChecked) -> Result<(), CoreError> {
    let CheckImage { user, form: token, file_id } = &checked.request;
    let Some(mut form) = forms::open_video(turn, *user)? else { return Ok(()) };
    let is_awaited = matches!(&form.picture, Picture::Checking { file_id: awaited } if awaited == file_id);
    if form.token != *token || !is_awaited {
        return Ok(());
    }
    let person = person(turn, *user)?;
    form.picture = Picture::Unasked;
    let remark = match checked.outcome {
        ImageCheck::Image { kind, size_bytes } => {
            form.picture = Picture::With(JobImage { file_id: file_id.clone(), kind, size_bytes });
            None
        }
        ImageCheck::NotAnImage => Some(person.texts.not_a_picture(&accepted(turn, &form))),
        ImageCheck::TooLarge => Some(person.texts.picture_too_large(FILE_BYTES_MAX)),
        ImageCheck::Unavailable => Some(person.texts.picture_unavailable()),
    };
    ask(turn, &person, form, None, remark)
}

/// Asked while a picture is looked at: says so, and looks again in case the first look was lost.
pub(super) fn look_again(turn: &mut Turn<'_, '_>, person: &Person, form: &VideoForm) -> Result<(), CoreError> {
    if let Some(file_id) = form.file_id() {
        check(turn, person, form, file_id);
    }
    person.send(turn, person.texts.looking_at_picture(), Keyboard::default());
    Ok(())
}

/// At a start: pictures that an earlier process was looking at are looked at now.
pub(in crate::core) fn take_up_again(turn: &mut Turn<'_, '_>) -> Result<(), CoreError> {
    look_at_those_sent_before(turn, i64::MAX)
}

/// Now and then: a look that nobody has reported about for a while was lost.
pub(in crate::core) fn look_again_at_lost(turn: &mut Turn<'_, '_>) -> Result<(), CoreError> {
    look_at_those_sent_before(turn, turn.millis_in(-LOOK_WITHIN))
}

pub(super) fn misfit(person: &Person, image: &JobImage, input: &ImageInput) -> Option<String> {
    if !input.types.contains(&image.kind) {
        return Some(person.texts.not_a_picture(&input.types));
    }
    (image.size_bytes > input.bytes_max()).then(|| person.texts.picture_too_large(input.bytes_max()))
}

fn look_at_those_sent_before(turn: &mut Turn<'_, '_>, moment: i64) -> Result<(), CoreError> {
    // The same expression as in the index `forms_checking`, or every form would be read twice a second.
    let waiting: Vec<(UserId, String, String)> = turn
        .tx
        .prepare_cached(
            "UPDATE forms SET at = ?2
             WHERE at < ?1 AND form ->> '$.video.picture.checking.file_id' IS NOT NULL
             RETURNING user, form ->> '$.video.token', form ->> '$.video.picture.checking.file_id'",
        )?
        .query_map([moment, turn.millis()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    let check = |(user, form, file_id)| Effect::CheckImage(CheckImage { user, form, file_id });
    turn.effects.extend(waiting.into_iter().map(check));
    Ok(())
}

/// The kinds of pictures that the chosen model takes; any that we know while none is chosen.
fn accepted(turn: &Turn<'_, '_>, form: &VideoForm) -> Vec<ImageType> {
    let input = form.model(turn.rules()).and_then(|model| model.image.as_ref()?.image.as_ref());
    input.map_or_else(|| vec![ImageType::Jpeg, ImageType::Png], |input| input.types.clone())
}

fn check(turn: &mut Turn<'_, '_>, person: &Person, form: &VideoForm, file_id: &str) {
    let (form, file_id) = (form.token.clone(), file_id.to_owned());
    turn.effects.push(Effect::CheckImage(CheckImage { user: person.id, form, file_id }));
}
