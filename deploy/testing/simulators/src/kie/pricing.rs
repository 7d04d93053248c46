//! The price list of kie.ai/pricing, as its page reads it: without a key, a page of rows at a time. A price that tests have
//! changed stands in it changed.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};
use url::form_urlencoded;

use super::KieSim;
use super::envelope::{Refusal, success};
use super::models;
use super::state::Account;

/// Rows of a page, at most.
const PAGE_MAX: usize = 100;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Page {
    page_num: usize,
    page_size: usize,
}

/// `POST /client/v1/model-pricing/page`
pub(super) async fn page(State(sim): State<Arc<KieSim>>, Json(page): Json<Page>) -> Response {
    let size = page.page_size.min(PAGE_MAX);
    if page.page_num == 0 || size == 0 {
        return Refusal::new(400, "pageNum and pageSize begin with 1").into_response();
    }
    let rows = rows(&sim.state().account);
    let (total, pages) = (rows.len(), rows.len().div_ceil(size));
    let records: Vec<Value> = rows.into_iter().skip((page.page_num - 1) * size).take(size).collect();
    success(json!({ "records": records, "total": total, "pages": pages }))
}

fn rows(account: &Account) -> Vec<Value> {
    let row = |listed: models::Listed| {
        let credits = account.price_of(listed.model, listed.credits);
        let model: String = form_urlencoded::byte_serialize(listed.model.as_bytes()).collect();
        json!({
            "modelDescription": listed.description, "interfaceType": "video", "provider": "",
            "creditPrice": credits.to_string(), "creditUnit": listed.unit,
            "usdPrice": (credits * 0.005).to_string(), "falPrice": "", "discountRate": 0.0,
            "anchor": format!("https://kie.ai/models?model={model}"), "discountPrice": false,
        })
    };
    models::listed().map(row).collect()
}
