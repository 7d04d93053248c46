//! `/videos`: what a person has made, newest first, and what can be done with each.

use super::callback_data::{CallbackData, VideosAction};
use super::texts::{args, cut, escape};
use super::{Person, generate, keyboards, render};
use crate::core::CoreError;
use crate::core::effect::{Button, ButtonAction, Keyboard, Reply};
use crate::core::ids::MessageId;
use crate::core::jobs::{self, Job};
use crate::core::turn::Turn;

/// Videos on a page.
const PAGE: usize = 5;

/// UTF-16 units of a prompt that the list shows.
const PROMPT_UNITS_MAX: usize = 60;

/// The longest text that a button copies, in characters.
/// Source: core.telegram.org/bots/api#copytextbutton
const COPIED_CHARS_MAX: usize = 256;

/// `/videos`
pub(super) fn list(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    show_page(turn, person, None, 0)
}

/// A button of the list, or under one video.
pub(super) fn pressed(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    action: &VideosAction,
) -> Result<Option<String>, CoreError> {
    let job = match action {
        VideosAction::Page(page) => return show_page(turn, person, message, *page).map(|()| None),
        VideosAction::Show { job, .. } | VideosAction::Send(job) | VideosAction::Delete { job, .. } => *job,
    };
    let Some(job) = jobs::delivered(turn, person.id, job)? else {
        show_page(turn, person, message, 0)?;
        return Ok(Some(person.texts.say("video-gone")));
    };
    match action {
        VideosAction::Page(_) => Ok(None),
        VideosAction::Show { page, .. } => {
            let (html, keyboard) = one(turn, person, &job, *page)?;
            person.show(turn, message, html, keyboard);
            Ok(None)
        }
        VideosAction::Send(_) => send_again(turn, person, &job),
        VideosAction::Delete { job, page } => {
            jobs::forget_delivered(turn, person.id, *job)?;
            show_page(turn, person, message, *page)?;
            Ok(Some(person.texts.say("video-deleted")))
        }
    }
}

fn show_page(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>, page: u32) -> Result<(), CoreError> {
    let texts = &person.texts;
    let mut found = jobs::delivered_page(turn, person.id, page, PAGE)?;
    let has_older = found.len() > PAGE;
    found.truncate(PAGE);
    if found.is_empty() {
        // Its last video was deleted, or the page is from another day.
        if page > 0 {
            return show_page(turn, person, message, 0);
        }
        person.show(turn, message, texts.say("videos-none"), keyboards::main_actions(texts));
        return Ok(());
    }
    let lines = found.iter().enumerate().map(|(at, job)| {
        let model = render::model_name(turn, job);
        let prompt = escape(&cut(&job.prompt, PROMPT_UNITS_MAX));
        let date = texts.date(job.id.placed_at());
        texts.say_with("videos-line", args! { number: at + 1, model: escape(model), date, prompt })
    });
    let html = std::iter::once(texts.say("videos")).chain(lines).collect::<Vec<_>>().join("\n");
    let show = |(at, job): (usize, &Job)| {
        keyboards::button((at + 1).to_string(), &CallbackData::Videos(VideosAction::Show { job: job.id, page }))
    };
    let mut rows = vec![found.iter().enumerate().map(show).collect::<Vec<_>>()];
    let turn_to = |label: String, page| keyboards::button(label, &CallbackData::Videos(VideosAction::Page(page)));
    let newer = page.checked_sub(1).map(|page| turn_to(texts.button("newer"), page));
    let older = has_older.then(|| turn_to(texts.button("older"), page.saturating_add(1)));
    rows.push(newer.into_iter().chain(older).collect());
    person.show(turn, message, html, Keyboard(rows));
    Ok(())
}

/// One video, and what can be done with it.
fn one(turn: &Turn<'_>, person: &Person, job: &Job, page: u32) -> Result<(String, Keyboard), CoreError> {
    let texts = &person.texts;
    let mut rows = Vec::new();
    if jobs::file_id(turn, job.id)?.is_some() {
        rows.push(vec![keyboards::button(
            texts.button("send-again"),
            &CallbackData::Videos(VideosAction::Send(job.id)),
        )]);
    }
    rows.extend(keyboards::after_job(turn, texts, job)?.0);
    if (1..=COPIED_CHARS_MAX).contains(&job.prompt.chars().count()) {
        rows.push(vec![Button::new(texts.button("copy-prompt"), ButtonAction::Copy(job.prompt.clone()))]);
    }
    let delete = CallbackData::Videos(VideosAction::Delete { job: job.id, page });
    let back = CallbackData::Videos(VideosAction::Page(page));
    rows.push(vec![keyboards::button(texts.button("back"), &back), keyboards::button(texts.button("delete"), &delete)]);
    Ok((render::caption(turn, texts, job), Keyboard(rows)))
}

fn send_again(turn: &mut Turn<'_>, person: &Person, job: &Job) -> Result<Option<String>, CoreError> {
    let Some(video) = jobs::file_id(turn, job.id)? else { return Ok(Some(person.texts.say("video-gone"))) };
    let html = render::caption(turn, &person.texts, job);
    let keyboard = keyboards::after_job(turn, &person.texts, job)?;
    turn.reply(Reply::Video { chat: person.id.0, topic: person.topic, video, html, keyboard });
    Ok(None)
}

/// A link with this parameter was opened. Says whether it leads to an order like that of a video.
pub(super) fn opened(turn: &mut Turn<'_>, person: &Person, parameter: &str) -> Result<bool, CoreError> {
    let job = parameter.strip_prefix(keyboards::VIDEO_LINK_PREFIX).and_then(|job| job.parse().ok());
    let Some(job) = job else { return Ok(false) };
    if !generate::placing::like_shared(turn, person, job)? {
        person.send(turn, person.texts.say("shared-gone"), keyboards::welcome(&person.texts));
    }
    Ok(true)
}
