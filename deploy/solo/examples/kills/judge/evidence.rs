//! The simulators' records, sorted by what they say about people, tasks and copies. Every prompt of a run is unique, so
//! a prompt names a job.

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde_json::Value;
use solo::driver::{Person, Seen, World};

use crate::children::Mode;

/// What a credit costs.
const STARS_PER_CREDIT: i64 = 100;

/// A kill explains what happened this shortly before, or in the same moment as, it.
const SHORTLY_MS: i64 = 1_000;

/// Reasons for a failure that no fault of a run and no kill can bring about.
const WRONG_REASONS: [&str; 5] = [
    "No studio was free",
    "The video took too long",
    "The picture could not be used",
    "The model could not take this order",
    "could not be sent",
];

/// Everything that was recorded.
#[derive(Debug)]
pub(crate) struct Evidence {
    pub(crate) chats: Vec<OnesChat>,
    pub(crate) tasks: Vec<Task>,
    pub(crate) payments: usize,
    sent_videos: Vec<SentVideo>,
    lost_answers: usize,
    kills_at_ms: Vec<i64>,
}

/// What one person paid and read.
#[derive(Debug)]
pub(crate) struct OnesChat {
    pub(crate) person: i64,
    /// Credits paid for, by Telegram's list of transactions.
    pub(crate) paid: i64,
    /// Credits, as the bot says at the end.
    pub(crate) balance: i64,
    /// How often each video is in the chat.
    pub(crate) videos: BTreeMap<String, usize>,
    /// Jobs of which the chat says that their price was spent.
    pub(crate) spent: usize,
    /// Jobs that brought a video for free, after their credits had come back.
    pub(crate) free: usize,
    /// Jobs that brought none; their credits came back.
    pub(crate) failed: usize,
    /// Words about jobs that should have ended.
    pub(crate) open: Vec<String>,
    wrong_reasons: Vec<String>,
}

/// A task at KIE.ai.
#[derive(Debug)]
pub(crate) struct Task {
    prompt: String,
    created_at_ms: i64,
    pub(crate) failed: bool,
    answer_cut: bool,
    called_back: bool,
    callback_lost: bool,
    callbacks: usize,
}

#[derive(Debug)]
struct SentVideo {
    caption: String,
    at_ms: i64,
    answer_lost: bool,
}

impl Evidence {
    /// Reads everything. Asks everybody's balance, as they would.
    pub(crate) async fn collect(world: &World, people: Vec<Person>, kills_at_ms: Vec<i64>) -> anyhow::Result<Self> {
        let transactions = world.star_transactions().await?;
        let mut chats = Vec::new();
        for person in people {
            let mut person = person.moved_to(world.clone());
            chats.push(OnesChat::read(&mut person, &transactions).await?);
        }
        let tasks = world.kie_tasks().await?.iter().map(Task::read).collect::<anyhow::Result<_>>()?;
        let calls: Value = world.get("simulators/telegram/calls").await?;
        let calls = calls["calls"].as_array().context("there is no list of calls")?;
        let taken = |call: &&Value| call["method"] == "sendVideo" && call["http_status"] == 200;
        Ok(Self {
            chats,
            tasks,
            payments: transactions.len(),
            sent_videos: calls.iter().filter(taken).map(SentVideo::read).collect(),
            lost_answers: calls.iter().filter(|call| call["fault"] == "drop_reply").count(),
            kills_at_ms,
        })
    }

