//! Words of the catalogue and the templates: English is in their files, other languages in `catalog.ftl`.
//!
//! An operator's own file may have words in other languages itself, which count first. A translation stands for an English
//! line of ours, so it is left out where the operator has written another one.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use shared::catalog::{Catalog, Model, Translated};
use shared::job::ModelId;
use shared::templates::{Blank, Template, Templates};

use super::Texts;

static BUILT_IN: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let (catalog, templates) = (Catalog::built_in(), Templates::built_in());
    let mut lines = Vec::new();
    for model in catalog.models() {
        lines.push((about(&model.id), &model.about));
        let options = model.variants().flat_map(|(_, variant)| &variant.options);
        let labels = options.flat_map(|option| &option.choices).filter_map(|choice| choice.label.as_ref());
        // Names such as 1080p and 2K are the same in every language.
        let are_words = |text: &&Translated| !text.english().contains(|c: char| c.is_ascii_digit());
        lines.extend(labels.filter(are_words).map(|text| (label(text), text)));
    }
    for template in templates.offered(&catalog) {
        lines.push((of_template(&template.id, "name"), &template.name));
        lines.push((of_template(&template.id, "line"), &template.line));
        for (number, blank) in (1..).zip(&template.blanks) {
            lines.push((of_template(&template.id, &format!("ask-{number}")), &blank.ask));
            lines.push((of_template(&template.id, &format!("example-{number}")), &blank.example));
        }
    }
    lines.into_iter().map(|(key, text)| (key, text.english().to_owned())).collect()
});

/// The keys that `catalog.ftl` has in every language but English, with the English text that each stands for.
#[must_use]
pub fn built_in_lines() -> &'static BTreeMap<String, String> {
    &BUILT_IN
}

impl Texts {
    /// What a model is best at.
    pub(in crate::core::chat) fn about(&self, model: &Model) -> String {
        self.of_data(&about(&model.id), &model.about)
    }

    /// What the button of a template says.
    pub(in crate::core::chat) fn template_name(&self, template: &Template) -> String {
        self.of_data(&of_template(&template.id, "name"), &template.name)
    }

    /// What a template makes.
    pub(in crate::core::chat) fn template_line(&self, template: &Template) -> String {
        self.of_data(&of_template(&template.id, "line"), &template.line)
    }

    /// The question for a blank of a template, counted from 1, and an answer to it.
    pub(in crate::core::chat) fn blank(&self, template: &str, number: usize, blank: &Blank) -> (String, String) {
        let of_blank = |what: &str, text| self.of_data(&of_template(template, &format!("{what}-{number}")), text);
        (of_blank("ask", &blank.ask), of_blank("example", &blank.example))
    }

    /// What a choice is called.
    pub(in crate::core::chat) fn label(&self, text: &Translated) -> String {
        self.of_data(&label(text), text)
    }

    fn of_data(&self, key: &str, text: &Translated) -> String {
        if let Some(own) = text.in_language(&self.tag) {
            return own.to_owned();
        }
        let is_ours = BUILT_IN.get(key).is_some_and(|english| english == text.english());
        let translation = if is_ours { self.words.text(key, &[]) } else { None };
        translation.unwrap_or_else(|| text.english().to_owned())
    }
}

fn about(model: &ModelId) -> String {
    format!("about-{}", model.as_str().replace('.', "-"))
}

fn of_template(id: &str, what: &str) -> String {
    format!("template-{id}-{what}")
}

fn label(text: &Translated) -> String {
    format!("label-{}", text.english().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(language: &str, about: &str) -> String {
        let line = "about.en = \"Lifelike scenes, people who speak\"";
        let built_in = include_str!("../../../../../shared/src/catalog.toml");
        let catalog = Catalog::parse(&built_in.replacen(line, about, 1)).unwrap();
        Texts::for_language(language).about(catalog.get(&ModelId::new("veo3-fast")).unwrap())
    }

    #[test]
    fn a_line_is_said_as_the_operator_wrote_it_or_as_it_was_translated() {
        let ours = "about.en = \"Lifelike scenes, people who speak\"";
        let translated = Texts::for_language("de").words.text("about-veo3-fast", &[]).unwrap();
        assert_eq!(line("en", ours), "Lifelike scenes, people who speak");
        assert_eq!(line("de", ours), translated);
        assert_eq!(line("tlh", ours), "Lifelike scenes, people who speak");
        // Their own words count, in whatever language they have them.
        let theirs = format!("{ours}\nabout.de = \"Mein Favorit\"\nabout.nl = \"Mooi\"\nabout.pt-br = \"Bonito\"");
        assert_eq!((line("de-AT", &theirs), line("nl", &theirs)), ("Mein Favorit".to_owned(), "Mooi".to_owned()));
        assert_eq!(line("pt-BR", &theirs), "Bonito");
        // A translation of a line that they have replaced would say what they do not say.
        assert_eq!(line("de", "about.en = \"Our cheapest\""), "Our cheapest");
    }
}
