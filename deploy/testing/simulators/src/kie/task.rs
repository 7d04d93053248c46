//! A task as the simulator knows it, with the fate planned for it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::faults::Trouble;

/// Which of KIE's two interfaces a task came by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Family {
    Veo,
    Market,
}

/// The shape of the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Aspect {
    Wide,
    Tall,
    Square,
}

/// How a task ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(super) enum Outcome {
    Success,
    /// Success as the state says, but without an address. `reason` is the filter's, or empty.
    Filtered {
        reason: String,
    },
    Fail {
        code: u16,
        message: String,
    },
}

/// What the client of a create got to hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum CreateAnswer {
    Delivered,
    Cut,
    Garbled,
}

/// One try to deliver a callback, or the note that a fault has lost it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct CallbackTry {
    pub(super) at: i64,
    /// `delivered`, `refused`, `unreachable`, or `lost`.
    pub(super) outcome: String,
    pub(super) http_status: Option<u16>,
}

/// What is still to be sent to the callback address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CallbackPlan {
    /// Whole deliveries still to make: 1 as a rule, 2 when doubled, 0 when lost or done.
    pub(super) deliveries: u8,
    /// Tries already spent on the current delivery.
    pub(super) tries: u8,
    pub(super) lost: bool,
}

/// An accepted request for a video. Times are epoch milliseconds, money is KIE's credits.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Task {
    pub(super) id: String,
    /// Counts accepted tasks from 1.
    pub(super) number: u64,
    pub(super) family: Family,
    pub(super) model: String,
    pub(super) input: Map<String, Value>,
    /// Fields sent that the model does not know. KIE ignores them; a judge may not want to.
    pub(super) ignored_fields: Vec<String>,
    pub(super) images: Vec<String>,
    pub(super) callback_url: Option<String>,
    pub(super) aspect: Aspect,
    pub(super) created_at: i64,
    /// Before this, queries say that there is no such task.
    pub(super) visible_at: i64,
    pub(super) due_at: i64,
    pub(super) finished_at: Option<i64>,
    /// What rendering will bring, unless an image cannot be had.
    pub(super) fate: Outcome,
    pub(super) outcome: Option<Outcome>,
    pub(super) create_answer: CreateAnswer,
    pub(super) callback_plan: CallbackPlan,
    pub(super) callbacks: Vec<CallbackTry>,
    pub(super) charged: f64,
    pub(super) refunded: f64,
    pub(super) queries: u64,
    /// When the 1080p version asked for is ready.
    pub(super) upgrade_due_at: Option<i64>,
    /// What goes wrong when it is asked for.
    #[serde(default)]
    pub(super) query_trouble: Option<Trouble>,
    /// What goes wrong when its result is fetched.
    #[serde(default)]
    pub(super) result_trouble: Option<Trouble>,
}

impl Task {
    /// Path of the result under the simulator's address. The last part differs by task, as KIE's does.
    pub(super) fn file_path(&self) -> String {
        format!("/kie/files/{}/{}.mp4", self.id, &self.id[..12])
    }

    /// Addresses of the result: one, or none if a filter has kept the film back.
    pub(super) fn result_urls(&self, public_url: &str) -> Vec<String> {
        match self.outcome {
            Some(Outcome::Success) => vec![format!("{public_url}{}", self.file_path())],
            None | Some(Outcome::Filtered { .. } | Outcome::Fail { .. }) => Vec::new(),
        }
    }

    /// How long the video is: as ordered, or what is usual in the family.
    pub(super) fn seconds(&self) -> u32 {
        let ordered = self.input.get("duration");
        let ordered = ordered.and_then(|value| value.as_str().map_or_else(|| value.as_u64(), |text| text.parse().ok()));
        let usual = match self.family {
            Family::Veo => 8,
            Family::Market => 5,
        };
        ordered
            .and_then(|seconds| u32::try_from(seconds).ok())
            .filter(|seconds| (1..=60).contains(seconds))
            .unwrap_or(usual)
    }

    /// How far the video is, in percent.
    pub(super) fn progress(&self, now: i64) -> i64 {
        if self.outcome.is_some() {
            return 100;
        }
        let whole = (self.due_at - self.created_at).max(1);
        ((now - self.created_at) * 100 / whole).clamp(0, 99)
    }

    /// What judges and the panel see.
    pub(super) fn view(&self, now: i64, public_url: &str) -> Value {
        let (state, failure) = match &self.outcome {
            None => ("running", Value::Null),
            Some(Outcome::Success) => ("success", Value::Null),
            Some(Outcome::Filtered { reason }) => {
                ("success", json!({ "code": null, "message": format!("no address: {reason}") }))
            }
            Some(Outcome::Fail { code, message }) => ("fail", json!({ "code": code, "message": message })),
        };
        let troubles: Vec<_> = [self.query_trouble, self.result_trouble].into_iter().flatten().collect();
        json!({
            "id": self.id, "number": self.number, "family": self.family, "model": self.model, "input": self.input,
            "ignored_fields": self.ignored_fields, "callback_url": self.callback_url, "state": state,
            "failure": failure, "progress": self.progress(now), "created_at": self.created_at, "due_at": self.due_at,
            "finished_at": self.finished_at, "create_answer": self.create_answer, "queries": self.queries,
            "callbacks": self.callbacks, "charged": self.charged, "refunded": self.refunded,
            "result_url": self.result_urls(public_url).first(),
            "trouble": troubles,
        })
    }
}
