//! The models that are sold, as data: what a person may choose, what it costs, and what the provider is sent.
//!
//! The built-in catalogue is `catalog.toml` beside this file; an operator may point `CATALOG_FILE` at one of their own.
//! Everything is checked when it is read, so that the rest of the code meets no nonsense.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::job::{FollowUpKind, ImageUse, ModelId, OptionValue};
use range::Range;

mod amount;
mod images;
mod offers;
mod options;
mod range;
mod translated;
mod variant;

pub use amount::{KIE_CREDIT_MICRO_USD, Pricing, STAR_MICRO_USD};
pub use images::{ImageInputs, ImageRole, ImageShape, ImageSlot};
pub use offers::Offer;
pub use options::{Choice, ModelOption, OptionKind, Wishes};
pub use translated::Translated;
pub use variant::Variant;

/// All models, in the order in which they are offered.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalog {
    models: Vec<Model>,
}

/// What was chosen of a variant's options, by field.
pub type Choices = BTreeMap<String, OptionValue>;

/// A menu item.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// Stable: it is stored with every job and rides on buttons.
    pub id: ModelId,
    /// The name people know. Not translated.
    pub name: String,
    /// One line of what it is best at.
    pub about: Translated,
    /// How the provider is spoken to.
    pub api: Api,
    /// Whether it is among those that people see first.
    #[serde(default)]
    pub featured: bool,
    /// Where "More models" has it.
    pub group: Group,
    /// No video is expected after this time, in minutes from the provider's acceptance.
    pub render_minutes_max: u32,
    /// See [`Model::render_minutes_usual`].
    #[serde(default)]
    render_minutes_usual: Option<u32>,
    /// Not offered for the time being. Orders that have been placed are made all the same.
    #[serde(default)]
    pub off: bool,
    /// How to make a video from words alone.
    pub text: Option<Variant>,
    /// How to make one that begins with an image, and may end with another.
    pub image: Option<Variant>,
    /// How to make one in which images are seen.
    pub references: Option<Variant>,
    /// What can be made of a video afterwards.
    #[serde(default)]
    pub follow_ups: Vec<FollowUp>,
    #[serde(skip)]
    range: Range,
}

/// The groups of "More models".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// With people who speak.
    Speech,
    /// Those that make the longest videos.
    Long,
    /// Those that cost least.
    Cheap,
    /// Those that begin with a photo.
    Photo,
}

impl Group {
    /// Every group, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Speech, Self::Long, Self::Cheap, Self::Photo];

    /// Its name in texts and on buttons.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::Long => "long",
            Self::Cheap => "cheap",
            Self::Photo => "photo",
        }
    }
}

/// What is made of the task of an earlier order.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// What it does.
    pub kind: FollowUpKind,
    /// Options of the earlier order with which it cannot be had.
    #[serde(default)]
    unless: BTreeMap<String, Vec<OptionValue>>,
    /// Follow-ups from which it can go on; from the first order it always can.
    #[serde(default)]
    after: Vec<FollowUpKind>,
    /// Follow-ups of the same video after which it cannot be had any more.
    #[serde(default)]
    pub unless_made: Vec<FollowUpKind>,
    /// How it is made.
    pub variant: Variant,
}

/// What a video is made from, as far as it decides which variant makes it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Inputs {
    /// The number of images.
    pub images: usize,
    /// What they are for.
    pub image_use: ImageUse,
    /// What is done with the result of an earlier task.
    pub follow_up: Option<FollowUpKind>,
}

/// The provider's families of interfaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Api {
    /// Google's Veo: `/api/v1/veo/…`, fields at the top level.
    Veo,
    /// The market of other models: `/api/v1/jobs/…`, fields in `input`.
    Market,
    /// More of a Veo video: `/api/v1/veo/extend`.
    VeoExtend,
    /// A Veo video in 1080p: `/api/v1/veo/get-1080p-video`.
    #[serde(rename = "veo_1080p")]
    Veo1080p,
    /// A Veo video in 4K: `/api/v1/veo/get-4k-video`.
    #[serde(rename = "veo_4k")]
    Veo4k,
}

/// Why a catalogue is not usable. Says what to mend.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// Not TOML of the expected shape.
    #[error("the catalogue is not valid TOML of the expected shape")]
    Shape(#[source] toml::de::Error),
    /// Well formed, but wrong.
    #[error("model {model} in the catalogue: {what}")]
    Wrong {
        /// The model's id.
        model: String,
        /// What is wrong.
        what: String,
    },
    /// There is nothing to sell.
    #[error("the catalogue has no models")]
    Empty,
}

