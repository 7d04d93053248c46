//! What the bot's edges would do: commit, and carry out effects as text.

use std::sync::Arc;

use bot::core::effect::{Attempt, ButtonAction, Effect, Invoice, Keyboard, Reply, StatsView, Work};
use bot::core::event::Event;
use bot::core::{self, Context, shop};
use rusqlite::TransactionBehavior;

use super::State;
use crate::core::shown::{addressed, checked_out, in_topic, ordered, plain, rendered};

impl State {
    pub(super) fn commit(&mut self, event: &Event) -> Vec<Effect> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let decided = shop::decisions(&transaction).unwrap();
        let in_force = shop::combined(&Arc::new(self.policy.clone()), &decided);
        let mut context = Context {
            now: self.now,
            random: &mut self.random,
            policy: &in_force,
            queue_open: true,
            clock_is_settled: self.clock_is_settled,
        };
        let effects = core::handle(&transaction, &mut context, event).unwrap();
        transaction.commit().unwrap();
        effects
    }

    /// Does what the bot wants done. What somebody can see of it, as text.
    pub(super) fn carry_out(&mut self, effect: &Effect) -> Option<String> {
        let Attempt { ticket, user, work, .. } = match effect {
            Effect::Reply(reply) => return self.say(reply),
            Effect::ReadStars { asked_by } => {
                self.readings_for_people += usize::from(asked_by.is_none());
                return asked_by.map(|operator| format!("→ reads the list for {operator}"));
            }
            Effect::ShowStats(view) => return Some(self.shows(view)),
            Effect::ReadShop => return None,
            Effect::ReadPriceList => return Some("→ reads the price list".to_owned()),
            Effect::Attempt(attempt) => attempt,
        };
        Some(match work {
            Work::Tell(reply) => self.say(reply)?,
            Work::Publish(job) => {
                self.published.push(job.clone());
                ordered(job)
            }
            Work::CheckImage { file_id } => {
                self.looks.push(ticket.clone());
                format!("→ looks at {file_id}")
            }
            Work::Deliver(video) => {
                self.deliveries.push(ticket.clone());
                self.messages += 1;
                self.keep_buttons(user.0, self.messages, &video.keyboard);
                let topic = in_topic(video.topic);
                format!("→ {topic}video {:?}: {}{}", video.method, video.caption, rendered(&video.keyboard))
            }
            Work::EditSubscription(edit) => {
                self.edits.push(ticket.clone());
                let what = if edit.is_cancelled { "cancels" } else { "frees" };
                format!("→ {what} subscription {} of {user}, call {}", edit.charge, ticket.attempt)
            }
            Work::ShowStats(view) => self.shows(view),
            Work::Refund { charge } => {
                self.refunds.push(ticket.clone());
                format!("→ gives back {charge} to {user}, call {}", ticket.attempt)
            }
        })
    }

    fn say(&mut self, reply: &Reply) -> Option<String> {
        Some(match reply {
            Reply::Send { chat, topic, html, keyboard, .. } => {
                self.messages += 1;
                self.keep_buttons(*chat, self.messages, keyboard);
                format!("{}{}{}{}", addressed(*chat), in_topic(*topic), plain(html), rendered(keyboard))
            }
            Reply::Video { chat, topic, video, html, keyboard } => {
                self.messages += 1;
                self.keep_buttons(*chat, self.messages, keyboard);
                let (to, topic) = (addressed(*chat), in_topic(*topic));
                format!("{to}{topic}video {video}: {}{}", plain(html), rendered(keyboard))
            }
            Reply::Copy { chat, topic, from_chat, message, keyboard } => {
                self.messages += 1;
                self.keep_buttons(*chat, self.messages, keyboard);
                let (to, topic) = (addressed(*chat), in_topic(*topic));
                format!("{to}{topic}copy of message {message} of {from_chat}{}", rendered(keyboard))
            }
            Reply::Edit { chat, message, html, keyboard } => {
                self.buttons.retain(|(_, shown_in, ..)| *shown_in != message.0);
                self.keep_buttons(*chat, message.0, keyboard);
                format!("{}✎ {}{}", addressed(*chat), plain(html), rendered(keyboard))
            }
            Reply::AnswerCallback { text, .. } => format!("({})", text.as_ref()?),
            Reply::AnswerCheckout { refusal, .. } => checked_out(refusal.as_deref()),
            Reply::Invoice { chat, topic, invoice } => {
                self.messages += 1;
                self.invoices.push((*chat, invoice.clone()));
                let (topic, Invoice { title, description, stars, .. }) = (in_topic(*topic), invoice);
                format!("{topic}invoice: {title} · {description} · {stars} ⭐")
            }
            Reply::Subscription { chat, topic, html, label, invoice } => {
                self.messages += 1;
                self.invoices.push((*chat, invoice.clone()));
                let (topic, Invoice { title, description, stars, .. }) = (in_topic(*topic), invoice);
                let link = format!("[{label} → {title} · {description} · {stars} ⭐]");
                format!("{topic}{}\n{link}", plain(html))
            }
        })
    }

    /// An operator is shown the figures of the shop.
    fn shows(&mut self, StatsView { chat, message, days, keyboard, .. }: &StatsView) -> String {
        self.messages += i64::from(message.is_none());
        let shown_in = message.map_or(self.messages, |message| message.0);
        self.buttons.retain(|(_, known, ..)| *known != shown_in);
        self.keep_buttons(*chat, shown_in, keyboard);
        let edits = if message.is_some() { "✎ " } else { "" };
        format!("{}{edits}the figures of {days} days{}", addressed(*chat), rendered(keyboard))
    }

    fn keep_buttons(&mut self, chat: i64, message: i64, keyboard: &Keyboard) {
        for button in keyboard.0.iter().flatten() {
            if let ButtonAction::Callback(data) = &button.action {
                self.buttons.push((chat, message, button.label.clone(), data.clone()));
            }
        }
    }
}
