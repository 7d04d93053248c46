//! The client itself: sends, reads, and hands the answer to those who know what it means.

use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder};
use secrecy::{ExposeSecret as _, SecretString};
use shared::job::TaskId;
use url::Url;

use super::answer::Answer;
use super::error::{self, NoAnswer, UnusableAnswer};
use super::texts::Text;
use super::{
    Api, BuildError, CreateError, Fields, KieConfig, QueryError, TaskState, UnknownCause, finer, market, shapes, veo,
};

/// Speaks with KIE.ai. Cheap to clone.
#[derive(Debug, Clone)]
pub struct KieClient {
    pub(super) http: Client,
    pub(super) config: KieConfig,
}

impl KieClient {
    /// A client that follows no redirect and repeats nothing.
    ///
    /// # Errors
    /// When the system's TLS cannot be set up.
    pub fn new(config: KieConfig) -> Result<Self, BuildError> {
        let http = Client::builder()
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            .user_agent(&config.user_agent)
            .connect_timeout(config.connect_timeout)
            .timeout(config.timeout)
            .build()
            .map_err(BuildError)?;
        Ok(Self { http, config })
    }

    /// Orders a video. Costs money when accepted, so call it once per right to submit.
    ///
    /// # Errors
    /// See [`CreateError`]: what may be done next.
    pub async fn create(
        &self,
        api: Api,
        model: &str,
        fields: Fields,
        callback_url: Option<&Url>,
    ) -> Result<TaskId, CreateError> {
        let (path, body) = match api {
            Api::Veo => (veo::CREATE, veo::body(model, fields, callback_url)),
            Api::VeoExtend => (veo::EXTEND, veo::body(model, fields, callback_url)),
            Api::Market => (market::CREATE, market::body(model, fields, callback_url)),
            Api::Veo1080p | Api::Veo4k => return self.create_finer(api, &fields).await,
        };
        let prompt = shapes::prompt(&body).unwrap_or_default().to_owned();
        let request = self.authorized(self.http.post(at(&self.config.api_url, path))).json(&body);
        let response = request.send().await.map_err(CreateError::from_sending)?;
        let answer = Answer::read(response).await.map_err(|e| CreateError::Unknown(UnknownCause::Reading(e)))?;
        error::created(&answer, &prompt)
    }

    /// Reads a task. Free, and may be repeated.
    ///
    /// # Errors
    /// See [`QueryError`].
    pub async fn query(&self, api: Api, task: &TaskId) -> Result<TaskState, QueryError> {
        let path = match api {
            Api::Veo | Api::VeoExtend => veo::RECORD,
            Api::Market => market::RECORD,
            Api::Veo1080p | Api::Veo4k => return self.query_finer(api, task).await,
        };
        let request = self.http.get(at(&self.config.api_url, path)).query(&[("taskId", task.as_str())]);
        let answer = self.get(request).await?;
        record(api, &answer)
    }

    /// Sends a request that may be repeated.
    pub(super) async fn get(&self, request: RequestBuilder) -> Result<Answer, QueryError> {
        let sent = self.authorized(request).send().await;
        let address = || self.config.api_url.origin().ascii_serialization();
        let response = sent.map_err(|error| {
            QueryError::Unavailable(NoAnswer { address: address(), cause: error.without_url() }.into())
        })?;
        Answer::read(response).await.map_err(|e| QueryError::Unavailable(e.into()))
    }

    pub(super) fn authorized(&self, request: RequestBuilder) -> RequestBuilder {
        let key: &SecretString = &self.config.api_key;
        request.bearer_auth(key.expose_secret())
    }
}

/// The address of `path` under a base that may or may not end in a slash.
pub(super) fn at(base: &Url, path: &str) -> String {
    format!("{}{path}", base.as_str().trim_end_matches('/'))
}

/// Reads the answer to a query. A record that is there counts, whatever the code says (505 comes with good ones).
pub(super) fn record(api: Api, answer: &Answer) -> Result<TaskState, QueryError> {
    let state = match api {
        Api::Veo | Api::VeoExtend => veo::state(answer.data()),
        Api::Market => market::state(answer.data()),
        Api::Veo1080p | Api::Veo4k => finer::state(answer),
    };
    if let Some(state) = state {
        return Ok(state);
    }
    let (code, text) = (answer.code(), &Text::new(answer.text(), ""));
    let unavailable = QueryError::Unavailable(UnusableAnswer(code).into());
    if matches!(code, 429 | 430) || (code == 500 && text.says_too_often()) {
        return Err(QueryError::RateLimited);
    }
    if answer.envelope.is_none() {
        return Err(unavailable);
    }
    match code {
        401 | 403 | 433 => Err(error::blocked(code, text).map_or(unavailable, QueryError::ProviderBlocked)),
        // "recordInfo is null", "Record not found for taskId …": said of a task just made as well.
        200 | 404 | 422 => Err(QueryError::NotFound),
        451 | 501 => Ok(TaskState::Failed { reason: text.task_failure(Some(code)) }),
        400 => text.reason().map(|reason| TaskState::Failed { reason }).ok_or(unavailable),
        _ => Err(unavailable),
    }
}
