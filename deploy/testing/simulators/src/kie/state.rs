//! Everything the simulated account knows, and how it is kept.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::KieSimConfig;
use super::caller::{Caller, FurtherAccount};
use super::calls::Call;
use super::faults::PendingFault;
use super::task::{Outcome, Task};
use super::upload::Upload;
use crate::store::{Change, Store, StoreError};

/// Calls kept for judges; older ones are forgotten.
const CALLS_MAX: usize = 50_000;

/// What belongs to the account and not to one task.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Account {
    pub(super) balance: f64,
    pub(super) render_min_ms: u64,
    pub(super) render_max_ms: u64,
    /// How long a new task cannot be queried yet.
    pub(super) invisible_ms: u32,
    pub(super) tasks: u64,
    /// Refusals for want of credits so far: they come as code 402 and as code 500 in turn.
    pub(super) funds_refusals: u64,
    pub(super) faults: Vec<PendingFault>,
    /// By key: the accounts beside the first.
    #[serde(default)]
    pub(super) further: BTreeMap<String, FurtherAccount>,
    /// What models cost in per cent of the price list of 2026, where it is another price.
    #[serde(default)]
    pub(super) price_percent: BTreeMap<String, u32>,
}

impl Account {
    /// The credits of whoever calls.
    pub(super) fn balance_of(&mut self, caller: &Caller) -> &mut f64 {
        match self.further.get_mut(&caller.0) {
            Some(further) => &mut further.balance,
            None => &mut self.balance,
        }
    }

    /// What a video of this model costs now that has cost so much.
    pub(super) fn price_of(&self, model: &str, credits: f64) -> f64 {
        let percent = self.price_percent.get(model).copied().unwrap_or(100);
        (credits * f64::from(percent)).round() / 100.0
    }

    /// How long a rendering takes that begins now.
    pub(super) fn render_ms(&self) -> u64 {
        rand::random_range(self.render_min_ms..=self.render_max_ms.max(self.render_min_ms))
    }
}

/// The account, its tasks, uploads and records.
#[derive(Debug)]
pub(super) struct State {
    pub(super) account: Account,
    pub(super) uploads: BTreeMap<String, Upload>,
    pub(super) calls: VecDeque<Call>,
    /// When something about a task is due: its end, or a callback. A task is in it at most once.
    pub(super) agenda: BTreeSet<(i64, String)>,
    /// Times of each account's creates of the last ten seconds, for the limit.
    pub(super) recent_creates: HashMap<Caller, VecDeque<i64>>,
    tasks: HashMap<String, Task>,
    /// Ids in the order of creation.
    order: Vec<String>,
    changed_tasks: HashSet<String>,
    changed_uploads: HashSet<String>,
    changed_calls: HashSet<u64>,
    dropped_calls: Vec<u64>,
}

impl State {
    /// Reads what is kept, or starts a new account.
    pub(super) fn load(store: &Store, config: &KieSimConfig) -> Result<Self, StoreError> {
        let KieSimConfig { balance, render, further_keys, .. } = config;
        let mut account = store.load::<Account>("account")?.pop().unwrap_or_else(|| Account {
            balance: *balance,
            render_min_ms: milliseconds(*render.start()),
            render_max_ms: milliseconds(*render.end()),
            invisible_ms: 150,
            tasks: 0,
            funds_refusals: 0,
            faults: Vec::new(),
            further: BTreeMap::new(),
            price_percent: BTreeMap::new(),
        });
        for key in further_keys {
            account.further.entry(key.clone()).or_insert(FurtherAccount { balance: *balance, is_refused: false });
        }
        let mut tasks = store.load::<Task>("task")?;
        tasks.sort_by_key(|task| task.number);
        let mut calls = store.load::<Call>("call")?;
        calls.sort_by_key(|call| call.number);
        let uploads = store.load::<Upload>("upload")?;
        Ok(Self {
            account,
            uploads: uploads.into_iter().map(|upload| (upload.path.clone(), upload)).collect(),
            calls: calls.into(),
            agenda: tasks.iter().filter_map(|task| Some((next_look(task)?, task.id.clone()))).collect(),
            recent_creates: HashMap::new(),
            order: tasks.iter().map(|task| task.id.clone()).collect(),
            tasks: tasks.into_iter().map(|task| (task.id.clone(), task)).collect(),
            changed_tasks: HashSet::new(),
            changed_uploads: HashSet::new(),
            changed_calls: HashSet::new(),
            dropped_calls: Vec::new(),
        })
    }

    pub(super) fn task(&self, id: &str) -> Option<&Task> {
        self.tasks.get(id)
    }

    /// The task, if it is the caller's.
    pub(super) fn task_of(&self, caller: &Caller, id: &str) -> Option<&Task> {
        self.task(id).filter(|task| task.owner == *caller)
    }

    /// The task for changing; it is written at the next [`State::write_changes`].
    pub(super) fn task_mut(&mut self, id: &str) -> Option<&mut Task> {
        let task = self.tasks.get_mut(id)?;
        self.changed_tasks.insert(id.to_owned());
        Some(task)
    }

