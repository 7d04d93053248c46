//! What somebody says, and whether it is no more than "yes, please".

use super::texts::Texts;
use crate::core::update::Message;

/// More words than so many are no mere "yes, please".
const WORDS_MAX: usize = 5;

/// What somebody says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) message: &'a Message,
    /// Their words, without the command before them.
    pub(super) words: &'a str,
}

impl Said<'_> {
    /// Whether all they say is a few words of a list, which is a text of its own: in their language, in English, or in both.
    pub(super) fn is_only_of(&self, texts: &Texts, list: &str) -> bool {
        is_only_of(self.words, &[texts, &Texts::english()].map(|texts| texts.say(list)).join(" "))
    }
}

fn is_only_of(said: &str, list: &str) -> bool {
    let list = words(list);
    let parts: Option<Vec<usize>> = words(said).iter().map(|word| parts(word, &list)).collect();
    parts.is_some_and(|parts| (1..=WORDS_MAX).contains(&parts.iter().sum()))
}

/// Of how many words of the list a word is made: one, or several in Chinese and Japanese, which put no spaces between them.
fn parts(word: &str, list: &[String]) -> Option<usize> {
    if list.iter().any(|known| known == word) {
        return Some(1);
    }
    let has_no_spaces = word.chars().all(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'));
    if !has_no_spaces || word.chars().count() > 3 * WORDS_MAX {
        return None;
    }
    let rest = list.iter().filter(|known| !known.is_empty()).filter_map(|known| word.strip_prefix(known.as_str()));
    rest.filter_map(|rest| parts(rest, list)).min().map(|parts| parts + 1)
}

/// The words of a text in lower case, without the marks around them.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| {
        // A capital I of Turkish has its dot, or has none, when it is made small.
        let small = word.trim_matches(|c: char| c.is_ascii_punctuation() || c == '\u{fe0f}').to_lowercase();
        small.replace('\u{307}', "").replace('ı', "i")
    };
    let text = text.replace(['\u{2019}', '\u{2bc}'], "'");
    text.split(ends_a_word).map(bare).filter(|word| !word.is_empty()).collect()
}

/// Spaces, and the punctuation of other scripts, after which there may be no space.
/// Source: unicode.org/Public/UCD/latest/ucd/Blocks.txt
fn ends_a_word(c: char) -> bool {
    let is_punctuation = matches!(
        c,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{301f}'
            | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '¡' | '¿' | '«' | '»'
            | '،' | '؛' | '؟' | '۔' | '।' | '॥'
    );
    c.is_whitespace() || is_punctuation
}

#[cfg(test)]
mod tests {
    use super::is_only_of;

    #[test]
    fn a_few_words_of_the_list_are_no_prompt() {
        for (said, list) in [
            ("Yes, please!", "yes please"),
            ("👍", "yes 👍"),
            ("Let’s go…", "let's go"),
            ("D’accord !", "oui d'accord"),
            ("¡Vale!", "sí vale"),
            ("نعم، شكرا", "نعم شكرا"),
            ("हाँ, ठीक है।", "हाँ ठीक है"),
            ("नमस्ते!", "नमस्ते"),
            ("好的，谢谢！", "好的 谢谢"),
            ("好的开始吧", "好 好的 开始 吧"),
            ("İYİ", "iyi"),
            ("HAZIR", "hazır"),
            ("ДА!", "да"),
        ] {
            assert!(is_only_of(said, list), "{said}");
        }
    }

    #[test]
    fn anything_else_is_a_prompt() {
        for (said, list) in [
            ("yes, a fox", "yes please"),
            ("", "yes"),
            ("?!", "yes"),
            ("yes yes yes yes yes yes", "yes"),
            ("好的狐狸", "好 好的 开始 吧"),
            ("好好好好好好", "好"),
            ("yesplease", "yes please"),
            ("नमस", "नमस्ते"),
        ] {
            assert!(!is_only_of(said, list), "{said}");
        }
    }
}
