//! Figures by name, their medians, and the table in which two columns stand beside each other. What each of them means is
//! explained in `deploy/testing/README.md`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

/// What was measured, by name. Calls by method have names of their own that begin with one of [`CALLS`].
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Figures(BTreeMap<String, f64>);

/// The names in the order of the table, and what they are called there.
const LABELS: [(&str, &str); 14] = [
    (CPU_MS_PER_VIDEO, "CPU of a video, ms"),
    (VIDEOS_PER_SECOND, "videos a second"),
    ("tap_to_answer_ms_p50", "tap to answer, ms, p50"),
    ("tap_to_answer_ms_p99", "tap to answer, ms, p99"),
    ("callback_to_video_ms_p50", "callback to sendVideo, ms, p50"),
    ("callback_to_video_ms_p99", "callback to sendVideo, ms, p99"),
    ("written_kb_per_video", "written for a video (wchar), kB"),
    ("disk_kb_per_video", "to the disk for a video (write_bytes), kB"),
    ("waits_per_video", "voluntary context switches of a video"),
    ("resident_mb_idle", "RSS idle, MB"),
    ("resident_mb_end", "RSS at the end, MB"),
    ("idle_cpu_ms_per_minute", "CPU of an idle minute, ms"),
    ("idle_waits_per_minute", "voluntary context switches of an idle minute"),
    (DELIVERED, "videos delivered"),
];

pub(super) const CPU_MS_PER_VIDEO: &str = "cpu_ms_per_video";
pub(super) const VIDEOS_PER_SECOND: &str = "videos_per_second";
pub(super) const DELIVERED: &str = "delivered";

/// Beginnings of names of calls, and what the services are called in the table.
const CALLS: [(&str, &str); 2] = [("telegram_calls_per_video.", "Telegram"), ("kie_calls_per_video.", "KIE.ai")];

const LABEL_WIDTH: usize = 46;

impl Figures {
    pub(super) fn set(&mut self, name: &str, value: f64) {
        debug_assert!(LABELS.iter().any(|(known, _)| *known == name), "{name} has no label");
        self.0.insert(name.to_owned(), value);
    }

    /// Calls of methods of Telegram for one video.
    pub(super) fn set_telegram_calls(&mut self, calls: impl IntoIterator<Item = (String, f64)>) {
        self.0.extend(calls.into_iter().map(|(method, calls)| (format!("{}{method}", CALLS[0].0), calls)));
    }

