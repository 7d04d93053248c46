//! What operators decide in the chat over the settings and the catalogue: packs, gifts, prices, and maintenance. A row for
//! each item, in force at once and after every restart, until it is taken back.
//!
//! Events are handled by a [`Policy`] that their caller holds. [`InForce`] makes it of that of the files and of these rows: at
//! the start, and after each commit whose effects say so ([`Effect::ReadShop`]). So what is in force costs an event no
//! statement, and what was rolled back has never been in force.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, params};
use shared::catalog::{Catalog, Offer};
use shared::job::ModelId;

use super::CoreError;
use super::effect::Effect;
use super::ids::UserId;
use super::people;
use super::policy::{Decided, Policy};
use super::terms::{Term, Terms, WrongTerms};
use super::turn::{Turn, from_millis};

/// A video costs at most so many credits more or less than the catalogue says. More is a slip of the finger.
pub(super) const ADJUSTMENT_MAX: i32 = 1000;

/// What people read during maintenance is also shown over the chat and at the checkout: so many UTF-16 units at most.
/// Source: core.telegram.org/bots/api#answercallbackquery
const MAINTENANCE_UNITS_MAX: usize = 200;

/// The beginning of the names of prices.
const PRICE: &str = "PRICE:";

/// The name of maintenance.
const MAINTENANCE: &str = "MAINTENANCE";

const SELECT: &str = "SELECT item, value, operator, at FROM shop ORDER BY item";

/// Something that operators decide.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// One of the terms.
    Term(Term),
    /// That only operators may order and buy.
    Maintenance,
    /// What each video of a model costs more or less.
    Price(ModelId),
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// About what.
    pub item: Item,
    /// As it is written.
    pub value: String,
    /// By whom.
    pub operator: UserId,
    /// Since when it is in force.
    pub at: Timestamp,
}

/// The policy that events are handled by.
#[derive(Debug)]
pub struct InForce {
    files: Arc<Policy>,
    policy: Arc<Policy>,
}

/// The prices of a model, in our credits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Prices {
    /// The lowest and the highest.
    pub(super) range: (u32, u32),
    /// What is left of them after the provider is paid, in per cent: of the one that leaves least.
    pub(super) margin_percent: i64,
    /// How many of them leave less than the operator wants.
    pub(super) below_margin: usize,
}

/// Outcome of [`decide`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decide {
    /// It is in force from the next event on.
    Decided { before: String, after: String },
    /// It was so before.
    Already,
    /// It makes no sense.
    Wrong(WrongTerms),
}

impl Item {
    /// Reads a name back.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(model) = name.strip_prefix(PRICE) {
            return Some(Self::Price(ModelId::new(model)));
        }
        let term = Term::ALL.into_iter().find(|term| term.as_str() == name).map(Self::Term);
        term.or_else(|| (name == MAINTENANCE).then_some(Self::Maintenance))
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Term(term) => f.write_str(term.as_str()),
            Self::Maintenance => f.write_str(MAINTENANCE),
            Self::Price(model) => write!(f, "{PRICE}{model}"),
        }
    }
}

impl InForce {
    /// Reads what was decided.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn read(connection: &Connection, files: Arc<Policy>) -> rusqlite::Result<Self> {
        let decisions = decisions(connection)?;
        for Decision { item, value, operator, at } in &decisions {
            tracing::warn!(%item, value, operator.id = operator.0, %at, "an operator has decided this over the files");
        }
        Ok(Self { policy: combined(&files, &decisions), files })
    }

    /// Reads it anew, if what was just committed asks for that.
    ///
    /// # Errors
    /// When the database cannot be read. What was in force still is.
    pub fn follow(&mut self, connection: &Connection, effects: &[Effect]) -> rusqlite::Result<()> {
        if effects.contains(&Effect::ReadShop) {
            self.policy = combined(&self.files, &decisions(connection)?);
        }
        Ok(())
    }

    /// What is in force.
    #[must_use]
    pub const fn policy(&self) -> &Arc<Policy> {
        &self.policy
    }
}

/// What was decided, in the order of the items' names. None of a database from before there were any. What a newer version
/// wrote is passed over.
///
/// # Errors
/// When the database cannot be read.
pub fn decisions(connection: &Connection) -> rusqlite::Result<Vec<Decision>> {
    if !connection.prepare_cached("SELECT 1 FROM sqlite_schema WHERE name = 'shop'")?.exists([])? {
        return Ok(Vec::new());
    }
    let mut statement = connection.prepare_cached(SELECT)?;
    let rows = statement.query_map([], |row| row.try_into())?;
    Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().filter_map(decision).collect())
}

