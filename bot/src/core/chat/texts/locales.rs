//! The files of words, `locales/<language>/*.ftl`, which are part of the program. Those of a language are parsed when
//! somebody is first spoken to in it: all of them together would be most of the memory that a bot needs.

use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, File, include_dir};
use unic_langid::{LanguageIdentifier, langid};

use super::right_to_left;

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

static BUILT_IN: LazyLock<Locales> = LazyLock::new(|| Locales::new(&FOLDER));

const ENGLISH: LanguageIdentifier = langid!("en");

/// The languages that there are words in, English first.
#[derive(Debug)]
pub(super) struct Locales(Vec<Locale>);

/// A language that there are words in.
#[derive(Debug)]
pub(super) struct Locale {
    pub(super) language: LanguageIdentifier,
    folder: &'static Dir<'static>,
    words: OnceLock<Arc<Words>>,
}

/// The words of a language.
pub(super) struct Words {
    pub(super) language: LanguageIdentifier,
    bundle: FluentBundle<FluentResource>,
}

impl Locales {
    /// Those of the program.
    pub(super) fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// One for each folder that is named like a language.
    fn new(folder: &'static Dir<'static>) -> Self {
        let locale = |folder: &'static Dir<'static>| {
            let language = folder.path().to_str()?.parse().ok()?;
            Some(Locale { language, folder, words: OnceLock::new() })
        };
        let mut locales: Vec<Locale> = folder.dirs().filter_map(locale).collect();
        locales.sort_by_key(|locale| (locale.language != ENGLISH, locale.language.to_string()));
        Self(locales)
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Locale] {
        &self.0
    }

    /// The one with this tag.
    pub(super) fn get(&self, tag: &str) -> Option<&Locale> {
        let language: LanguageIdentifier = tag.parse().ok()?;
        self.0.iter().find(|locale| locale.language == language)
    }

    /// The one that has every text.
    pub(super) fn english(&self) -> &Locale {
        &self.0[0]
    }

    /// The text of this key in these words, or in English. `None` if there is none, or if it needs another value.
    pub(super) fn text(
        &self,
        words: &Words,
        key: &str,
        arguments: &[(&'static str, FluentValue<'_>)],
    ) -> Option<String> {
        words.text(key, arguments).or_else(|| self.english().words().text(key, arguments))
    }
}

impl Locale {
    /// Its words, which are kept.
    pub(super) fn words(&self) -> &Arc<Words> {
        self.words.get_or_init(|| Arc::new(self.read()))
    }

    /// Its words for a single look at them: they are read anew each time, and are not kept.
    pub(super) fn read(&self) -> Words {
        let mut bundle = FluentBundle::new_concurrent(vec![self.language.clone()]);
        // Fluent would put isolation marks round every value, also in links and where all letters run one way.
        bundle.set_use_isolating(false);
        if right_to_left::is_written_so(&self.language) {
            bundle.set_formatter(Some(right_to_left::isolated_value));
        }
        let is_of_words = |file: &&File<'_>| file.path().extension().is_some_and(|extension| extension == "ftl");
        for file in self.folder.files().filter(is_of_words) {
            let text = file.contents_utf8().unwrap_or_default().to_owned();
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
                debug_assert!(errors.is_empty(), "{}: {errors:?}", file.path().display());
                resource
            });
            let added = bundle.add_resource(resource);
            debug_assert!(added.is_ok(), "{}: {added:?}", file.path().display());
        }
        Words { language: self.language.clone(), bundle }
    }
}

impl Words {
    /// The text of this key. `None` if there is none, or if it needs another value.
    pub(super) fn text(&self, key: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "words in {}", self.language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static PARTLY_TRANSLATED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/partly_translated");

    #[test]
    fn a_text_that_is_missing_is_said_in_english() {
        let locales = Locales::new(&PARTLY_TRANSLATED);
        let german = locales.get("de").unwrap().words();
        let say = |key| locales.text(german, key, &[]);
        assert_eq!(say("translated").as_deref(), Some("Übersetzt"));
        assert_eq!(say("missing").as_deref(), Some("Only in English"));
        assert_eq!(say("nowhere"), None);
    }

    #[test]
    fn a_language_is_read_when_somebody_speaks_it_and_not_by_a_single_look() {
        let locales = Locales::new(&PARTLY_TRANSLATED);
        let (english, german) = (locales.english(), locales.get("de").unwrap());
        german.read();
        assert!(english.words.get().is_none() && german.words.get().is_none());
        german.words();
        assert!(english.words.get().is_none() && german.words.get().is_some());
    }
}
