//! The connection to Telegram is watched: what can be mended is, and what is wrong is said once, and once when it is over.

use std::sync::Arc;
use std::time::Duration;

use bot::core::event::{ConnectionState, Event, TroubleKind};
use bot::core::update::ALLOWED_UPDATES;
use bot::telegram::connection::{Connection, Pace, Watch, Way};
use bot::telegram::{polling, webhook};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use shared::clock::ManualClock;
use shared::tasks::Tasks;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;

use crate::edge::fake::Fake;
use crate::edge::intake::{DEADLINE, Recorder};

const URL: &str = "https://bot.example/telegram";

struct Setting {
    fake: Fake,
    intake: Arc<Recorder>,
    clock: ManualClock,
    connection: Arc<Connection>,
    tasks: Tasks,
}

impl Setting {
    async fn start() -> Self {
        let clock = ManualClock::new(Timestamp::from_second(1_800_000_000).unwrap());
        let connection = Connection::new(Arc::new(clock.clone()));
        let tasks = Tasks::new(CancellationToken::new());
        Self { fake: Fake::start().await, intake: Recorder::new(), clock, connection, tasks }
    }

    /// Watches from now on, looking whenever something odd was met, or else as often as this.
    fn watches(&self, way: Way, every: Duration) {
        let pace = Pace { every, at_most_every: Duration::from_millis(1) };
        let watch = Watch::new(self.fake.client(), way, self.connection.clone(), pace);
        let (intake, shutdown) = (self.intake.clone(), self.tasks.shutdown().clone());
        self.tasks.spawn_loop("the watch", async move {
            watch.run(&*intake, &shutdown).await;
            Ok::<_, std::convert::Infallible>(())
        });
    }

    /// What Telegram says of the webhook from the next look on, once.
    fn knows(&self, url: &str, waiting: i64, error_date: Option<i64>) {
        let mut info = json!({"url": url, "pending_update_count": waiting, "allowed_updates": ALLOWED_UPDATES});
        if let Some(date) = error_date {
            info["last_error_date"] = json!(date);
            info["last_error_message"] = json!("Wrong response from the webhook: 401 Unauthorized");
        }
        self.fake.answers("getwebhookinfo", 200, json!({"ok": true, "result": info}));
    }

    /// Waits until operators were told so many times; the last that was said.
    async fn told(&self, times: usize) -> ConnectionState {
        match self.intake.received(times).await.pop() {
            Some(Event::Connection(state)) => state,
            other => panic!("{other:?}"),
        }
    }

    fn passes(&self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
    }
}

fn by_webhook() -> Way {
    Way::Webhook { url: URL.parse().unwrap(), secret: "secret".into() }
}

fn kind(state: &ConnectionState) -> Option<TroubleKind> {
    state.trouble.as_ref().map(|trouble| trouble.kind)
}

const OFTEN: Duration = Duration::from_millis(2);
const NEVER: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn a_webhook_that_another_process_took_is_set_again_and_told_once() {
    let setting = Setting::start().await;
    setting.knows("https://another.example/", 0, None);
    setting.watches(by_webhook(), NEVER);
    let set = setting.fake.called("setwebhook", 1).await.remove(0).fields;
    assert_eq!((&set["url"], &set["secret_token"]), (&json!(URL), &json!("secret")));
    assert_eq!(kind(&setting.told(1).await), Some(TroubleKind::Taken));
    assert!(setting.connection.check().unwrap_err().contains("another process changed where Telegram sends updates"));
}

#[tokio::test]
async fn it_is_said_once_that_updates_arrive_again() {
    let setting = Setting::start().await;
    setting.knows("", 0, None);
    for _ in 0..2000 {
        setting.knows(URL, 0, None);
    }
    setting.watches(by_webhook(), OFTEN);
    assert_eq!(kind(&setting.told(1).await), Some(TroubleKind::Taken));
    setting.fake.called("getwebhookinfo", 4).await;
    assert!(setting.connection.check().is_err(), "it may happen again at any moment");
    setting.passes(121);
    assert_eq!(kind(&setting.told(2).await), None);
    assert_eq!(setting.connection.check(), Ok(()));
    assert_eq!(setting.fake.called("setwebhook", 1).await.len(), 1);
}