    /// The faults that have struck.
    pub(crate) fn faults(&self) -> [(&'static str, usize); 4] {
        let count = |strikes: fn(&Task) -> bool| self.tasks.iter().filter(|task| strikes(task)).count();
        [
            ("  faults: creates whose answer was cut on order", count(|task| task.answer_cut)),
            ("  faults: callbacks lost on order", count(|task| task.callback_lost)),
            ("  faults: tasks called back more than once", count(|task| task.callbacks > 1)),
            ("  faults: answers of Telegram lost on order", self.lost_answers),
        ]
    }

    pub(crate) fn ordered_twice(&self) -> Vec<String> {
        let mut counts = BTreeMap::new();
        for task in &self.tasks {
            *counts.entry(&task.prompt).or_insert(0) += 1;
        }
        let twice = counts.into_iter().filter(|(_, count)| *count > 1);
        twice.map(|(prompt, count)| format!("{prompt:?} was ordered {count} times")).collect()
    }

    /// Finished videos that are in no chat and have no excuse, and how many have one.
    pub(crate) fn missing(&self, mode: Mode) -> (Vec<String>, usize) {
        let arrived = |task: &&Task| self.chats.iter().any(|chat| chat.videos.contains_key(&task.prompt));
        let missing = self.tasks.iter().filter(|task| !task.failed && !arrived(task));
        let (excused, inexcusable): (Vec<&Task>, Vec<&Task>) = missing.partition(|task| {
            let unheard = task.answer_cut || self.killed_shortly_after(task.created_at_ms);
            unheard && (mode == Mode::Polling || !task.called_back)
        });
        (inexcusable.into_iter().map(|task| format!("{:?} did not arrive", task.prompt)).collect(), excused.len())
    }

    /// Second copies without a cause, and the number of all.
    pub(crate) fn copies(&self) -> (Vec<String>, usize) {
        let mut unexplained = Vec::new();
        let mut all = 0;
        for (prompt, count) in self.chats.iter().flat_map(|chat| &chat.videos).filter(|(_, count)| **count > 1) {
            all += count - 1;
            let sent = self.sent_videos.iter().filter(|sent| sent.caption == *prompt);
            let causes = sent.filter(|sent| sent.answer_lost || self.killed_shortly_after(sent.at_ms)).count();
            if causes < count - 1 {
                unexplained.push(format!("{prompt:?} came {count} times with {causes} causes"));
            }
        }
        (unexplained, all)
    }

    pub(crate) fn wrong_reasons(&self) -> Vec<String> {
        self.chats.iter().flat_map(|chat| chat.wrong_reasons.clone()).collect()
    }

    /// Jobs that were given up and that KIE.ai never heard of.
    pub(crate) fn never_created(&self) -> usize {
        let placed: usize = self.chats.iter().map(|chat| chat.spent + chat.free + chat.failed).sum();
        placed.saturating_sub(self.tasks.len())
    }

    fn killed_shortly_after(&self, at_ms: i64) -> bool {
        self.kills_at_ms.iter().any(|kill| (-SHORTLY_MS / 10..=SHORTLY_MS).contains(&(kill - at_ms)))
    }
}

impl OnesChat {
    async fn read(person: &mut Person, transactions: &[Value]) -> anyhow::Result<Self> {
        let theirs = transactions.iter().filter(|entry| entry["source"]["user"]["id"] == person.id());
        let stars: i64 = theirs.filter_map(|entry| entry["amount"].as_i64()).sum();
        let balance = person.balance().await?;
        let messages = person.messages().await?;
        let said: Vec<&Seen> = messages.iter().filter(|seen| seen.is_from_bot()).collect();
        let mut videos = BTreeMap::new();
        for video in said.iter().filter(|seen| seen.is_video()) {
            *videos.entry(video.text().to_owned()).or_insert(0) += 1;
        }
        let with = |words: &str| said.iter().filter(|seen| seen.text().contains(words)).count();
        let texts_with = |words: &[&str]| {
            let open = said.iter().map(|seen| seen.text()).filter(|text| words.iter().any(|word| text.contains(word)));
            open.map(str::to_owned).collect()
        };
        Ok(Self {
            person: person.id(),
            paid: stars / STARS_PER_CREDIT,
            balance,
            videos,
            spent: with("your video is here. 1 credit spent."),
            free: with("It is free: the credits had come back"),
            failed: with("no video this time. 1 credit returned."),
            open: texts_with(&[
                "waiting for its turn",
                "is on its way to the studio",
                "is being made.",
                "I am sending it",
            ]),
            wrong_reasons: texts_with(&WRONG_REASONS),
        })
    }
}

impl Task {
    fn read(task: &Value) -> anyhow::Result<Self> {
        let callbacks = task["callbacks"].as_array().cloned().unwrap_or_default();
        let ended = |outcome: &str| callbacks.iter().any(|callback| callback["outcome"] == outcome);
        Ok(Self {
            prompt: task["input"]["prompt"].as_str().context("a task without a prompt")?.to_owned(),
            created_at_ms: task["created_at"].as_i64().context("a task without a time")?,
            failed: task["state"] == "fail",
            answer_cut: task["create_answer"] == "cut",
            called_back: ended("delivered"),
            callback_lost: ended("lost"),
            callbacks: callbacks.iter().filter(|callback| callback["outcome"] == "delivered").count(),
        })
    }
}

impl SentVideo {
    fn read(call: &Value) -> Self {
        Self {
            caption: call["params"]["caption"].as_str().unwrap_or_default().to_owned(),
            at_ms: call["at_ms"].as_i64().unwrap_or_default(),
            answer_lost: call["fault"] == "drop_reply",
        }
    }
}
