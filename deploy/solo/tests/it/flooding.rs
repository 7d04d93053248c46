//! The bot's limits against Telegram's: nothing that it may say earns a 429, with burst and sustained rate as published.
//!
//! In the bot's time, without waiting: what waits in each chat is said as soon as the bot's limits allow it, and arrives a
//! little later, now sooner, now later.

use std::collections::{BTreeMap, VecDeque};

use bot::telegram::limits::{Counted, Limits};
use jiff::Timestamp;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use simulators::telegram::{Admission, FloodGate, FloodLimits, What};

/// Something to say from this millisecond on.
type Waiting = (i64, Counted, What);

const ANSWER: (Counted, What) = (Counted::InChat, What::Edit);
const STATUS: (Counted, What) = (Counted::Everywhere, What::Edit);
const MESSAGE: (Counted, What) = (Counted::Everywhere, What::Message);

/// Says everything to all chats. The longest that something waited, in milliseconds.
fn say_all(mut chats: BTreeMap<i64, VecDeque<Waiting>>) -> i64 {
    let mut limits = Limits::default();
    let mut gate = FloodGate::new(FloodLimits::default());
    let mut random = StdRng::seed_from_u64(7);
    // What is on its way: when it arrives, and in which order it left. In one chat nothing overtakes.
    let mut arriving: BTreeMap<(i64, u64), (i64, What)> = BTreeMap::new();
    let mut free_at: BTreeMap<i64, i64> = BTreeMap::new();
    let (mut left, mut longest) = (0, 0);
    for now in 0.. {
        while let Some(first) = arriving.first_entry().filter(|first| first.key().0 <= now) {
            let (at, _) = *first.key();
            let (chat, what) = first.remove();
            assert_eq!(gate.admit(chat, what, at), Admission::Go, "{what:?} to {chat} at {at} ms");
        }
        if chats.is_empty() && arriving.is_empty() {
            return longest;
        }
        let moment = Timestamp::from_millisecond(1_800_000_000_000 + now).unwrap();
        for (chat, waiting) in &mut chats {
            let Some((since, counted, what)) = waiting.front().copied().filter(|(since, ..)| *since <= now) else {
                continue;
            };
            let is_free = free_at.get(chat).is_none_or(|free_at| *free_at <= now);
            if !is_free || limits.take(*chat, counted, moment).is_err() {
                continue;
            }
            waiting.pop_front();
            longest = longest.max(now - since);
            let arrives = now + random.random_range(2..60);
            left += 1;
            arriving.insert((arrives, left), (*chat, what));
            // The next call to the chat is made when this one is answered.
            free_at.insert(*chat, arrives + 2);
        }
        chats.retain(|_, waiting| !waiting.is_empty());
    }
    longest
}

fn one(chat: i64, what: impl IntoIterator<Item = (i64, (Counted, What))>) -> BTreeMap<i64, VecDeque<Waiting>> {
    BTreeMap::from([(chat, what.into_iter().map(|(at, (counted, what))| (at, counted, what)).collect())])
}

#[test]
fn a_long_conversation_is_answered_at_once_and_never_too_much() {
    // A minute of somebody who taps faster than once a second now and then, twenty times over.
    let taps = (0..20).flat_map(|minute| (0..50).map(move |tap| (minute * 60_000 + tap * 1100, ANSWER)));
    assert!(say_all(one(5, taps)) < 100);
    let burst = (0..8).map(|tap| (tap * 150, ANSWER));
    assert!(say_all(one(5, burst)) < 100, "a short burst does not wait");
    let messages = (0..1000).map(|number| (number * 10, MESSAGE));
    say_all(one(5, messages));
}

#[test]
fn a_group_gets_no_more_than_it_may() {
    say_all(one(-5, (0..300).map(|number| (number * 50, MESSAGE))));
}

#[test]
fn fifty_orders_of_one_person_earn_no_429() {
    // Each has a status that changes four times, and a video.
    let orders = (0..50).flat_map(|_| [MESSAGE, STATUS, STATUS, MESSAGE, STATUS]);
    let longest = say_all(one(5, orders.map(|what| (0, what))));
    assert!(longest < 250_000, "{longest} ms");
}

#[test]
fn a_crowd_is_served_as_fast_as_telegram_allows_and_a_tap_waits_for_none_of_it() {
    let mut chats: BTreeMap<i64, VecDeque<Waiting>> = BTreeMap::new();
    for chat in 1..=600 {
        chats.insert(chat, [(0, Counted::Everywhere, What::Message)].into());
    }
    let longest = say_all(chats.clone());
    assert!((20_000..26_000).contains(&longest), "600 messages took {longest} ms");
    let taps = (1001..=1100).map(|chat| (chat, [(3000, Counted::InChat, What::Edit)].into()));
    let mut only_taps: BTreeMap<i64, VecDeque<Waiting>> = taps.collect();
    assert_eq!(say_all(only_taps.clone()), 0, "100 people tap at once");
    only_taps.extend(chats);
    say_all(only_taps);
}
