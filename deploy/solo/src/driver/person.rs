//! A person who chats with the bot: what they do and what they see.

use anyhow::{bail, ensure};
use serde_json::{Value, json};

use super::{Seen, World, list};

/// A person who chats with the bot.
#[derive(Debug)]
pub struct Person {
    world: World,
    id: i64,
    /// Messages up to this one have been read.
    read: i64,
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
    pub(super) async fn writes(&self, text: &str) -> anyhow::Result<i64> {
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
        self.messages_from(0).await
    }

    /// The messages of the chat with this id or a later one. A long chat takes a while to read.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn messages_from(&self, first: i64) -> anyhow::Result<Vec<Seen>> {
        let state: Value = self.world.get(&format!("{}?first={first}", self.path("state"))).await?;
        Ok(list(state, "messages")?.into_iter().map(Seen).collect())
    }

    /// The newest message that counts as read; 0, if there is none.
    #[must_use]
    pub const fn last_read(&self) -> i64 {
        self.read
    }

    /// The videos in the chat that were made of these words.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn videos(&self, words: &str) -> anyhow::Result<usize> {
        let messages = self.messages().await?;
        Ok(messages.iter().filter(|seen| is_video_of(seen, words)).count())
    }

    /// Takes everything that is there as read: only what comes from now on is seen.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn catches_up(&mut self) -> anyhow::Result<()> {
        self.read = self.messages_from(self.read).await?.iter().map(Seen::id).max().unwrap_or(self.read);
        Ok(())
    }

    /// Messages of the bot that came after what was last seen.
    ///
    /// # Errors
    /// When the simulator does not answer.
    pub async fn unread(&self) -> anyhow::Result<Vec<Seen>> {
        let messages = self.messages_from(self.read).await?;
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

    /// Waits for a video that was made of these words.
    ///
    /// # Errors
    /// When it does not come; says what came instead.
    pub async fn sees_video(&mut self, words: &str) -> anyhow::Result<Seen> {
        self.sees_what(&format!("a video of {words:?}"), |seen| is_video_of(seen, words)).await
    }

    /// Waits for a photo.
    ///
    /// # Errors
    /// When it does not come; says what came instead.
    pub async fn sees_photo(&mut self) -> anyhow::Result<Seen> {
        self.sees_what("a photo", |seen| seen.0["photo"].is_array()).await
    }

    /// Waits for a video of these words whose caption ends so: it says how the video was made.
    ///
    /// # Errors
    /// When it does not come; says what came instead.
    pub async fn sees_video_made(&mut self, words: &str, how: &str) -> anyhow::Result<Seen> {
        let what = format!("a video of {words:?}, made as {how:?}");
        self.sees_what(&what, |seen| is_video_of(seen, words) && seen.last_line().ends_with(how)).await
    }

    /// Waits for the card of an order of these words and so many images that misses nothing, but credits perhaps.
    ///
    /// # Errors
    /// When it does not come; says what came instead.
    pub async fn sees_card(&mut self, words: &str, images: usize) -> anyhow::Result<Seen> {
        let what = format!("the card of {words:?} and {images} images");
        self.sees_what(&what, |seen| seen.is_card_of(words, images)).await
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
        self.world
            .until(&format!("{words:?} in the message that said {:?}", message.text()), async || {
                let messages = self.messages_from(message.id()).await?;
                Ok(messages.into_iter().find(|seen| seen.id() == message.id() && seen.text().contains(words)))
            })
            .await
    }

    /// Waits until this message has such a button.
    ///
    /// # Errors
    /// When it does not get one.
    pub async fn sees_button(&self, message: &Seen, label: &str) -> anyhow::Result<Seen> {
        self.world
            .until(&format!("the button {label:?} under the message that said {:?}", message.text()), async || {
                let messages = self.messages_from(message.id()).await?;
                Ok(messages.into_iter().find(|seen| seen.id() == message.id() && seen.button(label).is_some()))
            })
            .await
    }

    pub(super) async fn sees_what(&mut self, what: &str, matches: impl Fn(&Seen) -> bool) -> anyhow::Result<Seen> {
        let mut last = Vec::new();
        let found = self.world.until(what, async || {
            let messages = self.messages_from(self.read).await?;
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

fn is_video_of(seen: &Seen, words: &str) -> bool {
    seen.is_video() && seen.quoted().as_deref() == Some(words)
}
