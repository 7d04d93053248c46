//! The connections of the system, each through a proxy. While processes are killed, one connection after the other is cut,
//! slow, silent, or brings no answers.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{Rng as _, SeedableRng as _};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::log::Log;
use crate::disturbances::{Act, Who};
use crate::proxy::{Condition, Proxy};

/// The pause between two faults, in milliseconds.
const PAUSE_MS: std::ops::Range<u64> = 1_000..6_000;

/// How long a fault lasts, in milliseconds.
const FAULT_MS: std::ops::Range<u64> = 1_000..12_000;

/// The same for the connection to KIE.ai: what is sent there and not answered can only be given up, and a run in which
/// half of the orders are given up proves little.
const KIE_FAULT_MS: std::ops::Range<u64> = 300..1_500;

/// How much later things arrive through a slow connection, in milliseconds.
const DELAY_MS: std::ops::Range<u64> = 20..1_500;

/// A connection, or all between the same two parts.
#[derive(Debug, Clone)]
pub(super) struct Connection {
    who: Who,
    proxy: Arc<Proxy>,
}

/// Makes one connection after the other bad, until it is stopped.
#[derive(Debug)]
pub(super) struct ConnectionFaults(JoinSet<()>);

impl Connection {
    /// A connection to whoever listens there.
    pub(super) async fn to(who: Who, target: SocketAddr) -> anyhow::Result<Self> {
        Ok(Self { who, proxy: Arc::new(Proxy::start(target).await?) })
    }

    /// A connection to a server, and the URL by which clients reach it through the connection.
    pub(super) async fn to_server(who: Who, url: &str) -> anyhow::Result<(Self, String)> {
        let mut url: Url = url.parse()?;
        let (host, port) = url.host_str().zip(url.port()).context("a server without an address")?;
        let connection = Self::to(who, format!("{host}:{port}").parse()?).await?;
        let changed = url.set_port(Some(connection.address().port()));
        changed.map_err(|()| anyhow::anyhow!("a server without a port"))?;
        Ok((connection, url.to_string()))
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.proxy.address()
    }

    /// Creates of KIE.ai whose connection ended before the answer.
    pub(super) fn cut_creates(&self) -> usize {
        self.proxy.cut_creates()
    }

    async fn suffer_fault(&self, random: &mut StdRng, log: &Log, stop: &CancellationToken) {
        let lasts = if self.who == Who::KieConnection { KIE_FAULT_MS } else { FAULT_MS };
        let lasts = Duration::from_millis(random.random_range(lasts));
        let delay = Duration::from_millis(random.random_range(DELAY_MS));
        let (kind, condition) = match random.random_range(0..5) {
            0 | 1 => {
                log.note(Act::Kill, self.who, "cut");
                return self.proxy.cut();
            }
            2 => ("slow", Condition::Slow(delay)),
            3 => ("silent", Condition::Silent),
            _ => ("without answers", Condition::Unanswered),
        };
        log.note(Act::Stop, self.who, kind);
        self.proxy.set(condition);
        stop.run_until_cancelled(tokio::time::sleep(lasts)).await;
        self.proxy.set(Condition::Clear);
        if kind == "slow" {
            // What is on its way arrives yet.
            tokio::time::sleep(delay).await;
        } else {
            self.proxy.cut();
        }
        log.note(Act::Start, self.who, kind);
    }
}

impl ConnectionFaults {
    pub(super) fn start(
        connections: Vec<Connection>,
        random: &mut StdRng,
        log: &Log,
        stop: &CancellationToken,
    ) -> Self {
        let mut running = JoinSet::new();
        let (mut random, log, stop) = (StdRng::seed_from_u64(random.random()), log.clone(), stop.clone());
        running.spawn(async move {
            loop {
                let pause = Duration::from_millis(random.random_range(PAUSE_MS));
                if stop.run_until_cancelled(tokio::time::sleep(pause)).await.is_none() {
                    return;
                }
                if let Some(connection) = connections.choose(&mut random) {
                    connection.suffer_fault(&mut random, &log, &stop).await;
                }
            }
        });
        Self(running)
    }

    /// Waits until all connections are good again.
    pub(super) async fn finish(mut self) -> anyhow::Result<()> {
        while let Some(ended) = self.0.join_next().await {
            ended.context("the task that makes connections bad has failed")?;
        }
        Ok(())
    }
}
