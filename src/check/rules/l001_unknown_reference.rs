//! L001 unknown-reference: an id that is nobody's.

use std::collections::BTreeMap;

use crate::check::known::Known;
use crate::check::{Findings, Reads, Rule, Subject};
use crate::config::FieldType;
use crate::diagnostic::{Diagnostic, code, did_you_mean};
use crate::plan::{Fact, Item, OwnValue, Plan, Target};
use crate::value::Spanned;

pub(super) const RULE: Rule = Rule {
    code: &code::UNKNOWN_REFERENCE,
    finds: "An id that no item has: in a relation such as `supports:`, in a plan B's trigger, in a \
            field that holds a link, or in `[[A3]]` in running text. Also `[[A3.duee]]`, a field \
            that A3 cannot show.",
    why: "The thread from actions to goals is made of these ids. One wrong letter takes a branch \
          out of the plan: what hangs on it counts for no goal, and nobody looks for it there.",
    bad: &[
        ("actions/A1.md", "# Open a second counter\n"),
        (
            "actions/A2.md",
            "---\ndepends_on: A11\n---\n# Extend the opening hours\n",
        ),
    ],
    good: &[
        ("actions/A1.md", "# Open a second counter\n"),
        (
            "actions/A2.md",
            "---\ndepends_on: A1\n---\n# Extend the opening hours\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let mut names = Names::of(subject.plan);
    for (from, id) in written(subject) {
        let found = Diagnostic::new(&code::UNKNOWN_REFERENCE, message(&id))
            .at(id.span, "no item has this id")
            .maybe_help(names.mend(&id));
        findings.add(found.about(&from.id));
    }
    for link in subject
        .links()
        .filter(|link| *link.target == Target::UnknownId)
    {
        let name = link.link.target.trim();
        findings.add(match fact(subject.plan, name) {
            Some((item, field)) => {
                let message = format!("{} has no field `{field}` that a text can show", item.id);
                let own = subject.config.fields.iter().map(|def| def.name.as_str());
                link.finding(&code::UNKNOWN_REFERENCE, message, "no such field")
                    .maybe_help(did_you_mean(field, Fact::FIELDS.into_iter().chain(own)))
            }
            None => link
                .finding(
                    &code::UNKNOWN_REFERENCE,
                    message(name),
                    "neither an item nor a page",
                )
                .maybe_help(names.mend(name)),
        });
    }
}

/// Every id in front matter that no item has, with the item that refers to it.
fn written(subject: Subject<'_>) -> impl Iterator<Item = (&Item, Spanned<&str>)> {
    let plan = subject.plan;
    let unknown = plan
        .references
        .iter()
        .filter(|reference| reference.to.is_none());
    let references = unknown.map(|reference| (&plan[reference.from], &reference.written));
    let triggers = plan
        .each()
        .filter_map(|item| match item.trigger.as_ref()?.watches() {
            Some((id, None)) => Some((item, id)),
            _ => None,
        });
    let ids = references
        .chain(triggers)
        .map(|(item, id)| (item, Spanned::new(id.as_str(), id.span)));
    ids.chain(in_own_fields(subject))
}

/// Every value of a link field of the plan's own that can only be an id, and
/// is nobody's.
fn in_own_fields<'a>(subject: Subject<'a>) -> impl Iterator<Item = (&'a Item, Spanned<&'a str>)> {
    let fields = |item: &'a Item| item.own.iter().map(move |field| (item, field));
    let links = subject.plan.each().flat_map(fields);
    let links =
        links.filter(move |(_, field)| subject.config.fields[field.def].holds == FieldType::Link);
    let values =
        links.flat_map(|(item, field)| field.values.iter().map(move |value| (item, value)));
    values.filter_map(move |(item, value)| match &value.value {
        OwnValue::Text(id)
            if !id.contains(['.', '/', '@', ':']) && subject.plan.find(id).is_none() =>
        {
            Some((item, Spanned::new(id.as_str(), value.span)))
        }
        _ => None,
    })
}

fn message(id: &str) -> String {
    if id.is_empty() {
        "the reference names no item".to_owned()
    } else {
        format!("there is no item `{id}`")
    }
}

/// The item and the field that `A3.duee` means; `A3.1` is rather an id.
fn fact<'a>(plan: &'a Plan, name: &'a str) -> Option<(&'a Item, &'a str)> {
    let (id, field) = name.rsplit_once('.')?;
    let is_word =
        field.starts_with(char::is_alphabetic) && !field.contains(|c: char| c.is_ascii_digit());
    is_word.then_some((&plan[plan.find(id)?], field))
}

/// What somebody who writes a wrong id may have meant.
struct Names<'a> {
    ids: Known<'a>,
    titles: BTreeMap<String, &'a str>,
}

impl<'a> Names<'a> {
    fn of(plan: &'a Plan) -> Self {
        let titles = plan
            .each()
            .map(|item| (item.title.to_lowercase(), item.id.as_str()));
        Self {
            ids: Known::new(plan.ids()),
            titles: titles.collect(),
        }
    }

    fn mend(&mut self, written: &str) -> Option<String> {
        match self.titles.get(&written.to_lowercase()) {
            Some(id) => Some(format!("that is the title of `{id}`; write the id")),
            None => self.ids.did_you_mean(written),
        }
    }
}
