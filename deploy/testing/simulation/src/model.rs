//! An account of everything that is kept from outside the core: who paid what, which press placed which job, what was
//! delivered. After every commit the core's rows must agree with it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use bot::core::Policy;
use bot::core::effect::{Attempt, Effect, Reply, Work};
use bot::core::event::Event;
use bot::core::ids::UserId;
use bot::core::jobs::{Money, Progress};
use bot::core::ticket::Kind;
use bot::core::update::Update;
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use shared::job::JobId;

use crate::broadcasts::Broadcasts;
use crate::causes::{self, Cause};
use crate::coverage::{Checkout, Coverage, Met};
use crate::deliveries::Deliveries;
use crate::initiator::commanded;
use crate::job_rows::{Job, jobs};
use crate::keys::Keys;
use crate::links::Links;
use crate::lots::Lots;
use crate::models::ToldOfModels;
use crate::operating::Operating;
use crate::operators::OperatorActions;
use crate::purchases::{Payment, Refund};
use crate::shop::Shop;
use crate::subscriptions::Subscriptions;
use crate::{Violation, limits};

mod first_status;

/// Answers to one person that are kept in case that an update is repeated, and for how long.
const ANSWERS_KEPT: usize = 10;
/// An hour, less what a clock may have gone back since.
const ANSWERS_KEPT_FOR: SignedDuration = SignedDuration::from_mins(55);

/// Available, held, spent, refunding, revoked, and in gifts that nobody has opened.
pub(crate) type Balance = [i64; 6];

/// An invoice that the bot has sent.
#[derive(Debug, Clone)]
pub(crate) struct Invoice {
    pub(crate) payload: String,
    pub(crate) buyer: UserId,
    pub(crate) credits: i64,
    /// As the invoice promises it.
    pub(crate) bonus: i64,
    pub(crate) stars: i64,
    /// Whether it is paid anew every month.
    pub(crate) is_subscription: bool,
    /// Whether it is for whoever opens the link that its buyer gets.
    pub(crate) is_gift: bool,
    /// Seconds since 1970.
    pub(crate) issued_at: i64,
}

/// A commit to be looked at.
#[derive(Debug)]
pub(crate) struct Commit<'a> {
    pub(crate) event: &'a Event,
    pub(crate) effects: &'a [Effect],
    pub(crate) now: Timestamp,
    /// Whether the bot may rely on its clock.
    pub(crate) clock_is_settled: bool,
    pub(crate) connection: &'a Connection,
    /// What the operator wanted at this moment.
    pub(crate) policy: &'a Policy,
    /// What a checkout should be answered with, if the event is one.
    pub(crate) checkout: Option<Checkout>,
}

/// The moments of a job.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Times {
    pub(crate) published_at: Option<Timestamp>,
    /// When it ended first; a late video may come afterwards.
    pub(crate) ended_at: Option<Timestamp>,
    /// Whether the bot gave it up by itself.
    pub(crate) was_given_up: bool,
}

/// What the forms of orders begin with that the bot places by itself, before the name of the job that failed.
pub(crate) const SECOND_ORDER: &str = "retry:";

/// See the module.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    /// Each invoice by its payload.
    pub(crate) invoices: BTreeMap<String, Invoice>,
    /// Each payment by its charge.
    pub(crate) paid: BTreeMap<String, Payment>,
    /// Who has written, and what they got for it.
    pub(crate) welcomed: BTreeMap<UserId, i64>,
    /// Charges that were paid for somebody else's invoices.
    pub(crate) foreign: BTreeSet<String>,
    /// Each refund by its charge.
    pub(crate) refunds: BTreeMap<String, Refund>,
    /// What operators gave and took.
    pub(crate) operator_actions: OperatorActions,
    /// What they did about people and orders.
    pub(crate) operating: Operating,
    /// What is left of what was bought and given.
    pub(crate) lots: Lots,
    /// What is paid every month.
    pub(crate) subscriptions: Subscriptions,
    /// Invitations, promo codes and gifts.
    pub(crate) links: Links,
    /// What operators have decided of the shop.
    pub(crate) shop: Shop,
    pub(crate) jobs: BTreeMap<JobId, Job>,
    /// How many changes the connection had seen when the rows were compared last.
    seen_changes: u64,
    /// When each job was published and ended.
    pub(crate) times: BTreeMap<JobId, Times>,
    /// The first answer to each update.
    pub(crate) answers: HashMap<i64, Vec<Effect>>,
    /// The same in the order of time, with whom and when.
    answered: Vec<(i64, Option<UserId>, Timestamp)>,
    /// Who got them.
    talkers: HashMap<i64, UserId>,
    /// Invoices paid, by their payload.
    pub(crate) paid_invoices: BTreeSet<String>,
    /// Forms that have become jobs.
    pub(crate) placed: BTreeSet<String>,
    /// The attempt at a job's first status message that is under way, and until when it counts.
    first_status: HashMap<JobId, (i64, Timestamp)>,
    /// Jobs that two messages may show, for want of a report.
    pub(crate) shown_twice: BTreeSet<JobId>,
    /// What became of the videos.
    pub(crate) deliveries: Deliveries,
    /// What operators were told of models.
    told_of_models: ToldOfModels,
    /// What operators have sent to everybody.
    pub(crate) broadcasts: Broadcasts,
    /// Which keys made which tasks.
    keys: Keys,
}

