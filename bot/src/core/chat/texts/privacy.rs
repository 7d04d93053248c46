//! Words about what is kept, and about forgetting it.

use jiff::SignedDuration;

use super::{FluentValue, Texts};

impl Texts {
    pub(in crate::core::chat) fn privacy(&self, orders: SignedDuration, requests: SignedDuration) -> String {
        let days = |time: SignedDuration| FluentValue::from(time.as_hours() / 24);
        self.say("privacy", &[("orders", days(orders)), ("requests", days(requests))])
    }

    pub(in crate::core::chat) fn forget_sure(&self) -> String {
        self.say("forget-sure", &[])
    }

    pub(in crate::core::chat) fn forget_kept(&self) -> String {
        self.say("forget-kept", &[])
    }

    pub(in crate::core::chat) fn forgotten(&self) -> String {
        self.say("forgotten", &[])
    }

    pub(in crate::core::chat) fn forgotten_when_ended(&self, under_way: i64) -> String {
        self.say("forgotten-when-ended", &[("orders", under_way.into())])
    }
}
