//! Plays random histories of the bot's core, as many as wanted:
//! `cargo run --release -p bot --example simulate -- --histories 1000000 --seed 1`.
//!
//! A broken rule ends it with the seed of the history; `--seed N --histories 1 --trace` writes that history down.
#![expect(clippy::unwrap_used, reason = "a failed assumption of a simulation should end it")]
#![expect(clippy::print_stdout, reason = "its output is what it is for")]

use std::process::ExitCode;
use std::time::Instant;

#[path = "../tests/simulation/histories.rs"]
mod histories;

use histories::{Honest, play, play_many};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str, default: u64| {
        let at = arguments.iter().position(|argument| argument == name);
        at.and_then(|at| arguments.get(at + 1)?.parse().ok()).unwrap_or(default)
    };
    let (seed, count) = (number("--seed", 1), number("--histories", 20_000));
    let started = Instant::now();
    let played = if arguments.iter().any(|argument| argument == "--trace") {
        play(seed, &Honest, true).map(|(coverage, trace)| {
            trace.iter().for_each(|line| println!("{line}"));
            coverage
        })
    } else {
        play_many(seed, count, &Honest)
    };
    match played {
        Ok(coverage) => {
            println!("{coverage}\nnever met: {:?}\nin {:.1?}", coverage.missing(), started.elapsed());
            ExitCode::SUCCESS
        }
        Err(failure) => {
            println!("{failure}");
            ExitCode::FAILURE
        }
    }
}
