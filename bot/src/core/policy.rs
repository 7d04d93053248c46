//! What the settings and the catalogue say: prices, limits and times. Plain values, so that a simulation can choose its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::SignedDuration;
use shared::catalog::{Catalog, Pricing, STAR_MICRO_USD};
use shared::job::ModelId;
use shared::signing::SigningKey;
use shared::templates::Templates;
use url::Url;

use super::ids::{Credits, Stars, UserId};
use super::role::Role;

/// The policy of one bot.
#[derive(Debug, Clone)]
pub struct Policy {
    /// What is sold.
    pub catalog: Arc<Catalog>,
    /// Ready ideas for videos.
    pub templates: Arc<Templates>,
    /// The packs of credits that can be bought.
    pub packs: Vec<Pack>,
    /// What a credit of a pack costs, where an operator changes the packs.
    pub stars_per_credit: u32,
    /// What a subscription brings in each period of 30 days, if there are subscriptions.
    pub subscription: Option<Pack>,
    /// What somebody's first purchase brings beside what was bought.
    pub first_purchase_bonus: Credits,
    /// What everybody gets with their first message.
    pub welcome_credits: Credits,
    /// What each of both gets when somebody who came by another person's link makes their first purchase.
    pub referral_credits: Credits,
    /// For so many people an inviter gets that, at most.
    pub referrals_max: u32,
    /// A gift can be opened for this long. Then its buyer has it.
    pub gifts_kept_for: SignedDuration,
    /// What is to be left of a price after the provider is paid, in per cent.
    pub margin_percent_min: u16,
    /// What operators have decided in the chat. Packs, Stars per credit, the subscription, the bonuses of a first purchase and a
    /// first message, and the catalogue follow it.
    pub decided: Decided,
    /// The owners: who may do everything, and is told about trouble and requests.
    pub admins: BTreeSet<UserId>,
    /// Who answers people, and is told about their requests.
    pub support: BTreeSet<UserId>,
    /// Who looks on.
    pub viewers: BTreeSet<UserId>,
    /// Signs invoices and links. The bot's own, kept in its database.
    pub key: SigningKey,
    /// The bot's name on Telegram, without `@`.
    pub username: String,
    /// Where workers reach this bot.
    pub bot_url: Url,
    /// An invoice can be paid for this long.
    pub invoice_age_max: SignedDuration,
    /// A buyer may have the Stars of an unspent purchase back for this long without asking anybody.
    pub refund_within: SignedDuration,
    /// Jobs that are published and not yet submitted, at most.
    pub published_max: u32,
    /// Jobs of one person that are under way at the same time, at most. Further ones wait in the queue.
    pub under_way_per_person_max: u32,
    /// Messages and taps of one person that are looked at within a minute. Telegram takes about one message in a second into
    /// a chat, so more could not be answered.
    pub updates_per_minute: u32,
    /// Videos that one person may order within an hour.
    pub orders_per_hour: u32,
    /// Videos that one person may order within a day.
    pub orders_per_day: u32,
    /// Workers may submit a job for this long after it was first published.
    pub submit_window: SignedDuration,
    /// A job may wait in the queue for this long.
    pub queue_age_max: SignedDuration,
    /// What people ordered is remembered for this long: prompts, pictures, choices, and where the video is.
    pub orders_kept_for: SignedDuration,
    /// What people wrote to the operators is remembered for this long, and what could not be read or told.
    pub requests_kept_for: SignedDuration,
    /// Messages of a broadcast that are sent within a second, at most.
    pub broadcast_per_second: u32,
    /// A video that cannot be delivered is kept for this long.
    pub undelivered_age_max: SignedDuration,
    /// What is done when videos cost something else than the catalogue says.
    pub price_watch: PriceWatch,
    /// Whether KIE.ai's price list is read once a day.
    pub reads_price_list: bool,
}

/// What operators have decided in the chat over the files, and the files alone. Made by `core::shop`.
#[derive(Debug, Clone, Default)]
pub struct Decided {
    /// The policy without any of it. `None` when nothing is decided.
    pub files: Option<Arc<Policy>>,
    /// How many of our credits each video of a model costs more than the catalogue says, or less.
    pub adjustments: BTreeMap<ModelId, i32>,
    /// While only operators may order and buy: what everybody else reads. Empty: the usual words.
    pub maintenance: Option<String>,
}

/// What is done when the videos of a model cost something else than the catalogue says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PriceWatch {
    /// Nothing.
    Off,
    /// Operators are told.
    Tell,
    /// The same, and a model that has become dearer is switched off.
    SwitchOff,
}

