//! The chat page in a real browser: a newcomer starts the bot, buys credits and watches a video, at a desk and on a
//! phone. An operator answers a customer beside them. Screenshots are left in target/screenshots.

mod beside;
mod browser;
mod manners;

use std::time::Duration;

use anyhow::ensure;
use solo::driver::until;
use testkit::Solo;

use browser::{Browser, Screen};

/// The longest that a person waits for anything on the page.
const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_newcomer_at_a_desk_buys_credits_and_watches_their_video() -> anyhow::Result<()> {
    the_main_job(Screen::Desk, "Dora").await
}

#[tokio::test]
async fn a_newcomer_on_a_phone_buys_credits_and_watches_their_video() -> anyhow::Result<()> {
    the_main_job(Screen::Phone, "Phil").await
}

async fn the_main_job(screen: Screen, person: &str) -> anyhow::Result<()> {
    let mut system = Solo::start_new().await?;
    let chat = system.base().join(&format!("chat/{person}"))?;
    let browser = Browser::open(screen).await?;
    browser.goes_to(&chat).await?;
    let outcome = visit(&browser, screen).await;
    if outcome.is_err() {
        browser.takes_screenshot("failed").await?;
    }
    browser.close().await?;
    system.stop().await?;
    outcome
}

async fn visit(browser: &Browser, screen: Screen) -> anyhow::Result<()> {
    browser.clicks("start").await?;
    browser.reads("Welcome to Starreel!").await?;
    browser.takes_screenshot("1-start").await?;

    browser.presses("Buy credits").await?;
    browser.presses("10 credits").await?;
    browser.clicks("pay").await?;
    browser.sees("pay-dialog").await?;
    browser.takes_screenshot("2-pay").await?;
    browser.clicks("confirm-pay").await?;
    browser.sees("pay-done").await?;
    browser.reads("10 credits added").await?;
    until("the dialog to close", PATIENCE, async || Ok(browser.count("pay-dialog").await?.eq(&0).then_some(())))
        .await?;
    browser.reloads().await?;
    browser.reads("10 credits added").await?;
    ensure!(browser.count("pay").await? == 0, "a paid invoice can be paid again after a reload");

    browser.writes("/generate").await?;
    browser.presses("Veo 3.1 Fast").await?;
    browser.reads("What should happen in the video?").await?;
    browser.writes("A paper boat crosses a puddle at dusk").await?;
    browser.reads("Price: 1 credit").await?;
    browser.takes_screenshot("3-card").await?;
    browser.presses("Generate ·").await?;

    browser.sees("video").await?;
    watch(browser).await?;
    browser.reads("1 credit used").await?;
    browser.takes_screenshot("4-video").await?;
    ensure!(browser.fits_the_screen().await?, "the page is wider than the {screen:?}'s screen");
    Ok(())
}

/// The video is loaded, and plays.
async fn watch(browser: &Browser) -> anyhow::Result<()> {
    let at = |script: &'static str| async move { browser.of_the_video(script).await };
    until("the video to be loaded", PATIENCE, async || Ok((at("return video.readyState").await? >= 2.0).then_some(())))
        .await?;
    let before = at("const at = video.currentTime; video.muted = true; video.play(); return at").await?;
    until("the video to play", PATIENCE, async || {
        Ok((at("return video.currentTime").await? > before + 0.2).then_some(()))
    })
    .await?;
    Ok(())
}
