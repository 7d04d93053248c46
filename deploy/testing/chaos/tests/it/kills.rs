//! The fault run, short: a few kills of processes and servers, a few bad connections, and the judge.

use std::process::Command;

use anyhow::ensure;

#[test]
fn strikes_of_every_kind_cost_nobody_anything() -> anyhow::Result<()> {
    let run = Command::new(env!("CARGO_BIN_EXE_chaos"))
        .args(["kills", "--workers", "2", "--people", "8", "--minutes", "0.8", "--kills", "6"])
        .output()?;
    let said = String::from_utf8_lossy(&run.stdout);
    ensure!(run.status.success(), "{said}\n{}", String::from_utf8_lossy(&run.stderr));
    ensure!(said.contains("refunds asked for / done") && said.contains("charged back"), "{said}");
    ensure!(said.contains("connection") && said.contains("killed") && said.contains("all is well"), "{said}");
    Ok(())
}
