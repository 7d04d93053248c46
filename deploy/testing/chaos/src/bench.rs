//! The benchmark: one conversation, from "/generate" to the video, played against Starreel and against a floor that does
//! nothing but make the same calls and have the disk keep the same steps ([`floor`]). Machines differ; the ratio of the two
//! can be watched on any of them.
//!
//! Floor and Starreel take turns, each time in a fresh folder with fresh simulators, which limit nothing; of each figure the
//! median of all rounds is told. What happens in a round is in [`round`]; `deploy/testing/README.md` says what the figures
//! mean.
//!
//! Deliberately absent: how often the disk syncs (see [`testkit::Meter`]), and what RabbitMQ and Redis take beside a bot and
//! workers of their own. People and simulators share the machine with what is measured, for both in the same way.

mod figures;
pub mod floor;
mod round;

use anyhow::ensure;
use clap::Args;
use serde_json::json;

use crate::measuring::cores;
use crate::say;
use figures::Figures;
use round::{Crowd, Subject};

/// What is measured.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// People who order at the same time.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=5000))]
    people: u32,
    /// Videos after each other in each of these places. A new person orders each, since nobody may be written to without end.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=1000))]
    videos: u32,
    /// How often each of the two is measured.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=100))]
    rounds: u32,
    /// How long is looked at what they do when nobody wants anything.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=3600))]
    idle_seconds: u64,
    /// Measure a bot and so many workers, joined by RabbitMQ and Redis, instead of both in one process.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=16))]
    workers: Option<u32>,
}

/// Runs it and prints what was seen.
///
/// # Errors
/// When a round cannot be finished.
pub async fn run(options: Options) -> anyhow::Result<()> {
    let Options { people, videos, rounds, idle_seconds, workers } = options;
    let crowd = Crowd::new(people, videos, idle_seconds)?;
    let starreel = Subject::Starreel { workers };
    say(&format!("{starreel} beside the floor: {people} people at once, {videos} videos each, {} cores", cores()));
    let (mut floors, mut starreels) = (Vec::new(), Vec::new());
    for round in 1..=rounds {
        for (subject, measured) in [(Subject::Floor, &mut floors), (starreel, &mut starreels)] {
            let figures = round::measure(subject, crowd).await?;
            say(&format!("round {round} of {rounds}, {subject}: {}", figures.line()));
            measured.push(figures);
        }
    }
    let (floor, starreel) = (Figures::median(&floors), Figures::median(&starreels));
    ensure!(!starreel.is_empty(), "nothing was measured");
    say(&figures::table(&floor, &starreel));
    let run = json!({
        "run": "bench", "people": people, "videos": videos, "rounds": rounds, "workers": workers, "cores": cores(),
        "floor": floor.json(), "starreel": starreel.json(), "ratio": starreel.ratio_to(&floor).json(),
    });
    say(&run.to_string());
    Ok(())
}