/// So many credits for so many Stars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pack {
    /// What the buyer pays for; it names the pack.
    pub credits: Credits,
    /// What the buyer gets beside them.
    pub bonus: Credits,
    /// What the buyer pays.
    pub stars: Stars,
}

impl Pack {
    /// A pack without a bonus.
    #[must_use]
    pub const fn new(credits: i64, stars: i64) -> Self {
        Self { credits: Credits(credits), bonus: Credits::ZERO, stars: Stars(stars) }
    }

    /// The same with a bonus.
    #[must_use]
    pub const fn with_bonus(self, bonus: i64) -> Self {
        Self { bonus: Credits(bonus), ..self }
    }
}

impl Policy {
    /// Times and limits as they are unless the operator says otherwise.
    #[must_use]
    pub fn new(catalog: Arc<Catalog>, packs: Vec<Pack>, key: SigningKey, username: String, bot_url: Url) -> Self {
        Self {
            catalog,
            templates: Arc::new(Templates::built_in()),
            packs,
            stars_per_credit: 100,
            subscription: None,
            first_purchase_bonus: Credits::ZERO,
            welcome_credits: Credits::ZERO,
            referral_credits: Credits::ZERO,
            referrals_max: 20,
            gifts_kept_for: SignedDuration::from_hours(30 * 24),
            margin_percent_min: Pricing::default().margin_percent_min,
            decided: Decided::default(),
            admins: BTreeSet::new(),
            support: BTreeSet::new(),
            viewers: BTreeSet::new(),
            key,
            username,
            bot_url,
            invoice_age_max: SignedDuration::from_hours(24),
            refund_within: SignedDuration::from_hours(14 * 24),
            published_max: 20,
            under_way_per_person_max: 3,
            updates_per_minute: 60,
            orders_per_hour: 30,
            orders_per_day: 200,
            submit_window: SignedDuration::from_mins(30),
            queue_age_max: SignedDuration::from_hours(6),
            orders_kept_for: SignedDuration::from_hours(30 * 24),
            requests_kept_for: SignedDuration::from_hours(90 * 24),
            broadcast_per_second: 15,
            undelivered_age_max: SignedDuration::from_hours(7 * 24),
            price_watch: PriceWatch::Tell,
            reads_price_list: false,
        }
    }

    /// The role of this person, if they are an operator. Of several, the one that may do the most.
    #[must_use]
    pub fn role(&self, user: UserId) -> Option<Role> {
        Role::ALL.into_iter().rev().find(|role| self.operators(*role).contains(&user))
    }

    /// The operators who may do what needs this role.
    #[must_use]
    pub fn who_may(&self, needs: Role) -> BTreeSet<UserId> {
        let able = Role::ALL.into_iter().filter(|role| role.may(needs));
        able.flat_map(|role| self.operators(role)).copied().collect()
    }

    /// Every operator with their role.
    #[must_use]
    pub fn roles(&self) -> BTreeMap<UserId, Role> {
        // The last of several roles is the one that may do the most.
        Role::ALL.into_iter().flat_map(|role| self.operators(role).iter().map(move |user| (*user, role))).collect()
    }

    const fn operators(&self, role: Role) -> &BTreeSet<UserId> {
        match role {
            Role::Owner => &self.admins,
            Role::Support => &self.support,
            Role::Viewer => &self.viewers,
        }
    }

    /// The policy as the files have it, without what operators have decided.
    #[must_use]
    pub fn of_files(&self) -> &Self {
        self.decided.files.as_deref().unwrap_or(self)
    }

    /// What prices follow from where the catalogue names none. A credit is worth the fewest Stars that it is sold for.
    #[must_use]
    pub fn pricing(&self) -> Pricing {
        pricing(self.margin_percent_min, self.packs.iter().chain(&self.subscription))
    }

    /// The pack with so many credits, if it is offered.
    #[must_use]
    pub fn pack(&self, credits: Credits) -> Option<Pack> {
        self.packs.iter().copied().find(|pack| pack.credits == credits)
    }
}

/// What prices follow from when this is all that is sold.
pub(crate) fn pricing<'p>(margin_percent_min: u16, packs: impl Iterator<Item = &'p Pack>) -> Pricing {
    let micro_usd = |pack: &Pack| {
        let (credits, stars) = ((pack.credits + pack.bonus).0, pack.stars.0);
        u32::try_from(stars.saturating_mul(STAR_MICRO_USD.into()) / credits.max(1)).unwrap_or(u32::MAX)
    };
    Pricing { margin_percent_min, credit_micro_usd: packs.map(micro_usd).min().unwrap_or_default() }
}
