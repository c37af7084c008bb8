//! Who leads to whom, as a drawing in text: DOT for Graphviz, and Mermaid.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::check::Subject;
use crate::plan::{ItemIx, Reference, Relation};

/// The graph in the language of Graphviz.
pub fn dot(subject: Subject<'_>) -> String {
    let quoted = |text: &str| {
        let text = text.replace('\\', "\\\\").replace('"', "\\\"");
        format!("\"{}\"", text.replace(['\n', '\r'], " "))
    };
    let mut out = "digraph plan {\n  rankdir=BT;\n  node [shape=box, style=rounded];\n".to_owned();
    for (number, (label, items)) in by_kind(subject).into_iter().enumerate() {
        let _ = writeln!(
            out,
            "  subgraph cluster_{number} {{\n    label={};",
            quoted(label)
        );
        for at in items {
            let item = &subject.plan[at];
            let label = quoted(&format!("{} {}", item.id, item.title));
            let _ = writeln!(out, "    {} [label={label}];", quoted(&item.id));
        }
        out.push_str("  }\n");
    }
    for (reference, to) in references(subject) {
        let (from, to) = (&subject.plan[reference.from], &subject.plan[to]);
        let style = match reference.relation {
            Relation::Supports => String::new(),
            other => format!(" [label={}, style=dashed]", quoted(other.field())),
        };
        let _ = writeln!(out, "  {} -> {}{style};", quoted(&from.id), quoted(&to.id));
    }
    out.push_str("}\n");
    out
}

/// The graph in the language of Mermaid.
pub fn mermaid(subject: Subject<'_>) -> String {
    let label = |text: &str| {
        let odd = |c: char| matches!(c, '"' | '#' | '&' | '<' | '>' | '`' | '\\');
        let mut out = String::from("\"");
        for c in text.chars() {
            match c {
                '\n' | '\r' => out.push(' '),
                c if odd(c) => {
                    let _ = write!(out, "#{};", u32::from(c));
                }
                c => out.push(c),
            }
        }
        out.push('"');
        out
    };
    let mut out = "flowchart BT\n".to_owned();
    for (number, (kind, items)) in by_kind(subject).into_iter().enumerate() {
        let _ = writeln!(out, "  subgraph k{number} [{}]", label(kind));
        for at in items {
            let item = &subject.plan[at];
            let label = label(&format!("{} {}", item.id, item.title));
            let _ = writeln!(out, "    n{}[{label}]", at.0);
        }
        out.push_str("  end\n");
    }
    for (reference, to) in references(subject) {
        let (from, to) = (reference.from.0, to.0);
        let arrow = match reference.relation {
            Relation::Supports => "-->".to_owned(),
            other => format!("-. {} .->", other.field()),
        };
        let _ = writeln!(out, "  n{from} {arrow} n{to}");
    }
    out
}

/// The items of each kind, in the order of the plan.
fn by_kind(subject: Subject<'_>) -> Vec<(&str, Vec<ItemIx>)> {
    let mut kinds = BTreeMap::new();
    for (at, item) in subject.plan.all() {
        kinds.entry(item.kind).or_insert_with(Vec::new).push(at);
    }
    let kinds = kinds.into_iter();
    kinds
        .map(|(kind, items)| (subject.config.kinds[kind].plural.as_str(), items))
        .collect()
}

/// What refers to what, where both are there.
fn references(subject: Subject<'_>) -> impl Iterator<Item = (&Reference, ItemIx)> {
    let all = subject.plan.references.iter();
    all.filter_map(|reference| Some((reference, reference.to?)))
}
