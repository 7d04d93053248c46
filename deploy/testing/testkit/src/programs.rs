//! What the program `chaos` runs as a child of a deployment: the same library code as the programs `solo` and `simulators`.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use shared::config::environment;
use shared::{http, shutdown};
use simulators::kie::{CREATES_PER_10_SECONDS, KieSimConfig};
use simulators::telegram::{FloodLimits, TelegramSimConfig};
use simulators::{Simulators, kie_dir, telegram_dir};
use solo::{Settings, System};
use tokio_util::sync::CancellationToken;

/// Videos are made in a moment.
const RENDER: std::ops::RangeInclusive<Duration> = Duration::from_millis(200)..=Duration::from_secs(2);

/// Nobody runs out of it.
const KIE_CREDITS: f64 = 1e9;

/// A key of a second account at the simulated KIE.ai, which takes any other key as that of the first.
pub const SECOND_KIE_KEY: &str = "simulated-too";

/// How the simulators are started.
#[derive(Debug, Clone, Args)]
pub struct SimulatorOptions {
    /// Their address.
    #[arg(long)]
    listen: SocketAddr,
    /// Where KIE.ai says that its files are, if not at that address.
    #[arg(long)]
    files_at: Option<SocketAddr>,
    /// Their folder.
    #[arg(long)]
    folder: PathBuf,
    /// Without the limits of Telegram and KIE.ai, so that a load run measures the system and not them.
    #[arg(long)]
    unlimited: bool,
}

/// Starreel, until SIGTERM.
///
/// # Errors
/// When it cannot start, or a part of it ends too early.
pub async fn solo() -> anyhow::Result<()> {
    let settings = Settings::read(Path::new("/nonexistent"), &environment())?;
    let shutdown = CancellationToken::new();
    let system = System::start(&settings, shutdown.clone()).await?;
    let (ran, heard) = tokio::join!(system.run(), shutdown::cancel_on_signal(shutdown));
    heard?;
    ran
}

/// The simulators, until SIGTERM.
///
/// # Errors
/// When they cannot start.
pub async fn simulators(options: &SimulatorOptions) -> anyhow::Result<()> {
    let listener = http::bind(options.listen, "--listen").await?;
    let kie = KieSimConfig {
        data_dir: kie_dir(&options.folder),
        render: RENDER,
        public_url: format!("http://{}", options.files_at.unwrap_or(options.listen)),
        api_key: None,
        further_keys: vec![SECOND_KIE_KEY.to_owned()],
        webhook_key: None,
        balance: KIE_CREDITS,
        creates_per_10_seconds: if options.unlimited { usize::MAX } else { CREATES_PER_10_SECONDS },
    };
    let mut telegram = TelegramSimConfig::new(telegram_dir(&options.folder));
    if options.unlimited {
        telegram.limits = FloodLimits::off();
    }
    let simulators = Simulators::open(telegram, kie)?;
    let shutdown = CancellationToken::new();
    let serve = http::serve(listener, simulators.router(), shutdown.clone());
    let (served, (), heard) =
        tokio::join!(serve, simulators.run(shutdown.clone()), shutdown::cancel_on_signal(shutdown));
    heard?;
    served.context("the server failed")
}
