use super::*;

fn text(value: &str) -> OptionValue {
    OptionValue::Text(value.to_owned())
}

#[test]
fn the_built_in_catalogue_sells_both_models_with_and_without_an_image() {
    let catalog = Catalog::built_in();
    for id in ["veo3-fast", "kling-2.1"] {
        let model = catalog.get(&ModelId::new(id)).unwrap();
        assert!(model.variant(false).is_some() && model.variant(true).is_some());
    }
}

#[test]
fn a_longer_video_costs_more_and_an_unknown_choice_counts_as_the_default() {
    let catalog = Catalog::built_in();
    let kling = catalog.get(&ModelId::new("kling-2.1")).unwrap().variant(false).unwrap();
    let chosen = |value| BTreeMap::from([("duration".to_owned(), value)]);
    assert_eq!(kling.price(&chosen(text("5"))), 1);
    assert_eq!(kling.price(&chosen(text("10"))), 2);
    assert_eq!(kling.kie_cost(&chosen(text("10"))), 320);
    // The type counts: the provider wants "10" in quotes.
    assert_eq!(kling.price(&chosen(OptionValue::Integer(10))), 1);
    assert_eq!(kling.complete(&chosen(OptionValue::Integer(10)))["duration"], text("5"));
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
        ("price_credits = 1\n", "price_credits = 0\n", "price_credits must be from 1 to 1000"),
        ("\"image/jpeg\", \"image/png\"", "", "image.types is empty"),
        ("megabytes_max = 10", "megabytes_max = 21", "image.megabytes_max must be from 1 to 20"),
        ("about.en", "about.de", "about needs a text in \"en\""),
    ] {
        let error = Catalog::parse(&built_in.replace(from, to)).unwrap_err().to_string();
        assert!(error.contains(says), "{error}");
    }
    assert!(matches!(Catalog::parse("models = []"), Err(CatalogError::Empty)));
    assert!(matches!(Catalog::parse("[[models]]\nid = 1"), Err(CatalogError::Shape(_))));
}
