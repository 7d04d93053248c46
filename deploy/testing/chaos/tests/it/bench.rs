//! The benchmark, as small as it can be.

use std::process::Command;

use anyhow::{Context as _, ensure};
use serde_json::Value;

#[test]
fn floor_and_starreel_have_the_same_conversation_and_are_both_measured() -> anyhow::Result<()> {
    let run = Command::new(env!("CARGO_BIN_EXE_chaos"))
        .args(["bench", "--people", "1", "--videos", "1", "--rounds", "1", "--idle-seconds", "1"])
        .output()?;
    ensure!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let said = String::from_utf8(run.stdout)?;
    ensure!(said.contains("CPU of a video, ms"), "there is no table in: {said}");
    let last: Value = serde_json::from_str(said.lines().last().context("it says nothing")?)?;
    for measured in ["floor", "starreel"] {
        let measured = &last[measured];
        assert_eq!(measured["delivered"], 1.0);
        for figure in [
            "cpu_ms_per_video",
            "videos_per_second",
            "tap_to_answer_ms_p99",
            "callback_to_video_ms_p99",
            "written_kb_per_video",
            "waits_per_video",
            "resident_mb_idle",
            "resident_mb_end",
        ] {
            ensure!(measured[figure].as_f64().is_some_and(|figure| figure > 0.0), "{figure} in {measured}");
        }
        // A floor that makes other calls than Starreel is none: who changes the one changes the other.
        for call in [
            "telegram_calls_per_video.sendMessage",
            "telegram_calls_per_video.answerCallbackQuery",
            "telegram_calls_per_video.editMessageText",
            "telegram_calls_per_video.sendVideo",
            "kie_calls_per_video.generate",
            "kie_calls_per_video.record-info",
        ] {
            assert_eq!(measured[call], last["starreel"][call], "{call} in {last}");
            ensure!(measured[call].as_f64().is_some_and(|calls| calls >= 1.0), "{call} in {measured}");
        }
    }
    ensure!(last["ratio"]["cpu_ms_per_video"].as_f64().is_some_and(|ratio| ratio > 0.0), "no ratio in {last}");
    Ok(())
}
