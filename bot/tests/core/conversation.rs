//! A bot without its edges, and people who talk to it.
//!
//! Messages that are sent for sure are taken as shown at once; jobs and videos wait for what the test says of them.

use std::cell::RefCell;
use std::sync::Arc;

use bot::core::event::{
    ButtonAction, CheckImage, Deliver, DeliveryOutcome, DeliveryReport, Effect, Event, ImageCheck, ImageChecked,
    IncomingUpdate, Invoice, Keyboard, RefundOutcome, RefundReport, RefundStars, Reply, TellOutcome, TellReport,
};
use bot::core::ids::{Credits, MessageId, Stars, UserId};
use bot::core::update::{
    ButtonMessage, CallbackQuery, Chat, FileRef, Message, PreCheckoutQuery, SuccessfulPayment, Update, User,
};
use bot::core::{self, Context, Pack, Rules};
use bot::store::Store;
use bot::store::audit::audit;
use jiff::{SignedDuration, Timestamp};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use rusqlite::{Connection, TransactionBehavior};
use shared::catalog::Catalog;
use shared::job::{
    BlockReason, Epoch, FailureReason, GenerationJob, JobEvent, JobId, JobState, ProviderState, WorkerMessageBody,
};
use shared::signing::SigningKey;

/// The operator of the bot.
pub(crate) const OPERATOR: i64 = 900;

/// A bot.
pub(crate) struct Bot(RefCell<State>);

struct State {
    connection: Connection,
    rules: Rules,
    random: StdRng,
    now: Timestamp,
    updates: i64,
    messages: i64,
    /// Buttons by chat, newest last: message, label, data.
    buttons: Vec<(i64, i64, String, String)>,
    invoices: Vec<(i64, Invoice)>,
    looks: Vec<CheckImage>,
    published: Vec<GenerationJob>,
    deliveries: Vec<Deliver>,
    refunds: Vec<RefundStars>,
}

/// Somebody who talks to the bot.
pub(crate) struct Person<'b> {
    bot: &'b Bot,
    pub(crate) user: User,
}

impl Bot {
    /// A bot whose workers have said that they are there.
    pub(crate) fn new() -> Self {
        let packs = [1, 5, 10].map(|credits| Pack { credits: Credits(credits), stars: Stars(100 * credits) }).to_vec();
        let key = SigningKey::new("a key for conversations".to_owned().into());
        let url = "http://bot.test/".parse().unwrap();
        let mut rules = Rules::new(Arc::new(Catalog::built_in()), packs, key, "StarreelBot".to_owned(), url);
        rules.admins.insert(UserId(OPERATOR));
        // Time stands still in a conversation.
        (rules.updates_per_minute, rules.orders_per_hour) = (1000, 1000);
        let bot = Self(RefCell::new(State {
            connection: Store::in_memory().unwrap(),
            rules,
            random: StdRng::seed_from_u64(1),
            now: Timestamp::from_second(1_800_000_000).unwrap(),
            updates: 0,
            messages: 0,
            buttons: Vec::new(),
            invoices: Vec::new(),
            looks: Vec::new(),
            published: Vec::new(),
            deliveries: Vec::new(),
            refunds: Vec::new(),
        }));
        bot.happens(&Event::Started);
        bot.provider_is(None);
        bot
    }

