use serde_json::{Value, json};

use crate::kie::harness::{Kie, refusal, task_id};

const T2V: &str = "kling/v2-1-master-text-to-video";
const FUNDS: &str =
    "Credits insufficient : Your current balance isn't enough to run this request. Please top up to continue.";

#[tokio::test]
async fn a_wrong_key_is_refused_without_data() {
    let kie = Kie::new().await;
    let request = kie.http.get(format!("{}/api/v1/chat/credit", kie.url)).bearer_auth("wrong");
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["code"], 401);
    assert!(body.get("data").is_none());
}

#[tokio::test]
async fn without_a_set_key_any_key_but_none_is_let_in() {
    let kie = Kie::with(|config| config.api_key = None).await;
    assert_eq!(kie.get("/api/v1/chat/credit").await["code"], 200);
    let keyless: Value =
        kie.http.get(format!("{}/api/v1/chat/credit", kie.url)).send().await.unwrap().json().await.unwrap();
    assert_eq!(keyless["code"], 401);
}

#[tokio::test]
async fn an_unknown_path_is_a_real_404() {
    let kie = Kie::new().await;
    let answer = kie.post("/api/v1/veo/no-such-thing", &json!({})).send().await.unwrap();
    assert_eq!(answer.status(), 404);
}

#[tokio::test]
async fn task_ids_are_32_hex_characters_and_market_repeats_it_as_record_id() {
    let kie = Kie::new().await;
    let answer = kie.kling(T2V, json!({ "prompt": "a fox" })).await;
    let id = task_id(&answer);
    assert!(id.len() == 32 && id.chars().all(|c| c.is_ascii_hexdigit()));
    assert_eq!(answer["data"]["recordId"], id);
}

#[tokio::test]
async fn credits_are_taken_at_creation_and_the_balance_may_be_fractional() {
    let kie = Kie::new().await;
    kie.veo_task(json!({})).await;
    assert_eq!(kie.get("/api/v1/chat/credit").await["data"], 940.25);
}

#[tokio::test]
async fn prices_follow_model_resolution_and_duration() {
    let kie = Kie::new().await;
    let veo = kie.veo_task(json!({ "resolution": "1080p" })).await;
    let kling = task_id(&kie.kling(T2V, json!({ "prompt": "a fox", "duration": "10" })).await);
    assert_eq!(kie.finished(&veo).await["charged"], 65.0);
    assert_eq!(kie.finished(&kling).await["charged"], 320.0);
}

#[tokio::test]
async fn veo_refuses_in_its_words() {
    let kie = Kie::new().await;
    for (body, message) in [
        (json!({ "prompt": "a fox" }), "Invalid model"),
        (json!({ "prompt": "a fox", "model": "veo3.1-fast" }), "Invalid model"),
        (json!({ "prompt": " ", "model": "veo3" }), "The prompt cannot be empty"),
        (json!({ "prompt": "a fox", "model": "veo3", "aspect_ratio": "1:1" }), "Ratio error"),
        (json!({ "prompt": "a fox", "model": "veo3", "aspectRatio": "4:3" }), "Ratio error"),
        (
            json!({ "prompt": "a fox", "model": "veo3", "imageUrls": "http://x/y" }),
            "imageUrls must be an array of URLs",
        ),
        (json!({ "prompt": "a fox", "model": "veo3", "duration": "8" }), "duration must be 4, 6 or 8"),
        (json!({ "prompt": "a fox", "model": "veo3", "resolution": "8k" }), "resolution must be 720p, 1080p or 4k"),
        (json!({ "prompt": "a fox", "model": "veo3", "seeds": 5 }), "seeds must be between 10000 and 99999"),
        (
            json!({ "prompt": "a fox", "model": "veo3", "resolution": "4k", "duration": 6 }),
            "resolution 4k is only for a duration of 8",
        ),
        (
            json!({ "prompt": "a fox", "model": "veo3", "generationType": "REFERENCE_2_VIDEO", "imageUrls": ["http://x/y"] }),
            "generationType does not fit the images or the model",
        ),
        (
            json!({ "prompt": "a fox", "model": "veo3_lite", "generationType": "REFERENCE_2_VIDEO",
                "imageUrls": ["http://x/y"], "duration": 4 }),
            "REFERENCE_2_VIDEO is only for a duration of 8",
        ),
        (
            json!({ "prompt": "a fox", "model": "veo3", "generationType": "FIRST_AND_LAST_FRAMES_2_VIDEO" }),
            "generationType does not fit the images or the model",
        ),
    ] {
        assert_eq!(refusal(&kie.veo(body).await), (422, message));
    }
    assert_eq!(kie.state().await["counts"]["tasks"], 0);
}

