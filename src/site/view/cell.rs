//! A field of an item as HTML: states with their marks, people and items with
//! their pages, days and money as everywhere on the site.

use std::fmt::Write as _;

use crate::plan::{Fact, ItemIx, Relation};
use crate::query::{Field, FieldValue, Group, Holds};
use crate::site::pieces::{Badge, Due, Pen, Words};
use crate::site::render::escape;
use crate::site::{facts, words};

/// A field of an item; empty where it is absent.
pub(super) fn shown(pen: &Pen<'_, '_>, field: &Field, at: ItemIx) -> String {
    let subject = pen.context.subject;
    let item = pen.context.item(at);
    let locale = pen.locale();
    let badge = |it: Option<Badge>| it.map(|it| mark(&it)).unwrap_or_default();
    let name = field.name.as_str();
    match name {
        "title" => {
            let link = pen.item(at);
            let (href, title) = (escape(&link.href), escape(&link.title));
            return format!("<a href=\"{href}\">{title}</a>");
        }
        "id" => return reference(pen, at),
        "status" | "status_word" => {
            return badge(item.status.as_deref().map(|it| words::status(locale, it)));
        }
        "health" => return badge(pen.health(at)),
        "computed_health" => {
            let health = subject.trace.health[at.0].health;
            return mark(&words::health(locale, health));
        }
        "trigger" => {
            return badge(
                subject
                    .trace
                    .triggers
                    .get(&at)
                    .map(|state| words::trigger(locale, *state)),
            );
        }
        "role" => return escape(&words::role(locale, item.role)),
        "response" => {
            let response = item.risk.as_deref().and_then(|risk| risk.response.as_ref());
            let said = response.map(|it| escape(&words::response(locale, it.value)));
            return said.unwrap_or_default();
        }
        "due" | "due_when" => return pen.due(item).map(|it| due(pen, &it)).unwrap_or_default(),
        "progress" => {
            let done = pen.progress(at);
            return done.map(|done| progress(pen, done)).unwrap_or_default();
        }
        "start" | "completed" | "reviewed" => {
            let day = field.of(subject.facts(), at).map(|day| day.show());
            let said = said(pen, at, name);
            return day.map_or_else(String::new, |day| {
                format!("<time datetime=\"{day}\">{said}</time>")
            });
        }
        "plan" | "attainment" => {}
        _ if Fact::FIELDS.contains(&name) && !matches!(name, "owner" | "team") => {
            return said(pen, at, name);
        }
        _ => {}
    }
    match field.of(subject.facts(), at) {
        Some(value) => of_value(pen, field, &value).unwrap_or_else(|| said(pen, at, name)),
        None => String::new(),
    }
}

/// A value as HTML; none where the words of the site's facts are better.
fn of_value(pen: &Pen<'_, '_>, field: &Field, value: &FieldValue) -> Option<String> {
    let (config, locale) = (pen.context.subject.config, pen.locale());
    let person = |name: &String| words_html(&pen.person(name));
    Some(match (field.name.as_str(), value) {
        ("owner", FieldValue::Text(name)) => person(name),
        ("team", FieldValue::Text(name)) => words_html(&pen.team(name)),
        ("kind", FieldValue::Text(name)) => {
            let kind = config.kinds.by_name(name);
            kind.map_or_else(
                || escape(name),
                |kind| escape(&pen.context.kind(kind).label),
            )
        }
        ("plan", FieldValue::Text(name)) => {
            let plan = config.plans.iter().find(|plan| plan.name == *name);
            escape(plan.map_or(name, |plan| &plan.title))
        }
        ("attainment", FieldValue::Number(number)) => locale.share(*number),
        ("contributors" | "consulted" | "informed", FieldValue::Texts(names)) => {
            words::join(locale, &names.iter().map(person).collect::<Vec<_>>())
        }
        (name, FieldValue::Texts(ids)) if is_of_ids(name) => {
            let plan = pen.context.subject.plan;
            let items = ids.iter().filter_map(|id| plan.find(id));
            items
                .map(|at| reference(pen, at))
                .collect::<Vec<_>>()
                .join(" ")
        }
        (_, FieldValue::Day(day)) if config.fields.iter().all(|own| own.name != field.name) => {
            format!("<time datetime=\"{day}\">{}</time>", locale.day(*day))
        }
        (name, _) if config.fields.iter().any(|own| own.name == name) => return None,
        (_, value) => escape(&capital(&show(pen, value))),
    })
}

fn is_of_ids(name: &str) -> bool {
    matches!(name, "goals" | "above") || Relation::ALL.iter().any(|it| it.field() == name)
}

