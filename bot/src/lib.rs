//! The Telegram side of Starreel: people, money, jobs, delivery.
//!
//! [`core`] decides, in one transaction per event; [`store`] runs it; everything else carries events in and effects out.
//!
//! ```text
//! telegram::polling / webhook ─┐                        ┌─▶ telegram::outbound    texts, invoices, answers
//! results (from workers) ──────┼─▶ store::Writer ──▶────┼─▶ effects::deliver      videos
//! ticks, reports ──────────────┘   core::handle(event)  ├─▶ effects::publish      jobs for the workers
//!                                                       └─▶ effects::…            refunds, images to look at, lists
//! ```

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use jiff::{SignedDuration, Timestamp};
use shared::catalog::Catalog;
use shared::clock::Clock;
use shared::http::below;
use shared::ops::Readiness;
use shared::queue::{Consumer, Publisher};
use shared::signing::SigningKey;
use shared::tasks::Tasks;
use shared::telemetry::chain;
use shared::telemetry::metrics::begin;
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};
use tokio_util::sync::CancellationToken;
use url::Url;

pub mod commands;
pub mod core;
pub mod disk;
pub mod effects;
pub mod intake;
mod metrics;
mod results;
#[cfg(feature = "service")]
pub mod service;
pub mod settings;
pub mod stats;
pub mod store;
pub mod telegram;

use crate::core::Policy;
use crate::core::chat::texts::Texts;
use crate::core::event::Event;
use crate::core::role::Role;
use crate::effects::deliver::copies::{Copies, CopyLimits};
use crate::effects::deliver::url_policy::UrlPolicy;
use crate::effects::deliver::videos::{self, VideoLinks};
use crate::effects::{EffectHandlers, Outside, deliver};
use crate::intake::Intake;
use crate::metrics::COUNTERS;
use crate::stats::Shown;
use crate::store::{Reader, Store, Writer, WriterConfig};
use crate::telegram::client::Telegram;
use crate::telegram::connection::{Connection, Pace, Watch, Way};
use crate::telegram::limits::Limits;
use crate::telegram::outbound::Outbound;
use crate::telegram::setup::OperatorMenus;
use crate::telegram::{images, polling, setup, webhook};
pub use settings::Settings;

/// The shortest pause between two looks at what time has made due. An event hands out at once what it has made due itself.
const TICK_MIN: Duration = Duration::from_millis(500);

/// The longest, where the writer knows of nothing that is due sooner. What has hours of time is done then.
const TICK_MAX: Duration = Duration::from_secs(10);

/// How long a shutdown waits for started work. Below the 25 s that a stop may take in all.
const DRAIN: Duration = Duration::from_secs(20);

/// How long copies of videos are promised to be kept. A replaced key is honoured as long.
const COPIES_KEPT_FOR: SignedDuration = store::keys::HONOURED_FOR;

/// What a bot is made of. The caller opens it, so that tests and the single-machine default bring their own.
#[derive(Debug)]
pub struct Deps {
    /// Speaks to Telegram.
    pub telegram: Telegram,
    /// The database of this bot.
    pub store: Store,
    /// Where jobs go.
    pub publisher: Arc<dyn Publisher>,
    /// What workers say.
    pub results: Box<dyn Consumer>,
    /// The models.
    pub catalog: Arc<Catalog>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Where workers reach this bot.
    pub bot_url: Url,
    /// What the operator has set.
    pub settings: Settings,
}

/// An opened bot: its routes can be served, its loops do not run yet.
#[derive(Debug)]
pub struct Bot {
    telegram: Telegram,
    writer: Writer,
    thread: std::thread::JoinHandle<()>,
    writer_stop: CancellationToken,
    handlers: EffectHandlers,
    results: Box<dyn Consumer>,
    results_at_once: u16,
    routes: Router,
    way: Way,
    connection: Arc<Connection>,
    reader: Reader,
    clock: Arc<dyn Clock>,
    copies: Copies,
    /// What Telegram was told of who the bot is.
    told: PathBuf,
    /// What it is told of the operators' commands.
    operator_menus: OperatorMenus,
}

