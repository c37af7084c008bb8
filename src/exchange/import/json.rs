//! JSON of our own, as an export writes it.

use std::collections::HashMap;

use crate::config::{Kinds, Statuses};
use crate::exchange::model::{self, Dated, Money, Own, Point};

use super::{Datum, Draft, DraftItem, Fields, Loss, Refusal, Text};

/// Reads a plan. What is worked out is left aside: it follows from the rest.
///
/// # Errors
///
/// When it is no JSON of that form, with line and column, or of a newer
/// version.
pub fn read(bytes: &[u8]) -> Result<Draft, Refusal> {
    let plan: model::Plan = serde_json::from_slice(bytes).map_err(|error| {
        Refusal::new(format!("it is no plan in JSON: {error}"))
            .help("`planwright schema plan` describes what it has to be")
    })?;
    if plan.version != model::VERSION {
        let (is, known) = (plan.version, model::VERSION);
        let what = format!("it is of version {is} of the format, and only {known} is known here");
        return Err(Refusal::new(what).help("`version` stands at its beginning"));
    }
    let mut draft = Draft {
        settings: settings(&plan.settings),
        home: home(&plan.home),
        ..Draft::default()
    };
    for page in &plan.pages {
        draft.losses.push(Loss {
            place: format!("page `{}`", page.path),
            what: "plain pages are not taken over; copy the file".to_owned(),
        });
    }
    let places = plan.items.iter().enumerate();
    let places: HashMap<String, usize> = places
        .map(|(at, item)| (item.id.to_lowercase(), at))
        .collect();
    draft.items = plan.items.iter().map(|it| item(it, &places)).collect();
    Ok(draft)
}

fn settings(settings: &model::Settings) -> Fields {
    let mut all = Fields::default();
    let plan = all.within("plan");
    maybe(plan, "title", settings.title.as_ref());
    maybe(plan, "organization", settings.organization.as_ref());
    maybe(plan, "start", settings.start.as_ref());
    maybe(plan, "end", settings.end.as_ref());
    plan.set("fiscal_year_start", settings.fiscal_year_start.as_str());
    plan.set("language", settings.language.as_str());
    maybe(plan, "currency", settings.currency.as_ref());
    maybe(plan, "timezone", settings.timezone.as_ref());
    maybe(plan, "base_url", settings.base_url.as_ref());
    kinds(&mut all, &settings.kinds);
    statuses(&mut all, &settings.statuses);
    let audiences = all.within("audiences");
    audiences.set("order", list(&settings.audiences));
    maybe(audiences, "default", settings.default_audience.as_ref());
    for field in &settings.fields {
        let fields = all.within("fields").within(&field.name);
        fields.set("label", field.label.as_str());
        fields.set("type", field.holds.as_str());
        if field.list {
            fields.set("list", Datum::Plain("true".to_owned()));
        }
        fields.set("kinds", list(&field.kinds));
        fields.set("values", list(&field.values));
    }
    for person in &settings.people {
        let fields = all.within("people").within(&person.key);
        fields.set("name", person.name.as_str());
        maybe(fields, "role", person.role.as_ref());
        maybe(fields, "team", person.team.as_ref());
        maybe(fields, "email", person.email.as_ref());
    }
    for plan in &settings.plans {
        let fields = all.within("plans").within(&plan.name);
        fields.set("title", plan.title.as_str());
        maybe(fields, "horizon", plan.horizon.as_ref());
        maybe(fields, "owner", plan.owner.as_ref());
        maybe(fields, "summary", plan.summary.as_ref());
    }
    all
}

/// The kinds that differ from those that every plan has; none where the file
/// says nothing of kinds.
fn kinds(all: &mut Fields, kinds: &[model::Kind]) {
    if kinds.is_empty() {
        return;
    }
    let built_in = Kinds::default();
    for kind in kinds {
        let known = built_in.by_name(&kind.name).map(|at| &built_in[at]);
        let mut fields = Fields::default();
        let mut differ = |name: &str, text: &str, known: Option<&str>| {
            if known != Some(text) {
                fields.set(name, text);
            }
        };
        differ("label", &kind.label, known.map(|it| &*it.label));
        differ("plural", &kind.plural, known.map(|it| &*it.plural));
        differ("folder", &kind.folder, known.map(|it| &*it.folder));
        if known.is_none_or(|it| it.supports != kind.supports) {
            fields.set("supports", list(&kind.supports));
        }
        if known.is_none() || !fields.0.is_empty() {
            all.within("kinds").set(kind.name.as_str(), fields);
        }
    }
    for off in built_in
        .iter()
        .filter(|def| kinds.iter().all(|it| it.name != def.name))
    {
        let fields = all.within("kinds").within(&off.name);
        fields.set("enabled", Datum::Plain("false".to_owned()));
    }
}

