//! Giving an item another id, everywhere it is named.
//!
//! All is planned here before anything is written, and the plan is checked as
//! it would be: what would be wrong then and is not now keeps the old id.

mod edits;
mod path;
mod proof;
mod reviews;

use crate::check::{BASELINE, baseline_renamed};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Edit, Files, code, did_you_mean};
use crate::mend::{self, Change};
use crate::pipeline::{self, Checked, Inputs};
use crate::plan::{Item, ItemIx, Plan, Target, can_be_id};
use crate::source::SourceSet;

/// What has to be written to give an item another id.
#[derive(Debug)]
pub struct Renaming {
    /// The files that change.
    pub changes: Vec<Change>,
    /// How many times the item was named by its old id elsewhere.
    pub places: usize,
    /// Places that only a person should change, as `path:line`; the old id
    /// still leads to the item there.
    pub left: Vec<String>,
}

/// Why an item cannot have another id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// A lower-case sentence.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Refusal {
    fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: None,
        }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The item that gets another id, with all there is to know about it.
struct Task<'a> {
    plan: &'a Plan,
    config: &'a Config,
    sources: &'a SourceSet,
    at: ItemIx,
    old: &'a str,
    new: &'a str,
}

impl<'a> Task<'a> {
    fn item(&self) -> &'a Item {
        &self.plan[self.at]
    }

    /// Whether only the case of letters changes.
    fn is_same_id(&self) -> bool {
        self.old.to_lowercase() == self.new.to_lowercase()
    }
}

/// What has to be written so that the item `old` is called `new`.
///
/// # Errors
///
/// When there is no such item, when the new id is taken or is none, and when
/// the plan cannot be read well enough or would be worse for it.
pub fn rename(inputs: &Inputs, old: &str, new: &str) -> Result<Renaming, Refusal> {
    // What was wrong with the files is the same before and after.
    let inputs_now = Inputs {
        problems: Vec::new(),
        ..inputs.clone()
    };
    let before = pipeline::check(&inputs_now);
    let at = find(&before.plan, old)?;
    let task = Task {
        plan: &before.plan,
        config: &inputs.config,
        sources: &inputs.sources,
        at,
        old: &before.plan[at].id,
        new,
    };
    may_be_called(&task)?;
    is_readable(&task, before.diagnostics.iter().chain(&inputs.problems))?;
    let planned = edits::all(&task)?;
    let changes = changes(&task, &planned.edits, path::moved(&task)?);
    let changes = proof::holds(&task, &before, &inputs_now, changes)?;
    Ok(Renaming {
        changes,
        places: planned.places,
        left: planned.left,
    })
}

/// The files that the edits change, and the item's own under its new path.
fn changes(task: &Task<'_>, edits: &[Edit], moved: Option<String>) -> Vec<Change> {
    let chosen = mend::choose(edits.iter().map(std::slice::from_ref));
    let change = |(source, edits): (_, Vec<Edit>)| {
        let before = task.sources.source(source).text.clone();
        let path = task.sources.path(source).to_owned();
        Change {
            to: path.clone(),
            path,
            after: mend::applied(&before, &edits),
            before: Some(before),
        }
    };
    let mut changes: Vec<Change> = chosen.files().map(change).collect();
    changes.extend(baseline(task, moved.as_deref()));
    if let Some(to) = moved {
        path::move_to(&mut changes, task.item(), task.sources, to);
    }
    // First the item, with its old id among its aliases: whatever happens
    // after that, every id still leads to it.
    let path = &task.item().body.path;
    changes.sort_by_key(|change| change.path != *path);
    changes
}

/// The baseline, which knows findings by files and ids.
fn baseline(task: &Task<'_>, moved: Option<&str>) -> Option<Change> {
    let source = task.sources.by_path(BASELINE)?;
    let path = task.item().body.path.as_str();
    let paths = [path, moved.unwrap_or(path)];
    let after = baseline_renamed(&source.text, paths, [task.old, task.new]);
    (*source.text != after).then(|| Change {
        path: BASELINE.to_owned(),
        to: BASELINE.to_owned(),
        before: Some(source.text.clone()),
        after,
    })
}

