//! One way to use a model: the provider's id, what may be chosen, the images that it takes, its cost and its price.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::amount::{Amount, Pricing};
use super::images::ImageInputs;
use super::options::{Choice, ModelOption, OptionKind, Wishes};
use super::{Api, Choices};
use crate::job::{KieCost, OptionValue};

/// One way to use a model.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// The provider's id.
    pub kie_model: String,
    /// How the provider is spoken to, where it is not the way of the model.
    pub api: Option<Api>,
    /// What the provider takes, in its credits.
    cost: Amount,
    /// What a person pays, in our credits. Not named: it follows from the cost and the margin.
    price_credits: Option<Amount>,
    /// The longest prompt, in Unicode characters. 0: it takes none.
    #[serde(default)]
    pub prompt_chars_max: usize,
    /// Fields that are always sent.
    #[serde(default)]
    pub fixed: BTreeMap<String, serde_json::Value>,
    /// What a person may choose.
    #[serde(default)]
    pub options: Vec<ModelOption>,
    /// The images, if this variant takes some.
    pub images: Option<ImageInputs>,
    /// The field that names the task of the earlier job that this goes on from.
    pub task_field: Option<String>,
    /// The length of each video, in seconds, where it cannot be chosen.
    seconds: Option<u32>,
    /// Whether each video has sound, where that cannot be chosen.
    #[serde(default)]
    sound: bool,
    /// What prices follow from; see [`super::Catalog::with_pricing`].
    #[serde(skip)]
    pub(super) pricing: Pricing,
    /// Our credits that a video costs more than that, or less; see [`super::Catalog::with_adjustments`].
    #[serde(skip)]
    pub(super) adjustment: i32,
}

/// Combinations that a variant may have, at most: each is checked at the start.
const COMBINATIONS_MAX: usize = 500;

impl Variant {
    /// The price of a video, in our credits. Unknown choices count as the default.
    #[must_use]
    pub fn price(&self, chosen: &Choices, images: usize) -> u32 {
        let chosen = self.complete(chosen);
        let named = self.price_credits.as_ref().and_then(|price| price.of(self, &chosen, images));
        let listed = named.unwrap_or_else(|| self.pricing.price(self.kie_cost(&chosen, images)));
        listed.saturating_add_signed(self.adjustment).max(1)
    }

    /// What the provider takes for it, in its credits, rounded up.
    #[must_use]
    pub fn kie_cost(&self, chosen: &Choices, images: usize) -> u32 {
        self.cost.of(self, &self.complete(chosen), images).unwrap_or_default()
    }

    /// The same, not rounded.
    #[must_use]
    pub fn kie_cost_exact(&self, chosen: &Choices, images: usize) -> KieCost {
        let hundredths = self.cost.hundredths(self, &self.complete(chosen), images).unwrap_or_default();
        KieCost::from_hundredths(u32::try_from(hundredths).unwrap_or(u32::MAX))
    }

    /// What is left of the price after the provider is paid, in per cent.
    #[must_use]
    pub fn margin_percent(&self, chosen: &Choices, images: usize) -> i64 {
        self.pricing.margin_percent(self.price(chosen, images), self.kie_cost(chosen, images))
    }

    /// The choices with defaults filled in, and with what this variant does not know, or does not allow together, left
    /// out.
    #[must_use]
    pub fn complete(&self, chosen: &Choices) -> Choices {
        let mut completed = Choices::new();
        for option in &self.options {
            let wanted = chosen.get(&option.field);
            let mut allowed = option.choices.iter().filter(|choice| choice.is_allowed(&completed));
            let first = allowed.clone().next();
            if let Some(choice) = allowed.find(|choice| Some(&choice.value) == wanted).or(first) {
                completed.insert(option.field.clone(), choice.value.clone());
            }
        }
        completed
    }

