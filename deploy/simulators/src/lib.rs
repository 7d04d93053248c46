pub mod kie;
pub mod page;
pub mod store;
pub mod telegram;
