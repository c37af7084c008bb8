//! What a block of a text asks to see.

use crate::config::{Config, Kind};
use crate::diagnostic::{Diagnostic, Span};
use crate::document::ViewBlock;
use crate::value::{Reader, Spanned, Wrong, one_of, parse_yaml};

use super::compile::{Expression, Fault, Language};

/// How items are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// An item a row, a field a column.
    Table,
    /// An item a line, with what a reader looks for first.
    List,
    /// An item a box.
    Cards,
    /// An item a bar from its start to its due date.
    Timeline,
    /// A kind against another: what supports what.
    Matrix,
    /// How many there are.
    Count,
}

const SHAPES: [(&str, Shape); 6] = [
    ("table", Shape::Table),
    ("list", Shape::List),
    ("cards", Shape::Cards),
    ("timeline", Shape::Timeline),
    ("matrix", Shape::Matrix),
    ("count", Shape::Count),
];

/// The most items that are shown unless a view says otherwise.
const LIMIT: usize = 200;

/// A view of the plan, as a block asks for it.
#[derive(Debug)]
pub struct View {
    /// How items are shown.
    pub shape: Shape,
    /// Which items; all where absent.
    pub filter: Option<Spanned<Expression>>,
    /// The fields that they are sorted by, each with whether it is turned
    /// round.
    pub sort: Vec<(usize, bool)>,
    /// The field that they are grouped by.
    pub group: Option<usize>,
    /// The fields that are shown of each.
    pub columns: Vec<usize>,
    /// Of a matrix: the kinds of its rows and columns.
    pub kinds: Option<(Kind, Kind)>,
    /// How many are shown at most.
    pub limit: usize,
    /// What stands over it.
    pub title: Option<String>,
    /// Whether it is wrong if it shows nothing.
    pub expects_some: bool,
    /// The block.
    pub span: Span,
}

/// What is wrong with a view: with its settings, or with its expression.
#[derive(Debug)]
pub enum Problem {
    /// With a setting.
    Setting(Box<Diagnostic>),
    /// With the expression that stands there, decoded.
    Expression(Spanned<String>, Fault),
}

impl View {
    /// Reads a block; what is wrong with it goes to the problems, and is left
    /// out of the view.
    pub fn read(block: &ViewBlock, language: &Language, config: &Config) -> (Self, Vec<Problem>) {
        let (table, found) = parse_yaml(block.inner.source, &block.text, block.inner.start());
        let mut r = Reader::new(&table);
        let field = |text: &str| field(text, language);
        let shape = r.parse("shape", |text| one_of(text, &SHAPES));
        let shape = shape.map_or(Shape::Table, |shape| shape.value);
        let filter = r.text("filter");
        let sort = r.parses("sort", |text| match text.trim().strip_prefix('-') {
            Some(text) => Ok((field(text)?, true)),
            None => Ok((field(text)?, false)),
        });
        let group = r.parse("group", field).map(|group| group.value);
        let (columns, kinds) = match shape {
            Shape::Matrix => (Vec::new(), matrix(&mut r, table.span, config)),
            _ => (r.parses("columns", field), None),
        };
        let limit = r.parse("limit", limit).map_or(LIMIT, |limit| limit.value);
        let title = r.text("title").map(|title| title.value);
        let expects = r.parse("expect", |text| one_of(text, &[("some", true)]));
        let mut problems: Vec<Problem> = found
            .into_iter()
            .chain(r.finish("setting of a view", []))
            .map(|found| Problem::Setting(Box::new(found)))
            .collect();
        let filter = filter.and_then(|text| match language.compile(&text) {
            Ok(expression) => Some(Spanned::new(expression, text.span)),
            Err(fault) => {
                problems.push(Problem::Expression(text, fault));
                None
            }
        });
        let view = Self {
            shape,
            filter,
            sort: sort.into_iter().map(|sort| sort.value).collect(),
            group,
            columns: columns.into_iter().map(|column| column.value).collect(),
            kinds,
            limit,
            title,
            expects_some: expects.is_some(),
            span: block.span,
        };
        (view, problems)
    }
}

fn field(text: &str, language: &Language) -> Result<usize, Wrong> {
    let name = text.trim();
    let fields = &language.fields;
    fields.find(name).ok_or_else(|| {
        let wrong = Wrong::new(format!("items have no field `{name}`"));
        match fields.nearest(name) {
            Some(near) => wrong.help(near),
            None => wrong,
        }
    })
}

fn limit(text: &str) -> Result<usize, Wrong> {
    match text.parse() {
        Ok(limit @ 1..) => Ok(limit),
        _ => Err(Wrong::new(format!(
            "`{text}` is not a whole number from 1 up"
        ))),
    }
}

/// The kinds of a matrix, which needs both.
fn matrix(r: &mut Reader<'_>, at: Span, config: &Config) -> Option<(Kind, Kind)> {
    let kind = |text: &str| {
        let names = config.kinds.iter().map(|kind| kind.name.as_str());
        let found = config.kinds.by_name(text.trim());
        found.ok_or_else(|| Wrong::unknown_word(text.trim(), names))
    };
    let rows = r.parse("rows", kind);
    let columns = r.parse("columns", kind);
    let problems = r.problems.len();
    for (key, read) in [("rows", &rows), ("columns", &columns)] {
        if read.is_none() && problems == 0 {
            let wrong = Wrong::new("a matrix needs a kind here");
            r.wrong(
                key,
                at,
                wrong.help(format!("add it as in `{key}: strategy`")),
            );
        }
    }
    Some((rows?.value, columns?.value))
}
