//! The names of all settings, and what somebody may have meant by another name.
//!
//! One `starreel.toml` serves bot, worker and `solo`, so each of them must know the names of all.

use strsim::osa_distance;

use super::ConfigError;

/// The settings of any process that are no secrets, as `starreel.toml` has them. A test of `solo` holds both lists to the
/// tables.
pub const KEYS: &[&str] = &[
    "admin_ids",
    "bot_listen",
    "bot_url",
    "broadcast_per_second",
    "catalog_file",
    "data_dir",
    "disk_reserve_megabytes",
    "first_purchase_bonus",
    "keep_ended_jobs_days",
    "keep_orders_days",
    "keep_requests_days",
    "kie_api_url",
    "kie_creates_per_10_seconds",
    "kie_upload_url",
    "log_format",
    "margin_percent_min",
    "models_off",
    "orders_per_day",
    "orders_per_hour",
    "packs",
    "prefetch",
    "price_feed",
    "price_watch",
    "queue_hours_max",
    "reconcile_minutes",
    "redis_key_prefix",
    "referral_credits",
    "referrals_max",
    "refund_days",
    "rust_log",
    "simulate",
    "stars_per_credit",
    "subscription_credits",
    "subscription_stars",
    "support_ids",
    "telegram_api_url",
    "telegram_messages_per_second",
    "templates_file",
    "updates_per_minute",
    "videos_megabytes_max",
    "viewer_ids",
    "webhook_url",
    "welcome_credits",
    "worker_listen",
];

/// The settings of any process that are secrets: each may also come from a file.
pub const SECRETS: &[&str] = &[
    "bot_token",
    "callback_secret",
    "kie_ai_api_key",
    "kie_ai_api_keys",
    "kie_webhook_key",
    "payment_provider_token",
    "rabbitmq_url",
    "redis_url",
];

/// Fails for a name in the file `place` that is none of ours. All of the file is meant for us.
pub(super) fn check_key(key: &str, place: &str) -> Result<(), ConfigError> {
    let of_file = key.strip_suffix("_file").is_some_and(|secret| SECRETS.contains(&secret));
    if of_file || KEYS.contains(&key) || SECRETS.contains(&key) {
        return Ok(());
    }
    // Only a secret may come from a file.
    let as_it_is = key.strip_suffix("_file").filter(|other| KEYS.contains(other)).map(str::to_owned);
    let meant = as_it_is.or_else(|| nearest(key, usize::MAX));
    let advice = meant.map_or_else(String::new, |meant| format!(": did you mean {meant}?"));
    Err(ConfigError::Unknown { place: format!("{place}: "), name: key.to_owned(), advice })
}

/// Fails for a name of the environment that is none of ours and looks as if it were meant to be. Most of an environment is
/// for other programs.
pub(super) fn check_variable(name: &str) -> Result<(), ConfigError> {
    let key = name.to_lowercase();
    let without_file = key.strip_suffix("_file").unwrap_or(&key);
    let is_ours = KEYS.contains(&key.as_str()) || SECRETS.contains(&without_file);
    let is_written_so = name == name.to_uppercase();
    let advice = if is_ours && !is_written_so {
        format!(": write {}", name.to_uppercase())
    } else if is_ours {
        return Ok(());
    } else if KEYS.contains(&without_file) {
        format!(": only a secret may come from a file, {} is written as it is", without_file.to_uppercase())
    } else if let Some(meant) = nearest(&key, (key.len() / 5).max(1)) {
        let meant = meant.to_uppercase();
        format!(": did you mean {meant}? If it belongs to another program, start Starreel without it")
    } else if key.starts_with("kie_") {
        let meant = nearest(&key, usize::MAX).unwrap_or_default().to_uppercase();
        format!(": did you mean {meant}?")
    } else {
        return Ok(());
    };
    Err(ConfigError::Unknown { place: String::new(), name: name.to_owned(), advice })
}

/// The name that is written most alike, if no more than so many letters differ.
fn nearest(key: &str, differing_max: usize) -> Option<String> {
    let key = key.to_lowercase();
    let of_files = SECRETS.iter().map(|secret| format!("{secret}_file"));
    let names = KEYS.iter().chain(SECRETS).map(|&name| name.to_owned()).chain(of_files);
    let (distance, known) = names.map(|known| (osa_distance(&key, &known), known)).min()?;
    (distance <= differing_max).then_some(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(checked: Result<(), ConfigError>) -> String {
        checked.map_or_else(|error| error.to_string(), |()| "nothing".to_owned())
    }

    #[test]
    fn a_misspelt_variable_is_refused_with_the_name_that_was_meant() {
        for (name, meant) in [
            ("KIE_AI_APIKEY", "KIE_AI_API_KEY"),
            ("KIE_API_KEY", "KIE_AI_API_KEY"),
            ("BOT_TOKE", "BOT_TOKEN"),
            ("BOT_TOKEN_FIEL", "BOT_TOKEN_FILE"),
            ("ADMIN_ID", "ADMIN_IDS"),
            ("bot_token", "BOT_TOKEN"),
            ("Webhook_URL", "WEBHOOK_URL"),
            ("QUEUE_HOUR_MAX", "QUEUE_HOURS_MAX"),
            ("DATA_DIR_FILE", "DATA_DIR"),
        ] {
            let said = says(check_variable(name));
            assert!(said.starts_with(&format!("{name} is no setting of Starreel: ")) && said.contains(meant), "{said}");
        }
    }

    #[test]
    fn what_belongs_to_other_programs_is_left_alone() {
        for name in [
            "PATH",
            "HOME",
            "HOSTNAME",
            "NO_COLOR",
            "TERM",
            "LANG",
            "XDG_DATA_DIRS",
            "RUST_BACKTRACE",
            "CARGO_TARGET_DIR",
            "REDIS_PORT",
            "REDIS_SERVICE_HOST",
            "RABBITMQ_PORT",
            "TELEGRAM_TOKEN",
            "STARREEL_VERSION",
            "WORKERS",
            "CI",
            "BOT_TOKEN",
            "BOT_TOKEN_FILE",
            "CATALOG_FILE",
            "_",
        ] {
            assert_eq!(says(check_variable(name)), "nothing", "{name}");
        }
    }

    #[test]
    fn every_key_of_the_file_must_be_known() {
        let said = |key| says(check_key(key, "starreel.toml"));
        assert_eq!((said("packs"), said("bot_token_file")), ("nothing".to_owned(), "nothing".to_owned()));
        assert_eq!(said("PACKS"), "starreel.toml: PACKS is no setting of Starreel: did you mean packs?");
        assert_eq!(said("pakcs"), "starreel.toml: pakcs is no setting of Starreel: did you mean packs?");
        assert!(said("data_dir_file").ends_with("did you mean data_dir?"));
    }
}
