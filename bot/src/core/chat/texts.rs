//! Every sentence that the bot can say, one function each. The words are in `locales/<language>/*.ftl`; another language
//! is another folder, and what it lacks is said in English.
//!
//! What a person wrote, and any name, is escaped here before it gets between Telegram's HTML tags.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader as _, langid, static_loader};
use shared::catalog::{Catalog, Choice, Model};
use shared::image_type::ImageType;
use shared::job::{BlockReason, FailureReason};

use super::command::Command;
use crate::core::Pack;
use crate::core::forms::{Picture, VideoForm};
use crate::core::ids::{Credits, Stars, UserId};
use crate::core::jobs::delivery::cut;
use crate::core::jobs::{Job, Money, Progress};
use crate::core::payments::CheckoutRefusal;

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "en",
        // Isolation marks would ride along into links, captions and button labels.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// Longest text of a message, in UTF-16 units.
/// Source: core.telegram.org/bots/api#sendmessage
const MESSAGE_UNITS_MAX: usize = 4096;

/// Characters of a prompt that a summary shows; with the markup it stays within a message.
const PROMPT_SHOWN_UNITS_MAX: usize = 3000;

/// Characters of a prompt shown while the model is asked for.
const PROMPT_HINT_UNITS_MAX: usize = 200;

const ENGLISH: LanguageIdentifier = langid!("en");

/// The bot's words in one language.
#[derive(Debug, Clone)]
pub struct Texts {
    language: LanguageIdentifier,
}

type Arguments<'a> = [(&'static str, FluentValue<'a>)];

impl Texts {
    /// The words in this language (an IETF tag), in its base language, or in English.
    #[must_use]
    pub fn for_language(tag: &str) -> Self {
        let base = tag.split('-').next().unwrap_or_default();
        let known = |tag: &str| tag.parse().ok().filter(|id| LOCALES.locales().any(|locale| locale == id));
        Self { language: known(tag).or_else(|| known(base)).unwrap_or(ENGLISH) }
    }

    /// The words for operators.
    #[must_use]
    pub fn for_operators() -> Self {
        Self { language: ENGLISH }
    }

    /// The languages that there are words in, English first.
    #[must_use]
    pub fn languages() -> Vec<String> {
        let mut languages: Vec<String> = LOCALES.locales().map(ToString::to_string).collect();
        languages.sort_by_key(|language| (language != "en", language.clone()));
        languages
    }

    /// The menu of commands: name and description.
    #[must_use]
    pub fn menu(&self) -> Vec<(&'static str, String)> {
        let describe = |name: &&'static str| (*name, self.say(&format!("command-{name}"), &[]));
        Command::MENU.iter().map(describe).collect()
    }

    /// What Telegram shows in an empty chat, at most 512 characters.
    #[must_use]
    pub fn bot_description(&self) -> String {
        self.say("bot-description", &[])
    }

    /// What Telegram shows on the bot's page, at most 120 characters.
    #[must_use]
    pub fn bot_short_description(&self) -> String {
        self.say("bot-short-description", &[])
    }

    fn say(&self, key: &str, arguments: &Arguments<'_>) -> String {
        let arguments: HashMap<Cow<'static, str>, FluentValue<'_>> =
            arguments.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
        LOCALES.lookup_with_args(&self.language, key, &arguments)
    }

    /// "1 credit", "5 credits".
    fn credits(&self, credits: Credits) -> FluentValue<'static> {
        self.say("credits", &[("credits", credits.0.into())]).into()
    }
}

/// Start and help.
impl Texts {
    pub(super) fn welcome(&self, available: Credits) -> String {
        self.say("welcome", &[("balance", self.credits(available))])
    }

    pub(super) fn help(&self) -> String {
        self.say("help", &[])
    }

    pub(super) fn hint(&self) -> String {
        self.say("hint", &[])
    }

    pub(super) fn unknown_command(&self) -> String {
        self.say("unknown-command", &[])
    }

    pub(super) fn order_still_open(&self) -> String {
        self.say("order-still-open", &[])
    }

