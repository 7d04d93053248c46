//! The steps of the store as scripts, one file each. All but two begin with the prelude.

use std::sync::LazyLock;

use redis::Script;

/// Read once; a script's text is sent to a server that does not know it yet.
pub(super) static SCRIPTS: LazyLock<Scripts> = LazyLock::new(Scripts::new);

/// Begins a script that may run when Redis has used all the memory that it may. All may but those that add a job, so
/// that what is there is brought to its end, and forgotten.
const AT_THE_LIMIT: &str = "#!lua flags=allow-oom\n";

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
    pub(super) reported: Script,
    pub(super) take_permit: Script,
    pub(super) provider_status: Script,
    pub(super) forget: Script,
    pub(super) check: Script,
}

impl Scripts {
    fn new() -> Self {
        let adds = |body: &str| Script::new(&[include_str!("prelude.lua"), body].concat());
        let step = |body: &str| Script::new(&[AT_THE_LIMIT, include_str!("prelude.lua"), body].concat());
        Self {
            identity: Script::new(&[AT_THE_LIMIT, include_str!("identity.lua")].concat()),
            renew: Script::new(&[AT_THE_LIMIT, include_str!("renew.lua")].concat()),
            insert: adds(include_str!("insert.lua")),
            load: step(include_str!("load.lua")),
            save: step(include_str!("save.lua")),
            record_callback: step(include_str!("record_callback.lua")),
            claim: step(include_str!("claim.lua")),
            reported: step(include_str!("reported.lua")),
            take_permit: step(include_str!("take_permit.lua")),
            provider_status: step(include_str!("provider_status.lua")),
            forget: step(include_str!("forget.lua")),
            check: adds(include_str!("check.lua")),
        }
    }
}
