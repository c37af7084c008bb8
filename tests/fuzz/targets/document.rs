//! A Markdown file with its front matter, read and shown.

use planwright::config::HtmlPolicy;
use planwright::document::html::{Resolved, render};
use planwright::document::{Document, Link, LinkForm, RawHtml};
use planwright::source::{Source, SourceSet};

use super::{crawl, findings, lies_in, text};

pub fn document(bytes: &[u8]) {
    let text = text(bytes);
    let sources = SourceSet::in_memory([("a.md", &text)]);
    let source = &sources.sources[0];
    let (document, problems) = Document::read(source);
    findings(&sources, &problems);
    let blocks = &document.audience_blocks;
    let spans = document.headings.iter().map(|heading| heading.span);
    let spans = spans.chain(document.links.iter().map(|link| link.span));
    let spans = spans.chain(blocks.iter().map(|block| block.span));
    let spans = spans.chain(blocks.iter().map(|block| block.opening));
    let spans = spans.chain(blocks.iter().filter_map(|block| block.closing));
    let spans = spans.chain(document.views.iter().map(|view| view.span));
    let spans = spans.chain(document.views.iter().map(|view| view.inner));
    for span in spans {
        lies_in(&source.text, span);
    }
    assert!(source.text.get(document.body.clone()).is_some());
    document.plain_text(source);
    for policy in [HtmlPolicy::Sanitize, HtmlPolicy::Escape, HtmlPolicy::Allow] {
        shown(&document, source, policy);
    }
}

/// Each way in which a link may turn out.
fn resolved(number: usize, link: &Link) -> Resolved {
    let words = number.is_multiple_of(2).then(|| "words < & \"".to_owned());
    match number % 4 {
        _ if link.form == LinkForm::Image && number.is_multiple_of(2) => Resolved::Image {
            src: "a%20b.png".to_owned(),
        },
        0 => Resolved::Link {
            href: "b.html#c".to_owned(),
            words: words.clone(),
            class: Some("item"),
            title: words,
        },
        1 => Resolved::Text("a < b & c".to_owned()),
        2 => Resolved::Broken {
            words,
            title: "there is no \"<b>\"".to_owned(),
        },
        _ => Resolved::External {
            href: link.target.clone(),
        },
    }
}

/// What is shown of a document is well-formed, and nothing in it runs unless
/// that is allowed.
fn shown(document: &Document, source: &Source, policy: HtmlPolicy) {
    let mut asked = 0;
    let mut resolve = |number: usize, link: &Link| {
        assert_eq!(&document.links[number], link);
        assert!(asked <= number, "links are asked for in order");
        asked = number;
        resolved(number, link)
    };
    let views = vec!["<div>a view</div>".to_owned(); document.views.len()];
    let html = render(document, source, policy, &mut resolve, &views);
    let page = format!("<!doctype html><title>x</title><main>{html}</main>");
    if document.raw_html != RawHtml::Some {
        let malformed = crawl::malformed(&page);
        assert!(malformed.is_empty(), "{malformed:?} in {html}");
        assert_eq!(html.matches("<div>a view</div>").count(), views.len());
    }
    let scripts = ["<script", "<style", "<iframe", "<object", "<embed"];
    let lower = html.to_ascii_lowercase();
    let runs = scripts.iter().any(|tag| lower.contains(tag));
    assert!(policy == HtmlPolicy::Allow || !runs, "{html}");
}
