//! The bot as a process of its own: joined to the workers by RabbitMQ, asked by operators over HTTP, stopped by SIGTERM.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context as _;
use shared::clock::SteadyClock;
use shared::config::{ConfigError, required};
use shared::http;
use shared::ops::commands::DeadLetters;
use shared::queue::Topic;
use shared::runtime::{self, Runtime};
use shared::telemetry::chain;
use url::Url;

use crate::telegram::client::Telegram;
use crate::{Bot, Deps, Settings, commands, store};

/// Runs until SIGTERM or SIGINT. RabbitMQ and Telegram may come up later than the bot.
///
/// # Errors
/// When a setting is missing, the data folder or the address is taken, Telegram does not know the bot, or a loop that
/// should run for ever ended. Each says what to do.
pub async fn run(settings: Settings) -> anyhow::Result<()> {
    let queue = runtime::join_queue("bot", &settings.shown(), settings.rabbitmq_url.as_ref(), settings.prefetch)?;
    let token = required("BOT_TOKEN", "@BotFather gives you one", settings.bot_token.as_ref())?;
    // The folder comes first: a second bot on it is told so before it takes anything.
    let folder = store::lock(&settings.folder()?)?;
    let listener = http::bind(settings.bot_listen, "BOT_LISTEN").await?;
    let bot_url = bot_url(&settings, listener.local_addr()?)?;
    let watched = settings.watched_files();
    let deps = Deps {
        telegram: Telegram::new(token, settings.telegram_api_url.clone())
            .context("the HTTP client for Telegram cannot be made")?,
        store: store::Store::open(folder)?,
        publisher: Arc::new(queue.clone()),
        results: Box::new(queue.consumer(Topic::Results)),
        catalog: settings.catalog()?,
        clock: Arc::new(SteadyClock::new()),
        bot_url,
        settings,
    };

    let work = |runtime: Runtime| {
        runtime.readiness.waits_for("telegram", "it has not said yet who the bot is");
        open_and_run(deps, runtime)
    };
    runtime::run("the bot", listener, queue, watched, work).await
}

/// Looks at the settings as a start does, and touches nothing.
///
/// # Errors
/// When a setting is missing or wrong. Each says what to do.
pub fn check(settings: &Settings) -> anyhow::Result<()> {
    required("BOT_TOKEN", "@BotFather gives you one", settings.bot_token.as_ref())?;
    required("RABBITMQ_URL", "the broker that joins bot and workers", settings.rabbitmq_url.as_ref())?;
    settings.folder()?;
    settings.catalog()?;
    shared::config::templates(settings.templates_file.as_deref())?;
    bot_url(settings, settings.bot_listen)?;
    tracing::info!("the settings of the bot are right");
    Ok(())
}

/// Telegram may be slow to say who the bot is; a signal ends the wait.
async fn open_and_run(deps: Deps, runtime: Runtime) -> anyhow::Result<()> {
    let Runtime { readiness, routes, shutdown } = runtime;
    let Some(opened) = shutdown.run_until_cancelled(Bot::open(deps)).await else {
        return Ok(());
    };
    let bot = opened?;
    bot.depends_on(&readiness);
    routes.open(bot.router());
    bot.run(shutdown).await
}

/// Where workers reach this bot. Listening everywhere says nothing about that, so then it must be set.
fn bot_url(settings: &Settings, address: SocketAddr) -> anyhow::Result<Url> {
    if let Some(url) = &settings.bot_url {
        return Ok(url.clone());
    }
    if address.ip().is_unspecified() {
        let problem = "is not set: say where workers reach this bot, such as http://bot:8080".to_owned();
        return Err(ConfigError::Wrong { name: "BOT_URL", problem }.into());
    }
    format!("http://{address}").parse().context("BOT_LISTEN gives no URL")
}

/// Does what is asked about dead letters: those in the data folder, and those of the queue if its URL is set. What to print.
///
/// # Errors
/// When a store cannot be used, or there is no such letter.
pub async fn dead_letters(command: &DeadLetters, settings: &Settings) -> anyhow::Result<String> {
    let folder = settings.folder()?;
    let Some(url) = &settings.rabbitmq_url else { return commands::dead_letters(command, &folder) };
    let queue = runtime::queue("bot", Some(url), settings.prefetch)?;
    let said = match command {
        DeadLetters::List => {
            let here = commands::dead_letters(command, &folder)?;
            let of_queue = command.of_queue(&queue).await;
            Ok(here + &of_queue.unwrap_or_else(|error| format!("messages of the queue: {}\n", chain(&*error))))
        }
        DeadLetters::Show { name } | DeadLetters::Send { name } | DeadLetters::Drop { name }
            if name.starts_with('m') =>
        {
            command.of_queue(&queue).await
        }
        DeadLetters::Show { .. } | DeadLetters::Send { .. } | DeadLetters::Drop { .. } => {
            commands::dead_letters(command, &folder)
        }
    };
    queue.close().await;
    said
}
