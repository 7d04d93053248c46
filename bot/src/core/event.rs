//! What happens to the bot, and what it wants done about it.
//!
//! Every [`Event`] is handled in one transaction; its [`Effect`]s are handed out after the commit. An effect that must
//! not be lost is also a row with a due time, pushed forward while the effect is under way: if nobody reports back, the
//! row is due again and the effect is handed out once more. So an executor may die at any moment, and one that comes
//! to an effect after `until` must drop it, because it has been handed out again.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shared::image_type::ImageType;
use shared::job::{GenerationJob, JobId, WorkerMessageBody};
use url::Url;

use super::ids::{MessageId, Stars, UserId};
use super::reconcile::{StarPage, StarsRead};
use super::update::Update;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// This process has just started: whatever an earlier one had under way is due now.
    Started,
    /// Time has passed.
    Tick,
    /// Telegram told us something.
    Update(Box<IncomingUpdate>),
    /// A worker told us something.
    Worker(WorkerMessageBody),
    /// Somebody looked at a picture that a person sent.
    ImageChecked(ImageChecked),
    /// A try to deliver a video ended.
    Delivery(DeliveryReport),
    /// A try to tell a chat something ended.
    Told(TellReport),
    /// A try to give Stars back ended.
    Refund(RefundReport),
    /// Telegram showed a part of its list of our Star transactions.
    StarPage(StarPage),
    /// The list was read to its end, or could not be.
    StarsRead(StarsRead),
    /// The books were checked: each broken invariant, and how often it is.
    Audited(Vec<(String, usize)>),
    /// Telegram has taken our webhook. The text tells it from others, so that the next start need not set it again.
    WebhookSet(String),
}

/// An update with the text it was read from, which is kept if we cannot handle it.
#[derive(Debug, Clone)]
pub struct IncomingUpdate {
    /// As far as we understand it.
    pub update: Update,
    /// JSON as Telegram sent it.
    pub raw: String,
    /// Why we cannot read it, if we cannot; then only its number is known, and it is put aside.
    pub unreadable: Option<String>,
}

/// Something to do after the commit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Effect {
    /// Say something once. A crash may lose it; the repeated update brings it again.
    Reply(Reply),
    /// Tell a chat something for sure, and report.
    Tell(Tell),
    /// Hand a job to the queue. Nothing to report: the workers will speak.
    Publish(GenerationJob),
    /// Look at a picture's first bytes, and report.
    CheckImage(CheckImage),
    /// Send a video, and report.
    Deliver(Deliver),
    /// Give Stars back to their buyer, and report.
    Refund(RefundStars),
    /// Read Telegram's list of our Star transactions, for this operator, and report.
    ReadStars {
        /// Who is told what came of it.
        asked_by: UserId,
    },
}

/// A call to Telegram that says something to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// A new message.
    Send {
        /// The chat; for people, their [`UserId`].
        chat: i64,
        /// Text in Telegram's HTML.
        html: String,
        /// The buttons under it.
        keyboard: Keyboard,
    },
    /// A message of ours changes its text and buttons.
    Edit {
        /// The chat.
        chat: i64,
        /// The message.
        message: MessageId,
        /// Text in Telegram's HTML.
        html: String,
        /// The buttons under it; empty removes them.
        keyboard: Keyboard,
    },
    /// The spinning of a pressed button ends.
    AnswerCallback {
        /// The query.
        query: String,
        /// A few words shown over the chat, at most 200 characters.
        text: Option<String>,
    },
    /// A payment is allowed (`None`) or refused with words for the buyer. Due within 10 seconds.
    AnswerCheckout {
        /// The query.
        query: String,
        /// Why not.
        refusal: Option<String>,
    },
    /// An invoice in Stars.
    Invoice {
        /// The chat.
        chat: i64,
        /// What is sold.
        invoice: Invoice,
    },
}

/// An invoice in Stars, within Telegram's limits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoice {
    /// 1 to 32 characters.
    pub title: String,
    /// 1 to 255 characters.
    pub description: String,
    /// 1 to 128 bytes, signed.
    pub payload: String,
    /// The price.
    pub stars: Stars,
}

/// Rows of buttons.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Keyboard(pub Vec<Vec<Button>>);

/// A button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What it does.
    pub action: ButtonAction,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ButtonAction {
    /// Comes back to us as a callback query, 1 to 64 bytes.
    Callback(String),
    /// Opens a page.
    Open(Url),
}

