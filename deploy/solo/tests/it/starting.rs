//! The program as an operator runs it: what it says when it cannot start, and how it stops.

use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use solo::driver::{Order, World, until};
use tempfile::TempDir;

use testkit::{Solo, free_address};

/// Starting and stopping take no longer, also on a busy machine.
const LONGEST: Duration = Duration::from_secs(25);

/// The program, run in a folder of its own with nothing in its environment but these settings.
fn program(folder: &Path, settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_solo"));
    command.current_dir(folder).env_clear().env("BOT_LISTEN", "127.0.0.1:0");
    command.envs(settings.iter().copied()).stdin(Stdio::null());
    command
}

/// Runs a program that cannot start; the one line that it says about that.
fn refusal(folder: &Path, settings: &[(&str, &str)]) -> anyhow::Result<String> {
    let output = program(folder, settings).output()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(output.status.code() == Some(1), "it ended with {}: {said}", output.status);
    let errors: Vec<&str> = said.lines().filter(|line| line.contains("ERROR")).collect();
    ensure!(errors.len() == 1 && !said.contains("panicked"), "not one clear line: {said}");
    Ok(errors[0].to_owned())
}

#[test]
fn a_taken_port_is_named_with_the_setting_to_change() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let taken = std::net::TcpListener::bind("127.0.0.1:0")?;
    let address = taken.local_addr()?.to_string();
    let line = refusal(folder.path(), &[("BOT_LISTEN", &address)])?;
    let says = format!("{address} is taken by another program: stop it, or set BOT_LISTEN to another address");
    ensure!(line.contains(&says), "{line}");
    Ok(())
}

#[tokio::test]
async fn a_data_folder_in_use_names_its_holder() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let data = system.bot_folder().ancestors().nth(2).context("the folder has parents")?.to_owned();
    let line = refusal(&data, &[("DATA_DIR", &data.display().to_string())])?;
    let says = format!("is in use by process {} on ", std::process::id());
    ensure!(line.contains(&says), "{line}");
    system.finish([]).await
}

#[tokio::test]
async fn operators_see_the_figures_and_whether_all_is_well() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "a lamp")).await?;
    ann.sees_video("a lamp").await?;

    let ask = async |path| anyhow::Ok(reqwest::get(system.base().join(path)?).await?.text().await?);
    assert_eq!(ask("healthz").await?, "ok");
    assert_eq!(ask("readyz").await?, r#"{"ready":true,"dependencies":{"database":"ok","telegram":"ok"}}"#);
    // All systems of this test program share one count, so other tests may have added to what is counted; what is read
    // from the database is of whoever wrote last.
    until("the figures", LONGEST, async || {
        let page = ask("metrics").await?;
        let names =
            ["starreel_stars_received", "starreel_jobs{progress=\"queued\"}", "starreel_order_to_video_seconds_sum"];
        Ok(names.iter().all(|name| page.contains(name)).then_some(()))
    })
    .await?;
    system.finish([ann]).await
}

#[test]
fn a_data_folder_that_cannot_be_written_is_named() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    std::fs::write(folder.path().join("file"), "in the way")?;
    let data = folder.path().join("file/data").display().to_string();
    let line = refusal(folder.path(), &[("DATA_DIR", &data)])?;
    ensure!(
        line.contains(&format!("the data folder {data}")) && line.contains("set DATA_DIR to another one"),
        "{line}"
    );
    Ok(())
}

#[tokio::test]
async fn a_wrong_token_is_said_to_be_wrong() -> anyhow::Result<()> {
    let elsewhere = Solo::start_new().await?;
    let folder = TempDir::new()?;
    let nonsense = refusal(folder.path(), &[("BOT_TOKEN", "nonsense")])?;
    ensure!(nonsense.contains("BOT_TOKEN: is not a token; it looks like 123456:ABC-DEF"), "{nonsense}");
    let api = elsewhere.base().to_string();
    let asked = tokio::task::spawn_blocking(move || {
        let token = ("BOT_TOKEN", "42:nobody-knows-this-token");
        refusal(folder.path(), &[token, ("TELEGRAM_API_URL", &api), ("SIMULATE", "kie")])
    });
    let unknown = asked.await??;
    ensure!(unknown.contains("Telegram does not know the bot: check BOT_TOKEN"), "{unknown}");
    ensure!(!unknown.contains("nobody-knows"), "the token is printed: {unknown}");
    elsewhere.finish([]).await
}

