//! The settings of the bot, checked when they are read.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Deserializer};
use shared::catalog::Catalog;
use shared::config::{ConfigError, Names, redacted};
use shared::telemetry::LogFormat;
use url::Url;

use crate::core::ids::{Credits, Stars, UserId};
use crate::core::{Pack, Policy};

const DEFAULTS: &str = include_str!("settings.toml");

/// The settings that the bot knows, as they are called in the environment.
pub const NAMES: Names<'static> = Names {
    all: &[
        "ADMIN_IDS",
        "BOT_LISTEN",
        "BOT_TOKEN",
        "BOT_URL",
        "CATALOG_FILE",
        "DATA_DIR",
        "KEEP_ORDERS_DAYS",
        "KEEP_REQUESTS_DAYS",
        "KIE_API_URL",
        "LOG_FORMAT",
        "MODELS_OFF",
        "ORDERS_PER_DAY",
        "ORDERS_PER_HOUR",
        "PACKS",
        "PAYMENT_PROVIDER_TOKEN",
        "PREFETCH",
        "QUEUE_HOURS_MAX",
        "RABBITMQ_URL",
        "RECONCILE_MINUTES",
        "REFUND_DAYS",
        "STARS_PER_CREDIT",
        "TELEGRAM_API_URL",
        "TELEGRAM_MESSAGES_PER_SECOND",
        "UPDATES_PER_MINUTE",
        "VIDEOS_MEGABYTES_MAX",
        "WEBHOOK_URL",
    ],
    secret: &["BOT_TOKEN", "RABBITMQ_URL"],
};

/// Telegram takes no invoice over more Stars.
/// Source: measured by others; 100,000 is taken, 150,000 refused as `CURRENCY_TOTAL_AMOUNT_INVALID`.
const STARS_MAX: u64 = 100_000;

/// A buyer whose request was forgotten before anybody could answer it would have to go to Telegram.
const KEEP_REQUESTS_DAYS_MIN: u16 = 21;

/// What an operator may set of the bot.
#[derive(Debug, Clone, Deserialize)]
pub struct Settings {
    /// `BOT_TOKEN`: from Telegram's `@BotFather`.
    pub bot_token: Option<SecretString>,
    /// `TELEGRAM_API_URL`: the Bot API, without the token.
    pub telegram_api_url: Url,
    /// `TELEGRAM_MESSAGES_PER_SECOND`: what the bot may send over all chats. Telegram's limit is about 30 unless it has
    /// granted more.
    pub telegram_messages_per_second: u32,
    /// `KIE_API_URL`: the provider's base, as the workers have it. The bot does not call it; a simulated one, by plain
    /// `http`, is where videos may come from although it is no public address.
    pub kie_api_url: Url,
    /// `WEBHOOK_URL`: the public base URL. Unset: updates are polled for.
    pub webhook_url: Option<Url>,
    /// `DATA_DIR`: where the databases and videos are kept.
    pub data_dir: PathBuf,
    /// `BOT_LISTEN`: where the bot serves HTTP.
    pub bot_listen: SocketAddr,
    /// `BOT_URL`: where workers reach the bot. Unset: `BOT_LISTEN` on this machine.
    pub bot_url: Option<Url>,
    /// `ADMIN_IDS`: who is told about trouble and requests; Telegram user ids, with commas between.
    #[serde(deserialize_with = "list")]
    pub admin_ids: Vec<i64>,
    /// `PACKS`: the packs of credits, with commas between.
    #[serde(deserialize_with = "list")]
    pub packs: Vec<u32>,
    /// `STARS_PER_CREDIT`: the price of a credit.
    pub stars_per_credit: u32,
    /// `REFUND_DAYS`: for so long a buyer may give an unspent purchase back without asking. 0: always ask.
    pub refund_days: u16,
    /// `RECONCILE_MINUTES`: time between two readings of Telegram's list of Star transactions.
    pub reconcile_minutes: u16,
    /// `UPDATES_PER_MINUTE`: messages and taps of one person that are looked at within a minute.
    pub updates_per_minute: u32,
    /// `ORDERS_PER_HOUR`: videos that one person may order within an hour.
    pub orders_per_hour: u32,
    /// `ORDERS_PER_DAY`: videos that one person may order within a day.
    pub orders_per_day: u32,
    /// `KEEP_ORDERS_DAYS`: how long prompts, pictures' names and addresses of videos are remembered.
    pub keep_orders_days: u16,
    /// `KEEP_REQUESTS_DAYS`: how long payment requests are remembered, and what could not be read or told.
    pub keep_requests_days: u16,
    /// `CATALOG_FILE`: models to sell instead of the built-in ones.
    pub catalog_file: Option<PathBuf>,
    /// `MODELS_OFF`: models that are not offered for the time being, with commas between.
    #[serde(deserialize_with = "list")]
    pub models_off: Vec<String>,
    /// `QUEUE_HOURS_MAX`: how long an order may wait for its turn, also while the provider takes none.
    pub queue_hours_max: u16,
    /// `VIDEOS_MEGABYTES_MAX`: room for copies of videos that cannot be sent otherwise.
    pub videos_megabytes_max: u64,
    /// `PAYMENT_PROVIDER_TOKEN`: accepted and not used; for Stars it must be empty.
    pub payment_provider_token: Option<String>,
    /// `RABBITMQ_URL`: the broker between bot and workers.
    pub rabbitmq_url: Option<SecretString>,
    /// `PREFETCH`: messages that the broker hands over before the first of them is done.
    pub prefetch: u16,
    /// `LOG_FORMAT`: `text` or `json`.
    pub log_format: LogFormat,
}

