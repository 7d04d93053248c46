//! `/stats`: the figures of the shop as an image with a few lines under it, now or every morning. What they are is read when
//! they are shown (`effects::show_stats`); here are the request, the buttons, and the words.

use super::Person;
use super::callback_data::{CallbackData, StatsAction};
use super::keyboards::{button, checked};
use super::texts::{Texts, args};
use crate::core::effect::{Effect, Keyboard, StatsView};
use crate::core::ids::MessageId;
use crate::core::people;
use crate::core::shop_stats::ShopFigures;
use crate::core::turn::Turn;
use crate::core::{CoreError, daily_stats};

/// The days that a message shows first.
pub(super) const DAYS_FIRST: u16 = 7;

/// The days that buttons offer.
const DAYS: [u16; 2] = [DAYS_FIRST, 30];

/// What to say to the command.
pub(super) enum Answer {
    /// The figures are on their way.
    Shown,
    /// This.
    Said(String),
    /// How it is written.
    NotUnderstood,
}

/// `/stats`, `/stats daily on [hour]`, `/stats daily off`.
pub(super) fn command(turn: &mut Turn<'_>, person: &Person, words: &[&str]) -> Result<Answer, CoreError> {
    let hour = match words {
        [] => {
            show(turn, person, None, DAYS_FIRST)?;
            return Ok(Answer::Shown);
        }
        ["daily", "on"] => Some(daily_stats::HOUR),
        ["daily", "on", hour] => match hour.trim_end_matches(":00").parse::<u8>().ok().filter(|hour| *hour < 24) {
            Some(hour) => Some(hour),
            None => return Ok(Answer::NotUnderstood),
        },
        ["daily", "off"] => None,
        _ => return Ok(Answer::NotUnderstood),
    };
    Ok(Answer::Said(daily(turn, person, hour)?))
}

/// A button under them. What is shown over the chat.
pub(super) fn pressed(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    action: StatsAction,
) -> Result<Option<String>, CoreError> {
    let (StatsAction::Show { days } | StatsAction::Daily { days, .. }) = action;
    if !DAYS.contains(&days) {
        return Ok(Some(person.texts.say("old-button")));
    }
    let toast = match action {
        StatsAction::Show { .. } => None,
        StatsAction::Daily { wanted, .. } => Some(daily(turn, person, wanted.then_some(daily_stats::HOUR))?),
    };
    show(turn, person, message, days)?;
    Ok(toast)
}

/// The figures of so many days, with the buttons under them.
pub(super) fn view(
    turn: &Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    days: u16,
) -> Result<StatsView, CoreError> {
    let texts = &person.texts;
    let of_days = |offered: u16| {
        let label = texts.say_with("button-stats-days", args! { days: i64::from(offered) });
        button(checked(label, offered == days), &CallbackData::Stats(StatsAction::Show { days: offered }))
    };
    let is_on = daily_stats::hour(turn, person.id)?.is_some();
    let daily = button(
        if is_on { texts.button("stats-daily-off") } else { texts.button("stats-daily-on") },
        &CallbackData::Stats(StatsAction::Daily { wanted: !is_on, days }),
    );
    Ok(StatsView {
        chat: person.id.0,
        topic: person.topic,
        message,
        days,
        language: people::language(turn, person.id)?,
        keyboard: Keyboard(vec![DAYS.map(of_days).to_vec(), vec![daily]]),
    })
}

pub(super) fn show(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    days: u16,
) -> Result<(), CoreError> {
    let view = view(turn, person, message, days)?;
    turn.effects.push(Effect::ShowStats(view));
    Ok(())
}

fn daily(turn: &Turn<'_>, person: &Person, hour: Option<u8>) -> Result<String, CoreError> {
    match hour {
        Some(hour) => {
            daily_stats::switch_on(turn, person.id, hour)?;
            Ok(person.texts.say_with("operators-stats-daily-on", args! { time: format!("{hour}:00") }))
        }
        None => {
            daily_stats::switch_off(turn, person.id)?;
            Ok(person.texts.say("operators-stats-daily-off"))
        }
    }
}

/// What is said of the figures: under the image, and in it.
#[derive(Debug, Clone)]
pub struct StatsWords {
    /// A few lines in Telegram's HTML.
    pub caption: String,
    /// Of the image, without markup.
    pub image: ImageWords,
}

/// The words in the image.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the heading of what it is named after")]
pub struct ImageWords {
    pub title: String,
    pub stars: String,
    pub orders: String,
    pub people: String,
    pub margin: String,
    pub stars_by_day: String,
    pub orders_by_day: String,
    pub people_by_day: String,
    pub success_by_model: String,
    pub nothing: String,
}

/// What is said when the figures cannot be read.
#[must_use]
pub fn unreadable(language: &str) -> String {
    Texts::for_language(language).say("operators-stats-unreadable")
}

/// The words about these figures in this language.
#[must_use]
pub fn words(language: &str, shop: &ShopFigures) -> StatsWords {
    let texts = Texts::for_language(language);
    let days = i64::try_from(shop.days.len()).unwrap_or_default();
    let usd = |micro: i64| {
        let sign = if micro < 0 { "-" } else { "" };
        let cents = micro.unsigned_abs() / 10_000;
        format!("{sign}{}.{:02}", cents / 100, cents % 100)
    };
    let percent = |percent: Option<i64>| percent.map_or_else(|| "–".to_owned(), |percent| format!("{percent}%"));
    let caption = texts.say_with(
        "operators-stats",
        args! {
            days,
            stars: shop.stars(),
            returned: shop.stars_returned,
            orders: shop.orders(),
            people: shop.people(),
            success: percent(shop.success_percent()),
            margin: percent(shop.margin_percent()),
            income: usd(shop.income_micro_usd),
            cost: usd(shop.cost_micro_usd)
        },
    );
    let image = ImageWords {
        title: texts.say_with("stats-image-title", args! { days }),
        stars: texts.say("stats-image-stars"),
        orders: texts.say("stats-image-orders"),
        people: texts.say("stats-image-people"),
        margin: texts.say("stats-image-margin"),
        stars_by_day: texts.say("stats-image-stars-by-day"),
        orders_by_day: texts.say("stats-image-orders-by-day"),
        people_by_day: texts.say("stats-image-people-by-day"),
        success_by_model: texts.say("stats-image-success-by-model"),
        nothing: texts.say("stats-image-nothing"),
    };
    StatsWords { caption, image }
}
