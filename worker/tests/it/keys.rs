//! Several keys: which one takes an order, who takes it when a key is left out, and what is asked with which key later.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use shared::job::{
    BlockReason, FollowUpKind, FollowUpOf, GenerationJob, JobState, KeyName, KeyState, ProviderState, TaskId,
};
use tokio::sync::Notify;
use worker::Key;
use worker::job_store::{JobRecord, Rate};

use crate::fake_kie::Create;
use crate::flow::with_image;
use crate::system::{System, succeeded};

fn key(name: &str, weight: u32) -> Key {
    Key { name: KeyName::new(name), is_named: true, weight, account: format!("account of {name}"), ..Key::default() }
}

/// Two accounts. With these weights it is the first that takes an order if it can.
async fn with_two_keys() -> System {
    let mut system = System::new().await;
    system.settings.keys = vec![key("main", 1_000_000), key("second", 1)];
    system
}

/// The account has this balance.
fn balance(credits: f64) -> serde_json::Value {
    json!({"code": 200, "msg": "success", "data": credits})
}

fn key_of(record: &JobRecord) -> Option<&str> {
    record.body.key.as_ref().map(KeyName::as_str)
}

/// What is said of the keys: name and reason.
fn reasons(state: &ProviderState) -> Vec<(&str, Option<BlockReason>)> {
    state.keys.iter().map(|KeyState { key, blocked, .. }| (key.as_str(), *blocked)).collect()
}

/// The worker has read what there is at first: what grows later has grown from that.
async fn knows_the_balances(system: &System) {
    let is_read = |system: &System| system.kie.balance_reads() > 0 && system.second.balance_reads() > 0;
    system.sees("the balances were read", is_read).await;
}

async fn is_submitted(system: &System, order: &GenerationJob) -> JobRecord {
    system.publishes(order).await;
    system.is_in_time(order, "running").await
}

#[tokio::test]
async fn orders_are_shared_out_and_each_is_asked_about_with_its_own_key() {
    let mut system = System::new().await;
    system.settings.keys = vec![key("main", 1), key("second", 1)];
    system.start().await;
    let mut of_second = 0;
    for number in 1..=16 {
        let record = is_submitted(&system, &system.order(number)).await;
        of_second += usize::from(key_of(&record) == Some("second"));
    }
    assert_eq!((system.kie.posts().len(), system.second.posts().len()), (16 - of_second, of_second));
    assert!((3..=13).contains(&of_second), "{of_second} of 16");
    system.stop().await;
}

#[tokio::test]
async fn a_key_without_funds_is_left_out_and_named_and_the_other_goes_on() {
    let mut system = with_two_keys().await;
    system.start().await;
    knows_the_balances(&system).await;
    let empty = json!({"code": 402, "msg": "Credits insufficient", "data": null});
    system.kie.answers_creates_with([Create::Answer(200, empty)]);
    let record = is_submitted(&system, &system.order(1)).await;
    assert_eq!(key_of(&record), Some("second"), "it has waited a second, and not for the key");
    // Not even the cheapest can be paid: the whole key is off, and not only what is dearer.
    system.kie.answers_credits_with(balance(0.0));
    system
        .bot_hears_of_the_provider(|state| {
            state.blocked.is_none() && reasons(state) == [("main", Some(BlockReason::OutOfFunds)), ("second", None)]
        })
        .await;
    let before = system.kie.posts().len();
    let next = is_submitted(&system, &system.order(2)).await;
    assert_eq!((key_of(&next), system.kie.posts().len()), (Some("second"), before), "nobody tries the empty one");

    system.kie.answers_credits_with(balance(5000.0));
    system.bot_hears_of_the_provider(|state| reasons(state) == [("main", None), ("second", None)]).await;
    let back = is_submitted(&system, &system.order(3)).await;
    assert_eq!(key_of(&back), Some("main"));
    system.stop().await;
}

#[tokio::test]
async fn nothing_is_taken_only_if_no_key_takes_anything() {
    let mut system = with_two_keys().await;
    system.kie.answers_credits_with(balance(0.0));
    system.second.answers_credits_with(json!({"code": 401, "msg": "You do not have access permissions"}));
    system.start().await;
    system.bot_hears_of_the_provider(|state| state.blocked == Some(BlockReason::OutOfFunds)).await;
    let order = system.order(1);
    system.publishes(&order).await;
    system.is(&order, "prepared").await;
    assert!(system.kie.posts().is_empty() && system.second.posts().is_empty());
    system.second.answers_credits_with(balance(5000.0));
    system.bot_hears_of_the_provider(|state| state.blocked.is_none()).await;
    assert_eq!(key_of(&system.is_in_time(&order, "running").await), Some("second"));
    system.stop().await;
}

#[tokio::test]
async fn what_is_too_dear_for_one_key_goes_to_another_and_the_bot_hears_of_the_larger_balance() {
    let mut system = with_two_keys().await;
    system.kie.answers_credits_with(balance(50.0));
    system.second.answers_credits_with(balance(70.0));
    system.start().await;
    system.bot_hears_of_the_provider(|state| state.affordable_credits == Some(70)).await;
    let record = is_submitted(&system, &system.order(1)).await;
    assert_eq!((key_of(&record), system.kie.posts().len()), (Some("second"), 0), "it costs 60");
    system.stop().await;
}

#[tokio::test]
async fn what_is_over_the_limit_of_one_key_goes_to_another() {
    let mut system = with_two_keys().await;
    for key in &mut system.settings.keys {
        key.rate = Rate { burst: 1, every: Duration::from_secs(3600) };
    }
    system.start().await;
    for number in 1..=2 {
        system.publishes(&system.order(number)).await;
        system.bot_hears().await;
    }
    // The clock stands still: there was one permit of each.
    assert_eq!((system.kie.posts().len(), system.second.posts().len()), (1, 1));
    let third = system.order(3);
    system.publishes(&third).await;
    system.matches(&third, "put off", |record| record.due > Some(system.now())).await;
    assert_eq!(system.is(&third, "prepared").await.body.attempt, 0);
    system.stop().await;
}

