//! L010 missing-image-text: an image that says nothing to who cannot see it.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::code;
use crate::document::LinkForm;

pub(super) const RULE: Rule = Rule {
    code: &code::MISSING_IMAGE_TEXT,
    finds: "An image without words between the brackets: `![](chart.png)`.",
    why: "Readers who cannot see the image hear only that there is one, and the same is true of \
          search engines and of everybody whose network is slow. Public bodies are bound by law to \
          give the words.",
    bad: &[(
        "actions/a1.md",
        "# Open a second counter\n\n![](https://example.org/hall.png)\n",
    )],
    good: &[(
        "actions/a1.md",
        "# Open a second counter\n\n![The hall with both counters](https://example.org/hall.png)\n",
    )],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let images = subject
        .links()
        .filter(|link| link.link.form == LinkForm::Image);
    for image in images.filter(|image| image.link.words.trim().is_empty()) {
        let message = format!("the image `{}` has no text", image.link.target);
        let found = image.finding(&code::MISSING_IMAGE_TEXT, message, "an image without words");
        findings.add(
            found.help("say between the brackets what the image shows: `![Visits by month](…)`"),
        );
    }
}
