//! What operators decide of the shop: what they do for it, and an account of it from outside, written from the rules.
//!
//! A change is believed when an operator's press or command asks for just that: a price and maintenance say it themselves, and
//! what a button puts in force stood above it. From that follows what must be sold at which price.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bot::core::effect::{ButtonAction, Effect, Invoice, Reply};
use bot::core::event::Event;
use bot::core::ids::{Credits, Stars, UserId};
use bot::core::{Pack, Policy};
use rand::Rng as _;
use rand::seq::IndexedRandom as _;
use rusqlite::Connection;
use shared::catalog::{Choices, Inputs};
use shared::job::{FollowUpKind, ImageUse, ModelId};

use crate::Violation;
use crate::catalog_fixture::OPERATOR;
use crate::causes::pressed;
use crate::coverage::{Coverage, Met};
use crate::initiator::commanded;
use crate::job_rows::Job;
use crate::model::{Commit, ensure};
use crate::world::World;

/// The terms, with what operators write where their value is asked for.
const VALUES: [(&str, &[&str]); 5] = [
    ("PACKS", &["1,5,12+3", "1,5+2,20", "7"]),
    ("STARS_PER_CREDIT", &["90", "150", "2"]),
    ("SUBSCRIPTION", &["4 350", "5 300", "0"]),
    ("FIRST_PURCHASE_BONUS", &["3", "0"]),
    ("WELCOME_CREDITS", &["2", "0"]),
];

/// What was decided, each item with its value as it stands in its row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shop {
    decided: BTreeMap<String, String>,
    /// The text above each button that puts something in force.
    shown: BTreeMap<String, String>,
    /// The number of the last deed of an operator.
    last_deed: i64,
    /// Invoices that were made.
    made: Vec<String>,
}

impl Shop {
    /// What is in force over these files. The catalogue stays that of the files: what a model costs more is kept beside it.
    pub(crate) fn policy(&self, files: &Arc<Policy>) -> Arc<Policy> {
        if self.decided.is_empty() {
            return Arc::clone(files);
        }
        let mut policy = Policy::clone(files);
        let number = |text: &str| text.parse::<i64>().unwrap();
        let stars = self.decided.get("STARS_PER_CREDIT").map_or(policy.stars_per_credit.into(), |stars| number(stars));
        if let Some(packs) = self.decided.get("PACKS") {
            let pack = |text: &str| {
                let (credits, bonus) = text.split_once('+').unwrap_or((text, "0"));
                Pack::new(number(credits), number(credits) * stars).with_bonus(number(bonus))
            };
            policy.packs = packs.split(',').map(pack).collect();
        } else if self.decided.contains_key("STARS_PER_CREDIT") {
            policy.packs.iter_mut().for_each(|pack| pack.stars = Stars(pack.credits.0 * stars));
        }
        if let Some(subscription) = self.decided.get("SUBSCRIPTION") {
            let (credits, stars) = subscription.split_once(' ').unwrap_or((subscription, "0"));
            policy.subscription = (credits != "0").then(|| Pack::new(number(credits), number(stars)));
        }
        if let Some(bonus) = self.decided.get("FIRST_PURCHASE_BONUS") {
            policy.first_purchase_bonus = Credits(number(bonus));
        }
        if let Some(welcome) = self.decided.get("WELCOME_CREDITS") {
            policy.welcome_credits = Credits(number(welcome));
        }
        policy.decided.maintenance = self.decided.get("MAINTENANCE").cloned();
        let prices = self.decided.iter().filter_map(|(item, more)| Some((item.strip_prefix("PRICE:")?, more)));
        policy.decided.adjustments = prices.map(|(model, more)| (ModelId::new(model), more.parse().unwrap())).collect();
        Arc::new(policy)
    }

