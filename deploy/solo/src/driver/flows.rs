//! What people do in several steps: buying, ordering, asking for the balance.

use anyhow::{bail, ensure};

use super::{Person, Seen};

/// A small image: a red dot, as PNG.
pub const IMAGE: &[u8] = include_bytes!("../check/image.png");

/// A video that a person wants.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The model's name on its button.
    pub model: &'a str,
    /// The prompt.
    pub words: &'a str,
    /// The image to start from: [`IMAGE`].
    pub image: Image,
}

/// How a image is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Image {
    /// Not at all.
    None,
    /// As a photo.
    Photo,
    /// As a file.
    File,
}

impl<'a> Order<'a> {
    /// A video from words alone.
    #[must_use]
    pub const fn from_words(model: &'a str, words: &'a str) -> Self {
        Self { model, words, image: Image::None }
    }

    /// The same, with a image.
    #[must_use]
    pub const fn with(self, image: Image) -> Self {
        Self { image, ..self }
    }
}

/// What people do in several steps.
impl Person {
    /// Buys a pack, such as "5 credits", and waits for the receipt.
    ///
    /// # Errors
    /// When a step fails.
    pub async fn buys(&mut self, pack: &str) -> anyhow::Result<()> {
        self.sends("/buy").await?;
        let offer = self.sees("Buy credits").await?;
        self.presses(&offer, pack).await?;
        self.pays_for(pack).await
    }

    /// Waits for the invoice that was asked for, pays it, and waits for the receipt.
    ///
    /// # Errors
    /// When a step fails.
    pub async fn pays_for(&mut self, pack: &str) -> anyhow::Result<()> {
        let invoice = self.sees_invoice().await?;
        let paid = self.pays(&invoice).await?;
        ensure!(paid["ok"] == true, "the payment was refused: {paid}");
        self.sees(&format!("{pack} added")).await.map(drop)
    }

    /// Answers every question of an order. Comes back with the last message: the summary, or what stands in its way.
    ///
    /// # Errors
    /// When a step fails.
    pub async fn fills_in(&mut self, order: Order<'_>) -> anyhow::Result<Seen> {
        self.sends("/generate").await?;
        let models = self.sees("Choose a model").await?;
        self.presses(&models, order.model).await?;
        self.sees_in(&models, "What should happen in the video?").await?;
        self.sends(order.words).await?;
        let question = self.sees("Want to start from a photo?").await?;
        self.adds(order.image, &question).await?;
        self.sees_one_of(&["Your video", "You need"]).await
    }

    /// Answers the question for a image.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn adds(&mut self, image: Image, question: &Seen) -> anyhow::Result<()> {
        match image {
            Image::None => self.presses(question, "No photo").await,
            Image::Photo => self.sends_file(IMAGE.to_vec(), "dot.png", "image/png", true).await,
            Image::File => self.sends_file(IMAGE.to_vec(), "dot.png", "image/png", false).await,
        }
    }

    /// Orders a video. Comes back with the message that will tell how far it is.
    ///
    /// # Errors
    /// When a step fails.
    pub async fn orders(&mut self, order: Order<'_>) -> anyhow::Result<Seen> {
        let summary = self.fills_in(order).await?;
        self.presses(&summary, "Generate").await?;
        Ok(summary)
    }

    /// Asks for the balance: credits that can be spent.
    ///
    /// # Errors
    /// When it is not told.
    pub async fn balance(&mut self) -> anyhow::Result<i64> {
        let question = self.writes("/balance").await?;
        let is_answer = |seen: &Seen| seen.id() > question && seen.text().starts_with("Your balance: ");
        let told = self.sees_what("the balance", is_answer).await?;
        let number = told.text().split("Your balance: ").nth(1).and_then(|rest| rest.split(' ').next());
        match number.and_then(|number| number.parse().ok()) {
            Some(credits) => Ok(credits),
            None => bail!("there is no balance in: {told}"),
        }
    }
}
