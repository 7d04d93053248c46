//! From an order to a video, and every way that ends without one.

use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use shared::clock::Clock as _;
use shared::job::{Epoch, FailureReason, GenerationJob, ImageSource, JobState, ModelId, OptionValue, TaskId};
use shared::queue::{Outgoing, Publisher as _, Topic};
use tokio::sync::Notify;
use worker::job_store::JobRecord;

use crate::fake_kie::{Create, serve};
use crate::system::{System, failed, succeeded};

#[tokio::test]
async fn an_order_becomes_a_video() {
    let mut system = System::polling().await;
    let order = system.order(1);
    system.publishes(&order).await;

    let submitted = system.bot_hears().await;
    assert_eq!(
        (submitted.job, submitted.task, submitted.state),
        (order.job, Some(TaskId::new("task-1")), JobState::Submitted)
    );
    system.kie.has_made_the_video();
    system.time_passes(5);
    assert_eq!(system.bot_hears().await.state, succeeded());
    assert_eq!(system.kie.posts().len(), 1);
    system.stop().await;
}

/// A worker whose task runs, and whose clock was set forward by two hours.
async fn running_after_a_jump() -> (System, GenerationJob) {
    let mut system = System::polling().await;
    let order = system.order(1);
    system.publishes(&order).await;
    assert_eq!(system.bot_hears().await.state, JobState::Submitted);
    system.clock.set_stepped(true);
    system.time_passes(7200);
    let now = system.clock.now();
    // A claim puts it off, too, for longer: then it is just being asked for.
    let next_asked = |due: Timestamp| (1..=60).contains(&due.duration_since(now).as_secs());
    let asked = |record: &JobRecord| record.due.is_some_and(next_asked);
    let record = system.matches(&order, "asked for once more", asked).await;
    assert_eq!(record.body.state.as_str(), "running");
    (system, order)
}

#[tokio::test]
async fn a_clock_that_is_set_forward_ends_no_task_that_runs() {
    let (mut system, _order) = running_after_a_jump().await;
    system.kie.has_made_the_video();
    system.time_passes(60);
    assert_eq!(system.bot_hears().await.state, succeeded(), "nothing was said in between");
    system.stop().await;
}

#[tokio::test]
async fn a_time_that_is_over_is_over_once_the_clock_can_be_relied_on() {
    let (mut system, order) = running_after_a_jump().await;
    system.clock.set_stepped(false);
    system.time_passes(60);
    let ended = system.bot_hears().await;
    assert_eq!((ended.job, ended.state), (order.job, failed(FailureReason::Timeout)));
    system.stop().await;
}

#[tokio::test]
async fn an_order_that_is_submitted_or_never_will_be_keeps_none_of_its_words() {
    let mut system = System::polling().await;
    let (mut order, _status) = with_image(&system, vec![7; 10]).await;
    order.options.insert("aspect_ratio".to_owned(), OptionValue::Text("9:16".to_owned()));
    system.publishes(&order).await;
    assert_eq!(system.bot_hears().await.state, JobState::Submitted);
    let mut refused = system.order(2);
    refused.model = ModelId::new("not-sold");
    system.publishes(&refused).await;
    assert_eq!(system.bot_hears().await.state, failed(FailureReason::Refused));
    for order in [&order, &refused] {
        let body = system.record(order).await.unwrap().body;
        assert_eq!((body.order.prompt.as_str(), &body.order.images[..], &body.uploads[..]), ("", &[][..], &[][..]));
        assert!(body.order.options.is_empty());
    }
    system.kie.has_made_the_video();
    system.time_passes(5);
    assert_eq!(system.bot_hears().await.state, succeeded());
    system.stop().await;
}

#[tokio::test]
async fn an_image_is_streamed_to_the_provider() {
    let mut system = System::polling().await;
    let (order, _status) = with_image(&system, vec![7; 3_000_000]).await;
    system.publishes(&order).await;
    assert_eq!(system.bot_hears().await.state, JobState::Submitted);
    assert_eq!(system.kie.uploads(), [3_000_000]);
    assert_eq!(system.kie.posts()[0]["imageUrls"], json!(["https://files.example/p.png"]));
    system.stop().await;
}

#[tokio::test]
async fn an_image_that_is_too_large_ends_the_job_without_a_submission() {
    let mut system = System::polling().await;
    // The bot says 10 bytes, the file has more than the model takes.
    let (mut large, _status) = with_image(&system, vec![7; 11 * 1024 * 1024]).await;
    large.job = system.order(2).job;
    system.publishes(&large).await;
    assert_eq!(system.bot_hears().await.state, failed(FailureReason::Image));

    let (mut strange, _status) = with_image(&system, vec![7; 10]).await;
    strange.job = system.order(3).job;
    strange.images[0].mime = "image/gif".to_owned();
    system.publishes(&strange).await;
    assert_eq!(system.bot_hears().await.state, failed(FailureReason::Image));
    assert!(system.kie.posts().is_empty() && system.kie.uploads().is_empty());
    system.stop().await;
}

