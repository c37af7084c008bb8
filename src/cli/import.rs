//! `planwright import`: takes over what is in another tool's file.

use std::fmt::Write as _;
use std::io::{BufRead, IsTerminal, Read};
use std::path::{Path, PathBuf};

use clap::{Args as ClapArgs, ValueEnum};

use crate::diagnostic::Severity;
use crate::edition::Imprint;
use crate::exchange::import::table::{self, How};
use crate::exchange::import::{self, Draft, Fate, Placed, Refusal, There};
use crate::mend::Change;
use crate::pipeline::{self, Inputs};
use crate::plan::Plan;
use crate::quantity::Date;
use crate::source::{SETTINGS, SourceSet};

use super::failure::Failure;
use super::terminal::{self, counted};
use super::{Done, Outcome, fix, rewrite, today};

#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "one for each flag")]
#[command(after_help = "Examples:
  planwright import stratml plan.xml --into my-plan --dry-run   what would be written
  planwright import stratml plan.xml --into my-plan             write it
  planwright import xlsx plan.xlsx --into my-plan --dry-run     which column is what
  planwright import xlsx plan.xlsx --into my-plan --sheet 'Work plan=action' \\
    --map 'Who pays=budget' --day-first
  planwright import csv actions.csv --into my-plan --kind action

Nothing is ever written over unseen. What is in the plan already is found by its id, or
by kind and title; where the file says something else, the change is shown and has to be
confirmed. What has no place in a plan is listed and kept in the item, under `kept`.")]
pub(super) struct Args {
    /// What kind of file it is.
    format: Format,
    /// The file; `-` is standard input.
    file: PathBuf,
    /// The plan's folder; it need not be there yet.
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// Say what would be written, and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Show all that is written as a diff, new files too.
    #[arg(long)]
    diff: bool,
    /// Change what is in the plan already without asking.
    #[arg(long)]
    update: bool,
    /// Leave what is in the plan already as it is.
    #[arg(long, conflicts_with = "update")]
    new_only: bool,
    #[command(flatten)]
    table: TableArgs,
}

/// What is said of tables.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Tables")]
struct TableArgs {
    /// What a column holds, whatever its heading seems to say; `keep` keeps it.
    #[arg(long, value_name = "HEADING=FIELD", value_parser = pair)]
    map: Vec<(String, String)>,
    /// A sheet to be read, and the kind of its items; all others are left out.
    #[arg(long, value_name = "NAME[=KIND]")]
    sheet: Vec<String>,
    /// The kind of the items, where the file does not say it.
    #[arg(long)]
    kind: Option<String>,
    /// The row of the headings, from 1.
    #[arg(long, value_name = "N")]
    header_row: Option<usize>,
    /// Read 05/06/2026 as the 5th of June, where its column does not show it.
    #[arg(long)]
    day_first: bool,
    /// Read 05/06/2026 as the 6th of May, where its column does not show it.
    #[arg(long, conflicts_with = "day_first")]
    month_first: bool,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (heading, field) = text.rsplit_once('=').ok_or("write `HEADING=FIELD`")?;
    Ok((heading.trim().to_owned(), field.trim().to_owned()))
}

