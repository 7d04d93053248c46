//! What a person wants to see, in the messages in which they wrote it.
//!
//! Clients split a text that is longer than a message allows, and send the parts at once. A person may also edit a
//! message. So a prompt remembers which of its words came with which message.

use icu_properties::CodePointSetData;
use icu_properties::props::{DefaultIgnorableCodePoint, JoinControl, VariationSelector};
use serde::{Deserialize, Serialize};

use crate::core::ids::MessageId;
use crate::core::update::Message;

/// A text of at least so many UTF-16 units may be the part of a longer one: clients cut at the end of a sentence or a
/// line, and at the latest at 4096 units.
const PART_UNITS_MIN: usize = 2048;

/// The parts of a text come within so many seconds.
pub(in crate::core) const PARTS_WITHIN_SECONDS: i64 = 2;

/// Parts that are joined, at most. No model takes more.
const PARTS_MAX: usize = 8;

/// A prompt.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prompt {
    parts: Vec<Part>,
}

/// The words of one message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Part {
    words: String,
    /// Absent for the prompt of an earlier order.
    message: Option<MessageId>,
    /// When the message was sent, in seconds since 1970.
    sent_at: i64,
}

impl Prompt {
    /// The prompt of an earlier order.
    pub(in crate::core) fn of_earlier_order(words: String) -> Self {
        Self { parts: vec![Part { words, message: None, sent_at: 0 }] }
    }

    /// Words that came with a message.
    pub(in crate::core) fn new(words: String, message: &Message) -> Self {
        Self { parts: vec![Part { words, message: Some(message.message_id), sent_at: message.date }] }
    }

    /// All of its words.
    pub(in crate::core) fn words(&self) -> String {
        self.parts.iter().map(|part| part.words.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Its length in characters.
    pub(in crate::core) fn chars(&self) -> usize {
        self.words().chars().count()
    }

    /// Whether this message brings the next part of one long text.
    pub(in crate::core) fn goes_on_in(&self, message: &Message) -> bool {
        let is_next = |part: &Part| {
            part.message.is_some()
                && may_go_on(&part.words)
                && (0..=PARTS_WITHIN_SECONDS).contains(&(message.date - part.sent_at))
        };
        message.text.is_some() && self.parts.last().is_some_and(is_next)
    }

    /// Adds the words of another message.
    pub(in crate::core) fn add(&mut self, words: String, message: &Message) {
        self.parts.extend(Self::new(words, message).parts);
        self.parts.truncate(PARTS_MAX);
    }

    /// Takes the words that an edited message has now. `None` when it has no part in this prompt.
    pub(in crate::core) fn edited(&self, words: String, message: MessageId) -> Option<Self> {
        let mut edited = self.clone();
        edited.parts.iter_mut().find(|part| part.message == Some(message))?.words = words;
        Some(edited)
    }

    /// Whether a message brought some of its words.
    pub(in crate::core) fn is_from(&self, message: MessageId) -> bool {
        self.parts.iter().any(|part| part.message == Some(message))
    }
}

/// Whether a text is long enough to be cut by a client, so that more of it may come.
pub(in crate::core) fn may_go_on(text: &str) -> bool {
    text.encode_utf16().count() >= PART_UNITS_MIN
}

/// The words of a text, without what nobody sees: control characters may mean something to whoever reads them next, and
/// what Unicode lets everybody ignore can make a prompt look like another one or hide words in it. `None` when no word is
/// left. Joiners and variation selectors stay within words: scripts and emoji need them.
pub(in crate::core) fn visible_words(text: &str) -> Option<String> {
    let is_ignorable = |c| CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c);
    let shapes_others = |c| {
        CodePointSetData::new::<JoinControl>().contains(c) || CodePointSetData::new::<VariationSelector>().contains(c)
    };
    let stays = |c: &char| matches!(c, '\n' | '\t') || !(c.is_control() || is_ignorable(*c) && !shapes_others(*c));
    let seen: String = text.chars().filter(stays).collect();
    let has_words = seen.chars().any(|c| !c.is_whitespace() && !is_ignorable(c));
    has_words.then(|| seen.trim().to_owned())
}
