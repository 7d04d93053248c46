//! What operators read of models: costs that are not those of the catalogue, and models that fail.

use jiff::Timestamp;
use shared::job::ModelId;

use crate::core::chat::texts::{FluentValue, Texts, args, cut, escape, name};
use crate::core::notices::{ModelNotice, PriceLine};
use crate::core::turn::Turn;

/// Longest words of a price list that are shown of a row, in UTF-16 units.
const ROW_UNITS_MAX: usize = 80;

/// The message of a notice about a model.
pub(super) fn of_model(turn: &Turn<'_>, texts: &Texts, notice: &ModelNotice) -> String {
    match notice {
        ModelNotice::PriceDiffers { model, combination, listed, cost, off, of, step, .. } => {
            let arguments = args! {
                model: called(turn, model),
                id: escape(model.as_str()),
                combination: escape(combination),
                listed: name(listed),
                cost: name(cost),
                off: name(off),
                of: name(of),
                step: step.as_str(),
            };
            texts.say_with("operators-price-differs", arguments)
        }
        ModelNotice::PriceListDiffers { lines, .. } => {
            let lines: Vec<String> = lines.iter().map(|line| price_line(texts, line)).collect();
            texts.say_with("operators-price-list-differs", args! { lines: lines.join("\n") })
        }
        ModelNotice::ModelFailing { model, failures, .. } => {
            let arguments = args! { model: called(turn, model), id: escape(model.as_str()), failures: name(failures) };
            texts.say_with("operators-model-failing", arguments)
        }
        ModelNotice::ModelMended { model, since, was_made } => {
            let made = if *was_made { "yes" } else { "no" };
            let arguments = args! { model: called(turn, model), since: minute(*since), made };
            texts.say_with("operators-model-mended", arguments)
        }
    }
}

/// The name of a model, or its id when it is not sold any more.
fn called(turn: &Turn<'_>, id: &ModelId) -> FluentValue<'static> {
    escape(turn.policy().catalog.get(id).map_or(id.as_str(), |model| &model.name))
}

fn price_line(texts: &Texts, line: &PriceLine) -> String {
    let PriceLine { model, combination, listed, price, row } = line;
    texts.say_with(
        "operators-price-list-line",
        args! {
            model: escape(model),
            combination: escape(combination),
            listed: name(listed),
            price: name(price),
            row: escape(&cut(row, ROW_UNITS_MAX)),
        },
    )
}

fn minute(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M").to_string()
}
