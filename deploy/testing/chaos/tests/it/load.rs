//! The load run, small, and what is left of a run that is stopped: nothing.

use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};
use serde_json::Value;
use solo::driver::until;

use testkit::PATIENCE;

#[test]
fn a_load_run_ends_with_figures_that_can_be_compared() -> anyhow::Result<()> {
    let run = Command::new(env!("CARGO_BIN_EXE_chaos"))
        .args(["load", "--solo", "--in-flight", "20", "--jobs", "10"])
        .output()?;
    ensure!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let said = String::from_utf8(run.stdout)?;
    let last: Value = serde_json::from_str(said.lines().last().context("it says nothing")?)?;
    let rungs = last["rungs"].as_array().context("there are no rungs")?;
    assert_eq!(rungs.iter().map(|rung| rung["in_flight"].as_u64()).collect::<Vec<_>>(), [Some(20)]);
    for rung in rungs {
        for figure in ["accepted_per_second", "delivered_per_second", "bot_cpu_seconds_per_job", "bot_peak_megabytes"] {
            ensure!(rung[figure].as_f64().is_some_and(|figure| figure > 0.0), "{figure} in {rung}");
        }
        assert_eq!(rung["callback_to_video_at_once_ms"]["of"], 10);
        // Six updates of each of the new people are answered.
        assert_eq!(rung["update_to_reply_at_once_ms"]["of"], 120);
    }
    Ok(())
}

#[tokio::test]
async fn a_run_that_is_stopped_leaves_no_process_behind() -> anyhow::Result<()> {
    let mut run = Command::new(env!("CARGO_BIN_EXE_chaos"))
        .args(["load", "--in-flight", "1000"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // Simulators, RabbitMQ, Redis, the bot and two workers.
    let children = until("all processes of the run", PATIENCE, async || {
        let children = children_of(run.id())?;
        Ok((children.len() == 6).then_some(children))
    })
    .await?;
    ensure!(Command::new("kill").args(["-TERM", &run.id().to_string()]).status()?.success(), "no signal can be sent");
    ensure!(!run.wait()?.success(), "a run that was stopped has not gone well");
    for child in children {
        ensure!(!std::fs::exists(format!("/proc/{child}"))?, "process {child} is still there");
    }
    Ok(())
}

fn children_of(parent: u32) -> anyhow::Result<Vec<u32>> {
    let list = Command::new("ps").args(["--no-headers", "-o", "pid", "--ppid", &parent.to_string()]).output()?;
    String::from_utf8(list.stdout)?.split_whitespace().map(|pid| Ok(pid.parse()?)).collect()
}
