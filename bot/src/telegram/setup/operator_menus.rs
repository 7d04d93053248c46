//! The menu of commands that Telegram shows each operator: what their role lets them do, in their own language.
//!
//! It is looked at now and then, because an operator may write to the bot for the first time, choose another language, or
//! come back. What Telegram was told is kept in a file, so that whoever is no operator any more gets everybody's menu back.
//! Source: core.telegram.org/bots/api#botcommandscopechat

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::PathBuf;
use std::time::Duration;

use shared::retry::Backoff;
use shared::telemetry::chain;
use teloxide_core::payloads::{DeleteMyCommands, SetMyCommands};
use teloxide_core::types::{BotCommand, BotCommandScope, ChatId, Recipient};
use tokio_util::sync::CancellationToken;

use super::profiles::{keep, read};
use crate::core::ids::UserId;
use crate::core::role::Role;
use crate::store::Reader;
use crate::telegram::client::Telegram;
use crate::telegram::failure::CallError;

/// The pause between two looks.
const LOOK_EVERY: Duration = Duration::from_secs(10);

/// The pause after one at which Telegram could not be asked.
const PAUSES: Backoff = Backoff { first: LOOK_EVERY, max: Duration::from_mins(10) };

/// Commands without the slash, and what they do.
pub type Menu = Vec<(String, String)>;

/// See the module.
#[derive(Debug)]
pub struct OperatorMenus {
    /// Whom Telegram is asked to show them.
    pub telegram: Telegram,
    /// Knows the languages of people.
    pub reader: Reader,
    /// The operators.
    pub roles: BTreeMap<UserId, Role>,
    /// The menu of a role in a language.
    pub menu: fn(Role, &str) -> Menu,
    /// The file that keeps what Telegram was told.
    pub told: PathBuf,
}

impl OperatorMenus {
    /// Looks until the shutdown.
    ///
    /// # Errors
    /// Never.
    pub async fn run(self, shutdown: CancellationToken) -> Result<(), Infallible> {
        let (mut told, mut refused) = (read(&self.told).await, BTreeMap::new());
        let mut failures = 0;
        while let Some(outcome) = shutdown.run_until_cancelled(self.look(&mut told, &mut refused)).await {
            failures = if outcome == Look::Done { 0 } else { failures + 1 };
            let pause = if failures == 0 { LOOK_EVERY } else { PAUSES.delay(failures, &mut rand::rng()) };
            if shutdown.run_until_cancelled(tokio::time::sleep(pause)).await.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// Tells Telegram what it does not show yet. What it has refused is not asked for again before the next start.
    pub async fn look(&self, told: &mut BTreeMap<i64, Menu>, refused: &mut BTreeMap<i64, Menu>) -> Look {
        let (before, mut outcome) = (told.clone(), Look::Done);
        let former: Vec<i64> = told.keys().copied().filter(|id| !self.roles.contains_key(&UserId(*id))).collect();
        for id in former {
            let mut delete = DeleteMyCommands::new();
            delete.scope = Some(of_chat(id));
            // Somebody who is gone sees no menu.
            match Self::failure(self.telegram.call(&delete).await) {
                Some(Failure::Later) => outcome = Look::AgainLater,
                Some(Failure::Refused) | None => drop(told.remove(&id)),
            }
        }
        for (id, wanted) in self.wanted().await {
            if told.get(&id) == Some(&wanted) || refused.get(&id) == Some(&wanted) {
                continue;
            }
            let commands = wanted.iter().map(|(command, what)| BotCommand::new(command, what));
            let mut set = SetMyCommands::new(commands);
            set.scope = Some(of_chat(id));
            match Self::failure(self.telegram.call(&set).await) {
                Some(Failure::Later) => outcome = Look::AgainLater,
                Some(Failure::Refused) => drop(refused.insert(id, wanted)),
                None => drop(told.insert(id, wanted)),
            }
        }
        if *told != before {
            keep(&self.told, told).await;
        }
        outcome
    }

    /// The menus of the operators who can be written to.
    async fn wanted(&self) -> Vec<(i64, Menu)> {
        if self.roles.is_empty() {
            return Vec::new();
        }
        let ids = self.roles.keys().map(|id| id.0).collect();
        let languages = self.reader.languages(ids).await.unwrap_or_else(|error| {
            tracing::warn!(error = %chain(&error), "the languages of operators cannot be read; their menus stay as they are");
            BTreeMap::new()
        });
        let menu = |(id, language): (i64, String)| Some((id, (self.menu)(*self.roles.get(&UserId(id))?, &language)));
        languages.into_iter().filter_map(menu).collect()
    }

    /// Why Telegram has not done it. `None` when it has.
    fn failure(answer: Result<bool, CallError>) -> Option<Failure> {
        let error = answer.err()?;
        tracing::warn!(error = %chain(&error), "the menu of an operator is not up to date");
        let is_refused = matches!(error, CallError::Refused { .. } | CallError::UnknownShape { .. });
        Some(if is_refused { Failure::Refused } else { Failure::Later })
    }
}

/// Outcome of [`OperatorMenus::look`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Telegram shows what it can.
    Done,
    /// It could not be asked for all of it.
    AgainLater,
}

/// Why Telegram does not show a menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Failure {
    /// It will not.
    Refused,
    /// It could not be asked.
    Later,
}

const fn of_chat(id: i64) -> BotCommandScope {
    BotCommandScope::Chat { chat_id: Recipient::Id(ChatId(id)) }
}
