//! Photos, videos, documents, animations and albums, and `getFile`.

use frankenstein::ParseMode;
use frankenstein::input_file::FileUpload;
use frankenstein::input_media::{
    InputMediaAnimation, InputMediaDocument, InputMediaPhoto, InputMediaVideo, MediaGroupInputMedia,
};
use frankenstein::methods::{
    GetFileParams, SendAnimationParams, SendDocumentParams, SendMediaGroupParams, SendPhotoParams, SendVideoParams,
};
use frankenstein::types::MessageEntity;
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

/// A file with its caption, as all methods with media name it.
#[derive(Debug)]
pub(super) struct Media {
    kind: FileKind,
    source: FileUpload,
    given: Given,
    caption: Option<String>,
    parse_mode: Option<ParseMode>,
    entities: Option<Vec<MessageEntity>>,
    spoiler: Option<bool>,
    caption_above: Option<bool>,
}

impl Media {
    /// Makes the file known and writes the message's content.
    ///
    /// # Errors
    /// What Telegram says of the caption or the file.
    pub(super) async fn content(self, sim: &TelegramSim, params: &Params) -> Result<Map<String, Value>, Refusal> {
        let caption = text::from_bot(&self.caption.unwrap_or_default(), self.parse_mode, self.entities)?;
        let mut content = checked_caption(&caption)?;
        let files = obtain(sim, params, &self.source, self.kind, self.given).await?;
        if let Some((field, value)) = media_json(&files) {
            if field == "animation" {
                // Old clients know no animations; the Bot API sends the document along.
                content.insert("document".to_owned(), as_document(value.clone()));
            }
            content.insert(field.to_owned(), value);
        }
        if self.spoiler == Some(true) {
            content.insert("has_media_spoiler".to_owned(), json!(true));
        }
        if self.caption_above == Some(true) {
            content.insert("show_caption_above_media".to_owned(), json!(true));
        }
        Ok(content)
    }

    /// Reads an `InputMedia` object, noting what it should not have.
    ///
    /// # Errors
    /// 400.
    pub(super) fn read(params: &mut Params, mut media: Value) -> Result<Self, Refusal> {
        let kind = media.as_object_mut().and_then(|fields| fields.remove("type"));
        match kind.as_ref().and_then(Value::as_str) {
            Some("photo") => Ok(params.read_part::<InputMediaPhoto>(media, "media")?.into()),
            Some("video") => Ok(params.read_part::<InputMediaVideo>(media, "media")?.into()),
            Some("animation") => Ok(params.read_part::<InputMediaAnimation>(media, "media")?.into()),
            Some("document") => Ok(params.read_part::<InputMediaDocument>(media, "media")?.into()),
            Some("audio" | "live_photo") => {
                Err(Refusal::bad_request("the simulator does not model this type of media"))
            }
            _ => Err(Refusal::bad_request("can't parse InputMedia: type is unknown")),
        }
    }

    const fn new(kind: FileKind, source: FileUpload) -> Self {
        let given = Given { width: None, height: None, duration: None };
        Self {
            kind,
            source,
            given,
            caption: None,
            parse_mode: None,
            entities: None,
            spoiler: None,
            caption_above: None,
        }
    }

    fn captioned(
        self,
        caption: Option<String>,
        parse_mode: Option<ParseMode>,
        entities: Option<Vec<MessageEntity>>,
    ) -> Self {
        Self { caption, parse_mode, entities, ..self }
    }

    const fn sized(mut self, width: Option<u32>, height: Option<u32>, duration: Option<u32>) -> Self {
        self.given = Given { width, height, duration };
        self
    }

    const fn shown(mut self, spoiler: Option<bool>, caption_above: Option<bool>) -> Self {
        self.spoiler = spoiler;
        self.caption_above = caption_above;
        self
    }
}

impl From<InputMediaPhoto> for Media {
    fn from(media: InputMediaPhoto) -> Self {
        Self::new(FileKind::Photo, media.media)
            .captioned(media.caption, media.parse_mode, media.caption_entities)
            .shown(media.has_spoiler, media.show_caption_above_media)
    }
}

impl From<InputMediaVideo> for Media {
    fn from(media: InputMediaVideo) -> Self {
        Self::new(FileKind::Video, media.media)
            .captioned(media.caption, media.parse_mode, media.caption_entities)
            .sized(media.width, media.height, media.duration)
            .shown(media.has_spoiler, media.show_caption_above_media)
    }
}

