//! What the bot has called of Telegram, read while it goes on, since the simulator keeps only the newest calls: when each
//! chat was said something, when each video was sent, and how often each method was called.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use solo::driver::{World, quoted_in};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::typing::Sent;

/// Between two looks, unless there is more to read at once.
const READ_EVERY: Duration = Duration::from_millis(500);

/// Calls read at once.
const PAGE: usize = 5_000;

/// Reads for as long as it lives.
pub(crate) struct CallReader {
    heard: Arc<Mutex<Heard>>,
    stop: CancellationToken,
    reading: JoinHandle<anyhow::Result<()>>,
}

/// What was read. Times are milliseconds since 1970.
#[derive(Debug, Default)]
struct Heard {
    last: u64,
    /// By chat: when something was said to it, oldest first.
    said: HashMap<i64, Vec<i64>>,
    /// By query: when it was answered.
    answered: HashMap<String, i64>,
    /// By the words that they were made of.
    videos: HashMap<String, i64>,
    /// By chat: how often a message was copied into it.
    copies: HashMap<i64, u32>,
    /// By method: how often it was called, with success or without.
    counts: BTreeMap<String, u32>,
}

#[derive(Debug, Deserialize)]
struct Page {
    calls: Vec<Call>,
    last: u64,
}

#[derive(Debug, Deserialize)]
struct Call {
    number: u64,
    at_ms: i64,
    method: String,
    http_status: u16,
    params: Params,
}

#[derive(Debug, Deserialize)]
struct Params {
    /// A number, or text in a form.
    #[serde(default)]
    chat_id: Value,
    callback_query_id: Option<String>,
    caption: Option<String>,
}

/// A task of KIE.ai, as far as it is looked at.
#[derive(Debug, Deserialize)]
struct Task {
    input: Input,
    callbacks: Vec<Callback>,
}

#[derive(Debug, Deserialize)]
struct Input {
    prompt: String,
}

#[derive(Debug, Deserialize)]
struct Callback {
    at: i64,
}

impl CallReader {
    #[expect(clippy::disallowed_methods, reason = "it ends with this value, and a run is no service")]
    pub(crate) fn start(world: World) -> Self {
        let heard = Arc::new(Mutex::new(Heard::default()));
        let stop = CancellationToken::new();
        let reading = tokio::spawn(read(world, Arc::clone(&heard), stop.clone()));
        Self { heard, stop, reading }
    }

    /// Reads to the end and stops.
    pub(crate) async fn finish(self) -> anyhow::Result<()> {
        self.stop.cancel();
        self.reading.await?
    }

    /// Milliseconds from each update to the answer to it: that to the query of a press, or the first word to the chat. Those
    /// that are not answered yet are left out.
    pub(crate) fn update_to_reply(&self, sent: &[Sent]) -> Vec<i64> {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        let answer_to = |Sent { chat, at_ms, query }: &Sent| match query {
            Some(query) => heard.answered.get(query).copied(),
            None => heard.said.get(chat)?.iter().find(|said| *said >= at_ms).copied(),
        };
        let mut times: Vec<i64> = sent.iter().filter_map(|sent| Some(answer_to(sent)? - sent.at_ms)).collect();
        times.sort_unstable();
        times
    }

    /// Milliseconds from KIE.ai's callback to the answer to `sendVideo`, for the newest so many tasks.
    pub(crate) async fn callback_to_video(&self, world: &World, newest: usize) -> anyhow::Result<Vec<i64>> {
        let tasks: Vec<Task> = world.get(&format!("simulators/kie/tasks?newest={newest}")).await?;
        let called_back: BTreeMap<String, i64> =
            tasks.into_iter().filter_map(|task| Some((task.input.prompt, task.callbacks.first()?.at))).collect();
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        let mut times: Vec<i64> =
            called_back.iter().filter_map(|(prompt, at)| Some(heard.videos.get(prompt)? - at)).collect();
        times.sort_unstable();
        Ok(times)
    }

    /// How often a message was copied into each chat so far.
    pub(crate) fn copies(&self) -> HashMap<i64, u32> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).copies.clone()
    }

    /// How often each method was called so far.
    pub(crate) fn counts(&self) -> BTreeMap<String, u32> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).counts.clone()
    }

    /// Waits until everything was read that had been called by now.
    pub(crate) async fn caught_up(&self, world: &World) -> anyhow::Result<()> {
        let now: Page = world.get("simulators/telegram/calls?limit=0").await?;
        while self.heard.lock().unwrap_or_else(PoisonError::into_inner).last < now.last {
            anyhow::ensure!(!self.reading.is_finished(), "Telegram's calls are not read any more");
            tokio::time::sleep(READ_EVERY / 10).await;
        }
        Ok(())
    }
}

async fn read(world: World, heard: Arc<Mutex<Heard>>, stop: CancellationToken) -> anyhow::Result<()> {
    loop {
        let last = heard.lock().unwrap_or_else(PoisonError::into_inner).last;
        let page: Page = world.get(&format!("simulators/telegram/calls?after={last}&limit={PAGE}")).await?;
        let is_full = page.calls.len() == PAGE;
        heard.lock().unwrap_or_else(PoisonError::into_inner).add(page);
        if !is_full && stop.run_until_cancelled(tokio::time::sleep(READ_EVERY)).await.is_none() {
            return Ok(());
        }
    }
}

impl Heard {
    fn add(&mut self, page: Page) {
        for Call { number, at_ms, method, http_status, params } in page.calls {
            self.last = number;
            *self.counts.entry(method.clone()).or_default() += 1;
            if http_status != 200 {
                continue;
            }
            let words = params.caption.as_deref().and_then(quoted_in);
            if let (true, Some(words)) = (method == "sendVideo", words) {
                self.videos.entry(words).or_insert(at_ms);
            } else if let (true, Some(chat)) = (method == "copyMessage", params.chat_id.as_i64()) {
                // It answers nobody.
                *self.copies.entry(chat).or_default() += 1;
            } else if let Some(query) = params.callback_query_id {
                self.answered.entry(query).or_insert(at_ms);
            } else if let Some(chat) = params.chat_id.as_i64() {
                self.said.entry(chat).or_default().push(at_ms);
            }
        }
    }
}
