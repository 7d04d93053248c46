//! Buttons under a message, with what the Bot API has had since teloxide's types were written.

use serde::Serialize;
use url::Url;

use crate::core::effect::{Button, ButtonAction, ButtonStyle, Keyboard};

/// Rows of buttons.
/// Source: core.telegram.org/bots/api#inlinekeyboardmarkup
#[derive(Debug, Serialize)]
pub(crate) struct Markup<'a> {
    inline_keyboard: Vec<Vec<InlineButton<'a>>>,
}

#[derive(Debug, Serialize)]
struct InlineButton<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    style: Option<ButtonStyle>,
    #[serde(flatten)]
    action: Action<'a>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Action<'a> {
    CallbackData(&'a str),
    Url(&'a Url),
    CopyText(CopyText<'a>),
}

/// Source: core.telegram.org/bots/api#copytextbutton
#[derive(Debug, Serialize)]
struct CopyText<'a> {
    text: &'a str,
}

/// The buttons, or none for an empty keyboard.
pub(crate) fn markup(keyboard: &Keyboard) -> Option<Markup<'_>> {
    let rows = keyboard.0.iter().filter(|row| !row.is_empty()).map(|row| row.iter().map(button).collect());
    let inline_keyboard: Vec<_> = rows.collect();
    (!inline_keyboard.is_empty()).then_some(Markup { inline_keyboard })
}

fn button(button: &Button) -> InlineButton<'_> {
    let action = match &button.action {
        ButtonAction::Callback(data) => Action::CallbackData(data),
        ButtonAction::Open(url) => Action::Url(url),
        ButtonAction::Copy(text) => Action::CopyText(CopyText { text }),
    };
    InlineButton { text: &button.label, style: button.style, action }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_has_one_action_and_a_style_only_where_it_is_given() {
        let go = Button::new("Go", ButtonAction::Callback("go".to_owned())).styled(ButtonStyle::Success);
        let open = Button::new("Open", ButtonAction::Open(Url::parse("https://x.example/").unwrap()));
        let copy = Button::new("Copy", ButtonAction::Copy("a fox".to_owned()));
        let keyboard = Keyboard(vec![vec![go], vec![], vec![open, copy]]);
        assert_eq!(
            serde_json::to_string(&markup(&keyboard)).unwrap(),
            r#"{"inline_keyboard":[[{"text":"Go","style":"success","callback_data":"go"}],[{"text":"Open","url":"https://x.example/"},{"text":"Copy","copy_text":{"text":"a fox"}}]]}"#
        );
        assert!(markup(&Keyboard(vec![vec![]])).is_none());
    }
}
