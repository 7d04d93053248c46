//! The KIE.ai simulator against its facts: one test per rule, code and quirk, over real HTTP.

mod accounts;
mod callbacks;
mod creating;
mod faults;
mod files;
mod follow_ups;
mod harness;
mod line_up;
mod lying_results;
mod querying;
mod restart;
