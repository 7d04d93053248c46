//! Talks to the simulators as people, operators and judges do, over HTTP, so that it works the same with simulators in
//! this process and in another one.
//!
//! Everything waits for what it expects to see, with a deadline, and says what it saw instead.

use std::fmt::Display;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use reqwest::{Client, Method};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use url::Url;

/// Nothing that is waited for takes longer.
const PATIENCE: Duration = Duration::from_secs(60);

/// Pause between two looks.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// The simulated world.
#[derive(Debug, Clone)]
pub struct World {
    base: Url,
    http: Client,
}

impl World {
    /// The simulators at this address.
    #[must_use]
    pub fn at(base: Url) -> Self {
        Self { base, http: Client::new() }
    }

    /// A person with this first name, who may be new.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn person(&self, name: &str) -> anyhow::Result<Person> {
        let user: Value = self.post("chat/api/people", &json!({ "first_name": name, "language_code": "en" })).await?;
        let id = user["id"].as_i64().with_context(|| format!("no id in {user}"))?;
        Ok(Person { world: self.clone(), id, read: 0 })
    }

    /// Has the next tasks of KIE.ai go wrong in this way.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn kie_fault(&self, fault: &str, times: u32) -> anyhow::Result<()> {
        self.post::<Value>("simulators/kie/faults", &json!({ "fault": fault, "times": times })).await.map(drop)
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

    /// Reads JSON from the simulators.
    ///
    /// # Errors
    /// When the simulator does not answer with a success.
    pub async fn get<T: DeserializeOwned>(&self, path: &str) -> anyhow::Result<T> {
        self.ask(Method::GET, path, None::<&Value>).await
    }

    /// Sends JSON to the simulators.
    ///
    /// # Errors
    /// When the simulator does not answer with a success.
    pub async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> anyhow::Result<T> {
        self.ask(Method::POST, path, Some(body)).await
    }

    async fn ask<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> anyhow::Result<T> {
        let mut request = self.http.request(method, self.base.join(path)?).timeout(PATIENCE);
        if let Some(body) = body {
            request = request.json(body);
        }
        let response = request.send().await?;
        let status = response.status();
        let text = response.text().await?;
        ensure!(status.is_success(), "{path} answered {status}: {text}");
        serde_json::from_str(&text).with_context(|| format!("{path} answered {text}"))
    }
}

/// A person who chats with the bot.
#[derive(Debug)]
pub struct Person {
    world: World,
    id: i64,
    /// Messages up to this one have been read.
    read: i64,
}

/// A message as the person sees it, in the shape of the Bot API.
#[derive(Debug, Clone)]
pub struct Seen(pub Value);

impl Seen {
    /// Its number.
    #[must_use]
    pub fn id(&self) -> i64 {
        self.0["message_id"].as_i64().unwrap_or_default()
    }

    /// Its text or caption.
    #[must_use]
    pub fn text(&self) -> &str {
        self.0["text"].as_str().or_else(|| self.0["caption"].as_str()).unwrap_or_default()
    }

    /// Its buttons: label and callback data.
    #[must_use]
    pub fn buttons(&self) -> Vec<(String, String)> {
        let rows = self.0["reply_markup"]["inline_keyboard"].as_array().cloned().unwrap_or_default();
        let buttons = rows.iter().filter_map(Value::as_array).flatten();
        let text = |button: &Value, field: &str| button[field].as_str().unwrap_or_default().to_owned();
        buttons.map(|button| (text(button, "text"), text(button, "callback_data"))).collect()
    }

    /// Whether it shows a video.
    #[must_use]
    pub fn is_video(&self) -> bool {
        self.0["video"].is_object()
    }

    /// Whether it is an invoice.
    #[must_use]
    pub fn is_invoice(&self) -> bool {
        self.0["invoice"].is_object()
    }

    fn is_from_bot(&self) -> bool {
        self.0["from"]["is_bot"] == true
    }
}

impl Display for Seen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = ["video", "invoice", "photo", "document"].into_iter().find(|kind| !self.0[*kind].is_null());
        write!(f, "[{}]", kind.unwrap_or("text"))?;
        write!(f, " {}", self.text())?;
        let labels: Vec<String> = self.buttons().into_iter().map(|(label, _)| format!("[{label}]")).collect();
        if labels.is_empty() { Ok(()) } else { write!(f, " {}", labels.join(" ")) }
    }
}

