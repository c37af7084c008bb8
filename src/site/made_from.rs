//! What pages are made from, where that is less than all of the plan.
//!
//! Most edits change the words of one text, and nearly all pages show none of
//! them. What such a page is made from has a hash: where it is that of the last
//! build, so is the page, and nothing of it has to be made to find that out.

use std::hash::Hash;

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::output::view_hash;
use crate::plan::Place;
use crate::source::Source;

use super::context::Context;
use super::findings;

/// The texts whose running words a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Texts {
    /// None.
    None,
    /// One.
    One(Place),
    /// Any.
    Any,
}

impl Texts {
    /// Whether those of a text are among them.
    pub fn have(self, place: Place) -> bool {
        match self {
            Self::None => false,
            Self::One(only) => only == place,
            Self::Any => true,
        }
    }
}

/// The hash of all that a page is made from; none where that is all of the
/// plan.
pub(super) fn page(context: &Context<'_>, texts: Texts) -> Option<u128> {
    let subject = context.subject;
    let text = match texts {
        Texts::None => None,
        Texts::One(place) => subject.plan.body(place),
        Texts::Any => return None,
    };
    let text = text.map(|body| &subject.sources.source(body.document.source).text);
    Some(view_hash(&(apart_from_words(context), text)))
}

/// The hash of all that a site is made from, but for its looks and the words of
/// its texts.
pub(super) fn apart_from_words(context: &Context<'_>) -> u128 {
    let work_out = || {
        let (subject, sources) = (context.subject, context.subject.sources);
        let others = sources.sources.iter().filter(|it| !it.is_markdown());
        let others: Vec<_> = others.map(|it| (&it.path, &it.text)).collect();
        let files = sources.attachments.iter();
        // Pages link to them, and show nothing of what is in them.
        let files: Vec<_> = files.map(|it| (&it.path, it.bytes.is_some())).collect();
        let texts = subject.plan.bodies().map(|(_, body)| {
            let source = sources.source(body.document.source);
            view_hash(&(&body.path, outline(&body.document, source)))
        });
        let texts: Vec<u128> = texts.collect();
        let found = context.diagnostics.iter();
        let found: Vec<_> = found.map(|found| shown(context, found)).collect();
        let imprint = (&subject.imprint.edition, &subject.imprint.revision);
        let nav = context.nav.iter();
        let nav: Vec<_> = nav.map(|way| (&way.label, &way.path)).collect();
        view_hash(&(others, files, texts, found, subject.today, imprint, nav))
    };
    *context.apart_from_words.get_or_init(work_out)
}

/// What others may know of a document: all of it but its running text.
fn outline<'d>(document: &'d Document, source: &'d Source) -> impl Hash + use<'d> {
    let headings = document.headings.iter();
    let headings: Vec<_> = headings
        .map(|it| (it.level, &it.text, &it.anchor))
        .collect();
    let links = document.links.iter();
    let links: Vec<_> = links
        .map(|it| (&it.target, &it.anchor, &it.words))
        .collect();
    let title = document.title.as_ref().map(|it| &it.text);
    let matter = &source.text[..document.body.start];
    let (excerpt, tasks) = (&document.excerpt, document.tasks);
    (matter, title, excerpt, tasks, headings, links)
}

/// What is shown of a finding, with its place and the line that it points at.
fn shown<'d>(context: &Context<'d>, found: &'d Diagnostic) -> impl Hash + use<'d> {
    let line = found.primary.as_ref().map(|label| {
        let source = context.subject.sources.source(label.span.source);
        let start = label.span.start();
        let line = findings::line(&source.text, start);
        (source.position(start), &source.text[line])
    });
    (found, line)
}
