//! What is kept as data, in words: notices, status messages and videos, at the moment when they are sent and in the
//! language that the person has then. Nothing below this floor knows a word.

use jiff::{SignedDuration, Timestamp};
use shared::catalog::Variant;
use shared::job::BlockReason;

use super::keyboards;
use super::texts::{FluentValue, Texts, args, cut, eligibility_name, escape, follow_up_name, name, quote};
use crate::core::effect::{Deliver, Keyboard, LinkWords, MessageEffect, Reply};
use crate::core::event::{SaleCall, TroubleKind};
use crate::core::ids::{Credits, NANO, Stars, UserId};
use crate::core::jobs::status_messages::Status;
use crate::core::jobs::waiting::{BAR_PARTS, Wait};
use crate::core::jobs::{Job, Progress, View, unknown};
use crate::core::notices::{Notice, Summary};
use crate::core::turn::Turn;
use crate::core::{CoreError, jobs, ledger, people, refunds, support_requests};

mod broadcasts;
mod links;
mod models;
mod sales;
mod team;

pub(in crate::core) use broadcasts::broadcast;

/// Longest caption without its markup, in UTF-16 units.
/// Source: core.telegram.org/bots/api#sendvideo
const CAPTION_UNITS_MAX: usize = 1020;

/// Longest reason of a failure that operators are shown, in UTF-16 units.
const REASON_UNITS_MAX: usize = 300;

/// Longest text of a person that a notice shows, in UTF-16 units; with the markup it stays within a message.
const WORDS_UNITS_MAX: usize = 3000;

/// The message of a notice. `None` when there is nothing left to say.
pub(in crate::core) fn notice(turn: &Turn<'_>, user: UserId, notice: &Notice) -> Result<Option<Reply>, CoreError> {
    let said = for_person(turn, user, notice).transpose().or_else(|| for_operator(turn, user, notice).transpose());
    let Some((html, keyboard)) = said.transpose()? else { return Ok(None) };
    let effect = matches!(notice, Notice::Receipt { .. }).then_some(MessageEffect::Party);
    Ok(Some(Reply::Send { chat: user.0, topic: people::topic(turn, user)?, html, keyboard, effect }))
}

/// The status message of a job.
pub(in crate::core) fn status(turn: &Turn<'_>, status: &Status) -> Result<Reply, CoreError> {
    let Status { job, view, position, wait } = status;
    let texts = texts(turn, job.user)?;
    let model = model_name(turn, job);
    let bar = wait.filter(|wait| *view == View::UnderWay && wait.full > 0);
    let html = if let Some(wait) = bar {
        rendering(&texts, model, wait)
    } else {
        let position = position.unwrap_or_default();
        let unconfirmed = job.unconfirmed_until.map_or(0, |until| until.duration_since(turn.now()).as_secs().max(0));
        let minutes = unconfirmed / 60 + 1;
        let usual = wait.map(|wait| usual(&texts, wait)).unwrap_or_default();
        let left = ledger::available(turn, job.user)?.0;
        let price = texts.credits(job.price);
        let arguments = args! { model: escape(model), price, position, minutes, usual, left };
        texts.say_with(&format!("status-{}", view.as_str()), arguments)
    };
    let is_queued = job.progress == Progress::Queued;
    let keyboard =
        if is_queued { Keyboard(vec![vec![keyboards::cancel_job(&texts, job.id)]]) } else { Keyboard::default() };
    let chat = job.user.0;
    Ok(match job.status_message {
        Some(message) => Reply::Edit { chat, message, html, keyboard },
        None => Reply::Send { chat, topic: job.topic, html, keyboard, effect: None },
    })
}

/// How far a render is.
fn rendering(texts: &Texts, model: &str, wait: Wait) -> String {
    let bar: String = (0..BAR_PARTS).map(|part| if part < wait.full { '▰' } else { '▱' }).collect();
    // Rounded up; 0 when it may be done at any moment.
    let left = (wait.left.as_secs() + 59) / 60;
    texts.say_with("status-rendering", args! { model: escape(model), bar, minutes: left.max(0) })
}

