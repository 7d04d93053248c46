//! The steps of the store as scripts, one file each. All but two begin with the prelude.

use std::sync::LazyLock;

use redis::Script;

/// Read once; a script's text is sent to a server that does not know it yet.
pub(super) static SCRIPTS: LazyLock<Scripts> = LazyLock::new(Scripts::new);

/// See the files of these names.
#[derive(Debug)]
pub(super) struct Scripts {
    pub(super) identity: Script,
    pub(super) renew: Script,
    pub(super) insert: Script,
    pub(super) load: Script,
    pub(super) save: Script,
    pub(super) record_callback: Script,
    pub(super) claim: Script,
    pub(super) due_backlog: Script,
    pub(super) ask_report: Script,
    pub(super) reported: Script,
    pub(super) take_permit: Script,
    pub(super) note_provider_status: Script,
    pub(super) provider_status: Script,
    pub(super) forget: Script,
}

impl Scripts {
    fn new() -> Self {
        let step = |body: &str| Script::new(&[include_str!("prelude.lua"), body].concat());
        Self {
            identity: Script::new(include_str!("identity.lua")),
            renew: Script::new(include_str!("renew.lua")),
            insert: step(include_str!("insert.lua")),
            load: step(include_str!("load.lua")),
            save: step(include_str!("save.lua")),
            record_callback: step(include_str!("record_callback.lua")),
            claim: step(include_str!("claim.lua")),
            due_backlog: step(include_str!("due_backlog.lua")),
            ask_report: step(include_str!("ask_report.lua")),
            reported: step(include_str!("reported.lua")),
            take_permit: step(include_str!("take_permit.lua")),
            note_provider_status: step(include_str!("note_provider_status.lua")),
            provider_status: step(include_str!("provider_status.lua")),
            forget: step(include_str!("forget.lua")),
        }
    }
}
