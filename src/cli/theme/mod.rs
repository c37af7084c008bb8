//! `planwright theme`: what there is to change about the looks.

mod choose;
mod eject;
mod list;

use clap::{Args as ClapArgs, Subcommand};

use crate::diagnostic::did_you_mean;
use crate::theme::{BUILT_IN, BuiltIn};

use super::failure::Failure;
use super::{Done, load};

pub(super) use choose::{choose, folders, inside};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  planwright theme list                     the files of the built-in theme
  planwright theme eject tokens.css         write the colours and faces into theme/assets
  planwright theme eject item.html --theme plain
  planwright theme eject words/de.ftl       write the site's own words in German

A file in the plan's folder `theme` takes the place of the built-in one of its name, so
write out only what is to be changed: the rest goes on improving with the program.")]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write files of a built-in theme into a folder, to be changed there.
    Eject(eject::Args),
    /// List the themes and the files of one.
    List(list::Args),
}

pub(super) fn run(args: &Args) -> Done {
    match &args.command {
        Command::Eject(args) => eject::run(args),
        Command::List(args) => list::run(args),
    }
}

/// The built-in theme of a name.
fn built_in(name: &str) -> Result<&'static BuiltIn, Failure> {
    BuiltIn::named(name).ok_or_else(|| {
        let names = BUILT_IN.iter().map(|theme| theme.name);
        let help = did_you_mean(name, names).unwrap_or_else(themes);
        Failure::new(format!("there is no built-in theme `{name}`")).help(help)
    })
}

/// A line that names the built-in themes.
fn themes() -> String {
    let names: Vec<String> = BUILT_IN
        .iter()
        .map(|theme| format!("`{}`", theme.name))
        .collect();
    format!("the built-in themes are {}", names.join(" and "))
}
