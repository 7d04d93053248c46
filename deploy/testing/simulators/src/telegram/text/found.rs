//! What Telegram finds in plain text by itself: commands, mentions, hashtags, links, e-mail addresses.
//!
//! Simpler than the original: a link needs a scheme, `www.` or one of the common endings, and hashtags are words.

use super::{Entity, units};

const ENDINGS: [&str; 10] = ["com", "org", "net", "io", "ai", "me", "dev", "app", "de", "ru"];
const CLOSING: [char; 12] = ['.', ',', ';', ':', '!', '?', ')', ']', '}', '"', '\'', '»'];

/// The entities of a text, in order. Never two over the same word.
pub(crate) fn entities(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    for (start, word) in words(text) {
        if let Some((kind, skip, length)) = meaning(word) {
            found.push(Entity::new(kind, units(&text[..start]) + skip, length));
        }
    }
    found
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let opening = |symbol: char| matches!(symbol, '(' | '[' | '"' | '\'' | '«');
    text.split(ends_a_word).filter_map(move |word| {
        let bare = word.trim_start_matches(opening);
        (!bare.is_empty()).then(|| (bare.as_ptr().addr() - text.as_ptr().addr(), bare))
    })
}

/// Spaces, what stands for one in Chinese, and the invisible marks of scripts that are written from right to left.
fn ends_a_word(symbol: char) -> bool {
    let is_mark = matches!(symbol, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}');
    let is_full_width = matches!(symbol, '\u{3001}'..='\u{301f}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}');
    symbol.is_whitespace() || is_mark || is_full_width
}

/// Kind, UTF-16 units to skip, and length in UTF-16 units.
fn meaning(word: &str) -> Option<(&'static str, usize, usize)> {
    let plain = word.trim_end_matches(CLOSING);
    if let Some(rest) = word.strip_prefix('/') {
        return command_length(rest).map(|length| ("bot_command", 0, length + 1));
    }
    if let Some(rest) = word.strip_prefix('@') {
        let name = prefix_length(rest, 32);
        return (name >= 3).then_some(("mention", 0, name + 1));
    }
    if let Some(rest) = word.strip_prefix('#') {
        let name: String = rest.chars().take_while(|symbol| symbol.is_alphanumeric() || *symbol == '_').collect();
        return name.chars().any(char::is_alphabetic).then(|| ("hashtag", 0, units(&name) + 1));
    }
    if is_link(plain) {
        return Some(("url", 0, units(plain)));
    }
    is_email(plain).then(|| ("email", 0, units(plain)))
}

fn command_length(rest: &str) -> Option<usize> {
    let name = prefix_length(rest, 64);
    if name == 0 {
        return None;
    }
    let bot = rest.get(name..).and_then(|rest| rest.strip_prefix('@')).map(|bot| prefix_length(bot, 32));
    let length = name + bot.filter(|length| *length >= 3).map_or(0, |length| length + 1);
    // "/home/user" is a path, no command.
    (!rest[length..].starts_with('/')).then_some(length)
}

fn prefix_length(word: &str, max: usize) -> usize {
    word.bytes().take(max).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count()
}

fn is_link(word: &str) -> bool {
    let lower = word.to_lowercase();
    if let Some(rest) = ["https://", "http://", "tg://", "ftp://"].iter().find_map(|scheme| lower.strip_prefix(scheme))
    {
        return !rest.is_empty();
    }
    let host = lower.split(['/', '?', '#']).next().unwrap_or_default();
    let ending = host.rsplit_once('.').map(|(name, ending)| (!name.is_empty(), ending));
    !host.contains('@')
        && matches!(ending, Some((true, ending)) if ENDINGS.contains(&ending) || host.starts_with("www."))
}

fn is_email(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else { return false };
    !name.is_empty() && host.split('.').all(|part| !part.is_empty()) && host.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(String, usize, usize)> {
        entities(text).into_iter().map(|entity| (entity.kind, entity.offset, entity.length)).collect()
    }

    #[test]
    fn a_command_ends_where_its_letters_end() {
        assert_eq!(kinds("/start@my_bot now"), [("bot_command".to_owned(), 0, 13)]);
        assert_eq!(kinds("🎬 see /buy."), [("bot_command".to_owned(), 7, 4)]);
        assert_eq!(kinds("/home/me and 1/2"), []);
        assert_eq!(kinds("看：/buy，好"), [("bot_command".to_owned(), 2, 4)]);
        assert_eq!(kinds("\u{200e}/buy\u{200f}:"), [("bot_command".to_owned(), 1, 4)]);
        assert_eq!(kinds("看/buy"), []);
    }

    #[test]
    fn links_mentions_and_addresses_are_found() {
        assert_eq!(kinds("(https://example.org/a?b=c)."), [("url".to_owned(), 1, 25)]);
        assert_eq!(
            kinds("example.com, ask @anna or a@b.cd")[..],
            [("url".to_owned(), 0, 11), ("mention".to_owned(), 17, 5), ("email".to_owned(), 26, 6),]
        );
    }
}
