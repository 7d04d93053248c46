//! Videos reach the people who ordered them, by whichever way works.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use axum::response::Response;
use bot::core::effect::{Button, ButtonAction, Deliver, DeliveryMethod, Keyboard, LinkWords, MessageEffect};
use bot::core::event::{Outcome, Receipt, Refusal};
use bot::core::ids::UserId;
use bot::core::ticket::{Kind, Ticket};
use bot::effects::Task;
use bot::effects::deliver::Deliverer;
use bot::effects::deliver::copies::{Copies, CopyError, CopyLimits};
use bot::effects::deliver::url_policy::UrlPolicy;
use bot::effects::deliver::videos::{self, VideoLinks};
use bot::telegram::limits::Limits;
use bot::telegram::outbound::Outbound;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use shared::clock::{Clock, ManualClock, SteadyClock};
use shared::job::JobId;
use shared::signing::SigningKey;
use shared::tasks::Tasks;
use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;
use url::Url;

use crate::edge::fake::Fake;
use crate::edge::intake::Recorder;
use crate::edge::samples;

/// A small video.
fn clip() -> Vec<u8> {
    samples::video(100)
}

pub(crate) struct Setting {
    pub(crate) fake: Fake,
    pub(crate) intake: Arc<Recorder>,
    delivery: mpsc::Sender<Task<Deliver>>,
    pub(crate) copies: Copies,
    _folder: TempDir,
}

impl Setting {
    pub(crate) async fn start() -> Self {
        Self::with_links(Some(links())).await
    }

    /// With an address that people can reach, or none.
    pub(crate) async fn with_links(links: Option<VideoLinks>) -> Self {
        Self::with(links, 0).await
    }

    /// On a disk on which so much is to stay free.
    pub(crate) async fn with_reserve(reserve_bytes: u64) -> Self {
        Self::with(Some(links()), reserve_bytes).await
    }

    async fn with(links: Option<VideoLinks>, reserve_bytes: u64) -> Self {
        let fake = Fake::start().await;
        fake.keeps("video.mp4", &clip());
        let intake = Recorder::new();
        let folder = tempfile::tempdir().unwrap();
        let limits = CopyLimits { bytes_max: 1 << 20, reserve_bytes, keep_for: SignedDuration::from_hours(24) };
        let copies = open_limited_copies(&fake, &folder, limits, Arc::new(SteadyClock::new())).await;
        let outbound = Outbound::new(fake.client(), Arc::new(SteadyClock::new()), Limits::default());
        let tasks = Tasks::new(CancellationToken::new());
        tasks.spawn_loop("outbound", outbound.clone().run(intake.clone(), tasks.shutdown().clone()));
        let deliverer =
            Deliverer { telegram: fake.client(), outbound, reporter: intake.reporter(), copies: copies.clone(), links };
        let (delivery, waiting) = mpsc::channel(16);
        tasks.spawn_loop("delivery", deliverer.run(waiting, tasks.shutdown().clone()));
        Self { fake, intake, delivery, copies, _folder: folder }
    }

    pub(crate) fn video(&self, method: DeliveryMethod, name: &str) -> Deliver {
        let again = ButtonAction::Callback("again".to_owned());
        Deliver {
            job: job(),
            method,
            urls: vec![self.fake.result_url(name)],
            caption: "A cat <at> sea".to_owned(),
            topic: None,
            seconds: None,
            link: LinkWords {
                too_large: "<b>Too large</b>".to_owned(),
                not_taken: "<b>Not taken</b>".to_owned(),
                kept: "Kept".to_owned(),
                at_provider: "There".to_owned(),
            },
            keyboard: Keyboard(vec![vec![Button::new("Again", again)]]),
            effect: None,
        }
    }

    /// Hands a video over.
    pub(crate) fn delivers(&self, video: Deliver) {
        self.attempts(1, Timestamp::now() + SignedDuration::from_secs(60), video);
    }

    pub(crate) fn attempts(&self, attempt: i64, until: Timestamp, work: Deliver) {
        let ticket = Ticket { kind: Kind::Deliver, key: job().to_string(), attempt };
        self.delivery.try_send(Task { ticket, user: UserId(5), until, work }).unwrap();
    }
}

pub(crate) fn job() -> JobId {
    JobId::new(Timestamp::UNIX_EPOCH, [1; 10])
}

pub(crate) fn links() -> VideoLinks {
    VideoLinks { base: "https://bot.example/".parse().unwrap(), key: SigningKey::new("key".into()) }
}

