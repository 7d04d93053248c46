//! The private servers do what tests rely on.

mod rabbitmq;
