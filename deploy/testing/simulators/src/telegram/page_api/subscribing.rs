//! Links to invoices, and the subscriptions that a person has.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::json;

use super::{PageAnswer, PageError, check_out};
use crate::telegram::TelegramSim;
use crate::telegram::subscriptions::InvoiceLink;

#[derive(Debug, Deserialize)]
pub(super) struct Change {
    charge_id: String,
    canceled: bool,
}

/// What a link sells.
pub(super) async fn link(
    State(sim): State<Arc<TelegramSim>>,
    Path((name, slug)): Path<(String, String)>,
) -> PageAnswer {
    sim.person_id(&name)?;
    let InvoiceLink { terms, is_subscription, .. } = find(&sim, &slug)?;
    Ok(Json(json!({
        "title": terms.title, "description": terms.description, "total_amount": terms.amount,
        "is_subscription": is_subscription,
    })))
}

/// Pays by a link.
pub(super) async fn pay(State(sim): State<Arc<TelegramSim>>, Path((name, slug)): Path<(String, String)>) -> PageAnswer {
    let payer = sim.person_id(&name)?;
    let InvoiceLink { terms, is_subscription, .. } = find(&sim, &slug)?;
    check_out(&sim, payer, (payer, 0), (terms, is_subscription)).await
}

/// The person cancels a subscription of theirs, or goes on with it.
pub(super) async fn change(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    Json(Change { charge_id, canceled }): Json<Change>,
) -> PageAnswer {
    let person = sim.person_id(&name)?;
    let changed = sim.change(|state, now| state.change_own_subscription(person, &charge_id, canceled, now));
    changed.map(|()| Json(json!({ "ok": true }))).map_err(PageError::bad)
}

fn find(sim: &TelegramSim, slug: &str) -> Result<InvoiceLink, PageError> {
    let link = sim.read(|state, _| state.invoice_links.get(slug).cloned());
    link.ok_or_else(|| PageError::not_found("There is no such invoice."))
}
