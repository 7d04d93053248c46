//! Removes copies of videos that have had their time, and those of orders that were forgotten.
//!
//! It looks at what is there rather than being told, so nothing is lost by a crash; a copy goes within a minute.

use std::convert::Infallible;
use std::time::Duration;

use shared::telemetry::chain;
use tokio_util::sync::CancellationToken;

use super::copies::Copies;
use crate::store::Reader;

const EVERY: Duration = Duration::from_secs(60);

/// Looks now and then, until the shutdown.
pub(crate) async fn run(copies: Copies, reader: Reader, shutdown: CancellationToken) -> Result<(), Infallible> {
    loop {
        look(&copies, &reader).await;
        if shutdown.run_until_cancelled(tokio::time::sleep(EVERY)).await.is_none() {
            return Ok(());
        }
    }
}

async fn look(copies: &Copies, reader: &Reader) {
    let jobs = match copies.remove_old().await {
        Ok(jobs) => jobs,
        Err(error) => return tracing::warn!(%error, "the copies of videos cannot be looked through"),
    };
    for job in jobs {
        match reader.is_forgotten(job).await {
            Ok(true) => {
                copies.remove(job).await;
                tracing::info!(job.id = %job, "the copy of a forgotten video is removed");
            }
            Ok(false) => {}
            Err(error) => {
                tracing::warn!(job.id = %job, error = %chain(&error), "whether a video is forgotten cannot be read");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::{SignedDuration, Timestamp};
    use shared::clock::ManualClock;
    use shared::job::JobId;

    use super::*;
    use crate::effects::deliver::copies::CopyLimits;
    use crate::effects::deliver::url_policy::UrlPolicy;
    use crate::store::{Store, lock};

    #[tokio::test]
    async fn copies_of_forgotten_jobs_and_old_ones_go() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(lock(folder.path()).unwrap()).unwrap();
        let [kept, forgotten, foreign] = [1, 2, 3].map(|byte| JobId::new(Timestamp::UNIX_EPOCH, [byte; 10]));
        let rows = rusqlite::Connection::open(folder.path().join("bot.db")).unwrap();
        for (job, texts) in [(kept, 1), (forgotten, 0)] {
            rows.execute(
                "INSERT INTO jobs (id, user, form, model, prompt, options, price, placed_at, texts)
                 VALUES (?1, 1, ?1, 'm', '', '{}', 1, 0, ?2)",
                rusqlite::params![job.to_string(), texts],
            )
            .unwrap();
        }
        let jobs = [kept, forgotten, foreign];
        let videos = folder.path().join("videos");
        let clock = ManualClock::new(Timestamp::now());
        let limits = CopyLimits { bytes_max: 1000, reserve_bytes: 0, keep_for: SignedDuration::from_hours(24) };
        let policy = UrlPolicy::new(&"https://api.kie.ai".parse().unwrap());
        let copies = Copies::open(videos.clone(), limits, policy, Arc::new(clock.clone())).await.unwrap();
        let there = || jobs.map(|job| videos.join(format!("{job}.mp4")).exists());
        for job in jobs {
            std::fs::write(videos.join(format!("{job}.mp4")), "a video").unwrap();
        }

        look(&copies, &store.reader()).await;
        // Of a job that the rows do not know, nobody has said that it is to be forgotten.
        assert_eq!(there(), [true, false, true]);

        // Who wanted it forgotten while it was made can still fetch the video that came as a link, until they ask again.
        rows.execute_batch(
            "UPDATE jobs SET texts = 0, progress = 'delivered', delivery_method = 'link', ready_at = 20;
             INSERT INTO people (id, language, first_seen, reachable, forget_before) VALUES (1, 'en', 0, 1, 10);",
        )
        .unwrap();
        look(&copies, &store.reader()).await;
        assert_eq!(there(), [true, false, true]);
        rows.execute_batch("UPDATE people SET forget_before = 30").unwrap();
        look(&copies, &store.reader()).await;
        assert_eq!(there(), [false, false, true]);
        clock.advance(SignedDuration::from_hours(25));
        look(&copies, &store.reader()).await;
        assert_eq!(there(), [false, false, false]);
    }
}
