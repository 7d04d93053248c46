//! What happens to the bot.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shared::image_type::ImageType;
use shared::job::{JobEvent, KieCost, ProviderState};

use super::ids::{MessageId, Stars, UserId};
use super::row_enum::row_enum;
use super::ticket::Ticket;
use super::update::Update;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// This process has just started: whatever an earlier one had under way is due now.
    Started,
    /// Time has passed.
    Tick,
    /// Telegram sent an update.
    Update(Box<IncomingUpdate>),
    /// A worker reports on a job.
    Job(JobEvent),
    /// A worker reports whether the provider takes orders.
    Provider(ProviderState),
    /// An attempt at something from the outbox ended.
    Reported(Report),
    /// A part of Telegram's list of our Star transactions was read.
    StarPage(StarPage),
    /// Telegram's list of our Star transactions was read to its end, or could not be.
    StarsRead(StarsRead),
    /// The books were checked: each broken invariant with its number of violations.
    Audited(Vec<(String, usize)>),
    /// KIE.ai's price list was read: its rows about videos.
    PricesListed(Vec<ListedPrice>),
    /// The watcher of the connection to Telegram found something new.
    Connection(ConnectionState),
    /// Telegram refuses a call without which nothing can be sold.
    SaleRefused(SaleRefused),
}

impl Event {
    /// Whether Stars were paid, by a message or by Telegram's list.
    pub(super) fn is_payment(&self) -> bool {
        match self {
            Self::StarPage(_) => true,
            Self::Update(incoming) => {
                incoming.update.message.as_ref().is_some_and(|message| message.successful_payment.is_some())
            }
            Self::Started
            | Self::Tick
            | Self::Job(_)
            | Self::Provider(_)
            | Self::Reported(_)
            | Self::StarsRead(_)
            | Self::Audited(_)
            | Self::PricesListed(_)
            | Self::Connection(_)
            | Self::SaleRefused(_) => false,
        }
    }
}

/// An update with the text it was read from, which is kept if it cannot be handled.
#[derive(Debug, Clone)]
pub struct IncomingUpdate {
    /// As far as it was understood.
    pub update: Update,
    /// JSON as Telegram sent it.
    pub raw: String,
    /// Why it cannot be read, if it cannot. Then only its number is known, and it becomes a dead letter.
    pub unreadable: Option<String>,
}

/// How an attempt at something from the outbox ended.
#[derive(Debug, Clone)]
pub struct Report {
    /// As in the effect.
    pub ticket: Ticket,
    /// What came of it.
    pub outcome: Outcome,
}

/// See [`Report`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done(Receipt),
    /// It will never be done like this.
    Refused(Refusal),
    /// The person blocked the bot or is gone.
    Unreachable,
    /// Not now: try again, not before the given moment if there is one.
    TryAgain(Option<Timestamp>),
    /// Nobody knows whether it was done: the answer was lost, or a server failed. It may fail like this again and again.
    Unclear,
}

/// What is known of something that is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receipt {
    /// Nothing more.
    Nothing,
    /// The chat shows it in this message.
    Message(MessageId),
    /// The chat shows the video. Telegram's name for the file, to send it again; none when it went as a link.
    Video(Option<String>),
    /// The file is an image.
    Image {
        /// By its first bytes.
        kind: ImageType,
        /// Size in bytes.
        size_bytes: u64,
    },
}

/// Why something will never be done like this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The message to edit is gone, or too old to edit.
    MessageGone,
    /// The file is no image of a known kind.
    NotAnImage,
    /// The file is too large: over the 20 MB of what Telegram hands to bots, or of what a bot can send in any way.
    TooLarge,
    /// What the provider has there is no video: a page, empty, or cut. In words for the log.
    NoVideo(String),
    /// The provider has nothing there, perhaps not yet or not just now. In words for the log.
    Gone(String),
    /// The provider's file host fails or cannot be reached, and nobody knows what is there.
    HostAway(String),
    /// Anything else, in words for the log and for operators.
    Other(String),
}

