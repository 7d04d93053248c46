//! Headless Chromium, driven as a person uses it: real clicks and keys on what is named by `data-testid`.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, bail};
use fantoccini::error::NewSessionError;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use solo::driver::until;
use tempfile::TempDir;
use url::Url;

use super::PATIENCE;

/// What the page is looked at on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Screen {
    Desk,
    Phone,
}

/// A browser with one window.
#[derive(Debug)]
pub(crate) struct Browser {
    client: Client,
    screen: Screen,
    _driver: Driver,
    _profile: TempDir,
}

/// A chromedriver that does not outlive its test.
#[derive(Debug)]
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended already.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

impl Browser {
    pub(crate) async fn open(screen: Screen) -> anyhow::Result<Self> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let driver = Driver::start(port)?;
        let profile = tempfile::tempdir()?;
        let (address, wishes) = (format!("http://127.0.0.1:{port}"), wishes(screen, &profile));
        let client = until("chromedriver to start Chromium", PATIENCE, async || {
            match Client::with_capabilities_and_connector(&address, &wishes, HttpConnector::new()).await {
                Ok(client) => Ok(Some(client)),
                // It does not listen yet.
                Err(NewSessionError::FailedC(_) | NewSessionError::Failed(_) | NewSessionError::Lost(_)) => Ok(None),
                Err(error) => Err(error.into()),
            }
        });
        Ok(Self { client: client.await?, screen, _driver: driver, _profile: profile })
    }

    pub(crate) async fn goes_to(&self, url: &Url) -> anyhow::Result<()> {
        Ok(self.client.goto(url.as_str()).await?)
    }

    /// Clicks what has this id, when it is there and can be clicked; of several the last.
    pub(crate) async fn clicks(&self, testid: &str) -> anyhow::Result<()> {
        self.clicks_at(&format!("//*[@data-testid='{testid}']")).await
    }

    /// Presses the last button under a message with these words on it.
    pub(crate) async fn presses(&self, words: &str) -> anyhow::Result<()> {
        self.clicks_at(&format!("//*[@data-testid='inline-button'][contains(., '{words}')]")).await
    }

    /// Types a message and sends it.
    pub(crate) async fn writes(&self, text: &str) -> anyhow::Result<()> {
        let composer = self.client.find(Locator::Css("[data-testid=composer-text]")).await?;
        composer.send_keys(text).await?;
        self.clicks("send").await
    }

    /// Presses a key where the cursor is.
    pub(crate) async fn types(&self, key: Key) -> anyhow::Result<()> {
        let focused = self.client.active_element().await?;
        Ok(focused.send_keys(&char::from(key).to_string()).await?)
    }

    /// Waits until the cursor is in something with this id.
    pub(crate) async fn has_the_cursor_in(&self, testid: &str) -> anyhow::Result<()> {
        until(&format!("the cursor in {testid}"), PATIENCE, async || {
            let script = "return document.activeElement?.dataset.testid ?? ''";
            Ok((self.client.execute(script, Vec::new()).await? == testid).then_some(()))
        })
        .await
    }

    /// Reads the page anew.
    pub(crate) async fn reloads(&self) -> anyhow::Result<()> {
        Ok(self.client.refresh().await?)
    }

    /// Waits until something with this id is on the screen.
    pub(crate) async fn sees(&self, testid: &str) -> anyhow::Result<()> {
        until(testid, PATIENCE, async || {
            let found = self.client.find_all(Locator::XPath(&format!("//*[@data-testid='{testid}']"))).await?;
            match found.last() {
                Some(last) => Ok(last.is_displayed().await?.then_some(())),
                None => Ok(None),
            }
        })
        .await
    }

    /// Turns to the page within the frame with this id: from now on everything is done there.
    pub(crate) async fn turns_to_the_page_in(&self, testid: &str) -> anyhow::Result<()> {
        let frame = self.client.find(Locator::Css(&format!("iframe[data-testid={testid}]"))).await?;
        frame.enter_frame().await?;
        Ok(())
    }

    /// Turns back to the page around the frame.
    pub(crate) async fn turns_back(&self) -> anyhow::Result<()> {
        Ok(self.client.enter_parent_frame().await?)
    }

    /// Whether the first thing with this id can be seen, if there is one.
    pub(crate) async fn shows(&self, testid: &str) -> anyhow::Result<bool> {
        match self.client.find_all(Locator::Css(&format!("[data-testid={testid}]"))).await?.first() {
            Some(found) => Ok(found.is_displayed().await?),
            None => Ok(false),
        }
    }

    /// The address of the page.
    pub(crate) async fn address(&self) -> anyhow::Result<Url> {
        Ok(self.client.current_url().await?)
    }

    /// Waits until a message has these words.
    pub(crate) async fn reads(&self, words: &str) -> anyhow::Result<()> {
        let path = format!("//*[@data-testid='message'][contains(., '{words}')]");
        until(&format!("a message with {words:?}"), PATIENCE, async || {
            let found = self.client.find_all(Locator::XPath(&path)).await?;
            Ok((!found.is_empty()).then_some(()))
        })
        .await
    }

    /// How many things with this id there are.
    pub(crate) async fn count(&self, testid: &str) -> anyhow::Result<usize> {
        Ok(self.client.find_all(Locator::XPath(&format!("//*[@data-testid='{testid}']"))).await?.len())
    }

    /// Runs a script that returns a number, with the last video of the chat as `video`.
    pub(crate) async fn of_the_video(&self, script: &str) -> anyhow::Result<f64> {
        let script =
            format!("const video = [...document.querySelectorAll('video[data-testid=video]')].at(-1); {script}");
        self.client.execute(&script, Vec::new()).await?.as_f64().context("the video says no number")
    }

    /// Nothing must be scrolled for sideways.
    pub(crate) async fn fits_the_screen(&self) -> anyhow::Result<bool> {
        let script = "return document.documentElement.scrollWidth <= window.innerWidth";
        Ok(self.client.execute(script, Vec::new()).await? == Value::Bool(true))
    }

    pub(crate) async fn takes_screenshot(&self, name: &str) -> anyhow::Result<()> {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
        std::fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{:?}-{name}.png", self.screen).to_lowercase());
        Ok(std::fs::write(file, self.client.screenshot().await?)?)
    }

    pub(crate) async fn close(&self) -> anyhow::Result<()> {
        Ok(self.client.clone().close().await?)
    }

    /// Something may be drawn anew or still slide in while it is reached for; then it is tried again.
    async fn clicks_at(&self, path: &str) -> anyhow::Result<()> {
        until(&format!("something to click at {path}"), PATIENCE, async || {
            let Some(found) = self.client.find_all(Locator::XPath(path)).await?.pop() else { return Ok(None) };
            Ok(found.click().await.ok())
        })
        .await
    }
}

impl Driver {
    fn start(port: u16) -> anyhow::Result<Self> {
        let mut command = Command::new("chromedriver");
        command.arg(format!("--port={port}")).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        match command.spawn() {
            Ok(child) => Ok(Self(child)),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                bail!("chromedriver is not installed: deploy/test.sh installs it")
            }
            Err(error) => Err(error).context("chromedriver cannot be started"),
        }
    }
}

/// What the browser shall be like.
fn wishes(screen: Screen, profile: &TempDir) -> Map<String, Value> {
    let mut options = json!({ "args": [
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--window-size=1280,900",
        format!("--user-data-dir={}", profile.path().display()),
    ] });
    if screen == Screen::Phone {
        let metrics = json!({ "width": 390, "height": 844, "pixelRatio": 2.0, "touch": true, "mobile": true });
        options["mobileEmulation"] = json!({ "deviceMetrics": metrics });
    }
    Map::from_iter([("goog:chromeOptions".to_owned(), options)])
}
