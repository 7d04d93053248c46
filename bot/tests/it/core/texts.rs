//! Every text in every language, within Telegram's limits.
//! Source: core.telegram.org/bots/api, `answerCallbackQuery`, `BotCommand`, `setMyDescription`, `setMyShortDescription`.

use std::collections::BTreeMap;
use std::path::Path;

use bot::core::chat::texts::Texts;

/// What is shown over the chat, or to somebody who is about to pay, at most 200 characters long.
const SHORT: [&str; 12] = [
    "old-button",
    "already-placed",
    "placed",
    "paused-briefly",
    "job-cancelled",
    "cancel-too-late",
    "pack-gone",
    "checkout-not-ours",
    "checkout-not-yours",
    "checkout-price-changed",
    "checkout-too-old",
    "checkout-already-paid",
];

/// The texts of a language by their key, as they are written.
fn texts_of(folder: &Path) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::<String, String>::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let mut key = String::new();
        for line in std::fs::read_to_string(file.unwrap().path()).unwrap().lines() {
            match line.split_once(" = ") {
                Some((name, text)) if !line.starts_with([' ', '#']) => {
                    name.clone_into(&mut key);
                    assert!(texts.insert(key.clone(), text.to_owned()).is_none(), "{name} is there twice");
                }
                _ if line.starts_with(' ') => {
                    texts.entry(key.clone()).or_default().push_str(&format!("\n{}", line.trim()))
                }
                _ => {}
            }
        }
    }
    texts
}

fn languages() -> Vec<(String, BTreeMap<String, String>)> {
    let folders = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")).unwrap();
    let language =
        |folder: std::fs::DirEntry| (folder.file_name().to_string_lossy().into_owned(), texts_of(&folder.path()));
    folders.map(|folder| language(folder.unwrap())).collect()
}

/// The values that a text has holes for.
fn holes(text: &str) -> Vec<&str> {
    let mut holes: Vec<&str> = text
        .split('$')
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default())
        .collect();
    holes.sort_unstable();
    holes.dedup();
    holes
}

#[test]
fn every_language_has_every_text_with_the_same_values() {
    let languages = languages();
    let (_, english) = languages.iter().find(|(language, _)| language == "en").unwrap();
    assert_eq!(Texts::languages().len(), languages.len(), "a folder is not a language");
    for (language, texts) in &languages {
        assert_eq!(texts.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{language}");
        for (key, text) in texts {
            assert_eq!(holes(text), holes(&english[key]), "{language}: {key}");
        }
    }
}

#[test]
fn what_is_shown_over_the_chat_is_short() {
    for (language, texts) in languages() {
        for key in SHORT {
            let units = texts[key].encode_utf16().count();
            assert!((1..=200).contains(&units), "{language}: {key} has {units} characters");
        }
    }
}

#[test]
fn what_telegram_shows_of_the_bot_fits() {
    for language in Texts::languages() {
        let texts = Texts::for_language(&language);
        for (command, about) in texts.menu() {
            assert!((1..=256).contains(&about.encode_utf16().count()), "{language}: /{command}: {about}");
            assert!(command.len() <= 32 && command.bytes().all(|b| b.is_ascii_lowercase()), "{command}");
        }
        assert!(texts.bot_description().encode_utf16().count() <= 512, "{language}");
        assert!(texts.bot_short_description().encode_utf16().count() <= 120, "{language}");
    }
}
