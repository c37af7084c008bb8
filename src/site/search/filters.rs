//! Which entries have which state, owner and team.

use std::collections::BTreeMap;

use super::entries::Findable;
use super::pieces::to_json;
use super::postings::Gaps;

/// The numbers of the entries of each state, owner and team, in order.
#[derive(Debug, Default)]
pub(super) struct Filters([BTreeMap<String, Gaps>; NAMES.len()]);

const NAMES: [&str; 3] = ["status", "owner", "team"];

/// All numbers are kept.
const ALL: usize = usize::MAX;

impl Filters {
    /// Takes those of an entry, whose number follows all that were read.
    pub fn read(&mut self, number: u32, entry: &Findable) {
        let status = entry.status.as_ref().map(|(_, label)| label);
        let values = [status, entry.owner.as_ref(), entry.team.as_ref()];
        for (lists, value) in self.0.iter_mut().zip(values) {
            if let Some(value) = value {
                lists.entry(value.clone()).or_default().push(number, ALL);
            }
        }
    }

    /// These and those of entries that follow.
    pub fn and(mut self, next: Self) -> Self {
        for (lists, next) in self.0.iter_mut().zip(next.0) {
            for (value, numbers) in next {
                lists.entry(value).or_default().append(&numbers, ALL);
            }
        }
        self
    }

    pub fn to_json(&self) -> String {
        let lists = NAMES.iter().zip(&self.0).map(|(name, lists)| {
            let lists = lists.iter().map(|(value, all)| (&**value, all.as_str()));
            let lists: Vec<(&str, &str)> = lists.collect();
            format!("{}:{}", to_json(name), to_json(&lists))
        });
        format!("{{{}}}", lists.collect::<Vec<_>>().join(",\n"))
    }
}
