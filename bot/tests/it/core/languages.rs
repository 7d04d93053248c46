//! Every language has what English has, within Telegram's limits.
//! Source of the limits: core.telegram.org/bots/api, `answerCallbackQuery`, `BotCommand`, `sendInvoice`, `sendMessage`,
//! `setMyDescription`, `setMyShortDescription`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use bot::core::chat::texts::{Texts, built_in_lines, language_name};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;

/// How long texts may be, in UTF-16 units, by what their keys begin with; all others are messages. The first that fits counts.
const LIMITS: [(&str, usize); 29] = [
    ("command-", 256),
    ("bot-description", 512),
    ("bot-short-description", 120),
    ("invoice-title", 32),
    ("invoice-description", 255),
    // Shown over the chat.
    ("video-gone", 200),
    ("video-deleted", 200),
    ("template-gone", 200),
    ("old-button", 200),
    ("already-placed", 200),
    ("placed", 200),
    ("paused-briefly", 200),
    ("job-cancelled", 200),
    ("cancel-too-late", 200),
    ("pack-gone", 200),
    ("too-fast", 200),
    ("subscription-gone", 200),
    ("subscription-asked", 200),
    ("subscription-already-so", 200),
    ("operators-not-allowed", 200),
    ("blocked", 200),
    ("admin-block-outcome", 200),
    ("admin-order-outcome", 200),
    ("maintenance", 200),
    // Shown to somebody who is about to pay.
    ("checkout-", 200),
    // What more than a few words have on a button is cut off.
    ("button-", 64),
    ("settings-as-", 64),
    ("language-name", 24),
    ("", 4096),
];

/// Categories of plurals, of which languages have more or fewer.
/// Source: unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What must be the same in all languages, and how long a text is.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    /// The values that stand in it.
    values: BTreeSet<String>,
    /// What it is chosen by, with the names that are chosen from. Plurals are left out.
    variants: BTreeMap<String, BTreeSet<String>>,
    tags: BTreeSet<String>,
    commands: BTreeSet<String>,
    /// UTF-16 units at most, values left out.
    units: usize,
    /// Whether each tag is closed, in order.
    is_well_formed: bool,
}

impl Shape {
    fn of(pattern: &Pattern<&str>) -> Self {
        let (mut shape, mut text) = (Self::default(), String::new());
        shape.units = shape.read(pattern, &mut text);
        shape.commands = commands(&text);
        let mut open = Vec::new();
        shape.is_well_formed = true;
        for tag in text.split('<').skip(1).filter_map(|rest| Some(rest.split_once('>')?.0)) {
            let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
            shape.tags.insert(name.to_owned());
            if tag.starts_with('/') {
                shape.is_well_formed &= open.pop() == Some(name);
            } else {
                open.push(name);
            }
        }
        shape.is_well_formed &= open.is_empty();
        shape
    }

    /// Reads a pattern; its length.
    fn read(&mut self, pattern: &Pattern<&str>, text: &mut String) -> usize {
        let mut units = 0;
        for element in &pattern.elements {
            units += match element {
                PatternElement::TextElement { value } => {
                    text.push_str(value);
                    value.encode_utf16().count()
                }
                PatternElement::Placeable { expression: Expression::Inline(inline) } => self.inline(inline, text),
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    self.inline(selector, text);
                    let InlineExpression::VariableReference { id } = selector else { panic!("chosen by no value") };
                    let names = variants.iter().map(|variant| match variant.key {
                        VariantKey::Identifier { name } => name,
                        VariantKey::NumberLiteral { value } => value,
                    });
                    let names = names.filter(|name| !PLURALS.contains(name)).map(str::to_owned);
                    self.variants.entry(id.name.to_owned()).or_default().extend(names);
                    variants.iter().map(|variant| self.read(&variant.value, text)).max().unwrap_or_default()
                }
            };
        }
        units
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, text: &mut String) -> usize {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.values.insert(id.name.to_owned());
                0
            }
            InlineExpression::StringLiteral { value } => {
                text.push_str(value);
                value.encode_utf16().count()
            }
            other @ (InlineExpression::NumberLiteral { .. }
            | InlineExpression::FunctionReference { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. }
            | InlineExpression::Placeable { .. }) => panic!("a text has what no text of ours has: {other:?}"),
        }
    }

    /// What is not as in English.
    fn differences(&self, english: &Self) -> Vec<String> {
        let mut found = Vec::new();
        let mut compare = |what: &str, here: String, there: String| {
            if here != there {
                found.push(format!("has the {what} {here}, in English {there}"));
            }
        };
        compare("values", format!("{:?}", self.values), format!("{:?}", english.values));
        compare("tags", format!("{:?}", self.tags), format!("{:?}", english.tags));
        compare("commands", format!("{:?}", self.commands), format!("{:?}", english.commands));
        // A language without plurals need not choose.
        let chosen = |variants: &BTreeMap<String, BTreeSet<String>>| {
            format!("{:?}", variants.iter().filter(|(_, names)| !names.is_empty()).collect::<Vec<_>>())
        };
        compare("variants", chosen(&self.variants), chosen(&english.variants));
        if !self.is_well_formed {
            found.push("has a tag that is not closed".to_owned());
        }
        found
    }
}

