//! Waits until a system has finished everything that was started: what KIE.ai renders, what people still read of, and
//! what the bot itself says is open, by its metrics or its database.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::ensure;
use solo::driver::{World, database};
use url::Url;

use crate::judge::open_jobs;
use crate::records::Records;

/// Pause between two looks.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How far a job is that has not ended, as the metrics call it.
const UNFINISHED: [&str; 4] = ["queued", "published", "submitted", "ready"];

/// Where to look, beside the simulators' records.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Where the bot shows its metrics.
    pub metrics: Option<Url>,
    /// The bot's database.
    pub database: Option<PathBuf>,
}

/// Waits for as long as `patience`. Gives back what is still open then; nothing, if all is settled.
///
/// # Errors
/// When `check` fails, or the simulators do not answer.
pub async fn settle(
    world: &World,
    records: &Records,
    sources: &Sources,
    patience: Duration,
    mut check: impl FnMut() -> anyhow::Result<()>,
) -> anyhow::Result<Vec<String>> {
    let started = Instant::now();
    loop {
        check()?;
        let open = open_matters(world, records, sources).await?;
        if open.is_empty() || started.elapsed() > patience {
            return Ok(open);
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

async fn open_matters(world: &World, records: &Records, sources: &Sources) -> anyhow::Result<Vec<String>> {
    let mut open = Vec::new();
    let running = world.kie_tasks().await?.iter().filter(|task| task["state"] == "running").count();
    if running > 0 {
        open.push(format!("{running} tasks are running at KIE.ai"));
    }
    for person in &records.people {
        let jobs = open_jobs(&world.acquaintance(*person).messages().await?).len();
        if jobs > 0 {
            open.push(format!("person {person} reads of {jobs} jobs that have not ended"));
        }
    }
    if let Some(metrics) = &sources.metrics {
        // A bot that is away has not settled; that is for whoever waits to judge.
        open.extend(unfinished(metrics).await.unwrap_or_else(|error| vec![format!("no metrics: {error:#}")]));
    }
    if let Some(database) = &sources.database {
        open.extend(database::open_matters(database)?);
        let transactions = world.star_transactions().await?;
        for (side, done, query) in [
            ("source", "payments are credited", "SELECT count(*) FROM payments"),
            ("receiver", "returns of Stars are known", "SELECT count(*) FROM refunds WHERE state = 'done'"),
        ] {
            let listed = transactions.iter().filter(|entry| !entry[side].is_null()).count();
            let known = database::count(database, query)?;
            if i64::try_from(listed)? > known {
                open.push(format!("{known} of {listed} {done}"));
            }
        }
    }
    Ok(open)
}

/// What the bot's metrics say is not finished.
async fn unfinished(metrics: &Url) -> anyhow::Result<Vec<String>> {
    let response = reqwest::get(metrics.clone()).await?.error_for_status()?;
    open_in(&response.text().await?)
}

/// The series that stand for something open and are not zero.
fn open_in(text: &str) -> anyhow::Result<Vec<String>> {
    let jobs = |series: &str| {
        let progress = series.strip_prefix("starreel_jobs{").and_then(|labels| labels.split('"').nth(1));
        progress.is_some_and(|progress| UNFINISHED.contains(&progress))
    };
    let told = |series: &str| series == "starreel_notices_waiting";
    let lines = || text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.rsplit_once(' '));
    // Metrics that are not there are not zero.
    ensure!(lines().any(|(series, _)| jobs(series)), "there is no starreel_jobs");
    ensure!(lines().any(|(series, _)| told(series)), "there is no starreel_notices_waiting");
    let open = lines().filter(|(series, value)| (jobs(series) || told(series)) && value.parse() != Ok(0.0));
    Ok(open.map(|(series, value)| format!("the metrics say {series} {value}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metrics_show_what_is_open() {
        let settled = "# TYPE starreel_jobs gauge\nstarreel_jobs{progress=\"queued\"} 0\nstarreel_notices_waiting 0\n";
        assert_eq!(open_in(settled).unwrap(), [""; 0]);
        let open =
            format!("{settled}starreel_jobs{{progress=\"ready\"}} 2\nstarreel_jobs{{progress=\"delivered\"}} 9\n");
        assert_eq!(open_in(&open).unwrap(), ["the metrics say starreel_jobs{progress=\"ready\"} 2"]);
        assert!(open_in("starreel_notices_waiting 0").is_err());
        assert!(open_in("starreel_jobs{progress=\"queued\"} 0").is_err());
    }
}
