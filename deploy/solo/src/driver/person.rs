//! A person who chats with the bot: what they do, what they see, and the ways they usually go.

use anyhow::{bail, ensure};
use serde_json::{Value, json};

use super::{Seen, World, list, until};

/// A small picture: a red dot, as PNG.
pub const PICTURE: &[u8] = include_bytes!("../check/picture.png");

/// A person who chats with the bot.
#[derive(Debug)]
pub struct Person {
    world: World,
    id: i64,
    /// Messages up to this one have been read.
    read: i64,
}

/// A video that a person wants.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The model's name on its button.
    pub model: &'a str,
    /// The prompt.
    pub words: &'a str,
    /// The picture to start from: [`PICTURE`].
    pub picture: Picture,
}

/// How a picture is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
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
        Self { model, words, picture: Picture::None }
    }

    /// The same, with a picture.
    #[must_use]
    pub const fn with(self, picture: Picture) -> Self {
        Self { picture, ..self }
    }
}

impl Person {
    pub(super) const fn new(world: World, id: i64) -> Self {
        Self { world, id, read: 0 }
    }

    /// Their number.
    #[must_use]
    pub const fn id(&self) -> i64 {
        self.id
    }

    /// The world that they live in.
    #[must_use]
    pub const fn world(&self) -> &World {
        &self.world
    }

    /// Moves to where the simulators are now, and remembers what was read.
    #[must_use]
    pub fn moved_to(self, world: World) -> Self {
        Self { world, ..self }
    }

    /// Writes a message.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn sends(&mut self, text: &str) -> anyhow::Result<()> {
        self.writes(text).await.map(drop)
    }

    /// Writes a message; its number.
    async fn writes(&self, text: &str) -> anyhow::Result<i64> {
        let sent: Value = self.world.post(&self.path("text"), &json!({ "text": text })).await?;
        Ok(Seen(sent).id())
    }

    /// Sends a file, as a photo or as it is.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn sends_file(&mut self, bytes: Vec<u8>, name: &str, mime: &str, as_photo: bool) -> anyhow::Result<()> {
        let file = reqwest::multipart::Part::bytes(bytes).file_name(name.to_owned()).mime_str(mime)?;
        let form =
            reqwest::multipart::Form::new().text("as", if as_photo { "photo" } else { "document" }).part("file", file);
        let url = self.world.base.join(&self.path("file"))?;
        let response = self.world.http.post(url).multipart(form).send().await?;
        ensure!(response.status().is_success(), "the file was refused: {}", response.text().await?);
        Ok(())
    }

    /// Presses the button of this message whose label contains `label`.
    ///
    /// # Errors
    /// When there is no such button.
    pub async fn presses(&mut self, seen: &Seen, label: &str) -> anyhow::Result<()> {
        let Some(data) = seen.button(label) else { bail!("there is no button {label:?} under: {seen}") };
        self.presses_data(seen.id(), &data).await
    }

    /// Presses a button with this data, whether it is there or not.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn presses_data(&mut self, message: i64, data: &str) -> anyhow::Result<()> {
        let press = json!({ "message_id": message, "data": data, "force": true });
        let path = self.path("callback");
        self.world.post::<Value>(&path, &press).await.map(drop)
    }

    /// Pays an invoice. The answer says whether it went through.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn pays(&mut self, invoice: &Seen) -> anyhow::Result<Value> {
        let path = self.path("pay");
        self.world.post(&path, &json!({ "message_id": invoice.id() })).await
    }

    /// Blocks the bot, or takes it back.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn blocks(&mut self, blocked: bool) -> anyhow::Result<()> {
        let path = self.path("block");
        self.world.post::<Value>(&path, &json!({ "blocked": blocked })).await.map(drop)
    }

    /// All messages of the chat.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn messages(&self) -> anyhow::Result<Vec<Seen>> {
        let state: Value = self.world.get(&self.path("state")).await?;
        Ok(list(state, "messages")?.into_iter().map(Seen).collect())
    }

    /// The videos in the chat with this caption.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn videos(&self, caption: &str) -> anyhow::Result<usize> {
        let messages = self.messages().await?;
        Ok(messages.iter().filter(|seen| seen.is_video() && seen.text() == caption).count())
    }

    /// Messages of the bot that came after what was last seen.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn unread(&self) -> anyhow::Result<Vec<Seen>> {
        let messages = self.messages().await?;
        // The last message that was seen may be seen again, but has been read.
        Ok(messages.into_iter().filter(|seen| seen.is_from_bot() && seen.id() > self.read + 1).collect())
    }
}

