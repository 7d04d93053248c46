//! How a pack is written in `PACKS`.

use shared::config::SettingValue;

/// A pack as it is written: `25`, or `25+4` with a bonus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackSize {
    /// What is paid for.
    pub credits: u32,
    /// What comes with it.
    pub bonus: u32,
}

impl SettingValue for PackSize {
    const KIND: &'static str = "credits+bonus";

    fn read(text: &str) -> Result<Self, String> {
        let (credits, bonus) = text.split_once('+').unwrap_or((text, "0"));
        let parsed = credits.trim().parse().ok().zip(bonus.trim().parse().ok());
        let wrong = || format!("{text:?} is not a number of credits, such as 25, or 25+4 with a bonus of 4");
        parsed.map(|(credits, bonus)| Self { credits, bonus }).ok_or_else(wrong)
    }

    fn shown(&self) -> String {
        let Self { credits, bonus } = self;
        if *bonus == 0 { credits.to_string() } else { format!("{credits}+{bonus}") }
    }
}
