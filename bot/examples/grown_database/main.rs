//! What years of use cost: the same events on an empty database and on one with a million old jobs and ten million
//! entries, one beside the other, and what looks at all of it:
//! `cargo run --release -p bot --example grown_database -- --folder /var/tmp`.
//!
//! Both files are used in turns, so that a neighbour on the machine disturbs both. Latency is from handing an event in to
//! its commit. `--people`, `--old-jobs`, `--entries` say how large the file is, `--events` how many events of each kind
//! are measured; 10 million entries take 10 GB for the time.
#![expect(clippy::print_stdout, reason = "its output is what it is for")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use self::fill::Size;
use self::kind::Kind;
use self::measured::Measured;
use self::outside::percentiles;

mod fill;
mod kind;
mod measured;
#[path = "../parts/outside.rs"]
mod outside;

/// Turns of each file.
const ROUNDS: i64 = 4;

/// Pause before another kind of event.
const SETTLED_AFTER: Duration = Duration::from_secs(1);

/// Events of a kind that is rare.
const RARE: i64 = 20;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str, default: i64| {
        let at = arguments.iter().position(|argument| argument == name);
        at.and_then(|at| arguments.get(at + 1)).map_or(Ok(default), |value| value.parse())
    };
    let size = Size {
        people: number("--people", 200_000)?,
        old_jobs: number("--old-jobs", 1_000_000)?,
        entries: number("--entries", 10_000_000)?,
    };
    let events = number("--events", 2_000)?;
    let at = arguments.iter().position(|argument| argument == "--folder");
    let parent = at.and_then(|at| arguments.get(at + 1)).map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = parent.join(format!("starreel-grown-{}", std::process::id()));
    let outcome = measure(&folder, size, events).await;
    std::fs::remove_dir_all(&folder)?;
    outcome
}

async fn measure(folder: &std::path::Path, size: Size, events: i64) -> anyhow::Result<()> {
    let began = Instant::now();
    let mut grown = Measured::open(&folder.join("grown"), Some(size))?;
    println!(
        "{} jobs and {} entries of {} people: {} MB, filled in {:.0?}",
        size.old_jobs,
        size.entries,
        size.people,
        grown.bytes()? / 1_000_000,
        began.elapsed()
    );
    let mut empty = Measured::open(&folder.join("empty"), None)?;
    println!("\n{:<34}{:>20}{:>20}{:>8}", "", "empty p50 / p99", "grown p50 / p99", "ratio");
    row("the first tick", vec![empty.tick().await?], vec![grown.tick().await?]);
    for bot in [&mut empty, &mut grown] {
        bot.introduce().await?;
    }
    for kind in Kind::ALL {
        // What follows from the events before has ended by then.
        tokio::time::sleep(SETTLED_AFTER).await;
        let all_ways = [("alone", 1), ("100 at once", 100)];
        let (ways, count) = if kind == Kind::StarsRead { (&all_ways[..1], RARE) } else { (&all_ways[..], events) };
        for (name, at_once) in ways {
            let (mut on_empty, mut on_grown) = (Vec::new(), Vec::new());
            for _ in 0..ROUNDS {
                on_empty.extend(empty.happen(kind, count / ROUNDS, *at_once).await?);
                on_grown.extend(grown.happen(kind, count / ROUNDS, *at_once).await?);
            }
            row(&format!("{}, {name}", kind.name()), on_empty, on_grown);
        }
    }
    row("stats", empty.reads(3, Measured::stats).await?, grown.reads(3, Measured::stats).await?);
    row("totals", empty.reads(3, Measured::totals).await?, grown.reads(3, Measured::totals).await?);
    row("audit", empty.reads(1, Measured::audit).await?, grown.reads(1, Measured::audit).await?);
    let (on_empty, _) = empty.happen_beside_audits(events).await?;
    let (on_grown, log_bytes) = grown.happen_beside_audits(events).await?;
    let count = on_grown.len();
    row("all kinds, alone, beside audits", on_empty, on_grown);
    println!("{count} events went in beside the audit; the write-ahead log had {} MB then", log_bytes / 1_000_000);
    empty.finish().await?;
    grown.finish().await
}

fn row(name: &str, mut on_empty: Vec<Duration>, mut on_grown: Vec<Duration>) {
    let (empty, grown) = (percentiles(&mut on_empty), percentiles(&mut on_grown));
    let both = |(p50, p99): (Duration, Duration)| format!("{p50:.2?} / {p99:.2?}");
    let ratio = grown.1.as_secs_f64() / empty.1.as_secs_f64();
    println!("{name:<34}{:>20}{:>20}{ratio:>8.2}", both(empty), both(grown));
}
