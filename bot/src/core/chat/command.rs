//! Commands, as Telegram writes them: `/buy`, `/buy@StarreelBot`, `/start some-link`.

/// What a person can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    Start,
    Help,
    Balance,
    Buy,
    Generate,
    Videos,
    Templates,
    Tips,
    Settings,
    Language,
    Cancel,
    Terms,
    PaySupport,
    Privacy,
    /// For operators only.
    Operator(OperatorCommand),
    /// Begins with a slash and is none of ours.
    Unknown,
    /// Names another bot; in groups several listen.
    ForAnotherBot,
}

/// What only operators can say. What is written behind it is read by `super::operators`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OperatorCommand {
    Grant,
    Debit,
    Ledger,
    Refund,
    Reply,
    Reconcile,
    Models,
    Shop,
    Maintenance,
}

impl OperatorCommand {
    /// The name, without the slash.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Grant => "grant",
            Self::Debit => "debit",
            Self::Ledger => "ledger",
            Self::Refund => "refund",
            Self::Reply => "reply",
            Self::Reconcile => "reconcile",
            Self::Models => "models",
            Self::Shop => "shop",
            Self::Maintenance => "maintenance",
        }
    }
}

impl Command {
    /// The commands in the menu, in its order. Their descriptions are the texts `command-<name>`.
    pub(super) const MENU: [&'static str; 14] = [
        "generate",
        "videos",
        "templates",
        "buy",
        "balance",
        "tips",
        "settings",
        "language",
        "help",
        "cancel",
        "terms",
        "privacy",
        "paysupport",
        "start",
    ];

    /// Reads a command. `None` for a text that is none.
    pub(super) fn parse(text: &str, username: &str) -> Option<Self> {
        let mut words = text.strip_prefix('/')?.split_whitespace();
        let word = words.next()?;
        let (name, bot) = word.split_once('@').unwrap_or((word, username));
        if !bot.eq_ignore_ascii_case(username) {
            return Some(Self::ForAnotherBot);
        }
        Some(match name.to_ascii_lowercase().as_str() {
            // A forwarded invoice leads here: whoever opens it is shown the packs.
            "start" if words.next() == Some("buy") => Self::Buy,
            "start" => Self::Start,
            "help" => Self::Help,
            "balance" => Self::Balance,
            "buy" => Self::Buy,
            "generate" => Self::Generate,
            "videos" => Self::Videos,
            "templates" => Self::Templates,
            "tips" => Self::Tips,
            "settings" => Self::Settings,
            "language" => Self::Language,
            "cancel" => Self::Cancel,
            "terms" => Self::Terms,
            "paysupport" => Self::PaySupport,
            "privacy" => Self::Privacy,
            "grant" => Self::Operator(OperatorCommand::Grant),
            "debit" => Self::Operator(OperatorCommand::Debit),
            "ledger" => Self::Operator(OperatorCommand::Ledger),
            "refund" => Self::Operator(OperatorCommand::Refund),
            "reply" => Self::Operator(OperatorCommand::Reply),
            "reconcile" => Self::Operator(OperatorCommand::Reconcile),
            "models" => Self::Operator(OperatorCommand::Models),
            "shop" => Self::Operator(OperatorCommand::Shop),
            "maintenance" => Self::Operator(OperatorCommand::Maintenance),
            _ => Self::Unknown,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Command;

    #[test]
    fn commands_are_read_as_telegram_writes_them() {
        let parse = |text| Command::parse(text, "StarreelBot");
        assert_eq!(parse("/buy"), Some(Command::Buy));
        assert_eq!(parse("/BUY@starreelbot now"), Some(Command::Buy));
        assert_eq!(parse("/start buy"), Some(Command::Buy));
        assert_eq!(parse("/start some-link"), Some(Command::Start));
        assert_eq!(parse("/buy@OtherBot"), Some(Command::ForAnotherBot));
        assert_eq!(parse("/dance"), Some(Command::Unknown));
        assert_eq!(parse("/"), None);
        assert_eq!(parse("a /buy"), None);
    }

    #[test]
    fn every_command_of_the_menu_is_known() {
        for name in Command::MENU {
            assert_ne!(Command::parse(&format!("/{name}"), "b"), Some(Command::Unknown), "{name}");
        }
    }
}
