//! Whether this Redis keeps what it acknowledges. A right to submit that was used up and is forgotten would be used twice.

use std::collections::BTreeMap;
use std::fmt;

use redis::aio::ConnectionManager;
use redis::{RedisResult, Value};

/// The settings that have to be so.
const NEEDED: [(&str, &str); 4] = [
    ("appendonly", "yes"),
    ("appendfsync", "always"),
    ("no-appendfsync-on-rewrite", "no"),
    ("maxmemory-policy", "noeviction"),
];

/// What has to be changed before a worker may use this Redis. Printed for the operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsafe {
    /// Each setting, what it is, and what it must be.
    settings: Vec<(&'static str, String, &'static str)>,
    /// What it says that it is, if not a master.
    role: Option<String>,
}

impl std::error::Error for Unsafe {}

impl fmt::Display for Unsafe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "this Redis may lose jobs that it has acknowledged, so that they would be submitted and paid twice."
        )?;
        if let Some(role) = &self.role {
            write!(f, " It is a {role}: REDIS_URL must name the master.")?;
        }
        if self.settings.is_empty() {
            return Ok(());
        }
        write!(f, " Change these lines of its redis.conf:")?;
        for (name, is, must) in &self.settings {
            write!(f, " `{name} {must}` (now {is});")?;
        }
        write!(f, " or at once:")?;
        for (name, _is, must) in &self.settings {
            write!(f, " `CONFIG SET {name} {must}`,")?;
        }
        write!(f, " `CONFIG REWRITE`")
    }
}

/// Asks Redis how it is set up. `None` if all is well.
pub(super) async fn check(mut connection: ConnectionManager) -> RedisResult<Option<Unsafe>> {
    let role = redis::cmd("ROLE").query_async(&mut connection).await?;
    let role = Some(name_of_role(role)).filter(|role| role != "master");
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for (name, _must) in NEEDED {
        let setting: BTreeMap<String, String> =
            redis::cmd("CONFIG").arg("GET").arg(name).query_async(&mut connection).await?;
        found.extend(setting);
    }
    let wrong = NEEDED.into_iter().filter_map(|(name, must)| {
        let is = found.get(name).map_or("unknown", String::as_str);
        (is != must).then(|| (name, is.to_owned(), must))
    });
    let settings: Vec<_> = wrong.collect();
    Ok((role.is_some() || !settings.is_empty()).then_some(Unsafe { settings, role }))
}

fn name_of_role(role: Value) -> String {
    if let Value::Array(fields) = role
        && let Some(Value::BulkString(name)) = fields.first()
    {
        return String::from_utf8_lossy(name).into_owned();
    }
    "server of an unknown role".to_owned()
}
