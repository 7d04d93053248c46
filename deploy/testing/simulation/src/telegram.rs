//! The simulated Telegram: chats that show what was said, calls that succeed, fail or vanish.

use std::collections::{BTreeMap, BTreeSet};

use bot::core::event::{
    ButtonAction, CheckImage, Deliver, DeliveryOutcome, DeliveryReport, DeliveryWay, Event, ImageCheck, ImageChecked,
    Keyboard, Reply, Tell, TellOutcome, TellReport, TellTicket,
};
use bot::core::ids::MessageId;
use bot::core::update::{Chat, Message, PreCheckoutQuery, SuccessfulPayment, Update, User};
use jiff::Timestamp;
use rand::Rng as _;
use shared::image_type::ImageType;
use shared::job::JobId;

use crate::coverage::{Fault, Met};
use crate::event::{Call, WorldEvent};
use crate::process::chat_of;
use crate::stars::StarList;
use crate::world::World;

/// What people see, by chat and message, and what Telegram remembers.
#[derive(Debug, Default)]
pub(crate) struct Chats {
    pub(crate) shown: BTreeMap<(i64, i64), Shown>,
    /// Notices that have been shown.
    pub(crate) notices_shown: BTreeSet<String>,
    /// Jobs and notices of which something was refused for good.
    pub(crate) refused: BTreeSet<String>,
    /// Copies of each video.
    pub(crate) videos: BTreeMap<JobId, u64>,
    /// When a chat's last call is made.
    pub(crate) free_at: BTreeMap<i64, Timestamp>,
    /// Checkouts that wait for an answer.
    pub(crate) checkouts: BTreeMap<String, (PreCheckoutQuery, Timestamp)>,
    /// What Telegram knows of Stars.
    pub(crate) stars: StarList,
    /// What was paid, and by whom.
    pub(crate) charges: Vec<(SuccessfulPayment, User)>,
    last_message: i64,
}

/// A message that a chat shows.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// The job whose status it is, and the version.
    pub(crate) status: Option<(JobId, i64)>,
    /// Whether the core has heard of it.
    pub(crate) is_known: bool,
}

impl World {
    /// Makes a call. Without a report, the process that would hear of it is gone.
    pub(crate) fn perform(&mut self, call: Call, reported: bool) {
        match call {
            Call::Reply(reply) => {
                if !self.goes_wrong(Fault::ReplyLost, 3) {
                    self.say(&reply, None);
                }
            }
            Call::Tell(tell) => self.perform_tell(&tell, reported),
            Call::Deliver(deliver) => self.perform_delivery(&deliver, reported),
            Call::CheckImage(request) => self.check_image(request, reported),
            Call::Refund(refund) => self.perform_refund(&refund, reported),
        }
    }

    fn perform_tell(&mut self, tell: &Tell, reported: bool) {
        if self.now > tell.until || self.goes_wrong(Fault::CallLost, 3) {
            return;
        }
        let outcome = self.say(&tell.reply, Some(tell));
        self.coverage.meet(Met::Tell(match outcome {
            TellOutcome::Told(_) => "told",
            TellOutcome::MessageGone => "message gone",
            TellOutcome::Unreachable => "unreachable",
            TellOutcome::Refused(_) => "refused",
            TellOutcome::TryAgain(_) => "try again",
        }));
        if !reported || self.goes_wrong(Fault::CallReportLost, 3) {
            return;
        }
        let late = self.goes_wrong(Fault::CallReportLate, 2);
        let at = if late { self.in_millis(91_000, 200_000) } else { self.in_millis(50, 3_000) };
        let report = TellReport { ticket: tell.ticket.clone(), outcome };
        self.agenda.push(at, WorldEvent::Report(Event::Told(report)));
    }

    /// Says something, if Telegram and the person let it through.
    fn say(&mut self, reply: &Reply, tell: Option<&Tell>) -> TellOutcome {
        let chat = chat_of(reply);
        if self.has_blocked(chat) {
            return TellOutcome::Unreachable;
        }
        if tell.is_some() && self.faults_on {
            match self.random.random_range(0..100) {
                0..4 => return TellOutcome::TryAgain(None),
                4..7 => return TellOutcome::TryAgain(Some(self.in_millis(1_000, 40_000))),
                7 => {
                    self.chats.refused.extend(tell.map(|tell| name(&tell.ticket)));
                    return TellOutcome::Refused("Bad Request".to_owned());
                }
                _ => {}
            }
        }
        match reply {
            Reply::Send { keyboard, .. } => {
                self.chats.last_message += 1;
                let message = self.chats.last_message;
                self.show(chat, message, keyboard, tell)
            }
            Reply::Edit { message, keyboard, .. } => {
                if self.faults_on && self.chance(2) {
                    self.chats.shown.remove(&(chat, message.0));
                }
                if !self.chats.shown.contains_key(&(chat, message.0)) {
                    return TellOutcome::MessageGone;
                }
                self.show(chat, message.0, keyboard, tell)
            }
            Reply::Invoice { invoice, .. } => {
                self.invoice_came(chat, invoice);
                TellOutcome::Told(MessageId(0))
            }
            Reply::AnswerCheckout { query, refusal } => {
                self.checkout_answered(query, refusal.is_none());
                TellOutcome::Told(MessageId(0))
            }
            Reply::AnswerCallback { .. } => TellOutcome::Told(MessageId(0)),
        }
    }

