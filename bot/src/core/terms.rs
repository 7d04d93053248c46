//! What is sold for Stars and what comes for nothing, as settings and operators write it, and what of that makes sense.

use serde::{Deserialize, Serialize};
use shared::config::SettingValue as _;

use super::ids::{Credits, Stars};
use super::policy::{Pack, Policy};

mod pack_size;

pub use pack_size::PackSize;

/// Telegram takes no invoice over more Stars.
/// Source: measured by others; 100,000 is taken, 150,000 refused as `CURRENCY_TOTAL_AMOUNT_INVALID`.
const STARS_MAX: u64 = 100_000;

/// Telegram takes no subscription over more Stars.
/// Source: core.telegram.org/bots/api#createinvoicelink
const SUBSCRIPTION_STARS_MAX: u32 = 10_000;

/// No gift to everybody is larger. More is a slip of the finger.
pub(crate) const FREE_CREDITS_MAX: u32 = 1000;

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// `PACKS`.
    pub packs: Vec<PackSize>,
    /// `STARS_PER_CREDIT`.
    pub stars_per_credit: u32,
    /// `FIRST_PURCHASE_BONUS`.
    pub first_purchase_bonus: u32,
    /// `WELCOME_CREDITS`.
    pub welcome_credits: u32,
    /// `SUBSCRIPTION_CREDITS`; 0: there is none.
    pub subscription_credits: u32,
    /// `SUBSCRIPTION_STARS`.
    pub subscription_stars: u32,
}

/// Terms that make no sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongTerms {
    /// The setting that is wrong.
    pub setting: &'static str,
    /// What is wrong, as it goes on behind the setting's name.
    pub problem: String,
}

impl WrongTerms {
    pub(super) const fn new(setting: &'static str, problem: String) -> Self {
        Self { setting, problem }
    }
}

/// One of the terms, as operators change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// The packs.
    Packs,
    /// The price of a credit in them.
    StarsPerCredit,
    /// What a subscription brings, and costs.
    Subscription,
    /// What comes with a first purchase.
    FirstPurchaseBonus,
    /// What comes with a first message.
    WelcomeCredits,
}

impl Term {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Packs, Self::StarsPerCredit, Self::Subscription, Self::FirstPurchaseBonus, Self::WelcomeCredits];

    /// The name in rows and on buttons: that of the setting, if it is one.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Packs => "PACKS",
            Self::StarsPerCredit => "STARS_PER_CREDIT",
            Self::Subscription => "SUBSCRIPTION",
            Self::FirstPurchaseBonus => "FIRST_PURCHASE_BONUS",
            Self::WelcomeCredits => "WELCOME_CREDITS",
        }
    }
}

