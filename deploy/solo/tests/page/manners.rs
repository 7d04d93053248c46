//! What a person expects of any chat: where the cursor is, which keys do what, and that what was said can be changed.

use fantoccini::key::Key;
use testkit::Solo;

use super::browser::{Browser, Screen};

#[tokio::test]
async fn the_keyboard_suffices_and_words_can_be_changed() -> anyhow::Result<()> {
    let mut system = Solo::start_new().await?;
    let browser = Browser::open(Screen::Desk).await?;
    browser.goes_to(&system.base().join("chat/Kay")?).await?;
    let outcome = visit(&browser).await;
    if outcome.is_err() {
        browser.takes_screenshot("manners-failed").await?;
    }
    browser.close().await?;
    system.stop().await?;
    outcome
}

async fn visit(browser: &Browser) -> anyhow::Result<()> {
    browser.clicks("start").await?;
    browser.sees("inline-button").await?;
    browser.has_the_cursor_in("composer-text").await?;

    browser.clicks("menu").await?;
    browser.types(Key::Down).await?;
    browser.has_the_cursor_in("command").await?;
    browser.types(Key::Escape).await?;
    browser.has_the_cursor_in("menu").await?;

    browser.writes("/help a fix").await?;
    browser.reads("a fix").await?;
    browser.has_the_cursor_in("composer-text").await?;
    browser.types(Key::Up).await?;
    browser.sees("edit-bar").await?;
    browser.types(Key::Backspace).await?;
    browser.types(Key::Backspace).await?;
    browser.writes("ox").await?;
    browser.sees("edited").await?;
    browser.reads("a fox").await
}
