//! The simulated Telegram, through the Bot API, the page's API and the judge's API.

mod copying;
mod editing;
mod effects;
mod faults;
mod files;
mod forwarding;
mod judging;
mod messages;
mod page;
mod payments;
mod receiving;
mod replies;
mod shapes;
mod subscribing;
mod webhook;
mod world;
mod writing;
