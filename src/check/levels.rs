//! How bad each finding is in this plan, and which of them items allow.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Files, Severity, SourceId, code};
use crate::plan::Allow;

use super::Subject;
use super::rules::unused;

/// The findings at the levels of `plan.toml`, without those that items allow,
/// with those allowances that allow nothing.
pub(super) fn apply(subject: Subject<'_>, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut allowances = Allowances::of(subject);
    let mut kept: Vec<Diagnostic> = found;
    kept.retain(|found| !allowances.take(subject, found));
    kept.extend(allowances.unused(subject.config));
    let kept = kept.into_iter();
    kept.filter_map(|found| level(subject, found)).collect()
}

/// A finding as bad as the settings say; none where they switch it off.
pub(super) fn level(subject: Subject<'_>, mut found: Diagnostic) -> Option<Diagnostic> {
    let path = found
        .primary
        .as_ref()
        .map(|label| subject.sources.path(label.span.source));
    found.severity = subject.config.levels.of(&found, path);
    (found.severity != Severity::Off).then_some(found)
}

/// What the items and pages allow, by their files.
struct Allowances<'a> {
    by_file: BTreeMap<SourceId, File<'a>>,
}

struct File<'a> {
    /// The item's id; none for a plain page.
    id: Option<&'a str>,
    allowed: &'a [Allow],
    used: Vec<bool>,
}

impl<'a> Allowances<'a> {
    fn of(subject: Subject<'a>) -> Self {
        let items = subject.plan.items.iter();
        let items = items.map(|item| (Some(item.id.as_str()), &item.body, &item.allow));
        let pages = subject
            .plan
            .pages
            .iter()
            .map(|page| (None, &page.body, &page.allow));
        let files = items
            .chain(pages)
            .filter(|(_, _, allowed)| !allowed.is_empty());
        let by_file = files.map(|(id, body, allowed)| {
            let used = vec![false; allowed.len()];
            (body.document.source, File { id, allowed, used })
        });
        Self {
            by_file: by_file.collect(),
        }
    }

    /// Whether the item that a finding is about, or the file that it points
    /// into, allows it.
    fn take(&mut self, subject: Subject<'_>, found: &Diagnostic) -> bool {
        if self.by_file.is_empty() {
            return false;
        }
        let item = found.subject.as_ref().and_then(|id| subject.plan.find(id));
        let about = item.map(|item| subject.plan[item].body.document.source);
        let within = found.primary.as_ref().map(|label| label.span.source);
        let mut allowed = false;
        for file in [about, within].into_iter().flatten() {
            if let Some(file) = self.by_file.get_mut(&file) {
                allowed |= file.take(found);
            }
        }
        allowed
    }

    /// A finding for each that has allowed nothing, less where that is allowed.
    fn unused(&self, config: &Config) -> impl Iterator<Item = Diagnostic> {
        let files = self.by_file.values().filter(|file| !file.keeps_unused());
        files.flat_map(|file| {
            let allowed = file
                .allowed
                .iter()
                .zip(&file.used)
                .filter(|(_, used)| !**used);
            allowed.map(|(allow, _)| match file.id {
                Some(id) => unused(allow, config).about(id),
                None => unused(allow, config),
            })
        })
    }
}

impl File<'_> {
    fn take(&mut self, found: &Diagnostic) -> bool {
        let mut allowed = false;
        for (allow, used) in self.allowed.iter().zip(&mut self.used) {
            let fits = found.is_by(&allow.rule);
            *used |= fits;
            allowed |= fits;
        }
        allowed
    }

    /// Whether unused allowances are allowed.
    fn keeps_unused(&self) -> bool {
        let unused = Diagnostic::new(&code::UNUSED_ALLOW, "");
        self.allowed.iter().any(|allow| unused.is_by(&allow.rule))
    }
}