    /// The same for KIE.ai.
    pub(super) fn set_kie_calls(&mut self, calls: impl IntoIterator<Item = (String, f64)>) {
        self.0.extend(calls.into_iter().map(|(method, calls)| (format!("{}{method}", CALLS[1].0), calls)));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Of each figure the median of all rounds. Where it is missing, it counts as 0: a call that was not made.
    pub(super) fn median(rounds: &[Self]) -> Self {
        let names = rounds.iter().flat_map(|round| round.0.keys());
        let of_all = |name: &String| rounds.iter().map(|round| round.get(name)).collect();
        Self(names.map(|name| (name.clone(), median(of_all(name)))).collect())
    }

    /// How many times as much as `floor`, for each figure that the floor has and that is not 0 there.
    pub(super) fn ratio_to(&self, floor: &Self) -> Self {
        let ratio = |(name, value): (&String, &f64)| {
            let floor = floor.get(name);
            (floor > 0.0).then(|| (name.clone(), value / floor))
        };
        Self(self.0.iter().filter_map(ratio).collect())
    }

    /// What is worth seeing while the run goes on.
    pub(super) fn line(&self) -> String {
        format!("{:.2} ms CPU a video, {:.1} videos/s", self.get(CPU_MS_PER_VIDEO), self.get(VIDEOS_PER_SECOND))
    }

    /// By name, to a thousandth.
    pub(super) fn json(&self) -> Value {
        let rounded = self.0.iter().map(|(name, value)| (name.clone(), json!((value * 1e3).round() / 1e3)));
        Value::Object(rounded.collect())
    }

    fn get(&self, name: &str) -> f64 {
        self.0.get(name).copied().unwrap_or_default()
    }
}

/// Both columns with their ratio.
pub(super) fn table(floor: &Figures, starreel: &Figures) -> String {
    let ratios = starreel.ratio_to(floor);
    let mut table = format!("\n{:<LABEL_WIDTH$} {:>10} {:>10} {:>8}", "median", "floor", "Starreel", "ratio");
    let mut row = |label: &str, name: &str| {
        let ratio = ratios.0.get(name).map_or_else(|| "–".to_owned(), |ratio| format!("{ratio:.1}"));
        let (floor, starreel) = (shown(floor.get(name)), shown(starreel.get(name)));
        table.push_str(&format!("\n{label:<LABEL_WIDTH$} {floor:>10} {starreel:>10} {ratio:>8}"));
    };
    for (name, label) in LABELS {
        row(label, name);
    }
    let names: BTreeSet<&String> = floor.0.keys().chain(starreel.0.keys()).collect();
    for (beginning, service) in CALLS {
        for name in &names {
            if let Some(method) = name.strip_prefix(beginning) {
                row(&format!("{service} calls of a video: {method}"), name);
            }
        }
    }
    table
}

/// With about three figures.
fn shown(value: f64) -> String {
    let decimals = if value >= 100.0 {
        0
    } else if value >= 10.0 {
        1
    } else {
        2
    };
    format!("{value:.decimals$}")
}

/// The middle one, or between the two in the middle; 0 of none.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let at = |place: usize| values.get(place).copied().unwrap_or_default();
    if values.len().is_multiple_of(2) { f64::midpoint(at(middle.saturating_sub(1)), at(middle)) } else { at(middle) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(cpu: f64, edits: f64) -> Figures {
        let mut figures = Figures::default();
        figures.set(CPU_MS_PER_VIDEO, cpu);
        figures.set_telegram_calls([("editMessageText".to_owned(), edits)]);
        figures
    }

    #[test]
    fn the_median_does_not_mind_one_bad_round() {
        assert_eq!(median(vec![3.0, 90.0, 1.0]), 3.0);
        assert_eq!(median(vec![4.0, 1.0]), 2.5);
        assert_eq!(median(Vec::new()), 0.0);
        let rounds = [figures(2.0, 5.0), figures(40.0, 5.0), figures(3.0, 6.0)];
        assert_eq!(Figures::median(&rounds), figures(3.0, 5.0));
    }

    #[test]
    fn a_call_that_a_round_did_without_counts_as_none() {
        let mut odd = figures(2.0, 5.0);
        odd.set_telegram_calls([("getMe".to_owned(), 1.0)]);
        let rounds = [odd, figures(2.0, 5.0), figures(2.0, 5.0)];
        assert_eq!(Figures::median(&rounds).get("telegram_calls_per_video.getMe"), 0.0);
    }

    #[test]
    fn there_is_no_ratio_to_nothing() {
        let (mut floor, mut starreel) = (figures(2.0, 5.0), figures(9.0, 5.0));
        floor.set("idle_cpu_ms_per_minute", 0.0);
        starreel.set("idle_cpu_ms_per_minute", 116.0);
        let ratio = starreel.ratio_to(&floor);
        assert_eq!(ratio, figures(4.5, 1.0));
        let table = table(&floor, &starreel);
        let row = |label: &str| {
            let row = table.lines().find(|line| line.starts_with(label)).unwrap();
            row.split_whitespace().rev().take(3).collect::<Vec<_>>()
        };
        assert_eq!(row("CPU of a video"), ["4.5", "9.00", "2.00"]);
        assert_eq!(row("CPU of an idle minute"), ["–", "116", "0.00"]);
        assert_eq!(row("Telegram calls of a video: editMessageText"), ["1.0", "5.00", "5.00"]);
    }
}
