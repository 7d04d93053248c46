use serde_json::{Value, json};

use crate::kie::harness::{Kie, PNG, WEBP, refusal, task_id};

#[tokio::test]
async fn unknown_tasks_are_not_found_in_each_familys_words() {
    let kie = Kie::new().await;
    assert_eq!(refusal(&kie.kling_record("abc").await), (422, "recordInfo is null"));
    assert_eq!(refusal(&kie.veo_record("abc").await), (422, "Record not found for taskId: abc"));
    let better = kie.get("/api/v1/veo/get-1080p-video?taskId=abc&index=0").await;
    assert_eq!(refusal(&better), (422, "Record does not exist"));
    assert_eq!(refusal(&kie.get("/api/v1/jobs/recordInfo").await), (400, "taskId parameter is required"));
}

#[tokio::test]
async fn a_task_of_the_other_family_is_not_found() {
    let kie = Kie::new().await;
    let veo = kie.veo_task(json!({})).await;
    assert_eq!(refusal(&kie.kling_record(&veo).await), (422, "recordInfo is null"));
}

#[tokio::test]
async fn a_new_task_is_invisible_for_a_moment() {
    let kie = Kie::new().await;
    kie.tell("render", json!({ "min_ms": 30, "max_ms": 30, "invisible_ms": 60_000 })).await;
    let id = kie.kling_task().await;
    assert_eq!(refusal(&kie.kling_record(&id).await), (422, "recordInfo is null"));
}

#[tokio::test]
async fn a_running_veo_task_has_flag_0_and_a_finished_one_its_urls() {
    let kie = Kie::new().await;
    kie.tell("render", json!({ "min_ms": 300, "max_ms": 300 })).await;
    let id = kie.veo_task(json!({ "aspect_ratio": "9:16" })).await;
    let running = kie.veo_record(&id).await["data"].clone();
    assert_eq!((&running["successFlag"], &running["response"]), (&json!(0), &Value::Null));
    assert_eq!((&running["completeTime"], &running["errorMessage"]), (&Value::Null, &json!("")));
    kie.finished(&id).await;
    let done = kie.veo_record(&id).await["data"].clone();
    assert_eq!(done["successFlag"], 1);
    assert!(done["response"]["resultUrls"][0].as_str().unwrap().ends_with(".mp4"));
    assert!(done["response"]["originUrls"].is_array());
    assert_eq!(done["completeTime"].as_i64().unwrap() % 1000, 0);
}

#[tokio::test]
async fn a_finished_kling_task_hides_its_urls_in_a_string() {
    let kie = Kie::new().await;
    kie.tell("render", json!({ "min_ms": 300, "max_ms": 300 })).await;
    let id = kie.kling_task().await;
    let running = kie.kling_record(&id).await["data"].clone();
    assert_eq!((&running["state"], &running["resultJson"]), (&json!("waiting"), &json!("")));
    assert_eq!(running["creditsConsumed"], 160.0);
    assert_eq!((&running["successFlag"], &running["response"]), (&json!(0), &Value::Null));
    kie.finished(&id).await;
    let done = kie.kling_record(&id).await["data"].clone();
    assert_eq!((&done["state"], &done["failCode"]), (&json!("success"), &Value::Null));
    let result: Value = serde_json::from_str(done["resultJson"].as_str().unwrap()).unwrap();
    assert!(result["resultUrls"][0].as_str().unwrap().ends_with(".mp4"));
    assert_eq!((&done["successFlag"], &done["response"]), (&json!(1), &result));
    let parameters: Value = serde_json::from_str(done["param"].as_str().unwrap()).unwrap();
    let input: Value = serde_json::from_str(parameters["input"].as_str().unwrap()).unwrap();
    assert_eq!(input["prompt"], "a fox");
}