    /// The choices of an option that can be had beside what was chosen of the options before it.
    pub fn allowed<'a>(&self, option: &'a ModelOption, chosen: &Choices) -> impl Iterator<Item = &'a Choice> + use<'a> {
        let completed = self.complete(chosen);
        option.choices.iter().filter(move |choice| choice.is_allowed(&completed))
    }

    /// The option of this kind.
    #[must_use]
    pub fn option(&self, kind: OptionKind) -> Option<&ModelOption> {
        self.options.iter().find(|option| option.kind == kind)
    }

    /// How long the video is, in seconds; `None` where nobody knows.
    #[must_use]
    pub fn seconds(&self, chosen: &Choices) -> Option<u32> {
        let Some(option) = self.option(OptionKind::Length) else { return self.seconds };
        match self.complete(chosen).get(&option.field)? {
            OptionValue::Integer(seconds) => u32::try_from(*seconds).ok(),
            OptionValue::Text(seconds) => seconds.parse().ok(),
            OptionValue::Bool(_) => None,
        }
    }

    /// Whether the video has sound.
    #[must_use]
    pub fn has_sound(&self, chosen: &Choices) -> bool {
        let Some(option) = self.option(OptionKind::Sound) else { return self.sound };
        self.complete(chosen).get(&option.field) == Some(&OptionValue::Bool(true))
    }

    /// What was chosen, in words that other models understand.
    #[must_use]
    pub fn wishes(&self, chosen: &Choices) -> Wishes {
        let completed = self.complete(chosen);
        let wish = |option: &ModelOption| {
            let value = completed.get(&option.field)?;
            let choice = option.choices.iter().find(|choice| &choice.value == value)?;
            Some((option.kind.as_str().to_owned(), choice.word()))
        };
        self.options.iter().filter(|option| option.kind != OptionKind::Other).filter_map(wish).collect()
    }

    /// The choices that grant wishes, as far as this variant can.
    #[must_use]
    pub fn granted(&self, wishes: &Wishes) -> Choices {
        let mut chosen = Choices::new();
        for option in &self.options {
            let wish = wishes.get(option.kind.as_str());
            let wished = option.choices.iter().find(|choice| Some(&choice.word()) == wish);
            if let Some(choice) = wished.filter(|choice| choice.is_allowed(&self.complete(&chosen))) {
                chosen.insert(option.field.clone(), choice.value.clone());
            }
        }
        self.complete(&chosen)
    }

    /// Whether the sound can be chosen.
    #[must_use]
    pub fn has_choice_of_sound(&self) -> bool {
        self.option(OptionKind::Sound).is_some()
    }

    /// The most images that this variant takes.
    #[must_use]
    pub fn images_max(&self) -> usize {
        self.images.as_ref().map_or(0, |images| images.slots.len())
    }

    /// Every combination of choices that can be ordered.
    #[must_use]
    pub fn combinations(&self) -> Vec<Choices> {
        let mut combinations = vec![Choices::new()];
        for option in &self.options {
            let with = |chosen: &Choices, choice: &Choice| {
                let mut chosen = chosen.clone();
                chosen.insert(option.field.clone(), choice.value.clone());
                chosen
            };
            let extended = |chosen: &Choices| {
                let allowed = option.choices.iter().filter(|choice| choice.is_allowed(chosen));
                allowed.map(|choice| with(chosen, choice)).collect::<Vec<_>>()
            };
            combinations = combinations.iter().flat_map(extended).collect();
        }
        combinations
    }

    /// The numbers of images that an order may have.
    #[must_use]
    pub fn image_counts(&self) -> std::ops::RangeInclusive<usize> {
        let max = self.images_max();
        max.min(1)..=max
    }

    pub(super) fn check(&self) -> Result<(), String> {
        if self.kie_model.is_empty() {
            return Err("kie_model is empty".to_owned());
        }
        self.check_options()?;
        self.check_amounts()?;
        match &self.images {
            Some(images) => images.check(),
            None => Ok(()),
        }
    }

    fn check_options(&self) -> Result<(), String> {
        // Buttons name an option and its choice by one digit each.
        if self.options.len() > 6 {
            return Err("at most 6 options fit on a card".to_owned());
        }
        for (at, option) in self.options.iter().enumerate() {
            if self.options[..at].iter().any(|earlier| earlier.field == option.field) {
                return Err(format!("option {} is there twice", option.field));
            }
            option.check(&self.options[..at])?;
        }
        let combinations = self.options.iter().map(|option| option.choices.len()).product::<usize>();
        if combinations > COMBINATIONS_MAX {
            return Err(format!("has {combinations} combinations of choices; {COMBINATIONS_MAX} are the most"));
        }
        let stuck = |chosen: &Choices| chosen.len() < self.options.len();
        if self.combinations().is_empty() || self.combinations().iter().any(stuck) {
            return Err("some choices leave nothing to choose of another option".to_owned());
        }
        Ok(())
    }

    /// Every combination has a cost, and the conditions of rules speak of what can be chosen.
    fn check_amounts(&self) -> Result<(), String> {
        for (what, amount) in [("cost", Some(&self.cost)), ("price_credits", self.price_credits.as_ref())] {
            let Some(amount) = amount else { continue };
            if let Some(unknown) = amount.unknown_value(self) {
                return Err(format!("{what} has a rule for {unknown}, which cannot be chosen"));
            }
            for chosen in self.combinations() {
                for images in self.image_counts() {
                    if !amount.of(self, &chosen, images).is_some_and(|credits| (1..=10_000).contains(&credits)) {
                        let combination = self.describe(&chosen, images);
                        return Err(format!(
                            "{what} must give from 1 to 10000 credits for every combination, also for {combination}"
                        ));
                    }
                }
            }
        }
        Ok(())
    }

    /// The values of a combination, for operators.
    #[must_use]
    pub fn describe(&self, chosen: &Choices, images: usize) -> String {
        let values = self.options.iter().filter_map(|option| {
            let value = chosen.get(&option.field)?;
            let label = option.choices.iter().find(|choice| &choice.value == value)?.label.as_ref();
            let said = label.map_or_else(|| value.to_string(), |label| label.get("en").to_owned());
            Some(match (option.kind, value) {
                (OptionKind::Length, _) => format!("{value} s"),
                (OptionKind::Sound, OptionValue::Bool(true)) => "sound".to_owned(),
                (OptionKind::Sound, _) => "no sound".to_owned(),
                (OptionKind::Format | OptionKind::Quality | OptionKind::Other, _) => said,
            })
        });
        let mut values: Vec<String> = values.collect();
        if images > 0 {
            values.push(format!("{images} image{}", if images == 1 { "" } else { "s" }));
        }
        if values.is_empty() { "the only combination".to_owned() } else { values.join(", ") }
    }
}
