//! What is to be done after the commit.
//!
//! An [`Effect::Attempt`] is also a row of the outbox, leased until the attempt must be over: if nobody reports, the row
//! is due again and another attempt is handed out. So whoever carries out effects may die at any moment, and one that
//! comes to an attempt after its `until` must drop it, because it has been handed out again.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shared::job::{GenerationJob, JobId};
use url::Url;

use super::ids::{MessageId, Stars, UserId};
use super::ticket::{Kind, Ticket};

/// Something to do after the commit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Effect {
    /// Say something once. A crash may lose it; the repeated update brings it again.
    Reply(Reply),
    /// Do something that must not be lost, and report.
    Attempt(Attempt),
    /// Read Telegram's list of our Star transactions and report. A payment whose message was lost is on it.
    ReadStars {
        /// The operator who asked and is told what came of it. Without one it was a person who looks for credits, and
        /// a list that was read a moment ago will do.
        asked_by: Option<UserId>,
    },
    /// Show an operator the figures of the shop. A crash may lose it; the repeated update brings it again.
    ShowStats(StatsView),
    /// Read KIE.ai's price list and report. A crash may lose it; it is read again a day later.
    ReadPriceList,
    /// Read what operators have decided of the shop before the next event is handled (`core::shop::InForce`). For whoever
    /// runs the core; a process that starts reads it anyhow.
    ReadShop,
}

impl Effect {
    /// Whether a notice is sent.
    pub(super) fn is_notice(&self) -> bool {
        matches!(self, Self::Attempt(Attempt { ticket: Ticket { kind: Kind::Notice, .. }, .. }))
    }
}

/// An attempt at something from the outbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attempt {
    /// To be named in the report.
    pub ticket: Ticket,
    /// The person whom it is for.
    pub user: UserId,
    /// Drop it when it has not begun by then.
    pub until: Timestamp,
    /// What to do.
    pub work: Work,
}

/// What an [`Attempt`] does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Work {
    /// Hand a job to the queue. Nothing to report: the workers will speak.
    Publish(GenerationJob),
    /// Send a video.
    Deliver(Deliver),
    /// Say something.
    Tell(Reply),
    /// Give the Stars of this payment back to the person. Telegram knows refunds of whole payments only.
    Refund {
        /// The payment.
        charge: String,
    },
    /// Cancel a subscription of the person, or let them go on with it.
    EditSubscription(SubscriptionEdit),
    /// Look at the first bytes of a file that the person sent.
    CheckImage {
        /// Telegram's name for the file.
        file_id: String,
    },
    /// Show an operator the figures of the shop.
    ShowStats(StatsView),
}

/// The figures of the shop as an operator looks at them. They are read from the database when they are shown, and beside the
/// core: a look at a month of orders keeps no event waiting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatsView {
    /// The operator's chat.
    pub chat: i64,
    /// The topic in it.
    pub topic: Option<i64>,
    /// The message that shows them already, and is to show these.
    pub message: Option<MessageId>,
    /// Of so many days, today included.
    pub days: u16,
    /// The language of the words, an IETF tag.
    pub language: String,
    /// The buttons under them.
    pub keyboard: Keyboard,
}

/// A change of a subscription.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubscriptionEdit {
    /// The payment that began it.
    pub charge: String,
    /// Whether it shall not be paid again.
    pub is_cancelled: bool,
}

/// A video to send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliver {
    /// The job.
    pub job: JobId,
    /// How.
    pub method: DeliveryMethod,
    /// Where the provider has the video.
    pub urls: Vec<Url>,
    /// In Telegram's HTML, at most 1024 UTF-16 units without the markup.
    pub caption: String,
    /// The topic of the chat that it was ordered in.
    pub topic: Option<i64>,
    /// How long the video should play by what was ordered, in seconds, if that was a choice.
    pub seconds: Option<u32>,
    /// For the method by link.
    pub link: LinkWords,
    /// The buttons under it.
    pub keyboard: Keyboard,
    /// What plays when it arrives.
    #[serde(default)]
    pub effect: Option<MessageEffect>,
}

/// What is written above a link to a video: why it is one, and how long it works. Each in Telegram's HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkWords {
    /// Because the file is too large for Telegram.
    pub too_large: String,
    /// Because Telegram does not take it just now.
    pub not_taken: String,
    /// It leads to a copy of ours.
    pub kept: String,
    /// It leads to where the provider has the video.
    pub at_provider: String,
}

/// The methods to deliver a video, tried in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryMethod {
    /// Telegram fetches it: up to 20 MB.
    ByUrl,
    /// We stream it to Telegram: up to 50 MB.
    Upload,
    /// We send a link: to a copy of ours, or to where the provider has it.
    Link,
}

impl DeliveryMethod {
    /// The name in rows, logs and metrics.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ByUrl => "by_url",
            Self::Upload => "upload",
            Self::Link => "link",
        }
    }
}

/// A call to Telegram that says something to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// A new message.
    Send {
        /// The chat; for people, their [`UserId`].
        chat: i64,
        /// The topic in it, for chats that have topics.
        topic: Option<i64>,
        /// Text in Telegram's HTML.
        html: String,
        /// The buttons under it.
        keyboard: Keyboard,
        /// What plays when it arrives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        effect: Option<MessageEffect>,
    },
    /// A video that Telegram has, or fetches.
    Video {
        /// The chat.
        chat: i64,
        /// The topic in it.
        topic: Option<i64>,
        /// Telegram's id of the file, or an address.
        video: String,
        /// The words under it, in Telegram's HTML.
        html: String,
        /// The buttons under it.
        keyboard: Keyboard,
    },
    /// A message of another chat once more, as it is, without a word of where it is from.
    Copy {
        /// The chat.
        chat: i64,
        /// The topic in it.
        topic: Option<i64>,
        /// The chat that has the message.
        from_chat: i64,
        /// The message in that chat.
        message: MessageId,
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
        /// The topic in it.
        topic: Option<i64>,
        /// What is sold.
        invoice: Invoice,
    },
    /// A new message with a button that leads to the checkout of a monthly subscription. Telegram makes the link first.
    Subscription {
        /// The chat.
        chat: i64,
        /// The topic in it.
        topic: Option<i64>,
        /// Text in Telegram's HTML.
        html: String,
        /// What the button says.
        label: String,
        /// What is sold for every period.
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
    /// How it looks in clients that know styles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<ButtonStyle>,
}

impl Button {
    /// A button that looks like others.
    #[must_use]
    pub fn new(label: impl Into<String>, action: ButtonAction) -> Self {
        Self { label: label.into(), action, style: None }
    }

    /// The same in this style.
    #[must_use]
    pub fn styled(self, style: ButtonStyle) -> Self {
        Self { style: Some(style), ..self }
    }
}

/// How a button looks. Older clients show all alike.
/// Source: core.telegram.org/bots/api#inlinekeyboardbutton
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ButtonStyle {
    /// What one came for.
    Primary,
    /// What brings something.
    Success,
    /// What takes something away.
    Danger,
}

/// An animation that plays once over a private chat when a message arrives. Older clients show none.
/// Source: core.telegram.org/bots/api#sendmessage, `message_effect_id`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageEffect {
    /// 🎉
    Party,
    /// 🔥
    Fire,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ButtonAction {
    /// Comes back to us as a callback query, 1 to 64 bytes.
    Callback(String),
    /// Opens a page.
    Open(Url),
    /// Copies a text of 1 to 256 characters.
    Copy(String),
}