    fn show(&mut self, chat: i64, message: i64, keyboard: &Keyboard, tell: Option<&Tell>) -> TellOutcome {
        let before = self.chats.shown.get(&(chat, message));
        let status = tell.and_then(|tell| match &tell.ticket {
            TellTicket::Status { job, version } => Some((*job, *version)),
            TellTicket::Notice(name) => {
                self.chats.notices_shown.insert(name.clone());
                None
            }
        });
        let is_known = before.is_some_and(|shown| shown.is_known);
        self.chats.shown.insert((chat, message), Shown { status, is_known });
        if let Some(person) = self.people.iter_mut().find(|person| person.user.id.0 == chat) {
            let data = keyboard.0.iter().flatten().filter_map(|button| match &button.action {
                ButtonAction::Callback(data) => Some((message, data.clone())),
                ButtonAction::Open(_) => None,
            });
            let buttons: Vec<_> = data.collect();
            if !buttons.is_empty() {
                person.old_buttons.append(&mut person.buttons);
                person.buttons = buttons;
            }
        }
        TellOutcome::Told(MessageId(message))
    }

    fn perform_delivery(&mut self, deliver: &Deliver, reported: bool) {
        if self.now > deliver.until || self.goes_wrong(Fault::DeliveryLost, 3) {
            return;
        }
        let mut outcome = DeliveryOutcome::Delivered {
            file_id: (deliver.way != DeliveryWay::Link).then(|| format!("video-{}", deliver.job)),
        };
        if self.has_blocked(deliver.user.0) {
            outcome = DeliveryOutcome::Unreachable;
        } else if self.faults_on {
            match self.random.random_range(0..100) {
                0..8 => outcome = DeliveryOutcome::WayRefused("Bad Request".to_owned()),
                8..12 => outcome = DeliveryOutcome::TryAgain(None),
                12..16 => outcome = DeliveryOutcome::TryAgain(Some(self.in_millis(1_000, 60_000))),
                _ => {}
            }
        }
        if matches!(outcome, DeliveryOutcome::Delivered { .. }) {
            *self.chats.videos.entry(deliver.job).or_default() += 1;
        }
        self.coverage.meet(Met::Delivery(match outcome {
            DeliveryOutcome::Delivered { .. } => "delivered",
            DeliveryOutcome::WayRefused(_) => "way refused",
            DeliveryOutcome::Unreachable => "unreachable",
            DeliveryOutcome::TryAgain(_) => "try again",
        }));
        if !reported || self.goes_wrong(Fault::DeliveryReportLost, 3) {
            return;
        }
        let late = self.goes_wrong(Fault::DeliveryReportLate, 4);
        let at = if late { self.in_millis(16 * 60_000, 30 * 60_000) } else { self.in_millis(200, 80_000) };
        let outcome = self.wiring.reports(outcome);
        let report = DeliveryReport { job: deliver.job, attempt: deliver.attempt, outcome };
        self.agenda.push(at, WorldEvent::Report(Event::Delivery(report)));
    }

    fn check_image(&mut self, request: CheckImage, reported: bool) {
        if !reported || self.goes_wrong(Fault::ImageCheckLost, 4) {
            return;
        }
        let (outcome, seen) = match self.random.random_range(0..10) {
            0 => (ImageCheck::NotAnImage, "not an image"),
            1 => (ImageCheck::TooLarge, "too large"),
            2 => (ImageCheck::Unavailable, "unavailable"),
            dice => {
                let kind = [ImageType::Png, ImageType::Jpeg, ImageType::Webp][dice % 3];
                (ImageCheck::Image { kind, size_bytes: self.random.random_range(1_000..12_000_000) }, "image")
            }
        };
        self.coverage.meet(Met::Image(seen));
        let at = self.in_millis(50, 5_000);
        self.agenda.push(at, WorldEvent::Report(Event::ImageChecked(ImageChecked { request, outcome })));
    }

    /// Hands an update to Telegram, which hands it to the bot, sometimes twice.
    pub(crate) fn send_update(&mut self, update: Update, most_millis: i64) {
        let update_id = 1 + i64::try_from(self.sent.len()).unwrap();
        let update = Update { update_id, ..update };
        self.sent.push((update_id, self.now));
        let at = self.in_millis(10, most_millis);
        if self.goes_wrong(Fault::UpdateDoubled, 4) {
            let again = self.in_millis(20, 600_000);
            self.agenda.push(again, WorldEvent::Update(Box::new(update.clone())));
        }
        self.agenda.push(at, WorldEvent::Update(Box::new(update)));
    }

    /// An empty message of a person in their own chat.
    pub(crate) fn message_of(&mut self, from: &User) -> Message {
        self.chats.last_message += 1;
        Message {
            message_id: MessageId(self.chats.last_message),
            from: Some(from.clone()),
            chat: Chat { id: from.id.0, kind: "private".to_owned() },
            ..Message::default()
        }
    }

    pub(crate) fn has_blocked(&self, chat: i64) -> bool {
        self.people.iter().any(|person| person.user.id.0 == chat && person.has_blocked)
    }
}

/// The name under which a refusal for good is remembered.
pub(crate) fn name(ticket: &TellTicket) -> String {
    match ticket {
        TellTicket::Status { job, .. } => job.to_string(),
        TellTicket::Notice(name) => name.clone(),
    }
}
