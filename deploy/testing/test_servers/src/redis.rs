//! A private Redis, kept as a deployment keeps it: every write synced before its answer, nothing evicted.
//!
//! It can be killed, started again on the same port, and put back to an old copy of its data. Data sets are small: a copy
//! is a copy of files, to be made while nobody writes.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

const PROGRAM: &str = "redis-server";
const START_WITHIN: Duration = Duration::from_secs(20);
const PORT_TRIES_MAX: usize = 5;

/// What a job store asks for, and nothing that would write elsewhere.
const SETTINGS: [(&str, &str); 6] = [
    ("bind", "127.0.0.1"),
    ("appendonly", "yes"),
    ("appendfsync", "always"),
    ("no-appendfsync-on-rewrite", "no"),
    ("maxmemory-policy", "noeviction"),
    ("save", ""),
];

/// See the module. Dropping it kills the server.
#[derive(Debug)]
pub struct Redis {
    folder: TempDir,
    port: u16,
    settings: Vec<(String, String)>,
    process: Option<Child>,
}

/// The data of a server as it once was.
#[derive(Debug)]
pub struct DataCopy(TempDir);

impl Redis {
    /// Starts a server with the settings that a job store asks for.
    ///
    /// # Errors
    /// When Redis is not installed or does not start.
    pub async fn start() -> anyhow::Result<Self> {
        Self::start_with(&[]).await
    }

    /// The same, with `settings` of `redis.conf` in place of or in addition to the usual ones.
    ///
    /// # Errors
    /// See [`Self::start`].
    pub async fn start_with(settings: &[(&str, &str)]) -> anyhow::Result<Self> {
        let mut server = Self::prepare()?;
        for (name, value) in settings {
            server.set(name, value);
        }
        let mut tries = 1;
        loop {
            match server.restart().await {
                // Somebody else may have taken the port between the look and the start.
                Err(_taken) if tries < PORT_TRIES_MAX => tries += 1,
                started => return started.map(|()| server),
            }
            server.port = free_port()?;
        }
    }

    /// A server that does not run yet, for whoever wants to see it come up by [`Self::restart`].
    ///
    /// # Errors
    /// When there is no free port or no room for its folder.
    pub fn prepare() -> anyhow::Result<Self> {
        let folder = tempfile::tempdir().context("making a folder for Redis")?;
        fs::create_dir(data_of(folder.path()))?;
        let settings = SETTINGS.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        Ok(Self { folder, port: free_port()?, settings, process: None })
    }

