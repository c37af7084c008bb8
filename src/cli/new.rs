//! `planwright new`: adds an item to the plan.

use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;

use crate::config::{Config, Kind};
use crate::diagnostic::did_you_mean;
use crate::pipeline;
use crate::plan::{FreeIds, Item, ItemIx, Plan, can_be_id, slug};

use super::failure::Failure;
use super::terminal::{self, print};
use super::{Done, Outcome, draft, load, today};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  planwright new goal \"Everybody finds a place to learn\"
  planwright new action \"Open the harbour branch\" --supports S3 --owner \"Maya Okafor\" --due 2027-03-31
  planwright new measure \"Visits a year\" --supports G1     (written as `measures: G1`)")]
pub(super) struct Args {
    /// The kind: goal, objective, strategy, action, milestone, measure, risk,
    /// contingency, or one of the plan's own.
    kind: String,
    /// The title.
    title: String,
    /// What it supports (for a measure: measures; a risk: threatens; a
    /// contingency: answers).
    #[arg(long, value_name = "ID")]
    supports: Vec<String>,
    /// Its id; else the next free number of its kind.
    #[arg(long)]
    id: Option<String>,
    /// Who is accountable.
    #[arg(long)]
    owner: Option<String>,
    /// When it is due: 2026-09-30, 2026-Q3, FY27.
    #[arg(long)]
    due: Option<String>,
    /// The plan's folder; else the nearest one upward with plan.toml or index.md.
    #[arg(long, value_name = "DIR")]
    plan: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Done {
    let folder = load::plan(args.plan.as_deref())?;
    let inputs = load::inputs(&folder, today::today(None)?)?;
    let plan = pipeline::check(&inputs).plan;
    let config = &inputs.config;
    let kind = kind(&args.kind, config)?;
    if let Some(due) = &args.due {
        crate::quantity::Period::parse(due, &config.fiscal).map_err(|wrong| Failure {
            message: wrong.message,
            help: wrong.help,
            faults: Vec::new(),
        })?;
    }
    let supports = parents(args, kind, &plan, config)?;
    let id = match &args.id {
        Some(id) => free(id, &plan)?,
        None => FreeIds::of(&plan, config).next(kind),
    };
    let name = format!("{}-{}.md", slug(&id), slug(&args.title));
    let path = folder.join(sibling_folder(kind, &plan, config)).join(name);
    draft::write_new(&path, &text(args, &id, kind, (&supports, config)))?;
    terminal::done(
        "Wrote",
        &format!("{} {id}:", config.kinds[kind].label.to_lowercase()),
    );
    print(&format!("{}\n", path.display()));
    Ok(Outcome::Well)
}

fn kind(name: &str, config: &Config) -> Result<Kind, Failure> {
    config.kinds.by_name(name).ok_or_else(|| {
        let names: Vec<&str> = config.kinds.iter().map(|kind| kind.name.as_str()).collect();
        let all = format!("the kinds are {}", names.join(", "));
        let help = did_you_mean(name, names.iter().copied());
        Failure::new(format!("there is no kind `{name}`")).help(help.unwrap_or(all))
    })
}

/// The ids given, as the plan writes them, each of a kind that fits.
fn parents(args: &Args, kind: Kind, plan: &Plan, config: &Config) -> Result<Vec<String>, Failure> {
    let field = field(kind, config);
    let mut ids = Vec::new();
    for written in &args.supports {
        let otherwise = "`planwright check` lists what is wrong with the plan";
        let at = load::item(plan, written, otherwise)?;
        let parent: &Item = &plan[at];
        if field == "supports" && !config.kinds.may_support(kind, parent.kind) {
            let def = &config.kinds[kind];
            let label = config.kinds[parent.kind].label.to_lowercase();
            return Err(Failure::new(format!(
                "{} supports nothing of the kind {label}, and {} is one",
                def.label, parent.id
            ))
            .help(format!("it may support: {}", def.supports.join(", "))));
        }
        ids.push(parent.id.clone());
    }
    Ok(ids)
}

/// The field that says what an item of that kind is for.
fn field(kind: Kind, config: &Config) -> &'static str {
    use crate::config::Role;
    match config.kinds[kind].role {
        Role::Measure => "measures",
        Role::Risk => "threatens",
        Role::Contingency => "answers",
        _ => "supports",
    }
}

fn free(id: &str, plan: &Plan) -> Result<String, Failure> {
    if !can_be_id(id) {
        return Err(Failure::new(format!("`{id}` cannot be an id"))
            .help("ids are letters, digits, `.`, `-` and `_`"));
    }
    match plan.find(id) {
        None => Ok(id.to_owned()),
        Some(taken) => Err(
            Failure::new(format!("the id `{id}` is taken")).help(format!(
                "it is that of \u{201c}{}\u{201d}; leave out --id for the next free one",
                plan[taken].title
            )),
        ),
    }
}

/// The folder in which the plan keeps items of that kind.
fn sibling_folder(kind: Kind, plan: &Plan, config: &Config) -> String {
    let last: Option<ItemIx> = plan
        .all()
        .filter(|(_, item)| item.kind == kind)
        .map(|(at, _)| at)
        .last();
    let path = last.map(|at| Path::new(&plan[at].body.path));
    let folder = path
        .and_then(Path::parent)
        .map(|folder| folder.to_string_lossy().into_owned());
    folder.unwrap_or_else(|| config.kinds[kind].folder.clone())
}

fn text(args: &Args, id: &str, kind: Kind, (supports, config): (&[String], &Config)) -> String {
    let mut lines = vec![
        "---".to_owned(),
        format!("id: {id}"),
        format!("title: {}", draft::scalar(&args.title)),
    ];
    match supports {
        [] => {}
        [one] => lines.push(format!("{}: {one}", field(kind, config))),
        several => lines.push(format!("{}: [{}]", field(kind, config), several.join(", "))),
    }
    if let Some(owner) = &args.owner {
        lines.push(format!("owner: {}", draft::scalar(owner)));
    }
    if let Some(due) = &args.due {
        lines.push(format!("due: {due}"));
    }
    lines.extend(["---".to_owned(), String::new()]);
    lines.join("\n")
}
