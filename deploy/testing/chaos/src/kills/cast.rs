//! Who is on the stage of a half: the simulators, which stay, and the system, which is killed. Nothing else is ever
//! stopped.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rand::rngs::StdRng;
use serde_json::Value;
use simulators::telegram::DEMO_BOT_TOKEN;
use solo::driver::{World, until};

use super::apart::Apart;
use super::notes::Notes;
use super::wires::Wire;
use crate::disturbances::{Act, Who};
use crate::process::{Launch, Process, free_address, this_program};

const CATALOG: &str = include_str!("../../../../../shared/src/catalog.toml");

/// The simulators answer within this time.
const PROMPTLY: Duration = Duration::from_secs(25);

/// How news reaches the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// It asks Telegram and KIE.ai.
    Polling,
    /// Telegram and KIE.ai call it.
    CalledBack,
}

impl Mode {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Polling => "polling",
            Self::CalledBack => "called-back",
        }
    }

    pub(super) const fn describe(self) -> &'static str {
        match self {
            Self::Polling => "WITHOUT WEBHOOK_URL (long polling, KIE.ai is polled)",
            Self::CalledBack => "WITH WEBHOOK_URL (Telegram posts updates, KIE.ai calls back)",
        }
    }
}

/// Everybody.
#[derive(Debug)]
pub(super) struct Cast {
    stage: Stage,
    simulators: Process,
    system: System,
}

/// What everybody knows.
#[derive(Debug, Clone)]
pub(super) struct Stage {
    pub(super) mode: Mode,
    /// Where everything is kept.
    pub(super) folder: PathBuf,
    simulators_at: SocketAddr,
    telegram: Wire,
    kie: Wire,
}

/// What is killed.
#[derive(Debug)]
enum System {
    /// All in one process.
    Solo(Process),
    /// Processes joined by RabbitMQ and Redis.
    Apart(Box<Apart>),
}

impl Cast {
    /// Starts everybody. Without a number of workers, all of the system is one process.
    pub(super) async fn start(mode: Mode, workers: Option<u32>, folder: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let simulators_at = free_address()?;
        let telegram = Wire::to(Who::TelegramWire, simulators_at).await?;
        let kie = Wire::to(Who::KieWire, simulators_at).await?;
        let stage = Stage { mode, folder: folder.to_owned(), simulators_at, telegram, kie };
        // A job that nobody hears of is given up after a minute and not after fifteen.
        std::fs::write(stage.catalog(), CATALOG.replace("render_minutes_max = 15", "render_minutes_max = 1"))?;
        let simulators = simulators(&stage)?.start()?;
        let system = match workers {
            None => System::Solo(solo(&stage)?.start()?),
            Some(workers) => System::Apart(Box::new(Apart::start(&stage, workers).await?)),
        };
        let cast = Self { stage, simulators, system };
        let world = cast.world();
        until("the simulators to answer", PROMPTLY, async || Ok(world.get::<Value>("simulators/kie/state").await.ok()))
            .await?;
        Ok(cast)
    }

    /// The simulated world.
    pub(super) fn world(&self) -> World {
        let base = format!("http://{}/", self.stage.simulators_at);
        World::at(base.parse().unwrap_or_else(|_| unreachable!("an address makes a URL")))
    }

    /// The bot's database.
    pub(super) fn database(&self) -> PathBuf {
        let bot = DEMO_BOT_TOKEN.split(':').next().unwrap_or_default();
        self.stage.data().join(bot).join("bot.db")
    }

    /// Kills something of the system with SIGKILL and starts it anew, or has a server be full for a while. Whether it was
    /// a kill.
    pub(super) async fn strike(&mut self, random: &mut StdRng, notes: &Notes) -> anyhow::Result<bool> {
        self.check_alive()?;
        match &mut self.system {
            System::Solo(solo) => {
                notes.note(Act::Kill, Who::Solo, "killed");
                solo.kill()?;
                Ok(true)
            }
            System::Apart(apart) => apart.strike(random, notes).await,
        }
    }