#[tokio::test]
async fn both_spellings_of_the_aspect_are_kept_as_one() {
    let kie = Kie::new().await;
    for spelling in ["aspect_ratio", "aspectRatio"] {
        let id = kie.veo_task(json!({ spelling: "9:16" })).await;
        let record = kie.veo_record(&id).await;
        let kept: Value = serde_json::from_str(record["data"]["paramJson"].as_str().unwrap()).unwrap();
        assert_eq!((&kept["aspectRatio"], kept.get("aspect_ratio")), (&json!("9:16"), None));
        assert_eq!(kept["generationType"], "TEXT_2_VIDEO");
    }
}

#[tokio::test]
async fn market_does_not_know_other_models() {
    let kie = Kie::new().await;
    let answer = kie.kling("kling/v9", json!({ "prompt": "a fox" })).await;
    assert_eq!(
        refusal(&answer),
        (
            422,
            "The model name you specified is not supported. Please verify your input and use one of the supported \
             models provided by KIE."
        )
    );
}

#[tokio::test]
async fn a_missing_field_is_a_server_error_at_the_market() {
    let kie = Kie::new().await;
    assert_eq!(refusal(&kie.kling(T2V, json!({})).await), (500, "prompt is required"));
    let imageless = kie.kling("kling/v2-1-standard", json!({ "prompt": "a fox" })).await;
    assert_eq!(refusal(&imageless), (500, "This field is required"));
}

#[tokio::test]
async fn kling_refuses_wrong_types_and_values() {
    let kie = Kie::new().await;
    for (field, value, message) in [
        ("duration", json!(5), "duration must be a string"),
        ("duration", json!("8"), "duration is not within the range of allowed options"),
        ("aspect_ratio", json!("4:3"), "aspect_ratio is not within the range of allowed options"),
        ("cfg_scale", json!("0.5"), "cfg_scale must be a number"),
        ("cfg_scale", json!(1.5), "cfg_scale is not within the range of allowed options"),
        ("negative_prompt", json!("x".repeat(501)), "negative_prompt cannot be longer than 500 characters"),
        ("prompt", json!("x".repeat(5001)), "prompt cannot be longer than 5000 characters"),
    ] {
        let mut input = json!({ "prompt": "a fox" });
        input[field] = value;
        assert_eq!(refusal(&kie.kling(T2V, input).await), (422, message));
    }
}

#[tokio::test]
async fn fields_that_a_model_does_not_know_are_ignored_but_noted() {
    let kie = Kie::new().await;
    let id = task_id(&kie.kling(T2V, json!({ "prompt": "a fox", "image_url": "http://x/y.png" })).await);
    assert_eq!(kie.finished(&id).await["ignored_fields"], json!(["image_url"]));
}

#[tokio::test]
async fn want_of_credits_is_told_with_402_and_500_in_turn() {
    let kie = Kie::new().await;
    kie.tell("balance", json!({ "credits": 59.5 })).await;
    let body = json!({ "model": "veo3_fast", "prompt": "a fox" });
    assert_eq!(refusal(&kie.veo(body.clone()).await), (402, FUNDS));
    assert_eq!(refusal(&kie.veo(body).await), (500, FUNDS));
    assert_eq!(kie.state().await["balance"], 59.5);
}

#[tokio::test]
async fn the_21st_create_within_ten_seconds_is_dropped() {
    let kie = Kie::new().await;
    kie.tell("balance", json!({ "credits": 5000 })).await;
    for _ in 0..20 {
        kie.veo_task(json!({})).await;
    }
    let answer = kie.veo(json!({ "model": "veo3_fast", "prompt": "a fox" })).await;
    assert_eq!(answer["code"], 429);
    assert_eq!(kie.state().await["counts"]["tasks"], 20);
}
