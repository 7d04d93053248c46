//! The bot's words: `texts.say("key")`, or `texts.say_with("key", args! { name: value })`. The words themselves are in
//! `locales/<language>/*.ftl`; another language is another folder, and what it lacks is said in English.
//!
//! In languages that are written from right to left, names in Latin letters are kept together as they stand
//! ([`right_to_left`]). What a person wrote, and any name, goes through [`escape`] before it gets between Telegram's HTML tags. Amounts of
//! credits go in as words ([`Texts::credits`]), numbers that are names without separators ([`name`]). The modules below
//! have the texts that are put together from several; a test holds every key and every value to the files of words.

use std::sync::{Arc, LazyLock};

pub(super) use fluent_bundle::FluentValue;
use url::Url;

use super::command::{Command, OperatorCommand};
use crate::core::ids::Credits;
use crate::core::role::Role;

mod admin;
mod catalog;
mod locales;
mod operators;
mod order;
mod purchases;
mod right_to_left;
mod shop;

pub use catalog::built_in_lines;
pub(super) use order::{follow_up_name, listed};
pub(super) use purchases::eligibility_name;

use locales::{Locale, Locales, Words};

/// The values that stand in a text: `args! { balance: texts.credits(available), number }`.
macro_rules! args {
    ($($name:ident $(: $value:expr)?),* $(,)?) => {
        &[$((stringify!($name), $crate::core::chat::texts::FluentValue::from(args!(@value $name $(, $value)?)))),*]
    };
    (@value $name:ident) => { $name };
    (@value $name:ident, $value:expr) => { $value };
}
pub(super) use args;

/// Characters of a prompt that a summary shows; with the markup it stays within a message.
pub(super) const PROMPT_SHOWN_UNITS_MAX: usize = 3000;

/// A quotation that is longer than so many UTF-16 units is folded.
const QUOTE_OPEN_UNITS_MAX: usize = 220;

/// The bot's words in one language.
#[derive(Debug, Clone)]
pub struct Texts {
    /// Those of a folder of words.
    words: Arc<Words>,
    /// The language of the person, which data files may have words in though no folder does: an IETF tag in lower case.
    tag: String,
}

impl Texts {
    /// The words in this language (an IETF tag), in its base language, or in English.
    #[must_use]
    pub fn for_language(tag: &str) -> Self {
        let tag = of_today(tag);
        Self { words: Arc::clone(locale(&tag).words()), tag }
    }

    /// The same for a single look at every language: the words are read for it, and are not kept.
    #[must_use]
    pub fn read_once(tag: &str) -> Self {
        let tag = of_today(tag);
        Self { words: Arc::new(locale(&tag).read()), tag }
    }

    /// The words in English, which many people type whatever they speak.
    pub(super) fn english() -> Self {
        Self { words: Arc::clone(Locales::built_in().english().words()), tag: String::new() }
    }

    /// The languages that there are words in, English first.
    #[must_use]
    pub fn languages() -> Vec<String> {
        Locales::built_in().all().iter().map(|locale| locale.language.to_string()).collect()
    }

    /// The menu of commands: name and description.
    #[must_use]
    pub fn menu(&self) -> Vec<(&'static str, String)> {
        let describe = |name: &&'static str| (*name, self.say(&format!("command-{name}")));
        Command::MENU.iter().map(describe).collect()
    }

    /// The menu of an operator: what their role lets them do, then what everybody can.
    #[must_use]
    pub fn menu_of_operator(&self, role: Role) -> Vec<(&'static str, String)> {
        self.operator_commands(role).into_iter().chain(self.menu()).collect()
    }

    /// The operators' commands that this role lets one use: name and description.
    pub(super) fn operator_commands(&self, role: Role) -> Vec<(&'static str, String)> {
        let able = OperatorCommand::ALL.into_iter().filter(|command| role.may(command.needs()));
        able.map(|command| (command.as_str(), self.say(&format!("command-{}", command.as_str())))).collect()
    }

    /// What Telegram shows in an empty chat, at most 512 characters.
    #[must_use]
    pub fn bot_description(&self) -> String {
        self.say("bot-description")
    }

    /// What Telegram shows on the bot's page, at most 120 characters.
    #[must_use]
    pub fn bot_short_description(&self) -> String {
        self.say("bot-short-description")
    }

    /// The text of this key.
    pub(super) fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The text of this key, with what stands in it.
    pub(super) fn say_with(&self, key: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
        let text = Locales::built_in().text(&self.words, key, arguments);
        debug_assert!(text.is_some(), "there is no text {key}, or it needs another value");
        match text {
            Some(text) if right_to_left::is_written_so(&self.words.language) => right_to_left::settled(&text),
            Some(text) => text,
            None => key.to_owned(),
        }
    }