    /// All connections that may have troubles.
    pub(super) fn wires(&self) -> Vec<Wire> {
        let outside = [self.stage.telegram.clone(), self.stage.kie.clone()];
        let inside = match &self.system {
            System::Solo(_) => &[],
            System::Apart(apart) => apart.wires(),
        };
        outside.into_iter().chain(inside.iter().cloned()).collect()
    }

    /// Creates of KIE.ai that were sent and whose connection ended before the answer.
    pub(super) fn cut_creates(&self) -> usize {
        self.stage.kie.cut_creates()
    }

    /// Everybody runs.
    pub(super) fn check_alive(&mut self) -> anyhow::Result<()> {
        match &mut self.system {
            System::Solo(solo) => solo.check_alive()?,
            System::Apart(apart) => apart.check_alive()?,
        }
        self.simulators.check_alive()
    }

    /// Stops the system with SIGTERM. Says how long that took.
    pub(super) fn stop(&mut self) -> anyhow::Result<Duration> {
        match &mut self.system {
            System::Solo(solo) => solo.stop(),
            System::Apart(apart) => apart.stop(),
        }
    }
}

impl Stage {
    pub(super) fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    pub(super) fn catalog(&self) -> PathBuf {
        self.folder.join("catalog.toml")
    }

    /// Settings of whoever speaks to Telegram.
    pub(super) fn towards_telegram(&self, listen: SocketAddr) -> Vec<(&'static str, String)> {
        vec![
            ("DATA_DIR", self.data().display().to_string()),
            ("CATALOG_FILE", self.catalog().display().to_string()),
            ("BOT_LISTEN", listen.to_string()),
            ("BOT_TOKEN", DEMO_BOT_TOKEN.to_owned()),
            ("TELEGRAM_API_URL", format!("http://{}", self.telegram.address())),
            ("KIE_API_URL", format!("http://{}", self.kie.address())),
            // These people never rest.
            ("UPDATES_PER_MINUTE", "1000000".to_owned()),
            ("ORDERS_PER_HOUR", "1000000".to_owned()),
            ("ORDERS_PER_DAY", "1000000".to_owned()),
            // What was paid and not heard of is credited within a minute.
            ("RECONCILE_MINUTES", "1".to_owned()),
            ("RUST_LOG", "info".to_owned()),
        ]
    }

    /// Settings of whoever speaks to KIE.ai.
    pub(super) fn towards_kie(&self) -> Vec<(&'static str, String)> {
        vec![
            ("KIE_AI_API_KEY", "simulated".to_owned()),
            ("KIE_API_URL", format!("http://{}", self.kie.address())),
            ("KIE_UPLOAD_URL", format!("http://{}", self.kie.address())),
            ("RUST_LOG", "info".to_owned()),
        ]
    }

    /// The setting of whoever is called back under this address, if anybody is.
    pub(super) fn called_back_at(&self, at: SocketAddr) -> Option<(&'static str, String)> {
        (self.mode == Mode::CalledBack).then(|| ("WEBHOOK_URL", format!("http://{at}")))
    }
}

fn simulators(stage: &Stage) -> anyhow::Result<Launch> {
    // The bot reads simulated videos only from where it believes KIE.ai to be.
    let files = stage.kie.address().to_string();
    let (listen, place) = (stage.simulators_at.to_string(), stage.folder.join("simulators").display().to_string());
    Ok(Launch {
        name: "simulators".to_owned(),
        program: this_program()?,
        arguments: ["simulators", "--listen", &listen, "--files-at", &files, "--folder", &place]
            .map(str::to_owned)
            .to_vec(),
        settings: Vec::new(),
        folder: stage.folder.clone(),
    })
}

fn solo(stage: &Stage) -> anyhow::Result<Launch> {
    let at = free_address()?;
    let settings = stage.towards_telegram(at).into_iter().chain(stage.towards_kie()).chain(stage.called_back_at(at));
    Ok(Launch {
        name: "solo".to_owned(),
        program: this_program()?,
        arguments: vec!["solo".to_owned()],
        settings: settings.collect(),
        folder: stage.folder.clone(),
    })
}
