//! Results that are no videos: nobody sees them and nobody pays for them.

use std::time::Duration;

use serde_json::{Value, json};
use solo::driver::{Order, until};
use testkit::Solo;

const VEO: &str = "Veo 3.1 Fast";
/// Several orders wait for their turn, and each address is looked at twice, half a minute apart.
const SOON: Duration = Duration::from_secs(150);

/// The next result is this, however often it is asked for, or so often.
async fn result_is(system: &Solo, fault: &str, answers: Option<u32>) -> anyhow::Result<()> {
    let fault = json!({ "fault": fault, "times": 1, "answers": answers });
    system.world().post::<Value>("simulators/kie/faults", &fault).await.map(drop)
}

#[tokio::test]
async fn what_is_no_video_is_not_sent_and_its_credit_comes_back() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    for fault in ["result_html", "result_xml", "result_empty", "result_truncated"] {
        result_is(&system, fault, None).await?;
        ann.orders(Order::from_words(VEO, fault)).await?;
    }
    until("every credit to be back", SOON, async || {
        let available = "SELECT available FROM accounts";
        Ok(system.count(available).ok().filter(|available| *available == 5))
    })
    .await?;
    until("the reason of each", SOON, async || {
        let is_told =
            |text: &str| text.contains("I couldn't get a video from it") && text.contains("1 credit returned");
        Ok((ann.messages().await?.iter().filter(|seen| is_told(seen.text())).count() == 4).then_some(()))
    })
    .await?;
    ann.catches_up().await?;
    assert!(system.world().telegram_calls("sendVideo").await?.is_empty(), "Telegram was never sent there");
    system.finish([ann]).await
}

#[tokio::test]
async fn a_page_that_becomes_a_video_is_delivered_after_all() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    result_is(&system, "result_html", Some(1)).await?;
    ann.orders(Order::from_words(VEO, "a slow bell")).await?;
    ann.sees_video("a slow bell").await?;
    assert_eq!(ann.balance().await?, 4);
    let tasks = system.world().kie_tasks().await?;
    assert_eq!(tasks.len(), 1, "it was asked for once more, and not made once more");
    system.finish([ann]).await
}

#[tokio::test]
async fn a_result_that_is_404_at_first_and_good_later_arrives_and_is_charged_once() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    result_is(&system, "result_missing", Some(3)).await?;
    ann.orders(Order::from_words(VEO, "a late train")).await?;
    until(
        "the video",
        SOON,
        async || Ok((!system.world().telegram_calls("sendVideo").await?.is_empty()).then_some(())),
    )
    .await?;
    ann.sees_video("a late train").await?;
    assert_eq!(ann.balance().await?, 4);
    assert_eq!(system.count("SELECT count(*) FROM entries WHERE id LIKE 'capture:%'")?, 1);
    assert_eq!(system.world().kie_tasks().await?.len(), 1, "it was made once");
    system.finish([ann]).await
}

#[tokio::test]
async fn telegram_is_told_how_large_and_how_long_a_video_is() -> anyhow::Result<()> {
    let system = Solo::start_new().await?;
    let mut ann = system.customer("Ann").await?;
    ann.orders(Order::from_words(VEO, "a wide field")).await?;
    ann.sees_video("a wide field").await?;
    let sent = system.world().telegram_calls("sendVideo").await?.remove(0);
    for field in ["width", "height", "duration"] {
        assert!(sent["params"][field].as_u64().is_some_and(|value| value > 0), "{field}: {sent}");
    }
    system.finish([ann]).await
}
