//! Buttons under jobs: once more, and never mind.

use shared::job::JobId;

use super::{Person, generate};
use crate::core::forms::{Picture, VideoForm};
use crate::core::jobs::{self, CancelJob};
use crate::core::{CoreError, Turn};

/// A new order with the answers of an old one.
pub(super) fn again(turn: &mut Turn<'_, '_>, person: &Person, id: JobId) -> Result<Option<String>, CoreError> {
    let Some(job) = jobs::get(turn, id)?.filter(|job| job.user == person.id) else {
        return Ok(Some(person.texts.old_button()));
    };
    // Of an order that was forgotten, only the model is known.
    let prompt = Some(job.prompt).filter(|prompt| !prompt.is_empty());
    let without = if prompt.is_some() { Picture::Without } else { Picture::Unasked };
    let form = VideoForm {
        model: Some(job.model),
        prompt,
        picture: job.image.map_or(without, Picture::With),
        options: job.options,
        ..VideoForm::new(turn)
    };
    generate::go_on(turn, person, form, None)?;
    Ok(None)
}

/// Cancels a job that still waits for its turn. Its status message then says so.
pub(super) fn cancel(turn: &mut Turn<'_, '_>, person: &Person, id: JobId) -> Result<Option<String>, CoreError> {
    Ok(Some(match jobs::cancel(turn, person.id, id)? {
        CancelJob::Cancelled => person.texts.job_cancelled(),
        CancelJob::TooLate => person.texts.cancel_too_late(),
        CancelJob::NotYours => person.texts.old_button(),
    }))
}
