//! What one person paid and read, in the words of the bot's English.

use std::collections::BTreeMap;

use solo::driver::{Person, Seen};

use super::account::Account;
use super::returns::Returns;

/// Words about a job that has not ended.
const OPEN: [&str; 5] =
    ["in the queue", "your order waits", "in the works", "I'm sending it", "isn't handing it over yet"];

/// Reasons for a failure that no fault of a trial and no strike can bring about.
const WRONG_REASONS: [&str; 5] = [
    "The service was busy for too long",
    "I've stopped waiting for your video",
    "I couldn't use the photo",
    "The model couldn't take this order",
    "didn't make it",
];

/// What one person paid and read.
#[derive(Debug, Default)]
pub(in crate::judge) struct OnesChat {
    pub(in crate::judge) person: i64,
    /// What their Stars did.
    pub(in crate::judge) account: Account,
    /// What they read about Stars that go back.
    pub(in crate::judge) returns: Returns,
    /// Credits, as the bot says at the end.
    pub(in crate::judge) balance: i64,
    /// How often each video is in the chat.
    pub(in crate::judge) videos: BTreeMap<String, usize>,
    /// Jobs of which the chat says that their price was spent.
    pub(in crate::judge) spent: usize,
    /// What their prices come to.
    pub(in crate::judge) credits_spent: i64,
    /// Jobs that brought a video for free, after their credits had come back.
    pub(in crate::judge) free: usize,
    /// Jobs that brought none; their credits came back.
    pub(in crate::judge) failed: usize,
    /// Words about jobs that should have ended.
    pub(in crate::judge) open: Vec<String>,
    /// Words about failures that should not have happened.
    pub(in crate::judge) wrong_reasons: Vec<String>,
}

impl OnesChat {
    pub(super) async fn read(person: &mut Person, account: Account) -> anyhow::Result<Self> {
        let balance = person.balance().await?;
        let messages = person.messages().await?;
        let said: Vec<&Seen> = messages.iter().filter(|seen| seen.is_from_bot()).collect();
        let mut videos = BTreeMap::new();
        for video in said.iter().filter(|seen| seen.is_video()) {
            *videos.entry(video.quoted().unwrap_or_default()).or_insert(0) += 1;
        }
        let with = |words: &str| said.iter().filter(|seen| seen.text().contains(words)).count();
        let prices: Vec<i64> = said.iter().filter_map(|seen| price_between(seen, "done · ", " used")).collect();
        Ok(Self {
            person: person.id(),
            account,
            returns: Returns::read(&messages),
            balance,
            videos,
            spent: prices.len(),
            credits_spent: prices.iter().sum(),
            free: with("It's free: you already got your credits back"),
            failed: said.iter().filter(|seen| price_between(seen, "failed – ", " returned.").is_some()).count(),
            open: texts_with(&messages, &OPEN),
            wrong_reasons: texts_with(&messages, &WRONG_REASONS),
        })
    }
}

/// The credits that stand between these words.
fn price_between(seen: &Seen, before: &str, after: &str) -> Option<i64> {
    let (price, _) = seen.text().split_once(before)?.1.split_once(after)?;
    price.strip_suffix("credits").or_else(|| price.strip_suffix("credit"))?.trim().parse().ok()
}

/// The messages of a chat that speak of a job that has not ended.
pub(crate) fn open_jobs(messages: &[Seen]) -> Vec<&Seen> {
    said_with(messages, &OPEN).collect()
}

fn texts_with(messages: &[Seen], any: &[&str]) -> Vec<String> {
    said_with(messages, any).map(|seen| seen.text().to_owned()).collect()
}

fn said_with<'a>(messages: &'a [Seen], any: &[&str]) -> impl Iterator<Item = &'a Seen> {
    let said = messages.iter().filter(|seen| seen.is_from_bot());
    said.filter(|seen| any.iter().any(|words| seen.text().contains(words)))
}
