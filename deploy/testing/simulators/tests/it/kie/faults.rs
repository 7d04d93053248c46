use serde_json::{Value, json};

use crate::kie::harness::{Kie, PNG, refusal};

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

#[tokio::test]
async fn a_refusal_has_the_code_and_the_words_that_were_ordered() {
    let kie = Kie::new().await;
    let order = json!({ "model": "veo3_fast", "prompt": "a fox" });
    kie.tell("faults", json!({ "fault": "refuse" })).await;
    assert_eq!(refusal(&kie.veo(order.clone()).await), (500, "Internal Error, Please try again later."));
    kie.tell("faults", json!({ "fault": "refuse", "code": 422, "message": "please top up: a fox" })).await;
    assert_eq!(refusal(&kie.veo(order).await), (422, "please top up: a fox"));
    let state = kie.state().await;
    assert_eq!((&state["counts"]["tasks"], &state["balance"]), (&json!(0), &json!(1000.25)));
}

#[tokio::test]
async fn a_task_fails_with_the_words_that_were_ordered() {
    let kie = Kie::new().await;
    let silent = json!({ "fault": "fail", "code": 400, "message": "unable to generate audio for this request" });
    kie.tell("faults", silent).await;
    let id = kie.veo_task(json!({})).await;
    let task = kie.finished(&id).await;
    assert_eq!(task["failure"]["message"], "unable to generate audio for this request");
    assert_eq!(kie.veo_record(&id).await["data"]["errorCode"], 400);
}

#[tokio::test]
async fn a_balance_that_is_too_small_for_one_model_serves_another() {
    let kie = Kie::new().await;
    kie.tell("balance", json!({ "credits": 100 })).await;
    let dear = kie.kling("kling/v2-1-master-text-to-video", json!({ "prompt": "a fox" })).await;
    assert_eq!(refusal(&dear).0, 402);
    kie.veo_task(json!({})).await;
    assert_eq!(kie.get("/api/v1/chat/credit").await["data"], 40.0);
}

#[tokio::test]
async fn queries_of_a_task_may_tell_nothing() {
    let kie = Kie::new().await;
    kie.tell("faults", json!({ "fault": "nonsense", "answers": 1 })).await;
    let id = kie.kling_task().await;
    assert_eq!(kie.kling_record(&id).await["data"]["state"], "sideways");
    assert_eq!(kie.kling_record(&id).await["data"]["taskId"], id);
    for (fault, status) in [("query_garbage", 200), ("query_fails", 502)] {
        kie.tell("faults", json!({ "fault": fault })).await;
        let id = kie.veo_task(json!({})).await;
        kie.finished(&id).await;
        for _ in 0..2 {
            let path = format!("{}/api/v1/veo/record-info?taskId={id}", kie.url);
            let answer = kie.http.get(path).bearer_auth("secret").send().await.unwrap();
            assert_eq!((answer.status().as_u16(), answer.json::<Value>().await.is_err()), (status, true), "{fault}");
        }
    }
}

#[tokio::test]
async fn an_upload_may_be_lost_after_it_was_taken() {
    let kie = Kie::new().await;
    kie.tell("faults", json!({ "fault": "upload_lost" })).await;
    let image = kie.upload(PNG, "lost.png").await;
    let input = json!({ "prompt": "a fox", "image_url": image });
    let answer = kie.kling("kling/v2-1-standard", input).await;
    let task = kie.finished(answer["data"]["taskId"].as_str().unwrap()).await;
    assert_eq!(task["failure"]["code"], 400);
    assert!(task["failure"]["message"].as_str().unwrap().starts_with("Failed to fetch the image."));
}

#[tokio::test]
async fn an_account_out_of_reach_answers_nothing_until_the_fault_is_cleared() {
    let kie = Kie::new().await;
    kie.tell("faults", json!({ "fault": "unreachable", "seconds": 3600 })).await;
    let credit = || kie.http.get(format!("{}/api/v1/chat/credit", kie.url)).bearer_auth("secret").send();
    for _ in 0..2 {
        assert!(credit().await.is_err());
    }
    kie.http.delete(format!("{}/simulators/kie/faults", kie.url)).send().await.unwrap();
    assert_eq!(credit().await.unwrap().status(), 200);
}