impl Bot {
    /// Asks Telegram who the bot is and puts the parts together.
    ///
    /// # Errors
    /// When Telegram does not know the token, or the database cannot be used. Each error says what to do.
    pub async fn open(deps: Deps) -> anyhow::Result<Self> {
        let Deps { telegram, store, publisher, results, catalog, clock, bot_url, settings } = deps;
        if settings.bot_token.is_some() && settings.admin_ids.is_empty() {
            tracing::warn!("ADMIN_IDS is not set: nobody is told of trouble, and nobody can answer payment requests");
        }
        let key = store.signing_key(&mut rand::rng(), clock.now())?;
        let reader = store.reader();
        let told = store.folder().join("told_telegram.json");
        let me = setup::identify(&telegram).await?;
        tracing::info!(bot.id = me.id, username = me.username, "Telegram knows the bot");
        let url_policy = UrlPolicy::new(&settings.kie_api_url);
        let copies =
            Copies::open(store.folder().join("videos"), copy_limits(&settings), url_policy, Arc::clone(&clock)).await?;

        let mut policy = Policy::new(Arc::clone(&catalog), settings.packs(), key.clone(), me.username, bot_url);
        settings.decide(&mut policy);
        policy.templates = shared::config::templates(settings.templates_file.as_deref())?;
        warn_of_no_operator(&policy);
        let operator_menus = operator_menus(&telegram, &reader, &policy);
        let public = settings.webhook_url.clone();
        let queue_open = Arc::new(AtomicBool::new(true));
        let outside = Outside {
            telegram: telegram.clone(),
            publisher,
            clock: Arc::clone(&clock),
            reader: reader.clone(),
            copies: copies.clone(),
            // `BOT_URL` is for workers and may be a private address.
            links: public.clone().map(|base| VideoLinks { base, key: key.clone() }),
            queue_open: Arc::clone(&queue_open),
            reconcile_every: settings.reconcile_every(),
            kie_api_url: settings.kie_api_url.clone(),
        };
        let limits = Limits::new(settings.telegram_messages_per_second, settings.broadcast_rate());
        let outbound = Outbound::new(telegram.clone(), Arc::clone(&clock), limits);
        let (sink, handlers) = effects::channels(outside, outbound);
        let config = WriterConfig {
            clock: Arc::clone(&clock),
            policy: Arc::new(policy),
            queue_open,
            effects: Box::new(move |effects| effects.into_iter().for_each(|effect| sink.take(effect))),
        };
        let writer_stop = CancellationToken::new();
        let (writer, thread) = Writer::start(store, config, writer_stop.clone()).context("starting the writer")?;

        let images = images::router(telegram.clone(), Arc::new(reader.clone()), key.clone(), Arc::clone(&clock));
        let mut routes = images.merge(videos::router(copies.clone(), key.clone()));
        let connection = Connection::new(Arc::clone(&clock));
        let way = way(public.as_ref());
        if let Way::Webhook { secret, .. } = &way {
            let posts = webhook::router(secret.clone(), Arc::new(writer.clone()), Arc::clone(&connection));
            routes = routes.merge(posts);
        }
        Ok(Self {
            telegram,
            writer,
            thread,
            writer_stop,
            handlers,
            results,
            results_at_once: settings.prefetch,
            routes,
            way,
            connection,
            reader,
            clock,
            copies,
            told,
            operator_menus,
        })
    }

    /// Adds what the bot itself needs to what is checked: its database, by a commit, and that Telegram's updates arrive.
    pub fn depends_on(&self, readiness: &Readiness) {
        let (connection, writer) = (Arc::clone(&self.connection), self.writer.clone());
        readiness.depends_on("telegram", move || std::future::ready(connection.check()));
        readiness.depends_on("database", move || {
            let writer = writer.clone();
            async move { writer.submit(Event::Tick).await }
        });
    }

    /// What the bot serves: images for workers, copies of videos, and Telegram's webhook if there is one.
    pub fn router(&self) -> Router {
        self.routes.clone()
    }

    /// Runs until the shutdown, then finishes what was started.
    ///
    /// # Errors
    /// When a loop that should run for ever ended before the shutdown.
    pub async fn run(self, shutdown: CancellationToken) -> anyhow::Result<()> {
        let Self { telegram, writer, thread, writer_stop, handlers, results, results_at_once, .. } = self;
        let Self { way, connection, reader, clock, copies, told, operator_menus, .. } = self;
        let shown = Shown { reserve_bytes: copies.reserve_bytes(), policy: writer.policy() };
        begin(&COUNTERS);
        let tasks = Tasks::new(shutdown);
        let stop = || tasks.shutdown().clone();
        let next_look = writer.next_look();
        let policy = writer.policy();
        let intake: Arc<dyn Intake> = Arc::new(writer);
        // Whatever an earlier process had under way comes first, before anything new.
        let started = intake.submit(Event::Started).await;
        handlers.start(&tasks, &intake, policy);
        tasks.spawn_loop("the intake of results", results::run(results, Arc::clone(&intake), results_at_once, stop()));
        tasks.spawn_loop("the clock", tick(Arc::clone(&intake), Arc::clone(&clock), next_look, stop()));
        tasks.spawn_loop("the statistics", stats::run(reader.clone(), shown, clock, Arc::clone(&intake), stop()));
        tasks.spawn_loop("the cleanup of copies", deliver::cleanup::run(copies, reader, stop()));
        tasks.spawn(introduce(telegram.clone(), told, stop()));
        tasks.spawn_loop("the menus of operators", operator_menus.run(stop()));
        let updates = Updates { telegram, way, connection, intake: Arc::clone(&intake) };
        tasks.spawn_loop("the intake of updates", updates.run(stop()));
        let outcome = tasks.finish(DRAIN).await;
        writer_stop.cancel();
        drop(intake);
        // The thread ends after the event in hand; only a store that does not work keeps it, and then for a moment.
        let joined = tokio::task::spawn_blocking(move || thread.join()).await;
        started.context("the writer did not start")?;
        outcome?;
        joined?.map_err(|_panic| anyhow::anyhow!("the writer panicked"))
    }
}

