//! What can be made of a video afterwards.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::kie::harness::{Kie, refusal, task_id};

/// A finished Veo video with these fields.
async fn veo_video(kie: &Kie, extra: Value) -> String {
    let id = kie.veo_task(extra).await;
    kie.finished(&id).await;
    id
}

async fn grok_video(kie: &Kie, input: Value) -> String {
    let id = task_id(&kie.kling("grok-imagine/text-to-video", input).await);
    kie.finished(&id).await;
    id
}

async fn extend(kie: &Kie, task: &str, model: &str) -> Value {
    let body = json!({ "taskId": task, "prompt": "it runs away", "model": model });
    kie.posted("/api/v1/veo/extend", body).await
}

async fn full_hd(kie: &Kie, task: &str) -> Value {
    kie.get(&format!("/api/v1/veo/get-1080p-video?taskId={task}&index=0")).await
}

async fn ultra_hd(kie: &Kie, task: &str) -> Value {
    kie.posted("/api/v1/veo/get-4k-video", json!({ "taskId": task, "index": 0 })).await
}

async fn balance(kie: &Kie) -> f64 {
    kie.state().await["balance"].as_f64().unwrap()
}

#[tokio::test]
async fn an_extension_is_a_task_of_its_own_as_long_as_both_parts() {
    let kie = Kie::new().await;
    let first = veo_video(&kie, json!({ "duration": 6, "aspect_ratio": "9:16" })).await;
    let second = task_id(&extend(&kie, &first, "lite").await);
    let task = kie.finished(&second).await;
    assert_ne!(first, second);
    assert_eq!((&task["charged"], &task["seconds"]), (&json!(30.0), &json!(13)));
    assert_eq!(task["follow_up"], json!({ "kind": "extend", "task": first }));
    let record = kie.veo_record(&second).await["data"].clone();
    assert_eq!(record.get("creditsConsumed"), None, "records of Veo do not say what it cost");
    let response = &record["response"];
    assert!(response["originUrls"].is_array(), "it is as tall as the first part");
    assert_eq!(response["fullResultUrls"], response["resultUrls"]);
    let third = task_id(&extend(&kie, &second, "fast").await);
    assert_eq!(kie.finished(&third).await["seconds"], 20);
}

#[tokio::test]
async fn only_a_finished_veo_video_that_is_not_finer_can_be_extended() {
    let kie = Kie::with(|config| config.balance = 5000.0).await;
    let grok = grok_video(&kie, json!({ "prompt": "a fox" })).await;
    for unknown in ["abc", &grok] {
        assert_eq!(refusal(&extend(&kie, unknown, "fast").await), (422, "Record does not exist"));
    }
    for resolution in ["1080p", "4k"] {
        let finer = veo_video(&kie, json!({ "resolution": resolution })).await;
        let answer = extend(&kie, &finer, "fast").await;
        assert_eq!(refusal(&answer), (422, "A video in 1080p or 4k cannot be extended"));
    }
    let made_finer = veo_video(&kie, json!({})).await;
    full_hd(&kie, &made_finer).await;
    let answer = extend(&kie, &made_finer, "fast").await;
    assert_eq!(refusal(&answer), (422, "A video in 1080p or 4k cannot be extended"));
    assert_eq!(refusal(&extend(&kie, &made_finer, "veo3_fast").await), (422, "Invalid model"));
    kie.tell("faults", json!({ "fault": "policy" })).await;
    let failed = veo_video(&kie, json!({})).await;
    for answer in [extend(&kie, &failed, "fast").await, full_hd(&kie, &failed).await, ultra_hd(&kie, &failed).await] {
        assert_eq!(refusal(&answer), (422, "record status is not success."));
    }
}

