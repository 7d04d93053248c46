//! A field of a model's `input`, and what KIE says when its value is wrong. The codes are the documented ones.

use serde_json::Value;

use crate::kie::envelope::Refusal;
use crate::kie::images::ImageType;

/// A field of a model's `input`.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    required: bool,
    kind: Kind,
    /// The value that counts when none is sent, as text.
    pub(super) default: Option<&'static str>,
}

/// What a field takes.
#[derive(Debug)]
pub(super) enum Kind {
    Text {
        chars_min: usize,
        chars_max: usize,
    },
    OneOf(&'static [&'static str]),
    /// A whole number written as a text.
    Digits {
        min: u64,
        max: u64,
    },
    Number {
        min: f64,
        max: f64,
    },
    Whole {
        min: u64,
        max: u64,
    },
    WholeOneOf(&'static [u64]),
    Flag,
    /// A list of anything, which may be empty.
    List {
        count_max: usize,
    },
    Image(&'static [ImageType]),
    Images {
        count_max: usize,
        types: &'static [ImageType],
    },
}

/// Words for a value that is of the right type.
const NOT_ALLOWED: &str = "is not within the range of allowed options";

impl Field {
    pub(super) const fn or(self, default: &'static str) -> Self {
        Self { default: Some(default), ..self }
    }

    pub(super) fn check(&self, value: Option<&Value>) -> Result<(), Refusal> {
        match value {
            None | Some(Value::Null) => self.absent(),
            Some(Value::String(text)) if text.is_empty() => self.absent(),
            Some(value) => self.kind.check(value).map_err(|what| Refusal::new(422, format!("{} {what}", self.name))),
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

    pub(super) fn image_types(&self) -> Option<&'static [ImageType]> {
        match self.kind {
            Kind::Image(types) | Kind::Images { types, .. } => Some(types),
            Kind::Text { .. }
            | Kind::OneOf(_)
            | Kind::Digits { .. }
            | Kind::Number { .. }
            | Kind::Whole { .. }
            | Kind::WholeOneOf(_)
            | Kind::Flag
            | Kind::List { .. } => None,
        }
    }
}

impl Kind {
    /// What is wrong with a value, to be read after the field's name.
    fn check(&self, value: &Value) -> Result<(), String> {
        match self {
            Self::Text { .. } | Self::OneOf(_) | Self::Digits { .. } | Self::Image(_) => {
                self.check_text(value.as_str().ok_or("must be a string")?)
            }
            Self::Number { min, max } => {
                let number = value.as_f64().ok_or("must be a number")?;
                allowed((*min..=*max).contains(&number))
            }
            Self::Whole { min, max } => {
                let number = value.as_u64().ok_or("must be an integer")?;
                allowed((*min..=*max).contains(&number))
            }
            Self::WholeOneOf(choices) => allowed(choices.contains(&value.as_u64().ok_or("must be an integer")?)),
            Self::Flag => value.as_bool().map(drop).ok_or_else(|| "must be a boolean".to_owned()),
            Self::List { count_max } => {
                let list = value.as_array().ok_or("must be an array")?;
                if list.len() <= *count_max {
                    Ok(())
                } else {
                    Err(format!("must not have more than {count_max} items"))
                }
            }
            Self::Images { count_max, .. } => {
                let list = value.as_array().ok_or("must be an array")?;
                let all = list.iter().all(|item| item.as_str().is_some_and(is_address));
                let good = all && !list.is_empty() && list.len() <= *count_max;
                if good { Ok(()) } else { Err(format!("must be a list of 1 to {count_max} URLs")) }
            }
        }
    }

    fn check_text(&self, text: &str) -> Result<(), String> {
        match self {
            Self::Text { chars_min, chars_max } => {
                let chars = text.chars().count();
                if chars > *chars_max {
                    return Err(format!("cannot be longer than {chars_max} characters"));
                }
                if chars < *chars_min { Err(format!("cannot be shorter than {chars_min} characters")) } else { Ok(()) }
            }
            Self::OneOf(choices) => allowed(choices.contains(&text)),
            Self::Digits { min, max } => {
                let number = text.parse::<u64>().ok().filter(|number| number.to_string() == text);
                allowed(number.is_some_and(|number| (*min..=*max).contains(&number)))
            }
            Self::Image(_) if is_address(text) => Ok(()),
            Self::Image(_) => Err("must be a valid URL".to_owned()),
            Self::Number { .. }
            | Self::Whole { .. }
            | Self::WholeOneOf(_)
            | Self::Flag
            | Self::List { .. }
            | Self::Images { .. } => Ok(()),
        }
    }
}

fn allowed(inside: bool) -> Result<(), String> {
    if inside { Ok(()) } else { Err(NOT_ALLOWED.to_owned()) }
}

/// False for what KIE takes as not sent.
pub(super) fn is_sent(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::String(text)) => !text.is_empty(),
        Some(Value::Array(list)) => !list.is_empty(),
        Some(Value::Bool(_) | Value::Number(_) | Value::Object(_)) => true,
    }
}

/// A single value as text.
pub(super) fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::String(_) | Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// True for an address that can be fetched over HTTP.
pub(in crate::kie) fn is_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

/// The texts of a value that is one text or a list of them.
pub(in crate::kie) fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => Vec::new(),
    }
}

pub(super) const fn required(name: &'static str, kind: Kind) -> Field {
    Field { name, required: true, kind, default: None }
}

pub(super) const fn optional(name: &'static str, kind: Kind) -> Field {
    Field { name, required: false, kind, default: None }
}

pub(super) const fn text(chars_max: usize) -> Kind {
    Kind::Text { chars_min: 0, chars_max }
}

pub(super) const fn prompt(chars_max: usize) -> Field {
    required("prompt", text(chars_max))
}
