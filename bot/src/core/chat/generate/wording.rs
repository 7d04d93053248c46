//! Help with the words of a prompt: what a model is good at, and words that one tap adds.
//!
//! A prompt is changed in one place, [`toggle`]: whatever else may better a prompt one day is put in there.

use shared::catalog::{Group, Model, OptionKind, Variant};

use crate::core::chat::callback_data::FormAction;
use crate::core::chat::keyboards::{answer, checked};
use crate::core::chat::texts::{Texts, args, escape};
use crate::core::effect::Button;
use crate::core::forms::{Prompt, VideoForm};

/// Words of camera, light and style, by the name of their button. The models are taught in English, so the words are, too.
pub(super) const STYLES: [(&str, &str); 9] = [
    ("style-dolly", "slow dolly-in"),
    ("style-drone", "aerial drone shot"),
    ("style-handheld", "handheld camera"),
    ("style-slow-motion", "slow motion"),
    ("style-golden", "golden hour light"),
    ("style-neon", "neon lights at night"),
    ("style-film", "35mm film look"),
    ("style-macro", "macro close-up"),
    ("style-animated", "3D animation style"),
];

/// How to write for this model.
pub(super) fn tips(texts: &Texts, model: &Model, variant: Option<&Variant>) -> String {
    let has_sound = variant.is_some_and(|variant| variant.has_sound(&Default::default()));
    let can_choose_sound = variant.is_some_and(Variant::has_choice_of_sound);
    let mut lines = vec![texts.say_with("tips", args! { model: escape(&model.name) }), texts.say("tips-scene")];
    lines.push(texts.say("tips-camera"));
    match (has_sound || can_choose_sound, model.group) {
        (true, Group::Speech) => lines.push(texts.say("tips-speech")),
        (true, Group::Long | Group::Cheap | Group::Photo) => lines.push(texts.say("tips-sound")),
        (false, _) => lines.push(texts.say("tips-silent")),
    }
    if variant.is_some_and(|variant| variant.images.is_some()) {
        lines.push(texts.say("tips-photo"));
    } else if variant.and_then(|variant| variant.option(OptionKind::Length)).is_some() {
        lines.push(texts.say("tips-length"));
    }
    lines.join("\n")
}

/// How to write, whatever the model.
pub(in crate::core::chat) fn tips_for_all(texts: &Texts) -> String {
    let keys = ["tips-all", "tips-scene", "tips-camera", "tips-speech", "tips-photo"];
    keys.map(|key| texts.say(key)).join("\n")
}

/// A button for each of the words; those that are in the prompt are checked.
pub(super) fn buttons(texts: &Texts, form: &VideoForm) -> Vec<Button> {
    let prompt = form.prompt.as_ref().map(Prompt::words).unwrap_or_default();
    let button = |(number, (name, words)): (usize, &(&str, &str))| {
        answer(form, checked(texts.say(name), prompt.contains(words)), FormAction::Style(number))
    };
    STYLES.iter().enumerate().map(button).collect()
}

/// Adds words to the prompt, or takes them out again.
pub(super) fn toggle(form: &mut VideoForm, number: usize) {
    let Some((_, words)) = STYLES.get(number) else { return };
    let Some(prompt) = form.prompt.as_ref().map(Prompt::words) else { return };
    let added = format!(", {words}");
    let changed = match prompt.find(&added) {
        Some(at) => [&prompt[..at], &prompt[at + added.len()..]].concat(),
        None if prompt.contains(words) => return,
        None => format!("{}{added}", prompt.trim_end_matches(['.', ' ', ','])),
    };
    form.prompt = Some(Prompt::of_earlier_order(changed));
}
