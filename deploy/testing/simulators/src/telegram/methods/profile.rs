//! The bot's own account, and what it shows of itself.

use std::collections::BTreeMap;

use frankenstein::methods::{DeleteMyCommandsParams, GetMyCommandsParams, SetMyCommandsParams};
use frankenstein::types::{BotCommand, BotCommandScope};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::telegram::TelegramSim;
use crate::telegram::params::Params;
use crate::telegram::profile::Profile;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::text::units;

const COMMANDS_MAX: usize = 100;
const COMMAND_MAX: usize = 32;
const COMMAND_DESCRIPTION_MAX: usize = 256;

/// The texts of a bot that exist per language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProfileText {
    Description,
    ShortDescription,
}

/// Setting and getting differ only in the names of fields.
#[derive(Debug, Deserialize)]
struct TextCall {
    language_code: Option<String>,
}

impl ProfileText {
    const fn field(self) -> &'static str {
        match self {
            Self::Description => "description",
            Self::ShortDescription => "short_description",
        }
    }

    const fn units_max(self) -> usize {
        match self {
            Self::Description => 512,
            Self::ShortDescription => 120,
        }
    }

    const fn texts(self, profile: &mut Profile) -> &mut BTreeMap<String, String> {
        match self {
            Self::Description => &mut profile.descriptions,
            Self::ShortDescription => &mut profile.short_descriptions,
        }
    }
}

pub(super) fn get_me(sim: &TelegramSim) -> Value {
    let mut me = sim.read(|state, _| state.bot_user());
    me["can_join_groups"] = json!(true);
    for refused in [
        "can_read_all_group_messages",
        "supports_inline_queries",
        "can_connect_to_business",
        "has_main_web_app",
        "has_topics_enabled",
    ] {
        me[refused] = json!(false);
    }
    me
}

pub(super) fn set_commands(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: SetMyCommandsParams = params.read()?;
    if call.commands.len() > COMMANDS_MAX {
        return Err(Refusal::bad_request("BOT_COMMANDS_TOO_MUCH"));
    }
    for command in &call.commands {
        check_command(command)?;
    }
    let key = command_key(sim, call.scope.as_ref(), call.language_code.as_deref())?;
    let commands = call.commands.iter().map(|command| json!(command)).collect();
    change_profile(sim, |profile| profile.commands.insert(key, commands));
    Ok(Value::Bool(true))
}

pub(super) fn get_commands(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: GetMyCommandsParams = params.read()?;
    let key = command_key(sim, call.scope.as_ref(), call.language_code.as_deref())?;
    Ok(sim.read(|state, _| json!(state.profile.commands.get(&key).cloned().unwrap_or_default())))
}

/// What people see then is what a wider scope has.
/// Source: core.telegram.org/bots/api#deletemycommands
pub(super) fn delete_commands(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: DeleteMyCommandsParams = params.read()?;
    let key = command_key(sim, call.scope.as_ref(), call.language_code.as_deref())?;
    change_profile(sim, |profile| profile.commands.remove(&key));
    Ok(Value::Bool(true))
}

pub(super) fn set_text(sim: &TelegramSim, params: &mut Params, which: ProfileText) -> Answer {
    let text = params.take(which.field());
    let text = text.as_ref().map_or(Some(""), Value::as_str);
    let text =
        text.ok_or_else(|| Refusal::bad_request("can't parse parameters: a string is expected"))?.trim().to_owned();
    let language = language_of(params)?;
    if units(&text) > which.units_max() {
        return Err(Refusal::bad_request(match which {
            ProfileText::Description => "USER_BOT_DESCRIPTION_TOO_LONG",
            ProfileText::ShortDescription => "USER_BOT_ABOUT_TOO_LONG",
        }));
    }
    change_profile(sim, |profile| {
        let texts = which.texts(profile);
        if text.is_empty() { texts.remove(&language) } else { texts.insert(language, text) }
    });
    Ok(Value::Bool(true))
}

pub(super) fn get_text(sim: &TelegramSim, params: &mut Params, which: ProfileText) -> Answer {
    let language = language_of(params)?;
    let text = sim.read(|state, _| {
        let mut profile = state.profile.clone();
        let texts = which.texts(&mut profile);
        texts.remove(&language).or_else(|| texts.remove("")).unwrap_or_default()
    });
    Ok(json!({ which.field(): text }))
}

fn change_profile<T>(sim: &TelegramSim, change: impl FnOnce(&mut Profile) -> T) {
    sim.change(|state, _| {
        change(&mut state.profile);
        state.touched.put("profile", 0, &state.profile);
    });
}

fn language_of(params: &mut Params) -> Result<String, Refusal> {
    let call: TextCall = params.read()?;
    language(call.language_code.as_deref())
}

fn language(code: Option<&str>) -> Result<String, Refusal> {
    let code = code.unwrap_or_default();
    let valid = code.is_empty() || code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
    if valid { Ok(code.to_owned()) } else { Err(Refusal::bad_request("LANG_CODE_INVALID")) }
}

/// Where commands are kept. A chat that the bot has not met has none of its own.
fn command_key(sim: &TelegramSim, scope: Option<&BotCommandScope>, code: Option<&str>) -> Result<String, Refusal> {
    let scope = scope.map_or_else(|| json!({ "type": "default" }), |scope| json!(scope));
    if let Some(chat) = scope["chat_id"].as_i64() {
        sim.read(|state, _| state.known_chat(chat))?;
    }
    Ok(format!("{scope}/{}", language(code)?))
}

fn check_command(command: &BotCommand) -> Result<(), Refusal> {
    let name = command.command.strip_prefix('/').unwrap_or(&command.command);
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !(1..=COMMAND_MAX).contains(&name.len()) || !name.bytes().all(is_letter) {
        return Err(Refusal::bad_request("BOT_COMMAND_INVALID"));
    }
    if !(1..=COMMAND_DESCRIPTION_MAX).contains(&units(&command.description)) {
        return Err(Refusal::bad_request("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok(())
}