#[tokio::test]
async fn an_image_that_cannot_be_had_now_is_tried_again_until_the_order_ends() {
    let mut system = System::polling().await;
    let (order, status) = with_image(&system, vec![7; 10]).await;
    status.store(503, Ordering::Relaxed);
    system.publishes(&order).await;
    system.matches(&order, "put off", |record| record.body.failures > 0).await;
    status.store(200, Ordering::Relaxed);
    system.time_passes(10);
    assert_eq!(system.bot_hears().await.state, JobState::Submitted);

    let (mut never, status) = with_image(&system, vec![7; 10]).await;
    never.job = system.order(2).job;
    status.store(500, Ordering::Relaxed);
    system.publishes(&never).await;
    system.matches(&never, "put off", |record| record.body.failures > 0).await;
    system.time_passes(7200);
    assert_eq!(system.bot_hears_of(&failed(FailureReason::Expired)).await.job, never.job);
    system.stop().await;
}

#[tokio::test]
async fn what_cannot_be_made_is_refused_with_its_reason() {
    let mut system = System::polling().await;
    let mut strange = system.order(1);
    strange.model = ModelId::new("not-sold");
    system.publishes(&strange).await;
    assert_eq!(system.bot_hears().await.state, failed(FailureReason::Refused));

    system.kie.answers_creates_with([
        Create::Answer(200, json!({"code": 422, "msg": "Ratio error", "data": null})),
        Create::Answer(200, json!({"code": 500, "msg": "prompt is required"})),
    ]);
    for number in [2, 3] {
        system.publishes(&system.order(number)).await;
        assert_eq!(system.bot_hears().await.state, failed(FailureReason::Refused));
    }

    let accepted = system.order(4);
    system.publishes(&accepted).await;
    assert_eq!(system.bot_hears().await.state, JobState::Submitted);
    let flagged = "Your prompt was flagged by Website as violating content policies.";
    let body = json!({"code": 200, "data": {"successFlag": 3, "errorCode": 400, "errorMessage": flagged}});
    system.kie.answers_looks_with(200, body.to_string());
    system.time_passes(5);
    assert_eq!(system.bot_hears().await.state, failed(FailureReason::Policy));
    system.stop().await;
}

#[tokio::test]
async fn an_ambiguous_submission_is_given_up_without_callbacks_and_never_repeated() {
    let mut system = System::polling().await;
    system.kie.answers_creates_with([Create::AcceptAndHangUp]);
    let order = system.order(1);
    system.publishes(&order).await;
    assert_eq!(system.bot_hears().await.state, failed(FailureReason::Unknown));
    system.publishes(&order).await;
    assert_eq!(system.bot_hears().await.state, failed(FailureReason::Unknown));
    assert_eq!(system.kie.posts().len(), 1);
    system.stop().await;
}

#[tokio::test]
async fn a_video_that_comes_after_the_time_out_is_told() {
    let mut system = System::polling().await;
    system.publishes(&system.order(1)).await;
    assert_eq!(system.bot_hears().await.state, JobState::Submitted);
    system.time_passes(16 * 60);
    assert_eq!(system.bot_hears().await.state, failed(FailureReason::Timeout));
    system.kie.has_made_the_video();
    system.time_passes(3600);
    assert_eq!(system.bot_hears().await.state, succeeded());
    system.stop().await;
}

#[tokio::test]
async fn a_repeated_order_makes_the_state_be_told_again_and_nothing_else() {
    let mut system = System::polling().await;
    let mut order = system.order(1);
    system.publishes(&order).await;
    let first = system.bot_hears().await;
    order.published_before = true;
    order.epoch = Some(first.epoch.clone());
    system.publishes(&order).await;
    assert_eq!(system.bot_hears().await, first);
    assert_eq!(system.kie.posts().len(), 1);
    system.stop().await;
}

#[tokio::test]
async fn an_order_that_another_store_may_have_submitted_is_not_submitted() {
    let mut system = System::polling().await;
    let mut order = system.order(1);
    order.published_before = true;
    order.epoch = Some(Epoch::new("a store that was lost"));
    system.publishes(&order).await;
    assert_eq!(system.bot_hears().await.state, failed(FailureReason::Unknown));
    assert!(system.kie.posts().is_empty());

    let mut known = system.order(2);
    known.task = Some(TaskId::new("task-of-then"));
    system.publishes(&known).await;
    let told = system.bot_hears().await;
    assert_eq!((told.task, told.state), (known.task, JobState::Submitted));
    system.kie.has_made_the_video();
    system.time_passes(5);
    assert_eq!(system.bot_hears().await.state, succeeded());
    assert!(system.kie.posts().is_empty());
    system.stop().await;
}