async fn open_copies(fake: &Fake, folder: &TempDir, bytes_max: u64, clock: Arc<dyn Clock>) -> Copies {
    let limits = CopyLimits { bytes_max, reserve_bytes: 0, keep_for: SignedDuration::from_hours(24) };
    open_limited_copies(fake, folder, limits, clock).await
}

async fn open_limited_copies(fake: &Fake, folder: &TempDir, limits: CopyLimits, clock: Arc<dyn Clock>) -> Copies {
    let policy = UrlPolicy::new(&fake.result_url(""));
    Copies::open(folder.path().join("videos"), limits, policy, clock).await.unwrap()
}

pub(crate) fn delivered() -> Outcome {
    Outcome::Done(Receipt::Video(Some("kept".to_owned())))
}

async fn fetch(setting: &Setting, url: &Url, range: &str) -> Response {
    fetch_by("GET", setting, url, range).await
}

async fn fetch_by(method: &str, setting: &Setting, url: &Url, range: &str) -> Response {
    let request = Request::builder().method(method).uri(url.path()).header("range", range).body(Body::empty()).unwrap();
    videos::router(setting.copies.clone(), links().key).oneshot(request).await.unwrap()
}

async fn text(answer: Response) -> Vec<u8> {
    axum::body::to_bytes(answer.into_body(), 10_000).await.unwrap().to_vec()
}

#[tokio::test]
async fn telegram_fetches_a_small_video_itself() {
    let setting = Setting::start().await;
    setting.delivers(Deliver { topic: Some(7), ..setting.video(DeliveryMethod::ByUrl, "video.mp4") });
    assert_eq!(setting.intake.outcome(1).await, delivered());
    let fields = setting.fake.called("sendvideo", 1).await.remove(0).fields;
    assert_eq!(
        fields,
        json!({"chat_id": 5, "message_thread_id": 7, "video": setting.fake.result_url("video.mp4"), "caption": "A cat <at> sea", "parse_mode": "HTML",
            "width": 640, "height": 360, "duration": 8, "supports_streaming": true,
            "reply_markup": {"inline_keyboard": [[{"text": "Again", "callback_data": "again"}]]}})
    );
}

#[tokio::test]
async fn an_effect_that_telegram_does_not_know_any_more_keeps_no_video_back() {
    let setting = Setting::start().await;
    let refused = json!({"ok": false, "error_code": 400, "description": "Bad Request: EFFECT_ID_INVALID"});
    setting.fake.answers("sendvideo", 400, refused);
    setting
        .delivers(Deliver { effect: Some(MessageEffect::Fire), ..setting.video(DeliveryMethod::ByUrl, "video.mp4") });
    assert_eq!(setting.intake.outcome(1).await, delivered());
    let calls = setting.fake.called("sendvideo", 2).await;
    assert_eq!(calls[0].fields["message_effect_id"], "5104841245755180586");
    assert!(calls[1].fields.get("message_effect_id").is_none(), "{}", calls[1].fields);
}

#[tokio::test]
async fn a_video_without_sound_comes_back_as_an_animation_and_is_delivered_all_the_same() {
    let setting = Setting::start().await;
    for (number, result) in [
        json!({"message_id": 1, "animation": {"file_id": "kept"}, "document": {"file_id": "other"}}),
        json!({"message_id": 1, "document": {"file_id": "kept"}}),
    ]
    .into_iter()
    .enumerate()
    {
        setting.fake.answers("sendvideo", 200, json!({"ok": true, "result": result}));
        setting.delivers(setting.video(DeliveryMethod::ByUrl, "video.mp4"));
        assert_eq!(setting.intake.outcome(number + 1).await, delivered());
    }
    setting.fake.answers("sendvideo", 200, json!({"ok": true, "result": "an answer of another world"}));
    setting.delivers(setting.video(DeliveryMethod::ByUrl, "video.mp4"));
    assert_eq!(setting.intake.outcome(3).await, Outcome::Done(Receipt::Video(None)));
}

