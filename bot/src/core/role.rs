//! What operators may do. Each of their commands and buttons names the least role that it needs.

/// A role. Each may do what those before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Looks at everything and changes nothing (`VIEWER_IDS`).
    Viewer,
    /// Answers people, blocks them and has orders tried again (`SUPPORT_IDS`). Moves no credits and no Stars.
    Support,
    /// Everything (`ADMIN_IDS`).
    Owner,
}

impl Role {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::Viewer, Self::Support, Self::Owner];

    /// The name in texts and logs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Support => "support",
            Self::Owner => "owner",
        }
    }

    /// Whether this role may do what needs that one.
    #[must_use]
    pub fn may(self, needs: Self) -> bool {
        self >= needs
    }
}
