//! What a worker counts of trouble, known to Prometheus before the first of it.

use shared::telemetry::metrics::Counter;

pub(crate) const COUNTERS: [Counter; 4] = [
    Counter {
        name: "starreel_submit_unknown_total",
        about: "Submissions of which it is not known whether KIE.ai accepted them",
        label: None,
    },
    Counter {
        name: "starreel_unreadable_records_total",
        about: "Records of jobs that were passed over because this build cannot read them",
        label: None,
    },
    Counter { name: "starreel_step_panics_total", about: "Looks at a job that met a mistake of ours", label: None },
    Counter {
        name: "starreel_callbacks_total",
        about: "Callbacks of KIE.ai, or of whoever says so",
        label: Some(("outcome", &["heard", "refused", "repeated", "not_kept"])),
    },
];
