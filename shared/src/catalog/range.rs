//! What videos of a model cost and are sold for, over all of its combinations.

use super::{Choices, Model, Variant};

/// Kept with each model: the combinations are too many to be looked through for each message.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Range {
    kie_cost_from: u32,
    kie_cost_max: u32,
    price_from: u32,
}

impl Model {
    /// The least that the provider takes for a video, in its credits.
    #[must_use]
    pub const fn kie_cost_from(&self) -> u32 {
        self.range.kie_cost_from
    }

    /// The most that the provider takes for a video, in its credits.
    #[must_use]
    pub const fn kie_cost_max(&self) -> u32 {
        self.range.kie_cost_max
    }

    /// The lowest price of a video, in our credits.
    #[must_use]
    pub const fn price_from(&self) -> u32 {
        self.range.price_from
    }

    pub(super) fn note_range(&mut self) {
        let of_follow_ups = self.follow_ups.iter().map(|follow_up| follow_up.variant.kie_cost(&Choices::new(), 0));
        self.range = Range {
            kie_cost_from: self.amounts(Variant::kie_cost).min().unwrap_or_default(),
            kie_cost_max: self.amounts(Variant::kie_cost).chain(of_follow_ups).max().unwrap_or_default(),
            price_from: self.amounts(Variant::price).min().unwrap_or_default(),
        };
    }

    fn amounts(&self, amount: impl Fn(&Variant, &Choices, usize) -> u32 + Copy) -> impl Iterator<Item = u32> {
        self.orders().flat_map(move |variant| {
            let of_all =
                move |chosen: Choices| variant.image_counts().map(move |images| amount(variant, &chosen, images));
            variant.combinations().into_iter().flat_map(of_all)
        })
    }
}
