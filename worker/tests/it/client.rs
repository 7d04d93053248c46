//! The client alone, against answers as they were recorded, documented or met.

use axum::Router;
use axum::routing::post;
use futures_util::stream;
use serde_json::{Value, json};
use shared::job::{BlockReason, FailureReason, KieCost, TaskId};
use url::Url;
use worker::kie::{
    Api, CreateError, Delay, Fields, KieClient, KieConfig, QueryError, TaskState, UploadError, UploadFile,
};

use crate::fake_kie::{Create, FakeKie, serve};

async fn create(client: &KieClient) -> Result<TaskId, CreateError> {
    client.create(Api::Veo, "veo3_fast", Fields::new(), None).await
}

/// What an answer to a create comes to, as a word.
async fn created(kie: &FakeKie, client: &KieClient, answer: Create) -> String {
    kie.answers_creates_with([answer]);
    match create(client).await {
        Ok(task) => format!("task {task}"),
        Err(CreateError::NotStarted(delay)) => format!("not started: {delay}"),
        Err(CreateError::Refused { reason, .. }) => format!("refused: {}", reason.as_str()),
        Err(CreateError::ProviderBlocked(reason)) => format!("blocked: {}", reason.as_str()),
        Err(CreateError::Unknown(_)) => "unknown".to_owned(),
    }
}

#[tokio::test]
async fn every_answer_to_a_create_is_a_decision() {
    let kie = FakeKie::start().await;
    let client = kie.client();
    let funds =
        "Credits insufficient : Your current balance isn't enough to run this request. Please top up to continue.";
    let unsupported = "The model name you specified is not supported. Please verify your input and use one of the supported models provided by KIE.";
    let body = |code: i64, text: &str| json!({"code": code, "msg": text, "data": null});
    for (status, answer, expected) in [
        (200, json!({"code": 200, "msg": "success", "data": {"taskId": "t", "recordId": "t"}}), "task t"),
        (200, json!({"code": 200, "msg": "success", "data": {"task_id": "t"}}), "task t"),
        (200, json!({"code": 505, "msg": "?", "data": {"taskId": "t"}}), "task t"),
        (200, json!({"code": 200, "msg": "success", "data": {}}), "unknown"),
        (200, json!({"code": 200, "msg": "success"}), "unknown"),
        (200, json!({"code": 401, "msg": "Unauthorized – Authentication failed."}), "blocked: unauthorized"),
        (200, json!({"code": 401, "message": "You do not have access permissions"}), "blocked: unauthorized"),
        (401, body(401, ""), "blocked: unauthorized"),
        (200, body(402, funds), "blocked: out_of_funds"),
        (200, body(500, funds), "blocked: out_of_funds"),
        (200, body(433, "sub-key limit exceeded"), "blocked: key_limit"),
        (200, body(400, "bad"), "refused: refused"),
        (200, body(400, "Your prompt was flagged by Website as violating content policies."), "refused: policy"),
        (200, body(422, "Invalid model"), "refused: refused"),
        (200, body(422, "Ratio error"), "refused: refused"),
        (200, body(422, unsupported), "refused: refused"),
        (200, body(422, "The page does not exist or is not published"), "refused: refused"),
        (200, body(404, "not found"), "refused: refused"),
        (200, body(451, "cannot fetch"), "refused: image"),
        (200, body(501, "failed"), "refused: provider"),
        (200, body(500, "prompt is required"), "refused: refused"),
        (200, body(500, "This field is required"), "refused: refused"),
        (200, body(429, "Your call frequency is too high"), "not started: rate limited"),
        (200, body(500, "Your call frequency is too high, please try again"), "not started: rate limited"),
        (200, body(430, ""), "not started: rate limited"),
        (429, json!("slow down"), "not started: rate limited"),
        (200, body(455, "maintenance"), "not started: maintenance"),
        (455, json!({}), "not started: maintenance"),
        (200, body(408, ""), "unknown"),
        (200, body(500, "Internal Error, Please try again later."), "not started: try again"),
        (200, body(400, "Please try again later."), "not started: try again"),
        (500, body(500, "Internal Error, Please try again later."), "unknown"),
        (200, json!({"code": 500, "msg": "Please try again later", "data": {"taskId": "t"}}), "task t"),
        (200, body(422, "too many requests"), "refused: refused"),
        (200, body(400, funds), "refused: refused"),
        (200, body(777, funds), "unknown"),
        (200, body(505, "disabled"), "unknown"),
        (200, body(550, ""), "unknown"),
        (200, body(777, ""), "unknown"),
        (502, body(502, ""), "unknown"),
        (200, json!(["not", "an", "envelope"]), "unknown"),
        (404, json!({"status": 404, "error": "Not Found"}), "unknown"),
    ] {
        assert_eq!(created(&kie, &client, Create::Answer(status, answer.clone())).await, expected, "{status} {answer}");
    }
    for (status, text) in [(403, "error code: 1010"), (502, "<html>Bad gateway</html>"), (524, ""), (200, "<html>")] {
        assert_eq!(created(&kie, &client, Create::Raw(status, text)).await, "unknown", "{status} {text}");
    }
    assert_eq!(created(&kie, &client, Create::AcceptAndHangUp).await, "unknown");
}

