//! Findings about items that refer to one another in a circle.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::plan::{ItemIx, Relation};

use super::{Subject, words};

/// How many items and references of a circle are shown.
const SHOWN: usize = 20;

/// The circles of a relation and where their references are written.
pub(super) struct Circles<'a> {
    subject: Subject<'a>,
    relation: Relation,
    places: BTreeMap<(ItemIx, ItemIx), Span>,
}

impl<'a> Circles<'a> {
    pub fn new(subject: Subject<'a>, relation: Relation) -> Self {
        let stated = subject.plan.stated(relation);
        let places = stated.map(|(reference, to)| ((reference.from, to), reference.written.span));
        Self {
            subject,
            relation,
            places: places.collect(),
        }
    }

    /// A finding about a circle: its items, and what is said of them. It points
    /// at the references of the circle, the first of many.
    pub fn found(&self, code: &'static Code, cycle: &[ItemIx], says: &str) -> Diagnostic {
        let id = |item: ItemIx| self.subject.plan[item].id.as_str();
        let round = cycle.iter().chain(cycle.first());
        let mut ids: Vec<&str> = round.clone().map(|item| id(*item)).collect();
        if ids.len() > SHOWN {
            ids.splice(SHOWN / 2..ids.len() - SHOWN / 2, ["\u{2026}"]);
        }
        let message = format!("{} {says}", ids.join(" \u{2192} "));
        let mut found = Diagnostic::new(code, message);
        for (from, to) in cycle.iter().zip(round.skip(1)).take(SHOWN) {
            let Some(place) = self.places.get(&(*from, *to)) else {
                continue;
            };
            let label = format!("{} {} {}", id(*from), words::does(self.relation), id(*to));
            found = match found.primary {
                None => found.at(*place, label).about(id(*from)),
                Some(_) => found.also(*place, label),
            };
        }
        found
    }
}
