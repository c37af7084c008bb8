//! From an item's front matter to an [`Item`], field by field.

use std::sync::Arc;

use crate::config::{Config, Kind, Role};
use crate::diagnostic::{Diagnostic, Span, code};
use crate::document::Document;
use crate::quantity::{Date, Money, Percent, Period, Recurrence, parse_number};
use crate::source::SourceSet;
use crate::value::{Reader, Spanned, Table, Wrong};

use super::item::{Allow, Dates, Health, Item, Priority, Raci};
use super::reference::{self, Relation, Written};
use super::{Body, Measure, Risk, Trigger, address, measure, own, stakeholder};

/// An item whose references are not resolved yet.
#[derive(Debug)]
pub(super) struct Draft {
    pub item: Arc<Item>,
    pub written: Vec<Written>,
}

/// What all items are read with.
pub(super) struct Context<'a> {
    pub config: &'a Config,
    pub sources: &'a SourceSet,
}

impl Context<'_> {
    /// Reads an item of that kind.
    pub fn read(&self, document: Document, path: &str, kind: Kind) -> (Draft, Vec<Diagnostic>) {
        let matter = document.matter.clone();
        let def = &self.config.kinds[kind];
        let mut r = Reader::new(&matter);
        r.entry("kind");
        let title = title(&mut r, &document, path);
        let id = id(&mut r, path);
        let place = id.as_ref().map_or(title.span, |id| id.span);
        let id = id.map_or_else(|| id_of_stem(path), |id| id.value);
        let mut written = Vec::new();
        let mut problems = Vec::new();
        for relation in Relation::ALL {
            if let Some(value) = r.value(relation.field()) {
                written.extend(reference::read(relation, value, &mut problems));
            }
        }
        written.shrink_to_fit();
        let raci = self.raci(&mut r);
        let team = r.text("team").map(|team| team.value);
        let excerpt = (!document.excerpt.is_empty()).then(|| document.excerpt.clone());
        let item = Item {
            address: format!("{}/{}", def.folder, address::slug(&id)),
            id,
            place,
            kind,
            role: def.role,
            title: title.value,
            title_span: title.span,
            summary: r.text("summary").map(|text| text.value).or(excerpt),
            tags: r.texts("tags"),
            plan: self.plan(&mut r, path),
            team: team.or_else(|| self.team_of(raci.owner.as_ref())),
            raci,
            status: r.parse("status", |text| self.config.statuses.parse(text)),
            dates: self.dates(&mut r),
            progress: progress(&mut r),
            weight: r.parse("weight", weight).map_or(1.0, |weight| weight.value),
            health: r.parse("health", health),
            health_note: r.text("health_note").filter(|note| !note.is_empty()),
            as_of: r.parse("as_of", |text| self.day(text)),
            priority: r.parse("priority", priority),
            budget: r.parse("budget", |text| money(text, self.config)),
            spent: r.parse("spent", |text| money(text, self.config)),
            reviewed: r.parse("reviewed", |text| self.day(text)),
            audience: r.parses("audience", |text| self.config.audiences.parse(text)),
            aliases: r.texts("aliases"),
            allow: allow(&mut r, &mut problems),
            stakeholders: self.unless_own("stakeholders", || stakeholder::read_all(&mut r)),
            kept: self.unless_own("kept", || stakeholder::kept(&mut r)),
            evidence: self.evidence(&mut r).map(Box::new),
            measure: self.measure(&mut r, def.role, path).map(Box::new),
            risk: (def.role == Role::Risk).then(|| Box::new(Risk::read(&mut r))),
            trigger: self.trigger(&mut r, def.role, &mut problems).map(Box::new),
            own: own::read(&mut r, &def.name, self.config),
            body: Body {
                document,
                path: path.to_owned(),
            },
        };
        problems.extend(self.missing(&matter, &item));
        let own_names = self.config.fields.iter().map(|field| field.name.as_str());
        problems.extend(r.finish("field", own_names));
        let problems = problems
            .into_iter()
            .map(|problem| problem.about(&item.id))
            .collect();
        let item = Arc::new(item);
        (Draft { item, written }, problems)
    }

    fn raci(&self, r: &mut Reader<'_>) -> Raci {
        let person = |text: &str| Ok(person(text, self.config));
        Raci {
            owner: r.parse("owner", person).filter(|owner| !owner.is_empty()),
            contributors: r.parses("contributors", person),
            consulted: r.parses("consulted", person),
            informed: r.parses("informed", person),
        }
    }

    fn team_of(&self, owner: Option<&Spanned<String>>) -> Option<String> {
        self.config.people.find(owner?)?.team.clone()
    }

    fn plan(&self, r: &mut Reader<'_>, path: &str) -> Option<Spanned<String>> {
        let plans = &self.config.plans;
        let stated = r.parse("plan", |text| {
            let fits = |plan: &&crate::config::SubPlan| plan.name == text.trim();
            let found = plans.iter().find(fits);
            let names = plans.iter().map(|plan| plan.name.as_str());
            found
                .map(|plan| plan.name.clone())
                .ok_or_else(|| Wrong::unknown_word(text, names))
        });
        stated.or_else(|| {
            let within = |folder: &Spanned<String>| path.starts_with(&format!("{}/", folder.value));
            let found = plans
                .iter()
                .find(|plan| plan.folder.as_ref().is_some_and(within))?;
            Some(Spanned::new(
                found.name.clone(),
                Span::file(crate::diagnostic::SourceId(0)),
            ))
        })
    }

    fn dates(&self, r: &mut Reader<'_>) -> Dates {
        let period = |text: &str| Period::parse(text, &self.config.fiscal);
        Dates {
            start: r.parse("start", period),
            due: r.parse("due", period),
            completed: r.parse("completed", period),
            due_was: r.parses("due_was", period),
            due_when: r.text("due_when").map(Box::new),
            repeats: r.parse("repeats", Recurrence::parse),
        }
    }

    fn day(&self, text: &str) -> Result<Date, Wrong> {
        Period::parse(text, &self.config.fiscal).map(|period| period.last)
    }

    /// `evidence`, unless the plan has a field of its own of that name.
    fn evidence(&self, r: &mut Reader<'_>) -> Option<Spanned<String>> {
        if self.is_own("evidence") {
            return None;
        }
        r.text("evidence")
    }

    /// What a field holds, unless the plan has one of its own of that name.
    fn unless_own<T: Default>(&self, name: &str, read: impl FnOnce() -> T) -> T {
        if self.is_own(name) {
            T::default()
        } else {
            read()
        }
    }

    /// Whether the plan has a field of its own of that name.
    fn is_own(&self, name: &str) -> bool {
        self.config.fields.iter().any(|field| field.name == name)
    }

    fn measure(&self, r: &mut Reader<'_>, role: Role, path: &str) -> Option<Measure> {
        let context = measure::Context {
            sources: self.sources,
            fiscal: self.config.fiscal,
            path,
            own_level: self.is_own("level"),
        };
        (role == Role::Measure).then(|| Measure::read(r, &context))
    }

    fn trigger(
        &self,
        r: &mut Reader<'_>,
        role: Role,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Trigger> {
        if role != Role::Contingency {
            return None;
        }
        Trigger::read(r.value("trigger")?, self.config.fiscal, problems)
    }

    /// The fields that the settings require and the item lacks.
    fn missing(&self, matter: &Table, item: &Item) -> Vec<Diagnostic> {
        let kind = &self.config.kinds[item.kind];
        let own = self.config.fields.iter();
        let own = own.filter(|field| field.required && field.is_for(&kind.name));
        let required = kind.required.iter().chain(own.map(|field| &field.name));
        let absent = required.filter(|name| matter.get(name).is_none());
        absent
            .map(|name| {
                let message = format!("the required field `{name}` is missing");
                Diagnostic::new(&code::MISSING_FIELD, message)
                    .at(item.place, format!("{} {} has none", kind.label, item.id))
                    .help(format!("add `{name}:` to the front matter"))
            })
            .collect()
    }
}

