use super::*;
use crate::core::effect::Keyboard;
use crate::core::ticket::Kind;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

fn send(chat: i64, html: &str) -> Said {
    Said::new(
        Reply::Send { chat, topic: None, html: html.to_owned(), keyboard: Keyboard::default(), effect: None },
        None,
        at(0),
    )
}

fn edit(chat: i64, message: i64, html: &str) -> Said {
    let message = MessageId(message);
    Said::new(Reply::Edit { chat, message, html: html.to_owned(), keyboard: Keyboard::default() }, None, at(0))
}

fn promised(said: Said, notice: &str, until: Timestamp) -> Said {
    let ticket = Ticket { kind: Kind::Notice, key: notice.to_owned(), attempt: 1 };
    Said { promise: Some(Promise { ticket, until }), ..said }
}

fn text(next: Next) -> String {
    match next {
        Next::Say(Said { reply: Reply::Send { html, .. } | Reply::Edit { html, .. }, .. }) => html,
        Next::Say(said) => format!("{:?}", said.reply),
        Next::Wait(until) => format!("wait until {}", until.as_second() - at(0).as_second()),
        Next::Nothing => "nothing".to_owned(),
    }
}

#[test]
fn a_chat_is_spoken_to_in_order_and_chats_take_turns() {
    let mut queue = Queue::default();
    for said in [send(1, "a1"), send(1, "a2"), send(2, "b1")] {
        assert_eq!(queue.push(said), Pushed::Added);
    }
    assert_eq!(text(queue.next(at(0), false)), "a1");
    assert_eq!(text(queue.next(at(0), false)), "b1");
    assert_eq!(text(queue.next(at(1), false)), "nothing");
    queue.finished(Some(1), None);
    assert_eq!(text(queue.next(at(1), false)), "a2");
    queue.finished(Some(1), None);
    queue.finished(Some(2), None);
    assert_eq!(text(queue.next(at(1), false)), "nothing");
    assert_eq!((queue.len(), queue.lanes.len(), queue.turns.len()), (0, 0, 0));
}

#[test]
fn answers_to_queries_go_first_and_checkouts_before_all() {
    let mut queue = Queue::default();
    queue.push(send(1, "a1"));
    queue.push(Said::new(Reply::AnswerCallback { query: "b".to_owned(), text: None }, None, at(0)));
    queue.push(Said::new(Reply::AnswerCheckout { query: "c".to_owned(), refusal: None }, None, at(0)));
    assert!(text(queue.next(at(0), true)).contains("AnswerCheckout"));
    assert!(text(queue.next(at(0), true)).contains("AnswerCallback"));
    assert_eq!(text(queue.next(at(0), true)), "nothing");
    assert_eq!(text(queue.next(at(0), false)), "a1");
}

#[test]
fn a_newer_edit_takes_the_place_of_one_that_waits() {
    let mut queue = Queue::default();
    queue.push(edit(1, 7, "old"));
    queue.push(edit(1, 8, "other"));
    assert_eq!(queue.push(edit(1, 7, "new")), Pushed::Replaced);
    assert_eq!(text(queue.next(at(0), false)), "new");
    queue.push(edit(1, 7, "newest"));
    queue.finished(Some(1), Some(edit(1, 7, "new")));
    assert_eq!(text(queue.next(at(0), false)), "other");
    queue.finished(Some(1), None);
    assert_eq!(text(queue.next(at(1), false)), "newest");
}

#[test]
fn a_promised_edit_is_said_before_a_newer_one() {
    let mut queue = Queue::default();
    queue.push(promised(edit(1, 7, "promised"), "promised", at(9)));
    assert_eq!(queue.push(edit(1, 7, "new")), Pushed::Added);
    assert_eq!(text(queue.next(at(0), false)), "promised");
    queue.finished(Some(1), None);
    assert_eq!(text(queue.next(at(1), false)), "new");
}

#[test]
fn what_is_not_said_in_time_is_dropped() {
    let mut queue = Queue::default();
    queue.push(promised(send(1, "late"), "late", at(5)));
    queue.push(send(1, "next"));
    assert_eq!(text(queue.next(at(6), false)), "next");
    queue.finished(Some(1), None);
    assert_eq!(queue.len(), 0);
}