    /// Tasks in the order of creation.
    pub(super) fn tasks(&self) -> impl DoubleEndedIterator<Item = &Task> {
        self.order.iter().filter_map(|id| self.tasks.get(id))
    }

    pub(super) fn add_task(&mut self, task: Task) {
        self.agenda.insert((task.due_at, task.id.clone()));
        self.changed_tasks.insert(task.id.clone());
        self.order.push(task.id.clone());
        self.tasks.insert(task.id.clone(), task);
    }

    /// Has so many tasks that run, the newest ones, be due now. And all finer versions, which are few.
    pub(super) fn hurry(&mut self, newest: usize, now: i64) {
        for task in self.tasks.values_mut().filter(|task| task.finer.iter().any(|order| order.due_at > now)) {
            task.finer.iter_mut().for_each(|order| order.due_at = order.due_at.min(now));
            self.changed_tasks.insert(task.id.clone());
        }
        let running =
            self.order.iter().rev().filter(|id| self.tasks.get(*id).is_some_and(|task| task.outcome.is_none()));
        for id in running.take(newest).cloned().collect::<Vec<_>>() {
            let Some(task) = self.tasks.get_mut(&id) else { continue };
            // A task that is not in the agenda is being finished already.
            if self.agenda.remove(&(task.due_at, id.clone())) {
                task.due_at = now;
                self.agenda.insert((now, id.clone()));
                self.changed_tasks.insert(id);
            }
        }
    }

    pub(super) fn add_upload(&mut self, upload: Upload) {
        self.changed_uploads.insert(upload.path.clone());
        self.uploads.insert(upload.path.clone(), upload);
    }

    /// Adds a record without an answer yet, and returns its number.
    pub(super) fn add_call(&mut self, make: impl FnOnce(u64) -> Call) -> u64 {
        let number = self.calls.back().map_or(1, |call| call.number + 1);
        self.calls.push_back(make(number));
        self.changed_calls.insert(number);
        if self.calls.len() > CALLS_MAX
            && let Some(old) = self.calls.pop_front()
        {
            self.changed_calls.remove(&old.number);
            self.dropped_calls.push(old.number);
        }
        number
    }

    pub(super) fn call_mut(&mut self, number: u64) -> Option<&mut Call> {
        let place = self.calls.binary_search_by_key(&number, |call| call.number).ok()?;
        self.changed_calls.insert(number);
        self.calls.get_mut(place)
    }

    /// Writes everything that changed since the last time, in one transaction.
    pub(super) fn write_changes(&mut self, store: &Store) -> Result<(), StoreError> {
        let mut changes = vec![Change::put("account", "account", &self.account)?];
        for id in self.changed_tasks.drain() {
            if let Some(task) = self.tasks.get(&id) {
                changes.push(Change::put("task", id, task)?);
            }
        }
        for path in self.changed_uploads.drain() {
            if let Some(upload) = self.uploads.get(&path) {
                changes.push(Change::put("upload", path, upload)?);
            }
        }
        for number in self.changed_calls.drain() {
            if let Ok(place) = self.calls.binary_search_by_key(&number, |call| call.number) {
                changes.push(Change::put("call", number, &self.calls[place])?);
            }
        }
        changes.extend(self.dropped_calls.drain(..).map(|number| Change::delete("call", number)));
        store.apply(&changes)
    }

    /// True when something waits to be written.
    pub(super) fn has_changes(&self) -> bool {
        !(self.changed_tasks.is_empty() && self.changed_calls.is_empty() && self.changed_uploads.is_empty())
    }

    /// The account as judges and the panel see it.
    pub(super) fn view(&self) -> Value {
        let count = |wanted: fn(&Task) -> bool| self.tasks.values().filter(|task| wanted(task)).count();
        json!({
            "balance": self.account.balance, "further": self.account.further, "faults": self.account.faults,
            "price_percent": self.account.price_percent,
            "render": { "min_ms": self.account.render_min_ms, "max_ms": self.account.render_max_ms },
            "invisible_ms": self.account.invisible_ms,
            "counts": {
                "tasks": self.tasks.len(), "running": count(|task| task.outcome.is_none()),
                "success": count(|task| matches!(task.outcome, Some(Outcome::Success | Outcome::Filtered { .. }))),
                "fail": count(|task| matches!(task.outcome, Some(Outcome::Fail { .. }))),
                "uploads": self.uploads.len(), "calls": self.calls.back().map_or(0, |call| call.number),
            },
        })
    }
}

/// When a kept task wants attention next. A callback that was under way when the process ended is tried again.
fn next_look(task: &Task) -> Option<i64> {
    if task.outcome.is_none() {
        return Some(task.due_at);
    }
    (task.callback_url.is_some() && task.callback_plan.deliveries > 0).then(super::now_ms)
}

/// Whole milliseconds, at most the largest number.
pub(super) fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
