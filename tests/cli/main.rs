//! The commands, as somebody at a terminal meets them.
#![expect(clippy::disallowed_methods, reason = "tests look at what was written")]

#[path = "../support/mod.rs"]
mod support;

mod help;
mod explain;
mod import;
mod init;
mod links;
mod new;
mod place;
mod outcome;
mod colour;
mod day;
mod theme;

use support::{Run, plan, planwright, small_plan, stamps};
use tempfile::TempDir;

/// Any command, in an empty folder.
fn nowhere(args: &[&str]) -> Run {
    let folder = TempDir::new().expect("a folder");
    planwright(folder.path(), args)
}
