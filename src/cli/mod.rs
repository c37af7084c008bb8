//! The command line: arguments in, exit code out.
//!
//! Here alone the clock, the environment and the current folder are asked.

mod build;
mod check;
mod draft;
mod explain;
mod export;
mod failure;
mod fix;
mod following;
mod import;
mod init;
mod links;
mod load;
mod new;
mod progress;
mod publish;
mod schema;
mod select;
mod serve;
mod rename;
mod review;
mod rewrite;
mod shell;
mod terminal;
mod theme;
mod today;
mod trace;
mod watch;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use failure::Failure;
use terminal::Terminal;

/// Publishes strategic plans and action plans, written as Markdown, as a
/// cross-linked and checked site.
#[derive(Debug, Parser)]
#[command(
    name = "planwright",
    version,
    after_help = "Examples:
  planwright init my-plan                 start a plan
  planwright new action \"Open a branch\" --supports S1
  planwright build my-plan --out public   make the site, then open public/index.html
  planwright check my-plan                say everything that is wrong with it
  planwright explain T001                 say what a finding means

Exit codes: 0 all is well, 1 the plan has findings that matter, 2 could not run."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// When to use colour.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: terminal::Color,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make the site.
    Build(build::Args),
    /// Show the site in a browser while the plan is being written.
    Serve(serve::Args),
    /// Keep the site in a folder while the plan is being written.
    Watch(watch::Args),
    /// Bring the site to where its readers find it.
    Publish(publish::Args),
    /// Say everything that is wrong with the plan, and mend it on request.
    Check(check::Args),
    /// Say how well the plan holds together: coverage, matrices, chains.
    Trace(trace::Args),
    /// Ask the web whether what the plan links to is there.
    Links(links::Args),
    /// Say what a rule finds, why it matters and how to mend it.
    Explain(explain::Args),
    /// Start a plan in a new folder.
    Init(init::Args),
    /// Add an item to the plan.
    New(new::Args),
    /// Take over a plan from another tool's file.
    Import(import::Args),
    /// Write the plan in the format of another tool.
    Export(export::Args),
    /// Print the JSON Schema of what other commands print as JSON.
    Schema(schema::Args),
    /// Give an item another id, everywhere it is named.
    Rename(rename::Args),
    /// Record that items were reviewed, or list which have to be.
    Review(review::Args),
    /// List the files of the looks, and write out those that are to change.
    Theme(theme::Args),
    /// Print completions for a shell.
    Completions(shell::Args),
    /// Print the manual page.
    Man,
}

/// The program's arguments, for its reference.
pub fn command() -> clap::Command {
    Cli::command()
}

/// Runs the program with the arguments it was started with.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let terminal = Terminal::new(cli.color);
    let done = match cli.command {
        Command::Build(args) => build::run(&args, &terminal),
        Command::Serve(args) => serve::run(&args, &terminal),
        Command::Watch(args) => watch::run(&args, &terminal),
        Command::Publish(args) => publish::run(&args, &terminal),
        Command::Check(args) => check::run(&args, &terminal),
        Command::Trace(args) => trace::run(&args),
        Command::Links(args) => links::run(&args),
        Command::Schema(args) => Ok(schema::run(&args)),
        Command::Explain(args) => explain::run(&args),
        Command::Init(args) => init::run(&args),
        Command::New(args) => new::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Export(args) => export::run(&args, &terminal),
        Command::Rename(args) => rename::run(&args),
        Command::Review(args) => review::run(&args, &terminal),
        Command::Theme(args) => theme::run(&args),
        Command::Completions(args) => Ok(shell::completions(&args, Cli::command())),
        Command::Man => shell::man(Cli::command()),
    };
    match done {
        Ok(Outcome::Well) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(failure) => {
            terminal::failure(&failure);
            ExitCode::from(2)
        }
    }
}

/// How a command ended that could run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Well,
    /// The plan has findings that matter.
    Findings,
}

type Done = Result<Outcome, Failure>;
