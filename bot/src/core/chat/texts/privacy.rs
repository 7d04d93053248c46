//! Words about what is kept, and about forgetting it.

use jiff::SignedDuration;

use super::{FluentValue, Texts};

impl Texts {
    pub(in crate::core::chat) fn privacy(&self, orders: SignedDuration, requests: SignedDuration) -> String {
        let days = |time: SignedDuration| FluentValue::from(time.as_hours() / 24);
        self.say_with("privacy", &[("orders", days(orders)), ("requests", days(requests))])
    }

    pub(in crate::core::chat) fn forgotten_when_ended(&self, under_way: i64) -> String {
        self.say_with("forgotten-when-ended", &[("orders", under_way.into())])
    }
}
