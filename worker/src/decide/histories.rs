//! Random histories through the step machine: crashes, lost answers, callbacks and a restored store, at every point.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use shared::catalog::Catalog;
use shared::job::{BlockReason, Epoch, FailureReason, GenerationJob, JobId, ModelId, TaskId, WIRE_VERSION};
use url::Url;

use super::*;
use crate::kie::{Api, Delay};

/// Seconds after the beginning of a test's time.
pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

fn epoch(number: u32) -> Epoch {
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
        image: None,
        submit_before: at(3600),
        task: None,
        published_before: false,
        is_result_gone: false,
        epoch: None,
    }
}

/// Its record, new.
pub(super) fn record() -> JobRecord {
    JobRecord {
        version: 1,
        due: Some(at(0)),
        unreported: false,
        task: None,
        body: JobBody {
            order: order(),
            epoch: epoch(0),
            api: Api::Veo,
            render_seconds_max: 900,
            state: State::New,
            attempt: 0,
            upload: None,
            failures: 0,
            odd_since: None,
        },
    }
}

fn with_image(mut record: JobRecord) -> JobRecord {
    record.body.order.image =
        Some(shared::job::ImageSource { url: url(), mime: "image/png".to_owned(), size_bytes: 9 });
    record
}

fn url() -> Url {
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
            Action::Upload => Some(Observation::Upload(match pick? % 6 {
                0 => UploadOutcome::Later,
                1 => UploadOutcome::Blocked(BlockReason::Unauthorized),
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
                    2 => SubmitOutcome::NotStarted(Delay::RateLimited),
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
                2 => QueryOutcome::Succeeded(Vec::new()),
                3 => QueryOutcome::Succeeded(vec![url()]),
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

fn step(record: JobRecord, seen: Observation, seconds: i64) -> (JobRecord, Action) {
    decide(record, seen, at(seconds), &epoch(0), &StepPolicy::default())
}

fn submitting() -> JobRecord {
    let (prepared, action) = step(record(), Observation::Due, 0);
    assert_eq!(action, Action::TakePermit);
    let (submitting, action) = step(prepared, Observation::PermitGranted, 1);
    assert_eq!(action, Action::Submit { attempt: 1 });
    submitting
}

fn running() -> JobRecord {
    let outcome = SubmitOutcome::Accepted(TaskId::new("t"));
    step(submitting(), Observation::Submit { attempt: 1, outcome }, 2).0
}

fn query(record: JobRecord, outcome: QueryOutcome, seconds: i64) -> JobRecord {
    let (looked, action) = step(record, Observation::Due, seconds);
    assert!(matches!(action, Action::Query(_)));
    step(looked, Observation::Query(outcome), seconds).0
}

#[test]
fn an_accepted_task_is_reported_and_looked_at_after_seconds() {
    let running = running();
    assert_eq!((running.due, running.unreported), (Some(at(7)), true));
    let polled = query(running.clone(), QueryOutcome::Running, 62);
    assert_eq!((polled.due, polled.unreported), (Some(at(77)), false));
    assert_eq!(query(running, QueryOutcome::Running, 602).due, Some(at(632)));
}

#[test]
fn a_timeout_is_declared_after_a_look_only_and_the_video_may_come_after_all() {
    let unreachable = query(running(), QueryOutcome::Unavailable, 2000);
    assert!(matches!(unreachable.body.state, State::Running { .. }));
    let given_up = query(unreachable, QueryOutcome::Running, 2010);
    assert_eq!(given_up.body.state, State::Failed { at: at(2010), reason: FailureReason::Timeout });
    assert_eq!(given_up.due, Some(at(5610)));
    let late = query(given_up, QueryOutcome::Succeeded(vec![url()]), 5610);
    assert!(late.unreported && late.due.is_none());
    assert!(matches!(late.body.state, State::Succeeded { .. }));
}

#[test]
fn late_looks_end_after_a_day() {
    let mut record = query(running(), QueryOutcome::Running, 902);
    let mut looks = 0;
    while let Some(due) = record.due {
        record = query(record, QueryOutcome::Running, due.duration_since(at(0)).as_secs());
        looks += 1;
    }
    assert_eq!(looks, 24);
}

#[test]
fn an_unknown_task_is_tolerated_for_a_while() {
    let first = query(running(), QueryOutcome::NotFound, 7);
    assert!(matches!(first.body.state, State::Running { .. }));
    let found = query(first.clone(), QueryOutcome::Running, 12);
    assert_eq!(found.body.odd_since, None);
    let gone = query(first, QueryOutcome::NotFound, 400);
    assert_eq!(gone.body.state, State::Failed { at: at(400), reason: FailureReason::Unknown });
}

#[test]
fn success_without_urls_is_given_up_and_its_address_may_come_late() {
    let first = query(running(), QueryOutcome::Succeeded(Vec::new()), 7);
    assert!(matches!(first.body.state, State::Running { .. }));
    let empty = query(first, QueryOutcome::Succeeded(Vec::new()), 400);
    assert_eq!(empty.body.state, State::Failed { at: at(400), reason: FailureReason::Timeout });
    let url = "https://videos.test/1.mp4".parse().unwrap();
    let late = query(empty, QueryOutcome::Succeeded(vec![url]), 4_000);
    assert!(matches!(late.body.state, State::Succeeded { .. }));
}

#[test]
fn an_ambiguous_submission_is_given_up_at_once_without_callbacks() {
    let (record, action) = step(submitting(), Observation::Submit { attempt: 1, outcome: SubmitOutcome::Unknown }, 9);
    assert_eq!(action, Action::Rest);
    assert_eq!(record.body.state, State::Failed { at: at(9), reason: FailureReason::Unknown });
    assert_eq!((record.due, record.unreported), (None, true));
}

#[test]
fn a_callback_before_the_answer_makes_the_job_running_and_the_answer_changes_nothing() {
    let mut record = submitting();
    record.task = Some(TaskId::new("t"));
    let (adopted, action) = step(record, Observation::Due, 3);
    assert_eq!(action, Action::Query(TaskId::new("t")));
    let outcome = SubmitOutcome::Accepted(TaskId::new("t"));
    let (same, action) = step(adopted.clone(), Observation::Submit { attempt: 1, outcome }, 4);
    assert_eq!((&same.body, action), (&adopted.body, Action::Rest));
}

#[test]
fn a_task_learnt_after_giving_up_is_looked_at() {
    let (mut failed, _) = step(submitting(), Observation::Submit { attempt: 1, outcome: SubmitOutcome::Unknown }, 9);
    failed.task = Some(TaskId::new("t"));
    let succeeded = query(failed, QueryOutcome::Succeeded(vec![url()]), 200);
    assert!(matches!(succeeded.body.state, State::Succeeded { .. }) && succeeded.unreported);
}

#[test]
fn an_old_upload_is_made_again() {
    let (new, action) = step(with_image(record()), Observation::Due, 0);
    assert_eq!(action, Action::Upload);
    let (mut prepared, action) = step(new, Observation::Upload(UploadOutcome::Uploaded(url())), 0);
    assert_eq!((&prepared.body.state, action), (&State::Prepared, Action::TakePermit));
    prepared.body.order.submit_before = at(1_000_000);
    let (new, action) = step(prepared, Observation::PermitGranted, 20 * 3600);
    assert_eq!((new.body.state, action), (State::New, Action::Upload));
}

#[test]
fn a_job_that_waits_is_looked_at_at_its_end_and_expires() {
    let (mut prepared, _) = step(record(), Observation::Due, 0);
    prepared.body.failures = 40;
    let (waits, _) = step(prepared, Observation::PermitDenied { until: at(9999) }, 3590);
    assert_eq!(waits.due, Some(at(3600)));
    let (expired, _) = step(waits, Observation::Due, 3600);
    assert_eq!(expired.body.state, State::Failed { at: at(3600), reason: FailureReason::Expired });
}

#[test]
fn a_definite_no_gives_the_right_to_submit_back() {
    for outcome in [SubmitOutcome::NotStarted(Delay::Unreachable), SubmitOutcome::Blocked(BlockReason::OutOfFunds)] {
        let (back, _) = step(submitting(), Observation::Submit { attempt: 1, outcome }, 9);
        assert_eq!((&back.body.state, back.body.attempt), (&State::Prepared, 1));
        let (again, _) = step(back.clone(), Observation::Due, 99);
        assert_eq!(step(again, Observation::PermitGranted, 99).1, Action::Submit { attempt: 2 });
        let stale = Observation::Submit { attempt: 1, outcome: SubmitOutcome::Unknown };
        assert_eq!(step(back.clone(), stale, 100).0.body, back.body);
    }
}

#[test]
fn what_was_admitted_in_another_life_of_the_store_is_not_submitted() {
    let look = |record: &JobRecord, callbacks| {
        decide(record.clone(), Observation::Due, at(2), &epoch(1), &StepPolicy { callbacks, ..StepPolicy::default() })
    };
    let (prepared, _) = step(record(), Observation::Due, 0);
    for waiting in [record(), with_image(record()), prepared.clone()] {
        let (given_up, action) = look(&waiting, false);
        assert_eq!(given_up.body.state, State::Failed { at: at(2), reason: FailureReason::Unknown });
        assert!(given_up.unreported && action == Action::Rest);

        let (waits, action) = look(&waiting, true);
        assert_eq!(waits.body.state, State::Submitting { since: at(2), lease_until: at(2) });
        assert_eq!((waits.due, action), (Some(at(902)), Action::Rest));
    }
    // The permit came before the store was put back, the decision after.
    let (late, action) = decide(prepared, Observation::PermitGranted, at(2), &epoch(1), &StepPolicy::default());
    assert_eq!((late.body.state.as_str(), action), ("failed", Action::Rest));
    // What the provider certainly has goes on.
    assert_eq!(look(&running(), false).1, Action::Query(TaskId::new("t")));
}
