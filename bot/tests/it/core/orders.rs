//! Invoices that nobody can forge.

use bot::core::Pack;
use bot::core::ids::UserId;
use bot::core::payments::{InvoicePayload, Sale};
use proptest::prelude::*;

use crate::core::conversation::Bot;

fn orders() -> impl Strategy<Value = InvoicePayload> {
    let sales = prop::sample::select(vec![Sale::Pack, Sale::Subscription, Sale::Gift]);
    ("[0-9a-f]{12}", any::<i64>(), 1_i64..100_000, 1_i64..100_000, 0_i64..4_000_000_000, sales).prop_map(
        |(id, buyer, credits, stars, issued_at, sale)| {
            let pack = Pack::new(credits, stars);
            InvoicePayload { id, buyer: UserId(buyer), pack, sale, issued_at }
        },
    )
}

proptest! {
    #[test]
    fn a_payload_fits_and_is_read_back(order in orders()) {
        let policy = Bot::new().policy();
        let payload = order.signed(&policy);
        prop_assert!((1..=128).contains(&payload.len()), "{payload}");
        prop_assert_eq!(InvoicePayload::parse(&payload, &policy), Some(order));
    }

    #[test]
    fn a_payload_with_any_other_byte_is_refused(order in orders(), at in any::<prop::sample::Index>(), byte in 32_u8..127) {
        let policy = Bot::new().policy();
        let payload = order.signed(&policy);
        let mut bytes = payload.clone().into_bytes();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != byte);
        bytes[at] = byte;
        let forged = String::from_utf8(bytes).unwrap();
        // The last character of a signature holds bits that mean nothing; only the canonical ones are taken.
        prop_assert_eq!(InvoicePayload::parse(&forged, &policy), None, "{} for {}", forged, payload);
    }

    #[test]
    fn a_payload_cut_short_or_drawn_out_is_refused(order in orders(), at in any::<prop::sample::Index>(), more in ".{1,9}") {
        let policy = Bot::new().policy();
        let payload = order.signed(&policy);
        prop_assert_eq!(InvoicePayload::parse(&payload[..at.index(payload.len())], &policy), None);
        prop_assert_eq!(InvoicePayload::parse(&format!("{payload}{more}"), &policy), None);
        prop_assert_eq!(InvoicePayload::parse(&format!("{more}{payload}"), &policy), None);
    }
}
