//! What the bot says arrives in order, within the limits, and is reported.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bot::core::effect::{Invoice, Keyboard, Reply};
use bot::core::event::{Event, Outcome, Receipt, Refusal, SaleCall, SaleRefused};
use bot::core::ids::{MessageId, Stars, UserId};
use bot::core::ticket::{Kind, Ticket};
use bot::effects::Task;
use bot::telegram::limits::Limits;
use bot::telegram::outbound::Outbound;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use shared::clock::SteadyClock;
use shared::tasks::Tasks;
use tokio_util::sync::CancellationToken;

use crate::edge::fake::{Call, Fake};
use crate::edge::intake::{DEADLINE, Recorder};

struct Setting {
    fake: Fake,
    intake: Arc<Recorder>,
    outbound: Arc<Outbound>,
    tasks: Tasks,
}

impl Setting {
    async fn start() -> Self {
        let fake = Fake::start().await;
        let intake = Recorder::new();
        let outbound = Outbound::new(fake.client(), Arc::new(SteadyClock::new()), Limits::default());
        let tasks = Tasks::new(CancellationToken::new());
        tasks.spawn_loop("outbound", outbound.clone().run(intake.clone(), tasks.shutdown().clone()));
        Self { fake, intake, outbound, tasks }
    }

    fn tell(&self, notice: &str, reply: Reply) {
        self.outbound.tell(task(notice, reply, in_seconds(60)));
    }
}

fn ticket(notice: &str) -> Ticket {
    Ticket { kind: Kind::Notice, key: notice.to_owned(), attempt: 1 }
}

fn task(notice: &str, work: Reply, until: Timestamp) -> Task<Reply> {
    Task { ticket: ticket(notice), user: UserId(5), until, work }
}

fn in_seconds(seconds: i64) -> Timestamp {
    Timestamp::now() + SignedDuration::from_secs(seconds)
}

fn send(chat: i64, html: &str) -> Reply {
    Reply::Send { chat, topic: None, html: html.to_owned(), keyboard: Keyboard::default(), effect: None }
}

fn edit(chat: i64, message: i64, html: &str) -> Reply {
    Reply::Edit { chat, message: MessageId(message), html: html.to_owned(), keyboard: Keyboard::default() }
}