impl Model {
    /// Looks at a commit.
    pub(crate) fn check(&mut self, commit: &Commit<'_>, coverage: &mut Coverage) -> Result<(), Violation> {
        for effect in commit.effects {
            limits::check(effect)?;
            self.told_of_models.look_at(effect, coverage)?;
        }
        self.keys.look_at(commit, |job| self.jobs.contains_key(&job))?;
        match commit.event {
            Event::Update(incoming) => self.look_at_answers(&incoming.update, commit, coverage)?,
            Event::Reported(report) => match report.ticket.kind {
                Kind::Deliver => self.deliveries.end_of_try(report, commit.now),
                Kind::Status => self.end_of_first_status(&report.ticket),
                Kind::Refund => self.note_refund_report(report, commit.now, coverage),
                Kind::Subscription => self.subscriptions.note_report(report, commit.now, coverage),
                Kind::Broadcast => self.broadcasts.note_report(report, coverage),
                Kind::Notice | Kind::Publish | Kind::CheckImage | Kind::Stats => {}
            },
            Event::StarPage(page) => self.note_page(&page.transactions, (commit.policy, commit.now), coverage),
            Event::Tick if commit.clock_is_settled => {
                self.subscriptions.note_tick(commit.now, coverage);
                self.note_gifts_kept(commit, coverage);
            }
            Event::Started
            | Event::Tick
            | Event::Job(_)
            | Event::Provider(_)
            | Event::StarsRead(_)
            | Event::Audited(_)
            | Event::PricesListed(_)
            | Event::Connection(_)
            | Event::SaleRefused(_) => {}
        }
        // Without any change to the rows there is nothing new to compare with, unless the model have changed.
        let changes = commit.connection.total_changes();
        self.note_shown_links(commit);
        let is_about_money = matches!(commit.event, Event::Update(_) | Event::Reported(_) | Event::StarPage(_));
        if changes != self.seen_changes || is_about_money {
            self.seen_changes = changes;
            if commanded(commit.event).is_some() {
                self.look_at_operator_actions(commit, coverage)?;
            }
            for effect in commit.effects {
                if let Effect::Attempt(attempt @ Attempt { work: Work::Refund { .. }, .. }) = effect {
                    self.begin_refund(attempt, commit, coverage)?;
                }
                if let Effect::Attempt(Attempt { work: Work::EditSubscription(edit), ticket, .. }) = effect {
                    self.subscriptions.note_attempt(ticket, edit);
                }
            }
            self.look_at_blocked(commit, coverage)?;
            self.look_at_jobs(commit, coverage)?;
            self.look_at_links(commit.connection)?;
            self.look_at_accounts(commit.connection)?;
            self.lots.compare(commit.connection)?;
            self.look_at_gifts(commit.connection)?;
            self.subscriptions.compare(commit)?;
            self.broadcasts.compare(commit.connection, coverage)?;
            self.shop.look_at(commit, coverage)?;
        }
        self.broadcasts.look_at(commit.effects, coverage)?;
        self.look_at_deliveries(commit)
    }

    /// The bot's database was put back to what it was when this was the model. Invoices stay with those who have them.
    pub(crate) fn put_back(&mut self, copy: Self) {
        let invoices = std::mem::take(&mut self.invoices);
        let gift_codes = std::mem::take(&mut self.links.gift_codes);
        // Chats show what came later; it is not changed any more.
        let shown_twice = copy.jobs.keys().copied().chain(copy.shown_twice.iter().copied()).collect();
        *self = Self { invoices, shown_twice, seen_changes: 0, ..copy };
        self.links.gift_codes = gift_codes;
        self.crashed();
    }

