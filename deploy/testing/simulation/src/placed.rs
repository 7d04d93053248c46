//! Why an order may be placed: its person's press, an operator's tap, or a first order that the provider has failed.

use shared::job::JobId;

use crate::Violation;
use crate::causes;
use crate::coverage::{Coverage, Met};
use crate::job_rows::Job;
use crate::model::{Commit, Model, SECOND_ORDER, ensure};
use crate::operating::ANEW;
use crate::shop;

impl Model {
    pub(crate) fn look_at_placed(
        &mut self,
        row: &Job,
        commit: &Commit<'_>,
        coverage: &mut Coverage,
    ) -> Result<(), Violation> {
        ensure(!self.operating.is_blocked(row.user), "nobody who is blocked gets an order", || format!("{row:?}"))?;
        if row.form.starts_with(ANEW) {
            self.is_placed_anew(row, commit.event)?;
            coverage.meet(Met::OperatorAction("try again"));
            return ensure(self.placed.insert(row.form.clone()), "a form is placed once", || format!("{row:?}"));
        }
        if let Some(failed) = row.form.strip_prefix(SECOND_ORDER) {
            let first = failed.parse().ok().and_then(|first: JobId| self.jobs.get(&first));
            let is_of = |first: &Job| {
                (first.user, first.price) == (row.user, row.price) && !first.form.starts_with(SECOND_ORDER)
            };
            let right = first.is_some_and(|first| is_of(first) && causes::is_providers_fault(commit.event, first.id));
            ensure(right, "what is ordered by itself was failed by the provider, and is ordered so once", || {
                format!("{row:?} after {first:?} by {:?}", commit.event)
            })?;
            coverage.meet(Met::OrderedOnceMore);
            return ensure(self.placed.insert(row.form.clone()), "a form is placed once", || format!("{row:?}"));
        }
        shop::look_at_order(row, commit)?;
        let confirmed = causes::confirmation(commit.event);
        let right = confirmed
            .as_ref()
            .is_some_and(|(user, form, price)| (*user, *price) == (row.user, row.price) && row.form.starts_with(form));
        ensure(right, "a job is placed by its person's press, at the price on the button", || {
            format!("{row:?} by {confirmed:?}")
        })?;
        let fresh = self.placed.insert(row.form.clone());
        ensure(fresh, "a form is placed once", || format!("{row:?}"))
    }
}
