//! Which targets are meant.

use std::path::{Path, PathBuf};

use crate::config::{Config, Delivered, Place, Target};
use crate::diagnostic::did_you_mean;
use crate::publish::{PublishError, Trouble};

use super::super::failure::Failure;
use super::super::{load, theme};

/// The plan's folder, and the names that follow. What looks like neither a path
/// nor a plan is the name of a target.
pub(super) fn split(names: &[String]) -> Result<(PathBuf, &[String]), Failure> {
    let is_plan = |name: &String| {
        let path = Path::new(name);
        let holds = |file: &str| path.join(file).is_file();
        name.starts_with('.')
            || name.contains(['/', '\\'])
            || holds("plan.toml")
            || holds("index.md")
    };
    match names.split_first() {
        Some((plan, rest)) if is_plan(plan) => Ok((load::plan(Some(Path::new(plan)))?, rest)),
        _ => Ok((load::plan(None)?, names)),
    }
}

/// The targets of these names, each once, else the only one.
pub(super) fn choose<'t>(
    names: &[String],
    targets: &'t [Target],
) -> Result<Vec<&'t Target>, Failure> {
    let known = || targets.iter().map(|target| target.name.as_str());
    let all = known().collect::<Vec<_>>().join(", ");
    if targets.is_empty() {
        let failure = Failure::new("plan.toml names no place to publish to");
        return Err(failure.help(
            "add a section such as `[publish.web]` with `kind = \"folder\"` and \
             `path = \"/srv/www/plan\"`",
        ));
    }
    if names.is_empty() {
        return match targets {
            [only] => Ok(vec![only]),
            _ => Err(Failure::new("plan.toml names several places to publish to")
                .help(format!("name one or more of them: {all}"))),
        };
    }
    let mut chosen: Vec<&Target> = Vec::new();
    for name in names {
        let target = targets.iter().find(|target| target.name == *name);
        let target = target.ok_or_else(|| {
            let near = did_you_mean(name, known());
            let near = near.map(|near| format!("{near} ")).unwrap_or_default();
            Failure::new(format!("there is no target `{name}`"))
                .help(format!("{near}(plan.toml has {all})").trim().to_owned())
        })?;
        if !chosen.iter().any(|it| it.name == target.name) {
            chosen.push(target);
        }
    }
    Ok(chosen)
}

/// The edition that a target gets; none where it gets the whole plan. A plan
/// that names audiences is not delivered whole by oversight.
pub(super) fn edition(target: &Target, config: &Config) -> Result<Option<String>, Failure> {
    match &target.edition {
        Some(Delivered::Edition(name)) => Ok(Some(name.clone())),
        Some(Delivered::Whole) => Ok(None),
        None if config.audiences.order.is_empty() => Ok(None),
        None => {
            let message = format!("`{}` does not say which edition it gets", target.name);
            let names = config.editions.iter().map(|it| it.name.as_str());
            let names: Vec<&str> = names.chain(["whole"]).collect();
            Err(Failure::new(message).help(format!(
                "this plan is not for everybody: add `edition = \"…\"` to `[publish.{}]`, one of {}",
                target.name,
                names.join(", ")
            )))
        }
    }
}

/// Whether what is sent can be read on its way, and the way leads out of this
/// machine.
pub(super) fn sends_in_the_clear(target: &Target) -> bool {
    let address = match &target.place {
        Place::WebDav { url } => url,
        Place::S3 {
            endpoint: Some(endpoint),
            ..
        } => endpoint,
        _ => return false,
    };
    let host = address.strip_prefix("http://");
    let is_here = |host: &str| {
        let here = ["localhost", "127.", "[::1]"];
        here.iter().any(|it| host.starts_with(it))
    };
    host.is_some_and(|host| !is_here(host))
}

/// The folder of a target, which plan.toml sees from the plan's folder.
pub(super) fn folder(plan: &Path, path: &str) -> Result<PathBuf, PublishError> {
    let folder = theme::inside(plan, path);
    let (plan, real) = (plan.canonicalize(), folder.canonicalize());
    let holds_plan = plan.is_ok_and(|plan| real.is_ok_and(|real| plan.starts_with(real)));
    if holds_plan {
        return Err(PublishError {
            place: format!("`{}`", folder.display()),
            why: Trouble::HoldsPlan,
        });
    }
    Ok(folder)
}
