//! What operators do about people and orders, and the model of it: who is blocked, what was given back, what was placed
//! anew. Written from the operators' manual, not from the code that does it.

use std::collections::BTreeSet;

use bot::core::event::Event;
use bot::core::ids::UserId;
use bot::core::jobs::{Money, Progress};
use rand::Rng as _;
use rand::seq::{IndexedRandom as _, IteratorRandom as _};
use shared::job::{FailureReason, JobId};

use crate::Violation;
use crate::catalog_fixture::OPERATOR;
use crate::causes::{self, pressed};
use crate::coverage::{Coverage, Fault, Met};
use crate::initiator::commanded;
use crate::job_rows::Job;
use crate::model::{Commit, Model, ensure};
use crate::world::World;

/// What the forms of orders begin with that operators have placed anew, before the name of the job that failed.
pub(crate) const ANEW: &str = "operator:";

/// What operators only look at.
const LOOKS: [&str; 5] = ["admin:menu", "admin:open:stuck", "admin:open:failed", "admin:open:now", "admin:person:1"];

/// See the module.
#[derive(Debug, Clone, Default)]
pub(crate) struct Operating {
    blocked: BTreeSet<UserId>,
    /// Jobs whose credits were given back after they were spent.
    pub(crate) given_back: BTreeSet<JobId>,
    /// What the operator was asked for, and about whom.
    asked: Option<(String, String)>,
}

impl Operating {
    /// Whether operators have blocked this person.
    pub(crate) fn is_blocked(&self, user: UserId) -> bool {
        self.blocked.contains(&user)
    }

    /// Whether an operator gives or takes so many credits by this text, because they were asked for it.
    pub(crate) fn answers(&self, (action, user): (&str, UserId), credits: i64, text: &str) -> bool {
        let asked =
            self.asked.as_ref().is_some_and(|(what, whom)| (what.as_str(), whom.clone()) == (action, user.to_string()));
        asked && text.starts_with(&format!("{credits} "))
    }

    /// What they were asked for is done.
    pub(crate) fn is_answered(&mut self) {
        self.asked = None;
    }
}

/// What an operator has tapped, word by word, if the event is that.
fn tapped(event: &Event) -> Option<Vec<String>> {
    let (user, data) = pressed(event)?;
    let words = data.strip_prefix("admin:")?.split(':').map(str::to_owned).collect();
    (user == OPERATOR).then_some(words)
}

/// Whether an operator does this about this job.
pub(crate) fn does(event: &Event, deed: &str, job: JobId) -> bool {
    tapped(event).is_some_and(|words| words.len() == 4 && words[0] == deed && words[3] == job.to_string())
}

impl Model {
    /// Keeps what an operator has tapped, and holds the rows against it. Only the first time that the update comes.
    pub(crate) fn note_tap(&mut self, event: &Event) {
        let Some(words) = tapped(event) else {
            if commanded(event).is_some_and(|text| text.starts_with('/')) {
                self.operating.asked = None;
            }
            return;
        };
        self.operating.asked = None;
        let [deed, whom] = &words[..] else { return };
        let user = whom.parse().map(UserId);
        match (deed.as_str(), user) {
            ("block", Ok(user)) if user != OPERATOR => drop(self.operating.blocked.insert(user)),
            ("unblock", Ok(user)) => drop(self.operating.blocked.remove(&user)),
            ("grant" | "debit", Ok(_)) => self.operating.asked = Some((deed.clone(), whom.clone())),
            _ => {}
        }
    }

