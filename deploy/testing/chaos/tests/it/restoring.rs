//! What `deploy/backup.sh` and `deploy/restore.sh` do within containers, done here on folders: `deploy/copies.sh`.

use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::{Context as _, ensure};
use solo::driver::{Order, until};
use tempfile::TempDir;
use testkit::{Deployment, PATIENCE};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../copies.sh");
const BOT: &str = "7000000001";

/// Runs the script on a data folder, with `input` as its standard input.
fn copies(data: &Path, settings: &[(&str, &str)], arguments: &[&str], input: &[u8]) -> anyhow::Result<Output> {
    let mut command = Command::new("sh");
    command.arg(SCRIPT).args(arguments).env("DATA_DIR", data).envs(settings.iter().copied());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    // Who refuses does not read to the end.
    child.stdin.take().context("it has no input")?.write_all(input).ok();
    Ok(child.wait_with_output()?)
}

/// The same, where it must go well: what it prints.
fn copied(data: &Path, settings: &[(&str, &str)], arguments: &[&str], input: &[u8]) -> anyhow::Result<Vec<u8>> {
    let output = copies(data, settings, arguments, input)?;
    ensure!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}

#[tokio::test]
async fn after_the_loss_of_everything_both_copies_come_back_and_nothing_is_bought_twice() -> anyhow::Result<()> {
    let mut deployment = Deployment::start(2).await?;
    let mut ann = deployment.customer("Ann").await?;
    ann.orders(Order::from_words("Kling v2.1", "in the copy")).await?;
    ann.sees_video("in the copy").await?;
    deployment.world().kie_fault_for("slow", 5).await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "under way")).await?;
    deployment.until_jobs(1, "submitted").await?;

    let bots = deployment.database().ancestors().nth(2).context("the database is in no folder")?.to_owned();
    let redis = deployment.servers()?.redis.data();
    let port = deployment.servers()?.redis.port().to_string();
    let runs = [("REDIS_RUNS", "yes"), ("REDIS_PORT", port.as_str()), ("REDIS_PASSWORD_FILE", "/dev/null")];
    ensure!(copied(&bots, &[], &["bots"], &[])? == format!("{BOT}\n").as_bytes());
    let copy_of_bot = copied(&bots, &[], &["take-bot", BOT], &[])?;
    let copy_of_redis = copied(&redis, &runs, &["take-redis"], &[])?;
    ann.orders(Order::from_words("Kling v2.1", "after the copy")).await?;
    ann.sees_video("after the copy").await?;

    deployment.stop()?;
    deployment.servers()?.redis.kill();
    std::fs::remove_dir_all(&bots)?;
    std::fs::remove_dir_all(&redis)?;
    std::fs::create_dir(&redis)?;
    copied(&bots, &[], &["put-bot", BOT], &copy_of_bot)?;
    copied(&redis, &[], &["put-redis"], &copy_of_redis)?;
    deployment.servers()?.redis.restart().await?;
    let renewed = deployment.worker_command(&["new-epoch"])?;
    ensure!(renewed.status.success(), "{}", String::from_utf8_lossy(&renewed.stderr));
    deployment.bot.start_again()?;
    deployment.workers.iter_mut().try_for_each(|worker| worker.start_again())?;
    ann.sees_video("under way").await?;
    deployment.finish(3).await
}

#[tokio::test]
async fn each_bot_is_copied_for_itself_whether_or_not_it_runs() -> anyhow::Result<()> {
    let mut deployment = Deployment::start(1).await?;
    deployment.until_ready().await?;
    let bots = deployment.database().ancestors().nth(2).context("the database is in no folder")?.to_owned();
    std::fs::create_dir(bots.join("1"))?;
    std::fs::write(bots.join("1/bot.db"), "this was a database once")?;
    ensure!(copied(&bots, &[], &["bots"], &[])? == format!("1\n{BOT}\n").as_bytes());
    ensure!(!copies(&bots, &[], &["take-bot", "1"], &[])?.status.success(), "a broken database counts as copied");
    let copy = copied(&bots, &[], &["take-bot", BOT], &[])?;

    let refused = copies(&bots, &[], &["put-bot", BOT], &copy)?;
    ensure!(String::from_utf8_lossy(&refused.stderr).contains("runs: stop it first"), "it was replaced under the bot");
    copied(&bots, &[], &["stamp", "failed"], &[])?;
    until_metric(&deployment, "starreel_backup_failed 1").await?;
    copied(&bots, &[], &["stamp", "done"], &[])?;
    until_metric(&deployment, "starreel_backup_failed 0").await?;
    let metrics = deployment.bot_says("metrics").await?;
    ensure!(!metrics.contains("starreel_backup_timestamp_seconds 0\n"), "the bot does not know of it");

    deployment.stop()?;
    ensure!(copied(&bots, &[], &["take-bot", BOT], &[])?.len() >= copy.len(), "a stopped bot is not copied");
    Ok(())
}

async fn until_metric(deployment: &Deployment, line: &str) -> anyhow::Result<()> {
    let seen = async || Ok(deployment.bot_says("metrics").await?.contains(line).then_some(()));
    until(&format!("the metric {line}"), PATIENCE, seen).await
}

#[test]
fn what_is_no_copy_replaces_nothing() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let data = folder.path();
    std::fs::create_dir_all(data.join("5"))?;
    std::fs::write(data.join("5/bot.db"), "what is there")?;
    std::fs::create_dir_all(data.join("appendonlydir"))?;
    for (arguments, input) in
        [(&["put-bot", "5"][..], "half a copy"), (&["put-redis"], "half a copy"), (&["put-redis"], "")]
    {
        let output = copies(data, &[], arguments, input.as_bytes())?;
        ensure!(!output.status.success() && !output.stderr.is_empty(), "{arguments:?} took {input:?}");
    }
    ensure!(std::fs::read_to_string(data.join("5/bot.db"))? == "what is there");
    ensure!(data.join("appendonlydir").exists());
    let left: Vec<_> = std::fs::read_dir(data)?.map(|entry| Ok(entry?.file_name())).collect::<std::io::Result<_>>()?;
    ensure!(left.len() == 2, "something is left over: {left:?}");
    Ok(())
}

#[tokio::test]
async fn what_was_there_is_kept_and_only_its_owner_reads_it() -> anyhow::Result<()> {
    let mut deployment = Deployment::start(1).await?;
    deployment.until_ready().await?;
    let bots = deployment.database().ancestors().nth(2).context("the database is in no folder")?.to_owned();
    let copy = copied(&bots, &[], &["take-bot", BOT], &[])?;
    deployment.stop()?;
    let before = std::fs::read(deployment.database())?;
    copied(&bots, &[], &["put-bot", BOT], &copy)?;
    ensure!(std::fs::read(bots.join(BOT).join("replaced.db"))? == before);
    let mode = std::fs::metadata(deployment.database())?.permissions().mode();
    ensure!(mode & 0o777 == 0o600, "others may read it: {mode:o}");
    Ok(())
}
