//! The outbox: attempts, late reports, flooded chats and rows that cannot be attempted.

use bot::core::effect::Effect;
use bot::core::event::{Event, Outcome, Receipt, Report};
use bot::core::ids::MessageId;
use bot::core::ticket::{Kind, Ticket};
use jiff::SignedDuration;
use shared::job::{FailureReason, JobState};

use super::conversation::Bot;

/// What the bot wants to have told, of these kinds.
fn tickets(effects: Vec<Effect>, kinds: &[Kind]) -> Vec<Ticket> {
    let ticket = |effect| match effect {
        Effect::Attempt(attempt) => Some(attempt.ticket),
        Effect::Reply(_)
        | Effect::ReadStars { .. }
        | Effect::ReadPriceList
        | Effect::ReadShop
        | Effect::ShowStats(_) => None,
    };
    effects.into_iter().filter_map(ticket).filter(|ticket| kinds.contains(&ticket.kind)).collect()
}

#[test]
fn a_status_that_changed_while_the_older_one_was_on_its_way_is_shown_after_it() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("a cat");
    let unconfirmed = bot.word_of_job(JobState::Unconfirmed { until: bot.now() });
    let [older] = &tickets(bot.hands_out(&unconfirmed), &[Kind::Status])[..] else { panic!("a status is told") };
    let failed = bot.word_of_job(JobState::Failed { reason: FailureReason::Policy });
    assert_eq!(tickets(bot.hands_out(&failed), &[Kind::Status]), [], "one at a time");
    let shown = Outcome::Done(Receipt::Message(MessageId(1)));
    assert!(bot.reports(older.clone(), shown).contains("failed – "));
}

#[test]
fn bad_news_that_came_back_twice_is_told_once_more_all_the_same() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("a cat");
    let failed = bot.word_of_job(JobState::Failed { reason: FailureReason::Policy });
    let both = [Kind::Status, Kind::Notice];
    let first = tickets(bot.hands_out(&failed), &both);
    // The first try takes so long that a second one begins.
    bot.passes(SignedDuration::from_mins(2));
    let second = tickets(bot.hands_out(&Event::Tick), &both);
    assert_eq!((first.len(), second.len()), (2, 2), "the status and the news");
    for ticket in first.into_iter().chain(second) {
        bot.hands_out(&Event::Reported(Report { ticket, outcome: Outcome::Unreachable }));
    }
    assert!(bot.waits(SignedDuration::from_mins(6)).contains("1 credit returned"));
}

#[test]
fn a_late_report_does_not_end_the_wait_for_a_newer_attempt() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("a cat");
    let failed = bot.word_of_job(JobState::Failed { reason: FailureReason::Policy });
    let [first] = &tickets(bot.hands_out(&failed), &[Kind::Notice])[..] else { panic!("bad news is told") };
    bot.passes(SignedDuration::from_mins(2));
    let [second] = &tickets(bot.hands_out(&Event::Tick), &[Kind::Notice])[..] else { panic!("it is tried again") };
    assert_eq!((first.attempt, second.attempt), (1, 2));
    let late = Event::Reported(Report { ticket: first.clone(), outcome: Outcome::TryAgain(None) });
    bot.hands_out(&late);
    bot.passes(SignedDuration::from_secs(60));
    assert_eq!(tickets(bot.hands_out(&Event::Tick), &[Kind::Notice]), [], "the second attempt is still on its way");
}

#[test]
fn a_flooded_chat_holds_up_nobody_else_and_gets_everything_in_turn() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    let flood = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 1000)
                 INSERT INTO outbox (kind, key, user, state, due, payload, at)
                 SELECT 'notice', 'flood:' || n, 900, 'waiting', 0, '{\"unreadable_transaction\":{\"id\":\"x\"}}', 1800000000000 FROM n";
    ann.orders("a cat");
    bot.is_damaged_by(flood);
    let failed = bot.word_of_job(JobState::Failed { reason: FailureReason::Policy });
    let mut under_way: Vec<Ticket> = Vec::new();
    let mut others = Vec::new();
    for event in std::iter::once(failed).chain(std::iter::repeat_n(Event::Tick, 12)) {
        let (flood, other): (Vec<_>, Vec<_>) = tickets(bot.hands_out(&event), &[Kind::Notice])
            .into_iter()
            .partition(|ticket| ticket.key.contains("flood"));
        under_way.extend(flood);
        others.extend(other);
    }
    assert_eq!(under_way.len(), 4, "a few at a time");
    assert_eq!(others.len(), 1, "the bad news is on its way: {others:?}");
    let mut sent = 0;
    while let Some(ticket) = under_way.pop() {
        sent += 1;
        let outcome = Outcome::Done(Receipt::Message(MessageId(1)));
        under_way.extend(tickets(bot.hands_out(&Event::Reported(Report { ticket, outcome })), &[Kind::Notice]));
    }
    assert_eq!(sent, 1000);
}

#[test]
fn a_row_that_cannot_be_attempted_is_set_aside_and_no_event_is_blamed_for_it() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    bot.is_damaged_by(
        "INSERT INTO outbox (kind, key, user, state, due, payload, at) VALUES ('notice', 'odd', 1, 'waiting', 0, 'odd', 1800000000000)",
    );
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits"));
    assert!(ann.orders("a cat").contains("Order placed"));
    let waits = (0..4).map(|_| bot.waits(SignedDuration::from_secs(20))).collect::<Vec<_>>();
    assert!(waits.concat().contains("900: ⚠️ Something couldn't be handled and was set aside"), "{waits:?}");
    assert_eq!(bot.count("SELECT count(*) FROM dead_letters"), 1);
    assert_eq!(bot.count("SELECT count(*) FROM outbox WHERE state = 'dead'"), 1);
}
