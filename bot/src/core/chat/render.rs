//! What is kept as data, in words: notices, status messages and videos, at the moment when they are sent and in the
//! language that the person has then. Nothing below this floor knows a word.

use shared::job::BlockReason;

use super::keyboards;
use super::texts::{FluentValue, Texts, cut, eligibility_name, escape};
use crate::core::effect::{Deliver, Keyboard, Reply};
use crate::core::ids::{Credits, Stars, UserId};
use crate::core::jobs::status_messages::Status;
use crate::core::jobs::{Job, Money, Progress};
use crate::core::notices::{Notice, Summary};
use crate::core::turn::Turn;
use crate::core::{CoreError, ledger, people, refunds, support_requests};

/// Longest caption, in UTF-16 units.
/// Source: core.telegram.org/bots/api#sendvideo
const CAPTION_UNITS_MAX: usize = 1024;

/// Longest reason of a failure that operators are shown, in UTF-16 units.
const REASON_UNITS_MAX: usize = 300;

/// Longest text of a person that a notice shows, in UTF-16 units; with the markup it stays within a message.
const WORDS_UNITS_MAX: usize = 3000;

/// Billionths of a Star in a Star.
const NANO: u64 = 1_000_000_000;

/// The message of a notice. `None` when there is nothing left to say.
pub(in crate::core) fn notice(turn: &Turn<'_>, user: UserId, notice: &Notice) -> Result<Option<Reply>, CoreError> {
    let said = if let Some(said) = for_person(turn, user, notice)? {
        said
    } else {
        let Some(said) = for_operator(turn, notice)? else { return Ok(None) };
        said
    };
    let (html, keyboard) = said;
    Ok(Some(Reply::Send { chat: user.0, html, keyboard }))
}

/// The status message of a job.
pub(in crate::core) fn status(turn: &Turn<'_>, status: &Status) -> Result<Reply, CoreError> {
    let Status { job, position } = status;
    let texts = texts(turn, job.user)?;
    let model = turn.policy().catalog.get(&job.model).map_or(job.model.as_str(), |model| &model.name);
    let key = match job.progress {
        Progress::Queued if position.is_none() => "status-queued-paused",
        Progress::Queued => "status-queued",
        Progress::Published => "status-published",
        Progress::Submitted => "status-submitted",
        Progress::Ready => "status-ready",
        Progress::Delivered if job.money == Money::Released => "status-delivered-free",
        Progress::Delivered => "status-delivered",
        Progress::Failed => "status-failed",
        Progress::Cancelled => "status-cancelled",
        Progress::Undeliverable if job.money == Money::Released => "status-lost",
        Progress::Undeliverable => "status-undeliverable",
    };
    let position = position.unwrap_or_default().into();
    let html =
        texts.say_with(key, &[("model", escape(model)), ("price", texts.credits(job.price)), ("position", position)]);
    let is_queued = job.progress == Progress::Queued;
    let keyboard =
        if is_queued { Keyboard(vec![vec![keyboards::cancel_job(&texts, job.id)]]) } else { Keyboard::default() };
    let chat = job.user.0;
    Ok(match job.status_message {
        Some(message) => Reply::Edit { chat, message, html, keyboard },
        None => Reply::Send { chat, html, keyboard },
    })
}

/// The video of a job, with what stands around it.
pub(in crate::core) fn video(turn: &Turn<'_>, job: Job) -> Result<Deliver, CoreError> {
    let texts = texts(turn, job.user)?;
    Ok(Deliver {
        job: job.id,
        method: job.delivery_method,
        urls: job.urls,
        caption: cut(&job.prompt, CAPTION_UNITS_MAX),
        link_html: texts.say("video-as-link"),
        keyboard: Keyboard(vec![vec![keyboards::again(&texts, job.id)]]),
    })
}

/// The words for a person, in the language of their client.
pub(in crate::core) fn texts(turn: &Turn<'_>, user: UserId) -> Result<Texts, CoreError> {
    Ok(Texts::for_language(&people::language(turn, user)?))
}

type Said = (String, Keyboard);

