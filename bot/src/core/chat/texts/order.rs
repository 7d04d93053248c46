//! Texts of an order that are put together from several.

use jiff::SignedDuration;
use shared::catalog::{Choice, Model};
use shared::image_type::ImageType;

use super::{MESSAGE_UNITS_MAX, PROMPT_SHOWN_UNITS_MAX, Texts, args, cut, escape};
use crate::core::forms::{ImageAnswer, VideoForm};
use crate::core::ids::Credits;

/// Characters of a prompt shown while the model is asked for.
const PROMPT_HINT_UNITS_MAX: usize = 200;

impl Texts {
    pub(in crate::core::chat) fn ask_model(&self, offered: &[&Model], prompt: Option<&str>) -> String {
        let mut lines = vec![self.say("ask-model")];
        for model in offered {
            let about = escape(model.about.get(&self.language.to_string()));
            lines.push(self.say_with("ask-model-line", args! { model: escape(&model.name), about }));
        }
        if let Some(prompt) = prompt {
            let prompt = escape(&cut(prompt, PROMPT_HINT_UNITS_MAX));
            lines.push(String::new());
            lines.push(self.say_with("ask-model-prompt", args! { prompt }));
        }
        lines.join("\n")
    }

    pub(in crate::core::chat) fn ask_prompt(&self, model: &Model) -> String {
        let variants = [&model.text, &model.image].into_iter().flatten();
        // Telegram cuts a longer text into several messages.
        let max = variants.map(|variant| variant.prompt_chars_max).min().unwrap_or_default().min(MESSAGE_UNITS_MAX);
        self.say_with("ask-prompt", args! { model: escape(&model.name), max })
    }

    pub(in crate::core::chat) fn ask_image(&self, model: &Model, required: bool) -> String {
        let input = model.image.as_ref().and_then(|variant| variant.image.as_ref());
        let types = input.map_or(&[][..], |input| &input.types);
        let megabytes = input.map_or(0, |input| input.megabytes_max);
        let key = if required { "ask-image-required" } else { "ask-image" };
        self.say_with(key, args! { model: escape(&model.name), types: listed(types), megabytes })
    }

    pub(in crate::core::chat) fn summary(
        &self,
        model: &Model,
        form: &VideoForm,
        price: Credits,
        available: Credits,
    ) -> String {
        self.say_with(
            "summary",
            args! {
                model: escape(&model.name),
                image: if matches!(form.image, ImageAnswer::With(_)) { "yes" } else { "no" },
                price: self.credits(price),
                balance: self.credits(available),
                prompt: escape(&cut(form.prompt.as_deref().unwrap_or_default(), PROMPT_SHOWN_UNITS_MAX)),
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
