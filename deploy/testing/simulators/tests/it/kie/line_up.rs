//! The bot's catalogue against the simulator's line-up. The simulator itself knows nothing of the catalogue: it is
//! written from the provider's pages, so what both say was understood twice.

use serde_json::{Value, json};
use shared::catalog::{Api, Catalog, Choices, ImageShape, Model, Variant};
use shared::job::OptionValue;

use crate::kie::harness::{Kie, refusal, task_id};

const HOUR_MS: u64 = 3_600_000;

/// An account that is never empty, takes any number of orders, and does not get to render them.
async fn shop() -> Kie {
    let kie = Kie::with(|config| config.creates_per_10_seconds = usize::MAX).await;
    kie.tell("balance", json!({ "credits": 1e9 })).await;
    kie.tell("render", json!({ "min_ms": HOUR_MS, "max_ms": HOUR_MS })).await;
    kie
}

fn json_of(value: &OptionValue) -> Value {
    match value {
        OptionValue::Bool(value) => json!(value),
        OptionValue::Integer(value) => json!(value),
        OptionValue::Text(value) => json!(value),
    }
}

/// The fields of an order, in the way in which the catalogue says that they are sent.
fn fields(variant: &Variant, choices: &Choices, images: usize) -> Value {
    let mut fields = json!({});
    for (name, value) in &variant.fixed {
        fields[name] = value.clone();
    }
    for (name, value) in choices {
        fields[name] = json_of(value);
    }
    if variant.prompt_chars_max > 0 {
        fields["prompt"] = json!("a fox in the snow");
    }
    let slots = variant.images.iter().flat_map(|inputs| &inputs.slots).take(images);
    for (place, slot) in slots.enumerate() {
        let url = json!(format!("https://images.example/{place}.png"));
        match (slot.shape, fields.get_mut(&slot.field).and_then(Value::as_array_mut)) {
            (ImageShape::List, Some(list)) => list.push(url),
            (ImageShape::List, None) => fields[&slot.field] = json!([url]),
            (ImageShape::Single, _) => fields[&slot.field] = url,
        }
    }
    fields
}

async fn order(kie: &Kie, model: &Model, variant: &Variant, mut fields: Value) -> Value {
    match variant.api.unwrap_or(model.api) {
        Api::Market => kie.kling(&variant.kie_model, fields).await,
        Api::Veo => {
            fields["model"] = json!(variant.kie_model);
            kie.veo(fields).await
        }
        Api::VeoExtend => {
            fields["model"] = json!(variant.kie_model);
            kie.posted("/api/v1/veo/extend", fields).await
        }
        Api::Veo1080p => {
            let task = fields["taskId"].as_str().unwrap();
            kie.get(&format!("/api/v1/veo/get-1080p-video?taskId={task}&index=0")).await
        }
        Api::Veo4k => kie.posted("/api/v1/veo/get-4k-video", fields).await,
    }
}

/// Variants of orders that go on from nothing, with the models that they are of.
fn first_orders(catalog: &Catalog) -> impl Iterator<Item = (&Model, &Variant)> {
    let all = catalog.models().iter().flat_map(|model| model.variants().map(move |(_, variant)| (model, variant)));
    all.filter(|(_, variant)| variant.task_field.is_none())
}

#[tokio::test]
async fn every_order_that_the_catalogue_offers_is_understood_and_costs_what_it_says() {
    let kie = shop().await;
    let catalog = Catalog::built_in();
    for (model, variant) in first_orders(&catalog) {
        let mut wanted = Vec::new();
        for choices in variant.combinations() {
            for images in variant.image_counts() {
                let what = format!("{} {choices:?} with {images} images", model.id);
                let answer = order(&kie, model, variant, fields(variant, &choices, images)).await;
                assert_eq!(answer["code"], 200, "{what}: {answer}");
                wanted.push((what, choices.clone(), images));
            }
        }
        let tasks = kie.get(&format!("/simulators/kie/tasks?newest={}", wanted.len())).await;
        for ((what, choices, images), task) in wanted.iter().zip(tasks.as_array().unwrap()) {
            assert_eq!(task["ignored_fields"], json!([]), "{what}");
            assert_eq!(task["images"], *images, "{what}");
            let charged = task["charged"].as_f64().unwrap().ceil();
            assert_eq!(charged, f64::from(variant.kie_cost(choices, *images)), "{what}");
            assert_eq!(task["seconds"], variant.seconds(choices).unwrap(), "{what}");
            assert_eq!(task["has_sound"], variant.has_sound(choices), "{what}");
        }
    }
}

#[tokio::test]
async fn an_option_of_another_type_is_refused_by_every_model() {
    let kie = shop().await;
    let catalog = Catalog::built_in();
    for (model, variant) in first_orders(&catalog) {
        let images = *variant.image_counts().start();
        let usual = fields(variant, &variant.complete(&Choices::new()), images);
        for option in &variant.options {
            let mut wrong = usual.clone();
            wrong[&option.field] = match &option.choices[0].value {
                OptionValue::Text(text) => json!(text.parse::<u64>().unwrap_or(7)),
                OptionValue::Integer(number) => json!(number.to_string()),
                OptionValue::Bool(flag) => json!(flag.to_string()),
            };
            let answer = order(&kie, model, variant, wrong).await;
            assert_eq!(answer["code"], 422, "{} {}: {answer}", model.id, option.field);
        }
    }
    assert_eq!(kie.state().await["counts"]["tasks"], 0);
}

