//! The events that are measured.

use bot::core::event::{Event, IncomingUpdate, StarBalance, StarsRead};
use bot::core::ids::{Stars, UserId};
use bot::core::payments::{InvoicePayload, Sale};
use bot::core::update::{CallbackQuery, Chat, Message, SuccessfulPayment, Update, User};
use bot::core::{Pack, Policy};
use jiff::Timestamp;

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Help,
    Balance,
    Payment,
    Order,
    Tick,
    /// Happens every few minutes, however much else does.
    StarsRead,
}

impl Kind {
    pub(crate) const ALL: [Self; 6] =
        [Self::Help, Self::Balance, Self::Payment, Self::Order, Self::Tick, Self::StarsRead];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Help => "/help",
            Self::Balance => "/balance",
            Self::Payment => "a payment",
            Self::Order => "an order",
            Self::Tick => "a tick",
            Self::StarsRead => "Stars compared",
        }
    }

    /// The event, which is that person's doing if it is somebody's. `number` is that of no other event.
    pub(crate) fn event(self, number: i64, user: UserId, policy: &Policy) -> Event {
        let from = User { id: user, is_bot: false, language_code: Some("en".to_owned()) };
        let chat = Chat { id: user.0, kind: "private".to_owned() };
        let message = Message { from: Some(from.clone()), chat, ..Message::default() };
        let message = match self {
            Self::Help | Self::Balance => Message { text: Some(self.name().to_owned()), ..message },
            Self::Payment => {
                let payment = policy.packs.first().map(|pack| paid(number, user, *pack, policy));
                Message { successful_payment: payment, ..message }
            }
            Self::Order => {
                let data = Some(format!("f:{number}:go:1:0"));
                let query = CallbackQuery { id: number.to_string(), from, message: None, data };
                return update(Update { update_id: number, callback_query: Some(query), ..Update::default() });
            }
            Self::Tick => return Event::Tick,
            Self::StarsRead => {
                let balance = StarBalance { stars: Stars(0), nanostars: 0 };
                // Nothing on the list has come since.
                return Event::StarsRead(StarsRead { began: Timestamp::MAX, asked_by: None, outcome: Ok(balance) });
            }
        };
        update(Update { update_id: number, message: Some(message), ..Update::default() })
    }

    /// The form that an order with this number confirms.
    pub(crate) fn form(number: i64) -> String {
        format!(
            r#"{{"video": {{"token": "{number}", "model": "veo3-fast", "image": "without", "options": {{}},
                "prompt": {{"parts": [{{"words": "a cat on Mars", "message": null, "sent_at": 0}}]}}}}}}"#
        )
    }
}

fn paid(number: i64, buyer: UserId, pack: Pack, policy: &Policy) -> SuccessfulPayment {
    let payload = InvoicePayload { id: format!("{number:012x}"), buyer, pack, sale: Sale::Pack, issued_at: 0 };
    SuccessfulPayment {
        currency: "XTR".to_owned(),
        total_amount: pack.stars.0,
        invoice_payload: payload.signed(policy),
        telegram_payment_charge_id: format!("new{number:064}"),
        ..SuccessfulPayment::default()
    }
}

fn update(update: Update) -> Event {
    Event::Update(Box::new(IncomingUpdate { update, raw: "{}".to_owned(), unreadable: None }))
}
