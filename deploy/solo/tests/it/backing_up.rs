//! Copies of both stores, and everything lost but for them.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use anyhow::ensure;
use solo::backup::{Store, back_up, restore};
use solo::driver::{Order, until};
use tempfile::TempDir;

use testkit::{PATIENCE, Solo};

const VEO: &str = "Veo 3.1 Fast";

fn backups_failed(system: &Solo) -> bool {
    system.bot_folder().join(bot::stats::BACKUP_FAILED).exists()
}

#[tokio::test]
async fn what_is_lost_comes_back_from_a_copy_and_nothing_is_bought_twice() -> anyhow::Result<()> {
    let copies = TempDir::new()?;
    let mut system = Solo::builder().with_services_beside().start().await?;
    let mut ann = system.customer("Ann").await?;
    ann.orders(Order::from_words(VEO, "before the copy")).await?;
    ann.sees_video("before the copy").await?;
    system.world().kie_fault_for("slow", 4).await?;
    ann.orders(Order::from_words(VEO, "under way")).await?;
    until("KIE.ai to have it", PATIENCE, async || {
        Ok((system.count("SELECT count(*) FROM jobs WHERE progress = 'submitted'")? == 1).then_some(()))
    })
    .await?;

    let copy = back_up(&system.settings()?, copies.path())?;
    for file in std::fs::read_dir(&copy)? {
        let file = file?;
        ensure!(file.metadata()?.permissions().mode() & 0o777 == 0o600, "others may read {:?}", file.file_name());
    }
    ensure!(system.bot_folder().join(bot::stats::BACKUP_DONE).exists(), "the bot does not hear of it");

    system.stop().await?;
    std::fs::remove_dir_all(system.bot_folder())?;
    restore(&system.settings()?, &copy, None).await?;
    system.start_again().await?;
    ann.sees_video("under way").await?;
    ann.orders(Order::from_words(VEO, "after the restore")).await?;
    ann.sees_video("after the restore").await?;
    assert_eq!(ann.balance().await?, 2);
    assert_eq!(system.world().kie_tasks().await?.len(), 3);
    system.finish([ann]).await
}

#[tokio::test]
async fn a_lost_job_store_alone_is_put_back_without_the_books() -> anyhow::Result<()> {
    let copies = TempDir::new()?;
    let mut system = Solo::builder().with_services_beside().start().await?;
    let copy = back_up(&system.settings()?, copies.path())?;
    let mut ann = system.customer("Ann").await?;
    ann.orders(Order::from_words(VEO, "after the copy")).await?;
    ann.sees_video("after the copy").await?;
    system.stop().await?;
    restore(&system.settings()?, &copy, Some(Store::Jobs)).await?;
    system.start_again().await?;
    assert_eq!(ann.balance().await?, 4);
    ann.orders(Order::from_words(VEO, "in the new epoch")).await?;
    ann.sees_video("in the new epoch").await?;
    system.finish([ann]).await
}

#[tokio::test]
async fn nothing_is_replaced_beside_a_running_system_or_by_half_a_copy() -> anyhow::Result<()> {
    let copies = TempDir::new()?;
    let mut system = Solo::builder().with_services_beside().start().await?;
    let copy = back_up(&system.settings()?, copies.path())?;
    let refused = restore(&system.settings()?, &copy, None).await;
    ensure!(format!("{refused:?}").contains("is in use by"), "{refused:?}");
    system.stop().await?;
    let jobs = copy.join("jobs.db");
    let whole = std::fs::read(&jobs)?;
    std::fs::write(&jobs, &whole[..whole.len() / 2])?;
    let before = std::fs::read(system.bot_folder().join("bot.db"))?;
    let refused = restore(&system.settings()?, &copy, None).await;
    ensure!(refused.is_err(), "half a copy was put back");
    ensure!(std::fs::read(system.bot_folder().join("bot.db"))? == before, "something was replaced");
    system.start_again().await?;
    system.finish([]).await
}

#[tokio::test]
async fn a_store_that_cannot_be_copied_keeps_no_other_from_it() -> anyhow::Result<()> {
    let copies = TempDir::new()?;
    let mut system = Solo::builder().with_services_beside().start().await?;
    system.stop().await?;
    let jobs = system.bot_folder().join("jobs.db");
    let kept = std::fs::read(&jobs)?;
    std::fs::write(&jobs, "this is no database, and long enough for its head to be read as one")?;
    let failed = back_up(&system.settings()?, copies.path());
    ensure!(format!("{failed:?}").contains("the job store was not copied"), "{failed:?}");
    ensure!(backups_failed(&system), "the bot does not hear of it");
    let unfinished = std::fs::read_dir(copies.path())?.next().unwrap()?.path();
    ensure!(unfinished.extension() == Some("new".as_ref()), "it looks like a whole copy: {unfinished:?}");
    ensure!(Path::new(&unfinished).join("bot.db").exists(), "the bot's database was not copied");
    std::fs::write(&jobs, kept)?;
    back_up(&system.settings()?, &copies.path().join("again"))?;
    ensure!(!backups_failed(&system), "the bot still believes that it failed");
    system.start_again().await?;
    system.finish([]).await
}
