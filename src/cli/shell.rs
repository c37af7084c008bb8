//! `planwright completions` and `planwright man`.

use clap::{Args as ClapArgs, Command};
use clap_complete::Shell;

use super::failure::Failure;
use super::terminal::print;
use super::{Done, Outcome};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  planwright completions bash > ~/.local/share/bash-completion/completions/planwright")]
pub(super) struct Args {
    /// The shell.
    shell: Shell,
}

pub(super) fn completions(args: &Args, mut command: Command) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "planwright", &mut script);
    print(&String::from_utf8_lossy(&script));
    Outcome::Well
}

/// The manual page: the program's, then one section for each command.
pub(super) fn man(mut command: Command) -> Done {
    let mut page = Vec::new();
    let failed = |error: std::io::Error| Failure::new(error);
    command.build();
    clap_mangen::Man::new(command.clone())
        .render(&mut page)
        .map_err(failed)?;
    for sub in command
        .get_subcommands()
        .filter(|sub| sub.get_name() != "help")
    {
        let man = clap_mangen::Man::new(sub.clone());
        man.render_name_section(&mut page).map_err(failed)?;
        man.render_synopsis_section(&mut page).map_err(failed)?;
        man.render_options_section(&mut page).map_err(failed)?;
        man.render_extra_section(&mut page).map_err(failed)?;
    }
    print(&String::from_utf8_lossy(&page));
    Ok(Outcome::Well)
}