#[tokio::test]
async fn a_prompt_of_the_length_that_the_catalogue_allows_is_taken() {
    let kie = shop().await;
    let catalog = Catalog::built_in();
    for (model, variant) in first_orders(&catalog) {
        let images = *variant.image_counts().start();
        let mut longest = fields(variant, &variant.complete(&Choices::new()), images);
        longest["prompt"] = json!("x".repeat(variant.prompt_chars_max));
        let answer = order(&kie, model, variant, longest).await;
        assert_eq!(answer["code"], 200, "{}: {answer}", model.id);
    }
}

#[tokio::test]
async fn every_follow_up_that_the_catalogue_offers_is_understood_and_costs_what_it_says() {
    let kie = shop().await;
    kie.tell("render", json!({ "min_ms": 0, "max_ms": 0 })).await;
    let catalog = Catalog::built_in();
    for model in catalog.models() {
        for (_, variant) in model.variants().filter(|(_, variant)| variant.task_field.is_some()) {
            let first = model.text.as_ref().unwrap();
            let all = first.combinations();
            let is_had_with = |choices: &&Choices| {
                model.follow_ups_of(choices, None).any(|follow_up| std::ptr::eq(&follow_up.variant, variant))
            };
            let choices = all.iter().find(is_had_with).unwrap();
            let earlier = task_id(&order(&kie, model, first, fields(first, choices, 0)).await);
            kie.finished(&earlier).await;
            let before = kie.state().await["balance"].as_f64().unwrap();
            let mut fields = fields(variant, &Choices::new(), 0);
            fields[variant.task_field.as_ref().unwrap()] = json!(earlier);
            let answer = order(&kie, model, variant, fields).await;
            let charged = before - kie.state().await["balance"].as_f64().unwrap();
            assert_eq!(charged, f64::from(variant.kie_cost(&Choices::new(), 0)), "{} {answer}", variant.kie_model);
        }
    }
}

#[tokio::test]
async fn fields_that_exclude_or_need_each_other_are_looked_at_together() {
    let kie = shop().await;
    let url = "https://images.example/fox.png";
    let kling = json!({ "prompt": "a fox", "sound": true, "duration": "5", "mode": "std", "multi_shots": false,
        "multi_prompt": [] });
    assert_eq!(refusal(&kie.kling("kling-3.0/video", kling.clone()).await), (500, "This field is required"));
    let mut with_image = kling;
    with_image["image_urls"] = json!([url]);
    task_id(&kie.kling("kling-3.0/video", with_image).await);
    let hailuo = json!({ "prompt": "a fox", "image_url": url, "duration": "10", "resolution": "1080P" });
    let answer = kie.kling("hailuo/2-3-image-to-video-standard", hailuo).await;
    assert_eq!(refusal(&answer), (422, "resolution 1080P is not supported with duration 10"));
    let frameless = json!({ "prompt": "a fox", "duration": 6 });
    let answer = kie.kling("minimax-h3/image-to-video", frameless).await;
    assert_eq!(refusal(&answer), (500, "This field is required"));
    let both = json!({ "prompt": "a fox", "first_frame_url": url, "reference_image_urls": [url] });
    for model in ["wan/3-0-video", "bytedance/seedance-2-mini"] {
        assert_eq!(kie.kling(model, both.clone()).await["code"], 422, "{model}");
    }
}

#[tokio::test]
async fn what_is_left_out_costs_what_the_providers_default_costs() {
    let kie = shop().await;
    for (model, input, credits) in [
        ("wan/3-0-video", json!({ "prompt": "a fox" }), 160.0),
        ("minimax-h3/text-to-video", json!({ "prompt": "a fox", "duration": 6, "aspect_ratio": "16:9" }), 78.0),
        ("grok-imagine/image-to-video", json!({}), 14.4),
        ("bytedance/seedance-2-mini", json!({ "prompt": "a fox" }), 41.0),
        ("veo-3-1", json!({ "prompt": "a fox", "model": "veo3_lite", "resolution": "1080p" }), 35.0),
    ] {
        let id = task_id(&kie.kling(model, input).await);
        assert_eq!(kie.task_that(&id, |_| true).await["charged"], credits, "{model}");
        assert_eq!(kie.kling_record(&id).await["data"]["creditsConsumed"], credits, "{model}");
    }
}

#[tokio::test]
async fn limits_of_images_lists_and_prompts_hold() {
    let kie = shop().await;
    let urls = |count| json!(vec!["https://images.example/fox.png"; count]);
    for (model, field, value, message) in [
        ("grok-imagine/image-to-video", "image_urls", urls(8), "image_urls must be a list of 1 to 7 URLs"),
        ("google/gemini-omni-flash-1-1", "image_urls", urls(8), "image_urls must be a list of 1 to 7 URLs"),
        ("google/gemini-omni-flash-1-1", "image_urls", json!("x"), "image_urls must be an array"),
        ("bytedance/seedance-2-mini", "prompt", json!("ab"), "prompt cannot be shorter than 3 characters"),
        ("bytedance/seedance-2-mini", "duration", json!(16), "duration is not within the range of allowed options"),
        ("bytedance/seedance-2-mini", "duration", json!(5.5), "duration must be an integer"),
        ("wan/3-0-video", "resolution", json!("720p"), "resolution is not within the range of allowed options"),
        ("wan/3-0-video", "duration", json!(-1), "duration must be an integer"),
        ("wan/3-0-video", "first_frame_url", json!("fox.png"), "first_frame_url must be a valid URL"),
        ("grok-imagine/image-to-video", "duration", json!("06"), "duration is not within the range of allowed options"),
        ("veo-3-1", "model", json!("veo3_ultra"), "model is not within the range of allowed options"),
    ] {
        let mut input =
            json!({ "prompt": "a fox", "duration": if model.starts_with("g") { json!("6") } else { json!(8) } });
        input[field] = value;
        assert_eq!(refusal(&kie.kling(model, input).await), (422, message), "{model}");
    }
}