impl Settings {
    /// Reads the settings of `environment` over those of `file`.
    ///
    /// # Errors
    /// See [`ConfigError`].
    pub fn read(file: &Path, environment: &BTreeMap<String, String>) -> Result<Self, ConfigError> {
        let settings: Self = shared::config::read(DEFAULTS, file, environment, NAMES)?;
        settings.check()?;
        Ok(settings)
    }

    /// The name and value of every setting, secrets hidden, to be printed at the start.
    #[must_use]
    pub fn shown(&self) -> Vec<(&'static str, String)> {
        let or_unset = |url: &Option<Url>| url.as_ref().map_or_else(|| "(not set)".to_owned(), Url::to_string);
        vec![
            ("BOT_TOKEN", redacted(self.bot_token.as_ref()).to_owned()),
            ("TELEGRAM_API_URL", self.telegram_api_url.to_string()),
            ("TELEGRAM_MESSAGES_PER_SECOND", self.telegram_messages_per_second.to_string()),
            ("KIE_API_URL", self.kie_api_url.to_string()),
            ("WEBHOOK_URL", or_unset(&self.webhook_url)),
            ("DATA_DIR", self.data_dir.display().to_string()),
            ("BOT_LISTEN", self.bot_listen.to_string()),
            ("BOT_URL", or_unset(&self.bot_url)),
            ("ADMIN_IDS", format!("{:?}", self.admin_ids)),
            ("PACKS", format!("{:?}", self.packs)),
            ("STARS_PER_CREDIT", self.stars_per_credit.to_string()),
            ("REFUND_DAYS", self.refund_days.to_string()),
            ("RECONCILE_MINUTES", self.reconcile_minutes.to_string()),
            ("UPDATES_PER_MINUTE", self.updates_per_minute.to_string()),
            ("KEEP_ORDERS_DAYS", self.keep_orders_days.to_string()),
            ("KEEP_REQUESTS_DAYS", self.keep_requests_days.to_string()),
            ("ORDERS_PER_HOUR", self.orders_per_hour.to_string()),
            ("ORDERS_PER_DAY", self.orders_per_day.to_string()),
            (
                "CATALOG_FILE",
                self.catalog_file.as_ref().map_or_else(|| "(built in)".to_owned(), |file| file.display().to_string()),
            ),
            ("MODELS_OFF", self.models_off.join(",")),
            ("QUEUE_HOURS_MAX", self.queue_hours_max.to_string()),
            ("VIDEOS_MEGABYTES_MAX", self.videos_megabytes_max.to_string()),
            ("LOG_FORMAT", format!("{:?}", self.log_format).to_lowercase()),
            ("PREFETCH", self.prefetch.to_string()),
            ("RABBITMQ_URL", redacted(self.rabbitmq_url.as_ref()).to_owned()),
        ]
    }

    /// The packs that are sold.
    #[must_use]
    pub fn packs(&self) -> Vec<Pack> {
        let pack = |credits: &u32| Pack {
            credits: Credits::from(*credits),
            stars: Stars(i64::from(*credits) * i64::from(self.stars_per_credit)),
        };
        self.packs.iter().map(pack).collect()
    }

    /// For how long an unspent purchase can be given back.
    #[must_use]
    pub fn refund_within(&self) -> SignedDuration {
        SignedDuration::from_hours(24 * i64::from(self.refund_days))
    }

    /// Time between two readings of Telegram's list.
    #[must_use]
    pub fn reconcile_every(&self) -> Duration {
        Duration::from_secs(60 * u64::from(self.reconcile_minutes))
    }

