//! How a worker works: what follows from its [`crate::Settings`], and the times and limits that operators do not set.

use std::time::Duration;

use jiff::SignedDuration;
use secrecy::SecretString;
use url::Url;

use crate::decide::StepPolicy;
use crate::keys::Key;

/// The default is right for one key at KIE's usual limits, without callbacks.
#[derive(Debug, Clone)]
pub struct WorkerConfig {
    /// The keys that jobs are shared out among. At least one, and at least one with a weight.
    pub keys: Vec<Key>,
    /// Public base URL under which [`crate::Worker::callback_router`] is reached; unset means polling.
    pub webhook_url: Option<Url>,
    /// Signs callback URLs. Unset: the store's own.
    pub callback_secret: Option<SecretString>,
    /// The keys of KIE's header signature, one of each account, if that is switched on there. Any of them is taken.
    pub kie_webhook_keys: Vec<SecretString>,
    /// Steps at the same time.
    pub steps_max: usize,
    /// The times of the step machine. Its `callbacks` follows `webhook_url`.
    pub policy: StepPolicy,
    /// How long a claimed job is left alone. Longer than an upload.
    pub step_lease: SignedDuration,
    /// How long a report may take before it is made again.
    pub report_lease: SignedDuration,
    /// The longest pause between looks for due jobs and owed reports: another worker may have made one due, and died.
    pub sweep_every: Duration,
    /// Pause between two statements about the provider.
    pub provider_every: Duration,
    /// While the provider is blocked, one job in this time tries it all the same.
    pub probe_every: SignedDuration,
    /// After so long without an answer to any worker, the provider counts as unreachable. Longer than `provider_every`.
    pub unreachable_after: SignedDuration,
    /// A block is lifted after this time. No order may be waiting that could try, and none comes while the bot stops offering.
    pub lift_after: SignedDuration,
    /// How long an ended job is remembered.
    pub keep_ended_for: SignedDuration,
    /// How long a shutdown waits for started work.
    pub drain: Duration,
}

impl Default for WorkerConfig {
    fn default() -> Self {
        Self {
            keys: vec![Key::default()],
            webhook_url: None,
            callback_secret: None,
            kie_webhook_keys: Vec::new(),
            steps_max: 16,
            policy: StepPolicy::default(),
            step_lease: SignedDuration::from_secs(90),
            report_lease: SignedDuration::from_secs(30),
            sweep_every: Duration::from_secs(10),
            provider_every: Duration::from_secs(60),
            probe_every: SignedDuration::from_mins(5),
            unreachable_after: SignedDuration::from_secs(90),
            lift_after: SignedDuration::from_hours(1),
            keep_ended_for: SignedDuration::from_hours(7 * 24),
            drain: Duration::from_secs(20),
        }
    }
}
