//! How long to wait before trying again.

use std::time::Duration;

use rand::Rng;

/// Delays that double from `first` up to `max`, each shortened by up to a quarter at random, so that many waiters do
/// not come back at the same moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backoff {
    /// The delay after the first failure.
    pub first: Duration,
    /// No delay is longer.
    pub max: Duration,
}

impl Backoff {
    /// The delay after `failures` failures in a row (1 for the first).
    pub fn delay(self, failures: u32, random: &mut impl Rng) -> Duration {
        let doublings = failures.saturating_sub(1).min(31);
        let full = self.first.saturating_mul(1 << doublings).min(self.max);
        full.mul_f64(1.0 - 0.25 * random.random::<f64>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    #[test]
    fn delays_double_up_to_the_limit_and_differ() {
        let backoff = Backoff { first: Duration::from_secs(1), max: Duration::from_secs(10) };
        let mut random = StdRng::seed_from_u64(1);
        for (failures, full) in [(0, 1.0), (1, 1.0), (2, 2.0), (3, 4.0), (4, 8.0), (5, 10.0), (u32::MAX, 10.0)] {
            let delay = backoff.delay(failures, &mut random).as_secs_f64();
            assert!((full * 0.75..=full).contains(&delay), "{failures} failures: {delay}");
        }
        assert_ne!(backoff.delay(1, &mut random), backoff.delay(1, &mut random));
    }
}
