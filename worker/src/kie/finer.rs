//! A video of Veo once more in 1080p or 4K. There is no task of its own: the same request orders it the first time, and
//! tells later how it stands. So it may be repeated, and an answer that was lost loses nothing.

use serde_json::{Value, json};
use shared::job::TaskId;
use url::Url;

use super::answer::Answer;
use super::client::{KieClient, at, record};
use super::error::{self, NoAnswer};
use super::{Api, CreateError, Fields, QueryError, TaskState, shapes};

const FULL_HD: &str = "/api/v1/veo/get-1080p-video";
const ULTRA_HD: &str = "/api/v1/veo/get-4k-video";

/// Words of answers that come with a code of failure while the video is being made.
const AT_WORK: [&str; 2] = ["is processing", "check back"];

/// Words of answers after which there will be none.
const NEVER: [&str; 2] = ["is unavailable", "not available"];

impl KieClient {
    /// Orders it, of the task that `fields` name. Its number is that of the earlier task.
    pub(super) async fn create_finer(&self, api: Api, fields: &Fields) -> Result<TaskId, CreateError> {
        let task = fields.get("taskId").and_then(Value::as_str).map(TaskId::new);
        let Some(task) = task else {
            return Err(CreateError::Refused { reason: shared::job::FailureReason::Refused, code: 0 });
        };
        let answer = match self.ask_finer(api, &task).await {
            Ok(answer) => answer,
            // The next look asks for it again.
            Err(_no_answer) => return Ok(task),
        };
        match state(&answer) {
            Some(TaskState::Running | TaskState::Succeeded { .. }) => Ok(task),
            Some(TaskState::Failed { reason }) => Err(CreateError::Refused { reason, code: answer.code() }),
            None => match error::created(&answer, "") {
                Ok(_) | Err(CreateError::Unknown(_)) => Ok(task),
                Err(certain) => Err(certain),
            },
        }
    }

    /// Tells how it stands.
    pub(super) async fn query_finer(&self, api: Api, task: &TaskId) -> Result<TaskState, QueryError> {
        let answer = self.ask_finer(api, task).await?;
        record(api, &answer)
    }

    async fn ask_finer(&self, api: Api, task: &TaskId) -> Result<Answer, QueryError> {
        let base = &self.config.api_url;
        let request = if api == Api::Veo4k {
            self.http.post(at(base, ULTRA_HD)).json(&json!({ "taskId": task.as_str(), "index": 0 }))
        } else {
            self.http.get(at(base, FULL_HD)).query(&[("taskId", task.as_str()), ("index", "0")])
        };
        let sent = self.authorized(request).send().await;
        let response = sent.map_err(|error| {
            let address = base.origin().ascii_serialization();
            QueryError::Unavailable(NoAnswer { address, cause: error.without_url() }.into())
        })?;
        Answer::read(response).await.map_err(|error| QueryError::Unavailable(error.into()))
    }
}

/// Reads an answer. `None` when it is none of those that are known. An address counts whatever the code says: that of a 4K
/// video comes with 422.
pub(super) fn state(answer: &Answer) -> Option<TaskState> {
    let urls = urls(answer.data());
    if !urls.is_empty() {
        return Some(TaskState::Succeeded { urls, cost: None });
    }
    let text = answer.text().to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&AT_WORK) || (answer.code() == 200 && answer.envelope.is_some()) {
        return Some(TaskState::Running);
    }
    says(&NEVER).then_some(TaskState::Failed { reason: shared::job::FailureReason::Provider })
}

fn urls(data: &Value) -> Vec<Url> {
    let names = ["resultUrl", "resultUrls", "result_urls"];
    let found = names.iter().filter_map(|name| data.get(name)).map(shapes::urls);
    found.into_iter().find(|urls| !urls.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kie::answer::Envelope;

    fn read(code: i64, text: &str, data: Value) -> Option<TaskState> {
        state(&Answer { status: 200, envelope: Some(Envelope { code, text: text.to_owned(), data }) })
    }

    #[test]
    fn the_answers_of_both_requests_are_read() {
        let done =
            Some(TaskState::Succeeded { urls: vec![Url::parse("https://x.example/v.mp4").unwrap()], cost: None });
        let url = "https://x.example/v.mp4";
        let processing = "1080P is processing. It should be ready in 1-2 minutes. Please check back shortly.";
        let unavailable = "The 4K version of this video is unavailable. Please try a different video.";
        for (code, text, data, expected) in [
            (200, "success", json!({ "resultUrl": url }), done.clone()),
            (400, processing, Value::Null, Some(TaskState::Running)),
            (200, "success", json!({ "taskId": "t", "resultUrls": null }), Some(TaskState::Running)),
            (
                422,
                "4k is processing. It should be ready in 5-10 minutes.",
                json!({ "taskId": "t" }),
                Some(TaskState::Running),
            ),
            (422, "The video has been generated successfully", json!({ "resultUrls": [url] }), done),
            (
                500,
                unavailable,
                json!({ "taskId": "t" }),
                Some(TaskState::Failed { reason: shared::job::FailureReason::Provider }),
            ),
            (422, "Record does not exist", Value::Null, None),
        ] {
            assert_eq!(read(code, text, data), expected, "{text}");
        }
    }
}