#[tokio::test]
async fn what_cannot_be_read_is_put_aside_and_the_next_order_is_taken() {
    let mut system = System::polling().await;
    for message in [&b"nonsense"[..], br#"{"version":99}"#] {
        system.queue().publish(Topic::Jobs, Outgoing::new(message.to_vec())).await.unwrap();
    }
    system.publishes(&system.order(1)).await;
    assert_eq!(system.bot_hears().await.state, JobState::Submitted);
    system.stop().await;
}

#[tokio::test]
async fn no_more_tasks_are_created_than_the_provider_allows() {
    let mut system = System::polling().await;
    let orders: Vec<_> = (0..30).map(|number| system.order(number)).collect();
    for order in &orders {
        system.publishes(order).await;
    }
    for order in &orders {
        let now = system.now();
        system.matches(order, "submitted or put off", |record| submitted_or_put_off(record, now)).await;
    }
    assert_eq!(system.kie.posts().len(), 10);

    let mut submitted_by_second = vec![10];
    while submitted_by_second.iter().sum::<usize>() < orders.len() {
        let before = system.kie.posts().len();
        system.time_passes(1);
        for order in &orders {
            let now = system.now();
            system.matches(order, "submitted or put off", |record| submitted_or_put_off(record, now)).await;
        }
        submitted_by_second.push(system.kie.posts().len() - before);
        assert!(submitted_by_second.len() < 60, "{submitted_by_second:?}");
    }
    let busiest = submitted_by_second.windows(10).map(|window| window.iter().sum::<usize>()).max();
    assert!(busiest <= Some(20), "{submitted_by_second:?}");
    system.stop().await;
}

#[tokio::test]
async fn an_image_that_is_gone_is_asked_for_a_few_times() {
    let mut system = System::polling().await;
    let (order, status) = with_image(&system, vec![7; 10]).await;
    status.store(410, Ordering::Relaxed);
    system.publishes(&order).await;
    system.matches(&order, "put off", |record| record.body.failures > 0).await;
    assert_eq!(system.bot_hears_in_time_of(&failed(FailureReason::ImageGone)).await.job, order.job);
    assert!(system.kie.posts().is_empty());
    system.stop().await;
}

#[tokio::test]
async fn a_restarted_worker_goes_on_where_the_last_one_stopped() {
    let mut system = System::polling().await;
    system.publishes(&system.order(1)).await;
    let before = system.bot_hears().await;
    system.stop().await;
    system.kie.has_made_the_video();
    system.start().await;
    system.time_passes(5);
    let after = system.bot_hears_of(&succeeded()).await;
    assert_eq!((after.job, after.epoch), (before.job, before.epoch));
    assert_eq!(system.kie.posts().len(), 1);
    system.stop().await;
}

#[tokio::test]
async fn a_shutdown_waits_for_a_submission_that_is_on_its_way() {
    let mut system = System::polling().await;
    let bell = Arc::new(Notify::new());
    system.kie.answers_creates_with([Create::AcceptWhen(Arc::clone(&bell))]);
    let order = system.order(1);
    system.publishes(&order).await;
    system.sees("the submission", |system| system.kie.posts().len() == 1).await;
    system.asks_to_stop();
    bell.notify_one();
    system.stop().await;
    assert_eq!(system.record(&order).await.unwrap().task, Some(TaskId::new("task-1")));
}

/// Not in the hands of a look, whose lease is longer.
fn submitted_or_put_off(record: &JobRecord, now: Timestamp) -> bool {
    let soon = now.checked_add(SignedDuration::from_secs(30)).unwrap();
    record.task.is_some() || record.due.is_some_and(|due| due > now && due < soon)
}

/// An order with an image that the bot hands out with the returned status.
pub(crate) async fn with_image(system: &System, bytes: Vec<u8>) -> (GenerationJob, Arc<AtomicU16>) {
    let status = Arc::new(AtomicU16::new(200));
    let answer = Arc::clone(&status);
    let router = Router::new().route(
        "/image",
        get(move || {
            let status = StatusCode::from_u16(answer.load(Ordering::Relaxed)).unwrap();
            let bytes = bytes.clone();
            async move { (status, bytes) }
        }),
    );
    let url = serve(router).await.join("/image").unwrap();
    let mut order = system.order(1);
    order.images = vec![ImageSource { url, mime: "image/png".to_owned(), size_bytes: 10 }];
    (order, status)
}
