//! StratML, the Strategy Markup Language (ISO 17469): Part 1 of 2014,
//! strategic plans, and Part 2 of 2016, performance plans and reports.
//!
//! The standard knows goals, their objectives and, in Part 2, indicators of
//! objectives. Strategies and kinds of the plan's own are objectives there,
//! and actions are named in the other information of what they support. What
//! stays out is said. What was imported from StratML goes back where it was.

mod item;
mod kept;
mod measure;
mod stakeholder;
mod writer;

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Subject;
use crate::config::Role;
use crate::exchange::import::stratml::{OTHER, as_xml_id};
use crate::exchange::plain;
use crate::plan::{Home, Item, ItemIx, Relation};

use super::text::{self, markdown};
use kept::{Kept, any};
use writer::Xml;

/// A part of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Strategic plans (2014).
    One,
    /// Performance plans and reports (2016).
    Two,
}

/// A document, and what of the plan is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The XML.
    pub text: String,
    /// What stays out, in words.
    pub notices: Vec<String>,
}

/// Writes a plan as StratML; none where there is no goal, without which the
/// standard knows no plan.
pub fn write(subject: Subject<'_>, part: Part) -> Option<Written> {
    let goals = with_role(subject, Role::Goal);
    if goals.is_empty() {
        return None;
    }
    let mut writing = Writing {
        subject,
        part,
        xml: Xml::new(),
        ids: BTreeSet::new(),
        written: BTreeSet::new(),
        measures: BTreeMap::new(),
    };
    writing.measures = writing.all_measures();
    writing.document(&goals);
    let notices = writing.notices();
    let text = writing.xml.finish();
    Some(Written { text, notices })
}

struct Writing<'a> {
    subject: Subject<'a>,
    part: Part,
    xml: Xml,
    /// The identifiers that are taken.
    ids: BTreeSet<String>,
    /// The items that the document has.
    written: BTreeSet<ItemIx>,
    /// The measures, by the item that they are written below.
    measures: BTreeMap<ItemIx, Vec<ItemIx>>,
}

impl Writing<'_> {
    fn document(&mut self, goals: &[ItemIx]) {
        let home = &self.subject.plan.home;
        let mut kept = Kept::of(&home.kept);
        for item in self.subject.plan.each() {
            self.ids.insert(identifier(item));
        }
        let (root, namespace) = match self.part {
            Part::One => (
                "StrategicPlan",
                "urn:ISO:std:iso:17469:tech:xsd:stratml_core",
            ),
            Part::Two => (
                "PerformancePlanOrReport",
                "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport",
            ),
        };
        let kind = self.kind(&mut kept);
        self.xml
            .start(root, &[("xmlns", namespace), ("Type", kind)]);
        let title = text::title(self.subject);
        self.xml.must("Name", title);
        let (description, other) = match &home.body {
            Some(body) => texts(None, &markdown(self.subject, body, title)),
            None => Default::default(),
        };
        self.xml.maybe("Description", &description);
        let administration = Administration::of(self, &mut kept);
        let core = Core::of(self, &mut kept);
        let other = kept.below(&other);
        self.xml.maybe("OtherInformation", &other);
        self.xml.start("StrategicPlanCore", &[]);
        self.core(home, &core);
        for goal in goals {
            self.goal(*goal);
        }
        self.xml.end();
        self.administration(&administration);
        self.xml.end();
    }

    /// What kind of document Part 2 says that it is: the one that was
    /// imported, else by what its measures have.
    fn kind(&self, kept: &mut Kept<'_>) -> &'static str {
        const KINDS: [&str; 3] = ["Strategic_Plan", "Performance_Plan", "Performance_Report"];
        if self.part == Part::One {
            return "";
        }
        let was = kept.take("Type", |text| KINDS.contains(&text));
        if let Some(known) = KINDS.into_iter().find(|kind| *kind == was) {
            return known;
        }
        let measures = || {
            self.subject
                .plan
                .each()
                .filter_map(|item| item.measure.as_ref())
        };
        if measures().any(|measure| !measure.readings.is_empty()) {
            KINDS[2]
        } else if measures().next().is_some() {
            KINDS[1]
        } else {
            KINDS[0]
        }
    }

    fn core(&mut self, home: &Home, core: &Core<'_>) {
        let organization = self.subject.config.organization.as_deref();
        self.xml.part("Organization");
        self.xml.maybe("Name", organization.unwrap_or_default());
        self.xml.maybe("Acronym", core.acronym);
        self.xml.maybe("Identifier", core.organization);
        self.xml.maybe("Description", core.description);
        self.stakeholders(&home.stakeholders, None);
        self.xml.end();
        let vision = home.vision.as_deref().unwrap_or_default();
        let mission = home.mission.as_deref().unwrap_or_default();
        for (name, text, id) in [
            ("Vision", vision, core.vision),
            ("Mission", mission, core.mission),
        ] {
            self.xml.part(name);
            self.xml.maybe("Description", text);
            self.xml.maybe("Identifier", id);
            self.xml.end();
        }
        for value in &home.values {
            self.xml.start("Value", &[]);
            self.xml.maybe("Name", &value.name);
            self.xml.maybe("Description", &value.text);
            self.xml.end();
        }
    }

    fn administration(&mut self, administration: &Administration<'_>) {
        let period = self.subject.config.period.as_ref();
        self.xml.part("AdministrativeInformation");
        self.xml.maybe("Identifier", administration.identifier);
        if let Some(period) = period {
            self.xml.must("StartDate", &period.first.to_string());
            self.xml.must("EndDate", &period.last.to_string());
        }
        self.xml.maybe("PublicationDate", administration.published);
        self.xml.maybe("Source", administration.source);
        if self.part == Part::Two {
            self.xml.end();
        }
        self.xml.part("Submitter");
        for (name, text) in &administration.submitter {
            self.xml.maybe(name, text);
        }
        self.xml.end();
        if self.part == Part::One {
            self.xml.end();
        }
    }

    /// What is not in the document.
    fn notices(&self) -> Vec<String> {
        let kinds = self.subject.config.kinds.all();
        let missing = kinds.filter_map(|(kind, def)| {
            let items = self
                .subject
                .plan
                .all()
                .filter(|(_, item)| item.kind == kind);
            let count = items.filter(|(at, _)| !self.written.contains(at)).count();
            (count > 0).then(|| format!("{count} of the kind {}", def.name))
        });
        let missing: Vec<String> = missing.collect();
        let mut notices = Vec::new();
        if !missing.is_empty() {
            let missing = missing.join(", ");
            notices.push(format!(
                "StratML has no place for all items: {missing} are not in it"
            ));
        }
        notices
    }
}

