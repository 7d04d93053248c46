//! KIE.ai's price list, compared with the catalogue once a day if the operator wants it: a new price is known before the
//! first video is made at it.
//!
//! A row of the list names a model by the address of its page, and what it is for by words that nobody has promised. So rows
//! are told from each other by their prices alone: a combination of the catalogue is in order if any row of its model says
//! what it costs, to a tenth. A model that no row can be found for is passed over.

use jiff::SignedDuration;
use shared::catalog::Variant;
use shared::job::KieCost;

use super::prices::is_off;
use crate::core::CoreError;
use crate::core::effect::Effect;
use crate::core::event::{ListedPrice, PriceUnit};
use crate::core::meta::{Fact, recall, remember};
use crate::core::notices::{self, ModelNotice, Notice, PriceLine};
use crate::core::turn::{Turn, in_millis};

/// How often the list is read.
const READ_EVERY: SignedDuration = SignedDuration::from_hours(24);

/// Lines that operators are shown.
const LINES_MAX: usize = 15;

/// Has the list read when a day is over. A reading that comes to nothing is not repeated before the next one.
pub(in crate::core) fn ask_for(turn: &mut Turn<'_>) -> Result<(), CoreError> {
    if !turn.policy().reads_price_list {
        return Ok(());
    }
    let every = in_millis(READ_EVERY);
    let last: Option<i64> = recall(turn, Fact::PriceListAskedAt)?;
    if last.is_some_and(|last| turn.millis().abs_diff(last) < every.unsigned_abs()) {
        return Ok(());
    }
    remember(turn, Fact::PriceListAskedAt, turn.millis())?;
    turn.effects.push(Effect::ReadPriceList);
    Ok(())
}

/// The list was read.
pub(in crate::core) fn read(turn: &Turn<'_>, rows: &[ListedPrice]) -> Result<(), CoreError> {
    let mut lines = Vec::new();
    let (mut found, mut missing) = (0, 0);
    for model in turn.policy().catalog.offered() {
        for (_, variant) in model.variants() {
            let rows: Vec<&ListedPrice> = rows.iter().filter(|row| is_of(row, &variant.kie_model)).collect();
            if rows.is_empty() {
                missing += 1;
                continue;
            }
            found += 1;
            lines.extend(difference(variant, &rows).map(|line| PriceLine { model: model.name.clone(), ..line }));
        }
    }
    tracing::info!(rows = rows.len(), found, missing, differ = lines.len(), "the provider's price list was compared");
    // A model from words and from an image has the same costs.
    lines.dedup_by(|one, other| (&one.model, one.listed, one.price) == (&other.model, other.listed, other.price));
    lines.truncate(LINES_MAX);
    if lines.is_empty() {
        return Ok(());
    }
    notices::post_to_operators(turn, &Notice::OfModel(ModelNotice::PriceListDiffers { lines, at: turn.now() }))
}

/// The first combination of a variant whose cost no row says, with the row that comes nearest.
fn difference(variant: &Variant, rows: &[&ListedPrice]) -> Option<PriceLine> {
    variant.combinations().iter().find_map(|chosen| {
        // What images add is a row of its own, if it is one.
        let cost = variant.kie_cost_exact(chosen, 0);
        let seconds = variant.seconds(chosen);
        let says = |row: &&ListedPrice| Some((amount(row, seconds)?, row.description.clone()));
        let said: Vec<(KieCost, String)> = rows.iter().filter_map(says).collect();
        let distance = |(amount, _): &&(KieCost, String)| amount.millicredits().abs_diff(cost.millicredits());
        let (nearest, row) = said.iter().min_by_key(distance)?;
        is_off(*nearest, cost).then(|| PriceLine {
            model: String::new(),
            combination: variant.describe(chosen, 0),
            listed: cost,
            price: *nearest,
            row: row.clone(),
        })
    })
}

/// What a video of so many seconds costs by a row. `None` where the length is not known and the row needs it.
fn amount(row: &ListedPrice, seconds: Option<u32>) -> Option<KieCost> {
    let millicredits = u64::from(row.price.millicredits());
    let amount = match (row.unit, row_seconds(&row.description), seconds) {
        (PriceUnit::Second, _, seconds) => millicredits * u64::from(seconds?),
        (PriceUnit::Video, Some(of), Some(seconds)) => millicredits * u64::from(seconds) / u64::from(of),
        (PriceUnit::Video, _, _) => millicredits,
    };
    u32::try_from(amount).ok().map(KieCost::from_millicredits)
}

/// The length that a row is for, as in "with audio-5.0s" and "12s 720P".
fn row_seconds(description: &str) -> Option<u32> {
    let parts = description.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.'));
    let mut lengths = parts.filter_map(|part| part.to_ascii_lowercase().strip_suffix('s')?.parse::<f64>().ok());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "its bounds are checked")]
    lengths.find(|seconds| (1.0..=600.0).contains(seconds)).map(|seconds| seconds.round() as u32)
}

/// Whether a row is of the model with this id. The list has the id itself, or the name of the model's page.
fn is_of(row: &ListedPrice, kie_model: &str) -> bool {
    if row.model.contains('/') {
        return row.model == kie_model;
    }
    let page = row.model.to_ascii_lowercase();
    let as_page = |name: &str| name.to_ascii_lowercase().replace(['.', '/', '_'], "-");
    let whole = as_page(kie_model);
    let is_part = kie_model.split('/').any(|part| as_page(part) == page);
    // A page without a number would be that of a whole family.
    let is_versioned = page.bytes().any(|byte| byte.is_ascii_digit());
    whole == page || is_versioned && (is_part || whole.strip_prefix(&page).is_some_and(|rest| rest.starts_with('-')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(model: &str, description: &str, unit: PriceUnit, credits: f64) -> ListedPrice {
        let price = KieCost::from_credits(credits).unwrap();
        ListedPrice { model: model.to_owned(), description: description.to_owned(), unit, price }
    }

    #[test]
    fn rows_are_known_by_the_id_or_the_page_of_their_model() {
        let of = |model: &str, id: &str| is_of(&row(model, "", PriceUnit::Video, 1.0), id);
        assert!(of("kling-2.6/text-to-video", "kling-2.6/text-to-video"));
        assert!(!of("kling-2.6/text-to-video", "kling-2.6/image-to-video"));
        assert!(of("kling-3-0", "kling-3.0/video") && of("wan-3-0", "wan/3-0-video"));
        assert!(of("seedance-1-5-pro", "bytedance/seedance-1.5-pro"));
        assert!(!of("kling", "kling/v2-1-pro") && !of("kling-3-0", "kling-2.6/text-to-video"));
    }

    #[test]
    fn a_row_says_what_a_video_costs_by_its_unit_and_its_length() {
        let says = |row: ListedPrice, seconds| amount(&row, seconds).map(|cost| cost.to_string());
        assert_eq!(says(row("m", "without audio-720P", PriceUnit::Second, 14.0), Some(5)).unwrap(), "70");
        assert_eq!(says(row("m", "without audio-720P", PriceUnit::Second, 14.0), None), None);
        assert_eq!(says(row("m", "with audio-5.0s", PriceUnit::Video, 110.0), Some(10)).unwrap(), "220");
        assert_eq!(says(row("m", "12s 720P with audio", PriceUnit::Video, 84.0), Some(12)).unwrap(), "84");
        assert_eq!(says(row("m", "720P", PriceUnit::Video, 30.0), Some(8)).unwrap(), "30");
    }
}
