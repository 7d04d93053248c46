//! What Veo takes: a new video, or more of an earlier one. Prices are for a video, whatever its length (docs.kie.ai,
//! kie.ai/pricing).

use serde_json::{Map, Value};

use crate::kie::caller::Caller;
use crate::kie::create::Order;
use crate::kie::envelope::Refusal;
use crate::kie::models::{is_address, texts};
use crate::kie::state::State;
use crate::kie::task::{Aspect, Family, Film, Finer, FollowUp, FollowUpKind, Outcome, Task};

/// Both spellings of the aspect are accepted on the wire; all other fields have one.
const FIELDS: &[&str] = &[
    "prompt",
    "imageUrls",
    "generationType",
    "aspect_ratio",
    "aspectRatio",
    "resolution",
    "duration",
    "seeds",
    "enableFallback",
    "enableTranslation",
    "watermark",
];
const EXTEND_FIELDS: &[&str] = &["taskId", "prompt", "seeds", "watermark"];

/// What a model is called when a new video is ordered, and when one is extended; and what it takes, in credits.
struct Edition {
    name: &'static str,
    name_at_extend: &'static str,
    hd: f64,
    full_hd: f64,
    ultra_hd: f64,
    extend: f64,
}

/// The price of 4K in Quality is given as 370 and as 380.
const EDITIONS: [Edition; 3] = [
    Edition { name: "veo3_lite", name_at_extend: "lite", hd: 30.0, full_hd: 35.0, ultra_hd: 150.0, extend: 30.0 },
    Edition { name: "veo3_fast", name_at_extend: "fast", hd: 60.0, full_hd: 65.0, ultra_hd: 180.0, extend: 60.0 },
    Edition { name: "veo3", name_at_extend: "quality", hd: 250.0, full_hd: 255.0, ultra_hd: 380.0, extend: 250.0 },
];

/// What Google says that an extension adds; KIE says nothing of it.
const EXTENSION_SECONDS: u32 = 7;
const USUAL_SECONDS: u32 = 8;

/// The name by which a model is ordered, for the short name that an extension has for it.
pub(in crate::kie) fn full_name(model: &str) -> &str {
    EDITIONS.iter().find(|edition| edition.name_at_extend == model).map_or(model, |edition| edition.name)
}

/// Checks an order of a new video.
pub(super) fn check(_state: &State, _caller: &Caller, mut body: Map<String, Value>) -> Result<Order, Refusal> {
    let callback_url = take_text(&mut body, "callBackUrl");
    let model = take_text(&mut body, "model").unwrap_or_default();
    let Some(edition) = EDITIONS.iter().find(|edition| edition.name == model) else {
        return Err(Refusal::new(422, "Invalid model"));
    };
    check_prompt(&body)?;
    let aspect = match body.get("aspect_ratio").or_else(|| body.get("aspectRatio")) {
        None | Some(Value::Null) => Aspect::Wide,
        Some(Value::String(ratio)) if matches!(ratio.as_str(), "16:9" | "9:16" | "Auto") => Aspect::nearest(ratio),
        Some(_) => return Err(Refusal::new(422, "Ratio error")),
    };
    let images = check_images(&body)?;
    let seconds = check_seconds(&body)?;
    let price = match text(&body, "resolution")? {
        None | Some("720p") => edition.hd,
        Some("1080p") => edition.full_hd,
        Some("4k") if seconds == USUAL_SECONDS => edition.ultra_hd,
        Some("4k") => return wrong("resolution 4k is only for a duration of 8"),
        Some(_) => return wrong("resolution must be 720p, 1080p or 4k"),
    };
    check_generation_type(&body, edition, images.len(), seconds)?;
    check_seeds(&body)?;
    Ok(Order {
        family: Family::Veo,
        model,
        ignored_fields: unknown_fields(&body, FIELDS),
        images,
        callback_url,
        film: Film { aspect, seconds, has_sound: true },
        follow_up: None,
        price,
        input: body,
    })
}

