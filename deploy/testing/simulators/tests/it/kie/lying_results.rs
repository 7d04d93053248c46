//! Results whose address does not give the film.

use serde_json::{Value, json};

use crate::kie::harness::Kie;

/// Orders a video under this fault, and gives the address of its result.
async fn result(kie: &Kie, fault: Value) -> String {
    kie.tell("faults", fault).await;
    let id = kie.veo_task(json!({})).await;
    kie.finished(&id).await;
    let record = kie.veo_record(&id).await;
    record["data"]["response"]["resultUrls"][0].as_str().unwrap().to_owned()
}

/// Type and bytes that the address gives; no bytes when the connection was cut.
async fn fetched(kie: &Kie, url: &str) -> (u16, String, Option<Vec<u8>>) {
    let answer = kie.http.get(url).send().await.unwrap();
    let kind = answer.headers().get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
    let status = answer.status().as_u16();
    (status, kind.unwrap_or_default(), answer.bytes().await.ok().map(Into::into))
}

#[tokio::test]
async fn a_page_may_come_in_place_of_the_film() {
    let kie = Kie::new().await;
    for (fault, kind, begins) in [
        ("result_html", "text/html", "<html>"),
        ("result_xml", "application/xml", "<?xml"),
        ("result_empty", "video/mp4", ""),
    ] {
        let url = result(&kie, json!({ "fault": fault })).await;
        for _ in 0..2 {
            let (status, is, bytes) = fetched(&kie, &url).await;
            assert_eq!((status, is.as_str()), (200, kind), "{fault}");
            let bytes = bytes.unwrap();
            assert!(bytes.starts_with(begins.as_bytes()) && bytes.is_empty() == begins.is_empty(), "{fault}");
        }
    }
}

#[tokio::test]
async fn a_film_may_end_in_the_middle_with_and_without_a_sign_of_it() {
    let kie = Kie::new().await;
    let url = result(&kie, json!({ "fault": "result_cut", "answers": 1 })).await;
    let (_, kind, cut) = fetched(&kie, &url).await;
    assert_eq!((kind.as_str(), cut), ("video/mp4", None));
    let whole = fetched(&kie, &url).await.2.unwrap();
    let url = result(&kie, json!({ "fault": "result_truncated" })).await;
    let half = fetched(&kie, &url).await.2.unwrap();
    assert_eq!(&half[4..8], b"ftyp");
    assert!(half.len() < whole.len() && !half.is_empty());
}

#[tokio::test]
async fn an_address_may_begin_to_work_later_or_never_answer() {
    let kie = Kie::new().await;
    let url = result(&kie, json!({ "fault": "result_missing", "answers": 2 })).await;
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(fetched(&kie, &url).await.0);
    }
    assert_eq!(statuses, [404, 404, 200]);
    let url = result(&kie, json!({ "fault": "result_unreachable" })).await;
    assert!(kie.http.get(url).send().await.is_err());
}

#[tokio::test]
async fn a_filter_keeps_the_address_back_and_may_say_why() {
    let kie = Kie::new().await;
    kie.tell("faults", json!({ "fault": "filtered", "times": 2, "message": "Audio was filtered" })).await;
    let (veo, kling) = (kie.veo_task(json!({})).await, kie.kling_task().await);
    assert_eq!(kie.finished(&veo).await["result_url"], Value::Null);
    kie.finished(&kling).await;
    let record = kie.veo_record(&veo).await["data"].clone();
    assert_eq!((&record["successFlag"], &record["errorMessage"]), (&json!(1), &json!("Audio was filtered")));
    assert_eq!(record["response"]["resultUrls"], json!([]));
    let record = kie.kling_record(&kling).await["data"].clone();
    assert_eq!((&record["state"], &record["resultJson"]), (&json!("success"), &json!(r#"{"resultUrls":[]}"#)));
    assert_eq!(record["failMsg"], "Audio was filtered");
}
