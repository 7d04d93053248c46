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
    /// How [`IMAGE`] is sent, to start from it.
    pub image: Image,
    /// How often: models with a last frame take two, those with references more.
    pub images: usize,
}

/// How an image is sent.
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
        Self { model, words, image: Image::None, images: 0 }
    }

    /// The same, with an image.
    #[must_use]
    pub const fn with(self, image: Image) -> Self {
        let images = match image {
            Image::None => 0,
            Image::Photo | Image::File => 1,
        };
        Self { image, images, ..self }
    }

    /// The same, with so many images, each a file.
    #[must_use]
    pub const fn with_images(self, images: usize) -> Self {
        Self { image: Image::File, images, ..self }
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

    /// Chooses a model, writes the words, sends the images. Comes back with the card: it has the button to order, or says
    /// how many credits are missing.
    ///
    /// # Errors
    /// When a step fails.
    pub async fn fills_in(&mut self, order: Order<'_>) -> anyhow::Result<Seen> {
        self.sends("/generate").await?;
        let models = self.sees("Choose a model").await?;
        self.chooses_model(&models, order.model).await?;
        self.sends(order.words).await?;
        for _ in 0..order.images {
            self.adds(order.image).await?;
        }
        self.sees_card(order.words, order.images).await
    }

    /// Presses the button of a model, also of one that is under "More models", and sees the card ask for words.
    ///
    /// # Errors
    /// When there is no such model.
    pub async fn chooses_model(&mut self, models: &Seen, model: &str) -> anyhow::Result<()> {
        let label = format!("{model} · ");
        let shown = if models.button(&label).is_some() {
            models.clone()
        } else {
            self.presses(models, "More models").await?;
            self.sees_in(models, &format!("• {model}: ")).await?
        };
        self.presses(&shown, &label).await?;
        self.sees_in(models, "What should happen in the video?").await.map(drop)
    }

    /// Presses a choice among a card's options, such as "720p". Comes back with the card as it is then.
    ///
    /// # Errors
    /// When there is no such choice.
    pub async fn chooses(&mut self, card: &Seen, choice: &str) -> anyhow::Result<Seen> {
        self.presses(card, "⚙️").await?;
        let options = self.sees_button(card, "Done").await?;
        self.presses(&options, choice).await?;
        let chosen = self.sees_button(card, &format!("✓ {choice}")).await?;
        self.presses(&chosen, "Done").await?;
        self.sees_button(card, "✨ Generate").await
    }

    /// Sends an image, if any.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn adds(&mut self, image: Image) -> anyhow::Result<()> {
        match image {
            Image::None => Ok(()),
            Image::Photo => self.sends_file(IMAGE.to_vec(), "dot.png", "image/png", true).await,
            Image::File => self.sends_file(IMAGE.to_vec(), "dot.png", "image/png", false).await,
        }
    }

    /// Orders a video. Comes back with the message that will tell how far it is.
    ///
    /// # Errors
    /// When a step fails.
    pub async fn orders(&mut self, order: Order<'_>) -> anyhow::Result<Seen> {
        let card = self.fills_in(order).await?;
        self.presses(&card, "Generate").await?;
        Ok(card)
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
