//! What becomes of an order that comes from the queue. The right to submit belongs to the record, and a record that
//! was lost must not be made again with it.

use jiff::Timestamp;
use shared::catalog::{self, Catalog};
use shared::job::{Epoch, FailureReason, GenerationJob};

use super::{Moment, Step, StepPolicy};
use crate::job_store::{JobBody, JobRecord, RECORD_VERSION, State};
use crate::kie::Api;

/// What an order is judged by.
#[derive(Debug, Clone, Copy)]
pub struct Admission<'a> {
    /// The epoch that the store has now.
    pub epoch: &'a Epoch,
    /// The models that are sold.
    pub catalog: &'a Catalog,
    /// The times that the step machine keeps to.
    pub policy: &'a StepPolicy,
}

/// The first record of an order.
///
/// - The bot knows a task: the provider has it, whatever was lost.
/// - Past `submit_before`: failed(expired), unless the clock has just made a step.
/// - Published in another life of the store: it may have been submitted then, so it is ambiguous. That holds for its first
///   message, too: it may be doubled, or given back by a worker who had stored the order and could not say so.
/// - A model or variant that is not sold (any more): failed(refused).
/// - Else it is new.
#[must_use]
pub fn admit(order: GenerationJob, moment: impl Into<Moment>, admission: Admission<'_>) -> JobRecord {
    let Admission { epoch, catalog, policy } = admission;
    let Moment { now, is_after_step } = moment.into();
    let model = catalog.get(&order.model);
    let sold = model.is_some_and(|model| model.variant(order.inputs()).is_some());
    let lost = order.epoch.as_ref().map_or(order.published_before, |heard_of| heard_of != epoch);
    let mut step = Step { record: new_record(order, epoch, model, catalog), now, is_after_step, epoch, policy };

    if step.record.task.is_some() {
        step.run();
        // The record was lost, and perhaps a callback with it.
        step.record.due = Some(now);
    } else if step.is_over(step.body().order.submit_before) {
        step.fail(FailureReason::Expired);
    } else if lost {
        step.doubt();
    } else if sold {
        step.record.due = Some(now);
    } else {
        step.fail(FailureReason::Refused);
    }
    step.forget_words();
    step.record
}

/// The job as it is when the provider is to be asked once more where its video is: running, and due now. `None` if it
/// has not succeeded.
#[must_use]
pub fn query_again(record: &JobRecord, now: Timestamp) -> Option<JobRecord> {
    let has_succeeded = matches!(record.body.state, State::Succeeded { .. }) && record.task.is_some();
    has_succeeded.then(|| {
        let mut record = record.clone();
        record.body.state = State::Running { since: now };
        record.body.odd_since = None;
        record.body.failures = 0;
        (record.due, record.unreported) = (Some(now), false);
        record
    })
}