    /// Somebody whose client speaks this language.
    pub(crate) fn person_speaking(&self, id: i64, language: &str) -> Person<'_> {
        let user = User { id: UserId(id), is_bot: false, language_code: Some(language.to_owned()) };
        Person { bot: self, user }
    }

    /// Somebody.
    pub(crate) fn person(&self, id: i64) -> Person<'_> {
        self.person_speaking(id, "en")
    }

    /// Changes what the operator decided.
    pub(crate) fn change_rules(&self, change: impl FnOnce(&mut Rules)) {
        change(&mut self.0.borrow_mut().rules);
    }

    /// The rules as they are.
    pub(crate) fn rules(&self) -> Rules {
        self.0.borrow().rules.clone()
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

    /// Time passes, and nothing else.
    pub(crate) fn passes(&self, time: SignedDuration) {
        let now = self.0.borrow().now.saturating_add(time).unwrap();
        self.0.borrow_mut().now = now;
    }

    /// The picture that was last looked at turns out to be this.
    pub(crate) fn picture_is(&self, outcome: ImageCheck) -> String {
        let request = self.0.borrow_mut().looks.pop().unwrap();
        self.happens(&Event::ImageChecked(ImageChecked { request, outcome }))
    }

    /// The workers say this of the job that was last published.
    pub(crate) fn job_is(&self, state: JobState) -> String {
        self.happens(&self.word_of_job(state))
    }

    /// The same as an event, for tests that hand it in themselves.
    pub(crate) fn word_of_job(&self, state: JobState) -> Event {
        let event = JobEvent { job: self.last_job(), epoch: Epoch::new("life"), task: None, state };
        Event::Worker(WorkerMessageBody::Job(event))
    }

    /// The job that was last published has failed.
    pub(crate) fn job_failed(&self, reason: FailureReason) -> String {
        self.job_is(JobState::Failed { reason })
    }

    /// The job that was last published has its video.
    pub(crate) fn video_is_there(&self) -> String {
        self.job_is(JobState::Succeeded { urls: vec!["https://videos.test/1.mp4".parse().unwrap()] })
    }

    /// The job that was last published.
    pub(crate) fn last_job(&self) -> JobId {
        self.0.borrow().published.last().unwrap().job
    }

    /// How often jobs have been handed to the workers.
    pub(crate) fn publishings(&self) -> usize {
        self.0.borrow().published.len()
    }

    /// Whether any job has been handed to the workers.
    pub(crate) fn has_published(&self) -> bool {
        self.publishings() > 0
    }

    /// Whether a video waits to be delivered.
    pub(crate) fn has_deliveries(&self) -> bool {
        !self.0.borrow().deliveries.is_empty()
    }

    /// A job that still waits for its turn.
    pub(crate) fn some_queued_job(&self) -> Option<String> {
        let state = self.0.borrow();
        let mut statement = state.connection.prepare("SELECT id FROM jobs WHERE progress = 'queued'").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().next().transpose().unwrap()
    }

    /// The credits that people have, hold and have spent.
    pub(crate) fn credits_of_everybody(&self) -> i64 {
        let sql = "SELECT coalesce(sum(available + held + spent), 0) FROM accounts";
        self.0.borrow().connection.query_row(sql, [], |row| row.get(0)).unwrap()
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

    /// The video that was last handed out fares so.
    pub(crate) fn delivery_ends(&self, outcome: DeliveryOutcome) -> String {
        let Deliver { job, attempt, .. } = self.0.borrow_mut().deliveries.pop().unwrap();
        self.happens(&Event::Delivery(DeliveryReport { job, attempt, outcome }))
    }

    /// The refund that was last handed out fares so.
    pub(crate) fn refund_ends(&self, outcome: RefundOutcome) -> String {
        let RefundStars { charge, attempt, .. } = self.0.borrow().refunds.last().cloned().unwrap();
        self.happens(&Event::Refund(RefundReport { charge, attempt, outcome }))
    }

    /// The calls that were handed out to give Stars back.
    pub(crate) fn refunds(&self) -> Vec<RefundStars> {
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

    /// What is kept about something, as one number.
    pub(crate) fn count(&self, sql: &str) -> i64 {
        self.0.borrow().connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// The provider takes orders, or does not.
    pub(crate) fn provider_is(&self, blocked: Option<BlockReason>) -> String {
        let now = self.0.borrow().now;
        let state = ProviderState { epoch: Epoch::new("life"), blocked, since: now, at: now };
        self.happens(&Event::Worker(WorkerMessageBody::Provider(state)))
    }

    /// The database is damaged in this way.
    pub(crate) fn is_damaged_by(&self, sql: &str) {
        self.0.borrow().connection.execute_batch(sql).unwrap();
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
            let line = self.0.borrow_mut().carry_out(&effect);
            lines.extend(line);
            if let Effect::Tell(tell) = effect {
                let message = if let Reply::Edit { message, .. } = tell.reply {
                    message
                } else {
                    MessageId(self.0.borrow().messages)
                };
                let report = TellReport { ticket: tell.ticket, outcome: TellOutcome::Told(message) };
                let more = self.happens(&Event::Told(report));
                lines.extend(Some(more).filter(|more| !more.is_empty()));
            }
        }
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

impl State {
    fn commit(&mut self, event: &Event) -> Vec<Effect> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let mut context = Context { now: self.now, random: &mut self.random, rules: &self.rules, queue_open: true };
        let effects = core::handle(&transaction, &mut context, event).unwrap();
        transaction.commit().unwrap();
        effects
    }

    /// Does what the bot wants done. What somebody can see of it, as text.
    fn carry_out(&mut self, effect: &Effect) -> Option<String> {
        Some(match effect {
            Effect::Reply(reply) => self.say(reply)?,
            Effect::Tell(tell) => self.say(&tell.reply)?,
            Effect::Publish(job) => {
                self.published.push(job.clone());
                let picture = job.image.as_ref().map(|image| format!(", {}", image.mime)).unwrap_or_default();
                format!("→ workers: {}: {}{picture}", job.model, job.prompt)
            }
            Effect::CheckImage(request) => {
                self.looks.push(request.clone());
                format!("→ looks at {}", request.file_id)
            }
            Effect::Deliver(deliver) => {
                self.deliveries.push(deliver.clone());
                self.messages += 1;
                self.keep_buttons(deliver.user.0, self.messages, &deliver.keyboard);
                format!("→ video {:?}: {}{}", deliver.way, deliver.caption, rendered(&deliver.keyboard))
            }
            Effect::Refund(refund) => {
                self.refunds.push(refund.clone());
                format!("→ gives back {} to {}, call {}", refund.charge, refund.user, refund.attempt)
            }
            Effect::ReadStars { asked_by } => format!("→ reads the list for {asked_by}"),
        })
    }

    fn say(&mut self, reply: &Reply) -> Option<String> {
        Some(match reply {
            Reply::Send { chat, html, keyboard } => {
                self.messages += 1;
                self.keep_buttons(*chat, self.messages, keyboard);
                format!("{}{}{}", addressed(*chat), plain(html), rendered(keyboard))
            }
            Reply::Edit { chat, message, html, keyboard } => {
                self.buttons.retain(|(_, shown_in, ..)| *shown_in != message.0);
                self.keep_buttons(*chat, message.0, keyboard);
                format!("{}✎ {}{}", addressed(*chat), plain(html), rendered(keyboard))
            }
            Reply::AnswerCallback { text, .. } => format!("({})", text.as_ref()?),
            Reply::AnswerCheckout { refusal: None, .. } => "checkout: go on".to_owned(),
            Reply::AnswerCheckout { refusal: Some(refusal), .. } => format!("checkout refused: {refusal}"),
            Reply::Invoice { chat, invoice } => {
                self.messages += 1;
                self.invoices.push((*chat, invoice.clone()));
                format!("invoice: {} · {} · {} ⭐", invoice.title, invoice.description, invoice.stars)
            }
        })
    }

    fn keep_buttons(&mut self, chat: i64, message: i64, keyboard: &Keyboard) {
        for button in keyboard.0.iter().flatten() {
            if let ButtonAction::Callback(data) = &button.action {
                self.buttons.push((chat, message, button.label.clone(), data.clone()));
            }
        }
    }
}

impl Person<'_> {
    /// They write something.
    pub(crate) fn sends(&self, text: &str) -> String {
        self.message(|message| message.text = Some(text.to_owned()))
    }

    /// They send a picture, so many bytes large as Telegram says.
    pub(crate) fn sends_picture(&self, file_id: &str, bytes: u64) -> String {
        self.message(|message| message.photo = Some(vec![FileRef::default(), file(file_id, bytes)]))
    }

    /// They send whatever is filled in.
    pub(crate) fn message(&self, fill: impl FnOnce(&mut Message)) -> String {
        let chat = Chat { id: self.user.id.0, kind: "private".to_owned() };
        let mut message = Message { from: Some(self.user.clone()), chat, ..Message::default() };
        {
            let mut state = self.bot.0.borrow_mut();
            state.messages += 1;
            message.message_id = MessageId(state.messages);
        }
        fill(&mut message);
        self.update(Update { message: Some(message), ..Update::default() })
    }

    /// They press the newest button that says this.
    pub(crate) fn presses(&self, label: &str) -> String {
        let (message, data) = self.button(label);
        self.presses_data(Some(message), &data)
    }

    /// Message and data of the newest button that says this.
    pub(crate) fn button(&self, label: &str) -> (i64, String) {
        let state = self.bot.0.borrow();
        let mut mine = state.buttons.iter().rev().filter(|(chat, ..)| *chat == self.user.id.0);
        let found = mine.find(|(_, _, said, _)| said.contains(label));
        found.map(|(_, message, _, data)| (*message, data.clone())).unwrap_or_else(|| panic!("no button says {label}"))
    }

    /// They send the data of a button, ours or not.
    pub(crate) fn presses_data(&self, message: Option<i64>, data: &str) -> String {
        let message = message.map(|id| ButtonMessage {
            message_id: MessageId(id),
            chat: Chat { id: self.user.id.0, kind: "private".to_owned() },
        });
        let query = CallbackQuery { id: "q".to_owned(), from: self.user.clone(), message, data: Some(data.to_owned()) };
        self.update(Update { callback_query: Some(query), ..Update::default() })
    }

    /// They are about to pay the last invoice that anybody got, perhaps changed.
    pub(crate) fn checks_out(&self, change: impl FnOnce(&mut PreCheckoutQuery)) -> String {
        let (_, invoice) = self.bot.0.borrow().invoices.last().cloned().unwrap();
        let mut query = PreCheckoutQuery {
            id: "c".to_owned(),
            from: self.user.clone(),
            currency: "XTR".to_owned(),
            total_amount: invoice.stars.0,
            invoice_payload: invoice.payload,
        };
        change(&mut query);
        self.update(Update { pre_checkout_query: Some(query), ..Update::default() })
    }

    /// They have paid the last invoice that anybody got; Telegram names the payment so.
    pub(crate) fn has_paid(&self, charge: &str) -> String {
        let (_, invoice) = self.bot.0.borrow().invoices.last().cloned().unwrap();
        self.message(|message| {
            message.successful_payment = Some(SuccessfulPayment {
                currency: "XTR".to_owned(),
                total_amount: invoice.stars.0,
                invoice_payload: invoice.payload,
                telegram_payment_charge_id: charge.to_owned(),
            });
        })
    }

    /// They buy so many credits.
    pub(crate) fn buys(&self, credits: i64) {
        self.presses_data(None, &format!("pack:{credits}"));
        let number = self.bot.0.borrow().updates;
        self.has_paid(&format!("charge-{number}"));
    }

    /// They get as far as the summary of a video of words alone.
    pub(crate) fn fills_in(&self, prompt: &str) -> String {
        self.sends("/generate");
        self.presses("Veo 3 Fast");
        self.sends(prompt);
        self.presses("Skip")
    }

    /// They order a video of words alone.
    pub(crate) fn orders(&self, prompt: &str) -> String {
        self.fills_in(prompt);
        self.presses("✨ Generate")
    }

    /// Telegram hands an update over.
    pub(crate) fn update(&self, update: Update) -> String {
        let update_id = {
            let mut state = self.bot.0.borrow_mut();
            state.updates += 1;
            state.updates
        };
        let update = Update { update_id, ..update };
        self.bot.happens(&Event::Update(Box::new(IncomingUpdate { update, raw: "{}".to_owned(), unreadable: None })))
    }
}

/// A file as Telegram describes it.
pub(crate) fn file(file_id: &str, bytes: u64) -> FileRef {
    FileRef { file_id: file_id.to_owned(), file_size: Some(bytes), mime_type: None }
}

/// What people read of a text with markup.
pub(crate) fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn addressed(chat: i64) -> String {
    if chat == 1 { String::new() } else { format!("{chat}: ") }
}

fn rendered(Keyboard(rows): &Keyboard) -> String {
    let row = |row: &Vec<bot::core::event::Button>| {
        let labels: Vec<String> = row.iter().map(|button| format!("[{}]", button.label)).collect();
        format!("\n{}", labels.join(" "))
    };
    rows.iter().map(row).collect()
}
