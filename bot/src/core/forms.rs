//! What a person is in the middle of: one form each, kept in a row, so that a restart loses nothing.
//!
//! A form is what has been answered so far; the next question follows from what is missing. So there is no state
//! machine to get lost in: an old button, a command in between or a new answer to an old question just changes the
//! form, and the next question is found again.

use rand::Rng as _;
use rusqlite::params;
use serde::{Deserialize, Serialize};
use shared::catalog::{Choices, Inputs, Model, Variant};
use shared::job::{ImageUse, ModelId};
use shared::templates::{Blank, Template};

use super::CoreError;
use super::ids::{Credits, FollowUpOrder, JobImage, UserId};
use super::policy::Policy;
use super::terms::Term;
use super::turn::Turn;

mod prompt;

pub use prompt::Prompt;
pub(super) use prompt::{PARTS_WITHIN_SECONDS, may_go_on, visible_words};

/// A form in progress.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "one form is in hand at a time")]
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
    /// The next text is a promo code.
    Redeem {
        /// A message that is sent later, in seconds since 1970, is none.
        until: i64,
        /// The order that it interrupts.
        draft: Option<Box<VideoForm>>,
    },
    /// The next text is what an operator is asked for.
    Asked {
        /// What for.
        what: Asked,
        /// A message that is sent later, in seconds since 1970, is none.
        until: i64,
        /// Until then messages are the rest of a text that was too long.
        #[serde(default)]
        rest_until: i64,
        /// The order that it interrupts.
        draft: Option<Box<VideoForm>>,
    },
    /// The next text of an operator is a value of the shop.
    Shop {
        /// Of this.
        term: Term,
        /// A message that is sent later, in seconds since 1970, is none.
        until: i64,
        /// What they have been shown and may put in force, with the name that the button for that has.
        proposed: Option<(String, String)>,
        /// The order that it interrupts.
        draft: Option<Box<VideoForm>>,
    },
}

/// What an operator is asked for, by a text of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// Whom they want to see.
    Person,
    /// How many credits to give to this person, and why.
    Grant(UserId),
    /// How many credits to take from this person, and why.
    Debit(UserId),
    /// What to write to this person.
    Message(UserId),
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
    /// The images that it is made from, in order.
    #[serde(default)]
    pub images: Vec<FormImage>,
    /// Counts the images that were sent, so that each has a name of its own.
    #[serde(default)]
    pub images_sent: u32,
    /// What the images are for, if the person has chosen that.
    #[serde(default)]
    pub image_use: Option<ImageUse>,
    /// The options chosen so far.
    pub options: Choices,
    /// The earlier order that it goes on from.
    #[serde(default)]
    pub follow_up: Option<FollowUpOrder>,
    /// The ready idea that it was begun with.
    #[serde(default)]
    pub template: Option<TemplateForm>,
    /// What its card shows.
    #[serde(default)]
    pub panel: Panel,
    /// Grows with every change, so that the button under an old card cannot order what a newer one shows.
    #[serde(default)]
    pub revision: u32,
    /// The album that the newest images are from; it is told once how many are needed.
    #[serde(default)]
    pub album: Option<Album>,
}

/// What the card of an order shows: itself, or one of its choices.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Panel {
    /// The order.
    #[default]
    Card,
    /// The models that people see first.
    Models,
    /// All other models.
    MoreModels,
    /// What can be chosen of the model.
    Options,
    /// The images.
    Images,
    /// Help with the words.
    Tips,
}

/// A ready idea that an order was begun with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateForm {
    /// Its id.
    pub id: String,
    /// What the person has put into its blanks so far.
    pub words: Vec<String>,
}

/// Images that were sent together come one by one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Album {
    /// Telegram's number for it.
    pub id: String,
    /// Whether the person knows that the model takes no more images.
    pub told: bool,
    /// Whether one of its images had words that are in the prompt.
    pub has_words: bool,
}

/// An image of an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FormImage {
    /// Its name in this form.
    pub number: u32,
    /// Telegram's name for the file.
    pub file_id: String,
    /// What somebody found who has looked at it; `None` until then.
    pub found: Option<JobImage>,
}

