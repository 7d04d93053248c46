//! Bot and worker in this process, for a test: started in a folder of their own, driven from outside, and searched at the
//! end for whatever should not be left over.
//!
//! Usually the system simulates Telegram and KIE.ai itself. [`Builder::with_services_beside`] has the simulators run
//! beside it, as the real services do, so that they go on while the system is stopped.

pub(crate) mod services;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use simulators::telegram::DEMO_BOT_TOKEN;
use solo::driver::{Person, World, database, until};
use solo::{Settings, System};
use tempfile::TempDir;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::free_address;
use services::Services;

/// How long a simulated video takes.
const RENDER: Duration = Duration::from_millis(600);

/// A system must have stopped after this long.
const STOP_WITHIN: Duration = Duration::from_secs(25);

/// What has happened must be dealt with after this long.
const SETTLE_WITHIN: Duration = Duration::from_secs(120);

/// A system under test.
#[derive(Debug)]
pub struct Solo {
    folder: TempDir,
    environment: BTreeMap<String, String>,
    services: Option<Services>,
    running: Option<Running>,
}

/// What is decided before the system starts.
#[derive(Debug, Default)]
pub struct Builder {
    settings: Vec<(&'static str, String)>,
    services_beside: bool,
    called_back: bool,
}

#[derive(Debug)]
struct Running {
    base: Url,
    shutdown: CancellationToken,
    ended: JoinSet<anyhow::Result<()>>,
}

impl Builder {
    /// With this setting.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.settings.push((name, value.into()));
        self
    }

    /// With the simulators beside the system and not within: the system believes that both are real.
    pub const fn with_services_beside(mut self) -> Self {
        self.services_beside = true;
        self
    }

    /// With `WEBHOOK_URL` set to the system's own address, so that Telegram posts updates and KIE.ai calls back.
    pub const fn called_back(mut self) -> Self {
        self.called_back = true;
        self
    }

    /// The system, started.
    pub async fn start(self) -> anyhow::Result<Solo> {
        let folder = tempfile::tempdir()?;
        let mut environment = BTreeMap::from([("BOT_LISTEN".to_owned(), "127.0.0.1:0".to_owned())]);
        environment.insert("DATA_DIR".to_owned(), folder.path().join("data").display().to_string());
        environment.extend(self.settings.into_iter().map(|(name, value)| (name.to_owned(), value)));
        let webhook_key = environment.get("KIE_WEBHOOK_KEY");
        let services =
            if self.services_beside { Some(Services::start(folder.path(), webhook_key).await?) } else { None };
        if let Some(services) = &services {
            environment.extend(services.settings());
            // A list of keys takes the place of the one.
            if environment.contains_key("KIE_AI_API_KEYS") {
                environment.remove("KIE_AI_API_KEY");
            }
        }
        if self.called_back {
            let address = free_address()?;
            environment.insert("BOT_LISTEN".to_owned(), address.to_string());
            environment.insert("WEBHOOK_URL".to_owned(), format!("http://{address}"));
        }
        let mut system = Solo { folder, environment, services, running: None };
        system.start_again().await?;
        Ok(system)
    }
}

impl Solo {
    /// A system with settings of its own.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The system as a newcomer starts it.
    pub async fn start_new() -> anyhow::Result<Self> {
        Builder::default().start().await
    }

    /// Starts the system (again) on the same folder.
    pub async fn start_again(&mut self) -> anyhow::Result<()> {
        let settings = self.settings()?;
        let shutdown = CancellationToken::new();
        let system = System::start_rendering_for(&settings, RENDER..=RENDER, shutdown.clone()).await?;
        let base = system.base().clone();
        let mut ended = JoinSet::new();
        ended.spawn(system.run());
        self.running = Some(Running { base, shutdown, ended });
        Ok(())
    }

    /// Stops the system as SIGTERM does, and wants a clean and timely end.
    pub async fn stop(&mut self) -> anyhow::Result<()> {
        let mut running = self.running.take().context("the system does not run")?;
        let started = Instant::now();
        running.shutdown.cancel();
        let ended = running.ended.join_next().await.context("the system was never started")?;
        ended.context("the system panicked")?.context("the system did not end well")?;
        ensure!(started.elapsed() < STOP_WITHIN, "stopping took {} s", started.elapsed().as_secs());
        Ok(())
    }

    /// Where the system serves HTTP.
    pub fn base(&self) -> &Url {
        &self.running.as_ref().unwrap().base
    }

    /// The simulated world, as it is reached now.
    pub fn world(&self) -> World {
        World::at(self.services.as_ref().map_or_else(|| self.base().clone(), |services| services.base().clone()))
    }

    /// The simulators that run beside the system.
    pub fn services(&self) -> &Services {
        self.services.as_ref().unwrap()
    }

    /// Somebody who chats with the bot.
    pub async fn person(&self, name: &str) -> anyhow::Result<Person> {
        self.world().person(name).await
    }

    /// Somebody with credits.
    pub async fn customer(&self, name: &str) -> anyhow::Result<Person> {
        let mut person = self.person(name).await?;
        person.buys("5 credits").await?;
        Ok(person)
    }

    /// The settings that it is started with.
    pub fn settings(&self) -> anyhow::Result<Settings> {
        Ok(Settings::read(Path::new("/nonexistent"), &self.environment)?)
    }

    /// Every setting with its value as the program prints them when it starts.
    pub fn settings_shown(&self) -> anyhow::Result<String> {
        Ok(self.settings()?.shown())
    }

    /// The folder of the bot's database.
    pub fn bot_folder(&self) -> PathBuf {
        let data = self.folder.path().join("data");
        match &self.services {
            None => data.join("simulated/bot"),
            Some(_) => data.join(DEMO_BOT_TOKEN.split(':').next().unwrap()),
        }
    }

    /// One number out of the bot's database.
    pub fn count(&self, query: &str) -> anyhow::Result<i64> {
        database::count(&self.database(), query)
    }

    /// Waits until nothing is under way, and fails on whatever is left over: credits on hold, jobs, tasks, updates put
    /// aside, news that these people have not read. Then stops the system.
    pub async fn finish(self, people: impl IntoIterator<Item = Person>) -> anyhow::Result<()> {
        self.settles().await?;
        for person in people {
            let unread = person.unread().await?;
            let missed: Vec<String> =
                unread.iter().filter(|seen| seen.is_important()).map(ToString::to_string).collect();
            ensure!(missed.is_empty(), "person {} has not read:\n{}", person.id(), missed.join("\n"));
        }
        self.ends().await
    }

    /// The same where news may have come twice and need not be read.
    pub async fn finish_unread(self) -> anyhow::Result<()> {
        self.settles().await?;
        self.ends().await
    }

    async fn settles(&self) -> anyhow::Result<()> {
        let (world, database) = (self.world(), self.database());
        let settled = until("everything to settle", SETTLE_WITHIN, async || {
            let running = world.kie_tasks().await?.iter().filter(|task| task["state"] == "running").count();
            Ok((running == 0 && database::open_matters(&database)?.is_empty()).then_some(()))
        });
        if let Err(error) = settled.await {
            return Err(error.context(format!("left over: {}", database::open_matters(&database)?.join(", "))));
        }
        Ok(())
    }

    async fn ends(mut self) -> anyhow::Result<()> {
        database::audit(&self.database())?;
        self.stop().await
    }

    fn database(&self) -> PathBuf {
        self.bot_folder().join("bot.db")
    }
}
