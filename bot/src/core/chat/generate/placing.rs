//! From a card, or from the button under a video, to a job.

use shared::job::{FailureReason, FollowUpKind, JobId};

use super::{ask, fresh, go_on, misfit};
use crate::core::chat::texts::args;
use crate::core::chat::{Person, maintenance};
use crate::core::forms::{self, FormImage, Prompt, Question, VideoForm};
use crate::core::ids::{Credits, FollowUpOrder, MessageId};
use crate::core::jobs::{self, Job, OrderSpec, PlaceJob};
use crate::core::turn::Turn;
use crate::core::{CoreError, ledger, models, provider};

/// What a card showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) price: Credits,
    pub(super) revision: u32,
}

/// The button that places an order.
pub(super) fn confirm(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    form: VideoForm,
    shown: Shown,
) -> Result<Option<String>, CoreError> {
    // The card stays as it is: its button is good when this is over.
    if let Some(words) = maintenance::closed(turn, person.id, &person.texts) {
        return Ok(Some(words));
    }
    if provider::is_blocked(turn)? {
        return Ok(Some(person.texts.say("paused-briefly")));
    }
    // It may have taken long to find the words.
    if let Some(order) = &form.follow_up
        && !jobs::is_possible(turn, order)?
    {
        return Ok(Some(person.texts.say("follow-up-gone")));
    }
    // A restart may have brought other models, or the same with other limits.
    if misfit(turn, person, &mut form.clone()).is_some() {
        go_on(turn, person, form, message)?;
        return Ok(None);
    }
    let available = ledger::available(turn, person.id)?;
    let Question::Confirm { model, price } = form.question(turn.policy(), available) else {
        go_on(turn, person, form, message)?;
        return Ok(None);
    };
    // Nobody gets anything else, or at another price, than what stood above the button.
    if shown != (Shown { price, revision: form.revision }) {
        go_on(turn, person, form, message)?;
        return Ok(Some(person.texts.say("order-changed")));
    }
    if super::is_paused(turn, &form, model)? {
        return Ok(Some(person.texts.say_with("paused-model", args! { model: model.name.as_str() })));
    }
    let inputs = form.inputs(model);
    let options = form.variant(turn.policy()).map(|variant| variant.complete(&form.options)).unwrap_or_default();
    let order = OrderSpec {
        user: person.id,
        form: form.token.clone(),
        model: model.id.clone(),
        prompt: form.prompt.as_ref().map(Prompt::words).unwrap_or_default(),
        options,
        images: form.images.iter().filter_map(|image| image.found.clone()).collect(),
        image_use: inputs.image_use,
        follow_up: form.follow_up.clone(),
        price,
        message,
        topic: person.topic,
    };
    match jobs::place(turn, order)? {
        PlaceJob::Placed(_) => {
            forms::drop(turn, person.id)?;
            Ok(Some(person.texts.say("placed")))
        }
        PlaceJob::AlreadyPlaced => Ok(Some(person.texts.say("already-placed"))),
        PlaceJob::Blocked => Ok(Some(person.texts.say("blocked"))),
        PlaceJob::TooMany { until } => {
            let wait = until.duration_since(turn.now());
            Ok(Some(person.texts.too_many_orders(wait)))
        }
        PlaceJob::NotEnoughCredits => go_on(turn, person, form, message).map(|()| None),
    }
}

/// The button that makes a video once more, as it is. Whatever keeps it from being made so shows the card.
pub(in crate::core::chat) fn again(
    turn: &mut Turn<'_>,
    person: &Person,
    id: JobId,
    price: Credits,
) -> Result<Option<String>, CoreError> {
    let Some(job) = own_job(turn, person, id)? else { return Ok(Some(person.texts.say("old-button"))) };
    let form = VideoForm { token: jobs::name_of_repeat(turn, id, "again")?, ..form_of(turn, person, job)? };
    place_at_once(turn, person, form, price)
}

/// The button that makes something of a video.
pub(in crate::core::chat) fn follow_up(
    turn: &mut Turn<'_>,
    person: &Person,
    id: JobId,
    (kind, price): (FollowUpKind, Credits),
) -> Result<Option<String>, CoreError> {
    let job = own_job(turn, person, id)?;
    let Some((job, task)) = job.and_then(|job| job.task.clone().map(|task| (job, task))) else {
        return Ok(Some(person.texts.say("old-button")));
    };
    let order = FollowUpOrder { kind, job: id, task, key: job.key.clone() };
    if !jobs::is_possible(turn, &order)? {
        return Ok(Some(person.texts.say("follow-up-gone")));
    }
    let form = VideoForm {
        images: Vec::new(),
        image_use: None,
        options: Default::default(),
        follow_up: Some(order),
        ..form_of(turn, person, job)?
    };
    // What goes on needs words for what happens next.
    if !form.takes_no_prompt(turn.policy()) {
        let form = VideoForm { prompt_before: form.prompt_before.or(form.prompt), prompt: None, ..form };
        go_on(turn, person, form, None)?;
        return Ok(None);
    }
    let form = VideoForm { token: jobs::name_of_repeat(turn, id, kind.as_str())?, ..form };
    place_at_once(turn, person, form, price)
}

