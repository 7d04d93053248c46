//! The simulated Telegram: chats that show what was said, calls that succeed, fail or vanish.

use std::collections::{BTreeMap, BTreeSet};

use bot::core::effect::{Attempt, ButtonAction, Keyboard, Reply, Work};
use bot::core::event::{Event, Outcome, Receipt, Refusal, Report};
use bot::core::ids::MessageId;
use bot::core::ticket::{Kind, Ticket};
use bot::core::update::{Chat, Message, PreCheckoutQuery, SuccessfulPayment, Update, User};
use jiff::Timestamp;
use rand::Rng as _;
use shared::image_type::ImageType;
use shared::job::JobId;

use crate::coverage::{Fault, Met};
use crate::event::{Call, WorldEvent};
use crate::links::parameter;
use crate::months::Month;
use crate::process::chat_of;
use crate::sending::ResultFile;
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
    /// What is where the provider says a video is.
    pub(crate) results: BTreeMap<JobId, ResultFile>,
    /// When a chat's last call is made.
    pub(crate) free_at: BTreeMap<i64, Timestamp>,
    /// Checkouts that wait for an answer.
    pub(crate) checkouts: BTreeMap<String, (PreCheckoutQuery, Timestamp)>,
    /// What Telegram knows of Stars.
    pub(crate) stars: StarList,
    /// What was paid, and by whom.
    pub(crate) charges: Vec<(SuccessfulPayment, User)>,
    /// The parameters of links that somebody was shown to share.
    pub(crate) links: Vec<String>,
    /// What is paid every month, as Telegram has it.
    pub(crate) months: Vec<Month>,
    last_message: i64,
}

/// A message that a chat shows.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// The job whose status it is, and the attempt that showed it.
    pub(crate) status: Option<(JobId, i64)>,
    /// Whether the core has heard of it.
    pub(crate) is_known: bool,
}

