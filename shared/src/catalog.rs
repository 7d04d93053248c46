//! The models that are sold, as data: what a person may choose, what it costs, and what the provider is sent.
//!
//! The built-in catalogue is `catalog.toml` beside this file; an operator may point `CATALOG_FILE` at one of their own.
//! Everything is checked when it is read, so that the rest of the code meets no nonsense.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::image_type::ImageType;
use crate::job::{ModelId, OptionValue};

/// All models, in the order in which they are offered.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalog {
    models: Vec<Model>,
}

/// A menu item.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// Stable: it is stored with every job and rides on buttons.
    pub id: ModelId,
    /// The name people know. Not translated.
    pub name: String,
    /// One line of what it is good at.
    pub about: Translated,
    /// How the provider is spoken to.
    pub api: Api,
    /// No video is expected after this time, in minutes from the provider's acceptance.
    pub render_minutes_max: u32,
    /// What a video usually takes, in minutes. Not said: a third of the longest time.
    #[serde(default)]
    render_minutes_usual: Option<u32>,
    /// Not offered for the time being. Orders that have been placed are made all the same.
    #[serde(default)]
    pub off: bool,
    /// How to make a video from words alone.
    pub text: Option<Variant>,
    /// How to make one from words and an image.
    pub image: Option<Variant>,
}

/// A text by language ("en" is always there).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Translated(BTreeMap<String, String>);

/// The provider's families of interfaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Api {
    /// Google's Veo: `/api/v1/veo/…`, fields at the top level.
    Veo,
    /// The market of other models: `/api/v1/jobs/…`, fields in `input`.
    Market,
}

/// One way to use a model.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// The provider's id.
    pub kie_model: String,
    /// The price in our credits, before extras.
    pub price_credits: u32,
    /// What the provider takes, in its credits, before extras.
    pub kie_cost_credits: u32,
    /// The longest prompt, in Unicode characters.
    pub prompt_chars_max: usize,
    /// Fields that are always sent.
    #[serde(default)]
    pub fixed: BTreeMap<String, OptionValue>,
    /// What a person may choose. The first choice is the default.
    #[serde(default)]
    pub options: Vec<ModelOption>,
    /// The image, if this variant takes one.
    pub image: Option<ImageInput>,
}

/// Something to choose.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelOption {
    /// The provider's field; also the option's name in a job.
    pub field: String,
    /// In the order of the buttons; the first is the default.
    pub choices: Vec<Choice>,
}

/// A possible answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What is sent, with its type.
    pub value: OptionValue,
    /// What the button says.
    pub label: Translated,
    /// Added to the price, in our credits.
    #[serde(default)]
    pub extra_credits: u32,
    /// Added to the provider's cost, in its credits.
    #[serde(default)]
    pub extra_kie_cost_credits: u32,
}

/// How the provider takes an image.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImageInput {
    /// The provider's field.
    pub field: String,
    /// What the field holds.
    pub shape: ImageShape,
    /// The types that are accepted.
    pub types: Vec<ImageType>,
    /// The largest file, in megabytes of 1024 × 1024 bytes.
    pub megabytes_max: u32,
}

/// What an image's field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImageShape {
    /// One URL.
    Single,
    /// A list of URLs.
    List,
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
        let catalog: Self = toml::from_str(text).map_err(CatalogError::Shape)?;
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
        Ok(catalog)
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
    /// The variant for an order with or without an image.
    #[must_use]
    pub const fn variant(&self, with_image: bool) -> Option<&Variant> {
        if with_image { self.image.as_ref() } else { self.text.as_ref() }
    }

    /// What a video usually takes, in minutes.
    #[must_use]
    pub fn render_minutes_usual(&self) -> u32 {
        self.render_minutes_usual.unwrap_or_else(|| self.render_minutes_max.div_ceil(3))
    }

    /// The least that the provider takes for a video, in its credits.
    #[must_use]
    pub fn kie_cost_from(&self) -> u32 {
        self.variants().map(|variant| variant.kie_cost_credits).min().unwrap_or_default()
    }

    /// The most that the provider takes for a video, in its credits.
    #[must_use]
    pub fn kie_cost_max(&self) -> u32 {
        let dearest = |option: &ModelOption| option.choices.iter().map(|choice| choice.extra_kie_cost_credits).max();
        let cost =
            |variant: &Variant| variant.kie_cost_credits + variant.options.iter().filter_map(dearest).sum::<u32>();
        self.variants().map(cost).max().unwrap_or_default()
    }

    fn variants(&self) -> impl Iterator<Item = &Variant> {
        [&self.text, &self.image].into_iter().flatten()
    }

    /// The lowest price over both variants, in our credits.
    #[must_use]
    pub fn price_from(&self) -> u32 {
        [&self.text, &self.image].into_iter().flatten().map(|variant| variant.price_credits).min().unwrap_or_default()
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
        match (&self.text, &self.image) {
            (None, None) => return Err("it needs a [text] or an [image] variant".to_owned()),
            (Some(text), _) if text.image.is_some() => {
                return Err("[text] must not take an image".to_owned());
            }
            (_, Some(image)) if image.image.is_none() => {
                return Err("[image] needs `image = { field, … }`".to_owned());
            }
            _ => {}
        }
        [&self.text, &self.image].into_iter().flatten().try_for_each(Variant::check)
    }
}

