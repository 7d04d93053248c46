//! Reads KIE.ai's public price list when the core wants it. It needs no key, and none is sent.
//! Source: `POST /client/v1/model-pricing/page`, what the page kie.ai/pricing asks for; seen with 503 rows in September 2026.
//!
//! Nobody has promised its form. So no more than a bounded part is read in a bounded time, rows that make no sense are passed
//! over, and a list that cannot be read is an entry in the log and no more: what videos really cost is seen without it.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Client;
use reqwest::redirect::Policy;
use serde::Deserialize;
use serde_json::{Value, json};
use shared::job::KieCost;
use shared::telemetry::chain;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::core::event::{Event, ListedPrice, PriceUnit};
use crate::intake::Intake;

/// Rows of a page: the most that are given.
const PAGE: usize = 100;

/// Pages that are read, at most.
const PAGES_MAX: usize = 20;

/// Bytes of a page, at most. One has about 50,000.
const PAGE_BYTES_MAX: usize = 1 << 20;

/// For the whole list.
const READ_WITHIN: Duration = Duration::from_secs(60);

/// For one page.
const ANSWER_WITHIN: Duration = Duration::from_secs(15);

/// Reads the list.
#[derive(Debug)]
pub struct PriceList {
    http: Client,
    address: String,
    intake: Arc<dyn Intake>,
}

/// Why the list was not read.
#[derive(Debug, thiserror::Error)]
enum ReadError {
    #[error("it cannot be asked for")]
    Http(#[from] reqwest::Error),
    #[error("a page has more than {PAGE_BYTES_MAX} bytes")]
    TooLarge,
    #[error("its form is not known")]
    Shape(#[from] serde_json::Error),
    #[error("KIE.ai answers with code {0}")]
    Code(i64),
    #[error("it took more than {READ_WITHIN:?}")]
    TooSlow,
}

impl PriceList {
    /// Reads the list under this base, without `/api/v1`.
    ///
    /// # Errors
    /// When the system's TLS cannot be set up.
    pub fn new(base: &Url, intake: Arc<dyn Intake>) -> reqwest::Result<Self> {
        let http = Client::builder().redirect(Policy::none()).timeout(ANSWER_WITHIN).build()?;
        let address = format!("{}/client/v1/model-pricing/page", base.as_str().trim_end_matches('/'));
        Ok(Self { http, address, intake })
    }

    /// Reads whenever the core asks, until the shutdown.
    ///
    /// # Errors
    /// None.
    pub async fn run(self, mut asked: mpsc::Receiver<()>, shutdown: CancellationToken) -> Result<(), Infallible> {
        while let Some(Some(())) = shutdown.run_until_cancelled(asked.recv()).await {
            if shutdown.run_until_cancelled(self.read_and_report()).await.is_none() {
                break;
            }
        }
        shutdown.cancelled().await;
        Ok(())
    }

    async fn read_and_report(&self) {
        let read = tokio::time::timeout(READ_WITHIN, self.read()).await.unwrap_or(Err(ReadError::TooSlow));
        match read {
            // A bot that is stopping reads it again after a day.
            Ok(rows) => drop(self.intake.submit(Event::PricesListed(rows)).await),
            Err(error) => tracing::warn!(
                address = self.address, error = %chain(&error),
                "KIE.ai's price list was not read; it is tried again in a day"
            ),
        }
    }

    async fn read(&self) -> Result<Vec<ListedPrice>, ReadError> {
        let mut rows = Vec::new();
        for number in 1..=PAGES_MAX {
            let page = self.page(number).await?;
            let is_last = page.len() < PAGE;
            rows.extend(page.iter().filter_map(row));
            if is_last {
                break;
            }
        }
        Ok(rows)
    }

    async fn page(&self, number: usize) -> Result<Vec<Value>, ReadError> {
        #[derive(Deserialize)]
        struct Answer {
            code: i64,
            #[serde(default)]
            data: Option<Data>,
        }
        #[derive(Deserialize)]
        struct Data {
            records: Vec<Value>,
        }
        let body = json!({ "pageNum": number, "pageSize": PAGE });
        let mut response =
            self.http.post(&self.address).json(&body).send().await.map_err(reqwest::Error::without_url)?;
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(reqwest::Error::without_url)? {
            if bytes.len() + chunk.len() > PAGE_BYTES_MAX {
                return Err(ReadError::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
        let Answer { code, data } = serde_json::from_slice(&bytes)?;
        data.filter(|_| code == 200).map(|data| data.records).ok_or(ReadError::Code(code))
    }
}

/// A row about a video, if it is one and can be read.
fn row(row: &Value) -> Option<ListedPrice> {
    let text = |key| row.get(key).and_then(Value::as_str).map(str::trim);
    if text("interfaceType").is_some_and(|kind| kind != "video") {
        return None;
    }
    let unit = match text("creditUnit")?.to_lowercase().as_str() {
        "per second" => PriceUnit::Second,
        "per video" | "per request" => PriceUnit::Video,
        _ => return None,
    };
    let credits = row.get("creditPrice")?;
    let credits = credits.as_f64().or_else(|| credits.as_str()?.trim().parse().ok())?;
    Some(ListedPrice {
        model: model(text("anchor")?)?,
        description: text("modelDescription")?.to_owned(),
        unit,
        price: KieCost::from_credits(credits)?,
    })
}

/// The model that the address of a row leads to: the one that it names, or the page itself.
fn model(anchor: &str) -> Option<String> {
    let url = Url::parse(anchor).ok()?;
    let named = url.query_pairs().find(|(key, _)| key == "model").map(|(_, model)| model.into_owned());
    named.or_else(|| Some(url.path().trim_matches('/').to_owned())).filter(|model| !model.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_as_the_list_has_them_and_others_are_passed_over() {
        let of_kling = json!({
            "modelDescription": "kling 2.6, text-to-video, with audio-5.0s", "interfaceType": "video",
            "creditPrice": "110.0", "creditUnit": " per video", "usdPrice": "0.55",
            "anchor": "https://kie.ai/kling-2-6?model=kling-2.6%2Ftext-to-video",
        });
        let read = row(&of_kling).unwrap();
        assert_eq!((read.model.as_str(), read.unit), ("kling-2.6/text-to-video", PriceUnit::Video));
        assert_eq!(read.price, KieCost::from(110));
        let changed = |key: &str, value: Value| {
            let mut changed = of_kling.clone();
            changed[key] = value;
            row(&changed)
        };
        assert_eq!(changed("anchor", json!("https://kie.ai/kling-3-0")).unwrap().model, "kling-3-0");
        assert_eq!(changed("creditPrice", json!(27)).unwrap().price, KieCost::from(27));
        for (key, value) in [
            ("interfaceType", json!("image")),
            ("creditUnit", json!("per 1,000 characters")),
            ("creditPrice", json!("on request")),
            ("creditPrice", json!(-3)),
            ("anchor", json!("")),
            ("modelDescription", Value::Null),
        ] {
            assert_eq!(changed(key, value.clone()), None, "{key}: {value}");
        }
    }
}
