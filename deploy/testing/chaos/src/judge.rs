//! The verdict, from the simulators' records: what people paid and saw, what KIE.ai made, what Telegram was sent.
//!
//! A strike or a lost answer may cost three things, and each is counted and must have such a cause: a second copy of a
//! video (Telegram had taken the first, and we did not hear or could not write it down), a job that is given up (its
//! POST was cut; its credits come back), and, only when nobody called back, a video that was made and is never heard of
//! (KIE.ai said its number to a process that was gone; its credits come back). Nothing may cost a payment, or order
//! twice; what KIE.ai itself has failed is ordered once more, for the same credits. Stars that go back take their credits along, as `judge/money.rs` says exactly.

mod evidence;
mod money;
mod verdict;

use std::collections::BTreeMap;
use std::path::PathBuf;

use solo::driver::{World, database};

use crate::disturbances::{Disturbances, Who};
use crate::records::Records;
use evidence::{Evidence, OnesChat};

pub(crate) use evidence::open_jobs;
pub use verdict::{Verdict, table};

/// Videos that the bot sends at the same time: so many may be lost sight of by one strike.
const SENDS_AT_ONCE: usize = 8;

/// What a judge is told before they read the simulators' records.
#[derive(Debug)]
pub struct Happened {
    /// Who took part.
    pub records: Records,
    /// What was done to the system.
    pub disturbances: Disturbances,
    /// How often what was done, in words; none, when the list says it all.
    pub kinds: Option<BTreeMap<String, usize>>,
    /// What did not settle.
    pub stuck: Vec<String>,
    /// The price of a credit.
    pub stars_per_credit: i64,
    /// With fewer orders nothing has been tried.
    pub orders_min: u32,
    /// Creates of KIE.ai that were sent through a bad connection and not answered.
    pub cut_creates: usize,
    /// The bot's database, to be compared with what people read.
    pub database: Option<PathBuf>,
}

/// Reads all records and judges.
///
/// # Errors
/// When the simulators do not answer, or the bot does not tell somebody's balance.
pub async fn judge(world: &World, happened: Happened) -> anyhow::Result<Verdict> {
    let Happened { records, disturbances, kinds, stuck, stars_per_credit, orders_min, cut_creates, database } =
        happened;
    let evidence = Evidence::collect(world, &records, disturbances, stars_per_credit).await?;
    let mut verdict = Verdict::default();
    let kinds = kinds.map_or_else(|| evidence.disturbances().summary(), |kinds| kinds.into_iter().collect());
    scene(&mut verdict, &records, &evidence, kinds);
    let too_few = (records.orders < orders_min).then(|| format!("{} of at least {orders_min}", records.orders));
    verdict.must("people could order", too_few);
    verdict.must("nothing is stuck", stuck);
    money::judge(&mut verdict, &evidence.chats, &records);
    verdict.must("no job is ordered twice at KIE.ai", evidence.ordered_twice());
    videos(&mut verdict, &evidence);
    verdict.must("every chat says how its jobs ended", evidence.chats.iter().filter_map(endings));
    credits(&mut verdict, &evidence, cut_creates);
    if let Some(database) = database {
        let ledger: BTreeMap<String, i64> =
            database::counts(&database, "SELECT user || '', available FROM accounts")?.into_iter().collect();
        let differing = evidence.chats.iter().filter_map(|chat| {
            let kept = ledger.get(&chat.person.to_string()).copied().unwrap_or_default();
            let OnesChat { person, balance, .. } = chat;
            (kept != *balance).then(|| format!("person {person} reads of {balance} credits, the ledger has {kept}"))
        });
        verdict.must("what people read of their credits is what the ledger has", differing);
    }
    Ok(verdict)
}

/// What was done, to whom, and how much went on meanwhile.
fn scene(verdict: &mut Verdict, records: &Records, evidence: &Evidence, kinds: Vec<(String, usize)>) {
    for (what, count) in kinds {
        verdict.counted(&what, count);
    }
    verdict.counted("people", records.people.len());
    let orders = format!("{} / {}", records.orders, records.given_up);
    verdict.counted("orders pressed through / given up by people", orders);
    verdict.counted("tasks at KIE.ai", evidence.tasks.len());
    if evidence.tasks_of_others > 0 {
        verdict.counted("  of others, not judged", evidence.tasks_of_others);
    }
    for (what, count) in evidence.faults() {
        verdict.counted(what, count);
    }
}

fn videos(verdict: &mut Verdict, evidence: &Evidence) {
    let missing = evidence.missing();
    verdict.must("every finished video has arrived", missing.inexcusable);
    verdict.must("every video is the one that was ordered", evidence.mixed_up());
    verdict.counted("  videos arrived", evidence.chats.iter().map(|chat| chat.videos.len()).sum::<usize>());
    verdict.counted("  made and never heard of, credits returned", missing.unheard);
    let copies = evidence.copies();
    verdict.must("second copies have a cause", copies.unexplained);
    let most = evidence.disturbances().count(Who::is_towards_telegram) * SENDS_AT_ONCE;
    let excess = (copies.after_strike > most).then(|| format!("{} of {most}", copies.after_strike));
    verdict.must("no more second copies than strikes explain", excess);
    verdict.counted("  second copies: the bot was struck before it wrote down", copies.after_strike);
    verdict.counted("  second copies: Telegram's answer was lost on order", copies.after_lost_answer);
}

fn credits(verdict: &mut Verdict, evidence: &Evidence, cut_creates: usize) {
    let (wrong, never_created) = evidence.released();
    let most = evidence.disturbances().count(Who::may_stop_a_create) + cut_creates;
    verdict.must("credits return only after a failure or a cut create", wrong);
    verdict.counted("  jobs whose credits returned", evidence.chats.iter().map(|chat| chat.failed).sum::<usize>());
    verdict.counted("    failed at KIE.ai on order", evidence.tasks.iter().filter(|task| task.has_failed).count());
    verdict.counted("    cut before KIE.ai had them", never_created);
    verdict
        .counted("  videos that came for free after that", evidence.chats.iter().map(|chat| chat.free).sum::<usize>());
    let most = most + evidence.tasks.iter().filter(|task| task.answer_cut).count();
    let lost = never_created + evidence.missing().unheard;
    let excess = (lost > most).then(|| format!("{lost} of {most}"));
    verdict.must("no more creates were cut than strikes explain", excess);
}

fn endings(chat: &OnesChat) -> Option<String> {
    let OnesChat { person, videos, spent, free, open, .. } = chat;
    if !open.is_empty() {
        return Some(format!("person {person} still reads {open:?}"));
    }
    (videos.len() != spent + free)
        .then(|| format!("person {person} has {} videos, and reads of {spent} and {free} free ones", videos.len()))
}
