//! Whom a broadcast is for, and when it goes out.

use insta::assert_snapshot;
use jiff::SignedDuration;

use super::{begins, seconds, users, writes};
use crate::core::conversation::{Bot, OPERATOR};

/// People who speak several languages, some of whom were here long ago.
fn shop() -> Bot {
    let bot = Bot::new();
    for (id, language) in [(1, "en"), (2, "de"), (3, "pt-br"), (4, "pt"), (5, "fil")] {
        bot.person_speaking(id, language).sends("/start");
    }
    bot.passes(SignedDuration::from_hours(24 * 20));
    bot.person_speaking(4, "pt").sends("/help");
    bot.person(OPERATOR).sends("/start");
    bot
}

#[test]
fn people_are_chosen_by_language_and_by_when_they_were_here() {
    let bot = shop();
    let operator = bot.person(OPERATOR);
    writes(&operator);
    assert_snapshot!(operator.presses("One language"), @r"
    900: ✎ Which language should they speak? People whose Telegram is in it, or who chose it here:
    [✓ All languages]
    [English · 2] [Português · 2]
    [Deutsch · 1] [FIL · 1]
    [◀️ Back]
    ");
    assert_snapshot!(operator.presses("Português"), @r"
    900: ✎ 👆 That's what people will get; each of them can stop such messages by the button under it.

    To: Português · 2 people
    People who switched news off or blocked the bot aren't counted. Pick who gets it, then when. Times are UTC.
    [👥 Everybody]
    [✓ Português] [Seen in 7 days]
    [Seen in 30 days] [Seen in 90 days]
    [📣 Send now to 2]
    [Tomorrow 9:00] [Tomorrow 17:00]
    [In an hour] [Another time…]
    [Cancel]
    ");
    assert!(operator.presses("Seen in 7 days").contains("To: Português, seen within 7 days · one person"));
    assert_eq!(users(&begins(&bot, &operator)), [4]);
    writes(&operator);
    assert!(operator.presses("Seen in 7 days").contains("2 people"));
    assert!(operator.presses("Seen in 30 days").contains("6 people"));
    assert!(operator.presses("Seen in 30 days").contains("To: all languages · 6 people"));
    operator.presses("One language");
    assert!(operator.presses("FIL").contains("one person"));
    bot.person_speaking(5, "fil").presses_data(None, "news:off");
    assert_snapshot!(operator.presses("Send now"), @"(Nobody would get it. Pick other people.)");
    assert!(operator.presses("Everybody").contains("5 people"));
}

#[test]
fn the_language_that_people_chose_counts() {
    let bot = shop();
    let operator = bot.person(OPERATOR);
    bot.person_speaking(1, "en").presses_data(None, "settings:language:de");
    writes(&operator);
    operator.presses("One language");
    assert!(operator.presses("Deutsch").contains("2 people"));
}

#[test]
fn it_waits_for_its_time() {
    let bot = shop();
    let operator = bot.person(OPERATOR);
    writes(&operator);
    assert_snapshot!(operator.presses("Tomorrow 9:00"), @r"
    900: ✎ 📣 Goes out on 2027-02-05 09:00 UTC.
    To: all languages · 6 people
    Keep the message you sent me: I copy it from this chat.
    [✖️ Cancel]
    ");
    assert_eq!(bot.waits(SignedDuration::from_hours(24)), "");
    let begun = bot.waits(SignedDuration::from_hours(2));
    assert!(begun.contains("2: copy of message"), "{begun}");
    writes(&operator);
    operator.presses("In an hour");
    assert!(operator.presses("Cancel").contains("Cancelled."));
    assert!(!bot.waits(SignedDuration::from_hours(2)).contains("copy of"));
    let reasons = "SELECT group_concat(reason, '; ') FROM operator_actions WHERE action = 'broadcast'";
    assert_snapshot!(bot.one::<String>(reasons), @"scheduled 1 for 2027-02-05T09:00:00Z, to all languages; scheduled 2 for 2027-02-05T11:00:00Z, to all languages; cancelled 2 after 0 people");
}

#[test]
fn a_time_can_be_written() {
    let bot = shop();
    let operator = bot.person(OPERATOR);
    writes(&operator);
    assert_snapshot!(operator.presses("Another time"), @r"
    900: When should it go out? Write the time in UTC, such as 18:30 or 2027-12-24 09:00, at most 60 days ahead. It's 2027-02-04 08:00 now.
    [Cancel]
    ");
    assert!(operator.sends("soon").contains("When should it go out?"));
    assert!(operator.sends("2020-01-01 10:00").contains("That time has passed"));
    assert_snapshot!(operator.sends("2027-02-10 10:30"), @r"
    900: ✎ 📣 Goes out on 2027-02-10 10:30 UTC.
    To: all languages · 6 people
    Keep the message you sent me: I copy it from this chat.
    [✖️ Cancel]

    900: 📣 Goes out on 2027-02-10 10:30 UTC.
    To: all languages · 6 people
    Keep the message you sent me: I copy it from this chat.
    ");
    assert!(bot.waits(SignedDuration::from_hours(24 * 7)).contains("copy of message"));
    // What is written after it is an order like any other.
    assert!(!operator.sends("12:00").contains("When should it go out?"));
}

#[test]
fn what_cannot_be_copied_is_not_taken() {
    let bot = shop();
    let operator = bot.person(OPERATOR);
    operator.sends("/broadcast");
    assert!(operator.sends_a("sticker").contains("I can't send that to everybody"));
    bot.passes(seconds(11));
    assert!(operator.sends_of_album("file", None).contains("Albums don't work"));
    assert!(operator.sends_a("video").contains("copy of message"));
    operator.sends("/broadcast");
    assert!(operator.sends_captioned("file", "look").contains("copy of message"));
    operator.sends("/broadcast");
    assert_snapshot!(operator.sends("/cancel"), @"900: OK, nothing is sent.");
    assert!(!operator.sends("a fox").contains("copy of message"));
    operator.sends("/broadcast");
    bot.waits(SignedDuration::from_hours(2));
    assert!(!operator.sends("a fox").contains("copy of message"));
    assert_eq!(bot.waits(seconds(1)), "");
}