fn new_record(order: GenerationJob, epoch: &Epoch, model: Option<&catalog::Model>, catalog: &Catalog) -> JobRecord {
    // A task of a model that is no longer sold is looked for in the larger family; the wrong one just finds nothing.
    let variant = model.and_then(|model| model.variant(order.inputs()));
    let api = variant.and_then(|variant| variant.api).or_else(|| model.map(|model| model.api));
    let api = api.map_or(Api::Market, Api::from);
    let minutes = model.map_or(catalog.render_minutes_max(), |model| model.render_minutes_max);
    let usual = model.map(|model| model.render_minutes_usual() * 60);
    let earlier = order.follow_up.as_ref().and_then(|earlier| earlier.key.clone());
    let key = order.key.clone().or(earlier);
    JobRecord {
        version: 0,
        due: None,
        unreported: false,
        task: order.task.clone(),
        body: JobBody {
            version: RECORD_VERSION,
            order,
            epoch: epoch.clone(),
            api,
            key,
            render_seconds_max: minutes * 60,
            render_seconds_usual: usual,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide::histories::{at, order};
    use crate::decide::{Action, Observation, decide};

    fn admitted(order: GenerationJob, now: Timestamp, callbacks: bool) -> JobRecord {
        let policy = StepPolicy { callbacks, ..StepPolicy::default() };
        let catalog = Catalog::built_in();
        admit(order, now, Admission { epoch: &Epoch::new("this"), catalog: &catalog, policy: &policy })
    }

    #[test]
    fn a_first_order_is_new_and_due_at_once() {
        let record = admitted(order(), at(0), false);
        assert_eq!((record.body.state, record.due, record.unreported), (State::New, Some(at(0)), false));
        assert_eq!(record.body.epoch, Epoch::new("this"));
    }

    #[test]
    fn a_repeated_order_of_the_same_life_was_lost_on_its_way_and_is_new() {
        let mut order = order();
        order.published_before = true;
        order.epoch = Some(Epoch::new("this"));
        assert_eq!(admitted(order, at(0), false).body.state, State::New);
    }

    #[test]
    fn an_order_of_another_life_is_never_submitted() {
        for epoch in [None, Some(Epoch::new("other"))] {
            let mut order = order();
            order.published_before = true;
            order.epoch = epoch;
            let given_up = admitted(order.clone(), at(0), false);
            assert_eq!(given_up.body.state, State::Failed { at: at(0), reason: FailureReason::Unknown });
            assert!(given_up.unreported);

            let waits = admitted(order, at(0), true);
            assert_eq!(waits.body.state, State::Unconfirmed { since: at(0), until: at(300) });
            assert_eq!((waits.due, waits.unreported), (Some(at(300)), true));
        }
    }

    #[test]
    fn the_first_message_of_another_life_may_be_the_second_of_its_kind() {
        let mut order = order();
        order.epoch = Some(Epoch::new("other"));
        let given_up = admitted(order, at(0), false);
        assert_eq!(given_up.body.state, State::Failed { at: at(0), reason: FailureReason::Unknown });
    }

    #[test]
    fn a_task_that_the_bot_knows_is_looked_at_even_after_the_end() {
        let mut order = order();
        order.task = Some(shared::job::TaskId::new("t"));
        let record = admitted(order, at(1_000_000), false);
        assert_eq!(record.body.state, State::Running { since: at(1_000_000) });
        assert_eq!(record.body.order.prompt, "", "nobody will submit it again");
        assert!(record.due == Some(at(1_000_000)) && record.unreported);
    }

    #[test]
    fn a_provider_whose_video_is_gone_is_asked_once_more_and_nothing_is_submitted() {
        let mut order = order();
        order.task = Some(shared::job::TaskId::new("t"));
        let running = admitted(order, at(0), false);
        assert_eq!(query_again(&running, at(9)), None, "it is being asked");
        let mut succeeded = running;
        succeeded.body.state = State::Succeeded { at: at(1), urls: Vec::new(), cost: None };
        succeeded.due = None;
        let asked = query_again(&succeeded, at(9)).unwrap();
        assert_eq!((&asked.body.state, asked.due), (&State::Running { since: at(9) }, Some(at(9))));
        let (policy, epoch) = (StepPolicy::default(), Epoch::new("this"));
        let (_, action) = decide(asked, Observation::Due, at(9), &epoch, &policy);
        assert_eq!(action, Action::Query(shared::job::TaskId::new("t")));
    }

    #[test]
    fn what_is_too_late_or_not_sold_fails_and_the_bot_hears_it() {
        let late = admitted(order(), at(1_000_000), false);
        assert_eq!(late.body.state, State::Failed { at: at(1_000_000), reason: FailureReason::Expired });
        let mut strange = order();
        strange.model = shared::job::ModelId::new("gone");
        let strange = admitted(strange, at(0), false);
        assert_eq!(strange.body.state, State::Failed { at: at(0), reason: FailureReason::Refused });
        assert!(late.unreported && strange.unreported);
    }
}
