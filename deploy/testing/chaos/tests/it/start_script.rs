//! What keeps a process of docker compose from starting, in words: `deploy/start.sh`.

use std::path::Path;
use std::process::Command;

use anyhow::ensure;
use tempfile::TempDir;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../start.sh");

/// What the script says when it starts `arguments` in the folder with these settings, and whether it would.
fn start(folder: &Path, settings: &[(&str, &str)], arguments: &[&str]) -> anyhow::Result<(bool, String)> {
    let path = std::env::var("PATH")?;
    // In place of the programs: one that says that it was started.
    for program in ["bot", "worker"] {
        std::fs::write(folder.join(program), "echo started")?;
        Command::new("chmod").arg("+x").arg(folder.join(program)).status()?;
    }
    let mut command = Command::new("sh");
    command.arg(SCRIPT).args(arguments).current_dir(folder).env_clear();
    command.env("PATH", format!("{}:{path}", folder.display())).envs(settings.iter().copied());
    let output = command.output()?;
    let said = [output.stdout, output.stderr].concat();
    Ok((output.status.success(), String::from_utf8_lossy(&said).into_owned()))
}

#[test]
fn a_missing_key_stops_only_the_process_that_reads_it() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let only_the_token = [("BOT_TOKEN", "1:x")];
    let (starts, said) = start(folder.path(), &only_the_token, &["bot"])?;
    ensure!(starts && said == "started\n", "{said}");
    let (starts, said) = start(folder.path(), &only_the_token, &["worker"])?;
    ensure!(!starts && said.contains("The worker does not start: KIE_AI_API_KEY is not set"), "{said}");
    for name in ["KIE_AI_API_KEY_FILE", "KIE_AI_API_KEYS", "KIE_AI_API_KEYS_FILE"] {
        let (starts, said) = start(folder.path(), &[(name, "/run/key")], &["worker", "check"])?;
        ensure!(starts && said == "started\n", "{said}");
    }
    Ok(())
}

#[test]
fn a_check_says_what_cannot_work_together() -> anyhow::Result<()> {
    let setup = concat!(env!("CARGO_MANIFEST_DIR"), "/../../setup.sh");
    // As docker-compose.yml puts the words together.
    for (keys, workers, says) in [
        ("BOT_TOKEN KIE_AI_API_KEY", "1", ""),
        ("BOT_TOKENBOT_TOKEN KIE_AI_API_KEY", "1", "both BOT_TOKEN and BOT_TOKEN_FILE are set: keep one."),
        ("BOT_TOKEN  KIE_AI_API_KEYS", "1", ""),
        ("BOT_TOKEN KIE_AI_API_KEY KIE_AI_API_KEYS", "1", "both KIE_AI_API_KEY and KIE_AI_API_KEYS are set: keep one."),
        ("BOT_TOKEN  KIE_AI_API_KEYSKIE_AI_API_KEYS", "1", "both KIE_AI_API_KEYS and KIE_AI_API_KEYS_FILE are set"),
        (" KIE_AI_API_KEY", "1", "BOT_TOKEN is not set: set it in deploy/.env"),
        ("BOT_TOKEN KIE_AI_API_KEY", "0", "with WORKERS=0 nobody makes what people order"),
    ] {
        let mut command = Command::new("sh");
        command.args([setup, "check"]).envs([("KEYS", keys), ("WORKERS", workers)]);
        command.envs([("WEBHOOK_URL", ""), ("HTTPS_PORT", ""), ("CADDY_SITE", "")]);
        let output = command.output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success() == says.is_empty() && said.contains(says), "{keys:?}, {workers}: {said}");
    }
    Ok(())
}

#[test]
fn real_money_never_meets_a_demo() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    std::fs::write(folder.path().join("starreel.toml"), "")?;
    for (program, key) in [("bot", "BOT_TOKEN"), ("worker", "KIE_AI_API_KEY")] {
        let (starts, said) = start(folder.path(), &[(key, "real")], &[program])?;
        ensure!(!starts && said.contains(&format!("{key} is set, but the volumes hold a demo")), "{said}");
        let (starts, said) = start(folder.path(), &[], &[program])?;
        ensure!(!starts && said.contains(&format!("{key} is not set")), "a demo starts without its simulators: {said}");
    }
    Ok(())
}
