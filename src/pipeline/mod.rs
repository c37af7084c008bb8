//! From sources to a site, as one pure function.
//!
//! Building, checking, serving, publishing and the tests all go this way.

mod memory;
mod shown;
#[cfg(test)]
mod tests;

pub use memory::Memory;
pub use shown::Shown;

use memory::Last;

use std::sync::Arc;

use crate::check::{self, Subject};
use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, SourceId, Span};
use crate::edition::Imprint;
use crate::output::{Folder, Manifest, Tree, bytes_hash, view_hash};
use crate::plan::{self, Plan};
use crate::quantity::Date;
use crate::review::Reviews;
use crate::site::{Looks, Site, TemplateError};
use crate::source::{SETTINGS, SourceSet};
use crate::theme::Theme;
use crate::trace::Trace;
use crate::value::{Table, parse_toml};

/// Everything that a build depends on.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// The plan folder.
    pub sources: SourceSet,
    /// The settings.
    pub config: Config,
    /// What was wrong while these were read.
    pub problems: Vec<Diagnostic>,
    /// The day.
    pub today: Date,
    /// What the site says of itself: the edition that is to be made.
    pub imprint: Imprint,
}

/// The settings of a plan, and what is wrong with them.
pub fn settings(sources: &SourceSet) -> (Config, Vec<Diagnostic>) {
    let (table, mut problems) = match sources.by_path(SETTINGS) {
        Some(source) => parse_toml(source.id, &source.text, 0),
        None => (Table::empty(Span::file(SourceId(0))), Vec::new()),
    };
    let (config, found) = config::read(&table);
    problems.extend(found);
    (config, problems)
}

/// A plan, read and checked.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The plan.
    pub plan: Arc<Plan>,
    /// What follows from it.
    pub trace: Arc<Trace>,
    /// What was reviewed.
    pub reviews: Reviews,
    /// Everything that is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// What of it the site shows, where that is not the whole plan.
    pub shown: Option<Arc<Shown>>,
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
            imprint: &inputs.imprint,
        }
    }

    /// The plan that the site shows.
    pub fn site_plan(&self) -> &Plan {
        self.shown.as_ref().map_or(&self.plan, |shown| shown.plan())
    }

    /// What the site is made of, with what is wrong with it.
    pub fn for_site<'a>(&'a self, inputs: &'a Inputs) -> (Subject<'a>, &'a [Diagnostic]) {
        match &self.shown {
            Some(shown) => (shown.subject(inputs), &[]),
            None => (self.subject(inputs), &self.diagnostics),
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
}

/// Reads and checks a plan and, where it is sound, makes its site. Pages
/// whose views are those of the last build are not made again.
///
/// # Errors
///
/// When templates do not work.
pub fn build(
    inputs: &Inputs,
    theme: &Theme,
    previous: Option<&Manifest>,
) -> Result<Build, Vec<TemplateError>> {
    let looks = Looks::new(theme.clone(), &inputs.config.language)?;
    make(check(inputs), inputs, &looks, previous)
}

/// Makes the site of a plan that was checked, where it is sound. A site in
/// which something hidden is found is none.
///
/// # Errors
///
/// When templates do not work.
pub fn make(
    checked: Checked,
    inputs: &Inputs,
    looks: &Looks,
    previous: Option<&Manifest>,
) -> Result<Build, Vec<TemplateError>> {
    finish(checked, |checked| files(checked, inputs, looks, previous))
}

/// The same, with files that go on their way into a folder as soon as they are
/// made, after a write to it has [begun](Folder::begin).
///
/// # Errors
///
/// When templates do not work.
pub fn make_into(
    checked: Checked,
    inputs: &Inputs,
    looks: &Looks,
    folder: &Folder,
) -> Result<Build, Vec<TemplateError>> {
    finish(checked, |checked| {
        files_into(checked, inputs, looks, folder)
    })
}

fn finish(
    mut checked: Checked,
    files: impl FnOnce(&Checked) -> Files,
) -> Result<Build, Vec<TemplateError>> {
    if !checked.is_sound() {
        return Ok(Build {
            checked,
            tree: None,
        });
    }
    let (tree, leaks) = files(&checked)?;
    let tree = leaks.is_empty().then_some(tree);
    checked.diagnostics.extend(leaks);
    Ok(Build { checked, tree })
}

