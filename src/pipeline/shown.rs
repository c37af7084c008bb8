//! What of a plan its site shows: an edition.

use crate::check::Subject;
use crate::config::Edition;
use crate::diagnostic::{Diagnostic, SourceId, Span, code, did_you_mean};
use crate::edition::{Clearance, Part, Secrets, Wall, Whole};
use crate::leaks;
use crate::output::Tree;
use crate::plan::Plan;
use crate::review::Reviews;
use crate::site::Looks;
use crate::source::SETTINGS;
use crate::trace::Trace;

use super::Inputs;

/// The part of a plan that its site shows. Nothing is said of what is wrong
/// with it: that something is wrong in the part alone, or in the whole alone,
/// would tell of what is hidden.
#[derive(Debug)]
pub struct Shown {
    part: Part,
    trace: Trace,
    /// None: readers are not told who has read what.
    reviews: Reviews,
}

impl Shown {
    /// The edition that is to be made, if it is not the whole plan.
    pub(super) fn of(subject: Subject<'_>) -> Option<Self> {
        let name = subject.imprint.edition.as_ref()?;
        let edition = subject.config.edition(name)?;
        Some(Self::without(None, subject, edition))
    }

    /// An edition with a wall torn down.
    pub(super) fn without(wall: Option<Wall>, subject: Subject<'_>, edition: &Edition) -> Self {
        let whole = whole(subject);
        let clearance = Clearance::without(wall, whole.plan, whole.config, edition);
        let part = Part::of(whole, &clearance);
        let trace = Trace::of(&part.plan, &part.config, subject.today);
        Self {
            part,
            trace,
            reviews: Reviews::default(),
        }
    }

    /// The plan that is shown.
    pub(super) fn plan(&self) -> &Plan {
        &self.part.plan
    }

    /// The part with what it was made from.
    pub(super) fn subject<'a>(&'a self, inputs: &'a Inputs) -> Subject<'a> {
        Subject {
            plan: &self.part.plan,
            trace: &self.trace,
            config: &self.part.config,
            sources: &self.part.sources,
            reviews: &self.reviews,
            today: inputs.today,
            imprint: &inputs.imprint,
        }
    }

    /// What of the rest of the whole plan is in an edition's site nevertheless.
    pub(super) fn leaks(
        &self,
        subject: Subject<'_>,
        edition: &Edition,
        (tree, looks): (&Tree, &Looks),
    ) -> Vec<Diagnostic> {
        let whole = whole(subject);
        let clearance = Clearance::of(whole.plan, whole.config, edition);
        let secrets = Secrets::of(whole, &self.part, &clearance);
        leaks::find(tree, &secrets, &edition.name, looks)
    }
}

fn whole(subject: Subject<'_>) -> Whole<'_> {
    Whole {
        plan: subject.plan,
        sources: subject.sources,
        config: subject.config,
    }
}

/// That the edition that is to be made is not one of the plan's.
pub(super) fn unknown_edition(inputs: &Inputs) -> Option<Diagnostic> {
    let name = inputs.imprint.edition.as_deref()?;
    let editions = &inputs.config.editions;
    let wrong = Edition::named(editions, name).err()?;
    let settings = inputs.sources.by_path(SETTINGS);
    let place = Span::file(settings.map_or(SourceId(0), |source| source.id));
    let known = editions.iter().map(|edition| edition.name.as_str());
    let found = Diagnostic::new(&code::INVALID_VALUE, wrong.message).at(place, "");
    Some(
        found
            .maybe_help(did_you_mean(name, known))
            .maybe_help(wrong.help),
    )
}
