//! The chat page: static files, embedded, without a build step. The page talks to the Telegram simulator's page API and
//! to the KIE simulator's judge API; whichever of the two is not simulated, it hides.
//!
//! Tests find things by `data-testid`:
//! - header: `bot-name`, `chat-status` (with `data-state` connected or connecting), `stars` and `stars-balance`,
//!   `theme`, `panel-toggle`, `person`, `person-menu`, `person-link`, `new-person`, `own-id`, `language`, `block`,
//!   `hides-account`, `operator-mark`, `beside` (shows an operator beside the customer)
//! - two chats: `beside-chat` (a frame with a whole page in it), and on a phone `switch-own`, `switch-beside`,
//!   `badge-own`, `badge-beside`, `beside-close`
//! - chat: `messages`, `message` (with `data-message-id`, `data-from` me or bot), `edited`, `inline-button` (with
//!   `data-callback`; class `loading` and `aria-busy` while it waits), `pay`, `invoice`, `video`, `photo`, `document`,
//!   `sticker`, `voice`, `topic`, `edit`, `jump`, `toast`, `alert`, `alert-text`, `alert-ok`, `album` (around its messages),
//!   `cover`, `play`, `foldable` (a long quote) with `fold`, `reply`, `reply-button`, `forward`, `forwarded`, `effect`, `share-dialog`,
//!   `share-preview`, `share-copy`, `share-person`
//! - composer: `composer`, `composer-text`, `send`, `menu`, `commands`, `command`, `attach`, `attach-file` (the file
//!   input), `attach-dialog`, `as-photo`, `as-document`, `as-sticker`, `as-voice`, `as-video`, `caption`, `send-file`,
//!   `edit-bar`, `edit-cancel`, `start`, `unblock`
//! - checkout: `pay-dialog`, `pay-price`, `pay-balance`, `confirm-pay`, `pay-error`, `pay-done`, `stars-dialog`,
//!   `stars-offer` (with `data-stars`)
//! - panel: `kie-panel`, `kie-balance` (with `data-credits`), `kie-top-up`, `kie-little`, `kie-empty`, `kie-fault` and
//!   `telegram-fault` (with `data-fault`, `aria-pressed` while it waits), `telegram-action` (with `data-action`),
//!   `kie-clear-faults`, `telegram-clear-faults`, `telegram-updates`, `topic-switch`, `kie-render`, `kie-tasks`,
//!   `kie-task` (with `data-state` running, success or fail)

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::extract::{Path, RawQuery};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Serialize;

/// Which of the two outside worlds are simulated.
#[derive(Debug, Clone, Serialize)]
pub struct Parts {
    /// The chat works.
    pub telegram: bool,
    /// The panel shows what KIE sees.
    pub kie: bool,
    /// Telegram ids of the bot's operators, as far as they are known: the page marks them, and shows one beside a customer.
    pub operators: Vec<i64>,
}

