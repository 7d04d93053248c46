//! Random histories through the step machine: crashes, lost answers, callbacks and a restored store, at every point.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use shared::catalog::Catalog;
use shared::job::{BlockReason, Epoch, FailureReason, GenerationJob, JobId, ModelId, TaskId, WIRE_VERSION};
use url::Url;

use super::*;
use crate::job_store::RECORD_VERSION;
use crate::kie::{Api, Delay};

/// Seconds after the beginning of a test's time.
pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

/// A life of the store.
pub(super) fn epoch(number: u32) -> Epoch {
    Epoch::new(format!("life {number}"))
}

/// An order for words alone that may be submitted for an hour.
pub(super) fn order() -> GenerationJob {
    GenerationJob {
        version: WIRE_VERSION,
        job: JobId::new(at(0), [1; 10]),
        model: ModelId::new("veo3-fast"),
        prompt: "a fox".to_owned(),
        options: std::collections::BTreeMap::new(),
        images: Vec::new(),
        image_use: Default::default(),
        follow_up: None,
        submit_before: at(3600),
        task: None,
        key: None,
        published_before: false,
        is_result_gone: false,
        epoch: None,
        other: serde_json::Map::new(),
    }
}

/// Its record, new.
pub(crate) fn record() -> JobRecord {
    JobRecord {
        version: 1,
        due: Some(at(0)),
        unreported: false,
        task: None,
        body: JobBody {
            version: RECORD_VERSION,
            order: order(),
            epoch: epoch(0),
            api: Api::Veo,
            key: None,
            render_seconds_max: 900,
            render_seconds_usual: Some(300),
            state: State::New,
            attempt: 0,
            uploads: Vec::new(),
            failures: 0,
            put_off: 0,
            odd_since: None,
            other: serde_json::Map::new(),
        },
    }
}

pub(super) fn with_image(mut record: JobRecord) -> JobRecord {
    record.body.order.images =
        vec![shared::job::ImageSource { url: url(), mime: "image/png".to_owned(), size_bytes: 9 }];
    record
}

pub(super) fn url() -> Url {
    Url::parse("https://files.example/x").unwrap()
}

#[derive(Debug, Clone)]
enum Luck {
    Crash,
    Answer { crash_before_save: bool, pick: u8 },
}

#[derive(Debug, Clone)]
struct Turn {
    wait_seconds: i64,
    callback: bool,
    backup: Backup,
    lucks: Vec<Luck>,
}

/// What the operator does with the store before the turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Backup {
    Nothing,
    Copy,
    Restore,
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let luck = prop_oneof![
        1 => Just(Luck::Crash),
        6 => (prop::bool::weighted(0.15), any::<u8>()).prop_map(|(crash_before_save, pick)| Luck::Answer { crash_before_save, pick }),
    ];
    let wait = prop_oneof![4 => 0..120_i64, 1 => 0..4000_i64];
    let backup = prop_oneof![30 => Just(Backup::Nothing), 3 => Just(Backup::Copy), 1 => Just(Backup::Restore)];
    let turn = (wait, prop::bool::weighted(0.1), backup, prop::collection::vec(luck, 1..6))
        .prop_map(|(wait_seconds, callback, backup, lucks)| Turn { wait_seconds, callback, backup, lucks });
    prop::collection::vec(turn, 1..60)
}

/// The store and the outside world of one job.
struct World {
    record: JobRecord,
    /// The record in the operator's copy of the store, once there is one that has it.
    copy: Option<JobRecord>,
    /// How often the store was put back.
    restores: u32,
    now: Timestamp,
    policy: StepPolicy,
    /// POSTs that the provider may have accepted.
    posts: u32,
}

impl World {
    fn live(&mut self, turn: &Turn) {
        self.now = schedule::after(self.now, SignedDuration::from_secs(turn.wait_seconds));
        match turn.backup {
            Backup::Nothing => {}
            Backup::Copy => self.copy = Some(self.record.clone()),
            Backup::Restore => self.restore(),
        }
        if turn.callback && self.posts > 0 && self.record.task.is_none() {
            self.record.task = Some(TaskId::new("t"));
            self.record.due = Some(self.now);
        }
        if self.record.due.is_none_or(|due| due > self.now) {
            return;
        }
        let mut seen = Observation::Due;
        for luck in &turn.lucks {
            let (next, action) = decide(self.record.clone(), seen, self.now, &epoch(self.restores), &self.policy);
            if matches!(luck, Luck::Answer { crash_before_save: true, .. }) {
                return;
            }
            self.save(next);
            let Some(observation) = self.act(action, luck) else {
                return;
            };
            seen = observation;
        }
        // The process dies with the last answer in hand.
    }

