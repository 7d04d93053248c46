//! What operators do about orders, each deed with its row: `jobs::attention` has the rules.

use shared::job::JobId;

use super::{About, OperatorAction, record};
use crate::core::CoreError;
use crate::core::ids::UserId;
use crate::core::jobs::attention::{self, GiveBack, TryAgain};
use crate::core::jobs::{self, Job, Progress};
use crate::core::notices::{self, Notice, TeamNotice};
use crate::core::turn::Turn;

/// Outcome of [`drop`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) enum DropOrder {
    /// It is off the lists until it moves on.
    Done,
    /// It was before, or there is nothing left to look after.
    Already,
}

/// Has an order tried again. `None` if there is none of this name.
pub(in crate::core) fn try_again(
    turn: &mut Turn<'_>,
    operator: UserId,
    job: JobId,
) -> Result<Option<TryAgain>, CoreError> {
    let Some(job) = jobs::get(turn, job)? else { return Ok(None) };
    let tried = attention::try_again(turn, &job)?;
    if matches!(tried, TryAgain::Asked | TryAgain::Sent | TryAgain::Placed(_)) {
        record(turn, operator, OperatorAction::TryAgain, about(&job), job.progress.as_str())?;
    }
    if let TryAgain::Placed(second) = tried {
        notices::post(turn, job.user, &Notice::OfTeam(TeamNotice::OrderedAgain { job: second, price: job.price }))?;
    }
    Ok(Some(tried))
}

/// Gives the credits of an order back. `None` if there is none of this name.
pub(in crate::core) fn give_back(turn: &Turn<'_>, operator: UserId, job: JobId) -> Result<Option<GiveBack>, CoreError> {
    let Some(job) = jobs::get(turn, job)? else { return Ok(None) };
    let given = attention::give_back(turn, &job)?;
    if let GiveBack::Done(credits) = given {
        let about = About { credits: Some(credits), ..about(&job) };
        record(turn, operator, OperatorAction::GiveBack, about, job.progress.as_str())?;
        // Of an order that ends by it, its person hears anyway.
        if matches!(job.progress, Progress::Ready | Progress::Undeliverable) {
            notices::post(
                turn,
                job.user,
                &Notice::OfTeam(TeamNotice::CreditsGivenBack { job: job.id, price: credits }),
            )?;
        }
    }
    Ok(Some(given))
}

/// Takes an order off the lists, and changes nothing else. `None` if there is none of this name.
pub(in crate::core) fn drop(turn: &Turn<'_>, operator: UserId, job: JobId) -> Result<Option<DropOrder>, CoreError> {
    let Some(job) = jobs::get(turn, job)? else { return Ok(None) };
    if attention::is_dropped(turn, job.id)? || !attention::may_be_dropped(&job) {
        return Ok(Some(DropOrder::Already));
    }
    record(turn, operator, OperatorAction::Drop, about(&job), job.progress.as_str())?;
    Ok(Some(DropOrder::Done))
}

const fn about(job: &Job) -> About<'_> {
    About { user: Some(job.user), credits: None, charge: None, job: Some(job.id) }
}
