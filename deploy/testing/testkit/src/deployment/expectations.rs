//! What a test asks of a deployment, and waits for.

use std::net::SocketAddr;
use std::process::Output;

use anyhow::{Context as _, ensure};
use solo::driver::{Person, database, until};

use super::Deployment;
use crate::PATIENCE;

impl Deployment {
    /// A person who has bought 5 credits.
    ///
    /// # Errors
    /// When a step of the purchase fails.
    pub async fn customer(&self, name: &str) -> anyhow::Result<Person> {
        let mut person = self.world().with_patience(PATIENCE).person(name).await?;
        person.buys("5 credits").await?;
        Ok(person)
    }

    /// What the bot answers to a GET.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn bot_says(&self, path: &str) -> anyhow::Result<String> {
        says(self.prepared.bot_at, path).await
    }

    /// What a worker answers to a GET.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn worker_says(&self, number: usize, path: &str) -> anyhow::Result<String> {
        says(self.prepared.workers_at[number], path).await
    }

    /// Runs a command of the bot's program, with the bot's settings, to its end.
    ///
    /// # Errors
    /// When the program cannot be run.
    pub fn bot_command(&self, arguments: &[&str]) -> anyhow::Result<Output> {
        self.prepared.bot()?.output(arguments)
    }

    /// Runs a command of the worker's program, with the settings of the first worker, to its end.
    ///
    /// # Errors
    /// When the program cannot be run.
    pub fn worker_command(&self, arguments: &[&str]) -> anyhow::Result<Output> {
        self.prepared.worker(0)?.output(arguments)
    }

    /// Waits until the bot says that it is ready.
    ///
    /// # Errors
    /// When it is not ready in time, or a process has ended.
    pub async fn until_ready(&mut self) -> anyhow::Result<()> {
        until("the bot", PATIENCE, async || {
            self.check_alive()?;
            Ok(self.bot_says("readyz").await.is_ok_and(|page| page.contains("\"ready\":true")).then_some(()))
        })
        .await
    }

    /// Waits until KIE.ai has taken so many tasks.
    ///
    /// # Errors
    /// When it has not in time.
    pub async fn until_tasks(&self, number: usize) -> anyhow::Result<()> {
        self.world().with_patience(PATIENCE).until_kie_tasks(number).await
    }

    /// Waits until so many jobs are in this state, as the bot knows them.
    ///
    /// # Errors
    /// When they are not in time.
    pub async fn until_jobs(&self, jobs: u32, progress: &str) -> anyhow::Result<()> {
        let query = format!("SELECT count(*) FROM jobs WHERE progress = '{progress}'");
        until(&format!("{jobs} jobs to be {progress}"), PATIENCE, async || {
            Ok((database::count(&self.database(), &query)? >= i64::from(jobs)).then_some(()))
        })
        .await
    }

    /// Ends a test: everything settles, KIE.ai has seen so many tasks and no more, every process ends in good order,
    /// and the audit finds nothing.
    ///
    /// # Errors
    /// When one of these does not hold.
    pub async fn finish(mut self, tasks: usize) -> anyhow::Result<()> {
        until("everything to settle", PATIENCE, async || {
            Ok(database::open_matters(&self.database())?.is_empty().then_some(()))
        })
        .await
        .with_context(|| format!("left over: {:?}", database::open_matters(&self.database())))?;
        let seen = self.world().kie_tasks().await?.len();
        ensure!(seen == tasks, "KIE.ai has seen {seen} tasks instead of {tasks}");
        self.stop()?;
        let audit = self.bot_command(&["audit"])?;
        ensure!(audit.status.success(), "the audit: {}", String::from_utf8_lossy(&audit.stdout));
        Ok(())
    }
}

async fn says(at: SocketAddr, path: &str) -> anyhow::Result<String> {
    Ok(reqwest::get(format!("http://{at}/{path}")).await?.text().await?)
}
