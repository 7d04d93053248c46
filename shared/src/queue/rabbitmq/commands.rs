//! What operators do about dead letters of the queue.

use std::fmt::Write as _;

use anyhow::{Context as _, bail};

use super::RabbitMq;
use crate::ops::commands::DeadLetters;

impl DeadLetters {
    /// Does it for the messages of `queue`. What to print.
    ///
    /// # Errors
    /// When RabbitMQ cannot be used, or there is no such message.
    pub async fn of_queue(&self, queue: &RabbitMq) -> anyhow::Result<String> {
        let found = |is_there: bool, name: &str, done: &str| {
            if is_there {
                Ok(format!("{name} {done}\n"))
            } else {
                bail!("there is no dead letter {name}: see the list")
            }
        };
        match self {
            Self::List => {
                let messages = queue.dead_letters().await?;
                let mut text = format!("{} messages of the queue\n", messages.len());
                for message in messages {
                    writeln!(text, "{message}")?;
                }
                Ok(text)
            }
            Self::Show { name } => {
                let messages = queue.dead_letters().await?;
                let message = messages.into_iter().find(|message| message.id == *name);
                let message = message.with_context(|| format!("there is no dead letter {name}: see the list"))?;
                Ok(format!("{message}\n{}\n", message.body))
            }
            Self::Send { name } => found(queue.send_dead_letter(name).await?, name, "was sent again"),
            Self::Drop { name } => found(queue.drop_dead_letter(name).await?, name, "was dropped"),
        }
    }
}
