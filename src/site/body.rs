//! A text as HTML, its links led to pages.

use crate::document::html::{self, Resolved};
use crate::document::{Form, Link, LinkForm, ViewBlock, Wikilink};
use crate::plan::{Body, Fact, Place, Target};

use super::pieces::Pen;
use super::{address, facts, quadrants, view};

/// A text as HTML, without its title.
pub(super) fn render(pen: &Pen<'_, '_>, place: Place) -> String {
    debug_assert!(pen.may_show(place), "words that the page has not named");
    let subject = pen.context.subject;
    let Some(body) = subject.plan.body(place) else {
        return String::new();
    };
    let source = subject.sources.source(body.document.source);
    let targets = subject.plan.targets(place);
    let mut resolve = |at: usize, link: &Link| resolve(pen, (place, body), &targets[at], link);
    let views = body.document.views.iter().enumerate();
    let views: Vec<String> = views
        .map(|(number, block)| match block.form {
            Form::View => view::html(pen, block, number),
            Form::Swot | Form::Ansoff | Form::ImpactEffort => {
                let mut resolve = |link: &Wikilink<'_>| on_board(pen, place, block, link);
                quadrants::html(pen, block, number, &mut resolve)
            }
        })
        .collect();
    let policy = subject.config.site.html;
    html::render(&body.document, source, policy, &mut resolve, &views)
}

/// What a wikilink on a board leads to: it is among the document's links.
fn on_board(pen: &Pen<'_, '_>, place: Place, block: &ViewBlock, link: &Wikilink<'_>) -> Resolved {
    let plan = pen.context.subject.plan;
    let is_it = |(known, _): &(&Link, &Target)| {
        known.target == link.target
            && known.anchor.as_deref() == link.anchor
            && known.words == link.words
    };
    let within = plan.links(place).skip(block.links.start);
    let found = within.take(block.links.len()).find(is_it);
    match plan.body(place).zip(found) {
        Some((body, (link, target))) => resolve(pen, (place, body), target, link),
        None => broken(pen.say("broken-no-item")),
    }
}

fn resolve(
    pen: &Pen<'_, '_>,
    (place, body): (Place, &Body),
    target: &Target,
    link: &Link,
) -> Resolved {
    match target {
        Target::Text { place, .. } => to_text(pen, *place, link),
        Target::Fact(fact) => fact_text(pen, fact),
        Target::Attachment(path) => {
            let href = pen.href(&address::file(path));
            match link.form {
                LinkForm::Image => Resolved::Image { src: href },
                LinkForm::Inline | LinkForm::Wiki => plain(href, None),
            }
        }
        Target::Here { .. } => {
            let href = match anchor(body, link) {
                Some(anchor) => format!("#{anchor}"),
                None => pen.href(pen.context.page_of(place)),
            };
            plain(
                href,
                own_words(link, link.anchor.clone().unwrap_or_default()),
            )
        }
        Target::External => match &link.anchor {
            Some(anchor) => Resolved::External {
                href: format!("{}#{anchor}", link.target),
            },
            None => Resolved::External {
                href: link.target.clone(),
            },
        },
        Target::UnknownId => broken(pen.say("broken-no-item")),
        Target::NoFile(_) => broken(pen.say("broken-no-file")),
        Target::Outside => broken(pen.say("broken-outside")),
        Target::Forbidden => broken(pen.say("broken-forbidden")),
    }
}

fn broken(why: String) -> Resolved {
    Resolved::Broken {
        words: None,
        title: why,
    }
}

/// A wikilink without words of its own takes those of what it leads to.
fn own_words(link: &Link, title: String) -> Option<String> {
    (link.form == LinkForm::Wiki && link.words.is_empty()).then_some(title)
}

fn plain(href: String, words: Option<String>) -> Resolved {
    Resolved::Link {
        href,
        words,
        class: None,
        title: None,
    }
}

/// The anchor of the heading that a link leads to; none for the title, which
/// stands at the top of its page.
fn anchor<'b>(body: &'b Body, link: &Link) -> Option<&'b str> {
    let found = body.anchor(link.anchor.as_deref()?)?;
    let title = body.document.title.as_ref();
    title
        .is_none_or(|title| title.anchor != found)
        .then_some(found)
}

fn to_text(pen: &Pen<'_, '_>, place: Place, link: &Link) -> Resolved {
    let plan = pen.context.subject.plan;
    let target = plan.body(place);
    let mut href = pen.href(pen.context.page_of(place));
    if let Some(anchor) = target.and_then(|body| anchor(body, link)) {
        href = format!("{href}#{anchor}");
    }
    let title = pen.context.title_of(place);
    match place {
        Place::Item(at) => Resolved::Link {
            href,
            words: own_words(link, title.clone()),
            class: Some("ref"),
            title: Some(format!(
                "{} {}: {title}",
                pen.context.kind_label(at),
                plan[at].id
            )),
        },
        Place::Home | Place::Page(_) => plain(href, own_words(link, title)),
    }
}

fn fact_text(pen: &Pen<'_, '_>, fact: &Fact) -> Resolved {
    Resolved::Text(facts::text(pen, fact))
}
