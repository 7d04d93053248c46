//! Carries out what the core wants done, and reports.
//!
//! [`channels`] makes the two ends: the [`EffectSink`] takes effects on the writer's thread right after the commit, and the
//! [`EffectHandlers`] carry them out in loops of their own. An attempt that comes too late or does not fit is left out:
//! the outbox hands it out again.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use jiff::Timestamp;
use shared::clock::Clock;
use shared::job::GenerationJob;
use shared::queue::Publisher;
use shared::tasks::Tasks;
use shared::telemetry::chain;
use tokio::sync::{mpsc, watch};
use url::Url;

use crate::core::Policy;
use crate::core::effect::{Attempt, Deliver, Effect, StatsView, SubscriptionEdit, Work};
use crate::core::event::{Event, Outcome, Report};
use crate::core::ids::UserId;
use crate::core::ticket::Ticket;
use crate::intake::Intake;
use crate::store::Reader;
use crate::telegram::client::Telegram;
use crate::telegram::outbound::Outbound;
use deliver::copies::Copies;
use deliver::videos::VideoLinks;

pub mod check_image;
pub mod deliver;
pub mod price_list;
pub mod publish;
pub mod read_stars;
mod refund;
mod show_stats;
mod subscription;
mod task_pool;

/// Effects of one kind that may wait; they wait in the outbox, too.
const WAITING_MAX: usize = 1024;

/// Operators who may wait for a reading of Telegram's list.
const ASKING_MAX: usize = 16;

/// A person who looks for credits has Telegram's list read after this time at the latest, unless a reading fails.
const READ_STARS_FOR_PEOPLE_EVERY: Duration = Duration::from_secs(10);

/// An attempt, by what it does.
#[derive(Debug, Clone)]
pub struct Task<T> {
    /// To be named in the report.
    pub ticket: Ticket,
    /// The person whom it is for.
    pub user: UserId,
    /// Drop it when it has not begun by then.
    pub until: Timestamp,
    /// What to do.
    pub work: T,
}

/// The figures of the shop, to be shown.
#[derive(Debug)]
pub(crate) enum ShowStats {
    /// Nobody hears how it ended.
    Once(StatsView),
    /// To be reported.
    Promised(Task<StatsView>),
}

/// Takes effects. Handing one over never blocks.
#[derive(Debug)]
pub(crate) struct EffectSink {
    outbound: Arc<Outbound>,
    publish: mpsc::Sender<Task<GenerationJob>>,
    deliver: mpsc::Sender<Task<Deliver>>,
    refund: mpsc::Sender<Task<String>>,
    subscription: mpsc::Sender<Task<SubscriptionEdit>>,
    check_image: mpsc::Sender<Task<String>>,
    show_stats: mpsc::Sender<ShowStats>,
    read_stars: mpsc::Sender<Option<UserId>>,
    read_price_list: mpsc::Sender<()>,
}

/// What effects are carried out with.
#[derive(Debug)]
pub(crate) struct Outside {
    pub(crate) telegram: Telegram,
    pub(crate) publisher: Arc<dyn Publisher>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) reader: Reader,
    pub(crate) copies: Copies,
    pub(crate) links: Option<VideoLinks>,
    pub(crate) queue_open: Arc<AtomicBool>,
    pub(crate) reconcile_every: Duration,
    /// KIE.ai's base, without `/api/v1`.
    pub(crate) kie_api_url: Url,
}

/// Carries effects out.
#[derive(Debug)]
pub(crate) struct EffectHandlers {
    outside: Outside,
    outbound: Arc<Outbound>,
    publish: mpsc::Receiver<Task<GenerationJob>>,
    deliver: mpsc::Receiver<Task<Deliver>>,
    refund: mpsc::Receiver<Task<String>>,
    subscription: mpsc::Receiver<Task<SubscriptionEdit>>,
    check_image: mpsc::Receiver<Task<String>>,
    show_stats: mpsc::Receiver<ShowStats>,
    read_stars: mpsc::Receiver<Option<UserId>>,
    read_price_list: mpsc::Receiver<()>,
}

/// The two ends of the way from the writer to those who carry effects out.
pub(crate) fn channels(outside: Outside, outbound: Arc<Outbound>) -> (EffectSink, EffectHandlers) {
    let (to_publish, publish) = mpsc::channel(WAITING_MAX);
    let (to_deliver, deliver) = mpsc::channel(WAITING_MAX);
    let (to_refund, refund) = mpsc::channel(WAITING_MAX);
    let (to_edit, subscription) = mpsc::channel(WAITING_MAX);
    let (to_check, check_image) = mpsc::channel(WAITING_MAX);
    let (to_show, show_stats) = mpsc::channel(ASKING_MAX);
    let (to_read, read_stars) = mpsc::channel(ASKING_MAX);
    let (to_read_prices, read_price_list) = mpsc::channel(1);
    let sink = EffectSink {
        outbound: Arc::clone(&outbound),
        publish: to_publish,
        deliver: to_deliver,
        refund: to_refund,
        subscription: to_edit,
        check_image: to_check,
        show_stats: to_show,
        read_stars: to_read,
        read_price_list: to_read_prices,
    };
    let handlers = EffectHandlers {
        outside,
        outbound,
        publish,
        deliver,
        refund,
        subscription,
        check_image,
        show_stats,
        read_stars,
        read_price_list,
    };
    (sink, handlers)
}

