//! Single looks at a job, one rule each.

use shared::job::{BlockReason, FailureReason, TaskId};

use super::histories::{at, epoch, record, url, with_image};
use super::*;
use crate::kie::{Api, Delay};

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
fn with_callbacks_a_task_is_asked_for_more_rarely_the_older_it_is() {
    let policy = StepPolicy { callbacks: true, ..StepPolicy::default() };
    let look = |record: JobRecord, seconds| {
        let (looked, action) = decide(record, Observation::Due, at(seconds), &epoch(0), &policy);
        assert!(matches!(action, Action::Query(_)));
        decide(looked, Observation::Query(QueryOutcome::Running), at(seconds), &epoch(0), &policy).0
    };
    let mut record = running();
    record.body.render_seconds_max = 7200;
    assert_eq!(look(record.clone(), 62).due, Some(at(122)));
    assert_eq!(look(record.clone(), 602).due, Some(at(752)));
    assert_eq!(look(record.clone(), 3602).due, Some(at(3902)));
    // Nobody calls back for a finer version of a video.
    record.body.api = Api::Veo1080p;
    assert_eq!(look(record, 62).due, Some(at(77)));
}

#[test]
fn a_timeout_is_declared_after_a_look_only_and_the_video_may_come_after_all() {
    let unreachable = query(running(), QueryOutcome::Unavailable, 2000);
    assert!(matches!(unreachable.body.state, State::Running { .. }));
    let given_up = query(unreachable, QueryOutcome::Running, 2010);
    assert_eq!(given_up.body.state, State::Failed { at: at(2010), reason: FailureReason::Timeout });
    assert_eq!(given_up.due, Some(at(5610)));
    let late = query(given_up, QueryOutcome::Succeeded(vec![url()], None), 5610);
    assert!(late.unreported && late.due.is_none());
    assert!(matches!(late.body.state, State::Succeeded { .. }));
}

#[test]
fn a_task_that_gets_no_usable_answer_is_not_asked_for_without_end() {
    let mut record = running();
    let mut asked = 0;
    while let (Some(due), State::Running { .. }) = (record.due, &record.body.state) {
        record = query(record, QueryOutcome::Unavailable, due.duration_since(at(0)).as_secs());
        asked += 1;
        assert!(asked < 100);
    }
    let State::Failed { at: ended_at, reason: FailureReason::Timeout } = record.body.state else {
        panic!("{:?}", record.body.state);
    };
    assert!(ended_at >= at(2 + 900 + 3600) && ended_at < at(2 + 900 + 3600 + 400), "{ended_at}");
    let late = query(record, QueryOutcome::Succeeded(vec![url()], None), 9000);
    assert!(matches!(late.body.state, State::Succeeded { .. }));
}

#[test]
fn what_is_refused_for_now_is_submitted_a_few_times_more() {
    let mut record = submitting();
    for attempt in 1.. {
        let outcome = SubmitOutcome::NotStarted(Delay::TryAgain);
        let seconds = i64::from(attempt) * 60;
        (record, _) = step(record, Observation::Submit { attempt, outcome }, seconds);
        if record.body.state.ended_at().is_some() {
            assert_eq!((attempt, record.unreported), (5, true));
            assert!(matches!(record.body.state, State::Failed { reason: FailureReason::Provider, .. }));
            return;
        }
        (record, _) = step(record, Observation::Due, seconds);
        (record, _) = step(record, Observation::PermitGranted, seconds);
    }
}

#[test]
fn an_ambiguous_submission_waits_for_its_callback_as_long_as_the_model_usually_takes() {
    let policy = StepPolicy { callbacks: true, ..StepPolicy::default() };
    let look = |record, seen, seconds| decide(record, seen, at(seconds), &epoch(0), &policy).0;
    let unconfirmed = look(submitting(), Observation::Submit { attempt: 1, outcome: SubmitOutcome::Unknown }, 9);
    assert_eq!(unconfirmed.body.state, State::Unconfirmed { since: at(1), until: at(301) });
    assert_eq!((unconfirmed.due, unconfirmed.unreported), (Some(at(301)), true));
    // Told once; the answer may still say that nothing was begun.
    assert!(!look(unconfirmed.clone(), Observation::Due, 100).unreported);
    let no = SubmitOutcome::NotStarted(Delay::RateLimited);
    let back = look(unconfirmed.clone(), Observation::Submit { attempt: 1, outcome: no }, 100);
    assert_eq!(back.body.state, State::Prepared);
    let given_up = look(unconfirmed, Observation::Due, 301);
    assert_eq!(given_up.body.state, State::Failed { at: at(301), reason: FailureReason::Unknown });
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
    assert_eq!(gone.body.state, State::Failed { at: at(400), reason: FailureReason::Timeout });
}

