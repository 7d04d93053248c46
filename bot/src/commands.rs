//! What operators do beside a running bot, or without one: look at the books, at what could not be handled, replace keys.
//! For the programs `bot` and `solo`.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use jiff::Timestamp;
use shared::ops::commands::DeadLetters;

use crate::store::dead_letters::{self, DeadLetter, SendAgain};
use crate::store::stats::{BUCKETS, OPEN_PROGRESS};
use crate::store::{self, keys};

mod check_catalogue;

pub use check_catalogue::check_catalogue;

/// Prints what the books in the data folder say, and each invariant with its violations.
///
/// # Errors
/// When the database cannot be read.
pub async fn audit(folder: &Path) -> anyhow::Result<ExitCode> {
    let reader = store::read_only(folder)?;
    let stats = reader.stats().await.context("the database cannot be read")?;
    let totals = reader.totals().await.context("the database cannot be read")?;
    let audit = reader.audit().await.context("the database cannot be read")?;
    let mut out = io::stdout();
    let row = |name: &str, value: i64| format!("{name:<24}{value:>12}");
    writeln!(out, "{}", row("payments", totals.payments))?;
    writeln!(out, "{}", row("Stars paid", totals.stars))?;
    for (bucket, credits) in BUCKETS.into_iter().zip(totals.credits) {
        writeln!(out, "{}", row(&format!("credits {bucket}"), credits))?;
    }
    for (progress, jobs) in OPEN_PROGRESS.into_iter().zip(stats.jobs) {
        writeln!(out, "{}", row(&format!("jobs {progress}"), jobs))?;
    }
    writeln!(out, "{}\n", row("refunds to be decided", stats.refunds_waiting))?;
    writeln!(out, "{:<6} {:>5}  invariant", "", "found")?;
    for (invariant, violations) in &audit.findings {
        let verdict = if violations.is_empty() { "ok" } else { "WRONG" };
        writeln!(out, "{verdict:<6} {:>5}  {invariant}", violations.len())?;
        for violation in violations {
            writeln!(out, "               {violation}")?;
        }
    }
    Ok(if audit.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Replaces the key that the bot signs invoices and links with. What to print: what follows from that.
///
/// # Errors
/// When there is no database, or it cannot be written.
pub fn rotate_keys(folder: &Path, at_once: bool) -> anyhow::Result<String> {
    keys::rotate(folder, &mut rand::rng(), Timestamp::now(), at_once)?;
    let follows = if at_once {
        "Invoices that are open now are answered as out of date, and links to videos that were sent do not work any more."
    } else {
        "Open invoices and links that were sent hold for 7 days more. If a stranger has the old key, use --at-once."
    };
    Ok(format!("The bot has a new key, and uses it from its next start on: restart it now.\n{follows}\n"))
}

/// Does what is asked about dead letters in the data folder. What to print.
///
/// # Errors
/// When the store cannot be used, or there is no such letter.
pub fn dead_letters(command: &DeadLetters, folder: &Path) -> anyhow::Result<String> {
    let (DeadLetters::Show { name } | DeadLetters::Send { name } | DeadLetters::Drop { name }) = command else {
        return Ok(list(&dead_letters::list(folder)?));
    };
    let unknown = || format!("there is no dead letter {name}: see the list");
    let id: i64 = name.parse().ok().with_context(unknown)?;
    match command {
        DeadLetters::List | DeadLetters::Show { .. } => {
            let letter = dead_letters::get(folder, id)?.with_context(unknown)?;
            Ok(format!("{}\n{}\n", row(&letter), letter.event))
        }
        DeadLetters::Send { .. } => match dead_letters::send_again(folder, id)? {
            SendAgain::Marked => Ok(format!("{id} is handled again: by the bot that runs, or at its next start\n")),
            SendAgain::WordsAreGone => {
                bail!(
                    "{id} cannot be sent again: a person's words are not kept here. They have to say it again; drop it"
                )
            }
            SendAgain::ComesByItself => {
                bail!("{id} cannot be sent again, and need not be: it comes by itself. Drop it")
            }
            SendAgain::NotThere => bail!(unknown()),
        },
        DeadLetters::Drop { .. } if dead_letters::forget(folder, id)? => Ok(format!("{id} was dropped\n")),
        DeadLetters::Drop { .. } => bail!(unknown()),
    }
}

fn list(letters: &[DeadLetter]) -> String {
    let rows = letters.iter().map(|letter| format!("{}\n", row(letter)));
    format!("{} events and rows of the outbox\n{}", letters.len(), rows.collect::<String>())
}

fn row(letter: &DeadLetter) -> String {
    let DeadLetter { id, at, user, reason, event, is_sent_again } = letter;
    let person = user.map_or_else(String::new, |user| format!("person {user}: "));
    let what = if event.starts_with('{') { "" } else { &format!(" ({event})") };
    let waits = if *is_sent_again { ", waits to be handled again" } else { "" };
    format!("{id:<10} {:<20} {person}{reason}{what}{waits}", at.strftime("%Y-%m-%dT%H:%M:%SZ"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Store, lock};

    #[tokio::test]
    async fn dead_letters_are_listed_shown_sent_and_dropped_beside_a_bot() {
        let folder = tempfile::tempdir().unwrap();
        // A running bot has the folder.
        let running = Store::open(lock(folder.path()).unwrap()).unwrap();
        running.damage(
            "INSERT INTO dead_letters (id, at, event, reason, user) VALUES
             (3, 1800000000000, '{\"successful_payment\":{}}', 'missing field', 42),
             (6, 1800000000000, '{\"update_id\":7}', 'a panic', 42),
             (4, 1800000000000, 'outbox: notice odd', 'no JSON', NULL),
             (5, 1800000000000, 'Job(…)', 'a panic', NULL)",
        );
        let ask = async |command: DeadLetters| {
            let said = dead_letters(&command, folder.path());
            said.unwrap_or_else(|error| format!("refused: {error}"))
        };
        let name = |id: &str| id.to_owned();
        assert_eq!(
            ask(DeadLetters::List).await,
            "4 events and rows of the outbox\n\
             3          2027-01-15T08:00:00Z person 42: missing field\n\
             4          2027-01-15T08:00:00Z no JSON (outbox: notice odd)\n\
             5          2027-01-15T08:00:00Z a panic (Job(…))\n\
             6          2027-01-15T08:00:00Z person 42: a panic\n"
        );
        assert!(ask(DeadLetters::Show { name: name("3") }).await.ends_with("\n{\"successful_payment\":{}}\n"));
        assert!(ask(DeadLetters::Send { name: name("3") }).await.starts_with("3 is handled again"));
        let words = ask(DeadLetters::Send { name: name("6") }).await;
        assert!(words.contains("a person's words are not kept"), "{words}");
        assert!(ask(DeadLetters::Send { name: name("5") }).await.starts_with("refused: 5 cannot be sent again"));
        assert_eq!(ask(DeadLetters::Drop { name: name("4") }).await, "4 was dropped\n");
        let missing = "refused: there is no dead letter 4: see the list";
        assert_eq!(ask(DeadLetters::Drop { name: name("4") }).await, missing);
        assert!(ask(DeadLetters::List).await.contains("missing field, waits to be handled again\n5 "));
    }
}