impl Person {
    /// Their number.
    #[must_use]
    pub const fn id(&self) -> i64 {
        self.id
    }

    /// Writes a message.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn sends(&mut self, text: &str) -> anyhow::Result<()> {
        let path = self.path("text");
        self.world.post::<Value>(&path, &json!({ "text": text })).await.map(drop)
    }

    /// Sends a file, as a photo or as it is.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn sends_file(&mut self, bytes: Vec<u8>, name: &str, mime: &str, as_photo: bool) -> anyhow::Result<()> {
        let file = reqwest::multipart::Part::bytes(bytes).file_name(name.to_owned()).mime_str(mime)?;
        let form =
            reqwest::multipart::Form::new().text("as", if as_photo { "photo" } else { "document" }).part("file", file);
        let url = self.world.base.join(&self.path("file"))?;
        let response = self.world.http.post(url).multipart(form).send().await?;
        ensure!(response.status().is_success(), "the file was refused: {}", response.text().await?);
        Ok(())
    }

    /// Waits for a new message of the bot, or an edit of a later one, with these words in it. What came before it counts
    /// as read.
    ///
    /// # Errors
    /// When it does not come; says what came instead.
    pub async fn sees(&mut self, words: &str) -> anyhow::Result<Seen> {
        self.sees_what(words, |seen| seen.text().contains(words)).await
    }

    /// Waits for a video with this caption.
    ///
    /// # Errors
    /// When it does not come; says what came instead.
    pub async fn sees_video(&mut self, caption: &str) -> anyhow::Result<Seen> {
        self.sees_what("a video", |seen| seen.is_video() && seen.text() == caption).await
    }

    /// Waits for an invoice.
    ///
    /// # Errors
    /// When it does not come; says what came instead.
    pub async fn sees_invoice(&mut self) -> anyhow::Result<Seen> {
        self.sees_what("an invoice", Seen::is_invoice).await
    }

    /// Presses the button of this message whose label contains `label`.
    ///
    /// # Errors
    /// When there is no such button.
    pub async fn presses(&mut self, seen: &Seen, label: &str) -> anyhow::Result<()> {
        let buttons = seen.buttons();
        let Some((_, data)) = buttons.iter().find(|(text, _)| text.contains(label)) else {
            bail!("there is no button {label:?} under: {seen}");
        };
        self.presses_data(seen.id(), data).await
    }

    /// Presses a button with this data, whether it is there or not.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn presses_data(&mut self, message: i64, data: &str) -> anyhow::Result<()> {
        let press = json!({ "message_id": message, "data": data, "force": true });
        let path = self.path("callback");
        self.world.post::<Value>(&path, &press).await.map(drop)
    }

    /// Pays an invoice. The answer says whether it went through.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn pays(&mut self, invoice: &Seen) -> anyhow::Result<Value> {
        let path = self.path("pay");
        self.world.post(&path, &json!({ "message_id": invoice.id() })).await
    }

    /// All messages of the chat.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn messages(&self) -> anyhow::Result<Vec<Seen>> {
        let state: Value = self.world.get(&self.path("state")).await?;
        Ok(list(state, "messages")?.into_iter().map(Seen).collect())
    }

    async fn sees_what(&mut self, what: &str, matches: impl Fn(&Seen) -> bool) -> anyhow::Result<Seen> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let messages = self.messages().await?;
            let new = messages.into_iter().filter(|seen| seen.is_from_bot() && seen.id() > self.read);
            let new: Vec<Seen> = new.collect();
            if let Some(seen) = new.iter().find(|seen| matches(seen)) {
                // The message itself may be edited and must then be seen again.
                self.read = seen.id() - 1;
                return Ok(seen.clone());
            }
            if Instant::now() > deadline {
                let saw: Vec<String> = new.iter().map(Seen::to_string).collect();
                bail!("expected {what}, but the bot said:\n{}", saw.join("\n"));
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    fn path(&self, what: &str) -> String {
        format!("chat/api/{}/{what}", self.id)
    }
}

fn list(mut value: Value, name: &str) -> anyhow::Result<Vec<Value>> {
    let list = if value.is_array() { value } else { value[name].take() };
    match list {
        Value::Array(list) => Ok(list),
        other => bail!("there are no {name} in {other}"),
    }
}