/// A file of the page: name, type, content.
type Asset = (&'static str, &'static str, &'static str);

const JS: &str = "text/javascript; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SVG: &str = "image/svg+xml";
const INDEX: Asset = ("index.html", "text/html; charset=utf-8", include_str!("page/index.html"));

const ASSETS: &[Asset] = &[
    ("chat.css", CSS, include_str!("page/chat.css")),
    ("beside.css", CSS, include_str!("page/beside.css")),
    ("composer.css", CSS, include_str!("page/composer.css")),
    ("message.css", CSS, include_str!("page/message.css")),
    ("dialog.css", CSS, include_str!("page/dialog.css")),
    ("effects.css", CSS, include_str!("page/effects.css")),
    ("keyboard.css", CSS, include_str!("page/keyboard.css")),
    ("media.css", CSS, include_str!("page/media.css")),
    ("quote.css", CSS, include_str!("page/quote.css")),
    ("share.css", CSS, include_str!("page/share.css")),
    ("panel.css", CSS, include_str!("page/panel.css")),
    ("album.js", JS, include_str!("page/album.js")),
    ("api.js", JS, include_str!("page/api.js")),
    ("attach.js", JS, include_str!("page/attach.js")),
    ("beside.js", JS, include_str!("page/beside.js")),
    ("bubble.js", JS, include_str!("page/bubble.js")),
    ("checkout.js", JS, include_str!("page/checkout.js")),
    ("chips.js", JS, include_str!("page/chips.js")),
    ("clipboard.js", JS, include_str!("page/clipboard.js")),
    ("composer.js", JS, include_str!("page/composer.js")),
    ("dialog.js", JS, include_str!("page/dialog.js")),
    ("dom.js", JS, include_str!("page/dom.js")),
    ("effects.js", JS, include_str!("page/effects.js")),
    ("entities.js", JS, include_str!("page/entities.js")),
    ("format.js", JS, include_str!("page/format.js")),
    ("keyboard.js", JS, include_str!("page/keyboard.js")),
    ("language.js", JS, include_str!("page/language.js")),
    ("links.js", JS, include_str!("page/links.js")),
    ("main.js", JS, include_str!("page/main.js")),
    ("mark.js", JS, include_str!("page/mark.js")),
    ("media.js", JS, include_str!("page/media.js")),
    ("menu.js", JS, include_str!("page/menu.js")),
    ("messages.js", JS, include_str!("page/messages.js")),
    ("panel.js", JS, include_str!("page/panel.js")),
    ("panel_kie.js", JS, include_str!("page/panel_kie.js")),
    ("panel_telegram.js", JS, include_str!("page/panel_telegram.js")),
    ("people.js", JS, include_str!("page/people.js")),
    ("quote.js", JS, include_str!("page/quote.js")),
    ("redraw.js", JS, include_str!("page/redraw.js")),
    ("service.js", JS, include_str!("page/service.js")),
    ("share.js", JS, include_str!("page/share.js")),
    ("starting.js", JS, include_str!("page/starting.js")),
    ("status.js", JS, include_str!("page/status.js")),
    ("swipe.js", JS, include_str!("page/swipe.js")),
    ("tasks.js", JS, include_str!("page/tasks.js")),
    ("theme.js", JS, include_str!("page/theme.js")),
    ("icon.svg", SVG, include_str!("page/icon.svg")),
    ("wallpaper.svg", SVG, include_str!("page/wallpaper.svg")),
];

/// Nothing but our own files and what the person is about to send; framed by nobody but the page itself. A second fence behind text nodes.
const POLICY: &str = "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; \
                      object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

/// Serves the page at `/chat/<person>`, its files under `/chat-page`, and at `/simulators` which parts are simulated.
pub fn router(parts: Parts) -> Router {
    Router::new()
        .route("/", get(bare))
        .route("/chat/{person}", get(async |headers: HeaderMap| file(&INDEX, &headers)))
        .route("/chat-page/{name}", get(asset))
        .route("/simulators", get(async move || Json(parts.clone())))
}

/// To somebody's chat; a start parameter stays in the address.
async fn bare(RawQuery(query): RawQuery) -> Redirect {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    Redirect::temporary(&format!("/chat/Ann{query}"))
}

async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Response {
    match ASSETS.iter().find(|(known, ..)| *known == name) {
        Some(found) => file(found, &headers),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Files change only with the program, but under the same names: the browser asks each time and mostly hears 304.
fn file(&(_, kind, content): &Asset, headers: &HeaderMap) -> Response {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    let tag = format!("\"{:016x}\"", hasher.finish());
    let caching = [(CACHE_CONTROL, "no-cache".to_owned()), (ETAG, tag.clone())];
    if headers.get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, caching).into_response();
    }
    (caching, [(CONTENT_TYPE, kind), (CONTENT_SECURITY_POLICY, POLICY)], content).into_response()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::Request;
    use tower::ServiceExt;

    use super::*;

    async fn get(path: &str, known: Option<&str>) -> Response {
        let mut request = Request::get(path);
        if let Some(known) = known {
            request = request.header(IF_NONE_MATCH, known);
        }
        let router = router(Parts { telegram: true, kie: false, operators: Vec::new() });
        router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn every_file_that_the_page_names_is_there() {
        let texts = ASSETS.iter().chain([&INDEX]).map(|(_, _, content)| *content);
        for text in texts {
            let imports = text.split("from \"./").skip(1);
            for named in text.split("/chat-page/").skip(1).chain(imports) {
                let name = named.split(['"', ')']).next().unwrap();
                assert_eq!(get(&format!("/chat-page/{name}"), None).await.status(), 200, "{name}");
            }
        }
    }

    #[tokio::test]
    async fn a_file_that_the_browser_has_is_not_sent_again() {
        let first = get("/chat/ann", None).await;
        let tag = first.headers()[ETAG].to_str().unwrap();
        assert_eq!(get("/chat/ann", Some(tag)).await.status(), 304);
    }

    #[tokio::test]
    async fn the_bare_address_leads_to_a_chat() {
        assert_eq!(get("/", None).await.headers()["location"], "/chat/Ann");
        assert_eq!(get("/?start=ref_1", None).await.headers()["location"], "/chat/Ann?start=ref_1");
    }
}
