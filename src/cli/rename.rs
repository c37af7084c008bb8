//! `planwright rename`: gives an item another id, everywhere it is named.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use crate::mend::Change;
use crate::rename::{self, Refusal};

use super::failure::Failure;
use super::fix::show;
use super::terminal::{self, counted};
use super::{Done, Outcome, load, rewrite, today};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  planwright rename A7 HB-1             in relations, triggers, texts and links
  planwright rename A7 HB-1 --dry-run   what would be written

The old id is kept under `aliases`, so that old addresses lead to the new one.")]
pub(super) struct Args {
    /// The id that the item has.
    old: String,
    /// The id that it is to have.
    new: String,
    /// The plan's folder; else the nearest one upward with plan.toml or index.md.
    plan: Option<PathBuf>,
    /// Show what would be written, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args) -> Done {
    let folder = load::plan(args.plan.as_deref())?;
    let inputs = load::inputs(&folder, today::today(None)?)?;
    let renaming = rename::rename(&inputs, &args.old, &args.new)?;
    let moved = renaming
        .changes
        .iter()
        .find(|change| change.path != change.to);
    let places = counted(renaming.places, "place");
    let files = counted(renaming.changes.len(), "file");
    let done = format!("{} to {}: {places}, {files}", args.old, args.new);
    if args.dry_run {
        show(&renaming.changes, &folder);
        terminal::note(&format!("would rename {done}"));
    } else {
        rewrite::all(&folder, &renaming.changes)?;
        terminal::done("Renamed", &done);
        if let Some(Change { path, to, .. }) = moved {
            terminal::note(&format!("`{path}` is `{to}` now"));
        }
    }
    for place in &renaming.left {
        terminal::note(&format!(
            "{place} names {} in a way that only you should change; it still leads there",
            args.old
        ));
    }
    Ok(Outcome::Well)
}

impl From<Refusal> for Failure {
    fn from(Refusal { message, help }: Refusal) -> Self {
        Self {
            message,
            help,
            faults: Vec::new(),
        }
    }
}
