//! What operators and their machines ask a process over HTTP: `/healthz`, `/readyz` and `/metrics`.
//!
//! - `/healthz`: the process is alive and answers. Whoever restarts processes asks this one: a broker that is down is no
//!   reason to restart us.
//! - `/readyz`: every store and broker can be used; 503 and the reason of each that cannot.
//! - `/metrics`: for Prometheus.
//!
//! Nothing here is for the public: a proxy in front of the process must not pass these paths on.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt::{self, Debug, Display};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use std::task::{self, Poll};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, join_all};
use serde::Serialize;
use tower::Service;

use crate::telemetry::metrics::Metrics;

pub use asking::{AskError, Asked};

mod asking;
pub mod commands;

/// A check that takes longer has failed.
const CHECK_TIMEOUT: Duration = Duration::from_secs(3);

/// The outcome of a check. The error is for operators.
pub type CheckOutcome = Result<(), String>;

type Check = Arc<dyn Fn() -> BoxFuture<'static, CheckOutcome> + Send + Sync>;

/// The dependencies of a process, each with its check. Cheap to clone: the parts of a process add their own.
#[derive(Clone, Default)]
pub struct Readiness {
    checks: Arc<RwLock<BTreeMap<&'static str, Check>>>,
}

impl Debug for Readiness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Readiness").finish_non_exhaustive()
    }
}

impl Readiness {
    /// No dependencies.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the check of `dependency`, or replaces it.
    pub fn depends_on<C, F, E>(&self, dependency: &'static str, check: C)
    where
        C: Fn() -> F + Send + Sync + 'static,
        F: Future<Output = Result<(), E>> + Send + 'static,
        E: Display,
    {
        let check: Check = Arc::new(move || check().map(|done| done.map_err(|error| error.to_string())).boxed());
        self.checks.write().unwrap_or_else(PoisonError::into_inner).insert(dependency, check);
    }

    /// Reports `dependency` as not ready, with the reason, until it is given a check.
    pub fn waits_for(&self, dependency: &'static str, reason: &str) {
        let reason = format!("waiting for it since the start: {reason}");
        self.depends_on(dependency, move || std::future::ready(Err(reason.clone())));
    }

    /// Checks everything at once. Also sets `starreel_ready` for each dependency.
    pub async fn report(&self) -> Report {
        let checks = self.checks.read().unwrap_or_else(PoisonError::into_inner).clone();
        let outcomes = checks.into_iter().map(async |(dependency, check)| {
            let outcome = tokio::time::timeout(CHECK_TIMEOUT, check()).await;
            let late = || Err(format!("no answer within {} s", CHECK_TIMEOUT.as_secs()));
            let outcome = outcome.unwrap_or_else(|_elapsed| late());
            metrics::gauge!("starreel_ready", "dependency" => dependency).set(f64::from(u8::from(outcome.is_ok())));
            (dependency, outcome)
        });
        let outcomes = join_all(outcomes).await;
        let ready = outcomes.iter().all(|(_, outcome)| outcome.is_ok());
        let words = |outcome: CheckOutcome| outcome.err().unwrap_or_else(|| "ok".to_owned());
        Report { ready, dependencies: outcomes.into_iter().map(|(name, outcome)| (name, words(outcome))).collect() }
    }
}

/// The body of `/readyz`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Whether everything can be used.
    pub ready: bool,
    /// "ok", or what is wrong, for each dependency.
    pub dependencies: BTreeMap<&'static str, String>,
}

/// The three routes, and behind them the process's own, which open later: so a process that still waits for a store says
/// so from its first moment.
pub fn router_before(readiness: Readiness, metrics: Metrics) -> (Router, OwnRoutes) {
    let own = OwnRoutes::default();
    (router(readiness, metrics).fallback_service(own.clone()), own)
}

/// The routes of a process that is starting. Until they are open, everything is answered with 503.
#[derive(Debug, Clone, Default)]
pub struct OwnRoutes(Arc<OnceLock<Router>>);

impl OwnRoutes {
    /// Opens them. A second call changes nothing.
    pub fn open(&self, routes: Router) {
        self.0.get_or_init(|| routes);
    }
}

impl Service<Request> for OwnRoutes {
    type Response = Response;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut task::Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        match self.0.get() {
            Some(routes) => routes.clone().call(request).boxed(),
            None => std::future::ready(Ok(StatusCode::SERVICE_UNAVAILABLE.into_response())).boxed(),
        }
    }
}

/// The three routes.
pub fn router(readiness: Readiness, metrics: Metrics) -> Router {
    Router::new()
        .route("/healthz", get(async || "ok"))
        .route("/readyz", get(readyz))
        .route("/metrics", get(page))
        .with_state((readiness, metrics))
}

async fn readyz(State((readiness, _)): State<(Readiness, Metrics)>) -> impl IntoResponse {
    let report = readiness.report().await;
    (if report.ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, Json(report))
}

async fn page(State((readiness, metrics)): State<(Readiness, Metrics)>) -> impl IntoResponse {
    readiness.report().await;
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], metrics.render())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http;
    use crate::telemetry::metrics;

    #[tokio::test]
    async fn what_is_missing_is_named_until_it_is_there() {
        let metrics = metrics::install().unwrap();
        let readiness = Readiness::new();
        assert!(readiness.report().await.ready);
        readiness.depends_on("broker", || std::future::ready(Ok::<_, String>(())));
        readiness.waits_for("store", "connection refused");
        let report = readiness.report().await;
        assert_eq!(
            serde_json::to_string(&report).unwrap(),
            r#"{"ready":false,"dependencies":{"broker":"ok","store":"waiting for it since the start: connection refused"}}"#
        );
        let page = metrics.render();
        assert!(page.contains("starreel_ready{dependency=\"store\"} 0"), "{page}");

        readiness.depends_on("store", || std::future::ready(Ok::<_, String>(())));
        assert!(readiness.report().await.ready);
    }

    #[tokio::test]
    async fn a_process_that_starts_is_alive_before_its_own_routes_are_open() {
        let (router, own) = router_before(Readiness::new(), metrics::install().unwrap());
        let listener = http::bind(([0, 0, 0, 0], 0).into(), "BOT_LISTEN").await.unwrap();
        let address = listener.local_addr().unwrap();
        let serving = http::serve(listener, router.clone(), tokio_util::sync::CancellationToken::new());
        let asking = async {
            Asked::here(address, "BOT_LISTEN").probe().await.unwrap();
            let ask = || Request::get("/mine").body(axum::body::Body::empty()).unwrap();
            assert_eq!(router.clone().call(ask()).await.unwrap().status(), 503);
            own.open(Router::new().route("/mine", get(async || "mine")));
            assert_eq!(router.clone().call(ask()).await.unwrap().status(), 200);
        };
        tokio::select! {
            served = serving => panic!("the server ended: {served:?}"),
            () = asking => {}
        }
    }

    #[tokio::test]
    async fn what_does_not_answer_is_not_ready() {
        let readiness = Readiness::new();
        readiness.depends_on("store", std::future::pending::<Result<(), String>>);
        assert_eq!(readiness.report().await.dependencies["store"], "no answer within 3 s");
    }
}