/// The policy of the files with what was decided over it.
#[must_use]
pub fn combined(files: &Arc<Policy>, decisions: &[Decision]) -> Arc<Policy> {
    if decisions.is_empty() {
        return Arc::clone(files);
    }
    match try_combined(files, decisions) {
        Ok(policy) => Arc::new(policy),
        Err(WrongTerms { setting, problem }) => {
            tracing::error!(
                setting,
                problem,
                "what operators have decided makes no sense with the settings of today: packs and gifts are those of the settings"
            );
            let others: Vec<Decision> =
                decisions.iter().filter(|decision| !matches!(decision.item, Item::Term(_))).cloned().collect();
            try_combined(files, &others).map_or_else(|_| Arc::clone(files), Arc::new)
        }
    }
}

fn try_combined(files: &Arc<Policy>, decisions: &[Decision]) -> Result<Policy, WrongTerms> {
    let mut terms = Terms::of(files);
    let mut decided = Decided { files: Some(Arc::clone(files)), ..Decided::default() };
    let mut changed = Vec::new();
    for Decision { item, value, .. } in decisions {
        match item {
            Item::Term(term) => {
                terms.set(*term, value)?;
                changed.push(*term);
            }
            Item::Maintenance => decided.maintenance = Some(value.clone()),
            Item::Price(model) => {
                let more = adjustment(value)?;
                decided.adjustments.extend((more != 0).then(|| (model.clone(), more)));
            }
        }
    }
    let mut policy = Policy::clone(files);
    if !changed.is_empty() {
        terms.check()?;
    }
    for term in changed {
        match term {
            Term::Packs | Term::StarsPerCredit => {
                policy.packs = terms.packs();
                policy.stars_per_credit = terms.stars_per_credit;
            }
            Term::Subscription => policy.subscription = terms.subscription(),
            Term::FirstPurchaseBonus => policy.first_purchase_bonus = terms.first_purchase_bonus.into(),
            Term::WelcomeCredits => policy.welcome_credits = terms.welcome_credits.into(),
        }
    }
    let is_worth_the_same = policy.pricing() == files.pricing();
    if !is_worth_the_same || !decided.adjustments.is_empty() {
        let mut catalog = Catalog::clone(&policy.catalog);
        if !is_worth_the_same {
            catalog = catalog.with_pricing(policy.pricing());
        }
        policy.catalog = Arc::new(catalog.with_adjustments(&decided.adjustments));
    }
    policy.decided = decided;
    Ok(policy)
}

/// What was decided, as this event finds it.
pub(super) fn all(turn: &Turn<'_>) -> Result<Vec<Decision>, CoreError> {
    Ok(turn.all(SELECT, [])?.into_iter().filter_map(decision).collect())
}

/// What is in force after this event, as far as it has got.
pub(super) fn in_force(turn: &Turn<'_>) -> Result<Arc<Policy>, CoreError> {
    Ok(combined(&files(turn), &all(turn)?))
}

/// Whether this person can neither order nor buy at present.
pub(super) fn is_closed_to(turn: &Turn<'_>, user: UserId) -> bool {
    turn.policy().decided.maintenance.is_some() && !people::is_operator(turn, user)
}

/// What would be in force if this were decided; without a value, if it were as the files have it.
pub(super) fn would_be(
    turn: &Turn<'_>,
    item: &Item,
    value: Option<&str>,
) -> Result<Result<Arc<Policy>, WrongTerms>, CoreError> {
    let decisions = with(turn, all(turn)?, item, value);
    if let (Item::Maintenance, Some(words)) = (item, value)
        && words.encode_utf16().count() > MAINTENANCE_UNITS_MAX
    {
        let problem = format!("takes at most {MAINTENANCE_UNITS_MAX} characters, so that people can read all of it");
        return Ok(Err(WrongTerms::new("/maintenance on", problem)));
    }
    let files = files(turn);
    Ok(match item {
        Item::Term(_) => try_combined(&files, &decisions).map(Arc::new),
        // Terms that make no sense any more keep nobody from closing the shop, opening it, or changing a price.
        Item::Maintenance => Ok(combined(&files, &decisions)),
        Item::Price(_) => value.map_or(Ok(0), adjustment).map(|_adjustment| combined(&files, &decisions)),
    })
}

