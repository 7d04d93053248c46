//! The card of an order: all of it at a glance, and the choices that it turns into.

use shared::catalog::{Group, ImageRole, Model, Variant};
use shared::job::{ImageUse, ModelId};

use super::{image_inputs, wording};
use crate::core::chat::Person;
use crate::core::chat::callback_data::FormAction;
use crate::core::chat::keyboards::{self, answer, cancel, checked};
use crate::core::chat::texts::{PROMPT_SHOWN_UNITS_MAX, Texts, args, cut, escape, follow_up_name, quote};
use crate::core::effect::{Button, ButtonStyle, Keyboard};
use crate::core::forms::{Panel, Question, VideoForm};
use crate::core::ids::Credits;
use crate::core::models::{self, health};
use crate::core::policy::Policy;
use crate::core::turn::Turn;
use crate::core::{CoreError, ledger};

/// UTF-16 units of a prompt that are shown while the model is chosen.
const PROMPT_HINT_UNITS_MAX: usize = 200;

/// Buttons of short labels in a row.
const IN_A_ROW: usize = 3;

/// What is shown of an order.
struct Card<'a> {
    policy: &'a Policy,
    texts: &'a Texts,
    form: &'a VideoForm,
    /// Models that often fail at present.
    failing: Vec<ModelId>,
}

/// The message with the card of an order.
pub(super) fn render(turn: &Turn<'_>, person: &Person, form: &VideoForm) -> Result<(String, Keyboard), CoreError> {
    let available = ledger::available(turn, person.id)?;
    let card = Card { policy: turn.policy(), texts: &person.texts, form, failing: health::failing(turn)? };
    let question = form.question(turn.policy(), available);
    if matches!(question, Question::Model) || matches!(form.panel, Panel::Models | Panel::MoreModels) {
        let off = models::not_offered(turn)?;
        let offered = turn.policy().catalog.offered().filter(|model| !off.contains(&model.id)).collect::<Vec<_>>();
        return Ok(card.models(&offered));
    }
    let Some(model) = form.model(turn.policy()) else { return Ok((String::new(), Keyboard::default())) };
    Ok(match form.panel {
        Panel::Options => card.options(model, available),
        Panel::Images => card.images(model),
        Panel::Tips => card.tips(model),
        Panel::Card | Panel::Models | Panel::MoreModels => card.whole(model, &question, available),
    })
}

