//! Which theme a site is made with.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Fault, did_you_mean};
use crate::pipeline::Inputs;
use crate::theme::{BUILT_IN, BuiltIn, Theme, ThemeError};

use super::super::failure::Failure;
use super::{load, themes};

/// A built-in theme under the plan's own `theme` folder, under the one of
/// `plan.toml`, under the one named. A built-in theme that is named stands
/// alone, with nothing of the plan's but its words.
pub(in crate::cli) fn choose(
    plan: &Path,
    inputs: &Inputs,
    named: Option<&str>,
) -> Result<Theme, Failure> {
    let set = inputs.config.site.theme.as_ref();
    let set_built_in = set.and_then(|name| BuiltIn::named(name));
    let mut folders: Vec<PathBuf> = Vec::new();
    folders.extend(Some(inside(plan, "theme")).filter(|own| own.is_dir()));
    if let Some(name) = set.filter(|_| set_built_in.is_none()) {
        let folder = inside(plan, &name.value);
        if !folder.is_dir() {
            return Err(unknown(plan, inputs));
        }
        folders.push(folder);
    }
    folders.dedup();
    if let Some(alone) = named.and_then(BuiltIn::named) {
        let mut theme = Theme::built_in(alone);
        for folder in &folders {
            theme = theme.with_words_of(folder).map_err(unreadable)?;
        }
        return Ok(theme);
    }
    if let Some(name) = named {
        let folder = PathBuf::from(name);
        if !folder.is_dir() {
            let failure = Failure::new(format!("there is no theme `{name}`"));
            return Err(failure.help(meant(name)));
        }
        folders.push(folder);
    }
    let mut theme = Theme::built_in(set_built_in.unwrap_or(&BUILT_IN[0]));
    for folder in &folders {
        theme = theme.overridden_by(folder).map_err(unreadable)?;
    }
    Ok(theme)
}

/// The folders that a site's looks may come from, there or not.
pub(in crate::cli) fn folders(plan: &Path, inputs: &Inputs, named: Option<&str>) -> Vec<PathBuf> {
    let set = inputs.config.site.theme.as_ref();
    let of_plan = std::iter::once("theme").chain(set.map(|set| set.as_str()));
    let of_plan = of_plan.map(|name| inside(plan, name));
    of_plan.chain(named.map(PathBuf::from)).collect()
}

/// A folder of the plan, as people would write it.
pub(in crate::cli) fn inside(plan: &Path, name: &str) -> PathBuf {
    if plan == Path::new(".") {
        PathBuf::from(name)
    } else {
        plan.join(name)
    }
}

fn unreadable(error: ThemeError) -> Failure {
    Failure::new(error).help("a theme is a folder with `templates`, `assets` and `words`")
}

/// What was probably meant by a name that is no theme's.
fn meant(name: &str) -> String {
    let near = did_you_mean(name, BUILT_IN.iter().map(|theme| theme.name));
    let near = near.map(|near| format!("{near} ")).unwrap_or_default();
    format!("{near}{}; else name a folder", themes())
}

/// The theme of `plan.toml` is neither built in nor a folder.
fn unknown(plan: &Path, inputs: &Inputs) -> Failure {
    let Some(set) = &inputs.config.site.theme else {
        return Failure::new("there is no theme");
    };
    let source = inputs.sources.source(set.span.source);
    let fault = Fault {
        path: format!("{}{}", load::prefix(plan), source.path),
        place: Some((set.span.start(), set.span.end())),
        text: source.text.to_string(),
        message: format!("there is no theme `{}`", set.value),
        label: "neither built in nor a folder of the plan".to_owned(),
        help: vec![format!("{} of the plan", meant(set))],
        note: None,
    };
    Failure::new("nothing was made").of(vec![fault])
}
