//! From sources to a site, as one pure function.
//!
//! Building, checking, serving, publishing and the tests all go this way.

use rayon::prelude::*;

use crate::check::{self, Subject};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::edition;
use crate::locale::Locale;
use crate::output::{Manifest, Tree};
use crate::plan::{self, Plan};
use crate::quantity::Date;
use crate::review::Reviews;
use crate::site::{self, TemplateError};
use crate::source::SourceSet;
use crate::theme::Theme;
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
    /// What was reviewed.
    pub reviews: Reviews,
    /// Everything that is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// Whether nothing breaks the build.
    pub fn is_sound(&self) -> bool {
        !self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// The plan with what it was made from.
    pub fn subject<'a>(&'a self, inputs: &'a Inputs) -> Subject<'a> {
        Subject {
            plan: &self.plan,
            trace: &self.trace,
            config: &inputs.config,
            sources: &inputs.sources,
            reviews: &self.reviews,
            today: inputs.today,
        }
    }
}

/// A site, made whole.
#[derive(Debug)]
pub struct Build {
    /// The plan.
    pub checked: Checked,
    /// The pages and files; none where something breaks the build.
    pub tree: Option<Tree>,
    /// What is wrong with the words in the plan's language.
    pub notes: Vec<String>,
}

/// Reads and checks a plan and, where it is sound, makes its site. Pages
/// whose views are those of the last build are not made again.
///
/// # Errors
///
/// When the theme's templates do not work.
pub fn build(
    inputs: &Inputs,
    theme: &Theme,
    previous: Option<&Manifest>,
) -> Result<Build, Vec<TemplateError>> {
    let checked = check(inputs);
    if !checked.is_sound() {
        return Ok(Build {
            checked,
            tree: None,
            notes: Vec::new(),
        });
    }
    let (locale, notes) = Locale::new(&inputs.config.language, &theme.words);
    let subject = checked.subject(inputs);
    let tree = site::build(subject, &checked.diagnostics, theme, locale, previous)?;
    Ok(Build {
        checked,
        tree: Some(tree),
        notes,
    })
}

/// Reads and checks a plan.
pub fn check(inputs: &Inputs) -> Checked {
    let mut problems = inputs.problems.clone();
    let texts = inputs
        .sources
        .sources
        .par_iter()
        .filter(|source| source.is_markdown());
    let (documents, found): (Vec<Document>, Vec<Vec<Diagnostic>>) =
        texts.map(Document::read).unzip();
    problems.extend(found.into_iter().flatten());
    let (plan, found) = plan::assemble(documents, &inputs.sources, &inputs.config);
    problems.extend(found);
    let plan = edition::whole(plan);
    let (reviews, found) = Reviews::read(&inputs.sources);
    problems.extend(found);
    let trace = Trace::of(&plan, &inputs.config, inputs.today);
    let subject = Subject {
        plan: &plan,
        trace: &trace,
        config: &inputs.config,
        sources: &inputs.sources,
        reviews: &reviews,
        today: inputs.today,
    };
    let diagnostics = check::check(subject, problems);
    Checked {
        plan,
        trace,
        reviews,
        diagnostics,
    }
}