impl TableArgs {
    fn options(&self) -> table::Options {
        let sheets = self.sheet.iter().map(|text| match text.rsplit_once('=') {
            Some((name, kind)) => (name.to_owned(), Some(kind.to_owned())),
            None => (text.clone(), None),
        });
        table::Options {
            map: self.map.clone(),
            sheets: sheets.collect(),
            kind: self.kind.clone(),
            header_row: self.header_row,
            day_first: (self.day_first || self.month_first).then_some(self.day_first),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Strategy Markup Language (ISO 17469), Part 1 or 2.
    Stratml,
    /// What `planwright export json` writes.
    Json,
    /// A table of separated values: comma, semicolon, tab or bar.
    Csv,
    /// A workbook: XLSX, XLS, XLSB or ODS.
    Xlsx,
    /// An outline of an outliner.
    Opml,
    /// An indented list or headings, as Markdown or plain text.
    Outline,
}

/// The size over which a file is not read, in bytes.
const MAX_FILE: u64 = 64 << 20;

pub(super) fn run(args: &Args) -> Done {
    let bytes = read(&args.file)?;
    let read = draft(args, &bytes).map_err(|refusal| refused(&args.file, refusal))?;
    say_columns(&read.columns);
    let draft = read.draft;
    let day = today::today(None)?;
    let inputs = there(&args.into, &draft, day)?;
    let plan = if inputs.sources.sources.is_empty() {
        Plan::default()
    } else {
        (*pipeline::check(&inputs).plan).clone()
    };
    let there = There {
        sources: &inputs.sources,
        config: &inputs.config,
        plan: &plan,
    };
    let mut placed = import::place(draft, there);
    if args.new_only {
        placed.changes.retain(|change| change.before.is_none());
    }
    say(args, &placed);
    let written = write(args, &placed)?;
    if written || args.dry_run {
        say_findings(&after(&inputs, &placed.changes));
    }
    Ok(if written || args.dry_run {
        Outcome::Well
    } else {
        Outcome::Findings
    })
}

fn draft(args: &Args, bytes: &[u8]) -> Result<table::Read, Refusal> {
    let options = args.table.options();
    let is_table = matches!(args.format, Format::Csv | Format::Xlsx);
    let for_tables = table::Options {
        kind: None,
        ..options.clone()
    };
    if !is_table && for_tables != table::Options::default() {
        return Err(Refusal::new(
            "--map, --sheet, --header-row, --day-first and --month-first are for csv and xlsx",
        ));
    }
    let draft = match args.format {
        Format::Csv => return import::csv::read(bytes, &options),
        Format::Xlsx => return import::xlsx::read(bytes, &options),
        Format::Opml => import::opml::read(bytes, options.kind.as_deref())?,
        Format::Outline => import::outline::read(bytes, options.kind.as_deref())?,
        Format::Stratml | Format::Json if options.kind.is_some() => {
            return Err(Refusal::new("--kind is for tables and outlines"));
        }
        Format::Stratml => import::stratml::read(bytes)?,
        Format::Json => import::json::read(bytes)?,
    };
    Ok(table::Read {
        draft,
        columns: Vec::new(),
    })
}

/// Says what each column was taken for.
fn say_columns(columns: &[table::Mapped]) {
    let mut text = String::new();
    for column in columns {
        let how = match column.how {
            How::Guessed => "",
            How::ByHand => " (by hand)",
            How::Kept => " (--map gives it a field)",
        };
        let (place, heading, field) = (&column.place, &column.heading, &column.field);
        let _ = writeln!(text, "{place}: `{heading}` → {field}{how}");
    }
    terminal::print_foreign(&text);
}

fn refused(file: &Path, refusal: Refusal) -> Failure {
    let message = format!("cannot import `{}`: {}", file.display(), refusal.message);
    let failure = Failure::new(message);
    match refusal.help {
        Some(help) => failure.help(help),
        None => failure,
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the file to be imported is no file of the plan"
)]
fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    let failed =
        |error: std::io::Error| Failure::new(format!("cannot read `{}`: {error}", file.display()));
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        let mut input = std::io::stdin().lock().take(MAX_FILE + 1);
        input.read_to_end(&mut bytes).map_err(failed)?;
    } else {
        let mut input = std::fs::File::open(file)
            .map_err(failed)?
            .take(MAX_FILE + 1);
        input.read_to_end(&mut bytes).map_err(failed)?;
    }
    if bytes.len() as u64 > MAX_FILE {
        let message = format!("`{}` is larger than 64 MB", file.display());
        return Err(Failure::new(message).help("split it, and import its parts one by one"));
    }
    Ok(bytes)
}

/// What is in the folder; for one that is new, what the draft says of the
/// settings.
fn there(folder: &Path, draft: &Draft, today: Date) -> Result<Inputs, Failure> {
    if folder.is_dir() {
        let (mut sources, mut problems) = SourceSet::open(folder);
        let is_settled = sources.by_path(SETTINGS).is_some();
        let (config, found) = pipeline::settings(&sources);
        problems.extend(found);
        problems.extend(sources.read_rest(&config.ignored()));
        let config = if is_settled { config } else { settings(draft) };
        return Ok(Inputs {
            sources,
            config,
            problems,
            today,
            imprint: Imprint::default(),
        });
    }
    if folder.exists() {
        let failure = Failure::new(format!("`{}` is no folder", folder.display()));
        return Err(failure.help("name the plan's folder, or one that is not there yet"));
    }
    Ok(Inputs {
        sources: SourceSet::default(),
        config: settings(draft),
        problems: Vec::new(),
        today,
        imprint: Imprint::default(),
    })
}

