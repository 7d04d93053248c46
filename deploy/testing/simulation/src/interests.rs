//! What a history is about. One in which everybody does a little of everything meets few things twice, so each leaves out
//! some of what people may do and has more of the rest. Known as swarm testing.

use rand::Rng as _;
use rand::rngs::StdRng;

/// See the module. What a history is not about may still happen by chance.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Interests {
    /// Operators look after people and orders.
    pub(crate) operating: bool,
    /// Operators change what is sold.
    pub(crate) shop: bool,
    /// Operators write to everybody.
    pub(crate) broadcasts: bool,
    /// Stars go back.
    pub(crate) refunds: bool,
    /// Invitations, promo codes and gifts.
    pub(crate) links: bool,
    /// Subscriptions.
    pub(crate) subscriptions: bool,
}

impl Interests {
    /// Those of a history whose provider is like any other.
    pub(crate) fn of_history(random: &mut StdRng) -> Self {
        let mut interested = || random.random_bool(0.5);
        Self {
            operating: interested(),
            shop: interested(),
            broadcasts: interested(),
            refunds: interested(),
            links: interested(),
            subscriptions: interested(),
        }
    }

    /// Orders alone.
    pub(crate) const NONE: Self =
        Self { operating: false, shop: false, broadcasts: false, refunds: false, links: false, subscriptions: false };

    /// Whether an operator has anything to do.
    pub(crate) const fn are_operators(self) -> bool {
        self.operating || self.shop || self.broadcasts || self.refunds
    }
}
