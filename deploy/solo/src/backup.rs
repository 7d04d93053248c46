//! `solo backup` and `solo restore`: what `deploy/backup.sh` and `deploy/restore.sh` are for docker compose.
//!
//! A copy is a folder with a file for each store, which only this user may read: `bot.db`, and the job store by its own name.
//! What a restore replaces is kept beside it by the name `replaced-…` until the next time.

use std::fs::{self, DirBuilder, OpenOptions};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use bot::stats::{BACKUP_DONE, BACKUP_FAILED};
use bot::store::{self, copies};
use clap::ValueEnum;
use rusqlite::{Connection, OpenFlags};
use worker::job_store::sqlite::{self, SqliteJobStore};
use worker::job_store::{JobStore as _, fresh_epoch};

use crate::Settings;

const BOT: &str = "bot.db";

/// A store of this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Store {
    /// The bot's: people, money, orders.
    Bot,
    /// The worker's: what was submitted to KIE.ai.
    Jobs,
}

impl Store {
    const fn file(self, settings: &Settings) -> &'static str {
        match self {
            Self::Bot => BOT,
            Self::Jobs => settings.job_store_file(),
        }
    }
}

/// Copies both stores into a new folder within `into`, whether or not Starreel runs. Says which folder that is. The bot
/// shows when everything was copied last, and whether something was not since.
///
/// # Errors
/// When a store was not copied; the other one is, into a folder that ends in `.new`.
pub fn back_up(settings: &Settings, into: &Path) -> anyhow::Result<PathBuf> {
    let data = settings.bot_folder()?;
    ensure!(data.join(BOT).exists(), "there is no database in {}: check DATA_DIR and BOT_TOKEN", data.display());
    let now = jiff::Timestamp::now();
    let copy = into.join(format!("starreel-{}", now.strftime("%Y%m%dT%H%M%SZ")));
    let unfinished = copy.with_extension("new");
    let private = |path: &Path| DirBuilder::new().recursive(true).mode(0o700).create(path);
    private(&unfinished).with_context(|| format!("{} cannot be made", unfinished.display()))?;
    // First the bot: a job store that is a little newer knows every order of it.
    let bot = copies::copy(&data, &unfinished.join(BOT)).context("the bot's database was not copied");
    let jobs = Store::Jobs.file(settings);
    let jobs = sqlite::copy(&data.join(jobs), &unfinished.join(jobs)).context("the job store was not copied");
    let outcome = bot.and(jobs).and_then(|()| Ok(fs::rename(&unfinished, &copy)?));
    match &outcome {
        Ok(()) => {
            let done = OpenOptions::new().create(true).truncate(true).write(true).open(data.join(BACKUP_DONE))?;
            done.set_modified(now.into())?;
            if data.join(BACKUP_FAILED).exists() {
                fs::remove_file(data.join(BACKUP_FAILED))?;
            }
        }
        Err(_) => fs::write(data.join(BACKUP_FAILED), "")?,
    }
    outcome.map(|()| copy)
}

/// Puts the copy in the folder `copy` back, of both stores or of one, while Starreel does not run. The bot asks the workers
/// before it buys what waited in its copy, and the job store begins a new epoch, so that nothing is bought twice.
///
/// # Errors
/// When Starreel runs, the copy is not whole, or the books of the restored database are wrong.
pub async fn restore(settings: &Settings, copy: &Path, only: Option<Store>) -> anyhow::Result<()> {
    let data = settings.bot_folder()?;
    let wanted = |store| only.is_none_or(|only| only == store);
    let stores: Vec<Store> = [Store::Bot, Store::Jobs].into_iter().filter(|store| wanted(*store)).collect();
    for store in &stores {
        check_whole(&copy.join(store.file(settings)))?;
    }
    let lock = store::lock(&data)?;
    for store in stores {
        let file = store.file(settings);
        put_back(&copy.join(file), &data, file).with_context(|| format!("{file} cannot be put back"))?;
        match store {
            Store::Bot => copies::mark_put_back(&lock)?,
            Store::Jobs => {
                SqliteJobStore::open(&data.join(file))?.renew(fresh_epoch()).await?;
            }
        }
    }
    let audit = store::read_only(&data)?.audit().await.context("the database cannot be read")?;
    let broken: Vec<_> = audit.broken().map(|(name, found)| format!("{name}: {found}")).collect();
    ensure!(broken.is_empty(), "the copy is back, but its books are wrong: {}", broken.join(", "));
    Ok(())
}

/// A copy that is cut off or damaged must not replace anything.
fn check_whole(file: &Path) -> anyhow::Result<()> {
    let verdict = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .and_then(|copy| copy.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0)));
    let verdict = verdict.with_context(|| format!("{} is no whole copy", file.display()))?;
    ensure!(verdict == "ok", "{} is damaged: {verdict}", file.display());
    Ok(())
}

fn put_back(copy: &Path, data: &Path, file: &str) -> anyhow::Result<()> {
    let new = data.join("new.db");
    let mut to = OpenOptions::new().create(true).truncate(true).write(true).mode(0o600).open(&new)?;
    std::io::copy(&mut fs::File::open(copy)?, &mut to)?;
    to.sync_all()?;
    for rest in ["", "-wal", "-shm"] {
        let (there, aside) = (data.join(format!("{file}{rest}")), data.join(format!("replaced-{file}{rest}")));
        if there.exists() {
            fs::rename(there, aside)?;
        } else if aside.exists() {
            fs::remove_file(aside)?;
        }
    }
    Ok(fs::rename(&new, data.join(file))?)
}
