//! Several keys: accounts that know nothing of each other.

use serde_json::{Value, json};

use crate::kie::harness::{Kie, refusal, task_id};

const SECOND: &str = "second-secret";

async fn with_two_keys() -> Kie {
    Kie::with(|config| config.further_keys = vec![SECOND.to_owned()]).await
}

async fn asks(kie: &Kie, path: &str, key: &str) -> Value {
    kie.http.get(format!("{}{path}", kie.url)).bearer_auth(key).send().await.unwrap().json().await.unwrap()
}

async fn orders(kie: &Kie, path: &str, key: &str, body: Value) -> Value {
    let request = kie.http.post(format!("{}{path}", kie.url)).bearer_auth(key).json(&body);
    request.send().await.unwrap().json().await.unwrap()
}

fn fox() -> Value {
    json!({ "model": "veo3_fast", "prompt": "a fox" })
}

#[tokio::test]
async fn each_key_pays_from_its_own_balance_and_gets_its_own_credits_back() {
    let kie = with_two_keys().await;
    kie.tell("faults", json!({ "fault": "policy" })).await;
    let id = task_id(&orders(&kie, "/api/v1/veo/generate", SECOND, fox()).await);
    kie.finished(&id).await;
    kie.tell("balance", json!({ "credits": 60.0, "key": SECOND })).await;
    orders(&kie, "/api/v1/veo/generate", SECOND, fox()).await;
    assert_eq!(asks(&kie, "/api/v1/chat/credit", SECOND).await["data"], 0.0);
    assert_eq!(asks(&kie, "/api/v1/chat/credit", "secret").await["data"], 1000.25);
    let refused = orders(&kie, "/api/v1/veo/generate", SECOND, fox()).await;
    assert!(refusal(&refused).1.starts_with("Credits insufficient"));
    task_id(&kie.veo(fox()).await);
}

#[tokio::test]
async fn a_task_is_known_to_its_own_key_alone() {
    let kie = with_two_keys().await;
    let id = task_id(
        &orders(
            &kie,
            "/api/v1/veo/generate",
            SECOND,
            json!({ "model": "veo3_fast", "prompt": "a fox", "resolution": "720p" }),
        )
        .await,
    );
    kie.finished(&id).await;
    let record = format!("/api/v1/veo/record-info?taskId={id}");
    assert_eq!(asks(&kie, &record, SECOND).await["data"]["successFlag"], 1);
    assert_eq!(refusal(&kie.veo_record(&id).await).0, 422);
    let extension = json!({ "model": "fast", "prompt": "on", "taskId": id });
    assert_eq!(refusal(&kie.posted("/api/v1/veo/extend", extension.clone()).await), (422, "Record does not exist"));
    let finer = format!("/api/v1/veo/get-1080p-video?taskId={id}&index=0");
    assert_eq!(refusal(&kie.get(&finer).await), (422, "Record does not exist"));
    assert_eq!(kie.get("/api/v1/chat/credit").await["data"], 1000.25, "nothing was charged for it");
    task_id(&orders(&kie, "/api/v1/veo/extend", SECOND, extension).await);
}

#[tokio::test]
async fn each_key_has_its_own_limit() {
    let kie = Kie::with(|config| {
        config.further_keys = vec![SECOND.to_owned()];
        config.creates_per_10_seconds = 1;
    })
    .await;
    task_id(&kie.veo(fox()).await);
    assert_eq!(refusal(&kie.veo(fox()).await).0, 429);
    task_id(&orders(&kie, "/api/v1/veo/generate", SECOND, fox()).await);
    assert_eq!(refusal(&orders(&kie, "/api/v1/veo/generate", SECOND, fox()).await).0, 429);
}

#[tokio::test]
async fn a_key_that_is_withdrawn_is_refused_and_the_other_is_not() {
    let kie = with_two_keys().await;
    kie.tell("refused", json!({ "key": SECOND, "is_refused": true })).await;
    assert_eq!(orders(&kie, "/api/v1/veo/generate", SECOND, fox()).await["code"], 401);
    task_id(&kie.veo(fox()).await);
    kie.tell("refused", json!({ "key": SECOND, "is_refused": false })).await;
    task_id(&orders(&kie, "/api/v1/veo/generate", SECOND, fox()).await);
    assert_eq!(asks(&kie, "/api/v1/chat/credit", "neither").await["code"], 401);
}
