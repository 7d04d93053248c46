//! What the children run: the library code of the two programs.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use shared::config::environment;
use shared::{http, shutdown};
use simulators::kie::KieSimConfig;
use simulators::telegram::TelegramSimConfig;
use simulators::{Simulators, kie_dir, telegram_dir};
use solo::{Settings, System};
use tokio_util::sync::CancellationToken;

/// Videos are made in a moment.
const RENDER: std::ops::RangeInclusive<Duration> = Duration::from_millis(200)..=Duration::from_secs(2);

/// Nobody runs out of it.
const KIE_CREDITS: f64 = 1e9;

/// Where the simulators are.
#[derive(Debug, Clone, Args)]
pub(crate) struct Place {
    /// Their address.
    #[arg(long)]
    pub(crate) listen: SocketAddr,
    /// Their folder.
    #[arg(long)]
    pub(crate) folder: PathBuf,
}

/// Starreel, until SIGTERM.
pub(crate) async fn solo() -> anyhow::Result<()> {
    let settings = Settings::read(Path::new("/nonexistent"), &environment())?;
    let shutdown = CancellationToken::new();
    let system = System::start(&settings, shutdown.clone()).await?;
    let (ran, heard) = tokio::join!(system.run(), shutdown::cancel_on_signal(shutdown));
    heard?;
    ran
}

/// The simulators, until SIGTERM.
pub(crate) async fn simulators(place: &Place) -> anyhow::Result<()> {
    let listener = http::bind(place.listen, "--listen").await?;
    let kie = KieSimConfig {
        data_dir: kie_dir(&place.folder),
        render: RENDER,
        public_url: format!("http://{}", place.listen),
        api_key: None,
        webhook_key: None,
        balance: KIE_CREDITS,
    };
    let simulators = Simulators::open(TelegramSimConfig::new(telegram_dir(&place.folder)), kie)?;
    let shutdown = CancellationToken::new();
    let serve = http::serve(listener, simulators.router(), shutdown.clone());
    let (served, (), heard) =
        tokio::join!(serve, simulators.run(shutdown.clone()), shutdown::cancel_on_signal(shutdown));
    heard?;
    served.context("the server failed")
}
