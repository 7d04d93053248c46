//! The simulators' records of a trial, sorted by what they say about people, tasks and copies. Every prompt of a trial
//! is unique, so a prompt names a job.

mod account;
mod chat;
mod returns;
mod task;

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde_json::Value;
use solo::driver::{World, quoted_in};

use crate::disturbances::{Disturbances, Who};
use crate::records::Records;

pub(super) use account::{Account, Fate};
pub(super) use chat::OnesChat;
pub(crate) use chat::open_jobs;
#[cfg(test)]
pub(super) use returns::Returns;
pub(super) use task::Task;

/// Everything that was recorded.
#[derive(Debug)]
pub(super) struct Evidence {
    pub(super) chats: Vec<OnesChat>,
    /// Tasks for the people of the trial.
    pub(super) tasks: Vec<Task>,
    /// Tasks for others.
    pub(super) tasks_of_others: usize,
    sent_videos: Vec<SentVideo>,
    lost_answers: usize,
    disturbances: Disturbances,
}

/// A video that Telegram took from the bot.
#[derive(Debug)]
struct SentVideo {
    /// What it was made of, by its caption.
    words: String,
    /// Where it was made, if it was sent by its address.
    url: Option<String>,
    at_ms: i64,
    answer_lost: bool,
}

/// Why a finished video is in no chat.
#[derive(Debug, Default)]
pub(super) struct Missing {
    /// Each that has no excuse.
    pub(super) inexcusable: Vec<String>,
    /// How many were never heard of, because a strike cut the create and nobody called back.
    pub(super) unheard: usize,
}

/// Videos that came more than once.
#[derive(Debug, Default)]
pub(super) struct Copies {
    /// Each that has fewer causes than copies.
    pub(super) unexplained: Vec<String>,
    /// Second copies because the bot was struck before it could write down that Telegram had the first.
    pub(super) after_strike: usize,
    /// Second copies because Telegram's answer was lost on order.
    pub(super) after_lost_answer: usize,
}

impl Evidence {
    /// Reads everything. Asks everybody's balance, as they would.
    pub(super) async fn collect(
        world: &World,
        records: &Records,
        disturbances: Disturbances,
        stars_per_credit: i64,
    ) -> anyhow::Result<Self> {
        let calls: Value = world.get("simulators/telegram/calls").await?;
        let calls = calls["calls"].as_array().context("there is no list of calls")?;
        let transactions = world.star_transactions().await?;
        let taken = |call: &&Value, method: &str| call["method"] == method && call["http_status"] == 200;
        let refunds: Vec<&Value> = calls.iter().filter(|call| taken(call, "refundStarPayment")).collect();
        let mut chats = Vec::new();
        for person in &records.people {
            let mut person = world.acquaintance(*person);
            let account = Account::read(person.id(), &transactions, &refunds, stars_per_credit);
            chats.push(OnesChat::read(&mut person, account).await?);
        }
        let mut tasks = Vec::new();
        let all = world.kie_tasks().await?;
        for task in &all {
            tasks.extend(Task::read(task, records)?);
        }
        let ours = |sent: &SentVideo| records.person_of(&sent.words).is_some();
        Ok(Self {
            chats,
            tasks_of_others: all.len() - tasks.len(),
            tasks,
            sent_videos: calls
                .iter()
                .filter(|call| taken(call, "sendVideo"))
                .map(SentVideo::read)
                .filter(ours)
                .collect(),
            lost_answers: calls.iter().filter(|call| call["fault"] == "drop_reply").count(),
            disturbances,
        })
    }

