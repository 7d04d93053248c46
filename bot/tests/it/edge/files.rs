//! Images that people send: looked at, and handed on to workers.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::response::Response;
use bot::core::event::{Outcome, Receipt, Refusal};
use bot::core::ids::UserId;
use bot::core::links::image_url;
use bot::core::ticket::{Kind, Ticket};
use bot::effects::{Task, check_image};
use bot::telegram::images::{self, ImageFile, Images, LookUpFailed};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use shared::clock::SteadyClock;
use shared::image_type::ImageType;
use shared::job::JobId;
use shared::signing::SigningKey;
use shared::tasks::Tasks;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;
use url::Url;

use crate::edge::fake::Fake;
use crate::edge::intake::Recorder;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR and so on";

#[tokio::test]
async fn an_image_is_known_by_its_first_bytes() {
    let fake = Fake::start().await;
    let intake = Recorder::new();
    let tasks = Tasks::new(CancellationToken::new());
    let (checks, waiting) = mpsc::channel(16);
    let checking = check_image::run(waiting, fake.client(), intake.reporter(), tasks.shutdown().clone());
    tasks.spawn_loop("image checks", checking);
    let until = Timestamp::now() + SignedDuration::from_secs(60);
    let check = |file_id: &str| {
        let ticket = Ticket { kind: Kind::CheckImage, key: "form".to_owned(), attempt: 1 };
        checks.try_send(Task { ticket, user: UserId(5), until, work: file_id.to_owned() }).unwrap();
    };

    fake.keeps("photos/png", PNG);
    check("png");
    let size_bytes = u64::try_from(PNG.len()).unwrap();
    assert_eq!(intake.outcome(1).await, Outcome::Done(Receipt::Image { kind: ImageType::Png, size_bytes }));

    fake.keeps("photos/text", b"just a text that claims to be an image");
    check("text");
    assert_eq!(intake.outcome(2).await, Outcome::Refused(Refusal::NotAnImage));

    fake.keeps("photos/short", b"\xff\xd8\xff");
    check("short");
    assert_eq!(intake.outcome(3).await, Outcome::Refused(Refusal::NotAnImage));

    fake.refuses("getfile", 400, "Bad Request: file is too big");
    check("large");
    assert_eq!(intake.outcome(4).await, Outcome::Refused(Refusal::TooLarge));

    check("missing");
    assert!(matches!(intake.outcome(5).await, Outcome::Refused(Refusal::Other(_))));
}

#[derive(Debug)]
struct OneJob(JobId);

impl Images for OneJob {
    fn file_of(&self, job: JobId, image: usize) -> BoxFuture<'_, Result<Option<ImageFile>, LookUpFailed>> {
        let file = ((job, image) == (self.0, 0) || (job, image) == (self.0, 1))
            .then(|| ImageFile { file_id: "png".to_owned(), kind: ImageType::Png });
        std::future::ready(Ok(file)).boxed()
    }
}

async fn fetch(router: &axum::Router, url: &Url) -> Response {
    router.clone().oneshot(Request::get(url.path()).body(Body::empty()).unwrap()).await.unwrap()
}

#[tokio::test]
async fn a_worker_gets_the_image_of_its_job_and_no_other() {
    let fake = Fake::start().await;
    fake.keeps("photos/png", PNG);
    let key = SigningKey::new("key".into());
    let job = JobId::new(Timestamp::UNIX_EPOCH, [1; 10]);
    let router = images::router(fake.client(), Arc::new(OneJob(job)), key.clone(), Arc::new(SteadyClock::new()));
    let base: Url = "http://bot.example/".parse().unwrap();
    let soon = Timestamp::now() + SignedDuration::from_secs(60);

    let answer = fetch(&router, &image_url(&base, &key, (job, 0), soon)).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()["content-type"], "image/png");
    assert_eq!(answer.headers()["content-length"], PNG.len().to_string().as_str());
    assert_eq!(axum::body::to_bytes(answer.into_body(), 1000).await.unwrap(), PNG);

    let other_job = JobId::new(Timestamp::UNIX_EPOCH, [2; 10]);
    let other_key = SigningKey::new("other".into());
    let past = Timestamp::now() - SignedDuration::from_secs(60);
    for (url, status) in [
        (image_url(&base, &key, (job, 1), soon), 200),
        (image_url(&base, &key, (job, 2), soon), 404),
        (image_url(&base, &key, (other_job, 0), soon), 404),
        (image_url(&base, &other_key, (job, 0), soon), 404),
        (image_url(&base, &key, (job, 0), past), 410),
    ] {
        assert_eq!(fetch(&router, &url).await.status(), status, "{url}");
    }
    // What Telegram does not have any more is gone; what it cannot say now may be there.
    fake.refuses("getfile", 500, "Internal Server Error");
    assert_eq!(fetch(&router, &image_url(&base, &key, (job, 0), soon)).await.status(), 502);
    fake.refuses("getfile", 400, "Bad Request: wrong file_id");
    assert_eq!(fetch(&router, &image_url(&base, &key, (job, 0), soon)).await.status(), 410);
}
