//! The working state, and how it is kept.
//!
//! Each part has its rules in a file of its own (`people`, `messages`, `updates`, `stars`, …) as further `impl State`
//! blocks. Whoever changes a document also names it to [`Touched`]; everything touched in one call is written in one
//! transaction.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::TelegramSimConfig;
use super::affiliates::Affiliates;
use super::events::EventLog;
use super::faults::Fault;
use super::files::StoredFile;
use super::flood::FloodGate;
use super::messages::{StoredMessage, thread_of};
use super::people::{Group, Person};
use super::profile::Profile;
use super::stars::{CallbackQuery, Checkout, Payment};
use super::subscriptions::{InvoiceLink, PERIOD_SECONDS, Subscription};
use super::updates::StoredUpdate;
use super::webhook::Webhook;
use crate::store::{Change, Store, StoreError};

/// Everything the simulated Telegram knows.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) bot: BotAccount,
    pub(crate) counters: Counters,
    pub(crate) profile: Profile,
    pub(crate) people: BTreeMap<i64, Person>,
    pub(crate) groups: BTreeMap<i64, Group>,
    /// By chat and message id.
    pub(crate) messages: BTreeMap<(i64, i32), StoredMessage>,
    /// Topics with at least one message, by chat.
    pub(crate) threads: BTreeSet<(i64, i32)>,
    pub(crate) updates: BTreeMap<i64, StoredUpdate>,
    /// Ids of the updates that the bot has not confirmed.
    pub(crate) pending: BTreeSet<i64>,
    /// Sticky; `None` is Telegram's default set.
    pub(crate) intake: Intake,
    pub(crate) webhook: Option<Webhook>,
    /// Chronological, as `getStarTransactions` lists them.
    pub(crate) transactions: Vec<Value>,
    pub(crate) payments: HashMap<String, Payment>,
    /// By the last part of their address.
    pub(crate) invoice_links: HashMap<String, InvoiceLink>,
    /// By the payment that began them.
    pub(crate) subscriptions: BTreeMap<String, Subscription>,
    /// How long a period lasts that is paid from now on. Tests make it short.
    pub(crate) subscription_seconds: i64,
    /// Whose payments come by affiliates from now on.
    pub(crate) affiliates: Affiliates,
    pub(crate) files: HashMap<String, StoredFile>,
    pub(crate) callback_queries: HashMap<String, CallbackQuery>,
    pub(crate) checkouts: HashMap<String, Checkout>,
    pub(crate) events: EventLog,
    pub(crate) flood: FloodGate,
    pub(crate) faults: Vec<Fault>,
    /// Counts getUpdates and webhook calls; a poll that is no longer the newest ends with a conflict.
    pub(crate) poll: u64,
    pub(crate) touched: Touched,
}

/// The bot as an account.
#[derive(Debug, Clone)]
pub(crate) struct BotAccount {
    pub(crate) id: i64,
    pub(crate) username: String,
    pub(crate) name: String,
}

/// Numbers that only grow, and the bot's Stars.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Counters {
    pub(crate) next_person: i64,
    pub(crate) next_group: i64,
    /// One sequence for all private chats and small groups of an account, as in Telegram.
    pub(crate) next_message: i32,
    pub(crate) next_update: i64,
    pub(crate) next_query: i64,
    /// May go below zero after chargebacks.
    pub(crate) bot_stars: i64,
    /// Billionths of a Star beside them.
    #[serde(default)]
    pub(crate) bot_nanostars: i64,
}

impl Default for Counters {
    fn default() -> Self {
        Self {
            // Beyond 32 bits, as new accounts are: a bot that stores user ids in an i32 fails here.
            next_person: 5_000_000_001,
            next_group: -4_000_000_001,
            next_message: 1,
            next_update: 100_000_001,
            next_query: 1,
            bot_stars: 0,
            bot_nanostars: 0,
        }
    }
}

/// Which kinds of updates the bot asked for.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Intake {
    pub(crate) allowed: Option<Vec<String>>,
}

/// The documents that the current call has changed.
#[derive(Debug, Default)]
pub(crate) struct Touched(Vec<Change>);

impl Touched {
    pub(crate) fn put(&mut self, kind: &'static str, id: impl ToString, value: &impl Serialize) {
        match Change::put(kind, id, value) {
            Ok(change) => self.0.push(change),
            Err(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    kind,
                    "a document could not be written as JSON"
                );
            }
        }
    }

    pub(crate) fn delete(&mut self, kind: &'static str, id: impl ToString) {
        self.0.push(Change::delete(kind, id));
    }

    pub(crate) fn take(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.0)
    }
}

