//! The page of a plan within the plan.

use serde::Serialize;

use crate::config::SubPlan;
use crate::plan::ItemIx;

use super::address;
use super::context::Context;
use super::frame::Frame;
use super::item::{Section, section};
use super::pages::Page;
use super::pieces::{Pen, Words};
use super::words;

/// The page of a plan within the plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FamilyView {
    /// What stands around it.
    pub frame: Frame,
    /// Its title.
    pub title: String,
    /// How far it looks ahead.
    pub horizon: Option<String>,
    /// What it is for.
    pub summary: Option<String>,
    /// Who answers for it.
    pub owner: Option<Words>,
    /// Its items by kind.
    pub sections: Vec<Section>,
}

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let plans = context.subject.config.plans.iter();
    let pages = plans.map(|plan| {
        Page::new("family.html", address::family(&plan.name), |pen| {
            view(pen, plan)
        })
    });
    pages.collect()
}

pub(super) fn view(pen: &Pen<'_, '_>, plan: &SubPlan) -> FamilyView {
    let subject = pen.context.subject;
    let sections = subject.config.kinds.all().filter_map(|(kind, def)| {
        let items: Vec<ItemIx> = subject
            .plan
            .all()
            .filter(|(_, item)| item.kind == kind)
            .filter(|(_, item)| item.plan.as_ref().is_some_and(|name| **name == plan.name))
            .map(|(at, _)| at)
            .collect();
        let plural = &pen.context.kind(kind).plural;
        section(&def.folder, plural.clone(), pen.rows(items))
    });
    let mut frame = Frame::of(pen, "family", &plan.title, &address::home());
    frame.description.clone_from(&plan.summary);
    FamilyView {
        frame,
        title: plan.title.clone(),
        horizon: plan
            .horizon
            .map(|horizon| words::horizon(pen.locale(), horizon)),
        summary: plan.summary.clone(),
        owner: plan.owner.as_ref().map(|owner| pen.person(owner)),
        sections: sections.collect(),
    }
}
