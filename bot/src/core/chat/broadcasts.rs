//! `/broadcast`: an operator sends a message to everybody, or to some, and sees how far it is.
//!
//! The conversation: the message, as a copy of what the operator sends here; whom it is for and when, on one panel; and that
//! panel then shows how far it is, with the ways to stop it.

use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::callback_data::BroadcastAction;
use super::keyboards::{self, broadcast as button, checked};
use super::texts::{Texts, args, language_name};
use super::{Person, Said, render};
use crate::core::CoreError;
use crate::core::broadcasts::{self, Audience, Awaits, Broadcast, BroadcastState, Original, StartBroadcast};
use crate::core::effect::{Button, ButtonStyle, Keyboard, Reply};
use crate::core::ids::MessageId;
use crate::core::people::is_owner;
use crate::core::turn::Turn;

/// Days within which people were seen, as buttons offer them.
const SEEN_DAYS: [u16; 3] = [7, 30, 90];

/// The hours of tomorrow that buttons offer, UTC.
const TOMORROW_HOURS: [u8; 2] = [9, 17];

/// What Telegram copies besides text and images.
/// Source: core.telegram.org/bots/api#copymessage
const COPIED: [&str; 5] = ["animation", "audio", "video", "video_note", "voice"];

/// `/broadcast`: shows those that are planned or on their way, with their buttons, and asks for the message of the next.
pub(super) fn begin(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    for broadcast in broadcasts::begun(turn)? {
        let (html, keyboard) = progress(&person.texts, &broadcast);
        person.send(turn, html, keyboard);
    }
    let id = broadcasts::begin(turn, person.id)?;
    let cancel = button(person.texts.button("cancel"), id, BroadcastAction::Cancel);
    person.send(turn, person.texts.say("operators-broadcast-ask"), Keyboard(vec![vec![cancel]]));
    Ok(())
}

/// Another button was pressed: nothing that is written next is for a broadcast.
pub(super) fn turn_away(turn: &Turn<'_>, person: &Person) -> Result<(), CoreError> {
    if is_owner(turn, person.id) { broadcasts::stop_waiting(turn, person.id) } else { Ok(()) }
}

/// Another command than an answer came. Whether that was all that it was meant for: `/cancel`.
pub(super) fn leave(turn: &mut Turn<'_>, person: &Person, is_cancel: bool) -> Result<bool, CoreError> {
    let Some((draft, _)) = broadcasts::awaited(turn, person.id)? else { return Ok(false) };
    broadcasts::stop_waiting(turn, person.id)?;
    if !is_cancel {
        return Ok(false);
    }
    broadcasts::cancel(turn, person.id, &draft)?;
    person.send(turn, person.texts.say("operators-broadcast-not-sent"), Keyboard::default());
    Ok(true)
}

/// What an operator writes after they were asked. Whether it was meant for a broadcast.
pub(super) fn answered(turn: &mut Turn<'_>, person: &Person, said: Said<'_>) -> Result<bool, CoreError> {
    if !is_owner(turn, person.id) || !said.message.is_said() {
        return Ok(false);
    }
    let Some((broadcast, awaits)) = broadcasts::awaited(turn, person.id)? else { return Ok(false) };
    match awaits {
        Awaits::Message => message(turn, person, &broadcast, said)?,
        Awaits::Time => match read_time(said.words, turn.now()) {
            Some(at) => begin_at(turn, person, &broadcast, at)?,
            None => ask_time(turn, person, &broadcast)?,
        },
    }
    Ok(true)
}

/// The panel above shows that it begins then, and the answer below says so.
fn begin_at(turn: &mut Turn<'_>, person: &Person, broadcast: &Broadcast, at: Timestamp) -> Result<(), CoreError> {
    let panel = broadcast.status_message;
    let refusal = start(turn, person, panel, broadcast, Some(at))?;
    let said = match (refusal, panel) {
        (Some(refusal), _) => Some(refusal),
        (None, Some(_)) => broadcasts::get(turn, broadcast.id)?.map(|scheduled| progress(&person.texts, &scheduled).0),
        (None, None) => None,
    };
    if let Some(said) = said {
        person.send(turn, said, Keyboard::default());
    }
    Ok(())
}