fn said(pen: &Pen<'_, '_>, item: ItemIx, name: &str) -> String {
    let field = name.to_owned();
    let words = facts::maybe_text(pen, &Fact { item, field });
    words
        .map(|words| escape(&capital(&words)))
        .unwrap_or_default()
}

/// What a group is called.
pub(super) fn group_label(pen: &Pen<'_, '_>, field: &Field, group: &Group) -> String {
    let (config, locale) = (pen.context.subject.config, pen.locale());
    let first = group.items.first().copied();
    let label = || escape(&words::field(locale, field));
    let about = |id: &str| locale.say_with(id, [("field", label().into())]);
    match (&group.value, &field.holds) {
        (None, _) => about("view-without"),
        (Some(FieldValue::Day(day)), _) => locale.long_month(*day),
        (Some(FieldValue::Bool(true)), _) => label(),
        (Some(FieldValue::Bool(false)), _) => about("view-is-not"),
        (Some(FieldValue::Text(id)), Holds::Texts) if is_of_ids(&field.name) => {
            let item = pen.context.subject.plan.find(id).map(|at| pen.item(at));
            item.map_or_else(
                || escape(id),
                |item| {
                    let (href, id, title) =
                        (escape(&item.href), escape(&item.id), escape(&item.title));
                    format!("<a href=\"{href}\"><span class=\"id\">{id}</span> {title}</a>")
                },
            )
        }
        (Some(FieldValue::Text(name)), _) if field.name == "kind" => {
            let kind = config.kinds.by_name(name);
            kind.map_or_else(
                || escape(name),
                |kind| escape(&pen.context.kind(kind).plural),
            )
        }
        (Some(_), Holds::Word(_)) => first.map_or_else(String::new, |at| shown(pen, field, at)),
        (Some(value), _) => match (field.name.as_str(), value) {
            ("owner" | "team", _) => of_value(pen, field, value).unwrap_or_default(),
            _ => escape(&capital(&show(pen, value))),
        },
    }
}

/// A value in words.
fn show(pen: &Pen<'_, '_>, value: &FieldValue) -> String {
    let locale = pen.locale();
    match value {
        FieldValue::Text(text) => text.clone(),
        FieldValue::Texts(texts) => words::join(locale, texts),
        FieldValue::Whole(number) => locale.number(*number as f64),
        FieldValue::Number(number) => locale.number(*number),
        FieldValue::Day(day) => locale.day(*day),
        FieldValue::Bool(yes) => words::yes_or_no(locale, *yes),
    }
}

/// Words as they stand alone: `high` is "High".
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// An item by its id, with its title for those who point at it.
pub(super) fn reference(pen: &Pen<'_, '_>, at: ItemIx) -> String {
    let item = pen.item(at);
    format!(
        "<a class=\"id\" href=\"{}\" title=\"{}\">{}</a>",
        escape(&item.href),
        escape(&item.title),
        escape(&item.id)
    )
}

pub(super) fn mark(badge: &Badge) -> String {
    let (class, label) = (escape(&badge.class), escape(&badge.label));
    format!("<span class=\"mark {class}\">{label}</span>")
}

fn words_html(words: &Words) -> String {
    let text = escape(&words.text);
    match &words.href {
        Some(href) => format!("<a href=\"{}\">{text}</a>", escape(href)),
        None => text,
    }
}

pub(super) fn progress(pen: &Pen<'_, '_>, done: u8) -> String {
    let percent = escape(&pen.locale().percent(done));
    format!(
        "<span class=\"progress\"><svg class=\"bar\" aria-hidden=\"true\"><rect width=\"{done}%\" \
         height=\"4\"/></svg><span>{percent}</span></span>"
    )
}

pub(super) fn due(pen: &Pen<'_, '_>, due: &Due) -> String {
    let mut html = String::new();
    if !due.text.is_empty() {
        let class = if due.late { " class=\"late\"" } else { "" };
        let (day, text) = (escape(&due.datetime), escape(&due.text));
        let _ = write!(html, "<time datetime=\"{day}\"{class}>{text}</time>");
        if due.late {
            let [comma, late] = ["comma", "due-late"].map(|id| escape(&pen.say(id)));
            let _ = write!(
                html,
                "<span class=\"late\"><span>{comma} </span>{late}</span>"
            );
        }
    }
    if let Some(when) = &due.when {
        if !html.is_empty() {
            html = words::join(pen.locale(), &[html, String::new()]);
        }
        let _ = write!(html, "<span class=\"when\">{}</span>", escape(when));
    }
    html
}
