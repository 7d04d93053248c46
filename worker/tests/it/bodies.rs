//! What the provider is sent for each variant of the built-in catalogue, byte for byte but for order.

use shared::catalog::{Catalog, Inputs};
use shared::job::{GenerationJob, ModelId, OptionValue};
use url::Url;
use worker::request;

use crate::fake_kie::FakeKie;
use crate::system::System;

async fn sent(model: &str, with_image: bool, option: (&str, &str)) -> String {
    let catalog = Catalog::built_in();
    let mut order: GenerationJob = System::new().await.order(1);
    order.model = ModelId::new(model);
    order.options.insert(option.0.to_owned(), OptionValue::Text(option.1.to_owned()));
    order.options.insert("unknown".to_owned(), OptionValue::Bool(true));
    let model = catalog.get(&order.model).unwrap();
    let images = vec![Url::parse("https://files.example/p.png").unwrap(); usize::from(with_image)];
    let variant = model.variant(Inputs { images: images.len(), ..Inputs::default() }).unwrap();
    let fields = request::fields(variant, &order, &images);

    let kie = FakeKie::start().await;
    let callback = Url::parse("https://public.example/kie/callback/j/1/m").unwrap();
    kie.client().create(model.api.into(), &variant.kie_model, fields, Some(&callback)).await.unwrap();
    serde_json::to_string_pretty(&kie.posts()[0]).unwrap()
}

#[tokio::test]
async fn veo_from_words() {
    insta::assert_snapshot!(sent("veo3-fast", false, ("aspect_ratio", "9:16")).await, @r#"
    {
      "aspect_ratio": "9:16",
      "callBackUrl": "https://public.example/kie/callback/j/1/m",
      "duration": 8,
      "generationType": "TEXT_2_VIDEO",
      "model": "veo3_fast",
      "prompt": "a fox",
      "resolution": "1080p"
    }
    "#);
}

#[tokio::test]
async fn veo_from_a_image() {
    insta::assert_snapshot!(sent("veo3-fast", true, ("aspect_ratio", "16:9")).await, @r#"
    {
      "aspect_ratio": "16:9",
      "callBackUrl": "https://public.example/kie/callback/j/1/m",
      "duration": 8,
      "generationType": "FIRST_AND_LAST_FRAMES_2_VIDEO",
      "imageUrls": [
        "https://files.example/p.png"
      ],
      "model": "veo3_fast",
      "prompt": "a fox",
      "resolution": "1080p"
    }
    "#);
}

#[tokio::test]
async fn kling_from_words() {
    insta::assert_snapshot!(sent("kling-2.1", false, ("duration", "10")).await, @r#"
    {
      "callBackUrl": "https://public.example/kie/callback/j/1/m",
      "input": {
        "aspect_ratio": "16:9",
        "duration": "10",
        "prompt": "a fox"
      },
      "model": "kling/v2-1-master-text-to-video"
    }
    "#);
}

#[tokio::test]
async fn kling_from_a_image() {
    insta::assert_snapshot!(sent("kling-2.1", true, ("duration", "7")).await, @r#"
    {
      "callBackUrl": "https://public.example/kie/callback/j/1/m",
      "input": {
        "duration": "5",
        "image_url": "https://files.example/p.png",
        "prompt": "a fox"
      },
      "model": "kling/v2-1-pro"
    }
    "#);
}
