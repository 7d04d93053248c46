use serde_json::json;

use crate::kie::harness::{Kie, refusal};

#[tokio::test]
async fn a_create_cut_after_accepting_is_charged_and_listed() {
    let kie = Kie::new().await;
    kie.tell("faults", json!({ "fault": "time_out_after_accepting", "seconds": 0 })).await;
    let body = json!({ "model": "veo3_fast", "prompt": "a fox", "callBackUrl": "http://127.0.0.1:9/job/1" });
    assert!(kie.post("/api/v1/veo/generate", &body).send().await.is_err());
    let tasks = kie.get("/simulators/kie/tasks").await;
    assert_eq!(tasks.as_array().unwrap().len(), 1);
    assert_eq!(tasks[0]["callback_url"], "http://127.0.0.1:9/job/1");
    assert_eq!((&tasks[0]["create_answer"], &tasks[0]["charged"]), (&json!("cut"), &json!(60.0)));
    let calls = kie.get("/simulators/kie/calls").await;
    assert_eq!(calls.as_array().unwrap().last().unwrap()["response"], "connection cut");
}

#[tokio::test]
async fn a_create_cut_before_accepting_leaves_nothing() {
    let kie = Kie::new().await;
    kie.tell("faults", json!({ "fault": "reset_before_accepting" })).await;
    let body = json!({ "model": "veo3_fast", "prompt": "a fox" });
    assert!(kie.post("/api/v1/veo/generate", &body).send().await.is_err());
    assert_eq!(kie.state().await["counts"]["tasks"], 0);
}

#[tokio::test]
async fn refusals_at_the_door_have_their_codes() {
    let kie = Kie::new().await;
    for (fault, code) in [("out_of_funds", 402), ("maintenance", 455), ("rate_limited", 429)] {
        kie.tell("faults", json!({ "fault": fault })).await;
        let answer = kie.veo(json!({ "model": "veo3_fast", "prompt": "a fox" })).await;
        assert_eq!(refusal(&answer).0, code);
    }
    kie.veo_task(json!({})).await;
}

#[tokio::test]
async fn garbage_is_accepted_and_a_bad_gateway_is_not() {
    let kie = Kie::new().await;
    let body = json!({ "model": "veo3_fast", "prompt": "a fox" });
    kie.tell("faults", json!({ "fault": "bad_gateway" })).await;
    assert_eq!(kie.post("/api/v1/veo/generate", &body).send().await.unwrap().status(), 502);
    assert_eq!(kie.state().await["counts"]["tasks"], 0);
    kie.tell("faults", json!({ "fault": "garbage_answer" })).await;
    let answer = kie.post("/api/v1/veo/generate", &body).send().await.unwrap();
    assert!(answer.json::<serde_json::Value>().await.is_err());
    assert_eq!(kie.state().await["counts"]["tasks"], 1);
}

#[tokio::test]
async fn slowness_and_invisibility_last_as_long_as_ordered() {
    let kie = Kie::new().await;
    kie.tell("faults", json!({ "fault": "slow", "seconds": 3600 })).await;
    kie.tell("faults", json!({ "fault": "invisible_seconds", "seconds": 3600 })).await;
    let id = kie.veo_task(json!({})).await;
    let tasks = kie.get("/simulators/kie/tasks").await;
    let took_ms = tasks[0]["due_at"].as_i64().unwrap() - tasks[0]["created_at"].as_i64().unwrap();
    assert!(took_ms >= 3_600_000);
    assert_eq!(kie.veo_record(&id).await["code"], 422);
}

#[tokio::test]
async fn pending_faults_are_shown_and_can_be_cleared() {
    let kie = Kie::new().await;
    kie.tell("faults", json!({ "fault": "policy", "times": 3, "model": "veo3" })).await;
    assert_eq!(kie.state().await["faults"], json!([{ "fault": "policy", "times": 3, "model": "veo3" }]));
    let cleared = kie.http.delete(format!("{}/simulators/kie/faults", kie.url)).send().await.unwrap();
    assert_eq!(cleared.status(), 200);
    assert_eq!(kie.state().await["faults"], json!([]));
}

#[tokio::test]
async fn an_unknown_fault_is_refused() {
    let kie = Kie::new().await;
    let answer = kie.post("/simulators/kie/faults", &json!({ "fault": "gremlins" })).send().await.unwrap();
    assert!(answer.status().is_client_error());
}
