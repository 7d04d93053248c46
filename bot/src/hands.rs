//! The writer and those who carry out its effects, tied together: effects are handed over on the writer's thread right
//! after the commit, and whoever carries one out reports to the writer.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use anyhow::Context as _;
use shared::clock::Clock;
use shared::queue::Publisher;
use tokio_util::sync::CancellationToken;

use crate::core::Rules;
use crate::core::event::Effect;
use crate::delivery::copies::Copies;
use crate::delivery::videos::VideoLinks;
use crate::delivery::{self, Deliverer, Delivery};
use crate::dispatch::{self, Dispatch, Dispatcher};
use crate::intake::Intake;
use crate::reconcile::{self, Reconcile, Reconciler};
use crate::refunds::{self, Refunder, Refunds};
use crate::store::{Store, Writer, WriterConfig};
use crate::telegram::client::Telegram;
use crate::telegram::image_check::{self, ImageChecker, ImageChecks};
use crate::telegram::limits::Limits;
use crate::telegram::outbound::Outbound;

/// What is started before the bot runs.
pub(crate) struct Parts {
    pub(crate) writer: Writer,
    pub(crate) thread: std::thread::JoinHandle<()>,
    pub(crate) writer_stop: CancellationToken,
    pub(crate) outbound: Arc<Outbound>,
    pub(crate) deliverer: Deliverer,
    pub(crate) dispatcher: Dispatcher,
    pub(crate) images: ImageChecker,
    pub(crate) refunder: Refunder,
    pub(crate) reconciler: Reconciler,
}

/// What the hands reach out to.
pub(crate) struct Outside {
    pub(crate) telegram: Telegram,
    pub(crate) publisher: Arc<dyn Publisher>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) copies: Copies,
    pub(crate) links: Option<VideoLinks>,
    pub(crate) limits: Limits,
    pub(crate) reconcile_every: Duration,
}

impl Parts {
    pub(crate) fn start(
        store: Store,
        rules: Rules,
        Outside { telegram, publisher, clock, copies, links, limits, reconcile_every }: Outside,
    ) -> anyhow::Result<Self> {
        let writer_stop = CancellationToken::new();
        let reader = store.reader();
        let queue_open = Arc::new(AtomicBool::new(true));
        // The writer hands effects to parts that hand events to the writer.
        let hands = Arc::new(OnceLock::<Hands>::new());
        let carry_out = Arc::clone(&hands);
        let config = WriterConfig {
            clock: Arc::clone(&clock),
            rules: Arc::new(rules),
            queue_open: Arc::clone(&queue_open),
            effects: Box::new(move |effects| {
                if let Some(hands) = carry_out.get() {
                    effects.into_iter().for_each(|effect| hands.carry_out(effect));
                }
            }),
        };
        let (writer, thread) = Writer::start(store, config, writer_stop.clone()).context("starting the writer")?;
        let intake: Arc<dyn Intake> = Arc::new(writer.clone());
        let outbound = Outbound::new(telegram.clone(), Arc::clone(&intake), Arc::clone(&clock), limits);
        let (delivery, deliverer) = delivery::delivery(delivery::Parts {
            telegram: telegram.clone(),
            outbound: Arc::clone(&outbound),
            intake: Arc::clone(&intake),
            clock: Arc::clone(&clock),
            copies,
            links,
        });
        let (dispatch, dispatcher) = dispatch::dispatch(publisher, queue_open);
        let (image_checks, images) = image_check::image_checks(telegram.clone(), Arc::clone(&intake));
        let (refunds, refunder) = refunds::refunds(telegram.clone(), Arc::clone(&intake), Arc::clone(&clock));
        let (reconcile, reconciler) = reconcile::reconcile(telegram, intake, reader, clock, reconcile_every);
        hands.get_or_init(|| Hands {
            outbound: Arc::clone(&outbound),
            delivery,
            dispatch,
            image_checks,
            refunds,
            reconcile,
        });
        Ok(Self { writer, thread, writer_stop, outbound, deliverer, dispatcher, images, refunder, reconciler })
    }
}

/// Those who carry out effects. Handing one over never blocks.
struct Hands {
    outbound: Arc<Outbound>,
    delivery: Delivery,
    dispatch: Dispatch,
    image_checks: ImageChecks,
    refunds: Refunds,
    reconcile: Reconcile,
}

impl Hands {
    fn carry_out(&self, effect: Effect) {
        match effect {
            Effect::Reply(reply) => self.outbound.push(reply),
            Effect::Tell(tell) => self.outbound.tell(tell),
            Effect::Publish(job) => self.dispatch.push(job),
            Effect::CheckImage(request) => self.image_checks.push(request),
            Effect::Deliver(deliver) => self.delivery.push(deliver),
            Effect::Refund(refund) => self.refunds.push(refund),
            Effect::ReadStars { asked_by } => self.reconcile.ask(asked_by),
        }
    }
}