    /// Who is blocked, by the rows, must be whom operators have blocked.
    pub(crate) fn look_at_blocked(&mut self, commit: &Commit<'_>, coverage: &mut Coverage) -> Result<(), Violation> {
        let read = |sql: &str| -> BTreeSet<UserId> {
            let mut statement = commit.connection.prepare_cached(sql).unwrap();
            statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
        };
        let found = read("SELECT id FROM people WHERE blocked_at IS NOT NULL");
        // Nobody is blocked who was never here.
        let known = read("SELECT id FROM people");
        self.operating.blocked.retain(|user| known.contains(user));
        if !found.is_empty() {
            coverage.meet(Met::OperatorAction("block"));
        }
        ensure(found == self.operating.blocked, "a person is blocked as operators have said", || {
            format!("blocked are {found:?}, should be {:?}", self.operating.blocked)
        })?;
        let twice = "SELECT job FROM operator_actions WHERE action = 'give_back' GROUP BY job HAVING count(*) > 1";
        let mut statement = commit.connection.prepare_cached(twice).unwrap();
        ensure(!statement.exists([]).unwrap(), "an order is given back once", || format!("{:?}", commit.event))
    }

    /// The money of a job after an operator has given it back while its video is made, or was not fetched.
    pub(crate) fn money_given_back(
        &mut self,
        row: &Job,
        (before, money): (Progress, Money),
        commit: &Commit<'_>,
        coverage: &mut Coverage,
    ) -> Money {
        if !does(commit.event, "back", row.id) {
            return money;
        }
        match (before, money) {
            (Progress::Ready, Money::Held) => {
                coverage.meet(Met::OperatorAction("give back"));
                Money::Released
            }
            (Progress::Undeliverable, Money::Captured) if self.operating.given_back.insert(row.id) => {
                coverage.meet(Met::OperatorAction("give back what was spent"));
                self.lots.order_failed(row.user, row.id);
                Money::Captured
            }
            _ => money,
        }
    }

    /// Whether an order may have been placed anew by an operator's tap.
    pub(crate) fn is_placed_anew(&self, row: &Job, event: &Event) -> Result<(), Violation> {
        let failed = row.form.strip_prefix(ANEW).and_then(|first| first.parse::<JobId>().ok());
        let first = failed.and_then(|first| self.jobs.get(&first));
        let right = first.is_some_and(|first| {
            let is_theirs = (first.user, first.price) == (row.user, row.price);
            let has_failed = first.progress == Progress::Failed && first.money == Money::Released;
            is_theirs && has_failed && !causes::may_still_come(first) && does(event, "again", first.id)
        });
        ensure(right, "what operators place anew had failed for good", || format!("{row:?} after {first:?}"))
    }
}

/// Whether the event is an operator's tap that gives the credits of this job back, and with which reason it fails then.
pub(crate) fn fails_by_tap(event: &Event, job: &Job, from: Progress) -> bool {
    let reason = if from == Progress::Queued { FailureReason::Expired } else { FailureReason::Timeout };
    does(event, "back", job.id) && job.failure.as_deref() == Some(reason.as_str())
}

impl World {
    /// What an operator does who looks after people and orders.
    pub(crate) fn operate(&mut self, index: usize) {
        let person = self.random.random_range(1..=4);
        let data = match self.random.random_range(0..20) {
            0 => format!("admin:block:{person}"),
            1..6 => format!("admin:unblock:{person}"),
            6 => format!("admin:grant:{person}"),
            7 => format!("admin:debit:{person}"),
            8 | 9 => return self.write_to_bot(index, "2 for the trouble"),
            10 => (*LOOKS.choose(&mut self.random).unwrap()).to_owned(),
            deed => {
                let deed = if deed < 15 {
                    "again"
                } else if deed < 18 {
                    "back"
                } else {
                    "drop"
                };
                let jobs = self.model.jobs.values();
                let only_failed = deed == "again" && self.random.random_bool(0.8);
                let is_worth_it = |progress| match only_failed {
                    true => progress == Progress::Failed,
                    false => progress != Progress::Delivered,
                };
                let worth_it = jobs.filter(|job| is_worth_it(job.progress)).map(|job| job.id);
                let Some(job) = worth_it.choose(&mut self.random) else { return };
                format!("admin:{deed}:failed:0:{job}")
            }
        };
        if self.chance(25) {
            self.meet(Fault::DoubleTap);
            self.press(index, (0, data.clone()));
        }
        self.press(index, (0, data));
    }
}
