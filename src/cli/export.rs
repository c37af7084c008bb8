//! `planwright export`: writes the plan in the format of another tool.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::diagnostic::{self, Diagnostic};
use crate::exchange::export::ical::{self, Whose};
use crate::exchange::export::{Exported, Format, Made};
use crate::output;
use crate::pipeline;
use crate::quantity::Date;
use crate::site::Looks;

use super::failure::Failure;
use super::terminal::{self, Layout, Stream, Terminal, counted};
use super::{Done, Outcome, load, theme, today};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  planwright export xlsx --out plan.xlsx             a workbook of the plan of this folder
  planwright export csv my-plan --out tables         a file for each kind of items
  planwright export ical --owner \"Maya Okafor\"       what is hers, for her calendar
  planwright export json --edition public            what an audience may see, as data

One file goes to standard output unless --out names a file. A plan with errors is not
exported. The site offers the same files as downloads.")]
pub(super) struct Args {
    /// The format.
    #[arg(value_parser = formats())]
    format: Format,
    /// The plan's folder; else the nearest one upward with plan.toml or index.md.
    plan: Option<PathBuf>,
    /// The file to write; for csv, the folder of its files.
    #[arg(long, value_name = "FILE|DIR")]
    out: Option<PathBuf>,
    /// The day to export for, as in 2026-11-23; else `SOURCE_DATE_EPOCH` or the clock.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// The edition to export, one of `[editions.*]` in plan.toml; else the whole plan.
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// For ical: what somebody is accountable for or contributes to.
    #[arg(long, value_name = "NAME", conflicts_with = "team")]
    owner: Option<String>,
    /// For ical: what is a team's.
    #[arg(long, value_name = "NAME")]
    team: Option<String>,
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let values = Format::ALL.map(|format| PossibleValue::new(format.name()).help(format.about()));
    PossibleValuesParser::new(values).map(|name| {
        let mut all = Format::ALL.into_iter();
        let found = all.find(|format| format.name() == name);
        found.expect("only names of formats are taken")
    })
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Done {
    if args.format != Format::Ical && (args.owner.is_some() || args.team.is_some()) {
        let failure = Failure::new("--owner and --team are for ical alone");
        return Err(failure.help("every other format has the whole plan, or an edition of it"));
    }
    let plan = load::plan(args.plan.as_deref())?;
    let mut inputs = load::inputs(&plan, today::today(args.today)?)?;
    load::edition(&mut inputs, args.edition.as_deref())?;
    let theme = theme::choose(&plan, &inputs, None)?;
    let looks = Looks::new(theme, &inputs.config.language).map_err(super::build::broken)?;
    let checked = pipeline::check(&inputs);
    if !checked.is_sound() {
        return Ok(stopped(&checked.diagnostics, &inputs, &plan, terminal));
    }
    let (subject, _) = checked.for_site(&inputs);
    let exported = match (&args.owner, &args.team) {
        (None, None) => {
            let made = args.format.make(subject, &looks.locale, "");
            made.map(Made::whole)
        }
        (Some(name), _) => of_one(subject, &looks, Whose::Person(name)),
        (_, Some(name)) => of_one(subject, &looks, Whose::Team(name)),
    };
    let exported = exported.map_err(|why| {
        Failure::new(format!(
            "the plan cannot be written as {}: {why}",
            args.format.name()
        ))
    })?;
    let leaks = pipeline::leaks(&checked, &inputs, &looks, &exported.tree());
    if !leaks.is_empty() {
        return Ok(stopped(&leaks, &inputs, &plan, terminal));
    }
    write(args, &exported)?;
    for notice in &exported.notices {
        terminal::note(&format!("note: {notice}"));
    }
    if args.edition.is_none() && !inputs.config.audiences.order.is_empty() {
        terminal::note(
            "note: this is the whole plan, for all audiences; --edition hides what \
                        others may not see",
        );
    }
    Ok(Outcome::Well)
}

fn of_one(
    subject: crate::check::Subject<'_>,
    looks: &Looks,
    whose: Whose<'_>,
) -> Result<Exported, String> {
    let items = whose.items(subject.plan);
    if !ical::has_events(subject, &items) {
        return Err("nothing of theirs has a day, or nobody has that name".to_owned());
    }
    Ok(ical::make(subject, &looks.locale, whose, items).whole())
}

/// Says what keeps the plan from being exported.
fn stopped(
    found: &[Diagnostic],
    inputs: &pipeline::Inputs,
    plan: &Path,
    terminal: &Terminal,
) -> Outcome {
    let errors: Vec<&Diagnostic> = found.iter().filter(|it| it.is_error()).collect();
    let layout = (Layout::Full, Stream::Err);
    terminal.findings(&errors, &inputs.sources, &load::prefix(plan), layout);
    let summary = diagnostic::summary(found);
    terminal::note(&format!("{summary}: nothing was exported"));
    Outcome::Findings
}

fn write(args: &Args, exported: &Exported) -> Result<(), Failure> {
    let put = |path: &Path, bytes: &[u8]| output::put(path, bytes).map_err(Failure::new);
    match (&args.out, exported.files.as_slice()) {
        (Some(out), files) if args.format == Format::Csv => {
            #[expect(clippy::disallowed_methods, reason = "the files need their folder")]
            std::fs::create_dir_all(out).map_err(|error| {
                Failure::new(format!(
                    "cannot make the folder `{}`: {error}",
                    out.display()
                ))
            })?;
            for file in files {
                put(&out.join(&file.name), &file.bytes)?;
            }
            let files = counted(files.len(), "file");
            terminal::done("Wrote", &format!("{files} in {}", out.display()));
        }
        (Some(out), [file]) => {
            put(out, &file.bytes)?;
            terminal::done("Wrote", &out.display().to_string());
        }
        (None, [file]) if args.format != Format::Csv => print(args.format, &file.bytes)?,
        _ => {
            let failure = Failure::new("csv is a file for each kind of items");
            return Err(failure.help("name their folder with --out"));
        }
    }
    Ok(())
}

/// Puts a file on standard output; one that is no text not on a screen.
fn print(format: Format, bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout();
    if format == Format::Xlsx && out.is_terminal() {
        let failure = Failure::new("a workbook is nothing for a screen");
        return Err(failure.help("name a file with --out"));
    }
    // A reader that has gone away is no failure.
    let _gone = out.write_all(bytes);
    Ok(())
}
