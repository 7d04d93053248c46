//! Updates by webhook: for a bot with a public address.
//!
//! Telegram sends the next update of a chat only after a 2xx for the one before, and repeats what got anything else.
//! So 200 is said after the commit, and 503 when the store does not commit in time; the repetition is then known.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use secrecy::{ExposeSecret as _, SecretString};
use subtle::ConstantTimeEq as _;

use super::connection::Connection;
use super::incoming;
use crate::intake::Intake;

/// Where Telegram posts updates, below the public address.
pub const PATH: &str = "/telegram";
/// The same as the segments of a URL.
pub const SEGMENTS: [&str; 1] = ["telegram"];

const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";
const BODY_BYTES_MAX: usize = 1 << 20;
const COMMIT_TIMEOUT: Duration = Duration::from_secs(8);
/// Seconds after which Telegram should repeat an update that could not be committed.
const RETRY_AFTER_SECONDS: &str = "5";

/// Takes updates that carry `secret`. Whoever comes without it is told to `connection`.
pub fn router(secret: SecretString, intake: Arc<dyn Intake>, connection: Arc<Connection>) -> Router {
    Router::new().route(PATH, post(receive)).layer(DefaultBodyLimit::max(BODY_BYTES_MAX)).with_state(Webhook {
        secret,
        intake,
        connection,
        commit_timeout: COMMIT_TIMEOUT,
    })
}

#[derive(Debug, Clone)]
struct Webhook {
    secret: SecretString,
    intake: Arc<dyn Intake>,
    connection: Arc<Connection>,
    commit_timeout: Duration,
}

/// Strangers are turned away before their body is read.
async fn receive(State(webhook): State<Webhook>, request: Request) -> Response {
    if !webhook.is_telegram(request.headers()) {
        webhook.connection.stranger();
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let body = match Bytes::from_request(request, &()).await {
        Ok(body) => body,
        Err(rejection) => return rejection.into_response(),
    };
    let Some(incoming) = std::str::from_utf8(&body).ok().and_then(incoming::read) else {
        tracing::error!(bytes = body.len(), "Telegram sent what is no update; it is refused");
        return StatusCode::BAD_REQUEST.into_response();
    };
    webhook.connection.heard();
    match tokio::time::timeout(webhook.commit_timeout, webhook.intake.submit(incoming::event(incoming))).await {
        Ok(Ok(())) => StatusCode::OK.into_response(),
        Ok(Err(_)) | Err(_) => {
            (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, RETRY_AFTER_SECONDS)]).into_response()
        }
    }
}

impl Webhook {
    fn is_telegram(&self, headers: &HeaderMap) -> bool {
        let given = headers.get(SECRET_HEADER).map_or(&[][..], |value| value.as_bytes());
        given.ct_eq(self.secret.expose_secret().as_bytes()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::Request as HttpRequest;
    use futures_util::FutureExt as _;
    use futures_util::future::BoxFuture;
    use tower::ServiceExt as _;

    use crate::core::event::Event;
    use crate::intake::IntakeClosed;

    #[derive(Debug)]
    enum Store {
        Works,
        Hangs,
        IsClosed,
    }

    impl Intake for Store {
        fn submit(&self, _: Event) -> BoxFuture<'_, Result<(), IntakeClosed>> {
            match self {
                Self::Works => std::future::ready(Ok(())).boxed(),
                Self::Hangs => std::future::pending().boxed(),
                Self::IsClosed => std::future::ready(Err(IntakeClosed)).boxed(),
            }
        }
    }

    fn connection() -> Arc<Connection> {
        Connection::new(Arc::new(shared::clock::SystemClock))
    }

    async fn post_to(store: Store, secret: &str, body: impl Into<Body>) -> Response {
        let webhook = Webhook {
            secret: "right".into(),
            intake: Arc::new(store),
            connection: connection(),
            commit_timeout: Duration::from_millis(20),
        };
        let router = Router::new().route(PATH, post(receive)).with_state(webhook);
        let request = HttpRequest::post(PATH).header(SECRET_HEADER, secret).body(body.into()).unwrap();
        router.oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn an_update_is_acknowledged_by_its_commit_and_by_nothing_else() {
        let update = r#"{"update_id":1,"message":{"message_id":1,"chat":{"id":1,"type":"private"}}}"#;
        assert_eq!(post_to(Store::Works, "right", update).await.status(), 200);
        assert_eq!(post_to(Store::Works, "right", r#"{"update_id":1,"message":7}"#).await.status(), 200);
        for store in [Store::Hangs, Store::IsClosed] {
            let answer = post_to(store, "right", update).await;
            assert_eq!((answer.status().as_u16(), answer.headers()["retry-after"].to_str().unwrap()), (503, "5"));
        }
    }

    #[tokio::test]
    async fn strangers_and_nonsense_are_turned_away() {
        assert_eq!(post_to(Store::Works, "wrong", r#"{"update_id":1}"#).await.status(), 401);
        assert_eq!(post_to(Store::Works, "", r#"{"update_id":1}"#).await.status(), 401);
        assert_eq!(post_to(Store::Works, "right", "nonsense").await.status(), 400);
        let large = HttpRequest::post(PATH)
            .header(SECRET_HEADER, "right")
            .body(Body::from(vec![b' '; BODY_BYTES_MAX + 1]))
            .unwrap();
        let answer = router("right".into(), Arc::new(Store::Works), connection()).oneshot(large).await.unwrap();
        assert_eq!(answer.status(), 413);
    }
}
