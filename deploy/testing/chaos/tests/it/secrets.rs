//! In processes of their own, too, no secret and no word of a person gets into a log. `deploy/solo` looks at more kinds of
//! trouble, in one process.

use anyhow::ensure;
use simulators::telegram::DEMO_BOT_TOKEN;
use solo::driver::{Image, Order};
use testkit::programs::SECOND_KIE_KEY;
use testkit::{Deployment, PATIENCE, Plan};

/// Everything of our own, down to the finest.
const FILTER: &str = "debug,bot=trace,worker=trace,shared=trace,lapin=off";

const NAME: &str = "Xanthippe";
const PROMPT: &str = "a plugh in the fog";
const KIE_KEY: &str = "planted-kie-key";
const CALLBACK_SECRET: &str = "planted-callback-secret";

#[tokio::test]
async fn no_secret_and_no_word_of_a_person_is_in_the_logs_of_bot_and_worker() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let filter = ("RUST_LOG", FILTER.to_owned());
    let plan = Plan {
        bot_settings: vec![filter.clone()],
        worker_settings: vec![
            filter,
            ("KIE_AI_API_KEY", String::new()),
            ("KIE_AI_API_KEYS", format!("main:2={KIE_KEY},second={SECOND_KIE_KEY}")),
            ("CALLBACK_SECRET", CALLBACK_SECRET.to_owned()),
        ],
        ..Plan::default()
    };
    let mut deployment = Deployment::prepare(plan, folder.path()).await?.start().await?;
    let mut person = deployment.world().with_patience(PATIENCE).person(NAME).await?;
    person.buys("5 credits").await?;
    person.orders(Order::from_words("Kling v2.1", PROMPT).with(Image::File)).await?;
    person.sees_video(PROMPT).await?;
    deployment.world().kie_fault("policy", 1).await?;
    person.orders(Order::from_words("Veo 3.1 Fast", PROMPT)).await?;
    person.sees("1 credit returned").await?;
    // Both sides lose the broker, and say so.
    deployment.servers()?.rabbitmq.close_connections().await?;
    deployment.until_ready().await?;

    let rabbitmq = deployment.servers()?.rabbitmq.url();
    let token = DEMO_BOT_TOKEN.split(':').next_back().unwrap_or_default();
    for (log, says) in [("bot.log", "a video was delivered"), ("worker-1.log", "settings: ")] {
        let log = std::fs::read_to_string(folder.path().join(log))?;
        ensure!(log.contains(says), "the log does not say {says:?}, so nothing was looked at: {log}");
        for planted in [token, KIE_KEY, SECOND_KIE_KEY, CALLBACK_SECRET, NAME, PROMPT, "plugh", &rabbitmq] {
            let line = log.lines().find(|line| line.contains(planted));
            ensure!(line.is_none(), "{planted:?} is in the log: {}", line.unwrap_or_default());
        }
    }
    deployment.finish(2).await
}
