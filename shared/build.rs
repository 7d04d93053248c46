//! Tells the program which revision it is built of, as `STARREEL_REVISION`.
//!
//! From the variable of that name, as container images are built without Git; or else from Git, in release builds. Builds
//! for development are called so: they would compile everything anew after each commit.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-env-changed=STARREEL_REVISION");
    println!("cargo::rerun-if-changed=build.rs");
    let given = env::var("STARREEL_REVISION").ok().filter(|revision| !revision.trim().is_empty());
    let revision = given.or_else(of_git).unwrap_or_else(|| "unknown revision".to_owned());
    println!("cargo::rustc-env=STARREEL_REVISION={}", revision.trim());
}

fn of_git() -> Option<String> {
    if env::var("PROFILE").as_deref() != Ok("release") {
        return Some("development".to_owned());
    }
    // Whatever moves HEAD writes this file.
    println!("cargo::rerun-if-changed={}", git(&["rev-parse", "--git-path", "logs/HEAD"])?);
    let revision = git(&["rev-parse", "--short=12", "HEAD"])?;
    let is_changed = !git(&["status", "--porcelain", "--untracked-files=no"])?.is_empty();
    Some(if is_changed { format!("{revision}, changed") } else { revision })
}

fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| said.trim().to_owned())
}
