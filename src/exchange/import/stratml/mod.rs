//! StratML, the Strategy Markup Language (ISO 17469): Part 1, strategic plans,
//! and Part 2, performance plans and reports, with or without prefixes, in the
//! spelling of older drafts too.
//!
//! | in the document | in the plan |
//! |---|---|
//! | `Name`, `Organization`, `StartDate`, `EndDate` | `[plan]` of the settings |
//! | `Vision`, `Mission`, `Value`, `Stakeholder` | fields of the home page |
//! | `Goal`, `Objective`, `PerformanceIndicator` | goals, objectives, measures |
//! | `Description`, `OtherInformation` | the text |
//! | `SequenceIndicator` | the number of the id |
//! | `Identifier` | the id where it is one that people can use, else an alias |
//! | `TargetResult`, `ActualResult` | targets and readings, in words where there is no number |
//! | anything else | `kept` |

mod id;
mod item;
mod measure;
mod parts;
mod stakeholder;

use std::collections::BTreeMap;

use super::xml::{self, Element};
use super::{Datum, Draft, DraftItem, Fields, Loss, Refusal};

use super::super::plain;
pub(in crate::exchange) use id::{as_xml_id, numbered};
pub(in crate::exchange) use measure::{BASELINE, MEASURES};
pub(in crate::exchange) use stakeholder::OWNER;

use id::Ids;
use parts::Parts;

/// The heading above what a document calls `OtherInformation`.
pub(in crate::exchange) const OTHER: &str = "Other information";

/// Reads a document.
///
/// # Errors
///
/// When it is no XML, or nothing of a plan is in it.
pub fn read(bytes: &[u8]) -> Result<Draft, Refusal> {
    let root = xml::parse(bytes)?;
    let mut reading = Reading::default();
    reading.document(&root);
    if reading.draft.items.is_empty() {
        let what = format!(
            "there is no goal in it: its first element is `{}`",
            root.name
        );
        return Err(Refusal::new(what).help("StratML has `Goal` within `StrategicPlanCore`"));
    }
    // Where it stood does not matter: an export puts it where it belongs.
    reading.draft.home.fields.sort_kept();
    for item in &mut reading.draft.items {
        item.text.fields.sort_kept();
    }
    Ok(reading.draft)
}

#[derive(Default)]
struct Reading {
    draft: Draft,
    ids: Ids,
    /// How many elements there are of each kind so far.
    counts: BTreeMap<&'static str, usize>,
    /// Where the item stands that is read.
    at: String,
    /// Measures, each with the identifier of something more that it measures.
    measured: Vec<(usize, String)>,
}

impl Reading {
    fn document(&mut self, root: &Element) {
        let mut parts = Parts::of(root);
        self.at = parts.place(1);
        let title = parts.line("Name");
        let mut kept = Fields::default();
        self.draft.home.body = text_of(&mut parts, &mut kept);
        let core = parts.one("StrategicPlanCore");
        let mut period = (String::new(), String::new());
        if let Some(administration) = parts.one("AdministrativeInformation") {
            let mut parts = Parts::of(administration);
            period = (
                self.day(&mut parts, "StartDate"),
                self.day(&mut parts, "EndDate"),
            );
            submitter(&mut parts, &mut kept);
            parts.keep_rest("AdministrativeInformation/", &mut kept);
        }
        submitter(&mut parts, &mut kept);
        self.draft.settings.within("plan").set("title", title);
        match core {
            Some(core) => {
                self.core(Parts::of(core));
                parts.keep_rest("", &mut kept);
            }
            None => self.core(parts),
        }
        let plan = self.draft.settings.within("plan");
        plan.set("start", period.0);
        plan.set("end", period.1);
        self.draft.home.fields.join(kept);
        self.measure_more();
    }

    /// Gives measures what they measure beside their objective.
    fn measure_more(&mut self) {
        for (at, identifier) in std::mem::take(&mut self.measured) {
            let items = self.draft.items.iter();
            let found = items
                .enumerate()
                .find(|(_, item)| is_called(item, &identifier));
            if let Some((found, _)) = found {
                let fields = &mut self.draft.items[at].text.fields;
                fields.add("measures", Datum::Item(found));
            } else {
                let place = self.draft.items[at].place.clone();
                let what = format!("it measures `{identifier}`, which is not in the document");
                self.lose(place, what);
            }
        }
    }

