//! What is sold in the histories, under two policies: a restart may bring the other one.

use std::sync::{Arc, OnceLock};

use bot::core::ids::{Credits, UserId};
use bot::core::{Pack, Policy};
use jiff::SignedDuration;
use shared::catalog::Catalog;
use shared::signing::SigningKey;

/// The operator.
pub(crate) const OPERATOR: UserId = UserId(900);

/// One model works from words or images, and its videos can go on; one from words alone, one from an image alone.
const MODELS: &str = r#"
[[models]]
id = "both"
name = "Both & more"
about.en = "words or images"
api = "veo"
featured = true
group = "speech"
render_minutes_max = 15
[models.text]
kie_model = "b-t"
cost = 60
price_credits = [{ when = { seconds = 10 }, credits = 2 }, { credits = 1 }]
prompt_chars_max = 60
options = [
  { kind = "format", field = "format", choices = ["16:9", "9:16"] },
  { kind = "length", field = "seconds", choices = [5, 10] },
  { kind = "quality", field = "quality", choices = ["720p", { value = "4k", requires = { seconds = [10] } }] },
]
[models.image]
kie_model = "b-i"
cost = 60
price_credits = 2
prompt_chars_max = 40
images = { slots = [
  { role = "first_frame", field = "images", shape = "list" },
  { role = "last_frame", field = "images", shape = "list" },
], types = ["image/jpeg", "image/png"], megabytes_max = 10 }
[models.references]
kie_model = "b-r"
cost = 60
price_credits = 2
prompt_chars_max = 40
images = { slots = [
  { role = "reference", field = "images", shape = "list" },
  { role = "reference", field = "images", shape = "list" },
  { role = "reference", field = "images", shape = "list" },
], types = ["image/jpeg", "image/png"], megabytes_max = 10 }
[[models.follow_ups]]
kind = "extend"
after = ["extend"]
unless = { quality = ["4k"] }
variant = { kie_model = "b-e", cost = 60, price_credits = 1, prompt_chars_max = 60, task_field = "task" }
[[models.follow_ups]]
kind = "4k"
variant = { kie_model = "b-4", cost = 60, price_credits = 2, task_field = "task" }

[[models]]
id = "words"
name = "Words"
about.en = "words alone"
api = "market"
group = "cheap"
render_minutes_max = 5
text = { kie_model = "w", price_credits = 1, cost = 10, prompt_chars_max = 20 }
"#;

const IMAGE_MODEL: &str = r#"
[[models]]
id = "image"
name = "Image"
about.en = "an image alone"
api = "market"
group = "photo"
render_minutes_max = 30
image = { kie_model = "p", price_credits = 3, cost = 10, prompt_chars_max = 60, images = { slots = [{ role = "first_frame", field = "image", shape = "single" }], types = ["image/png"], megabytes_max = 5 } }
"#;

/// A month of these histories, which last for hours.
const GIFTS_KEPT_FOR: SignedDuration = SignedDuration::from_mins(15);

/// The two policies: in the second, prices have gone up, packs have changed, the subscription is dearer and a model is gone.
pub(crate) fn policies() -> &'static [Arc<Policy>; 2] {
    static POLICIES: OnceLock<[Arc<Policy>; 2]> = OnceLock::new();
    POLICIES.get_or_init(|| {
        let dearer =
            MODELS.replace("credits = 1 }", "credits = 2 }").replace("price_credits = 1,", "price_credits = 2,");
        [
            policy_of(
                &format!("{MODELS}{IMAGE_MODEL}"),
                &[(1, 0, 100), (5, 1, 450), (12, 3, 1000)],
                (2, 1, 300),
                (3, 1),
            ),
            policy_of(&dearer, &[(1, 0, 120), (5, 2, 450), (20, 0, 1500)], (1, 0, 350), (2, 5)),
        ]
    })
}

/// Packs are credits, bonus and Stars; then come the gifts of a first purchase and of a first message, and the Stars of a
/// subscription; then what an invitation brings, and for how many people.
fn policy_of(
    models: &str,
    packs: &[(i64, i64, i64)],
    (first, welcome, subscription): (i64, i64, i64),
    (referral, referrals_max): (i64, u32),
) -> Arc<Policy> {
    let catalog = Arc::new(Catalog::parse(models).unwrap());
    let packs = packs.iter().map(|(credits, bonus, stars)| Pack::new(*credits, *stars).with_bonus(*bonus)).collect();
    let key = SigningKey::new("a key for histories".to_owned().into());
    let mut policy = Policy::new(catalog, packs, key, "StarreelBot".to_owned(), "http://bot.test/".parse().unwrap());
    policy.admins.insert(OPERATOR);
    policy.first_purchase_bonus = Credits(first);
    policy.welcome_credits = Credits(welcome);
    policy.referral_credits = Credits(referral);
    policy.referrals_max = referrals_max;
    policy.gifts_kept_for = GIFTS_KEPT_FOR;
    policy.subscription = Some(Pack::new(4, subscription));
    policy.published_max = 3;
    policy.under_way_per_person_max = 2;
    // So few are under way at the same time that most of a broadcast waits for its reports.
    policy.broadcast_per_second = 1;
    Arc::new(policy)
}
