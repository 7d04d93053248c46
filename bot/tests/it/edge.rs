//! The edge of the bot against a small Telegram of its own: what is sent, in which order, and what is reported.

mod broadcasts;
mod committing;
mod connection;
mod delivery;
mod fake;
mod files;
mod guarding;
mod intake;
mod lying;
mod outbound;
mod polling;
mod price_list;
mod read_stars;
mod samples;
mod setup;
mod video_file;
