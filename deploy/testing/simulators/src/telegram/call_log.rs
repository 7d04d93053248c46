//! Every call of the bot, numbered, in memory and appended to a file. The newest [`KEPT`] are kept.

use std::collections::VecDeque;
use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// How many calls are remembered.
const KEPT: usize = 200_000;

/// What a call was and what it got.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CallRecord {
    /// Milliseconds since 1970, when the answer was ready.
    pub(crate) at_ms: i64,
    /// Canonical name when the method exists, else as called.
    pub(crate) method: String,
    /// With each uploaded file as `{name, size, mime}`.
    pub(crate) params: Value,
    /// Parameters that Bot API 10.3 does not know.
    pub(crate) unknown_fields: Vec<String>,
    pub(crate) http_status: u16,
    pub(crate) response: Value,
    /// The fault that was done to this call, if any.
    pub(crate) fault: Option<String>,
}

/// The calls of this and earlier runs.
#[derive(Debug)]
pub(crate) struct CallLog {
    file: File,
    calls: VecDeque<Kept>,
    next: u64,
}

/// A call as text, since a long run would not fit in memory as trees.
#[derive(Debug)]
struct Kept {
    number: u64,
    method: Box<str>,
    json: Box<RawValue>,
}

#[derive(Deserialize)]
struct Head {
    number: u64,
    method: Box<str>,
}

impl CallLog {
    /// Reads the file back, cuts it to the newest calls, and goes on behind them. A torn last line is dropped.
    pub(crate) fn open(path: &Path) -> std::io::Result<Self> {
        let mut calls = VecDeque::new();
        let mut lines = 0;
        if path.exists() {
            for line in BufReader::new(File::open(path)?).lines() {
                lines += 1;
                if let Some(kept) = kept(&line?) {
                    calls.push_back(kept);
                    drop_oldest(&mut calls);
                }
            }
        }
        if lines != calls.len() {
            let mut rewritten = String::new();
            for call in &calls {
                rewritten.push_str(call.json.get());
                rewritten.push('\n');
            }
            std::fs::write(path, rewritten)?;
        }
        let next = calls.back().map_or(1, |call| call.number + 1);
        Ok(Self { file: OpenOptions::new().create(true).append(true).open(path)?, calls, next })
    }

    /// Remembers a call; its number.
    pub(crate) fn add(&mut self, record: &CallRecord) -> u64 {
        let number = self.next;
        let mut value = json!(record);
        value["number"] = json!(number);
        let mut line = value.to_string();
        if let Some(kept) = kept(&line) {
            self.next += 1;
            self.calls.push_back(kept);
            drop_oldest(&mut self.calls);
            line.push('\n');
            if let Err(error) = self.file.write_all(line.as_bytes()) {
                tracing::error!(error = &error as &dyn std::error::Error, "the call log could not be written");
            }
        }
        number
    }

    /// Calls with a higher number than `after`, oldest first, of one method or of all.
    pub(crate) fn after(&self, after: u64, method: Option<&str>, limit: usize) -> Vec<&RawValue> {
        let start = self.calls.partition_point(|call| call.number <= after);
        let wanted = |call: &&Kept| method.is_none_or(|name| call.method.eq_ignore_ascii_case(name));
        self.calls.range(start..).filter(wanted).take(limit).map(|call| &*call.json).collect()
    }

    pub(crate) const fn last_number(&self) -> u64 {
        self.next - 1
    }
}

fn kept(line: &str) -> Option<Kept> {
    let Head { number, method } = serde_json::from_str(line).ok()?;
    Some(Kept { number, method, json: RawValue::from_string(line.to_owned()).ok()? })
}

fn drop_oldest(calls: &mut VecDeque<Kept>) {
    if calls.len() > KEPT {
        calls.pop_front();
    }
}
