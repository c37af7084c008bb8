//! The items that a view shows: filtered, sorted, grouped, limited.

use std::cmp::Ordering;

use crate::plan::ItemIx;

use super::compile::Language;
use super::fields::{Field, FieldValue, Holds};
use super::read::Facts;
use super::run::{Failed, Run};
use super::view::View;

/// The items of a view.
#[derive(Debug)]
pub struct Selected {
    /// The items in groups; one group without a value where nothing is
    /// grouped, none where there are no items.
    pub groups: Vec<Group>,
    /// How many items match, shown or not.
    pub count: usize,
    /// How many of these are not shown.
    pub hidden: usize,
    /// Items for which the filter could not be worked out.
    pub failed: Option<Failed>,
}

/// Items with the same value.
#[derive(Debug)]
pub struct Group {
    /// The value; none for items without one.
    pub value: Option<FieldValue>,
    /// The items, at least one.
    pub items: Vec<ItemIx>,
}

impl View {
    /// The items that the view shows; of a matrix those of its rows.
    pub fn select(&self, language: &Language, facts: Facts<'_>) -> Selected {
        let (mut items, failed) = self.matching(language, facts);
        self.sort(&mut items, language, facts);
        let count = items.len();
        items.truncate(self.limit);
        let hidden = count - items.len();
        let groups = match self.group {
            _ if items.is_empty() => Vec::new(),
            None => vec![Group { value: None, items }],
            Some(field) => {
                let sort = self.sort.iter().find(|(sort, _)| *sort == field);
                let turned = sort.is_some_and(|(_, turned)| *turned);
                grouped(language.fields.get(field), turned, items, facts)
            }
        };
        Selected {
            groups,
            count,
            hidden,
            failed,
        }
    }

    fn matching(&self, language: &Language, facts: Facts<'_>) -> (Vec<ItemIx>, Option<Failed>) {
        let rows = self.kinds.map(|(rows, _)| rows);
        let all = facts.plan.all();
        let all = all.filter(|(_, item)| rows.is_none_or(|kind| item.kind == kind));
        let all = all.map(|(at, _)| at);
        let Some(filter) = &self.filter else {
            return (all.collect(), None);
        };
        Run::new(filter, language, facts).among(all)
    }

    /// Sorts by each field in turn; what lacks it comes last. Equals stay in
    /// the order of the plan.
    fn sort(&self, items: &mut Vec<ItemIx>, language: &Language, facts: Facts<'_>) {
        if self.sort.is_empty() {
            return;
        }
        let fields = self.sort.iter();
        let fields: Vec<(&Field, bool)> = fields
            .map(|(field, turned)| (language.fields.get(*field), *turned))
            .collect();
        let mut keyed: Vec<(Vec<Option<FieldValue>>, ItemIx)> = items
            .iter()
            .map(|at| {
                let values = fields.iter().map(|(field, _)| field.of(facts, *at));
                (values.collect(), *at)
            })
            .collect();
        keyed.sort_by(|(a, _), (b, _)| {
            let pairs = a.iter().zip(b).zip(&fields);
            let orders = pairs
                .map(|((a, b), (field, turned))| order(field, *turned, a.as_ref(), b.as_ref()));
            orders.fold(Ordering::Equal, Ordering::then)
        });
        *items = keyed.into_iter().map(|(_, at)| at).collect();
    }
}

fn order(field: &Field, turned: bool, a: Option<&FieldValue>, b: Option<&FieldValue>) -> Ordering {
    match (a, b) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(a), Some(b)) if turned => rank(field, b, a),
        (Some(a), Some(b)) => rank(field, a, b),
    }
}

/// The order of two values of a field: words in the order in which they are
/// listed, text without regard to case.
fn rank(field: &Field, a: &FieldValue, b: &FieldValue) -> Ordering {
    use FieldValue::{Bool, Day, Number, Text, Texts, Whole};
    match (a, b) {
        (Text(a), Text(b)) => match &field.holds {
            Holds::Word(words) => {
                let place = |word: &String| words.iter().position(|it| it == word);
                place(a).cmp(&place(b))
            }
            _ => a
                .to_lowercase()
                .cmp(&b.to_lowercase())
                .then_with(|| a.cmp(b)),
        },
        (Texts(a), Texts(b)) => a.cmp(b),
        (Whole(a), Whole(b)) => a.cmp(b),
        (Number(a), Number(b)) => a.total_cmp(b),
        (Day(a), Day(b)) => a.cmp(b),
        (Bool(a), Bool(b)) => b.cmp(a),
        _ => Ordering::Equal,
    }
}

/// Items by the value of a field; by month where it is a day; with several
/// values, under each of them.
fn grouped(field: &Field, turned: bool, items: Vec<ItemIx>, facts: Facts<'_>) -> Vec<Group> {
    let mut valued: Vec<(Option<FieldValue>, ItemIx)> = Vec::new();
    for at in items {
        match field.of(facts, at) {
            Some(FieldValue::Texts(several)) if !several.is_empty() => {
                let several = several.into_iter().map(FieldValue::Text);
                valued.extend(several.map(|value| (Some(value), at)));
            }
            Some(FieldValue::Texts(_)) => valued.push((None, at)),
            Some(FieldValue::Day(day)) => {
                valued.push((Some(FieldValue::Day(day.first_of_month())), at));
            }
            value => valued.push((value, at)),
        }
    }
    valued.sort_by(|(a, _), (b, _)| order(field, turned, a.as_ref(), b.as_ref()));
    let groups = valued.chunk_by(|(a, _), (b, _)| a == b);
    groups
        .map(|group| Group {
            value: group[0].0.clone(),
            items: group.iter().map(|(_, at)| *at).collect(),
        })
        .collect()
}
