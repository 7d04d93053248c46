//! Shows operators the figures of the shop: reads them beside the writer, draws them, and sends the image with a few lines
//! under it. Without an image the lines go alone.
//!
//! A look at a message that shows figures already changes that message. Once a day they come by themselves, and then it is
//! reported how that went.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use reqwest::multipart::{Form, Part};
use serde_json::json;
use shared::job::ModelId;
use shared::telemetry::chain;
use tokio::sync::{mpsc, watch};
use tokio_util::sync::CancellationToken;

use super::{Reporter, ShowStats, task_pool};
use crate::core::chat::stats::{StatsWords, unreadable, words};
use crate::core::effect::{Reply, StatsView};
use crate::core::event::{self, Outcome, Receipt};
use crate::core::ids::MessageId;
use crate::core::shop_stats::ShopFigures;
use crate::core::{Policy, day};
use crate::store::Reader;
use crate::telegram::client::{SentMessage, Telegram, after};
use crate::telegram::failure::{CallError, Refusal};
use crate::telegram::outbound::Outbound;
use crate::telegram::payloads;

mod chart;

/// For the upload of an image of some hundred kilobytes.
const UPLOAD_TIMEOUT: Duration = Duration::from_secs(45);

/// Looks at the same time: each draws an image, which takes a core for a moment.
const LOOKS_MAX: usize = 1;

/// See the module.
#[derive(Debug)]
pub(super) struct Shower {
    pub(super) telegram: Telegram,
    pub(super) outbound: Arc<Outbound>,
    pub(super) reporter: Reporter,
    pub(super) reader: Reader,
    /// What is sold, and for how much, as it is in force.
    pub(super) policy: watch::Receiver<Arc<Policy>>,
}

impl Shower {
    /// Shows them until the shutdown; what is in hand is finished.
    ///
    /// # Errors
    /// None.
    pub(super) async fn run(
        self,
        waiting: mpsc::Receiver<ShowStats>,
        shutdown: CancellationToken,
    ) -> Result<(), Infallible> {
        let shower = Arc::new(self);
        task_pool::run(waiting, LOOKS_MAX, &shutdown, |task| Arc::clone(&shower).perform(task)).await;
        Ok(())
    }

    async fn perform(self: Arc<Self>, task: ShowStats) {
        match task {
            ShowStats::Once(view) => {
                let Some(words) = self.show(&view).await.err() else { return };
                let StatsView { chat, topic, keyboard, .. } = view;
                let html = words.map_or_else(|| unreadable(&view.language), |words| words.caption);
                self.outbound.push(Reply::Send { chat, topic, html, keyboard, effect: None });
            }
            ShowStats::Promised(task) => {
                if self.reporter.is_too_late(&task) {
                    return;
                }
                let outcome = match self.show(&task.work).await {
                    Ok(message) => Outcome::Done(Receipt::Message(message)),
                    Err(Some(words)) => self.tell(&task.work, &words.caption).await,
                    Err(None) => Outcome::TryAgain(None),
                };
                self.reporter.report(task.ticket, outcome).await;
            }
        }
    }

    /// Shows them as an image. Else the words that are to come without one; without any, the figures cannot be read.
    async fn show(&self, view: &StatsView) -> Result<MessageId, Option<StatsWords>> {
        let shop = match self.figures(view.days).await {
            Ok(shop) => shop,
            Err(error) => {
                tracing::error!(error = %chain(&error), "the figures of the shop cannot be read");
                return Err(None);
            }
        };
        let words = words(&view.language, &shop);
        let image = if chart::has_glyphs(&words.image) {
            words.image.clone()
        } else {
            crate::core::chat::stats::words("en", &shop).image
        };
        let drawn = tokio::task::spawn_blocking(move || chart::png(&image, &shop)).await;
        let png = match drawn {
            Ok(Ok(png)) => png,
            Ok(Err(error)) => {
                tracing::error!(error = %chain(&error), "the figures of the shop cannot be drawn; they go as text");
                return Err(Some(words));
            }
            Err(error) => {
                tracing::error!(error = %chain(&error), "drawing the figures of the shop panicked; they go as text");
                return Err(Some(words));
            }
        };
        match self.send(view, &words.caption, png).await {
            Ok(message) => Ok(message),
            Err(error) => {
                tracing::warn!(error = %chain(&error), class = error.class(), "the image of the figures was not sent; they go as text");
                Err(Some(words))
            }
        }
    }

