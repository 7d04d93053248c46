//! What people see of a message, as text.

use bot::core::effect::{Button, Keyboard};
use shared::job::GenerationJob;

/// What people read of a text with markup.
pub(crate) fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The number of any chat but that of the first person.
pub(super) fn addressed(chat: i64) -> String {
    if chat == 1 { String::new() } else { format!("{chat}: ") }
}

/// The topic of the chat, if it is in one.
pub(super) fn in_topic(topic: Option<i64>) -> String {
    topic.map(|topic| format!("#{topic} ")).unwrap_or_default()
}

/// What workers are to make.
pub(super) fn ordered(job: &GenerationJob) -> String {
    let images: String = job.images.iter().map(|image| format!(", {}", image.mime)).collect();
    let earlier = job.follow_up.as_ref();
    let earlier = earlier.map(|earlier| format!(", {} of {}", earlier.kind.as_str(), earlier.task)).unwrap_or_default();
    format!("→ workers: {}: {}{images}{earlier}", job.model, job.prompt)
}

/// What Telegram is told about a checkout.
pub(super) fn checked_out(refusal: Option<&str>) -> String {
    refusal.map_or("checkout: go on".to_owned(), |refusal| format!("checkout refused: {refusal}"))
}

/// The buttons, row by row.
pub(super) fn rendered(Keyboard(rows): &Keyboard) -> String {
    let row = |row: &Vec<Button>| {
        let labels: Vec<String> = row.iter().map(|button| format!("[{}]", button.label)).collect();
        format!("\n{}", labels.join(" "))
    };
    rows.iter().map(row).collect()
}
