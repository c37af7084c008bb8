//! Every place that names an item, with what is to stand there.

use crate::diagnostic::{Edit, Files, Span};
use crate::document::{self, Link, LinkForm};
use crate::mend::{Field, Matter};
use crate::plan::{Body, Place, Target};
use crate::source::Source;

use super::{Refusal, Task, edit_at, path};

/// The edits to make, and what is left to people.
pub(super) struct Planned {
    pub edits: Vec<Edit>,
    pub places: usize,
    pub left: Vec<String>,
}

/// The edits of front matter, texts and links to the file.
pub(super) fn all(task: &Task<'_>) -> Result<Planned, Refusal> {
    let mut planned = Planned {
        edits: Vec::new(),
        places: 0,
        left: Vec::new(),
    };
    names(task, &mut planned);
    if path::moves(task) {
        links_to_file(task, &mut planned);
    }
    // Several links may lead by one definition.
    planned.edits.sort_unstable();
    planned.edits.dedup();
    planned.places = planned.edits.len();
    planned.edits.extend(own_id(task)?);
    planned.edits.extend(alias(task)?);
    Ok(planned)
}

/// Where the item is named by the old id.
fn names(task: &Task<'_>, planned: &mut Planned) {
    let old = task.old.to_lowercase();
    let namings = task.plan.namings(task.config, task.sources);
    let namings =
        namings.filter(|naming| naming.item == task.at && naming.written.to_lowercase() == old);
    for naming in namings {
        match naming.renamed(task.new, task.sources) {
            Some(edit) => planned.edits.push(edit),
            None => planned.left.push(shown(task, naming.within)),
        }
    }
}

fn shown(task: &Task<'_>, span: Span) -> String {
    let (line, _) = task.sources.position(span.source, span.start());
    format!("{}:{line}", task.sources.path(span.source))
}

/// The item's own `id:`.
fn own_id(task: &Task<'_>) -> Result<Option<Edit>, Refusal> {
    let document = &task.item().body.document;
    let Some(entry) = document.matter.get("id") else {
        return Ok(None);
    };
    let source = task.sources.source(document.source);
    let span = crate::mend::words_within(source, entry.value.span, task.old);
    let span = span.ok_or_else(|| {
        let message = format!("the id of {} is written in an uncommon way", task.old);
        Refusal::new(message).help(format!("write `id: {}` first", task.old))
    })?;
    let notation = Matter::of(source, document).notation();
    Ok(Some(if span == entry.value.span {
        edit_at(span, &notation.word(task.new))
    } else {
        edit_at(span, task.new)
    }))
}

/// The old id among the item's aliases.
fn alias(task: &Task<'_>) -> Result<Vec<Edit>, Refusal> {
    let item = task.item();
    let old = task.old.to_lowercase();
    let is_there = item.aliases.iter().any(|it| it.to_lowercase() == old);
    if is_there || task.is_same_id() {
        return Ok(Vec::new());
    }
    let document = &item.body.document;
    let matter = Matter::of(task.sources.source(document.source), document);
    let edits = matter.with(Field::Among("aliases", task.old));
    edits.ok_or_else(|| {
        let message = format!("`aliases` of {} cannot be added to", task.old);
        Refusal::new(message).help(format!("write `aliases: [{}]` there first", task.old))
    })
}

/// Links that lead to the item by the name of its file.
fn links_to_file(task: &Task<'_>, planned: &mut Planned) {
    for (place, body) in task.plan.bodies() {
        let links = task.plan.links(place);
        let to_item = Place::Item(task.at);
        let links = links.filter(
            |(_, target)| matches!(target, Target::Text { place, .. } if *place == to_item),
        );
        // By an id, it was seen to already.
        let by_path = |link: &Link| {
            link.form != LinkForm::Wiki || task.plan.find(link.target.trim()).is_none()
        };
        for (link, _) in links.filter(|(link, _)| by_path(link)) {
            let source = task.sources.source(link.span.source);
            let found: Vec<Edit> = match Body::file_name_in(link, &source.text) {
                Some((name, span)) => path::renamed(task, name)
                    .map(|name| edit_at(span, &name))
                    .into_iter()
                    .collect(),
                None => definitions(task, link, source, body),
            };
            if found.is_empty() {
                planned.left.push(shown(task, link.span));
            }
            planned.edits.extend(found);
        }
    }
}

/// The lines `[name]: path` that a link may lead by.
fn definitions(task: &Task<'_>, link: &Link, source: &Source, body: &Body) -> Vec<Edit> {
    let code = document::code(&source.text);
    let path = link.target.split('?').next().unwrap_or_default();
    let from = path.rfind('/').map_or(0, |at| at + 1);
    let Some(name) = path::renamed(task, &path[from..]) else {
        return Vec::new();
    };
    let mut edits = Vec::new();
    let mut start = body.document.body.start;
    for line in source.text[start..].split_inclusive('\n') {
        let at = line.find("]:").map(|at| at + 2);
        let at = at.filter(|_| line.trim_start().starts_with('['));
        let target = at.map(|at| at + line[at..].len() - line[at..].trim_start().len());
        let target = target.map(|at| at + usize::from(line[at..].starts_with('<')));
        if let Some(at) = target.filter(|at| leads_to(&line[*at..], &link.target)) {
            let range = start + at + from..start + at + path.len();
            if !code.hold(&range) {
                edits.push(edit_at(Span::new(source.id, range.start, range.end), &name));
            }
        }
        start += line.len();
    }
    edits
}

/// Whether a definition's path is this one, and no longer one.
fn leads_to(line: &str, target: &str) -> bool {
    let rest = line.strip_prefix(target);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n', '#', '>']))
}
