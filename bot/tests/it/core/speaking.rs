//! People and operators are spoken to in their own language.

use insta::assert_snapshot;
use shared::job::BlockReason;

use super::conversation::{Bot, OPERATOR};
use super::texts;

/// A text without values, as it is written.
fn said(language: &str, key: &str) -> String {
    texts::of(language).remove(key).unwrap_or_else(|| panic!("{language} has no text {key}"))
}

#[test]
fn a_language_is_chosen_and_spoken_at_once() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/language"), @"
    Which language should I speak?
    [✓ as in Telegram]
    [English] [العربية]
    [Deutsch] [Español]
    [Français] [हिन्दी]
    [Bahasa Indonesia] [Italiano]
    [Português] [Русский]
    [Türkçe] [中文]
    [◀️ Back]
    ");
    assert_snapshot!(ann.presses("Deutsch"), @"
    ✎ Alles klar, ab jetzt spreche ich Deutsch.
    [wie in Telegram]
    [English] [العربية]
    [✓ Deutsch] [Español]
    [Français] [हिन्दी]
    [Bahasa Indonesia] [Italiano]
    [Português] [Русский]
    [Türkçe] [中文]
    [◀️ Zurück]
    ");
    assert_eq!(ann.sends("/cancel"), said("de", "nothing-to-cancel"));
    // The menu of settings has it, too.
    assert!(ann.sends("/settings").contains(&format!("{}: Deutsch", said("de", "settings-language"))));
    ann.presses(&said("de", "settings-language"));
    let shown = ann.presses(&said("de", "settings-as-telegram"));
    assert!(shown.contains(&said("en", "language-set")), "{shown}");
    assert_eq!(ann.sends("/cancel"), said("en", "nothing-to-cancel"));
}

#[test]
fn a_language_that_is_not_there_changes_nothing() {
    let bot = Bot::new();
    let ann = bot.person_speaking(1, "de");
    ann.presses_data(None, "settings:language:tlh");
    assert_eq!(ann.sends("/cancel"), said("de", "nothing-to-cancel"));
    ann.presses_data(None, "settings:language:");
    assert_eq!(ann.sends("/cancel"), said("de", "nothing-to-cancel"));
}

#[test]
fn what_nobody_asked_for_is_said_in_the_language_that_was_last_seen_or_chosen() {
    let bot = Bot::new();
    let ann = bot.person_speaking(1, "de");
    ann.buys(5);
    ann.sends("a fox");
    ann.presses("✨");
    bot.job_is(shared::job::JobState::Submitted);
    let shown = bot.video_is_there();
    assert!(shown.contains(&format!("1080p · {}", said("de", "choice-sound"))), "{shown}");
    assert!(shown.contains(&said("de", "button-edit")), "{shown}");

    ann.presses_data(None, "settings:language:fr");
    let told = bot.person(OPERATOR).sends("/grant 1 5 sorry");
    let granted = said("fr", "credits-granted");
    assert!(told.contains(granted.split(" {").next().unwrap()), "{told}: {granted}");
}

#[test]
fn operators_read_their_own_language() {
    let bot = Bot::new();
    let operator = bot.person_speaking(OPERATOR, "de");
    operator.sends("/start");
    bot.provider_is(Some(BlockReason::Unauthorized));
    let told = bot.provider_is(None);
    assert_eq!(told, format!("{OPERATOR}: {}", said("de", "operators-provider-ok")));
    operator.presses_data(None, "settings:language:es");
    assert!(operator.sends("/reconcile").ends_with(&said("es", "operators-reconcile-begun")));
}

#[test]
fn an_operator_who_never_wrote_reads_english() {
    let bot = Bot::new();
    bot.provider_is(Some(BlockReason::Unauthorized));
    assert_eq!(bot.provider_is(None), format!("{OPERATOR}: {}", said("en", "operators-provider-ok")));
}

#[test]
fn models_and_ready_ideas_are_described_in_the_persons_language() {
    let bot = Bot::new();
    let ann = bot.person_speaking(1, "de");
    ann.buys(5);
    assert!(ann.sends("/generate").contains(&said("de", "about-veo3-fast")));
    assert!(ann.sends("/templates").contains(&said("de", "template-product-name")));
    let shown = ann.presses(&said("de", "template-product-name"));
    assert!(shown.contains(&said("de", "template-product-line")), "{shown}");
    let asked = ann.presses(&said("de", "button-use-template"));
    assert!(asked.contains(&said("de", "template-product-ask-1")), "{asked}");
    assert!(asked.contains(&said("de", "template-product-example-1")), "{asked}");
    // What the model is told stays as it is.
    assert!(ann.sends("a cup").contains("Studio shot of a cup, turning slowly"));
}

#[test]
fn a_yes_is_understood_in_the_persons_language_and_in_english() {
    let bot = Bot::new();
    for (id, language, words) in
        [(1, "de", "Ja, bitte!"), (2, "zh-hans", "好的，开始吧！"), (3, "hi", "yes please"), (4, "ru", "ДА!")]
    {
        let person = bot.person_speaking(id, language);
        person.buys(5);
        person.sends("a fox");
        let language = language.split('-').next().unwrap();
        let answer = person.sends(words);
        assert!(answer.contains(&said(language, "tap-to-confirm")), "{language}: {answer}");
    }
}

#[test]
fn a_group_is_answered_in_the_language_that_was_chosen() {
    let bot = Bot::new();
    let ann = bot.person_speaking(1, "de");
    let in_group = || {
        ann.message(|message| {
            (message.chat.id, message.chat.kind) = (-5, "supergroup".to_owned());
            message.text = Some("/generate".to_owned());
        })
    };
    assert!(in_group().contains(&said("de", "private-only")));
    ann.presses_data(None, "settings:language:it");
    assert!(in_group().contains(&said("it", "private-only")));
}

#[test]
fn names_keep_their_place_in_languages_that_run_from_right_to_left() {
    const MARKS: [char; 3] = ['\u{2068}', '\u{2069}', '\u{200f}'];
    let bot = Bot::new();
    let ann = bot.person_speaking(1, "ar-EG");
    ann.buys(5);
    let card = ann.sends("a fox");
    assert!(card.contains("🎬 \u{2068}Veo 3.1 Fast\u{2069}"), "{card}");
    assert!(card.lines().next().unwrap().contains("\u{200f}🎬"), "{card}");
    // A button sends back what it always does, and an invoice is no message.
    assert!(!ann.button("🖼").1.contains(MARKS));
    ann.sends("/buy");
    ann.presses_data(None, "pack:5");
    let invoice = bot.last_invoice();
    assert!(!format!("{}{}{}", invoice.title, invoice.description, invoice.payload).contains(MARKS));
    // Other languages have no such marks.
    assert!(!bot.person_speaking(2, "de").sends("a fox").contains(MARKS));
}
