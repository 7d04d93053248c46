//! A child process with its log. It does not outlive the value that stands for it.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};

use crate::meter::Meter;

/// A process stops within this time when it is asked to.
const PROMPTLY: Duration = Duration::from_secs(25);

/// A program with all that it is started with.
#[derive(Debug, Clone)]
pub struct Program {
    /// Names the process in errors, and its log.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// All of its environment.
    pub settings: Vec<(&'static str, String)>,
    /// Where it works, and where its log is.
    pub folder: PathBuf,
}

/// A process that runs, or should.
#[derive(Debug)]
pub struct ChildProcess {
    program: Program,
    child: Child,
}

/// What a process has taken of the machine since its start.
#[derive(Debug, Clone, Copy, Default)]
pub struct Usage {
    /// Seconds of CPU.
    pub cpu_seconds: f64,
    /// The most memory that it ever had.
    pub peak_megabytes: f64,
}

impl Program {
    /// Starts it.
    ///
    /// # Errors
    /// When the program cannot be run.
    pub fn start(self) -> anyhow::Result<ChildProcess> {
        let child = self.spawn()?;
        Ok(ChildProcess { program: self, child })
    }

    fn log(&self) -> PathBuf {
        self.folder.join(format!("{}.log", self.name))
    }

    /// Runs the program to its end, with these arguments and the same settings.
    ///
    /// # Errors
    /// When the program cannot be run.
    pub fn output(&self, arguments: &[&str]) -> anyhow::Result<Output> {
        Ok(self.command().args(arguments).output()?)
    }

    fn spawn(&self) -> anyhow::Result<Child> {
        let log = File::options().create(true).append(true).open(self.log())?;
        let mut command = self.command();
        command.args(&self.arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        command.spawn().with_context(|| format!("{} cannot be started", self.path.display()))
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.path);
        command.env_clear().current_dir(&self.folder);
        command.envs(self.settings.iter().map(|(name, value)| (name, value)));
        command
    }
}

impl ChildProcess {
    /// Kills it with SIGKILL and starts it anew.
    ///
    /// # Errors
    /// When the program cannot be run again.
    pub fn kill(&mut self) -> anyhow::Result<()> {
        self.child.kill().with_context(|| format!("{} cannot be killed", self.program.name))?;
        self.child.wait()?;
        self.child = self.program.spawn()?;
        Ok(())
    }

    /// Starts it anew after it has ended.
    ///
    /// # Errors
    /// When the program cannot be run again.
    pub fn start_again(&mut self) -> anyhow::Result<()> {
        self.child = self.program.spawn()?;
        Ok(())
    }

    /// How it ended, if it has.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn ended(&mut self) -> anyhow::Result<Option<ExitStatus>> {
        Ok(self.child.try_wait()?)
    }

    /// What it has said in all of its lives.
    ///
    /// # Errors
    /// When its log cannot be read.
    pub fn said(&self) -> anyhow::Result<String> {
        Ok(std::fs::read_to_string(self.program.log())?)
    }

    /// What it has taken of the machine in this life.
    ///
    /// # Errors
    /// When it does not run.
    pub fn usage(&self) -> anyhow::Result<Usage> {
        let read = |page: &str| {
            let page = format!("/proc/{}/{page}", self.child.id());
            std::fs::read_to_string(&page).with_context(|| format!("{page} of {} cannot be read", self.program.name))
        };
        // After the name in brackets, which may hold anything, the 12th and 13th field are times in hundredths of a second.
        let stat = read("stat")?;
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let hundredths: u32 = fields.iter().skip(11).take(2).map(|field| field.parse::<u32>()).sum::<Result<_, _>>()?;
        let status = read("status")?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
        let kilobytes: u32 = peak.context("there is no VmHWM")?.trim().parse()?;
        Ok(Usage { cpu_seconds: f64::from(hundredths) / 100.0, peak_megabytes: f64::from(kilobytes) * 1.024 / 1000.0 })
    }

    /// Measures what it takes of the machine in this life more finely than [`Self::usage`].
    #[must_use]
    pub fn meter(&self) -> Meter {
        Meter::of(self.child.id())
    }

    /// It has not ended by itself.
    ///
    /// # Errors
    /// When it has.
    pub fn check_alive(&mut self) -> anyhow::Result<()> {
        if let Some(status) = self.child.try_wait()? {
            let said = self.said().unwrap_or_default();
            let last: Vec<&str> = said.lines().rev().take(3).collect();
            bail!("{} ended by itself ({status}); its last words: {}", self.program.name, last.join(" · "));
        }
        Ok(())
    }

    /// Stops it with SIGTERM. Says how long that took.
    ///
    /// # Errors
    /// When it takes too long or does not end well.
    pub fn stop(&mut self) -> anyhow::Result<Duration> {
        let name = &self.program.name;
        let started = Instant::now();
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status()?;
        ensure!(asked.success(), "SIGTERM cannot be sent to {name}");
        while started.elapsed() < PROMPTLY {
            if let Some(status) = self.child.try_wait()? {
                ensure!(status.success(), "after SIGTERM {name} ended with {status}");
                return Ok(started.elapsed());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("{name} has not stopped {} s after SIGTERM", PROMPTLY.as_secs())
    }
}

impl Drop for ChildProcess {
    fn drop(&mut self) {
        // It may have ended already.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// A program that cargo has built beside the running one, which may be a test.
pub(crate) fn program_beside(name: &str) -> anyhow::Result<PathBuf> {
    let this = std::env::current_exe().context("this program does not know where it is")?;
    let beside = this.ancestors().skip(1).take(2).map(|folder| folder.join(name)).find(|program| program.is_file());
    beside.with_context(|| format!("the program {name} is missing: `cargo build -p {name}` makes it"))
}