fn settings(draft: &Draft) -> crate::config::Config {
    let sources = SourceSet::in_memory([(SETTINGS, import::settings(draft))]);
    pipeline::settings(&sources).0
}

/// Says what becomes of the file.
fn say(args: &Args, placed: &Placed) {
    let mut text = String::new();
    for loss in &placed.losses {
        let _ = writeln!(text, "note: {}: {}", loss.place, loss.what);
    }
    if args.dry_run {
        for item in &placed.items {
            let word = match item.fate {
                Fate::New => "new",
                Fate::Changed if args.new_only => "left",
                Fate::Changed => "changed",
                Fate::Same => "same",
            };
            let (path, id, title) = (&item.path, &item.id, &item.title);
            let _ = writeln!(text, "{word:8} {path}: {id} {title}");
        }
    }
    terminal::print_foreign(&text);
    let changed = placed.changes.iter();
    let changed = changed.filter(|change| args.diff || change.before.is_some());
    let changed: Vec<Change> = changed.cloned().collect();
    fix::show(&changed, &args.into);
    if !placed.others.is_empty() {
        let ids = placed.others.join(", ");
        terminal::note(&format!(
            "in the plan and not in the file, left alone: {ids}"
        ));
    }
}

/// Writes the files, if whoever asks wants that.
fn write(args: &Args, placed: &Placed) -> Result<bool, Failure> {
    let of = |fate| placed.items.iter().filter(|item| item.fate == fate).count();
    let changed = if args.new_only { 0 } else { of(Fate::Changed) };
    let what = format!(
        "{}, {changed} changed, {} the same: {}",
        counted(of(Fate::New), "new item"),
        placed.items.len() - of(Fate::New) - changed,
        counted(placed.changes.len(), "file")
    );
    if args.dry_run {
        terminal::note(&format!("would import {what}"));
        return Ok(false);
    }
    let changes_files = placed.changes.iter().any(|change| change.before.is_some());
    if changes_files && !args.update && !confirmed()? {
        terminal::note(
            "nothing was written; --update writes it without asking, --new-only leaves \
                        what is there",
        );
        return Ok(false);
    }
    rewrite::all(&args.into, &placed.changes)?;
    terminal::done("Imported", &format!("{what} in {}", args.into.display()));
    Ok(true)
}

/// Asks whether files may be changed; where nobody is there to ask, they may
/// not.
fn confirmed() -> Result<bool, Failure> {
    let input = std::io::stdin();
    if !input.is_terminal() || !terminal::is_watched() {
        return Ok(false);
    }
    terminal::print_err("Write these changes? [y/N] ");
    let mut answer = String::new();
    input
        .lock()
        .read_line(&mut answer)
        .map_err(|error| Failure::new(format!("cannot read the answer: {error}")))?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

/// The plan as it is once the files are written.
fn after(inputs: &Inputs, changes: &[Change]) -> Inputs {
    let is_kept = |path: &str| changes.iter().all(|change| change.path != path);
    let there = inputs.sources.sources.iter();
    let there = there.filter(|source| is_kept(&source.path));
    let there = there.map(|source| (source.path.to_string(), source.text.to_string()));
    let new = changes.iter().map(|it| (it.to.clone(), it.after.clone()));
    let mut sources = SourceSet::in_memory(there.chain(new));
    sources.attachments.clone_from(&inputs.sources.attachments);
    let (config, problems) = pipeline::settings(&sources);
    Inputs {
        sources,
        config,
        problems,
        today: inputs.today,
        imprint: Imprint::default(),
    }
}

/// Says how much there is to do in the plan.
fn say_findings(inputs: &Inputs) {
    let found = pipeline::check(inputs).diagnostics;
    let of = |severity| found.iter().filter(|it| it.severity == severity).count();
    let errors = counted(of(Severity::Error), "error");
    let warnings = counted(of(Severity::Warn), "warning");
    terminal::note(&format!(
        "the plan then has {errors} and {warnings}; `planwright check` lists them"
    ));
}
