//! People and groups, and whether the bot may write to them.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::refusal::Refusal;
use super::state::State;

/// What every new person has to spend.
pub(crate) const STARS_AT_START: i64 = 5000;

/// Someone with a Telegram account.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Person {
    pub(crate) id: i64,
    pub(crate) first_name: String,
    pub(crate) username: Option<String>,
    pub(crate) language_code: String,
    pub(crate) stars: i64,
    /// Has written to the bot or paid it; before that a bot cannot begin a conversation.
    pub(crate) started: bool,
    pub(crate) blocked: bool,
    /// Forwarded messages name them without saying which account it is, as their privacy settings demand.
    #[serde(default)]
    pub(crate) hides_account: bool,
}

/// A small group that the bot is in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Group {
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) members: Vec<i64>,
}

/// What the page says of someone new.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct NewPerson {
    pub(crate) id: Option<i64>,
    pub(crate) first_name: Option<String>,
    pub(crate) username: Option<String>,
    pub(crate) language_code: Option<String>,
}

impl Person {
    /// The Bot API's `User`.
    pub(crate) fn to_user(&self) -> Value {
        let mut user = json!({
            "id": self.id, "is_bot": false, "first_name": self.first_name, "language_code": self.language_code,
        });
        if let Some(username) = &self.username {
            user["username"] = json!(username);
        }
        user
    }

    fn to_chat(&self) -> Value {
        let mut chat = json!({ "id": self.id, "type": "private", "first_name": self.first_name });
        if let Some(username) = &self.username {
            chat["username"] = json!(username);
        }
        chat
    }
}

impl State {
    /// The bot as a Bot API `User`.
    pub(crate) fn bot_user(&self) -> Value {
        json!({
            "id": self.bot.id, "is_bot": true, "username": self.bot.username,
            "first_name": self.bot.name,
        })
    }

    /// Finds by id, first name or username (case does not matter), or makes a person with [`STARS_AT_START`].
    pub(crate) fn person(&mut self, wanted: NewPerson) -> Option<&Person> {
        let known = match (wanted.id, wanted.first_name.as_deref()) {
            (Some(id), _) => self.people.contains_key(&id).then_some(id),
            (None, Some(name)) => self.find_person(name),
            (None, None) => return None,
        };
        let id = known.or_else(|| self.add_person(wanted))?;
        self.people.get(&id)
    }

    fn add_person(&mut self, new: NewPerson) -> Option<i64> {
        let id = new.id.filter(|id| *id > 0).unwrap_or(self.counters.next_person);
        if id == self.counters.next_person {
            self.counters.next_person += 1;
            self.touch_counters();
        }
        let first_name = new.first_name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| format!("user{id}"));
        let person = Person {
            id,
            first_name,
            username: new.username,
            language_code: new.language_code.unwrap_or_else(|| "en".to_owned()),
            stars: STARS_AT_START,
            started: false,
            blocked: false,
            hides_account: false,
        };
        self.touched.put("person", id, &person);
        self.people.insert(id, person);
        Some(id)
    }

    /// The id of the person whom a page address or a test names.
    pub(crate) fn find_person(&self, name: &str) -> Option<i64> {
        if let Some(id) = name.parse().ok().filter(|id| self.people.contains_key(id)) {
            return Some(id);
        }
        let same = |other: &str| other.to_lowercase() == name.to_lowercase();
        let found = self
            .people
            .values()
            .find(|person| same(&person.first_name) || person.username.as_deref().is_some_and(same));
        found.map(|person| person.id)
    }

    pub(crate) fn change_person(&mut self, id: i64, change: impl FnOnce(&mut Person)) {
        if let Some(person) = self.people.get_mut(&id) {
            change(person);
            self.touched.put("person", id, &*person);
        }
    }

    /// The person's group with this title, made with the bot in it when missing.
    pub(crate) fn group_of(&mut self, person: i64, title: &str, now: i64) -> i64 {
        let known = self.groups.values().find(|group| group.title == title).map(|group| group.id);
        let id = known.unwrap_or(self.counters.next_group);
        if known.is_none() {
            self.counters.next_group -= 1;
            self.touch_counters();
        }
        let group = self.groups.entry(id).or_insert_with(|| Group { id, title: title.to_owned(), members: Vec::new() });
        if !group.members.contains(&person) {
            group.members.push(person);
        }
        self.touched.put("group", id, &*group);
        if known.is_none() {
            self.tell_membership(id, person, ["left", "member"], now);
        }
        id
    }

    /// Blocks or unblocks the bot; the bot is told, as by Telegram.
    pub(crate) fn set_blocked(&mut self, person: i64, blocked: bool, now: i64) {
        if self.people.get(&person).is_none_or(|person| person.blocked == blocked) {
            return;
        }
        self.change_person(person, |person| person.blocked = blocked);
        let statuses = if blocked { ["member", "kicked"] } else { ["kicked", "member"] };
        self.tell_membership(person, person, statuses, now);
    }

    /// The `Chat` object of a private chat or a group that the bot knows.
    pub(crate) fn chat_json(&self, chat_id: i64) -> Option<Value> {
        let group = || {
            let group = self.groups.get(&chat_id)?;
            Some(json!({ "id": group.id, "type": "group", "title": group.title }))
        };
        self.people.get(&chat_id).map(Person::to_chat).or_else(group)
    }

    /// Whether the bot has met this chat.
    ///
    /// # Errors
    /// "chat not found", for a person who has not started the bot and a group that it is not in.
    pub(crate) fn known_chat(&self, chat_id: i64) -> Result<(), Refusal> {
        let met = self.groups.contains_key(&chat_id) || self.people.get(&chat_id).is_some_and(|person| person.started);
        if met { Ok(()) } else { Err(Refusal::bad_request("chat not found")) }
    }

    /// Whether the bot may write to this chat.
    ///
    /// # Errors
    /// "chat not found", or that the user has blocked the bot.
    pub(crate) fn writable_chat(&self, chat_id: i64) -> Result<(), Refusal> {
        self.known_chat(chat_id)?;
        match self.people.get(&chat_id) {
            Some(person) if person.blocked => Err(Refusal::forbidden("bot was blocked by the user")),
            Some(_) | None => Ok(()),
        }
    }

    fn tell_membership(&mut self, chat_id: i64, by: i64, [old, new]: [&str; 2], now: i64) {
        let (Some(chat), Some(person)) = (self.chat_json(chat_id), self.people.get(&by)) else { return };
        let member = |status: &str| {
            let mut member = json!({ "user": self.bot_user(), "status": status });
            if status == "kicked" {
                member["until_date"] = json!(0);
            }
            member
        };
        let content = json!({
            "chat": chat, "from": person.to_user(), "date": now,
            "old_chat_member": member(old), "new_chat_member": member(new),
        });
        self.add_update("my_chat_member", content, chat_id, now);
    }
}
