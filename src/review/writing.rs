//! The files that record a review.

use crate::diagnostic::SourceId;
use crate::mend::{self, Change, Field, Matter};
use crate::plan::{ItemIx, Plan};
use crate::quantity::Date;
use crate::source::{REVIEWS, SourceSet};

use super::{Review, Reviews};

/// Somebody has read items beside what they are for.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its files.
    pub sources: &'a SourceSet,
    /// The reviews so far, which must be whole.
    pub reviews: &'a Reviews,
    /// The day.
    pub on: Date,
    /// Who.
    pub by: &'a str,
}

impl Reading<'_> {
    /// The files that change when these items were read: the record, and the
    /// day in each item.
    ///
    /// # Errors
    ///
    /// The file in which the day is written in a way that only a person
    /// should change.
    pub fn changes(&self, items: &[ItemIx]) -> Result<Vec<Change>, SourceId> {
        let mut changes = vec![self.record(items)];
        for item in items {
            changes.push(self.day(*item)?);
        }
        let is_change = |change: &Change| match &change.before {
            Some(before) => **before != *change.after,
            None => change.after != Reviews::default().to_csv(),
        };
        changes.retain(is_change);
        Ok(changes)
    }

    /// The record with the new reviews in the place of older ones.
    fn record(&self, items: &[ItemIx]) -> Change {
        let read = Review::of(items, self.plan, self.sources);
        let new = read.map(|(item, parent, print)| Review {
            item: self.plan[item].id.clone(),
            parent: self.plan[parent].id.clone(),
            on: self.on,
            by: self.by.to_owned(),
            print,
        });
        let mut reviews = self.reviews.clone();
        reviews.replace(items, new.collect(), self.plan);
        let source = self.sources.by_path(REVIEWS);
        Change {
            path: REVIEWS.to_owned(),
            to: REVIEWS.to_owned(),
            before: source.map(|source| source.text.clone()),
            after: reviews.to_csv(),
        }
    }

    /// The item's file with the day.
    fn day(&self, item: ItemIx) -> Result<Change, SourceId> {
        let document = &self.plan[item].body.document;
        let source = self.sources.source(document.source);
        let day = self.on.to_string();
        let edits = Matter::of(source, document).with(Field::Day("reviewed", &day));
        let edits = edits.ok_or(source.id)?;
        Ok(Change {
            path: source.path.to_string(),
            to: source.path.to_string(),
            after: mend::applied(&source.text, &edits),
            before: Some(source.text.clone()),
        })
    }
}
