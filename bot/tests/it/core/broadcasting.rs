//! An operator's message to everybody: written, aimed, sent, stopped, and gone on with after a crash.

use bot::core::effect::{Attempt, Effect, Reply, Work};
use bot::core::event::{Event, Outcome, Receipt, Refusal, Report};
use bot::core::ids::{MessageId, UserId};
use bot::core::ticket::{Kind, Ticket};
use insta::assert_snapshot;
use jiff::SignedDuration;

use crate::core::conversation::{Bot, OPERATOR};
use crate::core::person::Person;

mod choosing;

fn seconds(seconds: i64) -> SignedDuration {
    SignedDuration::from_secs(seconds)
}

/// So many people have written to the bot, by the ids from 1 on.
fn shop_of(people: i64) -> Bot {
    let bot = Bot::new();
    (1..=people).for_each(|id| drop(bot.person(id).sends("/start")));
    bot.person(OPERATOR).sends("/start");
    bot
}

/// The operator writes a message and looks at the panel.
fn writes(operator: &Person<'_>) -> String {
    operator.sends("/broadcast");
    operator.sends("<b>Half price</b> this week!")
}

/// The messages of a broadcast that these effects send, with whom they are for.
fn sent(effects: &[Effect]) -> Vec<(i64, Ticket)> {
    let of_broadcast = |effect: &Effect| match effect {
        Effect::Attempt(Attempt { ticket, user, work: Work::Tell(Reply::Copy { .. }), .. })
            if ticket.kind == Kind::Broadcast =>
        {
            Some((user.0, ticket.clone()))
        }
        Effect::Attempt(_)
        | Effect::Reply(_)
        | Effect::ReadStars { .. }
        | Effect::ReadPriceList
        | Effect::ReadShop
        | Effect::ShowStats(_) => None,
    };
    effects.iter().filter_map(of_broadcast).collect()
}

fn users(sent: &[(i64, Ticket)]) -> Vec<i64> {
    sent.iter().map(|(user, _)| *user).collect()
}

/// Whom it is being sent to after a tick.
fn next(bot: &Bot) -> Vec<(i64, Ticket)> {
    sent(&bot.hands_out(&Event::Tick))
}

fn ends(bot: &Bot, ticket: Ticket, outcome: Outcome) -> Vec<(i64, Ticket)> {
    sent(&bot.hands_out(&Event::Reported(Report { ticket, outcome })))
}

fn done() -> Outcome {
    Outcome::Done(Receipt::Message(MessageId(1)))
}

/// The operator sends the draft; nobody has reported yet.
fn begins(bot: &Bot, operator: &Person<'_>) -> Vec<(i64, Ticket)> {
    let (_, data) = operator.button("Send now");
    let id: i64 = data.split(':').nth(1).unwrap().parse().unwrap();
    bot.is_damaged_by(&format!(
        "UPDATE broadcasts SET state = 'scheduled', starts_at = 0, status_message = 1 WHERE id = {id}"
    ));
    next(bot)
}