/// The hash of all that a site is made from, but for its looks: the same hash
/// stands for the same site.
pub fn made_from(inputs: &Inputs) -> u128 {
    let sources = &inputs.sources;
    let texts = sources.sources.iter();
    let texts: Vec<(&str, &str)> = texts.map(|it| (&*it.path, &*it.text)).collect();
    let others = sources.attachments.iter();
    let others: Vec<(&str, Option<u128>)> = others
        .map(|it| (&*it.path, it.bytes.as_deref().map(bytes_hash)))
        .collect();
    let imprint = (&inputs.imprint.edition, &inputs.imprint.revision);
    view_hash(&(texts, others, inputs.today, imprint))
}

/// Files of a site, and what stands in them that the edition hides. With any
/// of that, they must not be shown to anybody.
type Files = Result<(Tree, Vec<Diagnostic>), Vec<TemplateError>>;

/// The files of a sound plan's site, and what stands in them that the edition
/// hides. With any of that, they must not be shown to anybody.
///
/// # Errors
///
/// When templates do not work.
pub fn files(
    checked: &Checked,
    inputs: &Inputs,
    looks: &Looks,
    previous: Option<&Manifest>,
) -> Files {
    // Where something is hidden, nothing is believed to be as it was.
    let previous = previous.filter(|_| checked.shown.is_none());
    let (subject, found) = checked.for_site(inputs);
    let tree = Site::new(subject, found, looks).tree(previous)?;
    let leaks = leaks(checked, inputs, looks, &tree);
    Ok((tree, leaks))
}

/// The same, on their way into a folder; where something is hidden, they are
/// all looked at before one leaves.
///
/// # Errors
///
/// When templates do not work.
pub fn files_into(checked: &Checked, inputs: &Inputs, looks: &Looks, folder: &Folder) -> Files {
    if checked.shown.is_some() {
        return files(checked, inputs, looks, None);
    }
    let (subject, found) = checked.for_site(inputs);
    let site = Site::new(subject, found, looks);
    Ok((site.tree_by_way_of(folder.manifest(), folder)?, Vec::new()))
}

/// What stands in files that the edition hides.
pub fn leaks(checked: &Checked, inputs: &Inputs, looks: &Looks, tree: &Tree) -> Vec<Diagnostic> {
    let edition = inputs.imprint.edition.as_ref();
    let edition = edition.and_then(|name| inputs.config.edition(name));
    let shown = checked.shown.as_ref().zip(edition);
    let leaks =
        shown.map(|(shown, edition)| shown.leaks(checked.subject(inputs), edition, (tree, looks)));
    leaks.unwrap_or_default()
}

/// Reads and checks a plan.
pub fn check(inputs: &Inputs) -> Checked {
    check_again(inputs, &mut Memory::default())
}

/// Checks a plan, reading only those of its texts that the memory does not
/// hold.
pub fn check_again(inputs: &Inputs, memory: &mut Memory) -> Checked {
    let mut problems = inputs.problems.clone();
    let pieces = memory.pieces(inputs);
    let last = memory.last.as_ref().map(|last| &*last.plan);
    let (plan, found) = plan::assemble(pieces, &inputs.sources, &inputs.config, last);
    problems.extend(found);
    let plan = Arc::new(plan);
    let (reviews, found) = Reviews::read(&inputs.sources);
    problems.extend(found);
    let same = memory.same(&plan, inputs);
    let trace = same.map_or_else(
        || Arc::new(Trace::of(&plan, &inputs.config, inputs.today)),
        |same| Arc::clone(&same.trace),
    );
    let subject = Subject {
        plan: &plan,
        trace: &trace,
        config: &inputs.config,
        sources: &inputs.sources,
        reviews: &reviews,
        today: inputs.today,
        imprint: &inputs.imprint,
    };
    problems.extend(shown::unknown_edition(inputs));
    let found = same.map(|same| &same.found);
    let (diagnostics, found) = check::check_again(subject, problems, found);
    let shown = Shown::of(subject).map(Arc::new);
    memory.last = Some(Last {
        plan: Arc::clone(&plan),
        day: inputs.today,
        trace: Arc::clone(&trace),
        found,
    });
    Checked {
        plan,
        trace,
        reviews,
        diagnostics,
        shown,
    }
}
