//! The images that a model takes.

use serde::Deserialize;

use crate::image_type::ImageType;

/// How the provider takes images.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImageInputs {
    /// The field of each image, in order. The first image is required, the others are not.
    pub slots: Vec<ImageSlot>,
    /// The types that are accepted.
    pub types: Vec<ImageType>,
    /// The largest file, in megabytes of 1024 × 1024 bytes.
    pub megabytes_max: u32,
}

/// The place of an image.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImageSlot {
    /// What the image is for.
    pub role: ImageRole,
    /// The provider's field.
    pub field: String,
    /// What the field holds.
    pub shape: ImageShape,
}

/// What an image is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImageRole {
    /// The video begins with it.
    FirstFrame,
    /// The video ends with it.
    LastFrame,
    /// What it shows is seen in the video.
    Reference,
}

/// What an image's field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImageShape {
    /// One URL.
    Single,
    /// A list of URLs; slots with the same field share it.
    List,
}

impl ImageInputs {
    /// The largest file, in bytes.
    #[must_use]
    pub fn bytes_max(&self) -> u64 {
        u64::from(self.megabytes_max) * 1024 * 1024
    }

    pub(super) fn check(&self) -> Result<(), String> {
        if self.types.is_empty() {
            return Err("images.types is empty".to_owned());
        }
        // Telegram hands a bot files of at most 20 MB.
        if !(1..=20).contains(&self.megabytes_max) {
            return Err("images.megabytes_max must be from 1 to 20".to_owned());
        }
        if !(1..=8).contains(&self.slots.len()) {
            return Err("images.slots needs 1 to 8 images".to_owned());
        }
        for (at, slot) in self.slots.iter().enumerate() {
            let shares = self.slots[..at].iter().find(|earlier| earlier.field == slot.field);
            if shares.is_some_and(|earlier| earlier.shape == ImageShape::Single || slot.shape == ImageShape::Single) {
                return Err(format!("two images have the field {}, which is no list", slot.field));
            }
        }
        Ok(())
    }
}
