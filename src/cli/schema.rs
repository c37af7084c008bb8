//! `planwright schema`: describes the JSON that the program prints.

use clap::{Args as ClapArgs, ValueEnum};

use crate::exchange::model;
use crate::publish;
use crate::report;

use super::Outcome;
use super::terminal::print;

#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  planwright schema findings > findings.schema.json")]
pub(super) struct Args {
    /// What is described.
    of: Of,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Of {
    /// `planwright check --format json`.
    Findings,
    /// `planwright trace --format json`.
    Coverage,
    /// `planwright trace --matrix … --format json`.
    Matrix,
    /// `planwright trace --from … --to … --format json`.
    Chains,
    /// `planwright publish --format json`.
    Deliveries,
    /// `planwright export json`.
    Plan,
}

pub(super) fn run(args: &Args) -> Outcome {
    print(&match args.of {
        Of::Findings => report::schema::<report::Findings>(),
        Of::Coverage => report::schema::<report::trace::CoverageReport>(),
        Of::Matrix => report::schema::<report::trace::MatrixReport>(),
        Of::Chains => report::schema::<report::trace::Chains>(),
        Of::Deliveries => report::schema::<publish::Report>(),
        Of::Plan => report::schema::<model::Plan>(),
    });
    Outcome::Well
}