fn title(r: &mut Reader<'_>, document: &Document, path: &str) -> Spanned<String> {
    let heading = document.title.as_ref().map(|heading| heading.span);
    let span = heading.unwrap_or_else(|| Span::file(document.source));
    r.text("title")
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| Spanned::new(address::title(document, path), span))
}

/// The first character that an id cannot hold.
pub fn odd_in_id(id: &str) -> Option<char> {
    id.chars()
        .find(|c| !c.is_alphanumeric() && !".-_".contains(*c))
}

/// Whether a text can be an id.
pub fn can_be_id(text: &str) -> bool {
    !text.is_empty() && odd_in_id(text).is_none()
}

fn id(r: &mut Reader<'_>, path: &str) -> Option<Spanned<String>> {
    let id = r.text("id")?;
    let odd = odd_in_id(&id);
    if odd.is_none() && !id.is_empty() {
        return Some(id);
    }
    let message = match odd {
        Some(odd) => format!("the id `{}` contains `{}`", id.value, odd.escape_default()),
        None => "the id is empty".to_owned(),
    };
    r.problems.push(
        Diagnostic::new(&code::INVALID_ID, message)
            .at(id.span, "ids are letters, digits, `.`, `-` and `_`")
            .help(format!(
                "for example `{}`",
                id_of_stem(if id.is_empty() { path } else { &id })
            )),
    );
    Some(Spanned::new(id_of_stem(&id), id.span))
}

