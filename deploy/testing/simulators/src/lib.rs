//! Simulated services, so that the bot can be played with and tested without keys: a Telegram with its Bot API and chat
//! page, and a KIE.ai. The package uses none of our other packages and is written from the published rules of both.

pub mod kie;
pub mod page;
pub mod store;
pub mod telegram;

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use tokio_util::sync::CancellationToken;

use self::kie::{KieSim, KieSimConfig, KieSimError};
use self::telegram::{OpenError, TelegramSim, TelegramSimConfig};

/// Both simulators, side by side.
#[derive(Debug, Clone)]
pub struct Simulators {
    /// The simulated Telegram.
    pub telegram: Arc<TelegramSim>,
    /// The simulated KIE.ai.
    pub kie: Arc<KieSim>,
}

/// Why the simulators could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum SimulatorsError {
    /// The simulated Telegram.
    #[error("the simulated Telegram cannot be opened")]
    Telegram(#[from] OpenError),
    /// The simulated KIE.ai.
    #[error("the simulated KIE.ai cannot be opened")]
    Kie(#[from] KieSimError),
}

impl Simulators {
    /// Opens both, with what they remember.
    ///
    /// # Errors
    /// See [`SimulatorsError`].
    pub fn open(telegram: TelegramSimConfig, kie: KieSimConfig) -> Result<Self, SimulatorsError> {
        Ok(Self { telegram: TelegramSim::open(telegram)?, kie: KieSim::open(kie)? })
    }

    /// Both APIs; the chat page is apart, see [`page`].
    pub fn router(&self) -> Router {
        self.telegram.router().merge(self.kie.router())
    }

    /// Background work of both, until `shutdown`.
    pub async fn run(&self, shutdown: CancellationToken) {
        tokio::join!(Arc::clone(&self.telegram).run(shutdown.clone()), self.kie.run(shutdown));
    }
}

/// The folder of the simulated Telegram within a data folder.
pub fn telegram_dir(data_dir: &Path) -> std::path::PathBuf {
    data_dir.join("telegram")
}

/// The folder of the simulated KIE.ai within a data folder.
pub fn kie_dir(data_dir: &Path) -> std::path::PathBuf {
    data_dir.join("kie")
}
