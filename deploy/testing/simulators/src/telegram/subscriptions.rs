//! Links to invoices, and the subscriptions that are bought by them: paid anew at the end of each period, for as long as
//! nobody has cancelled and the payer has enough Stars.
//!
//! Source: core.telegram.org/bots/api, `createInvoiceLink`, `editUserStarSubscription`, `SuccessfulPayment`,
//! `BotSubscriptionUpdated`; core.telegram.org/api/subscriptions. Assumptions: a renewal has no pre-checkout; whoever has
//! too few Stars has a day to get them; the bot hears of what a person does and not of its own calls; a subscription ends
//! with the refund of the payment that began it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::refusal::Refusal;
use super::stars::InvoiceTerms;
use super::state::State;

/// The only period that a subscription may have, in seconds: 30 days.
pub(crate) const PERIOD_SECONDS: i64 = 2_592_000;

/// So many seconds after the end of a period may still be paid for.
const GRACE_SECONDS: i64 = 24 * 60 * 60;

/// A link to an invoice, which anybody may pay again and again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct InvoiceLink {
    pub(crate) slug: String,
    pub(crate) terms: InvoiceTerms,
    pub(crate) is_subscription: bool,
}

/// A period that is paid for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Period {
    /// Its end, in Unix seconds.
    pub(crate) until: i64,
    pub(crate) is_first: bool,
}

/// A subscription.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Subscription {
    /// The payment that began it.
    pub(crate) charge_id: String,
    pub(crate) payer: i64,
    pub(crate) terms: InvoiceTerms,
    /// Until when it is paid, in Unix seconds.
    pub(crate) until: i64,
    pub(crate) state: SubscriptionState,
    /// The bot has cancelled it: the payer cannot go on with it.
    pub(crate) is_canceled_by_bot: bool,
}

/// Whether a subscription goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SubscriptionState {
    Active,
    Canceled,
    Failed,
    Ended,
}

impl State {
    /// Keeps a link; its address.
    pub(crate) fn add_invoice_link(&mut self, terms: InvoiceTerms, is_subscription: bool) -> String {
        let random: [u8; 12] = rand::random();
        let slug: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let address = format!("https://t.me/${slug}");
        let link = InvoiceLink { slug: slug.clone(), terms, is_subscription };
        self.touched.put("invoice_link", &slug, &link);
        self.invoice_links.insert(slug, link);
        address
    }

    pub(crate) fn begin_subscription(&mut self, charge_id: &str, payer: i64, terms: &InvoiceTerms, until: i64) {
        self.keep_subscription(Subscription {
            charge_id: charge_id.to_owned(),
            payer,
            terms: terms.clone(),
            until,
            state: SubscriptionState::Active,
            is_canceled_by_bot: false,
        });
    }

    /// The bot cancels a subscription, or lets the payer go on with it.
    ///
    /// # Errors
    /// `USER_ID_INVALID`; that an unknown charge is `CHARGE_ID_INVALID` is an assumption.
    pub(crate) fn edit_subscription(&mut self, user: i64, charge_id: &str, is_canceled: bool) -> Result<(), Refusal> {
        if !self.people.contains_key(&user) {
            return Err(Refusal::bad_request("USER_ID_INVALID"));
        }
        let known = self.subscriptions.get(charge_id).filter(|known| known.payer == user).cloned();
        let known = known.filter(|known| known.state != SubscriptionState::Ended);
        let known = known.ok_or_else(|| Refusal::bad_request("CHARGE_ID_INVALID"))?;
        let state = if is_canceled { SubscriptionState::Canceled } else { known.state };
        self.keep_subscription(Subscription { state, is_canceled_by_bot: is_canceled, ..known });
        Ok(())
    }

    /// The payer cancels a subscription, or goes on with it.
    ///
    /// # Errors
    /// A sentence for the payer.
    pub(crate) fn change_own_subscription(
        &mut self,
        payer: i64,
        charge_id: &str,
        is_canceled: bool,
        now: i64,
    ) -> Result<(), String> {
        let known = self.subscriptions.get(charge_id).filter(|known| known.payer == payer).cloned();
        let known = known.filter(|known| known.state != SubscriptionState::Ended);
        let known = known.ok_or("You have no such subscription.")?;
        if known.is_canceled_by_bot && !is_canceled {
            return Err("The bot has cancelled this subscription.".to_owned());
        }
        let state = if is_canceled { SubscriptionState::Canceled } else { SubscriptionState::Active };
        self.tell_state(Subscription { state, ..known }, now);
        Ok(())
    }