#[test]
fn success_without_urls_is_given_up_and_its_address_may_come_late() {
    let first = query(running(), QueryOutcome::Succeeded(Vec::new(), None), 7);
    assert!(matches!(first.body.state, State::Running { .. }));
    let empty = query(first, QueryOutcome::Succeeded(Vec::new(), None), 400);
    assert_eq!(empty.body.state, State::Failed { at: at(400), reason: FailureReason::Timeout });
    let url = "https://videos.test/1.mp4".parse().unwrap();
    let late = query(empty, QueryOutcome::Succeeded(vec![url], None), 4_000);
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
    let succeeded = query(failed, QueryOutcome::Succeeded(vec![url()], None), 200);
    assert!(matches!(succeeded.body.state, State::Succeeded { .. }) && succeeded.unreported);
}

#[test]
fn an_old_upload_is_made_again() {
    let (new, action) = step(with_image(record()), Observation::Due, 0);
    assert_eq!(action, Action::Upload { image: 0 });
    let (mut prepared, action) = step(new, Observation::Upload(UploadOutcome::Uploaded(url())), 0);
    assert_eq!((&prepared.body.state, action), (&State::Prepared, Action::TakePermit));
    prepared.body.order.submit_before = at(1_000_000);
    let (new, action) = step(prepared, Observation::PermitGranted, 20 * 3600);
    assert_eq!((new.body.state, action), (State::New, Action::Upload { image: 0 }));
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
        assert_eq!(waits.body.state, State::Unconfirmed { since: at(2), until: at(302) });
        assert_eq!((waits.due, action), (Some(at(302)), Action::Rest));
    }
    // The permit came before the store was put back, the decision after.
    let (late, action) = decide(prepared, Observation::PermitGranted, at(2), &epoch(1), &StepPolicy::default());
    assert_eq!((late.body.state.as_str(), action), ("failed", Action::Rest));
    // What the provider certainly has goes on.
    assert_eq!(look(&running(), false).1, Action::Query(TaskId::new("t")));
}

/// A look by a clock that was set forward by two hours a moment ago.
fn after_step(record: JobRecord, seen: Observation, seconds: i64) -> JobRecord {
    let moment = Moment { now: at(seconds), is_after_step: true };
    let policy = StepPolicy { callbacks: true, ..StepPolicy::default() };
    let (record, action) = decide(record, seen, moment, &epoch(0), &policy);
    assert!(matches!(action, Action::Rest | Action::Query(_)), "nothing is begun: {action:?}");
    assert_eq!(record.body.state.ended_at(), None, "nothing ends");
    assert!(record.due.is_some_and(|due| due > at(seconds)) || matches!(action, Action::Query(_)), "nor spins");
    record
}

#[test]
fn nothing_ends_or_begins_while_the_clock_has_just_made_a_step() {
    let late = 7_200 + 3_600;
    let policy = StepPolicy { callbacks: true, ..StepPolicy::default() };
    let unknown = Observation::Submit { attempt: 1, outcome: SubmitOutcome::Unknown };
    let (unconfirmed, _) = decide(submitting(), unknown, at(9), &epoch(0), &policy);
    assert_eq!(after_step(unconfirmed.clone(), Observation::Due, late).body.state, unconfirmed.body.state);
    let (prepared, _) = step(record(), Observation::Due, 0);
    assert_eq!(after_step(prepared.clone(), Observation::Due, late).body.state, State::Prepared);
    assert_eq!(after_step(prepared, Observation::PermitGranted, late).body.state, State::Prepared);
    for outcome in [
        QueryOutcome::Running,
        QueryOutcome::Unavailable,
        QueryOutcome::Blocked(BlockReason::OutOfFunds),
        QueryOutcome::NotFound,
        QueryOutcome::Succeeded(Vec::new(), None),
    ] {
        let odd = query(running(), outcome.clone(), 7);
        let same = after_step(odd, Observation::Query(outcome.clone()), late);
        assert!(matches!(same.body.state, State::Running { .. }), "{outcome:?}");
        let by_then = query(same, outcome.clone(), late + 900);
        assert!(by_then.body.state.ended_at().is_some(), "{outcome:?}");
    }
}

#[test]
fn a_video_is_looked_for_on_although_the_clock_has_made_a_step_of_days() {
    let failed = query(running(), QueryOutcome::Running, 902);
    assert!(matches!(failed.body.state, State::Failed { reason: FailureReason::Timeout, .. }));
    let days = 5 * 24 * 3600;
    let moment = Moment { now: at(days), is_after_step: true };
    let policy = StepPolicy::default();
    let (failed, action) = decide(failed, Observation::Due, moment, &epoch(0), &policy);
    assert!(matches!(action, Action::Query(_)), "{action:?}");
    let (failed, _) = decide(failed, Observation::Query(QueryOutcome::Running), moment, &epoch(0), &policy);
    assert_eq!(failed.due, Some(at(days + 3600)));
}
