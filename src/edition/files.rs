//! The files that are left: those of visible texts, and what these refer to.

use std::collections::{BTreeSet, HashMap};

use crate::diagnostic::SourceId;
use crate::plan::{Place, Target};
use crate::source::{REVIEWS, SETTINGS, SourceSet};

use super::{Clearance, Wall, Whole};

/// The files without those that may not be seen. A file that nothing refers to
/// is for the plan's default audience, as an item without a mark is.
pub(super) fn left(
    whole: Whole<'_>,
    clearance: &Clearance<'_>,
    places: &HashMap<SourceId, Place>,
) -> SourceSet {
    let referred = Referred::of(whole, clearance);
    let keeps = |path: &str| {
        let is_seen = referred.visibly.contains(path);
        let is_anybodys = !referred.at_all.contains(path) && clearance.sees(&[]);
        !clearance.has(Wall::Files) || is_seen || is_anybodys
    };
    let mut sources = whole.sources.clone();
    sources.sources.retain(|source| {
        if source.is_markdown() {
            let place = places.get(&source.id);
            let hides = clearance.has(Wall::Texts);
            return place.is_some_and(|place| !hides || clearance.place(*place));
        }
        [SETTINGS, REVIEWS].contains(&&*source.path) || keeps(&source.path)
    });
    sources.attachments.retain(|file| keeps(&file.path));
    sources
}

/// The paths of files that are referred to.
#[derive(Default)]
struct Referred<'a> {
    at_all: BTreeSet<&'a str>,
    visibly: BTreeSet<&'a str>,
}

impl<'a> Referred<'a> {
    fn of(whole: Whole<'a>, clearance: &Clearance<'_>) -> Self {
        let mut referred = Self::default();
        for (place, body) in whole.plan.bodies() {
            for (link, target) in whole.plan.links(place) {
                if let Target::Attachment(path) = target {
                    let is_shown = clearance.sees_part(body, link.span);
                    referred.add(path, clearance.place(place) && is_shown);
                }
            }
        }
        for (at, item) in whole.plan.all() {
            let table = item.measure.as_ref().and_then(|it| it.table.as_deref());
            if let Some(path) = table {
                let is_shown = clearance.field("readings");
                referred.add(path, clearance.place(Place::Item(at)) && is_shown);
            }
        }
        let site = &whole.config.site;
        for path in [&site.logo, &site.image].into_iter().flatten() {
            referred.add(path.trim_start_matches("./"), true);
        }
        referred
    }

    fn add(&mut self, path: &'a str, visibly: bool) {
        self.at_all.insert(path);
        if visibly {
            self.visibly.insert(path);
        }
    }
}
