//! `[kinds.NAME.links]`: how many links an item of a kind is to have.

use crate::diagnostic::{Diagnostic, Span, code, did_you_mean};
use crate::value::{Reader, Table, Wrong};

/// How many links by one name an item must and may have.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LinkCount {
    /// One of [`LINKS`].
    pub name: String,
    /// Where the name stands.
    pub place: Span,
    /// The fewest.
    pub min: Option<u32>,
    /// The most.
    pub max: Option<u32>,
}

/// What links are called: the fields of relations, and the same links seen
/// from the other side.
pub const LINKS: [&str; 16] = [
    "supports",
    "supported_by",
    "depends_on",
    "needed_by",
    "measures",
    "measured_by",
    "threatens",
    "threatened_by",
    "mitigates",
    "mitigated_by",
    "answers",
    "answered_by",
    "continues",
    "continued_by",
    "relates_to",
    "related_by",
];

impl LinkCount {
    /// Reads `[kinds.NAME.links]`, in the order of the file.
    pub(super) fn read_all(table: &Table, problems: &mut Vec<Diagnostic>) -> Vec<Self> {
        let mut counts = Vec::new();
        for (entry, limits) in Reader::named_tables(table, problems) {
            if !LINKS.contains(&entry.key.as_str()) {
                problems.push(unknown(&entry.key, entry.key_span));
                continue;
            }
            let mut r = Reader::new(limits);
            let (min, max) = (r.parse("min", whole), r.parse("max", whole));
            if let (Some(min), Some(max)) = (&min, &max)
                && min.value > max.value
            {
                let wrong = Wrong::new(format!("{} is more than `max`, {}", min.value, max.value));
                r.wrong("min", min.span, wrong);
            } else {
                counts.push(Self {
                    name: entry.key.clone(),
                    place: entry.key_span,
                    min: min.map(|min| min.value),
                    max: max.map(|max| max.value),
                });
            }
            problems.extend(r.finish("setting", []));
        }
        counts
    }
}

fn unknown(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&code::UNKNOWN_FIELD, format!("unknown link `{name}`"))
        .at(span, "no links are called so")
        .maybe_help(did_you_mean(name, LINKS))
        .help(format!("use one of: {}", LINKS.join(", ")))
}

fn whole(text: &str) -> Result<u32, Wrong> {
    let wrong = || Wrong::new(format!("`{text}` is not a whole number")).help("write it as in 2");
    text.parse().map_err(|_| wrong())
}
