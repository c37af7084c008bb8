//! L002 broken-link: a link to a text that is not there.

use crate::check::files::Files;
use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::code;
use crate::plan::Target;

pub(super) const RULE: Rule = Rule {
    code: &code::BROKEN_LINK,
    finds: "A link in running text to a Markdown file, or a folder, that the plan does not have. \
            Paths count from the file that the link stands in; with `/` in front they count from \
            the plan folder.",
    why: "On the site the link would lead nowhere. It breaks when a file is renamed or moved; a \
          link by id, `[[G1]]`, does not.",
    bad: &[
        (
            "actions/a1.md",
            "# Open a second counter\n\nAs [the survey](../notes/survy.md) asks.\n",
        ),
        ("notes/survey.md", "# What visitors say\n"),
    ],
    good: &[
        (
            "actions/a1.md",
            "# Open a second counter\n\nAs [the survey](../notes/survey.md) asks.\n",
        ),
        ("notes/survey.md", "# What visitors say\n"),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let texts = subject.plan.bodies().map(|(_, body)| body.path.as_str());
    let mut files = Files::new(texts);
    for link in subject.links() {
        let Target::NoFile(path) = link.target else {
            continue;
        };
        if is_text(path) {
            let message = format!("there is no file `{path}`");
            let found = link.finding(&code::BROKEN_LINK, message, "leads nowhere");
            findings.add(found.maybe_help(files.mend(path, &link)));
        }
    }
}

/// Whether a path means a text or a folder, and not a file of another sort.
pub(super) fn is_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((_, ending)) => ending.eq_ignore_ascii_case("md"),
        None => true,
    }
}