#[tokio::test]
async fn words_of_the_prompt_that_a_refusal_quotes_decide_nothing() {
    let kie = FakeKie::start().await;
    let client = kie.client();
    for (api, model) in [(Api::Veo, "veo3_fast"), (Api::Market, "kling/v2-1-pro")] {
        for prompt in ["please top up", "too many requests", "try again", "maintenance"] {
            let fields = Fields::from_iter([("prompt".to_owned(), prompt.into())]);
            let quoting =
                json!({"code": 500, "msg": format!("cannot render '{}'", prompt.to_uppercase()), "data": null});
            kie.answers_creates_with([Create::Answer(200, quoting)]);
            let answer = client.create(api, model, fields, None).await;
            assert!(matches!(answer, Err(CreateError::Unknown(_))), "{prompt}: {answer:?}");
        }
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let kie = FakeKie::start().await;
    let elsewhere = kie.url.join("/api/v1/jobs/createTask").unwrap();
    assert_eq!(created(&kie, &kie.client(), Create::Redirect(elsewhere.to_string())).await, "unknown");
    assert_eq!(kie.posts().len(), 1);
}

#[tokio::test]
async fn only_without_a_connection_it_is_certain_that_nothing_was_sent() {
    let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let nobody = Url::parse(&format!("http://{}", free.local_addr().unwrap())).unwrap();
    drop(free);
    let client = KieClient::new(KieConfig::new(nobody.clone(), nobody, "key".into())).unwrap();
    assert!(matches!(create(&client).await, Err(CreateError::NotStarted(Delay::Unreachable))));

    let silent = serve(Router::new().route("/api/v1/veo/generate", post(std::future::pending::<()>))).await;
    let mut config = KieConfig::new(silent.clone(), silent, "key".into());
    config.timeout = std::time::Duration::from_millis(50);
    let error = create(&KieClient::new(config).unwrap()).await.unwrap_err();
    assert!(matches!(error, CreateError::Unknown(_)));
    assert!(!format!("{error:?}").contains("127.0.0.1"), "an address in {error:?}");
}

#[tokio::test]
async fn every_answer_to_a_query_is_a_decision() {
    let kie = FakeKie::start().await;
    let client = kie.client();
    let running = json!({"successFlag": 0});
    let body = |code: i64, text: &str| json!({"code": code, "msg": text, "data": null}).to_string();
    for (status, answer, expected) in [
        (200, json!({"code": 200, "msg": "success", "data": running}).to_string(), "running"),
        (200, json!({"code": 505, "msg": "success", "data": running}).to_string(), "running"),
        (200, body(422, "recordInfo is null"), "not found"),
        (200, body(422, "Record not found for taskId: X"), "not found"),
        (200, body(404, "nothing"), "not found"),
        (200, body(200, "success"), "not found"),
        (200, body(401, "Unauthorized"), "blocked: unauthorized"),
        (200, body(429, "often"), "rate limited"),
        (200, body(500, "Your call frequency is too high"), "rate limited"),
        (429, "slow".to_owned(), "rate limited"),
        (200, body(451, ""), "failed: image"),
        (200, body(501, "failed"), "failed: provider"),
        (200, body(400, "Your prompt was flagged by Website as violating content policies."), "failed: policy"),
        (200, body(400, "taskId parameter is required"), "unavailable"),
        (200, body(500, "oops"), "unavailable"),
        (503, "<html>".to_owned(), "unavailable"),
        (404, "nothing here".to_owned(), "unavailable"),
        (200, "x".repeat(2_000_000), "unavailable"),
    ] {
        kie.answers_looks_with(status, answer.clone());
        let told = match client.query(Api::Veo, &TaskId::new("t")).await {
            Ok(TaskState::Running) => "running".to_owned(),
            Ok(TaskState::Succeeded { .. }) => "succeeded".to_owned(),
            Ok(TaskState::Failed { reason }) => format!("failed: {}", reason.as_str()),
            Err(QueryError::NotFound) => "not found".to_owned(),
            Err(QueryError::RateLimited) => "rate limited".to_owned(),
            Err(QueryError::ProviderBlocked(reason)) => format!("blocked: {}", reason.as_str()),
            Err(QueryError::Unavailable(_)) => "unavailable".to_owned(),
        };
        assert_eq!(told, expected, "{status} {}", &answer[..answer.len().min(80)]);
    }
}

#[tokio::test]
async fn recorded_records_are_read() {
    let kie = FakeKie::start().await;
    let client = kie.client();
    let veo = json!({"code":200,"msg":"success","data":{"taskId":"0819326cc7fddfd620baf6e1f0db7e2b","paramJson":"{}",
        "response":null,"successFlag":0,"fallbackFlag":false,"completeTime":null,"createTime":1_785_999_477_000_i64,"errorCode":null,"errorMessage":""}});
    kie.answers_looks_with(200, veo.to_string());
    assert_eq!(client.query(Api::Veo, &TaskId::new("t")).await.unwrap(), TaskState::Running);

    let market = json!({"code":200,"msg":"success","data":{"taskId":"t","model":"kling/v2-1-pro","state":"success","param":"{}",
        "resultJson":"{\"resultUrls\":[\"https://tempfile.example/v.mp4\"]}","failCode":null,"failMsg":null,"costTime":93,
        "completeTime":1_787_236_364_164_i64,"createTime":1_787_236_270_577_i64,"creditsConsumed":70.0}});
    kie.answers_looks_with(200, market.to_string());
    let urls = vec![Url::parse("https://tempfile.example/v.mp4").unwrap()];
    assert_eq!(
        client.query(Api::Market, &TaskId::new("t")).await.unwrap(),
        TaskState::Succeeded { urls, cost: Some(KieCost::from(70)) }
    );

    let failed = json!({"code":501,"msg":"Playground task failed.","data":{"taskId":"t","state":"fail","resultJson":null,"failCode":"500","failMsg":"Internal server error"}});
    kie.answers_looks_with(200, failed.to_string());
    let reason = FailureReason::Provider;
    assert_eq!(client.query(Api::Market, &TaskId::new("t")).await.unwrap(), TaskState::Failed { reason });
}

#[tokio::test]
async fn uploads_are_tried_again_unless_the_file_is_refused() {
    let kie = FakeKie::start().await;
    let client = kie.client();
    let upload = |bytes: &'static [u8], size_bytes| {
        let file = UploadFile { name: "p.png".to_owned(), mime: "image/png".to_owned(), size_bytes };
        client.upload_stream(file, stream::iter([Ok::<_, std::io::Error>(bytes)]))
    };
    assert_eq!(upload(b"picture", Some(7)).await.unwrap().url.as_str(), "https://files.example/p.png");
    assert_eq!(upload(b"picture", None).await.unwrap().url.as_str(), "https://files.example/p.png");
    assert_eq!(kie.uploads(), [7, 7]);

    let no = |code: i64| json!({"success": false, "code": code, "msg": "no"});
    for (status, answer, expected) in [
        (200, no(400), "refused"),
        (413, no(413), "refused"),
        (200, no(401), "blocked"),
        (401, json!({"success": false, "code": 401, "msg": "Authentication failed: Invalid API Key"}), "blocked"),
        (200, no(500), "later"),
        (503, json!("<html>"), "later"),
        (403, json!("error code: 1010"), "later"),
        (200, json!({"success": true, "code": 200, "data": {}}), "later"),
    ] {
        kie.answers_uploads_with(status, answer.clone());
        let told = match upload(b"picture", Some(7)).await.unwrap_err() {
            UploadError::Refused(_) => "refused",
            UploadError::ProviderBlocked(_) => "blocked",
            UploadError::Later(_) => "later",
        };
        assert_eq!(told, expected, "{status} {answer}");
    }
    let broken = stream::iter([Ok(&b"pic"[..]), Err(std::io::Error::other("the source broke off"))]);
    let file = UploadFile { name: "p.png".to_owned(), mime: "image/png".to_owned(), size_bytes: None };
    assert!(matches!(client.upload_stream(file, broken).await, Err(UploadError::Later(_))));
}

#[tokio::test]
async fn the_balance_may_be_fractional() {
    let kie = FakeKie::start().await;
    let client = kie.client();
    let balance = |data: Value| json!({"code": 200, "msg": "success", "data": data});
    for (data, expected) in [(json!(5916.25), 5916.25), (json!(80), 80.0), (json!("12.5"), 12.5)] {
        kie.answers_credits_with(balance(data));
        assert!((client.credits().await.unwrap() - expected).abs() < f64::EPSILON);
    }
    kie.answers_credits_with(json!({"code": 401, "msg": "Unauthorized"}));
    assert!(matches!(client.credits().await, Err(QueryError::ProviderBlocked(BlockReason::Unauthorized))));
    kie.answers_credits_with(balance(Value::Null));
    assert!(matches!(client.credits().await, Err(QueryError::Unavailable(_))));
}

#[test]
fn secrets_are_not_shown() {
    let url = Url::parse("https://api.example").unwrap();
    let client = KieClient::new(KieConfig::new(url.clone(), url, "very-secret".into())).unwrap();
    assert!(!format!("{client:?}").contains("very-secret"));
}
