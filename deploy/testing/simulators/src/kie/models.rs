//! The Market models that the simulator knows: their fields with types and limits, and their prices. As data, so that
//! a further model is a further entry.

use serde_json::{Map, Value};

use super::envelope::Refusal;
use super::images::{ImageType, JPEG_PNG, JPEG_PNG_WEBP};

/// A model of the Market.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) id: &'static str,
    fields: &'static [Field],
    price: Price,
}

/// A field of a model's `input`.
#[derive(Debug)]
struct Field {
    name: &'static str,
    required: bool,
    kind: Kind,
}

/// What a field takes.
#[derive(Debug)]
enum Kind {
    Text { chars_max: usize },
    OneOf(&'static [&'static str]),
    Number { min: f64, max: f64 },
    Flag,
    Image(&'static [ImageType]),
    Images { count_max: usize, types: &'static [ImageType] },
}

/// Credits for 5 and for 10 seconds.
#[derive(Debug)]
enum Price {
    Flat {
        five: f64,
        ten: f64,
    },
    /// Sound costs double.
    WithSound {
        five: f64,
        ten: f64,
    },
}

const DURATION: Field = optional("duration", Kind::OneOf(&["5", "10"]));
const NEGATIVE_PROMPT: Field = optional("negative_prompt", Kind::Text { chars_max: 500 });
const CFG_SCALE: Field = optional("cfg_scale", Kind::Number { min: 0.0, max: 1.0 });
const RATIOS: Kind = Kind::OneOf(&["16:9", "9:16", "1:1"]);

/// Every model there is.
const MODELS: &[Model] = &[
    Model {
        id: "kling/v2-1-standard",
        fields: &[prompt(5000), image("image_url", JPEG_PNG), DURATION, NEGATIVE_PROMPT, CFG_SCALE],
        price: Price::Flat { five: 25.0, ten: 50.0 },
    },
    Model {
        id: "kling/v2-1-pro",
        fields: &[
            prompt(5000),
            image("image_url", JPEG_PNG),
            optional("tail_image_url", Kind::Image(JPEG_PNG_WEBP)),
            DURATION,
            NEGATIVE_PROMPT,
            CFG_SCALE,
        ],
        price: Price::Flat { five: 50.0, ten: 100.0 },
    },
    Model {
        id: "kling/v2-1-master-text-to-video",
        fields: &[prompt(5000), optional("aspect_ratio", RATIOS), DURATION, NEGATIVE_PROMPT, CFG_SCALE],
        price: Price::Flat { five: 160.0, ten: 320.0 },
    },
    Model {
        id: "kling/v2-1-master-image-to-video",
        fields: &[prompt(5000), image("image_url", JPEG_PNG_WEBP), DURATION, NEGATIVE_PROMPT, CFG_SCALE],
        price: Price::Flat { five: 160.0, ten: 320.0 },
    },
    Model {
        id: "kling/v2-5-turbo-text-to-video-pro",
        fields: &[
            prompt(2500),
            optional("aspect_ratio", RATIOS),
            DURATION,
            optional("negative_prompt", Kind::Text { chars_max: 2500 }),
            CFG_SCALE,
        ],
        price: Price::Flat { five: 42.0, ten: 84.0 },
    },
    Model {
        id: "kling/v2-5-turbo-image-to-video-pro",
        fields: &[
            prompt(2500),
            image("image_url", JPEG_PNG_WEBP),
            optional("tail_image_url", Kind::Image(JPEG_PNG_WEBP)),
            DURATION,
            NEGATIVE_PROMPT,
            CFG_SCALE,
        ],
        price: Price::Flat { five: 42.0, ten: 84.0 },
    },
    Model {
        id: "kling-2.6/text-to-video",
        fields: &[
            prompt(1000),
            required("sound", Kind::Flag),
            required("aspect_ratio", RATIOS),
            required("duration", Kind::OneOf(&["5", "10"])),
        ],
        price: Price::WithSound { five: 55.0, ten: 110.0 },
    },
    Model {
        id: "kling-2.6/image-to-video",
        fields: &[
            prompt(1000),
            required("image_urls", Kind::Images { count_max: 1, types: JPEG_PNG_WEBP }),
            required("sound", Kind::Flag),
            required("duration", Kind::OneOf(&["5", "10"])),
        ],
        price: Price::WithSound { five: 55.0, ten: 110.0 },
    },
];

/// Finds a model by its exact id.
pub(super) fn find(id: &str) -> Result<&'static Model, Refusal> {
    MODELS.iter().find(|model| model.id == id).ok_or_else(|| {
        Refusal::new(
            422,
            "The model name you specified is not supported. Please verify your input and use one of the supported \
             models provided by KIE.",
        )
    })
}

