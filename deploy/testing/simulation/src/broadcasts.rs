//! The model of messages to everybody: who has got which, and who should. Written from the rules in `bot/README.md`, not from
//! the code that keeps them.

use std::collections::{BTreeMap, BTreeSet};

use bot::core::effect::{Attempt, Effect, Reply, Work};
use bot::core::event::{Outcome, Report};
use bot::core::ids::UserId;
use bot::core::ticket::Kind;
use bot::core::update::Update;
use rand::Rng as _;
use rusqlite::Connection;

use crate::Violation;
use crate::coverage::{Coverage, Met};
use crate::model::ensure;
use crate::world::World;

/// What operators have begun.
#[derive(Debug, Clone, Default)]
pub(crate) struct Broadcasts {
    /// What was handed out, and what the bot has heard to have arrived: by broadcast and person, as tickets name them.
    handed_out: BTreeSet<String>,
    told: BTreeSet<String>,
    /// Of which it was once not known whether they arrived, likewise.
    unclear: BTreeSet<String>,
    /// Who wants none.
    switched_off: BTreeSet<UserId>,
    /// Each by its number.
    known: BTreeMap<i64, Broadcast>,
}

#[derive(Debug, Clone, Default)]
struct Broadcast {
    state: String,
    /// Who should get it, if the operator has chosen nobody in particular.
    audience: BTreeSet<i64>,
    /// Of them, those who need not have got it: out of reach at some moment, refused by Telegram, or they want none.
    excused: BTreeSet<i64>,
}

impl Broadcasts {
    /// Somebody wants no such messages any more, or wants them again.
    pub(crate) fn note_update(&mut self, update: &Update, coverage: &mut Coverage) {
        let Some(query) = &update.callback_query else { return };
        match query.data.as_deref() {
            Some("news:off" | "settings:news:off") => {
                coverage.meet(Met::Broadcast("switched off"));
                self.switched_off.insert(query.from.id);
            }
            Some("news:on" | "settings:news:on") => drop(self.switched_off.remove(&query.from.id)),
            _ => {}
        }
    }

    /// A try to send one ended.
    pub(crate) fn note_report(&mut self, report: &Report, coverage: &mut Coverage) {
        let key = &report.ticket.key;
        match report.outcome {
            Outcome::Done(_) => {
                coverage.meet(Met::Broadcast("sent"));
                self.told.insert(key.clone());
            }
            Outcome::Unreachable => coverage.meet(Met::Broadcast("blocked")),
            Outcome::Refused(_) => coverage.meet(Met::Broadcast("refused")),
            Outcome::TryAgain(_) => return,
            // They may have it, and are tried once more.
            Outcome::Unclear if self.unclear.insert(key.clone()) => return,
            Outcome::Unclear => coverage.meet(Met::Broadcast("unclear twice")),
        }
        let parts = key.split_once(':').and_then(|(id, user)| Some((id.parse().ok()?, user.parse().ok()?)));
        if let Some((broadcast, user)) = parts.and_then(|(id, user): (i64, i64)| Some((self.known.get_mut(&id)?, user)))
        {
            broadcast.excused.insert(user);
        }
    }

    /// What the bot is about to send.
    pub(crate) fn look_at(&mut self, effects: &[Effect], coverage: &mut Coverage) -> Result<(), Violation> {
        for effect in effects {
            let Effect::Attempt(Attempt { ticket, user, work: Work::Tell(Reply::Copy { .. }), .. }) = effect else {
                continue;
            };
            if ticket.kind != Kind::Broadcast {
                continue;
            }
            let key = &ticket.key;
            ensure(!self.told.contains(key), "nobody gets a broadcast twice", || key.clone())?;
            ensure(!self.switched_off.contains(user), "who switched broadcasts off gets none", || key.clone())?;
            if !self.handed_out.insert(key.clone()) {
                coverage.meet(Met::Broadcast("sent again"));
            }
        }
        Ok(())
    }

