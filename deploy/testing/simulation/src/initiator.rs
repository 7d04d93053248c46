//! Who has Stars go back, by what they press or write.

use bot::core::event::Event;
use bot::core::ids::{PurchaseName, UserId};
use rusqlite::{Connection, OptionalExtension as _};

use crate::catalog_fixture::OPERATOR;
use crate::causes::pressed;
use crate::model::Commit;

/// Who has Stars go back.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Initiator {
    Buyer(UserId),
    Operator,
}

/// Who has this charge go back, if the event is that.
pub(crate) fn initiator_of(commit: &Commit<'_>, charge: &str) -> Option<Initiator> {
    if let Some(text) = commanded(commit.event) {
        let which = text.strip_prefix("/refund ")?.split(' ').next()?;
        let named = PurchaseName::parse(which).and_then(|name| charge_of(commit.connection, name));
        return (which == charge || named.as_deref() == Some(charge)).then_some(Initiator::Operator);
    }
    let (user, data) = pressed(commit.event)?;
    let (action, which) = data.strip_prefix("refund:")?.split_once(':')?;
    let is_this = |name| charge_of(commit.connection, name).as_deref() == Some(charge);
    match action {
        "confirm" if is_this(PurchaseName { user, number: which.parse().ok()? }) => Some(Initiator::Buyer(user)),
        "approve" if user == OPERATOR && is_this(PurchaseName::parse(which)?) => Some(Initiator::Operator),
        _ => None,
    }
}

/// What an operator has written, if the event is that.
pub(crate) fn commanded(event: &Event) -> Option<&str> {
    let Event::Update(incoming) = event else { return None };
    let message = incoming.update.message.as_ref()?;
    (message.from.as_ref()?.id == OPERATOR).then_some(message.text.as_deref())?
}

fn charge_of(connection: &Connection, name: PurchaseName) -> Option<String> {
    let sql = "SELECT charge FROM payments WHERE user = ?1 AND number = ?2";
    let mut statement = connection.prepare_cached(sql).unwrap();
    statement.query_row((name.user, name.number), |row| row.get(0)).optional().unwrap()
}