#[tokio::test]
async fn a_post_without_the_secret_has_telegram_asked_at_once_and_the_webhook_set_again() {
    let setting = Setting::start().await;
    setting.knows(URL, 0, None);
    setting.watches(by_webhook(), NEVER);
    setting.fake.called("getwebhookinfo", 1).await;

    // Telegram has another secret, and says so.
    setting.knows(URL, 1, Some(1_800_000_007));
    let router = webhook::router("secret".into(), setting.intake.clone(), setting.connection.clone());
    let post = axum::http::Request::post(webhook::PATH).body(axum::body::Body::from(r#"{"update_id":1}"#)).unwrap();
    assert_eq!(router.oneshot(post).await.unwrap().status(), 401);
    setting.fake.called("setwebhook", 1).await;
    assert_eq!(setting.fake.called("getwebhookinfo", 2).await.len(), 2);
}

#[tokio::test]
async fn posts_that_fail_for_a_minute_are_told_with_telegrams_words() {
    let setting = Setting::start().await;
    setting.knows(URL, 1, Some(1_700_000_000));
    for look in 1..2000 {
        setting.knows(URL, 3, Some(1_800_000_000 + look));
    }
    setting.watches(by_webhook(), OFTEN);
    setting.fake.called("setwebhook", 2).await;
    assert!(setting.intake.events().is_empty(), "it may pass by itself");
    setting.passes(61);
    let trouble = setting.told(1).await.trouble.unwrap();
    assert_eq!(trouble.kind, TroubleKind::Failing);
    assert_eq!(trouble.words, "Wrong response from the webhook: 401 Unauthorized");
}

#[tokio::test]
async fn an_error_from_before_the_start_is_none_of_ours() {
    let setting = Setting::start().await;
    for _ in 0..4 {
        setting.knows(URL, 3, Some(1_700_000_000));
    }
    setting.watches(by_webhook(), OFTEN);
    setting.fake.called("getwebhookinfo", 4).await;
    assert!(setting.fake.calls().iter().all(|call| call.method != "setwebhook"));
}

#[tokio::test]
async fn updates_that_pile_up_have_the_webhook_set_again_and_are_told() {
    let setting = Setting::start().await;
    for waiting in 0..2000 {
        setting.knows(URL, 100 + waiting, None);
    }
    setting.watches(by_webhook(), OFTEN);
    setting.fake.called("setwebhook", 2).await;
    setting.passes(181);
    assert_eq!(kind(&setting.told(1).await), Some(TroubleKind::Behind));
}

/// Polls and watches while Telegram refuses so.
async fn polls_while(code: u16, words: &str) -> Setting {
    let setting = Setting::start().await;
    for _ in 0..40 {
        setting.fake.refuses("getupdates", code, words);
    }
    setting.watches(Way::Polling, OFTEN);
    let (telegram, shutdown) = (setting.fake.client(), setting.tasks.shutdown().clone());
    let polling = polling::run(telegram, setting.intake.clone(), setting.connection.clone(), shutdown);
    setting.tasks.spawn_loop("polling", polling);
    setting.fake.called("getupdates", 2).await;
    // Another look was over after that.
    let looks = setting.fake.calls().iter().filter(|call| call.method == "getwebhookinfo").count();
    setting.fake.called("getwebhookinfo", looks + 3).await;
    assert_eq!(setting.connection.check(), Ok(()), "once is not enough");
    setting
}

#[tokio::test]
async fn another_process_that_polls_is_told_when_it_lasts() {
    let setting = polls_while(409, "Conflict: terminated by other getUpdates request").await;
    setting.passes(59);
    setting.fake.called("getupdates", 3).await;
    setting.passes(2);
    assert_eq!(kind(&setting.told(1).await), Some(TroubleKind::Conflict));
}

#[tokio::test]
async fn a_token_that_telegram_does_not_know_is_believed_after_a_minute_and_ends_nothing() {
    let setting = polls_while(401, "Unauthorized").await;
    setting.passes(61);
    assert_eq!(kind(&setting.told(1).await), Some(TroubleKind::TokenRefused));
    assert!(setting.connection.check().unwrap_err().contains("Telegram does not know the bot"));
    setting.tasks.shutdown().cancel();
    tokio::time::timeout(DEADLINE, setting.tasks.finish(DEADLINE)).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_webhook_in_the_way_of_polling_is_removed() {
    let setting = Setting::start().await;
    setting.knows("https://another.example/", 0, None);
    setting.watches(Way::Polling, NEVER);
    setting.fake.called("deletewebhook", 1).await;
    assert_eq!(kind(&setting.told(1).await), Some(TroubleKind::Taken));
}

#[tokio::test]
async fn a_database_that_works_again_hears_what_it_missed() {
    let setting = Setting::start().await;
    setting.knows("", 0, None);
    setting.intake.commits(false);
    setting.watches(by_webhook(), OFTEN);
    assert_eq!(kind(&setting.told(1).await), Some(TroubleKind::Taken));
    setting.intake.commits(true);
    let _: Value = setting.fake.called("getwebhookinfo", 3).await.remove(2).fields;
}