    /// The operators.
    #[must_use]
    pub fn admins(&self) -> BTreeSet<UserId> {
        self.admin_ids.iter().copied().map(UserId).collect()
    }

    /// What the operator decided, put into the core's policy.
    pub fn decide(&self, policy: &mut Policy) {
        policy.admins = self.admins();
        policy.refund_within = self.refund_within();
        policy.updates_per_minute = self.updates_per_minute;
        policy.orders_kept_for = days(self.keep_orders_days);
        policy.requests_kept_for = days(self.keep_requests_days);
        policy.queue_age_max = SignedDuration::from_hours(i64::from(self.queue_hours_max));
        policy.orders_per_hour = self.orders_per_hour;
        policy.orders_per_day = self.orders_per_day;
    }

    /// The models that are sold: the built-in ones, or those of `CATALOG_FILE`; without those of `MODELS_OFF`.
    ///
    /// # Errors
    /// When the file cannot be read or makes no sense, or a model that is to be off is not there.
    pub fn catalog(&self) -> Result<Arc<Catalog>, ConfigError> {
        let mut catalog = shared::config::catalog(self.catalog_file.as_deref())?;
        let switched_off = Arc::make_mut(&mut catalog).switch_off(&self.models_off);
        switched_off.map_err(|id| {
            let problem =
                format!("there is no model {id:?} in the catalogue; the names are its ids, such as veo3-fast");
            ConfigError::Wrong { name: "MODELS_OFF", problem }
        })?;
        if catalog.offered().next().is_none() {
            let problem = "leaves no model that can be ordered".to_owned();
            return Err(ConfigError::Wrong { name: "MODELS_OFF", problem });
        }
        Ok(catalog)
    }

    /// The number of the bot: the part of its token before the colon.
    ///
    /// # Errors
    /// When there is no token, or it is not one.
    pub fn bot_id(&self) -> Result<i64, ConfigError> {
        let wrong = |problem: &str| ConfigError::Wrong { name: "BOT_TOKEN", problem: problem.to_owned() };
        let token = self.bot_token.as_ref().ok_or_else(|| wrong("is not set; @BotFather gives you one"))?;
        let id = token.expose_secret().split_once(':').and_then(|(id, _)| id.parse().ok());
        id.ok_or_else(|| wrong("is not a token; it looks like 123456:ABC-DEF, as @BotFather shows it"))
    }

    /// The data folder of this bot: each has one of its own, by its number.
    ///
    /// # Errors
    /// When there is no token, or it is not one.
    pub fn folder(&self) -> Result<PathBuf, ConfigError> {
        Ok(self.data_dir.join(self.bot_id()?.to_string()))
    }

    fn check(&self) -> Result<(), ConfigError> {
        let wrong = |name, problem: String| Err(ConfigError::Wrong { name, problem });
        if self.bot_token.is_some() {
            self.bot_id()?;
        }
        if self.packs.is_empty() || self.packs.contains(&0) || self.packs.len() > 8 {
            return wrong("PACKS", "needs 1 to 8 numbers of credits above 0, such as 1,5,10,25".to_owned());
        }
        let dearest = self.packs.iter().max().copied().unwrap_or_default();
        if !(1..=STARS_MAX).contains(&(u64::from(dearest) * u64::from(self.stars_per_credit))) {
            return wrong("STARS_PER_CREDIT", format!("every pack must cost from 1 to {STARS_MAX} Stars"));
        }
        if !(3..=10_000).contains(&self.telegram_messages_per_second) {
            return wrong("TELEGRAM_MESSAGES_PER_SECOND", "must be from 3 to 10000".to_owned());
        }
        if self.reconcile_minutes == 0 {
            return wrong("RECONCILE_MINUTES", "must be at least 1".to_owned());
        }
        if !(10..=1_000_000).contains(&self.updates_per_minute) {
            return wrong("UPDATES_PER_MINUTE", "must be from 10 to 1000000: an order takes about ten".to_owned());
        }
        for (name, most) in [("ORDERS_PER_HOUR", self.orders_per_hour), ("ORDERS_PER_DAY", self.orders_per_day)] {
            if most == 0 {
                return wrong(name, "must be at least 1".to_owned());
            }
        }
        if self.queue_hours_max == 0 {
            return wrong("QUEUE_HOURS_MAX", "must be at least 1".to_owned());
        }
        if self.keep_orders_days == 0 {
            return wrong("KEEP_ORDERS_DAYS", "must be at least 1".to_owned());
        }
        if self.keep_requests_days < KEEP_REQUESTS_DAYS_MIN {
            let problem = format!("must be at least {KEEP_REQUESTS_DAYS_MIN}: operators need time to answer");
            return wrong("KEEP_REQUESTS_DAYS", problem);
        }
        if self.prefetch == 0 {
            return wrong("PREFETCH", "must be at least 1".to_owned());
        }
        for (name, url) in [("WEBHOOK_URL", &self.webhook_url), ("BOT_URL", &self.bot_url)] {
            if url.as_ref().is_some_and(|url| !matches!(url.scheme(), "http" | "https")) {
                return wrong(name, "must begin with https:// (or http://)".to_owned());
            }
        }
        Ok(())
    }
}