impl Chats {
    /// Of the history with this seed. What is not documented is one way in some of them and another way in others.
    pub(crate) fn of_history(seed: u64) -> Self {
        let stars = StarList { shows_what_was_paid: seed.is_multiple_of(2), ..StarList::default() };
        Self { stars, ..Self::default() }
    }
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
            Call::Attempt(attempt) => match &attempt.work {
                Work::Tell(reply) => self.perform_tell(&attempt, reply, reported),
                Work::Deliver(video) => self.perform_delivery(&attempt, video, reported),
                Work::CheckImage { .. } => self.check_image(attempt.ticket, reported),
                Work::Refund { charge } => self.perform_refund(&attempt, charge, reported),
                Work::EditSubscription(edit) => self.perform_edit(&attempt, edit, reported),
                Work::ShowStats(_) if reported => {
                    let outcome = Outcome::Done(Receipt::Message(MessageId(0)));
                    let at = self.in_millis(50, 5_000);
                    let report = Report { ticket: attempt.ticket, outcome };
                    self.agenda.push(at, WorldEvent::Report(Event::Reported(report)));
                }
                Work::Publish(_) | Work::ShowStats(_) => {}
            },
        }
    }

    fn perform_tell(&mut self, attempt: &Attempt, reply: &Reply, reported: bool) {
        if self.now > attempt.until || self.goes_wrong(Fault::CallLost, 3) {
            return;
        }
        let outcome = self.say(reply, Some(&attempt.ticket));
        self.coverage.meet(Met::Tell(match outcome {
            Outcome::Done(_) => "told",
            Outcome::Refused(Refusal::MessageGone) => "message gone",
            Outcome::Unreachable => "unreachable",
            Outcome::Refused(_) => "refused",
            Outcome::TryAgain(_) | Outcome::Unclear => "try again",
        }));
        if !reported || self.goes_wrong(Fault::CallReportLost, 3) {
            return;
        }
        let late = self.goes_wrong(Fault::CallReportLate, 2);
        let at = if late { self.in_millis(91_000, 200_000) } else { self.in_millis(50, 3_000) };
        let report = Report { ticket: attempt.ticket.clone(), outcome };
        self.agenda.push(at, WorldEvent::Report(Event::Reported(report)));
    }

    /// Says something, if Telegram and the person let it through.
    fn say(&mut self, reply: &Reply, ticket: Option<&Ticket>) -> Outcome {
        let chat = chat_of(reply);
        if self.has_blocked(chat) {
            return Outcome::Unreachable;
        }
        if ticket.is_some() && self.faults_on {
            match self.random.random_range(0..100) {
                0..4 => return Outcome::TryAgain(None),
                4..7 => return Outcome::TryAgain(Some(self.in_millis(1_000, 40_000))),
                7 => {
                    self.chats.refused.extend(ticket.map(|ticket| ticket.key.clone()));
                    return Outcome::Refused(Refusal::Other("Bad Request".to_owned()));
                }
                _ => {}
            }
        }
        match reply {
            Reply::Send { keyboard, .. } | Reply::Video { keyboard, .. } | Reply::Copy { keyboard, .. } => {
                self.chats.last_message += 1;
                let message = self.chats.last_message;
                self.show(chat, message, keyboard, ticket)
            }
            Reply::Edit { message, keyboard, .. } => {
                if self.faults_on && self.chance(2) {
                    self.chats.shown.remove(&(chat, message.0));
                }
                if !self.chats.shown.contains_key(&(chat, message.0)) {
                    return Outcome::Refused(Refusal::MessageGone);
                }
                self.show(chat, message.0, keyboard, ticket)
            }
            Reply::Invoice { invoice, .. } | Reply::Subscription { invoice, .. } => {
                self.invoice_came(chat, invoice);
                Outcome::Done(Receipt::Message(MessageId(0)))
            }
            Reply::AnswerCheckout { query, refusal } => {
                self.checkout_answered(query, refusal.is_none());
                Outcome::Done(Receipt::Message(MessageId(0)))
            }
            Reply::AnswerCallback { .. } => Outcome::Done(Receipt::Message(MessageId(0))),
        }
    }

    fn show(&mut self, chat: i64, message: i64, keyboard: &Keyboard, ticket: Option<&Ticket>) -> Outcome {
        let before = self.chats.shown.get(&(chat, message));
        let status = ticket.filter(|ticket| ticket.kind == Kind::Status);
        let status = status.map(|ticket| (ticket.key.parse().unwrap(), ticket.attempt));
        if let Some(notice) = ticket.filter(|ticket| ticket.kind == Kind::Notice) {
            self.chats.notices_shown.insert(notice.key.clone());
        }
        self.chats.links.extend(parameter(keyboard).map(str::to_owned));
        let is_known = before.is_some_and(|shown| shown.is_known);
        self.chats.shown.insert((chat, message), Shown { status, is_known });
        if let Some(person) = self.people.iter_mut().find(|person| person.user.id.0 == chat) {
            let data = keyboard.0.iter().flatten().filter_map(|button| match &button.action {
                ButtonAction::Callback(data) => Some((message, data.clone())),
                ButtonAction::Open(_) | ButtonAction::Copy(_) => None,
            });
            let buttons: Vec<_> = data.collect();
            if !buttons.is_empty() {
                person.old_buttons.append(&mut person.buttons);
                person.buttons = buttons;
            }
        }
        Outcome::Done(Receipt::Message(MessageId(message)))
    }

    fn check_image(&mut self, ticket: Ticket, reported: bool) {
        if !reported || self.goes_wrong(Fault::ImageCheckLost, 4) {
            return;
        }
        let (outcome, seen) = match self.random.random_range(0..10) {
            0 => (Outcome::Refused(Refusal::NotAnImage), "not an image"),
            1 => (Outcome::Refused(Refusal::TooLarge), "too large"),
            2 => (Outcome::Refused(Refusal::Other("unavailable".to_owned())), "unavailable"),
            dice => {
                let kind = [ImageType::Png, ImageType::Jpeg, ImageType::Webp][dice % 3];
                (
                    Outcome::Done(Receipt::Image { kind, size_bytes: self.random.random_range(1_000..12_000_000) }),
                    "image",
                )
            }
        };
        self.coverage.meet(Met::Image(seen));
        let at = self.in_millis(50, 5_000);
        self.agenda.push(at, WorldEvent::Report(Event::Reported(Report { ticket, outcome })));
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
