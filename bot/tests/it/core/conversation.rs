//! A bot without its edges, and people who talk to it. Messages that are sent for sure are taken as shown at once; jobs
//! and videos wait for what the test says of them.

use std::cell::RefCell;
use std::sync::Arc;

use bot::core::effect::{Attempt, Effect, Invoice, Reply, Work};
use bot::core::event::{Event, Outcome, Receipt, Report};
use bot::core::ids::{MessageId, UserId};
use bot::core::ticket::Ticket;
use bot::core::update::User;
use bot::core::{Pack, Policy, next_look};
use bot::store::Store;
use bot::store::audit::audit;
use jiff::{SignedDuration, Timestamp};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use rusqlite::Connection;
use shared::catalog::Catalog;
use shared::job::{
    BlockReason, Epoch, FailureReason, GenerationJob, JobEvent, JobId, JobState, KeyName, KeyState, ProviderState,
    TaskId,
};
use shared::signing::SigningKey;

use super::person::Person;

mod state;

/// The operator of the bot.
pub(crate) const OPERATOR: i64 = 900;

/// A bot.
pub(crate) struct Bot(RefCell<State>);

struct State {
    connection: Connection,
    policy: Policy,
    random: StdRng,
    now: Timestamp,
    clock_is_settled: bool,
    updates: i64,
    messages: i64,
    /// Buttons by chat, newest last: message, label, data.
    buttons: Vec<(i64, i64, String, String)>,
    invoices: Vec<(i64, Invoice)>,
    looks: Vec<Ticket>,
    published: Vec<GenerationJob>,
    deliveries: Vec<Ticket>,
    refunds: Vec<Ticket>,
    edits: Vec<Ticket>,
    readings_for_people: usize,
    /// The key that the workers name with every task.
    key: Option<KeyName>,
}

impl Bot {
    /// A bot whose workers have said that they are there.
    pub(crate) fn new() -> Self {
        let packs = [1, 5, 10].map(|credits| Pack::new(credits, 100 * credits)).to_vec();
        let key = SigningKey::new("a key for conversations".to_owned().into());
        let url = "http://bot.test/".parse().unwrap();
        let mut policy = Policy::new(Arc::new(Catalog::built_in()), packs, key, "StarreelBot".to_owned(), url);
        policy.admins.insert(UserId(OPERATOR));
        // Time stands still in a conversation.
        (policy.updates_per_minute, policy.orders_per_hour) = (1000, 1000);
        let bot = Self(RefCell::new(State {
            connection: Store::in_memory().unwrap(),
            policy,
            random: StdRng::seed_from_u64(1),
            now: Timestamp::from_second(1_800_000_000).unwrap(),
            clock_is_settled: true,
            updates: 0,
            messages: 0,
            buttons: Vec::new(),
            invoices: Vec::new(),
            looks: Vec::new(),
            published: Vec::new(),
            deliveries: Vec::new(),
            refunds: Vec::new(),
            edits: Vec::new(),
            readings_for_people: 0,
            key: None,
        }));
        bot.happens(&Event::Started);
        bot.provider_is(None);
        bot
    }

