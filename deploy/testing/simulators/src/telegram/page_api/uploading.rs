//! Files that people send: one, or several as an album.

use std::sync::Arc;

use axum::extract::{Multipart, Path, State};
use bytes::Bytes;
use serde_json::{Map, Value, json};

use super::writing::{Place, add_reply, say};
use super::{PageAnswer, PageError};
use crate::telegram::TelegramSim;
use crate::telegram::faults;
use crate::telegram::files::obtain::keep;
use crate::telegram::files::{FileKind, describe, media_json};
use crate::telegram::params::{UPLOAD_BYTES_MAX, Upload};
use crate::telegram::text::{self, CAPTION_MAX};

/// The parts of an upload. A caption belongs to the file whose number it has; `caption` is that of the first.
#[derive(Default)]
struct Form {
    files: Vec<Upload>,
    captions: Vec<(usize, String)>,
    kind: String,
    chat: Option<i64>,
    thread: Option<i32>,
    /// Message to reply to.
    reply_to: Option<i32>,
}

/// Sends one file.
pub(super) async fn file(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    parts: Multipart,
) -> PageAnswer {
    let person = sim.person_id(&name)?;
    let form = read(parts).await?;
    if form.files.len() != 1 {
        return Err(PageError::bad("One part \"file\" is needed."));
    }
    let contents = contents(&sim, &form, person).await?;
    say(&sim, form.place(person), contents)
}

/// Sends 2 to 10 photos, videos or files as one album. The bot hears of each by itself.
pub(super) async fn album(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    parts: Multipart,
) -> PageAnswer {
    let person = sim.person_id(&name)?;
    let form = read(parts).await?;
    if !(2..=10).contains(&form.files.len()) {
        return Err(PageError::bad("An album has 2 to 10 files."));
    }
    let mut contents = contents(&sim, &form, person).await?;
    let album = format!("{}", 13_000_000_000_000_000_u64 + u64::from(rand::random::<u32>()));
    for content in &mut contents {
        content.insert("media_group_id".to_owned(), json!(album));
    }
    say(&sim, form.place(person), contents)
}

impl Form {
    fn place(&self, person: i64) -> Place {
        Place { person, chat: self.chat.unwrap_or(person), thread: self.thread }
    }

    fn caption(&self, file: usize) -> &str {
        self.captions.iter().find(|(number, _)| *number == file).map_or("", |(_, caption)| caption)
    }
}

/// The content of one message for each file.
async fn contents(sim: &TelegramSim, form: &Form, person: i64) -> Result<Vec<Map<String, Value>>, PageError> {
    let kind = match form.kind.as_str() {
        "photo" => FileKind::Photo,
        "video" => FileKind::Video,
        "voice" => FileKind::Voice,
        "sticker" => FileKind::Sticker,
        "document" | "" => FileKind::Document,
        _ => return Err(PageError::bad("A file is sent as photo, video, voice, sticker or document.")),
    };
    let mut contents = Vec::new();
    for (number, upload) in form.files.iter().enumerate() {
        let caption = text::from_person(form.caption(number));
        if caption.units() > CAPTION_MAX {
            return Err(PageError::bad(format!("A caption has at most {CAPTION_MAX} characters.")));
        }
        let mut files = describe(upload, kind).map_err(|refusal| PageError::bad(refusal.description))?;
        let dead = sim.change(|state, _| faults::is_file_dead(&mut state.faults));
        files.iter_mut().for_each(|file| file.dead = dead);
        let files = keep(sim, files, &upload.bytes).await.map_err(|refusal| PageError::bad(refusal.description))?;
        let mut content = Map::new();
        if let Some((field, value)) = media_json(&files) {
            content.insert(field.to_owned(), value);
        }
        caption.put_into(&mut content, "caption", "caption_entities");
        contents.push(content);
    }
    if let (Some(reply_to), Some(first)) = (form.reply_to, contents.first_mut()) {
        add_reply(sim, form.place(person), reply_to, first)?;
    }
    Ok(contents)
}

async fn read(mut parts: Multipart) -> Result<Form, PageError> {
    let broken = |_| PageError::bad("The upload cannot be read.");
    let mut form = Form::default();
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().unwrap_or_default().to_owned();
        let mime = part.content_type().map(str::to_owned);
        let bytes: Bytes = part.bytes().await.map_err(|_| PageError::bad("The file is too large."))?;
        if bytes.len() > UPLOAD_BYTES_MAX {
            return Err(PageError::bad("The file is too large."));
        }
        let text = || String::from_utf8_lossy(&bytes).into_owned();
        match name.as_str() {
            "file" => form.files.push(Upload { name: file_name, mime, bytes }),
            "as" => form.kind = text(),
            "chat" => form.chat = text().parse().ok(),
            "thread" => form.thread = text().parse().ok(),
            "reply_to" => form.reply_to = text().parse().ok(),
            "caption" => form.captions.push((0, text())),
            other => {
                let number = other.strip_prefix("caption-").and_then(|number| number.parse().ok());
                form.captions.extend(number.map(|number| (number, text())));
            }
        }
    }
    Ok(form)
}
