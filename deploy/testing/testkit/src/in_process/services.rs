//! The simulators beside the system, as the real services are: they go on when the system stops.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::Context as _;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use simulators::kie::KieSimConfig;
use simulators::telegram::{DEMO_BOT_TOKEN, TelegramSimConfig};
use simulators::{Simulators, kie_dir, telegram_dir};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_util::sync::{CancellationToken, DropGuard};
use url::Url;

use super::RENDER;
use crate::programs::SECOND_KIE_KEY;

/// The key of the simulated KIE.ai account.
pub const KIE_KEY: &str = "simulated-key";

/// Both simulators on an address of their own.
#[derive(Debug)]
pub struct Services {
    base: Url,
    lost_downloads: Arc<AtomicU32>,
    _running: JoinSet<()>,
    _stop: DropGuard,
}

impl Services {
    /// The provider signs its callbacks with the key, if there is one.
    pub(super) async fn start(folder: &Path, webhook_key: Option<&String>) -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let base = format!("http://{}", listener.local_addr()?);
        let kie = KieSimConfig {
            data_dir: kie_dir(folder),
            render: RENDER..=RENDER,
            public_url: base.clone(),
            api_key: Some(KIE_KEY.to_owned()),
            further_keys: vec![SECOND_KIE_KEY.to_owned()],
            webhook_key: webhook_key.cloned(),
            balance: 10_000.0,
            creates_per_10_seconds: simulators::kie::CREATES_PER_10_SECONDS,
        };
        let simulators = Simulators::open(TelegramSimConfig::new(telegram_dir(folder)), kie)?;
        let lost_downloads = Arc::new(AtomicU32::new(0));
        let lost = Arc::clone(&lost_downloads);
        let lossy = from_fn(move |request: Request, next: Next| lose(Arc::clone(&lost), request, next));
        let routes = simulators.router().layer(lossy);
        let shutdown = CancellationToken::new();
        let mut running = JoinSet::new();
        let serving = shared::http::serve(listener, routes, shutdown.clone());
        running.spawn(async move { serving.await.unwrap() });
        let run = shutdown.clone();
        running.spawn(async move { simulators.run(run).await });
        let base = base.parse().context("an address is a URL")?;
        Ok(Self { base, lost_downloads, _running: running, _stop: shutdown.drop_guard() })
    }

    /// Where they are.
    pub const fn base(&self) -> &Url {
        &self.base
    }

    /// What an operator sets who has a token and a key.
    pub(super) fn settings(&self) -> [(String, String); 5] {
        let base = self.base.to_string();
        [
            ("BOT_TOKEN", DEMO_BOT_TOKEN.to_owned()),
            ("TELEGRAM_API_URL", base.clone()),
            ("KIE_AI_API_KEY", KIE_KEY.to_owned()),
            ("KIE_API_URL", base.clone()),
            ("KIE_UPLOAD_URL", base),
        ]
        .map(|(name, value)| (name.to_owned(), value))
    }

    /// The next downloads of finished videos find nothing, whoever asks.
    pub fn loses_downloads(&self, times: u32) {
        self.lost_downloads.store(times, Ordering::Relaxed);
    }
}

async fn lose(lost: Arc<AtomicU32>, request: Request, next: Next) -> Response {
    let is_download = request.uri().path().starts_with("/kie/files/");
    let take = |left: u32| left.checked_sub(1);
    if is_download && lost.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_ok() {
        return StatusCode::NOT_FOUND.into_response();
    }
    next.run(request).await
}
