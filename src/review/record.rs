//! `reviews.csv`: a line for each item and each item that it is for.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Span, code};
use crate::plan::{ItemIx, Plan};
use crate::quantity::Date;
use crate::source::{REVIEWS, Source, SourceSet};

use super::{CARRYING, Fingerprint};

/// The columns.
const HEADING: &str = "item,parent,on,by,title,text,dates,target,aims";
/// How the lines begin that a merge leaves behind; they have a rule of their
/// own.
const MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// What somebody has read and found to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The id of the item that was reviewed.
    pub item: String,
    /// The id of what it is for.
    pub parent: String,
    /// The day.
    pub on: Date,
    /// Who did.
    pub by: String,
    /// What the parent meant.
    pub print: Fingerprint,
}

/// All reviews of a plan.
#[derive(Debug, Clone, Default)]
pub struct Reviews {
    /// Each with its line, in the order of the file.
    lines: Vec<(Review, Option<Span>)>,
    /// Whether all of the file could be read.
    is_whole: bool,
}

impl Reviews {
    /// Reads `reviews.csv`, if there is one, and says what is wrong with it.
    pub fn read(sources: &SourceSet) -> (Self, Vec<Diagnostic>) {
        let mut reviews = Self {
            is_whole: true,
            ..Self::default()
        };
        let Some(source) = sources.by_path(REVIEWS) else {
            return (reviews, Vec::new());
        };
        let problems = reviews.read_lines(source);
        reviews.is_whole = problems.is_empty() && reviews.is_whole;
        (reviews, problems)
    }

    fn read_lines(&mut self, source: &Source) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let mut start = 0;
        for whole in source.text.split_inclusive('\n') {
            let line = whole.trim_end();
            let span = Span::new(source.id, start, start + line.len());
            start += whole.len();
            if MARKERS.iter().any(|marker| line.starts_with(marker)) {
                self.is_whole = false;
            } else if line.is_empty() || line == HEADING {
            } else if let Some(review) = Review::read(line) {
                self.lines.push((review, Some(span)));
            } else if self.lines.is_empty() && problems.is_empty() && !source.text.contains(HEADING)
            {
                return vec![no_record(span)];
            } else {
                problems.push(unreadable(span));
            }
        }
        problems
    }

    /// Whether all of the file could be read, so that it can be written anew
    /// without loss.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// The last review of each item with each that it was for, old ids
    /// followed; of items that are gone there is none.
    pub fn by_items(&self, plan: &Plan) -> BTreeMap<(ItemIx, ItemIx), &Review> {
        let mut last: BTreeMap<_, &Review> = BTreeMap::new();
        for (review, _) in &self.lines {
            let (item, parent) = (plan.find(&review.item), plan.find(&review.parent));
            let Some(key) = item.zip(parent) else {
                continue;
            };
            let kept = last.entry(key).or_insert(review);
            if kept.on <= review.on {
                *kept = review;
            }
        }
        last
    }

    /// The reviews with a parent that is gone, each with its item and line.
    pub(super) fn without_parent<'a>(
        &'a self,
        plan: &'a Plan,
    ) -> impl Iterator<Item = (ItemIx, &'a Review, Span)> {
        let lines = self.lines.iter();
        lines.filter_map(|(review, span)| {
            let is_gone = plan.find(&review.parent).is_none();
            let item = plan.find(&review.item).filter(|_| is_gone)?;
            Some((item, review, (*span)?))
        })
    }

    /// Puts reviews in the place of all that there were of the same items.
    pub fn replace(&mut self, items: &[ItemIx], new: Vec<Review>, plan: &Plan) {
        let items: BTreeSet<&ItemIx> = items.iter().collect();
        self.lines.retain(|(old, _)| {
            let of = plan.find(&old.item);
            of.is_none_or(|item| !items.contains(&item))
        });
        self.lines
            .extend(new.into_iter().map(|review| (review, None)));
    }

    /// Changes each review.
    pub fn update(&mut self, mut change: impl FnMut(&mut Review)) {
        for (review, _) in &mut self.lines {
            change(review);
        }
    }

    /// The file: a heading, then the lines in the order of their ids. Lines
    /// stay the same when others come and go, so that two people's reviews
    /// merge.
    pub fn to_csv(&self) -> String {
        let mut lines: Vec<String> = self.lines.iter().map(|(review, _)| review.line()).collect();
        let key = |line: &String| (line.to_lowercase(), line.clone());
        lines.sort_by_cached_key(key);
        lines.dedup();
        let lines = lines.iter().flat_map(|line| [line.as_str(), "\n"]);
        [HEADING, "\n"].into_iter().chain(lines).collect()
    }
}

impl Review {
    /// The items with all that they are for, and what that means today.
    pub fn of<'a>(
        items: &'a [ItemIx],
        plan: &'a Plan,
        sources: &'a SourceSet,
    ) -> impl Iterator<Item = (ItemIx, ItemIx, Fingerprint)> + 'a {
        let references = items.iter().flat_map(|item| plan.references_of(*item));
        let carrying = references.filter(|it| CARRYING.contains(&it.relation));
        let links: BTreeSet<(ItemIx, ItemIx)> = carrying
            .filter_map(|it| Some((it.from, it.to?)))
            .filter(|(item, parent)| item != parent)
            .collect();
        let print = |(item, parent)| (item, parent, Fingerprint::of(parent, plan, sources));
        links.into_iter().map(print)
    }

    fn read(line: &str) -> Option<Self> {
        let cells = cells(line)?;
        let [item, parent, on, by, prints @ ..] = cells.as_slice() else {
            return None;
        };
        let print = Fingerprint::read(prints)?;
        let is_named = !item.is_empty() && !parent.is_empty();
        let on = on.parse().ok().filter(|_| is_named)?;
        Some(Self {
            item: item.clone(),
            parent: parent.clone(),
            on,
            by: by.clone(),
            print,
        })
    }

    fn line(&self) -> String {
        let on = self.on.to_string();
        let cells = [&self.item, &self.parent, &on, &self.by].map(|it| quoted(it));
        format!("{},{}", cells.join(","), self.print)
    }
}

/// The cells of a line, trimmed.
fn cells(line: &str) -> Option<Vec<String>> {
    if !line.contains('"') {
        return Some(line.split(',').map(|cell| cell.trim().to_owned()).collect());
    }
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(line.as_bytes());
    let row = rows.records().next()?.ok()?;
    Some(row.iter().map(str::to_owned).collect())
}

fn quoted(cell: &str) -> String {
    let flat: Vec<&str> = cell.split_whitespace().collect();
    let flat = flat.join(" ");
    if flat.contains([',', '"']) {
        format!("\"{}\"", flat.replace('"', "\"\""))
    } else {
        flat
    }
}

fn no_record(span: Span) -> Diagnostic {
    let message = format!("`{REVIEWS}` is no record of reviews");
    Diagnostic::new(&code::INVALID_VALUE, message)
        .at(span, format!("expected `{HEADING}`"))
        .help("give the file another name; this one is for `planwright review`")
}

fn unreadable(span: Span) -> Diagnostic {
    Diagnostic::new(&code::INVALID_VALUE, "a review that cannot be read")
        .at(span, "not as `planwright review` writes it")
        .help("put the line back as it was, or delete it and review the item anew")
}
