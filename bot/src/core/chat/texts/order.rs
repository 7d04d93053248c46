//! Texts of an order that are put together from several.

use jiff::SignedDuration;
use shared::catalog::{Choice, Choices, OptionKind, Variant};
use shared::image_type::ImageType;
use shared::job::{FollowUpKind, OptionValue};

use super::{Texts, args};

impl Texts {
    /// What a choice says.
    pub(in crate::core::chat) fn choice(&self, kind: OptionKind, choice: &Choice) -> String {
        if let Some(label) = &choice.label {
            return self.label(label);
        }
        match (kind, &choice.value) {
            (OptionKind::Length, value) => self.say_with("choice-length", args! { seconds: value.to_string() }),
            (OptionKind::Sound, OptionValue::Bool(true)) => self.say("choice-sound"),
            (OptionKind::Sound, _) => self.say("choice-no-sound"),
            (OptionKind::Quality, value) if value.to_string() == "4k" => "4K".to_owned(),
            (OptionKind::Format | OptionKind::Quality | OptionKind::Other, value) => value.to_string(),
        }
    }

    /// All that is chosen, in one line; with what cannot be chosen and people ask for: the length and the sound.
    pub(in crate::core::chat) fn options(&self, variant: &Variant, chosen: &Choices) -> String {
        let completed = variant.complete(chosen);
        let mut parts = Vec::new();
        for kind in OptionKind::ALL {
            let options = variant.options.iter().filter(|option| option.kind == kind);
            let choices = options.filter_map(|option| {
                let value = completed.get(&option.field)?;
                option.choices.iter().find(|choice| &choice.value == value)
            });
            let said: Vec<String> = choices.map(|choice| self.choice(kind, choice)).collect();
            match (kind, said.is_empty(), variant.seconds(chosen)) {
                (OptionKind::Length, true, Some(seconds)) => {
                    parts.push(self.say_with("choice-length", args! { seconds: seconds.to_string() }));
                }
                (OptionKind::Sound, true, _) => {
                    parts.push(self.say(if variant.has_sound(chosen) { "choice-sound" } else { "choice-no-sound" }));
                }
                _ => parts.extend(said),
            }
        }
        parts.join(" · ")
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

/// The name that texts have for what is made of a video: theirs begin with letters.
pub(in crate::core::chat) const fn follow_up_name(kind: FollowUpKind) -> &'static str {
    match kind {
        FollowUpKind::Extend => "extend",
        FollowUpKind::Upscale => "upscale",
        FollowUpKind::FullHd => "full-hd",
        FollowUpKind::UltraHd => "ultra-hd",
    }
}

/// "JPEG/PNG".
pub(in crate::core::chat) fn listed(types: &[ImageType]) -> String {
    types.iter().map(ToString::to_string).collect::<Vec<_>>().join("/")
}
