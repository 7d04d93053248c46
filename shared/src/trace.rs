//! The trace context that travels with a message, in the form of the W3C's `traceparent`.
//!
//! The trace of everything about a job is its [`JobId`]: both are 128 bits and print alike, so bot, workers and logs agree
//! on it without asking each other. Spans are not recorded anywhere; there is no exporter. What this buys is one word,
//! `trace.id`, that finds the log lines of one job in all processes.

use std::fmt;

use tracing::Span;

use crate::job::JobId;

/// Which trace a message belongs to, and who sent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TraceContext {
    trace: u128,
    parent: u64,
    flags: u8,
}

/// "Sampled": whoever sent this has kept a trace of it, in our case in the log.
const SAMPLED: u8 = 1;

impl TraceContext {
    /// The trace of a job. Its parent is the job itself, so every process makes the same context.
    #[must_use]
    pub fn of_job(job: JobId) -> Self {
        let trace = job.as_u128().max(1);
        // The low half of the id is random, and never zero: its first two bits are fixed.
        let [.., a, b, c, d, e, f, g, h] = trace.to_be_bytes();
        Self { trace, parent: u64::from_be_bytes([a, b, c, d, e, f, g, h]).max(1), flags: SAMPLED }
    }

    /// Reads a `traceparent`. `None` when it is not one; as the standard wants, a newer version with more parts is read
    /// by its first four.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let (version, trace, parent, flags) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let is_whole = version != "00" || parts.next().is_none();
        let context = Self {
            trace: u128::from_str_radix(hex(trace, 32)?, 16).ok()?,
            parent: u64::from_str_radix(hex(parent, 16)?, 16).ok()?,
            flags: u8::from_str_radix(hex(flags, 2)?, 16).ok()?,
        };
        (is_whole && hex(version, 2)? != "ff" && context.trace != 0 && context.parent != 0).then_some(context)
    }

    /// The trace id as logs show it: 32 hexadecimal digits.
    pub fn id(self) -> impl fmt::Display {
        fmt::from_fn(move |f| write!(f, "{:032x}", self.trace))
    }
}

impl fmt::Display for TraceContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "00-{:032x}-{:016x}-{:02x}", self.trace, self.parent, self.flags)
    }
}

/// The span in which a message is dealt with: its log lines carry `trace.id`.
#[must_use]
pub fn span(trace: Option<TraceContext>) -> Span {
    trace.map_or_else(Span::none, |trace| tracing::info_span!("message", trace.id = %trace.id()))
}

/// `text`, when it consists of so many lower-case hexadecimal digits.
fn hex(text: &str, digits: usize) -> Option<&str> {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    (text.len() == digits && text.bytes().all(is_digit)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    const EXAMPLE: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    #[test]
    fn a_traceparent_is_read_and_written() {
        let context = TraceContext::parse(EXAMPLE).unwrap();
        assert_eq!(context.to_string(), EXAMPLE);
        assert_eq!(context.id().to_string(), "4bf92f3577b34da6a3ce929d0e0e4736");
        assert_eq!(TraceContext::parse(&format!("cc{}-what-comes", &EXAMPLE[2..])), Some(context));
    }

    #[test]
    fn what_is_no_traceparent_is_refused() {
        for wrong in [
            "",
            "00",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-+bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e473é-00f067aa0ba902b7-01",
        ] {
            assert_eq!(TraceContext::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_trace_of_a_job_is_its_id() {
        let job = JobId::new(Timestamp::UNIX_EPOCH, [7; 10]);
        let context = TraceContext::of_job(job);
        assert_eq!(context.id().to_string(), job.to_string());
        assert_eq!(TraceContext::parse(&context.to_string()), Some(context));
        let zero = TraceContext::of_job("00000000000000000000000000000000".parse().unwrap());
        assert_eq!(TraceContext::parse(&zero.to_string()), Some(zero));
    }
}