    /// The process died, and the tries that it had under way with it.
    pub(crate) fn crashed(&mut self) {
        self.deliveries.crashed();
        self.subscriptions.crashed();
        self.first_status.clear();
    }

    /// Whoever has everything deleted is not answered again in words that were said before.
    fn forget_answers(&mut self, update: &Update, answer: &[Effect]) {
        let pressed = update.callback_query.as_ref().and_then(|query| query.data.as_deref());
        let is_shown = |effect: &Effect| matches!(effect, Effect::Reply(Reply::Send { .. } | Reply::Edit { .. }));
        // One who is too fast is answered, but not heard.
        if pressed == Some("forget:sure") && answer.iter().any(is_shown) {
            let theirs = self.talkers.iter().filter(|(_, user)| Some(**user) == update.talker());
            self.answers.extend(theirs.map(|(update, _)| (*update, Vec::new())));
        }
    }

    /// Answers are kept for an hour, and the newest few of each person.
    fn may_be_forgotten(&self, update: &Update, now: Timestamp) -> bool {
        let Some(place) = self.answered.iter().position(|(answered, ..)| *answered == update.update_id) else {
            return false;
        };
        let (_, talker, at) = self.answered[place];
        let newer = self.answered[place..].iter().filter(|(_, other, _)| talker.is_some() && *other == talker).count();
        newer > ANSWERS_KEPT || now.duration_since(at) >= ANSWERS_KEPT_FOR
    }

    fn look_at_answers(
        &mut self,
        update: &Update,
        commit: &Commit<'_>,
        coverage: &mut Coverage,
    ) -> Result<(), Violation> {
        let is_answer = |effect: &&Effect| matches!(effect, Effect::Reply(_));
        let answer: Vec<Effect> = commit.effects.iter().filter(is_answer).cloned().collect();
        if let Some(first) = self.answers.get(&update.update_id) {
            let same = *first == answer || (answer.is_empty() && self.may_be_forgotten(update, commit.now));
            return ensure(same, "an update that comes again is answered in the same words", || {
                format!("{first:?}, then {answer:?}")
            });
        }
        if let Some(query) = &update.callback_query {
            let answers = answer.iter().filter(|effect| {
                matches!(effect, Effect::Reply(Reply::AnswerCallback { query: answered, .. }) if *answered == query.id)
            });
            ensure(answers.count() == 1, "a pressed button is answered once", || format!("{answer:?}"))?;
        }
        if let Some(query) = &update.pre_checkout_query {
            let refusals = answer.iter().filter_map(|effect| {
                let Effect::Reply(Reply::AnswerCheckout { query: answered, refusal }) = effect else { return None };
                (*answered == query.id).then_some(refusal)
            });
            let refusals: Vec<_> = refusals.collect();
            let expected = commit.checkout.unwrap_or(Checkout::Forged);
            coverage.meet(Met::Checkout(expected));
            let right = refusals.len() == 1 && refusals[0].is_none() == (expected == Checkout::Allowed);
            ensure(right, "a checkout is answered once and rightly", || format!("{expected:?}, but {refusals:?}"))?;
        }
        self.note_tap(commit.event);
        self.forget_answers(update, &answer);
        self.answers.insert(update.update_id, answer);
        self.answered.push((update.update_id, update.talker(), commit.now));
        self.talkers.extend(update.talker().map(|user| (update.update_id, user)));
        self.look_at_money(update, commit, coverage);
        Ok(())
    }

    /// Keeps what was paid and given back.
    fn look_at_money(&mut self, update: &Update, commit: &Commit<'_>, coverage: &mut Coverage) {
        self.broadcasts.note_update(update, coverage);
        if let Some(change) = &update.subscription {
            let is_theirs = |invoice: &&Invoice| invoice.is_subscription && invoice.buyer == change.user.id;
            let invoice = self.invoices.get(&change.invoice_payload).filter(is_theirs);
            if let Some(invoice) = invoice {
                self.subscriptions.note_state(&invoice.payload, &change.state, commit.now, coverage);
            }
        }
        let Some(message) = &update.message else { return };
        let Some(from) = &message.from else { return };
        if let Some(payment) = &message.successful_payment {
            let at = Timestamp::from_second(message.date).unwrap();
            self.note_payment(payment, (from.id, at), (commit.policy, commit.now), coverage);
        } else if let Some(refund) = &message.refunded_payment {
            self.note_refund(refund, from.id, commit.now, coverage);
        } else if message.chat.is_private() {
            let is_first = !self.welcomed.contains_key(&from.id);
            self.note_message(from.id, commit.policy, coverage);
            if let Some(text) = &message.text {
                self.note_link((from.id, text), is_first, commit, coverage);
            }
        }
    }

