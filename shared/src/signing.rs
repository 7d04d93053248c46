//! Signatures on what leaves us and comes back: invoices, images, callbacks.
//!
//! HMAC-SHA256 over a purpose and the signed parts, each with its length, so that no two lists of parts give the same
//! bytes and a signature made for one purpose is worth nothing for another. Compared in constant time.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac as _};
use rand::Rng;
use secrecy::{ExposeSecret as _, SecretString};
use sha2::Sha256;

/// Bytes of a signature that are written out. 128 bits cannot be guessed and keep invoices and URLs short.
const SIGNATURE_BYTES: usize = 16;

/// A key that signs and verifies, with those that were used before it.
#[derive(Debug, Clone)]
pub struct SigningKey {
    current: SecretString,
    honoured: Vec<SecretString>,
    retired: Vec<SecretString>,
}

impl SigningKey {
    /// Takes a key from the settings or a store. Any text will do; [`Self::generate_text`] makes a good one.
    #[must_use]
    pub const fn new(key: SecretString) -> Self {
        Self { current: key, honoured: Vec::new(), retired: Vec::new() }
    }

    /// With keys that were used before: what the `honoured` ones have signed holds as before, and what the `retired` ones
    /// have signed is only known to have been ours.
    #[must_use]
    pub fn with_earlier(self, honoured: Vec<SecretString>, retired: Vec<SecretString>) -> Self {
        Self { honoured, retired, ..self }
    }

    /// A fresh key as text, to be kept by the caller.
    pub fn generate_text(random: &mut impl Rng) -> String {
        URL_SAFE_NO_PAD.encode(random.random::<[u8; 32]>())
    }

    /// The signature of `parts` for `purpose`: 22 characters that are safe in URLs.
    #[must_use]
    pub fn sign(&self, purpose: &str, parts: &[&str]) -> String {
        let tag = mac(&self.current, purpose, parts).finalize().into_bytes();
        URL_SAFE_NO_PAD.encode(&tag[..SIGNATURE_BYTES])
    }

    /// Whether `signature` was made by [`Self::sign`] with the same key, or one that is still honoured, purpose and parts.
    #[must_use]
    pub fn verify(&self, purpose: &str, parts: &[&str], signature: &str) -> bool {
        let holds = std::iter::once(&self.current).chain(&self.honoured);
        is_of_any(holds, purpose, parts, signature)
    }

    /// The same, also with a key that is not honoured any more. For what somebody else vouches for, too, such as a payment.
    #[must_use]
    pub fn was_ours(&self, purpose: &str, parts: &[&str], signature: &str) -> bool {
        self.verify(purpose, parts, signature) || is_of_any(&self.retired, purpose, parts, signature)
    }
}

fn is_of_any<'k>(
    keys: impl IntoIterator<Item = &'k SecretString>,
    purpose: &str,
    parts: &[&str],
    signature: &str,
) -> bool {
    match URL_SAFE_NO_PAD.decode(signature) {
        Ok(tag) if tag.len() == SIGNATURE_BYTES => {
            keys.into_iter().any(|key| mac(key, purpose, parts).verify_truncated_left(&tag).is_ok())
        }
        _ => false,
    }
}

#[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
fn mac(key: &SecretString, purpose: &str, parts: &[&str]) -> Hmac<Sha256> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(key.expose_secret().as_bytes()).expect("HMAC takes keys of any length");
    for part in std::iter::once(&purpose).chain(parts) {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part.as_bytes());
    }
    mac
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    #[test]
    fn a_signature_holds_for_its_key_purpose_and_parts_alone() {
        let mut random = StdRng::seed_from_u64(1);
        let key = SigningKey::new(SigningKey::generate_text(&mut random).into());
        let other = SigningKey::new(SigningKey::generate_text(&mut random).into());
        let signature = key.sign("invoice", &["ab", "c"]);

        assert_eq!(signature.len(), 22);
        assert!(key.verify("invoice", &["ab", "c"], &signature));
        assert!(!key.verify("invoice", &["a", "bc"], &signature));
        assert!(!key.verify("callback", &["ab", "c"], &signature));
        assert!(!other.verify("invoice", &["ab", "c"], &signature));
        assert!(!key.verify("invoice", &["ab", "c"], ""));
        assert!(!key.verify("invoice", &["ab", "c"], "nonsense!"));
        assert!(!key.verify("invoice", &["ab", "c"], &signature[..20]));
    }

    #[test]
    fn a_key_that_was_replaced_signs_nothing_and_is_honoured_for_a_while() {
        let key = |text: &str| SecretString::from(text);
        let signed = |text| SigningKey::new(key(text)).sign("invoice", &["a"]);
        let now = SigningKey::new(key("new")).with_earlier(vec![key("last")], vec![key("old")]);
        assert_eq!(now.sign("invoice", &["a"]), signed("new"));
        let verdicts =
            |text| (now.verify("invoice", &["a"], &signed(text)), now.was_ours("invoice", &["a"], &signed(text)));
        assert_eq!((verdicts("new"), verdicts("last")), ((true, true), (true, true)));
        assert_eq!((verdicts("old"), verdicts("foreign")), ((false, true), (false, false)));
    }
}