/// The states that differ from those that every plan has.
fn statuses(all: &mut Fields, statuses: &[model::Status]) {
    let built_in = Statuses::default();
    for status in statuses {
        let is_known = built_in
            .iter()
            .any(|it| it.name == status.name && it.label == status.label);
        if !is_known {
            let fields = all.within("statuses").within(&status.name);
            fields.set("label", status.label.as_str());
            fields.set("is", status.is.as_str());
        }
    }
}

fn home(home: &model::Home) -> Text {
    let mut fields = Fields::default();
    maybe(&mut fields, "title", home.title.as_ref());
    maybe(&mut fields, "vision", home.vision.as_ref());
    maybe(&mut fields, "mission", home.mission.as_ref());
    let values = home.values.iter().map(|value| {
        let mut fields = Fields::default();
        fields.set("name", value.name.as_str());
        fields.set("text", value.text.as_str());
        fields
    });
    fields.set("values", values.collect::<Vec<_>>());
    people(&mut fields, &home.stakeholders, &home.kept);
    Text {
        fields,
        body: home.text.clone(),
    }
}

fn item(item: &model::Item, places: &HashMap<String, usize>) -> DraftItem {
    let mut fields = Fields::default();
    let f = &mut fields;
    maybe(f, "summary", item.summary.as_ref());
    f.set("tags", list(&item.tags));
    maybe(f, "plan", item.plan.as_ref());
    work(f, item);
    judgement(f, item);
    for (field, references) in &item.relations {
        let all = references.iter().map(|it| reference(it, places));
        f.set(field.as_str(), all.collect::<Vec<_>>());
    }
    if let Some(measure) = &item.measure {
        self::measure(f, measure);
    }
    if let Some(risk) = &item.risk {
        f.set(
            "likelihood",
            plain(risk.likelihood.map(|it| it.to_string())),
        );
        f.set("impact", plain(risk.impact.map(|it| it.to_string())));
        maybe(f, "response", risk.response.as_ref());
    }
    if let Some(trigger) = &item.trigger {
        f.set("trigger", self::trigger(trigger));
    }
    for (name, values) in &item.fields {
        let values: Vec<Datum> = values.iter().map(own).collect();
        match <[Datum; 1]>::try_from(values) {
            Ok([only]) => f.set(name.as_str(), only),
            Err(values) => f.set(name.as_str(), values),
        }
    }
    people(f, &item.stakeholders, &item.kept);
    DraftItem {
        kind: item.kind.clone(),
        id: Some(item.id.clone()),
        title: item.title.clone(),
        place: format!("item `{}`", item.id),
        text: Text {
            fields,
            body: item.text.clone(),
        },
    }
}

/// Who does it, when, for how much, and how far it is.
fn work(f: &mut Fields, item: &model::Item) {
    maybe(f, "owner", item.owner.as_ref());
    for (name, people) in [
        ("contributors", &item.contributors),
        ("consulted", &item.consulted),
        ("informed", &item.informed),
    ] {
        f.set(name, list(people));
    }
    maybe(f, "team", item.team.as_ref());
    maybe(f, "status", item.status.as_ref());
    for (name, when) in [
        ("start", &item.start),
        ("due", &item.due),
        ("completed", &item.completed),
    ] {
        f.set(name, when.as_ref().map_or("", period));
    }
    let was: Vec<&str> = item.due_was.iter().map(period).collect();
    f.set("due_was", was);
    maybe(f, "due_when", item.due_when.as_ref());
    maybe(f, "repeats", item.repeats.as_ref());
    f.set("progress", plain(item.progress.map(|it| it.to_string())));
    let weighs = item.weight > 0.0 && (item.weight - 1.0).abs() > f64::EPSILON;
    f.set("weight", plain(weighs.then(|| item.weight.to_string())));
    f.set(
        "budget",
        item.budget.as_ref().map_or_else(String::new, money),
    );
    f.set("spent", item.spent.as_ref().map_or_else(String::new, money));
}

/// What is thought of it, and who may see it.
fn judgement(f: &mut Fields, item: &model::Item) {
    for (name, text) in [
        ("health", &item.health),
        ("health_note", &item.health_note),
        ("as_of", &item.as_of),
        ("priority", &item.priority),
        ("reviewed", &item.reviewed),
    ] {
        maybe(f, name, text.as_ref());
    }
    f.set("audience", list(&item.audience));
    f.set("aliases", list(&item.aliases));
    for allow in &item.allow {
        let allowed = f.within("allow");
        allowed.set(allow.rule.as_str(), allow.reason.as_str());
    }
    maybe(f, "evidence", item.evidence.as_ref());
}

