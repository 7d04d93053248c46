use serde_json::{Value, json};

use crate::kie::harness::{Kie, PNG};

#[tokio::test]
async fn a_result_is_a_video_of_the_shape_asked_for() {
    let kie = Kie::new().await;
    let mut films = Vec::new();
    for aspect in ["16:9", "9:16"] {
        let id = kie.veo_task(json!({ "aspect_ratio": aspect })).await;
        let url = kie.finished(&id).await["result_url"].as_str().unwrap().to_owned();
        let answer = kie.http.get(url).send().await.unwrap();
        assert_eq!(answer.headers()["content-type"], "video/mp4");
        films.push(answer.bytes().await.unwrap());
    }
    assert!(films.iter().all(|film| &film[4..8] == b"ftyp" && film.len() <= 150_000));
    assert_ne!(films[0], films[1]);
}

#[tokio::test]
async fn a_range_of_a_result_can_be_asked_for() {
    let kie = Kie::new().await;
    let id = kie.veo_task(json!({})).await;
    let url = kie.finished(&id).await["result_url"].as_str().unwrap().to_owned();
    let answer = kie.http.get(url).header("Range", "bytes=4-7").send().await.unwrap();
    assert_eq!(answer.status(), 206);
    assert!(answer.headers()["content-range"].to_str().unwrap().starts_with("bytes 4-7/"));
    assert_eq!(&answer.bytes().await.unwrap()[..], b"ftyp");
}

#[tokio::test]
async fn there_is_no_file_before_the_task_is_done() {
    let kie = Kie::new().await;
    kie.tell("faults", json!({ "fault": "slow", "seconds": 3600 })).await;
    let id = kie.veo_task(json!({})).await;
    let answer = kie.http.get(format!("{}/kie/files/{id}/x.mp4", kie.url)).send().await.unwrap();
    assert_eq!(answer.status(), 404);
}

#[tokio::test]
async fn an_upload_answers_with_its_download_url() {
    let kie = Kie::new().await;
    let url = kie.upload(PNG, "fox.png").await;
    let answer = kie.http.get(url).send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "image/png");
    assert_eq!(&answer.bytes().await.unwrap()[..], PNG);
    let uploads = kie.get("/simulators/kie/uploads").await;
    assert_eq!(uploads[0]["path"], "kieai/100001/images/test/fox.png");
}

#[tokio::test]
async fn base64_comes_bare_or_as_a_data_address() {
    let kie = Kie::new().await;
    for data in ["iVBORw0KGgo=", "data:image/png;base64,iVBORw0KGgo="] {
        let body = json!({ "base64Data": data, "uploadPath": "images" });
        let answer = kie.posted("/api/file-base64-upload", body).await;
        assert_eq!((&answer["data"]["mimeType"], &answer["data"]["fileSize"]), (&json!("image/png"), &json!(8)));
    }
}

#[tokio::test]
async fn an_upload_by_url_is_fetched() {
    let kie = Kie::new().await;
    let source = kie.upload(PNG, "fox.png").await;
    let answer = kie.posted("/api/file-url-upload", json!({ "fileUrl": source, "uploadPath": "copies" })).await;
    assert_eq!(answer["data"]["fileSize"], PNG.len());
}

#[tokio::test]
async fn bad_uploads_are_refused() {
    let kie = Kie::new().await;
    let answer = kie.posted("/api/file-base64-upload", json!({ "base64Data": "AAAA" })).await;
    assert_eq!(answer, json!({ "success": false, "code": 400, "msg": "Missing required parameter: uploadPath" }));
    for path in ["/images", "images/", "../images"] {
        let body = json!({ "base64Data": "AAAA", "uploadPath": path });
        assert_eq!(kie.posted("/api/file-base64-upload", body).await["code"], 400);
    }
    let request = kie.http.post(format!("{}/api/file-base64-upload", kie.url)).bearer_auth("wrong");
    let answer: Value = request.json(&json!({})).send().await.unwrap().json().await.unwrap();
    assert_eq!(answer, json!({ "success": false, "code": 401, "msg": "Authentication failed: Invalid API Key" }));
}

#[tokio::test]
async fn only_results_get_a_download_url() {
    let kie = Kie::new().await;
    let id = kie.veo_task(json!({})).await;
    let url = kie.finished(&id).await["result_url"].clone();
    let answer = kie.posted("/api/v1/common/download-url", json!({ "url": url })).await;
    assert_eq!(kie.http.get(answer["data"].as_str().unwrap()).send().await.unwrap().status(), 200);
    let answer = kie.posted("/api/v1/common/download-url", json!({ "url": "http://example.com/x.mp4" })).await;
    assert_eq!(answer, json!({ "code": 422, "msg": "url is wrong", "data": null }));
}

#[tokio::test]
async fn a_video_is_as_long_as_ordered() {
    let kie = Kie::new().await;
    for (duration, seconds) in [("5", 5), ("10", 10)] {
        let input = json!({ "prompt": "a fox", "duration": duration });
        let answer = kie.kling("kling/v2-5-turbo-text-to-video-pro", input).await;
        let task = kie.finished(answer["data"]["taskId"].as_str().unwrap()).await;
        let film = kie.http.get(task["result_url"].as_str().unwrap()).send().await.unwrap().bytes().await.unwrap();
        let mvhd = film.windows(4).position(|name| name == b"mvhd").unwrap();
        let number = |at: usize| u32::from_be_bytes(film[mvhd + at..mvhd + at + 4].try_into().unwrap());
        assert_eq!(number(20).div_ceil(number(16)), seconds);
    }
}

#[tokio::test]
async fn a_video_is_silent_where_no_sound_was_ordered() {
    let kie = Kie::new().await;
    for sound in [true, false] {
        let input = json!({ "prompt": "a fox", "duration": 5, "quality": "720p", "aspect_ratio": "1:1",
            "generate_audio_switch": sound });
        let answer = kie.kling("pixverse-v6/text-to-video", input).await;
        let task = kie.finished(answer["data"]["taskId"].as_str().unwrap()).await;
        let film = kie.http.get(task["result_url"].as_str().unwrap()).send().await.unwrap().bytes().await.unwrap();
        let tracks = film.windows(4).filter(|name| name == b"trak").count();
        assert_eq!(tracks, if sound { 2 } else { 1 });
    }
}
