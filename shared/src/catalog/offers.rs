//! What can be ordered of a catalogue, with what it costs and is sold for: for operators who set prices.

use std::collections::{BTreeMap, BTreeSet};

use super::{Catalog, Choices, Model, Variant};

/// A combination that can be ordered; those that differ only in what costs the same are one.
#[derive(Debug, Clone)]
pub struct Offer<'a> {
    /// The model.
    pub model: &'a Model,
    /// The name that a file has for the variant.
    pub variant: &'static str,
    /// The values of the options that make the cost, and the number of images.
    pub combination: String,
    /// What the provider takes, in its credits.
    pub kie_cost: u32,
    /// What a person pays, in our credits.
    pub price: u32,
    /// What is left of the price after the provider is paid, in per cent, rounded down.
    pub margin_percent: i64,
    /// Whether that is less than the operator wants.
    pub is_below_margin: bool,
}

impl Catalog {
    /// Everything that can be ordered, in the order of the catalogue.
    pub fn offers(&self) -> impl Iterator<Item = Offer<'_>> {
        self.models.iter().flat_map(Model::offers)
    }
}

impl Model {
    /// Everything that can be ordered of it, follow-ups too.
    pub fn offers(&self) -> impl Iterator<Item = Offer<'_>> {
        self.variants().flat_map(move |(name, variant)| offers_of(self, name, variant))
    }
}

fn offers_of<'a>(model: &'a Model, name: &'static str, variant: &'a Variant) -> Vec<Offer<'a>> {
    let combinations = variant.combinations();
    let counts: Vec<usize> = variant.image_counts().collect();
    let amounts = |chosen: &Choices, images: usize| (variant.kie_cost(chosen, images), variant.price(chosen, images));
    let makes_the_cost = |field: &str| {
        let mut seen = BTreeMap::new();
        combinations.iter().any(|chosen| {
            let others: Vec<String> = chosen
                .iter()
                .filter(|(other, _)| *other != field)
                .map(|(other, value)| format!("{other}={value}"))
                .collect();
            let found = amounts(chosen, counts[0]);
            *seen.entry(others).or_insert(found) != found
        })
    };
    let fields: BTreeSet<&str> =
        variant.options.iter().map(|option| option.field.as_str()).filter(|field| makes_the_cost(field)).collect();
    let do_images_cost = combinations
        .iter()
        .any(|chosen| counts.iter().any(|images| amounts(chosen, *images) != amounts(chosen, counts[0])));
    let mut seen = BTreeSet::new();
    let mut offers = Vec::new();
    for chosen in &combinations {
        let shown: Choices = chosen
            .iter()
            .filter(|(field, _)| fields.contains(field.as_str()))
            .map(|(field, value)| (field.clone(), value.clone()))
            .collect();
        for images in counts.iter().take(if do_images_cost { counts.len() } else { 1 }) {
            let combination = variant.describe(&shown, if do_images_cost { *images } else { 0 });
            if seen.insert(combination.clone()) {
                let (kie_cost, price) = amounts(chosen, *images);
                let margin_percent = variant.margin_percent(chosen, *images);
                let is_below_margin = margin_percent < i64::from(variant.pricing.margin_percent_min);
                offers.push(Offer {
                    model,
                    variant: name,
                    combination,
                    kie_cost,
                    price,
                    margin_percent,
                    is_below_margin,
                });
            }
        }
    }
    offers
}
