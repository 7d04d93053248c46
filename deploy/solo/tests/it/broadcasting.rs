//! An operator tells everybody something, and looks at the figures of the shop.

use anyhow::{Context as _, ensure};
use solo::driver::IMAGE;

use testkit::Solo;

#[tokio::test]
async fn a_message_reaches_everybody_who_wants_it() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let (mut ann, mut bob, mut cleo) =
        (system.person("Ann").await?, system.person("Bob").await?, system.person("Cleo").await?);
    for person in [&mut ann, &mut bob, &mut cleo] {
        person.sends("/start").await?;
        person.sees("Welcome").await?;
    }
    cleo.blocks(true).await?;
    let mut olga = system.person("Olga").await?;
    olga.sends("/broadcast").await?;
    olga.sees("Send me the message").await?;
    olga.sends("Half price this week!").await?;
    let preview = olga.sees("Half price").await?;
    ensure!(preview.button("Stop these messages").is_some(), "{preview}");
    let panel = olga.sees("That's what people will get").await?;
    olga.presses(&panel, "Send now").await?;
    let seen = ann.sees("Half price this week!").await?;
    bob.sees("Half price this week!").await?;
    olga.sees("Your broadcast is done").await?;
    olga.sees_in(&panel, "1 blocked the bot").await?;
    ann.presses(&seen, "Stop these messages").await?;
    ann.sends("/settings").await?;
    ann.sees("News from us: off").await?;
    olga.sends("/broadcast").await?;
    olga.sees("Send me the message").await?;
    olga.sends_file(IMAGE.to_vec(), "news.png", "image/png", true).await?;
    let panel = olga.sees("That's what people will get").await?;
    olga.presses(&panel, "Send now").await?;
    bob.sees_photo().await?;
    olga.sees("Your broadcast is done").await?;
    ensure!(ann.unread().await?.iter().all(|seen| !seen.0["photo"].is_array()), "Ann wanted no more of it");
    system.finish([ann, bob, olga]).await
}

#[tokio::test]
async fn the_figures_come_as_an_image_that_buttons_change() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let ann = system.customer("Ann").await?;
    let mut olga = system.person("Olga").await?;
    olga.sends("/stats").await?;
    let week = olga.sees("Last 7 days").await?;
    ensure!(week.0["photo"].is_array() && week.text().contains("Stars paid"), "{week}");
    let width = week.0["photo"].as_array().and_then(|sizes| sizes.last()?["width"].as_i64());
    ensure!(width.context("a photo has a size")? >= 1000, "{week}");
    olga.presses(&week, "30 days").await?;
    let month = olga.sees_in(&week, "Last 30 days").await?;
    ensure!(month.0["photo"].is_array() && month.0["photo"] != week.0["photo"], "{month}");
    system.world().telegram_fault("sendPhoto", "refused", 1).await?;
    olga.sends("/stats").await?;
    let words = olga.sees("Last 7 days").await?;
    ensure!(words.0["text"].is_string(), "without an image the words come alone: {words}");
    olga.sends("/stats daily on 7").await?;
    olga.sees("every day at 7:00 UTC").await?;
    system.finish([ann, olga]).await
}
