//! Files in both directions.

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio_util::task::TaskTracker;

use super::world::World;

/// The header of a image of 1024 by 768; nobody decodes more of it.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x04\0\0\0\x03\0\x08\x02\0\0\0";

fn movie() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/media/square-dusk.mp4")).unwrap()
}

fn part(bytes: impl Into<std::borrow::Cow<'static, [u8]>>, name: &str, mime: &str) -> Part {
    Part::bytes(bytes).file_name(name.to_owned()).mime_str(mime).unwrap()
}

/// A site with a video, a page, and something far too large.
async fn site() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let router = Router::new()
        .route("/video.mp4", get(|| async { ([(CONTENT_TYPE, "video/mp4")], movie()) }))
        .route("/page", get(|| async { ([(CONTENT_TYPE, "text/html")], "<p>") }))
        .route("/huge.mp4", get(|| async { ([(CONTENT_TYPE, "video/mp4")], vec![0_u8; (20 << 20) + 1]) }))
        .route("/gone", get(|| async { StatusCode::NOT_FOUND }));
    TaskTracker::new().spawn(async move { axum::serve(listener, router).await.unwrap() });
    base
}

#[tokio::test]
async fn a_video_is_uploaded_described_and_sent_again_by_its_id() {
    let (world, ann) = World::with_ann().await;
    for form in [
        Form::new().part("video", part(movie(), "made.mp4", "video/mp4")),
        Form::new().text("video", "attach://v1").part("v1", part(movie(), "made.mp4", "video/mp4")),
    ] {
        let (status, answer) =
            world.upload("sendVideo", form.text("chat_id", ann.to_string()).text("caption", "Yours")).await;
        assert_eq!(status, 200, "{answer}");
        let video = &answer["result"]["video"];
        assert_eq!((&video["width"], &video["height"], &video["duration"]), (&json!(640), &json!(640), &json!(6)));
        assert_eq!((&video["file_name"], &answer["result"]["caption"]), (&json!("made.mp4"), &json!("Yours")));
        let again = world.bot("sendVideo", json!({ "chat_id": ann, "video": video["file_id"] })).await;
        assert_eq!(again["video"], *video);
    }
    let wrong = world.refused("sendVideo", json!({ "chat_id": ann, "video": "nonsense" })).await;
    assert_eq!(wrong, "Bad Request: wrong file identifier/HTTP URL specified");
    let long = json!({ "chat_id": ann, "video": "nonsense", "caption": "x".repeat(1025) });
    assert_eq!(world.refused("sendVideo", long).await, "Bad Request: message caption is too long");
}

#[tokio::test]
async fn a_url_is_fetched_within_its_limits() {
    let (world, ann) = World::with_ann().await;
    let site = site().await;
    let video = |path: &str| json!({ "chat_id": ann, "video": format!("{site}/{path}") });
    assert_eq!(world.bot("sendVideo", video("video.mp4")).await["video"]["width"], 640);
    for (path, complaint) in [
        ("page", "wrong type of the web page content"),
        ("huge.mp4", "failed to get HTTP URL content"),
        ("gone", "failed to get HTTP URL content"),
    ] {
        assert_eq!(world.refused("sendVideo", video(path)).await, format!("Bad Request: {complaint}"));
    }
}

#[tokio::test]
async fn uploads_beyond_fifty_megabytes_are_refused() {
    let (world, ann) = World::with_ann().await;
    let chat = Form::new().text("chat_id", ann.to_string());
    let huge = part(vec![0_u8; (50 << 20) + 1], "huge.bin", "application/octet-stream");
    let (status, answer) = world.upload("sendVideo", chat.part("video", huge)).await;
    assert_eq!((status, &answer["description"]), (413, &json!("Request Entity Too Large")));
}

#[tokio::test]
async fn a_persons_photo_can_be_downloaded() {
    let (world, _) = World::with_ann().await;
    let form =
        Form::new().part("file", part(PNG, "cat.png", "image/png")).text("as", "photo").text("caption", "/generate");
    let url = format!("{}/chat/api/ann/file", world.base);
    world.http.post(url).multipart(form).send().await.unwrap().error_for_status().unwrap();
    let message = world.next_update("message").await;
    let sizes = message["photo"].as_array().unwrap();
    assert_eq!((sizes.len(), &sizes[3]["width"], &sizes[3]["height"]), (4, &json!(1024), &json!(768)));
    assert_eq!(message["caption_entities"][0]["type"], "bot_command");
    let file = world.bot("getFile", json!({ "file_id": sizes[3]["file_id"] })).await;
    let token = simulators::telegram::DEMO_BOT_TOKEN;
    let url = format!("{}/file/bot{token}/{}", world.base, file["file_path"].as_str().unwrap());
    assert_eq!(world.http.get(url).send().await.unwrap().bytes().await.unwrap(), PNG);
    assert_eq!(world.refused("getFile", json!({ "file_id": "nonsense" })).await, "Bad Request: invalid file_id");
}

