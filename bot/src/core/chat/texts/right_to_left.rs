//! Languages that are written from right to left. Names in Latin letters stand between isolation marks there, so that what
//! comes before and after them keeps its place, and a line that begins with one still runs from right to left.
//! Source: unicode.org/reports/tr9

use fluent_bundle::FluentValue;
use unic_langid::LanguageIdentifier;

const ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

/// Languages that a folder of words may be for.
/// Source: unicode.org/cldr, `characterOrder`
const LANGUAGES: [&str; 9] = ["ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// Whether this language is.
pub(super) fn is_written_so(language: &LanguageIdentifier) -> bool {
    LANGUAGES.contains(&language.language.as_str())
}

/// A value as it stands in a text, if it needs marks: a text of its own in such a language has them where it needs them, and
/// digits need none. Fluent asks for each value that is written, and not for those that only choose between texts.
pub(super) fn isolated_value<M>(value: &FluentValue<'_>, _memoizer: &M) -> Option<String> {
    let FluentValue::String(text) = value else { return None };
    let is_foreign = text.chars().any(runs_to_the_right) && !text.chars().any(runs_to_the_left);
    is_foreign.then(|| format!("{ISOLATE}{text}{END_OF_ISOLATE}"))
}

/// A whole text: its lines run from right to left whatever they begin with, and what is copied by a tap has no marks in it.
pub(super) fn settled(text: &str) -> String {
    let (mut settled, mut rest) = (String::new(), text);
    while let Some((before, from)) = rest.split_once("<code>") {
        let (code, after) = from.split_once("</code>").unwrap_or((from, ""));
        settled.extend([before, "<code>", &code.replace([ISOLATE, END_OF_ISOLATE], ""), "</code>"]);
        rest = after;
    }
    settled.push_str(rest);
    let line = |line: &str| {
        if begins_the_other_way(line) { format!("{RIGHT_TO_LEFT_MARK}{line}") } else { line.to_owned() }
    };
    settled.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Whether a client might take a line for one that runs to the right, by the letter that it begins with. Markup is no text.
fn begins_the_other_way(line: &str) -> bool {
    let mut is_in_tag = false;
    let is_shown = |c: &char| {
        is_in_tag = *c == '<' || is_in_tag && *c != '>';
        !is_in_tag
    };
    let mut letters = line.chars().filter(is_shown).filter(|c| runs_to_the_right(*c) || runs_to_the_left(*c));
    letters.next().is_some_and(runs_to_the_right) && letters.any(runs_to_the_left)
}

/// Letters of Hebrew, Arabic and their neighbours, and the mark that counts as one.
/// Source: unicode.org/Public/UCD/latest/ucd/Blocks.txt
const fn runs_to_the_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | RIGHT_TO_LEFT_MARK)
        && !matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{60c}' | '\u{61b}' | '\u{61f}')
}

fn runs_to_the_right(c: char) -> bool {
    c.is_alphabetic() && !runs_to_the_left(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<String> {
        isolated_value(&FluentValue::from(text), &())
    }

    #[test]
    fn names_in_latin_letters_are_isolated_and_nothing_else() {
        assert_eq!(value("Veo 3.1").as_deref(), Some("\u{2068}Veo 3.1\u{2069}"));
        for as_it_is in ["16:9", "123456#2", "رصيدان", "8 ث · 1080p", "✓ ⭐"] {
            assert_eq!(value(as_it_is), None, "{as_it_is}");
        }
        assert_eq!(isolated_value(&FluentValue::from(5), &()), None);
    }

    #[test]
    fn a_line_runs_from_right_to_left_whatever_it_begins_with() {
        let line = "🎬 <b>\u{2068}Veo\u{2069}</b>: تم";
        assert_eq!(settled(line), format!("\u{200f}{line}"));
        assert_eq!(settled(&settled(line)), settled(line));
        for as_it_is in ["تم: Veo", "<b>تم</b>", "A fox", "5 ⭐", ""] {
            assert_eq!(settled(as_it_is), as_it_is);
        }
        assert_eq!(settled("تم\nVeo تم"), "تم\n\u{200f}Veo تم");
    }

    #[test]
    fn what_is_copied_by_a_tap_has_no_marks() {
        assert_eq!(settled("ش <code>\u{2068}stx1\u{2069}</code> و"), "ش <code>stx1</code> و");
        assert_eq!(settled("ش <code>/refund \u{2068}x\u{2069} سبب</code>"), "ش <code>/refund x سبب</code>");
    }
}