fn days(days: u16) -> SignedDuration {
    SignedDuration::from_hours(24 * i64::from(days))
}

/// A list, also as one text with commas, as the environment has it.
fn list<'de, D: Deserializer<'de>, T: Deserialize<'de> + FromStr>(deserializer: D) -> Result<Vec<T>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum TextOrList<T> {
        List(Vec<T>),
        Text(String),
    }
    match TextOrList::deserialize(deserializer)? {
        TextOrList::List(list) => Ok(list),
        TextOrList::Text(text) => {
            let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
            let bad = |part| serde::de::Error::custom(format!("{part:?} is not a number"));
            parts.map(|part| part.parse().map_err(|_| bad(part))).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(environment: &[(&str, &str)]) -> Result<Settings, ConfigError> {
        let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Settings::read(Path::new("/nonexistent/starreel.toml"), &environment)
    }

    #[test]
    fn lists_are_read_as_the_environment_has_them() {
        let settings = read(&[("ADMIN_IDS", "7, 8"), ("PACKS", "2,4")]).unwrap();
        assert_eq!((settings.admin_ids.as_slice(), settings.packs.as_slice()), (&[7, 8][..], &[2, 4][..]));
        assert_eq!(settings.packs()[1], Pack { credits: Credits(4), stars: Stars(400) });
    }

    #[test]
    fn nonsense_is_refused_by_name() {
        for (name, value, says) in [
            ("PACKS", "", ""),
            ("PACKS", "0", "PACKS: needs 1 to 8 numbers"),
            ("STARS_PER_CREDIT", "100000", "STARS_PER_CREDIT: every pack must cost from 1 to 100000 Stars"),
            ("BOT_TOKEN", "secret", "BOT_TOKEN: is not a token"),
            ("WEBHOOK_URL", "ftp://x", "WEBHOOK_URL: must begin with https://"),
            ("BOT_LISTEN", "8080", "cannot be read"),
            ("UPDATES_PER_MINUTE", "1", "UPDATES_PER_MINUTE: must be from 10 to 1000000"),
            ("ORDERS_PER_HOUR", "0", "ORDERS_PER_HOUR: must be at least 1"),
            ("QUEUE_HOURS_MAX", "0", "QUEUE_HOURS_MAX: must be at least 1"),
            ("KEEP_ORDERS_DAYS", "0", "KEEP_ORDERS_DAYS: must be at least 1"),
            ("KEEP_REQUESTS_DAYS", "20", "KEEP_REQUESTS_DAYS: must be at least 21"),
            ("ORDERS_PER_DAY", "0", "ORDERS_PER_DAY: must be at least 1"),
        ] {
            match read(&[(name, value)]) {
                Ok(_) => assert_eq!(says, "", "{name}={value} was accepted"),
                Err(error) => {
                    let text = error.to_string();
                    assert!(text.contains(says) && !says.is_empty(), "{name}={value}: {text}");
                    assert!(!text.contains("secret"), "a secret is printed: {text}");
                }
            }
        }
    }

    #[test]
    fn a_model_that_is_off_is_not_offered_and_still_known() {
        let off = |value| read(&[("MODELS_OFF", value)]).unwrap().catalog();
        let catalog = off("kling-2.1").unwrap();
        assert_eq!(catalog.offered().map(|model| model.id.as_str()).collect::<Vec<_>>(), ["veo3-fast"]);
        assert_eq!(catalog.models().len(), 2);
        assert_eq!(off("").unwrap().offered().count(), 2);
        assert!(off("kling").unwrap_err().to_string().contains("MODELS_OFF: there is no model \"kling\""));
        assert!(off("kling-2.1, veo3-fast").unwrap_err().to_string().contains("leaves no model"));
    }

    #[test]
    fn secrets_are_not_shown() {
        let settings = read(&[("BOT_TOKEN", "1:planted"), ("RABBITMQ_URL", "amqp://u:planted@h")]).unwrap();
        assert!(!format!("{settings:?} {:?}", settings.shown()).contains("planted"));
    }
}