    fn core(&mut self, mut parts: Parts<'_>) {
        let mut fields = Fields::default();
        let mut kept = Fields::default();
        for name in ["Vision", "Mission"] {
            if let Some(element) = parts.one(name) {
                let mut parts = Parts::of(element);
                fields.set(name.to_lowercase(), parts.line("Description"));
                parts.keep_rest(&format!("{name}/"), &mut kept);
            }
        }
        let mut values = Vec::new();
        for value in parts.all("Value") {
            let mut parts = Parts::of(value);
            let mut fields = Fields::default();
            fields.set("name", parts.line("Name"));
            fields.set("text", parts.line("Description"));
            values.push(fields);
            parts.keep_rest("Value/", &mut kept);
        }
        fields.set("values", values);
        let mut stakeholders = Vec::new();
        for (at, element) in parts.all("Organization").into_iter().enumerate() {
            let mut parts = Parts::of(element);
            let holders = parts.all("Stakeholder");
            stakeholders.extend(stakeholder::all(&holders, &mut kept));
            if at == 0 {
                let name = parts.line("Name");
                self.draft.settings.within("plan").set("organization", name);
                parts.keep_rest("Organization/", &mut kept);
            } else {
                parts.keep_rest(&format!("Organization {}/", at + 1), &mut kept);
            }
        }
        fields.set("stakeholders", stakeholders);
        self.draft.home.fields.join(fields);
        let goals = parts.all("Goal");
        parts.keep_rest("", &mut kept);
        self.draft.home.fields.join(kept);
        for goal in goals {
            self.goal(goal);
        }
    }

    /// A day; one that is none is a loss.
    fn day(&mut self, parts: &mut Parts<'_>, name: &str) -> String {
        let text = parts.line(name);
        if text.is_empty() || is_day(&text) {
            return text;
        }
        self.lose(
            format!("{name} of {}", self.at),
            format!("`{text}` is no day; {name} was left out"),
        );
        String::new()
    }

    /// The number of one more element of a kind.
    fn number(&mut self, kind: &'static str) -> usize {
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        *count
    }

    /// The place of an element within the item that is read.
    fn at_of(&self, element: &Element) -> String {
        format!("{} of {}", element.name, self.at)
    }

    fn lose(&mut self, place: String, what: String) {
        self.draft.losses.push(Loss { place, what });
    }

    fn push(&mut self, item: DraftItem) -> usize {
        self.draft.items.push(item);
        self.draft.items.len() - 1
    }
}

/// Whether an identifier is that of an item.
fn is_called(item: &DraftItem, identifier: &str) -> bool {
    let id = item.id.as_deref().map(id::as_xml_id);
    let alias = Datum::from(vec![identifier]);
    id.as_deref() == Some(identifier) || item.text.fields.get("aliases") == Some(&alias)
}

/// Who has submitted the document, which older drafts spell otherwise.
fn submitter(parts: &mut Parts<'_>, kept: &mut Fields) {
    let Some(element) = parts.one("Submitter") else {
        return;
    };
    let mut parts = Parts::of(element);
    for (older, name) in [("FirstName", "GivenName"), ("LastName", "Surname")] {
        kept.keep(&format!("Submitter/{name}"), &parts.line(older));
    }
    parts.keep_rest("Submitter/", kept);
}

/// A text as Markdown. Lines at its end that begin with a name in brackets are
/// what an export could write nowhere else: they are kept under that name.
fn words_of(parts: &mut Parts<'_>, name: &str, kept: &mut Fields) -> String {
    let text = parts.text(name);
    let mut lines: Vec<&str> = text.lines().collect();
    let named = |line: &str| {
        let (name, words) = line.trim().strip_prefix('[')?.split_once("] ")?;
        (!name.contains(['[', ']'])).then(|| (name.to_owned(), words.to_owned()))
    };
    let mut found = Vec::new();
    while let Some(pair) = lines.last().and_then(|line| named(line)) {
        found.push(pair);
        lines.pop();
    }
    for (name, words) in found.into_iter().rev() {
        kept.keep(&name, &words);
    }
    plain::to_markdown(&lines.join("\n"))
}

/// The text of an element: its description, and below a heading what else it
/// says.
fn text_of(parts: &mut Parts<'_>, kept: &mut Fields) -> String {
    let description = plain::to_markdown(&parts.text("Description"));
    let other = words_of(parts, "OtherInformation", kept);
    match (description.as_str(), other.as_str()) {
        (_, "") => description,
        ("", _) => format!("## {OTHER}\n\n{other}"),
        _ => format!("{description}\n\n## {OTHER}\n\n{other}"),
    }
}

/// Whether a text is a day as XML Schema writes one, a time zone aside.
fn is_day(text: &str) -> bool {
    text.parse::<jiff::civil::Date>().is_ok()
}

/// A list of ids or of an item of the draft.
fn items(at: usize) -> Datum {
    Datum::Item(at)
}