    /// Somebody whose client speaks this language.
    pub(crate) fn person_speaking(&self, id: i64, language: &str) -> Person<'_> {
        Person::new(self, User { id: UserId(id), is_bot: false, language_code: Some(language.to_owned()) })
    }

    /// Somebody.
    pub(crate) fn person(&self, id: i64) -> Person<'_> {
        self.person_speaking(id, "en")
    }

    /// Changes what the operator decided.
    pub(crate) fn change_policy(&self, change: impl FnOnce(&mut Policy)) {
        change(&mut self.0.borrow_mut().policy);
    }

    /// The policy as they are.
    pub(crate) fn policy(&self) -> Policy {
        self.0.borrow().policy.clone()
    }

    /// The process ends and starts again.
    pub(crate) fn restarts(&self) -> String {
        self.happens(&Event::Started)
    }

    /// Time passes, and the clock ticks.
    pub(crate) fn waits(&self, time: SignedDuration) -> String {
        self.passes(time);
        self.happens(&Event::Tick)
    }

    /// Whether anybody vouches for the clock.
    pub(crate) fn clock_is_settled(&self, is_settled: bool) {
        self.0.borrow_mut().clock_is_settled = is_settled;
    }

    /// Time passes, and nothing else.
    pub(crate) fn passes(&self, time: SignedDuration) {
        let now = self.0.borrow().now.saturating_add(time).unwrap();
        self.0.borrow_mut().now = now;
    }

    /// Whether the core wants to look again at once, without an event from outside.
    pub(crate) fn looks_at_once(&self) -> bool {
        let state = self.0.borrow();
        next_look(&state.connection, state.now).unwrap().is_some_and(|at| at <= state.now)
    }

    /// The image that was last looked at turns out to be this.
    pub(crate) fn image_is(&self, outcome: Outcome) -> String {
        let ticket = self.0.borrow_mut().looks.pop().unwrap();
        self.reports(ticket, outcome)
    }

    /// The workers say this of the job that was last published.
    pub(crate) fn job_is(&self, state: JobState) -> String {
        self.happens(&self.word_of_job(state))
    }

    /// The same as an event, for tests that hand it in themselves.
    pub(crate) fn word_of_job(&self, state: JobState) -> Event {
        let job = self.last_job();
        let has_task = matches!(state, JobState::Submitted | JobState::Succeeded { .. });
        let task = has_task.then(|| TaskId::new(format!("task-of-{job}")));
        let key = self.0.borrow().key.clone().filter(|_| has_task);
        Event::Job(JobEvent { job, epoch: Epoch::new("life"), task, key, state })
    }

    /// From now on the workers make tasks with this one of several keys.
    pub(crate) fn tasks_are_made_with(&self, key: &str) {
        self.0.borrow_mut().key = Some(KeyName::new(key));
    }

    /// The job that was last published has failed; by the provider's fault also the second one, which is ordered by itself.
    pub(crate) fn job_failed(&self, reason: FailureReason) -> String {
        if reason == FailureReason::Provider {
            self.job_is(JobState::Failed { reason });
        }
        self.job_is(JobState::Failed { reason })
    }

    /// The job that was last published has its video.
    pub(crate) fn video_is_there(&self) -> String {
        self.job_is(JobState::Succeeded { urls: vec!["https://videos.test/1.mp4".parse().unwrap()], cost: None })
    }

    /// The job that was last published.
    pub(crate) fn last_job(&self) -> JobId {
        self.0.borrow().published.last().unwrap().job
    }

    /// The message about it.
    pub(crate) fn last_published(&self) -> GenerationJob {
        self.0.borrow().published.last().unwrap().clone()
    }

    /// How often jobs have been handed to the workers.
    pub(crate) fn publishings(&self) -> usize {
        self.0.borrow().published.len()
    }

    /// Whether a video waits to be delivered.
    pub(crate) fn has_deliveries(&self) -> bool {
        !self.0.borrow().deliveries.is_empty()
    }

    /// Every row of every table that has these words in it, as text.
    pub(crate) fn rows_with(&self, words: &str) -> Vec<String> {
        let state = self.0.borrow();
        let names = "SELECT name FROM sqlite_schema WHERE type = 'table'";
        let mut tables = state.connection.prepare(names).unwrap();
        let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let mut found = Vec::new();
        for table in tables {
            let mut statement = state.connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
            let columns = statement.column_count();
            let mut rows = statement.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let values = (0..columns).map(|column| format!("{:?}", row.get_ref(column).unwrap().as_str()));
                let row = format!("{table}: {}", values.collect::<Vec<_>>().join(", "));
                found.extend(Some(row).filter(|row| row.contains(words)));
            }
        }
        found
    }

    /// An attempt ends.
    pub(crate) fn reports(&self, ticket: Ticket, outcome: Outcome) -> String {
        self.happens(&Event::Reported(Report { ticket, outcome }))
    }

    /// The video that was last handed out fares so.
    pub(crate) fn delivery_ends(&self, outcome: Outcome) -> String {
        let ticket = self.0.borrow_mut().deliveries.pop().unwrap();
        self.reports(ticket, outcome)
    }

    /// The refund that was last handed out fares so.
    pub(crate) fn refund_ends(&self, outcome: Outcome) -> String {
        let ticket = self.0.borrow().refunds.last().cloned().unwrap();
        self.reports(ticket, outcome)
    }

    /// The change of a subscription that was last handed out fares so.
    pub(crate) fn subscription_edit_ends(&self, outcome: Outcome) -> String {
        let ticket = self.0.borrow().edits.last().cloned().unwrap();
        self.reports(ticket, outcome)
    }

    /// The calls that were handed out to give Stars back.
    pub(crate) fn refunds(&self) -> Vec<Ticket> {
        self.0.borrow().refunds.clone()
    }

    /// The payload of the invoice that was sent last.
    pub(crate) fn last_payload(&self) -> String {
        self.0.borrow().invoices.last().unwrap().1.payload.clone()
    }

    /// The moment now.
    pub(crate) fn now(&self) -> Timestamp {
        self.0.borrow().now
    }

    /// A message gets the next number.
    pub(super) fn next_message(&self) -> MessageId {
        let mut state = self.0.borrow_mut();
        state.messages += 1;
        MessageId(state.messages)
    }

    /// An update gets the next number.
    pub(super) fn next_update(&self) -> i64 {
        let mut state = self.0.borrow_mut();
        state.updates += 1;
        state.updates
    }

    /// The number of the last update.
    pub(super) fn last_update(&self) -> i64 {
        self.0.borrow().updates
    }

    /// The invoice that was sent last.
    pub(crate) fn last_invoice(&self) -> Invoice {
        self.0.borrow().invoices.last().unwrap().1.clone()
    }

    /// Message and data of the newest button in this chat that says this.
    pub(super) fn button(&self, chat: i64, label: &str) -> Option<(i64, String)> {
        let state = self.0.borrow();
        let mut mine = state.buttons.iter().rev().filter(|(shown_in, ..)| *shown_in == chat);
        mine.find(|(_, _, said, _)| said.contains(label)).map(|(_, message, _, data)| (*message, data.clone()))
    }

    /// What is kept about something, as one number.
    pub(crate) fn count(&self, sql: &str) -> i64 {
        self.one(sql)
    }

    /// What is kept about something, as one value.
    pub(crate) fn one<T: rusqlite::types::FromSql>(&self, sql: &str) -> T {
        self.0.borrow().connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// The provider takes orders, or does not.
    pub(crate) fn provider_is(&self, blocked: Option<BlockReason>) -> String {
        self.provider_states(blocked, None)
    }

    /// The provider takes only orders that cost so many of its credits at most.
    pub(crate) fn provider_can_be_paid(&self, affordable: u32) -> String {
        self.provider_states(None, Some(affordable))
    }

    fn provider_states(&self, blocked: Option<BlockReason>, affordable_credits: Option<u32>) -> String {
        self.provider_says(blocked, affordable_credits, (&[], &[]))
    }

    /// Workers with several keys state why the provider takes no orders by some of them, and which keys are missing.
    pub(crate) fn provider_keys_are(&self, keys: &[(&str, Option<BlockReason>)], missing: &[&str]) -> String {
        let takes_some = keys.iter().any(|(_, blocked)| blocked.is_none());
        let blocked = keys.first().and_then(|(_, blocked)| *blocked).filter(|_| !takes_some);
        self.provider_says(blocked, None, (keys, missing))
    }

    fn provider_says(
        &self,
        blocked: Option<BlockReason>,
        affordable_credits: Option<u32>,
        (keys, missing): (&[(&str, Option<BlockReason>)], &[&str]),
    ) -> String {
        let now = self.0.borrow().now;
        let of_key = |(key, blocked): &(&str, Option<BlockReason>)| KeyState {
            key: KeyName::new(*key),
            blocked: *blocked,
            since: now,
        };
        let state = ProviderState {
            epoch: Epoch::new("life"),
            blocked,
            affordable_credits,
            since: now,
            at: now,
            keys: keys.iter().map(of_key).collect(),
            missing_keys: missing.iter().map(|key| KeyName::new(*key)).collect(),
        };
        self.happens(&Event::Provider(state))
    }

    /// The database is damaged in this way.
    pub(crate) fn is_damaged_by(&self, sql: &str) {
        self.0.borrow().connection.execute_batch(sql).unwrap();
    }

    /// How often people had Telegram's list of Stars read.
    pub(crate) fn readings_for_people(&self) -> usize {
        self.0.borrow().readings_for_people
    }

    /// Something happens, and what the bot wants done about it is on its way: nobody has reported yet.
    pub(crate) fn hands_out(&self, event: &Event) -> Vec<Effect> {
        self.0.borrow_mut().commit(event)
    }

    /// Something happens; all that the bot says, as text. What is promised is reported as said.
    pub(crate) fn happens(&self, event: &Event) -> String {
        let effects = self.0.borrow_mut().commit(event);
        let mut lines = Vec::new();
        for effect in effects {
            lines.extend(self.0.borrow_mut().carry_out(&effect));
            if let Effect::Attempt(Attempt { ticket, work: Work::Tell(reply), .. }) = effect {
                let sent = MessageId(self.0.borrow().messages);
                let shown = if let Reply::Edit { message, .. } = reply { message } else { sent };
                lines.push(self.reports(ticket, Outcome::Done(Receipt::Message(shown))));
            }
        }
        lines.retain(|line| !line.is_empty());
        lines.join("\n\n")
    }
}

impl Drop for Bot {
    /// At the end of every test the books must be right.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let audit = audit(&self.0.borrow().connection).unwrap();
            assert!(audit.is_clean(), "{audit:?}");
        }
    }
}