    pub(super) fn private_only(&self) -> String {
        self.say("private-only", &[])
    }

    pub(super) fn terms(&self) -> String {
        self.say("terms", &[])
    }

    /// The label of a button: `button-<name>`.
    pub(super) fn button(&self, name: &str) -> String {
        self.say(&format!("button-{name}"), &[])
    }
}

/// Credits.
impl Texts {
    pub(super) fn balance(&self, available: Credits, held: Credits) -> String {
        let balance = ("balance", self.credits(available));
        if held == Credits::ZERO {
            return self.say("balance", &[balance]);
        }
        self.say("balance-held", &[balance, ("held", self.credits(held))])
    }

    pub(super) fn offer(&self, available: Credits) -> String {
        self.say("offer", &[("balance", self.credits(available))])
    }

    pub(super) fn pack(&self, pack: Pack) -> String {
        self.say("pack", &[("credits", pack.credits.0.into()), ("stars", pack.stars.0.into())])
    }

    pub(super) fn pack_gone(&self) -> String {
        self.say("pack-gone", &[])
    }

    pub(in crate::core) fn invoice_title(&self, credits: Credits) -> String {
        self.say("invoice-title", &[("credits", credits.0.into())])
    }

    pub(in crate::core) fn invoice_description(&self, credits: Credits) -> String {
        self.say("invoice-description", &[("credits", credits.0.into())])
    }

    pub(in crate::core) fn receipt(&self, bought: Credits, available: Credits) -> String {
        self.say("receipt", &[("bought", self.credits(bought)), ("balance", self.credits(available))])
    }

    pub(in crate::core) fn payment_unmatched(&self) -> String {
        self.say("payment-unmatched", &[])
    }

    pub(in crate::core) fn payment_revoked(&self, bought: Credits, available: Credits) -> String {
        self.say("payment-revoked", &[("bought", self.credits(bought)), ("balance", self.credits(available))])
    }

    pub(in crate::core) fn checkout_refused(&self, refusal: CheckoutRefusal) -> String {
        let key = match refusal {
            CheckoutRefusal::NotOurs => "checkout-not-ours",
            CheckoutRefusal::NotYours => "checkout-not-yours",
            CheckoutRefusal::PriceChanged => "checkout-price-changed",
            CheckoutRefusal::TooOld => "checkout-too-old",
            CheckoutRefusal::AlreadyPaid => "checkout-already-paid",
        };
        self.say(key, &[])
    }
}

/// An order.
impl Texts {
    pub(super) fn ask_model(&self, catalog: &Catalog, prompt: Option<&str>) -> String {
        let mut lines = vec![self.say("ask-model", &[])];
        for model in catalog.models() {
            let about = escape(model.about.get(&self.language.to_string()));
            lines.push(self.say("ask-model-line", &[("model", escape(&model.name)), ("about", about)]));
        }
        if let Some(prompt) = prompt {
            let prompt = escape(&cut(prompt, PROMPT_HINT_UNITS_MAX));
            lines.push(String::new());
            lines.push(self.say("ask-model-prompt", &[("prompt", prompt)]));
        }
        lines.join("\n")
    }

    pub(super) fn model_button(&self, model: &Model) -> String {
        self.say("model-button", &[("model", model.name.as_str().into()), ("from", model.price_from().into())])
    }

    pub(super) fn ask_prompt(&self, model: &Model) -> String {
        let variants = [&model.text, &model.image].into_iter().flatten();
        // Telegram cuts a longer text into several messages.
        let max = variants.map(|variant| variant.prompt_chars_max).min().unwrap_or_default().min(MESSAGE_UNITS_MAX);
        self.say("ask-prompt", &[("model", escape(&model.name)), ("max", max.into())])
    }

    pub(super) fn prompt_empty(&self) -> String {
        self.say("prompt-empty", &[])
    }

    pub(super) fn prompt_too_long(&self, model: &str, chars: usize, max: usize) -> String {
        self.say("prompt-too-long", &[("model", escape(model)), ("chars", chars.into()), ("max", max.into())])
    }

