//! A call's parameters, from wherever they come: query, JSON, form or multipart.
//!
//! Forms carry everything as text, so each known field name has one type here (the Bot API uses a name for one type
//! only), and text is turned into it. Then the whole is read as the method's type of Bot API 10.3; what that type does not
//! know is noted, what has the wrong type is refused.

use std::collections::BTreeMap;

use axum::body::to_bytes;
use axum::extract::{FromRequest as _, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::markup::{self, Place};
use super::refusal::Refusal;

/// Largest file of an upload.
pub(crate) const UPLOAD_BYTES_MAX: usize = 50 << 20;
/// Largest body without files.
const BODY_BYTES_MAX: usize = 8 << 20;

const INTEGERS: [&str; 19] = [
    "message_id",
    "offset",
    "limit",
    "timeout",
    "max_connections",
    "width",
    "height",
    "duration",
    "user_id",
    "message_thread_id",
    "photo_size",
    "photo_width",
    "photo_height",
    "max_tip_amount",
    "subscription_period",
    "start_timestamp",
    "video_start_timestamp",
    "chat_id",
    "from_chat_id",
];
const BOOLEANS: [&str; 18] = [
    "drop_pending_updates",
    "disable_notification",
    "protect_content",
    "allow_paid_broadcast",
    "show_caption_above_media",
    "has_spoiler",
    "supports_streaming",
    "show_alert",
    "ok",
    "need_name",
    "need_phone_number",
    "need_email",
    "need_shipping_address",
    "send_phone_number_to_provider",
    "send_email_to_provider",
    "is_flexible",
    "is_canceled",
    "disable_content_type_detection",
];
const OBJECTS: [&str; 11] = [
    "reply_markup",
    "entities",
    "caption_entities",
    "link_preview_options",
    "reply_parameters",
    "prices",
    "suggested_tip_amounts",
    "allowed_updates",
    "commands",
    "scope",
    "media",
];
/// Parameters of parts of Telegram that are not simulated; a call with one would do something else than asked.
const NOT_SIMULATED: [&str; 6] = [
    "business_connection_id",
    "inline_message_id",
    "rich_message",
    "ephemeral_message_parameters",
    "suggested_post_parameters",
    "direct_messages_topic_id",
];

/// How a call gives the file to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FileSource {
    /// An address that Telegram fetches.
    Url,
    /// A part of the form.
    Upload,
    /// A file that Telegram knows.
    FileId,
}

/// An uploaded file.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    pub(crate) name: String,
    pub(crate) mime: Option<String>,
    pub(crate) bytes: Bytes,
}

/// The parameters of one call.
#[derive(Debug, Default)]
pub(crate) struct Params {
    fields: Map<String, Value>,
    uploads: BTreeMap<String, Upload>,
    unknown: Vec<String>,
}

impl Params {
    /// Reads query and body.
    ///
    /// # Errors
    /// 400 for what cannot be parsed, 413 for too large a body or file.
    pub(crate) async fn from_request(request: Request) -> Result<Self, Refusal> {
        let mut params = Self::default();
        let query = request.uri().query().unwrap_or_default().to_owned();
        params.add_form(query.as_bytes());
        let content_type =
            request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let content_type = content_type.to_ascii_lowercase();
        if content_type.starts_with("multipart/form-data") {
            params.add_multipart(request).await?;
        } else {
            let body = to_bytes(request.into_body(), BODY_BYTES_MAX).await.map_err(|_| Refusal::too_large())?;
            if content_type.starts_with("application/json") && !body.is_empty() {
                params.add_json(&body)?;
            } else if content_type.starts_with("application/x-www-form-urlencoded") {
                params.add_form(&body);
            }
        }
        params.give_types();
        params.name_direct_uploads();
        Ok(params)
    }

    /// Parameters given as one JSON object, as in a webhook's answer.
    pub(crate) fn from_json(fields: Map<String, Value>) -> Self {
        let mut params = Self { fields, ..Self::default() };
        params.give_types();
        params
    }

    /// Reads the method's own type.
    ///
    /// # Errors
    /// 400, with Telegram's words for the usual missing fields.
    pub(crate) fn read<T: DeserializeOwned>(&mut self) -> Result<T, Refusal> {
        if let Some(name) =
            NOT_SIMULATED.iter().find(|name| self.fields.get(**name).is_some_and(|value| !value.is_null()))
        {
            return Err(Refusal::bad_request(format!("the simulator does not model {name}")));
        }
        let fields = Value::Object(self.fields.clone());
        let unknown = &mut self.unknown;
        serde_ignored::deserialize(fields, |path| unknown.push(path.to_string())).map_err(|error| ill_formed(&error))
    }

    /// Takes the keyboard out, checked; `read` then sees a call without one.
    ///
    /// # Errors
    /// See [`markup::check`].
    pub(crate) fn take_markup(&mut self, place: Place) -> Result<Option<Value>, Refusal> {
        match self.fields.remove("reply_markup") {
            None | Some(Value::Null) => Ok(None),
            Some(markup) => markup::check(markup, place, &mut self.unknown),
        }
    }

