//! Nothing that the provider says leads a download into a private network.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use bot::effects::deliver::copies::{Copies, CopyError, CopyLimits, DownloadError};
use bot::effects::deliver::url_policy::{NotAllowed, UrlPolicy};
use jiff::{SignedDuration, Timestamp};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use shared::clock::SteadyClock;
use shared::job::JobId;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use url::Url;

use crate::edge::samples;

const PRIVATE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A server that serves a video at `/video` and leads from `/to?<url>` to other addresses. It counts its requests.
#[derive(Debug)]
struct Server {
    address: SocketAddr,
    requests: Arc<AtomicUsize>,
    _running: JoinSet<()>,
}

impl Server {
    async fn start() -> Self {
        let requests = Arc::new(AtomicUsize::new(0));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router =
            Router::new().route("/video", get(video)).route("/to", get(lead)).with_state(Arc::clone(&requests));
        let mut running = JoinSet::new();
        running.spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, requests, _running: running }
    }

    fn url(&self, path: &str) -> Url {
        format!("http://{}{path}", self.address).parse().unwrap()
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::Relaxed)
    }
}

async fn video(State(requests): State<Arc<AtomicUsize>>, headers: HeaderMap) -> Response {
    requests.fetch_add(1, Ordering::Relaxed);
    for private in ["authorization", "cookie", "referer"] {
        assert!(!headers.contains_key(private), "{private} was sent along");
    }
    samples::video(7).into_response()
}

async fn lead(State(requests): State<Arc<AtomicUsize>>, RawQuery(to): RawQuery) -> Response {
    requests.fetch_add(1, Ordering::Relaxed);
    Redirect::temporary(&to.unwrap()).into_response()
}

/// A resolver that answers as it is told.
#[derive(Debug, Clone)]
struct Answers(HashMap<&'static str, Vec<IpAddr>>);

impl Resolve for Answers {
    fn resolve(&self, name: Name) -> Resolving {
        let addresses = self.0.get(name.as_str()).cloned().unwrap_or_default();
        let addresses = addresses.into_iter().map(|address| SocketAddr::new(address, 0));
        Box::pin(async move { Ok(Box::new(addresses.collect::<Vec<_>>().into_iter()) as Addrs) })
    }
}

/// What comes of copying a video from there.
async fn copy(policy: UrlPolicy, url: Url) -> Result<u64, CopyError> {
    let folder = TempDir::new().unwrap();
    let limits = CopyLimits { bytes_max: 1000, reserve_bytes: 0, keep_for: SignedDuration::from_hours(1) };
    let copies =
        Copies::open(folder.path().join("videos"), limits, policy, Arc::new(SteadyClock::new())).await.unwrap();
    let copy = copies.keep(JobId::new(Timestamp::UNIX_EPOCH, [1; 10]), &[url]).await?;
    Ok(copy.size_bytes)
}

fn length() -> u64 {
    samples::video(7).len().try_into().unwrap()
}

fn refusal(copied: Result<u64, CopyError>) -> NotAllowed {
    match copied {
        Err(CopyError::Download(DownloadError::NotAllowed(reason))) => reason,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_name_that_stands_for_a_private_address_is_not_connected_to() {
    for address in ["127.0.0.1", "10.0.0.5", "169.254.169.254", "100.64.0.1", "::1", "fd00::1", "::ffff:127.0.0.1"] {
        let answers = Answers(HashMap::from([("videos.example", vec![address.parse().unwrap()])]));
        let policy = UrlPolicy::with_names(&"https://api.kie.ai".parse().unwrap(), Arc::new(answers));
        let url = "https://videos.example/v.mp4".parse().unwrap();
        assert_eq!(refusal(copy(policy, url).await), NotAllowed::NotPublic, "{address}");
    }
}

#[tokio::test]
async fn the_name_of_this_machine_is_not_connected_to() {
    let policy = UrlPolicy::new(&"https://api.kie.ai".parse().unwrap());
    let url = "https://localhost/v.mp4".parse().unwrap();
    assert_eq!(refusal(copy(policy, url).await), NotAllowed::NotPublic);
}

#[tokio::test]
async fn a_redirect_leads_nowhere_that_the_first_url_may_not() {
    let (simulator, inner) = (Server::start().await, Server::start().await);
    let answers = Answers(HashMap::from([("inner.example", vec![PRIVATE])]));
    let policy = UrlPolicy::with_names(&simulator.url("/"), Arc::new(answers));
    let at_inner = |scheme, host| format!("/to?{scheme}://{host}:{}/video", inner.address.port());
    for (to, reason) in [
        (at_inner("http", "127.0.0.1"), NotAllowed::NotPublic),
        (at_inner("https", "127.0.0.1"), NotAllowed::NotPublic),
        (at_inner("https", "[::ffff:127.0.0.1]"), NotAllowed::NotPublic),
        (at_inner("https", "ann:secret@[::1]"), NotAllowed::Credentials),
        (at_inner("http", "inner.example"), NotAllowed::NotHttps),
        // Known only when it is resolved.
        (at_inner("https", "inner.example"), NotAllowed::NotPublic),
    ] {
        assert_eq!(refusal(copy(policy.clone(), simulator.url(&to)).await), reason, "{to}");
    }
    assert_eq!((simulator.requests(), inner.requests()), (6, 0));
}

#[tokio::test]
async fn redirects_end() {
    let simulator = Server::start().await;
    let policy = UrlPolicy::new(&simulator.url("/"));
    assert_eq!(copy(policy.clone(), simulator.url("/to?/to?/to?/video")).await.unwrap(), length());
    let round = refusal(copy(policy, simulator.url("/to?/to?/to?/to?/to?/video")).await);
    assert_eq!(round, NotAllowed::TooManyRedirects);
}

#[tokio::test]
async fn a_simulator_is_reached_by_its_name_and_nobody_else_is() {
    let simulator = Server::start().await;
    let answers = Answers(HashMap::from([("simulators", vec![PRIVATE]), ("others", vec![PRIVATE])]));
    let at = |host: &str, path: &str| format!("http://{host}:{}{path}", simulator.address.port()).parse().unwrap();
    let policy = UrlPolicy::with_names(&at("simulators", ""), Arc::new(answers));
    assert_eq!(copy(policy.clone(), at("simulators", "/video")).await.unwrap(), length());
    assert_eq!(refusal(copy(policy.clone(), at("others", "/video")).await), NotAllowed::NotHttps);
    let elsewhere = "https://simulators:8443/video".parse().unwrap();
    assert_eq!(refusal(copy(policy, elsewhere).await), NotAllowed::NotPublic);
}
