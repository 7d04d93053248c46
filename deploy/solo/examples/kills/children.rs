//! The processes of a half: the simulators, which stay, and the system, which is killed. Nothing else is ever stopped.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use serde_json::Value;
use simulators::telegram::DEMO_BOT_TOKEN;
use solo::driver::{World, until};

const CATALOG: &str = include_str!("../../../../shared/src/catalog.toml");

/// A process starts, and stops when asked to, within this time.
const PROMPTLY: Duration = Duration::from_secs(25);

/// How news reaches the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// It asks Telegram and KIE.ai.
    Polling,
    /// Telegram and KIE.ai call it.
    CalledBack,
}

impl Mode {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Polling => "polling",
            Self::CalledBack => "called-back",
        }
    }

    pub(crate) const fn describe(self) -> &'static str {
        match self {
            Self::Polling => "WITHOUT WEBHOOK_URL (long polling, KIE.ai is polled)",
            Self::CalledBack => "WITH WEBHOOK_URL (Telegram posts updates, KIE.ai calls back)",
        }
    }
}

/// Both processes.
#[derive(Debug)]
pub(crate) struct Children {
    folder: PathBuf,
    simulators_at: SocketAddr,
    settings: Vec<(&'static str, String)>,
    simulators: Process,
    solo: Process,
}

/// A process that does not outlive this value.
#[derive(Debug)]
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

impl Children {
    /// Starts both.
    pub(crate) async fn start(mode: Mode, folder: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let catalog = folder.join("catalog.toml");
        // A job that nobody hears of is given up after a minute and not after fifteen.
        std::fs::write(&catalog, CATALOG.replace("render_minutes_max = 15", "render_minutes_max = 1"))?;
        let (simulators_at, solo_at) = (free_address()?, free_address()?);
        let outside = format!("http://{simulators_at}");
        let mut settings = vec![
            ("DATA_DIR", folder.join("data").display().to_string()),
            ("CATALOG_FILE", catalog.display().to_string()),
            ("BOT_LISTEN", solo_at.to_string()),
            ("BOT_TOKEN", DEMO_BOT_TOKEN.to_owned()),
            ("TELEGRAM_API_URL", outside.clone()),
            ("KIE_AI_API_KEY", "simulated".to_owned()),
            ("KIE_API_URL", outside.clone()),
            ("KIE_UPLOAD_URL", outside),
            ("RUST_LOG", "info".to_owned()),
        ];
        if mode == Mode::CalledBack {
            settings.push(("WEBHOOK_URL", format!("http://{solo_at}")));
        }
        let place = [
            "simulators".to_owned(),
            "--listen".to_owned(),
            simulators_at.to_string(),
            "--folder".to_owned(),
            folder.join("simulators").display().to_string(),
        ];
        let simulators = spawn(folder, "simulators.log", &place, &[])?;
        let solo = spawn(folder, "solo.log", &["solo".to_owned()], &settings)?;
        let children = Self { folder: folder.to_owned(), simulators_at, settings, simulators, solo };
        let world = children.world();
        until("the simulators to answer", PROMPTLY, async || Ok(world.get::<Value>("simulators/kie/state").await.ok()))
            .await?;
        Ok(children)
    }

    /// The simulated world.
    pub(crate) fn world(&self) -> World {
        let base = format!("http://{}/", self.simulators_at);
        World::at(base.parse().unwrap_or_else(|_| unreachable!("an address makes a URL")))
    }

    /// The bot's database.
    pub(crate) fn database(&self) -> PathBuf {
        let bot = DEMO_BOT_TOKEN.split(':').next().unwrap_or_default();
        self.folder.join("data").join(bot).join("bot.db")
    }

    /// Kills the system with SIGKILL and starts it anew.
    pub(crate) fn kill(&mut self) -> anyhow::Result<()> {
        self.check_alive()?;
        self.solo.0.kill().context("the system cannot be killed")?;
        self.solo.0.wait()?;
        self.solo = spawn(&self.folder, "solo.log", &["solo".to_owned()], &self.settings)?;
        Ok(())
    }

    /// Both processes run.
    pub(crate) fn check_alive(&mut self) -> anyhow::Result<()> {
        for (name, process) in [("the system", &mut self.solo), ("the simulators", &mut self.simulators)] {
            if let Some(status) = process.0.try_wait()? {
                bail!("{name} ended by itself ({status}); see the logs in {}", self.folder.display());
            }
        }
        Ok(())
    }

    /// Stops the system with SIGTERM. Says how long that took.
    pub(crate) fn stop(&mut self) -> anyhow::Result<Duration> {
        let started = Instant::now();
        let asked = Command::new("kill").args(["-TERM", &self.solo.0.id().to_string()]).status()?;
        ensure!(asked.success(), "SIGTERM cannot be sent");
        while started.elapsed() < PROMPTLY {
            if let Some(status) = self.solo.0.try_wait()? {
                ensure!(status.success(), "after SIGTERM the system ended with {status}");
                return Ok(started.elapsed());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("the system has not stopped {} s after SIGTERM", PROMPTLY.as_secs())
    }
}

/// Starts this program again as one of its parts, with nothing in its environment but `settings`.
fn spawn(folder: &Path, log: &str, part: &[String], settings: &[(&str, String)]) -> anyhow::Result<Process> {
    let log = File::options().create(true).append(true).open(folder.join(log))?;
    let program = std::env::current_exe().context("this program does not know where it is")?;
    let mut command = Command::new(program);
    command.args(part).env_clear().env("NO_COLOR", "1").current_dir(folder);
    command.envs(settings.iter().map(|(name, value)| (name, value)));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
    Ok(Process(command.spawn().context("a part of the run cannot be started")?))
}

fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}