impl Terms {
    /// Those that a policy has.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        let whole = |number: i64| u32::try_from(number).unwrap_or_default();
        let size = |pack: &Pack| PackSize { credits: whole(pack.credits.0), bonus: whole(pack.bonus.0) };
        Self {
            packs: policy.packs.iter().map(size).collect(),
            stars_per_credit: policy.stars_per_credit,
            first_purchase_bonus: whole(policy.first_purchase_bonus.0),
            welcome_credits: whole(policy.welcome_credits.0),
            subscription_credits: policy.subscription.map_or(0, |pack| whole(pack.credits.0)),
            subscription_stars: policy.subscription.map_or(0, |pack| whole(pack.stars.0)),
        }
    }

    /// The packs that are sold.
    #[must_use]
    pub fn packs(&self) -> Vec<Pack> {
        let pack = |size: &PackSize| Pack {
            credits: Credits::from(size.credits),
            bonus: Credits::from(size.bonus),
            stars: Stars(i64::from(size.credits) * i64::from(self.stars_per_credit)),
        };
        self.packs.iter().map(pack).collect()
    }

    /// What a subscription brings in each period, if there are subscriptions.
    #[must_use]
    pub fn subscription(&self) -> Option<Pack> {
        let pack = Pack::new(self.subscription_credits.into(), self.subscription_stars.into());
        (self.subscription_credits > 0).then_some(pack)
    }

    /// The text of one of them, as it is written.
    #[must_use]
    pub fn text(&self, term: Term) -> String {
        match term {
            Term::Packs => self.packs.shown(),
            Term::StarsPerCredit => self.stars_per_credit.to_string(),
            Term::Subscription if self.subscription_credits == 0 => "0".to_owned(),
            Term::Subscription => format!("{} {}", self.subscription_credits, self.subscription_stars),
            Term::FirstPurchaseBonus => self.first_purchase_bonus.to_string(),
            Term::WelcomeCredits => self.welcome_credits.to_string(),
        }
    }

    /// Reads one of them as it is written: in the form of the setting; a subscription as credits and Stars, such as
    /// `20 1500`, or `0`. Whether all of them make sense together is for [`Terms::check`].
    ///
    /// # Errors
    /// When it is not written so.
    pub fn set(&mut self, term: Term, text: &str) -> Result<(), WrongTerms> {
        let text = text.trim();
        let wrong = |problem: String| WrongTerms::new(term.as_str(), problem);
        let number =
            |text: &str| text.parse::<u32>().map_err(|_| wrong(format!("takes a whole number, and {text:?} is none")));
        match term {
            Term::Packs => self.packs = Vec::read(text).map_err(wrong)?,
            Term::StarsPerCredit => self.stars_per_credit = number(text)?,
            Term::FirstPurchaseBonus => self.first_purchase_bonus = number(text)?,
            Term::WelcomeCredits => self.welcome_credits = number(text)?,
            Term::Subscription => {
                let words: Vec<&str> = text.split_whitespace().collect();
                (self.subscription_credits, self.subscription_stars) = match words[..] {
                    ["0"] => (0, 0),
                    [credits, stars] => (number(credits)?, number(stars)?),
                    _ => return Err(wrong("takes credits and Stars, such as 20 1500, or 0 for none".to_owned())),
                };
            }
        }
        Ok(())
    }

    /// Whether they make sense together.
    ///
    /// # Errors
    /// The first thing that does not.
    pub fn check(&self) -> Result<(), WrongTerms> {
        let wrong = |setting, problem: String| Err(WrongTerms::new(setting, problem));
        if self.packs.is_empty() || self.packs.len() > 8 || self.packs.iter().any(|pack| pack.credits == 0) {
            return wrong("PACKS", "needs 1 to 8 numbers of credits above 0, such as 1,5,10,25+4".to_owned());
        }
        let credits: Vec<u32> = self.packs.iter().map(|pack| pack.credits).collect();
        if let Some((_, twin)) = credits.iter().enumerate().find(|(at, pack)| credits[..*at].contains(pack)) {
            return wrong("PACKS", format!("has {twin} twice; people could not tell which one they press"));
        }
        if let Some(pack) = self.packs.iter().find(|pack| pack.bonus > pack.credits) {
            return wrong("PACKS", format!("has a bonus that is more than what is bought: {}", pack.shown()));
        }
        for (name, gift) in
            [("FIRST_PURCHASE_BONUS", self.first_purchase_bonus), ("WELCOME_CREDITS", self.welcome_credits)]
        {
            if gift > FREE_CREDITS_MAX {
                return wrong(name, format!("must be at most {FREE_CREDITS_MAX}"));
            }
        }
        if (self.subscription_credits == 0) != (self.subscription_stars == 0) {
            let problem = "and SUBSCRIPTION_CREDITS belong together: set both, or neither".to_owned();
            return wrong("SUBSCRIPTION_STARS", problem);
        }
        if u64::from(self.subscription_credits) > STARS_MAX {
            return wrong("SUBSCRIPTION_CREDITS", format!("must be at most {STARS_MAX}"));
        }
        if self.subscription_stars > SUBSCRIPTION_STARS_MAX {
            let problem = format!("must be at most {SUBSCRIPTION_STARS_MAX}: Telegram takes no dearer subscription");
            return wrong("SUBSCRIPTION_STARS", problem);
        }
        let dearest = credits.into_iter().max().unwrap_or_default();
        if !(1..=STARS_MAX).contains(&(u64::from(dearest) * u64::from(self.stars_per_credit))) {
            return wrong("STARS_PER_CREDIT", format!("every pack must cost from 1 to {STARS_MAX} Stars"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Terms {
        let packs = vec![PackSize { credits: 1, bonus: 0 }, PackSize { credits: 10, bonus: 1 }];
        Terms {
            packs,
            stars_per_credit: 100,
            first_purchase_bonus: 0,
            welcome_credits: 2,
            subscription_credits: 0,
            subscription_stars: 0,
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for (term, text, written) in [
            (Term::Packs, " 2, 5 + 1 ", "2,5+1"),
            (Term::StarsPerCredit, "90", "90"),
            (Term::Subscription, "20  1500", "20 1500"),
            (Term::Subscription, "0", "0"),
            (Term::FirstPurchaseBonus, "3", "3"),
            (Term::WelcomeCredits, "0", "0"),
        ] {
            let mut terms = terms();
            assert_eq!(terms.set(term, text).and_then(|()| terms.check()), Ok(()), "{text}");
            assert_eq!(terms.text(term), written);
        }
    }

    #[test]
    fn nonsense_is_named() {
        for (term, text, says) in [
            (Term::Packs, "", "PACKS needs 1 to 8 numbers"),
            (Term::Packs, "many", "PACKS \"many\" is not a number of credits"),
            (Term::Packs, "1001", "STARS_PER_CREDIT every pack must cost from 1 to 100000 Stars"),
            (Term::StarsPerCredit, "0", "STARS_PER_CREDIT every pack must cost"),
            (Term::StarsPerCredit, "-5", "STARS_PER_CREDIT takes a whole number, and \"-5\" is none"),
            (Term::Subscription, "20", "SUBSCRIPTION takes credits and Stars, such as 20 1500"),
            (Term::Subscription, "20 0", "SUBSCRIPTION_STARS and SUBSCRIPTION_CREDITS belong together"),
            (Term::WelcomeCredits, "1001", "WELCOME_CREDITS must be at most 1000"),
        ] {
            let mut terms = terms();
            let WrongTerms { setting, problem } = terms.set(term, text).and_then(|()| terms.check()).unwrap_err();
            let said = format!("{setting} {problem}");
            assert!(said.starts_with(says), "{text}: {said}");
        }
    }
}
