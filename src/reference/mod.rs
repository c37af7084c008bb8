//! The manual: what people write, what can be set, what is checked, what
//! themes are given.
//!
//! A page is a Markdown file beside this one, so that it can be read where the
//! code is kept and here. Tests hold the pages written by hand to the code and
//! write the others anew: `UPDATE=1 cargo test --test reference`.

use std::fmt::Write as _;

use clap::Command;

// Pages are for rustdoc alone: a change of one does not make the program anew.
// The first definition of a link counts, so these lead to the modules, and those
// at the end of a page lead to its neighbours as files.
#[cfg(doc)]
#[doc = "[settings]: settings"]
#[doc = "[rules]: rules"]
#[doc = ""]
#[doc = include_str!("format.md")]
pub mod format {}

#[cfg(doc)]
#[doc = "[format]: mod@format"]
#[doc = "[rules]: rules"]
#[doc = ""]
#[doc = include_str!("settings.md")]
pub mod settings {}

#[cfg(doc)]
#[doc = "[settings]: settings"]
#[doc = ""]
#[doc = include_str!("publishing.md")]
pub mod publishing {}

#[cfg(doc)]
#[doc = include_str!("imports.md")]
pub mod imports {}

#[cfg(doc)]
#[doc = "[settings]: settings"]
#[doc = ""]
#[doc = include_str!("exports.md")]
pub mod exports {}

#[cfg(doc)]
#[doc = include_str!("rules.md")]
pub mod rules {}

#[cfg(doc)]
#[doc = include_str!("commands.md")]
pub mod commands {}

#[cfg(doc)]
#[doc = include_str!("templates.md")]
pub mod templates {}

/// The widest line of a command's help.
const WIDTH: usize = 90;

/// The page of commands: the help of the program and of each of its commands.
pub fn of_commands(mut program: Command) -> String {
    program.build();
    let mut page = "# Commands\n".to_owned();
    let commands = program
        .get_subcommands()
        .filter(|command| command.get_name() != "help");
    for command in std::iter::once(&program).chain(commands) {
        let name = command.get_bin_name().unwrap_or(command.get_name());
        let help = command.clone().term_width(WIDTH).render_long_help();
        let help = help.to_string();
        let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
        let _ = write!(
            page,
            "\n## {name}\n\n```text\n{}\n```\n",
            lines.join("\n").trim_end()
        );
    }
    page
}