    /// Takes a field out, for methods that read it in a way of their own.
    pub(crate) fn take(&mut self, name: &str) -> Option<Value> {
        self.fields.remove(name).filter(|value| !value.is_null())
    }

    /// How the file of this call is given, if it has one.
    pub(crate) fn file_source(&self) -> Option<FileSource> {
        let file = self.fields.get("video").or_else(|| self.fields.get("photo"))?.as_str()?;
        Some(if file.starts_with("attach://") {
            FileSource::Upload
        } else if file.starts_with("http://") || file.starts_with("https://") {
            FileSource::Url
        } else {
            FileSource::FileId
        })
    }

    /// A field as it came.
    pub(crate) fn peek(&self, name: &str) -> Option<&Value> {
        self.fields.get(name)
    }

    pub(crate) fn upload(&self, name: &str) -> Option<&Upload> {
        self.uploads.get(name)
    }

    pub(crate) fn unknown(&self) -> &[String] {
        &self.unknown
    }

    /// For the call record.
    pub(crate) fn to_json(&self) -> Value {
        let mut fields = self.fields.clone();
        for (name, upload) in &self.uploads {
            let file = json!({ "name": upload.name, "size": upload.bytes.len(), "mime": upload.mime });
            fields.insert(name.clone(), file);
        }
        Value::Object(fields)
    }

    fn add_form(&mut self, form: &[u8]) {
        for (name, value) in url::form_urlencoded::parse(form) {
            self.fields.insert(name.into_owned(), Value::String(value.into_owned()));
        }
    }

    fn add_json(&mut self, body: &[u8]) -> Result<(), Refusal> {
        let wrong = |_| Refusal::bad_request("can't parse JSON object");
        let fields: Map<String, Value> = serde_json::from_slice(body).map_err(wrong)?;
        self.fields.extend(fields);
        Ok(())
    }

    async fn add_multipart(&mut self, request: Request) -> Result<(), Refusal> {
        let wrong = |_| Refusal::bad_request("can't parse multipart form");
        let mut parts =
            Multipart::from_request(request, &()).await.map_err(|_| Refusal::bad_request("no multipart boundary"))?;
        while let Some(mut part) = parts.next_field().await.map_err(wrong)? {
            let name = part.name().unwrap_or_default().to_owned();
            let file_name = part.file_name().map(str::to_owned);
            let mime = part.content_type().map(str::to_owned);
            let mut bytes = Vec::new();
            while let Some(chunk) = part.chunk().await.map_err(|_| Refusal::too_large())? {
                if bytes.len() + chunk.len() > UPLOAD_BYTES_MAX {
                    return Err(Refusal::too_large());
                }
                bytes.extend_from_slice(&chunk);
            }
            match file_name {
                Some(file_name) => {
                    self.uploads.insert(name, Upload { name: file_name, mime, bytes: bytes.into() });
                }
                None => {
                    let text = String::from_utf8(bytes)
                        .map_err(|_| Refusal::bad_request("strings must be encoded in UTF-8"))?;
                    self.fields.insert(name, Value::String(text));
                }
            }
        }
        Ok(())
    }

    fn give_types(&mut self) {
        for (name, value) in &mut self.fields {
            if let Value::String(text) = value
                && let Some(typed) = typed(name, text)
            {
                *value = typed;
            }
        }
    }

    /// A file may be sent as the part named like the field itself, without `attach://`.
    fn name_direct_uploads(&mut self) {
        let all = Value::Object(self.fields.clone()).to_string();
        for name in self.uploads.keys() {
            let link = format!("attach://{name}");
            if !all.contains(&link) {
                self.fields.insert(name.clone(), Value::String(link));
            }
        }
    }
}

/// Reads one value, noting unknown fields under `name`.
///
/// # Errors
/// 400.
pub(crate) fn read_value<T: DeserializeOwned>(
    value: Value,
    name: &str,
    unknown: &mut Vec<String>,
) -> Result<T, Refusal> {
    serde_ignored::deserialize(value, |path| unknown.push(format!("{name}.{path}"))).map_err(|error| ill_formed(&error))
}

fn typed(name: &str, text: &str) -> Option<Value> {
    if INTEGERS.contains(&name) {
        text.trim().parse::<i64>().ok().map(Value::from)
    } else if BOOLEANS.contains(&name) {
        match text {
            "true" | "True" | "1" | "yes" => Some(Value::Bool(true)),
            "false" | "False" | "0" | "no" | "" => Some(Value::Bool(false)),
            _ => None,
        }
    } else if OBJECTS.contains(&name) {
        if text.is_empty() { Some(Value::Null) } else { serde_json::from_str(text).ok() }
    } else {
        None
    }
}

fn ill_formed(error: &serde_json::Error) -> Refusal {
    let text = error.to_string();
    let missing = text.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    Refusal::bad_request(match missing {
        Some("chat_id") => "chat_id is empty".to_owned(),
        Some("text") => "message text is empty".to_owned(),
        Some("message_id") => "message identifier is not specified".to_owned(),
        Some("file_id") => "file_id not specified".to_owned(),
        Some(name @ ("video" | "photo")) => format!("there is no {name} in the request"),
        Some(name) => format!("parameter \"{name}\" is required"),
        None => format!("can't parse parameters: {text}"),
    })
}
