//! What came back: an HTTP status and, if the body is KIE's, its envelope `{code, msg, data}`.
//!
//! The HTTP status is nearly always 200 and the body's `code` decides. What stands before KIE (Cloudflare, a proxy)
//! answers with other statuses and bodies that are not JSON.

use serde_json::Value;

use super::shapes;

/// No answer that we read is longer; the usual one has 2 kB.
const BODY_BYTES_MAX: usize = 1024 * 1024;

/// An answer, as far as it could be read.
#[derive(Debug)]
pub(super) struct Answer {
    /// The HTTP status.
    pub(super) status: u16,
    /// The body, if it is KIE's.
    pub(super) envelope: Option<Envelope>,
}

/// KIE's frame round every answer.
#[derive(Debug)]
pub(super) struct Envelope {
    /// 200 for success, whatever the HTTP status says.
    pub(super) code: i64,
    /// Text for people. Often "success" while nothing has succeeded, so it never decides alone.
    pub(super) text: String,
    /// `Null` if missing.
    pub(super) data: Value,
}

/// Why an answer was not read to its end.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The connection broke or the time ran out.
    #[error("the answer did not arrive in full")]
    Broken(#[source] reqwest::Error),
    /// The body is longer than any real answer.
    #[error("the answer is longer than {BODY_BYTES_MAX} bytes")]
    TooLong,
}

impl Answer {
    pub(super) async fn read(mut response: reqwest::Response) -> Result<Self, ReadError> {
        let status = response.status().as_u16();
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|e| ReadError::Broken(e.without_url()))? {
            if body.len() + chunk.len() > BODY_BYTES_MAX {
                return Err(ReadError::TooLong);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Self { status, envelope: Envelope::parse(&body) })
    }

    /// The code that decides: the body's, unless the body is not KIE's or only the HTTP status tells of a failure.
    pub(super) fn code(&self) -> i64 {
        let http = i64::from(self.status);
        match &self.envelope {
            Some(envelope) if envelope.code != 200 || (200..300).contains(&http) => envelope.code,
            _ => http,
        }
    }

    pub(super) fn text(&self) -> &str {
        self.envelope.as_ref().map_or("", |envelope| &envelope.text)
    }

    pub(super) fn data(&self) -> &Value {
        self.envelope.as_ref().map_or(&Value::Null, |envelope| &envelope.data)
    }
}

impl Envelope {
    fn parse(body: &[u8]) -> Option<Self> {
        let mut value: Value = serde_json::from_slice(body).ok()?;
        let code = shapes::integer(value.get("code")?)?;
        let text = ["msg", "message"].iter().find_map(|key| value.get(key)?.as_str()).unwrap_or_default().to_owned();
        let data = value.get_mut("data").map(Value::take).unwrap_or_default();
        Some(Self { code, text, data })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(status: u16, body: &str) -> (i64, bool) {
        let answer = Answer { status, envelope: Envelope::parse(body.as_bytes()) };
        (answer.code(), answer.envelope.is_some())
    }

    #[test]
    fn the_body_decides_unless_it_is_not_the_providers() {
        assert_eq!(code(200, r#"{"code":422,"msg":"m","data":null}"#), (422, true));
        assert_eq!(code(200, r#"{"code":"402","message":"m"}"#), (402, true));
        assert_eq!(code(429, r#"{"code":200}"#), (429, true));
        assert_eq!(code(500, r#"{"code":401}"#), (401, true));
        assert_eq!(code(403, "error code: 1010"), (403, false));
        assert_eq!(code(200, "<html>"), (200, false));
        assert_eq!(code(404, r#"{"status":404,"error":"Not Found"}"#), (404, false));
    }

    #[test]
    fn the_text_goes_by_two_names_and_data_may_be_missing() {
        let envelope = Envelope::parse(br#"{"code":401,"message":"m"}"#).unwrap();
        assert_eq!((envelope.text.as_str(), envelope.data), ("m", Value::Null));
    }
}
