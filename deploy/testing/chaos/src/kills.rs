//! The fault run: people buy credits, order videos and have purchases refunded while a system is struck. Its processes are killed with SIGKILL again
//! and again and started anew at once; its connections, which go through proxies, are cut, slow, silent or without answers;
//! its servers are full for a while; KIE.ai and Telegram make mistakes of their own, and Telegram takes Stars back. The simulators run in a process of
//! their own and are never struck. Then everything may settle, and the judge is asked. Half of the run strikes a system that
//! polls, half one that is called back.
//!
//! The run stops only its own children; it works in a temporary folder, which is kept when something was wrong.

mod log;
mod processes;
mod proxies;
mod schedule;

use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use solo::driver::{World, database, until};
use tokio_util::sync::CancellationToken;

use crate::disturbances::Who;
use crate::faults::{Faults, Payments};
use crate::judge::{Happened, Verdict, judge, table};
use crate::people::{Habits, People};
use crate::say;
use crate::settling::{Sources, settle};
use log::Log;
use processes::{Mode, Processes};
use proxies::ConnectionFaults;
use schedule::{Struck, Until};

/// The first orders have reached KIE.ai after this long.
const WARM_WITHIN: Duration = Duration::from_secs(60);

/// What is under way when the kills end must be settled after this long: a POST that nobody answered is given up after
/// a minute, its job after another, and what still waits in the queue goes out at the rate that KIE.ai allows.
const SETTLE_WITHIN: Duration = Duration::from_secs(900);

/// Videos that one person waits for at the same time. With more, the orders would outrun what KIE.ai takes, and the kills
/// strike a queue more than anything else.
const AT_ONCE: usize = 4;

/// What a credit costs unless an operator says otherwise, which nobody does here.
const STARS_PER_CREDIT: i64 = 100;

/// Of orders that KIE.ai did not fail on order, so many in a hundred must be delivered; of fewer than so many orders, one
/// more or less says nothing.
const DELIVERED_PERCENT_MIN: i64 = 95;
const JOBS_FOR_A_SHARE: i64 = 100;

/// Of orders that people believe to have placed, so many in a hundred must be there: a press that a kill has lost looks to
/// them like one that the bot has its reasons to ignore.
const PLACED_PERCENT_MIN: i64 = 90;

/// What is struck, and for how long.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// How often something is killed, at least; 100, unless a time is given. With a time: spread over it.
    #[arg(long)]
    kills: Option<u32>,
    /// For how many minutes strikes fall, at least.
    #[arg(long)]
    minutes: Option<f64>,
    /// Keep the folder with databases and logs, even if all is well.
    #[arg(long)]
    keep: bool,
    /// Chooses orders, faults and times; printed at the start.
    #[arg(long)]
    seed: Option<u64>,
    /// How many people use the bot.
    #[arg(long, default_value_t = 16)]
    people: u32,
    /// Kill a bot and so many workers of their own, RabbitMQ and Redis, instead of the one process that is all of them.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=16))]
    workers: Option<u32>,
}

/// Strikes, and judges. Says whether all is well.
///
/// # Errors
/// When the run itself cannot go on.
pub async fn run(options: &Options) -> anyhow::Result<bool> {
    let seed = options.seed.unwrap_or_else(|| rand::rng().random_range(0..1_000_000));
    let kills = options.kills.unwrap_or(if options.minutes.is_some() { 0 } else { 100 });
    let time = Duration::try_from_secs_f64(options.minutes.unwrap_or_default() * 60.0)?;
    say(&format!("seed {seed}, {} people, at least {kills} kills and {} s", options.people, time.as_secs()));
    let mut random = StdRng::seed_from_u64(seed);
    let mut folder = tempfile::tempdir().context("a folder for the run cannot be made")?;
    folder.disable_cleanup(options.keep);
    let mut verdicts = Vec::new();
    let halves = [(Mode::Polling, kills.div_ceil(2)), (Mode::CalledBack, kills / 2)];
    for (mode, kills) in halves.into_iter().filter(|(_, kills)| *kills > 0 || !time.is_zero()) {
        say(mode.describe());
        let place = folder.path().join(mode.name());
        let until = Until { kills, time: time / 2 };
        let verdict = half(mode, until, options, &place, &mut random).await.inspect_err(|_| {
            say(&format!("the run broke off; its logs are in {}", place.display()));
        });
        if verdict.is_err() {
            folder.disable_cleanup(true);
        }
        verdicts.push((mode.name(), verdict?));
    }
    say(&table(&verdicts));
    let all_well = verdicts.iter().all(|(_, verdict)| verdict.is_well());
    if !all_well {
        folder.disable_cleanup(true);
    }
    if options.keep || !all_well {
        say(&format!("the databases, records and logs are in {}", folder.path().display()));
    }
    say(if all_well { "all is well" } else { "NOT WELL" });
    Ok(all_well)
}

