//! What is read, and what is refused.

use shared::catalog::STAR_MICRO_USD;

use super::*;

fn read(environment: &[(&str, &str)]) -> Result<Settings, ConfigError> {
    let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Settings::read(Path::new("/nonexistent/starreel.toml"), &environment)
}

#[test]
fn lists_are_read_as_the_environment_has_them() {
    let settings = read(&[("ADMIN_IDS", "7, 8"), ("PACKS", "2, 4 + 1")]).unwrap();
    assert_eq!(settings.admin_ids, [7, 8]);
    assert_eq!((settings.support_ids.len(), settings.viewer_ids.len()), (0, 0));
    assert_eq!(settings.packs(), [Pack::new(2, 200), Pack::new(4, 400).with_bonus(1)]);
    assert_eq!(settings.packs.shown(), "2,4+1");
}

#[test]
fn nonsense_is_refused_by_name() {
    for (name, value, says) in [
        ("PACKS", "", ""),
        ("PACKS", "0", "PACKS: needs 1 to 8 numbers"),
        ("PACKS", "5,5+1", "PACKS: has 5 twice"),
        ("PACKS", "5+", "PACKS: \"5+\" is not a number of credits"),
        ("PACKS", "5+-1", "PACKS: \"5+-1\" is not a number of credits"),
        ("PACKS", "1+2", "PACKS: has a bonus that is more than what is bought: 1+2"),
        ("FIRST_PURCHASE_BONUS", "1001", "FIRST_PURCHASE_BONUS: must be at most 1000"),
        ("SUBSCRIPTION_STARS", "500", "SUBSCRIPTION_STARS: and SUBSCRIPTION_CREDITS belong together"),
        ("SUBSCRIPTION_CREDITS", "5", "SUBSCRIPTION_STARS: and SUBSCRIPTION_CREDITS belong together"),
        ("WELCOME_CREDITS", "1001", "WELCOME_CREDITS: must be at most 1000"),
        ("REFERRAL_CREDITS", "1001", "REFERRAL_CREDITS: must be at most 1000"),
        ("STARS_PER_CREDIT", "100000", "STARS_PER_CREDIT: every pack must cost from 1 to 100000 Stars"),
        ("BOT_TOKEN", "secret", "BOT_TOKEN: is not a token"),
        ("WEBHOOK_URL", "ftp://x", "WEBHOOK_URL: \"ftp://x\" is not a whole address that begins with https://"),
        ("BOT_LISTEN", "8080", "BOT_LISTEN: \"8080\" is not an address"),
        ("UPDATES_PER_MINUTE", "1", "UPDATES_PER_MINUTE: must be from 10 to 1000000"),
        ("ORDERS_PER_HOUR", "0", "ORDERS_PER_HOUR: must be at least 1"),
        ("QUEUE_HOURS_MAX", "0", "QUEUE_HOURS_MAX: must be at least 1"),
        ("KEEP_ORDERS_DAYS", "0", "KEEP_ORDERS_DAYS: must be at least 1"),
        ("KEEP_REQUESTS_DAYS", "20", "KEEP_REQUESTS_DAYS: must be at least 21"),
        ("ORDERS_PER_DAY", "0", "ORDERS_PER_DAY: must be at least 1"),
        ("PRICE_WATCH", "loud", "PRICE_WATCH: \"loud\" is not off, tell or switch_off"),
        ("PRICE_FEED", "1", "PRICE_FEED: \"1\" is not true or false"),
        ("MARGIN_PERCENT_MIN", "91", "MARGIN_PERCENT_MIN: must be from 0 to 90"),
    ] {
        match read(&[(name, value)]) {
            Ok(_) => assert_eq!(says, "", "{name}={value} was accepted"),
            Err(error) => {
                let text = error.to_string();
                assert!(text.contains(says) && !says.is_empty(), "{name}={value}: {text}");
                assert!(!text.contains("secret"), "a secret is printed: {text}");
            }
        }
    }
}

#[test]
fn a_model_that_is_off_is_not_offered_and_still_known() {
    let off = |value| read(&[("MODELS_OFF", value)]).unwrap().catalog();
    let all = off("").unwrap();
    let catalog = off("kling-2.1").unwrap();
    assert!(catalog.offered().all(|model| model.id.as_str() != "kling-2.1"));
    assert_eq!(catalog.offered().count(), all.offered().count() - 1);
    assert_eq!(catalog.models().len(), all.models().len());
    assert!(off("kling").unwrap_err().to_string().contains("MODELS_OFF: there is no model \"kling\""));
    let each: Vec<&str> = all.models().iter().map(|model| model.id.as_str()).collect();
    assert!(off(&each.join(",")).unwrap_err().to_string().contains("leaves no model"));
}

#[test]
fn prices_follow_from_the_stars_of_a_credit_and_the_margin() {
    let price = |stars, margin| {
        let settings = read(&[("STARS_PER_CREDIT", stars), ("MARGIN_PERCENT_MIN", margin)]).unwrap();
        settings.pricing().price(65)
    };
    // 65 credits of KIE.ai are 0.325 USD; 100 Stars are 1.30 USD.
    assert_eq!(price("100", "50"), 1);
    assert_eq!(price("100", "75"), 1);
    assert_eq!(price("100", "76"), 2);
    assert_eq!(price("10", "50"), 5);
}

#[test]
fn a_bonus_makes_each_credit_worth_less() {
    let worth = |packs| read(&[("PACKS", packs)]).unwrap().pricing().credit_micro_usd;
    assert_eq!(worth("1,5"), 100 * STAR_MICRO_USD);
    // 500 Stars for 6 credits.
    assert_eq!(worth("1,5+1"), 500 * STAR_MICRO_USD / 6);
}

#[test]
fn secrets_are_not_shown() {
    let settings = read(&[("BOT_TOKEN", "1:planted"), ("RABBITMQ_URL", "amqp://u:planted@h")]).unwrap();
    assert!(!format!("{settings:?} {:?}", settings.shown()).contains("planted"));
}

#[test]
fn a_subscription_is_sold_at_a_price_that_telegram_takes() {
    let sold = |credits, stars| read(&[("SUBSCRIPTION_CREDITS", credits), ("SUBSCRIPTION_STARS", stars)]);
    assert_eq!(read(&[]).unwrap().subscription(), None);
    assert_eq!(sold("20", "1500").unwrap().subscription(), Some(Pack::new(20, 1500)));
    assert_eq!(sold("20", "1500").unwrap().pricing().credit_micro_usd, 75 * STAR_MICRO_USD);
    let error = sold("200", "10001").unwrap_err().to_string();
    assert!(error.contains("SUBSCRIPTION_STARS: must be at most 10000"), "{error}");
}
