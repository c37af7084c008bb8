//! JSON of our own: the model of a plan for other tools.

mod item;

use std::io;

use serde::{Serialize, Serializer};

use crate::check::Subject;
use crate::config::{FieldType, Horizon};
use crate::exchange::model;
use crate::plan::Stakeholder;

use super::text::markdown;

/// Writes a plan as JSON, with an end of line, piece by piece.
///
/// # Errors
///
/// Those of `file`.
pub fn write(subject: Subject<'_>, file: &mut dyn io::Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *file, &model(subject))?;
    file.write_all(b"\n")
}

/// A plan as data; its items are made as they are asked for.
fn model(subject: Subject<'_>) -> model::Plan<impl Serialize + use<'_>> {
    let pages = subject.plan.pages.iter().map(|page| model::Page {
        path: page.body.path.clone(),
        page: format!("{}.html", page.address),
        title: page.title.clone(),
        text: markdown(subject, &page.body, &page.title).into_owned(),
    });
    model::Plan {
        version: model::VERSION,
        today: subject.today.to_string(),
        edition: subject.imprint.edition.clone(),
        settings: settings(subject),
        home: home(subject),
        items: Items(subject),
        pages: pages.collect(),
    }
}

struct Items<'a>(Subject<'a>);

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items = self.0.plan.all();
        serializer.collect_seq(items.map(|(at, item)| item::item(self.0, at, item)))
    }
}

fn settings(subject: Subject<'_>) -> model::Settings {
    let config = subject.config;
    let audiences = &config.audiences;
    let is_whole = subject.imprint.edition.is_none();
    let period = config.period.as_ref();
    model::Settings {
        title: config.title.clone(),
        organization: config.organization.clone(),
        start: period.map(|it| it.first.to_string()),
        end: period.map(|it| it.last.to_string()),
        fiscal_year_start: config.fiscal.canonical(),
        language: config.language.clone(),
        currency: config.currency.clone(),
        timezone: config.timezone.clone(),
        base_url: config.base_url.clone(),
        kinds: kinds(subject),
        statuses: config
            .statuses
            .iter()
            .map(|status| model::Status {
                name: status.name.clone(),
                label: status.label.clone(),
                is: status.is.name().to_owned(),
            })
            .collect(),
        fields: fields(subject),
        people: config
            .people
            .iter()
            .map(|person| model::Person {
                key: person.key.clone(),
                name: person.name.clone(),
                role: person.role.clone(),
                team: person.team.clone(),
                email: person.email.clone(),
            })
            .collect(),
        plans: config
            .plans
            .iter()
            .map(|plan| model::SubPlan {
                name: plan.name.clone(),
                title: plan.title.clone(),
                horizon: plan.horizon.map(Horizon::name).map(str::to_owned),
                owner: plan.owner.clone(),
                summary: plan.summary.clone(),
            })
            .collect(),
        audiences: if is_whole {
            audiences.order.clone()
        } else {
            Vec::new()
        },
        default_audience: audiences.default.clone().filter(|_| is_whole),
    }
}

fn kinds(subject: Subject<'_>) -> Vec<model::Kind> {
    let kinds = subject.config.kinds.iter();
    let kinds = kinds.map(|kind| model::Kind {
        name: kind.name.clone(),
        label: kind.label.clone(),
        plural: kind.plural.clone(),
        role: kind.role.name().to_owned(),
        folder: kind.folder.clone(),
        supports: kind.supports.clone(),
    });
    kinds.collect()
}

fn fields(subject: Subject<'_>) -> Vec<model::Field> {
    let fields = subject.config.fields.iter();
    let fields = fields.map(|field| model::Field {
        name: field.name.clone(),
        label: field.label.clone(),
        holds: holds(field.holds).to_owned(),
        list: field.list,
        kinds: field.kinds.clone(),
        values: field.values.iter().map(|it| it.value.clone()).collect(),
    });
    fields.collect()
}

fn home(subject: Subject<'_>) -> model::Home {
    let home = &subject.plan.home;
    let title = home.title.as_deref().unwrap_or_default();
    let text = home.body.as_ref();
    model::Home {
        title: home.title.clone(),
        vision: home.vision.clone(),
        mission: home.mission.clone(),
        values: home
            .values
            .iter()
            .map(|value| model::Statement {
                name: value.name.clone(),
                text: value.text.clone(),
            })
            .collect(),
        stakeholders: home.stakeholders.iter().map(stakeholder).collect(),
        kept: kept(&home.kept),
        text: text.map_or_else(String::new, |body| {
            markdown(subject, body, title).into_owned()
        }),
    }
}

fn kept(all: &[(String, String)]) -> Vec<model::Kept> {
    let all = all.iter().map(|(name, text)| model::Kept {
        name: name.clone(),
        text: text.clone(),
    });
    all.collect()
}

fn stakeholder(it: &Stakeholder) -> model::Stakeholder {
    let roles = |roles: &[crate::plan::StakeholderRole]| {
        let names = roles.iter().map(|role| role.name().to_owned());
        names.collect()
    };
    model::Stakeholder {
        name: it.name.clone(),
        party: it.party.map(|party| party.name().to_owned()),
        role: roles(&it.roles),
        text: it.text.clone(),
        parts: it
            .parts
            .iter()
            .map(|part| model::Part {
                name: part.name.clone(),
                role: roles(&part.roles),
                text: part.text.clone(),
            })
            .collect(),
    }
}

fn holds(holds: FieldType) -> &'static str {
    match holds {
        FieldType::Text => "text",
        FieldType::Number => "number",
        FieldType::Money => "money",
        FieldType::Date => "date",
        FieldType::Bool => "bool",
        FieldType::Term => "term",
        FieldType::Person => "person",
        FieldType::Link => "link",
    }
}
