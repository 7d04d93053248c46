//! Which addresses videos may be read from: the provider names them, so they come from outside, and a made-up one must
//! not lead into the operator's own network.
//!
//! Allowed is `https` at public addresses, without a user name in the URL. A name is judged by what the resolver of the
//! very connection answers, not by an earlier look-up that may have answered otherwise; an address that stands in the URL
//! itself never meets a resolver, so it is judged here; and every hop of a redirect is judged like the first URL.
//!
//! There is one exception, so that a simulated provider on this machine works: the origin of `KIE_API_URL`, if that is
//! plain `http`. Nothing else switches it on. KIE.ai is not reached by plain `http`, so a bot that makes real videos
//! has no exception.
//!
//! Proxies of the environment are not used for videos: a proxy would resolve names itself, and unseen.

use std::error::Error;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::{Attempt, Policy};
use url::{Host, Origin, Url};

use public::is_public;

mod public;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// Between two pieces; the whole is bounded by the caller.
const READ_TIMEOUT: Duration = Duration::from_secs(30);
const REDIRECTS_MAX: usize = 3;

/// Why a video is not read from where the provider says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowed {
    /// Only `https` is.
    #[error("the address of the video is not https")]
    NotHttps,
    /// A user name or a password would be sent along.
    #[error("the address of the video has a user name or a password in it")]
    Credentials,
    /// It leads into a private network.
    #[error("the address of the video is not a public one")]
    NotPublic,
    /// It leads from one to the other and never arrives.
    #[error("the address of the video leads to others, more than {REDIRECTS_MAX} times")]
    TooManyRedirects,
}

/// Judges the addresses of videos. Cheap to clone.
#[derive(Debug, Clone)]
pub struct UrlPolicy {
    /// Where a simulated provider is.
    simulator: Option<Simulator>,
    names: Arc<dyn Names>,
}

/// Looks names up. Not judged yet.
pub trait Names: Resolve + std::fmt::Debug {}

impl<T: Resolve + std::fmt::Debug> Names for T {}

#[derive(Debug, Clone)]
struct Simulator {
    host: String,
    origin: Origin,
}

impl UrlPolicy {
    /// Only public addresses, and the origin of `kie_api_url` if that is plain `http`: then it is a simulator.
    #[must_use]
    pub fn new(kie_api_url: &Url) -> Self {
        Self::with_names(kie_api_url, Arc::new(SystemNames))
    }

    /// The same with other means to look names up.
    #[must_use]
    pub fn with_names(kie_api_url: &Url, names: Arc<dyn Names>) -> Self {
        let host = kie_api_url.host_str().filter(|_| kie_api_url.scheme() == "http");
        let simulator = host.map(|host| Simulator { host: host.to_owned(), origin: kie_api_url.origin() });
        Self { simulator, names }
    }

    /// Whether a video may be read from there, as far as the URL itself shows; what a name stands for shows when it is
    /// resolved.
    ///
    /// # Errors
    /// See [`NotAllowed`].
    pub fn check(&self, url: &Url) -> Result<(), NotAllowed> {
        if !url.username().is_empty() || url.password().is_some() {
            return Err(NotAllowed::Credentials);
        }
        if let Some(simulator) = &self.simulator {
            if url.origin() == simulator.origin {
                return Ok(());
            }
            // Its host is excepted from the resolver's judgement, so nothing else may be reached there.
            if url.host_str() == Some(&simulator.host) {
                return Err(NotAllowed::NotPublic);
            }
        }
        if url.scheme() != "https" {
            return Err(NotAllowed::NotHttps);
        }
        let is_allowed = match url.host() {
            Some(Host::Ipv4(address)) => is_public(address.into()),
            Some(Host::Ipv6(address)) => is_public(address.into()),
            Some(Host::Domain(_)) => true,
            None => false,
        };
        if is_allowed { Ok(()) } else { Err(NotAllowed::NotPublic) }
    }

    /// A client that connects to no other addresses. [`Self::check`] comes before each of its requests.
    ///
    /// # Errors
    /// When the system gives no means to make connections.
    pub(super) fn client(&self) -> Result<reqwest::Client, reqwest::Error> {
        let policy = self.clone();
        reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .read_timeout(READ_TIMEOUT)
            .no_proxy()
            .referer(false)
            .redirect(Policy::custom(move |attempt| policy.follow(attempt)))
            .dns_resolver(Arc::new(self.clone()))
            .build()
    }

