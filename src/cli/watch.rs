//! `planwright watch`: the site in a folder, while the plan is being written.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use crate::drafting::{self, Draft};

use super::failure::Failure;
use super::terminal::Terminal;
use super::{Done, Outcome, following};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  planwright watch --out /srv/www/plan      for a server of your own
  planwright watch my-plan --poll 2000      a folder on another machine

What differs is written, whole files only; files of others in the output folder are
never touched. While the plan has errors, the last good site stays. Ctrl-C ends it.")]
pub(super) struct Args {
    #[command(flatten)]
    following: following::Args,
    /// The folder for the site.
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,
    /// Write into a folder that holds files of others, and over them.
    #[arg(long)]
    force: bool,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Done {
    let desk = args.following.desk(terminal, "Made")?;
    drafting::write(Draft::open(desk), &args.out, args.force)
        .map_err(|error| Failure::new(&error).help(error.help()))?;
    Ok(Outcome::Well)
}
