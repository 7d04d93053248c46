//! What the histories have met, counted, and what they must meet.

use std::collections::HashMap;
use std::fmt;

use bot::core::jobs::Progress;
use shared::job::FailureReason;

use crate::yield_point::YieldPoint;

/// Something that a history can meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Met {
    /// Something went wrong, or somebody meant harm.
    Fault(Fault),
    /// The bot's process died.
    Crash(CrashPoint),
    /// A worker's process died.
    WorkerDied(YieldPoint),
    /// A call of a worker failed, or its answer was lost.
    CallFailed(YieldPoint),
    /// The workers' record of a job moved on; from `-` when it was made.
    Step(&'static str, &'static str),
    /// A job moved on in the bot; from nothing when it was placed.
    Moved(Option<Progress>, Progress),
    /// A try to deliver ended.
    Delivery(&'static str),
    /// A try to tell a chat something ended.
    Tell(&'static str),
    /// An image was looked at.
    Image(&'static str),
    /// A job failed.
    Failed(FailureReason),
    /// What the provider had failed was ordered once more.
    OrderedOnceMore,
    /// A checkout was answered.
    Checkout(Checkout),
    /// A call to give Stars back was answered.
    Refund(&'static str),
    /// A refund moved on.
    RefundMoved(&'static str, &'static str),
    /// A payment was credited by Telegram's list, because its message had not come.
    CreditedByList,
    /// An operator gave or took credits.
    OperatorAction(&'static str),
    /// Operators were told of a model that it does this.
    ToldOfModel(&'static str),
    /// What is paid every month moved on.
    Subscription(&'static str),
    /// Credits came for nothing.
    Gift(&'static str),
    /// Something came of a link: an invitation, a promo code, a gift.
    Link(&'static str),
    /// An affiliate had a share of a payment.
    Affiliate,
    /// A message to everybody moved on.
    Broadcast(&'static str),
    /// An operator changed this of the shop.
    Shop(&'static str),
}

/// An enum of plain variants that knows them all.
#[macro_export]
macro_rules! counted {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        #[allow(dead_code, reason = "not every enum is asked for all")]
        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
    };
}

counted! {
    /// Where the process died.
    CrashPoint {
        /// The transaction was rolled back.
        BeforeCommit,
        /// Committed, and none of the effects carried out.
        EffectsLost,
        /// Committed, and some of the effects carried out.
        EffectsCutShort,
        /// Between two events.
        Idle,
    }
}

counted! {
    /// What a checkout should be answered with.
    Checkout {
        /// Let through.
        Allowed,
        /// Not now.
        Maintenance,
        /// Not ours.
        Forged,
        /// Somebody else's.
        NotYours,
        /// Not at this price.
        PriceChanged,
        /// Too old.
        TooOld,
        /// Paid before.
        AlreadyPaid,
        /// They have a subscription that is not to be paid now.
        AlreadySubscribed,
        /// Operators have blocked them.
        Blocked,
    }
}

counted! {
    /// What can go wrong, or is meant to do harm.
    Fault {
        UpdateDoubled,
        UpdateOutOfOrder,
        UpdateComesAgainAfterCrash,
        AnswerLostInCrash,
        DoubleTap,
        OldButton,
        ForgedButton,
        SomebodyElsesJob,
        Blocked,
        Unblocked,
        Group,
        ForeignPayment,
        PaidTwice,
        PaymentDoubled,
        RefundBeforePayment,
        Refunded,
        PaymentMessageLost,
        RefundMessageLost,
        RefundCallLost,
        RefundReportLost,
        RefundReportLate,
        RefundAnswerLost,
        RefundRefused,
        RefundLater,
        RefundedBefore,
        MonthNotPaid,
        SubscriptionCallLost,
        SubscriptionReportLost,
        SubscriptionReportLate,
        SubscriptionRefused,
        StarsNotRead,
        StarPageDoubled,
        JobMessageLost,
        JobMessageDoubled,
        JobMessageLate,
        JobMessageRedelivered,
        ResultLost,
        ResultDoubled,
        ResultLate,
        UnknownJob,
        UnpublishedJobHeardOf,
        StoreOfWorkersLost,
        StoreOfWorkersPutBack,
        StoreOfWorkersRenewed,
        BotPutBack,
        PowerCutUndidBot,
        PowerCutUndidWorkers,
        StoreFoundReplaced,
        WorkerDiedIdle,
        WorkerPaused,
        SaveConflict,
        PermitDenied,
        OtherModels,
        CreateNotStarted,
        CreatePutOff,
        CreateRefused,
        CreateFailedUnclear,
        CreateAnswerLost,
        CreateTimedOut,
        QueryFailed,
        TaskNotThereYet,
        AddressNotThereYet,
        ImageUploadDelayed,
        ImageUnusable,
        ImageGone,
        CallbackLost,
        CallbackDoubled,
        CallbackLate,
        CallbackBeforeAnswer,
        CallbackForged,
        CallbackOfOtherTask,
        ProviderBlocked,
        QueueClosed,
        ReplyLost,
        CallLost,
        CallReportLost,
        CallReportLate,
        ResultIsNoVideo,
        ResultIsNoVideoForAWhile,
        ResultIsGone,
        ResultIsGoneForAWhile,
        MethodNeverAnswers,
        DeliveryAlwaysPutOff,
        DeliveryUnclear,
        DeliveryLost,
        DeliveryReportLost,
        DeliveryReportLate,
        ImageCheckLost,
        PolicyChanged,
        PriceChanged,
        ModelFails,
        ClockForwards,
        ClockBackwards,
    }
}

/// Counts of everything met.
#[derive(Debug, Default)]
pub struct Coverage {
    /// Histories played.
    pub histories: u64,
    /// Events handled.
    pub events: u64,
    met: HashMap<Met, u64>,
}

impl Coverage {
    /// Of a history that begins.
    pub(crate) fn of_one() -> Self {
        Self { histories: 1, ..Self::default() }
    }

    pub(crate) fn meet(&mut self, met: Met) {
        *self.met.entry(met).or_default() += 1;
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.histories += other.histories;
        self.events += other.events;
        for (met, count) in &other.met {
            *self.met.entry(*met).or_default() += count;
        }
    }

    /// Faults and crashes.
    pub fn faults(&self) -> u64 {
        let is_fault =
            |met: &Met| matches!(met, Met::Fault(_) | Met::Crash(_) | Met::WorkerDied(_) | Met::CallFailed(_));
        self.met.iter().filter(|(met, _)| is_fault(met)).map(|(_, count)| count).sum()
    }

    /// What a run must meet and has not.
    pub fn missing(&self) -> Vec<Met> {
        required().into_iter().filter(|met| !self.met.contains_key(met)).collect()
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let per_history = |count: u64| count / self.histories.max(1);
        writeln!(
            f,
            "{} histories, {} events ({} a history), {} faults ({} a history)",
            self.histories,
            self.events,
            per_history(self.events),
            self.faults(),
            per_history(self.faults())
        )?;
        let mut lines: Vec<String> = self.met.iter().map(|(met, count)| format!("  {met:?}: {count}")).collect();
        lines.sort();
        f.write_str(&lines.join("\n"))
    }
}

/// How a record may move on. What needs several accidents within seconds is met now and then, and not asked for.
const STEPS: [(&str, &str); 19] = [
    ("-", "new"),
    ("-", "running"),
    ("-", "unconfirmed"),
    ("-", "failed"),
    ("new", "prepared"),
    ("new", "unconfirmed"),
    ("new", "failed"),
    ("prepared", "submitting"),
    ("prepared", "failed"),
    ("submitting", "prepared"),
    ("submitting", "running"),
    ("submitting", "unconfirmed"),
    ("submitting", "failed"),
    ("unconfirmed", "running"),
    ("unconfirmed", "failed"),
    ("running", "succeeded"),
    ("running", "failed"),
    ("failed", "succeeded"),
    ("succeeded", "running"),
];

/// What may come of links.
const LINKS: [&str; 12] = [
    "somebody came",
    "inviter rewarded",
    "inviter has enough",
    "reward taken back",
    "wrong code",
    "code used",
    "code not to be used",
    "gift opened",
    "gift not to be opened",
    "gift kept",
    "gift returned",
    "gift taken back",
];

/// How a refund may move on.
const REFUNDS: [(&str, &str); 7] = [
    ("-", "held"),
    ("-", "done"),
    ("held", "done"),
    ("held", "refused"),
    ("refused", "held"),
    ("refused", "done"),
    ("done", "done"),
];

fn required() -> Vec<Met> {
    let moves = [
        (None, Progress::Queued),
        (Some(Progress::Queued), Progress::Published),
        (Some(Progress::Queued), Progress::Submitted),
        (Some(Progress::Queued), Progress::Ready),
        (Some(Progress::Queued), Progress::Failed),
        (Some(Progress::Queued), Progress::Cancelled),
        (Some(Progress::Published), Progress::Submitted),
        (Some(Progress::Published), Progress::Ready),
        (Some(Progress::Published), Progress::Failed),
        (Some(Progress::Submitted), Progress::Ready),
        (Some(Progress::Submitted), Progress::Failed),
        (Some(Progress::Ready), Progress::Delivered),
        (Some(Progress::Ready), Progress::Undeliverable),
        (Some(Progress::Failed), Progress::Ready),
    ];
    let mut required: Vec<Met> = moves.into_iter().map(|(from, to)| Met::Moved(from, to)).collect();
    required.extend(Fault::ALL.iter().map(|fault| Met::Fault(*fault)));
    required.extend(CrashPoint::ALL.iter().map(|point| Met::Crash(*point)));
    required.extend(Checkout::ALL.iter().map(|answer| Met::Checkout(*answer)));
    required.extend(YieldPoint::ALL.iter().map(|point| Met::WorkerDied(*point)));
    required.extend(YieldPoint::ALL.iter().filter(|point| point.can_fail()).map(|point| Met::CallFailed(*point)));
    required.extend(STEPS.map(|(from, to)| Met::Step(from, to)));
    required.extend(FailureReason::ALL.map(Met::Failed));
    required.extend(["returned", "refused", "try again"].map(Met::Refund));
    required.extend(["fails", "is mended", "costs something else"].map(Met::ToldOfModel));
    required.extend(REFUNDS.map(|(from, to)| Met::RefundMoved(from, to)));
    required.extend([
        Met::OrderedOnceMore,
        Met::CreditedByList,
        Met::Affiliate,
        Met::OperatorAction("grant"),
        Met::OperatorAction("debit"),
        Met::OperatorAction("block"),
        Met::OperatorAction("try again"),
        Met::OperatorAction("give back"),
    ]);
    required.extend(["bonus", "first", "welcome", "invited"].map(Met::Gift));
    required.extend(["sending", "paused", "done", "cancelled", "scheduled"].map(Met::Broadcast));
    required.extend(["sent", "sent again", "blocked", "refused", "switched off"].map(Met::Broadcast));
    required.extend(LINKS.map(Met::Link));
    required.extend(["price", "terms", "maintenance", "as the files"].map(Met::Shop));
    required.extend(["begun", "renewed", "cancelled", "failed", "active", "ended"].map(Met::Subscription));
    required.extend(["delivered", "no video", "gone", "method refused", "unreachable", "try again"].map(Met::Delivery));
    required.extend(["unclear", "given up, person away", "given up, credits back"].map(Met::Delivery));
    required.extend(["told", "message gone", "unreachable", "refused", "try again"].map(Met::Tell));
    required.extend(["image", "not an image", "too large", "unavailable"].map(Met::Image));
    required
}
