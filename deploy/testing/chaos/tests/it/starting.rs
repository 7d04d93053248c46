//! What each program says when it cannot start.

use anyhow::ensure;
use test_servers::rabbitmq::RabbitMq;
use test_servers::redis::Redis;

use testkit::{Deployment, Servers};

#[tokio::test]
async fn a_second_bot_on_the_same_data_is_refused() -> anyhow::Result<()> {
    let deployment = Deployment::start(1).await?;
    deployment.customer("Ann").await?;
    let second = deployment.bot_command(&[])?;
    let said = String::from_utf8_lossy(&second.stderr);
    ensure!(second.status.code() == Some(1), "it ended with {}: {said}", second.status);
    ensure!(said.contains("is in use by process") && said.contains("stop that process, or set DATA_DIR"), "{said}");
    deployment.finish(0).await
}

#[tokio::test]
async fn a_redis_that_may_forget_is_refused_with_what_to_change() -> anyhow::Result<()> {
    let redis = Redis::start_with(&[("appendonly", "no"), ("maxmemory-policy", "allkeys-lru")]).await?;
    let deployment = Deployment::start_with(Servers { rabbitmq: RabbitMq::reserve()?, redis }, 1).await?;
    let refused = deployment.worker_command(&["new-epoch"])?;
    let said = String::from_utf8_lossy(&refused.stderr);
    ensure!(refused.status.code() == Some(1), "it ended with {}: {said}", refused.status);
    for words in ["appendonly", "maxmemory-policy", "noeviction"] {
        ensure!(said.contains(words), "{words} is not in: {said}");
    }
    Ok(())
}