/// "2 to 4 minutes".
fn usual(texts: &Texts, wait: Wait) -> String {
    let minutes = |time: SignedDuration| (time.as_secs() + 30) / 60;
    let (median, slow) = (minutes(wait.usual.median), minutes(wait.usual.slow));
    let range = if slow > median { "yes" } else { "no" };
    texts.say_with("usual-wait", args! { median, slow, range })
}

/// The name of a job's model, or its id when it is not sold any more.
pub(super) fn model_name<'t>(turn: &'t Turn<'_>, job: &'t Job) -> &'t str {
    turn.policy().catalog.get(&job.model).map_or(job.model.as_str(), |model| &model.name)
}

/// The video of a job, with what stands around it.
pub(in crate::core) fn video(turn: &Turn<'_>, job: Job) -> Result<Deliver, CoreError> {
    let texts = texts(turn, job.user)?;
    Ok(Deliver {
        caption: caption(turn, &texts, &job),
        topic: job.topic,
        seconds: variant_of(turn, &job).and_then(|variant| variant.seconds(&job.options)),
        link: LinkWords {
            too_large: texts.say("link-too-large"),
            not_taken: texts.say("link-not-taken"),
            kept: texts.say("link-kept"),
            at_provider: texts.say("link-at-provider"),
        },
        keyboard: keyboards::after_job(turn, &texts, &job)?,
        job: job.id,
        method: job.delivery_method,
        urls: job.urls,
        effect: Some(MessageEffect::Fire),
    })
}

/// The words under a video: what it shows, and how it was made. In Telegram's HTML.
pub(super) fn caption(turn: &Turn<'_>, texts: &Texts, job: &Job) -> String {
    let model = model_name(turn, job);
    let options = variant_of(turn, job).map(|variant| texts.options(variant, &job.options)).unwrap_or_default();
    let line = match &job.follow_up {
        Some(follow_up) => {
            texts.say_with("caption-follow-up", args! { model: escape(model), kind: follow_up_name(follow_up.kind) })
        }
        None if options.is_empty() => texts.say_with("caption-plain", args! { model: escape(model) }),
        None => texts.say_with("caption", args! { model: escape(model), options: escape(&options) }),
    };
    if job.prompt.is_empty() {
        return line;
    }
    let words = cut(&job.prompt, CAPTION_UNITS_MAX.saturating_sub(line.encode_utf16().count()));
    format!("{}\n{line}", quote(&words))
}

/// The variant that has made a job, if it is still sold.
fn variant_of<'t>(turn: &'t Turn<'_>, job: &Job) -> Option<&'t Variant> {
    turn.policy().catalog.get(&job.model)?.variant(job.inputs())
}

/// The words for a person, in the language that they chose or that of their client.
pub(in crate::core) fn texts(turn: &Turn<'_>, user: UserId) -> Result<Texts, CoreError> {
    Ok(Texts::for_language(&people::language(turn, user)?))
}

type Said = (String, Keyboard);