    /// The rows after a commit.
    pub(crate) fn compare(&mut self, connection: &Connection, coverage: &mut Coverage) -> Result<(), Violation> {
        let sql = "SELECT id, state, language IS NULL AND seen_days IS NULL, coalesce(began_at, 0) FROM broadcasts";
        let mut statement = connection.prepare_cached(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).unwrap();
        for row in rows {
            let (id, state, is_for_all, began_at): (i64, String, bool, i64) = row.unwrap();
            let known = self.known.entry(id).or_default();
            let is_open = matches!(known.state.as_str(), "sending" | "paused");
            if known.state != state {
                coverage.meet(Met::Broadcast(name_of(&state)));
                if state == "sending" && !is_open && is_for_all {
                    let reached = "SELECT id FROM people WHERE reachable AND blocked_at IS NULL AND first_seen <= ?1";
                    known.audience = people(connection, reached, began_at);
                    known.audience.retain(|user| !self.switched_off.contains(&UserId(*user)));
                }
                known.state.clone_from(&state);
            }
            if is_open {
                let away = "SELECT id FROM people WHERE (NOT reachable OR broadcasts_off OR blocked_at IS NOT NULL) AND ?1 = ?1";
                known.excused.extend(people(connection, away, began_at));
            }
            if state == "done" && is_open {
                let forgotten = known.audience.iter().find(|user| !known.excused.contains(user));
                ensure(forgotten.is_none(), "everybody whom a broadcast is for gets it", || {
                    format!("{id}: not {forgotten:?} of {:?}", known.audience)
                })?;
            }
        }
        Ok(())
    }

    /// Nothing goes wrong any more: what nobody has stopped has come to its end.
    pub(crate) fn check_at_end(&self, connection: &Connection) -> Result<(), Violation> {
        let sql = "SELECT id FROM broadcasts WHERE state = 'sending' AND ?1 = ?1";
        let endless = people(connection, sql, 0);
        ensure(endless.is_empty(), "a broadcast that nobody stops comes to its end", || format!("{endless:?}"))
    }
}

impl World {
    /// What an operator does who wants to tell everybody something, and what people think of that.
    pub(crate) fn go_on_with_broadcast(&mut self, index: usize, is_operator: bool) {
        if !is_operator {
            return match self.random.random_range(0..10) {
                0..3 => self.press(index, (0, "news:off".to_owned())),
                3..6 => self.press(index, (0, "news:on".to_owned())),
                _ => self.block_or_unblock(index),
            };
        }
        if self.agenda.concerns(self.people[index].user.id.0) {
            return; // They wait for the answer.
        }
        let dice = self.random.random_range(0..100);
        let person = &self.people[index];
        let shows =
            |what: &str| person.buttons.iter().any(|(_, data)| data.starts_with("broadcast:") && data.ends_with(what));
        let pressed = match dice {
            0..80 if shows(":now") => Some(":now"),
            80..88 if shows(":hour") => Some(":hour"),
            _ if shows(":resume") => Some(":resume"),
            0..45 if shows(":pause") => Some(":pause"),
            95.. if shows(":cancel") => Some(":cancel"),
            _ => None,
        };
        let is_asked = shows(":cancel") && !shows(":now") && !shows(":pause");
        if let Some(what) = pressed {
            self.press_one_with(index, what);
        } else if is_asked {
            self.write(index, |message| message.text = Some("half price this week".to_owned()));
        } else {
            self.write(index, |message| message.text = Some("/broadcast".to_owned()));
        }
    }
}

fn people(connection: &Connection, sql: &str, moment: i64) -> BTreeSet<i64> {
    let mut statement = connection.prepare_cached(sql).unwrap();
    let rows = statement.query_map([moment], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

fn name_of(state: &str) -> &'static str {
    match state {
        "scheduled" => "scheduled",
        "sending" => "sending",
        "paused" => "paused",
        "done" => "done",
        "cancelled" => "cancelled",
        _ => "draft",
    }
}