/// A button of a broadcast. What is shown over the chat.
pub(super) fn pressed(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    id: i64,
    action: &BroadcastAction,
) -> Result<Option<String>, CoreError> {
    let old = || Ok(Some(person.texts.say("old-button")));
    let Some(broadcast) = broadcasts::get(turn, id)? else { return old() };
    match action {
        BroadcastAction::Pause => {
            let toast = (!broadcasts::pause(turn, person.id, &broadcast)?).then(|| person.texts.say("old-button"));
            return shown_again(turn, person, message, id, toast);
        }
        BroadcastAction::Resume => {
            let toast = (!broadcasts::resume(turn, person.id, &broadcast)?).then(|| person.texts.say("old-button"));
            return shown_again(turn, person, message, id, toast);
        }
        BroadcastAction::Cancel => {
            let toast = (!broadcasts::cancel(turn, person.id, &broadcast)?).then(|| person.texts.say("old-button"));
            return shown_again(turn, person, message, id, toast);
        }
        BroadcastAction::Draft
        | BroadcastAction::Everybody
        | BroadcastAction::Languages
        | BroadcastAction::Language(_)
        | BroadcastAction::Seen(_)
        | BroadcastAction::Now
        | BroadcastAction::InAnHour
        | BroadcastAction::Tomorrow(_)
        | BroadcastAction::AskTime => {}
    }
    // Whoever began it decides about it until it begins; then all operators may stop it.
    if broadcast.state != BroadcastState::Draft || broadcast.operator != person.id || broadcast.message.is_none() {
        return old();
    }
    decide(turn, person, message, broadcast, action)
}

/// Shows operators how far their broadcasts are.
pub(super) fn show(turn: &mut Turn<'_>) -> Result<(), CoreError> {
    for broadcast in broadcasts::to_show(turn)? {
        let Some(message) = broadcast.status_message else { continue };
        let texts = render::texts(turn, broadcast.operator)?;
        let (html, keyboard) = progress(&texts, &broadcast);
        turn.reply(Reply::Edit { chat: broadcast.operator.0, message, html, keyboard });
    }
    Ok(())
}

/// The message that people shall get: shown as they will see it, and then the panel.
fn message(turn: &mut Turn<'_>, person: &Person, broadcast: &Broadcast, said: Said<'_>) -> Result<(), CoreError> {
    let message = said.message;
    let is_copied = message.text.is_some()
        || message.image().is_some()
        || COPIED.iter().any(|kind| message.others.contains_key(*kind));
    if !is_copied || message.media_group_id.is_some() {
        let cancel = button(person.texts.button("cancel"), broadcast.id, BroadcastAction::Cancel);
        person.send(turn, person.texts.say("operators-broadcast-cannot"), Keyboard(vec![vec![cancel]]));
        return Ok(());
    }
    broadcasts::take_message(turn, broadcast, message.message_id)?;
    let original = Original { operator: person.id, message: message.message_id };
    let preview = render::broadcast(turn, person.id, original)?;
    turn.reply(preview);
    panel(turn, person, None, broadcast)
}

fn decide(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    broadcast: Broadcast,
    action: &BroadcastAction,
) -> Result<Option<String>, CoreError> {
    let mut broadcast = broadcast;
    let now = turn.now();
    let at = |time: SignedDuration| now.saturating_add(time).unwrap_or(now);
    match action {
        BroadcastAction::Everybody => broadcast.audience = Audience::default(),
        BroadcastAction::Language(language) => broadcast.audience.language.clone_from(language),
        BroadcastAction::Seen(days) => broadcast.audience.seen_days = days.map(i64::from),
        BroadcastAction::Languages => return languages(turn, person, message, &broadcast).map(|()| None),
        BroadcastAction::Now => return start(turn, person, message, &broadcast, None),
        BroadcastAction::InAnHour => {
            return start(turn, person, message, &broadcast, Some(at(SignedDuration::from_hours(1))));
        }
        BroadcastAction::Tomorrow(hour) => {
            return start(turn, person, message, &broadcast, tomorrow(now, *hour));
        }
        BroadcastAction::AskTime => {
            broadcasts::await_time(turn, &broadcast, message)?;
            return ask_time(turn, person, &broadcast).map(|()| None);
        }
        BroadcastAction::Draft | BroadcastAction::Cancel | BroadcastAction::Pause | BroadcastAction::Resume => {}
    }
    broadcasts::choose_audience(turn, &broadcast, &broadcast.audience)?;
    panel(turn, person, message, &broadcast)?;
    Ok(None)
}