#[test]
fn why_it_does_not_start_is_said_however_little_is_logged() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    for (filter, says) in
        [("off", "PACKS: "), ("bot=debug", "PACKS: "), ("verbose", "RUST_LOG: \"verbose\" is not a level")]
    {
        let line = refusal(folder.path(), &[("RUST_LOG", filter), ("PACKS", "0")])?;
        ensure!(line.contains(says) || line.contains("PACKS: "), "{line}");
    }
    let unknown = refusal(folder.path(), &[("RUST_LOG", "verbose")])?;
    ensure!(
        unknown.contains("RUST_LOG: \"verbose\" is not a level: write error, warn, info, debug or trace"),
        "{unknown}"
    );
    let missing = refusal(folder.path(), &[("RUST_LOG", "off"), ("CATALOG_FILE", "missing.toml")])?;
    ensure!(missing.contains("CATALOG_FILE: missing.toml cannot be read"), "{missing}");
    Ok(())
}

#[test]
fn a_misspelt_key_does_not_sell_simulated_videos() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let token = ("BOT_TOKEN", "42:planted");
    let missing = refusal(folder.path(), &[token])?;
    ensure!(missing.contains("people would pay real Stars for simulated videos"), "{missing}");
    let misspelt = refusal(folder.path(), &[token, ("KIE_API_KEY", "planted")])?;
    ensure!(misspelt.contains("did you mean KIE_AI_API_KEY?"), "{misspelt}");
    std::fs::write(folder.path().join("starreel.toml"), "bot_token = \"42:planted\"\nkie_ai_api_key = planted")?;
    let not_toml = refusal(folder.path(), &[])?;
    ensure!(not_toml.contains("starreel.toml: line 2 is not TOML"), "{not_toml}");
    ensure!(![missing, misspelt, not_toml].concat().contains("planted"));
    Ok(())
}

#[test]
fn the_program_says_its_version_with_the_revision() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let output = program(folder.path(), &[]).arg("--version").output()?;
    let said = String::from_utf8(output.stdout)?;
    ensure!(said.trim_end() == format!("solo {}", shared::VERSION) && said.contains(" ("), "{said}");
    Ok(())
}

#[tokio::test]
async fn sigterm_stops_the_program_well_and_in_time() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let address = free_address()?.to_string();
    let log = std::fs::File::create(folder.path().join("log"))?;
    let said = std::fs::File::create(folder.path().join("said"))?;
    let mut running = Running(program(folder.path(), &[("BOT_LISTEN", &address)]).stderr(log).stdout(said).spawn()?);
    let world = World::at(format!("http://{address}").parse()?);
    until("the program to answer", LONGEST, async || Ok(world.get::<serde_json::Value>("simulators").await.ok()))
        .await?;
    let mut ann = world.person("Ann").await?;
    ann.sends("/start").await?;
    ann.sees("Welcome").await?;
    let status = running.stops()?;
    ensure!(status.code() == Some(0), "it ended with {status}");
    let said = std::fs::read_to_string(folder.path().join("said"))?;
    ensure!(
        said.contains(&format!("  Operator  http://{address}/chat/ann?beside=Olga: Olga (5000000000) is one;")),
        "{said}"
    );
    // A file is no terminal: what is in it can be searched. A newcomer's settings are there, too.
    let log = std::fs::read_to_string(folder.path().join("log"))?;
    ensure!(log.contains(" signal=\"SIGTERM\"") && !log.contains('\u{1b}'), "{log}");
    ensure!(log.contains("settings: ADMIN_IDS= ") && log.contains("RUST_LOG=info"), "{log}");
    Ok(())
}

#[tokio::test]
async fn real_money_and_play_money_are_kept_apart() -> anyhow::Result<()> {
    let played = Solo::start_new().await?;
    let real = Solo::builder().with_services_beside().start().await?;
    let (played_in, real_in) = (played.bot_folder(), real.bot_folder());
    ensure!(played_in.ends_with("data/simulated/bot") && played_in.join("bot.db").exists());
    ensure!(!real_in.to_string_lossy().contains("simulated") && real_in.join("bot.db").exists());
    ensure!(real_in.join("jobs.db").exists() && !played_in.join("jobs.db").exists());
    played.finish([]).await?;
    real.finish([]).await
}

/// A running program that does not outlive its test.
#[derive(Debug)]
struct Running(Child);

impl Running {
    /// Sends SIGTERM and waits for the end.
    fn stops(&mut self) -> anyhow::Result<ExitStatus> {
        ensure!(Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status()?.success());
        let deadline = Instant::now() + LONGEST;
        while Instant::now() < deadline {
            if let Some(status) = self.0.try_wait()? {
                return Ok(status);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("it has not stopped after {} s", LONGEST.as_secs())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}