    async fn figures(&self, days: u16) -> rusqlite::Result<ShopFigures> {
        let today = day(self.reporter.clock.now());
        let first = today - i64::from(days.max(1)) + 1;
        let policy = Arc::clone(&self.policy.borrow());
        let mut shop = self.reader.shop(first..=today, policy.pricing().credit_micro_usd).await?;
        for model in &mut shop.models {
            if let Some(known) = policy.catalog.get(&ModelId::new(model.name.clone())) {
                model.name.clone_from(&known.name);
            }
        }
        Ok(shop)
    }

    async fn send(&self, view: &StatsView, caption: &str, png: Vec<u8>) -> Result<MessageId, CallError> {
        // Nobody grants it any more when the process stops, and then the call is as good as any.
        self.outbound.permit(view.chat).await;
        if let Some(message) = view.message {
            let form = edit_form(view, message, caption, png.clone())?;
            match self.telegram.upload::<SentMessage>("EditMessageMedia", form, UPLOAD_TIMEOUT).await {
                Ok(_) | Err(CallError::Refused { refusal: Refusal::NotModified, .. }) => return Ok(message),
                Err(CallError::Refused { refusal: Refusal::MessageGone, .. }) => {}
                Err(error) => return Err(error),
            }
        }
        let form = send_form(view, caption, png)?;
        let sent: SentMessage = self.telegram.upload("SendPhoto", form, UPLOAD_TIMEOUT).await?;
        Ok(sent.message_id)
    }

    /// Sends the words alone.
    async fn tell(&self, view: &StatsView, caption: &str) -> Outcome {
        let message = payloads::message(view.chat, view.topic, caption, &view.keyboard);
        match self.telegram.call::<_, SentMessage>(&message).await {
            Ok(sent) => Outcome::Done(Receipt::Message(sent.message_id)),
            Err(CallError::RetryAfter(wait)) => Outcome::TryAgain(Some(after(self.reporter.clock.now(), wait))),
            Err(CallError::Refused { refusal: Refusal::Unreachable, .. }) => Outcome::Unreachable,
            Err(CallError::Refused { text, .. }) => Outcome::Refused(event::Refusal::Other(text)),
            // It may have arrived; once a day is enough.
            Err(CallError::AnswerLost(_) | CallError::UnknownShape { .. }) => Outcome::Done(Receipt::Nothing),
            Err(CallError::NotSent(_) | CallError::ServerFailed { .. }) => Outcome::TryAgain(None),
        }
    }
}

fn send_form(view: &StatsView, caption: &str, png: Vec<u8>) -> Result<Form, CallError> {
    let mut form = Form::new()
        .text("chat_id", view.chat.to_string())
        .text("caption", caption.to_owned())
        .text("parse_mode", payloads::HTML);
    if let Some(topic) = view.topic {
        form = form.text("message_thread_id", topic.to_string());
    }
    with_image(form, view, "photo", png)
}

fn edit_form(view: &StatsView, message: MessageId, caption: &str, png: Vec<u8>) -> Result<Form, CallError> {
    let media = json!({ "type": "photo", "media": "attach://image", "caption": caption, "parse_mode": payloads::HTML });
    let form = Form::new()
        .text("chat_id", view.chat.to_string())
        .text("message_id", message.to_string())
        .text("media", media.to_string());
    with_image(form, view, "image", png)
}

fn with_image(form: Form, view: &StatsView, name: &'static str, png: Vec<u8>) -> Result<Form, CallError> {
    let image = Part::bytes(png).file_name("stats.png").mime_str("image/png").map_err(CallError::NotSent)?;
    let markup = payloads::markup(&view.keyboard).map(|markup| json!(markup).to_string());
    let form = markup.into_iter().fold(form, |form, markup| form.text("reply_markup", markup));
    Ok(form.part(name, image))
}