fn texts(calls: &[Call], chat: i64) -> Vec<String> {
    let to_chat = calls.iter().filter(|call| call.fields["chat_id"] == chat);
    to_chat.map(|call| call.fields["text"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn messages_arrive_in_order_as_html_and_without_previews() {
    let setting = Setting::start().await;
    for number in 0..4 {
        setting.outbound.push(send(5, &format!("<b>{number}</b>")));
    }
    setting.outbound.push(send(6, "to another"));
    let calls = setting.fake.called("sendmessage", 5).await;
    assert_eq!(texts(&calls, 5), ["<b>0</b>", "<b>1</b>", "<b>2</b>", "<b>3</b>"]);
    assert_eq!(calls[0].fields["parse_mode"], "HTML");
    assert_eq!(calls[0].fields["link_preview_options"], json!({"is_disabled": true}));
    assert_eq!(calls[0].fields["reply_markup"], json!(null));
}

#[tokio::test]
async fn an_invoice_is_in_stars() {
    let setting = Setting::start().await;
    let (title, description) = ("10 credits".to_owned(), "For videos".to_owned());
    let invoice = Invoice { title, description, payload: "signed".to_owned(), stars: Stars(50) };
    setting.outbound.push(Reply::Invoice { chat: 5, topic: None, invoice });
    let fields = setting.fake.called("sendinvoice", 1).await.remove(0).fields;
    assert_eq!((&fields["currency"], &fields["payload"]), (&json!("XTR"), &json!("signed")));
    assert_eq!(fields["prices"], json!([{"label": "10 credits", "amount": 50}]));
}

#[tokio::test]
async fn a_chat_that_must_wait_stops_nobody_else_and_gets_its_message_later() {
    let setting = Setting::start().await;
    let wait =
        json!({"ok": false, "error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 1}});
    setting.fake.answers("sendmessage", 429, wait);
    setting.outbound.push(send(5, "one"));
    setting.fake.called("sendmessage", 1).await;
    let began = Instant::now();
    setting.outbound.push(send(5, "two"));
    setting.outbound.push(send(6, "to another"));
    let calls = setting.fake.called("sendmessage", 4).await;
    assert_eq!(texts(&calls[1..], 6).len(), 1, "the other chat came before the repetition");
    assert_eq!(texts(&calls[..2], 6).len(), 1);
    assert_eq!(texts(&calls, 5), ["one", "one", "two"]);
    assert!(began.elapsed() >= Duration::from_millis(800));
}

#[tokio::test]
async fn a_checkout_is_answered_at_once_whatever_else_waits_or_fails() {
    let setting = Setting::start().await;
    setting.fake.holds(&[5]);
    for number in 0..60 {
        setting.outbound.push(send(5, &number.to_string()));
    }
    setting.fake.called("sendmessage", 1).await;
    setting.fake.answers("answerprecheckoutquery", 502, json!("Bad Gateway"));
    setting.fake.answers("answerprecheckoutquery", 502, json!("Bad Gateway"));
    let began = Instant::now();
    setting.outbound.push(Reply::AnswerCheckout { query: "q".to_owned(), refusal: None });
    let calls = setting.fake.called("answerprecheckoutquery", 3).await;
    assert!(began.elapsed() < Duration::from_secs(8), "Telegram waits for ten seconds");
    assert_eq!(calls[2].fields, json!({"pre_checkout_query_id": "q", "ok": true}));
}

#[tokio::test]
async fn of_edits_that_wait_only_the_newest_is_made() {
    let setting = Setting::start().await;
    setting.fake.holds(&[5]);
    setting.tell("promised", edit(5, 7, "10 %"));
    setting.fake.called("editmessagetext", 1).await;
    setting.outbound.push(edit(5, 7, "20 %"));
    setting.outbound.push(edit(5, 7, "30 %"));
    setting.fake.holds(&[]);
    setting.fake.called("editmessagetext", 2).await;
    assert_eq!(setting.intake.outcome(1).await, Outcome::Done(Receipt::Message(MessageId(7))));
    assert_eq!(texts(&setting.fake.calls(), 5), ["10 %", "30 %"]);
}

#[tokio::test]
async fn what_came_of_a_promise_is_reported() {
    let setting = Setting::start().await;
    let mut expected = Vec::new();
    let refused = "Bad Request: can't parse entities";
    for (chat, code, words, outcome) in [
        (1, 403, "Forbidden: bot was blocked by the user", Outcome::Unreachable),
        (2, 400, "Bad Request: message is not modified: …", Outcome::Done(Receipt::Message(MessageId(7)))),
        (3, 400, "Bad Request: message to edit not found", Outcome::Refused(Refusal::MessageGone)),
        (4, 400, refused, Outcome::Refused(Refusal::Other(refused.to_owned()))),
        (5, 502, "Bad Gateway", Outcome::TryAgain(None)),
        (6, 401, "Unauthorized", Outcome::TryAgain(None)),
    ] {
        setting.fake.refuses("editmessagetext", code, words);
        setting.tell(words, edit(chat, 7, "text"));
        expected.push((ticket(words), outcome));
        setting.intake.reported(expected.len()).await;
    }
    assert_eq!(setting.intake.reported(expected.len()).await, expected);
}

#[tokio::test]
async fn what_is_late_is_neither_said_nor_reported() {
    let setting = Setting::start().await;
    setting.outbound.tell(task("late", send(5, "late"), in_seconds(-1)));
    setting.tell("next", send(5, "next"));
    let told = setting.intake.reported(1).await;
    assert_eq!(told[0].0, ticket("next"));
    assert_eq!(texts(&setting.fake.calls(), 5), ["next"]);
}

#[tokio::test]
async fn a_shutdown_says_first_what_waits_and_leaves_the_promises_to_the_next_start() {
    let setting = Setting::start().await;
    setting.fake.holds(&[5]);
    setting.outbound.push(send(5, "0"));
    setting.fake.called("sendmessage", 1).await;
    setting.tell("promised", send(5, "promised"));
    for number in 1..4 {
        setting.outbound.push(send(5, &number.to_string()));
    }
    setting.tasks.shutdown().cancel();
    setting.outbound.push(send(6, "while it stops"));
    setting.fake.called("sendmessage", 2).await;
    setting.fake.holds(&[]);
    setting.tasks.finish(DEADLINE).await.unwrap();
    assert_eq!(texts(&setting.fake.calls(), 5), ["0", "1", "2", "3"]);
    assert!(setting.intake.events().is_empty());
    assert_eq!(setting.outbound.permit(5).await, None, "nobody waits for ever");
}

#[tokio::test]
async fn an_answer_is_tried_through_an_outage_in_its_place_and_without_holding_others_up() {
    let setting = Setting::start().await;
    for _ in 0..5 {
        setting.fake.answers("sendmessage", 502, json!("Bad Gateway"));
    }
    setting.outbound.push(send(5, "one"));
    setting.outbound.push(send(5, "two"));
    setting.fake.called("sendmessage", 4).await;
    setting.outbound.push(edit(6, 7, "to another"));
    setting.fake.called("editmessagetext", 1).await;
    let calls = setting.fake.called("sendmessage", 7).await;
    assert_eq!(texts(&calls, 5), ["one", "one", "one", "one", "one", "one", "two"]);
}

#[tokio::test]
async fn a_toast_is_not_worth_an_outage() {
    let setting = Setting::start().await;
    for _ in 0..40 {
        setting.fake.answers("answercallbackquery", 502, json!("Bad Gateway"));
    }
    setting.outbound.push(Reply::AnswerCallback { query: "q".to_owned(), text: None });
    setting.fake.called("answercallbackquery", 3).await;
    setting.tasks.shutdown().cancel();
    setting.tasks.finish(DEADLINE).await.unwrap();
    assert!(setting.fake.calls().len() <= 5, "{:?}", setting.fake.calls());
}

#[tokio::test]
async fn an_answer_under_a_message_that_is_gone_becomes_a_new_message() {
    let setting = Setting::start().await;
    let gone = ["Bad Request: message to edit not found", "Bad Request: message can't be edited"];
    for (message, words) in (7..).zip(gone) {
        setting.fake.refuses("editmessagetext", 400, words);
        setting.outbound.push(edit(5, message, words));
    }
    let calls = setting.fake.called("sendmessage", 2).await;
    assert_eq!(texts(&calls, 5), gone);
}

#[tokio::test]
async fn a_refused_toast_stops_no_message() {
    let setting = Setting::start().await;
    let wait = json!({"ok": false, "error_code": 429, "parameters": {"retry_after": 600}});
    setting.fake.answers("answercallbackquery", 429, wait);
    setting.outbound.push(Reply::AnswerCallback { query: "q".to_owned(), text: None });
    setting.fake.called("answercallbackquery", 1).await;
    setting.outbound.push(send(5, "one"));
    setting.outbound.push(Reply::AnswerCheckout { query: "c".to_owned(), refusal: None });
    setting.fake.called("sendmessage", 1).await;
    setting.fake.called("answerprecheckoutquery", 1).await;
}

#[tokio::test]
async fn a_refused_invoice_or_checkout_is_reported_and_everyday_refusals_are_not() {
    let setting = Setting::start().await;
    let invoice = || {
        let (title, description) = ("10 credits".to_owned(), "For videos".to_owned());
        Reply::Invoice {
            chat: 5,
            topic: None,
            invoice: Invoice { title, description, payload: "p".to_owned(), stars: Stars(0) },
        }
    };
    let checkout = || Reply::AnswerCheckout { query: "q".to_owned(), refusal: None };
    setting.fake.refuses("sendinvoice", 403, "Forbidden: bot was blocked by the user");
    setting.fake.refuses("sendinvoice", 400, "Bad Request: STARS_INVOICE_INVALID");
    setting.outbound.push(invoice());
    setting.outbound.push(invoice());
    setting.intake.received(1).await;
    let old = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    setting.fake.refuses("answerprecheckoutquery", 400, old);
    setting.outbound.push(checkout());
    setting.fake.called("answerprecheckoutquery", 1).await;
    setting.fake.refuses("answerprecheckoutquery", 400, "Bad Request: PAYMENT_UNSUPPORTED");
    setting.outbound.push(checkout());
    let refused = |event| {
        let Event::SaleRefused(refused) = event else { panic!("not a refused sale: {event:?}") };
        refused
    };
    let refused: Vec<SaleRefused> = setting.intake.received(2).await.into_iter().map(refused).collect();
    let (call, buyer, reason) = (SaleCall::Invoice, Some(UserId(5)), "Bad Request: STARS_INVOICE_INVALID".to_owned());
    assert_eq!(refused[0], SaleRefused { call, buyer, reason });
    let (call, buyer, reason) = (SaleCall::Checkout, None, "Bad Request: PAYMENT_UNSUPPORTED".to_owned());
    assert_eq!(refused[1], SaleRefused { call, buyer, reason });
}

#[tokio::test]
async fn what_was_meant_for_a_topic_that_is_gone_goes_to_the_chat() {
    let setting = Setting::start().await;
    setting.fake.refuses("sendmessage", 400, "Bad Request: message thread not found");
    let (html, keyboard) = ("hello".to_owned(), Keyboard::default());
    setting.outbound.push(Reply::Send { chat: 5, topic: Some(7), html, keyboard, effect: None });
    let calls = setting.fake.called("sendmessage", 2).await;
    assert_eq!(calls[0].fields["message_thread_id"], 7);
    assert_eq!(
        (&calls[1].fields["message_thread_id"], texts(&calls[1..], 5)),
        (&json!(null), vec!["hello".to_owned()])
    );
}

#[tokio::test]
async fn a_video_that_telegram_does_not_have_any_more_is_answered_by_its_words() {
    let setting = Setting::start().await;
    setting.fake.refuses("sendvideo", 400, "Bad Request: wrong file identifier/HTTP URL specified");
    let (html, keyboard) = ("<b>a fox</b>".to_owned(), Keyboard::default());
    setting.outbound.push(Reply::Video { chat: 5, topic: None, video: "gone".to_owned(), html, keyboard });
    assert_eq!(texts(&setting.fake.called("sendmessage", 1).await, 5), ["<b>a fox</b>"]);
}

#[tokio::test]
async fn a_subscription_is_a_link_that_telegram_makes_and_a_button_with_it() {
    let setting = Setting::start().await;
    let subscription = || {
        let (title, description) = ("20 credits".to_owned(), "Every 30 days".to_owned());
        let invoice = Invoice { title, description, payload: "p".to_owned(), stars: Stars(1500) };
        let (html, label) = ("<b>Monthly</b>".to_owned(), "Subscribe".to_owned());
        Reply::Subscription { chat: 5, topic: None, html, label, invoice }
    };
    setting.fake.answers("createinvoicelink", 200, json!({"ok": true, "result": "https://t.me/$abc"}));
    setting.outbound.push(subscription());
    let calls = setting.fake.called("sendmessage", 1).await;
    assert_eq!(texts(&calls, 5), ["<b>Monthly</b>"]);
    let button = &calls[0].fields["reply_markup"]["inline_keyboard"][0][0];
    assert_eq!((&button["text"], &button["url"]), (&json!("Subscribe"), &json!("https://t.me/$abc")));
    let made = &setting.fake.called("createinvoicelink", 1).await[0].fields;
    assert_eq!((&made["subscription_period"], &made["currency"]), (&json!(2_592_000), &json!("XTR")));
    assert_eq!(made["prices"], json!([{"label": "20 credits", "amount": 1500}]));

    setting.fake.refuses("createinvoicelink", 400, "Bad Request: SUBSCRIPTION_AMOUNT_INVALID");
    setting.outbound.push(subscription());
    let [Event::SaleRefused(refused)] = &setting.intake.received(1).await[..] else { panic!("no sale was refused") };
    assert_eq!((refused.call, refused.buyer), (SaleCall::Subscription, Some(UserId(5))));
}
