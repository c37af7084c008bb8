//! `planwright trace`: says how well the plan holds together.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::config::{Config, Kind};
use crate::diagnostic::did_you_mean;
use crate::pipeline::{self, Inputs};
use crate::quantity::Date;
use crate::report::trace::{Chains, CoverageReport, MatrixReport, Shape, Told};

use super::failure::Failure;
use super::{Done, Outcome, load, terminal, today};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  planwright trace                              how well each level is held
  planwright trace --matrix strategy:goal       which strategies serve which goals
  planwright trace --matrix measure:goal --format csv > measures.csv
  planwright trace --from A12                   why A12 is done: its chains upward
  planwright trace --to G1                      all that hangs on G1
  planwright trace --from A12 --to G1           how A12 serves G1")]
pub(super) struct Args {
    /// The plan's folder; else the nearest one upward with plan.toml or index.md.
    plan: Option<PathBuf>,
    /// Any kind against any kind, as in strategy:goal.
    #[arg(long, value_name = "KIND:KIND", conflicts_with_all = ["from", "to"])]
    matrix: Option<String>,
    /// The chains upward from this item.
    #[arg(long, value_name = "ID")]
    from: Option<String>,
    /// The chains that lead to this item.
    #[arg(long, value_name = "ID")]
    to: Option<String>,
    /// How it is written.
    #[arg(long, default_value = "text")]
    format: Format,
    /// The day to trace for, as in 2026-11-23; else `SOURCE_DATE_EPOCH` or the clock.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
}

/// How a trace is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// One JSON object; `planwright schema` describes it.
    Json,
    /// Comma-separated values.
    Csv,
}

pub(super) fn run(args: &Args) -> Done {
    let folder = load::plan(args.plan.as_deref())?;
    let inputs = load::inputs(&folder, today::today(args.today)?)?;
    let checked = pipeline::check(&inputs);
    let subject = checked.subject(&inputs);
    let item = |id: &Option<String>| {
        id.as_ref()
            .map(|id| load::item(&checked.plan, id, "name an item by its id"))
            .transpose()
    };
    let shape = match args.format {
        Format::Text => Shape::Text,
        Format::Json => Shape::Json,
        Format::Csv => Shape::Csv,
    };
    let text = match (&args.matrix, item(&args.from)?, item(&args.to)?) {
        (Some(matrix), _, _) => {
            let (rows, columns) = kinds(matrix, &inputs)?;
            MatrixReport::of(subject, rows, columns).write(shape)
        }
        (None, Some(from), to) => {
            let chains = Chains::upward(subject, from, to);
            if chains.chains.is_empty() {
                terminal::note("no chain leads from the one to the other");
            }
            chains.write(shape)
        }
        (None, None, Some(to)) => Chains::downward(subject, to).write(shape),
        (None, None, None) => CoverageReport::of(subject).write(shape),
    };
    terminal::print(&text);
    if !checked.is_sound() {
        terminal::note(
            "note: the plan has errors, so part of it may be missing here; see `planwright check`",
        );
    }
    Ok(Outcome::Well)
}

fn kinds(written: &str, inputs: &Inputs) -> Result<(Kind, Kind), Failure> {
    let Some((rows, columns)) = written.split_once(':') else {
        let failure = Failure::new(format!("`{written}` is not two kinds"));
        return Err(failure.help("write them as in strategy:goal"));
    };
    Ok((kind(rows, &inputs.config)?, kind(columns, &inputs.config)?))
}

fn kind(written: &str, config: &Config) -> Result<Kind, Failure> {
    config.kinds.by_name(written.trim()).ok_or_else(|| {
        let names: Vec<&str> = config.kinds.iter().map(|kind| kind.name.as_str()).collect();
        let all = format!("use one of: {}", names.join(", "));
        let failure = Failure::new(format!("there is no kind `{written}`"));
        failure.help(
            did_you_mean(written, names).map_or(all.clone(), |near| format!("{near} ({all})")),
        )
    })
}
