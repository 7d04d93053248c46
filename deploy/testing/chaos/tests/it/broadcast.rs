//! The broadcast run, small.

use std::process::Command;

use anyhow::{Context as _, ensure};
use serde_json::Value;

#[test]
fn a_message_to_everybody_reaches_each_once_while_customers_order() -> anyhow::Result<()> {
    let run = Command::new(env!("CARGO_BIN_EXE_chaos"))
        .args(["broadcast", "--people", "120", "--rate", "15", "--customers", "2"])
        .output()?;
    ensure!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let said = String::from_utf8(run.stdout)?;
    let last: Value = serde_json::from_str(said.lines().last().context("it says nothing")?)?;
    assert_eq!((&last["is_whole"], &last["blocked"]), (&Value::Bool(true), &Value::from(3)));
    ensure!(last["per_second"].as_f64().is_some_and(|rate| rate > 5.0), "{last}");
    for figure in ["answers_before_ms", "answers_during_ms"] {
        ensure!(last[figure]["of"].as_u64().is_some_and(|of| of > 0), "{figure} in {last}");
    }
    Ok(())
}
