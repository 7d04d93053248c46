//! Signed links to what the bot serves, so that whoever has one needs no other right.

use jiff::Timestamp;
use shared::http::below;
use shared::job::JobId;
use shared::signing::SigningKey;
use url::Url;

/// What the signature of a link to a job's image is for.
const IMAGE: &str = "image";

/// The address of a job's image, good until then, below the address of the bot.
#[must_use]
pub fn image_url(base: &Url, key: &SigningKey, job: JobId, until: Timestamp) -> Url {
    let (job, until) = (job.to_string(), until.as_second().to_string());
    let mac = key.sign(IMAGE, &[&job, &until]);
    below(base, &["images", &job, &until, &mac])
}

/// Whether the parts of a link's path are those that [`image_url`] has made.
#[must_use]
pub fn is_image_link(key: &SigningKey, job: &str, until: &str, mac: &str) -> bool {
    key.verify(IMAGE, &[job, until], mac)
}
