//! Private RabbitMQ and Redis servers for tests: real ones, from the system's packages, on free ports of the
//! loopback address and in temporary folders. Each ends with the value that stands for it.

pub mod rabbitmq;
pub mod redis;
