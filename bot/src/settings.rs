//! The settings of the bot, checked when they are read.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use secrecy::{ExposeSecret as _, SecretString};
use shared::catalog::{Catalog, Pricing};
use shared::config::{ConfigError, SettingValue, WatchedFile, at_least};
use shared::telemetry::{LogFilter, LogFormat};
use url::Url;

use crate::core::ids::{Credits, UserId};
use crate::core::terms::{FREE_CREDITS_MAX, PackSize, Terms, WrongTerms};
use crate::core::{Pack, Policy, PriceWatch, pricing};

#[cfg(test)]
mod tests;

/// A buyer whose request was forgotten before anybody could answer it would have to go to Telegram.
const KEEP_REQUESTS_DAYS_MIN: u16 = 21;

shared::settings! {
    /// What an operator may set of the bot.
    pub struct Settings {
        /// The bot, from @BotFather. Not set: `solo` simulates Telegram.
        pub bot_token: Option<SecretString>,
        /// Telegram user ids of the owners: operators who may do everything. The bot tells them about trouble and payment
        /// requests.
        pub admin_ids: Vec<i64>,
        /// Telegram user ids of those who answer people: they read payment requests, block people and have orders tried
        /// again. They move no credits and no Stars.
        pub support_ids: Vec<i64>,
        /// Telegram user ids of those who look on, at people, orders, models and figures, and change nothing.
        pub viewer_ids: Vec<i64>,
        /// The public base URL. Telegram posts to `/telegram`, KIE.ai to `/kie/callback/…`, and people download videos there
        /// that Telegram does not take. Not set: both are polled, and such links lead to KIE.ai.
        pub webhook_url: Option<Url>,
        /// The packs of credits that are sold, 1 to 8 of them. `25+4` is 25 credits with 4 more as a bonus, at the price of 25.
        pub packs: Vec<PackSize> = "1,5,10,25",
        /// The price of a credit in Telegram Stars.
        pub stars_per_credit: u32 = "100",
        /// Credits that everybody's first purchase brings beside what is bought, once per person; at most 1000.
        pub first_purchase_bonus: u32 = "0",
        /// Credits that everybody gets with their first message, once per person; at most 1000. They are spent first, and nobody
        /// gets Stars for them.
        pub welcome_credits: u32 = "0",
        /// Credits that each of both gets when somebody who came by another person's link makes their first purchase; at most 1000.
        /// 0: nobody gets any. They are spent first, and go when that purchase is refunded.
        pub referral_credits: u32 = "0",
        /// For so many people one person gets those credits, at most.
        pub referrals_max: u32 = "20",
        /// Credits that a subscription brings every 30 days. Not set, or 0: there are none.
        pub subscription_credits: u32 = "0",
        /// The price of that in Telegram Stars, at most 10000.
        pub subscription_stars: u32 = "0",
        /// What is left at least of a credit's worth when KIE.ai is paid, in per cent, from 0 to 90. Prices that the catalogue does
        /// not name are the least whole number of credits that keeps it, in the pack with the largest bonus and the subscription, too.
        pub margin_percent_min: u16 = "50",
        /// For so many days a buyer can give an unspent purchase back in two taps. After it, or with 0, an operator is
        /// asked.
        pub refund_days: u16 = "14",
        /// Minutes between two readings of Telegram's list of Star transactions.
        pub reconcile_minutes: u16 = "5",
        /// A file of models, options and prices in place of the built-in `shared/src/catalog.toml`. The same for the bot and
        /// all workers.
        pub catalog_file: Option<PathBuf>,
        /// A file of ready ideas for videos in place of the built-in `shared/src/templates.toml`.
        pub templates_file: Option<PathBuf>,
        /// Ids of models that are not offered for the time being. What was ordered is made.
        pub models_off: Vec<String>,
        /// What to do when KIE.ai takes more or less for a model's videos than the catalogue says, by more than a tenth: `tell` the
        /// operators, also `switch_off` a model that has become dearer, or nothing.
        pub price_watch: PriceWatch = "tell",
        /// Whether KIE.ai's public price list is read once a day, without a key, and compared with the catalogue.
        pub price_feed: bool = "false",
        /// Hours that an order waits for its turn, also while KIE.ai takes none. Then its credits come back.
        pub queue_hours_max: u16 = "6",
        /// Messages and taps of one person that are handled within a minute, from 10 to 1000000. Payments always are.
        pub updates_per_minute: u32 = "60",
        /// Videos that one person may order within an hour.
        pub orders_per_hour: u32 = "30",
        /// Videos that one person may order within a day.
        pub orders_per_day: u32 = "200",
        /// Messages that the bot sends in a second over all chats, from 3 to 10000. Telegram allows about 30, unless it has
        /// granted more.
        pub telegram_messages_per_second: u32 = "28",
        /// Messages of a broadcast that are sent in a second, from 1 to 5000, and never more than two thirds of
        /// `TELEGRAM_MESSAGES_PER_SECOND`: the rest is for those who talk to the bot.
        pub broadcast_per_second: u32 = "15",
        /// Days that orders are remembered: prompts, names of images, addresses of videos. The
        /// operators' manual has more under "Privacy and data".
        pub keep_orders_days: u16 = "30",
        /// Days that payment requests are remembered, and what could not be read or sent; at least 21.
        pub keep_requests_days: u16 = "90",
        /// Room for copies of videos that Telegram does not take by their URL.
        pub videos_megabytes_max: u64 = "10240",
        /// Room on the disk that copies of videos leave to the database. With less, videos are sent without a copy, or as links to
        /// KIE.ai.
        pub disk_reserve_megabytes: u64 = "1024",
        /// The folder of databases and copies of videos.
        pub data_dir: PathBuf = "./data",
        /// Where the bot serves HTTP: images for workers, downloads, webhooks, health, metrics; `solo` the chat page, too.
        pub bot_listen: SocketAddr = "127.0.0.1:8080",
        /// The base URL at which workers reach the bot; people are never sent there. Not set: `BOT_LISTEN` on this machine.
        pub bot_url: Option<Url>,
        /// The broker between bot and workers.
        pub rabbitmq_url: Option<SecretString>,
        /// Messages that RabbitMQ hands over before the first of them is done.
        pub prefetch: u16 = "32",
        /// The Bot API, without the token.
        pub telegram_api_url: Url = "https://api.telegram.org",
        /// KIE.ai's base, without `/api/v1`. By plain `http` it is a simulator, and the only address that is not public from
        /// which the bot reads videos.
        pub kie_api_url: Url = "https://api.kie.ai",
        /// Accepted and not used: Stars need none.
        pub payment_provider_token: Option<SecretString>,
        /// The form of log lines.
        pub log_format: LogFormat = "text",
        /// How much is logged; by module, as in `info,bot=debug`.
        pub rust_log: LogFilter = "info",
    }
}

