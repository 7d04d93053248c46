//! What the bot counts of trouble, known to Prometheus before the first of it.

use shared::telemetry::metrics::Counter;

pub(crate) const COUNTERS: [Counter; 7] = [
    Counter { name: "starreel_events_failed_total", about: "Tries to handle an event that failed", label: None },
    Counter {
        name: "starreel_outbox_failed_total",
        about: "Rows of the outbox of which no attempt could be made",
        label: None,
    },
    Counter {
        name: "starreel_updates_passed_over_total",
        about: "Messages and taps of people who sent more than is followed",
        label: None,
    },
    Counter {
        name: "starreel_deliveries_ambiguous_total",
        about: "Tries to deliver a video of which it is not known whether it arrived",
        label: None,
    },
    Counter {
        name: "starreel_sales_refused_total",
        about: "Calls without which nothing can be sold that Telegram refused for good",
        label: Some(("call", &["invoice", "checkout"])),
    },
    Counter { name: "starreel_webhook_strangers_total", about: "Posts to the webhook without its secret", label: None },
    Counter {
        name: "starreel_reconcile_failures_total",
        about: "Times that Telegram's list of Star transactions was not read",
        label: None,
    },
];