    fn look_at_jobs(&mut self, commit: &Commit<'_>, coverage: &mut Coverage) -> Result<(), Violation> {
        let mut placed = 0;
        let mut rows = jobs(commit.connection);
        // What is given back is there before a new order takes it.
        rows.sort_by_key(|row| !self.jobs.contains_key(&row.id));
        for row in rows {
            let key = row.id;
            let known = self.jobs.get(&key).cloned();
            if known.is_none() {
                placed += 1;
                self.look_at_placed(&row, commit, coverage)?;
                self.lots.order(row.user, key, row.price);
                coverage.meet(Met::Moved(None, Progress::Queued));
            }
            let before = known.as_ref().map_or(Progress::Queued, |job| job.progress);
            let mut money = known.as_ref().map_or(Money::Held, |job| job.money);
            if before != row.progress {
                let is_for_time = matches!(commit.event, Event::Tick) && row.progress.is_end();
                ensure(
                    !is_for_time || commit.clock_is_settled,
                    "nothing ends by a clock that nobody vouches for",
                    || format!("{key}: {before:?} to {:?}", row.progress),
                )?;
                let cause = Cause { event: commit.event, effects: commit.effects, job: &row, before: known.as_ref() };
                ensure(causes::allow(&cause, before), "a job moves only for a reason", || {
                    format!("{key}: {before:?} to {:?} by {:?}", row.progress, commit.event)
                })?;
                coverage.meet(Met::Moved(Some(before), row.progress));
                self.note_times(&row, commit);
                money = causes::money_after(money, &row, commit.event);
                self.deliveries.check_end(&row, coverage)?;
                self.deliveries.check_search(&row, commit)?;
            }
            money = self.money_given_back(&row, (before, money), commit, coverage);
            ensure(money == row.money, "a job's money moves once and with its progress", || {
                format!("{key} should be {money:?}: {row:?}")
            })?;
            let was_released = known.is_some_and(|job| job.money == Money::Released);
            if row.money == Money::Released && !was_released {
                self.lots.order_failed(row.user, key);
            }
            self.jobs.insert(key, row);
        }
        ensure(placed <= 1, "one event places one job at most", || format!("{placed} by {:?}", commit.event))
    }

    fn note_times(&mut self, row: &Job, commit: &Commit<'_>) {
        let times = self.times.entry(row.id).or_default();
        match row.progress {
            Progress::Published => times.published_at = Some(commit.now),
            Progress::Delivered | Progress::Failed | Progress::Cancelled | Progress::Undeliverable => {
                times.ended_at.get_or_insert(commit.now);
                times.was_given_up = matches!(commit.event, Event::Tick);
            }
            Progress::Queued | Progress::Submitted | Progress::Ready => {}
        }
    }

    fn look_at_deliveries(&mut self, commit: &Commit<'_>) -> Result<(), Violation> {
        for effect in commit.effects {
            let Effect::Attempt(attempt) = effect else { continue };
            match &attempt.work {
                Work::Publish(published) => {
                    let job = self.jobs.get(&published.job);
                    let may_be = job.is_some_and(|job| self.deliveries.may_be_published(job));
                    ensure(may_be, "no job that has ended is published", || format!("{job:?}"))?;
                }
                Work::Deliver(video) => {
                    let job = self.jobs.get(&video.job);
                    self.deliveries.begin_try(job, attempt, video, commit.now)?;
                }
                Work::Tell(reply) => self.begin_first_status(&attempt.ticket, reply, commit.now)?,
                Work::CheckImage { .. } | Work::Refund { .. } | Work::EditSubscription(_) | Work::ShowStats(_) => {}
            }
        }
        Ok(())
    }
}

/// `Err` with the name of the rule unless it holds.
pub(crate) fn ensure(holds: bool, invariant: &'static str, what: impl FnOnce() -> String) -> Result<(), Violation> {
    if holds { Ok(()) } else { Err(Violation { invariant, what: what() }) }
}
