//! `check-catalogue`: every combination that can be ordered, with its cost, its price and what is left of it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use shared::catalog::{Catalog, KIE_CREDIT_MICRO_USD, Offer};
use shared::signing::SigningKey;

use crate::core::Policy;
use crate::core::shop::{self, Decision};
use crate::{Settings, store};

/// Reads a catalogue, the one in use if no file is named. Prices are those that are in force in the database of `folder`, if
/// there is one. What to print, and failure if something is sold below the margin.
///
/// # Errors
/// When the file or the database cannot be read, or the file makes no sense; says what to mend.
pub fn check_catalogue(
    settings: &Settings,
    file: Option<&Path>,
    folder: Option<&Path>,
) -> anyhow::Result<(String, ExitCode)> {
    let file: Option<PathBuf> = file.map(Path::to_owned).or_else(|| settings.catalog_file.clone());
    let catalog = shared::config::catalog(file.as_deref())?;
    let catalog = Catalog::clone(&catalog).with_pricing(settings.pricing());
    // Only what is sold counts of it: nothing is signed or reached.
    let (key, url) = (SigningKey::new(String::new().into()), settings.telegram_api_url.clone());
    let mut files = Policy::new(Arc::new(catalog), settings.packs(), key, String::new(), url);
    settings.decide(&mut files);
    let files = Arc::new(files);
    let decisions = folder.map_or_else(|| Ok(Vec::new()), store::decisions).context("the database cannot be read")?;
    let in_force = shop::combined(&files, &decisions);
    let catalog = &in_force.catalog;
    let offers: Vec<Offer<'_>> = catalog.offers().collect();
    let below = offers.iter().filter(|offer| offer.is_below_margin).count();
    let mut text = table(&offers)?;
    let (stars, margin) = (in_force.stars_per_credit, settings.margin_percent_min);
    writeln!(text, "\nA credit is sold for {stars} Stars; at least {margin} % of it are to be left.")?;
    writeln!(text, "{} models, {} prices, {below} of them below that margin.", catalog.models().len(), offers.len())?;
    text.push_str(&decided(&files, &decisions)?);
    Ok((text, if below == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }))
}

/// What operators have decided in the chat.
fn decided(files: &Policy, decisions: &[Decision]) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    for Decision { item, value, operator, at } in decisions {
        let of_files = shop::text(files, item);
        writeln!(text, "In the chat, /shop: {item} is {value:?} instead of {of_files:?}, by {operator} since {at}.")?;
    }
    Ok(text)
}

fn table(offers: &[Offer<'_>]) -> Result<String, std::fmt::Error> {
    let mut text = format!(
        "{:<18} {:<10} {:<34} {:>6} {:>7} {:>7} {:>7}\n",
        "model", "made from", "choices", "KIE.ai", "USD", "credits", "margin"
    );
    for offer in offers {
        let Offer { model, variant, combination, kie_cost, price, margin_percent, is_below_margin } = offer;
        let usd = f64::from(*kie_cost) * f64::from(KIE_CREDIT_MICRO_USD) / 1e6;
        let remarks = [(model.off, "  off"), (*is_below_margin, "  BELOW THE MARGIN")];
        let remarks: String = remarks.into_iter().filter(|(holds, _)| *holds).map(|(_, remark)| remark).collect();
        writeln!(
            text,
            "{:<18} {variant:<10} {combination:<34} {kie_cost:>6} {usd:>7.3} {price:>7} {margin_percent:>5} %{remarks}",
            model.id.as_str()
        )?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn settings() -> Settings {
        Settings::read(Path::new("/nonexistent/starreel.toml"), &BTreeMap::new()).unwrap()
    }

    #[test]
    fn an_operator_sees_what_is_left_of_each_price() {
        let (text, status) = check_catalogue(&settings(), None, None).unwrap();
        assert_eq!(status, ExitCode::SUCCESS, "{text}");
        let row = text.lines().find(|line| line.starts_with("veo3-fast") && line.contains("1080p")).unwrap();
        let words: Vec<&str> = row.split_whitespace().collect();
        assert_eq!(words, ["veo3-fast", "text", "1080p", "65", "0.325", "1", "75", "%"]);
        assert!(text.contains("kling-3.0          text       5 s, 720p, sound"), "{text}");
    }

    #[test]
    fn what_is_sold_too_cheaply_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("catalog.toml");
        let stanza = "[[models]]\nid = \"dear\"\nname = \"Dear\"\nabout.en = \"x\"\napi = \"market\"\ngroup = \"cheap\"\n\
                      render_minutes_max = 10\n[models.text]\nkie_model = \"x\"\ncost = 260\nprice_credits = 1\nprompt_chars_max = 9\n";
        std::fs::write(&file, stanza).unwrap();
        let (text, status) = check_catalogue(&settings(), Some(&file), None).unwrap();
        assert_eq!(status, ExitCode::FAILURE);
        assert!(text.contains("the only combination") && text.contains("0 %  BELOW THE MARGIN"), "{text}");
        std::fs::write(&file, stanza.replace("cost = 260", "cost = []")).unwrap();
        let error = check_catalogue(&settings(), Some(&file), None).unwrap_err();
        assert!(format!("{error:#}").contains("every combination"), "{error:#}");
    }

    #[test]
    fn what_was_decided_in_the_chat_counts_and_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let check = || check_catalogue(&settings(), None, Some(folder.path())).unwrap().0;
        assert!(!check().contains("/shop"), "there is no database");
        let store = store::Store::open(store::lock(folder.path()).unwrap()).unwrap();
        store.damage("INSERT INTO shop VALUES ('PRICE:veo3-fast', '+2', 900, 0), ('STARS_PER_CREDIT', '50', 900, 0)");
        let text = check();
        // A credit is worth half, so 65 credits of KIE.ai are one of ours all the same, and two more.
        let row = text.lines().find(|line| line.starts_with("veo3-fast") && line.contains("1080p")).unwrap();
        assert_eq!(row.split_whitespace().nth(5), Some("3"), "{row}");
        assert!(text.contains("A credit is sold for 50 Stars"), "{text}");
        assert!(
            text.contains("STARS_PER_CREDIT is \"50\" instead of \"100\", by 900 since 1970-01-01T00:00:00Z."),
            "{text}"
        );
        assert!(text.contains("PRICE:veo3-fast is \"+2\" instead of \"0\""), "{text}");
    }
}