#[test]
fn who_stops_says_only_what_is_not_promised() {
    let mut queue = Queue::default();
    queue.push(promised(send(1, "promised"), "promised", at(9)));
    queue.push(promised(send(2, "promised"), "promised", at(9)));
    queue.push(send(2, "plain"));
    queue.drop_promises();
    assert_eq!((text(queue.next(at(0), false)), queue.len()), ("plain".to_owned(), 0));
    queue.finished(Some(2), None);
    assert_eq!((text(queue.next(at(0), false)), queue.lanes.len()), ("nothing".to_owned(), 0));
}

#[test]
fn too_many_plain_replies_push_out_the_oldest_and_never_a_promise() {
    let mut queue = Queue::default();
    queue.push(promised(send(1, "promised"), "promised", at(900)));
    for number in 0..PLAIN_PER_CHAT_MAX {
        assert_eq!(queue.push(send(1, &number.to_string())), Pushed::Added);
    }
    assert_eq!(queue.push(send(1, "last")), Pushed::Dropped);
    assert_eq!(queue.len(), PLAIN_PER_CHAT_MAX + 1);
    assert_eq!(text(queue.next(at(0), false)), "promised");
    queue.finished(Some(1), None);
    assert_eq!(text(queue.next(at(0), false)), "1");
}

#[test]
fn a_try_that_failed_is_repeated_before_what_came_later() {
    let mut queue = Queue::default();
    queue.push(send(1, "a1"));
    queue.push(send(1, "a2"));
    let Next::Say(said) = queue.next(at(0), false) else { panic!("there is something to say") };
    queue.finished(Some(1), Some(Said { not_before: at(3), ..said }));
    assert_eq!(text(queue.next(at(1), false)), "wait until 3");
    assert_eq!(text(queue.next(at(3), false)), "a1");
}

#[test]
fn a_permit_is_granted_in_its_turn_by_the_limits_of_its_chat() {
    let mut queue = Queue::default();
    queue.limits().pause(1, at(4));
    let (granted, mut permit) = oneshot::channel();
    let (forgotten, gone) = oneshot::channel();
    drop(gone);
    queue.push_permit(1, forgotten);
    queue.push_permit(1, granted);
    assert_eq!(text(queue.next(at(0), false)), "wait until 4");
    assert!(permit.try_recv().is_err());
    assert_eq!(text(queue.next(at(4), false)), "nothing");
    assert_eq!(permit.try_recv(), Ok(()));
    assert_eq!((queue.len(), queue.lanes.len()), (0, 0));
}

fn of_broadcast(chat: i64, until: Timestamp) -> Said {
    let (from_chat, message, keyboard) = (900, MessageId(7), Keyboard::default());
    let ticket = Ticket { kind: Kind::Broadcast, key: format!("1:{chat}"), attempt: 1 };
    let reply = Reply::Copy { chat, topic: None, from_chat, message, keyboard };
    Said::new(reply, Some(Promise { ticket, until }), at(0))
}

#[test]
fn a_broadcast_comes_last_of_all_and_keeps_no_chat_waiting() {
    let mut queue = Queue::default();
    for chat in [1, 2, 3, 4] {
        assert_eq!(queue.push(of_broadcast(chat, at(9))), Pushed::Added);
    }
    queue.push(send(1, "answer"));
    assert_eq!(text(queue.next(at(0), false)), "answer");
    assert!(text(queue.next(at(0), false)).contains("Copy { chat: 1,"));
    // While that one is under way, its chat is answered, though no more of the broadcast may go out at once.
    queue.finished(Some(1), None);
    queue.push(send(1, "another"));
    assert_eq!(text(queue.next(at(0), false)), "another");
    assert_eq!(queue.len(), 0, "what nobody waits for does not count");
    queue.broadcast_finished();
    assert!(text(queue.next(at(1), false)).contains("Copy { chat: "));
    // What waits too long is left to the core.
    assert_eq!(text(queue.next(at(60), false)), "nothing");
}

#[test]
fn a_broadcast_takes_a_few_calls_only_and_stops_with_the_process() {
    let mut queue = Queue::new(Limits::new(10_000, 5_000));
    (1..=40).for_each(|chat| assert_eq!(queue.push(of_broadcast(chat, at(9))), Pushed::Added));
    let mut calls = 0;
    for second in 0..5 {
        while matches!(queue.next(at(second), false), Next::Say(_)) {
            calls += 1;
        }
    }
    assert!((10..=16).contains(&calls), "{calls} calls at the same time");
    queue.broadcast_finished();
    queue.drop_promises();
    assert_eq!(text(queue.next(at(6), false)), "nothing");
}