/// A notice for the person whom it is about. `None` for those that operators get.
fn for_person(turn: &Turn<'_>, user: UserId, notice: &Notice) -> Result<Option<Said>, CoreError> {
    let texts = texts(turn, user)?;
    let credits = |credits: Credits| texts.credits(credits);
    let balance = ("balance", texts.credits(ledger::available(turn, user)?));
    let mut keyboard = Keyboard::default();
    let html = match notice {
        Notice::Receipt { bought, .. } => texts.say_with("receipt", &[("bought", credits(*bought)), balance]),
        Notice::PaymentUnmatched { .. } => texts.say("payment-unmatched"),
        Notice::StarsReturned { bought, .. } if *bought == Credits::ZERO => {
            texts.say_with("payment-returned-unmatched", &[balance])
        }
        Notice::StarsReturned { bought, taken, .. } => {
            let part = match taken {
                taken if taken == bought => "all",
                taken if *taken > Credits::ZERO => "some",
                _ => "none",
            };
            let arguments = [("bought", credits(*bought)), ("taken", credits(*taken)), ("part", part.into()), balance];
            texts.say_with("payment-returned", &arguments)
        }
        Notice::RefundDeclined { number, stars, credits: bought, .. } => {
            let arguments = [("number", name(number)), ("credits", credits(*bought)), ("stars", stars.0.into())];
            texts.say_with("refund-declined", &arguments)
        }
        Notice::RefundRefused { credits, .. } => texts.say_with("refund-refused", &[("credits", credits.0.into())]),
        Notice::CreditsGranted { credits: granted, .. } => {
            texts.say_with("credits-granted", &[("credits", credits(*granted)), balance])
        }
        Notice::CreditsDebited { credits: taken, .. } => {
            texts.say_with("credits-debited", &[("credits", credits(*taken)), balance])
        }
        Notice::SupportReply { request, words, .. } => {
            let words = escape(&cut(words, WORDS_UNITS_MAX));
            texts.say_with("support-reply", &[("number", name(request)), ("words", words)])
        }
        Notice::JobFailed { job, reason, price } => {
            keyboard = Keyboard(vec![vec![keyboards::again(&texts, *job)]]);
            let reason = texts.say(&format!("failed-{}", reason.as_str()));
            texts.say_with("failed", &[("reason", reason.into()), ("price", credits(*price)), balance])
        }
        Notice::VideoLost { job, price } => {
            keyboard = Keyboard(vec![vec![keyboards::again(&texts, *job)]]);
            texts.say_with("video-lost", &[("price", credits(*price)), balance])
        }
        Notice::ProviderChanged { .. }
        | Notice::ForeignPayment { .. }
        | Notice::RefundFailed { .. }
        | Notice::RefundWanted { .. }
        | Notice::SupportRequest { .. }
        | Notice::DeadLetter { .. }
        | Notice::PaymentNotListed { .. }
        | Notice::RefundNotListed { .. }
        | Notice::OlderPayments { .. }
        | Notice::UnreadableTransaction { .. }
        | Notice::StarDifference { .. }
        | Notice::Reconciled { .. }
        | Notice::NotReconciled { .. }
        | Notice::BooksAreWrong { .. } => return Ok(None),
    };
    Ok(Some((html, keyboard)))
}

