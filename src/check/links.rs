//! The links of all texts, as the rules about links see them.

use crate::diagnostic::{Code, Diagnostic, Files, Span};
use crate::document::{Link, LinkForm};
use crate::plan::{Body, Place, Target};

use super::Subject;

/// A link, where it stands and where it leads.
#[derive(Clone, Copy)]
pub(super) struct Written<'a> {
    pub place: Place,
    pub body: &'a Body,
    pub link: &'a Link,
    pub target: &'a Target,
    subject: Subject<'a>,
}

impl<'a> Subject<'a> {
    /// All links and images, in the order of the texts.
    pub(super) fn links(self) -> impl Iterator<Item = Written<'a>> {
        self.plan.bodies().flat_map(move |(place, body)| {
            self.plan.links(place).map(move |(link, target)| Written {
                place,
                body,
                link,
                target,
                subject: self,
            })
        })
    }
}

impl Written<'_> {
    /// Starts a finding about the link's target.
    pub fn finding(&self, code: &'static Code, message: String, label: &str) -> Diagnostic {
        self.finding_at(code, message, self.part(&self.link.target), label)
    }

    /// Starts a finding about the part of the link after `#`.
    pub fn finding_at_anchor(
        &self,
        code: &'static Code,
        message: String,
        label: &str,
    ) -> Diagnostic {
        let anchor = self.link.anchor.as_deref().unwrap_or_default();
        self.finding_at(code, message, self.part(&format!("#{anchor}")), label)
    }

    fn finding_at(
        &self,
        code: &'static Code,
        message: String,
        span: Span,
        label: &str,
    ) -> Diagnostic {
        let found = Diagnostic::new(code, message).at(span, label);
        match self.place {
            Place::Item(item) => found.about(&self.subject.plan[item].id),
            Place::Home | Place::Page(_) => found,
        }
    }

    /// Where part of the link stands; the whole link where it is written
    /// elsewhere, as in `[words][name]`.
    fn part(&self, part: &str) -> Span {
        let span = self.link.span;
        let text = &self.subject.sources.text(span.source)[span.range()];
        let at = match self.link.form {
            LinkForm::Wiki => text.find(part),
            LinkForm::Inline | LinkForm::Image => text.rfind(part),
        };
        match at {
            Some(at) if !part.is_empty() => span.part(at, at + part.len()),
            _ => span,
        }
    }

    /// The path that a link in this text needs to lead to a file of the plan.
    pub fn path_to(&self, file: &str) -> String {
        let mut here: Vec<&str> = self.body.path.split('/').collect();
        let mut there: Vec<&str> = file.split('/').collect();
        here.pop();
        let shared = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
        let up = vec![".."; here.len() - shared];
        let down = there.split_off(shared);
        up.into_iter().chain(down).collect::<Vec<_>>().join("/")
    }
}
