//! `planwright build`: makes the site.

use std::mem;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args as ClapArgs;

use crate::diagnostic::{self, Diagnostic, Fault, Severity};
use crate::output::{Delta, Folder, Mismatch, Report, SitePath, WriteError};
use crate::pipeline::{self, Checked, Inputs};
use crate::plan::Plan;
use crate::quantity::Date;
use crate::site::{Looks, TemplateError};

use super::failure::Failure;
use super::progress::Progress;
use super::terminal::{self, Layout, Stream, Terminal};
use super::{Done, Outcome, load, theme, today};

#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "one for each flag")]
#[command(after_help = "Examples:
  planwright build                              the plan of this folder, into public
  planwright build my-plan --out /srv/www/plan
  planwright build --today 2026-11-23           the same bytes on any day
  planwright build --edition public             what an audience may see, and no more
  planwright build --verify                     prove that nothing old was left

Nothing is written where a finding is an error: the last good site stays. Files of
others in the output folder are never touched.")]
pub(super) struct Args {
    /// The plan's folder; else the nearest one upward with plan.toml or index.md.
    plan: Option<PathBuf>,
    /// The folder for the site.
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,
    /// The day to build for, as in 2026-11-23; else `SOURCE_DATE_EPOCH` or the clock.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// The edition to make, one of `[editions.*]` in plan.toml; else the whole plan.
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// The revision of the plan, for readers; as in "$(git rev-parse --short HEAD)".
    #[arg(long, value_name = "TEXT")]
    revision: Option<String>,
    /// The looks: a built-in theme, default or plain, or a folder of templates,
    /// assets and words over the plan's own theme.
    #[arg(long, value_name = "NAME|DIR")]
    theme: Option<String>,
    /// Write into a folder that holds files of others, and over them.
    #[arg(long)]
    force: bool,
    /// Make every page anew and compare it with what is in the folder.
    #[arg(long)]
    verify: bool,
    /// Let warnings break the build.
    #[arg(long)]
    strict: bool,
    /// Say why each file is written.
    #[arg(long, short)]
    verbose: bool,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Done {
    #[expect(clippy::disallowed_methods, reason = "the command line measures time")]
    let start = Instant::now();
    let progress = Progress::start();
    progress.stage("reading the plan");
    let plan = load::plan(args.plan.as_deref())?;
    let read = || read(args, &plan, &progress);
    // Neither needs the other.
    let (read, folder) = rayon::join(read, || Folder::open(&args.out, Some(&plan), args.force));
    let (inputs, looks, checked) = read?;
    let mut folder = folder.map_err(refused)?;
    let made_from = pipeline::made_from(&inputs);
    let last = folder.manifest().filter(|_| !args.verify);
    let last = last.filter(|last| last.is_of(made_from, looks.fingerprint()));
    if let Some(last) = last.filter(|_| !breaks(&checked.diagnostics, args.strict)) {
        drop(progress);
        say_beside(&checked, &looks, args);
        let made = Made::of(last.files.keys(), &checked, Report::default());
        made.say(start.elapsed(), args);
        folder.tidy();
        let_go((inputs, looks, checked, folder));
        return Ok(Outcome::Well);
    }
    progress.stage("making the site");
    if !breaks(&checked.diagnostics, args.strict) {
        folder.begin().map_err(refused)?;
    }
    let build = pipeline::make_into(checked, &inputs, &looks, &folder).map_err(broken)?;
    let findings = &build.checked.diagnostics;
    let Some(tree) = build
        .tree
        .as_ref()
        .filter(|_| !breaks(findings, args.strict))
    else {
        drop(progress);
        stopped(findings, &inputs, &plan, args.strict, terminal);
        let summary = diagnostic::summary(findings);
        let out = args.out.display();
        terminal::note(&format!("{summary}: nothing was written to {out}"));
        return Ok(Outcome::Findings);
    };
    progress.stage("writing the site");
    let last = folder.manifest();
    let delta = Delta::between(last, tree, looks.fingerprint()).made_from(made_from, last);
    let report = folder.write(tree, &delta).map_err(refused)?;
    drop(progress);
    if args.verbose {
        for (path, why) in &delta.write {
            terminal::note(&format!("  wrote {} ({})", path.as_str(), why.words()));
        }
        for path in &delta.delete {
            terminal::note(&format!("  deleted {}", path.as_str()));
        }
    }
    say_beside(&build.checked, &looks, args);
    let made = Made::of(tree.iter().map(|(path, _)| path), &build.checked, report);
    made.say(start.elapsed(), args);
    if args.verify {
        return verify(&inputs, &looks, &folder);
    }
    let_go((inputs, looks, build, folder));
    Ok(Outcome::Well)
}

/// Leaves it to the system to clear away, all at once, what the program ends
/// with. To do that piece by piece takes time that nobody needs.
fn let_go<T>(made: T) {
    mem::forget(made);
}

/// Reads and checks the plan, and what the site is to look like.
fn read(
    args: &Args,
    plan: &Path,
    progress: &Progress,
) -> Result<(Inputs, Looks, Checked), Failure> {
    let mut inputs = load::inputs(plan, today::today(args.today)?)?;
    load::edition(&mut inputs, args.edition.as_deref())?;
    inputs.imprint.revision.clone_from(&args.revision);
    let theme = theme::choose(plan, &inputs, args.theme.as_deref())?;
    let looks = Looks::new(theme, &inputs.config.language).map_err(broken)?;
    progress.stage("checking the plan");
    let checked = pipeline::check(&inputs);
    Ok((inputs, looks, checked))
}

/// What is to be known beside the site.
fn say_beside(checked: &Checked, looks: &Looks, args: &Args) {
    warnings(&checked.diagnostics);
    for odd in looks.theme.oddities() {
        terminal::note(&format!("warning: {odd}"));
    }
    for note in &looks.notes {
        terminal::note(&format!("note: {note}"));
    }
    if args.edition.is_none() && is_marked(&checked.plan) {
        terminal::note(
            "note: this is the whole plan, with what is not for everybody; --edition makes an edition",
        );
    }
}

/// Whether anything is marked for an audience.
fn is_marked(plan: &Plan) -> bool {
    plan.bodies().any(|(_, body)| {
        let document = &body.document;
        document.matter.get("audience").is_some() || !document.audience_blocks.is_empty()
    })
}

pub(super) fn breaks(findings: &[Diagnostic], strict: bool) -> bool {
    findings.iter().any(|found| found.severity >= limit(strict))
}

fn limit(strict: bool) -> Severity {
    if strict {
        Severity::Warn
    } else {
        Severity::Error
    }
}

/// Says what stands in the way.
pub(super) fn stopped(
    findings: &[Diagnostic],
    inputs: &Inputs,
    plan: &Path,
    strict: bool,
    terminal: &Terminal,
) {
    let in_the_way = |it: &&Diagnostic| it.severity >= limit(strict);
    let shown: Vec<&Diagnostic> = findings.iter().filter(in_the_way).collect();
    let to = (Layout::Full, Stream::Err);
    terminal.findings(&shown, &inputs.sources, &load::prefix(plan), to);
}

/// A line that counts what is wrong without breaking the build.
pub(super) fn warnings(findings: &[Diagnostic]) {
    let shown = findings
        .iter()
        .filter(|found| found.severity == Severity::Warn);
    let shown: Vec<Diagnostic> = shown.cloned().collect();
    if !shown.is_empty() {
        let summary = diagnostic::summary(&shown);
        terminal::note(&format!("{summary}; `planwright check` shows them"));
    }
}

/// What was made, and from what.
struct Made {
    pages: usize,
    items: usize,
    report: Report,
}

impl Made {
    fn of<'p>(
        paths: impl Iterator<Item = &'p SitePath>,
        checked: &Checked,
        report: Report,
    ) -> Self {
        Self {
            pages: paths.filter(|path| path.is_page()).count(),
            items: checked.site_plan().items.len(),
            report,
        }
    }

