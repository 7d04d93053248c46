use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::kie::harness::{Kie, Receiver};

async fn kling_with_callback(kie: &Kie, receiver: &Receiver) -> String {
    let body = json!({
        "model": "kling/v2-1-master-text-to-video", "input": { "prompt": "a fox" }, "callBackUrl": receiver.url,
    });
    crate::kie::harness::task_id(&kie.posted("/api/v1/jobs/createTask", body).await)
}

fn outcomes(task: &Value) -> Vec<&str> {
    task["callbacks"].as_array().unwrap().iter().map(|callback| callback["outcome"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_veo_success_comes_with_info() {
    let (kie, receiver) = (Kie::new().await, Receiver::answering(vec![]).await);
    let id = kie.veo_task(json!({ "callBackUrl": receiver.url })).await;
    kie.task_that(&id, |task| outcomes(task) == ["delivered"]).await;
    let callback = &receiver.received()[0];
    assert_eq!((&callback.body["code"], &callback.body["data"]["taskId"]), (&json!(200), &json!(id)));
    assert!(callback.body["data"]["info"]["resultUrls"][0].is_string());
    assert!(callback.body["data"]["promptJson"].is_string());
    assert!(callback.headers.get("X-Webhook-Signature").is_none());
}

#[tokio::test]
async fn a_veo_refusal_comes_with_its_code_and_text() {
    let (kie, receiver) = (Kie::new().await, Receiver::answering(vec![]).await);
    kie.tell("faults", json!({ "fault": "policy" })).await;
    let id = kie.veo_task(json!({ "callBackUrl": receiver.url })).await;
    kie.task_that(&id, |task| outcomes(task) == ["delivered"]).await;
    assert_eq!(
        receiver.received()[0].body,
        json!({
            "code": 400, "msg": "Your prompt was flagged by Website as violating content policies.",
            "data": { "taskId": id, "fallbackFlag": false },
        })
    );
}

#[tokio::test]
async fn a_market_callback_repeats_the_record() {
    let (kie, receiver) = (Kie::new().await, Receiver::answering(vec![]).await);
    let id = kling_with_callback(&kie, &receiver).await;
    kie.task_that(&id, |task| outcomes(task) == ["delivered"]).await;
    let mut data = receiver.received()[0].body["data"].clone();
    assert!(data.as_object_mut().unwrap().remove("updateTime").is_some());
    assert_eq!(data, kie.kling_record(&id).await["data"]);
}

#[tokio::test]
async fn a_market_failure_has_code_501() {
    let (kie, receiver) = (Kie::new().await, Receiver::answering(vec![]).await);
    kie.tell("faults", json!({ "fault": "internal" })).await;
    let id = kling_with_callback(&kie, &receiver).await;
    kie.task_that(&id, |task| outcomes(task) == ["delivered"]).await;
    let body = receiver.received()[0].body.clone();
    assert_eq!((&body["code"], &body["msg"]), (&json!(501), &json!("Playground task failed.")));
    assert_eq!(body["data"]["failCode"], "500");
}

#[tokio::test]
async fn callbacks_are_signed_when_the_account_has_a_key() {
    let kie = Kie::with(|config| config.webhook_key = Some("hook key".to_owned())).await;
    let receiver = Receiver::answering(vec![]).await;
    let id = kie.veo_task(json!({ "callBackUrl": receiver.url })).await;
    kie.task_that(&id, |task| outcomes(task) == ["delivered"]).await;
    let headers = &receiver.received()[0].headers;
    assert_eq!(headers["X-Webhook-Signature"].len(), 44);
    assert!(headers["X-Webhook-Timestamp"].to_str().unwrap().parse::<u64>().is_ok());
}

#[tokio::test]
async fn a_refused_callback_is_tried_again() {
    let (kie, receiver) = (Kie::new().await, Receiver::answering(vec![StatusCode::SERVICE_UNAVAILABLE]).await);
    let id = kie.veo_task(json!({ "callBackUrl": receiver.url })).await;
    kie.task_that(&id, |task| outcomes(task) == ["refused", "delivered"]).await;
    assert_eq!(receiver.received().len(), 2);
}

#[tokio::test]
async fn a_lost_callback_is_never_sent_and_noted() {
    let (kie, receiver) = (Kie::new().await, Receiver::answering(vec![]).await);
    kie.tell("faults", json!({ "fault": "lose_callback" })).await;
    let lost = kie.veo_task(json!({ "callBackUrl": receiver.url })).await;
    kie.task_that(&lost, |task| outcomes(task) == ["lost"]).await;
    let later = kie.veo_task(json!({ "callBackUrl": receiver.url })).await;
    kie.task_that(&later, |task| outcomes(task) == ["delivered"]).await;
    assert_eq!(receiver.received().len(), 1);
}

#[tokio::test]
async fn a_doubled_callback_comes_twice() {
    let (kie, receiver) = (Kie::new().await, Receiver::answering(vec![]).await);
    kie.tell("faults", json!({ "fault": "double_callback" })).await;
    let id = kie.veo_task(json!({ "callBackUrl": receiver.url })).await;
    kie.task_that(&id, |task| outcomes(task) == ["delivered", "delivered"]).await;
    let received = receiver.received();
    assert_eq!((received.len(), &received[0].body), (2, &received[1].body));
}