fn warn_of_no_operator(policy: &Policy) {
    if policy.admins.is_empty() {
        tracing::warn!(
            "no operator is named: nobody reads payment requests and news of trouble; set ADMIN_IDS to your Telegram id"
        );
    }
}

/// Has the core look at what is due: when the writer says so, and now and then in any case.
async fn tick(
    intake: Arc<dyn Intake>,
    clock: Arc<dyn Clock>,
    mut next_look: watch::Receiver<Timestamp>,
    shutdown: CancellationToken,
) -> Result<(), Infallible> {
    while shutdown.run_until_cancelled(until_next_look(&*clock, &mut next_look)).await.is_some() {
        if intake.submit(Event::Tick).await.is_err() {
            break;
        }
    }
    Ok(())
}

async fn until_next_look(clock: &dyn Clock, next_look: &mut watch::Receiver<Timestamp>) {
    let began = Instant::now();
    loop {
        let wait = next_look.borrow_and_update().duration_since(clock.now());
        let due = Instant::now() + Duration::try_from(wait).unwrap_or_default().min(TICK_MAX);
        match timeout_at(due.max(began + TICK_MIN).min(began + TICK_MAX), next_look.changed()).await {
            Ok(Ok(())) => {}
            // Without a writer nothing is due, and the next event says that it is gone.
            Ok(Err(_no_writer)) => return tokio::time::sleep(TICK_MIN).await,
            Err(_elapsed) => return,
        }
    }
}

/// Takes updates in, and watches that they arrive.
struct Updates {
    telegram: Telegram,
    way: Way,
    connection: Arc<Connection>,
    intake: Arc<dyn Intake>,
}

impl Updates {
    /// Sets up how updates come, then takes them: by polling here, or by the webhook's route.
    async fn run(self, shutdown: CancellationToken) -> anyhow::Result<()> {
        let Self { telegram, way, connection, intake } = self;
        let polls = matches!(way, Way::Polling);
        let watch = Watch::new(telegram.clone(), way, Arc::clone(&connection), Pace::default());
        if let Some(done) = shutdown.run_until_cancelled(watch.set_up()).await {
            done?;
        }
        let watching = watch.run(&*intake, &shutdown);
        if !polls {
            watching.await;
            return Ok(());
        }
        tokio::select! {
            polled = polling::run(telegram, Arc::clone(&intake), connection, shutdown.clone()) => Ok(polled?),
            () = watching => Ok(()),
        }
    }
}

/// Has Telegram show the menu and the descriptions. Beside the intake, which must not wait for such a trifle.
async fn introduce(telegram: Telegram, told: PathBuf, shutdown: CancellationToken) {
    let profiles = profiles();
    let published = setup::publish_profiles(&telegram, &profiles, &told);
    if let Some(Err(error)) = shutdown.run_until_cancelled(published).await {
        tracing::error!(error = %chain(&error), "the menu of commands and the descriptions are not up to date");
    }
}

/// What Telegram shows about the bot, in every language that there are words in. English is what all others see.
fn profiles() -> Vec<setup::Profile> {
    let profile = |language: String| {
        let texts = Texts::read_once(&language);
        let commands = texts.menu().into_iter().map(|(name, about)| (name.to_owned(), about)).collect();
        let language = if language == "en" { String::new() } else { language };
        let (description, short_description) = (texts.bot_description(), texts.bot_short_description());
        setup::Profile { language, commands, description, short_description }
    };
    // Telegram knows languages by two letters, and no regions.
    Texts::languages().into_iter().filter(|language| language.len() == 2).map(profile).collect()
}

fn operator_menus(telegram: &Telegram, reader: &Reader, policy: &Policy) -> OperatorMenus {
    OperatorMenus {
        telegram: telegram.clone(),
        reader: reader.clone(),
        roles: policy.roles(),
        menu: menu_of_operator,
        told: reader.folder().join("told_operators.json"),
    }
}

/// What Telegram shows an operator of this role who speaks this language.
fn menu_of_operator(role: Role, language: &str) -> setup::Menu {
    let menu = Texts::for_language(language).menu_of_operator(role);
    menu.into_iter().map(|(name, about)| (name.to_owned(), about)).collect()
}

/// How updates come: to the webhook below this address, or by polling.
fn way(public: Option<&Url>) -> Way {
    public.map_or(Way::Polling, |base| Way::Webhook {
        url: below(base, &webhook::SEGMENTS),
        secret: SigningKey::generate_text(&mut rand::rng()).into(),
    })
}

const fn copy_limits(settings: &Settings) -> CopyLimits {
    CopyLimits {
        bytes_max: settings.videos_megabytes_max.saturating_mul(1 << 20),
        reserve_bytes: settings.disk_reserve_megabytes.saturating_mul(1 << 20),
        keep_for: COPIES_KEPT_FOR,
    }
}
