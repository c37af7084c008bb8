//! From sources to a site, as one pure function.
//!
//! Building, checking, serving, publishing and the tests all go this way.

use rayon::prelude::*;

use crate::check::{self, Subject};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::edition;
use crate::plan::{self, Plan};
use crate::quantity::Date;
use crate::source::SourceSet;
use crate::trace::Trace;

/// Everything that a build depends on.
#[derive(Debug)]
pub struct Inputs {
    /// The plan folder.
    pub sources: SourceSet,
    /// The settings.
    pub config: Config,
    /// What was wrong while these were read.
    pub problems: Vec<Diagnostic>,
    /// The day.
    pub today: Date,
}

/// A plan, read and checked.
#[derive(Debug)]
pub struct Checked {
    /// The plan.
    pub plan: Plan,
    /// What follows from it.
    pub trace: Trace,
    /// Everything that is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// Whether nothing breaks the build.
    pub fn is_sound(&self) -> bool {
        !self.diagnostics.iter().any(|found| found.severity == Severity::Error)
    }
}

/// Reads and checks a plan.
pub fn check(inputs: &Inputs) -> Checked {
    let mut problems = inputs.problems.clone();
    let texts = inputs.sources.sources.par_iter().filter(|source| source.path.ends_with(".md"));
    let (documents, found): (Vec<Document>, Vec<Vec<Diagnostic>>) = texts.map(Document::read).unzip();
    problems.extend(found.into_iter().flatten());
    let (plan, found) = plan::assemble(documents, &inputs.sources, &inputs.config);
    problems.extend(found);
    let plan = edition::whole(plan);
    let trace = Trace::of(&plan, &inputs.config, inputs.today);
    let subject = Subject {
        plan: &plan,
        trace: &trace,
        config: &inputs.config,
        sources: &inputs.sources,
        today: inputs.today,
    };
    let diagnostics = check::check(subject, problems);
    Checked {
        plan,
        trace,
        diagnostics,
    }
}
