//! Templates that do not work: where, why, and what there is to use instead.

use std::ops::Range;

use tera::{ErrorKind, Tera, Value};

use crate::diagnostic::{Fault, did_you_mean};
use crate::locale;
use crate::theme::{Kind, Theme};

/// A template that does not work.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TemplateError {
    /// What is wrong, and where.
    pub fault: Fault,
    /// The page that was to be made; none where the templates cannot be read.
    pub page: Option<String>,
}

impl TemplateError {
    /// It as a fault that says where it was met.
    pub fn into_fault(self) -> Fault {
        Fault {
            note: self.page.map(|page| format!("met while making {page}")),
            ..self.fault
        }
    }
}

/// What is wrong with templates that cannot be read: with each that is no
/// template, else with what they refer to.
pub(super) fn unreadable(theme: &Theme, error: &tera::Error) -> Vec<TemplateError> {
    let alone = theme.templates.iter().filter_map(|(name, text)| {
        let error = Tera::new().add_raw_template(name, text).err()?;
        let ErrorKind::SyntaxError(report) = error.kind() else {
            return None;
        };
        let place = (name.as_str(), report.span().range.clone());
        Some(fault((theme, None), place, report.message()))
    });
    let mut faults: Vec<Fault> = alone.collect();
    if faults.is_empty() {
        faults = together(theme, error);
    }
    let errors = faults.into_iter();
    errors
        .map(|fault| TemplateError { fault, page: None })
        .collect()
}

/// What is wrong with a template that has failed to show something.
pub(super) fn failing(theme: &Theme, shown: &Value, error: &tera::Error) -> Fault {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = (report.filename(), report.span().range.clone());
            fault((theme, Some(shown)), place, report.message())
        }
        other => Fault::said(&other.to_string()),
    }
}

/// Faults of templates that are sound alone.
fn together(theme: &Theme, error: &tera::Error) -> Vec<Fault> {
    match error.kind() {
        ErrorKind::MissingParent { current, parent } => {
            let message = format!("Unknown template `{parent}`");
            let place = (current.as_str(), quoted(theme, current, parent));
            vec![fault((theme, None), place, &message)]
        }
        ErrorKind::CircularExtend { tpl, .. } => {
            let message = "it extends itself, perhaps by way of others";
            vec![fault((theme, None), (tpl, 0..0), message)]
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            let message = "it includes itself, perhaps by way of others";
            vec![fault((theme, None), (tpl, 0..0), message)]
        }
        other => {
            let text = other.to_string();
            let reports = text.split("error: ").filter(|it| !it.is_empty());
            reports
                .map(|report| written(theme, report).unwrap_or_else(|| Fault::said(report.trim())))
                .collect()
        }
    }
}

/// A fault from a report that was put into text: message, place, and carets
/// below the line.
fn written(theme: &Theme, report: &str) -> Option<Fault> {
    let (message, rest) = report.split_once('\n')?;
    let place = rest.split_once("--> ")?.1.lines().next()?;
    let (place, column) = place.rsplit_once(':')?;
    let (name, line) = place.rsplit_once(':')?;
    let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
    let text = theme.templates.get(name)?;
    let before: usize = text
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum();
    let within = text[before..].chars().take(column - 1).map(char::len_utf8);
    let start = before + within.sum::<usize>();
    let width = report.matches('^').count();
    let marked = text[start..].chars().take(width).map(char::len_utf8);
    let place = (name, start..start + marked.sum::<usize>());
    Some(fault((theme, None), place, message))
}

/// Where a template names another one.
fn quoted(theme: &Theme, template: &str, name: &str) -> Range<usize> {
    let text = theme.templates.get(template).map_or("", String::as_str);
    text.find(name).map_or(0..0, |at| at..at + name.len())
}

/// A fault at a place, in words of ours and with what is there to use: `from`
/// are the theme and what was to be shown.
fn fault(
    from: (&Theme, Option<&Value>),
    (template, range): (&str, Range<usize>),
    message: &str,
) -> Fault {
    let (theme, shown) = from;
    let text = theme.templates.get(template).map_or("", String::as_str);
    let said = Said { theme, shown, text };
    let (message, label, mut help) = said.of(&range, message);
    if shown.is_some() && theme.origin(Kind::Template, template).is_none() && theme.has_own() {
        let why = "this template is built in: what one of the theme's own gives it is not there";
        help.push(why.to_owned());
    }
    Fault {
        path: theme.place_of(template),
        place: Some((range.start, range.end)),
        text: text.to_owned(),
        message,
        label,
        help,
        note: None,
    }
}

/// Puts what the template engine says into words of ours.
struct Said<'a> {
    theme: &'a Theme,
    shown: Option<&'a Value>,
    text: &'a str,
}

type Words = (String, String, Vec<String>);

