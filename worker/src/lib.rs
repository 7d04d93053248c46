//! The provider side of Starreel: takes [`shared::job::GenerationJob`]s, makes KIE.ai tasks of them, and tells what came
//! of them. It knows nothing of Telegram, people or credits.
//!
//! - [`decide`] is the pure step machine, [`job_store`] keeps its records, `shell` performs its actions.
//! - `intake` stores orders, `sweeper` looks at due jobs, `report` tells the bot, `status` watches the account.
//! - [`steps`] has all of these one by one, for simulations.
//! - [`callback`] takes the provider's callbacks as hints; [`kie`] is the client.
//!
//! State first, message second: whatever a message, a callback or a wake-up does, the sweeper does without it, later.

use std::sync::Arc;

use anyhow::Context as _;
use axum::Router;
use shared::catalog::Catalog;
use shared::clock::Clock;
use shared::queue::{Consumer, Publisher};
use shared::tasks::Tasks;
use shared::telemetry::metrics::begin;
use tokio_util::sync::CancellationToken;

use crate::context::{Context, Parts};
use crate::job_store::{Identity, JobStore};
use crate::kie::KieClient;
use crate::metrics::COUNTERS;
use crate::provider::{Images, Kie, Provider};

mod alarm;
pub mod callback;
pub mod config;
mod context;
pub mod decide;
mod intake;
pub mod job_store;
pub mod keys;
pub mod kie;
mod metrics;
pub mod provider;
mod report;
pub mod request;
mod retention;
#[cfg(feature = "service")]
pub mod service;
pub mod settings;
mod shell;
pub mod steps;
mod sweeper;

pub use config::WorkerConfig;
pub use keys::Key;
pub use settings::Settings;

/// What a worker is made of. The caller opens it, so that tests and the single-machine default bring their own.
#[derive(Debug)]
pub struct Deps {
    /// The queue to the bot.
    pub publisher: Arc<dyn Publisher>,
    /// Where orders come from; each is read by a loop of its own.
    pub jobs: Vec<Box<dyn Consumer>>,
    /// The store that all workers share.
    pub store: Arc<dyn JobStore>,
    /// What [`JobStore::identity`] of this store said. The caller asks, and knows how long to wait for an answer.
    pub identity: Identity,
    /// The clients for the provider, one for each of the settings' keys, in their order.
    pub kie: Vec<KieClient>,
    /// The models that are sold.
    pub catalog: Arc<Catalog>,
    /// The clock that leases and deadlines go by.
    pub clock: Arc<dyn Clock>,
    /// The times and limits.
    pub settings: WorkerConfig,
}

/// An opened worker: its callbacks can be served, its loops do not run yet.
#[derive(Debug)]
pub struct Worker {
    context: Arc<Context>,
    jobs: Vec<Box<dyn Consumer>>,
}

impl Worker {
    /// Puts the parts together.
    ///
    /// # Errors
    /// When an HTTP client cannot be built, or the settings' keys and the clients do not go together.
    pub fn new(deps: Deps) -> anyhow::Result<Self> {
        let Deps { publisher, jobs, store, identity, kie, catalog, clock, settings } = deps;
        let images = Arc::new(Images::new(Arc::clone(&catalog)).context("building the HTTP client for images")?);
        let provider = |client| -> Arc<dyn Provider> { Arc::new(Kie::new(client, Arc::clone(&images))) };
        let providers = kie.into_iter().map(provider).collect();
        let context = Context::new(Parts { publisher, store, providers, catalog, clock, settings }, identity)?;
        Ok(Self { context: Arc::new(context), jobs })
    }

    /// The routes that the provider calls back. Usable at once; what they hear is looked at when [`Self::run`] runs.
    pub fn callback_router(&self) -> Router {
        callback::router(Arc::clone(&self.context))
    }

    /// Runs until the shutdown and then drains for `settings.drain`.
    ///
    /// # Errors
    /// When a loop that should run for ever ended before the shutdown.
    pub async fn run(self, shutdown: CancellationToken) -> anyhow::Result<()> {
        begin(&COUNTERS);
        let Self { context, jobs } = self;
        let tasks = Tasks::new(shutdown);
        for consumer in jobs {
            tasks.spawn_loop(
                "the intake of jobs",
                intake::run(Arc::clone(&context), consumer, tasks.shutdown().clone()),
            );
        }
        tasks.spawn_loop("the sweeper", sweeper::run(Arc::clone(&context), tasks.clone()));
        tasks.spawn_loop("the reports", report::run(Arc::clone(&context), tasks.shutdown().clone()));
        tasks.spawn_loop(
            "the watch over the provider",
            provider::status::run(Arc::clone(&context), tasks.shutdown().clone()),
        );
        tasks.spawn_loop("the retention", retention::run(Arc::clone(&context), tasks.shutdown().clone()));
        tasks.finish(context.settings.drain).await
    }
}
