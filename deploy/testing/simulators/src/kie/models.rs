//! The Market models that the simulator knows: their fields with types and limits, what holds between fields, and their
//! prices. All of it is data from docs.kie.ai and kie.ai/pricing as of October 2026: a further model is a further entry.

mod field;
mod kling;
mod others;
mod price;

use serde_json::{Map, Value};

use super::envelope::Refusal;
use super::images::{ImageType, JPEG_PNG_WEBP};
use super::task::{Aspect, Film, FollowUpKind};
use field::{Field, is_sent, word};
pub(super) use field::{is_address, texts};
use price::Rate;

/// A model of the Market.
#[derive(Debug)]
pub(super) struct Model {
    /// The name by which it is ordered.
    pub(super) id: &'static str,
    makes: Makes,
    fields: &'static [Field],
    rules: &'static [Rule],
    /// The first rate that applies counts. The last one always does.
    rates: &'static [Rate],
}

/// What comes out.
#[derive(Debug)]
enum Makes {
    /// A video of its own, as long as `duration` says.
    Video(Sound),
    /// More of a video of a model whose id begins with this: so many seconds as the field says.
    Extension { of: &'static str, seconds: &'static str },
    /// A finer version of a video of a model whose id begins with this.
    Upscale { of: &'static str },
}

/// Whether the video has sound.
#[derive(Debug)]
enum Sound {
    Always,
    Never,
    /// As this field says.
    Field(&'static str),
}

/// What holds between fields.
#[derive(Debug)]
enum Rule {
    /// At least one of them is sent.
    SomeOf(&'static [&'static str]),
    /// `field` is required, unless `other` is sent.
    RequiredWithout { field: &'static str, other: &'static str },
    /// None of the first is sent with any of the second.
    EitherOr(&'static [&'static str], &'static [&'static str]),
    /// The two fields do not have these values at once.
    Never((&'static str, &'static str), (&'static str, &'static str)),
}

/// A row of the price list.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) model: &'static str,
    /// What it is for, in words.
    pub(super) description: String,
    pub(super) unit: &'static str,
    pub(super) credits: f64,
}

/// The price list: a row for each rate.
pub(super) fn listed() -> impl Iterator<Item = Listed> {
    let models = [kling::MODELS, others::MODELS].into_iter().flatten();
    models.flat_map(|model| {
        model.rates.iter().map(|rate| {
            let (unit, credits) = rate.listed();
            Listed { model: model.id, description: rate.describe(model.id), unit, credits }
        })
    })
}

/// Finds a model by its exact id.
pub(super) fn find(id: &str) -> Result<&'static Model, Refusal> {
    [kling::MODELS, others::MODELS].into_iter().flatten().find(|model| model.id == id).ok_or_else(|| {
        Refusal::new(
            422,
            "The model name you specified is not supported. Please verify your input and use one of the supported \
             models provided by KIE.",
        )
    })
}

impl Model {
    /// Checks an `input` against the model's fields and what holds between them.
    pub(super) fn check(&self, input: &Map<String, Value>) -> Result<(), Refusal> {
        self.fields.iter().try_for_each(|field| field.check(input.get(field.name)))?;
        self.rules.iter().try_for_each(|rule| self.check_rule(rule, input))
    }

    fn check_rule(&self, rule: &Rule, input: &Map<String, Value>) -> Result<(), Refusal> {
        let any = |names: &[&str]| names.iter().any(|name| is_sent(input.get(*name)));
        let is = |(name, value): (&str, &str)| self.value(input, name).as_deref() == Some(value);
        match rule {
            Rule::SomeOf(names) if !any(names) => Err(Refusal::new(500, "This field is required")),
            Rule::RequiredWithout { field, other } if !any(&[field, other]) => {
                Err(Refusal::new(500, "This field is required"))
            }
            Rule::EitherOr(one, other) if any(one) && any(other) => {
                Err(Refusal::new(422, format!("{} cannot be used together with {}", one.join(", "), other.join(", "))))
            }
            Rule::Never(one, other) if is(*one) && is(*other) => {
                Err(Refusal::new(422, format!("{} {} is not supported with {} {}", one.0, one.1, other.0, other.1)))
            }
            Rule::SomeOf(_) | Rule::RequiredWithout { .. } | Rule::EitherOr(..) | Rule::Never(..) => Ok(()),
        }
    }

