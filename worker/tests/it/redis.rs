//! Workers that share a real Redis: one dies, Redis is killed, emptied, or put back to an old copy, in every state of a
//! job. There is never a second submission, and the bot hears an end.

use std::sync::Arc;

use serde_json::json;
use shared::job::{Epoch, FailureReason, GenerationJob, JobState};
use test_servers::redis::{DataCopy, Redis};
use tokio::sync::Notify;
use worker::job_store::{JobRecord, Renew, State, fresh_epoch};

use crate::fake_kie::Create;
use crate::system::{System, failed, redis_store, succeeded};

/// How far a job is when something happens to its store or worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The provider has said a definite no, and the job waits to be submitted again.
    Prepared,
    /// The provider has it, and its answer does not come.
    Submitting,
    Running,
    Succeeded,
}

const STAGES: [Stage; 4] = [Stage::Prepared, Stage::Submitting, Stage::Running, Stage::Succeeded];

struct Scene {
    server: Redis,
    system: System,
    order: GenerationJob,
    /// Lets the provider answer a submission that it holds back.
    bell: Arc<Notify>,
    epoch: Epoch,
    /// The store before it had the job, and with the job prepared.
    copies: Vec<DataCopy>,
}

impl Scene {
    /// A worker and its job, which has come that far.
    async fn at(stage: Stage) -> Self {
        let server = Redis::start().await.unwrap();
        let mut system = System::on_redis(&server.url()).await;
        system.start().await;
        let (order, epoch) = (system.order(1), system.epoch().await);
        let mut scene = Self { server, system, order, bell: Arc::default(), epoch, copies: Vec::new() };
        scene.copies.push(scene.server.copy_data().unwrap());
        scene.waits_after_a_no().await;
        scene.copies.push(scene.server.copy_data().unwrap());
        if stage != Stage::Prepared {
            scene.goes_on_to(stage).await;
        }
        scene
    }

    async fn waits_after_a_no(&mut self) {
        let busy = json!({"code": 429, "msg": "Too many requests", "data": null});
        self.system.kie.answers_creates_with([Create::Answer(200, busy)]);
        self.system.publishes(&self.order).await;
        let is_waiting = |record: &JobRecord| record.body.attempt == 1 && record.body.state == State::Prepared;
        self.system.matches(&self.order, "put off", is_waiting).await;
    }

    async fn goes_on_to(&mut self, stage: Stage) {
        let Self { system, order, bell, .. } = self;
        if stage == Stage::Submitting {
            system.kie.answers_creates_with([Create::AcceptWhen(Arc::clone(bell))]);
        }
        if stage == Stage::Succeeded {
            system.kie.has_made_the_video();
        }
        system.time_passes(6);
        if stage == Stage::Submitting {
            system.is(order, "submitting").await;
        } else {
            system.bot_hears_of(&JobState::Submitted).await;
        }
        system.sees("the submission", |system| system.kie.posts().len() == 2).await;
        if stage == Stage::Succeeded {
            system.bot_hears_in_time_of(&succeeded()).await;
        }
    }

    /// The provider answers what it held back, and has made the video.
    fn provider_goes_on(&self) {
        self.system.kie.has_made_the_video();
        self.bell.notify_one();
    }

    /// The bot has not heard an end, and publishes the order again with the epoch that it heard last.
    async fn is_published_again(&self) {
        let mut again = self.order.clone();
        again.published_before = true;
        again.epoch = Some(self.epoch.clone());
        self.system.publishes(&again).await;
    }

    /// Another order fails. So the worker knows of something that is newer than all copies.
    async fn worker_makes_a_change(&mut self) {
        let mut late = self.system.order(2);
        late.submit_before = self.system.now();
        self.system.publishes(&late).await;
        self.system.bot_hears_of(&failed(FailureReason::Expired)).await;
    }

    /// Beside the definite no.
    fn submissions(&self) -> usize {
        self.system.kie.posts().len() - 1
    }

    /// Whatever was lost, nothing is submitted by a worker that starts now, and the bot hears that nobody knows.
    async fn ends_under_a_new_epoch(mut self, stage: Stage) {
        let before = self.submissions();
        self.provider_goes_on();
        self.system.store = redis_store(&self.server.url()).await;
        self.system.start().await;
        self.is_published_again().await;
        let end = self.system.bot_hears_in_time_of(&failed(FailureReason::Unknown)).await;
        assert!(end.epoch != self.epoch, "{stage:?}");
        assert_eq!(self.submissions(), before, "{stage:?}");
        self.system.stop().await;
    }
}