/// The commands that a text names.
fn commands(text: &str) -> BTreeSet<String> {
    let mut commands = BTreeSet::new();
    for (at, _) in text.match_indices('/') {
        let name: String = text[at + 1..].chars().take_while(char::is_ascii_lowercase).collect();
        let before = text[..at].chars().next_back();
        if name.len() >= 3 && !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '<' | '/')) {
            commands.insert(name);
        }
    }
    commands
}

type Language = BTreeMap<String, Shape>;

/// The texts of a file, by their keys.
fn read(file: &str, source: &str, language: &mut Language) {
    let resource = parse(source).unwrap_or_else(|(_, errors)| panic!("{file} cannot be read: {errors:?}"));
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let pattern = message.value.unwrap_or_else(|| panic!("{file}: {} has no text", message.id.name));
            let before = language.insert(message.id.name.to_owned(), Shape::of(&pattern));
            assert!(before.is_none(), "{file}: {} is there twice", message.id.name);
        }
    }
}

fn language(tag: &str) -> Language {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(tag);
    let mut language = Language::new();
    for file in std::fs::read_dir(&folder).unwrap() {
        let file = file.unwrap().path();
        read(&file.display().to_string(), &std::fs::read_to_string(&file).unwrap(), &mut language);
    }
    if tag == "en" {
        // English has these in the catalogue and the templates themselves.
        let lines = built_in_lines().iter().map(|(key, text)| format!("{key} = {text}\n"));
        read("the catalogue", &lines.collect::<String>(), &mut language);
    }
    language
}

/// What is wrong with a language, each finding with its key.
fn findings(language: &Language, english: &Language) -> Vec<String> {
    let missing = english.keys().filter(|key| !language.contains_key(*key)).map(|key| format!("{key} is missing"));
    let mut found: Vec<String> = missing.collect();
    for (key, shape) in language {
        match english.get(key) {
            Some(english) => found.extend(shape.differences(english).iter().map(|what| format!("{key} {what}"))),
            None => found.push(format!("{key} is not in English")),
        }
        let (_, most) = LIMITS.iter().find(|(prefix, _)| key.starts_with(prefix)).unwrap();
        if shape.units == 0 && shape.values.is_empty() || shape.units > *most {
            found.push(format!("{key} has {} characters, of 1 to {most}", shape.units));
        }
    }
    found
}

#[test]
fn every_language_has_every_text_as_english_has_it() {
    let english = language("en");
    let folders = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")).unwrap();
    let mut tags: Vec<String> = folders.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect();
    tags.sort_by_key(|tag| (tag != "en", tag.clone()));
    assert_eq!(Texts::languages(), tags, "a folder is not a language");
    let of = |tag: &String| -> Vec<String> {
        findings(&language(tag), &english).into_iter().map(|found| format!("{tag}: {found}")).collect()
    };
    let found: Vec<String> = tags.iter().flat_map(of).collect();
    assert!(found.is_empty(), "bot/locales:\n{}", found.join("\n"));
}

#[test]
fn whatever_differs_is_found() {
    let english = "help = See <b>/tips</b> of { $who }: { $kind ->\n    [a] x\n   *[b] y\n    }\n";
    let english =
        format!("{english}checkout-old = Too old\ncount = {{ $n ->\n    [0] none\n   *[other] some\n    }}\n");
    let of = |source: &str| {
        let mut language = Language::new();
        read("a file", source, &mut language);
        language
    };
    let findings = |from: &str, to: &str| {
        assert!(english.contains(from), "{from}");
        findings(&of(&english.replace(from, to)), &of(&english))
    };
    assert!(findings("*[other]", "[few] few\n   *[other]").is_empty());
    for (from, to, says) in [
        ("checkout-old = Too old\n", "", "checkout-old is missing"),
        ("count =", "amount =", "count is missing"),
        ("count =", "amount =", "amount is not in English"),
        ("{ $who }", "them", r#"help has the values {"kind"}, in English {"kind", "who"}"#),
        ("{ $who }", "{ $whom }", r#"help has the values {"kind", "whom"}"#),
        ("[a]", "[c]", r#"help has the variants [("kind", {"b", "c"})], in English [("kind", {"a", "b"})]"#),
        ("[0] none\n", "\n", r#"count has the variants []"#),
        ("<b>/tips</b>", "/tips", r#"help has the tags {}, in English {"b"}"#),
        ("</b>", "", "help has a tag that is not closed"),
        ("/tips", "/terms", r#"help has the commands {"terms"}, in English {"tips"}"#),
        ("Too old", &"x".repeat(201), "checkout-old has 201 characters, of 1 to 200"),
    ] {
        let found = findings(from, to);
        assert!(found.iter().any(|finding| finding.starts_with(says)), "{from} → {to}: {found:?}");
    }
}

#[test]
fn languages_call_themselves_by_different_names() {
    let names = Texts::languages();
    let names: BTreeSet<String> = names.iter().map(|tag| language_name(tag).unwrap().to_owned()).collect();
    assert_eq!(names.len(), Texts::languages().len(), "{names:?}");
}

#[test]
fn the_menu_of_every_language_has_every_command() {
    let menu = |tag: &str| Texts::for_language(tag).menu();
    for tag in Texts::languages() {
        for ((command, about), (english, _)) in menu(&tag).into_iter().zip(menu("en")) {
            assert_eq!(command, english, "{tag}");
            assert!(!about.is_empty() && command.bytes().all(|b| b.is_ascii_lowercase()), "{tag}: /{command}");
        }
    }
}