    /// The period of this person's subscriptions is over now.
    pub(crate) fn end_periods(&mut self, payer: i64, now: i64) {
        let theirs: Vec<Subscription> =
            self.subscriptions.values().filter(|known| known.payer == payer && known.until > now).cloned().collect();
        for known in theirs {
            self.keep_subscription(Subscription { until: now, ..known });
        }
    }

    /// Whether the end of a period has passed about which something is to be done.
    pub(crate) fn has_periods_to_end(&self, now: i64) -> bool {
        self.subscriptions.values().any(|known| self.can_move_on(known, now))
    }

    /// Pays what is over once more, or ends it.
    pub(crate) fn renew_subscriptions(&mut self, now: i64) {
        let over: Vec<Subscription> =
            self.subscriptions.values().filter(|known| self.can_move_on(known, now)).cloned().collect();
        for known in over {
            self.renew(known, now);
        }
    }

    /// The refund of the payment that began a subscription ends it.
    pub(crate) fn end_subscription_of(&mut self, charge_id: &str) {
        if let Some(known) = self.subscriptions.get(charge_id).cloned() {
            self.keep_subscription(Subscription { state: SubscriptionState::Ended, ..known });
        }
    }

    /// What a person has, as the page shows it.
    pub(crate) fn subscriptions_of(&self, payer: i64) -> Vec<Value> {
        let theirs = self.subscriptions.values().filter(|known| known.payer == payer);
        let shown = theirs.map(|known| {
            json!({
                "charge_id": known.charge_id, "title": known.terms.title, "total_amount": known.terms.amount,
                "until": known.until, "state": known.state, "is_canceled_by_bot": known.is_canceled_by_bot,
            })
        });
        shown.collect()
    }

    fn can_move_on(&self, known: &Subscription, now: i64) -> bool {
        let is_over = known.until <= now;
        match known.state {
            SubscriptionState::Active | SubscriptionState::Canceled => is_over,
            SubscriptionState::Failed => is_over && (self.can_pay(known) || known.until + GRACE_SECONDS <= now),
            SubscriptionState::Ended => false,
        }
    }

    fn can_pay(&self, known: &Subscription) -> bool {
        self.people.get(&known.payer).is_some_and(|payer| payer.stars >= known.terms.amount)
    }

    fn renew(&mut self, known: Subscription, now: i64) {
        let is_too_late = known.until + GRACE_SECONDS <= now;
        match known.state {
            SubscriptionState::Canceled => self.keep_subscription(ended(known)),
            SubscriptionState::Failed if is_too_late => self.keep_subscription(ended(known)),
            SubscriptionState::Active | SubscriptionState::Failed | SubscriptionState::Ended => {
                let until = now + self.subscription_seconds;
                let period = Some(Period { until, is_first: false });
                match self.charge((known.payer, known.payer), &known.terms, period, now) {
                    Some(_charge) => {
                        self.keep_subscription(Subscription { until, state: SubscriptionState::Active, ..known });
                    }
                    None => self.tell_state(Subscription { state: SubscriptionState::Failed, ..known }, now),
                }
            }
        }
    }

    /// Keeps a subscription whose state is another now, and tells the bot.
    fn tell_state(&mut self, known: Subscription, now: i64) {
        let user = self.people.get(&known.payer).map(super::people::Person::to_user);
        let update = json!({ "user": user, "invoice_payload": known.terms.payload, "state": known.state });
        self.add_update("subscription", update, known.payer, now);
        self.keep_subscription(known);
    }

    fn keep_subscription(&mut self, known: Subscription) {
        self.touched.put("subscription", &known.charge_id, &known);
        self.subscriptions.insert(known.charge_id.clone(), known);
    }
}

fn ended(known: Subscription) -> Subscription {
    Subscription { state: SubscriptionState::Ended, ..known }
}
