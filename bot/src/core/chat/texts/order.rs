//! Texts of an order that are put together from several.

use jiff::SignedDuration;
use shared::catalog::{Choice, Model};
use shared::image_type::ImageType;

use super::{PROMPT_SHOWN_UNITS_MAX, Texts, args, cut, escape};
use crate::core::forms::{ImageAnswer, Prompt, VideoForm};
use crate::core::ids::Credits;

/// Characters of a prompt shown while the model is asked for.
const PROMPT_HINT_UNITS_MAX: usize = 200;

impl Texts {
    pub(in crate::core::chat) fn ask_model(&self, offered: &[&Model], prompt: Option<&Prompt>) -> String {
        let mut lines = vec![self.say("ask-model")];
        for model in offered {
            let about = escape(model.about.get(&self.language.to_string()));
            lines.push(self.say_with("ask-model-line", args! { model: escape(&model.name), about }));
        }
        if let Some(prompt) = prompt {
            let prompt = escape(&cut(&prompt.words(), PROMPT_HINT_UNITS_MAX));
            lines.push(String::new());
            lines.push(self.say_with("ask-model-prompt", args! { prompt }));
        }
        lines.join("\n")
    }

    pub(in crate::core::chat) fn summary(
        &self,
        model: &Model,
        form: &VideoForm,
        price: Credits,
        available: Credits,
    ) -> String {
        let prompt = form.prompt.as_ref().map(Prompt::words).unwrap_or_default();
        self.say_with(
            "summary",
            args! {
                model: escape(&model.name),
                image: if matches!(form.image, ImageAnswer::With(_)) { "yes" } else { "no" },
                price: self.credits(price),
                available: available.0,
                prompt: escape(&cut(&prompt, PROMPT_SHOWN_UNITS_MAX)),
            },
        )
    }

    pub(in crate::core::chat) fn choice(&self, choice: &Choice, chosen: bool) -> String {
        let label = choice.label.get(&self.language.to_string());
        let label = match choice.extra_credits {
            0 => label.to_owned(),
            extra => self.say_with("choice-extra", args! { label, extra }),
        };
        if chosen { format!("✓ {label}") } else { label }
    }

    pub(in crate::core::chat) fn too_many_orders(&self, wait: SignedDuration) -> String {
        // Rounded up: who comes back after the time that was named must not come too early.
        let minutes = wait.as_mins() + 1;
        if minutes < 120 {
            self.say_with("too-many-orders", args! { minutes })
        } else {
            self.say_with("too-many-orders-today", args! { hours: minutes / 60 + 1 })
        }
    }
}

/// "JPEG/PNG".
pub(in crate::core::chat) fn listed(types: &[ImageType]) -> String {
    types.iter().map(ToString::to_string).collect::<Vec<_>>().join("/")
}
