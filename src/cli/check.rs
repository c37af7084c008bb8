//! `planwright check`: says everything that is wrong with the plan.

use std::path::{Path, PathBuf};

use clap::{Args as ClapArgs, ValueEnum};

use crate::check::{BASELINE, baseline};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::pipeline::{self, Checked, Inputs};
use crate::quantity::{Date, Percent};
use crate::report::{self, Report};
use crate::trace;

use super::fix::{self, Mends};
use super::select::Selection;
use super::terminal::{self, Layout, Stream, Terminal, counted};
use super::{Done, Outcome, draft, load, today};

#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "one for each flag")]
#[command(after_help = "Examples:
  planwright check
  planwright check my-plan --format short    a line for each finding
  planwright check --strict                  warnings break it too
  planwright check --info                    hints as well
  planwright check --fix --dry-run           what can be mended for you
  planwright check --select T,D006           the golden thread, and what is overdue
  planwright check --format sarif > plan.sarif
  planwright check --write-baseline          from now on, only new findings count
  planwright check --min-coverage 90         break where the golden thread is thin")]
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
    #[command(flatten)]
    selection: Selection,
    /// Break unless unbroken chains hold this share of the plan from both sides.
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    min_coverage: Option<Percent>,
    /// Record today's errors and warnings, so that only new ones count.
    #[arg(long, conflicts_with_all = ["select", "ignore"])]
    write_baseline: bool,
    /// Mend what is mechanical and safe, of the findings that are shown.
    #[arg(long, conflicts_with = "write_baseline")]
    fix: bool,
    /// With --fix: show what would be mended, and write nothing.
    #[arg(long, requires = "fix")]
    dry_run: bool,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the lines in question and how to mend them.
    Full,
    /// A line each: file, line, column, severity, code and message.
    Short,
    /// One JSON object; `planwright schema findings` describes it.
    Json,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
    /// Annotations in a pull request on GitHub.
    Github,
    /// JUnit's XML, for build servers.
    Junit,
}

impl Format {
    /// For people, or for programs.
    fn kind(self) -> Result<Layout, report::Format> {
        match self {
            Self::Full => Ok(Layout::Full),
            Self::Short => Ok(Layout::Short),
            Self::Json => Err(report::Format::Json),
            Self::Sarif => Err(report::Format::Sarif),
            Self::Github => Err(report::Format::Github),
            Self::Junit => Err(report::Format::Junit),
        }
    }
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Done {
    let plan = load::plan(args.plan.as_deref())?;
    let today = today::today(args.today)?;
    let mut inputs = load::inputs(&plan, today)?;
    args.selection.validate(&inputs.config)?;
    let mut checked = args.check(&inputs);
    if args.write_baseline {
        return record(&plan, &inputs, &checked);
    }
    if args.fix {
        let mends = Mends::of(args.shown(&checked), &inputs.sources);
        if args.dry_run {
            return Ok(mends.show(&plan));
        }
        if mends.make(&plan)? {
            inputs = load::inputs(&plan, today)?;
            checked = args.check(&inputs);
        }
    }
    tell(args, terminal, &plan, &inputs, &checked);
    let covered = args
        .min_coverage
        .is_none_or(|least| is_covered(&checked, least));
    let limit = args.limit();
    let mut found = checked.diagnostics.iter();
    let well = covered && found.all(|found| found.severity < limit);
    Ok(if well {
        Outcome::Well
    } else {
        Outcome::Findings
    })
}

impl Args {
    /// The plan, with the findings of the rules that are listened to.
    fn check(&self, inputs: &Inputs) -> Checked {
        let mut checked = pipeline::check(inputs);
        let takes = |found: &Diagnostic| self.selection.takes(found);
        checked.diagnostics.retain(takes);
        checked
    }

    fn shown<'a>(&self, checked: &'a Checked) -> impl Iterator<Item = &'a Diagnostic> + use<'a> {
        let least = self.least();
        let found = checked.diagnostics.iter();
        found.filter(move |found| found.severity >= least)
    }

    /// How bad a finding must be to break the check.
    fn limit(&self) -> Severity {
        if self.strict {
            Severity::Warn
        } else {
            Severity::Error
        }
    }

    /// How bad a finding must be to be shown. What is asked for by name is.
    fn least(&self) -> Severity {
        if self.info || self.selection.is_named() {
            Severity::Info
        } else {
            Severity::Warn
        }
    }
}

fn tell(args: &Args, terminal: &Terminal, plan: &Path, inputs: &Inputs, checked: &Checked) {
    let shown: Vec<&Diagnostic> = args.shown(checked).collect();
    let prefix = load::prefix(plan);
    match args.format.kind() {
        Ok(layout) => terminal.findings(&shown, &inputs.sources, &prefix, (layout, Stream::Out)),
        Err(format) => {
            let report = Report {
                findings: &shown,
                files: &inputs.sources,
                prefix: &prefix,
                today: inputs.today,
                limit: args.limit(),
            };
            terminal::print(&report.write(format));
        }
    }
    let items = counted(checked.plan.items.len(), "item");
    let files = counted(inputs.sources.sources.len(), "file");
    let summary = diagnostic::summary(&checked.diagnostics);
    terminal::note(&format!("{items} in {files}: {summary}"));
    fix::offer(&shown);
    let known = checked.diagnostics.iter().filter(|found| found.known);
    match known.count() {
        0 => {}
        known => terminal::note(&format!("{known} of these are known from {BASELINE}")),
    }
}

/// Says how much of the plan is held from both sides, and whether that is
/// enough.
fn is_covered(checked: &Checked, least: Percent) -> bool {
    let (held, all) = trace::held(&checked.trace.coverage);
    let enough = held as f64 >= all as f64 * least.share();
    let share = Percent::of(held, all).unwrap_or(Percent::ALL);
    let verdict = if enough { "enough" } else { "too few" };
    terminal::note(&format!(
        "{held} of {all} items ({} %) are held from both sides: {verdict} for {} %; \
         `planwright trace` says which are not",
        share.value(),
        least.value()
    ));
    enough
}

/// Writes down what is wrong today.
fn record(plan: &Path, inputs: &Inputs, checked: &Checked) -> Done {
    let text = baseline(&checked.diagnostics, &inputs.sources);
    let file = plan.join(BASELINE);
    draft::write(&file, &text)?;
    let lines = text.lines().count().saturating_sub(1);
    let count = counted(lines, "finding");
    terminal::done("Recorded", &format!("{count} in {}", file.display()));
    Ok(Outcome::Well)
}

fn percent(text: &str) -> Result<Percent, String> {
    Percent::parse(text).map_err(|wrong| wrong.message)
}
