//! From a folder to what a build depends on.

use std::path::{Path, PathBuf};

use crate::config::Edition;
use crate::diagnostic::did_you_mean;
use crate::edition::Imprint;
use crate::pipeline::{self, Inputs};
use crate::plan::{ItemIx, Plan};
use crate::quantity::Date;
use crate::source::{Source, SourceSet};

use super::failure::Failure;

/// Reads the plan folder and its settings.
pub(super) fn inputs(folder: &Path, today: Date) -> Result<Inputs, Failure> {
    if !folder.is_dir() {
        let failure = Failure::new(format!("there is no folder `{}`", folder.display()));
        return Err(failure.help("start a plan there with `planwright init`"));
    }
    let (mut sources, mut problems) = SourceSet::open(folder);
    let (config, found) = pipeline::settings(&sources);
    problems.extend(found);
    problems.extend(sources.read_rest(&config.ignored()));
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
        imprint: Imprint::default(),
    })
}

/// Chooses the edition that is to be made.
pub(super) fn edition(inputs: &mut Inputs, name: Option<&str>) -> Result<(), Failure> {
    let Some(name) = name else { return Ok(()) };
    Edition::named(&inputs.config.editions, name).map_err(|wrong| {
        let failure = Failure::new(wrong.message);
        failure.help(wrong.help.unwrap_or_default())
    })?;
    inputs.imprint.edition = Some(name.to_owned());
    Ok(())
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
