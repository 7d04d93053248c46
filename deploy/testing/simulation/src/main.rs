//! Plays random histories, as many as wanted:
//! `cargo run --release -p simulation -- --histories 1000000 --seed 1`.
//!
//! The seeds that have failed before come first. A broken rule ends the run: the history is made short, printed, and
//! followed by the command that plays it again.
#![expect(clippy::print_stdout, reason = "its output is what it is for")]

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Parser;
use simulation::{Coverage, Failure, History, Honest, Selection, Stores, ThreadCache, Turns};
use simulation::{known_seeds, play, play_many, shrink};
use test_servers::redis::Redis;

/// Plays random histories of the bot and its workers with faults and crashes, and checks every rule after each step.
#[derive(Debug, Parser)]
struct Options {
    /// How many histories.
    #[arg(long, default_value_t = 20_000)]
    histories: u64,
    /// The seed of the first; the others follow it.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Keep the workers' store in a Redis of its own, with the real scripts.
    #[arg(long)]
    redis: bool,
    /// Write down what happens in the first history, and play no other.
    #[arg(long)]
    trace: bool,
    /// Play these turns of the history alone, such as `3,5-9`; implies `--trace`.
    #[arg(long)]
    keep: Option<Turns>,
    /// Of these turns, the ones in which things may go wrong; all of them, unless given.
    #[arg(long, requires = "keep")]
    faults: Option<Turns>,
}

/// How long a failing history is made shorter, at most.
const SHRINK_WITHIN: Duration = Duration::from_secs(60);

fn main() -> anyhow::Result<ExitCode> {
    let options = Options::parse();
    let runtime = Arc::new(tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?);
    let server = if options.redis { Some(runtime.block_on(Redis::start())?) } else { None };
    let stores = match &server {
        Some(server) => Stores::InRedis { url: server.url(), runtime: Arc::clone(&runtime) },
        None => Stores::InMemory,
    };
    let started = Instant::now();
    let played = run(&options, &stores);
    Ok(match played {
        Ok(coverage) => {
            let seconds = started.elapsed().as_secs_f64();
            println!("{coverage}");
            println!("never met: {:?}", coverage.missing());
            #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
            let rate = coverage.histories as f64 / seconds;
            println!("{} histories in {seconds:.1} s: {rate:.0} histories/s", coverage.histories);
            ExitCode::SUCCESS
        }
        Err(failure) => {
            println!("broken: {}; making the history short …", failure.violation.invariant);
            let mut cache = ThreadCache::new(stores, 0);
            println!("{}", shrink(&mut cache, *failure, &Honest, SHRINK_WITHIN));
            ExitCode::FAILURE
        }
    })
}

fn run(options: &Options, stores: &Stores) -> Result<Coverage, Box<Failure>> {
    if !options.trace && options.keep.is_none() {
        let new = options.seed..options.seed.saturating_add(options.histories);
        return play_many(known_seeds().chain(new), &Honest, stores);
    }
    let faults = options.faults.clone().or_else(|| options.keep.clone());
    let selection = options.keep.clone().zip(faults).map(|(turns, faults)| Selection { turns, faults });
    let history = History { seed: options.seed, selection };
    let played = play(&mut ThreadCache::new(stores.clone(), 0), &history, &Honest, true)?;
    played.trace.iter().for_each(|line| println!("{line}"));
    Ok(played.coverage)
}