fn find(plan: &Plan, old: &str) -> Result<ItemIx, Refusal> {
    let Some(at) = plan.find(old) else {
        let refusal = Refusal::new(format!("there is no item `{old}`"));
        let near = did_you_mean(old, plan.ids());
        return Err(refusal.help(near.unwrap_or_else(|| {
            "`planwright check` lists what is wrong with the plan".to_owned()
        })));
    };
    let id = &plan[at].id;
    if id.to_lowercase() == old.to_lowercase() {
        return Ok(at);
    }
    Err(
        Refusal::new(format!("`{old}` is an old id of {id}")).help(format!(
            "give {id} another id, as `planwright rename {id} …`"
        )),
    )
}

/// Whether the new id is one, is free, and means nothing else yet.
fn may_be_called(task: &Task<'_>) -> Result<(), Refusal> {
    let new = task.new;
    if !can_be_id(new) {
        return Err(Refusal::new(format!("`{new}` cannot be an id"))
            .help("ids are letters, digits, `.`, `-` and `_`"));
    }
    if new == task.old {
        return Err(Refusal::new(format!("{new} has this id already")));
    }
    if let Some(taken) = task.plan.find(new).filter(|taken| *taken != task.at) {
        let title = &task.plan[taken].title;
        return Err(Refusal::new(format!("the id `{new}` is taken"))
            .help(format!("it is that of \u{201c}{title}\u{201d}")));
    }
    let named_so = |name: &str| name.trim().to_lowercase() == new.to_lowercase();
    for (place, body) in task.plan.bodies() {
        let mut others = task.plan.links(place).filter(|(link, target)| {
            let is_page = matches!(target, Target::Text { .. } | Target::Fact(_));
            named_so(&link.target) && is_page && task.plan.find(&link.target).is_none()
        });
        if others.next().is_some() {
            return Err(Refusal::new(format!(
                "`[[{new}]]` in `{}` leads elsewhere already",
                body.path
            ))
            .help("choose another id, or write that link with a path"));
        }
    }
    Ok(())
}

/// Whether every file that may name the item could be read, and the id is
/// nobody else's.
fn is_readable<'d>(
    task: &Task<'_>,
    mut found: impl Iterator<Item = &'d Diagnostic>,
) -> Result<(), Refusal> {
    let old = task.old.to_lowercase();
    let causes = [&code::UNREADABLE_FILE, &code::INVALID_FRONT_MATTER];
    let in_the_way = found.find(|found| {
        let place = found.primary.as_ref().map(|label| label.span.source);
        let names = |file| task.sources.text(file).to_lowercase().contains(&old);
        let is_unread = causes.contains(&found.code) && place.is_some_and(names);
        let subject = found.subject.as_deref().unwrap_or_default();
        let is_double = found.code == &code::DUPLICATE_ID && subject.to_lowercase() == old;
        is_unread || is_double
    });
    let Some(found) = in_the_way else {
        return Ok(());
    };
    let path = found.primary.as_ref().map(|label| label.span.source);
    let path = path.map_or("", |file| task.sources.path(file));
    Err(Refusal::new(format!(
        "`{path}` may name {}, and cannot be read: {}",
        task.old, found.message
    ))
    .help("mend what `planwright check` says of this file first"))
}

/// The item of the new plan and whether it is what it was.
fn is_kept(before: &Checked, at: ItemIx, after: &Checked, new: &str) -> bool {
    let found = after.plan.find(new).map(|at| &after.plan[at]);
    let same = found.is_some_and(|item| item.id == new && item.kind == before.plan[at].kind);
    same && before.plan.items.len() == after.plan.items.len()
}

fn edit_at(place: crate::diagnostic::Span, text: &str) -> Edit {
    Edit {
        span: place,
        text: text.to_owned(),
    }
}