#[tokio::test]
async fn an_image_is_uploaded_with_the_key_that_takes_the_order() {
    let mut system = with_two_keys().await;
    system.start().await;
    knows_the_balances(&system).await;
    let limit = json!({"code": 433, "msg": "sub-key limit exceeded", "data": null});
    system.kie.answers_creates_with([Create::Answer(200, limit)]);
    let (order, _status) = with_image(&system, vec![7; 10]).await;
    let record = is_submitted(&system, &order).await;
    assert_eq!(key_of(&record), Some("second"));
    assert_eq!((system.kie.uploads().len(), system.second.uploads().len()), (1, 1));
    system.stop().await;
}

#[tokio::test]
async fn the_bot_hears_by_which_key_a_task_was_made_and_what_goes_on_from_it_goes_by_that_key() {
    let mut system = with_two_keys().await;
    system.start().await;
    system.kie.answers_credits_with(balance(0.0));
    system.bot_hears_of_the_provider(|state| reasons(state)[0].1.is_some()).await;
    system.publishes(&system.order(1)).await;
    let submitted = system.bot_hears().await;
    assert_eq!((submitted.key.clone(), submitted.state), (Some(KeyName::new("second")), JobState::Submitted));

    // The other has money again, and this key takes nothing new any more.
    system.kie.answers_credits_with(balance(5000.0));
    system.bot_hears_of_the_provider(|state| reasons(state)[0].1.is_none()).await;
    system.stop().await;
    system.settings.keys[1].weight = 0;
    system.start().await;
    let task = TaskId::new("task-1");
    let follow_up = Some(FollowUpOf { kind: FollowUpKind::Extend, task, key: submitted.key });
    let record = is_submitted(&system, &GenerationJob { follow_up, ..system.order(2) }).await;
    assert_eq!((key_of(&record), system.second.posts().len()), (Some("second"), 2));
    assert_eq!(key_of(&is_submitted(&system, &system.order(3)).await), Some("main"));
    assert_eq!(system.second.posts().len(), 2);
    system.stop().await;
}

#[tokio::test]
async fn whoever_starts_again_in_the_middle_asks_with_the_right_key_and_buys_nothing_twice() {
    let mut system = with_two_keys().await;
    system.settings.webhook_url = Some("https://public.example".parse().unwrap());
    system.kie.answers_credits_with(balance(0.0));
    system.start().await;
    system.bot_hears_of_the_provider(|state| reasons(state)[0].1.is_some()).await;
    system.second.answers_creates_with([Create::AcceptWhen(Arc::new(Notify::new()))]);
    let order = system.order(1);
    system.publishes(&order).await;
    system.sees("the submission", |system| system.second.posts().len() == 1).await;
    assert_eq!(key_of(&system.is(&order, "submitting").await), Some("second"), "it is saved before the request");
    system.crash();

    // Now the first key would be chosen.
    system.kie.answers_credits_with(balance(5000.0));
    system.second.has_made_the_video();
    system.start().await;
    system.is_in_time(&order, "unconfirmed").await;
    let url = system.second.posts()[0]["callBackUrl"].as_str().unwrap().to_owned();
    let done = json!({"code": 200, "msg": "success", "data": {"taskId": "task-1"}});
    assert_eq!(system.provider_calls_back(&url, &done, &[]).await, 200);
    let ended = system.bot_hears_in_time_of(&succeeded()).await;
    assert_eq!(ended.key, Some(KeyName::new("second")));
    assert_eq!((system.kie.posts().len(), system.second.posts().len(), system.kie.looks()), (0, 1, 0));
    system.stop().await;
}

#[tokio::test]
async fn jobs_of_a_key_that_is_gone_wait_for_it_and_operators_hear_its_name() {
    let mut system = with_two_keys().await;
    system.settings.keys[0].weight = 0;
    system.start().await;
    let order = system.order(1);
    assert_eq!(key_of(&is_submitted(&system, &order).await), Some("second"));
    system.stop().await;

    system.settings.keys = vec![key("main", 1)];
    system.kie.knows_no_task();
    system.second.has_made_the_video();
    system.start().await;
    system.time_passes(60);
    system.bot_hears_of_the_provider(|state| state.missing_keys == [KeyName::new("second")]).await;
    // Long after the time in which a task that is not known is given up.
    for _ in 0..10 {
        system.time_passes(60);
        system.matches(&order, "put off", |record| record.due > Some(system.now())).await;
    }
    assert_eq!(system.is(&order, "running").await.body.odd_since, None);
    system.stop().await;

    system.settings.keys = vec![key("main", 1), key("second", 0)];
    system.start().await;
    system.bot_hears_in_time_of(&succeeded()).await;
    system.stop().await;
}

#[tokio::test]
async fn a_task_of_the_time_before_the_second_key_is_found() {
    let mut system = System::polling().await;
    let order = system.order(1);
    let record = is_submitted(&system, &order).await;
    assert_eq!(key_of(&record), None, "the only key has no name");
    assert_eq!(system.bot_hears().await.key, None);
    system.stop().await;

    // The operator has not named the old key first.
    std::mem::swap(&mut system.kie, &mut system.second);
    system.settings.keys = vec![key("new", 1), key("old", 1)];
    system.kie.knows_no_task();
    system.second.has_made_the_video();
    system.start().await;
    assert_eq!(system.bot_hears_in_time_of(&succeeded()).await.key, Some(KeyName::new("old")));
    system.stop().await;
}
