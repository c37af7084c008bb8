//! What a block of a text puts on a board of two by two.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::document::{Form, ViewBlock};
use crate::quantity::parse_number;
use crate::value::{Entry, Reader, Spanned, Value, Wrong, parse_yaml};

/// A board of two by two, as a block asks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Quadrants {
    /// What stands over it.
    pub title: Option<String>,
    /// What stands in each quadrant, in the order of [`Quadrants::keys`].
    pub quadrants: [Vec<Placed>; 4],
}

/// Something on a board.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Its words, which may have wikilinks in them.
    pub text: Spanned<String>,
    /// Its impact and effort, where they are stated.
    pub score: Option<(f64, f64)>,
}

/// From where on impact and effort are high, on the scale from 1 to 5.
const HIGH: f64 = 3.0;

/// Words for `[[` and `]]`, which would be lists in YAML: letters of as many
/// bytes that no text has.
const BRACKETS: [(&str, &str); 2] = [("[[", "\u{7f7}"), ("]]", "\u{7f8}")];

impl Quadrants {
    /// The keys of a board's quadrants: top left, top right, bottom left,
    /// bottom right.
    pub fn keys(form: Form) -> [&'static str; 4] {
        match form {
            Form::View | Form::Swot => ["strengths", "weaknesses", "opportunities", "threats"],
            Form::Ansoff => [
                "market-penetration",
                "product-development",
                "market-development",
                "diversification",
            ],
            Form::ImpactEffort => [
                "quick-wins",
                "major-projects",
                "fill-ins",
                "thankless-tasks",
            ],
        }
    }

    /// Reads a block; what is wrong with it is left out of the board.
    pub fn read(block: &ViewBlock) -> (Self, Vec<Diagnostic>) {
        let mut text: Cow<'_, str> = Cow::Borrowed(&block.text);
        for (brackets, word) in BRACKETS {
            text = Cow::Owned(text.replace(brackets, word));
        }
        let (mut table, mut problems) = parse_yaml(block.inner.source, &text, block.inner.start());
        let keys = Self::keys(block.form);
        let is_placed = |entry: &mut Entry| {
            let is_linked = entry.key.contains(BRACKETS[0].1);
            block.form == Form::ImpactEffort
                && !keys.contains(&entry.key.as_str())
                && (is_linked || entry.value.as_table().is_some())
        };
        let placed: Vec<Entry> = table.entries.extract_if(.., is_placed).collect();
        let mut r = Reader::new(&table);
        let title = r.text("title").map(|title| with_brackets(&title));
        let mut quadrants = keys.map(|key| listed(&mut r, key));
        problems.extend(r.finish("quadrant", []));
        for entry in placed {
            match scores(&entry) {
                Ok((impact, effort)) => quadrants[at(impact, effort)].push(Placed {
                    text: Spanned::new(with_brackets(&entry.key), entry.key_span),
                    score: Some((impact, effort)),
                }),
                Err(wrong) => problems.extend(wrong),
            }
        }
        (Self { title, quadrants }, problems)
    }

    /// Whether nothing stands on it.
    pub fn is_empty(&self) -> bool {
        self.quadrants.iter().all(Vec::is_empty)
    }
}

/// The words of an entry; to YAML, those with a colon in them are a table.
fn words(value: &Value) -> Option<String> {
    if let Some(text) = value.as_text() {
        return Some(text.trim().to_owned());
    }
    match value.as_table()?.entries.as_slice() {
        [entry] => Some(format!("{}: {}", entry.key, words(&entry.value)?)),
        _ => None,
    }
}

/// What is listed under the name of a quadrant.
fn listed(r: &mut Reader<'_>, key: &'static str) -> Vec<Placed> {
    let values = r.value(key).map_or(&[][..], Value::as_list);
    let mut listed = Vec::new();
    for value in values {
        let Some(text) = words(value) else {
            let wrong = format!("expected text, found {}", value.what());
            r.wrong(key, value.span, Wrong::new(wrong));
            continue;
        };
        listed.push(Placed {
            text: Spanned::new(with_brackets(&text), value.span),
            score: None,
        });
    }
    listed
}

fn with_brackets(text: &str) -> String {
    let mut text = text.to_owned();
    for (brackets, word) in BRACKETS {
        text = text.replace(word, brackets);
    }
    text
}

/// The quadrant of an impact and an effort.
fn at(impact: f64, effort: f64) -> usize {
    2 * usize::from(impact < HIGH) + usize::from(effort >= HIGH)
}

/// The impact and effort of an entry.
fn scores(entry: &Entry) -> Result<(f64, f64), Vec<Diagnostic>> {
    let Some(table) = entry.value.as_table() else {
        let key = with_brackets(&entry.key);
        let help = format!("write it as in `{key}: {{impact: 4, effort: 2}}`");
        let wrong = Wrong::new("has no impact and effort").help(help);
        return Err(vec![wrong.found(&key, entry.key_span)]);
    };
    let mut r = Reader::new(table);
    let [impact, effort] = ["impact", "effort"].map(|key| {
        let found = r.parse(key, score).map(|score| score.value);
        if found.is_none() && r.value(key).map(Value::what).is_none() {
            let wrong = Wrong::new("has to be stated as a number from 1 to 5");
            r.wrong(key, entry.key_span, wrong);
        }
        found
    });
    let problems = r.finish("score", []);
    match (impact, effort) {
        (Some(impact), Some(effort)) if problems.is_empty() => Ok((impact, effort)),
        _ => Err(problems),
    }
}

fn score(text: &str) -> Result<f64, Wrong> {
    match parse_number(text) {
        Ok(number) if (1.0..=5.0).contains(&number) => Ok(number),
        _ => Err(Wrong::new(format!("`{text}` is not a number from 1 to 5"))),
    }
}
