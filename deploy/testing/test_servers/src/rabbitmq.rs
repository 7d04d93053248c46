//! A private RabbitMQ, run from Debian's package `rabbitmq-server` by whatever user calls.
//!
//! It shares nothing with another one: own folder, own ports of the loopback address, own cookie, no plugins, and no
//! `epmd`, which would be common to the machine and outlive everybody. The Erlang VM is started directly, because the
//! package's scripts put all plugins into the code path and so double the time of a start. It ends with the value, and
//! within two seconds when this process is killed: it halts when the other end of its standard input is gone.
//!
//! Known race: a port is chosen before the server takes it. They are outside of the range that the system gives to
//! outgoing connections, so only another test could take it in between, and then the start fails and says so.

use std::fs;
use std::hash::{BuildHasher as _, RandomState};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use tempfile::TempDir;
use tokio::sync::Semaphore;

mod control;

const PACKAGE: &str = "/usr/lib/rabbitmq/lib";
const NODE: &str = "starreel@localhost";
const COOKIE: &str = "starreel";
const BOOT_DEADLINE: Duration = Duration::from_secs(120);
/// It stops within this time when it is asked to.
const FREEZE_DEADLINE: Duration = Duration::from_secs(10);

/// A start is seconds of pure computing; more at once only makes all of them late.
static BOOTING: Semaphore = Semaphore::const_new(2);

/// Ends the VM when nobody holds the other end of its standard input any more.
const WATCH: &str = "spawn(fun() -> P = open_port({fd, 0, 0}, [in, eof]), \
    receive {P, eof} -> erlang:halt(1, [{flush, false}]) end end)";

/// Writes down which quorum queues there are. RabbitMQ itself does so up to three minutes later, and one that is killed
/// before has lost the queue: it starts an empty one that never finds a leader (seen with 3.10.8 and 4.0.5; rabbitmq-server
/// issue 15725). That would spoil every test that kills a broker with young queues. A test that may be faster than this
/// pause calls [`RabbitMq::settle`] before.
const SETTLE: &str = "spawn(fun F() -> catch dets:sync(ra_directory_reverse), timer:sleep(100), F() end)";

/// Applications of the package that a broker without plugins does without.
const NOT_NEEDED: [&str; 15] = [
    "rabbitmq_",
    "accept-",
    "amqp10_client-",
    "amqp_client-",
    "base64url-",
    "cowboy-",
    "cowlib-",
    "eetcd-",
    "gun-",
    "jose-",
    "prometheus-",
    "khepri_mnesia_migration-",
    "oauth2_client-",
    "trust_store_http-",
    "emqtt-",
];

/// A broker with a folder of its own. Dropping it kills the broker and removes the folder.
#[derive(Debug)]
pub struct RabbitMq {
    folder: TempDir,
    port: u16,
    control_port: u16,
    broker: Option<Child>,
}

impl RabbitMq {
    /// Starts an empty broker and waits until it takes connections.
    ///
    /// # Errors
    /// When the package is missing, or the broker does not start; its last words are in the error.
    pub async fn start() -> anyhow::Result<Self> {
        let mut server = Self::reserve()?;
        server.restart().await?;
        Ok(server)
    }

