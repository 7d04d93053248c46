//! The address of the broker, and how a connection to it is made ready.

use std::fmt;
use std::io;
use std::time::Duration;

use lapin::tcp::AMQPUriTcpExt as _;
use lapin::uri::AMQPUri;
use lapin::{Connection, ConnectionProperties};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::time::timeout;

use super::error::{BrokerError, within};
use super::session::Session;
use super::topology::Topology;
use crate::config::ConfigError;

/// Time for TCP, TLS and the handshake together.
const CONNECT_MAX: Duration = Duration::from_secs(5);
/// Time for all declarations together.
const DECLARE_MAX: Duration = Duration::from_secs(5);
/// Seconds between heartbeats. A connection that is silent for twice as long is dead.
const HEARTBEAT: u16 = 10;
/// Bytes of a frame, of which the client buffers many for each connection. Longer messages go in several frames.
const FRAME_MAX: u32 = 8 * 1024;

/// The address of the broker, our name there, and the queues to declare.
pub(super) struct Endpoint {
    uri: AMQPUri,
    client: String,
    topology: Topology,
}

impl Endpoint {
    pub(super) fn new(url: &SecretString, client: String, topology: Topology) -> Result<Self, ConfigError> {
        // What is wrong with it is not said, because it may be the password.
        let mut uri: AMQPUri = url.expose_secret().parse().map_err(|_wrong| {
            let problem = "is not the URL of a broker: write amqp://user:password@host:5672, or amqps:// for TLS";
            ConfigError::Wrong { name: "RABBITMQ_URL", problem: problem.to_owned() }
        })?;
        if uri.vhost.is_empty() {
            // A URL that ends with a slash means the default, not a virtual host without a name.
            uri.vhost.push('/');
        }
        uri.query.heartbeat.get_or_insert(HEARTBEAT);
        uri.query.frame_max.get_or_insert(FRAME_MAX);
        Ok(Self { uri, client, topology })
    }

    /// Host and port.
    pub(super) fn address(&self) -> String {
        format!("{}:{}", self.uri.authority.host, self.uri.authority.port)
    }

    /// A new connection on which all queues are declared. `purpose` is shown to operators.
    pub(super) async fn open(&self, purpose: &str) -> Result<Session, BrokerError> {
        let properties =
            ConnectionProperties::default().with_connection_name(format!("{}: {purpose}", self.client).into());
        let connect = async {
            // lapin connects in a thread of its own, which would wait for the system's time-out of minutes.
            let tcp = async |uri: AMQPUri, runtime| {
                let connecting = timeout(CONNECT_MAX, uri.connect_async(&runtime));
                Ok(connecting.await.unwrap_or_else(|_elapsed| Err(io::ErrorKind::TimedOut.into()))?)
            };
            Connection::connector(self.uri.clone(), lapin::runtime::default_runtime()?, tcp, properties).await
        };
        let session = Session::new(within(CONNECT_MAX, "accept a connection", connect).await?);
        within(DECLARE_MAX, "declare the queues", async {
            let channel = session.channel().await?;
            self.topology.declare(&channel).await
        })
        .await?;
        Ok(session)
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint").field("address", &self.address()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn endpoint(url: &str) -> Result<Endpoint, ConfigError> {
        Endpoint::new(&url.into(), "test".to_owned(), Topology::new("test"))
    }

    #[test]
    fn a_wrong_url_is_named_and_its_password_is_not_shown() {
        for url in
            ["", "rabbitmq.example", "http://user:secret@host", "amqp://user:secret@host:port", "secret:user@host"]
        {
            let error = endpoint(url).unwrap_err().to_string();
            assert!(error.starts_with("RABBITMQ_URL: is not the URL of a broker"), "{error}");
            assert!(!error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn only_host_and_port_are_shown() {
        let endpoint = endpoint("amqp://user:secret@broker.example/").unwrap();
        assert_eq!(endpoint.address(), "broker.example:5672");
        assert!(!format!("{endpoint:?}").contains("secret"));
        assert_eq!((endpoint.uri.vhost.as_str(), endpoint.uri.query.heartbeat), ("/", Some(10)));
    }
}
