//! Messages of a broadcast: last of all, at their own pace, and reported.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bot::core::effect::{Button, ButtonAction, Keyboard, Reply};
use bot::core::event::{Event, Outcome, Receipt};
use bot::core::ids::{MessageId, UserId};
use bot::core::ticket::{Kind, Ticket};
use bot::effects::Task;
use bot::telegram::limits::Limits;
use bot::telegram::outbound::Outbound;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use shared::clock::SteadyClock;
use shared::tasks::Tasks;
use tokio_util::sync::CancellationToken;

use crate::edge::fake::Fake;
use crate::edge::intake::Recorder;

struct Setting {
    fake: Fake,
    intake: Arc<Recorder>,
    outbound: Arc<Outbound>,
    _tasks: Tasks,
}

impl Setting {
    async fn start(broadcast_per_second: u32) -> Self {
        let fake = Fake::start().await;
        let intake = Recorder::new();
        let limits = Limits::new(28, broadcast_per_second);
        let outbound = Outbound::new(fake.client(), Arc::new(SteadyClock::new()), limits);
        let tasks = Tasks::new(CancellationToken::new());
        tasks.spawn_loop("outbound", outbound.clone().run(intake.clone(), tasks.shutdown().clone()));
        Self { fake, intake, outbound, _tasks: tasks }
    }

    /// A message of the operator's is copied to somebody.
    fn copies(&self, chat: i64) {
        let stop = Button::new("Stop", ButtonAction::Callback("news:off".to_owned()));
        let keyboard = Keyboard(vec![vec![stop]]);
        let work = Reply::Copy { chat, topic: None, from_chat: 900, message: MessageId(7), keyboard };
        let ticket = Ticket { kind: Kind::Broadcast, key: format!("1:{chat}"), attempt: 1 };
        let until = Timestamp::now() + SignedDuration::from_secs(60);
        self.outbound.tell(Task { ticket, user: UserId(chat), until, work });
    }

    async fn outcomes(&self, number: usize) -> Vec<Outcome> {
        let outcome = |event| {
            let Event::Reported(report) = event else { panic!("no report: {event:?}") };
            report.outcome
        };
        self.intake.received(number).await.into_iter().map(outcome).collect()
    }
}

#[tokio::test]
async fn it_is_a_copy_with_the_way_out_under_it() {
    let setting = Setting::start(15).await;
    setting.fake.answers("copymessage", 200, json!({"ok": true, "result": {"message_id": 12}}));
    setting.copies(5);
    let fields = setting.fake.called("copymessage", 1).await.remove(0).fields;
    assert_eq!(
        (&fields["chat_id"], &fields["from_chat_id"], &fields["message_id"]),
        (&json!(5), &json!(900), &json!(7))
    );
    assert_eq!(fields["reply_markup"]["inline_keyboard"][0][0]["callback_data"], "news:off");
    assert_eq!(setting.outcomes(1).await, [Outcome::Done(Receipt::Message(MessageId(12)))]);
}

#[tokio::test]
async fn an_answer_is_never_behind_it() {
    let setting = Setting::start(4).await;
    (1..=40).for_each(|chat| setting.copies(chat));
    setting.fake.called("copymessage", 3).await;
    let began = Instant::now();
    for chat in [1, 2, 30] {
        let (html, keyboard) = ("answer".to_owned(), Keyboard::default());
        setting.outbound.push(Reply::Send { chat, topic: None, html, keyboard, effect: None });
    }
    setting.fake.called("sendmessage", 3).await;
    assert!(began.elapsed() < Duration::from_millis(700), "{:?}", began.elapsed());
}

#[tokio::test]
async fn who_has_blocked_the_bot_and_whoever_must_wait_are_reported() {
    let setting = Setting::start(15).await;
    setting.fake.refuses("copymessage", 403, "Forbidden: bot was blocked by the user");
    setting.copies(5);
    assert_eq!(setting.outcomes(1).await, [Outcome::Unreachable]);
    let wait =
        json!({"ok": false, "error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 1}});
    setting.fake.answers("copymessage", 429, wait);
    setting.copies(6);
    assert!(matches!(setting.outcomes(2).await[..], [_, Outcome::TryAgain(Some(_))]));
    // Then it is silent for that long, to everybody.
    let began = Instant::now();
    setting.copies(7);
    setting.fake.called("copymessage", 3).await;
    assert!(began.elapsed() > Duration::from_millis(700), "{:?}", began.elapsed());
}