    /// Looks at a commit: whatever has changed is what an operator has just asked for, and on record.
    pub(crate) fn look_at(&mut self, commit: &Commit<'_>, coverage: &mut Coverage) -> Result<(), Violation> {
        let rows = decided(commit.connection);
        if rows != self.decided {
            let items =
                rows.keys().chain(self.decided.keys()).filter(|item| rows.get(*item) != self.decided.get(*item));
            let items: Vec<&String> = items.collect::<BTreeSet<_>>().into_iter().collect();
            let [item] = items[..] else {
                return ensure(false, "one event changes one thing of the shop", || format!("{items:?}"));
            };
            let value = rows.get(item).map(String::as_str);
            let is_asked_for = self.is_asked_for(commit.event, item, value);
            ensure(is_asked_for, "the shop changes by an operator's word", || {
                format!("{item} is {value:?} by {:?}", commit.event)
            })?;
            let deed =
                "SELECT count(*) FROM operator_actions WHERE id > ?1 AND action = 'change_shop' AND operator = ?2
                        AND reason LIKE ?3 || ': %'";
            let mut deed = commit.connection.prepare_cached(deed).unwrap();
            let deeds: i64 = deed.query_row((self.last_deed, OPERATOR, item), |row| row.get(0)).unwrap();
            ensure(deeds == 1, "each change of the shop is on record", || format!("{item}: {deeds} deeds"))?;
            coverage.meet(Met::Shop(match (item.split(':').next().unwrap_or_default(), value) {
                (_, None) => "as the files",
                ("PRICE", _) => "price",
                ("MAINTENANCE", _) => "maintenance",
                _ => "terms",
            }));
            self.decided = rows;
        }
        if commanded(commit.event).is_some() || pressed(commit.event).is_some_and(|(user, _)| user == OPERATOR) {
            let last = "SELECT coalesce(max(id), 0) FROM operator_actions";
            let mut last = commit.connection.prepare_cached(last).unwrap();
            self.last_deed = last.query_row([], |row| row.get(0)).unwrap();
        }
        for effect in commit.effects {
            match effect {
                Effect::Reply(Reply::Invoice { invoice, .. }) => self.look_at_invoice(invoice, commit.policy, false)?,
                Effect::Reply(Reply::Subscription { invoice, .. }) => {
                    self.look_at_invoice(invoice, commit.policy, true)?;
                }
                Effect::Reply(Reply::Send { html, keyboard, .. }) => {
                    let data = keyboard.0.iter().flatten().filter_map(|button| match &button.action {
                        ButtonAction::Callback(data) => data.strip_prefix("shop:apply:"),
                        ButtonAction::Open(_) | ButtonAction::Copy(_) => None,
                    });
                    self.shown.extend(data.map(|name| (name.to_owned(), html.clone())));
                }
                Effect::Reply(_)
                | Effect::Attempt(_)
                | Effect::ReadStars { .. }
                | Effect::ReadPriceList
                | Effect::ShowStats(_)
                | Effect::ReadShop => {}
            }
        }
        Ok(())
    }

    /// Whether the event asks for this value, or for that of the files.
    fn is_asked_for(&self, event: &Event, item: &str, value: Option<&str>) -> bool {
        if let Some(text) = commanded(event) {
            let words = text.strip_prefix("/maintenance on").map(str::trim);
            return item == "MAINTENANCE" && value == words && (value.is_some() || text == "/maintenance off");
        }
        let Some((OPERATOR, data)) = pressed(event) else { return false };
        let parts: Vec<&str> = data.splitn(4, ':').collect();
        match parts[..] {
            ["shop", "close", "on"] => item == "MAINTENANCE" && value == Some(""),
            ["shop", "close", "off"] => item == "MAINTENANCE" && value.is_none(),
            ["shop", "price", more, model] => {
                let number = value.map_or(0, |value| value.parse::<i32>().unwrap());
                item == format!("PRICE:{model}") && more.parse() == Ok(number)
            }
            ["shop", "apply", name] => self.shown.get(name).is_some_and(|html| {
                let is_of = html.starts_with(&format!("<b>{item}</b>: "));
                is_of && value.is_none_or(|value| html.contains(&format!("→ <code>{value}</code>")))
            }),
            _ => false,
        }
    }

    /// What an invoice promises is sold at this moment. The same answer may come again later.
    fn look_at_invoice(&mut self, invoice: &Invoice, policy: &Policy, is_subscription: bool) -> Result<(), Violation> {
        if self.made.contains(&invoice.payload) {
            return Ok(());
        }
        self.made.push(invoice.payload.clone());
        let pack = promised(invoice);
        let is_sold = if is_subscription { policy.subscription == Some(pack) } else { policy.packs.contains(&pack) };
        ensure(is_sold && pack.stars == invoice.stars, "an invoice promises what is sold", || {
            format!("{invoice:?} of {:?}, {:?}", policy.packs, policy.subscription)
        })
    }
}

