//! A task at KIE.ai, as its simulator recorded it.

use anyhow::Context as _;
use serde_json::Value;

use crate::records::Records;

/// A task at KIE.ai.
#[derive(Debug)]
pub(in crate::judge) struct Task {
    pub(in crate::judge) prompt: String,
    /// Whose it is.
    pub(in crate::judge) person: i64,
    pub(in crate::judge) has_failed: bool,
    /// It has failed by the provider's own fault, so it may be ordered once more.
    pub(super) is_providers_fault: bool,
    /// Its video is made.
    pub(in crate::judge) is_finished: bool,
    /// Where its video is, once it is made.
    pub(super) result_url: Option<String>,
    pub(super) created_at_ms: i64,
    pub(in crate::judge) answer_cut: bool,
    pub(super) callback_lost: bool,
    /// How often it was called back, with success. Never, if it was not asked to.
    pub(super) callbacks: usize,
}

impl Task {
    /// None for a task of somebody else.
    pub(super) fn read(task: &Value, records: &Records) -> anyhow::Result<Option<Self>> {
        let prompt = task["input"]["prompt"].as_str().unwrap_or_default();
        let Some(person) = records.person_of(prompt) else { return Ok(None) };
        let callbacks = task["callbacks"].as_array().map(Vec::as_slice).unwrap_or_default();
        let ended = |outcome: &str| callbacks.iter().filter(|callback| callback["outcome"] == outcome).count();
        Ok(Some(Self {
            prompt: prompt.to_owned(),
            person,
            has_failed: task["state"] == "fail",
            is_providers_fault: task["failure"]["code"] == 500,
            is_finished: task["state"] == "success",
            result_url: task["result_url"].as_str().map(str::to_owned),
            created_at_ms: task["created_at"].as_i64().context("a task without a time")?,
            answer_cut: task["create_answer"] == "cut",
            callback_lost: ended("lost") > 0,
            callbacks: ended("delivered"),
        }))
    }
}
