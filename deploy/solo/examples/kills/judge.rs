//! The verdict, from the simulators' records: what people paid and saw, what KIE.ai made, what Telegram was sent.
//!
//! A kill or a lost answer may cost three things, and each is counted and must have such a cause: a second copy of a
//! video (Telegram had taken the first, and we did not hear or could not write it down), a job that is given up (its
//! POST was cut; its credits come back), and, only without callbacks, a video that was made and is never heard of (KIE.ai
//! said its number to a process that was gone; its credits come back). Nothing may cost a payment, or order twice.

mod evidence;

use std::fmt;
use std::time::Duration;

use solo::driver::World;

use crate::children::Mode;
use crate::kills::Kills;
use crate::load;
use evidence::{Evidence, OnesChat};

/// What the run knows.
#[derive(Debug)]
pub(crate) struct Happened {
    pub(crate) mode: Mode,
    pub(crate) kills: Kills,
    pub(crate) load: load::Done,
    /// What did not settle.
    pub(crate) stuck: Vec<String>,
}

/// A line of the table.
#[derive(Debug)]
struct Line {
    what: &'static str,
    count: String,
    finding: Finding,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Finding {
    /// Nothing to judge.
    Counted,
    Good,
    Bad,
}

/// The table.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    lines: Vec<Line>,
    /// What exactly is wrong.
    complaints: Vec<String>,
}

/// Reads all records and judges.
pub(crate) async fn judge(world: &World, happened: Happened) -> anyhow::Result<Verdict> {
    let Happened { mode, kills, load, stuck } = happened;
    let evidence = Evidence::collect(world, load.people, kills.at_ms.clone()).await?;
    let mut verdict = Verdict::default();
    verdict.counted("kills", kills.at_ms.len());
    let [payments, creates, deliveries] = kills.aimed;
    verdict
        .counted("  right after a payment / a create / a delivery", format!("{payments} / {creates} / {deliveries}"));
    verdict.counted("orders pressed through / given up by people", format!("{} / {}", load.orders, load.given_up));
    verdict.counted("tasks at KIE.ai", evidence.tasks.len());
    for (what, count) in evidence.faults() {
        verdict.counted(what, count);
    }
    verdict.must("nothing is stuck", stuck);
    verdict.must("every payment is credited once, every video paid once", evidence.chats.iter().filter_map(balance));
    verdict.counted("  payments", evidence.payments);
    verdict.must("no job is ordered twice at KIE.ai", evidence.ordered_twice());
    let (missing, unheard) = evidence.missing(mode);
    verdict.must("every finished video has arrived", missing);
    verdict.counted("  videos arrived", evidence.chats.iter().map(|chat| chat.videos.len()).sum::<usize>());
    verdict.counted("  made and never heard of, credits returned", unheard);
    let (unexplained, copies) = evidence.copies();
    verdict.must("second copies have a cause", unexplained);
    verdict.counted("  second copies", copies);
    verdict.must("every chat says how its jobs ended", evidence.chats.iter().filter_map(endings));
    let failed: usize = evidence.chats.iter().map(|chat| chat.failed).sum();
    verdict.must("credits return only after a failure or a cut create", evidence.wrong_reasons());
    verdict.counted("  jobs whose credits returned", failed);
    verdict.counted("    failed at KIE.ai on order", evidence.tasks.iter().filter(|task| task.failed).count());
    let never = evidence.never_created();
    verdict.counted("    cut before KIE.ai had them", never);
    verdict.must("no more creates were cut than kills came", (never > kills.at_ms.len()).then(|| never.to_string()));
    Ok(verdict)
}

impl Verdict {
    /// Adds what the bot's own audit says.
    pub(crate) fn add_audit(&mut self, audit: anyhow::Result<()>) {
        self.must("the audit of the bot's database is clean", audit.err().map(|error| format!("{error:#}")));
    }

    /// Adds how the system stopped in the end.
    pub(crate) fn add_stop(&mut self, took: Duration) {
        self.lines.push(Line {
            what: "stopped well after SIGTERM",
            count: format!("{:.1} s", took.as_secs_f64()),
            finding: Finding::Good,
        });
    }

    /// Whether nothing is wrong.
    pub(crate) const fn is_well(&self) -> bool {
        self.complaints.is_empty()
    }

    fn counted(&mut self, what: &'static str, count: impl ToString) {
        self.lines.push(Line { what, count: count.to_string(), finding: Finding::Counted });
    }

    fn must(&mut self, what: &'static str, complaints: impl IntoIterator<Item = String>) {
        let before = self.complaints.len();
        self.complaints.extend(complaints.into_iter().map(|complaint| format!("{}: {complaint}", what.trim())));
        let wrong = self.complaints.len() - before;
        let (count, finding) =
            if wrong == 0 { (String::new(), Finding::Good) } else { (wrong.to_string(), Finding::Bad) };
        self.lines.push(Line { what, count, finding });
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Line { what, count, finding } in &self.lines {
            let mark = match finding {
                Finding::Counted => "",
                Finding::Good => "ok",
                Finding::Bad => "WRONG",
            };
            writeln!(f, "{what:<60} {count:>12}  {mark}")?;
        }
        self.complaints.iter().try_for_each(|complaint| writeln!(f, "! {complaint}"))
    }
}

fn balance(chat: &OnesChat) -> Option<String> {
    let spent = i64::try_from(chat.spent).unwrap_or(i64::MAX);
    (chat.balance != chat.paid - spent).then(|| {
        format!("person {} paid for {} credits, spent {spent} and has {}", chat.person, chat.paid, chat.balance)
    })
}

fn endings(chat: &OnesChat) -> Option<String> {
    let OnesChat { person, videos, spent, free, open, .. } = chat;
    if !open.is_empty() {
        return Some(format!("person {person} still reads {open:?}"));
    }
    (videos.len() != spent + free)
        .then(|| format!("person {person} has {} videos, and reads of {spent} and {free} free ones", videos.len()))
}
