//! `check-catalogue`: every combination that can be ordered, with its cost, its price and what is left of it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use shared::catalog::{Catalog, KIE_CREDIT_MICRO_USD, Offer};

use crate::Settings;

/// Reads a catalogue, the one in use if no file is named. What to print, and failure if something is sold below the margin.
///
/// # Errors
/// When the file cannot be read, or makes no sense; says what to mend.
pub fn check_catalogue(settings: &Settings, file: Option<&Path>) -> anyhow::Result<(String, ExitCode)> {
    let file: Option<PathBuf> = file.map(Path::to_owned).or_else(|| settings.catalog_file.clone());
    let catalog = shared::config::catalog(file.as_deref())?;
    let catalog = Catalog::clone(&catalog).with_pricing(settings.pricing());
    let offers: Vec<Offer<'_>> = catalog.offers().collect();
    let below = offers.iter().filter(|offer| offer.is_below_margin).count();
    let mut text = table(&offers)?;
    let (stars, margin) = (settings.stars_per_credit, settings.margin_percent_min);
    writeln!(text, "\nA credit is sold for {stars} Stars; at least {margin} % of it are to be left.")?;
    writeln!(text, "{} models, {} prices, {below} of them below that margin.", catalog.models().len(), offers.len())?;
    Ok((text, if below == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }))
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
        let (text, status) = check_catalogue(&settings(), None).unwrap();
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
        let (text, status) = check_catalogue(&settings(), Some(&file)).unwrap();
        assert_eq!(status, ExitCode::FAILURE);
        assert!(text.contains("the only combination") && text.contains("0 %  BELOW THE MARGIN"), "{text}");
        std::fs::write(&file, stanza.replace("cost = 260", "cost = []")).unwrap();
        let error = check_catalogue(&settings(), Some(&file)).unwrap_err();
        assert!(format!("{error:#}").contains("every combination"), "{error:#}");
    }
}
