//! What Telegram takes: every effect is held against its limits.
//! Source: core.telegram.org/bots/api, `sendMessage`, `sendInvoice`, `answerCallbackQuery`, `InlineKeyboardButton`, `sendVideo`.

use bot::core::chat::callback_data::CallbackData;
use bot::core::effect::{Attempt, ButtonAction, Effect, Invoice, Keyboard, Reply, Work};

use crate::Violation;
use crate::model::ensure;

/// Holds an effect against the limits.
pub(crate) fn check(effect: &Effect) -> Result<(), Violation> {
    match effect {
        Effect::Reply(reply) | Effect::Attempt(Attempt { work: Work::Tell(reply), .. }) => check_reply(reply),
        Effect::Attempt(Attempt { work: Work::Deliver(video), .. }) => {
            check_keyboard(&video.keyboard)?;
            let words = &video.link;
            for (why, until) in [(&words.too_large, &words.kept), (&words.not_taken, &words.at_provider)] {
                check_text(&format!("{why}\n\n{until}"))?;
            }
            within(&video.caption, 0, 1024, "a caption has at most 1024 characters")?;
            ensure(!video.urls.is_empty(), "a video has an address", || format!("{video:?}"))
        }
        Effect::Attempt(Attempt {
            work:
                Work::Publish(_)
                | Work::CheckImage { .. }
                | Work::Refund { .. }
                | Work::EditSubscription(_)
                | Work::ShowStats(_),
            ..
        })
        | Effect::ShowStats(_)
        | Effect::ReadStars { .. }
        | Effect::ReadPriceList
        | Effect::ReadShop => Ok(()),
    }
}

fn check_reply(reply: &Reply) -> Result<(), Violation> {
    match reply {
        Reply::Send { html, keyboard, .. } | Reply::Edit { html, keyboard, .. } => {
            check_text(html)?;
            check_keyboard(keyboard)
        }
        Reply::Video { html, keyboard, .. } => {
            let caption = plain(html).unwrap_or_default();
            within(&caption, 0, 1024, "a caption has at most 1024 characters")?;
            check_keyboard(keyboard)
        }
        Reply::Copy { keyboard, .. } => check_keyboard(keyboard),
        Reply::AnswerCallback { text, .. } => {
            within(text.as_deref().unwrap_or_default(), 0, 200, "an answer to a button has at most 200 characters")
        }
        Reply::AnswerCheckout { refusal, .. } => match refusal {
            Some(words) => within(words, 1, 200, "a refused payer is told why"),
            None => Ok(()),
        },
        Reply::Invoice { invoice, .. } => check_invoice(invoice, 100_000),
        Reply::Subscription { html, label, invoice, .. } => {
            check_text(html)?;
            ensure(!label.trim().is_empty(), "a button says something", || format!("{reply:?}"))?;
            check_invoice(invoice, 10_000)
        }
    }
}

fn check_invoice(invoice: &Invoice, stars_max: i64) -> Result<(), Violation> {
    within(&invoice.title, 1, 32, "an invoice's title has 1 to 32 characters")?;
    within(&invoice.description, 1, 255, "an invoice's description has 1 to 255 characters")?;
    let bytes = invoice.payload.len();
    ensure((1..=128).contains(&bytes), "an invoice's payload has 1 to 128 bytes", || invoice.payload.clone())?;
    let stars = invoice.stars.0;
    ensure((1..=stars_max).contains(&stars), "an invoice is over no more Stars than Telegram takes", || {
        stars.to_string()
    })
}

fn check_text(html: &str) -> Result<(), Violation> {
    let text =
        plain(html).ok_or_else(|| Violation { invariant: "a text is well-formed HTML", what: html.to_owned() })?;
    within(text.trim(), 1, 4096, "a text has 1 to 4096 characters")?;
    // Nobody writes these in a history; they are what is shown for a text or a value that is not there.
    let has_hole = text.contains('{') || text.contains("Unknown localization");
    ensure(!has_hole, "a text has no holes", || text.clone())
}

fn check_keyboard(Keyboard(rows): &Keyboard) -> Result<(), Violation> {
    ensure(rows.iter().flatten().count() <= 100, "a keyboard has at most 100 buttons", || format!("{rows:?}"))?;
    for button in rows.iter().flatten() {
        ensure(!button.label.trim().is_empty(), "a button says something", || format!("{button:?}"))?;
        if let ButtonAction::Callback(data) = &button.action {
            let right = (1..=64).contains(&data.len()) && CallbackData::parse(data).is_some();
            ensure(right, "a button's data has 1 to 64 bytes and is understood", || data.clone())?;
        }
    }
    Ok(())
}

fn within(text: &str, min: usize, max: usize, invariant: &'static str) -> Result<(), Violation> {
    let units = text.encode_utf16().count();
    ensure((min..=max).contains(&units), invariant, || format!("{units}: {text}"))
}

/// The text without its tags. `None` when a tag is unknown or left open, or a character is not escaped.
fn plain(html: &str) -> Option<String> {
    let (mut text, mut open, mut rest) = (String::new(), Vec::new(), html);
    while let Some(at) = rest.find(['<', '&', '>']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(if rest.starts_with('<') { '>' } else { ';' })?;
        let inner = &rest[1..end];
        match (&rest[..1], inner) {
            ("<", tag) if tag.starts_with('/') => (open.pop()? == tag[1..]).then_some(())?,
            ("<", "b" | "i" | "code" | "blockquote") => open.push(inner.to_owned()),
            ("<", tag) if tag.starts_with("a href=\"") => open.push("a".to_owned()),
            ("&", "amp") => text.push('&'),
            ("&", "lt") => text.push('<'),
            ("&", "gt") => text.push('>'),
            _ => return None,
        }
        rest = &rest[end + 1..];
    }
    text.push_str(rest);
    open.is_empty().then_some(text)
}