#[tokio::test]
async fn a_1080p_version_is_charged_once_and_is_no_task() {
    let kie = Kie::new().await;
    let id = veo_video(&kie, json!({})).await;
    let before = balance(&kie).await;
    let url = loop {
        match full_hd(&kie, &id).await {
            answer if answer["code"] == 400 => assert!(answer["msg"].as_str().unwrap().contains("is processing")),
            answer => break answer["data"]["resultUrl"].as_str().unwrap().to_owned(),
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    full_hd(&kie, &id).await;
    assert_eq!(before - balance(&kie).await, 5.0);
    let state = kie.state().await;
    assert_eq!(state["counts"]["tasks"], 1);
    let task = kie.finished(&id).await;
    assert_ne!(task["result_url"], url);
    assert_eq!(task["finer"][0]["finer"], "1080p");
    assert_eq!(task["charged"], 65.0, "both together");
    assert_eq!(kie.http.get(url).send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn a_4k_version_comes_with_code_422() {
    let kie = Kie::new().await;
    kie.tell("render", json!({ "min_ms": 0, "max_ms": 0 })).await;
    let id = veo_video(&kie, json!({})).await;
    kie.tell("render", json!({ "min_ms": 3_600_000, "max_ms": 3_600_000 })).await;
    let before = balance(&kie).await;
    let ordered = ultra_hd(&kie, &id).await;
    assert_eq!((&ordered["code"], &ordered["data"]["resultUrls"]), (&json!(200), &Value::Null));
    let processing = "4k is processing. It should be ready in 5-10 minutes. Please check back shortly.";
    assert_eq!(refusal(&ultra_hd(&kie, &id).await), (422, processing));
    kie.tell("finish", json!({ "newest": 0 })).await;
    let ready = ultra_hd(&kie, &id).await;
    assert_eq!(refusal(&ready), (422, "The video has been generated successfully"));
    let url = ready["data"]["resultUrls"][0].as_str().unwrap();
    assert_eq!(kie.http.get(url).send().await.unwrap().status(), 200);
    assert_eq!(before - balance(&kie).await, 120.0);
}

#[tokio::test]
async fn a_finer_version_is_refused_for_no_task_for_another_video_and_without_credits() {
    let kie = Kie::new().await;
    for answer in [full_hd(&kie, "abc").await, ultra_hd(&kie, "abc").await] {
        assert_eq!(refusal(&answer), (422, "Record does not exist"));
    }
    let id = veo_video(&kie, json!({})).await;
    let second = kie.get(&format!("/api/v1/veo/get-1080p-video?taskId={id}&index=1")).await;
    assert_eq!(refusal(&second), (422, "record result data not exist."));
    kie.tell("balance", json!({ "credits": 4.5 })).await;
    assert_eq!(full_hd(&kie, &id).await["code"], 402);
    kie.tell("faults", json!({ "fault": "maintenance" })).await;
    assert_eq!(ultra_hd(&kie, &id).await["code"], 455);
    assert_eq!(kie.finished(&id).await["finer"], json!([]));
}

#[tokio::test]
async fn grok_extends_and_upscales_its_own_finished_videos() {
    let kie = Kie::new().await;
    let first = grok_video(&kie, json!({ "prompt": "a fox", "duration": 10, "aspect_ratio": "9:16" })).await;
    let input = json!({ "task_id": first, "prompt": "it runs", "extend_at": "end", "extend_times": "6" });
    let longer = task_id(&kie.kling("grok-imagine/extend", input.clone()).await);
    let task = kie.finished(&longer).await;
    assert_eq!((&task["seconds"], &task["has_sound"], &task["charged"]), (&json!(16), &json!(true), &json!(45.0)));
    let upscaled = task_id(&kie.kling("grok-imagine/upscale", json!({ "task_id": longer })).await);
    assert_eq!(kie.finished(&upscaled).await["follow_up"], json!({ "kind": "upscale", "task": longer }));
    let kling = kie.kling_task().await;
    kie.finished(&kling).await;
    for other in ["abc", &kling] {
        let answer = kie.kling("grok-imagine/upscale", json!({ "task_id": other })).await;
        assert_eq!(refusal(&answer), (422, "task_id is not a task of this model"));
    }
    assert_eq!(refusal(&kie.kling("grok-imagine/upscale", json!({})).await), (500, "This field is required"));
    kie.tell("faults", json!({ "fault": "internal" })).await;
    let failed = grok_video(&kie, json!({ "prompt": "a fox" })).await;
    let answer = kie.kling("grok-imagine/upscale", json!({ "task_id": failed })).await;
    assert_eq!(refusal(&answer), (422, "The task of task_id is not successful"));
}

#[tokio::test]
async fn an_extension_that_fails_is_given_back_and_the_first_part_stays() {
    let kie = Kie::new().await;
    let first = veo_video(&kie, json!({})).await;
    let before = balance(&kie).await;
    kie.tell("faults", json!({ "fault": "internal", "model": "veo3_fast" })).await;
    let second = task_id(&extend(&kie, &first, "fast").await);
    assert_eq!(kie.finished(&second).await["state"], "fail");
    let deadline = Instant::now() + Duration::from_secs(10);
    while balance(&kie).await < before {
        assert!(Instant::now() < deadline);
    }
    assert_eq!(kie.finished(&second).await["refunded"], 60.0);
    assert_eq!(kie.veo_record(&first).await["data"]["successFlag"], 1);
}

#[tokio::test]
async fn a_finer_version_may_turn_out_to_be_unavailable_and_is_given_back() {
    let kie = Kie::new().await;
    kie.tell("render", json!({ "min_ms": 0, "max_ms": 0 })).await;
    let id = veo_video(&kie, json!({})).await;
    let before = balance(&kie).await;
    kie.tell("faults", json!({ "fault": "internal" })).await;
    assert_eq!(ultra_hd(&kie, &id).await["code"], 200);
    for _ in 0..2 {
        let words = "The 4K version of this video is unavailable. Please try a different video.";
        assert_eq!(refusal(&ultra_hd(&kie, &id).await), (500, words));
        assert_eq!(balance(&kie).await, before);
    }
}