impl Settings {
    /// Reads the settings of `environment` over those of `file`.
    ///
    /// # Errors
    /// See [`ConfigError`].
    pub fn read(file: &Path, environment: &BTreeMap<String, String>) -> Result<Self, ConfigError> {
        let settings = Self::read_each(file, environment)?;
        settings.check()?;
        Ok(settings)
    }

    /// What is sold for Stars, and what comes for nothing.
    #[must_use]
    pub fn terms(&self) -> Terms {
        Terms {
            packs: self.packs.clone(),
            stars_per_credit: self.stars_per_credit,
            first_purchase_bonus: self.first_purchase_bonus,
            welcome_credits: self.welcome_credits,
            subscription_credits: self.subscription_credits,
            subscription_stars: self.subscription_stars,
        }
    }

    /// The packs that are sold.
    #[must_use]
    pub fn packs(&self) -> Vec<Pack> {
        self.terms().packs()
    }

    /// What a subscription brings in each period, if there are subscriptions.
    #[must_use]
    pub fn subscription(&self) -> Option<Pack> {
        self.terms().subscription()
    }

    /// What prices follow from where the catalogue names none. A credit is worth the fewest Stars that it is sold for.
    #[must_use]
    pub fn pricing(&self) -> Pricing {
        pricing(self.margin_percent_min, self.packs().iter().chain(&self.subscription()))
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

    /// Messages of a broadcast that are sent in a second.
    #[must_use]
    pub fn broadcast_rate(&self) -> u32 {
        self.broadcast_per_second.min(self.telegram_messages_per_second * 2 / 3).max(1)
    }

    /// What the operator decided, put into the core's policy.
    pub fn decide(&self, policy: &mut Policy) {
        let people = |ids: &[i64]| -> BTreeSet<UserId> { ids.iter().copied().map(UserId).collect() };
        policy.admins = people(&self.admin_ids);
        policy.support = people(&self.support_ids);
        policy.viewers = people(&self.viewer_ids);
        policy.stars_per_credit = self.stars_per_credit;
        policy.margin_percent_min = self.margin_percent_min;
        policy.subscription = self.subscription();
        policy.first_purchase_bonus = Credits::from(self.first_purchase_bonus);
        policy.welcome_credits = Credits::from(self.welcome_credits);
        policy.referral_credits = Credits::from(self.referral_credits);
        policy.referrals_max = self.referrals_max;
        policy.refund_within = self.refund_within();
        policy.updates_per_minute = self.updates_per_minute;
        policy.orders_kept_for = days(self.keep_orders_days);
        policy.requests_kept_for = days(self.keep_requests_days);
        policy.queue_age_max = SignedDuration::from_hours(i64::from(self.queue_hours_max));
        policy.price_watch = self.price_watch;
        policy.reads_price_list = self.price_feed;
        policy.orders_per_hour = self.orders_per_hour;
        policy.orders_per_day = self.orders_per_day;
        policy.broadcast_per_second = self.broadcast_rate();
    }

    /// The models that are sold, with their prices: the built-in ones, or those of `CATALOG_FILE`; without those of
    /// `MODELS_OFF`.
    ///
    /// # Errors
    /// When the file cannot be read or makes no sense, or a model that is to be off is not there.
    pub fn catalog(&self) -> Result<Arc<Catalog>, ConfigError> {
        let catalog = shared::config::catalog(self.catalog_file.as_deref())?;
        let mut catalog = Arc::unwrap_or_clone(catalog).with_pricing(self.pricing());
        let switched_off = catalog.switch_off(&self.models_off);
        switched_off.map_err(|id| {
            let problem =
                format!("there is no model {id:?} in the catalogue; the names are its ids, such as veo3-fast");
            ConfigError::Wrong { name: "MODELS_OFF", problem }
        })?;
        if catalog.offered().next().is_none() {
            let problem = "leaves no model that can be ordered".to_owned();
            return Err(ConfigError::Wrong { name: "MODELS_OFF", problem });
        }
        for offer in catalog.offers().filter(|offer| !offer.model.off && offer.is_below_margin) {
            let (model, price, margin) = (&offer.model.id, offer.price, offer.margin_percent);
            tracing::warn!(
                %model, combination = offer.combination, price, margin,
                "a video is sold below MARGIN_PERCENT_MIN; mend its price_credits or cost in the catalogue"
            );
        }
        Ok(Arc::new(catalog))
    }

    /// The files that are read at the start, and whose changes do nothing before the next one.
    #[must_use]
    pub fn watched_files(&self) -> Vec<WatchedFile> {
        let catalog = self.catalog_file.clone().map(WatchedFile::catalog);
        catalog.into_iter().chain(self.templates_file.clone().map(WatchedFile::templates)).collect()
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
        self.terms()
            .check()
            .map_err(|WrongTerms { setting, problem }| ConfigError::Wrong { name: setting, problem })?;
        if self.referral_credits > FREE_CREDITS_MAX {
            return wrong("REFERRAL_CREDITS", format!("must be at most {FREE_CREDITS_MAX}"));
        }
        if self.margin_percent_min > 90 {
            return wrong("MARGIN_PERCENT_MIN", "must be from 0 to 90".to_owned());
        }
        if !(3..=10_000).contains(&self.telegram_messages_per_second) {
            return wrong("TELEGRAM_MESSAGES_PER_SECOND", "must be from 3 to 10000".to_owned());
        }
        if !(1..=5_000).contains(&self.broadcast_per_second) {
            return wrong("BROADCAST_PER_SECOND", "must be from 1 to 5000".to_owned());
        }
        if !(10..=1_000_000).contains(&self.updates_per_minute) {
            return wrong("UPDATES_PER_MINUTE", "must be from 10 to 1000000: an order takes about ten".to_owned());
        }
        let why = ": operators need time to answer";
        at_least("KEEP_REQUESTS_DAYS", self.keep_requests_days, KEEP_REQUESTS_DAYS_MIN, why)?;
        at_least("KEEP_ORDERS_DAYS", self.keep_orders_days, 1, "")?;
        at_least("ORDERS_PER_DAY", self.orders_per_day, 1, "")?;
        at_least("ORDERS_PER_HOUR", self.orders_per_hour, 1, "")?;
        at_least("PREFETCH", self.prefetch, 1, "")?;
        at_least("QUEUE_HOURS_MAX", self.queue_hours_max, 1, "")?;
        at_least("RECONCILE_MINUTES", self.reconcile_minutes, 1, "")?;
        Ok(())
    }
}

impl SettingValue for PriceWatch {
    const KIND: &'static str = "`off`, `tell` or `switch_off`";

    fn read(text: &str) -> Result<Self, String> {
        match text.to_lowercase().as_str() {
            "off" => Ok(Self::Off),
            "tell" => Ok(Self::Tell),
            "switch_off" => Ok(Self::SwitchOff),
            _ => Err(format!("{text:?} is not off, tell or switch_off")),
        }
    }

    fn shown(&self) -> String {
        match self {
            Self::Off => "off",
            Self::Tell => "tell",
            Self::SwitchOff => "switch_off",
        }
        .to_owned()
    }
}

fn days(days: u16) -> SignedDuration {
    SignedDuration::from_hours(24 * i64::from(days))
}