#[test]
fn everybody_gets_the_message_and_the_operator_sees_how_it_goes() {
    let bot = shop_of(2);
    let operator = bot.person(OPERATOR);
    assert_snapshot!(operator.sends("/broadcast"), @r"
    900: 📣 Send me the message that people should get: a text with its formatting, or one photo or video with a caption. You'll see it first and pick who gets it; nothing goes out yet.
    [Cancel]
    ");
    assert_snapshot!(operator.sends("<b>Half price</b> this week!"), @r"
    900: copy of message 9 of 900
    [🔕 Stop these messages]

    900: 👆 That's what people will get; each of them can stop such messages by the button under it.

    To: all languages · 3 people
    People who switched news off or blocked the bot aren't counted. Pick who gets it, then when. Times are UTC.
    [✓ 👥 Everybody]
    [🌐 One language…] [Seen in 7 days]
    [Seen in 30 days] [Seen in 90 days]
    [📣 Send now to 3]
    [Tomorrow 9:00] [Tomorrow 17:00]
    [In an hour] [Another time…]
    [Cancel]
    ");
    assert_snapshot!(operator.presses("Send now"), @r"
    900: ✎ 📣 On its way: 0%
    To: all languages · 3 people
    ✅ 0 got it · 🚫 0 blocked the bot · ⚠️ 0 refused by Telegram
    [⏸ Pause] [✖️ Cancel]

    copy of message 9 of 900
    [🔕 Stop these messages]

    2: copy of message 9 of 900
    [🔕 Stop these messages]

    900: copy of message 9 of 900
    [🔕 Stop these messages]

    900: 📣 Your broadcast is done. ✅ 3 got it · 🚫 0 blocked the bot · ⚠️ 0 refused by Telegram.
    ");
    assert_snapshot!(bot.waits(seconds(1)), @r"
    900: ✎ 📣 Done.
    To: all languages · 3 people
    ✅ 3 got it · 🚫 0 blocked the bot · ⚠️ 0 refused by Telegram
    ");
    assert_eq!(bot.waits(seconds(60)), "");
    assert_eq!(bot.count("SELECT count(*) FROM outbox WHERE kind = 'broadcast'"), 0);
    let written = "SELECT reason FROM operator_actions WHERE action = 'broadcast' AND operator = 900";
    assert_snapshot!(bot.one::<String>(written), @"started 1, to all languages: 3 people");
}

#[test]
fn who_presses_twice_sends_once() {
    let bot = shop_of(1);
    let operator = bot.person(OPERATOR);
    writes(&operator);
    let (message, data) = operator.button("Send now");
    operator.presses_data(Some(message), &data);
    assert_snapshot!(operator.presses_data(Some(message), &data), @"(This button has expired.)");
    // The buttons of a draft that another one took the place of.
    writes(&operator);
    let (message, data) = operator.button("Send now");
    operator.sends("/broadcast");
    assert_snapshot!(operator.presses_data(Some(message), &data), @"(This button has expired.)");
}

#[test]
fn nobody_but_operators_can_send_anything() {
    let bot = shop_of(1);
    let (ann, operator) = (bot.person(1), bot.person(OPERATOR));
    assert!(ann.sends("/broadcast").contains("don't know that command"), "{}", ann.sends("/broadcast"));
    writes(&operator);
    let (_, data) = operator.button("Send now");
    assert_snapshot!(ann.presses_data(None, &data), @"(This button has expired.)");
    for data in ["broadcast:99:now", "broadcast:1:nonsense", "broadcast::now", "broadcast:1:seen:many", "news:perhaps"]
    {
        assert_eq!(operator.presses_data(None, data), "(This button has expired.)", "{data}");
    }
    assert_eq!(bot.count("SELECT count(*) FROM outbox WHERE kind = 'broadcast'"), 0);
}

#[test]
fn who_switched_it_off_gets_none_and_can_switch_it_on_again() {
    let bot = shop_of(2);
    let (ann, operator) = (bot.person(1), bot.person(OPERATOR));
    assert_snapshot!(ann.presses_data(Some(7), "news:off"), @"(OK, no more news. You'll still hear about your videos and payments. /settings turns news back on.)");
    writes(&operator);
    let shown = operator.presses("Send now");
    assert!(shown.contains("2: copy of message") && !shown.contains("\n\ncopy of"), "{shown}");
    assert!(ann.sends("/settings").contains("News from us: off"));
    assert!(ann.presses("Turn on news").contains("News from us: on"));
    writes(&operator);
    assert!(operator.presses("Send now").contains("\n\ncopy of message"));
}

#[test]
fn who_switches_it_off_while_it_is_on_its_way_gets_none() {
    let bot = shop_of(2);
    bot.change_policy(|policy| policy.broadcast_per_second = 2);
    let operator = bot.person(OPERATOR);
    writes(&operator);
    let first = begins(&bot, &operator);
    assert_eq!(users(&first), [1, 2, OPERATOR]);
    bot.person(2).presses_data(None, "news:off");
    // Nobody reports, so everybody is tried again.
    bot.passes(SignedDuration::from_mins(3));
    assert_eq!(users(&next(&bot)), [1, OPERATOR]);
}

#[test]
fn a_lost_answer_is_made_up_for_once() {
    let bot = shop_of(0);
    let operator = bot.person(OPERATOR);
    writes(&operator);
    let mut under_way = begins(&bot, &operator);
    // That it had to wait says nothing of whether somebody has it.
    for outcome in [Outcome::TryAgain(None), Outcome::TryAgain(None), Outcome::Unclear] {
        assert_eq!(ends(&bot, under_way.remove(0).1, outcome), []);
        bot.passes(SignedDuration::from_mins(20));
        under_way = next(&bot);
        assert_eq!(users(&under_way), [OPERATOR]);
    }
    assert_eq!(ends(&bot, under_way.remove(0).1, Outcome::Unclear), []);
    bot.passes(SignedDuration::from_mins(20));
    assert_eq!(next(&bot), []);
    assert_eq!(bot.count("SELECT failed FROM broadcasts WHERE state = 'done'"), 1);
}

#[test]
fn whoever_stops_it_the_author_sees_that() {
    let bot = shop_of(1);
    bot.change_policy(|policy| policy.admins.extend([UserId(901)]));
    let (author, other) = (bot.person(OPERATOR), bot.person(901));
    writes(&author);
    begins(&bot, &author);
    assert!(other.sends("/broadcast").contains("On its way"));
    other.presses_data(Some(99), "broadcast:1:cancel");
    let shown = bot.waits(seconds(1));
    assert!(shown.contains("900: ✎ 📣 Cancelled"), "{shown}");
    assert_eq!(bot.waits(seconds(10)), "", "it is shown once");
}

#[test]
fn it_ends_when_the_last_person_switches_it_off() {
    let bot = shop_of(0);
    let operator = bot.person(OPERATOR);
    writes(&operator);
    assert_eq!(users(&begins(&bot, &operator)), [OPERATOR]);
    operator.presses_data(None, "news:off");
    bot.passes(SignedDuration::from_mins(3));
    assert_eq!(next(&bot), []);
    // Nobody will report anything more.
    assert!(bot.looks_at_once());
    assert_eq!(next(&bot), []);
    assert_eq!(bot.one::<String>("SELECT state FROM broadcasts"), "done");
    assert!(!bot.looks_at_once());
}

#[test]
fn only_a_few_are_under_way_and_nobody_who_came_later_gets_it() {
    let bot = shop_of(20);
    bot.change_policy(|policy| policy.broadcast_per_second = 2);
    let operator = bot.person(OPERATOR);
    writes(&operator);
    let mut under_way = begins(&bot, &operator);
    assert_eq!(users(&under_way), [1, 2, 3, 4]);
    bot.passes(seconds(1));
    bot.person(15_000).sends("/start");
    bot.person(0).sends("/start");
    let mut got = Vec::new();
    while let Some((user, ticket)) = under_way.pop() {
        got.push(user);
        under_way.extend(ends(&bot, ticket, done()));
        assert!(under_way.len() <= 4, "{under_way:?}");
    }
    got.sort_unstable();
    assert_eq!(got, (1..=20).chain([OPERATOR]).collect::<Vec<_>>());
    assert_eq!(bot.count("SELECT sent FROM broadcasts WHERE state = 'done'"), 21);
}

#[test]
fn a_crash_sends_again_only_what_nobody_reported() {
    let bot = shop_of(8);
    bot.change_policy(|policy| policy.broadcast_per_second = 2);
    let operator = bot.person(OPERATOR);
    writes(&operator);
    let first = begins(&bot, &operator);
    for (_, ticket) in &first[..2] {
        ends(&bot, ticket.clone(), done());
    }
    let again = sent(&bot.hands_out(&Event::Started));
    assert_eq!(users(&again), [3, 4, 5, 6]);
    let mut got = vec![1, 2];
    let mut under_way = again;
    while let Some((user, ticket)) = under_way.pop() {
        got.push(user);
        under_way.extend(ends(&bot, ticket, done()));
    }
    got.sort_unstable();
    assert_eq!(got, (1..=8).chain([OPERATOR]).collect::<Vec<_>>());
    // What an attempt of the earlier process says is no news.
    assert_eq!(ends(&bot, first[3].1.clone(), done()), []);
    assert_eq!(bot.count("SELECT sent FROM broadcasts"), 9);
}

#[test]
fn who_blocked_the_bot_is_not_tried_again_before_they_write() {
    let bot = shop_of(1);
    let (ann, operator) = (bot.person(1), bot.person(OPERATOR));
    writes(&operator);
    for (user, ticket) in begins(&bot, &operator) {
        ends(&bot, ticket, if user == 1 { Outcome::Unreachable } else { done() });
    }
    assert_eq!(bot.count("SELECT blocked FROM broadcasts"), 1);
    writes(&operator);
    assert_eq!(users(&begins(&bot, &operator)), [OPERATOR]);
    ann.sends("/start");
    writes(&operator);
    assert!(writes(&operator).contains("2 people"));
}

#[test]
fn it_is_paused_continued_and_cancelled() {
    let bot = shop_of(9);
    bot.change_policy(|policy| policy.broadcast_per_second = 2);
    let operator = bot.person(OPERATOR);
    writes(&operator);
    let under_way = begins(&bot, &operator);
    bot.passes(seconds(20));
    bot.hands_out(&Event::Tick);
    let press = |action: &str| operator.presses_data(Some(1), &format!("broadcast:1:{action}"));
    assert_snapshot!(press("pause"), @r"
    900: ✎ 📣 Paused at 0%. Nobody gets it twice when you continue.
    To: all languages · 10 people
    ✅ 0 got it · 🚫 0 blocked the bot · ⚠️ 0 refused by Telegram
    [▶️ Continue] [✖️ Cancel]
    ");
    assert_eq!(press("pause").lines().next(), Some("900: ✎ 📣 Paused at 0%. Nobody gets it twice when you continue."));
    // What was under way arrives, or is tried again when it goes on.
    ends(&bot, under_way[0].1.clone(), done());
    ends(&bot, under_way[1].1.clone(), Outcome::TryAgain(None));
    bot.passes(SignedDuration::from_mins(3));
    assert_eq!(next(&bot), []);
    assert_eq!(sent(&bot.hands_out(&Event::Started)), []);
    let resumed = press("resume");
    assert!(resumed.contains("2: copy of message") && !resumed.contains("\n\ncopy of"), "{resumed}");
    assert_eq!(bot.count("SELECT sent FROM broadcasts WHERE state = 'done'"), 10);
    writes(&operator);
    let under_way = begins(&bot, &operator);
    assert!(operator.presses_data(Some(1), "broadcast:2:cancel").contains("Cancelled."));
    under_way.into_iter().for_each(|(_, ticket)| drop(ends(&bot, ticket, Outcome::TryAgain(None))));
    bot.passes(SignedDuration::from_mins(3));
    assert_eq!(next(&bot), []);
    assert_eq!(bot.count("SELECT count(*) FROM outbox WHERE kind = 'broadcast'"), 0);
    assert!(operator.presses_data(Some(1), "broadcast:2:resume").starts_with("900: ✎ 📣 Cancelled."));
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions WHERE action = 'broadcast'"), 3);
}

#[test]
fn a_message_that_telegram_refuses_pauses_it() {
    let bot = shop_of(30);
    let operator = bot.person(OPERATOR);
    writes(&operator);
    let mut said = String::new();
    for (_, ticket) in begins(&bot, &operator) {
        said += &bot.reports(ticket, Outcome::Refused(Refusal::Other("Bad Request: no".to_owned())));
    }
    assert_snapshot!(said, @r"
    900: ⚠️ Your broadcast is paused: Telegram refuses the message: Bad Request: no. If it can't be mended, cancel it and send another.
    [▶️ Continue] [✖️ Cancel]
    ");
    assert_eq!(bot.count("SELECT failed FROM broadcasts WHERE state = 'paused'"), 9);
    writes(&operator);
    let (_, first) = begins(&bot, &operator).remove(0);
    assert_snapshot!(bot.reports(first, Outcome::Refused(Refusal::MessageGone)), @r"
    900: ⚠️ Your broadcast is paused: the message isn't in this chat any more, so I can't copy it. Cancel it and send it again; to leave out those who have it, write to other people.
    [▶️ Continue] [✖️ Cancel]
    ");
}