#[tokio::test]
async fn files_beyond_twenty_megabytes_cannot_be_got() {
    let (world, _) = World::with_ann().await;
    let form = Form::new().part("file", part(vec![1_u8; (20 << 20) + 1], "long.bin", "application/octet-stream"));
    let url = format!("{}/chat/api/ann/file", world.base);
    let message: Value = world.http.post(url).multipart(form).send().await.unwrap().json().await.unwrap();
    let id = &message["document"]["file_id"];
    assert_eq!(world.refused("getFile", json!({ "file_id": id })).await, "Bad Request: file is too big");
}

#[tokio::test]
async fn the_page_plays_videos_in_ranges() {
    let (world, ann) = World::with_ann().await;
    let form = Form::new().text("chat_id", ann.to_string()).part("video", part(movie(), "made.mp4", "video/mp4"));
    let (_, answer) = world.upload("sendVideo", form).await;
    let url = format!("{}/chat/api/ann/file/{}", world.base, answer["result"]["video"]["file_id"].as_str().unwrap());
    let response = world.http.get(&url).header("range", "bytes=4-7").send().await.unwrap();
    let range = format!("bytes 4-7/{}", movie().len());
    assert_eq!(response.headers()["content-range"].to_str().unwrap(), range);
    assert_eq!(response.headers()["content-type"].to_str().unwrap(), "video/mp4");
    assert_eq!((response.status().as_u16(), response.bytes().await.unwrap()), (206, "ftyp".into()));
    assert_eq!(world.http.get(&url).header("range", "bytes=999999999-").send().await.unwrap().status(), 416);
}

#[tokio::test]
async fn a_large_video_shows_what_its_sender_tells_of_it() {
    let (world, ann) = World::with_ann().await;
    let mut large = movie();
    large.resize((10 << 20) + 1, 0);
    let form = |large: Vec<u8>| {
        let form = Form::new().text("chat_id", ann.to_string());
        form.part("video", part(large, "large.mp4", "video/mp4"))
    };
    let (_, untold) = world.upload("sendVideo", form(large.clone())).await;
    let of = |answer: &Value| {
        let video = &answer["result"]["video"];
        (video["width"].as_u64(), video["height"].as_u64(), video["duration"].as_u64())
    };
    assert_eq!(of(&untold), (Some(320), Some(320), Some(0)));
    let told = form(large).text("width", "640").text("height", "360").text("duration", "8");
    let told = told.text("thumbnail", "attach://t").part("t", part(PNG, "t.png", "image/png"));
    let (_, told) = world.upload("sendVideo", told).await;
    assert_eq!(of(&told), (Some(640), Some(360), Some(8)));
    assert!(told["result"]["video"]["thumbnail"]["file_id"].is_string(), "{told}");
}

#[tokio::test]
async fn a_video_has_a_cover_by_upload_or_by_the_id_of_a_photo() {
    let (world, ann) = World::with_ann().await;
    let form = || {
        let form = Form::new().text("chat_id", ann.to_string()).text("supports_streaming", "true");
        form.part("video", part(movie(), "made.mp4", "video/mp4"))
    };
    let uploaded = form().text("cover", "attach://c").part("c", part(PNG, "c.png", "image/png"));
    let (_, first) = world.upload("sendVideo", uploaded).await;
    let cover = first["result"]["video"]["cover"].clone();
    assert_eq!((&cover[3]["width"], &cover[3]["height"]), (&json!(1024), &json!(768)), "{first}");
    let again = form().text("cover", cover[3]["file_id"].as_str().unwrap().to_owned());
    let (_, second) = world.upload("sendVideo", again).await;
    assert_eq!(second["result"]["video"]["cover"], cover);
    let unknown = world.upload("sendVideo", form().text("cover", "nonsense")).await;
    assert_eq!(unknown.1["description"], "Bad Request: wrong file identifier/HTTP URL specified");
    let id = first["result"]["video"]["file_id"].as_str().unwrap().to_owned();
    let no_photo = world.upload("sendVideo", form().text("cover", id)).await;
    assert_eq!(no_photo.1["description"], "Bad Request: can't use file of type Video as Photo");
}

#[tokio::test]
async fn the_page_is_told_which_video_has_no_sound() {
    let (world, ann) = World::with_ann().await;
    let mut silent = movie();
    let at = silent.windows(4).position(|four| four == b"soun").unwrap();
    silent[at..at + 4].copy_from_slice(b"meta");
    for (film, told) in [(movie(), false), (silent, true)] {
        let form = Form::new().text("chat_id", ann.to_string()).part("video", part(film, "made.mp4", "video/mp4"));
        let (_, answer) = world.upload("sendVideo", form).await;
        let id = answer["result"]["video"]["file_id"].as_str().unwrap();
        let url = format!("{}/chat/api/{ann}/file/{id}", world.base);
        let response = world.http.head(url).send().await.unwrap();
        assert_eq!(response.headers().contains_key("x-no-sound"), told);
    }
}