    /// The operator puts the copy back and makes a new epoch. An order that the copy does not know comes again.
    fn restore(&mut self) {
        let lost_epoch = epoch(self.restores);
        self.restores += 1;
        self.record = self.copy.clone().unwrap_or_else(|| {
            let mut again = self.record.body.order.clone();
            again.published_before = true;
            again.epoch = Some(lost_epoch);
            let (epoch, catalog) = (epoch(self.restores), Catalog::built_in());
            let admission = Admission { epoch: &epoch, catalog: &catalog, policy: &self.policy };
            JobRecord { version: 1, ..admit(again, self.now, admission) }
        });
    }

    fn save(&mut self, next: JobRecord) {
        let before = &self.record.body.state;
        let changed = std::mem::discriminant(before) != std::mem::discriminant(&next.body.state);
        let told = next.event(&epoch(self.restores)).is_some();
        if before.ended_at().is_some() && *before != next.body.state {
            assert!(
                matches!(before, State::Failed { reason, .. } if reason.may_still_succeed())
                    && matches!(next.body.state, State::Succeeded { .. }),
                "an end changed other than by a late success: {before:?} to {:?}",
                next.body.state
            );
        }
        assert!(!(changed && told) || next.unreported, "a change was not marked for the bot");
        assert!(next.due.is_some() || next.body.state.ended_at().is_some(), "forgotten: {:?}", next.body.state);
        self.record = JobRecord { version: self.record.version + 1, ..next };
    }

    fn act(&mut self, action: Action, luck: &Luck) -> Option<Observation> {
        let pick = match luck {
            Luck::Crash => None,
            Luck::Answer { pick, .. } => Some(*pick),
        };
        match action {
            Action::Rest => None,
            Action::Upload { .. } => Some(Observation::Upload(match pick? % 6 {
                0 => UploadOutcome::Later,
                1 => UploadOutcome::Blocked(BlockReason::Unauthorized),
                2 => UploadOutcome::Gone,
                _ => UploadOutcome::Uploaded(url()),
            })),
            Action::TakePermit => Some(match pick? % 4 {
                0 => Observation::PermitDenied { until: schedule::after(self.now, SignedDuration::from_secs(1)) },
                _ => Observation::PermitGranted,
            }),
            Action::Submit { attempt } => {
                assert!(self.now < self.record.body.order.submit_before, "submitted too late");
                self.posts += 1;
                let outcome = match pick? % 6 {
                    0 | 1 => SubmitOutcome::Unknown,
                    2 if pick? > 100 => SubmitOutcome::NotStarted(Delay::RateLimited),
                    2 => SubmitOutcome::NotStarted(Delay::TryAgain),
                    3 => SubmitOutcome::Blocked(BlockReason::OutOfFunds),
                    _ => SubmitOutcome::Accepted(TaskId::new("t")),
                };
                if matches!(outcome, SubmitOutcome::NotStarted(_) | SubmitOutcome::Blocked(_)) {
                    self.posts -= 1;
                }
                Some(Observation::Submit { attempt, outcome })
            }
            Action::Query(_) => Some(Observation::Query(match pick? % 8 {
                0 => QueryOutcome::NotFound,
                1 => QueryOutcome::Unavailable,
                2 => QueryOutcome::Succeeded(Vec::new(), None),
                3 => QueryOutcome::Succeeded(vec![url()], None),
                4 if pick? > 200 => QueryOutcome::Failed(FailureReason::Policy),
                _ => QueryOutcome::Running,
            })),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_job_is_submitted_twice_and_every_job_ends(turns in turns(), callbacks: bool, image: bool) {
        let record = if image { with_image(record()) } else { record() };
        let policy = StepPolicy { callbacks, ..StepPolicy::default() };
        let mut world = World { record, copy: None, restores: 0, now: at(0), policy, posts: 0 };
        for turn in &turns {
            world.live(turn);
            prop_assert!(world.posts <= 1, "posted {} times", world.posts);
        }
        // From here on nothing crashes and the provider answers: it ends.
        for _ in 0..400 {
            let Some(due) = world.record.due else { break };
            world.now = world.now.max(due);
            let lucks = vec![Luck::Answer { crash_before_save: false, pick: 11 }; 6];
            world.live(&Turn { wait_seconds: 0, callback: false, backup: Backup::Nothing, lucks });
            prop_assert!(world.posts <= 1);
        }
        prop_assert!(world.record.body.state.ended_at().is_some(), "{:?}", world.record);
        prop_assert!(world.record.due.is_none());
    }
}
