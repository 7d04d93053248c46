//! The seeds that have failed before, which every run plays first.

const CORE: &str = include_str!("../seeds/core.txt");
const WORKERS: &str = include_str!("../seeds/workers.txt");

/// Every seed in `seeds/`.
pub fn known_seeds() -> impl Iterator<Item = u64> + Send {
    let lines = CORE.lines().chain(WORKERS.lines());
    let seeds = lines.filter_map(|line| line.split('#').next()).map(str::trim).filter(|seed| !seed.is_empty());
    seeds.map(|seed| seed.parse().unwrap_or_else(|_| panic!("{seed:?} is no seed")))
}
