//! The plans within the plan: each with a home of its own, and all together.

mod home;
mod index;
mod ties;

pub use home::FamilyView;
pub use index::{FamiliesView, FamilyCard, Horizons, TieRow};
pub use ties::{Tie, TieLink};

use crate::config::SubPlan;
use crate::plan::ItemIx;

use super::address;
use super::context::Context;
use super::frame::Section;
use super::pages::Page;

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let plans = &context.subject.config.plans;
    if plans.is_empty() {
        return Vec::new();
    }
    let label = context.locale.say("family-plans");
    let all = Page::new("families.html", address::families(), index::view);
    let mut pages = vec![all.in_nav(Section::Plan, label)];
    for plan in plans {
        let path = address::family(&plan.name);
        pages.push(Page::new("family.html", path, |pen| home::view(pen, plan)));
    }
    pages
}

/// The items of a plan of the family; none means those of the plan above all.
fn items(context: &Context<'_>, plan: Option<&SubPlan>) -> Vec<ItemIx> {
    let name = plan.map(|plan| plan.name.as_str());
    let items = context.subject.plan.all();
    let items = items.filter(|(at, _)| name_of(context, *at) == name);
    items.map(|(at, _)| at).collect()
}

/// The plan of the family that an item belongs to.
fn name_of<'a>(context: &Context<'a>, at: ItemIx) -> Option<&'a str> {
    let name = context.item(at).plan.as_ref()?;
    Some(name.as_str())
}