/// A notice for the person whom it is about. `None` for those that operators get.
#[expect(clippy::too_many_lines, reason = "an arm for each notice")]
fn for_person(turn: &Turn<'_>, user: UserId, notice: &Notice) -> Result<Option<Said>, CoreError> {
    let texts = texts(turn, user)?;
    let credits = |credits: Credits| texts.credits(credits);
    let balance = credits(ledger::available(turn, user)?);
    let after_job =
        |job: Option<Job>| job.map_or(Ok(Keyboard::default()), |job| keyboards::after_job(turn, &texts, &job));
    let mut keyboard = Keyboard::default();
    if let Some(said) = links::said(turn, &texts, user, notice)? {
        return Ok(Some(said));
    }
    if let Some(html) = sales::said(turn, &texts, user, notice)? {
        return Ok(Some((html, keyboard)));
    }
    let html = match notice {
        Notice::OfTeam(notice) => team::said(turn, &texts, user, notice)?,
        Notice::CreditsGranted { credits: granted, .. } => {
            texts.say_with("credits-granted", args! { credits: credits(*granted), balance })
        }
        Notice::CreditsDebited { credits: taken, .. } => {
            texts.say_with("credits-debited", args! { credits: credits(*taken), balance })
        }
        Notice::SupportReply { request, words, .. } => {
            let words = escape(&cut(words, WORDS_UNITS_MAX));
            texts.say_with("support-reply", args! { number: name(request), words })
        }
        Notice::JobFailed { job, reason, price } => {
            let job = jobs::get(turn, *job)?;
            let image = if job.as_ref().is_some_and(|job| !job.images.is_empty()) { "yes" } else { "no" };
            keyboard = after_job(job)?;
            let reason = texts.say_with(&format!("failed-{}", reason.as_str()), args! { image });
            texts.say_with("failed", args! { reason, price: credits(*price), balance })
        }
        Notice::VideoLost { job, reason, price, was_paid } => {
            keyboard = after_job(jobs::get(turn, *job)?)?;
            let paid = if *was_paid { "yes" } else { "no" };
            let arguments = args! { reason: reason.as_str(), paid, price: credits(*price), balance };
            texts.say_with("video-lost", arguments)
        }
        Notice::Receipt { .. }
        | Notice::SubscriptionChanged { .. }
        | Notice::SubscriptionMayGoOn { .. }
        | Notice::SubscriptionNotChanged { .. }
        | Notice::OfLink(_)
        | Notice::PaymentUnmatched { .. }
        | Notice::StarsReturned { .. }
        | Notice::RefundDeclined { .. }
        | Notice::RefundRefused { .. }
        | Notice::ProviderChanged { .. }
        | Notice::KeyChanged { .. }
        | Notice::KeyMissing { .. }
        | Notice::VideoNotDelivered { .. }
        | Notice::VideosAreLate { .. }
        | Notice::BalanceLow { .. }
        | Notice::ForeignPayment { .. }
        | Notice::RefundFailed { .. }
        | Notice::ConnectionTrouble { .. }
        | Notice::ConnectionMended { .. }
        | Notice::SaleRefused { .. }
        | Notice::RefundWanted { .. }
        | Notice::SupportRequest { .. }
        | Notice::DeadLetter { .. }
        | Notice::PutBack { .. }
        | Notice::UnknownJobs { .. }
        | Notice::PaymentNotListed { .. }
        | Notice::RefundNotListed { .. }
        | Notice::OlderPayments { .. }
        | Notice::UnreadableTransaction { .. }
        | Notice::StarDifference { .. }
        | Notice::Reconciled { .. }
        | Notice::NotReconciled { .. }
        | Notice::BroadcastDone { .. }
        | Notice::BroadcastStopped { .. }
        | Notice::OfModel(_)
        | Notice::BooksAreWrong { .. } => return Ok(None),
    };
    Ok(Some((html, keyboard)))
}