    /// Names in an `input` that the model does not know.
    pub(super) fn unknown_fields(&self, input: &Map<String, Value>) -> Vec<String> {
        input.keys().filter(|name| self.fields.iter().all(|field| field.name != *name)).cloned().collect()
    }

    /// Addresses of the images of a checked `input`.
    pub(super) fn images(&self, input: &Map<String, Value>) -> Vec<String> {
        let fields = self.fields.iter().filter(|field| field.image_types().is_some());
        fields.filter_map(|field| input.get(field.name)).flat_map(texts).collect()
    }

    /// What the model takes as an image. Of a model with several image fields, the first counts.
    pub(super) fn image_types(&self) -> &'static [ImageType] {
        self.fields.iter().find_map(Field::image_types).unwrap_or(JPEG_PNG_WEBP)
    }

    /// What it does with an earlier video, and how the ids of models begin whose videos it takes. `None` for a model that
    /// makes a video of its own.
    pub(super) fn follow_up(&self) -> Option<(FollowUpKind, &'static str)> {
        match self.makes {
            Makes::Video(_) => None,
            Makes::Extension { of, .. } => Some((FollowUpKind::Extend, of)),
            Makes::Upscale { of } => Some((FollowUpKind::Upscale, of)),
        }
    }

    /// The video that a checked `input` gives, perhaps from the video of an earlier task.
    pub(super) fn film(&self, input: &Map<String, Value>, earlier: Option<Film>) -> Film {
        let seconds_in = |name| self.value(input, name).and_then(|seconds| seconds.parse().ok()).unwrap_or(5);
        let has_sound = match self.makes {
            Makes::Video(Sound::Always) => true,
            Makes::Video(Sound::Never) => false,
            Makes::Video(Sound::Field(name)) => self.value(input, name).as_deref() == Some("true"),
            Makes::Extension { .. } | Makes::Upscale { .. } => earlier.is_some_and(|film| film.has_sound),
        };
        let aspect = earlier.map_or_else(
            || Aspect::nearest(self.value(input, "aspect_ratio").as_deref().unwrap_or_default()),
            |film| film.aspect,
        );
        let before = earlier.map_or(0, |film| film.seconds);
        let seconds = match self.makes {
            Makes::Video(_) => seconds_in("duration"),
            Makes::Extension { seconds, .. } => before.saturating_add(seconds_in(seconds)),
            Makes::Upscale { .. } => before,
        };
        Film { aspect, seconds, has_sound }
    }

    /// Price of a checked `input` in credits.
    pub(super) fn price(&self, input: &Map<String, Value>) -> f64 {
        let rate = self.rates.iter().find(|rate| rate.applies(|name| self.value(input, name)));
        let seconds = self.value(input, "duration").and_then(|seconds| seconds.parse().ok()).unwrap_or(0);
        rate.map_or(0.0, |rate| rate.credits(seconds, self.images(input).len()))
    }

    /// The value of a field as text: as sent, or the default.
    fn value(&self, input: &Map<String, Value>, name: &str) -> Option<String> {
        let default = || self.fields.iter().find(|field| field.name == name)?.default.map(str::to_owned);
        input.get(name).and_then(word).or_else(default)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_model_has_a_rate_that_always_applies_and_rules_about_fields_that_it_has() {
        for model in [kling::MODELS, others::MODELS].into_iter().flatten() {
            assert!(model.rates.last().is_some_and(|rate| rate.applies(|_| None)), "{}", model.id);
            let known = |name: &&str| model.fields.iter().any(|field| field.name == *name);
            for rule in model.rules {
                let all = match rule {
                    Rule::SomeOf(names) => names.iter().all(known),
                    Rule::RequiredWithout { field, other } => [*field, *other].iter().all(known),
                    Rule::EitherOr(one, other) => one.iter().chain(*other).all(known),
                    Rule::Never(one, other) => [one.0, other.0].iter().all(known),
                };
                assert!(all, "{}: {rule:?}", model.id);
            }
        }
    }
}
