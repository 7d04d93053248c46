//! The account's balance.

use super::client::at;
use super::error::{self, UnusableAnswer};
use super::texts::Text;
use super::{KieClient, QueryError};

impl KieClient {
    /// The account's balance in KIE credits. Documented as a whole number, fractional on the wire.
    ///
    /// # Errors
    /// See [`QueryError`]; a wrong key shows here as `ProviderBlocked`.
    pub async fn credits(&self) -> Result<f64, QueryError> {
        let request = self.http.get(at(&self.config.api_url, "/api/v1/chat/credit"));
        let answer = self.get(request).await?;
        let code = answer.code();
        let data = answer.data();
        match data.as_f64().or_else(|| data.as_str()?.parse().ok()) {
            Some(credits) if code == 200 => Ok(credits),
            _ if code == 429 => Err(QueryError::RateLimited),
            _ => Err(match error::blocked(code, &Text::new(answer.text(), "")) {
                Some(reason) if answer.envelope.is_some() => QueryError::ProviderBlocked(reason),
                _ => QueryError::Unavailable(UnusableAnswer(code).into()),
            }),
        }
    }
}