    pub(super) fn cannot_use_that(&self) -> String {
        self.say("cannot-use-that", &[])
    }

    pub(super) fn ask_picture(&self, model: &Model, required: bool) -> String {
        let input = model.image.as_ref().and_then(|variant| variant.image.as_ref());
        let types = input.map_or(&[][..], |input| &input.types);
        let megabytes = input.map_or(0, |input| input.megabytes_max);
        let key = if required { "ask-picture-required" } else { "ask-picture" };
        let arguments = [("model", escape(&model.name)), ("types", self.types(types)), ("megabytes", megabytes.into())];
        self.say(key, &arguments)
    }

    pub(super) fn expected_a_picture(&self) -> String {
        self.say("expected-a-picture", &[])
    }

    pub(super) fn looking_at_picture(&self) -> String {
        self.say("looking-at-picture", &[])
    }

    pub(super) fn not_a_picture(&self, types: &[ImageType]) -> String {
        self.say("not-a-picture", &[("types", self.types(types))])
    }

    pub(super) fn picture_too_large(&self, bytes_max: u64) -> String {
        self.say("picture-too-large", &[("megabytes", (bytes_max / (1024 * 1024)).into())])
    }

    pub(super) fn picture_unavailable(&self) -> String {
        self.say("picture-unavailable", &[])
    }

    pub(super) fn one_picture_is_enough(&self) -> String {
        self.say("one-picture-is-enough", &[])
    }

    pub(super) fn model_takes_no_picture(&self) -> String {
        self.say("model-takes-no-picture", &[])
    }

    pub(super) fn model_gone(&self) -> String {
        self.say("model-gone", &[])
    }

    pub(super) fn summary(&self, model: &Model, form: &VideoForm, price: Credits, available: Credits) -> String {
        let picture = if matches!(form.picture, Picture::With(_)) { "yes" } else { "no" };
        let prompt = escape(&cut(form.prompt.as_deref().unwrap_or_default(), PROMPT_SHOWN_UNITS_MAX));
        let arguments = [
            ("model", escape(&model.name)),
            ("picture", picture.into()),
            ("price", self.credits(price)),
            ("balance", self.credits(available)),
            ("prompt", prompt),
        ];
        self.say("summary", &arguments)
    }

    pub(super) fn confirm_button(&self, price: Credits) -> String {
        self.say("confirm-button", &[("credits", price.0.into())])
    }

    pub(super) fn choice(&self, choice: &Choice, chosen: bool) -> String {
        let label = choice.label.get(&self.language.to_string());
        let label = match choice.extra_credits {
            0 => label.to_owned(),
            extra => self.say("choice-extra", &[("label", label.into()), ("extra", extra.into())]),
        };
        if chosen { format!("✓ {label}") } else { label }
    }

    pub(super) fn what_to_change(&self) -> String {
        self.say("what-to-change", &[])
    }

    pub(super) fn not_enough(&self, price: Credits, available: Credits) -> String {
        let arguments =
            [("price", self.credits(price)), ("available", available.0.into()), ("balance", self.credits(available))];
        self.say("not-enough", &arguments)
    }

    pub(super) fn order_dropped(&self) -> String {
        self.say("order-dropped", &[])
    }

    pub(super) fn nothing_to_cancel(&self) -> String {
        self.say("nothing-to-cancel", &[])
    }

    pub(super) fn old_button(&self) -> String {
        self.say("old-button", &[])
    }

    pub(super) fn already_placed(&self) -> String {
        self.say("already-placed", &[])
    }

    pub(super) fn order_changed(&self) -> String {
        self.say("order-changed", &[])
    }

    pub(super) fn prompt_replaced(&self) -> String {
        self.say("prompt-replaced", &[])
    }

    pub(super) fn placed(&self) -> String {
        self.say("placed", &[])
    }

    pub(super) fn paused(&self) -> String {
        self.say("paused", &[])
    }

