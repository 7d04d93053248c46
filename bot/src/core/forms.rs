//! What a person is in the middle of: one form each, kept in a row, so that a restart loses nothing.
//!
//! A form is what has been answered so far; the next question follows from what is missing. So there is no state
//! machine to get lost in: an old button, a command in between or a new answer to an old question just changes the
//! form, and the next question is found again.

use std::collections::BTreeMap;

use rand::Rng as _;
use rusqlite::params;
use serde::{Deserialize, Serialize};
use shared::catalog::{Model, Variant};
use shared::job::{ModelId, OptionValue};

use super::CoreError;
use super::ids::{Credits, JobImage, UserId};
use super::policy::Policy;
use super::turn::Turn;

mod prompt;

pub use prompt::Prompt;
pub(super) use prompt::{PARTS_WITHIN_SECONDS, may_go_on, visible_words};

/// A form in progress.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// An order of a video.
    Video(VideoForm),
    /// The next text is a request to the operators.
    Support {
        /// A message that is sent later, in seconds since 1970, is none.
        until: i64,
        /// The order that it interrupts.
        draft: Option<Box<VideoForm>>,
    },
}

/// An order of a video, as far as it has been filled in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct VideoForm {
    /// Rides on this form's buttons; a button of another form is an old one.
    pub token: String,
    /// What to make it with.
    pub model: Option<ModelId>,
    /// What it shows. It may be too long for the model.
    pub prompt: Option<Prompt>,
    /// The prompt that the newest one replaced, for whoever did not mean that.
    #[serde(default)]
    pub prompt_before: Option<Prompt>,
    /// The image that it starts from.
    pub image: ImageAnswer,
    /// The options chosen so far.
    pub options: BTreeMap<String, OptionValue>,
    /// Grows with every change, so that the button under an old summary cannot order what a newer one shows.
    #[serde(default)]
    pub revision: u32,
    /// The album that the image is from; its other images are told once that they are not needed.
    #[serde(default)]
    pub album: Option<Album>,
}

/// Images that were sent together come one by one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Album {
    /// Telegram's number for it.
    pub id: String,
    /// Whether the person knows that one image is enough.
    pub told: bool,
    /// Whether one of its images had words that are in the prompt.
    pub has_words: bool,
}

/// The answer to "do you want to add an image?".
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImageAnswer {
    /// Not answered.
    #[default]
    Unasked,
    /// No.
    Without,
    /// Sent, and not looked at yet.
    Checking {
        /// Telegram's name for the file.
        file_id: String,
    },
    /// Sent and found good.
    With(JobImage),
}

/// What a form still needs.
#[derive(Debug, Clone)]
pub(super) enum Question<'a> {
    /// Which model?
    Model,
    /// What should the video show?
    Prompt(&'a Model),
    /// Start from an image? It may be refused only by models that can do without.
    Image { model: &'a Model, required: bool },
    /// Nothing; the image is being looked at.
    Wait,
    /// The person must buy credits first.
    Credits { price: Credits, available: Credits },
    /// All is answered: place it?
    Confirm { model: &'a Model, variant: &'a Variant, price: Credits },
}

impl VideoForm {
    /// An empty form with a token of its own.
    pub(super) fn new(turn: &mut Turn<'_>) -> Self {
        Self { token: format!("{:016x}", turn.context.random.random::<u64>()), ..Self::default() }
    }

    /// The chosen model, unless it is no longer offered.
    pub(super) fn model<'a>(&self, policy: &'a Policy) -> Option<&'a Model> {
        policy.catalog.get(self.model.as_ref()?).filter(|model| !model.off)
    }

    /// The variant that fits the answers so far.
    pub(super) fn variant<'a>(&self, policy: &'a Policy) -> Option<&'a Variant> {
        self.model(policy)?.variant(matches!(self.image, ImageAnswer::With(_)))
    }

    /// The longest prompt that the chosen model takes, in characters.
    pub(super) fn prompt_chars_max(&self, policy: &Policy) -> Option<usize> {
        let model = self.model(policy)?;
        let variant = self.variant(policy).or(model.text.as_ref()).or(model.image.as_ref())?;
        Some(variant.prompt_chars_max)
    }

    /// Takes another prompt; the one before is kept beside it. Says whether there was one, with other words.
    pub(super) fn replace_prompt(&mut self, prompt: Prompt) -> bool {
        match self.prompt.replace(prompt) {
            Some(before) if Some(before.words()) != self.prompt.as_ref().map(Prompt::words) => {
                self.prompt_before = Some(before);
                true
            }
            _ => false,
        }
    }

    /// What is missing, given what the person can spend.
    pub(super) fn question<'a>(&self, policy: &'a Policy, available: Credits) -> Question<'a> {
        let Some(model) = self.model(policy) else { return Question::Model };
        let chars_max = self.prompt_chars_max(policy).unwrap_or(usize::MAX);
        if self.prompt.as_ref().is_none_or(|prompt| prompt.chars() > chars_max) {
            return Question::Prompt(model);
        }
        match (&self.image, &model.text, &model.image) {
            (ImageAnswer::Checking { .. }, _, _) => return Question::Wait,
            (ImageAnswer::Unasked, text, Some(_)) => return Question::Image { model, required: text.is_none() },
            (ImageAnswer::Without, None, _) => return Question::Image { model, required: true },
            _ => {}
        }
        // A model without an image variant never asks for an image, and the chat has dropped one that was there.
        let Some(variant) = self.variant(policy) else { return Question::Model };
        let price = Credits::from(variant.price(&self.options));
        if available < price {
            return Question::Credits { price, available };
        }
        Question::Confirm { model, variant, price }
    }
}

/// The form that this person is in the middle of. One that an older version wrote and that cannot be read is dropped:
/// nothing has been paid for it.
pub(super) fn open(turn: &Turn<'_>, user: UserId) -> Result<Option<Form>, CoreError> {
    let json: Option<(String,)> = turn.optional("SELECT form FROM forms WHERE user = ?1", [user])?;
    Ok(json.and_then(|(json,)| serde_json::from_str(&json).ok()))
}

/// The order that this person is in the middle of, also while they write to the operators.
pub(super) fn open_video(turn: &Turn<'_>, user: UserId) -> Result<Option<VideoForm>, CoreError> {
    Ok(match open(turn, user)? {
        Some(Form::Video(form)) => Some(form),
        Some(Form::Support { draft, .. }) => draft.map(|draft| *draft),
        None => None,
    })
}

/// Keeps the form, in place of an earlier one.
pub(super) fn keep(turn: &Turn<'_>, user: UserId, form: &Form) -> Result<(), CoreError> {
    turn.execute(
        "INSERT OR REPLACE INTO forms (user, form, at) VALUES (?1, ?2, ?3)",
        params![user, serde_json::to_string(form)?, turn.millis()],
    )?;
    Ok(())
}

/// Forgets the form. Says whether there was one.
pub(super) fn drop(turn: &Turn<'_>, user: UserId) -> Result<bool, CoreError> {
    Ok(turn.execute("DELETE FROM forms WHERE user = ?1", [user])? > 0)
}

/// The next text is no request to the operators any more; the order that it interrupted is there again. Says whether
/// one was awaited.
pub(super) fn leave_support(turn: &Turn<'_>, user: UserId) -> Result<bool, CoreError> {
    match open(turn, user)? {
        Some(Form::Support { draft: Some(draft), .. }) => keep(turn, user, &Form::Video(*draft))?,
        Some(Form::Support { draft: None, .. }) => std::mem::drop(drop(turn, user)?),
        Some(Form::Video(_)) | None => return Ok(false),
    }
    Ok(true)
}
