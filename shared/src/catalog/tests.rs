use super::*;

fn text(value: &str) -> OptionValue {
    OptionValue::Text(value.to_owned())
}

fn chosen(choices: &[(&str, OptionValue)]) -> Choices {
    choices.iter().map(|(field, value)| ((*field).to_owned(), value.clone())).collect()
}

fn model<'c>(catalog: &'c Catalog, id: &str) -> &'c Model {
    catalog.get(&ModelId::new(id)).unwrap()
}

const WORDS: Inputs = Inputs { images: 0, image_use: ImageUse::Frames, follow_up: None };

#[test]
fn the_built_in_catalogue_sells_the_models_of_the_brief_with_and_without_an_image() {
    let catalog = Catalog::built_in();
    for id in ["veo3-fast", "kling-2.1"] {
        let model = model(&catalog, id);
        assert!(model.variant(WORDS).is_some() && model.variant(Inputs { images: 1, ..WORDS }).is_some());
    }
    assert!((5..=6).contains(&catalog.offered().filter(|model| model.featured).count()), "what people see first");
}

#[test]
fn every_combination_of_the_built_in_catalogue_keeps_half_of_its_price() {
    for model in Catalog::built_in().models() {
        for (name, variant) in model.variants() {
            for choices in variant.combinations() {
                for images in variant.image_counts() {
                    let margin = variant.margin_percent(&choices, images);
                    assert!(margin >= 50, "{} {name} {}: {margin} %", model.id, variant.describe(&choices, images));
                }
            }
        }
    }
}

#[test]
fn a_longer_video_costs_more_and_an_unknown_choice_counts_as_the_default() {
    let catalog = Catalog::built_in();
    let kling = model(&catalog, "kling-2.1").variant(WORDS).unwrap();
    let seconds = |value| chosen(&[("duration", value)]);
    assert_eq!((kling.price(&seconds(text("5")), 0), kling.price(&seconds(text("10")), 0)), (2, 3));
    assert_eq!(kling.kie_cost(&seconds(text("10")), 0), 320);
    // The type counts: the provider wants "10" in quotes.
    assert_eq!(kling.kie_cost(&seconds(OptionValue::Integer(10)), 0), 160);
    assert_eq!(kling.complete(&seconds(OptionValue::Integer(10)))["duration"], text("5"));
    assert_eq!(kling.seconds(&seconds(text("10"))), Some(10));
}

#[test]
fn cost_goes_by_seconds_sound_resolution_and_images() {
    let catalog = Catalog::built_in();
    let kling = model(&catalog, "kling-3.0").variant(WORDS).unwrap();
    let cost = |seconds, mode, sound| {
        let sound = OptionValue::Bool(sound);
        kling.kie_cost(&chosen(&[("duration", text(seconds)), ("mode", text(mode)), ("sound", sound)]), 0)
    };
    assert_eq!((cost("5", "std", false), cost("5", "std", true), cost("10", "pro", true)), (70, 100, 270));
    assert_eq!(cost("15", "4K", false), 1005);
    let minimax = model(&catalog, "minimax-h3").variant(Inputs { images: 2, ..WORDS }).unwrap();
    assert_eq!(minimax.kie_cost(&Choices::new(), 2), 6 * 8 + 2 * 4);
    // 1.75 a second are rounded up for the whole video.
    let seedance = model(&catalog, "seedance-1.5-pro").variant(WORDS).unwrap();
    let silent = chosen(&[
        ("duration", OptionValue::Integer(8)),
        ("resolution", text("480p")),
        ("generate_audio", OptionValue::Bool(false)),
    ]);
    assert_eq!(seedance.kie_cost(&silent, 0), 14);
}

#[test]
fn what_cannot_be_had_together_gives_way_to_what_was_chosen_before_it() {
    let catalog = Catalog::built_in();
    let veo = model(&catalog, "veo3-fast").variant(WORDS).unwrap();
    let of = |seconds, resolution| {
        veo.complete(&chosen(&[("duration", OptionValue::Integer(seconds)), ("resolution", text(resolution))]))
    };
    assert_eq!(of(8, "4k")["resolution"], text("4k"));
    assert_eq!(of(6, "4k")["resolution"], text("1080p"));
    let resolution = veo.option(OptionKind::Quality).unwrap();
    assert_eq!(veo.allowed(resolution, &of(6, "720p")).count(), 2);
    assert!(
        veo.combinations()
            .iter()
            .all(|choices| choices["resolution"] != text("4k") || choices["duration"] == OptionValue::Integer(8))
    );
}