/// A part of Telegram's list of Star transactions.
#[derive(Debug, Clone)]
pub struct StarPage {
    /// How many transactions come before it.
    pub offset: i64,
    /// In the order of time.
    pub transactions: Vec<StarTransaction>,
}

/// A Star transaction, as far as Telegram describes it.
/// Source: core.telegram.org/bots/api#startransaction
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarTransaction {
    /// For payments their charge. A refund has the same id as its payment.
    pub id: String,
    /// Which way the Stars went.
    pub direction: Direction,
    /// What Telegram calls it, such as `invoice_payment` or `fragment`.
    pub kind: String,
    /// The person on the other side, if it is one.
    pub user: Option<UserId>,
    /// The payload of the invoice.
    pub payload: Option<String>,
    /// Whole Stars.
    pub stars: Stars,
    /// Billionths of a Star beside them.
    pub nanostars: i64,
    /// What an affiliate got of the payment, or gave back with it, in billionths of a Star; never below zero.
    pub commission: i64,
    /// When.
    pub at: Timestamp,
}

/// Which way Stars went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the bot.
    In,
    /// From the bot.
    Out,
    /// Telegram names no side, or the transaction cannot be read.
    Unknown,
}

impl Direction {
    /// The name in rows.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
            Self::Unknown => "unknown",
        }
    }
}

/// The end of a reading of Telegram's list.
#[derive(Debug, Clone)]
pub struct StarsRead {
    /// When it began.
    pub began: Timestamp,
    /// The operator who wants to know.
    pub asked_by: Option<UserId>,
    /// The bot's balance right after the last page, or why the reading failed.
    pub outcome: Result<StarBalance, String>,
}

/// The bot's Stars at Telegram. May be below zero after chargebacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StarBalance {
    /// Whole Stars.
    pub stars: Stars,
    /// Billionths of a Star beside them.
    pub nanostars: i64,
}

/// A row of KIE.ai's price list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPrice {
    /// The model's id, or the name of its page.
    pub model: String,
    /// What it is for, in KIE.ai's words.
    pub description: String,
    /// What the price is for.
    pub unit: PriceUnit,
    /// The price.
    pub price: KieCost,
}

/// What a listed price is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PriceUnit {
    /// A video, whatever its length, unless the row names one.
    Video,
    /// A second of a video.
    Second,
}

/// A call without which nothing can be sold, refused for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaleRefused {
    /// Which call.
    pub call: SaleCall,
    /// Who was about to buy, if the call names them.
    pub buyer: Option<UserId>,
    /// Telegram's words.
    pub reason: String,
}

/// A call without which nothing can be sold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SaleCall {
    /// An invoice is shown.
    Invoice,
    /// A link to a subscription is made.
    Subscription,
    /// A buyer who is about to pay is let through, or not.
    Checkout,
}

impl SaleCall {
    /// The name in texts, logs and metrics.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
            Self::Subscription => "subscription",
            Self::Checkout => "checkout",
        }
    }
}

/// Whether Telegram's updates arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectionState {
    /// What is wrong; none while all is well.
    pub trouble: Option<Trouble>,
    /// Since when.
    pub since: Timestamp,
}

/// Why Telegram's updates do not arrive, or may not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Of which kind it is.
    pub kind: TroubleKind,
    /// Telegram's words, or a number. May be empty.
    pub words: String,
}

row_enum! {
    /// See [`Trouble`].
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub TroubleKind {
        /// Another process removed the webhook or set one of its own. Ours is back, or was set again.
        Taken = "taken",
        /// Another process polls with the bot's token.
        Conflict = "conflict",
        /// Telegram cannot hand updates over to the webhook.
        Failing = "failing",
        /// More and more updates wait at Telegram.
        Behind = "behind",
        /// Telegram cannot be reached.
        Unreachable = "unreachable",
        /// Telegram does not know the bot.
        TokenRefused = "token_refused",
    }
}

impl TroubleKind {
    /// Whether operators can be told through Telegram while it lasts.
    pub(super) const fn can_be_told(self) -> bool {
        match self {
            Self::Taken | Self::Conflict | Self::Failing | Self::Behind => true,
            Self::Unreachable | Self::TokenRefused => false,
        }
    }
}
