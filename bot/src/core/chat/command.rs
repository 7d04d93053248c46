//! Commands, as Telegram writes them: `/buy`, `/buy@StarreelBot`, `/start some-link`.

use crate::core::role::Role;

/// What a person can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    Start,
    Help,
    Balance,
    Buy,
    Invite,
    Redeem,
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
    Admin,
    Promo,
    Broadcast,
    Stats,
    Shop,
    Maintenance,
}

impl OperatorCommand {
    /// All of them, in the order of menus.
    pub(super) const ALL: [Self; 13] = [
        Self::Admin,
        Self::Stats,
        Self::Ledger,
        Self::Grant,
        Self::Debit,
        Self::Refund,
        Self::Reply,
        Self::Reconcile,
        Self::Models,
        Self::Shop,
        Self::Maintenance,
        Self::Promo,
        Self::Broadcast,
    ];

    /// The least role that it needs. To switch a model needs more than to look at them.
    pub(super) const fn needs(self) -> Role {
        match self {
            Self::Grant
            | Self::Debit
            | Self::Refund
            | Self::Promo
            | Self::Broadcast
            | Self::Shop
            | Self::Maintenance => Role::Owner,
            Self::Reply | Self::Reconcile => Role::Support,
            Self::Ledger | Self::Models | Self::Admin | Self::Stats => Role::Viewer,
        }
    }

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
            Self::Admin => "admin",
            Self::Promo => "promo",
            Self::Broadcast => "broadcast",
            Self::Stats => "stats",
            Self::Shop => "shop",
            Self::Maintenance => "maintenance",
        }
    }
}

impl Command {
    /// Whether it begins an order or a purchase. Who is blocked may do neither.
    pub(super) const fn begins_something(self) -> bool {
        matches!(self, Self::Start | Self::Buy | Self::Generate | Self::Templates | Self::Redeem)
    }

    /// The commands in the menu, in its order. Their descriptions are the texts `command-<name>`.
    pub(super) const MENU: [&'static str; 16] = [
        "generate",
        "videos",
        "templates",
        "buy",
        "balance",
        "invite",
        "redeem",
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
            "invite" => Self::Invite,
            "redeem" => Self::Redeem,
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
            name => {
                let of_operators = OperatorCommand::ALL.into_iter().find(|command| command.as_str() == name);
                of_operators.map_or(Self::Unknown, Self::Operator)
            }
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
