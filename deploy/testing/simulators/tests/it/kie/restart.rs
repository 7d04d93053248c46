use serde_json::{Value, json};

use crate::kie::harness::{Kie, PNG};

#[tokio::test]
async fn rendering_goes_on_after_a_restart() {
    let kie = Kie::new().await;
    kie.tell("render", json!({ "min_ms": 500, "max_ms": 500 })).await;
    let id = kie.veo_task(json!({})).await;
    let kie = kie.restarted().await;
    assert_eq!(kie.finished(&id).await["state"], "success");
    assert_eq!(kie.state().await["balance"], 940.25);
}

#[tokio::test]
async fn uploads_faults_and_finished_tasks_survive() {
    let kie = Kie::new().await;
    let url = kie.upload(PNG, "fox.png").await;
    let id = kie.kling_task().await;
    kie.finished(&id).await;
    kie.tell("faults", json!({ "fault": "policy", "times": 2 })).await;
    let path = url.strip_prefix(&kie.url).unwrap().to_owned();
    let kie = kie.restarted().await;
    assert_eq!(kie.http.get(format!("{}{path}", kie.url)).send().await.unwrap().status(), 200);
    assert_eq!(kie.kling_record(&id).await["data"]["state"], "success");
    assert_eq!(kie.state().await["faults"][0]["times"], 2);
}

#[tokio::test]
async fn every_call_is_on_record_with_its_answer() {
    let kie = Kie::new().await;
    kie.veo_task(json!({})).await;
    let calls = kie.get("/simulators/kie/calls").await;
    let call = calls.as_array().unwrap().last().unwrap().clone();
    assert_eq!((&call["path"], &call["http_status"]), (&json!("/api/v1/veo/generate"), &json!(200)));
    assert_eq!((&call["request"]["prompt"], &call["response"]["code"]), (&json!("a fox"), &json!(200)));
    let after = call["number"].as_u64().unwrap();
    let later: Value = kie.get(&format!("/simulators/kie/calls?after={after}")).await;
    assert_eq!(later, json!([]));
}
