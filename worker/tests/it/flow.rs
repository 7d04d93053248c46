//! From an order to a video, and every way that ends without one.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use serde_json::json;
use shared::job::{BlockReason, FailureReason, ImageSource, JobState, ModelId, TaskId};

use crate::fake_kie::{Create, serve};
use crate::system::{System, failed, succeeded};

#[tokio::test]
async fn an_order_becomes_a_video() {
    let mut system = System::polling().await;
    let order = system.order(1);
    system.publishes(&order).await;

    let submitted = system.bot_hears().await;
    assert_eq!(
        (submitted.job, submitted.task, submitted.state),
        (order.job, Some(TaskId::new("task-1")), JobState::Submitted)
    );
    system.kie.has_made_the_video();
    system.time_passes(5);
    assert_eq!(system.bot_hears().await.state, succeeded());
    assert_eq!(system.kie.posts().len(), 1);
    system.stop().await;
}
