//! `planwright check`: says everything that is wrong with the plan.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use crate::diagnostic::{self, Diagnostic, Severity};
use crate::pipeline;
use crate::quantity::Date;

use super::fix::{self, Mends};
use super::terminal::{self, Format, Stream, Terminal};
use super::{Done, Outcome, load, today};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  planwright check
  planwright check my-plan --format short    a line for each finding
  planwright check --strict                  warnings break it too
  planwright check --info                    hints as well
  planwright check --fix --dry-run           what can be mended for you")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct Args {
    /// The plan's folder; else the nearest one upward with plan.toml or index.md.
    plan: Option<PathBuf>,
    /// How findings are written.
    #[arg(long, default_value = "full")]
    format: Format,
    /// The day to check for, as in 2026-11-23; else `SOURCE_DATE_EPOCH` or the clock.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// Let warnings count like errors.
    #[arg(long)]
    strict: bool,
    /// Show hints as well.
    #[arg(long)]
    info: bool,
    /// Mend what is mechanical and safe, of the findings that are shown.
    #[arg(long)]
    fix: bool,
    /// With --fix: show what would be mended, and write nothing.
    #[arg(long, requires = "fix")]
    dry_run: bool,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Done {
    let plan = load::plan(args.plan.as_deref())?;
    let today = today::today(args.today)?;
    let mut inputs = load::inputs(&plan, today)?;
    let mut checked = pipeline::check(&inputs);
    let least = if args.info {
        Severity::Info
    } else {
        Severity::Warn
    };
    if args.fix {
        let found = checked.diagnostics.iter();
        let shown = found.filter(|found| found.severity >= least);
        let mends = Mends::of(shown, &inputs.sources);
        if args.dry_run {
            return Ok(mends.show(&plan));
        }
        if mends.make(&plan)? {
            inputs = load::inputs(&plan, today)?;
            checked = pipeline::check(&inputs);
        }
    }
    let found = checked.diagnostics.iter();
    let shown: Vec<&Diagnostic> = found.filter(|found| found.severity >= least).collect();
    let to = (args.format, Stream::Out);
    terminal.findings(&shown, &inputs.sources, &load::prefix(&plan), to);
    let items = checked.plan.items.len();
    let files = inputs.sources.sources.len();
    let summary = diagnostic::summary(&checked.diagnostics);
    terminal::note(&format!("{items} items in {files} files: {summary}"));
    fix::offer(&shown);
    let limit = if args.strict {
        Severity::Warn
    } else {
        Severity::Error
    };
    let matters = checked
        .diagnostics
        .iter()
        .any(|found| found.severity >= limit);
    Ok(if matters {
        Outcome::Findings
    } else {
        Outcome::Well
    })
}
