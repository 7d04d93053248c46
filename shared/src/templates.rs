//! Ready ideas for videos, as data: a prompt with one or two blanks, a model and what is chosen of it.
//!
//! The built-in ones are `templates.toml` beside the catalogue; an operator may point `TEMPLATES_FILE` at a file of their own.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::catalog::{Catalog, Translated, Wishes};
use crate::job::ModelId;

/// All templates, in the order in which they are shown.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Templates {
    templates: Vec<Template>,
}

/// A ready idea for a video.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Stable: it stands in links that people share.
    pub id: String,
    /// What its button says.
    pub name: Translated,
    /// One line of what it makes.
    pub line: Translated,
    /// What the model is told, with `{1}` and `{2}` for what the person is asked for.
    prompt: String,
    /// The questions for the blanks of the prompt.
    #[serde(default)]
    pub blanks: Vec<Blank>,
    /// Whether it begins with a photo of the person.
    photo: Option<Photo>,
    /// What makes it.
    pub model: ModelId,
    /// What is chosen of the model, as far as it has it.
    #[serde(default)]
    pub wishes: Wishes,
    /// A clip that shows what comes of it: an address, or Telegram's id of a file.
    pub example: Option<String>,
}

/// What a person is asked for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blank {
    /// The question.
    pub ask: Translated,
    /// An answer to it.
    pub example: Translated,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Photo {
    Needed,
}

/// Why a file of templates is not usable. Says what to mend.
#[derive(Debug, thiserror::Error)]
pub enum TemplatesError {
    /// Not TOML of the expected shape.
    #[error("the templates are not valid TOML of the expected shape")]
    Shape(#[source] toml::de::Error),
    /// Well formed, but wrong.
    #[error("template {template}: {what}")]
    Wrong {
        /// Its id.
        template: String,
        /// What is wrong.
        what: &'static str,
    },
}

/// Blanks that a prompt may have: each is a message more until the video.
const BLANKS_MAX: usize = 2;

impl Templates {
    /// The templates that are built in.
    ///
    /// # Panics
    /// Never: a test reads them.
    #[must_use]
    #[expect(clippy::expect_used, reason = "compiled in, and read by a test")]
    pub fn built_in() -> Self {
        Self::parse(include_str!("templates.toml")).expect("the built-in templates are valid")
    }

    /// Reads and checks templates.
    ///
    /// # Errors
    /// See [`TemplatesError`].
    pub fn parse(text: &str) -> Result<Self, TemplatesError> {
        let templates: Self = toml::from_str(text).map_err(TemplatesError::Shape)?;
        let mut seen = BTreeSet::new();
        for template in &templates.templates {
            let wrong = |what| Err(TemplatesError::Wrong { template: template.id.clone(), what });
            if !seen.insert(&template.id) {
                return wrong("the id is used twice");
            }
            if let Some(what) = template.problem() {
                return wrong(what);
            }
        }
        Ok(templates)
    }

    /// Those whose model can be ordered now, in their order.
    pub fn offered<'a>(&'a self, catalog: &'a Catalog) -> impl Iterator<Item = &'a Template> {
        let is_offered = |template: &&Template| catalog.get(&template.model).is_some_and(|model| !model.off);
        self.templates.iter().filter(is_offered)
    }

    /// The template with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Template> {
        self.templates.iter().find(|template| template.id == id)
    }
}

impl Template {
    /// Whether it begins with a photo of the person.
    #[must_use]
    pub const fn needs_photo(&self) -> bool {
        self.photo.is_some()
    }

    /// The prompt with these words in its blanks.
    #[must_use]
    pub fn prompt(&self, words: &[String]) -> String {
        let mut prompt = String::new();
        let mut rest = self.prompt.as_str();
        // Words of a person are put in once, and never looked at for blanks themselves.
        while let Some(at) = rest.find('{') {
            let (before, blank) = rest.split_at(at);
            let number = blank.get(1..2).and_then(|digit| digit.parse::<usize>().ok()).unwrap_or_default();
            prompt.push_str(before);
            prompt.push_str(number.checked_sub(1).and_then(|index| words.get(index)).map_or("", String::as_str));
            rest = blank.get(3..).unwrap_or_default();
        }
        prompt + rest
    }

    fn problem(&self) -> Option<&'static str> {
        let is_id = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        if self.id.is_empty() || self.id.len() > 32 || !self.id.bytes().all(is_id) {
            return Some("the id must be 1 to 32 letters, digits, dashes or underscores");
        }
        if self.blanks.len() > BLANKS_MAX {
            return Some("it has more than two blanks");
        }
        let blanks = self.prompt.matches('{').count();
        let named = (1..=self.blanks.len()).all(|number| self.prompt.contains(&format!("{{{number}}}")));
        if !named || blanks != self.blanks.len() {
            return Some("the prompt must have {1} for the first of its blanks and {2} for the second, once each");
        }
        if self.prompt.chars().count() > 1500 {
            return Some("the prompt is longer than 1500 characters");
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_templates_can_be_made_by_the_built_in_models() {
        let (templates, catalog) = (Templates::built_in(), Catalog::built_in());
        assert_eq!(templates.offered(&catalog).count(), templates.templates.len());
        for template in &templates.templates {
            let model = catalog.get(&template.model).unwrap();
            let variant = if template.needs_photo() { &model.image } else { &model.text };
            let variant = variant.as_ref().unwrap_or_else(|| panic!("{} has no such variant", template.id));
            let granted = variant.wishes(&variant.granted(&template.wishes));
            for (kind, wish) in &template.wishes {
                assert_eq!(granted.get(kind), Some(wish), "{}: {kind}", template.id);
            }
            let longest = template.prompt(&vec!["x".repeat(200); template.blanks.len()]);
            assert!(longest.chars().count() <= variant.prompt_chars_max, "{}", template.id);
        }
    }

    #[test]
    fn words_fill_blanks_and_are_not_read_as_blanks() {
        let template = Templates::built_in().get("birthday").unwrap().clone();
        let prompt = template.prompt(&["{2}".to_owned(), "Be {1}!".to_owned()]);
        assert!(prompt.contains("\"Happy birthday, {2}! Be {1}!\""), "{prompt}");
    }

    #[test]
    fn nonsense_is_refused_by_name() {
        let good = "[[templates]]\nid = \"a\"\nname.en = \"A\"\nline.en = \"a\"\nmodel = \"veo3-fast\"\n\
                    prompt = \"{1} and {2}\"\nblanks = [{ ask.en = \"?\", example.en = \"x\" }, { ask.en = \"?\", example.en = \"x\" }]\n";
        Templates::parse(good).unwrap();
        for (from, to, says) in [
            ("id = \"a\"", "id = \"a b\"", "template a b: the id must be"),
            ("{1} and {2}", "{1}", "template a: the prompt must have {1}"),
            ("{1} and {2}", "{1} {2} {1}", "template a: the prompt must have {1}"),
            ("model", "modell", "not valid TOML"),
        ] {
            let error = Templates::parse(&good.replace(from, to)).unwrap_err().to_string();
            assert!(error.contains(says), "{from}: {error}");
        }
        assert!(Templates::parse(&good.repeat(2)).unwrap_err().to_string().contains("used twice"));
    }
}
