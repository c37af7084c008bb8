//! From a folder to what a build depends on.

use std::path::{Path, PathBuf};

use globset::{Glob, GlobSet, GlobSetBuilder};

use crate::config::{self, Config};
use crate::diagnostic::{SourceId, Span, did_you_mean};
use crate::pipeline::Inputs;
use crate::plan::{ItemIx, Plan};
use crate::quantity::Date;
use crate::source::{Source, SourceSet};
use crate::value::{Table, parse_toml};

use super::failure::Failure;

/// Reads the plan folder and its settings.
pub(super) fn inputs(folder: &Path, today: Date) -> Result<Inputs, Failure> {
    if !folder.is_dir() {
        let failure = Failure::new(format!("there is no folder `{}`", folder.display()));
        return Err(failure.help("start a plan there with `planwright init`"));
    }
    let (mut sources, mut problems) = SourceSet::open(folder);
    let settings = match sources.by_path("plan.toml") {
        Some(source) => {
            let (table, found) = parse_toml(source.id, &source.text, 0);
            problems.extend(found);
            table
        }
        None => Table::empty(Span::file(SourceId(0))),
    };
    let (config, found) = config::read(&settings);
    problems.extend(found);
    problems.extend(sources.read_rest(&ignored(&config)));
    let texts = sources.sources.iter().any(Source::is_markdown);
    if !texts {
        let failure = Failure::new(format!("there is no plan in `{}`", folder.display()));
        return Err(
            failure.help("a plan is a folder of Markdown files; `planwright init DIR` starts one")
        );
    }
    Ok(Inputs {
        sources,
        config,
        problems,
        today,
    })
}

/// The patterns of `plan.ignore`; those that are none were reported.
fn ignored(config: &Config) -> GlobSet {
    let mut set = GlobSetBuilder::new();
    for pattern in &config.ignore {
        if let Ok(glob) = Glob::new(pattern) {
            set.add(glob);
        }
    }
    set.build().unwrap_or_default()
}

/// The plan that is named, else the nearest folder upward from the current
/// one that holds `plan.toml` or `index.md`.
pub(super) fn plan(named: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(named) = named {
        return Ok(named.to_owned());
    }
    #[expect(
        clippy::disallowed_methods,
        reason = "the command line asks where it is"
    )]
    let here = std::env::current_dir()
        .map_err(|error| Failure::new(format!("no current folder: {error}")))?;
    let is_plan =
        |folder: &&Path| folder.join("plan.toml").is_file() || folder.join("index.md").is_file();
    let found = here.ancestors().find(is_plan).ok_or_else(|| {
        Failure::new(
            "no plan here: neither this folder nor one above it holds plan.toml or index.md",
        )
        .help("name the plan's folder, or start one with `planwright init DIR`")
    })?;
    Ok(if found == here {
        PathBuf::from(".")
    } else {
        found.to_owned()
    })
}

/// The item of an id that was given; where no id is near, what else to do.
pub(super) fn item(plan: &Plan, id: &str, otherwise: &str) -> Result<ItemIx, Failure> {
    plan.find(id).ok_or_else(|| {
        let failure = Failure::new(format!("there is no item `{id}`"));
        failure.help(did_you_mean(id, plan.ids()).unwrap_or_else(|| otherwise.to_owned()))
    })
}

/// What stands before the plan's own paths when seen from the current folder.
pub(super) fn prefix(folder: &Path) -> String {
    match folder.to_string_lossy().trim_end_matches('/') {
        "" | "." => String::new(),
        path => format!("{path}/"),
    }
}