fn maybe(fields: &mut Fields, name: &str, text: Option<&String>) {
    fields.set(name, text.map_or("", String::as_str));
}

fn list(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn plain(number: Option<String>) -> Datum {
    Datum::Plain(number.unwrap_or_default())
}

fn period(dated: &Dated) -> &str {
    &dated.period
}

fn money(money: &Money) -> String {
    match &money.currency {
        Some(currency) => format!("{} {currency}", money.amount),
        None => money.amount.to_string(),
    }
}

/// An id, with what is said of the reference where anything is.
fn reference(reference: &model::Reference, places: &HashMap<String, usize>) -> Datum {
    let id = match places.get(&reference.id.to_lowercase()) {
        Some(at) => Datum::Item(*at),
        None => Datum::from(reference.id.as_str()),
    };
    let mut fields = Fields::default();
    fields.set("weight", plain(reference.weight.map(|it| it.to_string())));
    maybe(&mut fields, "note", reference.note.as_ref());
    maybe(&mut fields, "lag", reference.lag.as_ref());
    if fields.0.is_empty() {
        return id;
    }
    fields.0.insert(0, ("id".to_owned(), id));
    Datum::Table(fields)
}

fn measure(fields: &mut Fields, measure: &model::Measure) {
    maybe(fields, "unit", measure.unit.as_ref());
    if measure.direction_is_stated {
        fields.set("direction", measure.direction.as_str());
    }
    for (name, it) in [("baseline", &measure.baseline), ("target", &measure.target)] {
        fields.set(name, it.as_ref().map_or_else(Fields::default, point));
    }
    for (name, all) in [
        ("targets", &measure.targets),
        ("readings", &measure.readings),
    ] {
        fields.set(name, all.iter().map(point).collect::<Vec<_>>());
    }
    maybe(fields, "source", measure.source.as_ref());
    maybe(fields, "level", measure.level.as_ref());
}

fn point(point: &Point) -> Fields {
    let mut fields = Fields::default();
    fields.set("value", plain(point.value.map(|it| it.to_string())));
    let on = point.on.clone().unwrap_or_default();
    let on = match &point.from {
        Some(from) => format!("{from}..{on}"),
        None => on,
    };
    fields.set("on", on);
    maybe(&mut fields, "note", point.note.as_ref());
    fields
}

fn trigger(trigger: &model::Trigger) -> Datum {
    if let Some(text) = &trigger.text {
        return Datum::from(text.as_str());
    }
    let mut fields = Fields::default();
    maybe(&mut fields, "measure", trigger.measure.as_ref());
    fields.set("below", plain(trigger.below.map(|it| it.to_string())));
    fields.set("above", plain(trigger.above.map(|it| it.to_string())));
    maybe(&mut fields, "by", trigger.by.as_ref());
    maybe(&mut fields, "item", trigger.item.as_ref());
    maybe(&mut fields, "later_than", trigger.later_than.as_ref());
    Datum::Table(fields)
}

fn own(own: &Own) -> Datum {
    match own {
        Own::Bool(yes) => Datum::Plain(yes.to_string()),
        Own::Number(number) => Datum::Plain(number.to_string()),
        Own::Text(text) => Datum::from(text.as_str()),
        Own::Dated(dated) => Datum::from(dated.period.as_str()),
        Own::Money(it) => Datum::from(money(it)),
    }
}

/// Stakeholders, and what is kept.
fn people(fields: &mut Fields, stakeholders: &[model::Stakeholder], kept: &[model::Kept]) {
    let all = stakeholders.iter().map(|it| {
        let mut fields = Fields::default();
        fields.set("name", it.name.as_str());
        maybe(&mut fields, "type", it.party.as_ref());
        fields.set("role", list(&it.role));
        fields.set("text", it.text.as_str());
        let parts = it.parts.iter().map(|part| {
            let mut fields = Fields::default();
            fields.set("name", part.name.as_str());
            fields.set("role", list(&part.role));
            fields.set("text", part.text.as_str());
            fields
        });
        fields.set("parts", parts.collect::<Vec<_>>());
        fields
    });
    fields.set("stakeholders", all.collect::<Vec<_>>());
    for it in kept {
        fields.keep(&it.name, &it.text);
    }
}
