//! Which orders the provider takes: an empty account, a balance that is too small for some, a key that is refused, no
//! answer at all, and refusals for now.

use std::collections::BTreeMap;

use serde_json::json;
use shared::job::{BlockReason, FailureReason, GenerationJob, JobState, ModelId, OptionValue};

use crate::fake_kie::Create;
use crate::flow::with_image;
use crate::system::{System, failed};

/// The options of Seedance 1.5 Pro with which nothing costs the provider less.
fn cheapest() -> BTreeMap<String, OptionValue> {
    BTreeMap::from([
        ("duration".to_owned(), OptionValue::Integer(4)),
        ("resolution".to_owned(), OptionValue::Text("480p".to_owned())),
        ("generate_audio".to_owned(), OptionValue::Bool(false)),
    ])
}

#[tokio::test]
async fn while_the_account_is_empty_jobs_wait_and_after_a_top_up_they_go_on() {
    let mut system = System::polling().await;
    let empty =
        "Credits insufficient : Your current balance isn't enough to run this request. Please top up to continue.";
    // The balance says that all is well; the cheapest order does not.
    system.kie.answers_creates_with([Create::Answer(200, json!({"code": 500, "msg": empty, "data": null}))]);
    let (order, _status) = with_image(&system, vec![7; 10]).await;
    let order = GenerationJob { model: ModelId::new("seedance-1.5-pro"), options: cheapest(), ..order };
    system.publishes(&order).await;
    system.bot_hears_of_the_provider(|state| state.blocked == Some(BlockReason::OutOfFunds)).await;
    assert_eq!(system.is(&order, "prepared").await.body.attempt, 1);
    system.kie.answers_credits_with(json!({"code": 200, "msg": "success", "data": 3.5}));
    // The job's time has come, but nothing has changed: nothing is sent.
    system.time_passes(70);
    system.bot_hears_of_the_provider(|state| state.affordable_credits == Some(3) && state.blocked.is_some()).await;
    assert_eq!(system.kie.posts().len(), 1);

    system.kie.answers_credits_with(json!({"code": 200, "msg": "success", "data": 1003.5}));
    system.bot_hears_of_the_provider(|state| state.blocked.is_none()).await;
    system.time_passes(70);
    assert_eq!(system.bot_hears().await.state, JobState::Submitted);
    system.stop().await;
}

#[tokio::test]
async fn a_key_that_is_refused_is_told_before_any_job() {
    let mut system = System::new().await;
    system.kie.answers_credits_with(json!({"code": 401, "msg": "You do not have access permissions"}));
    system.start().await;
    system.bot_hears_of_the_provider(|state| state.blocked == Some(BlockReason::Unauthorized)).await;
    let order = system.order(1);
    system.publishes(&order).await;
    system.is(&order, "prepared").await;
    assert!(system.kie.posts().is_empty());
    system.kie.answers_credits_with(json!({"code": 200, "data": 5000}));
    system.bot_hears_of_the_provider(|state| state.blocked.is_none()).await;
    system.time_passes(70);
    assert_eq!(system.bot_hears().await.state, JobState::Submitted);
    system.stop().await;
}

#[tokio::test]
async fn a_block_that_no_order_can_try_is_lifted() {
    let mut system = System::polling().await;
    let limit = json!({"code": 433, "msg": "sub-key limit exceeded", "data": null});
    system.kie.answers_creates_with([Create::Answer(200, limit)]);
    let order = system.order(1);
    system.publishes(&order).await;
    system.bot_hears_of_the_provider(|state| state.blocked == Some(BlockReason::KeyLimit)).await;
    system.stop().await;
    system.time_passes(3600);
    // The order has expired meanwhile, and a worker that starts now remembers nothing.
    system.start().await;
    system.bot_hears_of_the_provider(|state| state.blocked.is_none()).await;
    assert_eq!(system.kie.posts().len(), 1);
    system.stop().await;
}

#[tokio::test]
async fn what_costs_more_than_the_balance_waits_and_the_rest_is_made() {
    let mut system = System::new().await;
    system.kie.answers_credits_with(json!({"code": 200, "data": 100.5}));
    system.start().await;
    system.bot_hears_of_the_provider(|state| state.blocked.is_none() && state.affordable_credits == Some(100)).await;
    let dear = GenerationJob { model: ModelId::new("kling-2.1"), ..system.order(1) };
    system.publishes(&dear).await;
    system.is(&dear, "prepared").await;
    system.publishes(&system.order(2)).await;
    let made = system.bot_hears().await;
    assert_eq!((made.job, made.state), (system.order(2).job, JobState::Submitted));

    system.kie.answers_credits_with(json!({"code": 200, "data": 2000}));
    system.bot_hears_of_the_provider(|state| state.affordable_credits.is_none()).await;
    system.time_passes(70);
    assert_eq!(system.bot_hears_of(&JobState::Submitted).await.job, dear.job);
    system.stop().await;
}

#[tokio::test]
async fn an_order_that_was_refused_for_want_of_credits_says_more_than_the_balance() {
    let mut system = System::polling().await;
    system.kie.answers_creates_with([Create::Answer(200, json!({"code": 402, "msg": "", "data": null}))]);
    system.publishes(&system.order(1)).await;
    system.bot_hears_of_the_provider(|state| state.affordable_credits == Some(64) && state.blocked.is_none()).await;
    // The same balance again: 5916.25.
    system.bot_hears_of_the_provider(|state| state.affordable_credits == Some(64)).await;
    system.kie.answers_credits_with(json!({"code": 200, "data": 5917}));
    system.bot_hears_of_the_provider(|state| state.affordable_credits.is_none()).await;
    system.stop().await;
}

#[tokio::test]
async fn an_unreachable_provider_is_told_and_orders_wait_until_it_answers() {
    let mut system = System::polling().await;
    system.bot_hears_of_the_provider(|state| state.blocked.is_none()).await;
    system.kie.answers_credits_with(json!("a gateway's page"));
    system.time_passes(100);
    system.bot_hears_of_the_provider(|state| state.blocked == Some(BlockReason::Unreachable)).await;
    let order = system.order(1);
    system.publishes(&order).await;
    system.is(&order, "prepared").await;
    assert!(system.kie.posts().is_empty());
    system.kie.answers_credits_with(json!({"code": 200, "data": 5000}));
    system.bot_hears_of_the_provider(|state| state.blocked.is_none()).await;
    system.time_passes(70);
    assert_eq!(system.bot_hears().await.state, JobState::Submitted);
    system.stop().await;
}

#[tokio::test]
async fn what_the_provider_refuses_for_now_is_tried_a_few_times_with_and_without_callbacks() {
    for callbacks in [false, true] {
        let mut system = if callbacks { System::called_back().await } else { System::polling().await };
        let later = || json!({"code": 500, "msg": "Internal Error, please try again later.", "data": null});
        system.kie.answers_creates_with((0..5).map(|_| Create::Answer(200, later())));
        system.publishes(&system.order(1)).await;
        system.bot_hears_in_time_of(&failed(FailureReason::Provider)).await;
        assert_eq!(system.kie.posts().len(), 5);

        system.kie.answers_creates_with([Create::Answer(200, later())]);
        let second = system.order(2);
        system.publishes(&second).await;
        assert_eq!(system.bot_hears_in_time_of(&JobState::Submitted).await.job, second.job);
        system.stop().await;
    }
}