/// The button of a job: its card, filled in.
pub(in crate::core::chat) fn edit(
    turn: &mut Turn<'_>,
    person: &Person,
    id: JobId,
) -> Result<Option<String>, CoreError> {
    let Some(job) = own_job(turn, person, id)? else { return Ok(Some(person.texts.say("old-button"))) };
    let had_images = !job.images.is_empty();
    let form = form_of(turn, person, job)?;
    let remarks = (had_images && form.images.is_empty()).then(|| person.texts.say("image-left-out"));
    ask(turn, person, form, None, remarks.into_iter().collect())?;
    Ok(None)
}

/// A link to somebody's video was opened: an order like theirs, without their images. Says whether there is such a video.
pub(in crate::core::chat) fn like_shared(turn: &mut Turn<'_>, person: &Person, id: JobId) -> Result<bool, CoreError> {
    let shared = jobs::get(turn, id)?.filter(|job| !job.prompt.is_empty() && job.follow_up.is_none());
    let Some(job) = shared else { return Ok(false) };
    let form = VideoForm { images: Vec::new(), image_use: None, ..form_of(turn, person, job)? };
    ask(turn, person, form, None, vec![person.texts.say("shared-order")])?;
    Ok(true)
}

fn own_job(turn: &Turn<'_>, person: &Person, id: JobId) -> Result<Option<Job>, CoreError> {
    Ok(jobs::get(turn, id)?.filter(|job| job.user == person.id))
}

/// Places what needs no card: the price stood on the button. An order that cannot be placed so is shown as a card.
fn place_at_once(
    turn: &mut Turn<'_>,
    person: &Person,
    form: VideoForm,
    price: Credits,
) -> Result<Option<String>, CoreError> {
    if jobs::was_placed(turn, &form.token)? {
        return Ok(Some(person.texts.say("already-placed")));
    }
    let available = ledger::available(turn, person.id)?;
    let is_complete = matches!(form.question(turn.policy(), available), Question::Confirm { .. });
    let is_as_shown = form.price(turn.policy()) == Some(price);
    if !is_complete || !is_as_shown || misfit(turn, person, &mut form.clone()).is_some() {
        let form = VideoForm { token: VideoForm::new(turn).token, ..form };
        go_on(turn, person, form, None)?;
        return Ok(None);
    }
    // An order in the middle of which somebody is stays as it is.
    let open = forms::open(turn, person.id)?;
    let (token, shown) = (form.token.clone(), Shown { price, revision: form.revision });
    let answer = confirm(turn, person, None, form, shown)?;
    match open {
        Some(open) if jobs::was_placed(turn, &token)? => forms::keep(turn, person.id, &open)?,
        Some(_) | None => {}
    }
    Ok(answer)
}

/// A form with the answers of an order. What was of no use would be of none again, so it is left out: refused words can be
/// kept by a button. Of an order that was forgotten, only the model is known.
fn form_of(turn: &mut Turn<'_>, person: &Person, job: Job) -> Result<VideoForm, CoreError> {
    let new = fresh(turn, person)?;
    let prompt = Some(job.prompt).filter(|prompt| !prompt.is_empty()).map(Prompt::of_earlier_order);
    let are_words_refused = matches!(job.failure, Some(FailureReason::Policy | FailureReason::Sound));
    let (prompt, prompt_before) = if are_words_refused { (None, prompt) } else { (prompt, None) };
    let are_images_of_no_use = matches!(job.failure, Some(FailureReason::Image | FailureReason::ImageGone));
    let images = if are_images_of_no_use { Vec::new() } else { job.images };
    let numbered = (0_u32..).zip(images);
    let images: Vec<FormImage> = numbered
        .map(|(number, image)| FormImage { number, file_id: image.file_id.clone(), found: Some(image) })
        .collect();
    Ok(VideoForm {
        model: Some(job.model),
        prompt,
        prompt_before: prompt_before.or_else(|| new.prompt_before.clone()),
        images_sent: u32::try_from(images.len()).unwrap_or_default(),
        image_use: (!images.is_empty()).then_some(job.image_use),
        images,
        options: job.options,
        follow_up: job.follow_up,
        ..new
    })
}

/// What an order like this one costs now; `None` when it cannot be had any more, or would be the same video.
pub(in crate::core::chat) fn price_of_repeat(turn: &Turn<'_>, job: &Job) -> Result<Option<Credits>, CoreError> {
    let model = turn.policy().catalog.get(&job.model).filter(|model| !model.off);
    if models::is_switched_off(turn, &job.model)? {
        return Ok(None);
    }
    let Some(variant) = model.and_then(|model| model.variant(job.inputs())) else { return Ok(None) };
    if let Some(order) = &job.follow_up
        && (variant.prompt_chars_max == 0 && job.failure.is_none() || !jobs::is_possible(turn, order)?)
    {
        return Ok(None);
    }
    Ok(Some(Credits::from(variant.price(&job.options, job.images.len()))))
}
