//! Serving HTTP: binding with a clear word when the address is taken, and stopping in good order.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use url::Url;

/// Why nothing can be served.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// Another program listens there.
    #[error("{address} is taken by another program: stop it, or set {setting} to another address")]
    Taken {
        /// The wanted address.
        address: SocketAddr,
        /// The setting that names the address.
        setting: &'static str,
    },
    /// The system refuses for another reason.
    #[error("cannot listen on {address} (see {setting})")]
    Refused {
        /// The wanted address.
        address: SocketAddr,
        /// The setting that names the address.
        setting: &'static str,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
}

/// Listens on `address`, which the setting named `setting` asks for.
///
/// # Errors
/// See [`BindError`].
pub async fn bind(address: SocketAddr, setting: &'static str) -> Result<TcpListener, BindError> {
    TcpListener::bind(address).await.map_err(|source| {
        if source.kind() == std::io::ErrorKind::AddrInUse {
            BindError::Taken { address, setting }
        } else {
            BindError::Refused { address, setting, source }
        }
    })
}

/// The address under which a listener is reached on its own machine: one that listens everywhere is reached on loopback.
#[must_use]
pub fn reached_at(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    address
}

/// The address of a path, given by its segments, below a base URL whose own path is kept: `telegram` below
/// `https://x.example/bot` is `https://x.example/bot/telegram`, with or without a slash at the end of the base. Everything
/// that we serve under a configured address is named by this.
#[must_use]
pub fn below(base: &Url, segments: &[&str]) -> Url {
    let mut url = base.clone();
    url.set_query(None);
    url.set_fragment(None);
    // A URL that cannot have a path is left as it is; the settings allow only http and https.
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(segments);
    }
    url
}

/// Requests in hand at the shutdown get this long. A chat page's stream of events never ends by itself.
const GRACE: Duration = Duration::from_secs(3);

/// Serves until the shutdown; requests in hand get a moment to finish.
///
/// # Errors
/// When the listener fails.
pub async fn serve(listener: TcpListener, router: Router, shutdown: CancellationToken) -> std::io::Result<()> {
    let serving = axum::serve(listener, router).with_graceful_shutdown(shutdown.clone().cancelled_owned());
    tokio::select! {
        served = serving => served,
        () = async { shutdown.cancelled().await; tokio::time::sleep(GRACE).await } => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_a_base_url_is_kept_with_or_without_a_slash_at_its_end() {
        for (base, expected) in [
            ("https://x.example", "https://x.example/kie/callback"),
            ("https://x.example/", "https://x.example/kie/callback"),
            ("https://x.example/bot", "https://x.example/bot/kie/callback"),
            ("https://x.example/bot/?a=b#c", "https://x.example/bot/kie/callback"),
        ] {
            assert_eq!(below(&base.parse().unwrap(), &["kie", "callback"]).as_str(), expected, "{base}");
        }
    }

    #[tokio::test]
    async fn a_taken_address_is_named_with_the_setting_to_change() {
        let first = bind(SocketAddr::from(([127, 0, 0, 1], 0)), "BOT_LISTEN").await.unwrap();
        let address = first.local_addr().unwrap();
        let error = bind(address, "BOT_LISTEN").await.unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("{address} is taken by another program: stop it, or set BOT_LISTEN to another address")
        );
    }
}