#[tokio::test]
async fn a_worker_takes_over_from_one_that_is_killed_in_any_state() {
    for stage in STAGES {
        let mut scene = Scene::at(stage).await;
        scene.system.start().await;
        scene.system.crash();
        scene.provider_goes_on();
        scene.is_published_again().await;
        // Nobody was there to hear the answer to the submission, and no callback was asked for.
        let end = if stage == Stage::Submitting { failed(FailureReason::Unknown) } else { succeeded() };
        scene.system.bot_hears_in_time_of(&end).await;
        assert_eq!(scene.submissions(), 1, "{stage:?}");
        scene.system.stop().await;
    }
}

#[tokio::test]
async fn two_workers_make_each_of_many_jobs_once() {
    let server = Redis::start().await.unwrap();
    let mut system = System::on_redis(&server.url()).await;
    system.kie.has_made_the_video();
    system.start().await;
    system.start().await;
    system.epoch().await;
    let orders: Vec<GenerationJob> = (1..=20).map(|number| system.order(number)).collect();
    for order in orders.iter().chain(&orders) {
        system.publishes(order).await;
    }
    for order in &orders {
        system.is_in_time(order, "succeeded").await;
    }
    assert_eq!(system.kie.posts().len(), orders.len());
    system.stop().await;
}

#[tokio::test]
async fn a_killed_redis_is_waited_for_in_any_state() {
    for stage in STAGES {
        let mut scene = Scene::at(stage).await;
        scene.server.kill();
        scene.provider_goes_on();
        scene.server.restart().await.unwrap();
        scene.is_published_again().await;
        scene.system.bot_hears_in_time_of(&succeeded()).await;
        assert_eq!(scene.submissions(), 1, "{stage:?}");
        scene.system.stop().await;
    }
}

#[tokio::test]
async fn a_flushed_redis_ends_the_worker_and_nothing_is_submitted_again() {
    for stage in STAGES {
        let mut scene = Scene::at(stage).await;
        scene.server.command("FLUSHALL").await.unwrap();
        let reason = scene.system.worker_fails().await;
        assert!(reason.starts_with("the sweeper failed: the job store is not the one"), "{reason}");
        scene.ends_under_a_new_epoch(stage).await;
    }
}

#[tokio::test]
async fn an_old_copy_is_noticed_by_a_running_worker_and_nothing_is_submitted_again() {
    for stage in STAGES {
        for copy in 0..2 {
            let mut scene = Scene::at(stage).await;
            scene.worker_makes_a_change().await;
            scene.server.restore(&scene.copies[copy]).await.unwrap();
            let reason = scene.system.worker_fails().await;
            assert!(reason.contains("put back to an older state"), "{reason}");
            scene.ends_under_a_new_epoch(stage).await;
        }
    }
}

#[tokio::test]
async fn an_old_copy_with_a_new_epoch_submits_nothing_again() {
    for stage in STAGES {
        for copy in 0..2 {
            let mut scene = Scene::at(stage).await;
            scene.system.crash();
            scene.server.restore(&scene.copies[copy]).await.unwrap();
            let operator = redis_store(&scene.server.url()).await;
            assert_eq!(operator.renew(fresh_epoch()).await.unwrap(), Renew::Renewed);
            scene.ends_under_a_new_epoch(stage).await;
        }
    }
}

#[tokio::test]
async fn at_the_memory_limit_of_redis_new_orders_wait_and_the_rest_is_brought_to_its_end() {
    let mut scene = Scene::at(Stage::Running).await;
    scene.server.command("CONFIG SET maxmemory 1").await.unwrap();
    let late = scene.system.order(2);
    scene.system.publishes(&late).await;
    scene.provider_goes_on();
    scene.system.kie.has_made_the_video();
    assert_eq!(scene.system.bot_hears_in_time_of(&succeeded()).await.job, scene.order.job);
    assert!(scene.system.record(&late).await.is_none(), "it waits in the queue");
    scene.server.command("CONFIG SET maxmemory 0").await.unwrap();
    assert_eq!(scene.system.bot_hears_in_time_of(&JobState::Submitted).await.job, late.job);
    scene.system.stop().await;
}
