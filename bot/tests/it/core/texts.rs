//! Every text that is said is written, and every text that is written is said. Other languages are held to English by
//! `super::languages`.

use std::collections::BTreeMap;
use std::path::Path;

use shared::job::FailureReason;

fn texts_of(folder: &Path) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::<String, String>::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let mut key = String::new();
        for line in std::fs::read_to_string(file.unwrap().path()).unwrap().lines() {
            match line.split_once(" = ") {
                Some((name, text)) if !line.starts_with([' ', '#']) => {
                    name.clone_into(&mut key);
                    assert!(texts.insert(key.clone(), text.to_owned()).is_none(), "{name} is there twice");
                }
                _ if line.starts_with([' ', '}']) => {
                    texts.entry(key.clone()).or_default().push_str(&format!("\n{}", line.trim()))
                }
                _ => {}
            }
        }
    }
    texts
}

/// The texts of a language by their key, as they are written.
pub(super) fn of(language: &str) -> BTreeMap<String, String> {
    texts_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language))
}

/// The values that a text has holes for.
fn holes(text: &str) -> Vec<&str> {
    let mut holes: Vec<&str> = text
        .split('$')
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default())
        .collect();
    holes.sort_unstable();
    holes.dedup();
    holes
}

/// The source of the dialogue, without comments.
fn dialogue() -> String {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/core");
    let all = format!("{}{}", std::fs::read_to_string(core.join("chat.rs")).unwrap(), source(&core.join("chat")));
    all.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// All source in a folder.
fn source(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { source(&path) } else { std::fs::read_to_string(path).unwrap() }).collect()
}

/// The string literals that follow this call, each with the source behind it.
fn calls<'a>(source: &'a str, call: &str) -> Vec<(&'a str, &'a str)> {
    source.split(call).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split_once('"')).collect()
}

/// The names in `args! { name: value, … }`.
fn names(block: &str) -> Vec<&str> {
    let (mut depth, mut names, mut start) = (0_u32, Vec::new(), 0);
    for (at, c) in block.char_indices() {
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' if depth == 1 => {
                names.push(&block[start..at]);
                break;
            }
            '}' | ')' | ']' => depth -= 1,
            ',' if depth == 1 => names.push(&block[start..at]),
            _ => continue,
        }
        if depth == 1 && matches!(c, '{' | ',') {
            start = at + 1;
        }
    }
    let mut names: Vec<&str> =
        names.iter().filter_map(|name| name.split(':').next().map(str::trim)).filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    names
}

/// What is put together while the bot runs is checked by `say_with` itself in every test that reads it.
#[test]
fn every_text_that_is_said_exists_with_its_values() {
    let source = dialogue();
    let english = of("en");
    let text = |key: &str| english.get(key).unwrap_or_else(|| panic!("there is no text {key}"));
    for (key, _) in calls(&source, ".say(") {
        assert!(holes(text(key)).is_empty(), "{key} needs values");
    }
    for (name, _) in calls(&source, ".button(") {
        text(&format!("button-{name}"));
    }
    for reason in FailureReason::ALL {
        text(&format!("failed-{}", reason.as_str()));
    }
    for status in statuses() {
        text(&format!("status-{status}"));
    }
    let mut checked = 0;
    for (key, rest) in calls(&source, ".say_with(") {
        let wanted = holes(text(key));
        let before = &source[..rest.as_ptr() as usize - source.as_ptr() as usize];
        let block = match rest.trim_start_matches([',', ' ', '\n']) {
            rest if rest.starts_with("args!") => rest,
            rest if rest.starts_with("arguments)") => &source[before.rfind("args!").unwrap()..],
            _put_together => continue,
        };
        assert_eq!(names(block), wanted, "{key}");
        checked += 1;
    }
    assert!(checked > 30, "only {checked} calls were found");
}

/// The names of what a chat sees of a job, as they are declared.
fn statuses() -> Vec<String> {
    let source = include_str!("../../../src/core/jobs/row.rs");
    let (_, declared) = source.split_once(" View {").unwrap();
    let (declared, _) = declared.split_once("\n}").unwrap();
    declared.lines().filter_map(|line| Some(line.split_once("= \"")?.1.split_once('"')?.0.to_owned())).collect()
}

#[test]
fn every_text_is_said_somewhere() {
    let source = dialogue();
    let put_together =
        ["command-", "failed-", "models-", "settings-", "button-follow-", "button-admin-", "operators-usage-"];
    let statuses = statuses();
    for key in of("en").keys() {
        let name = key.strip_prefix("button-").unwrap_or(key);
        let said = source.contains(&format!("\"{key}\"")) || source.contains(&format!("button(\"{name}\")"));
        let is_status = key.strip_prefix("status-").is_some_and(|name| statuses.contains(&name.to_owned()));
        assert!(said || is_status || put_together.iter().any(|prefix| key.starts_with(prefix)), "nobody says {key}");
    }
}
