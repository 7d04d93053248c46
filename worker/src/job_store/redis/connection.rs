//! The connection to Redis: one, shared by all calls, made again by itself when it breaks. A command is never repeated
//! here: whoever needs that repeats the step with the same token.
//!
//! Redis is trusted for a minute after its settings were checked, and no longer when a call has failed: it may have
//! been started anew with others. Known gap: a call that waits for the new connection when another one fails is not
//! held up for the check.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{Client, ErrorKind, RedisError, RedisResult, ScriptInvocation, ServerErrorKind, Value};
use secrecy::{ExposeSecret as _, SecretString};

use super::safety::{self, Unsafe};
use crate::job_store::StoreError;

/// A script takes a millisecond and a synced write some; a disk that is busy may take much longer. Together with the
/// tries of a save after a submission it is less than the submission's lease.
const ANSWER_WITHIN: Duration = Duration::from_secs(3);
const CONNECT_WITHIN: Duration = Duration::from_secs(3);
const TRUSTED_FOR: Duration = Duration::from_secs(60);
/// What the prelude of the scripts answers to a worker of another epoch.
const REPLACED: &str = "REPLACED";

/// Why Redis cannot be used. Never shows the password.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Not there, still reading its data, or too slow: wait and try again.
    #[error("Redis at REDIS_URL does not answer yet")]
    NotReachable(#[source] RedisError),
    /// Not understood. What is wrong with it is not said, because it may be the password.
    #[error(
        "REDIS_URL cannot be used: it should be like redis://127.0.0.1:6379, or redis://user:password@host:6379/0 with \
         special characters of the password percent-encoded, or begin with rediss:// for TLS"
    )]
    BadUrl,
    /// The user or password is wrong, or missing.
    #[error("Redis refuses the user or password of REDIS_URL")]
    Credentials(#[source] RedisError),
    /// The user may not do what a job store does.
    #[error("Redis does not let this user run scripts, or read its settings with CONFIG GET and ROLE")]
    NotPermitted(#[source] RedisError),
    /// It does not know scripts that say what they may do.
    #[error("this Redis has version {0}; a job store needs Redis 7 or newer")]
    TooOld(String),
    /// It would lose what it has acknowledged.
    #[error(transparent)]
    Unsafe(#[from] Unsafe),
}

/// See the module.
#[derive(Debug)]
pub(super) struct Connection {
    manager: ConnectionManager,
    checked_at: Mutex<Option<Instant>>,
}

impl Connection {
    /// Connects and checks the settings.
    pub(super) async fn open(url: &SecretString) -> Result<Self, OpenError> {
        let client = Client::open(url.expose_secret()).map_err(|_error| OpenError::BadUrl)?;
        let config = ConnectionManagerConfig::new()
            .set_response_timeout(Some(ANSWER_WITHIN))
            .set_connection_timeout(Some(CONNECT_WITHIN))
            // Whoever calls has pauses of its own.
            .set_number_of_retries(0);
        let manager = ConnectionManager::new_with_config(client, config).await?;
        let connection = Self { manager, checked_at: Mutex::new(None) };
        connection.check().await?;
        Ok(connection)
    }

    /// Runs a script once.
    pub(super) async fn invoke(&self, script: &ScriptInvocation<'_>) -> Result<Value, StoreError> {
        if !self.is_trusted() {
            self.check().await.map_err(StoreError::failed)?;
        }
        let answer: RedisResult<Value> = script.invoke_async(&mut self.manager.clone()).await;
        answer.map_err(|error| {
            if error.code() == Some(REPLACED) {
                return StoreError::Replaced;
            }
            *self.checked_at() = None;
            StoreError::failed(error)
        })
    }

    /// The time that the host's clock shows.
    pub(super) async fn time(&self) -> Result<Timestamp, OpenError> {
        let (seconds, micros): (i64, i64) = redis::cmd("TIME").query_async(&mut self.manager.clone()).await?;
        Ok(Timestamp::from_microsecond(seconds * 1_000_000 + micros).unwrap_or(Timestamp::UNIX_EPOCH))
    }

    async fn check(&self) -> Result<(), OpenError> {
        // One that does not tell of itself is none the worse for it.
        let told: RedisResult<String> = redis::cmd("INFO").query_async(&mut self.manager.clone()).await;
        let told = told.unwrap_or_default();
        if let Some(version) = info(&told, "redis_version").filter(|version| is_too_old(version)) {
            return Err(OpenError::TooOld(version.to_owned()));
        }
        if let Some(found) = safety::check(self.manager.clone()).await? {
            return Err(found.into());
        }
        *self.checked_at() = Some(Instant::now());
        let bytes = |name| info(&told, name)?.parse::<u64>().ok();
        if let (Some(used), Some(max)) = (bytes("used_memory"), bytes("maxmemory")) {
            gauge("starreel_redis_memory_bytes", used);
            gauge("starreel_redis_memory_max_bytes", max);
        }
        Ok(())
    }

    fn is_trusted(&self) -> bool {
        self.checked_at().is_some_and(|checked_at| checked_at.elapsed() < TRUSTED_FOR)
    }

    fn checked_at(&self) -> MutexGuard<'_, Option<Instant>> {
        self.checked_at.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A line of what Redis tells of itself.
fn info<'a>(told: &'a str, name: &str) -> Option<&'a str> {
    told.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim)
}

fn is_too_old(version: &str) -> bool {
    version.split('.').next().and_then(|major| major.parse::<u32>().ok()).is_some_and(|major| major < 7)
}

#[expect(clippy::cast_precision_loss, reason = "a gauge of bytes")]
fn gauge(name: &'static str, bytes: u64) {
    metrics::gauge!(name).set(bytes as f64);
}

impl From<RedisError> for OpenError {
    fn from(error: RedisError) -> Self {
        let kind = error.kind();
        if kind == ErrorKind::AuthenticationFailed || matches!(error.code(), Some("NOAUTH" | "WRONGPASS")) {
            Self::Credentials(error)
        } else if kind == ErrorKind::Server(ServerErrorKind::NoPerm) {
            Self::NotPermitted(error)
        } else if kind == ErrorKind::InvalidClientConfig {
            Self::BadUrl
        } else {
            Self::NotReachable(error)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_redis_tells_of_itself_is_read() {
        let told = "# Server\r\nredis_version:6.2.14\r\n# Memory\r\nused_memory:100\r\nused_memory_human:1K\r\nmaxmemory:0\r\n";
        assert_eq!(
            (info(told, "used_memory"), info(told, "maxmemory"), info(told, "nothing")),
            (Some("100"), Some("0"), None)
        );
        assert!(is_too_old("6.2.14") && !is_too_old("7.0.15") && !is_too_old("8.2.1") && !is_too_old("unstable"));
    }
}
