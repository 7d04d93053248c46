//! Words while an order is filled in.

use jiff::SignedDuration;
use shared::catalog::{Catalog, Choice, Model};
use shared::image_type::ImageType;

use super::{FluentValue, MESSAGE_UNITS_MAX, PROMPT_SHOWN_UNITS_MAX, Texts, cut, escape};
use crate::core::forms::{ImageAnswer, VideoForm};
use crate::core::ids::Credits;

/// Characters of a prompt shown while the model is asked for.
const PROMPT_HINT_UNITS_MAX: usize = 200;

impl Texts {
    pub(in crate::core::chat) fn ask_model(&self, catalog: &Catalog, prompt: Option<&str>) -> String {
        let mut lines = vec![self.say("ask-model")];
        for model in catalog.offered() {
            let about = escape(model.about.get(&self.language.to_string()));
            lines.push(self.say_with("ask-model-line", &[("model", escape(&model.name)), ("about", about)]));
        }
        if let Some(prompt) = prompt {
            let prompt = escape(&cut(prompt, PROMPT_HINT_UNITS_MAX));
            lines.push(String::new());
            lines.push(self.say_with("ask-model-prompt", &[("prompt", prompt)]));
        }
        lines.join("\n")
    }

    pub(in crate::core::chat) fn model_button(&self, model: &Model) -> String {
        self.say_with("model-button", &[("model", model.name.as_str().into()), ("from", model.price_from().into())])
    }

    pub(in crate::core::chat) fn ask_prompt(&self, model: &Model) -> String {
        let variants = [&model.text, &model.image].into_iter().flatten();
        // Telegram cuts a longer text into several messages.
        let max = variants.map(|variant| variant.prompt_chars_max).min().unwrap_or_default().min(MESSAGE_UNITS_MAX);
        self.say_with("ask-prompt", &[("model", escape(&model.name)), ("max", max.into())])
    }

    pub(in crate::core::chat) fn prompt_too_long(&self, model: &str, chars: usize, max: usize) -> String {
        self.say_with("prompt-too-long", &[("model", escape(model)), ("chars", chars.into()), ("max", max.into())])
    }

    pub(in crate::core::chat) fn ask_image(&self, model: &Model, required: bool) -> String {
        let input = model.image.as_ref().and_then(|variant| variant.image.as_ref());
        let types = input.map_or(&[][..], |input| &input.types);
        let megabytes = input.map_or(0, |input| input.megabytes_max);
        let key = if required { "ask-image-required" } else { "ask-image" };
        let arguments = [("model", escape(&model.name)), ("types", self.types(types)), ("megabytes", megabytes.into())];
        self.say_with(key, &arguments)
    }

    pub(in crate::core::chat) fn not_an_image(&self, types: &[ImageType]) -> String {
        self.say_with("not-an-image", &[("types", self.types(types))])
    }

    pub(in crate::core::chat) fn image_too_large(&self, bytes_max: u64) -> String {
        self.say_with("image-too-large", &[("megabytes", (bytes_max / (1024 * 1024)).into())])
    }

    pub(in crate::core::chat) fn summary(
        &self,
        model: &Model,
        form: &VideoForm,
        price: Credits,
        available: Credits,
    ) -> String {
        let image = if matches!(form.image, ImageAnswer::With(_)) { "yes" } else { "no" };
        let prompt = escape(&cut(form.prompt.as_deref().unwrap_or_default(), PROMPT_SHOWN_UNITS_MAX));
        let arguments = [
            ("model", escape(&model.name)),
            ("image", image.into()),
            ("price", self.credits(price)),
            ("balance", self.credits(available)),
            ("prompt", prompt),
        ];
        self.say_with("summary", &arguments)
    }

    pub(in crate::core::chat) fn confirm_button(&self, price: Credits) -> String {
        self.say_with("confirm-button", &[("credits", price.0.into())])
    }

    pub(in crate::core::chat) fn choice(&self, choice: &Choice, chosen: bool) -> String {
        let label = choice.label.get(&self.language.to_string());
        let label = match choice.extra_credits {
            0 => label.to_owned(),
            extra => self.say_with("choice-extra", &[("label", label.into()), ("extra", extra.into())]),
        };
        if chosen { format!("✓ {label}") } else { label }
    }

    pub(in crate::core::chat) fn not_enough(&self, price: Credits, available: Credits) -> String {
        let arguments =
            [("price", self.credits(price)), ("available", available.0.into()), ("balance", self.credits(available))];
        self.say_with("not-enough", &arguments)
    }

    pub(in crate::core::chat) fn too_many_orders(&self, wait: SignedDuration) -> String {
        // Rounded up: who comes back after the time that was named must not come too early.
        let minutes = wait.as_mins() + 1;
        if minutes < 120 {
            self.say_with("too-many-orders", &[("minutes", minutes.into())])
        } else {
            self.say_with("too-many-orders-today", &[("hours", (minutes / 60 + 1).into())])
        }
    }

    fn types(&self, types: &[ImageType]) -> FluentValue<'static> {
        types.iter().map(ToString::to_string).collect::<Vec<_>>().join("/").into()
    }
}