impl Catalog {
    /// The catalogue that is built in.
    ///
    /// # Panics
    /// Never: a test reads it.
    #[must_use]
    #[expect(clippy::expect_used, reason = "compiled in, and read by a test")]
    pub fn built_in() -> Self {
        Self::parse(include_str!("catalog.toml")).expect("the built-in catalogue is valid")
    }

    /// Reads and checks a catalogue.
    ///
    /// # Errors
    /// See [`CatalogError`].
    pub fn parse(text: &str) -> Result<Self, CatalogError> {
        let mut catalog: Self = toml::from_str(text).map_err(CatalogError::Shape)?;
        if catalog.models.is_empty() {
            return Err(CatalogError::Empty);
        }
        let mut seen = BTreeSet::new();
        for model in &catalog.models {
            let wrong = |what: String| CatalogError::Wrong { model: model.id.to_string(), what };
            if !seen.insert(&model.id) {
                return Err(wrong("the id is used twice".to_owned()));
            }
            model.check().map_err(wrong)?;
        }
        catalog.models.iter_mut().for_each(Model::note_range);
        Ok(catalog)
    }

    /// The same catalogue with prices that follow from this, where it names none.
    #[must_use]
    pub fn with_pricing(mut self, pricing: Pricing) -> Self {
        self.models.iter_mut().flat_map(Model::variants_mut).for_each(|variant| variant.pricing = pricing);
        self.models.iter_mut().for_each(Model::note_range);
        self
    }

    /// The same catalogue with all videos of these models dearer or cheaper by so many of our credits. No video costs less
    /// than one. A model that is not here is passed over.
    #[must_use]
    pub fn with_adjustments(mut self, adjustments: &BTreeMap<ModelId, i32>) -> Self {
        for model in &mut self.models {
            if let Some(adjustment) = adjustments.get(&model.id) {
                model.variants_mut().for_each(|variant| variant.adjustment = *adjustment);
                model.note_range();
            }
        }
        self
    }

    /// All models, in the order in which they are offered.
    #[must_use]
    pub fn models(&self) -> &[Model] {
        &self.models
    }

    /// Those that can be ordered now, in their order.
    pub fn offered(&self) -> impl Iterator<Item = &Model> {
        self.models.iter().filter(|model| !model.off)
    }

    /// Takes models off the menu.
    ///
    /// # Errors
    /// When there is no such model; then it is named.
    pub fn switch_off<'i>(&mut self, ids: &'i [String]) -> Result<(), &'i str> {
        for id in ids {
            let model = self.models.iter_mut().find(|model| model.id.as_str() == id);
            model.ok_or(id.as_str())?.off = true;
        }
        Ok(())
    }

    /// The model with this id, if it is (still) sold, also while it is off.
    #[must_use]
    pub fn get(&self, id: &ModelId) -> Option<&Model> {
        self.models.iter().find(|model| &model.id == id)
    }

    /// The longest that any model may render, in minutes.
    #[must_use]
    pub fn render_minutes_max(&self) -> u32 {
        self.models.iter().map(|model| model.render_minutes_max).max().unwrap_or_default()
    }
}

impl Model {
    /// The variant that makes a video of this. `None` when the model has none for it.
    #[must_use]
    pub fn variant(&self, inputs: Inputs) -> Option<&Variant> {
        if let Some(kind) = inputs.follow_up {
            return self.follow_up(kind).map(|follow_up| &follow_up.variant);
        }
        match (inputs.images, inputs.image_use) {
            (0, _) => self.text.as_ref(),
            (_, ImageUse::Frames) => self.image.as_ref(),
            (_, ImageUse::References) => self.references.as_ref(),
        }
    }

    /// The follow-up of this kind.
    #[must_use]
    pub fn follow_up(&self, kind: FollowUpKind) -> Option<&FollowUp> {
        self.follow_ups.iter().find(|follow_up| follow_up.kind == kind)
    }

