//! Invoices that nobody can forge.

use bot::core::Pack;
use bot::core::ids::{Credits, Stars, UserId};
use bot::core::payments::Order;
use proptest::prelude::*;

use crate::conversation::Bot;

fn orders() -> impl Strategy<Value = Order> {
    ("[0-9a-f]{12}", any::<i64>(), 1_i64..100_000, 1_i64..100_000, 0_i64..4_000_000_000).prop_map(
        |(id, buyer, credits, stars, issued_at)| {
            let pack = Pack { credits: Credits(credits), stars: Stars(stars) };
            Order { id, buyer: UserId(buyer), pack, issued_at }
        },
    )
}

proptest! {
    #[test]
    fn a_payload_fits_and_is_read_back(order in orders()) {
        let rules = Bot::new().rules();
        let payload = order.payload(&rules);
        prop_assert!((1..=128).contains(&payload.len()), "{payload}");
        prop_assert_eq!(Order::from_payload(&payload, &rules), Some(order));
    }

    #[test]
    fn a_payload_with_any_other_byte_is_refused(order in orders(), at in any::<prop::sample::Index>(), byte in 32_u8..127) {
        let rules = Bot::new().rules();
        let payload = order.payload(&rules);
        let mut bytes = payload.clone().into_bytes();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != byte);
        bytes[at] = byte;
        let forged = String::from_utf8(bytes).unwrap();
        // The last character of a signature holds bits that mean nothing; only the canonical ones are taken.
        prop_assert_eq!(Order::from_payload(&forged, &rules), None, "{} for {}", forged, payload);
    }

    #[test]
    fn a_payload_cut_short_or_drawn_out_is_refused(order in orders(), at in any::<prop::sample::Index>(), more in ".{1,9}") {
        let rules = Bot::new().rules();
        let payload = order.payload(&rules);
        prop_assert_eq!(Order::from_payload(&payload[..at.index(payload.len())], &rules), None);
        prop_assert_eq!(Order::from_payload(&format!("{payload}{more}"), &rules), None);
        prop_assert_eq!(Order::from_payload(&format!("{more}{payload}"), &rules), None);
    }
}