#[test]
fn images_are_frames_as_far_as_there_are_frames_and_references_beyond() {
    let catalog = Catalog::built_in();
    let veo = model(&catalog, "veo3-fast");
    let made_by = |images| veo.variant(Inputs { images, image_use: veo.usual_use(images), follow_up: None }).unwrap();
    let roles =
        |images| made_by(images).images.as_ref().unwrap().slots.iter().map(|slot| slot.role).collect::<Vec<_>>();
    assert_eq!(roles(2), [ImageRole::FirstFrame, ImageRole::LastFrame]);
    assert_eq!(roles(3), [ImageRole::Reference; 3]);
    assert_eq!(veo.images_max(), 3);
}

#[test]
fn follow_ups_depend_on_what_the_video_is() {
    let catalog = Catalog::built_in();
    let veo = model(&catalog, "veo3-fast");
    let after = |resolution, made_by| {
        let choices = chosen(&[("resolution", text(resolution))]);
        veo.follow_ups_of(&choices, made_by).map(|follow_up| follow_up.kind).collect::<Vec<_>>()
    };
    assert_eq!(after("720p", None), [FollowUpKind::Extend, FollowUpKind::FullHd, FollowUpKind::UltraHd]);
    assert_eq!(after("1080p", None), [FollowUpKind::UltraHd], "a video in 1080p cannot go on");
    assert_eq!(after("4k", None), []);
    assert_eq!(after("720p", Some(FollowUpKind::Extend)), [FollowUpKind::Extend]);
}

#[test]
fn wishes_go_from_one_model_to_another() {
    let catalog = Catalog::built_in();
    let kling = model(&catalog, "kling-2.1").variant(WORDS).unwrap();
    let wishes = kling.wishes(&chosen(&[("duration", text("10")), ("aspect_ratio", text("9:16"))]));
    let wan = model(&catalog, "wan-3.0").variant(WORDS).unwrap().granted(&wishes);
    assert_eq!((&wan["duration"], &wan["aspect_ratio"]), (&OptionValue::Integer(10), &text("9:16")));
    let veo = model(&catalog, "veo3-fast").variant(WORDS).unwrap().granted(&wishes);
    assert_eq!((&veo["duration"], &veo["aspect_ratio"]), (&OptionValue::Integer(8), &text("9:16")), "it has no 10 s");
}

#[test]
fn a_price_is_the_least_that_keeps_the_margin() {
    let pricing = Pricing::default();
    for (cost, price) in [(1, 1), (130, 1), (131, 2), (260, 2), (375, 3)] {
        assert_eq!(pricing.price(cost), price, "{cost}");
    }
    assert_eq!(
        (pricing.margin_percent(1, 130), pricing.margin_percent(1, 260), pricing.margin_percent(1, 300)),
        (50, 0, -16)
    );
    let catalog = Catalog::built_in().with_pricing(Pricing { margin_percent_min: 80, ..pricing });
    assert_eq!(model(&catalog, "kling-2.1").variant(WORDS).unwrap().price(&Choices::new(), 0), 4);
}

#[test]
fn a_text_is_found_by_language_base_language_or_in_english() {
    let about = Translated(BTreeMap::from([("en".into(), "E".into()), ("pt".into(), "P".into())]));
    assert_eq!((about.get("pt-BR"), about.get("pt"), about.get("de")), ("P", "P", "E"));
}

#[test]
fn nonsense_is_refused_by_name() {
    let built_in = include_str!("../catalog.toml");
    for (from, to, says) in [
        ("id = \"kling-2.1\"", "id = \"veo3-fast\"", "the id is used twice"),
        ("cost = 60", "cost = 0", "cost must give from 1 to 10000 credits"),
        ("{ credits = 180 },", "", "for every combination, also for 16:9, 8 s, 4k"),
        ("{ credits = 180 },", "{ per_second = 1.234 },", "not valid TOML"),
        (
            "when = { resolution = \"720p\" }",
            "when = { resolution = \"721p\" }",
            "resolution = 721p, which cannot be chosen",
        ),
        ("requires = { duration = [8] }", "requires = { duration = [9] }", "requires what no option before it has"),
        ("\"image/jpeg\", \"image/png\"", "", "images.types is empty"),
        ("megabytes_max = 10", "megabytes_max = 21", "images.megabytes_max must be from 1 to 20"),
        ("field = \"imageUrls\", shape = \"list\"", "field = \"imageUrls\", shape = \"single\"", "which is no list"),
        ("task_field = \"taskId\"", "", "needs a task_field"),
        ("about.en", "about.de", "about needs a text in \"en\""),
    ] {
        assert!(built_in.contains(from), "{from}");
        let error = Catalog::parse(&built_in.replace(from, to)).unwrap_err().to_string();
        assert!(error.contains(says), "{from}: {error}");
    }
    assert!(matches!(Catalog::parse("models = []"), Err(CatalogError::Empty)));
    assert!(matches!(Catalog::parse("[[models]]\nid = 1"), Err(CatalogError::Shape(_))));
}