impl Said<'_> {
    fn of(&self, range: &Range<usize>, message: &str) -> Words {
        let name = between(message, "`", "`").unwrap_or_default();
        if message.starts_with("Variable `") {
            return unknown(
                name,
                &format!("there is no variable `{name}` here"),
                &listed(message),
            );
        }
        if message.starts_with("Field `") {
            return self.field(range, name, &listed(message));
        }
        if message.starts_with("there is no message `") {
            let texts = locale::built_in(locale::LANGUAGES[0]);
            let ids = texts.values().flat_map(|text| text.lines());
            let ids = ids
                .filter_map(|line| line.split_once(" ="))
                .map(|(id, _)| id);
            let help = did_you_mean(name, ids);
            return (
                message.to_owned(),
                String::new(),
                help.into_iter().collect(),
            );
        }
        let known = match message.split('`').next() {
            Some("Unknown template ") => self.theme.template_names(),
            Some("Unknown component ") => self.components(),
            Some("Unknown function ") => FUNCTIONS.to_vec(),
            Some("Unknown filter ") => FILTERS.to_vec(),
            Some("Block ") => self.blocks(name),
            _ if message.contains("undefined") => return self.undefined(range),
            _ => return (lower(message), String::new(), Vec::new()),
        };
        let what = match message.strip_prefix("Unknown ") {
            Some(what) => format!("there is no {what}"),
            None => format!("there is no block `{name}` in what this extends"),
        };
        // These are many: what was probably meant says enough.
        let (what, label, mut help) = unknown(name, &what, &known);
        help.truncate(1);
        (what, label, help)
    }

    /// A field of something that does not have it.
    fn field(&self, range: &Range<usize>, name: &str, fields: &[&str]) -> Words {
        let owner = self.owner(range);
        let owner = if owner.is_empty() { "this" } else { &owner };
        if fields.is_empty() {
            let what = format!("`{owner}` is nothing on this page, so it has no `{name}`");
            let help = format!("ask for it first: {{% if {owner} %}}");
            return (what, "of nothing".to_owned(), vec![help]);
        }
        unknown(name, &format!("`{owner}` has no field `{name}`"), fields)
    }

    /// What stands before a field: `item.owner` in `item.owner.nmae`.
    fn owner(&self, range: &Range<usize>) -> String {
        let marked = &self.text[range.clone()];
        let before = match marked.rsplit_once('.') {
            Some((owner, _)) => return owner.to_owned(),
            None => self.text[..range.start].trim_end_matches('.'),
        };
        let name = |c: char| c.is_alphanumeric() || "_.[]".contains(c);
        let start = before.trim_end_matches(name).len();
        before[start..].to_owned()
    }

    /// Something is used that is not there.
    fn undefined(&self, range: &Range<usize>) -> Words {
        let name = |c: char| c.is_alphanumeric() || "_.[]".contains(c);
        let rest = &self.text[range.start..];
        let path = rest.split(|c| !name(c)).next().unwrap_or_default();
        let path = if path.is_empty() {
            self.text[range.clone()].trim()
        } else {
            path
        };
        if let Some((owner, field)) = path.rsplit_once('.') {
            let fields = self.fields(owner);
            return unknown(field, &format!("`{owner}` has no field `{field}`"), &fields);
        }
        let known = self.shown.map(keys).unwrap_or_default();
        unknown(path, &format!("there is no variable `{path}` here"), &known)
    }

    /// The fields of something that the page shows, as far as it is known by
    /// its way from the top.
    fn fields(&self, path: &str) -> Vec<&str> {
        let Some(mut at) = self.shown else {
            return Vec::new();
        };
        for name in path.split('.') {
            match field(at, name) {
                Some(inner) => at = inner,
                None => return Vec::new(),
            }
        }
        keys(at)
    }

    fn components(&self) -> Vec<&str> {
        self.named("component ", ['(', ' '])
    }

    /// The blocks of others than the one that is not known.
    fn blocks(&self, unknown: &str) -> Vec<&str> {
        let mut blocks = self.named("block ", [' ', '%']);
        blocks.retain(|block| *block != unknown);
        blocks
    }

    /// What templates define with a tag.
    fn named(&self, tag: &str, ends: [char; 2]) -> Vec<&str> {
        let tags = self.theme.templates.values().flat_map(|text| {
            let tags = text.split("{%").skip(1);
            tags.filter_map(|rest| rest.trim_start_matches('-').trim_start().strip_prefix(tag))
        });
        let mut names: Vec<&str> = tags.filter_map(|rest| rest.split(ends).next()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// What is not known, what was probably meant, and what there is.
fn unknown(name: &str, what: &str, known: &[&str]) -> Words {
    let mut help: Vec<String> = did_you_mean(name, known.iter().copied())
        .into_iter()
        .collect();
    if !known.is_empty() {
        help.push(format!("known here: {}", known.join(", ")));
    }
    (what.to_owned(), "not known".to_owned(), help)
}

fn field<'v>(of: &'v Value, name: &str) -> Option<&'v Value> {
    let mut fields = of.as_map()?.iter();
    let found = fields.find(|(key, _)| key.as_str() == Some(name));
    found.map(|(_, value)| value)
}

fn keys(value: &Value) -> Vec<&str> {
    let keys = value.as_map().into_iter().flat_map(|map| map.keys());
    keys.filter_map(|key| key.as_str()).collect()
}

/// The names that a message ends with: `Available fields: id, title`.
fn listed(message: &str) -> Vec<&str> {
    let Some((_, list)) = message.split_once(" Available ") else {
        return Vec::new();
    };
    let list = list.split_once(": ").map_or("", |(_, list)| list);
    list.split(", ").filter(|name| !name.is_empty()).collect()
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    text.split_once(start)?.1.split_once(end).map(|(it, _)| it)
}

/// A sentence that begins with a small letter.
fn lower(message: &str) -> String {
    let mut chars = message.chars();
    let first = chars.next().map(|c| c.to_lowercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}

const FUNCTIONS: [&str; 3] = ["say", "range", "throw"];

/// The filters of the template engine, and ours.
const FILTERS: [&str; 38] = [
    "abs",
    "capitalize",
    "code",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];
