//! What is sold in the histories, under two policies: a restart may bring the other one.

use std::sync::{Arc, OnceLock};

use bot::core::ids::{Credits, Stars, UserId};
use bot::core::{Pack, Policy};
use shared::catalog::Catalog;
use shared::signing::SigningKey;

/// The operator.
pub(crate) const OPERATOR: UserId = UserId(900);

/// One model works from words or an image, one from words alone, one from an image alone.
const MODELS: &str = r#"
[[models]]
id = "both"
name = "Both & more"
about.en = "words or an image"
api = "veo"
render_minutes_max = 15
text = { kie_model = "b-t", price_credits = 1, kie_cost_credits = 60, prompt_chars_max = 60, options = [
  { field = "format", choices = [{ value = "16:9", label.en = "Wide" }, { value = "9:16", label.en = "Tall" }] },
  { field = "seconds", choices = [{ value = 5, label.en = "5" }, { value = 10, label.en = "10", extra_credits = 1 }] } ] }
image = { kie_model = "b-i", price_credits = 2, kie_cost_credits = 60, prompt_chars_max = 40, image = { field = "images", shape = "list", types = ["image/jpeg", "image/png"], megabytes_max = 10 } }

[[models]]
id = "words"
name = "Words"
about.en = "words alone"
api = "market"
render_minutes_max = 5
text = { kie_model = "w", price_credits = 1, kie_cost_credits = 10, prompt_chars_max = 20 }
"#;

const IMAGE_MODEL: &str = r#"
[[models]]
id = "image"
name = "Image"
about.en = "an image alone"
api = "market"
render_minutes_max = 30
image = { kie_model = "p", price_credits = 3, kie_cost_credits = 10, prompt_chars_max = 60, image = { field = "image", shape = "single", types = ["image/png"], megabytes_max = 5 } }
"#;

/// The two policies: in the second, prices have gone up, packs have changed and a model is gone.
pub(crate) fn policies() -> &'static [Policy; 2] {
    static POLICIES: OnceLock<[Policy; 2]> = OnceLock::new();
    POLICIES.get_or_init(|| {
        let dearer = MODELS.replace("price_credits = 1,", "price_credits = 2,");
        [
            policy_of(&format!("{MODELS}{IMAGE_MODEL}"), &[(1, 100), (5, 450), (12, 1000)]),
            policy_of(&dearer, &[(1, 120), (5, 450), (20, 1500)]),
        ]
    })
}

fn policy_of(models: &str, packs: &[(i64, i64)]) -> Policy {
    let catalog = Arc::new(Catalog::parse(models).unwrap());
    let packs =
        packs.iter().map(|(credits, stars)| Pack { credits: Credits(*credits), stars: Stars(*stars) }).collect();
    let key = SigningKey::new("a key for histories".to_owned().into());
    let mut policy = Policy::new(catalog, packs, key, "StarreelBot".to_owned(), "http://bot.test/".parse().unwrap());
    policy.admins.insert(OPERATOR);
    policy.published_max = 3;
    policy.under_way_per_person_max = 2;
    policy
}