    /// The faults that have struck.
    pub(super) fn faults(&self) -> [(&'static str, usize); 4] {
        let count = |strikes: fn(&Task) -> bool| self.tasks.iter().filter(|task| strikes(task)).count();
        [
            ("  faults: creates whose answer was cut on order", count(|task| task.answer_cut)),
            ("  faults: callbacks lost on order", count(|task| task.callback_lost)),
            ("  faults: tasks called back more than once", count(|task| task.callbacks > 1)),
            ("  faults: answers of Telegram lost on order", self.lost_answers),
        ]
    }

    /// Jobs with more than one task.
    pub(super) fn ordered_twice(&self) -> Vec<String> {
        let mut orders = BTreeMap::<&str, Vec<&Task>>::new();
        for task in &self.tasks {
            orders.entry(&task.prompt).or_default().push(task);
        }
        // What the provider has failed is ordered once more.
        let may_be = |tasks: &[&Task]| match tasks {
            [_] => true,
            [one, other] => self.is_ordered_once_more(one) || self.is_ordered_once_more(other),
            _ => false,
        };
        let twice = orders.into_iter().filter(|(_, tasks)| !may_be(tasks));
        twice.map(|(prompt, tasks)| format!("{prompt:?} was ordered {} times", tasks.len())).collect()
    }

    /// Whether the provider has failed a task, and the same was ordered after it.
    fn is_ordered_once_more(&self, task: &Task) -> bool {
        let is_second = |other: &&Task| other.prompt == task.prompt && other.created_at_ms > task.created_at_ms;
        task.is_providers_fault && self.tasks.iter().any(|other| is_second(&other))
    }

    /// Finished videos that are in no chat.
    pub(super) fn missing(&self) -> Missing {
        let mut missing = Missing::default();
        for task in self.tasks.iter().filter(|task| task.is_finished && !self.has_arrived(task)) {
            if self.is_unheard(task) {
                missing.unheard += 1;
            } else {
                missing.inexcusable.push(format!("{:?} did not arrive", task.prompt));
            }
        }
        missing
    }

    /// Videos that came more than once.
    pub(super) fn copies(&self) -> Copies {
        let mut copies = Copies::default();
        for (prompt, count) in self.chats.iter().flat_map(|chat| &chat.videos).filter(|(_, count)| **count > 1) {
            // What came after the last copy has not caused it.
            let mut earlier: Vec<_> = self.sent_videos.iter().filter(|sent| sent.words == *prompt).collect();
            earlier.pop();
            let sent = || earlier.iter().copied();
            let lost = sent().filter(|sent| sent.answer_lost).count().min(count - 1);
            let struck = sent().filter(|sent| !sent.answer_lost && self.is_cut_from_telegram(sent)).count();
            let struck = struck.min(count - 1 - lost);
            copies.after_lost_answer += lost;
            copies.after_strike += struck;
            if lost + struck < count - 1 {
                copies.unexplained.push(format!("{prompt:?} came {count} times with {} causes", lost + struck));
            }
        }
        copies
    }

    /// Videos that were sent under words for which they were not made.
    pub(super) fn mixed_up(&self) -> Vec<String> {
        let is_right = |sent: &&SentVideo| {
            let Some(url) = &sent.url else { return true };
            let mut made = self.tasks.iter().filter(|task| task.prompt == sent.words);
            made.any(|task| task.result_url.as_deref() == Some(without_query(url)))
        };
        let wrong = self.sent_videos.iter().filter(|sent| !is_right(sent));
        wrong.map(|sent| format!("{:?} came with {:?}", sent.words, sent.url)).collect()
    }

    /// People whose credits came back more often than their tasks failed or were cut, and people who do not read of
    /// every failure. Also, how many jobs were given up that KIE.ai never heard of.
    pub(super) fn released(&self) -> (Vec<String>, usize) {
        let mut wrong: Vec<String> = self.chats.iter().flat_map(|chat| chat.wrong_reasons.clone()).collect();
        let mut never_created = 0;
        for chat in &self.chats {
            let theirs = || self.tasks.iter().filter(|task| task.person == chat.person);
            let failed = theirs().filter(|task| task.has_failed && !self.is_ordered_once_more(task)).count();
            let unheard = theirs().filter(|task| task.is_finished && !self.has_arrived(task)).count();
            let cut = theirs().filter(|task| self.has_arrived(task) && self.is_cut_from_kie(task)).count();
            match chat.failed.checked_sub(failed + unheard) {
                Some(rest) => never_created += rest,
                None => wrong.push(format!(
                    "person {} reads of {} failures, but {failed} failed and {unheard} were not heard of",
                    chat.person, chat.failed
                )),
            }
            if chat.free > cut {
                let (person, free) = (chat.person, chat.free);
                wrong.push(format!("person {person} got {free} videos for free, but only {cut} creates were cut"));
            }
        }
        (wrong, never_created)
    }

    /// What was done to the system.
    pub(super) const fn disturbances(&self) -> &Disturbances {
        &self.disturbances
    }

    fn has_arrived(&self, task: &Task) -> bool {
        self.chats.iter().any(|chat| chat.videos.contains_key(&task.prompt))
    }

    /// Nobody could know of the task: the answer to its create was cut, and nobody called back.
    fn is_unheard(&self, task: &Task) -> bool {
        self.is_cut_from_kie(task) && task.callbacks == 0
    }

    fn is_cut_from_kie(&self, task: &Task) -> bool {
        task.answer_cut || self.disturbances.explain(task.created_at_ms, Who::is_towards_kie)
    }

    fn is_cut_from_telegram(&self, sent: &SentVideo) -> bool {
        self.disturbances.explain(sent.at_ms, Who::is_towards_telegram)
    }
}

impl SentVideo {
    fn read(call: &Value) -> Self {
        Self {
            words: call["params"]["caption"].as_str().and_then(quoted_in).unwrap_or_default(),
            url: call["params"]["video"].as_str().filter(|video| video.starts_with("http")).map(str::to_owned),
            at_ms: call["at_ms"].as_i64().unwrap_or_default(),
            answer_lost: call["fault"] == "drop_reply",
        }
    }
}

fn without_query(url: &str) -> &str {
    url.split('?').next().unwrap_or(url)
}
