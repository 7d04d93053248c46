//! Trials of the whole of Starreel: people who use it, faults and kills that strike it, and a judge who believes only
//! what the simulators have recorded.
//!
//! Each part knows as little as it can, so that it works against any running system: [`people`] and [`faults`] speak to
//! the simulators over HTTP; [`judge`] reads their records, [`records`] of who took part, and a list of
//! [`disturbances`] with their times. [`kills`], [`load`], [`mod@bench`] and [`mod@broadcast`] start processes of their own, and
//! touch no others.
//!
//! Deliberately absent: anything that the simulators do not record. A judge who asks the accused is none; the bot's
//! own database is used to see that all is settled, and for the audit that the bot is proud of.

pub mod bench;
pub mod broadcast;
pub mod disturbances;
pub mod faults;
pub mod judge;
pub mod kills;
pub mod load;
mod measuring;
pub mod people;
pub mod proxy;
pub mod records;
pub mod settling;

use std::io::Write as _;

/// Prints a line. That nobody reads it is no reason to stop.
pub fn say(text: &str) {
    writeln!(std::io::stdout(), "{text}").ok();
}
