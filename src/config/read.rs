//! From the values of `plan.toml` to a [`Config`].

use std::collections::BTreeMap;

use super::{
    Audiences, Config, Edition, FieldDef, Kinds, Levels, OwnRule, People, SiteOptions, Statuses,
    SubPlan, Target, Thresholds,
};
use crate::diagnostic::Diagnostic;
use crate::quantity::{FiscalCalendar, Lag, Period, parse_currency};
use crate::value::{Reader, Spanned, Table, Wrong};

/// Reads the settings; what is absent or wrong takes its default.
pub fn read(table: &Table) -> (Config, Vec<Diagnostic>) {
    let mut top = Reader::new(table);
    let mut problems = Vec::new();
    let rules = top.tables("rules");
    let empty = Table::empty(table.span);
    let mut part = |key| top.table(key).unwrap_or(&empty);

    let general = General::read(part("plan"), &mut problems);
    let kinds = Kinds::read(part("kinds"), &mut problems);
    let audiences = Audiences::read(part("audiences"), &mut problems);
    let fields = FieldDef::read_all(part("fields"), &kinds, &mut problems);
    let editions = Edition::read_all(part("editions"), &audiences, &fields, &mut problems);
    let config = Config {
        statuses: Statuses::read(part("statuses"), &mut problems),
        people: People::read(part("people"), &mut problems),
        plans: SubPlan::read_all(part("plans"), &mut problems),
        levels: Levels::read(part("checks"), &mut problems),
        rules: OwnRule::read_all(&rules, &mut problems),
        review: read_review(part("review"), &kinds, &mut problems),
        health: Thresholds::read(part("health"), &mut problems),
        publish: Target::read_all(part("publish"), &editions, &mut problems),
        editions,
        site: SiteOptions::read(part("site"), &mut problems),
        audiences,
        fields,
        kinds,
        title: general.title,
        organization: general.organization,
        period: general.period,
        fiscal: general.fiscal,
        language: general.language,
        currency: general.currency,
        timezone: general.timezone,
        base_url: general.base_url,
        ignore: general.ignore,
    };
    problems.extend(top.finish("section", []));
    (config, problems)
}

/// `[plan]`.
struct General {
    title: Option<String>,
    organization: Option<String>,
    period: Option<Period>,
    fiscal: FiscalCalendar,
    language: String,
    currency: Option<String>,
    timezone: Option<String>,
    base_url: Option<String>,
    ignore: Vec<Spanned<String>>,
}

impl General {
    fn read(table: &Table, problems: &mut Vec<Diagnostic>) -> Self {
        let mut r = Reader::new(table);
        let own = |text: Option<Spanned<String>>| text.map(|text| text.value);
        let fiscal = r
            .parse("fiscal_year_start", FiscalCalendar::parse)
            .map_or_else(FiscalCalendar::default, |fiscal| fiscal.value);
        let start = r.parse("start", |text| Period::parse(text, &fiscal));
        let end = r.parse("end", |text| Period::parse(text, &fiscal));
        let general = Self {
            title: own(r.text("title")),
            organization: own(r.text("organization")),
            period: span_of(&mut r, start, end),
            fiscal,
            language: own(r.parse("language", language)).unwrap_or_else(|| "en".to_owned()),
            currency: own(r.parse("currency", parse_currency)),
            timezone: own(r.text("timezone")),
            base_url: own(r.parse("base_url", base_url)),
            ignore: r.parses("ignore", glob),
        };
        problems.extend(r.finish("setting", []));
        general
    }
}

/// From the first day of the start to the last of the end.
fn span_of(
    r: &mut Reader<'_>,
    start: Option<Spanned<Period>>,
    end: Option<Spanned<Period>>,
) -> Option<Period> {
    let (start, end) = match (start, end) {
        (None, None) => return None,
        (Some(one), None) | (None, Some(one)) => return Some(one.value),
        (Some(start), Some(end)) => (start, end),
    };
    if end.last < start.first {
        r.wrong(
            "end",
            end.span,
            Wrong::new("the plan ends before it starts"),
        );
        return Some(start.value);
    }
    Some(start.value.through(end.value))
}

fn language(text: &str) -> Result<String, Wrong> {
    let parts: Vec<&str> = text.split('-').collect();
    let primary = parts[0];
    let fits = (2..=3).contains(&primary.len())
        && primary.chars().all(|c| c.is_ascii_alphabetic())
        && parts[1..].iter().all(|part| {
            (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        });
    if fits {
        Ok(text.to_owned())
    } else {
        Err(Wrong::new(format!("`{text}` is not a language tag"))
            .help("write it as in `en`, `de-AT`, `pt-BR`"))
    }
}

pub(super) fn base_url(text: &str) -> Result<String, Wrong> {
    if text.starts_with("https://") || text.starts_with("http://") {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err(no_web_address(text))
    }
}

pub(super) fn no_web_address(text: &str) -> Wrong {
    Wrong::new(format!("`{text}` is not a web address")).help("write it with `https://` in front")
}

fn glob(text: &str) -> Result<String, Wrong> {
    match globset::Glob::new(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(
            Wrong::new(format!("`{text}` is not a pattern: {}", error.kind()))
                .help("write it as in `drafts/**` or `*.tmp`"),
        ),
    }
}

fn read_review(
    table: &Table,
    kinds: &Kinds,
    problems: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Lag> {
    let mut cadence = BTreeMap::new();
    let mut r = Reader::new(table);
    for entry in &table.entries {
        let Some(kind) = kinds.by_name(&entry.key) else {
            continue;
        };
        let text = entry.value.as_text().unwrap_or_default();
        match Lag::parse(text) {
            Ok(lag) => {
                cadence.insert(kinds[kind].name.clone(), lag);
            }
            Err(wrong) => r.problems.push(wrong.found_in(&entry.key, &entry.value)),
        }
    }
    let names: Vec<&str> = kinds.iter().map(|kind| kind.name.as_str()).collect();
    problems.extend(r.finish("kind", names));
    cadence
}
