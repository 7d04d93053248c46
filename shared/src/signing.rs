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

/// A key that signs and verifies.
#[derive(Debug, Clone)]
pub struct SigningKey(SecretString);

impl SigningKey {
    /// Takes a key from the settings or a store. Any text will do; [`Self::generate_text`] makes a good one.
    #[must_use]
    pub const fn new(key: SecretString) -> Self {
        Self(key)
    }

    /// A fresh key as text, to be kept by the caller.
    pub fn generate_text(random: &mut impl Rng) -> String {
        URL_SAFE_NO_PAD.encode(random.random::<[u8; 32]>())
    }

    /// The signature of `parts` for `purpose`: 22 characters that are safe in URLs.
    #[must_use]
    pub fn sign(&self, purpose: &str, parts: &[&str]) -> String {
        let tag = self.mac(purpose, parts).finalize().into_bytes();
        URL_SAFE_NO_PAD.encode(&tag[..SIGNATURE_BYTES])
    }

    /// Whether `signature` was made by [`Self::sign`] with the same key, purpose and parts.
    #[must_use]
    pub fn verify(&self, purpose: &str, parts: &[&str], signature: &str) -> bool {
        match URL_SAFE_NO_PAD.decode(signature) {
            Ok(tag) if tag.len() == SIGNATURE_BYTES => self.mac(purpose, parts).verify_truncated_left(&tag).is_ok(),
            _ => false,
        }
    }

    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
    fn mac(&self, purpose: &str, parts: &[&str]) -> Hmac<Sha256> {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(self.0.expose_secret().as_bytes()).expect("HMAC takes keys of any length");
        for part in std::iter::once(&purpose).chain(parts) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        mac
    }
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
}