    /// What can be made of a video that was made with these choices, perhaps by a follow-up itself.
    pub fn follow_ups_of<'a>(
        &'a self,
        choices: &'a Choices,
        made_by: Option<FollowUpKind>,
    ) -> impl Iterator<Item = &'a FollowUp> {
        self.follow_ups.iter().filter(move |follow_up| {
            let is_excluded = |(field, values): (&String, &Vec<OptionValue>)| {
                choices.get(field).is_some_and(|value| values.contains(value))
            };
            made_by.is_none_or(|kind| follow_up.after.contains(&kind)) && !follow_up.unless.iter().any(is_excluded)
        })
    }

    /// The most images that any variant takes.
    #[must_use]
    pub fn images_max(&self) -> usize {
        [&self.image, &self.references].into_iter().flatten().map(Variant::images_max).max().unwrap_or_default()
    }

    /// What so many images are used for where nobody has chosen: as frames, as far as the model has so many.
    #[must_use]
    pub fn usual_use(&self, images: usize) -> ImageUse {
        let frames = self.image.as_ref().map_or(0, Variant::images_max);
        if images > frames && self.references.is_some() { ImageUse::References } else { ImageUse::Frames }
    }

    /// What a video usually takes, in minutes: what the catalogue says, or a third of the longest time.
    #[must_use]
    pub fn render_minutes_usual(&self) -> u32 {
        self.render_minutes_usual.unwrap_or_else(|| self.render_minutes_max.div_ceil(3))
    }

    /// The variants of orders that go on from nothing.
    fn orders(&self) -> impl Iterator<Item = &Variant> {
        [&self.text, &self.image, &self.references].into_iter().flatten()
    }

    /// All variants, by the names that a file has for them.
    pub fn variants(&self) -> impl Iterator<Item = (&'static str, &Variant)> {
        let of_orders = [("text", &self.text), ("image", &self.image), ("references", &self.references)];
        let of_orders = of_orders.into_iter().filter_map(|(name, variant)| Some((name, variant.as_ref()?)));
        of_orders.chain(self.follow_ups.iter().map(|follow_up| (follow_up.kind.as_str(), &follow_up.variant)))
    }

    fn variants_mut(&mut self) -> impl Iterator<Item = &mut Variant> {
        let of_orders = [&mut self.text, &mut self.image, &mut self.references].into_iter().flatten();
        of_orders.chain(self.follow_ups.iter_mut().map(|follow_up| &mut follow_up.variant))
    }

    fn check(&self) -> Result<(), String> {
        // Ids ride on buttons, whose data is at most 64 bytes.
        let id = self.id.as_str();
        if id.is_empty() || id.len() > 24 || !id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b)) {
            return Err("the id must be 1 to 24 letters, digits, dots, dashes or underscores".to_owned());
        }
        self.about.check("about")?;
        if !(1..=120).contains(&self.render_minutes_max) {
            return Err("render_minutes_max must be from 1 to 120".to_owned());
        }
        if self.render_minutes_usual.is_some_and(|usual| !(1..=self.render_minutes_max).contains(&usual)) {
            return Err("render_minutes_usual must be from 1 to render_minutes_max".to_owned());
        }
        if self.orders().next().is_none() {
            return Err("it needs a [text], an [image] or a [references] variant".to_owned());
        }
        if self.text.as_ref().is_some_and(|text| text.images.is_some()) {
            return Err("[text] must not take images".to_owned());
        }
        for (name, variant) in [("image", &self.image), ("references", &self.references)] {
            if variant.as_ref().is_some_and(|variant| variant.images.is_none()) {
                return Err(format!("[{name}] needs `images = {{ slots = […], … }}`"));
            }
        }
        for (at, follow_up) in self.follow_ups.iter().enumerate() {
            if self.follow_ups[..at].iter().any(|earlier| earlier.kind == follow_up.kind) {
                return Err(format!("it has the follow-up {} twice", follow_up.kind.as_str()));
            }
            if follow_up.variant.images.is_some() || !follow_up.variant.options.is_empty() {
                return Err(format!("the follow-up {} must have neither images nor options", follow_up.kind.as_str()));
            }
            if follow_up.variant.task_field.is_none() {
                return Err(format!("the follow-up {} needs a task_field", follow_up.kind.as_str()));
            }
        }
        if self.orders().any(|variant| variant.prompt_chars_max == 0) {
            return Err("prompt_chars_max must not be 0".to_owned());
        }
        self.variants().try_for_each(|(name, variant)| variant.check().map_err(|what| format!("[{name}] {what}")))
    }
}

#[cfg(test)]
mod tests;
