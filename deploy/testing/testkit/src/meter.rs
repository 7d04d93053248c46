//! What a process takes of the machine, finely enough that a few videos can be measured: /proc has the CPU time of a process
//! in hundredths of a second, in which several videos are made, but that of each thread in nanoseconds. So threads are
//! added up, and one that has ended counts with what was last seen of it.
//!
//! Deliberately absent: how often the disk was asked to sync. Linux counts that for no process; a tracer would see it, and
//! slow down what is measured.

use std::collections::BTreeMap;
use std::fs;
use std::ops::{Add, Sub};
use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;

/// Looks at a process again and again. A thread that waits for work without getting any ends after 10 seconds at the
/// soonest, so whoever looks more often misses nothing that it did.
#[derive(Debug)]
pub struct Meter {
    process: u32,
    /// What each thread that lives has taken, by its number.
    threads: BTreeMap<String, Thread>,
    /// What those took that have ended.
    ended: Thread,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Thread {
    cpu: Duration,
    waits: u64,
}

/// What a process has taken by now, and what it holds.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// What was taken so far.
    pub taken: Taken,
    /// Memory that it holds now, `VmRSS`.
    pub resident_megabytes: f64,
}

/// What was taken of the machine.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// CPU time in user and kernel mode.
    pub cpu: Duration,
    /// How often a thread gave the CPU back to wait for something: voluntary context switches.
    pub waits: u64,
    /// Bytes that were handed to write calls, `wchar`: files, and most of what goes to sockets.
    pub written_bytes: u64,
    /// Bytes of pages that were to go to a disk, `write_bytes`: 0 for files in memory.
    pub disk_bytes: u64,
}

impl Meter {
    pub(crate) const fn of(process: u32) -> Self {
        Self { process, threads: BTreeMap::new(), ended: Thread { cpu: Duration::ZERO, waits: 0 } }
    }

    /// Looks what was taken since the start of the process.
    ///
    /// # Errors
    /// When it does not run, or the kernel does not count.
    pub fn look(&mut self) -> anyhow::Result<Reading> {
        let folder = format!("/proc/{}", self.process);
        let page = |name: &str| {
            let page = format!("{folder}/{name}");
            fs::read_to_string(&page).with_context(|| format!("{page} cannot be read"))
        };
        self.heard_of(threads(Path::new(&folder))?);
        let all = self.threads.values().fold(self.ended, |all, thread| all + *thread);
        let (status, io) = (page("status")?, page("io")?);
        let kilobytes = u32::try_from(field(&status, "VmRSS:")?)?;
        Ok(Reading {
            taken: Taken {
                cpu: all.cpu,
                waits: all.waits,
                written_bytes: field(&io, "wchar:")?,
                disk_bytes: field(&io, "write_bytes:")?,
            },
            resident_megabytes: f64::from(kilobytes) * 1.024 / 1000.0,
        })
    }

    /// Goes on from what lives now. A thread that has taken less than before is a new one with the number of an old one.
    fn heard_of(&mut self, living: BTreeMap<String, Thread>) {
        for (number, before) in &self.threads {
            if living.get(number).is_none_or(|now| now.cpu < before.cpu) {
                self.ended = self.ended + *before;
            }
        }
        self.threads = living;
    }
}

impl Add for Thread {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { cpu: self.cpu + other.cpu, waits: self.waits + other.waits }
    }
}

impl Add for Taken {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            cpu: self.cpu + other.cpu,
            waits: self.waits + other.waits,
            written_bytes: self.written_bytes + other.written_bytes,
            disk_bytes: self.disk_bytes + other.disk_bytes,
        }
    }
}

impl Sub for Taken {
    type Output = Self;

    /// What was taken since an earlier moment.
    fn sub(self, earlier: Self) -> Self {
        Self {
            cpu: self.cpu.saturating_sub(earlier.cpu),
            waits: self.waits.saturating_sub(earlier.waits),
            written_bytes: self.written_bytes.saturating_sub(earlier.written_bytes),
            disk_bytes: self.disk_bytes.saturating_sub(earlier.disk_bytes),
        }
    }
}

fn threads(process: &Path) -> anyhow::Result<BTreeMap<String, Thread>> {
    let mut threads = BTreeMap::new();
    for thread in fs::read_dir(process.join("task")).context("there is no such process")? {
        let thread = thread?;
        let read = |name: &str| fs::read_to_string(thread.path().join(name));
        // A thread may end while it is looked at.
        if let (Ok(times), Ok(status)) = (read("schedstat"), read("status")) {
            let nanoseconds = times.split_whitespace().next().and_then(|first| first.parse().ok());
            let cpu = Duration::from_nanos(nanoseconds.context("there is no CPU time in schedstat")?);
            let waits = field(&status, "voluntary_ctxt_switches:")?;
            threads.insert(thread.file_name().to_string_lossy().into_owned(), Thread { cpu, waits });
        }
    }
    anyhow::ensure!(!threads.is_empty(), "no thread has a schedstat");
    Ok(threads)
}

/// The number behind a name at the beginning of a line; what comes after the number is its unit.
fn field(text: &str, name: &str) -> anyhow::Result<u64> {
    let value = text.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next());
    value.and_then(|value| value.parse().ok()).with_context(|| format!("there is no {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn living(threads: &[(&str, u64)]) -> BTreeMap<String, Thread> {
        let thread = |taken: u64| Thread { cpu: Duration::from_millis(taken), waits: taken };
        threads.iter().map(|(number, taken)| ((*number).to_owned(), thread(*taken))).collect()
    }

    #[test]
    fn threads_that_have_ended_still_count() {
        let mut meter = Meter::of(1);
        meter.heard_of(living(&[("1", 5), ("2", 70)]));
        meter.heard_of(living(&[("1", 9), ("3", 2)]));
        assert_eq!((meter.ended.waits, meter.threads["1"].waits), (70, 9));
        // Another thread has got the number of one that has ended.
        meter.heard_of(living(&[("1", 9), ("3", 1)]));
        assert_eq!((meter.ended.waits, meter.threads["3"].waits), (72, 1));
    }

    #[test]
    fn a_field_is_the_whole_name_and_not_the_end_of_another() {
        let status = "VmRSS:\t    6144 kB\nnonvoluntary_ctxt_switches:\t3\nvoluntary_ctxt_switches:\t12\n";
        assert_eq!(field(status, "VmRSS:").unwrap(), 6144);
        assert_eq!(field(status, "voluntary_ctxt_switches:").unwrap(), 12);
        assert!(field(status, "VmHWM:").is_err());
    }

    #[test]
    fn what_a_process_does_is_seen() {
        let mut meter = Meter::of(std::process::id());
        let before = meter.look().unwrap();
        let mut sum = 0_u64;
        let started = std::time::Instant::now();
        while started.elapsed() < Duration::from_millis(20) {
            sum = std::hint::black_box(sum.wrapping_add(1));
        }
        let after = meter.look().unwrap();
        assert!((after.taken - before.taken).cpu > Duration::ZERO && after.resident_megabytes > 0.0);
    }
}
