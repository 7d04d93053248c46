//! The worker as a process of its own: joined to the bot by RabbitMQ and to other workers by Redis, asked by operators
//! over HTTP, stopped by SIGTERM.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use shared::config::{WatchedFile, catalog, required};
use shared::ops::Readiness;
use shared::queue::Topic;
use shared::queue::rabbitmq::RabbitMq;
use shared::retry::Backoff;
use shared::runtime::{self, Runtime};
use shared::{http, telemetry};

use crate::job_store::redis::{OpenError, RedisConfig, RedisJobStore};
use crate::job_store::{Identity, JobStore as _, Renew, fresh_epoch};
use crate::kie::{KieClient, KieConfig};
use crate::{Deps, Settings, Worker};

/// Pauses between tries to reach Redis at the start.
const PAUSES: Backoff = Backoff { first: Duration::from_millis(500), max: Duration::from_secs(5) };

/// Runs until SIGTERM or SIGINT. RabbitMQ and Redis may come up later than the worker.
///
/// # Errors
/// When a setting is missing, the address is taken, Redis is set in a way that may lose jobs, or a loop that should run
/// for ever ended. Each says what to do.
pub async fn run(settings: Settings) -> anyhow::Result<()> {
    let url = settings.rabbitmq_url.as_ref();
    let queue = runtime::join_queue("worker", &settings.shown(), url, settings.prefetch)?;
    let kie = kie(&settings)?;
    let redis = redis(&settings)?;
    let listener = http::bind(settings.worker_listen, "WORKER_LISTEN").await?;

    let watched = settings.catalog_file.clone().map(WatchedFile::catalog).into_iter().collect();
    let parts = Parts { settings, queue: queue.clone(), kie, redis };
    runtime::run("the worker", listener, queue, watched, |runtime| open_and_run(parts, runtime)).await
}

/// Looks at the settings as a start does, and touches nothing.
///
/// # Errors
/// When a setting is missing or wrong. Each says what to do.
pub fn check(settings: &Settings) -> anyhow::Result<()> {
    required("RABBITMQ_URL", "the broker that joins bot and workers", settings.rabbitmq_url.as_ref())?;
    kie(settings)?;
    redis(settings)?;
    catalog(settings.catalog_file.as_deref())?;
    tracing::info!("the settings of the workers are right");
    Ok(())
}

/// What a worker is made of before its store is open.
struct Parts {
    settings: Settings,
    queue: RabbitMq,
    kie: Vec<KieClient>,
    redis: RedisConfig,
}

async fn open_and_run(parts: Parts, runtime: Runtime) -> anyhow::Result<()> {
    let Runtime { readiness, routes, shutdown } = runtime;
    let Parts { settings, queue, kie, redis } = parts;
    let Some(opened) = shutdown.run_until_cancelled(open_store(&redis, &readiness)).await else {
        return Ok(());
    };
    let (store, identity) = opened?;
    let store = Arc::new(store);
    let checked = Arc::clone(&store);
    readiness.depends_on("redis", move || {
        let store = Arc::clone(&checked);
        async move { store.check().await.map_err(|error| telemetry::chain(&error).to_string()) }
    });
    let worker = Worker::new(Deps {
        publisher: Arc::new(queue.clone()),
        jobs: vec![Box::new(queue.consumer(Topic::Jobs))],
        kie,
        catalog: catalog(settings.catalog_file.as_deref())?,
        clock: store.clock(),
        store,
        identity,
        settings: settings.config(),
    })?;
    routes.open(worker.callback_router());
    worker.run(shutdown).await
}

/// Waits for Redis, and says so, for as long as it is not there, still loads its data, or goes away again before the first
/// step. Settings that are not safe do not get better by waiting.
async fn open_store(config: &RedisConfig, readiness: &Readiness) -> anyhow::Result<(RedisJobStore, Identity)> {
    let mut failures = 0;
    loop {
        let reason = match RedisJobStore::open(config).await {
            Ok(store) => match store.identity(Identity::fresh()).await {
                Ok(identity) => return Ok((store, identity)),
                Err(error) => telemetry::chain(&error).to_string(),
            },
            Err(error @ OpenError::NotReachable(_)) => telemetry::chain(&error).to_string(),
            Err(error) => return Err(error.into()),
        };
        failures += 1;
        tracing::warn!(
            error = reason,
            failures,
            "the worker waits for Redis: check that it runs and that REDIS_URL is right"
        );
        readiness.waits_for("redis", &reason);
        let pause = PAUSES.delay(failures, &mut rand::rng());
        tokio::time::sleep(pause).await;
    }
}

/// Begins a new epoch of the job store: a step of restoring Redis from a copy.
///
/// # Errors
/// When Redis cannot be used.
pub async fn new_epoch(settings: &Settings) -> anyhow::Result<()> {
    let store = RedisJobStore::open(&redis(settings)?).await?;
    let epoch = fresh_epoch();
    match store.renew(epoch.clone()).await.context("the new epoch was not stored")? {
        Renew::Renewed => tracing::info!(
            epoch = epoch.as_str(),
            "a new epoch has begun: jobs that the copy may not know of are not submitted again"
        ),
        Renew::Empty => tracing::info!("this Redis is empty: the first worker gives it an epoch"),
    }
    Ok(())
}

fn redis(settings: &Settings) -> anyhow::Result<RedisConfig> {
    let url = required("REDIS_URL", "the job store that all workers share", settings.redis_url.as_ref())?;
    Ok(RedisConfig { url, prefix: settings.redis_key_prefix.clone() })
}

fn kie(settings: &Settings) -> anyhow::Result<Vec<KieClient>> {
    let keys = settings.kie_keys();
    if keys.is_empty() {
        required("KIE_AI_API_KEY", "kie.ai/api-key gives you one", None)?;
    }
    let client = |(_, secret)| {
        let config = KieConfig::new(settings.kie_api_url.clone(), settings.kie_upload_url.clone(), secret);
        KieClient::new(config).context("the HTTP client for KIE.ai cannot be made")
    };
    keys.into_iter().map(client).collect()
}

#[cfg(test)]
mod tests {
    use test_servers::redis::Redis;

    use super::*;

    #[tokio::test]
    async fn a_redis_that_takes_nothing_yet_is_waited_for() {
        let redis = Redis::start().await.unwrap();
        redis.command("CLIENT PAUSE 3600000 WRITE").await.unwrap();
        let config = RedisConfig { url: redis.url().into(), prefix: "test".to_owned() };
        let readiness = Readiness::new();
        let mut opening = std::pin::pin!(open_store(&config, &readiness));
        let waits = async {
            while !readiness.report().await.dependencies.get("redis").is_some_and(|said| said.contains("waiting")) {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::select! {
            _opened = &mut opening => panic!("Redis takes nothing"),
            said = tokio::time::timeout(Duration::from_secs(10), waits) => said.unwrap(),
        }
        redis.command("CLIENT UNPAUSE").await.unwrap();
        let (store, identity) = tokio::time::timeout(Duration::from_secs(20), opening).await.unwrap().unwrap();
        assert_eq!(store.identity(Identity::fresh()).await.unwrap().epoch, identity.epoch);
    }
}
