//! The worker against a tiny KIE.ai, through its real queue, stores and HTTP client.

#![expect(clippy::unwrap_used, reason = "tests; the lint's exception does not cover their helpers")]

mod bodies;
mod callbacks;
mod client;
mod crashes;
mod fake_kie;
mod flow;
mod keys;
mod overtaken;
mod provider;
mod redis;
mod system;
mod wrapped_store;