impl Model {
    /// Checks an `input` against the model's fields.
    pub(super) fn check(&self, input: &Map<String, Value>) -> Result<(), Refusal> {
        self.fields.iter().try_for_each(|field| field.check(input.get(field.name)))
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

    /// Price of a checked `input` in credits.
    pub(super) fn price(&self, input: &Map<String, Value>) -> f64 {
        let long = input.get("duration").and_then(Value::as_str) == Some("10");
        match self.price {
            Price::Flat { five, ten } => {
                if long {
                    ten
                } else {
                    five
                }
            }
            Price::WithSound { five, ten } => {
                let sound = input.get("sound") == Some(&Value::Bool(true));
                (if long { ten } else { five }) * (if sound { 2.0 } else { 1.0 })
            }
        }
    }
}

impl Field {
    fn check(&self, value: Option<&Value>) -> Result<(), Refusal> {
        match value {
            None | Some(Value::Null) => self.absent(),
            Some(Value::String(text)) if text.is_empty() => self.absent(),
            Some(value) => self.check_present(value),
        }
    }

    /// A missing field is a server error in KIE's eyes.
    fn absent(&self) -> Result<(), Refusal> {
        match (self.required, self.name) {
            (false, _) => Ok(()),
            (true, "prompt") => Err(Refusal::new(500, "prompt is required")),
            (true, _) => Err(Refusal::new(500, "This field is required")),
        }
    }

    fn check_present(&self, value: &Value) -> Result<(), Refusal> {
        let name = self.name;
        let wrong = |what: &str| Refusal::new(422, format!("{name} {what}"));
        match (&self.kind, value) {
            (Kind::Text { chars_max }, Value::String(text)) if text.chars().count() > *chars_max => {
                Err(wrong(&format!("cannot be longer than {chars_max} characters")))
            }
            (Kind::Text { .. }, Value::String(_)) | (Kind::Flag, Value::Bool(_)) => Ok(()),
            (Kind::OneOf(choices), Value::String(text)) if choices.contains(&text.as_str()) => Ok(()),
            (Kind::OneOf(_), Value::String(_)) => Err(wrong("is not within the range of allowed options")),
            (Kind::Number { min, max }, Value::Number(number)) => {
                let inside = number.as_f64().is_some_and(|number| (*min..=*max).contains(&number));
                if inside { Ok(()) } else { Err(wrong("is not within the range of allowed options")) }
            }
            (Kind::Image(_), Value::String(text)) if is_address(text) => Ok(()),
            (Kind::Image(_), Value::String(_)) => Err(wrong("must be a valid URL")),
            (Kind::Images { count_max, .. }, Value::Array(list)) => {
                let all = list.iter().all(|item| item.as_str().is_some_and(is_address));
                let good = all && !list.is_empty() && list.len() <= *count_max;
                if good { Ok(()) } else { Err(wrong(&format!("must be a list of 1 to {count_max} URLs"))) }
            }
            (Kind::Text { .. } | Kind::OneOf(_) | Kind::Image(_), _) => Err(wrong("must be a string")),
            (Kind::Number { .. }, _) => Err(wrong("must be a number")),
            (Kind::Flag, _) => Err(wrong("must be a boolean")),
            (Kind::Images { .. }, _) => Err(wrong("must be an array")),
        }
    }

    fn image_types(&self) -> Option<&'static [ImageType]> {
        match self.kind {
            Kind::Image(types) | Kind::Images { types, .. } => Some(types),
            Kind::Text { .. } | Kind::OneOf(_) | Kind::Number { .. } | Kind::Flag => None,
        }
    }
}

/// True for an address that can be fetched over HTTP.
pub(super) fn is_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

/// The texts of a value that is one text or a list of them.
pub(super) fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => Vec::new(),
    }
}

const fn required(name: &'static str, kind: Kind) -> Field {
    Field { name, required: true, kind }
}

const fn optional(name: &'static str, kind: Kind) -> Field {
    Field { name, required: false, kind }
}

const fn prompt(chars_max: usize) -> Field {
    required("prompt", Kind::Text { chars_max })
}

const fn image(name: &'static str, types: &'static [ImageType]) -> Field {
    required(name, Kind::Image(types))
}