/// A notice for operators. `None` when there is nothing left to say: words that were forgotten, or a purchase that is gone.
fn for_operator(turn: &Turn<'_>, notice: &Notice) -> Result<Option<Said>, CoreError> {
    let texts = Texts::for_operators();
    let of_charge =
        |key, user: &UserId, charge: &str| texts.say_with(key, &[("user", name(user)), ("charge", escape(charge))]);
    let reason = |reason: &str| ("reason", escape(&cut(reason, REASON_UNITS_MAX)));
    let mut keyboard = Keyboard::default();
    let html = match notice {
        Notice::ProviderChanged { blocked: Some(reason), .. } => {
            texts.say_with("operators-provider-blocked", &[("reason", BlockReason::as_str(*reason).into())])
        }
        Notice::ProviderChanged { blocked: None, .. } => texts.say("operators-provider-ok"),
        Notice::ForeignPayment { payer, charge, stars } => {
            let arguments = [("user", name(payer)), ("charge", escape(charge)), ("stars", name(stars))];
            texts.say_with("operators-foreign-payment", &arguments)
        }
        Notice::RefundFailed { user, charge, stars, credits, reason: why, .. } => texts.say_with(
            "operators-refund-refused",
            &[
                ("user", name(user)),
                ("charge", escape(charge)),
                ("stars", stars.0.into()),
                ("credits", credits.0.into()),
                reason(why),
            ],
        ),
        Notice::RefundWanted { number, because, .. } => {
            let Some(purchase) = refunds::purchase(turn, *number)? else { return Ok(None) };
            keyboard = keyboards::refund_decision(&texts, *number);
            let mut arguments = texts.of_any_purchase(&purchase);
            arguments.push(("because", eligibility_name(*because).into()));
            texts.say_with("operators-refund-wanted", &arguments)
        }
        Notice::SupportRequest { number } => {
            let request = support_requests::get(turn, *number)?.filter(|(_, words)| !words.is_empty());
            let Some((user, words)) = request else { return Ok(None) };
            let words = escape(&cut(&words, WORDS_UNITS_MAX));
            let arguments = [("number", name(number)), ("user", name(&user)), ("request", words)];
            texts.say_with("operators-support-request", &arguments)
        }
        Notice::DeadLetter { reason: why, .. } => texts.say_with("operators-dead-letter", &[reason(why)]),
        Notice::PaymentNotListed { user, charge } => of_charge("operators-payment-not-listed", user, charge),
        Notice::RefundNotListed { user, charge } => of_charge("operators-refund-not-listed", user, charge),
        Notice::OlderPayments { count, stars } => {
            texts.say_with("operators-older-payments", &[("count", (*count).into()), ("stars", stars.0.into())])
        }
        Notice::UnreadableTransaction { id } => {
            texts.say_with("operators-unreadable-transaction", &[("id", escape(&cut(id, 200)))])
        }
        Notice::StarDifference { balance, nanostars, .. } => {
            let [agrees, difference] = difference(*nanostars);
            texts.say_with("operators-star-difference", &[("balance", balance.0.into()), agrees, difference])
        }
        Notice::Reconciled { summary, .. } => reconciled(&texts, summary),
        Notice::NotReconciled { reason: why, .. } => texts.say_with("operators-not-reconciled", &[reason(why)]),
        Notice::BooksAreWrong { broken, .. } => {
            let line = |(invariant, found): &(String, usize)| format!("• {invariant}: {found}");
            let lines: Vec<String> = broken.iter().map(line).collect();
            texts.say_with("operators-books-are-wrong", &[("found", escape(&lines.join("\n")))])
        }
        Notice::Receipt { .. }
        | Notice::PaymentUnmatched { .. }
        | Notice::StarsReturned { .. }
        | Notice::RefundDeclined { .. }
        | Notice::RefundRefused { .. }
        | Notice::CreditsGranted { .. }
        | Notice::CreditsDebited { .. }
        | Notice::SupportReply { .. }
        | Notice::JobFailed { .. }
        | Notice::VideoLost { .. } => return Ok(None),
    };
    Ok(Some((html, keyboard)))
}

fn reconciled(texts: &Texts, summary: &Summary) -> String {
    let Summary { listed, new, credited, revoked, balance: Stars(balance), difference: nanostars } = *summary;
    let [agrees, difference] = difference(nanostars);
    let arguments = [
        ("listed", listed.into()),
        ("new", new.into()),
        ("credited", credited.into()),
        ("revoked", revoked.into()),
        ("balance", balance.into()),
        agrees,
        difference,
    ];
    texts.say_with("operators-reconciled", &arguments)
}

/// Whether Telegram's balance agrees with its list, and the difference in Stars as people write it.
fn difference(nanostars: i64) -> [(&'static str, FluentValue<'static>); 2] {
    let (sign, size) = (if nanostars < 0 { "-" } else { "+" }, nanostars.unsigned_abs());
    let (stars, rest) = (size / NANO, size % NANO);
    let rest = if rest == 0 { String::new() } else { format!(".{rest:09}") };
    let agrees = if nanostars == 0 { "yes" } else { "no" };
    [("agrees", agrees.into()), ("difference", format!("{sign}{stars}{}", rest.trim_end_matches('0')).into())]
}

/// A number that is a name and not an amount: without thousands separators.
fn name(number: &impl ToString) -> FluentValue<'static> {
    number.to_string().into()
}