    /// A place for a broker that is not running yet: the address is known, nothing listens there.
    ///
    /// # Errors
    /// When the package is missing.
    pub fn reserve() -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix("starreel-rabbitmq-").tempdir()?;
        let (port, control_port) = free_ports()?;
        prepare(folder.path(), port)?;
        Ok(Self { folder, port, control_port, broker: None })
    }

    /// Where clients connect.
    #[must_use]
    pub fn url(&self) -> String {
        format!("amqp://guest:guest@127.0.0.1:{}", self.port)
    }

    /// Kills the broker as a power cut would, if it runs. What it confirmed is in its folder.
    pub fn kill(&mut self) {
        if let Some(mut broker) = self.broker.take() {
            // Fails only when it is dead already.
            broker.kill().ok();
            broker.wait().ok();
        }
    }

    /// Starts the broker again on the same port with what it had stored.
    ///
    /// # Errors
    /// When it does not start; its last words are in the error.
    pub async fn restart(&mut self) -> anyhow::Result<()> {
        self.kill();
        let _turn = BOOTING.acquire().await?;
        let output = fs::File::create(self.folder.path().join("output"))?;
        let mut command = self.command();
        command.stdout(output.try_clone()?).stderr(output);
        self.broker = Some(command.spawn().context("erl does not start; run deploy/test.sh, which installs it")?);
        let deadline = Instant::now() + BOOT_DEADLINE;
        while tokio::net::TcpStream::connect(("127.0.0.1", self.port)).await.is_err() {
            let ended = self.broker.as_mut().and_then(|broker| broker.try_wait().ok().flatten());
            ensure!(ended.is_none(), "RabbitMQ ended while starting ({ended:?}): {}", self.last_words());
            ensure!(Instant::now() < deadline, "RabbitMQ did not start in time: {}", self.last_words());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Stops the broker's process in the middle of whatever it does, connections open, until [`Self::thaw`].
    ///
    /// # Errors
    /// When it does not run.
    pub async fn freeze(&self) -> anyhow::Result<()> {
        self.signal("-STOP")?;
        // A signal is only on its way when `kill` has ended: on a busy machine some threads still work for a moment.
        let deadline = Instant::now() + FREEZE_DEADLINE;
        while !self.is_stopped()? {
            ensure!(Instant::now() < deadline, "RabbitMQ did not stop in time");
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        Ok(())
    }

    /// Lets a frozen broker go on.
    ///
    /// # Errors
    /// When it does not run.
    pub fn thaw(&self) -> anyhow::Result<()> {
        self.signal("-CONT")
    }

    fn command(&self) -> Command {
        let folder = self.folder.path();
        let mut command = Command::new("erl");
        command
            .args(["-noinput", "-boot", "start_sasl", "-s", "rabbit", "boot", "-eval", WATCH, "-eval", SETTLE])
            .args(["+W", "w", "+S", "2:2", "+sbwt", "none", "+sbwtdcpu", "none", "+sbwtdio", "none"])
            .args(["-sname", NODE, "-setcookie", COOKIE, "-start_epmd", "false", "-erl_epmd_port"])
            .arg(self.control_port.to_string())
            .args([
                "-kernel",
                "inet_dist_use_interface",
                "{127,0,0,1}",
                "-kernel",
                "prevent_overlapping_partitions",
                "false",
            ])
            .args(["-syslog", "logger", "[]", "-syslog", "syslog_error_logger", "false"])
            .current_dir(folder)
            .env_clear()
            .env("ERL_CRASH_DUMP_BYTES", "0")
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LANG", "C.UTF-8")
            .env("HOME", folder)
            .env("ERL_LIBS", folder.join("libs"))
            .env("RABBITMQ_NODENAME", NODE)
            .env("RABBITMQ_MNESIA_BASE", folder.join("data"))
            .env("RABBITMQ_LOG_BASE", folder.join("log"))
            .env("RABBITMQ_CONFIG_FILE", folder.join("rabbitmq.conf"))
            .env("RABBITMQ_CONF_ENV_FILE", folder.join("env.conf"))
            .env("RABBITMQ_ENABLED_PLUGINS_FILE", folder.join("enabled_plugins"))
            .env("RABBITMQ_DIST_PORT", self.control_port.to_string())
            .stdin(Stdio::piped());
        command
    }

    fn signal(&self, signal: &str) -> anyhow::Result<()> {
        let broker = self.broker.as_ref().context("RabbitMQ does not run")?;
        let status = Command::new("kill").args([signal, &broker.id().to_string()]).status()?;
        ensure!(status.success(), "kill {signal} failed");
        Ok(())
    }

    /// Whether the system has stopped all threads of the broker's process.
    fn is_stopped(&self) -> anyhow::Result<bool> {
        let broker = self.broker.as_ref().context("RabbitMQ does not run")?;
        for thread in fs::read_dir(format!("/proc/{}/task", broker.id()))? {
            let status = fs::read_to_string(thread?.path().join("status"))?;
            if !status.lines().any(|line| line.starts_with("State:\tT")) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn last_words(&self) -> String {
        let read = |file| fs::read_to_string(self.folder.path().join(file)).unwrap_or_default();
        let text = read(format!("log/{NODE}.log")) + &read("output".to_owned());
        let mut lines: Vec<_> = text.lines().rev().take(20).collect();
        lines.reverse();
        lines.join("\n")
    }
}

impl Drop for RabbitMq {
    fn drop(&mut self) {
        self.kill();
    }
}

/// What the broker reads from its folder.
fn prepare(folder: &Path, port: u16) -> anyhow::Result<()> {
    let libs = folder.join("libs");
    fs::create_dir(&libs)?;
    for application in fs::read_dir(applications()?)? {
        let application = application?;
        let name = application.file_name().to_string_lossy().into_owned();
        if name.starts_with("rabbitmq_prelaunch-") || !NOT_NEEDED.iter().any(|prefix| name.starts_with(prefix)) {
            std::os::unix::fs::symlink(application.path(), libs.join(&name))?;
        }
    }
    fs::write(folder.join("enabled_plugins"), "[].")?;
    fs::write(folder.join("env.conf"), "")?;
    // The write-ahead log would take half a gigabyte by default.
    let settings =
        format!("listeners.tcp.1 = 127.0.0.1:{port}\nraft.wal_max_size_bytes = 8388608\nlog.console = false\n");
    fs::write(folder.join("rabbitmq.conf"), settings)?;
    Ok(())
}

fn applications() -> anyhow::Result<PathBuf> {
    for version in fs::read_dir(PACKAGE).into_iter().flatten() {
        let plugins = version?.path().join("plugins");
        if plugins.is_dir() {
            return Ok(plugins);
        }
    }
    bail!("there is no RabbitMQ in {PACKAGE}: run deploy/test.sh, which installs Debian's package rabbitmq-server");
}

fn free_ports() -> anyhow::Result<(u16, u16)> {
    for _ in 0..100 {
        let chosen = u16::try_from(RandomState::new().hash_one(0) % 5_000)? * 2 + 20_000;
        let free = |port| TcpListener::bind(("127.0.0.1", port)).is_ok();
        if free(chosen) && free(chosen + 1) {
            return Ok((chosen, chosen + 1));
        }
    }
    bail!("no free port between 20000 and 30000");
}
