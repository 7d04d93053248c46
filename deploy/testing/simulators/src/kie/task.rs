//! A task as the simulator knows it, with the fate planned for it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::caller::Caller;
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

impl Aspect {
    /// The shape that comes nearest to an ordered ratio. Wide, if nothing or nothing of the kind was ordered.
    pub(super) fn nearest(ratio: &str) -> Self {
        match ratio {
            "9:16" | "3:4" | "2:3" => Self::Tall,
            "1:1" => Self::Square,
            _ => Self::Wide,
        }
    }
}

/// What the result is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Film {
    pub(super) aspect: Aspect,
    #[serde(default = "usual_seconds")]
    pub(super) seconds: u32,
    #[serde(default = "usual_sound")]
    pub(super) has_sound: bool,
}

/// What a task does with the video of an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum FollowUpKind {
    Extend,
    Upscale,
}

/// The earlier task that a task goes on from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FollowUp {
    pub(super) kind: FollowUpKind,
    pub(super) task: String,
}

/// A finer version of a Veo video, for which there is no task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Finer {
    #[serde(rename = "1080p")]
    FullHd,
    #[serde(rename = "4k")]
    UltraHd,
}

/// A finer version that was ordered.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct FinerOrder {
    pub(super) finer: Finer,
    pub(super) due_at: i64,
    /// Nothing, once it has turned out that there is none.
    pub(super) charged: f64,
    /// True if there will be none, for an ordered fault.
    pub(super) fails: bool,
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
    /// The account that ordered it.
    #[serde(default)]
    pub(super) owner: Caller,
    pub(super) family: Family,
    pub(super) model: String,
    pub(super) input: Map<String, Value>,
    /// Fields sent that the model does not know. KIE ignores them; a judge may not want to.
    pub(super) ignored_fields: Vec<String>,
    pub(super) images: Vec<String>,
    pub(super) callback_url: Option<String>,
    /// The video that it gives.
    #[serde(flatten)]
    pub(super) film: Film,
    #[serde(default)]
    pub(super) follow_up: Option<FollowUp>,
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
    /// Finer versions that were asked for.
    #[serde(default)]
    pub(super) finer: Vec<FinerOrder>,
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

    /// Address of a finer version, once it is ready.
    pub(super) fn finer_url(&self, finer: Finer, public_url: &str) -> String {
        let name = match finer {
            Finer::FullHd => "1080p",
            Finer::UltraHd => "4k",
        };
        format!("{public_url}/kie/files/{}/{}-{name}.mp4", self.id, &self.id[..12])
    }

    /// Addresses of the result: one, or none if a filter has kept the film back.
    pub(super) fn result_urls(&self, public_url: &str) -> Vec<String> {
        match self.outcome {
            Some(Outcome::Success) => vec![format!("{public_url}{}", self.file_path())],
            None | Some(Outcome::Filtered { .. } | Outcome::Fail { .. }) => Vec::new(),
        }
    }

    /// What was charged and not given back, without finer versions.
    pub(super) fn credits_consumed(&self) -> f64 {
        self.charged - self.refunded
    }

    fn charged_for_finer(&self) -> f64 {
        self.finer.iter().map(|order| order.charged).sum()
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
            "id": self.id, "number": self.number, "owner": self.owner, "family": self.family, "model": self.model, "input": self.input,
            "ignored_fields": self.ignored_fields, "callback_url": self.callback_url, "state": state,
            "failure": failure, "progress": self.progress(now), "created_at": self.created_at, "due_at": self.due_at,
            "finished_at": self.finished_at, "create_answer": self.create_answer, "queries": self.queries,
            "callbacks": self.callbacks, "charged": self.charged + self.charged_for_finer(), "refunded": self.refunded,
            "result_url": self.result_urls(public_url).first(),
            "trouble": troubles, "images": self.images.len(), "seconds": self.film.seconds,
            "has_sound": self.film.has_sound, "follow_up": self.follow_up, "finer": self.finer,
        })
    }
}

/// For tasks that were kept before the length was.
fn usual_seconds() -> u32 {
    5
}

/// For tasks that were kept before silence was: their films had sound.
fn usual_sound() -> bool {
    true
}
