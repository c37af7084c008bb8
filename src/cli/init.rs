//! `planwright init`: starts a plan.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::failure::Failure;
use super::{Done, Outcome, draft, terminal, today};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  planwright init my-plan
  planwright build my-plan --out public")]
pub(super) struct Args {
    /// The folder of the new plan; it must be empty or not there yet.
    dir: PathBuf,
    /// The plan's title.
    #[arg(long, default_value = "Our plan")]
    title: String,
}

/// The files of a new plan. `{title}` and `{year}` stand for themselves.
const FILES: [(&str, &str); 6] = [
    ("plan.toml", include_str!("init/plan.toml")),
    ("index.md", include_str!("init/index.md")),
    ("goals/g1-first-goal.md", include_str!("init/goal.md")),
    (
        "strategies/s1-first-strategy.md",
        include_str!("init/strategy.md"),
    ),
    ("actions/a1-first-action.md", include_str!("init/action.md")),
    (
        "measures/m1-first-measure.md",
        include_str!("init/measure.md"),
    ),
];

pub(super) fn run(args: &Args) -> Done {
    let year = today::today(None)?.year();
    if holds_files(&args.dir) {
        let failure = Failure::new(format!("`{}` is not empty", args.dir.display()));
        return Err(failure.help("name a folder that is not there yet"));
    }
    for (path, text) in FILES {
        let text = text
            .replace("{title}", &args.title.replace('"', "'"))
            .replace("{next}", &(year + 1).to_string())
            .replace("{year}", &year.to_string());
        draft::write_new(&args.dir.join(path), &text)?;
    }
    let dir = args.dir.display();
    terminal::done(
        "Started",
        &format!("a plan in {dir}: {} files", FILES.len()),
    );
    terminal::note(&format!(
        "Now write in {dir}/index.md, then: planwright build {dir} --out public"
    ));
    Ok(Outcome::Well)
}

#[expect(
    clippy::disallowed_methods,
    reason = "a new plan must not fall among other files"
)]
fn holds_files(dir: &std::path::Path) -> bool {
    dir.is_file() || std::fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some())
}
