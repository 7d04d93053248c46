//! What people type and send without asking first how it is done.

use bot::core::event::{Outcome, Receipt};
use bot::core::ids::MessageId;
use insta::assert_snapshot;
use jiff::SignedDuration;
use shared::image_type::ImageType;

use crate::core::conversation::Bot;

const JPEG: Outcome = Outcome::Done(Receipt::Image { kind: ImageType::Jpeg, size_bytes: 300_000 });

/// Enough for a client to cut a text.
fn long(word: &str) -> String {
    format!("{word} ").repeat(2100 / (word.len() + 1)).trim().to_owned()
}

#[test]
fn words_out_of_the_blue_begin_an_order() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    assert_snapshot!(ann.sends("A fox in the snow"), @"
    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    A fox in the snow
    Price: 1 credit · Balance: 5
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    assert!(ann.presses("✨ Generate").contains("→ workers: veo3-fast: A fox in the snow\n"));
}

#[test]
fn words_after_a_command_are_its_prompt() {
    for words in ["/generate a fox", "/generate@StarreelBot\na fox", "/start a fox", "/GENERATE  a fox "] {
        let bot = Bot::new();
        let ann = bot.person(1);
        ann.buys(5);
        let asked = ann.sends(words);
        assert!(asked.contains("🎬 Veo 3.1 Fast") && asked.contains("\na fox\n"), "{words}: {asked}");
    }
    let bot = Bot::new();
    assert!(bot.person(1).sends("/start from-a-link").starts_with("Welcome"));
    assert!(bot.person(1).sends("/paysupport I paid & got nothing").contains("Payment request 1 from person 1:"));
}

#[test]
fn a_command_is_found_under_an_image() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    assert_snapshot!(ann.sends_captioned("photo-1", "/generate make it move"), @"→ looks at photo-1");
    bot.image_is(JPEG);
    ann.presses("🎬");
    ann.presses("Kling v2.1");
    assert!(ann.presses("✨ Generate").contains("→ workers: kling-2.1: make it move, image/jpeg"));
    assert!(ann.sends_captioned("photo-2", "/balance").starts_with("Your balance: 4 credits"));
    assert!(ann.sends_captioned("photo-2", "/generate").contains("→ looks at photo-2"));
}

#[test]
fn a_photo_is_acknowledged_and_nothing_is_asked_twice() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    let asked = ann.sends_image("photo-1", 5);
    assert!(asked.starts_with("📷 I'm checking your photo.") && asked.contains("What should happen"), "{asked}");
    assert_eq!(bot.image_is(JPEG), "", "the question stands in the chat already");
    assert!(ann.sends("It rains").contains("Photo 1: first frame"));
}

#[test]
fn the_parts_of_a_long_text_are_one_prompt() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Kling");
    ann.sends(&long("fox"));
    assert!(ann.sends("and the end").starts_with("I joined both messages into one prompt.\n\n🎬 Kling v2.1"));
    let placed = ann.presses("✨ Generate");
    assert!(placed.contains(&format!("kling-2.1: {} and the end\n", long("fox"))), "{placed}");

    // Out of the blue, and with a model that takes less: nothing is lost, and none of it becomes a prompt alone.
    ann.sends(&long("wolf"));
    ann.sends("and the end");
    ann.presses("🎬");
    let too_long = ann.presses("Veo 3.1 Fast");
    assert!(too_long.contains("Your prompt has 2111 characters; Veo 3.1 Fast takes up to 2000."), "{too_long}");
    ann.presses("🎬");
    ann.presses("Kling v2.1");
    let placed = ann.presses("✨ Generate");
    assert!(placed.contains("wolf and the end"), "{placed}");
    ann.sends(&long("bear"));

    // What is sent later is another prompt.
    bot.passes(SignedDuration::from_secs(3));
    assert!(ann.sends("Something else").starts_with("Prompt updated."));
}

#[test]
fn the_parts_of_a_long_request_are_no_prompts() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.sends("/paysupport");
    assert!(ann.sends(&long("I paid")).contains("Payment request 1"));
    assert!(ann.sends("and got nothing").contains("Payment request 2"));
    bot.passes(SignedDuration::from_secs(3));
    assert!(ann.sends("a fox").contains("\na fox\n"));
}