#[tokio::test]
async fn what_telegram_says_of_a_video_is_reported() {
    let setting = Setting::start().await;
    let bad_url = "Bad Request: failed to get HTTP URL content";
    for (number, (code, words, outcome)) in [
        (400, bad_url, Outcome::Refused(Refusal::Other(bad_url.to_owned()))),
        (403, "Forbidden: bot was blocked by the user", Outcome::Unreachable),
        (500, "Internal Server Error", Outcome::Unclear),
        (504, "Gateway Timeout", Outcome::Unclear),
        (401, "Unauthorized", Outcome::TryAgain(None)),
    ]
    .into_iter()
    .enumerate()
    {
        setting.fake.refuses("sendvideo", code, words);
        setting.delivers(setting.video(DeliveryMethod::ByUrl, "video.mp4"));
        assert_eq!(setting.intake.outcome(number + 1).await, outcome, "{words}");
    }
    let wait = json!({"ok": false, "error_code": 429, "parameters": {"retry_after": 30}});
    setting.fake.answers("sendvideo", 429, wait);
    setting.delivers(setting.video(DeliveryMethod::ByUrl, "video.mp4"));
    let asked = setting.intake.outcome(6).await;
    assert!(matches!(asked, Outcome::TryAgain(Some(until)) if until > Timestamp::now()), "{asked:?}");
}

#[tokio::test]
async fn telegram_is_sent_to_no_address_that_we_would_not_read_from() {
    let setting = Setting::start().await;
    let inner: Url = "https://169.254.169.254/latest/meta-data".parse().unwrap();
    for (number, method) in
        [DeliveryMethod::ByUrl, DeliveryMethod::Upload, DeliveryMethod::Link].into_iter().enumerate()
    {
        setting.delivers(Deliver { urls: vec![inner.clone()], ..setting.video(method, "") });
        let outcome = setting.intake.outcome(number + 1).await;
        let Outcome::Refused(Refusal::NoVideo(reason)) = outcome else { panic!("{method:?}: {outcome:?}") };
        assert!(reason.ends_with("the address of the video is not a public one"), "{reason}");
    }
    assert!(setting.fake.calls().iter().all(|call| !call.method.starts_with("send")), "{:?}", setting.fake.calls());

    let good = setting.fake.result_url("video.mp4");
    setting.delivers(Deliver { urls: vec![inner, good.clone()], ..setting.video(DeliveryMethod::ByUrl, "") });
    assert_eq!(setting.intake.outcome(4).await, delivered());
    let sent = setting.fake.called("sendvideo", 1).await;
    assert_eq!((sent.len(), &sent[0].fields["video"]), (1, &json!(good)));
}

#[tokio::test]
async fn a_larger_video_is_streamed_through() {
    let setting = Setting::start().await;
    let large = samples::video(3 << 20);
    setting.fake.keeps("large.mp4", &large);
    setting.delivers(setting.video(DeliveryMethod::Upload, "large.mp4"));
    assert_eq!(setting.intake.outcome(1).await, delivered());
    let fields = setting.fake.called("sendvideo", 1).await.remove(0).fields;
    assert_eq!(fields["video_bytes"], large.len());
    assert_eq!((&fields["chat_id"], &fields["caption"]), (&json!(5), &json!("A cat <at> sea")));
    assert_eq!([&fields["width"], &fields["height"], &fields["duration"]], [640, 360, 8]);
    assert_eq!(fields["reply_markup"]["inline_keyboard"][0][0]["text"], "Again");
    assert_eq!(setting.fake.called("sendchataction", 1).await[0].fields["action"], "upload_video");
}

#[tokio::test]
async fn a_video_that_the_provider_has_lost_is_uploaded_from_our_copy() {
    let setting = Setting::start().await;
    setting.delivers(setting.video(DeliveryMethod::Upload, "lost.mp4"));
    let lost = setting.intake.outcome(1).await;
    assert!(matches!(lost, Outcome::Refused(_)), "{lost:?}");

    setting.copies.keep(job(), &[setting.fake.result_url("video.mp4")]).await.unwrap();
    setting.delivers(setting.video(DeliveryMethod::Upload, "lost.mp4"));
    assert_eq!(setting.intake.outcome(2).await, delivered());
    assert_eq!(setting.fake.called("sendvideo", 1).await[0].fields["video_bytes"], clip().len());
}

