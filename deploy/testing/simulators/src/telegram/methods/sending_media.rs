//! Videos, photos, and `getFile`.

use frankenstein::input_file::FileUpload;
use frankenstein::methods::{GetFileParams, SendPhotoParams, SendVideoParams};
use serde_json::{Map, Value, json};

use super::chat_of;
use super::sending::{Envelope, checked_caption};
use crate::telegram::TelegramSim;
use crate::telegram::bot_api::DOWNLOAD_BYTES_MAX;
use crate::telegram::files::obtain::{Given, obtain};
use crate::telegram::files::{FileKind, media_json};
use crate::telegram::markup::Place;
use crate::telegram::params::Params;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::text;

pub(super) async fn send_video(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: SendVideoParams = params.read()?;
    let caption = text::from_bot(&call.caption.unwrap_or_default(), call.parse_mode, call.caption_entities)?;
    let mut content = checked_caption(&caption)?;
    let (protect, effect, thread) = (call.protect_content, call.message_effect_id, call.message_thread_id);
    let chat_id = chat_of(&call.chat_id)?;
    let envelope = Envelope { chat_id, thread, reply: call.reply_parameters, keyboard, protect, effect };
    sim.admit(chat_id)?;
    let given = Given { width: call.width, height: call.height, duration: call.duration };
    let files = obtain(sim, params, &call.video, FileKind::Video, given).await?;
    if let Some((field, mut video)) = media_json(&files) {
        add_images(sim, params, &mut video, call.thumbnail.as_ref(), call.cover.as_ref()).await?;
        content.insert(field.to_owned(), video);
    }
    add_flag(&mut content, "has_media_spoiler", call.has_spoiler);
    add_flag(&mut content, "show_caption_above_media", call.show_caption_above_media);
    envelope.post(sim, content)
}

pub(super) async fn send_photo(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: SendPhotoParams = params.read()?;
    let caption = text::from_bot(&call.caption.unwrap_or_default(), call.parse_mode, call.caption_entities)?;
    let mut content = checked_caption(&caption)?;
    let (protect, effect, thread) = (call.protect_content, call.message_effect_id, call.message_thread_id);
    let chat_id = chat_of(&call.chat_id)?;
    let envelope = Envelope { chat_id, thread, reply: call.reply_parameters, keyboard, protect, effect };
    sim.admit(chat_id)?;
    content.extend(photo(sim, params, &call.photo).await?);
    add_flag(&mut content, "has_media_spoiler", call.has_spoiler);
    add_flag(&mut content, "show_caption_above_media", call.show_caption_above_media);
    envelope.post(sim, content)
}

/// A photo in all its sizes, as content of a message.
pub(super) async fn photo(
    sim: &TelegramSim,
    params: &Params,
    source: &FileUpload,
) -> Result<Map<String, Value>, Refusal> {
    let sizes = obtain(sim, params, source, FileKind::Photo, Given::default()).await?;
    Ok(media_json(&sizes).map(|(field, photo)| (field.to_owned(), photo)).into_iter().collect())
}

pub(super) fn get_file(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: GetFileParams = params.read()?;
    let file = sim.read(|state, _| state.files.get(&call.file_id).cloned());
    let file = file.ok_or_else(|| Refusal::bad_request("invalid file_id"))?;
    if file.dead {
        return Err(Refusal::bad_request("wrong file_id or the file is temporarily unavailable"));
    }
    if file.size > DOWNLOAD_BYTES_MAX {
        return Err(Refusal::bad_request("file is too big"));
    }
    Ok(json!({
        "file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size, "file_path": file.path(),
    }))
}

/// A thumbnail is one image and only ever uploaded, a cover is an image in all its sizes.
async fn add_images(
    sim: &TelegramSim,
    params: &Params,
    video: &mut Value,
    thumbnail: Option<&FileUpload>,
    cover: Option<&FileUpload>,
) -> Result<(), Refusal> {
    if let Some(thumbnail) = thumbnail {
        let sizes = obtain(sim, params, thumbnail, FileKind::Photo, Given::default()).await?;
        if let Some((_, Value::Array(mut sizes))) = media_json(&sizes) {
            video["thumbnail"] = sizes.pop().unwrap_or_default();
        }
    }
    if let Some(cover) = cover {
        let sizes = obtain(sim, params, cover, FileKind::Photo, Given::default()).await?;
        if let Some((_, sizes)) = media_json(&sizes) {
            video["cover"] = sizes;
        }
    }
    Ok(())
}

pub(super) fn add_flag(content: &mut Map<String, Value>, name: &str, is_set: Option<bool>) {
    if is_set == Some(true) {
        content.insert(name.to_owned(), json!(true));
    }
}
