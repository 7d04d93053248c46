//! The table that a judge hands over: what is counted, what must hold and does or does not, and the complaints.

use std::fmt;
use std::time::Duration;

/// Complaints of one kind that are written out; who has read so many knows what is wrong.
const COMPLAINTS_MAX: usize = 10;

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
    pub fn must(&mut self, what: &str, complaints: impl IntoIterator<Item = String>) {
        let mut complaints = complaints.into_iter().map(|complaint| format!("{}: {complaint}", what.trim()));
        let before = self.complaints.len();
        self.complaints.extend(complaints.by_ref().take(COMPLAINTS_MAX));
        let more = complaints.count();
        let wrong = self.complaints.len() - before + more;
        if more > 0 {
            self.complaints.push(format!("{}: … and {more} more", what.trim()));
        }
        let (count, finding) =
            if wrong == 0 { (String::new(), Finding::Good) } else { (wrong.to_string(), Finding::Bad) };
        self.lines.push(Line { what: what.to_owned(), count, finding });
    }
}

impl Line {
    const fn mark(&self) -> &'static str {
        match self.finding {
            Finding::Counted => "",
            Finding::Good => "ok",
            Finding::Bad => "WRONG",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            writeln!(f, "{:<60} {:>12}  {}", line.what, line.count, line.mark())?;
        }
        self.complaints.iter().try_for_each(|complaint| writeln!(f, "! {complaint}"))
    }
}

/// The verdicts on the parts of a trial as one table, with a column for each, and all complaints below.
#[must_use]
pub fn table(parts: &[(&str, Verdict)]) -> String {
    let mut rows: Vec<&str> = Vec::new();
    for (_, verdict) in parts {
        // What only one part has comes after the line that it follows there.
        let mut place = 0;
        for line in &verdict.lines {
            match rows.iter().position(|row| *row == line.what) {
                Some(known) => place = known + 1,
                None => {
                    rows.insert(place, &line.what);
                    place += 1;
                }
            }
        }
    }
    let cell = |verdict: &Verdict, row: &str| {
        let line = verdict.lines.iter().find(|line| line.what == row);
        line.map_or(String::new(), |line| format!("{} {}", line.count, line.mark()).trim().to_owned())
    };
    let mut table = format!("\n{:<60}", "");
    for (name, _) in parts {
        table += &format!(" {name:>14}");
    }
    for row in rows {
        table += &format!("\n{row:<60}");
        for (_, verdict) in parts {
            table += &format!(" {:>14}", cell(verdict, row));
        }
    }
    table.push('\n');
    for (name, verdict) in parts {
        for complaint in &verdict.complaints {
            table += &format!("! {name}: {complaint}\n");
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_trial_are_one_table() {
        let (mut first, mut second) = (Verdict::default(), Verdict::default());
        first.counted("payments", 3);
        first.must("all is there", None);
        second.counted("payments", 4);
        second.counted("  twice", 1);
        second.must("all is there", ["a video".to_owned()]);
        let table = table(&[("one", first), ("two", second)]);
        let rows: Vec<String> =
            table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let expected =
            ["", "one two", "payments 3 4", "twice 1", "all is there ok 1 WRONG", "! two: all is there: a video"];
        assert_eq!(rows, expected);
    }
}