impl State {
    /// Reads what an earlier run has left. Checkouts, events, faults and flood counts begin afresh.
    pub(crate) fn load(store: &Store, bot_id: i64, config: &TelegramSimConfig) -> Result<Self, StoreError> {
        let people: Vec<Person> = store.load("person")?;
        let groups: Vec<Group> = store.load("group")?;
        let messages: Vec<StoredMessage> = store.load("message")?;
        let updates: Vec<StoredUpdate> = store.load("update")?;
        let mut transactions: Vec<(usize, Value)> = store.load("transaction")?;
        transactions.sort_by_key(|(place, _)| *place);
        let payments: Vec<Payment> = store.load("payment")?;
        let invoice_links: Vec<InvoiceLink> = store.load("invoice_link")?;
        let subscriptions: Vec<Subscription> = store.load("subscription")?;
        let files: Vec<StoredFile> = store.load("file")?;
        Ok(Self {
            bot: BotAccount { id: bot_id, username: config.bot_username.clone(), name: config.bot_name.clone() },
            counters: one(store, "counters")?.unwrap_or_default(),
            profile: one(store, "profile")?.unwrap_or_default(),
            people: people.into_iter().map(|person| (person.id, person)).collect(),
            groups: groups.into_iter().map(|group| (group.id, group)).collect(),
            threads: messages.iter().filter_map(|message| Some((message.chat_id, thread_of(&message.json)?))).collect(),
            messages: messages.into_iter().map(|message| ((message.chat_id, message.message_id), message)).collect(),
            pending: updates.iter().filter(|update| update.is_pending()).map(|update| update.id).collect(),
            callback_queries: open_callback_queries(&updates, config.clock.now().as_second()),
            updates: updates.into_iter().map(|update| (update.id, update)).collect(),
            intake: one(store, "intake")?.unwrap_or_default(),
            webhook: one(store, "webhook")?,
            transactions: transactions.into_iter().map(|(_, transaction)| transaction).collect(),
            payments: payments.into_iter().map(|payment| (payment.charge_id.clone(), payment)).collect(),
            invoice_links: invoice_links.into_iter().map(|link| (link.slug.clone(), link)).collect(),
            subscriptions: subscriptions.into_iter().map(|known| (known.charge_id.clone(), known)).collect(),
            subscription_seconds: PERIOD_SECONDS,
            affiliates: Affiliates::default(),
            files: files.into_iter().map(|file| (file.file_id.clone(), file)).collect(),
            checkouts: HashMap::new(),
            events: EventLog::default(),
            flood: FloodGate::new(config.limits.clone()),
            faults: Vec::new(),
            poll: 0,
            touched: Touched::default(),
        })
    }

    /// Whether some deadline has passed; cheap, asked many times a second.
    pub(crate) fn has_overdue(&self, now: i64) -> bool {
        self.checkouts.values().any(|checkout| checkout.is_overdue(now))
            || self.has_periods_to_end(now)
            || self.pending.iter().any(|id| self.updates.get(id).is_some_and(|update| update.expires_at <= now))
    }

    /// Ends overdue checkouts and expired updates.
    pub(crate) fn end_overdue(&mut self, now: i64) {
        self.time_out_checkouts(now);
        self.renew_subscriptions(now);
        self.expire_updates(now);
        self.callback_queries.retain(|_, query| query.expires_at > now);
    }

    pub(crate) fn touch_counters(&mut self) {
        self.touched.put("counters", 0, &self.counters);
    }
}

/// The queries of the last moments; one that was answered before the restart may be answered once more.
fn open_callback_queries(updates: &[StoredUpdate], now: i64) -> HashMap<String, CallbackQuery> {
    let open = updates.iter().filter(|update| update.kind == "callback_query" && update.expires_at > now);
    let queries = open.filter_map(|update| {
        let id = update.content["id"].as_str()?.to_owned();
        let person = update.content["from"]["id"].as_i64()?;
        Some((id, CallbackQuery { person, expires_at: update.expires_at }))
    });
    queries.collect()
}

fn one<T: serde::de::DeserializeOwned>(store: &Store, kind: &str) -> Result<Option<T>, StoreError> {
    Ok(store.load(kind)?.into_iter().next())
}