#[test]
fn a_request_is_awaited_for_an_hour() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert!(ann.sends("/paysupport").ends_with("[Cancel]"));
    bot.passes(SignedDuration::from_mins(61));
    assert!(ann.sends("a fox").contains("\na fox\n"));
    ann.sends("/paysupport");
    assert_eq!(ann.presses("Cancel"), "✎ OK, no request was sent.");
    assert_eq!(ann.presses_data(None, "support:cancel"), "(This button has expired.)");
    assert!(ann.sends("a wolf").starts_with("Prompt updated."), "the order that was interrupted is there again");
}

#[test]
fn a_request_says_what_becomes_of_it() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.sends("/paysupport");
    assert!(
        ann.sends_image("screenshot", 5).starts_with("Please describe the problem in words; I can't pass on photos")
    );
    assert!(
        ann.sends_captioned("screenshot", "This came")
            .contains("Our team has your request. Its number is 1. I can't pass on")
    );
    bot.change_policy(|policy| policy.admins.clear());
    ann.sends("/paysupport");
    let saved = ann.sends("Nobody there?");
    assert_eq!(
        saved,
        "Thank you! Your request is saved, and our team will read it as soon as they can. Its number is 2."
    );
}

#[test]
fn a_replaced_prompt_can_be_taken_back() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("A fox in the snow");
    assert_snapshot!(ann.sends("nice weather today"), @"
    Prompt updated.

    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    nice weather today
    Price: 1 credit · Balance: 5
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [↩️ Previous prompt]
    [💡 Tips] [Cancel]
    ");
    assert!(ann.presses("Previous prompt").contains("\nA fox in the snow\n"));
    assert!(ann.presses("✨ Generate").contains("→ workers: veo3-fast: A fox in the snow"));

    // Also what a new order would forget.
    ann.sends("A wolf");
    ann.sends("/generate");
    ann.presses("Veo 3.1 Fast");
    assert!(ann.presses("Previous prompt").contains("\nA wolf\n"));
}

#[test]
fn typed_consent_points_to_the_button() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("The sea");
    assert_snapshot!(ann.sends("yes, go!"), @r#"
    Almost there: tap "Generate" below to start.

    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    The sea
    Price: 1 credit · Balance: 5
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    "#);
    for words in ["Ok", "👍", "Yes please…", "do it now"] {
        bot.passes(SignedDuration::from_secs(10));
        assert!(ann.sends(words).starts_with("Almost there"), "{words}");
    }
    assert!(ann.sends("Yes, a ship goes by").starts_with("Prompt updated."), "those are words of a scene");
    assert_eq!(bot.publishings(), 0);
}

#[test]
fn the_words_under_every_image_of_an_album_are_read() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends_of_album("first", None);
    assert_snapshot!(ann.sends_of_album("second", Some("make it move")), @"→ looks at second");
    let third = ann.sends_of_album("third", Some("slowly"));
    assert!(third.contains("→ looks at third"), "{third}");
    let card = (0..3).map(|_| bot.image_is(JPEG)).collect::<String>();
    assert!(card.contains("\nmake it move slowly\n") && card.contains("Photo 3: reference"), "{card}");
}

#[test]
fn an_edited_message_changes_the_prompt_of_the_open_order() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("A fix in the snow");
    let message = MessageId(ann.button("✨ Generate").0 - 1);
    assert!(ann.edits(message, "A fox in the snow").contains("\nA fox in the snow\n"));
    assert_eq!(ann.edits(message, "A fox in the snow"), "", "nothing has changed");
    assert!(ann.edits(message, "A fox in the sun").starts_with("Prompt updated.\n\n🎬 Veo"));
    assert!(ann.edits(message, "\u{200b}").starts_with("That message was empty."));
    assert!(ann.presses("✨ Generate").contains("→ workers: veo3-fast: A fox in the sun\n"));
    assert_eq!(ann.edits(message, "A wolf"), "", "what is ordered is ordered");
    assert_eq!(ann.edits(MessageId(1), "A wolf"), "");
}

