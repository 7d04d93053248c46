//! The core's floors: its modules import in one direction. The list is that of the head of `bot/src/core.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// From the ground up: a module may import from those before it. What several floors use stands first.
const FLOORS: [&[&str]; 5] = [
    &[
        "error",
        "row_enum",
        "ids",
        "ticket",
        "update",
        "role",
        "policy",
        "terms",
        "shop_stats",
        "links",
        "event",
        "effect",
        "durability",
        "turn",
    ],
    &["meta", "ledger", "outbox"],
    &[
        "people",
        "preferences",
        "rate_limits",
        "forms",
        "notices",
        "shop",
        "dead_letters",
        "connection",
        "provider",
        "models",
        "put_back",
        "jobs",
        "subscriptions",
        "referrals",
        "promos",
        "gifts",
        "refunds",
        "payments",
        "reconcile",
        "support_requests",
        "operators",
        "broadcasts",
        "daily_stats",
        "privacy",
    ],
    &["chat"],
    &["inbox", "redelivery", "hand_out"],
];

/// Every module of the core, by its path such as `jobs::delivery`, with those that it imports from.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/core");
    let files = files(&root);
    let name = |file: &PathBuf| {
        let path = file.strip_prefix(&root).unwrap().with_extension("");
        path.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("::")
    };
    let names: BTreeSet<String> = files.iter().map(name).collect();
    files
        .iter()
        .map(|file| (name(file), of_file(&name(file), &std::fs::read_to_string(file).unwrap(), &names)))
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The modules that the `use` lines of a file name. Tests may import what they like.
fn of_file(module: &str, code: &str, names: &BTreeSet<String>) -> BTreeSet<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let statements = code.split(';').filter_map(|part| part.rsplit_once("use "));
    let is_statement =
        |before: &str| before.lines().last().is_none_or(|line| line.trim().is_empty() || line.contains("pub"));
    let paths = statements.filter(|(before, _)| is_statement(before)).flat_map(|(_, path)| expand(path.trim()));
    let modules = paths.filter_map(|path| resolve(module, &path)).filter_map(|path| longest(&path, names));
    modules.filter(|name| name != module).collect()
}

/// `a::{b, c::{d}}` as `a::b` and `a::c::d`.
fn expand(path: &str) -> Vec<String> {
    let Some((head, rest)) = path.split_once('{') else { return vec![path.to_owned()] };
    let inner = rest.trim_end().strip_suffix('}').unwrap_or(rest);
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in inner.chars() {
        match c {
            ',' if depth == 0 => parts.push(String::new()),
            c => {
                depth += i32::from(c == '{') - i32::from(c == '}');
                parts.last_mut().unwrap().push(c);
            }
        }
    }
    let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    parts.flat_map(|part| expand(&format!("{head}{part}"))).collect()
}

/// A path of the core from its root. `None` for one that leads out of it.
fn resolve(module: &str, path: &str) -> Option<String> {
    if let Some(path) = path.strip_prefix("crate::core::") {
        return Some(path.to_owned());
    }
    let mut from: Vec<&str> = module.split("::").collect();
    let mut rest = path;
    let mut ups = 0;
    while let Some(path) = rest.strip_prefix("super::") {
        from.pop();
        (rest, ups) = (path, ups + 1);
    }
    let is_child = rest.strip_prefix("self::").is_some();
    if ups == 0 && !is_child {
        return Some(format!("{module}::{rest}"));
    }
    from.push(rest.trim_start_matches("self::"));
    Some(from.join("::"))
}

/// The module that a path leads to: the longest one whose name it begins with. What the core's root exports again counts
/// as where it comes from.
fn longest(path: &str, names: &BTreeSet<String>) -> Option<String> {
    let path = match path {
        "CoreError" => "error",
        "Context" => "turn",
        "Pack" | "Policy" => "policy",
        path => path,
    };
    let mut parts: Vec<&str> = path.split("::").collect();
    while !parts.is_empty() {
        let name = parts.join("::");
        if names.contains(&name) {
            return Some(name);
        }
        parts.pop();
    }
    None
}

fn top(module: &str) -> &str {
    module.split("::").next().unwrap_or(module)
}

#[test]
fn imports_are_read_as_they_are_written() {
    let names: BTreeSet<String> =
        ["error", "ledger", "jobs", "jobs::row", "chat", "chat::render", "turn"].map(str::to_owned).into();
    let code = "use rusqlite::params;\n\nuse super::CoreError;\nuse super::chat::{self, render};\nuse crate::core::{jobs, turn::Turn};";
    let read = |module| of_file(module, code, &names).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(read("ledger"), "chat chat::render error jobs turn");
    assert_eq!(
        of_file("jobs", "mod row;\n\npub(super) use row::get;", &names).into_iter().collect::<Vec<_>>(),
        ["jobs::row"]
    );
}

#[test]
fn nothing_imports_upwards() {
    let order: Vec<&str> = FLOORS.concat();
    let at = |module: &str| {
        order.iter().position(|name| *name == top(module)).unwrap_or_else(|| panic!("{module} stands on no floor"))
    };
    let imports = imports();
    assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 200, "the reader of use lines sees too few");
    let up: Vec<String> = imports
        .iter()
        .flat_map(|(from, to)| to.iter().map(move |to| (from, to)))
        .filter(|(from, to)| top(from) != top(to) && at(to) > at(from))
        .map(|(from, to)| format!("{from} → {to}"))
        .collect();
    assert!(up.is_empty(), "imports that run up: {up:#?}");
}

#[test]
fn there_is_no_circle_but_a_parent_and_its_own_children() {
    let is_family =
        |one: &str, other: &str| one.starts_with(&format!("{other}::")) || other.starts_with(&format!("{one}::"));
    let imports = imports();
    let mut left: BTreeMap<&str, BTreeSet<&str>> = imports
        .iter()
        .map(|(from, to)| {
            let strangers = to.iter().map(String::as_str).filter(|to| *to != from && !is_family(from, to));
            (from.as_str(), strangers.collect())
        })
        .collect();
    // What imports nothing that is left is taken away, again and again.
    loop {
        let done: Vec<&str> =
            left.iter().filter(|(_, to)| to.iter().all(|to| !left.contains_key(to))).map(|(from, _)| *from).collect();
        if done.is_empty() {
            break;
        }
        left.retain(|from, _| !done.contains(from));
    }
    assert!(left.is_empty(), "modules that import each other in a circle: {left:#?}");
}

#[test]
fn the_head_of_the_core_lists_every_module() {
    let head = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/core.rs")).unwrap();
    for module in FLOORS.concat() {
        assert!(head.contains(&format!("`{module}`")), "the table of floors does not name {module}");
    }
}
