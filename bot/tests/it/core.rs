//! The bot's core, spoken to as a person speaks to it: what it answers, as text.
//!
//! Snapshots are what people read, without markup; `[…]` are buttons, `✎` is a message that changes, `(…)` is shown over
//! the chat, and what other chats get begins with their number.

mod admin;
mod attempts;
mod bonuses;
mod bounds;
mod broadcasting;
mod buying;
mod choosing;
mod confirming;
mod conversation;
mod delivering;
mod failing;
mod generating;
mod images;
mod interrupting;
mod jobs;
mod languages;
mod ledger;
mod limits;
mod links;
mod looks;
mod maintenance;
mod models;
mod operating;
mod orders;
mod person;
mod preferences;
mod privacy;
mod provider;
mod queueing;
mod reconciling;
mod redelivering;
mod refunding;
mod roles;
mod shop;
mod shown;
mod speaking;
mod standing_still;
mod starting;
mod stats;
mod subscribing;
mod support;
mod talking;
mod templates;
mod texts;
mod videos;
mod waiting;
