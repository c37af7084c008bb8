//! `planwright serve`: the site while the plan is being written, in a browser.

use clap::Args as ClapArgs;

use crate::drafting::{self, Draft};
use crate::serve::{BindError, Editor, Options, Server};

use super::failure::Failure;
use super::terminal::{self, Terminal};
use super::{Done, Outcome, following};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  planwright serve --open              this folder's plan, in the browser
  planwright serve my-plan --port 8080
  planwright serve --editor zed        findings open in Zed

The site is made in memory and written nowhere. A page that is open follows the plan as
its files are saved. Only this machine can see it, unless --host says otherwise. Ctrl-C
ends it.")]
pub(super) struct Args {
    #[command(flatten)]
    following: following::Args,
    /// The name or address to listen at; 0.0.0.0 for everybody on the network.
    #[arg(
        long,
        visible_alias = "bind",
        value_name = "ADDR",
        default_value = "127.0.0.1"
    )]
    host: String,
    /// The port to listen at; 0 for any that is free.
    #[arg(long, value_name = "PORT", default_value_t = 8000)]
    port: u16,
    /// Another name that leads here, for a server behind another one.
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    /// Open the site in the browser.
    #[arg(long)]
    open: bool,
    /// Which editor findings open in: vscode, vscodium, cursor, zed, idea, sublime,
    /// emacs, textmate, none, or an address with {file}, {line} and {column}.
    #[arg(long, value_name = "NAME|URL", default_value = "vscode", value_parser = Editor::named)]
    editor: Editor,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Done {
    let desk = args.following.desk(terminal, "Serving")?;
    let server = Server::bind(&Options {
        host: args.host.clone(),
        port: args.port,
        allowed: args.allow_host.clone(),
    });
    let server = server.map_err(|error| taken(&error))?;
    let url = server.url();
    terminal::done("Listening", &format!("at {url} (Ctrl-C ends)"));
    if args.open
        && let Err(error) = open::that_detached(&url)
    {
        terminal::note(&format!("warning: no browser could be opened: {error}"));
    }
    drafting::serve(Draft::open(desk), server, &args.editor)
        .map_err(|error| Failure::new(format!("the server cannot run: {error}")))?;
    Ok(Outcome::Well)
}

fn taken(error: &BindError) -> Failure {
    Failure::new(error).help(error.help())
}
