//! Callbacks: early, late, lost, forged.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac as _};
use jiff::SignedDuration;
use serde_json::{Value, json};
use sha2::Sha256;
use shared::job::{FailureReason, JobState, TaskId};
use tokio::sync::Notify;

use crate::fake_kie::{Create, hidden_task};
use crate::system::{System, failed, succeeded};

const WEBHOOK_KEY: &str = "a key of the webhook";

fn done(task: &str) -> Value {
    json!({"code": 200, "msg": "Veo3.1 video generated successfully.", "data": {"taskId": task, "info": {"resultUrls": ["https://evil.example/x.mp4"]}, "fallbackFlag": false}})
}

fn callback_url(system: &System) -> String {
    system.kie.posts()[0]["callBackUrl"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_callback_makes_the_video_be_read_at_once_and_from_the_provider() {
    let mut system = System::called_back().await;
    system.publishes(&system.order(1)).await;
    assert_eq!(system.bot_hears().await.state, JobState::Submitted);
    system.kie.has_made_the_video();
    assert_eq!(system.provider_calls_back(&callback_url(&system), &done("task-1"), &[]).await, 200);
    assert_eq!(system.bot_hears_of(&succeeded()).await.task, Some(TaskId::new("task-1")));
    // Once more, after the end.
    assert_eq!(system.provider_calls_back(&callback_url(&system), &done("task-1"), &[]).await, 200);
    system.stop().await;
}

#[tokio::test]
async fn a_lost_callback_is_found_by_polling() {
    let mut system = System::called_back().await;
    system.publishes(&system.order(1)).await;
    assert_eq!(system.bot_hears().await.state, JobState::Submitted);
    system.kie.has_made_the_video();
    system.time_passes(60);
    assert_eq!(system.bot_hears().await.state, succeeded());
    system.stop().await;
}

#[tokio::test]
async fn a_callback_clears_up_a_submission_whose_answer_was_lost() {
    let mut system = System::called_back().await;
    system.kie.answers_creates_with([Create::AcceptAndHangUp]);
    let order = system.order(1);
    system.publishes(&order).await;
    system.sees("the submission", |system| system.kie.posts().len() == 1).await;
    system.provider_calls_back(&callback_url(&system), &done(hidden_task().as_str()), &[]).await;
    let submitted = system.bot_hears_of(&JobState::Submitted).await;
    assert_eq!(submitted.task, Some(hidden_task()));
    system.kie.has_made_the_video();
    assert_eq!(system.bot_hears_in_time_of(&succeeded()).await.task, Some(hidden_task()));
    assert_eq!(system.kie.posts().len(), 1);
    system.stop().await;
}

#[tokio::test]
async fn without_its_callback_it_is_given_up_after_the_usual_time_and_may_still_come() {
    let mut system = System::called_back().await;
    system.kie.answers_creates_with([Create::AcceptAndHangUp]);
    let order = system.order(1);
    system.publishes(&order).await;
    let until = system.now().checked_add(SignedDuration::from_mins(5)).unwrap();
    assert_eq!(
        system.bot_hears().await.state,
        JobState::Unconfirmed { until },
        "the person is told what is waited for"
    );
    assert_eq!(system.matches(&order, "put off to its end", |record| record.due == Some(until)).await.task, None);
    system.time_passes(5 * 60);
    assert_eq!(system.bot_hears().await.state, failed(FailureReason::Unknown));

    system.kie.has_made_the_video();
    system.provider_calls_back(&callback_url(&system), &done(hidden_task().as_str()), &[]).await;
    assert_eq!(system.bot_hears_of(&succeeded()).await.task, Some(hidden_task()));
    assert_eq!(system.kie.posts().len(), 1);
    system.stop().await;
}

#[tokio::test]
async fn a_callback_may_come_before_the_answer_to_the_submission() {
    let mut system = System::called_back().await;
    let bell = Arc::new(Notify::new());
    system.kie.answers_creates_with([Create::AcceptWhen(Arc::clone(&bell))]);
    let order = system.order(1);
    system.publishes(&order).await;
    system.sees("the submission", |system| system.kie.posts().len() == 1).await;
    system.provider_calls_back(&callback_url(&system), &done("task-1"), &[]).await;
    assert_eq!(system.bot_hears().await.task, Some(TaskId::new("task-1")));
    bell.notify_one();
    system.kie.has_made_the_video();
    assert_eq!(system.bot_hears_in_time_of(&succeeded()).await.task, Some(TaskId::new("task-1")));
    assert_eq!(system.kie.posts().len(), 1);
    system.stop().await;
}

#[tokio::test]
async fn strangers_are_refused_and_unknown_jobs_are_no_error() {
    let mut system = System::called_back().await;
    let order = system.order(1);
    system.publishes(&order).await;
    system.bot_hears().await;
    let url = callback_url(&system);
    let forged = format!("{}{}", &url[..url.len() - 22], "A".repeat(22));
    let other_attempt = url.replace("/1/", "/2/");
    for wrong in [&forged, &other_attempt] {
        assert_eq!(system.provider_calls_back(wrong, &done("task-1"), &[]).await, 401);
    }
    assert_eq!(system.provider_calls_back(&url, &json!({"pad": "x".repeat(300_000)}), &[]).await, 413);
    assert_eq!(system.provider_calls_back(&url, &json!("no task in here"), &[]).await, 200);
    assert_eq!(system.provider_calls_back(&url, &done("another-task"), &[]).await, 200);
    assert_eq!(system.record(&order).await.unwrap().task, Some(TaskId::new("task-1")));
    system.stop().await;
}

#[tokio::test]
async fn a_forged_callback_is_refused_before_anything_of_it_is_read() {
    let mut system = System::called_back().await;
    let order = system.order(1);
    system.publishes(&order).await;
    system.bot_hears().await;
    let before = system.record(&order).await.unwrap().version;
    let url = callback_url(&system);
    let forged = format!("{}{}", &url[..url.len() - 22], "A".repeat(22));
    assert_eq!(system.provider_calls_back(&forged, &done("task-1"), &[]).await, 401);
    // Of the body only its size is said, and nothing is sent.
    assert_eq!(system.provider_begins_to_call_back(&forged, 200_000).await, "HTTP/1.1 401 Unauthorized");
    assert_eq!(system.record(&order).await.unwrap().version, before);
    system.stop().await;
}

#[tokio::test]
async fn a_callback_that_is_repeated_for_ever_costs_a_few_looks_a_minute() {
    let mut system = System::called_back().await;
    let order = system.order(1);
    system.publishes(&order).await;
    system.bot_hears().await;
    let url = callback_url(&system);
    for _ in 0..200 {
        assert_eq!(system.provider_calls_back(&url, &done("task-1"), &[]).await, 200);
    }
    let looked_at = system.matches(&order, "put off", |record| record.due > Some(system.now())).await;
    assert!(system.kie.looks() <= 12 && looked_at.version < 40, "{} looks: {looked_at:?}", system.kie.looks());

    // A minute later it is heard again.
    system.kie.has_made_the_video();
    system.time_passes(61);
    assert_eq!(system.provider_calls_back(&url, &done("task-1"), &[]).await, 200);
    system.bot_hears_of(&succeeded()).await;
    system.stop().await;
}

#[tokio::test]
async fn the_providers_signature_is_wanted_when_its_key_is_set() {
    let mut system = System::new().await;
    system.settings.webhook_url = Some("https://public.example/".parse().unwrap());
    // Another account, whose key comes first.
    system.settings.kie_webhook_keys = vec!["of another account".into(), WEBHOOK_KEY.into()];
    system.start().await;
    let task = "ee9c2715375b7837f8bb51d641ff5863";
    system.kie.answers_creates_with([Create::Accept(task)]);
    system.publishes(&system.order(1)).await;
    system.bot_hears().await;
    let url = callback_url(&system);
    let now = system.now().as_second();
    assert_eq!(system.provider_calls_back(&url, &done(task), &[]).await, 401);
    for (signed_task, at, status) in [
        ("other", now, 401),
        (task, now, 200),
        (task, now - 300, 200),
        (task, now + 300, 200),
        (task, now - 301, 401),
        (task, now + 301, 401),
        (task, i64::MAX, 401),
    ] {
        let (timestamp, signature) = (at.to_string(), signature(signed_task, at));
        let headers = [("x-webhook-timestamp", timestamp.as_str()), ("x-webhook-signature", signature.as_str())];
        assert_eq!(system.provider_calls_back(&url, &done(task), &headers).await, status, "{signed_task} {}", at - now);
    }
    system.stop().await;
}

/// What KIE puts into its header.
fn signature(task: &str, timestamp: i64) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(WEBHOOK_KEY.as_bytes()).unwrap();
    mac.update(format!("{task}.{timestamp}").as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}