/// What they see.
impl Person {
    /// Waits for a new message of the bot, or an edit of a later one, with these words in it. What came before it counts
    /// as read.
    ///
    /// # Errors
    /// When it does not come; says what came instead.
    pub async fn sees(&mut self, words: &str) -> anyhow::Result<Seen> {
        self.sees_what(&format!("{words:?}"), |seen| seen.text().contains(words)).await
    }

    /// Waits for a message as [`Self::sees`] does, with any of these words in it.
    ///
    /// # Errors
    /// When it does not come; says what came instead.
    pub async fn sees_one_of(&mut self, words: &[&str]) -> anyhow::Result<Seen> {
        self.sees_what(&format!("one of {words:?}"), |seen| words.iter().any(|words| seen.text().contains(words))).await
    }

    /// Waits for a video with this caption.
    ///
    /// # Errors
    /// When it does not come; says what came instead.
    pub async fn sees_video(&mut self, caption: &str) -> anyhow::Result<Seen> {
        let what = format!("a video of {caption:?}");
        self.sees_what(&what, |seen| seen.is_video() && seen.text() == caption).await
    }

    /// Waits for an invoice.
    ///
    /// # Errors
    /// When it does not come; says what came instead.
    pub async fn sees_invoice(&mut self) -> anyhow::Result<Seen> {
        self.sees_what("an invoice", Seen::is_invoice).await
    }

    /// Waits until this message has these words in it.
    ///
    /// # Errors
    /// When it does not get them.
    pub async fn sees_in(&self, message: &Seen, words: &str) -> anyhow::Result<Seen> {
        until(&format!("{words:?} in the message that said {:?}", message.text()), self.world.patience, async || {
            let messages = self.messages().await?;
            Ok(messages.into_iter().find(|seen| seen.id() == message.id() && seen.text().contains(words)))
        })
        .await
    }

    async fn sees_what(&mut self, what: &str, matches: impl Fn(&Seen) -> bool) -> anyhow::Result<Seen> {
        let mut last = Vec::new();
        let found = until(what, self.world.patience, async || {
            let messages = self.messages().await?;
            last = messages.into_iter().filter(|seen| seen.is_from_bot() && seen.id() > self.read).collect();
            Ok(last.iter().find(|seen| matches(seen)).cloned())
        });
        match found.await {
            Ok(seen) => {
                // The message itself may be edited and must then be seen again.
                self.read = seen.id() - 1;
                Ok(seen)
            }
            Err(error) => {
                let saw: Vec<String> = last.iter().map(Seen::to_string).collect();
                Err(error.context(format!("expected {what}, but the bot said:\n{}", saw.join("\n"))))
            }
        }
    }

    fn path(&self, what: &str) -> String {
        format!("chat/api/{}/{what}", self.id)
    }
}

/// The ways they usually go.
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
        let models = self.sees("Which model").await?;
        self.presses(&models, order.model).await?;
        self.sees_in(&models, "What should the video show?").await?;
        self.sends(order.words).await?;
        let question = self.sees("Add a picture").await?;
        self.adds(order.picture, &question).await?;
        self.sees_one_of(&["Your video", "This video costs"]).await
    }

    /// Answers the question for a picture.
    ///
    /// # Errors
    /// When the simulator refuses.
    pub async fn adds(&mut self, picture: Picture, question: &Seen) -> anyhow::Result<()> {
        match picture {
            Picture::None => self.presses(question, "Skip").await,
            Picture::Photo => self.sends_file(PICTURE.to_vec(), "dot.png", "image/png", true).await,
            Picture::File => self.sends_file(PICTURE.to_vec(), "dot.png", "image/png", false).await,
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
