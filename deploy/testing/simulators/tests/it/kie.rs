//! The KIE.ai simulator against its facts: one test per rule, code and quirk, over real HTTP.

mod callbacks;
mod creating;
mod faults;
mod files;
mod harness;
mod lying_results;
mod querying;
mod restart;
