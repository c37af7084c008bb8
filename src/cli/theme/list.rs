//! `planwright theme list`: the themes, and the files of one.

use std::fmt::Write;

use clap::Args as ClapArgs;

use crate::theme::{BUILT_IN, Theme};

use super::super::terminal::print;
use super::super::{Done, Outcome};
use super::{built_in, eject};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  planwright theme list
  planwright theme list --theme plain     its files; those of `default` that it uses, too")]
pub(super) struct Args {
    /// List the files of this theme.
    #[arg(long, value_name = "NAME", default_value = "default")]
    theme: String,
}

pub(super) fn run(args: &Args) -> Done {
    let theme = built_in(&args.theme)?;
    let mut text = String::new();
    for one in &BUILT_IN {
        let mark = if one.name == theme.name { '*' } else { ' ' };
        let _ = writeln!(text, "{mark} {:8} {}", one.name, one.what);
    }
    text.push('\n');
    for path in eject::files(&Theme::built_in(theme)).keys() {
        let _ = writeln!(text, "{path}");
    }
    print(&text);
    Ok(Outcome::Well)
}
