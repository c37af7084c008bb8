//! `planwright review`: records that items were read beside what they are for.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;

use crate::config::People;
use crate::diagnostic::{Diagnostic, Files, SourceId, code};
use crate::mend::Change;
use crate::pipeline::{self, Checked, Inputs};
use crate::plan::{ItemIx, Plan};
use crate::quantity::Date;
use crate::review::{Links, Reading};
use crate::source::REVIEWS;

use super::failure::Failure;
use super::fix::show;
use super::terminal::{self, Layout, Stream, Terminal, counted, print};
use super::{Done, Outcome, load, rewrite, today};

/// Names the reviewer where `--by` does not.
const REVIEWER: &str = "PLANWRIGHT_REVIEWER";

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  planwright review                             what has to be read again, or never was
  planwright review A3 A4 --by \"Maya Okafor\"    A3 and A4 still serve what they are for
  planwright review --all --by maya-okafor      begin: record all that was never read

The day goes into `reviewed` of each item. What each item was read beside goes
into reviews.csv: `planwright check` says when that changes (T012).")]
pub(super) struct Args {
    /// The items that were reviewed; none to list what is due.
    #[arg(value_name = "ITEM")]
    items: Vec<String>,
    /// Take every item that was never reviewed; what has changed since a
    /// review is named one by one.
    #[arg(long, conflicts_with = "items")]
    all: bool,
    /// Who has reviewed them, by name, alias or key in `[people.*]`; else
    /// `PLANWRIGHT_REVIEWER`.
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// The day of the review, as in 2026-11-23; else `SOURCE_DATE_EPOCH` or the clock.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// The plan's folder; else the nearest one upward with plan.toml or index.md.
    #[arg(long, value_name = "DIR")]
    plan: Option<PathBuf>,
    /// Show what would be written, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Done {
    let folder = load::plan(args.plan.as_deref())?;
    let inputs = load::inputs(&folder, today::today(args.today)?)?;
    let checked = pipeline::check(&inputs);
    if !checked.reviews.is_whole() {
        return Err(Failure::new(format!("`{REVIEWS}` cannot be read whole"))
            .help("mend what `planwright check` says of it first, so that no review is lost"));
    }
    let links = Links::of(&checked.plan, &inputs.sources, &checked.reviews);
    let items = if args.all {
        links.never_read()
    } else {
        named(&args.items, &checked.plan)?
    };
    if items.is_empty() {
        return Ok(list(&checked, &links, &inputs, (&folder, terminal)));
    }
    let by = reviewer(args.by.as_deref(), &inputs.config.people)?;
    let changes = changes(&items, &by, &inputs, &checked)?;
    let done = format!(
        "{} by {by} on {}",
        counted(items.len(), "item"),
        inputs.today
    );
    if args.dry_run {
        show(&changes, &folder);
        terminal::note(&format!("would record the review of {done}"));
    } else {
        rewrite::all(&folder, &changes)?;
        terminal::done("Reviewed", &done);
    }
    Ok(Outcome::Well)
}

fn named(ids: &[String], plan: &Plan) -> Result<Vec<ItemIx>, Failure> {
    let mut items = Vec::new();
    for id in ids {
        let item = load::item(plan, id, "`planwright review` lists what is due")?;
        items.push(item);
    }
    items.sort_unstable();
    items.dedup();
    Ok(items)
}

/// The reviewer's full name.
fn reviewer(stated: Option<&str>, people: &People) -> Result<String, Failure> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the command line asks the environment"
    )]
    let by = stated
        .map(str::to_owned)
        .or_else(|| std::env::var(REVIEWER).ok());
    let by = by
        .map(|by| by.trim().to_owned())
        .filter(|by| !by.is_empty());
    let by = by.ok_or_else(|| {
        Failure::new("nobody is named who has reviewed this")
            .help(format!("give --by \"Your Name\", or set {REVIEWER}"))
    })?;
    let known = people.find(&by).map(|person| person.name.clone());
    Ok(known.unwrap_or(by))
}

/// What is due: findings, then links of which there is no review.
fn list(
    checked: &Checked,
    links: &Links<'_>,
    inputs: &Inputs,
    (folder, terminal): (&Path, &Terminal),
) -> Outcome {
    let found = checked.diagnostics.iter();
    let suspects: Vec<&Diagnostic> = found.filter(|it| it.code == &code::SUSPECT_LINK).collect();
    let to = (Layout::Short, Stream::Out);
    terminal.findings(&suspects, &inputs.sources, &load::prefix(folder), to);
    let mut unread = String::new();
    for group in links.unread.chunk_by(|a, b| a.0 == b.0) {
        let ids = group
            .iter()
            .map(|(_, parent)| checked.plan[*parent].id.as_str());
        let parents: Vec<&str> = ids.collect();
        let item = &checked.plan[group[0].0].id;
        let parents = parents.join(", ");
        let _ = writeln!(unread, "{item} was never reviewed with {parents}");
    }
    print(&unread);
    terminal::note(&format!(
        "{} suspect, {} never reviewed",
        counted(suspects.len(), "link"),
        counted(links.unread.len(), "link")
    ));
    if suspects.is_empty() {
        Outcome::Well
    } else {
        Outcome::Findings
    }
}

/// The files that record a review.
fn changes(
    items: &[ItemIx],
    by: &str,
    inputs: &Inputs,
    checked: &Checked,
) -> Result<Vec<Change>, Failure> {
    let refused = |file: SourceId| {
        let message = format!(
            "`reviewed` cannot be written in `{}`",
            inputs.sources.path(file)
        );
        Failure::new(message).help(format!("write `reviewed: {}` there first", inputs.today))
    };
    let misread = misread(&checked.diagnostics);
    let files = items
        .iter()
        .map(|item| checked.plan[*item].body.document.source);
    if let Some(file) = files.into_iter().find(|file| misread.contains(file)) {
        return Err(refused(file).help("mend what `planwright check` says of this file first"));
    }
    let reading = Reading {
        plan: &checked.plan,
        sources: &inputs.sources,
        reviews: &checked.reviews,
        on: inputs.today,
        by,
    };
    reading.changes(items).map_err(refused)
}

/// The files with front matter that cannot be read whole.
fn misread(found: &[Diagnostic]) -> BTreeSet<SourceId> {
    let found = found
        .iter()
        .filter(|it| it.code == &code::INVALID_FRONT_MATTER);
    let places = found.filter_map(|it| it.primary.as_ref());
    places.map(|label| label.span.source).collect()
}