    /// Says it, how long it took, and where it is.
    fn say(&self, took: Duration, args: &Args) {
        let changes = match (self.report.written, self.report.deleted) {
            (0, 0) => "nothing changed".to_owned(),
            (1, 0) => "1 file written".to_owned(),
            (written, 0) => format!("{written} files written"),
            (written, deleted) => format!("{written} files written, {deleted} deleted"),
        };
        let rest = format!(
            "{} pages from {} items in {:.2} s ({changes}): {}",
            self.pages,
            self.items,
            took.as_secs_f64(),
            args.out.join("index.html").display()
        );
        terminal::done("Made", &rest);
    }
}

/// Makes everything anew and compares it with the folder.
fn verify(inputs: &Inputs, looks: &Looks, folder: &Folder) -> Done {
    let build = pipeline::make(pipeline::check(inputs), inputs, looks, None).map_err(broken)?;
    let Some(tree) = build.tree else {
        return Ok(Outcome::Findings);
    };
    let mismatches = folder.verify(&tree).map_err(refused)?;
    if mismatches.is_empty() {
        let files = tree.len();
        terminal::done(
            "Verified",
            &format!("{files} files are as a clean build makes them"),
        );
        return Ok(Outcome::Well);
    }
    for mismatch in &mismatches {
        let (path, what) = match mismatch {
            Mismatch::Differs(path) => (path, "differs"),
            Mismatch::Missing(path) => (path, "is missing"),
            Mismatch::Superfluous(path) => (path, "should not be there"),
        };
        terminal::note(&format!("  {} {what}", path.as_str()));
    }
    let failure = Failure::new("the folder is not what a clean build makes");
    Err(failure.help("delete .planwright.json in it and build again"))
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that `map_err` takes"
)]
fn refused(error: WriteError) -> Failure {
    Failure::new(&error).help(error.help())
}

pub(super) fn broken(errors: Vec<TemplateError>) -> Failure {
    let faults: Vec<Fault> = errors.into_iter().map(TemplateError::into_fault).collect();
    let number = terminal::counted(faults.len(), "fault");
    Failure::new(format!("the theme has {number}, so nothing was written")).of(faults)
}
