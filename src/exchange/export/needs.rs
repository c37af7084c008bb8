//! `needs.json`, the exchange file of sphinx-needs: each item is a need of its
//! kind's type, each relation a link of its field's name.
//!
//! What a project has to know to import it stands in the manual: the kinds as
//! `needs_types` and the relations as links.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::text::{self, markdown};
use crate::check::Subject;
use crate::exchange::plain;
use crate::plan::{Item, ItemIx, Relation};

/// The name of the only version that is in the file.
const VERSION: &str = "1";

/// The file.
pub fn write(subject: Subject<'_>) -> String {
    let plan = subject.plan;
    let ids = need_ids(subject);
    let needs = plan.all().map(|(at, item)| {
        let need = need(subject, (at, item), &ids);
        (ids[at.0].clone(), need)
    });
    let needs: Map<String, Value> = needs.collect();
    let file = json!({
        "project": text::title(subject),
        "current_version": VERSION,
        "versions": {
            VERSION: {
                "needs_amount": needs.len(),
                "needs": needs,
            }
        }
    });
    let text = serde_json::to_string_pretty(&file).expect("all keys are text");
    text + "\n"
}

/// The ids of all items as sphinx-needs takes them by default: at least five
/// capitals, digits and `_`, each once. The kind stands first.
fn need_ids(subject: Subject<'_>) -> Vec<String> {
    let mut taken = HashSet::new();
    let ids = subject.plan.each().map(|item| {
        let kind = &subject.config.kinds[item.kind].name;
        let keep = |c: char| match c.to_ascii_uppercase() {
            c @ ('A'..='Z' | '0'..='9') => c,
            _ => '_',
        };
        let id: String = format!("{kind}_{}", item.id).chars().map(keep).collect();
        let id = format!("{id:_<5}");
        let more = (2..).map(|number: usize| format!("{id}_{number}"));
        let mut free = std::iter::once(id.clone())
            .chain(more)
            .filter(|id| taken.insert(id.clone()));
        free.next().unwrap_or_default()
    });
    ids.collect()
}

/// A text as reStructuredText, which is what sphinx-needs takes content for: a
/// block of lines in which no sign has a meaning.
fn rst(text: &str) -> String {
    let line = |line: &str| {
        let mut out = String::from("|");
        for c in line.chars() {
            if out == "|" {
                out.push(' ');
            }
            if matches!(
                c,
                '\\' | '*' | '`' | '|' | '_' | '[' | ']' | ':' | '<' | '>'
            ) {
                out.push('\\');
            }
            out.push(c);
        }
        out
    };
    let lines: Vec<String> = text.lines().map(line).collect();
    lines.join("\n")
}

fn need(subject: Subject<'_>, (at, item): (ItemIx, &Item), ids: &[String]) -> Value {
    let kind = &subject.config.kinds[item.kind];
    let dates = &item.dates;
    let tags: Vec<&str> = item.tags.iter().map(|it| it.value.as_str()).collect();
    let mut need = json!({
        "id": ids[at.0],
        "type": kind.name,
        "type_name": kind.label,
        "title": item.title,
        "status": item.status.as_ref().map(|it| it.name.as_str()),
        "tags": tags,
        "content": rst(&plain::of_markdown(&markdown(subject, &item.body, &item.title))),
    });
    let fields = [
        ("owner", item.raci.owner.as_ref().map(|it| it.value.clone())),
        ("team", item.team.clone()),
        ("start", dates.start_day().map(|it| it.to_string())),
        ("due", dates.due_day().map(|it| it.to_string())),
        ("summary", item.summary.clone()),
    ];
    for (name, text) in fields {
        need[name] = json!(text.unwrap_or_default());
    }
    for relation in Relation::ALL {
        let to = subject.trace.graph.to(at, relation);
        let to: Vec<&str> = to.map(|to| ids[to.0].as_str()).collect();
        need[relation.field()] = json!(to);
    }
    need
}
