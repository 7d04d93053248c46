//! What operators read of models: costs that are not those of the catalogue, and models that fail.

use jiff::Timestamp;
use shared::job::ModelId;

use crate::core::chat::texts::{Texts, args, cut, escape, name};
use crate::core::notices::{Notice, PriceLine};
use crate::core::turn::Turn;

/// Longest words of a price list that are shown of a row, in UTF-16 units.
const ROW_UNITS_MAX: usize = 80;

/// The message of a notice about models. Empty for any other.
pub(super) fn about_models(turn: &Turn<'_>, texts: &Texts, notice: &Notice) -> String {
    let called = |id: &ModelId| turn.policy().catalog.get(id).map_or(id.as_str(), |model| &model.name).to_owned();
    if let Notice::PriceDiffers { model, combination, listed, cost, off, of, step, .. } = notice {
        return texts.say_with(
            "operators-price-differs",
            args! {
                model: escape(&called(model)),
                id: escape(model.as_str()),
                combination: escape(combination),
                listed: name(listed),
                cost: name(cost),
                off: name(off),
                of: name(of),
                step: step.as_str(),
            },
        );
    }
    if let Notice::PriceListDiffers { lines, .. } = notice {
        let lines: Vec<String> = lines.iter().map(|line| price_line(texts, line)).collect();
        return texts.say_with("operators-price-list-differs", args! { lines: lines.join("\n") });
    }
    if let Notice::ModelFailing { model, failures, .. } = notice {
        let arguments = args! { model: escape(&called(model)), id: escape(model.as_str()), failures: name(failures) };
        return texts.say_with("operators-model-failing", arguments);
    }
    if let Notice::ModelMended { model, since, was_made } = notice {
        let made = if *was_made { "yes" } else { "no" };
        let arguments = args! { model: escape(&called(model)), since: minute(*since), made };
        return texts.say_with("operators-model-mended", arguments);
    }
    String::new()
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