/// Something that a chat must be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tell {
    /// To be named in the report.
    pub ticket: TellTicket,
    /// The call.
    pub reply: Reply,
    /// Drop it when it is not sent by then.
    pub until: Timestamp,
}

/// What a [`Tell`] is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TellTicket {
    /// The status message of a job.
    Status {
        /// The job.
        job: JobId,
        /// The version of the status that is told.
        version: i64,
    },
    /// A message of its own, such as a receipt.
    Notice(String),
}

/// How a [`Tell`] ended.
#[derive(Debug, Clone)]
pub struct TellReport {
    /// As in the [`Tell`].
    pub ticket: TellTicket,
    /// What came of it.
    pub outcome: TellOutcome,
}

/// See [`TellReport`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TellOutcome {
    /// The chat shows it: in this message.
    Told(MessageId),
    /// The message to edit is gone, or too old to edit.
    MessageGone,
    /// The person blocked the bot or is gone.
    Unreachable,
    /// Telegram will never take it. Says why.
    Refused(String),
    /// Not now: try again, not before the given moment if there is one.
    TryAgain(Option<Timestamp>),
}

/// A picture to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckImage {
    /// Whose.
    pub user: UserId,
    /// The form that it is for.
    pub form: String,
    /// The file.
    pub file_id: String,
}

/// What was seen of a picture.
#[derive(Debug, Clone)]
pub struct ImageChecked {
    /// As in [`CheckImage`].
    pub request: CheckImage,
    /// What came of it.
    pub outcome: ImageCheck,
}

/// See [`ImageChecked`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImageCheck {
    /// A picture of a kind that we know.
    Image {
        /// By its first bytes.
        kind: ImageType,
        /// Size in bytes.
        size_bytes: u64,
    },
    /// Not a picture of a kind that we know.
    NotAnImage,
    /// Telegram does not hand it to bots: over 20 MB.
    TooLarge,
    /// Telegram could not be asked just now.
    Unavailable,
}

/// A video to send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliver {
    /// The job.
    pub job: JobId,
    /// To be named in the report.
    pub attempt: i64,
    /// Where to.
    pub user: UserId,
    /// How.
    pub way: DeliveryWay,
    /// Where the provider has it.
    pub urls: Vec<Url>,
    /// At most 1024 characters, without markup.
    pub caption: String,
    /// For the way by link: what to write.
    pub link_html: String,
    /// The buttons under it.
    pub keyboard: Keyboard,
    /// Drop it when it has not begun by then.
    pub until: Timestamp,
}

/// The ways to deliver a video, tried in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryWay {
    /// Telegram fetches it: up to 20 MB.
    ByUrl,
    /// We stream it to Telegram: up to 50 MB.
    Upload,
    /// We keep a copy and send a link to it.
    Link,
}

/// How a try to deliver ended.
#[derive(Debug, Clone)]
pub struct DeliveryReport {
    /// The job.
    pub job: JobId,
    /// As in [`Deliver`].
    pub attempt: i64,
    /// What came of it.
    pub outcome: DeliveryOutcome,
}

/// See [`DeliveryReport`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeliveryOutcome {
    /// The chat shows the video.
    Delivered {
        /// Telegram's name for the file, to send it again; none when it went as a link.
        file_id: Option<String>,
    },
    /// This way will never work for this video. Says why.
    WayRefused(String),
    /// The person blocked the bot or is gone.
    Unreachable,
    /// Not now: try again, not before the given moment if there is one. The chat may show the video already, if the
    /// answer was lost.
    TryAgain(Option<Timestamp>),
}

/// Stars to give back. Telegram knows refunds of whole payments only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundStars {
    /// The payment.
    pub charge: String,
    /// Who paid.
    pub user: UserId,
    /// To be named in the report.
    pub attempt: i64,
    /// Drop it when it has not begun by then.
    pub until: Timestamp,
}

/// How a try to give Stars back ended.
#[derive(Debug, Clone)]
pub struct RefundReport {
    /// The payment.
    pub charge: String,
    /// As in [`RefundStars`].
    pub attempt: i64,
    /// What came of it.
    pub outcome: RefundOutcome,
}

/// See [`RefundReport`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefundOutcome {
    /// The buyer has their Stars, now or since an earlier try.
    Returned,
    /// Telegram will not do it. Says why.
    Refused(String),
    /// Not now, or nobody knows: try again, not before the given moment if there is one.
    TryAgain(Option<Timestamp>),
}