/// Checks an order for more of an earlier video.
pub(super) fn check_extension(state: &State, caller: &Caller, mut body: Map<String, Value>) -> Result<Order, Refusal> {
    let callback_url = take_text(&mut body, "callBackUrl");
    let model = take_text(&mut body, "model").unwrap_or_else(|| "fast".to_owned());
    let Some(edition) = EDITIONS.iter().find(|edition| edition.name_at_extend == model) else {
        return Err(Refusal::new(422, "Invalid model"));
    };
    check_prompt(&body)?;
    check_seeds(&body)?;
    let earlier = finished(state, caller, text(&body, "taskId")?.unwrap_or_default())?;
    let is_finer = matches!(resolution(earlier), "1080p" | "4k");
    if is_finer || earlier.finer.iter().any(|order| order.finer == Finer::FullHd) {
        return wrong("A video in 1080p or 4k cannot be extended");
    }
    Ok(Order {
        family: Family::Veo,
        model: edition.name.to_owned(),
        ignored_fields: unknown_fields(&body, EXTEND_FIELDS),
        images: Vec::new(),
        callback_url,
        film: Film { seconds: earlier.film.seconds.saturating_add(EXTENSION_SECONDS), ..earlier.film },
        follow_up: Some(FollowUp { kind: FollowUpKind::Extend, task: earlier.id.clone() }),
        price: edition.extend,
        input: body,
    })
}

/// The Veo task of this id, if it has succeeded.
pub(super) fn finished<'s>(state: &'s State, caller: &Caller, id: &str) -> Result<&'s Task, Refusal> {
    let task = state.task_of(caller, id).filter(|task| task.family == Family::Veo);
    let task = task.ok_or_else(|| Refusal::new(422, "Record does not exist"))?;
    if task.outcome == Some(Outcome::Success) { Ok(task) } else { wrong("record status is not success.") }
}

/// What a task was ordered in.
pub(super) fn resolution(task: &Task) -> &str {
    task.input.get("resolution").and_then(Value::as_str).unwrap_or("720p")
}

fn wrong<T>(what: &'static str) -> Result<T, Refusal> {
    Err(Refusal::new(422, what))
}

/// What is of another type counts as not sent.
fn take_text(body: &mut Map<String, Value>, name: &str) -> Option<String> {
    body.remove(name).and_then(|value| value.as_str().map(str::to_owned))
}

fn text<'b>(body: &'b Map<String, Value>, name: &str) -> Result<Option<&'b str>, Refusal> {
    match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Refusal::new(422, format!("{name} must be a string"))),
    }
}

fn unknown_fields(body: &Map<String, Value>, known: &[&str]) -> Vec<String> {
    body.keys().filter(|name| !known.contains(&name.as_str())).cloned().collect()
}

fn check_prompt(body: &Map<String, Value>) -> Result<(), Refusal> {
    let prompt = body.get("prompt").and_then(Value::as_str).unwrap_or_default();
    if prompt.trim().is_empty() { wrong("The prompt cannot be empty") } else { Ok(()) }
}

fn check_images(body: &Map<String, Value>) -> Result<Vec<String>, Refusal> {
    match body.get("imageUrls") {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(list)) if list.iter().all(|item| item.as_str().is_some_and(is_address)) => {
            Ok(texts(&body["imageUrls"]))
        }
        Some(_) => wrong("imageUrls must be an array of URLs"),
    }
}

fn check_seconds(body: &Map<String, Value>) -> Result<u32, Refusal> {
    match body.get("duration") {
        None | Some(Value::Null) => Ok(USUAL_SECONDS),
        Some(duration) => match duration.as_u64() {
            Some(4) => Ok(4),
            Some(6) => Ok(6),
            Some(8) => Ok(8),
            Some(_) | None => wrong("duration must be 4, 6 or 8"),
        },
    }
}

/// What the modes take: none for text, one or two frames, or up to three references, for which not every edition and
/// length is good.
fn check_generation_type(
    body: &Map<String, Value>,
    edition: &Edition,
    images: usize,
    seconds: u32,
) -> Result<(), Refusal> {
    let fits = match text(body, "generationType")? {
        None => images <= 2,
        Some("TEXT_2_VIDEO") => images == 0,
        Some("FIRST_AND_LAST_FRAMES_2_VIDEO") => (1..=2).contains(&images),
        Some("REFERENCE_2_VIDEO") if seconds != USUAL_SECONDS => {
            return wrong("REFERENCE_2_VIDEO is only for a duration of 8");
        }
        Some("REFERENCE_2_VIDEO") => (1..=3).contains(&images) && edition.name != "veo3",
        Some(_) => false,
    };
    if fits { Ok(()) } else { wrong("generationType does not fit the images or the model") }
}

fn check_seeds(body: &Map<String, Value>) -> Result<(), Refusal> {
    match body.get("seeds") {
        None | Some(Value::Null) => Ok(()),
        Some(Value::Number(seed)) if seed.as_u64().is_some_and(|seed| (10_000..=99_999).contains(&seed)) => Ok(()),
        Some(_) => wrong("seeds must be between 10000 and 99999"),
    }
}