/// Decides something; without a value, that it is as the files have it. In force from the next event on.
pub(super) fn decide(
    turn: &mut Turn<'_>,
    operator: UserId,
    item: &Item,
    value: Option<&str>,
) -> Result<Decide, CoreError> {
    let policy = match would_be(turn, item, value)? {
        Ok(policy) => policy,
        Err(wrong) => return Ok(Decide::Wrong(wrong)),
    };
    let before = in_force(turn)?;
    let (before, after) = (text(&before, item), text(&policy, item));
    // What is as the files have it follows them from now on.
    let is_of_files = after == text(policy.of_files(), item);
    let changed = if is_of_files {
        turn.execute("DELETE FROM shop WHERE item = ?1", [item.to_string()])?
    } else {
        turn.execute(
            "INSERT INTO shop (item, value, operator, at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (item) DO UPDATE SET value = excluded.value, operator = excluded.operator, at = excluded.at
             WHERE value <> excluded.value",
            params![item.to_string(), written(&policy, item), operator, turn.millis()],
        )?
    };
    if changed == 0 {
        return Ok(Decide::Already);
    }
    tracing::warn!(%item, before, after, operator.id = operator.0, "an operator has changed the shop");
    turn.effects.push(Effect::ReadShop);
    Ok(Decide::Decided { before, after })
}

/// What is in force of an item, for operators and for the record of what they did.
#[must_use]
pub fn text(policy: &Policy, item: &Item) -> String {
    match (item, &policy.decided.maintenance) {
        (Item::Maintenance, None) => "off".to_owned(),
        (Item::Maintenance, Some(words)) if words.is_empty() => "on".to_owned(),
        (Item::Maintenance, Some(words)) => format!("on: {words}"),
        (Item::Term(_) | Item::Price(_), _) => written(policy, item),
    }
}

/// The prices of a model, follow-ups included.
pub(super) fn prices(policy: &Policy, model: &ModelId) -> Option<Prices> {
    let offers: Vec<Offer<'_>> = policy.catalog.get(model)?.offers().collect();
    Some(Prices {
        range: (
            offers.iter().map(|offer| offer.price).min().unwrap_or_default(),
            offers.iter().map(|offer| offer.price).max().unwrap_or_default(),
        ),
        margin_percent: offers.iter().map(|offer| offer.margin_percent).min().unwrap_or_default(),
        below_margin: offers.iter().filter(|offer| offer.is_below_margin).count(),
    })
}

/// As it stands in a row.
fn written(policy: &Policy, item: &Item) -> String {
    match item {
        Item::Term(term) => Terms::of(policy).text(*term),
        Item::Maintenance => policy.decided.maintenance.clone().unwrap_or_default(),
        Item::Price(model) => policy.decided.adjustments.get(model).map_or("0".to_owned(), |more| format!("{more:+}")),
    }
}

fn adjustment(value: &str) -> Result<i32, WrongTerms> {
    let wrong = || {
        let problem = format!("takes a whole number of credits from -{ADJUSTMENT_MAX} to +{ADJUSTMENT_MAX}");
        WrongTerms::new("The price", problem)
    };
    let more: i32 = value.trim().parse().map_err(|_| wrong())?;
    if more.unsigned_abs() > ADJUSTMENT_MAX.unsigned_abs() { Err(wrong()) } else { Ok(more) }
}

/// The policy of the files.
fn files(turn: &Turn<'_>) -> Arc<Policy> {
    turn.policy().decided.files.clone().unwrap_or_else(|| Arc::new(turn.policy().clone()))
}

fn with(turn: &Turn<'_>, mut decisions: Vec<Decision>, item: &Item, value: Option<&str>) -> Vec<Decision> {
    decisions.retain(|decision| decision.item != *item);
    decisions.extend(value.map(|value| Decision {
        item: item.clone(),
        value: value.to_owned(),
        operator: UserId(0),
        at: turn.now(),
    }));
    decisions
}

fn decision((item, value, operator, at): (String, String, UserId, i64)) -> Option<Decision> {
    Some(Decision { item: Item::parse(&item)?, value, operator, at: from_millis(at) })
}
