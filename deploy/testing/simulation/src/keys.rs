//! Which of the provider's keys made a task, as the bot was told with the task: it names that key whenever it names the task.

use std::collections::BTreeMap;

use bot::core::effect::{Attempt, Effect, Work};
use bot::core::event::Event;
use shared::job::{JobId, KeyName, TaskId};

use crate::Violation;
use crate::model::{Commit, ensure};

/// The first task of each job that the bot has heard of, with its key.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keys(BTreeMap<JobId, (TaskId, Option<KeyName>)>);

impl Keys {
    /// Looks at a commit. Of a job that the bot does not know, it keeps nothing.
    pub(crate) fn look_at(&mut self, commit: &Commit<'_>, is_known: impl Fn(JobId) -> bool) -> Result<(), Violation> {
        if let Event::Job(said) = commit.event
            && let Some(task) = said.task.clone().filter(|_| is_known(said.job))
        {
            self.0.entry(said.job).or_insert((task, said.key.clone()));
        }
        for effect in commit.effects {
            let Effect::Attempt(Attempt { work: Work::Publish(order), .. }) = effect else { continue };
            let own = order.task.as_ref().map(|task| (task, &order.key));
            let earlier = order.follow_up.as_ref().map(|earlier| (&earlier.task, &earlier.key));
            for (task, key) in own.into_iter().chain(earlier) {
                let told = self.0.values().find(|(known, _)| known == task);
                let is_named = told.is_none_or(|(_, told)| told == key);
                ensure(is_named, "an order names the key that made its task", || format!("{key:?}, not {told:?}"))?;
            }
        }
        Ok(())
    }
}