/// The id of an item without one: its file's name, with hyphens for what an
/// id cannot hold.
fn id_of_stem(path: &str) -> String {
    let keep = |c: char| {
        if c.is_alphanumeric() || ".-_".contains(c) {
            c
        } else {
            '-'
        }
    };
    let id: String = address::stem(path).chars().map(keep).collect();
    id.trim_matches('-').to_owned()
}

/// Somebody's full name, as `[people.*]` has it, else as written.
pub(super) fn person(text: &str, config: &Config) -> String {
    let written = text.trim();
    let known = config.people.find(written);
    known.map_or_else(|| written.to_owned(), |person| person.name.clone())
}

/// An amount, in the plan's currency where none is written.
pub(super) fn money(text: &str, config: &Config) -> Result<Money, Wrong> {
    let money = Money::parse(text)?;
    Ok(match &config.currency {
        Some(currency) => money.or_currency(currency),
        None => money,
    })
}

/// A number above 0.
pub(super) fn weight(text: &str) -> Result<f64, Wrong> {
    match parse_number(text)? {
        weight if weight > 0.0 => Ok(weight),
        _ => Err(Wrong::new(format!("`{text}` is not above 0")).help("leave it out for 1")),
    }
}

fn progress(r: &mut Reader<'_>) -> Option<Spanned<Percent>> {
    let stated = r.parse("progress", |text| match text.trim() {
        "auto" => Ok(None),
        text => Percent::parse(text).map(Some),
    })?;
    stated
        .value
        .map(|percent| Spanned::new(percent, stated.span))
}

fn health(text: &str) -> Result<Health, Wrong> {
    let folded = text.trim().to_lowercase().replace([' ', '_'], "-");
    let all = [Health::OnTrack, Health::AtRisk, Health::OffTrack];
    let found = all.into_iter().find(|health| health.name() == folded);
    found.ok_or_else(|| Wrong::unknown_word(text, all.map(Health::name)))
}

fn priority(text: &str) -> Result<Priority, Wrong> {
    let all = [
        Priority::Low,
        Priority::Medium,
        Priority::High,
        Priority::Critical,
    ];
    let found = all
        .into_iter()
        .find(|it| it.name().eq_ignore_ascii_case(text.trim()));
    found.ok_or_else(|| Wrong::unknown_word(text, all.map(Priority::name)))
}

pub(super) fn allow(r: &mut Reader<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Allow> {
    let mut allowed = Vec::new();
    for entry in r.table("allow").map_or(&[][..], |table| &table.entries) {
        let reason = entry.value.as_text().unwrap_or_default().trim();
        if reason.is_empty() {
            let wrong = Wrong::new("an accepted finding needs a reason");
            problems.push(wrong.found("allow", entry.value.span));
        }
        allowed.push(Allow {
            rule: Spanned::new(entry.key.clone(), entry.key_span),
            reason: reason.to_owned(),
        });
    }
    allowed
}
