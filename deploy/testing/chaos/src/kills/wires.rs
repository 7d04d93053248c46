//! The connections of the system, each through a proxy, and the troubles that they are made to have: while processes are
//! killed, one connection after the other is cut, slow, silent, or brings no answers.

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

use super::notes::Notes;
use crate::disturbances::{Act, Who};
use crate::proxy::{Proxy, Weather};

/// The pause between two troubles, in milliseconds.
const PAUSE_MS: std::ops::Range<u64> = 1_000..6_000;

/// How long a trouble lasts, in milliseconds.
const TROUBLE_MS: std::ops::Range<u64> = 1_000..12_000;

/// The same for the connection to KIE.ai: what is sent there and not answered can only be given up, and a trial in which
/// half of the orders are given up tries little.
const KIE_TROUBLE_MS: std::ops::Range<u64> = 300..1_500;

/// How much later things arrive through a slow connection, in milliseconds.
const DELAY_MS: std::ops::Range<u64> = 20..1_500;

/// A connection, or all between the same two parts.
#[derive(Debug, Clone)]
pub(super) struct Wire {
    who: Who,
    proxy: Arc<Proxy>,
}

/// Has the wires be in trouble until it is stopped.
#[derive(Debug)]
pub(super) struct Troubles(JoinSet<()>);

impl Wire {
    /// A wire to whoever listens there.
    pub(super) async fn to(who: Who, target: SocketAddr) -> anyhow::Result<Self> {
        Ok(Self { who, proxy: Arc::new(Proxy::start(target).await?) })
    }

    /// A wire to a server, and the URL by which clients reach it through the wire.
    pub(super) async fn to_server(who: Who, url: &str) -> anyhow::Result<(Self, String)> {
        let mut url: Url = url.parse()?;
        let (host, port) = url.host_str().zip(url.port()).context("a server without an address")?;
        let wire = Self::to(who, format!("{host}:{port}").parse()?).await?;
        let changed = url.set_port(Some(wire.address().port()));
        changed.map_err(|()| anyhow::anyhow!("a server without a port"))?;
        Ok((wire, url.to_string()))
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.proxy.address()
    }

    /// Creates of KIE.ai whose connection ended before the answer.
    pub(super) fn cut_creates(&self) -> usize {
        self.proxy.cut_creates()
    }

    async fn is_in_trouble(&self, random: &mut StdRng, notes: &Notes, stop: &CancellationToken) {
        let lasts = if self.who == Who::KieWire { KIE_TROUBLE_MS } else { TROUBLE_MS };
        let lasts = Duration::from_millis(random.random_range(lasts));
        let delay = Duration::from_millis(random.random_range(DELAY_MS));
        let (kind, weather) = match random.random_range(0..5) {
            0 | 1 => {
                notes.note(Act::Kill, self.who, "cut");
                return self.proxy.cut();
            }
            2 => ("slow", Weather::Slow(delay)),
            3 => ("silent", Weather::Silent),
            _ => ("without answers", Weather::Unanswered),
        };
        notes.note(Act::Stop, self.who, kind);
        self.proxy.set(weather);
        stop.run_until_cancelled(tokio::time::sleep(lasts)).await;
        self.proxy.set(Weather::Clear);
        if kind == "slow" {
            // What is on its way arrives yet.
            tokio::time::sleep(delay).await;
        } else {
            self.proxy.cut();
        }
        notes.note(Act::Start, self.who, kind);
    }
}

impl Troubles {
    pub(super) fn start(wires: Vec<Wire>, random: &mut StdRng, notes: &Notes, stop: &CancellationToken) -> Self {
        let mut running = JoinSet::new();
        let (mut random, notes, stop) = (StdRng::seed_from_u64(random.random()), notes.clone(), stop.clone());
        running.spawn(async move {
            loop {
                let pause = Duration::from_millis(random.random_range(PAUSE_MS));
                if stop.run_until_cancelled(tokio::time::sleep(pause)).await.is_none() {
                    return;
                }
                if let Some(wire) = wires.choose(&mut random) {
                    wire.is_in_trouble(&mut random, &notes, &stop).await;
                }
            }
        });
        Self(running)
    }

    /// Waits until all wires are well.
    pub(super) async fn finish(mut self) -> anyhow::Result<()> {
        while let Some(ended) = self.0.join_next().await {
            ended.context("the troubles of the wires ended badly")?;
        }
        Ok(())
    }
}