#[tokio::test]
async fn a_copy_is_kept_of_what_could_not_be_delivered_again_and_again() {
    let setting = Setting::start().await;
    let soon = Timestamp::now() + SignedDuration::from_secs(60);
    for attempt in 1..=2 {
        setting.fake.refuses("sendvideo", 403, "Forbidden: bot was blocked by the user");
        setting.attempts(attempt, soon, setting.video(DeliveryMethod::ByUrl, "video.mp4"));
    }
    setting.intake.outcome(2).await;
    let wait = async {
        while setting.copies.find(job()).await.unwrap().is_none() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(crate::edge::intake::DEADLINE, wait).await.expect("a copy is kept");
}

#[tokio::test]
async fn a_video_that_telegram_does_not_take_is_served_by_us() {
    let setting = Setting::start().await;
    setting.delivers(setting.video(DeliveryMethod::Link, "video.mp4"));
    assert_eq!(setting.intake.outcome(1).await, Outcome::Done(Receipt::Video(None)));
    let fields = setting.fake.called("sendmessage", 1).await.remove(0).fields;
    let words = (&fields["text"], &fields["parse_mode"]);
    assert_eq!(words, (&json!("<b>Not taken</b>\n\nKept"), &json!("HTML")), "it is not too large");
    let url: Url = serde_json::from_value(fields["reply_markup"]["inline_keyboard"][0][0]["url"].clone()).unwrap();
    assert_eq!(url, links().url(job()));

    let (video, length) = (clip(), clip().len());
    let whole = fetch(&setting, &url, "").await;
    assert_eq!((whole.status().as_u16(), whole.headers()["accept-ranges"].to_str().unwrap()), (200, "bytes"));
    assert!(whole.headers()["content-disposition"].to_str().unwrap().starts_with("attachment; filename="));
    assert_eq!(text(whole).await, video);
    let part = fetch(&setting, &url, "bytes=2-4").await;
    assert_eq!(part.status(), 206);
    assert_eq!(part.headers()["content-range"], format!("bytes 2-4/{length}").as_str());
    assert_eq!(text(part).await, video[2..=4]);
    for (range, status, expected) in [
        ("bytes=10-", 206, &video[10..]),
        ("bytes=15-50000", 206, &video[15..]),
        ("bytes=-3", 206, &video[length - 3..]),
        ("bytes=0-1,5-6", 200, &video),
        ("lines=1-2", 200, &video),
    ] {
        let answer = fetch(&setting, &url, range).await;
        assert_eq!(answer.status(), status, "{range}");
        assert_eq!(text(answer).await, expected, "{range}");
    }
    assert_eq!(fetch(&setting, &url, "bytes=99999-").await.status(), 416);
    let head = fetch_by("HEAD", &setting, &url, "").await;
    assert_eq!(head.headers()["content-type"], "video/mp4");
    assert_eq!(head.headers()["content-length"], length.to_string().as_str());
    assert_eq!(head.headers()["x-content-type-options"], "nosniff");
    assert!(text(head).await.is_empty());
    let forged = url.join("AAAAAAAAAAAAAAAAAAAAAA").unwrap();
    assert_eq!(fetch(&setting, &forged, "").await.status(), 404);
}

#[tokio::test]
async fn what_is_late_is_left_to_whoever_got_it_since() {
    let setting = Setting::start().await;
    let late = Timestamp::now() - SignedDuration::from_secs(1);
    setting.attempts(1, late, setting.video(DeliveryMethod::ByUrl, "video.mp4"));
    setting.delivers(setting.video(DeliveryMethod::ByUrl, "video.mp4"));
    assert_eq!(setting.intake.outcome(1).await, delivered());
    assert_eq!(setting.fake.called("sendvideo", 1).await.len(), 1);
}

#[tokio::test]
async fn copies_have_a_limit_and_old_ones_make_room() {
    let fake = Fake::start().await;
    fake.keeps("video.mp4", &clip());
    let folder = tempfile::tempdir().unwrap();
    let clock = ManualClock::new(Timestamp::now());
    let length = u64::try_from(clip().len()).unwrap();
    let copies = open_copies(&fake, &folder, length + 1, Arc::new(clock.clone())).await;
    let urls = [fake.result_url("video.mp4")];
    copies.keep(job(), &urls).await.unwrap();
    let second = JobId::new(Timestamp::UNIX_EPOCH, [2; 10]);
    assert!(matches!(copies.keep(second, &urls).await, Err(CopyError::NoRoom { .. })));

    clock.advance(SignedDuration::from_hours(25));
    assert_eq!(copies.keep(second, &urls).await.unwrap().size_bytes, length);
    assert!(copies.find(job()).await.unwrap().is_none());
    copies.remove(second).await;
    assert!(copies.find(second).await.unwrap().is_none());
}

#[tokio::test]
async fn what_was_half_copied_is_removed_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let part = folder.path().join("videos").join("x.part");
    std::fs::create_dir_all(part.parent().unwrap()).unwrap();
    std::fs::write(&part, "half").unwrap();
    open_copies(&Fake::start().await, &folder, 20, Arc::new(SteadyClock::new())).await;
    assert!(!part.exists());
}