#[tokio::test]
async fn a_model_whose_price_was_changed_costs_as_much_in_its_record_and_on_the_price_list() {
    let kie = Kie::new().await;
    let model = "kling/v2-1-master-text-to-video";
    let listed = async || {
        let page = json!({ "pageNum": 1, "pageSize": 100 });
        let answer =
            kie.http.post(format!("{}/client/v1/model-pricing/page", kie.url)).json(&page).send().await.unwrap();
        let answer: Value = answer.json().await.unwrap();
        let anchor = "https://kie.ai/models?model=kling%2Fv2-1-master-text-to-video";
        let rows = answer["data"]["records"].as_array().unwrap();
        let mine = rows.iter().filter(|row| row["anchor"] == anchor);
        mine.map(|row| row["creditPrice"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(listed().await, ["320", "160"]);
    kie.tell("prices", json!({ "model": model, "percent": 120 })).await;
    assert_eq!(listed().await, ["384", "192"]);
    let id = kie.kling_task().await;
    kie.finished(&id).await;
    assert_eq!(kie.kling_record(&id).await["data"]["creditsConsumed"], 192.0);
}

#[tokio::test]
async fn a_failed_task_gives_the_credits_back() {
    let kie = Kie::new().await;
    kie.tell("faults", json!({ "fault": "internal" })).await;
    let id = kie.kling_task().await;
    kie.finished(&id).await;
    let record = kie.kling_record(&id).await["data"].clone();
    assert_eq!((&record["state"], &record["failCode"]), (&json!("fail"), &json!("500")));
    assert_eq!((&record["creditsConsumed"], &record["successFlag"]), (&json!(0.0), &json!(3)));
    assert_eq!(kie.get("/api/v1/chat/credit").await["data"], 1000.25);
}

#[tokio::test]
async fn veo_fails_with_flag_2_for_policy_and_3_for_internal_errors() {
    let kie = Kie::new().await;
    for (fault, flag, code) in [("policy", 2, 400), ("internal", 3, 500)] {
        kie.tell("faults", json!({ "fault": fault })).await;
        let id = kie.veo_task(json!({})).await;
        kie.finished(&id).await;
        let record = kie.veo_record(&id).await["data"].clone();
        assert_eq!((record["successFlag"].as_i64(), record["errorCode"].as_i64()), (Some(flag), Some(code)));
        assert_eq!(record["response"], Value::Null);
    }
}

#[tokio::test]
async fn an_image_that_cannot_be_fetched_fails_the_task_later() {
    let kie = Kie::new().await;
    let gone = format!("{}/kie/uploads/gone.png", kie.url);
    let id = kie.veo_task(json!({ "imageUrls": [gone] })).await;
    assert_eq!(
        kie.finished(&id).await["failure"],
        json!({
            "code": 400,
            "message": "Failed to fetch the image. Kindly verify any access limits set by you or your service provider.",
        })
    );
}

#[tokio::test]
async fn an_uploaded_image_becomes_a_video() {
    let kie = Kie::new().await;
    let image = kie.upload(PNG, "fox.png").await;
    let id = task_id(&kie.kling("kling/v2-1-pro", json!({ "prompt": "a fox", "image_url": image })).await);
    assert_eq!(kie.finished(&id).await["state"], "success");
}

#[tokio::test]
async fn kling_standard_does_not_take_webp() {
    let kie = Kie::new().await;
    let image = kie.upload(WEBP, "fox.webp").await;
    let id = task_id(&kie.kling("kling/v2-1-standard", json!({ "prompt": "a fox", "image_url": image })).await);
    assert_eq!(kie.finished(&id).await["failure"]["message"], "The image format is not supported.");
}

#[tokio::test]
async fn listeners_hear_of_a_task_and_its_end() {
    let kie = Kie::new().await;
    let mut events = kie.http.get(format!("{}/simulators/kie/events", kie.url)).send().await.unwrap();
    let id = kie.veo_task(json!({})).await;
    let mut heard = String::new();
    while !(heard.contains("event: task") && heard.contains(&id) && heard.contains("\"state\":\"success\"")) {
        let chunk = tokio::time::timeout(std::time::Duration::from_secs(10), events.chunk()).await.unwrap().unwrap();
        heard.push_str(&String::from_utf8_lossy(&chunk.expect("the stream goes on")));
    }
}

#[tokio::test]
async fn rendering_can_be_ended_for_the_newest_tasks() {
    let kie = Kie::new().await;
    kie.tell("render", json!({ "min_ms": 3_600_000, "max_ms": 3_600_000 })).await;
    let (older, newer) = (kie.veo_task(json!({})).await, kie.kling_task().await);
    kie.tell("finish", json!({ "newest": 1 })).await;
    kie.finished(&newer).await;
    assert_eq!(kie.task_that(&older, |_| true).await["state"], "running");
    kie.tell("finish", json!({ "newest": 9 })).await;
    kie.finished(&older).await;
}