/// A notice for operators. `None` when there is nothing left to say: words that were forgotten, or a purchase that is gone.
#[expect(clippy::too_many_lines, reason = "an arm for each notice")]
fn for_operator(turn: &Turn<'_>, operator: UserId, notice: &Notice) -> Result<Option<Said>, CoreError> {
    let texts = texts(turn, operator)?;
    let of_charge =
        |key, user: &UserId, charge: &str| texts.say_with(key, args! { user: name(user), charge: escape(charge) });
    let mut keyboard = Keyboard::default();
    let html = match notice {
        Notice::ProviderChanged { blocked: Some(reason), .. } => {
            texts.say_with("operators-provider-blocked", args! { reason: BlockReason::as_str(*reason) })
        }
        Notice::ProviderChanged { blocked: None, .. } => texts.say("operators-provider-ok"),
        Notice::KeyChanged { key, blocked, .. } => key_changed(&texts, key.as_str(), *blocked),
        Notice::KeyMissing { key, .. } => texts.say_with("operators-key-missing", args! { key: escape(key.as_str()) }),
        Notice::BalanceLow { affordable, models, .. } => {
            let arguments = args! { credits: *affordable, models: escape(&models.join(", ")) };
            texts.say_with("operators-balance-low", arguments)
        }
        Notice::VideoNotDelivered { .. } | Notice::VideosAreLate { .. } => about_videos(&texts, notice),
        Notice::ForeignPayment { payer, charge, stars } => foreign_payment(&texts, *payer, charge, *stars),
        Notice::RefundFailed { .. } => refund_failed(&texts, notice),
        Notice::ConnectionTrouble { kind, words, .. } => connection_trouble(&texts, *kind, words),
        Notice::ConnectionMended { kind, since, until } => connection_mended(&texts, *kind, *since, *until),
        Notice::SaleRefused { call, reason, .. } => sale_refused(&texts, *call, reason),
        Notice::RefundWanted { purchase, because, .. } => {
            let Some(purchase) = refunds::purchase(turn, *purchase)? else { return Ok(None) };
            keyboard = keyboards::refund_decision(&texts, purchase.name());
            let mut arguments = texts.of_any_purchase(&purchase);
            arguments.extend_from_slice(args! { because: eligibility_name(*because) });
            texts.say_with("operators-refund-wanted", &arguments)
        }
        Notice::SupportRequest { number } => match support_requests::get(turn, *number)? {
            Some((user, words)) if !words.is_empty() => support_request(&texts, *number, user, &words),
            _forgotten => return Ok(None),
        },
        Notice::DeadLetter { reason, .. } => {
            texts.say_with("operators-dead-letter", args! { reason: cut_reason(reason) })
        }
        Notice::PutBack { orders, .. } => texts.say_with("operators-put-back", args! { orders: *orders }),
        Notice::UnknownJobs { .. } => texts.say_with("operators-unknown-jobs", args! { orders: unknown::count(turn)? }),
        Notice::PaymentNotListed { user, charge } => of_charge("operators-payment-not-listed", user, charge),
        Notice::RefundNotListed { user, charge } => of_charge("operators-refund-not-listed", user, charge),
        Notice::OlderPayments { count, stars } => {
            texts.say_with("operators-older-payments", args! { count: *count, stars: stars.0 })
        }
        Notice::UnreadableTransaction { id } => {
            texts.say_with("operators-unreadable-transaction", args! { id: escape(&cut(id, 200)) })
        }
        Notice::StarDifference { balance, nanostars, .. } => star_difference(&texts, *balance, *nanostars),
        Notice::Reconciled { summary, .. } => reconciled(&texts, summary),
        Notice::NotReconciled { reason, .. } => not_reconciled(&texts, reason),
        Notice::BroadcastDone { .. } => broadcasts::done(&texts, notice),
        Notice::BroadcastStopped { id, reason, .. } => {
            keyboard = keyboards::broadcast_paused(&texts, *id);
            texts.say_with("operators-broadcast-stopped", args! { reason: cut_reason(reason), known: known(reason) })
        }
        Notice::OfModel(notice) => models::of_model(turn, &texts, notice),
        Notice::BooksAreWrong { broken, .. } => books_are_wrong(&texts, broken),
        Notice::Receipt { .. }
        | Notice::SubscriptionChanged { .. }
        | Notice::SubscriptionMayGoOn { .. }
        | Notice::SubscriptionNotChanged { .. }
        | Notice::OfLink(_)
        | Notice::PaymentUnmatched { .. }
        | Notice::StarsReturned { .. }
        | Notice::RefundDeclined { .. }
        | Notice::RefundRefused { .. }
        | Notice::CreditsGranted { .. }
        | Notice::CreditsDebited { .. }
        | Notice::SupportReply { .. }
        | Notice::OfTeam(_)
        | Notice::JobFailed { .. }
        | Notice::VideoLost { .. } => return Ok(None),
    };
    Ok(Some((html, keyboard)))
}

fn key_changed(texts: &Texts, key: &str, blocked: Option<BlockReason>) -> String {
    match blocked {
        Some(reason) => {
            let arguments = args! { key: escape(key), reason: reason.as_str() };
            texts.say_with("operators-key-left-out", arguments)
        }
        None => texts.say_with("operators-key-back", args! { key: escape(key) }),
    }
}