impl Card<'_> {
    /// The order, what is missing of it, and a row for each part that can be changed.
    fn whole(&self, model: &Model, question: &Question<'_>, available: Credits) -> (String, Keyboard) {
        let Self { texts, form, .. } = self;
        // A quotation is a paragraph by itself.
        let above: Vec<String> = [Some(self.head(model)), self.warning(model), self.prompt(), self.image_lines(model)]
            .into_iter()
            .flatten()
            .collect();
        let between = if above.last().is_some_and(|last| last.ends_with("</blockquote>")) { "\n" } else { "\n\n" };
        let html = [above.join("\n"), self.need(question, available)].join(between);
        let mut rows = Vec::new();
        match question {
            Question::Confirm { price, .. } => {
                let label = texts.say_with("confirm-button", args! { credits: price.0 });
                let action = FormAction::Confirm { price: *price, revision: form.revision };
                rows.push(vec![answer(form, label, action).styled(ButtonStyle::Success)]);
            }
            Question::Credits { price, .. } => {
                rows.extend(keyboards::packs(texts, &self.policy.packs, *price - available).0);
            }
            Question::Model | Question::Blank(_) | Question::Prompt | Question::Image(_) | Question::Wait => {}
        }
        rows.extend(self.parts(model));
        if form.prompt_before.is_some() {
            rows.push(vec![answer(form, texts.button("prompt-before"), FormAction::PromptBefore)]);
        }
        let tips = (!form.takes_no_prompt(self.policy))
            .then(|| answer(form, texts.button("tips"), FormAction::Open(Panel::Tips)));
        rows.push(tips.into_iter().chain([cancel(texts, form)]).collect());
        (html, Keyboard(rows))
    }

    /// A row each for the model, the options and the images.
    fn parts(&self, model: &Model) -> Vec<Vec<Button>> {
        let Self { texts, form, policy, .. } = self;
        if form.follow_up.is_some() {
            return Vec::new();
        }
        let open = |label: String, panel| answer(form, label, FormAction::Open(panel));
        let mut rows =
            vec![vec![open(texts.say_with("card-model", args! { model: model.name.as_str() }), Panel::Models)]];
        let options = form.variant_in_view(policy).filter(|variant| !variant.options.is_empty());
        if let Some(variant) = options {
            let options = texts.options(variant, &form.options);
            rows.push(vec![open(texts.say_with("card-options", args! { options }), Panel::Options)]);
        }
        if model.images_max() > 0 {
            let label = texts.say_with("card-images", args! { images: form.images.len() });
            rows.push(vec![open(label, Panel::Images)]);
        }
        rows
    }

    /// The model and what was chosen of it.
    fn head(&self, model: &Model) -> String {
        let Self { texts, form, policy, .. } = self;
        let name = escape(&model.name);
        if let Some(follow_up) = &form.follow_up {
            return texts.say_with("card-follow-up", args! { model: name, kind: follow_up_name(follow_up.kind) });
        }
        let options = form.variant_in_view(policy).map(|variant| texts.options(variant, &form.options));
        match options.filter(|options| !options.is_empty()) {
            Some(options) => texts.say_with("card-head", args! { model: name, options: escape(&options) }),
            None => texts.say_with("card-head-plain", args! { model: name }),
        }
    }

    /// That the model often fails at present.
    fn warning(&self, model: &Model) -> Option<String> {
        self.failing.contains(&model.id).then(|| self.texts.say("card-often-fails"))
    }

    fn prompt(&self) -> Option<String> {
        let words = cut(&self.form.prompt.as_ref()?.words(), PROMPT_SHOWN_UNITS_MAX);
        Some(quote(&words))
    }

    /// What each image is for, a line each.
    fn image_lines(&self, model: &Model) -> Option<String> {
        let Self { texts, form, .. } = self;
        let inputs = image_inputs(form, model).filter(|_| !form.images.is_empty())?;
        let line = |(number, slot): (usize, &shared::catalog::ImageSlot)| {
            texts.say_with("card-image", args! { number: number + 1, role: role(slot.role) })
        };
        let lines: Vec<String> = inputs.slots.iter().take(form.images.len()).enumerate().map(line).collect();
        Some(lines.join("\n"))
    }

    /// The price, or what is missing.
    fn need(&self, question: &Question<'_>, available: Credits) -> String {
        let Self { texts, .. } = self;
        match question {
            Question::Confirm { price, .. } => {
                texts.say_with("card-price", args! { price: texts.credits(*price), available: available.0 })
            }
            Question::Credits { price, available, .. } => {
                texts.say_with("not-enough", args! { price: texts.credits(*price), available: available.0 })
            }
            Question::Blank(blank) => {
                let (template, filled) = self
                    .form
                    .template
                    .as_ref()
                    .map_or(("", 0), |template| (template.id.as_str(), template.words.len()));
                let (ask, example) = texts.blank(template, filled + 1, blank);
                texts.say_with("ask-blank", args! { ask: escape(&ask), example: escape(&example) })
            }
            Question::Prompt if self.form.follow_up.is_some() => texts.say("ask-what-next"),
            Question::Prompt => texts.say("ask-prompt"),
            Question::Image(model) => texts.say_with("ask-image-required", args! { model: escape(&model.name) }),
            Question::Model | Question::Wait => texts.say("image-received"),
        }
    }

    /// The models: those that are seen first, or the others by what they are for.
    fn models(&self, offered: &[&Model]) -> (String, Keyboard) {
        let Self { texts, form, .. } = self;
        let is_first = |model: &&&Model| model.featured;
        let has_more = offered.iter().any(|model| !model.featured) && offered.iter().any(|model| model.featured);
        let shows_more = has_more && form.panel == Panel::MoreModels;
        let mut lines = Vec::new();
        let mut shown: Vec<&Model> = Vec::new();
        if shows_more {
            for group in Group::ALL {
                let of_group: Vec<&Model> =
                    offered.iter().filter(|model| !model.featured && model.group == group).copied().collect();
                if !of_group.is_empty() {
                    lines.push(texts.say(&format!("models-{}", group.as_str())));
                    lines.extend(of_group.iter().map(|model| self.model_line(model)));
                    lines.push(String::new());
                    shown.extend(of_group);
                }
            }
        } else {
            lines.push(texts.say("ask-model"));
            shown = if has_more { offered.iter().filter(is_first).copied().collect() } else { offered.to_vec() };
            lines.extend(shown.iter().map(|model| self.model_line(model)));
        }
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        if let Some(prompt) = &form.prompt {
            let prompt = escape(&cut(&prompt.words(), PROMPT_HINT_UNITS_MAX));
            lines.push(String::new());
            lines.push(texts.say_with("ask-model-prompt", args! { prompt }));
        }
        let button = |model: &&Model| {
            let is_chosen = form.model.as_ref() == Some(&model.id);
            let label = texts.say_with("model-button", args! { model: model.name.as_str(), from: model.price_from() });
            vec![answer(form, checked(label, is_chosen), FormAction::Model(model.id.clone()))]
        };
        let mut rows: Vec<Vec<Button>> = shown.iter().map(button).collect();
        if shows_more {
            rows.push(vec![answer(form, texts.button("fewer-models"), FormAction::Open(Panel::Models))]);
        } else if has_more {
            rows.push(vec![answer(form, texts.button("more-models"), FormAction::Open(Panel::MoreModels))]);
        }
        let back = form.model.is_some().then(|| answer(form, texts.button("back"), FormAction::Open(Panel::Card)));
        rows.push(back.into_iter().chain([cancel(texts, form)]).collect());
        (lines.join("\n"), Keyboard(rows))
    }

    fn model_line(&self, model: &Model) -> String {
        let about = escape(&self.texts.about(model));
        let fails = if self.failing.contains(&model.id) { "yes" } else { "no" };
        self.texts.say_with("ask-model-line", args! { model: escape(&model.name), about, fails })
    }

    /// Each option, its choices in rows; a choice that changes the price says what it comes to.
    fn options(&self, model: &Model, available: Credits) -> (String, Keyboard) {
        let Self { texts, form, policy, .. } = self;
        let Some(variant) = form.variant_in_view(policy) else { return (String::new(), Keyboard::default()) };
        let images = form.images.len().max(*variant.image_counts().start());
        let price = variant.price(&form.options, images);
        let completed = variant.complete(&form.options);
        let mut rows = Vec::new();
        for (at, option) in variant.options.iter().enumerate() {
            let allowed: Vec<_> = variant.allowed(option, &form.options).collect();
            let button = |(number, choice): (usize, &shared::catalog::Choice)| {
                let is_allowed = allowed.iter().any(|allowed| allowed.value == choice.value);
                let mut chosen = form.options.clone();
                chosen.insert(option.field.clone(), choice.value.clone());
                let comes_to = variant.price(&chosen, images);
                let mut label = texts.choice(option.kind, choice);
                if comes_to != price {
                    let more = i64::from(comes_to) - i64::from(price);
                    label =
                        texts.say_with("choice-price", args! { label, more: format!("{more:+}").replace('-', "−") });
                }
                let label = checked(label, completed.get(&option.field) == Some(&choice.value));
                is_allowed.then(|| answer(form, label, FormAction::Choose { option: at, choice: number }))
            };
            let buttons: Vec<Button> = option.choices.iter().enumerate().filter_map(button).collect();
            rows.extend(buttons.chunks(IN_A_ROW).map(<[Button]>::to_vec));
        }
        rows.push(vec![answer(form, texts.button("done"), FormAction::Open(Panel::Card))]);
        let price = texts.credits(Credits::from(price));
        let price = texts.say_with("card-price", args! { price, available: available.0 });
        ([self.head(model), price].join("\n\n"), Keyboard(rows))
    }

    /// How to write for the model, and words that can be added.
    fn tips(&self, model: &Model) -> (String, Keyboard) {
        let Self { texts, form, policy, .. } = self;
        let mut parts = vec![wording::tips(texts, model, form.variant_in_view(policy))];
        let mut rows = Vec::new();
        if let Some(prompt) = self.prompt() {
            parts.push([prompt, texts.say("ask-style")].join("\n"));
            rows.extend(wording::buttons(texts, form).chunks(2).map(<[Button]>::to_vec));
        }
        rows.push(vec![answer(form, texts.button("done"), FormAction::Open(Panel::Card))]);
        (parts.join("\n\n"), Keyboard(rows))
    }

    /// The images, what each is for, and what can be done about them.
    fn images(&self, model: &Model) -> (String, Keyboard) {
        let Self { texts, form, .. } = self;
        let count = form.images.len();
        let room = model.images_max().saturating_sub(count);
        let mut parts = vec![self.head(model)];
        parts.extend(self.image_lines(model));
        let ask = if count == 0 {
            "ask-image"
        } else if room > 0 {
            "ask-image-more"
        } else {
            "images-full"
        };
        parts.push(texts.say_with(ask, args! { room }));
        let remove = |(at, image): (usize, &crate::core::forms::FormImage)| {
            let label = texts.say_with("button-drop-image", args! { number: at + 1 });
            answer(form, label, FormAction::DropImage(image.number))
        };
        let buttons: Vec<Button> = form.images.iter().enumerate().map(remove).collect();
        let mut rows: Vec<Vec<Button>> = buttons.chunks(IN_A_ROW).map(<[Button]>::to_vec).collect();
        if count > 1 {
            rows.push(vec![answer(form, texts.button("turn-images"), FormAction::TurnImages)]);
        }
        let takes = |variant: &Option<Variant>| {
            variant.as_ref().is_some_and(|variant| (1..=variant.images_max()).contains(&count))
        };
        if takes(&model.image) && takes(&model.references) {
            let (label, image_use) = match form.inputs(model).image_use {
                ImageUse::Frames => (texts.button("as-references"), ImageUse::References),
                ImageUse::References => (texts.button("as-frames"), ImageUse::Frames),
            };
            rows.push(vec![answer(form, label, FormAction::UseImages(image_use))]);
        }
        rows.push(vec![answer(form, texts.button("done"), FormAction::Open(Panel::Card))]);
        (parts.join("\n\n"), Keyboard(rows))
    }
}

const fn role(role: ImageRole) -> &'static str {
    match role {
        ImageRole::FirstFrame => "first",
        ImageRole::LastFrame => "last",
        ImageRole::Reference => "reference",
    }
}