    /// "1 credit", "5 credits".
    pub(super) fn credits(&self, credits: Credits) -> FluentValue<'static> {
        self.say_with("credits", args! { credits: credits.0 }).into()
    }

    /// "10 + 1 credits"; "10 credits" without a bonus.
    pub(super) fn credits_and_bonus(&self, credits: Credits, bonus: Credits) -> FluentValue<'static> {
        if bonus == Credits::ZERO {
            return self.credits(credits);
        }
        self.say_with("credits-and-bonus", args! { credits: credits.0, bonus: bonus.0 }).into()
    }

    /// The label of a button: `button-<name>`.
    pub(super) fn button(&self, name: &str) -> String {
        self.say(&format!("button-{name}"))
    }
}

impl Texts {
    /// A link to this bot that comes with a parameter.
    /// Source: core.telegram.org/bots/features#deep-linking
    pub(super) fn link_to(&self, username: &str, parameter: &str) -> Option<Url> {
        Url::parse_with_params(&format!("https://t.me/{username}"), [("start", parameter)]).ok()
    }

    /// The address at which Telegram asks whom to send a link, with words that go with it.
    /// Source: core.telegram.org/widgets/share
    pub(super) fn share_link(&self, link: &Url, words: &str) -> Option<Url> {
        Url::parse_with_params("https://t.me/share/url", [("url", link.as_str()), ("text", words)]).ok()
    }
}

/// What people who speak each language call it, by its tag.
static NAMES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let named = |tag: String| {
        let name = Texts::read_once(&tag).say("language-name");
        (tag, name)
    };
    Texts::languages().into_iter().map(named).collect()
});

/// What people who speak this language call it. `None` for one that there are no words in.
#[must_use]
pub fn language_name(tag: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| known == tag).map(|(_, name)| name.as_str())
}

/// The words for this tag: in its language, in its base language, or in English.
fn locale(tag: &str) -> &'static Locale {
    let (locales, base) = (Locales::built_in(), tag.split('-').next().unwrap_or_default());
    locales.get(tag).or_else(|| locales.get(base)).unwrap_or_else(|| locales.english())
}

/// A tag as it is written today: in lower case, with dashes, and with the codes that took the place of old ones, which
/// Android still has.
/// Source: developer.android.com/reference/java/util/Locale, "legacy language codes"
fn of_today(tag: &str) -> String {
    let tag = tag.to_lowercase().replace('_', "-");
    let (base, rest) = tag.split_at(tag.find('-').unwrap_or(tag.len()));
    match base {
        "in" => format!("id{rest}"),
        "iw" => format!("he{rest}"),
        "ji" => format!("yi{rest}"),
        _ => tag,
    }
}

/// The first `units_max` UTF-16 units of a text, as Telegram counts, with an ellipsis if something is missing.
pub(super) fn cut(text: &str, units_max: usize) -> String {
    if text.encode_utf16().count() <= units_max {
        return text.to_owned();
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < units_max
    };
    let mut short: String = text.chars().take_while(fits).collect();
    short.push('…');
    short
}

/// Makes a text harmless between Telegram's HTML tags.
/// Source: core.telegram.org/bots/api#html-style
pub(super) fn escape(text: &str) -> FluentValue<'static> {
    escaped(text).into()
}

/// The same as a text.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Words of a person as a quotation, folded when they are long. In Telegram's HTML.
pub(super) fn quote(words: &str) -> String {
    let folded = if words.encode_utf16().count() > QUOTE_OPEN_UNITS_MAX { " expandable" } else { "" };
    format!("<blockquote{folded}>{}</blockquote>", escaped(words))
}

/// A number that is a name and not an amount: without thousands separators.
pub(super) fn name(number: impl ToString) -> FluentValue<'static> {
    number.to_string().into()
}

#[cfg(test)]
mod tests {
    use super::{Texts, cut};

    #[test]
    fn clients_name_languages_in_many_ways() {
        for (tag, language) in [
            ("pt-br", "pt"),
            ("pt_BR", "pt"),
            ("PT", "pt"),
            ("zh-hans", "zh"),
            ("zh-Hant-TW", "zh"),
            ("in", "id"),
            ("in-ID", "id"),
            ("ar-EG", "ar"),
            ("", "en"),
            ("tlh", "en"),
        ] {
            assert_eq!(Texts::for_language(tag).words.language.to_string(), language, "{tag}");
        }
    }

    #[test]
    fn a_long_caption_is_cut_as_telegram_counts() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abcd", 3), "ab…");
        // A rocket is two units.
        assert_eq!(cut("🚀🚀🚀", 5), "🚀🚀…");
        assert_eq!(cut("🚀🚀", 4), "🚀🚀");
    }
}
