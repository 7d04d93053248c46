//! The table that a judge hands over: what is counted, what must hold and does or does not, and the complaints.

use std::fmt;
use std::time::Duration;

/// The table.
#[derive(Debug, Default)]
pub struct Verdict {
    lines: Vec<Line>,
    /// What exactly is wrong.
    complaints: Vec<String>,
}

#[derive(Debug)]
struct Line {
    what: String,
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

impl Verdict {
    /// Whether nothing is wrong.
    #[must_use]
    pub const fn is_well(&self) -> bool {
        self.complaints.is_empty()
    }

    /// Adds what the bot's own audit says.
    pub fn add_audit(&mut self, audit: anyhow::Result<()>) {
        self.must("the audit of the bot's database is clean", audit.err().map(|error| format!("{error:#}")));
    }

    /// Adds how long the system took to stop in the end.
    pub fn add_stop(&mut self, took: Duration) {
        self.lines.push(Line {
            what: "stopped well after SIGTERM".to_owned(),
            count: format!("{:.1} s", took.as_secs_f64()),
            finding: Finding::Good,
        });
    }

    /// Adds a number that is neither good nor bad.
    pub fn counted(&mut self, what: &str, count: impl ToString) {
        self.lines.push(Line { what: what.to_owned(), count: count.to_string(), finding: Finding::Counted });
    }

    /// Adds what must hold, with all that speaks against it.
    pub(super) fn must(&mut self, what: &str, complaints: impl IntoIterator<Item = String>) {
        let before = self.complaints.len();
        self.complaints.extend(complaints.into_iter().map(|complaint| format!("{}: {complaint}", what.trim())));
        let wrong = self.complaints.len() - before;
        let (count, finding) =
            if wrong == 0 { (String::new(), Finding::Good) } else { (wrong.to_string(), Finding::Bad) };
        self.lines.push(Line { what: what.to_owned(), count, finding });
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
