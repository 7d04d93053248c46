//! Talks to the simulators as people, operators and judges do, over HTTP, so that it works the same with simulators in
//! this process and in another one.
//!
//! Everything waits for what it expects to see, with a deadline, and says what it saw instead.

pub mod database;
mod flows;
mod message;
mod person;

use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use reqwest::{Client, Method, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use url::Url;

pub use flows::{IMAGE, Image, Order};
pub use message::{Seen, quoted_in};
pub use person::Person;

/// Few things that are waited for take longer. A worker asks for a task whose callback was lost after 60 seconds.
const PATIENCE: Duration = Duration::from_secs(120);

/// Pause between two looks.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// The simulated world.
#[derive(Debug, Clone)]
pub struct World {
    base: Url,
    http: Client,
    patience: Duration,
    look_every: Duration,
}

impl World {
    /// The simulators at this address.
    #[must_use]
    pub fn at(base: Url) -> Self {
        Self { base, http: Client::new(), patience: PATIENCE, look_every: LOOK_EVERY }
    }

    /// The same world for somebody who waits for this long before they complain.
    #[must_use]
    pub fn with_patience(&self, patience: Duration) -> Self {
        Self { patience, ..self.clone() }
    }

    /// How long people wait in this world before they complain.
    #[must_use]
    pub const fn patience(&self) -> Duration {
        self.patience
    }

    /// The same world for many who look at their chats less often, so that looking is not most of the work.
    #[must_use]
    pub fn looking_every(&self, look_every: Duration) -> Self {
        Self { look_every, ..self.clone() }
    }

    /// Waits as [`until`] does, as long and looking as often as people do in this world.
    async fn until<T>(&self, what: &str, look: impl AsyncFnMut() -> anyhow::Result<Option<T>>) -> anyhow::Result<T> {
        look_until(what, self.patience, self.look_every, look).await
    }

    /// A person with this first name, who may be new.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn person(&self, name: &str) -> anyhow::Result<Person> {
        let user: Value = self.post("chat/api/people", &json!({ "first_name": name, "language_code": "en" })).await?;
        let id = user["id"].as_i64().with_context(|| format!("no id in {user}"))?;
        Ok(Person::new(self.clone(), id))
    }

    /// The person with this number.
    #[must_use]
    pub fn acquaintance(&self, id: i64) -> Person {
        Person::new(self.clone(), id)
    }

    /// Has the next tasks of KIE.ai go wrong in this way.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn kie_fault(&self, fault: &str, times: u32) -> anyhow::Result<()> {
        self.post::<Value>("simulators/kie/faults", &json!({ "fault": fault, "times": times })).await.map(drop)
    }

    /// Has the next task of KIE.ai be touched by a fault that lasts for some seconds.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn kie_fault_for(&self, fault: &str, seconds: u32) -> anyhow::Result<()> {
        self.post::<Value>("simulators/kie/faults", &json!({ "fault": fault, "seconds": seconds })).await.map(drop)
    }

    /// Sets the credits of the KIE.ai account.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn kie_balance(&self, credits: u32) -> anyhow::Result<()> {
        self.post::<Value>("simulators/kie/balance", &json!({ "credits": credits })).await.map(drop)
    }

    /// Has the next calls of a method of Telegram go wrong in this way.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn telegram_fault(&self, method: &str, fault: &str, times: u32) -> anyhow::Result<()> {
        let fault = json!({ "method": method, "fault": fault, "times": times });
        self.post::<Value>("simulators/telegram/faults", &fault).await.map(drop)
    }

    /// Every task that KIE.ai has accepted.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn kie_tasks(&self) -> anyhow::Result<Vec<Value>> {
        list(self.get("simulators/kie/tasks").await?, "tasks")
    }

    /// Waits until KIE.ai has accepted so many tasks.
    ///
    /// # Errors
    /// When it has not in time.
    pub async fn until_kie_tasks(&self, number: usize) -> anyhow::Result<()> {
        until(&format!("{number} tasks at KIE.ai"), self.patience, async || {
            Ok((self.kie_tasks().await?.len() >= number).then_some(()))
        })
        .await
    }

    /// Every Star that has moved.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn star_transactions(&self) -> anyhow::Result<Vec<Value>> {
        list(self.get("simulators/telegram/transactions").await?, "transactions")
    }

    /// The calls of a method that the bot has made.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn telegram_calls(&self, method: &str) -> anyhow::Result<Vec<Value>> {
        list(self.get(&format!("simulators/telegram/calls?method={method}")).await?, "calls")
    }

    /// The updates that Telegram has had for the bot, each with its fate.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn telegram_updates(&self) -> anyhow::Result<Vec<Value>> {
        list(self.get("simulators/telegram/updates").await?, "updates")
    }

    /// Has Telegram deliver an update again.
    ///
    /// # Errors
    /// When there is no such update.
    pub async fn telegram_resends(&self, update: &Value) -> anyhow::Result<()> {
        let id = &update["update"]["update_id"];
        self.post::<Value>("simulators/telegram/resend", &json!({ "update_id": id })).await.map(drop)
    }

    /// Reads JSON from the simulators.
    ///
    /// # Errors
    /// When the simulator does not answer with a success.
    pub async fn get<T: DeserializeOwned>(&self, path: &str) -> anyhow::Result<T> {
        let (status, text) = self.ask(Method::GET, path, None::<&Value>).await?;
        read(path, status, &text)
    }

    /// Sends JSON to the simulators.
    ///
    /// # Errors
    /// When the simulator does not answer with a success.
    pub async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> anyhow::Result<T> {
        let (status, text) = self.ask(Method::POST, path, Some(body)).await?;
        read(path, status, &text)
    }

    /// Has the simulators clear something.
    ///
    /// # Errors
    /// When the simulator does not answer with a success.
    pub async fn delete(&self, path: &str) -> anyhow::Result<()> {
        let (status, text) = self.ask(Method::DELETE, path, None::<&Value>).await?;
        read::<Value>(path, status, &text).map(drop)
    }

    /// Sends JSON somewhere and says how that was answered.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn status_of_post(&self, path: &str, body: &impl Serialize) -> anyhow::Result<StatusCode> {
        Ok(self.ask(Method::POST, path, Some(body)).await?.0)
    }

    async fn ask(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> anyhow::Result<(StatusCode, String)> {
        let mut request = self.http.request(method, self.base.join(path)?).timeout(PATIENCE);
        if let Some(body) = body {
            request = request.json(body);
        }
        let response = request.send().await?;
        Ok((response.status(), response.text().await?))
    }
}