impl EffectSink {
    /// Hands an effect over.
    pub(crate) fn take(&self, effect: Effect) {
        let Attempt { ticket, user, until, work } = match effect {
            Effect::Attempt(attempt) => attempt,
            Effect::Reply(reply) => return self.outbound.push(reply),
            Effect::ReadStars { asked_by: Some(operator) } => return push(&self.read_stars, Some(operator)),
            Effect::ReadStars { asked_by: None } => {
                // Whoever waits in a full channel has the list read for this person, too.
                self.read_stars.try_send(None).ok();
                return;
            }
            Effect::ShowStats(view) => return push(&self.show_stats, ShowStats::Once(view)),
            Effect::ReadPriceList => return push(&self.read_price_list, ()),
            // The writer has read it.
            Effect::ReadShop => return,
        };
        match work {
            Work::Tell(reply) => self.outbound.tell(Task { ticket, user, until, work: reply }),
            Work::Publish(job) => push(&self.publish, Task { ticket, user, until, work: job }),
            Work::Deliver(video) => push(&self.deliver, Task { ticket, user, until, work: video }),
            Work::Refund { charge } => push(&self.refund, Task { ticket, user, until, work: charge }),
            Work::EditSubscription(edit) => push(&self.subscription, Task { ticket, user, until, work: edit }),
            Work::ShowStats(view) => {
                push(&self.show_stats, ShowStats::Promised(Task { ticket, user, until, work: view }))
            }
            Work::CheckImage { file_id } => push(&self.check_image, Task { ticket, user, until, work: file_id }),
        }
    }
}

impl EffectHandlers {
    /// Starts the loops. They run until the shutdown, and finish what is in hand.
    pub(crate) fn start(self, tasks: &Tasks, intake: &Arc<dyn Intake>, policy: watch::Receiver<Arc<Policy>>) {
        start_price_list(self.read_price_list, &self.outside.kie_api_url, tasks, intake);
        let Self {
            outside, outbound, publish, deliver, refund, subscription, check_image, show_stats, read_stars, ..
        } = self;
        let Outside { telegram, publisher, clock, reader, copies, links, queue_open, reconcile_every, .. } = outside;
        let stop = || tasks.shutdown().clone();
        let reporter = Reporter { intake: Arc::clone(intake), clock: Arc::clone(&clock) };
        let deliverer = deliver::Deliverer {
            telegram: telegram.clone(),
            outbound: Arc::clone(&outbound),
            reporter: reporter.clone(),
            copies,
            links,
        };
        let reading = read_stars::Reading {
            telegram: telegram.clone(),
            intake: Arc::clone(intake),
            reader,
            clock,
            every: reconcile_every,
            for_people: READ_STARS_FOR_PEOPLE_EVERY,
        };
        let shower = show_stats::Shower {
            telegram: telegram.clone(),
            outbound: Arc::clone(&outbound),
            reporter: reporter.clone(),
            reader: reading.reader.clone(),
            policy,
        };
        tasks.spawn_loop("the figures of the shop", shower.run(show_stats, stop()));
        tasks.spawn_loop("the sender of messages", outbound.run(Arc::clone(intake), stop()));
        tasks.spawn_loop("the publishing of jobs", publish::run(publish, publisher, queue_open, stop()));
        tasks.spawn_loop("the delivery of videos", deliverer.run(deliver, stop()));
        tasks.spawn_loop("the refunds", refund::run(refund, telegram.clone(), reporter.clone(), stop()));
        let edits = subscription::run(subscription, telegram.clone(), reporter.clone(), stop());
        tasks.spawn_loop("the changes of subscriptions", edits);
        tasks.spawn_loop("the checks of images", check_image::run(check_image, telegram, reporter, stop()));
        tasks.spawn_loop("the reading of transactions", reading.run(read_stars, stop()));
    }
}

/// A system without TLS has no price list, and has failed to reach Telegram long before.
fn start_price_list(asked: mpsc::Receiver<()>, base: &Url, tasks: &Tasks, intake: &Arc<dyn Intake>) {
    match price_list::PriceList::new(base, Arc::clone(intake)) {
        Ok(list) => tasks.spawn_loop("the reading of prices", list.run(asked, tasks.shutdown().clone())),
        Err(error) => tracing::error!(error = %chain(&error), "KIE.ai's price list cannot be read"),
    }
}

/// Tells the store how attempts ended.
#[derive(Debug, Clone)]
pub struct Reporter {
    /// Takes the reports.
    pub intake: Arc<dyn Intake>,
    /// Says which attempts come too late.
    pub clock: Arc<dyn Clock>,
}

impl Reporter {
    /// Whether it is too late to begin an attempt: another one is handed out.
    pub(crate) fn is_too_late<T>(&self, task: &Task<T>) -> bool {
        let is_late = self.clock.now() > task.until;
        if is_late {
            tracing::debug!(?task.ticket, "an attempt was not begun in time; it is handed out again");
        }
        is_late
    }

    /// Reports how an attempt ended.
    pub(crate) async fn report(&self, ticket: Ticket, outcome: Outcome) {
        if self.intake.submit(Event::Reported(Report { ticket, outcome })).await.is_err() {
            tracing::debug!("an attempt ended too late for this process to note it; the next start makes another");
        }
    }
}

fn push<T>(waiting: &mpsc::Sender<T>, effect: T) {
    if waiting.try_send(effect).is_err() {
        tracing::warn!(effect = std::any::type_name::<T>(), "too many effects wait; one is left to its due time");
    }
}
