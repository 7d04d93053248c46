//! The job store is lost or put back to an old copy: what was ordered at KIE.ai is not ordered again.

use anyhow::ensure;
use solo::driver::{Order, until};

use testkit::{Deployment, PATIENCE};

#[tokio::test]
async fn after_a_flush_workers_start_anew_and_order_nothing_twice() -> anyhow::Result<()> {
    let mut deployment = Deployment::start(2).await?;
    let mut ann = deployment.customer("Ann").await?;
    deployment.world().kie_fault_for("slow", 4).await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "before")).await?;
    deployment.until_jobs(1, "submitted").await?;
    deployment.servers()?.redis.command("FLUSHALL").await?;
    for worker in &mut deployment.workers {
        let ended = until("the worker to end", PATIENCE, async || worker.ended()).await?;
        ensure!(!ended.success(), "it ended as if all were well");
        ensure!(worker.said()?.contains("epoch"), "it does not say why: {}", worker.said()?);
        worker.start_again()?;
    }
    ann.sees_video("before").await?;
    ann.orders(Order::from_words("Kling v2.1", "after")).await?;
    ann.sees_video("after").await?;
    deployment.finish(2).await
}

#[tokio::test]
async fn after_a_restore_with_a_new_epoch_nothing_is_ordered_twice() -> anyhow::Result<()> {
    let mut deployment = Deployment::start(2).await?;
    let mut ann = deployment.customer("Ann").await?;
    ann.orders(Order::from_words("Kling v2.1", "in the copy")).await?;
    ann.sees_video("in the copy").await?;
    deployment.workers.iter_mut().try_for_each(|worker| worker.stop().map(drop))?;
    let copy = deployment.servers()?.redis.copy_data()?;
    deployment.workers.iter_mut().try_for_each(|worker| worker.start_again())?;
    deployment.world().kie_fault_for("slow", 4).await?;
    ann.orders(Order::from_words("Veo 3.1 Fast", "not in the copy")).await?;
    deployment.until_jobs(1, "submitted").await?;

    deployment.workers.iter_mut().try_for_each(|worker| worker.stop().map(drop))?;
    deployment.servers()?.redis.restore(&copy).await?;
    let renewed = deployment.worker_command(&["new-epoch"])?;
    ensure!(renewed.status.success(), "{}", String::from_utf8_lossy(&renewed.stderr));
    deployment.workers.iter_mut().try_for_each(|worker| worker.start_again())?;
    ann.sees_video("not in the copy").await?;
    deployment.finish(2).await
}