    pub(super) fn paused_briefly(&self) -> String {
        self.say("paused-briefly", &[])
    }

    fn types(&self, types: &[ImageType]) -> FluentValue<'static> {
        types.iter().map(ToString::to_string).collect::<Vec<_>>().join("/").into()
    }
}

/// A job.
impl Texts {
    /// `place` is that of a job in the queue; none while the provider takes no orders.
    pub(in crate::core) fn job_status(&self, job: &Job, model: &str, place: Option<i64>) -> String {
        let key = match job.progress {
            Progress::Queued if place.is_none() => "status-queued-paused",
            Progress::Queued => "status-queued",
            Progress::Published => "status-published",
            Progress::Submitted => "status-submitted",
            Progress::Ready => "status-ready",
            Progress::Delivered if job.money == Money::Released => "status-delivered-free",
            Progress::Delivered => "status-delivered",
            Progress::Failed => "status-failed",
            Progress::Cancelled => "status-cancelled",
            Progress::Undeliverable if job.money == Money::Released => "status-lost",
            Progress::Undeliverable => "status-undeliverable",
        };
        let place = place.unwrap_or_default().into();
        self.say(key, &[("model", escape(model)), ("price", self.credits(job.price)), ("place", place)])
    }

    pub(in crate::core) fn job_failed(&self, reason: FailureReason, price: Credits, available: Credits) -> String {
        let reason = self.say(&format!("failed-{}", reason.as_str()), &[]);
        let arguments =
            [("reason", reason.into()), ("price", self.credits(price)), ("balance", self.credits(available))];
        self.say("failed", &arguments)
    }

    pub(in crate::core) fn video_lost(&self, price: Credits, available: Credits) -> String {
        self.say("video-lost", &[("price", self.credits(price)), ("balance", self.credits(available))])
    }

    pub(super) fn job_cancelled(&self) -> String {
        self.say("job-cancelled", &[])
    }

    pub(super) fn cancel_too_late(&self) -> String {
        self.say("cancel-too-late", &[])
    }

    pub(in crate::core) fn video_as_link(&self) -> String {
        self.say("video-as-link", &[])
    }
}

/// Payment support.
impl Texts {
    pub(super) fn support(&self) -> String {
        self.say("support", &[])
    }

    pub(super) fn support_needs_words(&self) -> String {
        self.say("support-needs-words", &[])
    }

    pub(super) fn support_cancelled(&self) -> String {
        self.say("support-cancelled", &[])
    }

    pub(super) fn support_received(&self, number: i64) -> String {
        self.say("support-received", &[("number", number.into())])
    }
}

/// For operators.
impl Texts {
    pub(in crate::core) fn provider_changed(&self, blocked: Option<BlockReason>) -> String {
        match blocked {
            Some(reason) => self.say("operators-provider-blocked", &[("reason", reason.as_str().into())]),
            None => self.say("operators-provider-ok", &[]),
        }
    }

    pub(in crate::core) fn foreign_payment(&self, user: UserId, charge: &str, stars: Stars) -> String {
        let arguments = [
            ("user", FluentValue::from(user.to_string())),
            ("charge", escape(charge)),
            ("stars", stars.to_string().into()),
        ];
        self.say("operators-foreign-payment", &arguments)
    }

    pub(super) fn support_request(&self, number: i64, user: UserId, words: &str) -> String {
        // Numbers are passed as text where they are names: no thousands separators.
        let arguments = [
            ("number", FluentValue::from(number.to_string())),
            ("user", user.to_string().into()),
            ("request", escape(&cut(words, PROMPT_SHOWN_UNITS_MAX))),
        ];
        self.say("operators-support-request", &arguments)
    }

    pub(crate) fn put_aside(&self, reason: &str) -> String {
        self.say("operators-put-aside", &[("reason", escape(&cut(reason, 300)))])
    }
}

/// Makes a text harmless between Telegram's HTML tags.
/// Source: core.telegram.org/bots/api#html-style
fn escape(text: &str) -> FluentValue<'static> {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").into()
}
