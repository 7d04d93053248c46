//! The simulators of a system, and the loopback address on which its own two sides reach them.

use anyhow::Context as _;
use axum::Router;
use shared::http;
use shared::tasks::Tasks;
use simulators::kie::{CREATES_PER_10_SECONDS, KieSim, KieSimConfig};
use simulators::telegram::{DEMO_OPERATOR, TelegramSim, TelegramSimConfig};
use simulators::{kie_dir, page, telegram_dir};
use tokio::net::TcpListener;
use url::Url;

use crate::Settings;
use crate::system::Pace;

/// Credits of the simulated KIE.ai account.
const KIE_CREDITS: f64 = 10_000.0;

/// What is simulated.
#[derive(Debug)]
pub(crate) struct Simulated {
    /// The routes of the simulators and of the chat page.
    pub(crate) routes: Router,
    /// Where the two sides reach the simulators. Their own listener, because the sides ask before the main one serves.
    pub(crate) url: Url,
    listener: TcpListener,
    simulators: Parts,
}

#[derive(Debug)]
struct Parts {
    telegram: Option<std::sync::Arc<TelegramSim>>,
    kie: Option<std::sync::Arc<KieSim>>,
}

impl Simulated {
    /// Opens the simulators of whatever has no key. `base` is the address that people see.
    pub(crate) async fn open(settings: &Settings, base: &Url, pace: Pace) -> anyhow::Result<Self> {
        let folder = settings.simulated_folder();
        let listener = TcpListener::bind("127.0.0.1:0").await.context("no loopback port is free")?;
        let url = format!("http://{}", listener.local_addr().context("the listener has no address")?);
        let telegram = settings
            .telegram_is_simulated()
            .then(|| TelegramSim::open(TelegramSimConfig::new(telegram_dir(&folder))))
            .transpose()
            .with_context(|| format!("opening the simulated Telegram in {}", folder.display()))?;
        let kie = settings
            .kie_is_simulated()
            .then(|| {
                KieSim::open(KieSimConfig {
                    data_dir: kie_dir(&folder),
                    render: pace.render,
                    public_url: base.as_str().trim_end_matches('/').to_owned(),
                    api_key: None,
                    further_keys: Vec::new(),
                    webhook_key: None,
                    balance: KIE_CREDITS,
                    creates_per_10_seconds: if pace.hurries { usize::MAX } else { CREATES_PER_10_SECONDS },
                })
            })
            .transpose()
            .with_context(|| format!("opening the simulated KIE.ai in {}", folder.display()))?;

        let mut routes = Router::new();
        if let Some(telegram) = &telegram {
            if settings.operator_is_simulated() {
                telegram.introduce(DEMO_OPERATOR);
            }
            routes = routes.merge(telegram.router());
        }
        if let Some(kie) = &kie {
            routes = routes.merge(kie.router());
        }
        if telegram.is_some() || kie.is_some() {
            let operators = if telegram.is_some() { settings.operators() } else { Vec::new() };
            let parts = page::Parts { telegram: telegram.is_some(), kie: kie.is_some(), operators };
            routes = routes.merge(page::router(parts));
        }
        let url = url.parse().context("the loopback address is not a URL")?;
        Ok(Self { routes, url, listener, simulators: Parts { telegram, kie } })
    }

    /// Starts the simulators' own work.
    pub(crate) fn start(self, tasks: &Tasks) {
        let Self { routes, listener, simulators: Parts { telegram, kie }, .. } = self;
        let stop = || tasks.shutdown().clone();
        tasks.spawn_loop("the simulators' server", http::serve(listener, routes, stop()));
        if let Some(telegram) = telegram {
            let run = telegram.run(stop());
            tasks.spawn(run);
        }
        if let Some(kie) = kie {
            let shutdown = stop();
            tasks.spawn(async move { kie.run(shutdown).await });
        }
    }
}
