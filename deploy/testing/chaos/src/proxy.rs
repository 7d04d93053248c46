//! A small TCP proxy, put into a connection to make it bad: it cuts what goes through it, delays it, or swallows it while
//! both ends believe that they are connected.
//!
//! It knows nothing of what it carries, but for one thing that a judge must know: how many creates of KIE.ai had been
//! sent and not answered when their connection ended, for whatever reason.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::Context as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

/// How the connections through a proxy fare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// Everything goes through at once.
    Clear,
    /// Everything goes through this much later, piece by piece.
    Slow(Duration),
    /// Nothing goes through, nobody is told. New connections are taken.
    Silent,
    /// What clients send goes through, and the answers do not.
    Unanswered,
}

/// See the module. Ends with this value.
#[derive(Debug)]
pub struct Proxy {
    at: SocketAddr,
    condition: watch::Sender<Condition>,
    /// Counts the cuts.
    cuts: watch::Sender<u64>,
    cut_creates: Arc<AtomicUsize>,
    _serving: JoinSet<()>,
}

/// What every connection knows.
#[derive(Debug, Clone)]
struct Through {
    target: SocketAddr,
    condition: watch::Receiver<Condition>,
    cuts: watch::Receiver<u64>,
    cut_creates: Arc<AtomicUsize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    ToTarget,
    ToClient,
}

impl Proxy {
    /// Takes connections on a free port and passes them on to `target`, which may come and go.
    ///
    /// # Errors
    /// When there is no free port.
    pub async fn start(target: SocketAddr) -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.context("no port for a proxy")?;
        let at = listener.local_addr()?;
        let (condition, cuts) = (watch::Sender::new(Condition::Clear), watch::Sender::new(0));
        let cut_creates = Arc::new(AtomicUsize::new(0));
        let through = Through {
            target,
            condition: condition.subscribe(),
            cuts: cuts.subscribe(),
            cut_creates: Arc::clone(&cut_creates),
        };
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            let mut connections = JoinSet::new();
            loop {
                tokio::select! {
                    Ok((client, _)) = listener.accept() => drop(connections.spawn(through.clone().carry(client))),
                    Some(_) = connections.join_next() => {}
                }
            }
        });
        Ok(Self { at, condition, cuts, cut_creates, _serving: serving })
    }

    /// Where it takes connections.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.at
    }

    /// Changes how connections fare from now on.
    pub fn set(&self, condition: Condition) {
        self.condition.send_replace(condition);
    }

    /// Cuts every connection, with all that is under way in it.
    pub fn cut(&self) {
        self.cuts.send_modify(|cuts| *cuts += 1);
    }

    /// Creates of KIE.ai that had been sent, and whose connection ended before the answer.
    #[must_use]
    pub fn cut_creates(&self) -> usize {
        self.cut_creates.load(Ordering::SeqCst)
    }
}

impl Through {
    /// Carries one connection until either end, or a cut, ends it.
    async fn carry(mut self, client: TcpStream) {
        self.cuts.mark_unchanged();
        // Who is refused behind the proxy sees a connection that ends at once.
        let Ok(server) = TcpStream::connect(self.target).await else { return };
        let awaited = AtomicBool::new(false);
        let ((from_client, to_client), (from_server, to_server)) = (client.into_split(), server.into_split());
        let mut cuts = self.cuts.clone();
        tokio::select! {
            () = self.pump(from_client, to_server, Direction::ToTarget, &awaited) => {}
            () = self.pump(from_server, to_client, Direction::ToClient, &awaited) => {}
            _ = cuts.changed() => {}
        }
        if awaited.load(Ordering::SeqCst) {
            self.cut_creates.fetch_add(1, Ordering::SeqCst);
        }
    }