/// Whom it is for, how many that is, and when.
fn panel(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    broadcast: &Broadcast,
) -> Result<(), CoreError> {
    let texts = &person.texts;
    let Audience { language, seen_days } = &broadcast.audience;
    let people = broadcasts::count(turn, &broadcast.audience)?;
    let button = |label: String, action| button(label, broadcast.id, action);
    let is_everybody = broadcast.audience == Audience::default();
    let mut rows =
        vec![vec![button(checked(texts.button("broadcast-everybody"), is_everybody), BroadcastAction::Everybody)]];
    let spoken = match language {
        Some(tag) => checked(spoken_name(tag), true),
        None => texts.button("broadcast-languages"),
    };
    let seen = |days: u16| {
        let is_chosen = *seen_days == Some(i64::from(days));
        let label = texts.say_with("button-broadcast-seen", args! { days: i64::from(days) });
        button(checked(label, is_chosen), BroadcastAction::Seen((!is_chosen).then_some(days)))
    };
    // Two in a row: more of them are cut off on a phone.
    let mut choices = vec![button(spoken, BroadcastAction::Languages)];
    choices.extend(SEEN_DAYS.map(seen));
    rows.extend(choices.chunks(2).map(<[Button]>::to_vec));
    let now = texts.say_with("button-broadcast-now", args! { people });
    rows.push(vec![button(now, BroadcastAction::Now).styled(ButtonStyle::Primary)]);
    let tomorrow = |hour: u8| {
        let label = texts.say_with("button-broadcast-tomorrow", args! { time: format!("{hour}:00") });
        button(label, BroadcastAction::Tomorrow(hour))
    };
    rows.push(TOMORROW_HOURS.map(tomorrow).to_vec());
    rows.push(vec![
        button(texts.button("broadcast-hour"), BroadcastAction::InAnHour),
        button(texts.button("broadcast-time"), BroadcastAction::AskTime),
    ]);
    rows.push(vec![button(texts.button("cancel"), BroadcastAction::Cancel)]);
    let html = texts.say_with("operators-broadcast-panel", args! { people, to: to(texts, &broadcast.audience) });
    person.show(turn, message, html, Keyboard(rows));
    Ok(())
}

fn languages(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    broadcast: &Broadcast,
) -> Result<(), CoreError> {
    let texts = &person.texts;
    let Audience { language, seen_days } = &broadcast.audience;
    let spoken = broadcasts::languages(turn, &Audience { language: None, seen_days: *seen_days })?;
    let choice = |(tag, people): (String, i64)| {
        let label = format!("{} · {people}", spoken_name(&tag));
        let is_chosen = language.as_ref() == Some(&tag);
        button(checked(label, is_chosen), broadcast.id, BroadcastAction::Language(Some(tag)))
    };
    let buttons: Vec<Button> = spoken.into_iter().map(choice).collect();
    let all = checked(texts.button("broadcast-all-languages"), language.is_none());
    let mut rows = vec![vec![button(all, broadcast.id, BroadcastAction::Language(None))]];
    rows.extend(buttons.chunks(2).map(<[Button]>::to_vec));
    rows.push(vec![button(texts.button("back"), broadcast.id, BroadcastAction::Draft)]);
    person.show(turn, message, texts.say("operators-broadcast-ask-language"), Keyboard(rows));
    Ok(())
}

/// Begins it, or says why not.
fn start(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    broadcast: &Broadcast,
    at: Option<Timestamp>,
) -> Result<Option<String>, CoreError> {
    let texts = &person.texts;
    match broadcasts::start(turn, person.id, broadcast, at, message)? {
        StartBroadcast::Begun | StartBroadcast::Scheduled => shown_again(turn, person, message, broadcast.id, None),
        StartBroadcast::NoDraft => Ok(Some(texts.say("old-button"))),
        StartBroadcast::Nobody => Ok(Some(texts.say("operators-broadcast-nobody"))),
        StartBroadcast::WrongTime => Ok(Some(texts.say("operators-broadcast-wrong-time"))),
    }
}

fn ask_time(turn: &mut Turn<'_>, person: &Person, broadcast: &Broadcast) -> Result<(), CoreError> {
    let now = turn.now().strftime("%Y-%m-%d %H:%M").to_string();
    let cancel = button(person.texts.button("cancel"), broadcast.id, BroadcastAction::Cancel);
    let html = person.texts.say_with("operators-broadcast-ask-time", args! { now });
    person.send(turn, html, Keyboard(vec![vec![cancel]]));
    Ok(())
}