/// What an import kept of the organisation, vision and mission.
struct Core<'a> {
    acronym: &'a str,
    organization: &'a str,
    description: &'a str,
    vision: &'a str,
    mission: &'a str,
}

impl<'a> Core<'a> {
    fn of(writing: &mut Writing<'_>, kept: &mut Kept<'a>) -> Self {
        let ids = &mut writing.ids;
        Self {
            acronym: kept.take("Organization/Acronym", any),
            organization: kept.identifier("Organization/Identifier", ids),
            description: kept.take("Organization/Description", any),
            vision: kept.identifier("Vision/Identifier", ids),
            mission: kept.identifier("Mission/Identifier", ids),
        }
    }
}

/// What an import kept of the administrative information.
struct Administration<'a> {
    identifier: &'a str,
    published: &'a str,
    source: &'a str,
    submitter: Vec<(&'static str, &'a str)>,
}

impl<'a> Administration<'a> {
    fn of(writing: &mut Writing<'_>, kept: &mut Kept<'a>) -> Self {
        const SUBMITTER: [(&str, &str); 4] = [
            ("GivenName", "Submitter/GivenName"),
            ("Surname", "Submitter/Surname"),
            ("PhoneNumber", "Submitter/PhoneNumber"),
            ("EmailAddress", "Submitter/EmailAddress"),
        ];
        let is_two = writing.part == Part::Two;
        let mut identifier = |kept: &mut Kept<'a>, name| {
            if is_two {
                kept.identifier(name, &mut writing.ids)
            } else {
                ""
            }
        };
        let own = identifier(kept, "AdministrativeInformation/Identifier");
        let mut submitter = vec![("Identifier", identifier(kept, "Submitter/Identifier"))];
        submitter.extend(SUBMITTER.map(|(name, path)| (name, kept.take(path, any))));
        let is_day = |text: &str| text.parse::<jiff::civil::Date>().is_ok();
        let is_address = |text: &str| !text.contains(char::is_whitespace);
        Self {
            identifier: own,
            published: kept.take("AdministrativeInformation/PublicationDate", is_day),
            source: kept.take("AdministrativeInformation/Source", is_address),
            submitter,
        }
    }
}

/// The items of a role.
fn with_role(subject: Subject<'_>, role: Role) -> Vec<ItemIx> {
    let all = subject.plan.all().filter(|(_, item)| item.role == role);
    all.map(|(at, _)| at).collect()
}

/// An item's identifier: the one that it was imported with, else its id.
fn identifier(item: &Item) -> String {
    const LONGEST_ID: usize = 31;
    let aliases = item.aliases.iter().map(|alias| alias.value.as_str());
    let mut imported = aliases.filter(|it| it.len() > LONGEST_ID && as_xml_id(it) == **it);
    imported
        .next()
        .map_or_else(|| as_xml_id(&item.id), str::to_owned)
}

/// The description in a Markdown text, and what stands below the heading for
/// other information, as plain text.
fn texts(summary: Option<&str>, markdown: &str) -> (String, String) {
    let heading = format!("## {OTHER}");
    let lines = markdown.split_inclusive('\n');
    let mut at = 0;
    let starts = lines.map(|line| {
        let start = at;
        at += line.len();
        (start, line)
    });
    let found = starts
        .into_iter()
        .find(|(_, line)| line.trim_end() == heading);
    let (before, after) = match found {
        Some((start, line)) => (&markdown[..start], &markdown[start + line.len()..]),
        None => (markdown, ""),
    };
    let description = plain::of_markdown(before);
    let description = match summary {
        Some(summary) => format!("{summary}\n\n{description}").trim().to_owned(),
        None => description,
    };
    (description, plain::of_markdown(after))
}

/// What an item refers to, in the order in which it is written.
fn targets(subject: Subject<'_>, from: ItemIx, relation: Relation) -> Vec<ItemIx> {
    subject.trace.graph.to(from, relation).collect()
}