#[test]
fn telegrams_own_news_of_the_chat_is_met_with_silence() {
    let bot = Bot::new();
    let ann = bot.person(1);
    let news = ["pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "write_access_allowed"];
    for kind in news.into_iter().chain(["boost_added", "what_comes_next"]) {
        assert_eq!(ann.sends_a(kind), "", "{kind}");
    }
    assert_eq!(ann.sends_a("gift"), "🎁 Thank you for the gift!");
    assert!(ann.sends_a("voice").starts_with("I can only use text and photos."));
}

#[test]
fn the_words_under_what_we_cannot_use_are_not_lost() {
    let bot = Bot::new();
    let ann = bot.person(1);
    let asked = ann.message(|message| {
        message.others.insert("video".to_owned(), serde::de::IgnoredAny);
        message.caption = Some("like this, but with a fox".to_owned());
    });
    assert!(asked.starts_with("I can only use text and photos.\n\n🎬 Veo 3.1 Fast"), "{asked}");
    assert!(asked.contains("\nlike this, but with a fox\n"), "{asked}");
}

#[test]
fn a_greeting_is_no_prompt() {
    let bot = Bot::new();
    let ann = bot.person(1);
    for words in ["hello", "Hi!", "Thank you :)", "ok"] {
        bot.passes(SignedDuration::from_secs(10));
        assert!(ann.sends(words).starts_with("Describe a scene or send a photo"), "{words}");
    }
}

#[test]
fn no_hint_is_said_twice_in_a_row() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert!(ann.sends("hello").starts_with("Describe a scene"));
    for _ in 0..30 {
        assert_eq!(ann.sends("hello"), "");
    }
    assert!(ann.sends("/dance").starts_with("I don't know that command"));
    assert_eq!(ann.sends("/dance"), "");
    assert!(ann.sends("hello").starts_with("Describe a scene"), "something else was said in between");
    ann.sends("/help");
    assert!(ann.sends("hello").starts_with("Describe a scene"));
    bot.passes(SignedDuration::from_secs(10));
    assert!(ann.sends("hello").starts_with("Describe a scene"), "by now they have read it");
}

#[test]
fn an_unfinished_order_can_be_continued_and_discarded() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("A fox");
    assert!(
        ann.sends("/balance")
            .ends_with("You have an unfinished order.\n[🎬 Make a video] [⭐ Buy credits]\n[Continue] [Discard]")
    );
    assert!(ann.presses("Continue").starts_with("🎬 Veo 3.1 Fast"));
    assert_eq!(ann.presses("Discard"), "✎ Order cancelled. Nothing was charged.");
    assert!(!ann.sends("/balance").contains("unfinished"));
}

#[test]
fn cancel_knows_what_waits_and_what_is_being_made() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    assert_eq!(ann.sends("/cancel"), "Nothing to cancel.");
    ann.orders("one");
    let passed_on = ann.sends("/cancel");
    assert!(passed_on.starts_with("Your order has already been passed on, so it can't be cancelled."), "{passed_on}");
    bot.job_is(shared::job::JobState::Submitted);
    assert_eq!(ann.sends("/cancel"), "Your video is already being made, so it can't be cancelled.");
    bot.change_policy(|policy| policy.under_way_per_person_max = 1);
    ann.orders("two");
    assert!(ann.sends("/cancel").ends_with("[Cancel: two]"));
    assert!(ann.presses("Cancel: two").starts_with("(Cancelled; your credits are back.)"));
}

#[test]
fn what_is_said_in_a_topic_is_answered_there() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    let in_topic = |text: &str| {
        ann.message(|message| {
            (message.message_thread_id, message.is_topic_message) = (Some(7), true);
            message.text = Some(text.to_owned());
        })
    };
    assert!(in_topic("/buy").starts_with("#7 Buy credits"));
    assert!(in_topic("a fox").starts_with("#7 🎬 Veo 3.1 Fast"));
    ann.presses_in_topic(7, "✨ Generate");
    assert!(ann.sends("/balance").starts_with("Your balance"), "outside of topics there is none");
    bot.job_is(shared::job::JobState::Submitted);
    assert!(bot.video_is_there().contains("→ #7 video"), "a video goes where it was ordered");
}
