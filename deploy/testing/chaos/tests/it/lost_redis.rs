//! The job store is lost or put back to an old copy: what was ordered at KIE.ai is not ordered again.

use anyhow::ensure;
use solo::driver::{Order, until};

use crate::stage::{PATIENCE, Stage};

#[tokio::test]
async fn after_a_flush_workers_start_anew_and_order_nothing_twice() -> anyhow::Result<()> {
    let mut stage = Stage::start(2).await?;
    let mut ann = stage.customer("Ann").await?;
    stage.world().kie_fault_for("slow", 4).await?;
    ann.orders(Order::from_words("Veo 3 Fast", "before")).await?;
    stage.bot_has(1, "submitted").await?;
    stage.redis.command("FLUSHALL").await?;
    for worker in &mut stage.workers {
        let ended = until("the worker to end", PATIENCE, async || worker.ended()).await?;
        ensure!(!ended.success(), "it ended as if all were well");
        ensure!(worker.said()?.contains("epoch"), "it does not say why: {}", worker.said()?);
        worker.start_again()?;
    }
    ann.sees_video("before").await?;
    ann.orders(Order::from_words("Kling v2.1", "after")).await?;
    ann.sees_video("after").await?;
    stage.finish(2).await
}

#[tokio::test]
async fn after_a_restore_with_a_new_epoch_nothing_is_ordered_twice() -> anyhow::Result<()> {
    let mut stage = Stage::start(2).await?;
    let mut ann = stage.customer("Ann").await?;
    ann.orders(Order::from_words("Kling v2.1", "in the copy")).await?;
    ann.sees_video("in the copy").await?;
    stage.workers.iter_mut().try_for_each(|worker| worker.stop().map(drop))?;
    let copy = stage.redis.copy_data()?;
    stage.workers.iter_mut().try_for_each(|worker| worker.start_again())?;
    stage.world().kie_fault_for("slow", 4).await?;
    ann.orders(Order::from_words("Veo 3 Fast", "not in the copy")).await?;
    stage.bot_has(1, "submitted").await?;

    stage.workers.iter_mut().try_for_each(|worker| worker.stop().map(drop))?;
    stage.redis.restore(&copy).await?;
    let renewed = stage.worker_command(&["new-epoch"])?;
    ensure!(renewed.status.success(), "{}", String::from_utf8_lossy(&renewed.stderr));
    stage.workers.iter_mut().try_for_each(|worker| worker.start_again())?;
    ann.sees_video("not in the copy").await?;
    stage.finish(2).await
}
