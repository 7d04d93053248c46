//! An operator beside a customer: at a desk both are seen at once, on a phone one tap leads from one to the other.

use anyhow::ensure;
use testkit::Solo;

use super::browser::{Browser, Screen};

#[tokio::test]
async fn at_a_desk_an_operator_answers_while_the_customer_is_watched() -> anyhow::Result<()> {
    let mut system = Solo::start_new().await?;
    let browser = Browser::open(Screen::Desk).await?;
    browser.goes_to(&system.base().join("chat/Dora")?).await?;
    let outcome = at_a_desk(&browser).await;
    ends(&mut system, browser, outcome).await
}

#[tokio::test]
async fn on_a_phone_one_tap_leads_to_the_operator_and_back() -> anyhow::Result<()> {
    let mut system = Solo::start_new().await?;
    let browser = Browser::open(Screen::Phone).await?;
    browser.goes_to(&system.base().join("chat/Phil?beside=Olga")?).await?;
    let outcome = on_a_phone(&browser).await;
    ends(&mut system, browser, outcome).await
}

async fn ends(system: &mut Solo, browser: Browser, outcome: anyhow::Result<()>) -> anyhow::Result<()> {
    if outcome.is_err() {
        browser.takes_screenshot("beside-failed").await?;
    }
    browser.close().await?;
    system.stop().await?;
    outcome
}

async fn at_a_desk(browser: &Browser) -> anyhow::Result<()> {
    browser.clicks("start").await?;
    browser.reads("Welcome to Starreel!").await?;
    browser.clicks("beside").await?;
    browser.sees("beside-chat").await?;
    browser.writes("/paysupport My Stars are gone").await?;
    browser.reads("Its number is 1").await?;

    browser.turns_to_the_page_in("beside-chat").await?;
    browser.reads("Payment request 1").await?;
    browser.writes("/reply 1 They are on their way back").await?;
    browser.reads("Your answer to request 1").await?;
    browser.turns_back().await?;
    browser.reads("They are on their way back").await?;
    ensure!(browser.shows("beside-chat").await? && browser.shows("messages").await?, "not both chats are seen");
    ensure!(!browser.shows("switch-own").await?, "there is nothing to switch where both are seen");

    browser.clicks("forward").await?;
    browser.turns_to_the_page_in("beside-chat").await?;
    browser.reads("Forwarded from Dora").await?;
    browser.turns_back().await?;
    browser.takes_screenshot("beside").await?;

    // The operators' menu is one message that one walks through.
    browser.turns_to_the_page_in("beside-chat").await?;
    browser.writes("/admin").await?;
    browser.reads("you may do everything").await?;
    browser.presses("Right now").await?;
    browser.reads("Last 24 hours").await?;
    browser.presses("◀️ Menu").await?;
    browser.presses("👤 People").await?;
    browser.reads("Whom do you want to see?").await?;
    browser.turns_back().await?;
    browser.clicks("forward").await?;
    browser.turns_to_the_page_in("beside-chat").await?;
    browser.presses("🚫 Block").await?;
    browser.reads("blocked since").await?;
    browser.turns_back().await?;
    browser.reads("Our team has blocked your account").await?;

    // It is in the address, and remembered.
    let address = browser.address().await?;
    ensure!(address.query() == Some("beside=Olga"), "{address}");
    browser.goes_to(&address.join("/chat/Eve")?).await?;
    browser.sees("beside-chat").await?;
    ensure!(browser.address().await?.query() == Some("beside=Olga"), "it is not in the address of another customer");
    browser.clicks("beside").await?;
    browser.reloads().await?;
    browser.sees("start").await?;
    ensure!(browser.count("beside-chat").await? == 0, "it comes back after it was switched off");
    Ok(())
}

async fn on_a_phone(browser: &Browser) -> anyhow::Result<()> {
    browser.clicks("start").await?;
    browser.reads("Welcome to Starreel!").await?;
    ensure!(!browser.shows("badge-beside").await?, "there is a badge, and nothing new");
    browser.writes("/paysupport Where are my Stars").await?;
    browser.sees("badge-beside").await?;
    browser.takes_screenshot("beside-customer").await?;

    browser.clicks("switch-beside").await?;
    ensure!(!browser.shows("badge-beside").await? && !browser.shows("composer").await?, "the customer is still shown");
    browser.turns_to_the_page_in("beside-chat").await?;
    browser.reads("Payment request 1").await?;
    browser.writes("/reply 1 Have a look now").await?;
    browser.turns_back().await?;
    browser.sees("badge-own").await?;
    browser.takes_screenshot("beside-operator").await?;
    ensure!(browser.fits_the_screen().await?, "the page is wider than a phone's screen");

    browser.clicks("switch-own").await?;
    browser.reads("Have a look now").await?;
    browser.sees("composer").await?;
    ensure!(!browser.shows("badge-own").await?, "what is read counts as new");
    browser.clicks("beside-close").await?;
    ensure!(browser.count("beside-chat").await? == 0 && !browser.shows("switch-own").await?);
    Ok(())
}