/// What a form still needs.
#[derive(Debug, Clone)]
pub(super) enum Question<'a> {
    /// Which model?
    Model,
    /// What belongs into this blank of the ready idea?
    Blank(&'a Blank),
    /// What should the video show?
    Prompt,
    /// An image, without which the model makes nothing.
    Image(&'a Model),
    /// Nothing; an image is being looked at.
    Wait,
    /// The person must buy credits first.
    Credits { price: Credits, available: Credits },
    /// All is answered: place it?
    Confirm { model: &'a Model, price: Credits },
}

impl Form {
    /// What it awaits beside an order.
    const fn awaited(&self) -> Option<Awaited> {
        match self {
            Self::Video(_) => None,
            Self::Support { .. } => Some(Awaited::Request),
            Self::Redeem { .. } => Some(Awaited::Code),
            Self::Asked { .. } => Some(Awaited::Operator),
            Self::Shop { .. } => Some(Awaited::Shop),
        }
    }

    /// The order in it, also one that it interrupts.
    fn order(self) -> Option<VideoForm> {
        match self {
            Self::Video(form) => Some(form),
            Self::Support { draft, .. }
            | Self::Redeem { draft, .. }
            | Self::Asked { draft, .. }
            | Self::Shop { draft, .. } => draft.map(|draft| *draft),
        }
    }
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

    /// What decides which variant of the model makes the video.
    pub(super) fn inputs(&self, model: &Model) -> Inputs {
        let images = self.images.len();
        Inputs {
            images,
            image_use: self.image_use.unwrap_or_else(|| model.usual_use(images)),
            follow_up: self.follow_up.as_ref().map(|follow_up| follow_up.kind),
        }
    }

    /// The variant that fits the answers so far.
    pub(super) fn variant<'a>(&self, policy: &'a Policy) -> Option<&'a Variant> {
        let model = self.model(policy)?;
        model.variant(self.inputs(model))
    }

    /// The variant that fits them, or one that would with an image more.
    pub(super) fn variant_in_view<'a>(&self, policy: &'a Policy) -> Option<&'a Variant> {
        let model = self.model(policy)?;
        model.variant(self.inputs(model)).or(model.image.as_ref()).or(model.references.as_ref()).or(model.text.as_ref())
    }

    /// The price of the order as it is, if it can be made so.
    pub(super) fn price(&self, policy: &Policy) -> Option<Credits> {
        let variant = self.variant(policy)?;
        Some(Credits::from(variant.price(&self.options, self.images.len())))
    }

    /// Takes another model; what was chosen of the old one is chosen of the new one, as far as it can be.
    pub(super) fn take_model(&mut self, model: &Model, policy: &Policy) {
        let wishes = self.variant_in_view(policy).map(|variant| variant.wishes(&self.options)).unwrap_or_default();
        self.model = Some(model.id.clone());
        self.image_use = None;
        self.follow_up = None;
        if let Some(variant) = self.variant_in_view(policy) {
            self.options = variant.granted(&wishes);
        }
    }

    /// Does without an image.
    pub(super) fn drop_image(&mut self, number: u32) {
        self.images.retain(|image| image.number != number);
        if self.images.is_empty() {
            self.image_use = None;
        }
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

    /// The ready idea that it was begun with, if it is still there.
    pub(super) fn template<'a>(&self, policy: &'a Policy) -> Option<&'a Template> {
        policy.templates.get(&self.template.as_ref()?.id)
    }

    /// Puts words into the next blank of its ready idea. Says whether there was one.
    pub(super) fn fill_blank(&mut self, words: &str, policy: &Policy) -> bool {
        let Some(template) = self.template(policy).filter(|_| self.prompt.is_none()) else { return false };
        let Some(form) = self.template.as_mut().filter(|form| form.words.len() < template.blanks.len()) else {
            return false;
        };
        form.words.push(words.to_owned());
        if form.words.len() == template.blanks.len() {
            self.prompt = Some(Prompt::of_earlier_order(template.prompt(&form.words)));
        }
        true
    }

    /// Whether the video is made without words.
    pub(super) fn takes_no_prompt(&self, policy: &Policy) -> bool {
        self.variant_in_view(policy).is_some_and(|variant| variant.prompt_chars_max == 0)
    }

    /// What is missing, given what the person can spend.
    pub(super) fn question<'a>(&self, policy: &'a Policy, available: Credits) -> Question<'a> {
        let Some(model) = self.model(policy) else { return Question::Model };
        let template = self.template(policy);
        if template.is_some_and(Template::needs_photo) && self.images.is_empty() {
            return Question::Image(model);
        }
        if let (Some(template), Some(form), None) = (template, &self.template, &self.prompt)
            && let Some(blank) = template.blanks.get(form.words.len())
        {
            return Question::Blank(blank);
        }
        let chars_max = self.variant_in_view(policy).map_or(usize::MAX, |variant| variant.prompt_chars_max);
        let is_asked_for = !self.takes_no_prompt(policy);
        if is_asked_for && self.prompt.as_ref().is_none_or(|prompt| prompt.chars() > chars_max) {
            return Question::Prompt;
        }
        // The chat has dropped images that the model does not take.
        let Some(price) = self.price(policy) else { return Question::Image(model) };
        if self.images.iter().any(|image| image.found.is_none()) {
            return Question::Wait;
        }
        if available < price {
            return Question::Credits { price, available };
        }
        Question::Confirm { model, price }
    }
}

/// The form that this person is in the middle of. One that an older version wrote and that cannot be read is dropped:
/// nothing has been paid for it.
pub(super) fn open(turn: &Turn<'_>, user: UserId) -> Result<Option<Form>, CoreError> {
    let json: Option<(String,)> = turn.optional("SELECT form FROM forms WHERE user = ?1", [user])?;
    Ok(json.and_then(|(json,)| serde_json::from_str(&json).ok()))
}

/// The order that this person is in the middle of, also while they answer something else.
pub(super) fn open_video(turn: &Turn<'_>, user: UserId) -> Result<Option<VideoForm>, CoreError> {
    Ok(open(turn, user)?.and_then(Form::order))
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

/// What the next text is awaited as, beside an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Awaited {
    /// A request to the operators.
    Request,
    /// A promo code.
    Code,
    /// What an operator was asked for in their menu.
    Operator,
    /// A value of the shop.
    Shop,
}

impl Awaited {
    /// What anybody may be asked.
    pub(super) const OF_PEOPLE: [Self; 2] = [Self::Request, Self::Code];
    /// All of them.
    pub(super) const ALL: [Self; 4] = [Self::Request, Self::Code, Self::Operator, Self::Shop];
}

/// The next text is none of these any more, and the order that was interrupted is there again. Says what was left.
pub(super) fn leave(turn: &Turn<'_>, user: UserId, these: &[Awaited]) -> Result<Option<Awaited>, CoreError> {
    let Some(form) = open(turn, user)? else { return Ok(None) };
    let Some(awaited) = form.awaited().filter(|awaited| these.contains(awaited)) else { return Ok(None) };
    match form.order() {
        Some(draft) => keep(turn, user, &Form::Video(draft))?,
        None => std::mem::drop(drop(turn, user)?),
    }
    Ok(Some(awaited))
}