/// One half of the run: its own simulators, its own database, its own people.
async fn half(
    mode: Mode,
    until: Until,
    options: &Options,
    place: &Path,
    random: &mut StdRng,
) -> anyhow::Result<Verdict> {
    let mut processes = Processes::start(mode, options.workers, place).await?;
    let world = processes.world();
    let stop = CancellationToken::new();
    let habits = Habits { people: options.people, orders: None, at_once: Some(AT_ONCE), refunds: true };
    let people = People::start(&world, habits, random, &stop).await?;
    let faults = Faults::start(&world, Payments::MayBeLost, random, &stop);
    wait_until_warm(&mut processes, &world).await?;
    let log = Log::default();
    let connection_faults = ConnectionFaults::start(processes.connections(), random, &log, &stop);
    let struck = schedule::strike_until(&mut processes, until, random, &log).await?;
    stop.cancel();
    let records = people.finish().await;
    connection_faults.finish().await?;
    faults.finish().await?;
    records.write(&place.join("records.json"))?;
    std::fs::write(place.join("disturbances"), log.list().to_string())?;

    say("no more strikes; waiting for everything to settle");
    let database = processes.database();
    let sources = Sources { database: Some(database.clone()), ..Sources::default() };
    let stuck = settle(&world, &records, &sources, SETTLE_WITHIN, || processes.check_alive()).await?;
    let ordered = records.orders;
    let happened = Happened {
        records,
        disturbances: log.list(),
        kinds: Some(log.kinds()),
        stuck,
        stars_per_credit: STARS_PER_CREDIT,
        orders_min: 1,
        cut_creates: processes.cut_creates(),
        database: Some(database.clone()),
    };
    let mut verdict = judge(&world, happened).await?;
    let Struck { kills, aimed: [payments, refunds, creates, deliveries] } = struck;
    verdict.counted("kills", kills);
    verdict.counted(
        "strikes right after a payment / refund / create / delivery",
        format!("{payments} / {refunds} / {creates} / {deliveries}"),
    );
    placed(&mut verdict, &database, ordered)?;
    jobs(&mut verdict, &database, &world, &processes, &log).await?;
    verdict.add_audit(database::audit(&database));
    verdict.add_stop(processes.stop()?);
    Ok(verdict)
}

/// Whether what people believe to have ordered is there.
fn placed(verdict: &mut Verdict, database: &Path, ordered: u32) -> anyhow::Result<()> {
    let all = database::count(database, "SELECT count(*) FROM jobs")?;
    let too_few = all * 100 < i64::from(ordered) * PLACED_PERCENT_MIN;
    verdict.must("what people pressed through is ordered", too_few.then(|| format!("{all} of {ordered}")));
    Ok(())
}

/// How the jobs ended, by the bot's database, which the judge has just compared with everything else.
async fn jobs(
    verdict: &mut Verdict,
    database: &Path,
    world: &World,
    processes: &Processes,
    log: &Log,
) -> anyhow::Result<()> {
    let all = database::count(database, "SELECT count(*) FROM jobs")?;
    let delivered = database::count(database, "SELECT count(*) FROM jobs WHERE progress = 'delivered'")?;
    let failed = database::counts(
        database,
        "SELECT failure, count(*) FROM jobs WHERE progress = 'failed' GROUP BY failure ORDER BY failure",
    )?;
    let from_list = "SELECT count(*) FROM star_transactions WHERE verdict = 'credited'";
    verdict.counted("payments known only from Telegram's list", database::count(database, from_list)?);
    verdict.counted("jobs", all);
    verdict.counted("  delivered", delivered);
    let mut unknown = 0;
    for (reason, count) in failed {
        verdict.counted(&format!("  released: {reason}"), count);
        if reason == "unknown" {
            unknown = count;
        }
    }
    let tasks = world.kie_tasks().await?;
    let on_order = tasks.iter().filter(|task| task["state"] == "fail").count();
    let cut_on_order = tasks.iter().filter(|task| task["create_answer"] == "cut").count();
    let (cut, stopped) = (processes.cut_creates(), log.list().count(Who::may_stop_a_create));
    verdict.counted("creates cut before their answer, on order among them", format!("{cut} / {cut_on_order}"));
    let most = i64::try_from(cut + stopped)?;
    let excess = (unknown > most).then(|| format!("{unknown} of at most {most}"));
    verdict.must("no more jobs are unknown than creates were cut or stopped", excess);
    let wanted = all - i64::try_from(on_order)?;
    let share = delivered * 100 / wanted.max(1);
    verdict.counted("  of those that KIE.ai did not fail on order, delivered", format!("{share} %"));
    let too_few = wanted >= JOBS_FOR_A_SHARE && delivered * 100 < wanted * DELIVERED_PERCENT_MIN;
    let said = format!("{delivered} of {wanted}");
    verdict.must("at least 95 % are delivered", too_few.then_some(said));
    Ok(())
}

async fn wait_until_warm(processes: &mut Processes, world: &World) -> anyhow::Result<()> {
    until("people to have ordered", WARM_WITHIN, async || {
        processes.check_alive()?;
        Ok((world.kie_tasks().await?.len() >= 5).then_some(()))
    })
    .await
}