impl From<InputMediaAnimation> for Media {
    fn from(media: InputMediaAnimation) -> Self {
        Self::new(FileKind::Animation, media.media)
            .captioned(media.caption, media.parse_mode, media.caption_entities)
            .sized(media.width, media.height, media.duration)
            .shown(media.has_spoiler, media.show_caption_above_media)
    }
}

impl From<InputMediaDocument> for Media {
    fn from(media: InputMediaDocument) -> Self {
        Self::new(FileKind::Document, media.media).captioned(media.caption, media.parse_mode, media.caption_entities)
    }
}

pub(super) async fn send_photo(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: SendPhotoParams = params.read()?;
    let (protect, effect) = (call.protect_content, call.message_effect_id);
    let envelope =
        Envelope { chat_id: chat_of(&call.chat_id)?, reply: call.reply_parameters, keyboard, protect, effect };
    let media = Media::new(FileKind::Photo, call.photo)
        .captioned(call.caption, call.parse_mode, call.caption_entities)
        .shown(call.has_spoiler, call.show_caption_above_media);
    send(sim, params, envelope, media).await
}

pub(super) async fn send_video(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: SendVideoParams = params.read()?;
    let (protect, effect) = (call.protect_content, call.message_effect_id);
    let envelope =
        Envelope { chat_id: chat_of(&call.chat_id)?, reply: call.reply_parameters, keyboard, protect, effect };
    let media = Media::new(FileKind::Video, call.video)
        .captioned(call.caption, call.parse_mode, call.caption_entities)
        .sized(call.width, call.height, call.duration)
        .shown(call.has_spoiler, call.show_caption_above_media);
    send(sim, params, envelope, media).await
}

pub(super) async fn send_document(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: SendDocumentParams = params.read()?;
    let (protect, effect) = (call.protect_content, call.message_effect_id);
    let envelope =
        Envelope { chat_id: chat_of(&call.chat_id)?, reply: call.reply_parameters, keyboard, protect, effect };
    let media =
        Media::new(FileKind::Document, call.document).captioned(call.caption, call.parse_mode, call.caption_entities);
    send(sim, params, envelope, media).await
}

pub(super) async fn send_animation(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: SendAnimationParams = params.read()?;
    let (protect, effect) = (call.protect_content, call.message_effect_id);
    let envelope =
        Envelope { chat_id: chat_of(&call.chat_id)?, reply: call.reply_parameters, keyboard, protect, effect };
    let media = Media::new(FileKind::Animation, call.animation)
        .captioned(call.caption, call.parse_mode, call.caption_entities)
        .sized(call.width, call.height, call.duration)
        .shown(call.has_spoiler, call.show_caption_above_media);
    send(sim, params, envelope, media).await
}

pub(super) async fn send_media_group(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: SendMediaGroupParams = params.read()?;
    if !(2..=10).contains(&call.media.len()) {
        let what =
            if call.media.len() > 10 { "Too much messages to send as an album" } else { "MEDIA_GROUP_TOO_SHORT" };
        return Err(Refusal::bad_request(what));
    }
    let chat_id = chat_of(&call.chat_id)?;
    let mut contents = Vec::new();
    for media in call.media {
        sim.admit(chat_id)?;
        let media = match media {
            MediaGroupInputMedia::Photo(media) => Media::from(media),
            MediaGroupInputMedia::Video(media) => Media::from(media),
            MediaGroupInputMedia::Document(media) => Media::from(media),
            MediaGroupInputMedia::Audio(_) | MediaGroupInputMedia::LivePhoto(_) => {
                return Err(Refusal::bad_request("the simulator does not model this type of media"));
            }
        };
        contents.push(media.content(sim, params).await?);
    }
    let album = format!("{}", 13_000_000_000_000_000_u64 + u64::from(rand::random::<u32>()));
    let (protect, effect) = (call.protect_content, call.message_effect_id);
    let envelope = Envelope { chat_id, reply: call.reply_parameters, keyboard: None, protect, effect };
    let posted = contents.into_iter().map(|mut content| {
        content.insert("media_group_id".to_owned(), json!(album));
        envelope.post(sim, content)
    });
    posted.collect::<Result<Vec<Value>, Refusal>>().map(Value::Array)
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

fn as_document(mut animation: Value) -> Value {
    if let Some(fields) = animation.as_object_mut() {
        for field in ["width", "height", "duration"] {
            fields.remove(field);
        }
    }
    animation
}

async fn send(sim: &TelegramSim, params: &Params, envelope: Envelope, media: Media) -> Answer {
    sim.admit(envelope.chat_id)?;
    let content = media.content(sim, params).await?;
    envelope.post(sim, content)
}