fn books_are_wrong(texts: &Texts, broken: &[(String, usize)]) -> String {
    let line = |(invariant, found): &(String, usize)| format!("• {invariant}: {found}");
    let lines: Vec<String> = broken.iter().map(line).collect();
    texts.say_with("operators-books-are-wrong", args! { found: escape(&lines.join("\n")) })
}

fn support_request(texts: &Texts, number: i64, user: UserId, words: &str) -> String {
    let request = escape(&cut(words, WORDS_UNITS_MAX));
    texts.say_with("operators-support-request", args! { number: name(number), user: name(user), request })
}

fn star_difference(texts: &Texts, balance: Stars, nanostars: i64) -> String {
    let (agrees, difference) = (agrees(nanostars), difference(nanostars));
    texts.say_with("operators-star-difference", args! { balance: balance.0, agrees, difference })
}

fn about_videos(texts: &Texts, notice: &Notice) -> String {
    let Notice::VideoNotDelivered { job, user, reason, detail, .. } = notice else {
        return texts.say("operators-videos-are-late");
    };
    texts.say_with(
        "operators-video-not-delivered",
        args! { job: name(job), user: name(user), why: reason.as_str(), detail: cut_reason(detail) },
    )
}

/// A reason in the words of others, as far as it is shown.
fn cut_reason(reason: &str) -> FluentValue<'static> {
    escape(&cut(reason, REASON_UNITS_MAX))
}

/// Whether there is a reason to name.
const fn known(reason: &str) -> &'static str {
    if reason.is_empty() { "no" } else { "yes" }
}

fn refund_failed(texts: &Texts, notice: &Notice) -> String {
    let Notice::RefundFailed { user, charge, stars, credits, reason, .. } = notice else { return String::new() };
    let (user, charge, reason) = (name(user), escape(charge), cut_reason(reason));
    texts.say_with("operators-refund-refused", args! { user, charge, stars: stars.0, credits: credits.0, reason })
}

fn foreign_payment(texts: &Texts, payer: UserId, charge: &str, stars: Stars) -> String {
    let arguments = args! { user: name(payer), charge: escape(charge), stars: name(stars) };
    texts.say_with("operators-foreign-payment", arguments)
}

fn sale_refused(texts: &Texts, call: SaleCall, reason: &str) -> String {
    texts.say_with("operators-sale-refused", args! { call: call.as_str(), reason: cut_reason(reason) })
}

fn connection_trouble(texts: &Texts, kind: TroubleKind, words: &str) -> String {
    texts.say_with("operators-connection-trouble", args! { kind: kind.as_str(), words: cut_reason(words) })
}

fn connection_mended(texts: &Texts, kind: TroubleKind, since: Timestamp, until: Timestamp) -> String {
    let [since, until] = [since, until].map(|at| at.strftime("%Y-%m-%d %H:%M").to_string());
    texts.say_with("operators-connection-mended", args! { kind: kind.as_str(), since, until })
}

fn reconciled(texts: &Texts, summary: &Summary) -> String {
    let Summary { listed, new, credited, revoked, balance: Stars(balance), difference: nanostars } = *summary;
    let (agrees, difference) = (agrees(nanostars), difference(nanostars));
    let arguments = args! { listed, new, credited, revoked, balance, agrees, difference };
    texts.say_with("operators-reconciled", arguments)
}

fn not_reconciled(texts: &Texts, reason: &str) -> String {
    texts.say_with("operators-not-reconciled", args! { reason: cut_reason(reason) })
}

/// Whether Telegram's balance agrees with its list.
const fn agrees(nanostars: i64) -> &'static str {
    if nanostars == 0 { "yes" } else { "no" }
}

/// The difference in Stars, as people write it.
fn difference(nanostars: i64) -> String {
    let (sign, size) = (if nanostars < 0 { "-" } else { "+" }, nanostars.unsigned_abs());
    let nano = NANO.unsigned_abs();
    let (stars, rest) = (size / nano, size % nano);
    let rest = if rest == 0 { String::new() } else { format!(".{rest:09}") };
    format!("{sign}{stars}{}", rest.trim_end_matches('0'))
}
