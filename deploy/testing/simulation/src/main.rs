//! Plays random histories, as many as wanted:
//! `cargo run --release -p simulation -- --histories 1000000 --seed 1`.
//!
//! A broken rule ends it with the seed of the history; `--seed N --histories 1 --trace` writes that history down.
#![expect(clippy::print_stdout, reason = "its output is what it is for")]

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use clap::Parser;
use simulation::{Coverage, Failure, Honest, Stores, ThreadCache, play, play_many};
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
}

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
            println!("{failure}");
            ExitCode::FAILURE
        }
    })
}

fn run(options: &Options, stores: &Stores) -> Result<Coverage, Box<Failure>> {
    if !options.trace {
        return play_many(options.seed, options.histories, &Honest, stores);
    }
    let played = play(&mut ThreadCache::new(stores.clone(), 0), options.seed, &Honest, true)?;
    played.trace.iter().for_each(|line| println!("{line}"));
    Ok(played.coverage)
}