/// What an invoice promises, by its payload.
pub(crate) fn promised(invoice: &Invoice) -> Pack {
    let number = |place: usize| invoice.payload.split(':').nth(place).and_then(|number| number.parse().ok()).unwrap();
    Pack::new(number(2), number(4)).with_bonus(number(3))
}

/// An order costs what is in force, and nobody else than operators orders during maintenance.
pub(crate) fn look_at_order(row: &Job, commit: &Commit<'_>) -> Result<(), Violation> {
    type Row = (String, String, u32, String, Option<String>);
    let is_open = commit.policy.decided.maintenance.is_none();
    ensure(is_open || row.user == OPERATOR, "nothing is placed during maintenance but by operators", || {
        format!("{row:?} by {:?}", commit.event)
    })?;
    let sql = "SELECT model, options, coalesce(json_array_length(image), 0), image_use, follow_up ->> '$.kind'
               FROM jobs WHERE id = ?1";
    let mut statement = commit.connection.prepare_cached(sql).unwrap();
    let (model, options, images, image_use, follow_up): Row =
        statement.query_row([row.id.to_string()], |row| row.try_into()).unwrap();
    let options: Choices = serde_json::from_str(&options).unwrap();
    let images = usize::try_from(images).unwrap();
    let image_use = if image_use == "references" { ImageUse::References } else { ImageUse::Frames };
    let follow_up = follow_up.and_then(|kind| FollowUpKind::from_name(&kind));
    let model = ModelId::new(model);
    let known = commit.policy.catalog.get(&model);
    let variant = known.and_then(|known| known.variant(Inputs { images, image_use, follow_up }));
    let listed = variant.map(|variant| i64::from(variant.price(&options, images)));
    let more = commit.policy.decided.adjustments.get(&model).copied().unwrap_or_default();
    let price = listed.map(|listed| (listed + i64::from(more)).max(1));
    ensure(price == Some(row.price), "an order costs what is in force", || {
        format!("{price:?}, by {listed:?} and {more:+}: {row:?}")
    })
}

fn decided(connection: &Connection) -> BTreeMap<String, String> {
    let mut statement = connection.prepare_cached("SELECT item, value FROM shop").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

impl World {
    /// What must be in force, by all that operators were seen to ask for.
    pub(crate) fn policy(&self) -> Arc<Policy> {
        self.model.shop.policy(self.files)
    }

    /// Whether this person cannot order at present.
    pub(crate) fn is_closed_to(&self, user: UserId) -> bool {
        self.policy().decided.maintenance.is_some() && user != OPERATOR
    }

    /// What an operator does who changes what is sold.
    pub(crate) fn go_on_with_shop(&mut self, index: usize) {
        // It does not last, or nobody would order anything any more.
        if self.policy().decided.maintenance.is_some() && self.chance(60) {
            return self.command(index, "/maintenance off");
        }
        if self.people[index].sees("shop:apply:") && self.chance(75) {
            return self.press_one_with(index, "shop:apply:");
        }
        if let Some(term) = self.people[index].is_asked_for.take() {
            let (_, values) = VALUES.iter().find(|(known, _)| *known == term).unwrap();
            let text = *if self.chance(90) { values.choose(&mut self.random).unwrap() } else { &"nonsense" };
            return self.command(index, text);
        }
        let (term, _) = *VALUES.choose(&mut self.random).unwrap();
        match self.random.random_range(0..12) {
            0 => self.command(index, "/maintenance on"),
            1 => self.command(index, "/maintenance on Back soon <3"),
            2..6 => {
                self.people[index].is_asked_for = Some(term);
                self.press(index, (0, format!("shop:ask:{term}")));
            }
            6..8 => {
                let (more, model) =
                    (self.random.random_range(-1..3), ["both", "words"].choose(&mut self.random).unwrap());
                self.press(index, (0, format!("shop:price:{more}:{model}")));
            }
            8 => self.press(index, (0, format!("shop:reset:{term}"))),
            9 if self.people[index].sees("shop:") => self.press_one_with(index, "shop:"),
            _ => self.command(index, "/shop"),
        }
    }

    fn command(&mut self, index: usize, text: &str) {
        let text = text.to_owned();
        self.write(index, |message| message.text = Some(text));
    }
}
