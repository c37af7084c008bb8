//! Outlines: headings and indented lists, as Markdown or as plain text.

use super::table::{self, Cell, Entry};
use super::{Draft, Loss, Refusal, decode};
use crate::exchange::plain::to_markdown;

/// The most items that are read.
const MAX_LINES: usize = 100_000;

/// An item of an outline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// How deep it stands, from 0.
    pub depth: usize,
    /// What it is called, with all that stands in its line.
    pub title: String,
    /// What stands below it.
    pub text: String,
    /// Names and words that have no place.
    pub kept: Vec<(String, String)>,
    /// Whether its box is ticked.
    pub is_done: bool,
    /// Where it stands.
    pub place: String,
}

/// Reads an outline.
///
/// # Errors
///
/// When nothing is in it, or too much.
pub fn read(bytes: &[u8], kind: Option<&str>) -> Result<Draft, Refusal> {
    let text = decode::text(bytes, None);
    draft(lines(&text), Vec::new(), kind)
}

/// The draft that an outline makes.
///
/// # Errors
///
/// When nothing is in it, when there is too much, and when there is no such
/// kind.
pub(super) fn draft(
    lines: Vec<Line>,
    mut losses: Vec<Loss>,
    kind: Option<&str>,
) -> Result<Draft, Refusal> {
    if lines.is_empty() {
        return Err(Refusal::new("there is no item in it")
            .help("write each on a line of its own, as `- Goal: …`, and indent what is below it"));
    }
    if lines.len() > MAX_LINES {
        return Err(Refusal::new(format!("it has more than {MAX_LINES} items"))
            .help("split it, and import its parts one by one"));
    }
    let top = match kind {
        None => None,
        Some(name) => Some(table::kind_named(name).ok_or_else(|| {
            Refusal::new(format!("there is no kind `{name}`"))
                .help("the kinds are goal, objective, strategy, action, milestone, measure, risk and contingency")
        })?),
    };
    let mut entries: Vec<Entry> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for line in lines {
        let depth = line.depth.min(open.len());
        let above = depth.checked_sub(1).map(|it| open[it]);
        let mut entry = entry(line, depth, &mut losses);
        entry.above = above;
        open.truncate(depth);
        open.push(entries.len());
        entries.push(entry);
    }
    // Levels are counted among those whose kind nothing says.
    let kinds: Vec<&'static str> = top.into_iter().collect();
    table::give_kinds(&mut entries, &kinds);
    Ok(table::draft_of(entries, losses))
}

fn entry(line: Line, depth: usize, losses: &mut Vec<Loss>) -> Entry {
    let mut entry = Entry {
        depth,
        place: line.place,
        ..Entry::default()
    };
    let (title, inline) = without_inline(line.title.trim());
    let mut title = title;
    if let Some((word, rest)) = title.split_once(':')
        && let Some(kind) = table::kind_named(word)
        && !rest.trim().is_empty()
    {
        entry.kind = Some(kind);
        title = rest.trim();
    }
    if let Some(found) = table::split_number(title, true) {
        let rest = found.title;
        entry.kind = entry.kind.or(found.kind);
        entry.number = Some(found.number);
        title = rest;
    }
    title.clone_into(&mut entry.title);
    if !line.text.trim().is_empty() {
        entry.add_text(&to_markdown(&line.text));
    }
    if line.is_done {
        entry.set("status", "done", ("Status", "done"));
    }
    for (name, value) in line.kept {
        entry.keep(&name, &value);
    }
    for (name, value) in inline {
        table::set_named(&mut entry, name, &Cell::of(value), losses);
    }
    entry
}

/// A title without `(owner: Ada, due: 2026)` at its end, and what that says.
fn without_inline(text: &str) -> (&str, Vec<(&str, &str)>) {
    let whole = (text, Vec::new());
    let Some((title, inner)) = text.strip_suffix(')').and_then(|it| it.rsplit_once('(')) else {
        return whole;
    };
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    let mut start = 0;
    let mut marks = inner
        .match_indices([',', ';'])
        .map(|(at, _)| at)
        .collect::<Vec<_>>();
    marks.push(inner.len());
    for mark in marks {
        let rest = &inner[(mark + 1).min(inner.len())..];
        // A comma within a value is followed by no name.
        let next_is_named = rest
            .split([',', ';'])
            .next()
            .is_some_and(|it| it.contains(':'));
        if mark < inner.len() && !next_is_named {
            continue;
        }
        let Some((name, value)) = inner[start..mark].split_once(':') else {
            return whole;
        };
        pairs.push((name.trim(), value.trim()));
        start = (mark + 1).min(inner.len());
    }
    let title = title.trim();
    if title.is_empty() || pairs.iter().any(|(name, _)| !table::is_named(name)) {
        return whole;
    }
    (title, pairs)
}

/// The items of a text: headings, list items and numbered lines; other lines
/// are the text of the item above, or items where there are no marks at all.
fn lines(text: &str) -> Vec<Line> {
    let has_marks = text.lines().any(|line| mark(line.trim_start()).is_some());
    let mut lines: Vec<Line> = Vec::new();
    let mut indents: Vec<usize> = Vec::new();
    let mut headings = 0;
    for (at, line) in text.lines().enumerate() {
        let bare = line.trim();
        if bare.is_empty() {
            continue;
        }
        let indent = indent(line);
        let (depth, title) = match mark(bare) {
            Some((0, title)) => {
                indents.retain(|it| *it < indent);
                indents.push(indent);
                (headings + indents.len() - 1, title)
            }
            Some((level, title)) => {
                indents.clear();
                headings = level;
                (level - 1, title)
            }
            None if has_marks && !lines.is_empty() => {
                if let Some(last) = lines.last_mut() {
                    last.text.push_str(bare);
                    last.text.push('\n');
                }
                continue;
            }
            None => {
                indents.retain(|it| *it < indent);
                indents.push(indent);
                (indents.len() - 1, bare)
            }
        };
        lines.push(Line {
            depth,
            title: title.to_owned(),
            is_done: bare
                .split_once(' ')
                .is_some_and(|(_, it)| it.trim_start().to_lowercase().starts_with("[x] ")),
            place: format!("line {}", at + 1),
            ..Line::default()
        });
    }
    lines
}

fn indent(line: &str) -> usize {
    let blanks = line.chars().take_while(|c| c.is_whitespace());
    blanks.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// The level of a heading, or 0 of a list item, and what stands behind it.
fn mark(line: &str) -> Option<(usize, &str)> {
    let level = line.len() - line.trim_start_matches('#').len();
    if (1..=6).contains(&level) && line[level..].starts_with(' ') {
        return Some((level, line[level..].trim()));
    }
    for sign in ["- ", "* ", "+ ", "\u{2022} "] {
        if let Some(rest) = line.strip_prefix(sign) {
            let rest = rest.trim_start();
            let done = ["[ ] ", "[x] ", "[X] "]
                .iter()
                .find_map(|sign| rest.strip_prefix(sign));
            return Some((0, done.unwrap_or(rest)));
        }
    }
    let found = table::split_number(line, true)?;
    found
        .number
        .starts_with(|c: char| c.is_ascii_digit())
        .then_some((0, line))
}