    async fn pump(&self, mut from: OwnedReadHalf, mut to: OwnedWriteHalf, direction: Direction, awaited: &AtomicBool) {
        let mut condition = self.condition.clone();
        let mut piece = vec![0; 16 * 1024];
        while let Ok(length @ 1..) = from.read(&mut piece).await {
            let Some(piece) = piece.get(..length) else { return };
            if direction == Direction::ToTarget && is_create(piece) {
                awaited.store(true, Ordering::SeqCst);
            }
            let now = *condition.borrow_and_update();
            match (now, direction) {
                (Condition::Slow(delay), _) => tokio::time::sleep(delay).await,
                // Whoever swallows once loses the thread: the rest can only be swallowed, too, until somebody hangs up.
                (Condition::Silent, _) | (Condition::Unanswered, Direction::ToClient) => return swallow(from).await,
                (Condition::Clear, _) | (Condition::Unanswered, Direction::ToTarget) => {}
            }
            if to.write_all(piece).await.is_err() {
                return;
            }
            if direction == Direction::ToClient {
                awaited.store(false, Ordering::SeqCst);
            }
        }
    }
}

/// Reads until the end, and passes nothing on.
async fn swallow(mut from: OwnedReadHalf) {
    let mut piece = vec![0; 16 * 1024];
    while let Ok(1..) = from.read(&mut piece).await {}
}

/// Whether a request for a new task begins here.
fn is_create(piece: &[u8]) -> bool {
    ["POST /api/v1/veo/generate", "POST /api/v1/jobs/createTask"].iter().any(|head| piece.starts_with(head.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOON: Duration = Duration::from_secs(20);

    /// A server that says everything back.
    async fn echo() -> (SocketAddr, JoinSet<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((mut stream, _)) = listener.accept().await {
                connections.spawn(async move {
                    let (mut from, mut to) = stream.split();
                    tokio::io::copy(&mut from, &mut to).await.ok();
                });
            }
        });
        (at, serving)
    }

    async fn says(stream: &mut TcpStream, words: &str) -> Option<String> {
        stream.write_all(words.as_bytes()).await.unwrap();
        let mut back = vec![0; words.len()];
        let read = tokio::time::timeout(Duration::from_millis(300), stream.read_exact(&mut back)).await;
        read.ok()?.ok()?;
        Some(String::from_utf8(back).unwrap())
    }

    #[tokio::test]
    async fn what_is_sent_comes_through_until_it_is_cut_or_swallowed() {
        let (server, _serving) = echo().await;
        let proxy = Proxy::start(server).await.unwrap();
        let mut stream = TcpStream::connect(proxy.address()).await.unwrap();
        assert_eq!(says(&mut stream, "hello").await.as_deref(), Some("hello"));
        proxy.set(Condition::Silent);
        assert_eq!(says(&mut stream, "anybody?").await, None);
        proxy.set(Condition::Clear);
        assert_eq!(says(&mut stream, "still?").await, None, "a connection that lost something stays silent");
        proxy.cut();
        assert_eq!(tokio::time::timeout(SOON, stream.read(&mut [0; 9])).await.unwrap().unwrap_or(0), 0);
        let mut again = TcpStream::connect(proxy.address()).await.unwrap();
        assert_eq!(says(&mut again, "hello").await.as_deref(), Some("hello"));
        assert_eq!(proxy.cut_creates(), 0);
    }

    #[tokio::test]
    async fn a_create_that_is_cut_before_its_answer_is_counted() {
        let (server, _serving) = echo().await;
        let proxy = Proxy::start(server).await.unwrap();
        let create = "POST /api/v1/jobs/createTask HTTP/1.1";
        let mut answered = TcpStream::connect(proxy.address()).await.unwrap();
        assert_eq!(says(&mut answered, create).await.as_deref(), Some(create));
        proxy.set(Condition::Unanswered);
        let mut unanswered = TcpStream::connect(proxy.address()).await.unwrap();
        assert_eq!(says(&mut unanswered, create).await, None);
        proxy.cut();
        assert_eq!(tokio::time::timeout(SOON, unanswered.read(&mut [0; 9])).await.unwrap().unwrap_or(0), 0);
        tokio::time::timeout(SOON, async {
            while proxy.cut_creates() == 0 {
                tokio::task::yield_now().await;
            }
        })
        .await
        .unwrap();
        assert_eq!(proxy.cut_creates(), 1);
    }
}
