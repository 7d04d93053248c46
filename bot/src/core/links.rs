//! Links that lead to the bot or to what it serves. Those to images are signed, so that whoever has one needs no other right;
//! those to the bot carry a code.

use jiff::Timestamp;
use shared::http::below;
use shared::job::JobId;
use shared::signing::SigningKey;
use url::Url;

/// What the signature of a link to a job's image is for.
const IMAGE: &str = "image";

/// What the parameter of a link to the bot begins with that somebody invites others by.
pub const INVITE_PREFIX: &str = "r_";

/// The same of a link with a promo code.
pub const PROMO_PREFIX: &str = "p_";

/// The same of a link to a gift.
pub const GIFT_PREFIX: &str = "g_";

/// The code in links to something of this name: 22 characters that Telegram takes in a link. It tells nothing of the name,
/// and nobody makes it without the key. It is kept in a row, because keys are replaced.
#[must_use]
pub(super) fn code(key: &SigningKey, prefix: &str, name: &str) -> String {
    key.sign("code", &[prefix, name])
}

/// The address of an image of a job, counted from 0, good until then, below the address of the bot.
#[must_use]
pub fn image_url(base: &Url, key: &SigningKey, (job, image): (JobId, usize), until: Timestamp) -> Url {
    let (name, until) = (image_name(job, image), until.as_second().to_string());
    let mac = key.sign(IMAGE, &[&name, &until]);
    below(base, &["images", &name, &until, &mac])
}

/// The job, for its first image; for the others with their number.
fn image_name(job: JobId, image: usize) -> String {
    if image == 0 { job.to_string() } else { format!("{job}-{image}") }
}

/// The job and the number of the image that a name in a link stands for.
#[must_use]
pub fn image_of(name: &str) -> Option<(JobId, usize)> {
    let (job, image) = name.split_once('-').unwrap_or((name, "0"));
    Some((job.parse().ok()?, image.parse().ok()?))
}

/// Whether the parts of a link's path are those that [`image_url`] has made.
#[must_use]
pub fn is_image_link(key: &SigningKey, name: &str, until: &str, mac: &str) -> bool {
    key.verify(IMAGE, &[name, until], mac)
}