/// The message under which a button was pressed shows how the broadcast is now.
fn shown_again(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    id: i64,
    toast: Option<String>,
) -> Result<Option<String>, CoreError> {
    if let Some(broadcast) = broadcasts::get(turn, id)? {
        let (html, keyboard) = progress(&person.texts, &broadcast);
        person.show(turn, message, html, keyboard);
        // The author's own message is another one if somebody else pressed, or the author elsewhere.
        if person.id == broadcast.operator && message == broadcast.status_message {
            broadcasts::shown(turn, id)?;
        }
    }
    Ok(toast)
}

/// How far it is, and what can be done about it.
fn progress(texts: &Texts, broadcast: &Broadcast) -> (String, Keyboard) {
    let Broadcast { id, state, people, sent, blocked, failed, starts_at, .. } = broadcast;
    let at = starts_at.map(|at| at.strftime("%Y-%m-%d %H:%M").to_string()).unwrap_or_default();
    let done = sent + blocked + failed;
    let percent = if *people > 0 { (100 * done / people).min(100) } else { 100 };
    let arguments = args! {
        state: state.as_str(), people: *people, sent: *sent, blocked: *blocked, failed: *failed, percent, at,
        to: to(texts, &broadcast.audience)
    };
    let cancel = || button(texts.button("broadcast-cancel"), *id, BroadcastAction::Cancel).styled(ButtonStyle::Danger);
    let keyboard = match state {
        BroadcastState::Sending => {
            Keyboard(vec![vec![button(texts.button("broadcast-pause"), *id, BroadcastAction::Pause), cancel()]])
        }
        BroadcastState::Paused => keyboards::broadcast_paused(texts, *id),
        BroadcastState::Scheduled => Keyboard(vec![vec![cancel()]]),
        BroadcastState::Draft | BroadcastState::Done | BroadcastState::Cancelled => Keyboard::default(),
    };
    (texts.say_with("operators-broadcast-progress", arguments), keyboard)
}

/// Whom it is for, in words.
fn to(texts: &Texts, audience: &Audience) -> String {
    let language = audience.language.as_deref().map(spoken_name).unwrap_or_default();
    let spoken = if language.is_empty() { "no" } else { "yes" };
    texts.say_with("operators-broadcast-to", args! { language, spoken, days: audience.seen_days.unwrap_or_default() })
}

/// What people who speak a language call it, if we speak it.
fn spoken_name(tag: &str) -> String {
    if let Some(name) = language_name(tag) {
        return name.to_owned();
    }
    // From a person's client, whatever that sends.
    tag.chars().filter(char::is_ascii_alphanumeric).take(8).collect::<String>().to_uppercase()
}

/// Tomorrow at this hour, UTC.
fn tomorrow(now: Timestamp, hour: u8) -> Option<Timestamp> {
    let day = now.to_zoned(TimeZone::UTC).date().tomorrow().ok()?;
    let at = day.at(i8::try_from(hour).ok()?, 0, 0, 0);
    at.to_zoned(TimeZone::UTC).ok().map(|at| at.timestamp())
}

/// `2027-01-15 18:30`, or `18:30` for the next time that it is so late; UTC.
fn read_time(words: &str, now: Timestamp) -> Option<Timestamp> {
    let words = words.trim();
    let moment = |at: DateTime| at.to_zoned(TimeZone::UTC).ok().map(|at| at.timestamp());
    if let Ok(time) = Time::strptime("%H:%M", words) {
        let today = now.to_zoned(TimeZone::UTC).date();
        return moment(today.to_datetime(time))
            .filter(|at| *at > now)
            .or_else(|| moment(today.tomorrow().ok()?.to_datetime(time)));
    }
    DateTime::strptime("%Y-%m-%d %H:%M", words).ok().and_then(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_operators_write_it() {
        let now: Timestamp = "2027-01-15T08:00:00Z".parse().unwrap();
        for (words, expected) in [
            ("2027-01-16 18:30", Some("2027-01-16T18:30:00Z")),
            (" 9:05 ", Some("2027-01-15T09:05:00Z")),
            ("07:00", Some("2027-01-16T07:00:00Z")),
            ("2027-02-30 10:00", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(read_time(words, now), expected.map(|at| at.parse().unwrap()), "{words}");
        }
        assert_eq!(tomorrow(now, 9), Some("2027-01-16T09:00:00Z".parse().unwrap()));
    }
}
