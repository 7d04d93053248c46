//! Effects with which a message arrives.

use crate::telegram::refusal::Refusal;

/// The effects that every account has: fire, thumbs up, heart, party. Telegram lists more, which nobody documents.
const KNOWN: [&str; 4] = ["5104841245755180586", "5107584321108051014", "5159385139981059251", "5046509860389126442"];

/// The effect to show, if a call names one.
///
/// # Errors
/// For an unknown effect, and in chats that are not private.
pub(super) fn checked(effect: Option<&str>, chat_id: i64) -> Result<Option<&str>, Refusal> {
    let Some(effect) = effect.filter(|effect| !matches!(*effect, "" | "0")) else { return Ok(None) };
    if chat_id < 0 {
        return Err(Refusal::bad_request("can't use message effects in the chat"));
    }
    if KNOWN.contains(&effect) { Ok(Some(effect)) } else { Err(Refusal::bad_request("EFFECT_ID_INVALID")) }
}
