//! The simulators as a process of their own, for a bot and workers that run elsewhere.

use std::io::{self, IsTerminal as _};
use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use clap::Parser;
use secrecy::SecretString;
use simulators::kie::{CREATES_PER_10_SECONDS, KieSimConfig};
use simulators::page::{self, Parts};
use simulators::telegram::{DEMO_BOT_TOKEN, DEMO_OPERATOR, FloodLimits, TelegramSimConfig};
use simulators::{Simulators, kie_dir, telegram_dir};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

/// A simulated Telegram and a simulated KIE.ai on one address.
#[derive(Debug, Parser)]
struct Options {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8090")]
    listen: SocketAddr,
    /// Folder for what must survive a restart.
    #[arg(long, default_value = "./data/simulated")]
    data_dir: PathBuf,
    /// The token of the simulated bot.
    #[arg(long, default_value = DEMO_BOT_TOKEN)]
    bot_token: SecretString,
    /// How long a video renders, in seconds.
    #[arg(long, value_name = "MIN-MAX", default_value = "4-10", value_parser = render_seconds)]
    render_seconds: RangeInclusive<Duration>,
    /// Credits of each KIE.ai account.
    #[arg(long, default_value_t = 10_000.0)]
    kie_credits: f64,
    /// One more key of the simulated KIE.ai, with an account of its own; any other key is of the first.
    #[arg(long)]
    kie_further_key: Vec<String>,
    /// Base address under which others reach this process; the listening address by default.
    #[arg(long)]
    public_url: Option<String>,
    /// Base address under which a browser reaches the chat page, if it is another.
    #[arg(long)]
    page_url: Option<String>,
    /// Telegram id of an operator of the bot, whom the chat page marks and shows beside a customer.
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = person)]
    operator: Vec<i64>,
    /// Tasks that each KIE.ai account may create in 10 seconds.
    #[arg(long, default_value_t = CREATES_PER_10_SECONDS)]
    kie_creates_per_10_seconds: usize,
    /// Switches Telegram's flood control off, for load runs.
    #[arg(long)]
    no_flood_limits: bool,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let is_coloured = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|wish| wish.is_empty());
    tracing_subscriber::fmt().with_env_filter(filter).with_ansi(is_coloured).init();
    let listener =
        TcpListener::bind(options.listen).await.with_context(|| format!("cannot listen on {}", options.listen))?;
    let address = listener.local_addr().context("the listener has no address")?;
    let base = options.public_url.clone().unwrap_or_else(|| format!("http://{address}"));
    let simulators = open(&options, &base)?;
    if options.operator.contains(&DEMO_OPERATOR.0) {
        simulators.telegram.introduce(DEMO_OPERATOR);
    }
    let shutdown = CancellationToken::new();
    let router = simulators.router().merge(page::router(Parts {
        telegram: true,
        kie: true,
        operators: options.operator.clone(),
    }));
    tracing::info!(url = options.page_url.as_deref().unwrap_or(&base), "the chat page is open");
    tracing::info!(TELEGRAM_API_URL = %base, KIE_API_URL = %base, KIE_UPLOAD_URL = %base, "point the bot and the workers here");
    let serve = axum::serve(listener, router).with_graceful_shutdown(shutdown.clone().cancelled_owned());
    let stop = async {
        stop_signal().await?;
        tracing::info!("stopping");
        shutdown.cancel();
        anyhow::Ok(())
    };
    let serve = async { serve.await.context("the server failed") };
    let run = async {
        simulators.run(shutdown.clone()).await;
        anyhow::Ok(())
    };
    tokio::try_join!(serve, run, stop)?;
    Ok(())
}

fn open(options: &Options, base: &str) -> anyhow::Result<Simulators> {
    let mut telegram = TelegramSimConfig::new(telegram_dir(&options.data_dir));
    telegram.bot_token = options.bot_token.clone();
    if options.no_flood_limits {
        telegram.limits = FloodLimits::off();
    }
    let kie = KieSimConfig {
        data_dir: kie_dir(&options.data_dir),
        render: options.render_seconds.clone(),
        public_url: base.to_owned(),
        api_key: None,
        further_keys: options.kie_further_key.clone(),
        webhook_key: None,
        balance: options.kie_credits,
        creates_per_10_seconds: options.kie_creates_per_10_seconds,
    };
    Simulators::open(telegram, kie).context("the simulators cannot be opened")
}

async fn stop_signal() -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate()).context("cannot listen for SIGTERM")?;
    tokio::select! {
        _ = terminate.recv() => Ok(()),
        interrupted = tokio::signal::ctrl_c() => interrupted.context("cannot listen for SIGINT"),
    }
}

fn person(text: &str) -> Result<i64, String> {
    text.trim().parse().map_err(|_| format!("{text} is no Telegram id"))
}

fn render_seconds(text: &str) -> Result<RangeInclusive<Duration>, String> {
    let (min, max) = text.split_once('-').unwrap_or((text, text));
    let seconds = |part: &str| {
        part.trim().parse().map(Duration::from_secs).map_err(|_| format!("{part} is no number of seconds"))
    };
    let (min, max) = (seconds(min)?, seconds(max)?);
    if min > max { Err("the shortest time is longer than the longest".to_owned()) } else { Ok(min..=max) }
}