/// Waits until `look` finds something, for as long as `patience`.
///
/// # Errors
/// When `look` fails, or finds nothing in time: `what` says what was waited for.
pub async fn until<T>(
    what: &str,
    patience: Duration,
    look: impl AsyncFnMut() -> anyhow::Result<Option<T>>,
) -> anyhow::Result<T> {
    look_until(what, patience, LOOK_EVERY, look).await
}

async fn look_until<T>(
    what: &str,
    patience: Duration,
    look_every: Duration,
    mut look: impl AsyncFnMut() -> anyhow::Result<Option<T>>,
) -> anyhow::Result<T> {
    let deadline = std::time::Instant::now() + patience;
    loop {
        if let Some(found) = look().await? {
            return Ok(found);
        }
        if std::time::Instant::now() > deadline {
            bail!("waited {} s in vain for {what}", patience.as_secs());
        }
        tokio::time::sleep(look_every).await;
    }
}

fn read<T: DeserializeOwned>(path: &str, status: StatusCode, text: &str) -> anyhow::Result<T> {
    ensure!(status.is_success(), "{path} answered {status}: {text}");
    serde_json::from_str(text).with_context(|| format!("{path} answered {text}"))
}

fn list(mut value: Value, name: &str) -> anyhow::Result<Vec<Value>> {
    let list = if value.is_array() { value } else { value[name].take() };
    serde_json::from_value(list).with_context(|| format!("the answer is no list of {name}"))
}
