//! The settings that are left: people, plans and pages that can be seen.

use std::collections::BTreeSet;

use crate::config::{Config, SubPlan};
use crate::plan::{OwnValue, Plan};

use super::{Clearance, Wall};

/// The settings for what is left of a plan.
pub(super) fn left(config: &Config, plan: &Plan, clearance: &Clearance<'_>) -> Config {
    let mut left = config.clone();
    if clearance.has(Wall::Fields) && !clearance.field("owner") {
        for plan in &mut left.plans {
            plan.owner = None;
        }
    }
    if clearance.has(Wall::Texts) {
        let has_items = |sub: &SubPlan| {
            let of = |item: &crate::plan::Item| {
                item.plan.as_ref().is_some_and(|it| it.value == sub.name)
            };
            plan.each().any(of)
        };
        left.plans.retain(has_items);
        let is_page = |path: &str| plan.pages.iter().any(|page| page.body.path == path);
        left.site.nav.retain(|path| is_page(path));
    }
    if clearance.has(Wall::People) {
        let named = named(&left, plan);
        left.people = config
            .people
            .only(|person| named.contains(person.name.as_str()));
    }
    left
}

/// Everybody who is named in a plan.
fn named<'a>(config: &'a Config, plan: &'a Plan) -> BTreeSet<&'a str> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for item in plan.each() {
        let raci = &item.raci;
        let lists = [&raci.contributors, &raci.consulted, &raci.informed];
        let listed = lists.into_iter().flatten();
        names.extend(listed.chain(&raci.owner).map(|name| name.as_str()));
        let values = item.own.iter().flat_map(|field| &field.values);
        names.extend(values.filter_map(|value| match &value.value {
            OwnValue::Text(text) => Some(text.as_str()),
            _ => None,
        }));
    }
    let owners = config.plans.iter().filter_map(|plan| plan.owner.as_deref());
    let owners = owners.filter_map(|owner| config.people.find(owner));
    names.extend(owners.map(|person| person.name.as_str()));
    names
}