    fn follow(&self, attempt: Attempt<'_>) -> reqwest::redirect::Action {
        if attempt.previous().len() > REDIRECTS_MAX {
            return attempt.error(NotAllowed::TooManyRedirects);
        }
        match self.check(attempt.url()) {
            Ok(()) => attempt.follow(),
            Err(reason) => attempt.error(reason),
        }
    }
}

impl Resolve for UrlPolicy {
    fn resolve(&self, name: Name) -> Resolving {
        let is_simulator = self.simulator.as_ref().is_some_and(|simulator| simulator.host == name.as_str());
        let looked_up = self.names.resolve(name);
        Box::pin(async move {
            let addresses = looked_up.await?;
            if is_simulator {
                return Ok(addresses);
            }
            let public: Vec<SocketAddr> = addresses.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err(NotAllowed::NotPublic.into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

/// Why a request failed, if it is our own refusal.
pub(super) fn refusal(error: &reqwest::Error) -> Option<NotAllowed> {
    let mut source = error.source();
    while let Some(cause) = source {
        if let Some(reason) = cause.downcast_ref::<NotAllowed>() {
            return Some(*reason);
        }
        source = cause.source();
    }
    None
}

/// Names as the system knows them.
#[derive(Debug)]
struct SystemNames;

impl Resolve for SystemNames {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let addresses = tokio::net::lookup_host((name.as_str(), 0)).await?.collect::<Vec<_>>();
            if addresses.is_empty() {
                return Err(io::Error::from(io::ErrorKind::NotFound).into());
            }
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kie_api_url: &str, url: &str) -> Result<(), NotAllowed> {
        UrlPolicy::new(&kie_api_url.parse().unwrap()).check(&url.parse().unwrap())
    }

    #[test]
    fn only_https_to_public_addresses_is_allowed() {
        let real = |url| check("https://api.kie.ai", url);
        assert_eq!(real("https://tempfile.aiquickdraw.com/v.mp4"), Ok(()));
        assert_eq!(real("https://1.1.1.1/v.mp4"), Ok(()));
        assert_eq!(real("http://tempfile.aiquickdraw.com/v.mp4"), Err(NotAllowed::NotHttps));
        assert_eq!(real("ftp://tempfile.aiquickdraw.com/v.mp4"), Err(NotAllowed::NotHttps));
        assert_eq!(real("file:///etc/passwd"), Err(NotAllowed::NotHttps));
        assert_eq!(real("https://ann:secret@tempfile.aiquickdraw.com/"), Err(NotAllowed::Credentials));
        assert_eq!(real("https://ann@tempfile.aiquickdraw.com/"), Err(NotAllowed::Credentials));
    }

    #[test]
    fn an_address_in_the_url_is_seen_through_however_it_is_written() {
        for url in [
            "https://127.0.0.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://0177.0.0.1/",
            "https://10.1/",
            "https://169.254.169.254/latest/meta-data",
            "https://[::1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://[::ffff:7f00:1]/",
            "https://[fe80::1]/",
            "https://[fd00::1]:8443/",
        ] {
            assert_eq!(check("https://api.kie.ai", url), Err(NotAllowed::NotPublic), "{url}");
        }
    }

    #[test]
    fn a_simulator_is_excepted_by_its_origin_and_in_nothing_else() {
        let simulated = |url| check("http://127.0.0.1:8090", url);
        assert_eq!(simulated("http://127.0.0.1:8090/v.mp4"), Ok(()));
        assert_eq!(simulated("http://127.0.0.1:8091/v.mp4"), Err(NotAllowed::NotPublic));
        assert_eq!(simulated("https://127.0.0.1:8090/v.mp4"), Err(NotAllowed::NotPublic));
        assert_eq!(simulated("http://127.0.0.2:8090/v.mp4"), Err(NotAllowed::NotHttps));
        assert_eq!(simulated("https://tempfile.aiquickdraw.com/v.mp4"), Ok(()));
    }

    #[test]
    fn the_real_provider_gives_no_exception() {
        // Also not when its address is set by hand, or leads through a gateway of the operator's.
        for kie in ["https://api.kie.ai", "https://10.0.0.7:8443", "https://localhost"] {
            for url in ["https://10.0.0.7:8443/v.mp4", "https://127.0.0.1/v.mp4"] {
                assert_eq!(check(kie, url), Err(NotAllowed::NotPublic), "{kie} {url}");
            }
        }
    }
}
