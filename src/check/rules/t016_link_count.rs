//! T016 link-count: fewer or more links than the plan's settings ask for.

use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::diagnostic::{Diagnostic, Span, code};
use crate::plan::{Item, ItemIx, Relation};

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::LINK_COUNT,
    finds: "An item with fewer or more links than `[kinds.NAME.links]` in `plan.toml` asks for, as in \
            `supports = {max = 2}` or `measured_by = {min = 1}`. Dropped items are not looked at, \
            and links from or to them do not count.",
    why: "The plan's authors have agreed on it: that every goal has two measures, or that no action \
          serves more than two strategies. This is where they see that it holds.",
    bad: &[
        ("plan.toml", "[kinds.goal.links]\nmeasured_by = {min = 1}\n"),
        GOAL,
        STRATEGY,
        ACTION,
    ],
    good: &[
        ("plan.toml", "[kinds.goal.links]\nmeasured_by = {min = 1}\n"),
        GOAL,
        STRATEGY,
        ACTION,
        (
            "measures/M1.md",
            "---\nmeasures: G1\n---\n# Minutes of waiting\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for (at, item) in subject.plan.all().filter(|(_, item)| !item.is_dropped()) {
        for limits in &subject.config.kinds[item.kind].links {
            let Some(links) = Links::of(subject, at, &limits.name) else {
                continue;
            };
            let few = limits
                .min
                .filter(|min| links.count + links.unknown < *min as usize);
            let many = limits.max.filter(|max| links.count > *max as usize);
            let found = few.map(|min| links.too_few(item, min));
            let found = found.or_else(|| many.map(|max| links.too_many(subject, at, max)));
            if let Some(found) = found {
                findings.add(found.also(limits.place, "asked for here"));
            }
        }
    }
}

/// The links of an item by one name.
struct Links {
    relation: Relation,
    /// Whether the item states them itself.
    own: bool,
    /// How many there are, without those from or to dropped items.
    count: usize,
    /// How many lead to ids that do not exist.
    unknown: usize,
}

impl Links {
    fn of(subject: Subject<'_>, at: ItemIx, name: &str) -> Option<Self> {
        let mut relations = Relation::ALL.into_iter();
        let relation = relations.find(|it| [it.field(), it.reverse()].contains(&name))?;
        let own = relation.field() == name;
        let graph = &subject.trace.graph;
        let counts = |it: &ItemIx| *it != at && !subject.plan[*it].is_dropped();
        let count = if own {
            graph.to(at, relation).filter(counts).count()
        } else {
            graph.from(at, relation).filter(counts).count()
        };
        let stated = subject.plan.references_of(at).iter();
        let unknown = stated.filter(|it| own && it.relation == relation && it.to.is_none());
        Some(Self {
            relation,
            own,
            count,
            unknown: unknown.count(),
        })
    }

    fn too_few(&self, item: &Item, min: u32) -> Diagnostic {
        let (id, field) = (&item.id, self.relation.field());
        let message = format!(
            "{}, and at least {} asked for",
            self.counted(id),
            words::so_many(min)
        );
        let found = Findings::about(&code::LINK_COUNT, item, message);
        found.help(if self.own {
            format!("add ids to `{field}`")
        } else {
            format!("add `{field}: {id}` to other items")
        })
    }

    fn too_many(&self, subject: Subject<'_>, at: ItemIx, max: u32) -> Diagnostic {
        let item = &subject.plan[at];
        let (id, field) = (&item.id, self.relation.field());
        let message = format!(
            "{}, and at most {} allowed",
            self.counted(id),
            words::so_many(max)
        );
        let found = Findings::about(&code::LINK_COUNT, item, message);
        if self.own {
            let place = self.place_after(subject, at, max);
            let found = found.at(place, "too many from here on");
            return found.help(format!("take some out of `{field}`"));
        }
        found.help(format!("take `{field}: {id}` out of some items"))
    }

    /// "A1 supports 3 items", "nothing measures G1"
    fn counted(&self, id: &str) -> String {
        let does = words::does(self.relation);
        match (self.own, self.count) {
            (true, 0) => format!("{id} {does} nothing"),
            (true, many) => format!("{id} {does} {}", words::items(many)),
            (false, 0) => format!("nothing {does} {id}"),
            (false, 1) => format!("1 item {does} {id}"),
            (false, many) => format!("{many} items {} {id}", words::verb(self.relation)),
        }
    }

    /// Where the first link stands that is too many.
    fn place_after(&self, subject: Subject<'_>, at: ItemIx, max: u32) -> Span {
        let stated = subject.plan.references_of(at).iter();
        let dropped = |to: ItemIx| subject.plan[to].is_dropped();
        let counted = stated.filter(|it| {
            it.relation == self.relation && it.to.is_some_and(|to| to != at && !dropped(to))
        });
        let place = counted.map(|it| it.written.span).nth(max as usize);
        place.unwrap_or(subject.plan[at].place)
    }
}

#[cfg(test)]
mod tests {
    use crate::config::LINKS;
    use crate::plan::Relation;

    #[test]
    fn every_link_has_its_names_in_the_settings() {
        let names = Relation::ALL.map(|it| [it.field(), it.reverse()]);
        assert_eq!(names.concat(), LINKS);
    }
}