impl Variant {
    /// The price with these choices, in our credits. Unknown choices count as the default.
    #[must_use]
    pub fn price(&self, chosen: &BTreeMap<String, OptionValue>) -> u32 {
        self.price_credits + self.choices(chosen).map(|choice| choice.extra_credits).sum::<u32>()
    }

    /// What the provider takes with these choices, in its credits.
    #[must_use]
    pub fn kie_cost(&self, chosen: &BTreeMap<String, OptionValue>) -> u32 {
        self.kie_cost_credits + self.choices(chosen).map(|choice| choice.extra_kie_cost_credits).sum::<u32>()
    }

    /// The choice that holds for each option: the chosen one, or the default.
    pub fn choices<'a>(&'a self, chosen: &'a BTreeMap<String, OptionValue>) -> impl Iterator<Item = &'a Choice> {
        self.options.iter().filter_map(|option| option.choice(chosen))
    }

    /// The same choices with defaults filled in and what this variant does not know left out.
    #[must_use]
    pub fn complete(&self, chosen: &BTreeMap<String, OptionValue>) -> BTreeMap<String, OptionValue> {
        let answer = |option: &ModelOption| Some((option.field.clone(), option.choice(chosen)?.value.clone()));
        self.options.iter().filter_map(answer).collect()
    }

    fn check(&self) -> Result<(), String> {
        if self.kie_model.is_empty() {
            return Err("kie_model is empty".to_owned());
        }
        if !(1..=1000).contains(&self.price_credits) {
            return Err("price_credits must be from 1 to 1000".to_owned());
        }
        if self.prompt_chars_max == 0 {
            return Err("prompt_chars_max must not be 0".to_owned());
        }
        // Buttons name an option and its choice by one digit each.
        if self.options.len() > 4 {
            return Err("at most 4 options fit under a summary".to_owned());
        }
        for option in &self.options {
            if !(2..=8).contains(&option.choices.len()) {
                return Err(format!("option {} needs 2 to 8 choices", option.field));
            }
            option.choices.iter().try_for_each(|choice| choice.label.check(&option.field))?;
        }
        match &self.image {
            Some(image) if image.types.is_empty() => Err("image.types is empty".to_owned()),
            // Telegram hands a bot files of at most 20 MB.
            Some(image) if !(1..=20).contains(&image.megabytes_max) => {
                Err("image.megabytes_max must be from 1 to 20".to_owned())
            }
            _ => Ok(()),
        }
    }
}

impl ModelOption {
    /// The chosen answer, or the default when nothing (or something unknown) was chosen.
    #[must_use]
    pub fn choice(&self, chosen: &BTreeMap<String, OptionValue>) -> Option<&Choice> {
        let wanted = chosen.get(&self.field);
        self.choices.iter().find(|choice| Some(&choice.value) == wanted).or_else(|| self.choices.first())
    }
}

impl ImageInput {
    /// The largest file, in bytes.
    #[must_use]
    pub fn bytes_max(&self) -> u64 {
        u64::from(self.megabytes_max) * 1024 * 1024
    }
}

impl Translated {
    /// The text in this language (an IETF tag such as `pt-br`), in its base language, or in English.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        let language = language.to_lowercase();
        let base = language.split('-').next().unwrap_or_default();
        [language.as_str(), base, "en"].iter().find_map(|tag| self.0.get(*tag)).map_or("", String::as_str)
    }

    fn check(&self, what: &str) -> Result<(), String> {
        match self.0.get("en") {
            Some(text) if !text.is_empty() => Ok(()),
            _ => Err(format!("{what} needs a text in \"en\"")),
        }
    }
}

#[cfg(test)]
mod tests;