    /// Where clients reach it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// The port at which it listens on this machine.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The folder of its data.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        data_of(self.folder.path())
    }

    /// Kills it as SIGKILL does. Nothing if it does not run.
    pub fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            // Both fail only for a process that has ended already.
            drop(process.kill());
            drop(process.wait());
        }
    }

    /// Kills it if it runs, starts it on the same data and port, and waits until it answers.
    ///
    /// # Errors
    /// See [`Self::start`].
    pub async fn restart(&mut self) -> anyhow::Result<()> {
        self.kill();
        self.process = Some(self.spawn()?);
        let started = Instant::now();
        while !answers(self.port).await {
            if let Some(status) = self.process.as_mut().map(Child::try_wait).transpose()?.flatten() {
                bail!("{PROGRAM} ended with {status}: {}", self.log());
            }
            if started.elapsed() > START_WITHIN {
                bail!("{PROGRAM} did not answer within {START_WITHIN:?}: {}", self.log());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }

    /// Has it do a command of plain words, and returns the beginning of its answer as it was sent.
    ///
    /// # Errors
    /// When it does not run.
    pub async fn command(&self, words: &str) -> anyhow::Result<String> {
        Ok(ask(self.port, words).await?)
    }

    /// Changes a setting of `redis.conf` from the next start on.
    pub fn set(&mut self, name: &str, value: &str) {
        self.settings.retain(|(known, _)| known != name);
        self.settings.push((name.to_owned(), value.to_owned()));
    }

    /// Copies its data. Nobody may write meanwhile.
    ///
    /// # Errors
    /// When the files cannot be read or written.
    pub fn copy_data(&self) -> anyhow::Result<DataCopy> {
        let copy = tempfile::tempdir()?;
        copy_folder(&data_of(self.folder.path()), &data_of(copy.path())).context("copying the data of Redis")?;
        Ok(DataCopy(copy))
    }

    /// Kills it, puts the copy in place of its data, and starts it again: an operator's restore.
    ///
    /// # Errors
    /// When the files cannot be written, or see [`Self::start`].
    pub async fn restore(&mut self, copy: &DataCopy) -> anyhow::Result<()> {
        self.kill();
        let data = data_of(self.folder.path());
        fs::remove_dir_all(&data)?;
        copy_folder(&data_of(copy.0.path()), &data).context("restoring the data of Redis")?;
        self.restart().await
    }

    fn spawn(&self) -> anyhow::Result<Child> {
        let log = File::create(self.log_file())?;
        let mut command = Command::new(PROGRAM);
        command.arg("--port").arg(self.port.to_string()).arg("--dir").arg(data_of(self.folder.path()));
        for (name, value) in &self.settings {
            command.arg(format!("--{name}")).arg(value);
        }
        match command.stdin(Stdio::null()).stderr(log.try_clone()?).stdout(log).spawn() {
            Ok(process) => Ok(process),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                bail!("{PROGRAM} is not installed: run deploy/test.sh, which installs it")
            }
            Err(error) => Err(error).context("starting redis-server"),
        }
    }

    fn log(&self) -> String {
        fs::read_to_string(self.log_file()).unwrap_or_default()
    }

    fn log_file(&self) -> PathBuf {
        self.folder.path().join("log")
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        self.kill();
    }
}

fn data_of(folder: &Path) -> PathBuf {
    folder.join("data")
}

fn free_port() -> anyhow::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("looking for a free port")?;
    Ok(listener.local_addr()?.port())
}

/// Whether the server is up and has read its data. One that asks for a password is.
async fn answers(port: u16) -> bool {
    let answer = tokio::time::timeout(Duration::from_secs(1), ask(port, "PING")).await;
    matches!(answer, Ok(Ok(answer)) if answer.starts_with("+PONG") || answer.starts_with("-NOAUTH"))
}

async fn ask(port: u16, words: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
    stream.write_all(format!("{words}\r\n").as_bytes()).await?;
    let mut answer = [0; 512];
    let length = stream.read(&mut answer).await?;
    Ok(String::from_utf8_lossy(answer.get(..length).unwrap_or_default()).into_owned())
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn says(server: &Redis, words: &str) -> String {
        server.command(words).await.unwrap()
    }

    #[tokio::test]
    async fn what_was_answered_survives_a_kill_and_a_copy_brings_back_what_was() {
        let mut server = Redis::start().await.unwrap();
        assert_eq!(says(&server, "SET key old").await, "+OK\r\n");
        let copy = server.copy_data().unwrap();
        assert_eq!(says(&server, "SET key new").await, "+OK\r\n");
        server.restart().await.unwrap();
        assert_eq!(says(&server, "GET key").await, "$3\r\nnew\r\n");
        server.restore(&copy).await.unwrap();
        assert_eq!(says(&server, "GET key").await, "$3\r\nold\r\n");
    }

    #[tokio::test]
    async fn settings_can_be_given_and_changed() {
        let mut server = Redis::start_with(&[("appendfsync", "everysec")]).await.unwrap();
        assert!(says(&server, "CONFIG GET appendfsync").await.contains("everysec"));
        server.set("requirepass", "secret");
        server.restart().await.unwrap();
        assert!(says(&server, "PING").await.starts_with("-NOAUTH"));
    }
}
